<?php
// Must-use plugin: the site's own post type and taxonomies, its shortcodes, and the noise that plugins leave.

add_action('init', function () {
    register_post_type('resource', [
        'label' => 'Resources', 'public' => true, 'has_archive' => true, 'show_in_rest' => get_option('rest_closed') !== 'resource',
        'rest_base' => 'resources', 'rewrite' => ['slug' => 'resources'], 'taxonomies' => ['post_tag'],
        'supports' => ['title', 'editor', 'excerpt', 'author', 'thumbnail', 'comments'],
    ]);
    register_taxonomy('resource_type', 'resource', [
        'label' => 'Resource types', 'public' => true, 'hierarchical' => true, 'show_in_rest' => true,
        'rewrite' => ['slug' => 'resource-type'],
    ]);
    register_taxonomy('region', 'resource', [
        'label' => 'Regions', 'public' => true, 'hierarchical' => false, 'show_in_rest' => true,
    ]);
    // What other plugins would register: internal, never to be seen in a dataset.
    foreach (['acf-field-group', 'acf-field', 'ai1ec_event'] as $internal) {
        register_post_type($internal, ['public' => false, 'label' => $internal]);
    }
    register_taxonomy('review_state', ['post', 'resource'], ['public' => false, 'label' => 'Review state']);
});

// How a site may be closed to visitors who ask by REST: by a status, by a page in its place, or for one type only.
add_filter('rest_authentication_errors', fn ($before) => in_array(get_option('rest_closed'), ['401', '403'], true)
    ? new WP_Error('rest_login_required', 'Only for members.', ['status' => (int) get_option('rest_closed')]) : $before);
add_action('parse_request', function () {
    $closed = get_option('rest_closed');
    if (in_array($closed, ['404', 'html'], true) && str_contains($_SERVER['REQUEST_URI'], 'wp-json')) {
        status_header($closed === 'html' ? 200 : 404);
        exit('<!doctype html><title>Amara Field Library</title><h1>Welcome</h1><p>Nothing to see.</p>');
    }
}, 1);

add_shortcode('notice', fn ($atts, $inner = '') => "<div class=\"notice\">$inner</div>");

// The page that somebody debugged and forgot: type names above a listing, categories run together, teasers cut by hand.
add_shortcode('resource_listing', function () {
    $html = '';
    foreach (get_post_types() as $type) {
        $html .= "<p>$type</p>";
    }
    $query = new WP_Query([
        'post_type' => 'resource', 'posts_per_page' => 12, 'paged' => max(1, (int) get_query_var('paged')),
        'has_password' => false, 'orderby' => 'date ID', 'order' => 'DESC',
    ]);
    $html .= '<div class="res-list">';
    foreach ($query->posts as $post) {
        $link = esc_url(get_permalink($post));
        $cats = get_the_term_list($post->ID, 'resource_type', '', '');
        $tags = get_the_term_list($post->ID, 'post_tag', 'TAGS: ', ', ');
        $text = trim(preg_replace('/\s+/u', ' ', wp_strip_all_tags(strip_shortcodes($post->post_content))));
        $teaser = mb_strlen($text) > 250 ? esc_html(mb_substr($text, 0, 250)) . '...' : esc_html($text);
        $html .= "<div class=\"res-item\"><h4><a href=\"$link\">" . get_the_title($post) . '</a></h4>'
            . "<div class=\"res-cats\">$cats</div><p>$teaser<a href=\"$link\">Read More</a></p>"
            . ($tags ? "<div class=\"res-tags\">$tags</div>" : '') . '</div>';
    }
    $pager = paginate_links([
        'base' => trailingslashit(get_permalink()) . 'page/%#%/', 'format' => '',
        'current' => max(1, (int) get_query_var('paged')), 'total' => $query->max_num_pages,
    ]);
    return $html . "</div><nav class=\"pager\">$pager</nav>";
});

add_filter('redirect_canonical', fn ($to) => is_page() && get_query_var('paged') > 1 ? false : $to);
