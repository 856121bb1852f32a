<?php
// What a visitor may read, from the database's own rows: nothing here goes through REST or a theme.
// Titles and teasers are made by WordPress's own filters (the_title, get_the_excerpt) and then read as plain text.

global $wpdb, $post;
$cut = "\u{E000}";  // stands where WordPress cut an excerpt short, whatever the theme would print there
add_filter('protected_title_format', fn () => '%s');  // REST's form; themes print "Protected: " before it
add_filter('excerpt_more', fn () => $cut, PHP_INT_MAX);

$plain = function (string $html): string {
    $text = html_entity_decode(strip_tags($html), ENT_QUOTES | ENT_HTML5, 'UTF-8');
    return trim(preg_replace('/[\s\x{00A0}]+/u', ' ', $text));
};
// strip_tags() takes a lone "<" for a tag's beginning; a browser does not.
$title = fn (string $html): string => $plain(preg_replace('/<(?![a-z\/!])/i', '&lt;', $html));
$offset = function (string $local, string $gmt): string {
    $seconds = strtotime("$local UTC") - strtotime("$gmt UTC");
    return str_replace(' ', 'T', $local) . sprintf('%s%02d:%02d', $seconds < 0 ? '-' : '+', abs($seconds) / 3600, abs($seconds) % 3600 / 60);
};

$sticky = get_option('sticky_posts');
$rows = $wpdb->get_results(
    "SELECT * FROM $wpdb->posts WHERE post_status = 'publish'
     AND post_type IN ('post', 'page', 'resource') ORDER BY ID"
);
$out = [];
foreach ($rows as $row) {
    $post = get_post($row->ID);
    setup_postdata($post);
    $closed = $row->post_password !== '';  // listed with its title, but its text is for those who know the password
    $shown = $closed ? '' : apply_filters('the_excerpt', get_the_excerpt($post));
    $teaser = $plain(preg_replace('/<\/(p|li|h2)>/', '$0 ', preg_replace('/\[signup[^\]]*\]/', '', $shown)));
    $links = [];
    foreach (!$closed && preg_match_all('/<a\s[^>]*href="([^"]+\.pdf)"[^>]*>(.*?)<\/a>/i', $row->post_content, $m, PREG_SET_ORDER) ? $m : [] as $hit) {
        $links[$hit[1]] ??= $plain($hit[2]);
    }
    $terms = [];
    $found = $wpdb->get_results($wpdb->prepare(
        "SELECT x.taxonomy, t.name, t.slug FROM $wpdb->term_relationships r
         JOIN $wpdb->term_taxonomy x USING (term_taxonomy_id) JOIN $wpdb->terms t USING (term_id)
         WHERE r.object_id = %d ORDER BY t.name, t.term_id",
        $row->ID
    ));
    foreach ($found as $term) {
        $terms[$term->taxonomy][] = $plain($term->name);
    }
    $picture = (int) get_post_meta($row->ID, '_thumbnail_id', true);
    $sizes = [];
    foreach ($picture ? array_keys(wp_get_attachment_metadata($picture)['sizes']) : [] as $size) {
        $sizes[] = wp_get_attachment_image_url($picture, $size);
    }
    $out[] = [
        'id' => (int) $row->ID, 'type' => $row->post_type, 'url' => get_permalink($post),
        'title_raw' => $row->post_title, 'title' => $title(get_the_title($post)),
        'excerpt_raw' => $row->post_excerpt,
        'teaser' => str_replace($cut, '…', $teaser), 'teaser_truncated' => str_contains($teaser, $cut),
        'published' => $offset($row->post_date, $row->post_date_gmt),
        'modified' => $offset($row->post_modified, $row->post_modified_gmt),
        'categories' => $terms['category'] ?? [], 'tags' => $terms['post_tag'] ?? [],
        'terms' => (object) array_diff_key($terms, ['category' => 1, 'post_tag' => 1, 'post_format' => 1]),
        'author' => $plain($wpdb->get_var($wpdb->prepare("SELECT display_name FROM $wpdb->users WHERE ID = %d", $row->post_author))),
        'protected' => $closed, 'sticky' => in_array($row->ID, $sticky), 'language' => (string) get_post_meta($row->ID, '_language', true),
        'image' => $picture ? wp_get_attachment_url($picture) : '', 'image_sizes' => $sizes,
        'pdfs' => array_map(fn ($url, $text) => [$url, $text], array_keys($links), $links),
    ];
}
return $out;
