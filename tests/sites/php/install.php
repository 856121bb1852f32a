<?php
// wp_install on an empty database. Run in the site's root: php install.php TITLE PASSWORD
define('WP_INSTALLING', true);
require getcwd() . '/wp-load.php';
require_once ABSPATH . 'wp-admin/includes/upgrade.php';
wp_install($argv[1], 'admin', 'admin@example.org', true, '', $argv[2]);
