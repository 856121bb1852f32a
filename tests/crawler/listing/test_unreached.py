"""What a page says of further records to which no address leads; and what only looks as if it did."""

from __future__ import annotations

import pytest

from crawler.listing.reader import read_listing

ITEMS = "".join(
    f'<li class="item"><h3><a href="/reports/{n}">Report {n} on water in towns</a></h3><p>What district {n} found this year.</p></li>'
    for n in range(1, 7)
)
NOWHERE = "javascript:__doPostBack('list','Page${}')"


def said(beside: str, before: str = "", items: str = ITEMS) -> str:
    page = f"<html><body><main><h1>Reports</h1>{before}<ul>{items}</ul>{beside}</main></body></html>"
    reading = read_listing(page, "https://river.example/reports")
    assert (len(reading.records), reading.next_url) == (6, None)
    again = read_listing(page, "https://river.example/reports", wrapper=reading.wrapper)
    assert again.unreached == reading.unreached
    return reading.unreached


@pytest.mark.parametrize(
    ("beside", "expected"),
    [
        (f'<div class="pager"><span>1</span> <a href="{NOWHERE.format(2)}">2</a> <a href="{NOWHERE.format(3)}">3</a></div>', "2"),
        ('<div class="paginate"><strong>1</strong><a href="#" onclick="fn_link_page(2); return false;">2</a></div>', "2"),
        ('<ul class="pagination"><li class="active"><a href="#">1</a></li><li><a href="#">2</a></li></ul>', "2"),
        ('<ul><li class="page-item"><a href="">1</a></li><li class="page-item"><a href="">2</a></li></ul>', "2"),
        ('<form method="post"><input type="submit" name="page" value="Next &gt;"></form>', "Next >"),
        ('<button class="btn load-more" data-offset="6">Load more</button>', "Load more"),
        ('<a href="#" class="btn">Show more</a>', "Show more"),
        ('<button type="button" aria-label="Next page"><svg></svg></button>', "Next page"),
        ('<p class="count">Showing 1 to 6 of 1,318 entries</p>', "1–6 / 1,318"),
        ("<p>第1-6条，共57条</p>", "1–6 / 57"),
        ('<div class="page"><script>createPageHTML(25, 0, "index", "html");</script></div>', "createPageHTML(25, 0, …)"),
    ],
)  # fmt: skip
def test_more_is_said(beside: str, expected: str) -> None:
    assert said(beside) == expected


@pytest.mark.parametrize(
    "beside",
    [
        "",
        f'<div class="pager"><a href="{NOWHERE.format(1)}">1</a> <a href="{NOWHERE.format(2)}">2</a> <span>3</span></div>',
        '<div class="pager"><a href="#" class="disabled">Next</a></div>',
        '<ul class="pager"><li><a href="/reports?p=1">« Previous</a></li><li><a href="#">Next »</a></li></ul>',
        '<button class="more" aria-expanded="false">Show more filters</button>',
        '<button data-uk-toggle="target: .tags">More tags</button>',
        '<div class="swiper"><button class="swiper-next">Next</button></div>',
        '<div class="pager" style="display: none"><a href="#">Next page</a></div>',
        "<p>Showing 1 to 6 of 6 entries</p>",
        "<p>Our conference: 1 – 6 June 2025</p>",
        "<p>Open 1 - 6, room 12</p>",
        '<script>createPageHTML(1, 0, "index", "html");</script>',
        '<script>createPageHTML(25, 24, "index", "html");</script>',
        '<a href="#top">Back to the top</a> <a href="#">Share</a>',
        # What goes on with something else: slides, steps of a form, tabs, stars, the rest of a notice, filters.
        '<div class="owl-nav"><button class="owl-next">Next</button></div>',
        '<form method="post"><input type="submit" value="Next"></form>',
        '<ul class="tabs"><li><a href="#">1</a></li><li><a href="#">2</a></li></ul>',
        '<div class="stars"><a href="#">1</a><a href="#">2</a><a href="#">3</a></div>',
        '<div class="notice"><button>More information</button><button>Accept</button></div>',
        '<div class="facets"><a href="#" class="facet-more">Show more</a></div>',
    ],
)
def test_nothing_is_said_where_a_page_is_all(beside: str) -> None:
    assert said(beside) == ""


def test_a_button_before_the_records_goes_on_with_something_else() -> None:
    assert said("", before='<a href="#" class="btn">Show more</a>') == ""


def test_a_button_of_a_record_or_far_from_them_turns_no_page() -> None:
    assert said("", items=ITEMS.replace("</li>", "<button>Show more</button></li>")) == ""
    far = "<div><div><div><div><form><button>Next</button></form></div></div></div></div>"
    page = f"<html><body><div class='top'>{far}</div><div><div><div><div><ul>{ITEMS}</ul></div></div></div></div></body></html>"
    assert read_listing(page, "https://river.example/reports").unreached == ""
