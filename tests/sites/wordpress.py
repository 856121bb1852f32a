"""Debian's WordPress, installed and served from nothing in temporary folders: a real site to be harvested.

`WordPress` is a context manager. By hand, until interrupted::

    python -m tests.sites.wordpress --port 8080 --theme twentytwentyone

Needs Debian's wordpress, wordpress-theme-twentytwenty{one,two,three}, mariadb-server and
php8.2-{cli,mysql,xml,mbstring,curl,gd,intl}; `missing()` names what is not there.
"""

from __future__ import annotations

import argparse
import json
import os
import secrets
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from tests.sites.content import IMAGES, PDFS, hidden_items, public_items
from tests.sites.mariadb import MariaDB
from tests.sites.processes import answers, free_port, program, start, stop, wait_until
from tests.sites.vocabulary import AUTHORS, CATEGORIES, REGIONS, RESOURCE_TYPES, TAGS

PACKAGED = Path("/usr/share/wordpress")
PHP_FILES = Path(__file__).parent / "php"
THEMES = ("twentytwentyone", "twentytwentytwo", "twentytwentythree")
TITLE = "Amara Field Library"

CONFIG = """<?php
define('DB_NAME', 'wordpress');
define('DB_USER', 'root');
define('DB_PASSWORD', '');
define('DB_HOST', 'localhost:{socket}');
define('DB_CHARSET', 'utf8mb4');
define('DB_COLLATE', '');
define('WP_HOME', '{url}');
define('WP_SITEURL', '{url}');
define('WP_CONTENT_DIR', '{root}/wp-content');
define('DISABLE_WP_CRON', true);
define('WP_HTTP_BLOCK_EXTERNAL', true);
define('AUTOMATIC_UPDATER_DISABLED', true);
define('FS_METHOD', 'direct');
foreach (['AUTH_KEY', 'SECURE_AUTH_KEY', 'LOGGED_IN_KEY', 'NONCE_KEY',
          'AUTH_SALT', 'SECURE_AUTH_SALT', 'LOGGED_IN_SALT', 'NONCE_SALT'] as $name) {{
    define($name, '{salt}' . $name);
}}
$_SERVER['HTTP_HOST'] ??= '{host}';
$table_prefix = 'wp_';
if (!defined('ABSPATH')) {{ define('ABSPATH', __DIR__ . '/'); }}
require_once ABSPATH . 'wp-settings.php';
"""

PAGES = (
    {"post_title": "About", "post_content": "<p>We collect field reports &amp; guides from the valleys.</p>"},
    {"post_title": "Contact", "post_content": "<p>Write to office@example.org.</p>"},
    {"post_title": "Privacy", "post_content": "<p>We keep no logs.</p>"},
    {
        "post_title": "Knowledge Hub", "post_name": "knowledge-hub",
        "post_content": "<!-- wp:list --><ul><li>This page gathers what our partners have written over the years, "
        "from short notes to whole handbooks, so that nobody has to begin from nothing.</li><li>The texts stay with "
        'their authors.</li></ul><!-- /wp:list --><p class="download">HANDBOOK: FOR ALL WHO COLLECT, 2022 '
        '<a class="button" href="/wp-content/uploads/2022/02/annex-01.pdf">DOWNLOAD</a></p>'
        "<!-- wp:shortcode -->[resource_listing]<!-- /wp:shortcode -->",
    },
    {"post_title": "For members", "post_content": "<p>Minutes.</p>", "post_password": "open-sesame"},
)  # fmt: skip


def missing() -> list[str]:
    """What the fixture needs and this machine has not, for people to read; empty if all is there."""
    lacks = [
        name for name in ("mariadbd", "mariadb-install-db", "mariadb", "mariadb-dump", "php") if program(name) is None
    ]
    lacks += [
        str(path) for path in (PACKAGED, *(PACKAGED / "wp-content/themes" / t for t in THEMES)) if not path.is_dir()
    ]
    if "php" not in lacks:
        loaded = subprocess.run(["php", "-m"], capture_output=True, text=True, check=True).stdout.lower().split()
        wanted = ("mysqli", "xml", "mbstring", "curl", "gd", "intl")
        lacks += [f"php-{name}" for name in wanted if name not in loaded]
    return lacks


class WordPress:
    """A running site of 300 public resources (`tests.sites.content`) and much that is none.

    `url` has no closing slash. Times of day are Europe/Berlin's. All edits go through WordPress's own functions.
    """

    def __init__(self, *, port: int | None = None, theme: str = THEMES[0]) -> None:
        self.port = port or free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self.theme = theme

    def __enter__(self) -> Self:
        self.folder = Path(tempfile.mkdtemp(prefix="gl-wp-"))
        self.root = self.folder / "site"
        self.database = MariaDB(self.folder)
        try:
            # The files are laid out while the database installs itself.
            files = threading.Thread(target=self._lay_out)
            files.start()
            self.database.begin()
            files.join()
            self._script("install.php", TITLE, secrets.token_hex())
            self._fill()
            self._serve()
        except BaseException:
            self.__exit__(None, None, None)
            raise
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if hasattr(self, "server"):
            stop(self.server)
        self.database.end()
        shutil.rmtree(self.folder, ignore_errors=True)

    def _lay_out(self) -> None:
        content = self.root / "wp-content"
        for folder in ("mu-plugins", "plugins", "themes", "uploads"):
            (content / folder).mkdir(parents=True)
        for source in PACKAGED.glob("*.php"):
            if source.name != "wp-config.php":
                shutil.copy(source, self.root)
        for folder in ("wp-admin", "wp-includes"):
            (self.root / folder).symlink_to(PACKAGED / folder)
        for theme in THEMES:
            (content / "themes" / theme).symlink_to(PACKAGED / "wp-content/themes" / theme)
        shutil.copy(PHP_FILES / "site.php", content / "mu-plugins")
        config = CONFIG.format(
            socket=self.database.socket, url=self.url, root=self.root, salt=secrets.token_hex(), host=self.url[7:]
        )
        (self.root / "wp-config.php").write_text(config)

    def _script(self, name: str, *args: str, code: str = "", content: Path | None = None) -> str:
        env = {**os.environ, "SITE_CONTENT": str(content or "")}
        command = ["php", "-d", "display_errors=stderr", "-d", "memory_limit=512M", str(PHP_FILES / name), *args]
        done = subprocess.run(command, input=code, capture_output=True, text=True, cwd=self.root, env=env, check=False)
        if done.returncode or "PHP Fatal" in done.stderr:
            raise RuntimeError(f"{name}: {done.stdout[-2000:]}{done.stderr[-2000:]}")
        return done.stdout

    def _fill(self) -> None:
        document = {
            "options": {
                "permalink_structure": "/%year%/%monthnum%/%postname%/", "timezone_string": "Europe/Berlin",
                "gmt_offset": "", "posts_per_page": 10, "blogdescription": "Notes & handbooks from the valleys",
                "template": self.theme, "stylesheet": self.theme, "date_format": "F j, Y",
            },
            "authors": AUTHORS,
            "terms": {"category": CATEGORIES, "post_tag": TAGS, "resource_type": RESOURCE_TYPES, "region": REGIONS},
            "images": IMAGES, "pdfs": PDFS, "pages": [{**page, "post_date": "2022-02-01 09:00:00"} for page in PAGES],
            "items": [asdict(item) for item in [*public_items(), *hidden_items()]],
        }  # fmt: skip
        path = self.folder / "content.json"
        path.write_text(json.dumps(document))
        self._script("run.php", code=(PHP_FILES / "fill.php").read_text().removeprefix("<?php"), content=path)

    def _serve(self) -> None:
        log = self.folder / "php.log"
        env = {**os.environ, "PHP_CLI_SERVER_WORKERS": "4"}
        settings = (
            "opcache.enable_cli=1",
            "opcache.validate_timestamps=0",
            "display_errors=stderr",
            "memory_limit=256M",
        )
        options = [part for setting in settings for part in ("-d", setting)]
        command = ["php", *options, "-S", self.url[7:], "-t", str(self.root), str(PHP_FILES / "router.php")]
        with log.open("wb") as output:
            self.server = start(command, log=output, cwd=self.root, env=env)
        wait_until(lambda: answers(self.port), self.server, log)

    def php(self, code: str) -> Any:
        """Run PHP statements inside WordPress as its administrator; what they `return` comes back (through JSON)."""
        return json.loads(self._script("run.php", code=code).rpartition("\x1e")[2])

    def truth(self, types: Sequence[str] = ("post", "resource")) -> list[dict[str, Any]]:
        """What visitors may read, from the database: see php/truth.php for the fields.

        `published` and `modified` are ISO 8601 in site-local time with the offset that held; `teaser` ends with "…"
        where WordPress cut it (`teaser_truncated`); terms are sorted by name as the database sorts them.
        """
        rows = self.php((PHP_FILES / "truth.php").read_text().removeprefix("<?php"))
        return [row for row in rows if row["type"] in types]

    def edit_post(self, post_id: int, **fields: Any) -> None:
        """Change columns such as post_title or post_content; WordPress sets `modified` to now."""
        self._write("wp_update_post", {"ID": post_id, **fields})

    def add_post(self, **fields: Any) -> int:
        """Publish a post by the site's first author; gives its id. Fields as for wp_insert_post."""
        return self._write("wp_insert_post", {"post_status": "publish", "post_author": 2, **fields})

    def _write(self, function: str, fields: dict[str, Any]) -> int:
        literal = json.dumps(json.dumps(fields)).replace("$", "\\$")
        outcome = self.php(
            f"$r = {function}(wp_slash(json_decode({literal}, true)), true);"
            "return is_wp_error($r) ? $r->get_error_message() : $r;"
        )
        if not isinstance(outcome, int):
            raise TypeError(f"{function}: {outcome}")
        return outcome

    def trash_post(self, post_id: int) -> None:
        self.php(f"return (bool) wp_trash_post({post_id});")

    def untrash_post(self, post_id: int) -> None:
        """Bring a trashed post back, published as it was."""
        self.php(f"wp_untrash_post({post_id}); wp_publish_post({post_id}); return true;")

    @contextmanager
    def changes(self) -> Iterator[None]:
        """Whatever is edited inside of the block is undone at its end: the database is put back as it was."""
        before = self.database.dump()
        try:
            yield
        finally:
            self.database.load(before)

    def set_theme(self, name: str) -> None:
        self.php(f"switch_theme('{name}'); return get_stylesheet();")

    def set_option(self, name: str, value: Any) -> None:
        literal = json.dumps(json.dumps(value)).replace("$", "\\$")
        self.php(f"update_option('{name}', json_decode({literal}, true)); return true;")


def main() -> None:
    """Serve until interrupted."""
    parser = argparse.ArgumentParser(prog="python -m tests.sites.wordpress", description=main.__doc__)
    parser.add_argument("--port", type=int)
    parser.add_argument("--theme", choices=THEMES, default=THEMES[0])
    options = parser.parse_args()
    if lacks := missing():
        parser.error(f"this machine lacks {', '.join(lacks)}")
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        with WordPress(port=options.port, theme=options.theme) as site:
            count = len(site.truth())
            say(f"{TITLE}: {site.url}/  REST: {site.url}/wp-json/  a noisy listing: {site.url}/knowledge-hub/")
            say(f"{count} public resources; log and database in {site.folder}; Ctrl-C ends it.")
            site.server.wait()
    except KeyboardInterrupt:
        say("Stopped.")


def say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
