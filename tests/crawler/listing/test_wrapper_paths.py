"""Where a first page's records stand, as learnt from it, finds the records of the next page."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest

from crawler.listing.model import Reading
from crawler.listing.reader import read_listing

URL = "https://desk.example/news/"
SLUGS = ("wells", "clinics", "teachers", "boats", "harvest", "schools", "bridges", "forests")


def record(slug: str, tag: str = "article") -> str:
    text = f"What we found out about {slug}, in three years of visits, in eleven districts, and in two languages."
    return (
        f'<{tag}><h2><a href="/news/{slug}/">Everything about {slug} and more</a></h2>'
        f"<time datetime='2025-03-02'>2 March 2025</time><p>{text}</p></{tag}>"
    )


def page(body: str) -> str:
    return f"<html><body><div><main>{body}</main></div></body></html>"


def featured(slugs: Sequence[str], *, first: bool) -> str:
    """A first page with its first record in a box of its own, less deep than the others; later pages without that."""
    head, rest = (slugs[:1], slugs[1:]) if first else ((), slugs)
    lead = "".join(f'<div class="lead">{record(slug)}</div>' for slug in head)
    return page(lead + '<div class="rest"><div class="in">' + "".join(map(record, rest)) + "</div></div>")


def parted(slugs: Sequence[str], *, first: bool) -> str:
    """Rules between records that bear no name, and that are of the records' tag."""
    lead = "<p>All that we wrote.</p>" if first else ""
    return page(lead + "<ul>" + "<li>&nbsp;</li>".join(record(slug, "li") for slug in slugs) + "</ul>")


def unclosed(slugs: Sequence[str], *, first: bool) -> str:
    """Boxes that are opened once more within themselves, since they were never closed."""
    half = len(slugs) // 2 + first
    within = f'<div class="in">{"".join(map(record, slugs[half:]))}</div>'
    return page(f'<div class="in">{"".join(map(record, slugs[:half]))}{within}</div>')


def addresses(reading: Reading) -> list[str]:
    return [found.url for found in reading.records]


@pytest.mark.parametrize("shape", [featured, parted])
def test_the_next_page_is_replayed(shape: Callable[..., str]) -> None:
    learnt = read_listing(shape(SLUGS, first=True), URL).wrapper
    assert learnt is not None
    assert learnt["records"]
    markup = shape([f"{slug}-again" for slug in SLUGS], first=False)
    again = read_listing(markup, URL + "page/2/", wrapper=learnt)
    assert again.wrapper == learnt
    assert addresses(again) == [f"https://desk.example/news/{slug}-again/" for slug in SLUGS]


@pytest.mark.parametrize("shape", [featured, parted, unclosed])
def test_replay_gives_what_learning_gives(shape: Callable[..., str]) -> None:
    learnt = read_listing(shape(SLUGS, first=True), URL).wrapper
    markup = shape([f"{slug}-again" for slug in SLUGS], first=False)
    assert addresses(read_listing(markup, URL + "page/2/", wrapper=learnt)) == addresses(
        read_listing(markup, URL + "page/2/")
    )
