"""Listings in the markup that content systems of libraries, journals, ministries and NGOs give them, in our own words.

Each shape is a page of six records; the expectation is the first one's. A field that is not named may be anything.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from crawler.listing.reader import read_listing

URL = "https://river.example/list/"
TITLES = (
    "Safe water after floods: a field manual", "Landlords and sanctuary", "Girls back to school",
    "The price of bread in seven markets", "Interpreters in court: who pays, who waits", "Night clinics for porters",
)  # fmt: skip
TEXTS = (
    "How twelve towns kept their wells usable after the floods, with checklists for pumps.",
    "A survey of 840 tenancies in four cities asks why so few owners answer a letter.",
    "What 31 head teachers did when classes reopened, and which of it lasted longer than a year.",
    "Weekly prices collected by shopkeepers show that transport drives the increase.",
    "Hearings are adjourned most often for one reason, and it is cheap to remove.",
    "Opening from eight to midnight doubled the number of men who came for a check.",
)
DAYS = ("18 November 2024", "2 October 2024", "9 September 2024", "30 July 2024", "21 June 2024", "14 May 2024")
ISO = ("2024-11-18", "2024-10-02", "2024-09-09", "2024-07-30", "2024-06-21", "2024-05-14")
PEOPLE = ("Mara Holt", "Jonas Eide", "Leila Aziz", "Ben Okafor", "Eva Lind", "Ana Reis")
SUBJECTS = ("Water", "Housing", "Education", "Markets", "Justice", "Health")
HEAD = (
    '<header><a href="/"><img alt="River Institute"></a><nav><ul><li><a href="/about">About us</a><li><a href="/work">'
    'Our work</a><li><a href="/contact">Contact</a></ul></nav></header>'
)
FOOT = (
    '<footer><ul><li><a href="/privacy">Privacy</a><li><a href="/imprint">Imprint</a></ul><p>© Institute</p></footer>'
)


def page(record: Callable[[int], str], before: str = "<main>", behind: str = "</main>") -> str:
    return f"<html><body>{HEAD}{before}{''.join(map(record, range(6)))}{behind}{FOOT}</body></html>"


def blog_with_details(i: int) -> str:
    return (
        f'<div class="item column-1" itemprop="blogPost"><h2 itemprop="name"><a href="/blog/{i}" itemprop="url">{TITLES[i]}'
        f'</a></h2><dl class="article-info"><dt>Details</dt><dd class="createdby" itemprop="author">Written by <span '
        f'itemprop="name">{PEOPLE[i]}</span></dd><dd class="category-name">Category: <a href="/blog" itemprop="genre">'
        f'{SUBJECTS[i]}</a></dd><dd class="published"><time datetime="{ISO[i]}">Published: {DAYS[i]}</time></dd>'
        f'<dd class="hits">Hits: {40 + i}</dd></dl><p>{TEXTS[i]}</p><p class="readmore"><a href="/blog/{i}">Read more: '
        f"{TITLES[i]}</a></p></div>"
    )


def teaser_with_login(i: int) -> str:
    return (
        f'<article class="node"><div class="meta">By <a href="/user/{i + 2}">{PEOPLE[i]}</a>, <time datetime="{ISO[i]}">'
        f'{DAYS[i]}</time></div><h2><a href="/article/{i}" rel="bookmark">{TITLES[i]}</a></h2><div class="label">Tags</div>'
        f'<div class="field-tags"><a href="/taxonomy/term/{i}">{SUBJECTS[i]}</a></div><p>{TEXTS[i]}</p><ul class="links">'
        f'<li><a href="/article/{i}">Read more<span class="hidden"> about {TITLES[i]}</span></a></li><li>'
        f'<a href="/user/login">Log in</a> to post comments</li></ul></article>'
    )


def repository_item(i: int) -> str:
    return (
        f'<li class="mt-4"><span class="badge">Publication</span><a class="lead item-list-title" href="/items/{i}0e">'
        f'{TITLES[i]}</a><span class="text-muted">(<span class="publisher">Quay Press</span>, <span class="item-date">'
        f'{ISO[i]}</span>) <span class="item-list-authors"><span>{PEOPLE[i]}</span>; <span>{PEOPLE[i - 1]}</span></span>'
        f'</span><div class="item-list-abstract"><div>{TEXTS[i]}</div></div></li>'
    )


def situation_report(i: int) -> str:
    return (
        f'<article class="river"><header><p><a href="/country/c{i}">Sudan</a></p><h3><a href="/report/{i}">{TITLES[i]}</a>'
        f'</h3></header><div class="content"><p>{TEXTS[i]}</p></div><footer><dl><dt>Format</dt><dd>Situation Report</dd>'
        f'<dt>Source</dt><dd><a href="/organization/q">Quay</a></dd><dt>Posted</dt><dd><time datetime="{ISO[i]}">{DAYS[i]}'
        f"</time></dd></dl></footer></article>"
    )


def journal_article(i: int) -> str:
    return (
        f'<li><div class="article_summary"><h3 class="title"><a href="/view/{70 + i}">{TITLES[i]}</a></h3><div class="meta">'
        f'<div class="authors">{PEOPLE[i]}, {PEOPLE[i - 1]}</div><div class="pages">{i}1-{i}9</div></div><ul><li>'
        f'<a class="galley pdf" href="/view/{70 + i}/9">PDF</a></li></ul></div></li>'
    )


def citation(i: int) -> str:
    return (
        f'<p><span class="person_name">Holt, M.</span> and <span class="person_name">Eide, J.</span> (2024) <a href="/{i + 9}/">'
        f"<em>{TITLES[i]}</em></a> Quay Reports, {i + 1} (2). pp. 1-{i + 9}. ISSN 1234-5678</p>"
    )


def circular(i: int) -> str:
    return f"<tr><td>{i + 1}</td><td>{TITLES[i]}</td><td>{DAYS[i]}</td><td><a href='/f/{i}.pdf'>Download</a> (1.{i} MB)</td></tr>"


def card_with_kicker(i: int) -> str:
    return (
        f'<div class="col-4"><div class="card"><img src="/m/{i}.jpg" alt=""><div class="card-body"><p class="upper">{SUBJECTS[i]}'
        f'</p><h5>{TITLES[i]}</h5><p class="card-text">{TEXTS[i]}</p><small>{DAYS[i]}</small><a class="btn" '
        f'href="/blog/{i}/">Read more</a></div></div></div>'
    )


def story(i: int) -> str:
    return (
        f'<div class="story"><div><a href="/@a{i}">{PEOPLE[i]}</a> in <a href="/c">{SUBJECTS[i]}</a> <time>{DAYS[i]}</time> · '
        f'5 min read</div><a href="/p/{i}-abc"><h3>{TITLES[i]}</h3><h4>{TEXTS[i]}</h4></a><a href="/p/{i}-abc#responses">'
        f"3 responses</a></div>"
    )


def essay_in_a_line(i: int) -> str:
    return f'<li><a href="/r/{i}">{TITLES[i]}</a> — by {PEOPLE[i]}, {DAYS[i]}</li>'


def report_file(i: int) -> str:
    return f'<li><a href="/f/{i}.pdf">{TITLES[i]} (PDF, 1.{i} MB)</a> {DAYS[i]}</li>'


WHOLE: dict[str, Any] = {"title": TITLES[0], "teaser": TEXTS[0]}
CASES = {
    "details in a list of terms": (
        page(blog_with_details),
        WHOLE | {"published": ISO[0], "categories": (SUBJECTS[0],), "authors": (PEOPLE[0],)},
    ),
    "log in is nobody": (
        page(teaser_with_login),
        WHOLE | {"published": ISO[0], "tags": (SUBJECTS[0],), "authors": (PEOPLE[0],)},
    ),
    "repository": (
        page(repository_item, "<main><ul>", "</ul></main>"),
        WHOLE | {"published": ISO[0], "authors": (PEOPLE[0], PEOPLE[5])},
    ),
    "format in front of its value": (
        page(situation_report),
        WHOLE | {"published": ISO[0], "categories": ("Situation Report",)},
    ),
    "pages are no dates": (
        page(journal_article, '<div class="issue"><ul>', "</ul></div>"),
        {"title": TITLES[0], "published": None, "authors": (PEOPLE[0], PEOPLE[5])},
    ),
    "citations": (
        page(citation, "<div><h1>2024</h1>", "</div>"),
        {"title": TITLES[0], "authors": ("Holt, M.", "Eide, J.")},
    ),
    "titles beside download links": (
        page(circular, "<table><tr><th>No</th><th>Title</th><th>Date</th><th>File</th></tr>", "</table>"),
        {"title": TITLES[0], "published": DAYS[0], "teaser": None},
    ),
    "kickers": (page(card_with_kicker), WHOLE | {"published": DAYS[0], "categories": (SUBJECTS[0],)}),
    "people with at signs": (page(story), WHOLE | {"published": DAYS[0], "authors": (PEOPLE[0],)}),
    "sizes of files": (page(report_file, "<main><ul>", "</ul></main>"), {"title": TITLES[0], "published": DAYS[0]}),
    "authors in the line": (
        page(essay_in_a_line, "<main><ul>", "</ul></main>"),
        {"title": TITLES[0], "published": DAYS[0], "authors": (PEOPLE[0],)},
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_the_markup_of(name: str) -> None:
    markup, want = CASES[name]
    records = read_listing(markup, URL).records
    assert [record.title for record in records] == list(TITLES)
    assert {field: getattr(records[0], field) for field in want} == want
