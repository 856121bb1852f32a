"""`extract`: saved pages in, records out, one bad page never costs the others."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.console.conftest import Cli, OnTerminal

URL = "https://library.example/resources/"
ITEM = {
    "url", "title", "teaser", "teaser_truncated", "published", "modified", "categories", "tags", "authors", "language",
    "image", "files", "native_id",
}  # fmt: skip


def page(*names: str, following: str = "") -> str:
    """A listing of our own: a card per name, with category, date, teaser and a link to read more."""
    cards = "".join(
        f'<article class="card"><h2><a href="/resources/{name}/">The {name} handbook</a></h2>'
        f'<p class="meta"><time datetime="2026-03-1{number}">1{number} March 2026</time>'
        f' in <a rel="category tag" href="/topics/practice/">Practice</a></p>'
        f"<p>How people who keep a {name} go about it, in their own words and with drawings that need none.</p>"
        f'<a class="more" href="/resources/{name}/">Read more</a></article>'
        for number, name in enumerate(names)
    )
    pager = f'<nav><a rel="next" href="{following}">Older</a></nav>' if following else ""
    return f'<!doctype html><html lang="en"><head><title>Resources</title></head><body><main>{cards}</main>{pager}</body></html>'


ARTICLE = (
    '<!doctype html><html lang="en"><head><title>A walk</title></head><body><main><article><h1>A walk</h1><p>'
    + "We went out early, and it rained until we came home. " * 20
    + "</p></article></main></body></html>"
)


@pytest.fixture
def saved(inside_tmp: Path) -> Path:
    (inside_tmp / "one.html").write_text(
        page("garden", "mill", "weir", "barn", following="/resources/page/2/"), "utf-8"
    )
    (inside_tmp / "two.html").write_text(page("boat", "oven", "loom"), "utf-8")
    (inside_tmp / "article.html").write_text(ARTICLE, "utf-8")
    return inside_tmp


def manifest(folder: Path, *lines: Any) -> str:
    texts = [line if isinstance(line, str) else json.dumps(line) for line in lines]
    (folder / "pages.jsonl").write_text("\n".join(texts) + "\n", "utf-8")
    return "pages.jsonl"


def check(answer: dict[str, Any]) -> None:
    assert {"file", "url", "items", "next", "page_files", "confidence"} <= set(answer)
    assert all(set(item) == ITEM for item in answer["items"])
    assert 0 <= answer["confidence"] <= 1


def test_json_gives_the_records_and_the_next_page(cli: Cli, saved: Path) -> None:
    ended = cli("extract", "one.html", "--url", URL, "--json")

    (answer,) = ended.objects
    check(answer)
    assert (ended.code, ended.err) == (0, "")
    assert (answer["file"], answer["url"]) == ("one.html", URL)
    assert answer["next"] == "https://library.example/resources/page/2/"
    assert [item["url"] for item in answer["items"]] == [f"{URL}{name}/" for name in ("garden", "mill", "weir", "barn")]
    first = answer["items"][0]
    assert first["title"] == "The garden handbook"
    assert first["published"] == "2026-03-10"
    assert first["categories"] == ["Practice"]
    assert first["teaser"].startswith("How people who keep a garden")
    assert "Read more" not in first["teaser"]
    assert first["authors"] is None  # the page has no slot for authors: not the same as an author who is not named
    assert first["files"] == []


def test_several_files_give_a_line_each(cli: Cli, saved: Path) -> None:
    answers = cli("extract", "one.html", "two.html", "--url", URL, "--json").objects

    assert [(each["file"], len(each["items"])) for each in answers] == [("one.html", 4), ("two.html", 3)]


def test_an_article_has_no_listing_and_says_so(cli: Cli, saved: Path) -> None:
    (answer,) = cli("extract", "article.html", "--url", URL, "--json").objects
    assert (answer["items"], answer["next"]) == ([], None)

    ended = cli("extract", "article.html", "--url", URL)
    assert (ended.code, ended.out) == (0, "")
    assert "article.html: no listing on this page" in ended.err


def test_a_pipe_gets_a_line_per_record(cli: Cli, saved: Path) -> None:
    ended = cli("extract", "two.html", "--url", URL)

    rows = [line.split("\t") for line in ended.out.splitlines()]
    assert [row[:4] for row in rows] == [
        [f"{URL}{name}/", f"2026-03-1{number}", f"The {name} handbook", "Practice"]
        for number, name in enumerate(("boat", "oven", "loom"))
    ]
    assert "3 records; next page: none" in ended.err


def test_a_terminal_is_shown_a_table(on_terminal: OnTerminal, saved: Path) -> None:
    text = on_terminal("extract", "one.html", "--url", URL).text

    for words in ("Published", "2026-03-10", "The garden handbook", "Practice", "4 records", "/resources/page/2/"):
        assert words in text


def test_standard_input_is_a_page_too(program: Cli, saved: Path) -> None:
    ended = program("extract", "-", "--url", URL, "--json", stdin=page("boat", "oven", "loom"))

    assert [len(each["items"]) for each in ended.objects] == [3]


def test_explain_goes_into_the_object_or_to_standard_error(cli: Cli, saved: Path) -> None:
    (answer,) = cli("extract", "one.html", "--url", URL, "--json", "--explain").objects
    assert answer["explanation"]["candidates"]

    ended = cli("extract", "one.html", "--url", URL, "--explain")
    assert "candidates" in ended.err
    assert len(ended.out.splitlines()) == 4


def test_a_manifest_is_streamed_and_bad_pages_have_their_lines(cli: Cli, saved: Path) -> None:
    (saved / "empty.html").write_bytes(b"")
    lines = manifest(
        saved,
        {"file": "one.html", "url": URL},
        {"file": "absent.html", "url": URL},
        "not JSON",
        {"file": "two.html", "url": "not an address"},
        {"file": "two.html"},
        [],
        {"file": "empty.html", "url": URL},
        "",
        {"file": "two.html", "url": URL},
    )

    ended = cli("extract", "--manifest", lines)

    answers = ended.objects
    assert ended.code == 3
    assert [each["file"] for each in answers if "error" not in each] == ["one.html", "two.html"]
    failed = [each for each in answers if "error" in each]
    assert [(each["file"], each["line"]) for each in failed] == [
        ("absent.html", 2),
        ("", 3),
        ("two.html", 4),
        ("", 5),
        ("", 6),
        ("empty.html", 7),
    ]
    assert all(isinstance(each["error"], str) and each["error"] for each in failed)
    assert "could not be read" in ended.err
    for each in answers:
        if "error" not in each:
            check(each)


def test_a_good_manifest_ends_with_0_and_says_nothing(cli: Cli, saved: Path) -> None:
    ended = cli(
        "extract", "--manifest", manifest(saved, {"file": "one.html", "url": URL}, {"file": "article.html", "url": URL})
    )

    assert (ended.code, ended.err) == (0, "")
    assert [len(each["items"]) for each in ended.objects] == [4, 0]


def test_a_manifest_may_come_by_standard_input(program: Cli, saved: Path) -> None:
    ended = program("extract", "--manifest", "-", stdin=json.dumps({"file": "one.html", "url": URL}) + "\n")

    assert [len(each["items"]) for each in ended.objects] == [4]


def test_one_page_that_breaks_the_reader_does_not_break_the_rest(
    cli: Cli, saved: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from crawler.listing import reader

    real = reader.read_listing

    def fragile(html: bytes, url: str, **how: Any) -> Any:
        if b"garden" in html:
            raise RecursionError("too deep")
        return real(html, url, **how)

    monkeypatch.setattr(reader, "read_listing", fragile)
    lines = manifest(saved, {"file": "one.html", "url": URL}, {"file": "two.html", "url": URL})

    ended = cli("extract", "--manifest", lines)

    broken, whole = ended.objects
    assert ended.code == 3
    assert (broken["file"], broken["line"]) == ("one.html", 1)
    assert "too deep" in broken["error"]
    assert len(whole["items"]) == 3


def test_a_page_that_is_too_large_is_refused(cli: Cli, saved: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from console.commands import extract

    monkeypatch.setattr(extract, "MAX_BYTES", 2**20)
    (saved / "large.html").write_bytes(b"<p>x" * 2**19)

    ended = cli("extract", "large.html", "--url", URL)

    assert ended.code == 2
    assert "large.html is larger than 1 MiB" in ended.err


@pytest.mark.shared
def test_the_seed_page_gives_exactly_its_records(cli: Cli, shared: Path) -> None:
    expected = json.loads((shared / "seed" / "listing-page.expected.json").read_text("utf-8"))

    (answer,) = cli("extract", str(shared / "seed" / "listing-page.html"), "--url", expected["url"], "--json").objects

    given = [{name: item[name] for name in expected["items"][0]} for item in answer["items"]]
    assert given == expected["items"]
    assert answer["next"] == expected["next"]
    assert answer["page_files"] == expected["page_files"]
    values = [
        value
        for item in answer["items"]
        for field in item.values()
        for value in (field if isinstance(field, list) else [field])
    ]
    for noise in expected["must_not_appear"]:
        assert noise not in values
    for noise in ("nav_menu_item", "oembed_cache", "customize_changeset", "Read More", "TAGS:", "GuidancePublications"):
        assert noise not in json.dumps(answer["items"], ensure_ascii=False)
