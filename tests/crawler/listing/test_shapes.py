"""The shapes of `shapes/`: systems, repositories, builders, plain pages, languages, pagers, and pages without a listing."""

from __future__ import annotations

from dataclasses import replace

import pytest

from crawler.listing.reader import read_listing
from tests.crawler.listing.shapes import (
    agencies,
    builders,
    bylines,
    courts,
    engines,
    frameworks,
    lands,
    languages,
    ministries,
    mixed,
    mixtures,
    oddities,
    offices,
    pagers,
    plain,
    portals,
    publishers,
    records,
    repositories,
    scholars,
    systems,
    themes,
    tongues,
    untidy,
)
from tests.crawler.listing.shapes.frames import crowd
from tests.crawler.listing.shapes.shape import Shape

SHAPES = [
    shape
    for module in (
        systems,
        repositories,
        builders,
        plain,
        publishers,
        mixed,
        languages,
        pagers,
        agencies,
        ministries,
        engines,
        tongues,
        records,
        lands,
        themes,
        oddities,
        courts,
        untidy,
        scholars,
        offices,
        frameworks,
        bylines,
        mixtures,
        portals,
    )
    for shape in module.SHAPES
]


@pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: shape.name)
def test_a_shape_is_read(shape: Shape) -> None:
    assert shape.differences(read_listing(shape.html(), shape.url)) == []


@pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: shape.name)
def test_a_shape_is_replayed(shape: Shape) -> None:
    learnt = read_listing(shape.html(), shape.url)
    again = read_listing(shape.html(), shape.url, wrapper=learnt.wrapper)
    assert again.drift == ""
    assert shape.differences(again) == []


def test_shapes_are_read_in_a_crowd() -> None:
    """Beside a large menu, a column of richer cards and a band of posts; the few that drown there are the plainest lists."""
    shapes = [replace(shape, frame=crowd) for shape in SHAPES if "$head" not in shape.page]
    lost = [shape.name for shape in shapes if shape.differences(read_listing(shape.html(), shape.url))]
    assert len(lost) <= 0.04 * len(shapes), lost


WITH_SINGLES = (
    mixed,
    ministries,
    tongues,
    lands,
    themes,
    oddities,
    untidy,
    scholars,
    offices,
    frameworks,
    mixtures,
    portals,
)
NONE = {name: pagers.without_listing(name) for name in pagers.NO_LISTING} | {
    name: module.single(name) for module in WITH_SINGLES for name in module.SINGLES
}


@pytest.mark.parametrize("name", NONE)
def test_no_listing_is_seen_where_there_is_none(name: str) -> None:
    reading = read_listing(NONE[name], "https://river.example/list/text-2")
    assert [record.url for record in reading.records] == []
    assert reading.next_url is None
    assert reading.confidence > 0.5


@pytest.mark.parametrize("name", mixed.SINGLES)
def test_no_listing_is_seen_in_a_crowd_around_an_article(name: str) -> None:
    markup = f"<!doctype html><html><head><title>River</title></head><body>{crowd(mixed.SINGLES[name])}</body></html>"
    assert read_listing(markup, "https://river.example/list/text-2").records == ()


@pytest.mark.parametrize(
    "heading",
    [
        "404", "Error 404", "Page not found", "Oops! That page can’t be found.", "Nothing Found", "No results found for “qwx”",
        "Seite nicht gefunden", "Página no encontrada", "Page introuvable", "Страница не найдена", "Aucun résultat", "页面不存在",
    ],
)  # fmt: skip
def test_a_page_that_says_that_it_is_vacant_has_no_listing(heading: str) -> None:
    page = crowd(f"<h1>{heading}</h1><p>Try the menu above.</p>")
    markup = f"<!doctype html><html><head><title>River</title></head><body>{page}</body></html>"
    assert read_listing(markup, "https://river.example/list/text-2").records == ()


@pytest.mark.parametrize("title", ["No results yet from the talks", "Not found: 404 wells", "No news is good news"])
def test_a_record_may_be_called_what_vacant_pages_say(title: str) -> None:
    shape = next(shape for shape in SHAPES if shape.count == 6 and "<h2><a " in shape.record)
    page = replace(shape, pool=replace(shape.pool, titles=(title, *shape.pool.titles[1:])))
    assert len(read_listing(page.html(), page.url).records) == 6


def test_a_few_records_with_texts_of_their_own_are_a_listing_under_a_long_introduction() -> None:
    introduction = "".join(f"<p>{text} {text} {text}</p>" for text in pagers.TEXTS * 2)
    records = "".join(
        f'<div class="item"><h4><a href="/list/r{i}">{title}</a></h4><p>{text}</p></div>'
        for i, (title, text) in enumerate(zip(("Bread in seven markets", "Girls back to school", "Night clinics"), pagers.TEXTS, strict=False))
    )  # fmt: skip
    markup = f"<html lang='en'><body><div><h1>Guides</h1>{introduction}<div>{records}</div></div></body></html>"
    found = [record.url for record in read_listing(markup, "https://river.example/guides").records]
    assert found == [f"https://river.example/list/r{i}" for i in range(3)]


def test_the_piece_that_holds_the_pages_title_is_no_record_beside_the_menu_and_the_foot() -> None:
    text = "".join(f"<p>{text} {text} {text}</p>" for text in pagers.TEXTS)
    others = "".join(
        f"<div class='c5'><a href='/podcast/{number}'>Episode {number}: {title}</a><span>3{number} min</span></div>"
        for number, title in ((8, "Bread in seven markets"), (7, "Girls back to school"), (6, "Night clinics"), (5, "The weir"))
    )  # fmt: skip
    sections = ("About us", "What we do", "News", "Publications", "Events")
    menu = "".join(
        f"<div class='c9'><a href='/{name.lower().replace(' ', '-')}/'>{name}</a></div>" for name in sections
    )
    foot = "<div class='c9'><a href='/terms'>Terms</a></div><div class='c9'><a href='/cookies'>Cookies</a></div>"
    markup = (
        f"<html lang='en'><body class='page'><div class='c1'><div class='c3'>{menu}</div><div class='c77'><h1>Episode 12</h1>"
        f"<p>34 min · 2 May 2026</p>{text}<h3>Transcript</h3>{text}<h3>Previous episodes</h3>{others}</div>"
        f"<div class='c4'>{foot}</div></div></body></html>"
    )
    assert read_listing(markup, "https://river.example/podcast/12").records == ()
