<?php
// Fills the installed site. Run through run.php; $doc is the JSON document made by tests/sites/wordpress.py.

$doc = json_decode((string) file_get_contents(getenv('SITE_CONTENT')), true, 512, JSON_THROW_ON_ERROR);
global $wpdb;
wp_defer_term_counting(true);
wp_defer_comment_counting(true);
$wpdb->query('SET autocommit = 0');

foreach (get_posts(['post_type' => 'any', 'post_status' => 'any', 'numberposts' => -1]) as $post) {
    wp_delete_post($post->ID, true);  // "Hello world!" and the sample pages
}
foreach ($doc['options'] as $name => $value) {
    update_option($name, $value);
}

$users = [];
foreach ($doc['authors'] as $login => $name) {
    $users[$login] = wp_insert_user([
        'user_login' => $login, 'user_pass' => wp_generate_password(), 'user_email' => "$login@example.org",
        'display_name' => wp_slash($name), 'role' => 'author',
    ]);
}

$terms = [];
foreach ($doc['terms'] as $taxonomy => $names) {
    foreach ($names as $name) {
        $made = wp_insert_term(wp_slash($name), $taxonomy);
        if (is_wp_error($made)) {
            throw new RuntimeException("$taxonomy $name: " . $made->get_error_message());
        }
        $terms[$taxonomy][$name] = $made['term_id'];
    }
}

$upload = wp_upload_dir('2022/02');
$images = [];
foreach ($doc['images'] as $index => $name) {
    $picture = imagecreatetruecolor(640, 400);
    imagefill($picture, 0, 0, imagecolorallocate($picture, 20 * $index, 120, 200 - 20 * $index));
    imagefilledellipse($picture, 320, 200, 40 * $index + 40, 160, imagecolorallocate($picture, 240, 230, 200));
    imagepng($picture, "{$upload['path']}/$name");
    $images[$name] = wp_insert_attachment([
        'post_title' => "Picture $index", 'post_mime_type' => 'image/png', 'post_status' => 'inherit',
        'post_date' => '2022-02-03 10:00:00', 'guid' => "{$upload['url']}/$name",
    ], "{$upload['path']}/$name");
    wp_update_attachment_metadata(
        $images[$name],
        wp_generate_attachment_metadata($images[$name], "{$upload['path']}/$name"),
    );
}
foreach ($doc['pdfs'] as $name) {
    file_put_contents("{$upload['path']}/$name", "%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n");
    wp_insert_attachment([
        'post_title' => "Annex $name", 'post_mime_type' => 'application/pdf', 'post_status' => 'inherit',
        'post_date' => '2022-02-03 11:00:00', 'guid' => "{$upload['url']}/$name",
    ], "{$upload['path']}/$name");
}

$add = function (array $item) use ($upload, $users, $terms, $images, $wpdb): int {
    $trash = $item['status'] === 'trash';
    $id = wp_insert_post(wp_slash([
        'post_type' => $item['type'], 'post_title' => $item['title'], 'post_excerpt' => $item['excerpt'],
        'post_content' => str_replace('{{upload}}', $upload['url'], $item['content']),
        'post_status' => $trash ? 'publish' : $item['status'], 'post_password' => $item['password'],
        'post_date' => $item['status'] === 'future' ? '2099' . substr($item['date'], 4) : $item['date'],
        'post_author' => $users[$item['author']], 'comment_status' => 'open',
        'meta_input' => ['_language' => $item['language']],
    ]), true);
    if (is_wp_error($id)) {
        throw new RuntimeException($item['title'] . ': ' . $id->get_error_message());
    }
    foreach ($item['terms'] as $taxonomy => $names) {
        if ($names) {
            wp_set_object_terms($id, array_map(fn ($name) => $terms[$taxonomy][$name], $names), $taxonomy);
        }
    }
    if ($item['image']) {
        set_post_thumbnail($id, $images[$item['image']]);
    }
    if ($item['sticky']) {
        stick_post($id);
    }
    for ($n = 1; $n <= $item['comments']; $n++) {
        wp_insert_comment([
            'comment_post_ID' => $id, 'comment_author' => "Reader $n", 'comment_approved' => 1,
            'comment_content' => "Thank you, comment $n. Read More at http://spam.example/",
            'comment_date' => $item['modified'], 'comment_date_gmt' => get_gmt_from_date($item['modified']),
        ]);
    }
    if ($trash) {
        wp_trash_post($id);
    }
    $wpdb->update($wpdb->posts, [
        'post_modified' => $item['modified'], 'post_modified_gmt' => get_gmt_from_date($item['modified']),
    ], ['ID' => $id]);
    return $id;
};
foreach ($doc['items'] as $item) {
    $add($item);
}

$menu = wp_create_nav_menu('Main');
foreach ($doc['pages'] as $order => $page) {
    $id = wp_insert_post(wp_slash($page + ['post_type' => 'page', 'post_author' => 1, 'post_status' => 'publish']));
    $wpdb->update($wpdb->posts, [
        'post_modified' => $page['post_date'], 'post_modified_gmt' => get_gmt_from_date($page['post_date']),
    ], ['ID' => $id]);
    if (empty($page['post_password'])) {
        wp_update_nav_menu_item($menu, 0, [
            'menu-item-title' => $page['post_title'], 'menu-item-object' => 'page', 'menu-item-object-id' => $id,
            'menu-item-type' => 'post_type', 'menu-item-status' => 'publish', 'menu-item-position' => $order + 1,
        ]);
    }
}
$widgets = get_option('widget_block') ?: [];
$widgets[20] = ['content' => '<!-- wp:tag-cloud /-->'];
$widgets[21] = ['content' => '<!-- wp:paragraph --><p>Write to us: <a href="/contact/">Contact</a></p><!-- /wp:paragraph -->'];
update_option('widget_block', $widgets);
$bars = wp_get_sidebars_widgets();
$bars['sidebar-1'] = [...($bars['sidebar-1'] ?? []), 'block-20', 'block-21'];
wp_set_sidebars_widgets($bars);
foreach (wp_get_themes() as $slug => $theme) {
    update_option("theme_mods_$slug", ['nav_menu_locations' => ['primary' => $menu, 'footer' => $menu]]);
}
wp_defer_term_counting(false);
wp_defer_comment_counting(false);
$wpdb->query('COMMIT');
flush_rewrite_rules(false);
return ['posts' => (int) $wpdb->get_var("SELECT COUNT(*) FROM $wpdb->posts")];
