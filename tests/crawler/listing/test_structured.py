"""JSON-LD beside a listing: it fills what the page shows of no record, and never overrides what it shows."""

from __future__ import annotations

import json
from typing import Any

import pytest

from crawler.listing.reader import read_listing

URL = "https://w.example/texts/"
NAMES = ("wells", "boats", "bread", "seeds", "looms")


def page(block: object, *, dates: bool = False) -> str:
    shown = '<time datetime="2020-01-02">2 January 2020</time>' if dates else ""
    records = "".join(
        f'<li><h2><a href="/texts/{name}/">A report about {name} and their keepers</a></h2>{shown}</li>'
        for name in NAMES
    )
    text = block if isinstance(block, str) else json.dumps(block)
    return (
        f'<html><head><script type="application/ld+json">{text}</script></head><body><ul>{records}</ul></body></html>'
    )


def article(name: str, **more: Any) -> dict[str, Any]:
    return {
        "@type": "BlogPosting",
        "url": f"https://w.example/texts/{name}/",
        "headline": "Another title",
        "datePublished": "2024-05-06T07:08:09+02:00",
        "author": [{"@type": "Person", "name": "Mara Holt"}, "Jonas Eide"],
        "description": f"What was seen of {name}.",
    } | more


ITEM_LIST = {
    "@type": "ItemList",
    "itemListElement": [{"@type": "ListItem", "position": n, "item": article(name)} for n, name in enumerate(NAMES)],
}
BLOG = {"@context": "https://schema.org", "@graph": [{"@type": "Blog", "blogPost": [article(name) for name in NAMES]}]}
COLLECTION = {"@type": "CollectionPage", "mainEntity": {"hasPart": [article(name) for name in NAMES]}}


@pytest.mark.parametrize("block", [ITEM_LIST, BLOG, COLLECTION], ids=["ItemList", "Blog", "CollectionPage"])
def test_what_the_page_does_not_show_is_filled(block: object) -> None:
    reading = read_listing(page(block), URL)
    assert [record.title for record in reading.records] == [f"A report about {n} and their keepers" for n in NAMES]
    for record, name in zip(reading.records, NAMES, strict=True):
        assert record.published == "2024-05-06T07:08:09+02:00"
        assert record.authors == ("Mara Holt", "Jonas Eide")
        assert record.teaser == f"What was seen of {name}."
        assert record.origins["published"] == "JSON-LD"
    again = read_listing(page(block), URL, wrapper=reading.wrapper)
    fields = ("url", "title", "published", "authors", "teaser")
    for name in fields:
        assert [getattr(r, name) for r in again.records] == [getattr(r, name) for r in reading.records]


def test_what_the_page_shows_stands() -> None:
    reading = read_listing(page(BLOG, dates=True), URL)
    assert {record.published for record in reading.records} == {"2020-01-02"}
    assert {record.authors for record in reading.records} == {("Mara Holt", "Jonas Eide")}


@pytest.mark.parametrize(
    "block",
    [
        "{",
        "null",
        "[" * 5000,
        '{"@graph": 7}',
        {"@graph": [{"name": ["x"], "datePublished": {"a": 1}, "url": 5}]},
        {"@type": "BlogPosting", "headline": "x", "datePublished": "2024-01-01", "url": "https://[broken"},
        [article("elsewhere")],
        {"@type": "ItemList", "itemListElement": [{"item": article("wells", author={"name": {"name": []}}, url=None)}]},
    ],
    ids=["cut", "null", "deep", "number", "wrong types", "broken address", "other pages", "no address"],
)
def test_what_is_broken_or_of_other_pages_is_left_out(block: object) -> None:
    reading = read_listing(page(block), URL)
    assert len(reading.records) == len(NAMES)
    assert {record.published for record in reading.records} == {None}


def test_the_explanation_names_slots_and_roles() -> None:
    explanation = read_listing(page(BLOG, dates=True), URL, explain=True).explanation
    assert explanation is not None
    candidates, slots = explanation["candidates"], explanation["slots"]
    assert isinstance(candidates, list)
    assert isinstance(slots, list)
    assert [each["chosen"] for each in candidates if isinstance(each, dict)].count(True) == 1
    roles = {each["slot"]: each["role"] for each in slots if isinstance(each, dict)}
    assert roles == {"h2 > a": "title", "time": "date"}
