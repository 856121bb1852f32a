"""Wrappers that a person has written: checked when they are given, replayed as they are, their drift told."""

from __future__ import annotations

from typing import Any

import pytest

from crawler.listing.pinned import pinned
from crawler.listing.reader import read_listing
from pipeline.errors import UsageError

URL = "https://w.example/texts/"


def page(count: int = 4, names: str = "hit") -> str:
    records = "".join(
        f'<div class="{names}"><a class="cover" href="/c/{n}"><img src="/i/{n}.jpg"></a><h3><a href="/t/{n}">Title {n}</a></h3>'
        f'<p class="source">Quay Press {n}</p><p class="lead">Lead of the text {n}.</p>'
        f'<span class="k">Water</span><span class="k">Law</span><b data-on="2024-05-0{n}">yesterday</b></div>'
        for n in range(1, count + 1)
    )
    return (
        f'<html><body><div class="promo"><a href="/p/1">Promoted</a></div><main>{records}</main>'
        '<a class="older" href="/texts/?from=20">More of these</a></body></html>'
    )


WHOLE = {
    "records": "div.hit",
    "fields": {
        "teaser": "p.lead",
        "categories": "span.k",
        "published": "b::attr(data-on)",
        "image": "img",
        "authors": ".//p[@class='source']",
    },
    "next": "a.older",
}


def test_the_persons_selectors_are_read() -> None:
    reading = read_listing(page(), URL, wrapper=pinned(WHOLE))
    assert [(r.url, r.title) for r in reading.records] == [
        (f"https://w.example/t/{n}", f"Title {n}") for n in range(1, 5)
    ]
    first = reading.records[0]
    assert (first.teaser, first.published) == ("Lead of the text 1.", "2024-05-01")
    assert (first.categories, first.authors) == (("Water", "Law"), ("Quay Press 1",))
    assert first.image == "https://w.example/i/1.jpg"
    assert first.origins["teaser"] == "pinned selector"
    assert reading.next_url == "https://w.example/texts/?from=20"
    assert reading.drift == ""


def test_records_alone_suffice_and_no_next_page_can_be_said() -> None:
    reading = read_listing(page(), URL, wrapper=pinned({"records": ".hit", "next": None}))
    assert [record.title for record in reading.records] == [f"Title {n}" for n in range(1, 5)]
    assert reading.next_url is None


def test_a_redesign_is_told_and_nothing_is_learnt_in_its_place() -> None:
    wrapper = pinned(WHOLE)
    reading = read_listing(page(names="card"), URL, wrapper=wrapper)
    assert reading.records == ()
    assert reading.drift == "the pinned wrapper finds no records at div.hit"
    assert reading.wrapper == wrapper


def test_a_learnt_wrapper_can_be_pinned() -> None:
    learnt = read_listing(page(), URL)
    again = read_listing(page(7), URL, wrapper=pinned(dict(learnt.wrapper or {})))
    assert len(learnt.records) == 4
    assert len(again.records) == 7


@pytest.mark.parametrize(
    ("value", "message"),
    [
        ([], "JSON object"),
        ({}, '"records"'),
        ({"records": ""}, '"records"'),
        ({"records": "div[["}, "neither CSS nor XPath"),
        ({"records": "//div["}, "neither CSS nor XPath"),
        ({"records": "li", "fields": {"price": "b"}}, "no field 'price'"),
        ({"records": "li", "fields": {"title": "h3 >>"}}, "neither CSS nor XPath"),
    ],
)
def test_what_cannot_work_is_refused(value: Any, message: str) -> None:
    with pytest.raises(UsageError, match=message) as caught:
        pinned(value)
    assert caught.value.advice


def test_a_flat_record_is_its_heading_and_what_follows() -> None:
    records = "".join(
        f'<h3><a href="/t/{n}">Title {n}</a></h3><p>What the text of number {n} says.</p>' for n in range(1, 5)
    )
    reading = read_listing(
        f"<html><body><main>{records}</main></body></html>", URL, wrapper=pinned({"records": "main > h3", "flat": True})
    )
    assert [(r.title, r.teaser) for r in reading.records] == [
        (f"Title {n}", f"What the text of number {n} says.") for n in range(1, 5)
    ]
    assert reading.drift == ""
