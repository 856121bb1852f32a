"""What a redesign changes on the surface changes no record: attributes' order, wrapper elements, class names, menus, rel, time.

Always on small pages made here; on the developers' corpus, where it is at hand, on the first listing page of each site.
"""

from __future__ import annotations

import json
import random
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest
from lxml import html

from crawler.listing.reader import read_listing

CORPUS = Path(__file__).resolve().parents[4] / "shared" / "corpus" / "listings"
SITE = "https://library.example.org/"

# Pages made here

TEXTS = (
    ("Rain gauges in the hills", "Farmers read forty gauges a day and send the numbers by telephone.", "2024-11-05"),
    ("Who may open a bank account", "A comparison of the papers that nine banks ask of a newcomer.", "2024-09-27"),
    ("Clinics on wheels", "Two buses reach places where no road was marked ten years ago.", "2024-08-13"),
    ("School meals and harvests", "Buying from the village keeps the price of a meal steady.", "2024-06-02"),
    ("Letters from prison", "What prisoners ask for first: a lawyer, a stamp, news of a child.", "2024-03-19"),
    ("Repairing hand pumps", "Most repairs need one of six parts; the list is short enough to learn.", "2023-12-30"),
    ("A map of the night buses", "Cleaners and nurses drew it in an afternoon, and it is still correct.", "2023-10-08"),
)

Shape = Callable[[str, str, str, str], str]

SHAPES: dict[str, tuple[str, Shape, str]] = {
    "articles": (
        "<div class='list'>",
        lambda u, t, x, d: (
            f"<article class='entry hentry'><h2 class='entry-title'><a href='{u}' rel='bookmark'>{t}</a></h2>"
            f"<time class='entry-date' datetime='{d}'>{d}</time><div class='entry-summary'><p>{x}</p></div></article>"
        ),
        "</div>",
    ),
    "cards": (
        "<div class='row'>",
        lambda u, t, x, d: (
            f"<div class='col-4'><div class='card'><a class='card-img' href='{u}'><img src='i.jpg' alt=''></a>"
            f"<div class='card-body'><h5 class='card-title'><a href='{u}'>{t}</a></h5><p class='card-text'>{x}</p>"
            f"<small class='text-muted'>{d}</small></div></div></div>"
        ),
        "</div>",
    ),
    "list": (
        "<ul class='items'>",
        lambda u, t, x, d: f"<li class='item'><span class='date'>{d}</span> <a class='name' href='{u}'>{t}</a></li>",
        "</ul>",
    ),
    "table": (
        "<table class='docs'><thead><tr><th>Title</th><th>Subject</th><th>Date</th></tr></thead><tbody>",
        lambda u, t, x, d: (
            f"<tr><td class='t'><a href='{u}'>{t}</a></td><td class='s'>{x}</td><td class='d'>{d}</td></tr>"
        ),
        "</tbody></table>",
    ),
    "definitions": (
        "<dl class='papers'>",
        lambda u, t, x, d: f"<dt class='p'><a href='{u}'>{t}</a></dt><dd class='a'>{x} ({d})</dd>",
        "</dl>",
    ),
    "flat headings": (
        "<section class='text'>",
        lambda u, t, x, d: f"<h3 class='h'><a href='{u}'>{t}</a></h3><p class='when'>{d}</p><p class='what'>{x}</p>",
        "</section>",
    ),
    "read more": (
        "<div class='feed'>",
        lambda u, t, x, d: (
            f"<div class='node'><h2 class='title'><a href='{u}'>{t}</a></h2><p class='by'>{d} by <a rel='author' "
            f"href='/by/eva'>Eva Lind</a></p><p>{x}</p><p class='more'><a href='{u}'>Read more</a></p></div>"
        ),
        "</div>",
    ),
    "terms": (
        "<main class='grid'>",
        lambda u, t, x, d: (
            f"<div class='tile'><div class='cats'><a rel='category tag' href='/c/water'>Water</a></div>"
            f"<h3 class='head'><a href='{u}'>{t}</a></h3><div class='lead'>{x}</div><div class='tags'><a rel='tag' href='/t/a'>"
            f"field</a> <a rel='tag' href='/t/b'>survey</a></div><time datetime='{d}'>{d}</time></div>"
        ),
        "</main>",
    ),
    "whole links": (
        "<div class='stack'>",
        lambda u, t, x, d: (
            f"<a class='block' href='{u}'><span class='k'>{d}</span><h4 class='n'>{t}</h4><p class='s'>{x}</p></a>"
        ),
        "</div>",
    ),
    "titles above a button": (
        "<div class='tools'>",
        lambda u, t, x, d: (
            f"<div class='tool'><h3 class='tt'>{t}</h3><p class='tx'>{x}</p><a class='btn' href='{u}'>View</a></div>"
        ),
        "</div>",
    ),
    "files": (
        "<ol class='files'>",
        lambda u, t, x, d: (
            f"<li class='file'><strong class='ft'><a href='{u}report.pdf'>{t}</a></strong><em class='fd'>{d}</em>"
            f"<div class='fx'>{x}</div></li>"
        ),
        "</ol>",
    ),
    "microformats": (
        "<div class='h-feed'>",
        lambda u, t, x, d: (
            f"<div class='h-entry'><a class='u-url p-name' href='{u}'>{t}</a><p class='p-summary'>{x}</p>"
            f"<time class='dt-published' datetime='{d}T08:00:00Z'>{d}</time></div>"
        ),
        "</div>",
    ),
}


def made(shape: str) -> str:
    """A small page of a shape, with a menu, a form and a footer."""
    before, record, after = SHAPES[shape]
    records = "".join(record(f"/texts/{t.lower().replace(' ', '-')}/", t, x, d) for t, x, d in TEXTS)
    return (
        "<!doctype html><html lang='en'><head><title>Texts</title></head><body><header class='head'><a class='logo' href='/'>"
        "Library</a><ul class='menu'><li class='m'><a href='/about/'>About</a></li><li class='m'><a href='/texts/'>Texts</a></li>"
        "<li class='m'><a href='/people/'>People</a></li></ul><form class='find' action='/find'><input name='q'></form></header>"
        f"<div class='page'><h1 class='top'>Texts</h1>{before}{records}{after}<div class='pager'><a class='on' href='/page/2/'>"
        "Older texts</a></div></div><footer class='foot'><p>Printed on paper.</p><a href='/imprint/'>Imprint</a></footer></body></html>"
    )


# Mutations


def elements(root: html.HtmlElement) -> list[html.HtmlElement]:
    return [e for e in root.iter() if isinstance(e.tag, str)]


def shuffle_attributes(root: html.HtmlElement, dice: random.Random) -> None:
    for element in elements(root):
        attributes = list(element.attrib.items())
        dice.shuffle(attributes)
        element.attrib.clear()
        for name, value in attributes:
            element.set(name, value)


WRAPPABLE = {"div", "section", "article", "main", "ul", "ol", "dl", "table", "h2", "h3", "h4", "p", "a"}
ONLY_OWN_CHILDREN = {
    "ul",
    "ol",
    "dl",
    "table",
    "tbody",
    "thead",
    "tr",
    "select",
    "p",
    "a",
    "span",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
}


def insert_wrappers(root: html.HtmlElement, dice: random.Random) -> None:
    """Around every element of some of the page's patterns (tag and class), as a template's change does: not of every one."""
    chosen: dict[tuple[str, str], bool] = {}
    for element in elements(root):
        parent = element.getparent()
        inside = {a.tag for a in element.iterancestors()}
        if (
            element.tag not in WRAPPABLE
            or parent is None
            or parent.tag in ONLY_OWN_CHILDREN
            or inside & {"head", "svg", "button"}
        ):
            continue
        if element.tag == "a" and (parent.text or "").strip():
            continue  # within a sentence
        pattern = (element.tag, " ".join((element.get("class") or "").split()[:1]))
        if chosen.setdefault(pattern, dice.random() < 0.4):
            wrapper = html.Element("div", {"class": f"w{len(chosen)}"} if dice.random() < 0.5 else {})
            wrapper.tail, element.tail = element.tail, None
            parent.replace(element, wrapper)
            wrapper.append(element)


def rename_classes(root: html.HtmlElement, dice: random.Random) -> None:
    names: dict[str, str] = {}
    for element in elements(root):
        if found := element.get("class"):
            element.set("class", " ".join(names.setdefault(c, f"x{dice.randrange(10**6):06}") for c in found.split()))


def add_menu(root: html.HtmlElement, dice: random.Random) -> None:
    words = [
        "Our history",
        "Board",
        "Volunteers",
        "Donate",
        "Partners",
        "Annual plan",
        "Questions",
        "Press room",
        "Offices",
        "Jobs",
    ]
    dice.shuffle(words)
    links = "".join(f'<li><a href="{SITE}extra/{w.lower().replace(" ", "-")}/">{w}</a></li>' for w in words)
    menu = html.fragment_fromstring(f"<nav><ul>{links}</ul></nav>")
    root.find("body").insert(0, menu)


def add_sidebar(root: html.HtmlElement, dice: random.Random) -> None:
    titles = [
        "The well keeper's year",
        "Maps for walkers",
        "How a law is read aloud",
        "Three harbours",
        "Ink and paper",
    ]
    dice.shuffle(titles)
    recent = "".join(f'<li><a href="{SITE}side/{i}/">{t}</a></li>' for i, t in enumerate(titles))
    months = "".join(f'<li><a href="{SITE}months/{m}/">Month {m}</a> ({m + 2})</li>' for m in range(1, 9))
    side = html.fragment_fromstring(
        f"<aside><div><h3>Recent</h3><ul>{recent}</ul></div><div><h3>Months</h3><ul>{months}</ul></div></aside>"
    )
    root.find("body").append(side)


def remove_rel_and_time(root: html.HtmlElement, dice: random.Random) -> None:
    for element in elements(root):
        if element.tag != "link":
            element.attrib.pop("rel", None)
        if element.tag == "time":
            element.tag = "span"
            for name in ("datetime", "pubdate", "itemprop"):
                element.attrib.pop(name, None)


MUTATIONS: dict[str, Callable[[html.HtmlElement, random.Random], None]] = {
    "shuffled attributes": shuffle_attributes,
    "inserted wrappers": insert_wrappers,
    "renamed classes": rename_classes,
    "added menu": add_menu,
    "added sidebar": add_sidebar,
    "removed rel and time": remove_rel_and_time,
}


def mutated(markup: str | bytes, mutation: str, seed: int) -> bytes:
    text = markup.encode() if isinstance(markup, str) else markup
    root = html.document_fromstring(text, parser=html.HTMLParser(encoding="utf-8"))
    if root.find("body") is not None:
        MUTATIONS[mutation](root, random.Random(seed))
    return bytes(html.tostring(root, encoding="utf-8", doctype="<!doctype html>"))


def records(markup: str | bytes, url: str) -> list[tuple[str, str]]:
    return [(r.url, r.title) for r in read_listing(markup, url, encoding="utf-8").records]


# Tests


@pytest.mark.parametrize("shape", SHAPES)
def test_shapes_are_read(shape: str) -> None:
    assert [title for _, title in records(made(shape), f"{SITE}texts/")] == [t for t, _, _ in TEXTS]


@pytest.mark.parametrize("mutation", MUTATIONS)
@pytest.mark.parametrize("shape", SHAPES)
def test_mutations_change_no_record(shape: str, mutation: str) -> None:
    page = made(shape)
    for seed in range(4):
        assert records(mutated(page, mutation, seed), f"{SITE}texts/") == records(page, f"{SITE}texts/")


@cache
def corpus() -> tuple[tuple[str, str, bytes, tuple[tuple[str, str], ...]], ...]:
    """The first listing page of each site, as (site, url, markup, records read)."""
    return tuple(_corpus())


def _corpus() -> Iterator[tuple[str, str, bytes, tuple[tuple[str, str], ...]]]:
    for described in sorted(CORPUS.glob("*/site.json")):
        listings = [p for p in json.loads(described.read_text(encoding="utf-8"))["pages"] if p["kind"] != "single"]
        if not listings:
            continue
        markup = (described.parent / listings[0]["file"]).read_bytes()
        # Parsed and written once, so that only the mutation differs.
        plain = html.tostring(
            html.document_fromstring(markup, parser=html.HTMLParser(encoding="utf-8")), encoding="utf-8"
        )
        found = tuple(records(plain, listings[0]["url"]))
        if found:
            yield described.parent.name, listings[0]["url"], plain, found


def survived(mutation: str) -> tuple[float, list[str]]:
    """The share of the corpus's pages whose records the mutation leaves as they are, and the others' sites."""
    changed = [
        site
        for number, (site, url, markup, found) in enumerate(corpus())
        if tuple(records(mutated(markup, mutation, number), url)) != found
    ]
    return 1 - len(changed) / len(corpus()), changed


@pytest.mark.shared
@pytest.mark.skipif(not CORPUS.is_dir(), reason="the developers' corpus is not beside the checkout")
@pytest.mark.parametrize("mutation", MUTATIONS)
def test_mutations_of_real_templates(mutation: str) -> None:
    share, changed = survived(mutation)
    print(f"{mutation}: {share:.4f} of {len(corpus())} pages keep their records")  # noqa: T201  shown by -rP
    assert share >= 0.97, changed
