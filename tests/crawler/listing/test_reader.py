"""Shapes of listings, one small page each: what is a record, and what each of its pieces is."""

from __future__ import annotations

import json
import time
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from crawler.listing.reader import read_listing
from pipeline.errors import NotGenuine

SHARED = Path(__file__).resolve().parents[4] / "shared"
URL = "https://desk.example/news/"
TITLES = (
    "Wells that last: a field guide", "Night clinics along the river road", "What teachers ask of their ministry",
    "Counting boats, counting crews", "A harvest calendar for the delta",
)  # fmt: skip
SLUGS = ("wells-that-last", "night-clinics", "what-teachers-ask", "counting-boats", "harvest-calendar")
TEXTS = (
    "Three hundred pumps were visited twice; this guide says which of them still work, and why the others do not.",
    "Nurses travel by boat. The report follows four of them through a rainy season and counts what they could treat.",
    "Eleven questions came up in every district. The ministry's answers are printed beside them, without comment.",
    "Harbour masters keep lists that nobody reads. We read them all, and found crews that were never there at all.",
    "When to sow, when to wait, when to sell: twelve months on one sheet, drawn with growers of three valleys.",
)
DATES = ("2025-11-30", "2025-10-14", "2025-09-02", "2025-08-21", "2025-07-05")
WRITTEN = ("30 November 2025", "14 October 2025", "2 September 2025", "21 August 2025", "5 July 2025")
NAV = '<nav><ul><li><a href="/">Home</a></li><li><a href="/about/">About us</a></li><li><a href="/news/">News</a></li></ul></nav>'
ASIDE = (
    '<aside class="sidebar"><h3>Popular</h3><ul><li><a href="/news/old-one/">An older piece that many read</a></li>'
    '<li><a href="/news/old-two/">Another older piece</a></li><li><a href="/news/old-three/">A third older piece</a></li></ul></aside>'
)
FOOT = (
    '<footer><p>The Desk, 1 Harbour Street</p><a href="/contact/">Contact</a> <a href="/imprint/">Imprint</a></footer>'
)


def page(main: str, *, head: str = "", body: str = "") -> str:
    return (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>News</title>{head}</head>'
        f"<body{body}>{NAV}{main}{ASIDE}{FOOT}</body></html>"
    )


def repeat(template: str) -> str:
    """A template with {url}, {title}, {text}, {date}, {written} for each of the five resources."""
    return "".join(
        template.format(url=f"/news/{slug}/", title=title, text=text, date=date, written=written, n=n)
        for n, (slug, title, text, date, written) in enumerate(
            zip(SLUGS, TITLES, TEXTS, DATES, WRITTEN, strict=True), 101
        )
    )


@dataclass(frozen=True)
class Case:
    name: str
    html: str
    shows: dict[str, object] = field(default_factory=dict)
    titles: tuple[str, ...] = TITLES


ALL = {"teaser": TEXTS, "published": DATES}
SHAPES = [
    Case("articles", page("<main>" + repeat('<article><h2><a href="{url}">{title}</a></h2><time datetime="{date}">{written}</time><p>{text}</p></article>') + "</main>"), ALL),
    Case("list items with a date", page("<main><ul>" + repeat('<li><span>{written}</span> <a href="{url}">{title}</a></li>') + "</ul></main>"), {"published": WRITTEN, "teaser": None}),
    Case("a definition list", page("<main><dl>" + repeat('<dt><a href="{url}">{title}</a></dt><dd>{text}</dd>') + "</dl></main>"), {"teaser": TEXTS, "published": None}),
    Case("dates in dt, links in dd", page("<main><dl>" + repeat('<dt>{written}</dt><dd><a href="{url}">{title}</a></dd>') + "</dl></main>"), {"published": WRITTEN}),
    Case("headings and paragraphs side by side", page("<main>" + repeat('<h3><a href="{url}">{title}</a></h3><p class="when">{written}</p><p>{text}</p>') + "</main>"), {"published": WRITTEN, "teaser": TEXTS}),
    Case("a date before its heading, side by side", page("<main>" + repeat('<p class="when">{written}</p><h3><a href="{url}">{title}</a></h3><p>{text}</p>') + "</main>"), {"published": WRITTEN, "teaser": TEXTS}),
    Case("table rows", page("<main><table><tr><th>Date</th><th>Title</th></tr>" + repeat('<tr><td>{written}</td><td><a href="{url}">{title}</a></td></tr>') + "</table></main>"), {"published": WRITTEN}),
    Case("cards inside a link", page('<main class="grid">' + repeat('<a class="card" href="{url}"><img src="/i/{n}.jpg" alt=""><h3>{title}</h3><p>{text}</p><time datetime="{date}">{written}</time></a>') + "</main>"), ALL),
    Case("cards with no heading", page('<main class="grid">' + repeat('<div class="c"><a href="{url}"><img src="/i/{n}.jpg"><span class="c-title">{title}</span></a><div>{text}</div></div>') + "</main>"), {"teaser": TEXTS}),
    Case("a title without a link", page("<main>" + repeat('<div class="e"><h2>{title}</h2><p>{text}</p><a href="{url}">Read more</a></div>') + "</main>"), {"teaser": TEXTS}),
    Case("a read-more link inside the text", page("<main>" + repeat('<div class="e"><h2><a href="{url}">{title}</a></h2><p>{text} <a href="{url}">Continue reading<span> {title}</span></a></p></div>') + "</main>"), {"teaser": TEXTS}),
    Case("separated by rules", page("<main><ul>" + repeat('<li><h2><a href="{url}">{title}</a></h2><p>{text}</p></li><li><hr></li>') + "</ul></main>"), {"teaser": TEXTS}),
    Case("the same words in every record", page("<main>" + repeat('<section><p>Report · PDF</p><h2><a href="{url}">{title}</a></h2><p>{text}</p><p>Order a printed copy</p></section>') + "</main>"), {"teaser": TEXTS}),
    Case("two dates", page("<main>" + repeat('<article><h2><a href="{url}">{title}</a></h2><p>Published {written} · Updated <time class="updated" datetime="2026-01-09">9 January 2026</time></p><p>{text}</p></article>') + "</main>"), {"published": WRITTEN, "modified": ("2026-01-09",) * 5}),
    Case("a byline", page("<main>" + repeat('<article><h2><a href="{url}">{title}</a></h2><p class="m">Posted by Ana Reyes on {written}</p><p>{text}</p></article>') + "</main>"), {"authors": (("Ana Reyes",),) * 5, "published": WRITTEN, "teaser": TEXTS}),
]  # fmt: skip


@pytest.mark.parametrize("case", SHAPES, ids=lambda case: case.name)
def test_reads_the_records_of_a_shape(case: Case) -> None:
    reading = read_listing(case.html, URL)
    assert [record.title for record in reading.records] == list(case.titles)
    assert [record.url for record in reading.records] == [f"https://desk.example/news/{slug}/" for slug in SLUGS]
    for name, values in case.shows.items():
        seen = tuple(getattr(record, name) for record in reading.records)
        assert seen == (values if values is not None else (None,) * len(seen)), name


GROUPED = "<main>" + "".join(
    f"<section><h2>{year}</h2><ul>" + "".join(
        f'<li><a href="/news/{slug}/">{title}</a> <time datetime="{date}">{date}</time></li>'
        for slug, title, date in zip(SLUGS, TITLES, DATES, strict=True) if (date >= "2025-09") == (year == "Autumn")
    ) + "</ul></section>"
    for year in ("Autumn", "Summer")
) + "</main>"  # fmt: skip


def test_groups_are_one_listing() -> None:
    assert [record.title for record in read_listing(page(GROUPED), URL).records] == list(TITLES)


def test_a_featured_first_record_of_another_shape_is_a_record() -> None:
    first = f'<div class="top"><img src="/i/1.jpg"><h2><a href="/news/{SLUGS[0]}/">{TITLES[0]}</a></h2><p>{TEXTS[0]}</p></div>'
    rest = "".join(
        f'<li><div><h3><a href="/news/{slug}/">{title}</a></h3><p>{text}</p></div></li>'
        for slug, title, text in list(zip(SLUGS, TITLES, TEXTS, strict=True))[1:]
    )
    reading = read_listing(page(f"<main>{first}<ul>{rest}</ul></main>"), URL)
    assert [record.title for record in reading.records] == list(TITLES)


@pytest.mark.parametrize("count", [1, 2, 3])
def test_few_records_are_a_listing(count: int) -> None:
    entries = "".join(
        f'<article class="post-{n} post type-post hentry"><h2><a href="/{slug}/">{title}</a></h2><p>{text}</p></article>'
        for n, (slug, title, text) in enumerate(list(zip(SLUGS, TITLES, TEXTS, strict=True))[:count], 7)
    )
    reading = read_listing(page(f"<main><h1>Tag: water</h1>{entries}</main>"), "https://desk.example/tag/water/")
    assert [record.title for record in reading.records] == list(TITLES[:count])
    assert [record.native_id for record in reading.records] == ["7", "8", "9"][:count]


ARTICLE = (
    "<main><article><h1>Wells that last: a field guide</h1><p>By <a rel='author' href='/author/ana/'>Ana Reyes</a>, "
    "<time datetime='2025-11-30'>30 November</time></p>" + "".join(f"<p>{text} {text}</p>" for text in TEXTS)
    + '<p>See <a href="/news/night-clinics/">the report on clinics</a>.</p><p>Tags: <a rel="tag" href="/tag/water/">water</a></p></article>'
    '<nav class="post-navigation"><a rel="prev" href="/news/night-clinics/">Night clinics along the river road</a></nav>'
    '<section class="related"><h2>Read next</h2>' + repeat('<div><h3><a href="{url}x/">{title}</a></h3></div>') + "</section></main>"
)  # fmt: skip
NONE = {
    "an article": page(ARTICLE),
    "not found": page(
        "<main><h1>Nothing here</h1><p>The page you look for is not there any more.</p><form><input></form></main>"
    ),
    "a search without hits": page("<main><h1>Search results for “qqq”</h1><p>No results. Try other words.</p></main>"),
    "a plain text": page("<main><h1>About us</h1>" + "".join(f"<p>{text}</p>" for text in TEXTS) + "</main>"),
    "nothing": "<html><body></body></html>",
}


@pytest.mark.parametrize("name", NONE)
def test_pages_without_a_listing_have_none(name: str) -> None:
    reading = read_listing(NONE[name], "https://desk.example/news/wells-that-last/")
    assert reading.records == ()
    assert reading.confidence > 0.5


TERMS = repeat(
    '<article class="post-{n} type-post category-water"><h2><a href="{url}">{title}</a></h2>'
    '<footer>By <a href="/author/ana/">Ana Reyes</a> in <a href="/category/water/">Water</a><a href="/category/field-notes/">Field notes</a>'
    ' Tagged <a href="/tag/pumps/">pumps</a>, <a href="/tag/delta/">delta</a> <a href="{url}#comments">Leave a comment</a></footer></article>'
)


def test_terms_and_authors_are_told_apart() -> None:
    for record in read_listing(page(f"<main>{TERMS}</main>"), URL).records:
        assert record.categories == ("Water", "Field notes")
        assert record.tags == ("pumps", "delta")
        assert record.authors == ("Ana Reyes",)
        assert record.teaser is None


def test_what_a_link_says_of_its_files_size_is_no_title() -> None:
    rows = repeat(
        '<tr><td>{n}</td><td>{title}</td><td>{written}</td><td><a href="/files/{n}.pdf">Download <img src="/pdf.png" alt="pdf">'
        " (1.{n} MB)</a></td></tr>"
    )
    header = "<tr><th>Sl. No.</th><th>Title</th><th>Date</th><th>Download</th></tr>"
    found = read_listing(page(f"<main><h2>Circulars</h2><table>{header}{rows}</table></main>"), URL).records
    assert [(record.title, record.teaser) for record in found] == [(title, None) for title in TITLES]


def test_a_category_may_be_what_is_another_languages_label() -> None:
    names = ("Presse", "Forschung", "Termine", "Presse", "Lehre")
    entries = "".join(
        f'<div class="entry"><h3><a href="/news/{slug}/">{title}</a></h3><p>{text}</p><span class="news-list-category">{name}</span></div>'
        for slug, title, text, name in zip(SLUGS, TITLES, TEXTS, names, strict=True)
    )
    found = read_listing(page(f"<main>{entries}</main>"), URL).records
    assert [record.categories for record in found] == [(name,) for name in names]


def test_a_title_of_few_dense_letters_is_one_beside_its_category() -> None:
    titles = (
        "水道水質基準の改正について",
        "令和7年度水質調査の結果を公表します",
        "第4回作業部会の議事録",
        "農村の給水に関する検討会",
        "法律扶助制度の見直しについて",
    )
    entries = "".join(
        f'<li><a href="/news/{slug}/"><div class="in"><time datetime="{date}">{date}</time><div class="kind-category">{name}</div>'
        f'<span class="line">{title}</span></div></a></li>'
        for slug, date, title, name in zip(SLUGS, DATES, titles, ("水道", "統計", "会議", "会議", "法務"), strict=True)
    )  # fmt: skip
    found = read_listing(page(f"<main><h1>新着情報</h1><ul class='news'>{entries}</ul></main>"), URL).records
    assert [record.title for record in found] == [*titles]


def test_an_empty_slot_is_empty_and_a_missing_one_is_none() -> None:
    entries = repeat(
        '<div class="e"><h3><a href="{url}">{title}</a></h3><p>{text}</p><p class="tags">Tags: {tags}</p></div>'.replace(
            "{tags}", ""
        )
    )
    entries = entries.replace("Tags: </p>", 'Tags: <a href="/tag/pumps/">pumps</a></p>', 2)
    records = read_listing(page(f"<main>{entries}</main>"), URL).records
    assert [record.tags for record in records] == [("pumps",), ("pumps",), (), (), ()]
    assert {record.categories for record in records} == {None}
    assert {record.published for record in records} == {None}


def test_files_inside_records_and_outside_of_them() -> None:
    entries = repeat('<li><h3><a href="{url}">{title}</a></h3><p>{text}</p><a href="/f/{n}.pdf">Download</a></li>')
    html = page(f'<main><p>Our strategy until 2030 <a href="/f/strategy.pdf">Download</a></p><ul>{entries}</ul></main>')
    reading = read_listing(html, URL)
    assert reading.page_files == (("https://desk.example/f/strategy.pdf", "Our strategy until 2030"),)
    assert reading.records[0].files == (("https://desk.example/f/101.pdf", TITLES[0]),)


@pytest.mark.parametrize(
    ("encoding", "declared", "meta"),
    [
        ("utf-8", None, ""),
        ("windows-1252", None, ""),
        ("utf-8-sig", None, ""),
        ("koi8-r", "koi8-r", ""),
        ("gb18030", None, "gb2312"),
        ("utf-16", None, ""),
    ],
)
def test_bytes_are_decoded_as_a_browser_does(encoding: str, declared: str | None, meta: str) -> None:
    title = {
        "windows-1252": "Überblick für Träger",
        "koi8-r": "Обзор колодцев региона",
        "gb18030": "地区水井概览与说明",
    }.get(encoding, "Обзор – 概览 für alle")
    html = page("<main>" + repeat('<article><h2><a href="{url}">{title}</a></h2><p>{text}</p></article>') + "</main>")
    html = html.replace(TITLES[0], title).replace('<meta charset="utf-8">', f'<meta charset="{meta}">' if meta else "")
    assert read_listing(html.encode(encoding), URL, encoding=declared).records[0].title == title


RECORD = (
    '<article><h2><a href="/r/{n}x/">Title of record {n}</a></h2><p>'
    + "Some words of a teaser. " * 20
    + "</p></article>"
)
HUGE = {
    "ten megabytes of records": lambda: (
        "<main>" + "".join(RECORD.replace("{n}", str(n)) for n in range(18_000)) + "</main>"
    ),
    "ten megabytes of text": lambda: "<main><p>" + "word " * 2_000_000 + "</p></main>",
    "nested a hundred thousand deep": lambda: "<div>" * 100_000 + '<a href="/x/">x</a>',
    "fifty thousand links": lambda: (
        "<ul>" + "".join(f'<li><a href="/r/{n}x/">Link {n}</a></li>' for n in range(50_000)) + "</ul>"
    ),
    "half a million elements": lambda: "<p>x</p>" * 500_000,
    "nine thousand records": lambda: (
        "<dl>" + "".join(f'<dt><a href="/r/{n}x/">Link {n}</a></dt><dd>text</dd>' for n in range(9_000)) + "</dl>"
    ),
}


@pytest.mark.parametrize("name", HUGE)
def test_huge_pages_are_answered_or_refused_in_time(name: str) -> None:
    html = HUGE[name]()
    start = time.process_time()
    try:
        read_listing(html, URL)
    except NotGenuine as refusal:
        assert str(refusal)  # noqa: PT017  an answer is as good
    assert time.process_time() - start < 5


@pytest.mark.parametrize("html", ["", "  \n", b"\x00\x00"])
def test_an_empty_page_is_refused(html: str | bytes) -> None:
    with pytest.raises(NotGenuine):
        read_listing(html, URL)


@pytest.mark.shared
@pytest.mark.skipif(not SHARED.is_dir(), reason="needs the developers' corpus beside the checkout")
def test_the_seed_page_gives_its_four_records() -> None:
    expected = json.loads((SHARED / "seed/listing-page.expected.json").read_text())
    reading = read_listing((SHARED / "seed/listing-page.html").read_bytes(), expected["url"])
    assert [(r.url, r.title, list(r.categories or ()), list(r.tags or ())) for r in reading.records] == [
        (item["url"], item["title"], item["categories"], item["tags"]) for item in expected["items"]
    ]
    for record, item in zip(reading.records, expected["items"], strict=True):
        assert record.teaser is not None
        assert record.teaser.rstrip(".…") == item["teaser"].rstrip("…")
    values = [
        v
        for r in reading.records
        for v in (r.title, r.teaser, *(r.categories or ()), *(r.tags or ()), *(r.authors or ()))
    ]
    assert not set(expected["must_not_appear"]) & set(values)
    assert not any(text in str(r.teaser) for r in reading.records for text in ("Read More", "TAGS:"))
    assert reading.page_files == tuple((file["url"], file["title"]) for file in expected["page_files"])
    assert reading.next_url is None


@pytest.mark.shared
@pytest.mark.skipif(not SHARED.is_dir(), reason="needs the developers' corpus beside the checkout")
def test_no_name_of_the_corpus_stands_in_the_reader() -> None:
    """Words of plain English among the themes' names say nothing of a theme; generators' and longer names must not occur."""
    source = "\n".join(
        file.read_text() for file in (Path(__file__).resolve().parents[3] / "crawler/listing").glob("*.py")
    ).lower()
    names = {name for site in (SHARED / "corpus/listings").iterdir() for name in site.name.lower().split("-", 1)}
    plain = {
        "alchemy", "alto", "atlas", "backdrop", "base", "bricks", "bulletin", "clean", "coder", "dawn", "digest", "edition", "elegant",
        "engineering", "episode", "flex", "full", "go", "hack", "hybrid", "hyde", "keep", "material", "medio", "monospace", "notebook",
        "ops", "personal", "readable", "reflex", "responsive", "solitude", "solo", "source", "stack", "tabular", "term", "text", "type",
        "wp", "classic", "foundation", "bootstrap", "jane",
    }  # fmt: skip
    assert [name for name in sorted(names - plain) if name in source] == []


def test_a_menu_in_the_records_place_is_none_of_them() -> None:
    menu = '<div><a href="/">Start</a> <a href="/news.php">News</a> <a href="/contact.php">Write to us</a></div>'
    rows = repeat(
        '<div class="item"><i>{written}</i><br><a href="/news.php?id={n}"><b>{title}</b></a><br>{text}</div><hr>'
    )
    html = page(f"{menu}<h1>News</h1>{rows}")
    reading = read_listing(html, "https://desk.example/news.php")
    assert [record.title for record in reading.records] == list(TITLES)
    again = read_listing(html, "https://desk.example/news.php?page=2", wrapper=reading.wrapper)
    assert [record.title for record in again.records] == list(TITLES)


def test_a_title_that_is_cut_short_is_taken_from_its_link() -> None:
    titles = (
        "On wells and the pumps of the delta",
        "The price of bread in seven markets",
        "Interpreters in court and who pays",
    )
    items = "".join(
        f'<li><span>2025-03-0{n}</span><a href="/n/{n}.html" title="{title}">{title[:18]}{dots}</a></li>'
        for (n, title), dots in zip(enumerate(titles, 1), ("…", "...", "..."), strict=True)
    )
    reading = read_listing(f"<main><ul>{items}</ul></main>", "https://river.example/n/")
    assert [record.title for record in reading.records] == [*titles]


def test_a_base_counts_for_what_a_form_would_send() -> None:
    items = "".join(f'<tr><td><a href="doc/{n}">A paper on the wells of town {n}</a></td></tr>' for n in range(5))
    form = '<form action="docs/"><select name="page"><option value="1" selected>1</option><option value="2">2</option></select></form>'
    page = f'<html><head><base href="/portal/"></head><body><main><table>{items}</table>{form}</main></body></html>'
    assert (
        read_listing(page, "https://river.example/portal/docs/").next_url == "https://river.example/portal/docs/?page=2"
    )


def test_a_day_without_its_year_is_stated_in_full_by_an_attribute() -> None:
    entries = repeat('<div><p><span title="{written}" class="ago">{short}</span></p><h2><a href="{url}">{title}</a></h2><p>{text}</p></div>'.replace("{short}", "Nov {n}"))  # fmt: skip
    found = read_listing(page(f"<main>{entries.replace('Nov 10', 'Nov 1')}</main>"), URL).records
    assert [record.published for record in found] == [*WRITTEN]
