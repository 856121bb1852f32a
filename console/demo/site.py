"""Serves the demo site on a free port of 127.0.0.1. Standard library only.

    with serve() as site:
        print(site.url)  # of its listing page

There is no REST API, no feed and no sitemap (404), so that the listing itself has to be read. By hand:
`python -m console.demo.site`.
"""

from __future__ import annotations

import itertools
import json
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from importlib import resources
from threading import Event, Thread
from typing import Any
from urllib.parse import unquote, urlsplit

from console.demo import pages

PLAIN_PAGES = {
    "/about/": ("About", "Five neighbours, one evening a week, and a kettle."),
    "/contact/": ("Contact", "Put a note into the box at the boat shed, or write to library@example.org."),
    "/privacy/": ("Privacy", "We do not know who you are, and we do not want to."),
}
ROBOTS = "User-agent: *\nDisallow: /wp-admin/\nDisallow: /share/\n"
PDF = (
    b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\n"
    b"trailer<</Root 1 0 R>>\n%%EOF\n"
)


@dataclass(frozen=True, slots=True)
class DemoSite:
    """The running site: `url` is its listing's first page; `truth` lists the clean resources that a harvest must give.

    Each of `truth` has url, title, teaser, teaser_truncated, categories, tags, authors, published (a date or None),
    image and files (addresses), in the listing's order; addresses are absolute, `image` may be "".
    """

    url: str
    truth: tuple[dict[str, Any], ...]


@dataclass(frozen=True, slots=True)
class _Answer:
    body: bytes
    type: str = "text/html; charset=UTF-8"
    status: int = 200


def _load(name: str) -> Any:
    return json.loads(resources.files("console.demo").joinpath(name).read_text(encoding="utf-8"))


def _listing_number(path: str) -> int:
    """The page of the listing that `path` asks for; 0 if it asks for something else."""
    found = re.fullmatch(r"/resources/(?:page/([1-9]\d?)/)?", path)
    return int(found[1] or 1) if found else 0


def _html(path: str, base: str, items: list[pages.Item], visits: int) -> str | None:
    """The page at `path`, or None."""
    if path == "/":
        text = f'<a href="{base}/resources/">Browse our resources</a>'
        return pages.plain(base, "Welcome", text, visits)
    if path in PLAIN_PAGES:
        return pages.plain(base, *PLAIN_PAGES[path], visits)
    number = _listing_number(path)
    if number and (number - 1) * pages.PER_PAGE < len(items):
        return pages.listing(base, items, number, visits)
    for item in items:
        if path == f"/resources/{item['slug']}/":
            return pages.single(base, item, visits)
    for prefix, names in (("/resource-category/", lambda item: item["categories"]), ("/tag/", lambda item: item["tags"]),
                          ("/author/", lambda item: [item["author"]])):  # fmt: skip
        shown = [item for item in items if path in {f"{prefix}{pages.slug(name)}/" for name in names(item) if name}]
        if shown:
            name = next(name for name in names(shown[0]) if path == f"{prefix}{pages.slug(name)}/")
            return pages.term(base, name, shown, visits)
    return None


def _answer(path: str, base: str, items: list[pages.Item], visits: int) -> _Answer:
    if path == "/robots.txt":
        return _Answer(ROBOTS.encode(), "text/plain; charset=utf-8")
    if path.startswith("/wp-content/uploads/"):
        for item in items:
            if item["image"] and path == f"{item['uploads']}{item['slug']}.svg":
                return _Answer(pages.picture(item).encode(), "image/svg+xml")
        if path.endswith(".pdf"):
            return _Answer(PDF, "application/pdf")
    shown = _html(path, base, items, visits)
    if shown is None:
        shown = pages.plain(base, "Page not found", "Nothing here. Perhaps the tide took it.", visits)
        return _Answer(shown.encode(), status=404)
    return _Answer(shown.encode())


@contextmanager
def serve(port: int = 0) -> Iterator[DemoSite]:
    """Serve until the block ends; port 0 takes a free one."""
    items: list[pages.Item] = _load("resources.json")
    visits = itertools.count(1_204)

    class Visit(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            answer = _answer(unquote(urlsplit(self.path).path), base, items, next(visits))
            self.send_response(answer.status)
            self.send_header("Content-Type", answer.type)
            self.send_header("Content-Length", str(len(answer.body)))
            self.end_headers()
            if self.command != "HEAD":
                self.wfile.write(answer.body)

        do_HEAD = do_GET  # noqa: N815  the base class's name

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002  the base class's
            """Say nothing: the harvest does the talking."""

    server = ThreadingHTTPServer(("127.0.0.1", port), Visit)
    server.daemon_threads = True
    base = f"http://127.0.0.1:{server.server_port}"
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    try:
        yield DemoSite(f"{base}/resources/", tuple(_absolute(row, base) for row in _load("truth.json")))
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def _absolute(row: dict[str, Any], base: str) -> dict[str, Any]:
    """A row of truth.json with the site's address before its paths."""
    rest = {name: value for name, value in row.items() if name != "path"}
    return {
        "url": base + row["path"],
        **rest,
        "image": row["image"] and base + row["image"],
        "files": [base + path for path in row["files"]],
    }


if __name__ == "__main__":
    with serve(port=int(sys.argv[1]) if len(sys.argv) > 1 else 0) as demo:
        sys.stderr.write(f"{pages.NAME}: {demo.url} ({len(demo.truth)} resources); Ctrl-C ends it.\n")
        try:
            Event().wait()
        except KeyboardInterrupt:
            sys.stderr.write("Stopped.\n")
