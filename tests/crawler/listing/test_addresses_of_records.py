"""Which links lead to records where their addresses look like something else, and which of a record's texts is its title."""

from __future__ import annotations

from dataclasses import replace

import pytest

from crawler.listing.model import Reading
from crawler.listing.reader import read_listing

TITLES = (
    "Guidance on the identification of victims", "Trends in water quality, 1985 to 2005", "Report of the Working Group",
    "Clean cooking: what works in camps?", "Manual for first responders, second edition",
)  # fmt: skip
TEXT = "A review of 41 programmes in nine countries compares stoves, fuels and the habits of those who use them."


def read(body: str, path: str) -> Reading:
    """The page as it is learnt; what was learnt gives the same again."""
    url = f"https://laws.example/{path}"
    markup = (
        f"<html lang='en'><body><div><a href='/'>Start</a> | <a href='/links.html'>Links</a></div>{body}</body></html>"
    )
    learnt = read_listing(markup, url)
    replayed = read_listing(markup, url, wrapper=learnt.wrapper)
    assert [replace(record, origins={}) for record in replayed.records] == [
        replace(record, origins={}) for record in learnt.records
    ]
    assert replayed.next_url == learnt.next_url
    return learnt


def test_an_address_that_looks_like_an_archives_may_lead_to_what_bears_a_title() -> None:
    rows = "".join(
        f"<tr><td><a href='/eli/cons/{2010 + n}/{n}'>{title}</a></td><td>No. {n}</td><td>{2010 + n}</td></tr>"
        for n, title in enumerate(TITLES, 1)
    )
    archive = "".join(f"<li><a href='/{year}/'>News and publications of {year}</a></li>" for year in range(2019, 2025))
    header = "<tr><th>Title</th><th>Number</th><th>Year</th></tr>"
    reading = read(f"<h1>Acts by title</h1><table>{header}{rows}</table><ul>{archive}</ul>", "browse/title")
    assert [record.title for record in reading.records] == [*TITLES]


def test_a_link_that_says_that_it_leads_on_in_the_pages_series_is_no_record() -> None:
    pieces = "".join(
        f"<h4>May {20 - n}, 2026</h4><p><a href='statement/{n}.html'>{title}</a><br>{TEXT}</p>"
        for n, title in enumerate(TITLES)
    )
    more = "<p><a href='statements2.html'>Older statements</a></p>"
    reading = read(f"<h1>Statements</h1>{pieces}{more}", "statements.html")
    assert [record.title for record in reading.records] == [*TITLES]
    assert reading.next_url == "https://laws.example/statements2.html"


@pytest.mark.parametrize("word", ["Girls back to school", "New wells", "Older people and their pumps today"])
def test_a_title_with_a_pagers_word_is_a_record_of_a_numbered_series(word: str) -> None:
    pieces = "".join(
        f"<p>{n}.06.2024<br><b><a href='news{n}.htm'>{title}</a></b><br>{TEXT}</p>"
        for n, title in enumerate((*TITLES, word), 2)
    )
    assert word in [record.title for record in read(f"<h1>News</h1>{pieces}", "news.htm").records]


def test_the_title_stands_beside_a_heading_that_is_a_number() -> None:
    pieces = "".join(
        f"<li class='item'><span class='result-heading'><a href='/bill/{4400 + n}'>H.R.{4400 + n}</a> — 119th Congress</span>"
        f"<span class='result-title'>{title}</span><span class='item'><b>Committees:</b> Waters</span></li>"
        for n, title in enumerate(TITLES)
    )
    reading = read(f"<h1>1-5 of 8,201</h1><ol>{pieces}</ol>", "search")
    assert [record.title for record in reading.records] == [*TITLES]


def test_a_link_that_names_a_format_and_a_number_is_no_title() -> None:
    pieces = "".join(
        f"<li class='act'><p>{title}</p><ul class='forms'><li><a href='/pdfs/A-{n}.pdf' title='Signed PDF of A-{n}'>PDF (A-{n} - 3 pages - "
        f"2{n}0 KB)</a></li></ul></li>"
        for n, title in enumerate(TITLES)
    )  # fmt: skip
    reading = read(f"<h2>Journal No. 120</h2><h3>I. General</h3><ul>{pieces}</ul>", "journal/120")
    assert [record.title for record in reading.records] == [*TITLES]


def test_what_stands_for_all_of_a_section_is_no_record() -> None:
    sections = "".join(
        f"<section><h2>{name}</h2><ul>"
        + "".join(f"<li><a href='/en/pub/{n}{at}'>{title}</a> <em>{n + 3} May 2026</em></li>" for at, title in enumerate(pair))
        + f"</ul><a class='all' href='/en/publications/{name.lower()}'>All {name.lower()}</a></section>"
        for n, (name, pair) in enumerate((("Guides", TITLES[:2]), ("Reports", TITLES[2:4]), ("Manuals", (TITLES[4], "A field book of springs and wells"))))
    )  # fmt: skip
    reading = read(f"<main><h1>Publications</h1>{sections}</main>", "en/publications")
    assert [record.title for record in reading.records] == [*TITLES, "A field book of springs and wells"]


def test_a_bold_title_behind_a_day_has_its_text_after_it() -> None:
    pieces = "".join(
        f"<font color=#666666>{n + 3}.05.2026</font>&nbsp;<b>{title}</b><br>{TEXT} Part {n}. <a href='show.asp?id={n}'>[more]</a><br><br>"
        for n, title in enumerate(TITLES)
    )
    reading = read(f"<table><tr><td>{pieces}</td></tr></table>", "news.asp")
    assert [record.title for record in reading.records] == [*TITLES]
    assert [record.teaser for record in reading.records] == [f"{TEXT} Part {n}." for n in range(len(TITLES))]


def test_a_bold_law_is_a_title_though_its_day_is_most_of_it() -> None:
    days = ("5 de maio", "22 de abril", "3 de abril", "28 de março")
    pieces = "".join(
        f"<div class='lei'><a href='/lei/123{n}'><b>Lei nº 1.23{n}, de {day} de 2025</b></a><p>Institui o programa de bibliotecas de bairro, parte {n}.</p>"
        f"<a href='/lei/123{n}.pdf'><i title='PDF'></i></a></div>"
        for n, day in enumerate(days)
    )
    reading = read(f"<main><h1>Leis</h1>{pieces}</main>", "leis")
    assert [record.title for record in reading.records] == [
        f"Lei nº 1.23{n}, de {day} de 2025" for n, day in enumerate(days)
    ]
