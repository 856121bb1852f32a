"""feedparser's own suite, entry by entry, through our channel: what feedparser meets, we keep.

python -m benchmarks.feeds FOLDER

FOLDER holds feedparser's `tests` folder, as its source distribution has it (pip download --no-binary :all: feedparser).
Each file states equalities ("entries[0]['title'] == 'Item 1'"); those on titles, links, dates, categories, authors and
summaries that feedparser itself meets are compared with the clean resource that our reader and cleaner make of the entry.
"""

from __future__ import annotations

import ast
import calendar
import re
import sys
import warnings
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import feedparser
from lxml import html

from crawler.feed import Entry, entries_of, read_feed
from pipeline import dates
from pipeline.model import Channel, Observation, Resource
from pipeline.normalize import normalize
from pipeline.urls import identity

_EXPECT = re.compile(rb"Expect:\s*(.*)\s*-->")
_HEADER = re.compile(rb"^Header:\s+([^:]+):(.+)$", re.MULTILINE)
BASE = "http://127.0.0.1:8097/tests/"
NOW = datetime(2026, 3, 1, tzinfo=UTC)
# What a statement is about → the kind of field that it is counted under.
KINDS = {
    name: kind
    for kind, names in {
        "titles": "title title_detail",
        "links": "link links",
        "categories": "tags category",
        "authors": "author authors author_detail",
        "summaries": "summary summary_detail description content",
        "dates": "published published_parsed updated updated_parsed",
    }.items()
    for name in names.split()
}


def statements(expression: str) -> Iterator[tuple[int, list[Any], Any]]:
    """(entry's number, path inside of it, value) for each equality of an entry's part with a literal."""
    try:
        tree = ast.parse(expression.strip(), mode="eval").body
    except SyntaxError:
        return
    for each in tree.values if isinstance(tree, ast.BoolOp) and isinstance(tree.op, ast.And) else [tree]:
        if not (isinstance(each, ast.Compare) and len(each.ops) == 1 and isinstance(each.ops[0], ast.Eq)):
            continue
        path: list[Any] = []
        node = each.left
        while isinstance(node, ast.Subscript) and isinstance(node.slice, ast.Constant):
            path.insert(0, node.slice.value)
            node = node.value
        try:
            value = ast.literal_eval(each.comparators[0])
        except ValueError:
            continue
        if isinstance(node, ast.Name) and node.id == "entries" and len(path) > 1:
            yield path[0], path[1:], value


def parts(path: list[Any], value: Any, entry: Any) -> Iterator[tuple[str, str, Any]]:
    """What a statement says of the fields that we keep: (kind, what to compare, value)."""
    kind = KINDS.get(path[0])
    if kind is None or (path[0] == "links" and entry.get("link") != value):
        return
    last = path[-1]
    if kind == "titles" and (path == ["title"] or last == "value"):
        yield kind, "title", (value, entry["title_detail"].get("type"))
    elif kind == "links" and last in {"link", "href"}:
        yield kind, "url", value
    elif kind == "categories":
        if isinstance(value, str) and last in {"category", "term", "label"}:
            yield kind, "tags", value
    elif kind == "authors" and isinstance(value, str) and last == "name":
        yield kind, "authors", value
    elif kind == "dates" and isinstance(value, tuple):
        yield kind, path[0].removesuffix("_parsed"), value
    elif kind == "summaries" and isinstance(value, str) and last in {"summary", "description", "value"}:
        if path[0] == "content" and (entry.get("summary") or path[1] > 0):
            return  # the teaser is the summary, where there is one
        yield kind, "teaser", value


def words(text: str) -> str:
    """A text without its marks and spaces: what two cleaners must agree on."""
    return re.sub(r"\W+", "", text).casefold()


def plain(markup: str) -> str:
    """The words that a piece of markup shows."""
    try:
        return words(html.fromstring(f"<div>{markup}</div>").text_content() if markup.strip() else "")
    except (ValueError, html.etree.ParserError):
        return words(markup)


def is_kept(what: str, value: Any, entry: Entry, resource: Resource) -> bool:
    if what == "title":
        text, kind = value
        # Tags in a title that calls itself plain text are its markup, whatever it says.
        return words(resource.title) in ({plain(text)} if "html" in str(kind) else {words(text), plain(text)})
    if what == "url":
        return identity(entry.url) == identity(value if "://" in value else BASE + value)
    if what == "tags":
        return words(value) in set(map(words, resource.tags))
    if what == "authors":
        return words(value) in set(map(words, resource.authors))
    if what == "teaser":
        teaser = words(resource.teaser)
        return teaser == plain(value) or (resource.teaser_truncated and plain(value).startswith(teaser))
    stated = entry.fields.get("modified" if what == "updated" and entry.fields.get("modified") else "published")
    stamp = dates.parse(str(stated), now=NOW)
    return stamp is not None and int(stamp.utc.timestamp()) == calendar.timegm((*value[:6], 0, 0, 0))


def check(file: Path) -> tuple[bool, list[tuple[str, bool, str]]]:
    """Whether our reader took the file, and for each statement that feedparser meets: kind, kept?, what was there."""
    body = file.read_bytes()
    headers = {name.decode().strip().lower(): value.decode().strip() for name, value in _HEADER.findall(body[:4000])}
    url = headers.get("content-location", BASE)
    url = url if "://" in url else BASE + url.lstrip("/")
    read_feed(body, url, headers.get("content-type", ""))
    found = _EXPECT.search(body)
    if found is None:
        return True, []
    theirs = feedparser.parse(body, response_headers={"content-location": url, **headers})
    types = headers | {"content-location": url, "content-type": headers.get("content-type", "application/xml")}
    ours = entries_of(feedparser.parse(body, response_headers=types, sanitize_html=False), url)
    seen = []
    for number, path, value in statements(found[1].decode("utf-8", "replace")):
        try:
            entry = theirs.entries[number]
            met = entry
            for step in path:
                met = met[step]
        except (KeyError, IndexError, TypeError):
            continue
        if met != value and not (hasattr(met, "tm_year") and tuple(met) == tuple(value)):
            continue
        for kind, what, wanted in parts(path, value, entry):
            if number >= len(ours):
                seen.append((kind, False, f"{file.name}: no entry {number}"))
                continue
            mine = ours[number]
            resource = normalize(
                Observation("x", Channel.FEED, mine.url or "http://x.example/", url, number, NOW, dict(mine.fields))
            )
            kept = is_kept(what, wanted, mine, resource)
            got = mine.url if what == "url" else getattr(resource, what, mine.fields.get("published"))
            seen.append((kind, kept, "" if kept else f"{file.name}: {what} is {got!r}, not {wanted!r}"))
    return True, seen


def main() -> int:
    if len(sys.argv) != 2 or not Path(sys.argv[1]).is_dir():
        print(__doc__)
        return 2
    warnings.simplefilter("ignore")
    kept: Counter[str] = Counter()
    asked: Counter[str] = Counter()
    files = crashes = 0
    for file in sorted(Path(sys.argv[1]).rglob("*.xml")):
        files += 1
        try:
            _, seen = check(file)
        except Exception as error:  # noqa: BLE001 - what is counted here
            crashes += 1
            print(f"    {file.name}: crashed: {error!r}")
            continue
        for kind, well, why in seen:
            asked[kind] += 1
            kept[kind] += well
            if not well:
                print(f"    {why[:300]}")
    print(f"{files} files, {crashes} crashes")
    for kind in sorted(asked):
        print(f"{kind:12} {kept[kind]:4} of {asked[kind]:4} equalities kept")
    print(f"all          {sum(kept.values()):4} of {sum(asked.values()):4}")
    return crashes > 0 or kept != asked


if __name__ == "__main__":
    sys.exit(main())
