"""The demo site's pages as HTML. Made the way that hurried page templates make them, noise and all.

What stands between and inside the records here (type names printed by a forgotten debug line, categories run together,
"Read More" tails, counters that tick on every visit) is what a harvest must not keep: see `truth.json`.
"""

from __future__ import annotations

import html
from collections.abc import Sequence
from datetime import date
from functools import cache
from importlib import resources
from typing import TypedDict

PER_PAGE = 8
NAME = "Tidewater Commons"

# What `get_post_types()` gives on a WordPress with a fields plugin and a calendar, printed by somebody and forgotten.
LEAKED_TYPES = (
    "post page attachment revision nav_menu_item custom_css customize_changeset oembed_cache user_request wp_block "
    "wp_template wp_template_part wp_global_styles wp_navigation wp_font_family wp_font_face acf-field-group acf-field "
    "ai1ec_event"
).split()


class Item(TypedDict):
    """A resource as resources.json has it: `title`, `teaser` and `body` are HTML; `cut` says the teaser was cut short."""

    slug: str
    title: str
    teaser: str
    cut: bool
    categories: list[str]
    tags: list[str]
    date: str
    author: str
    image: bool
    pdf: str
    language: str
    body: list[str]
    uploads: str


def slug(name: str) -> str:
    """The address part of a term's name."""
    return "-".join(name.lower().split())


@cache
def style() -> str:
    """The style sheet, which stands inside every page."""
    return resources.files("console.demo").joinpath("style.css").read_text(encoding="utf-8")


def page(base: str, title: str, main: str, visits: int, language: str = "en") -> str:
    """A whole page around `main`; `visits` is shown in the footer, different on every visit."""
    entries = (("Home", "/"), ("Resources", "/resources/"), ("About", "/about/"), ("Contact", "/contact/"))
    menu = "".join(f'<li class="menu-item"><a href="{base}{path}">{name}</a></li>' for name, path in entries)
    return f"""<!DOCTYPE html>
<html lang="{language}"><head><meta charset="UTF-8"><title>{title} &#8211; {NAME}</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="generator" content="WordPress 6.7">
<style>{style()}</style></head>
<body class="wp-singular page-template page">
<header><a href="{base}/"><strong>{NAME}</strong></a><nav><ul id="menu-main">{menu}</ul></nav></header>
<main>
{main}
</main>
<footer><p>&copy; {NAME} &#183; <a href="{base}/privacy/">Privacy</a><a href="{base}/contact/">Contact</a>
This page was read {visits:,} times.</p></footer>
</body></html>
"""


def record(base: str, item: Item, visits: int) -> str:
    """One record of the listing."""
    link = f"{base}/resources/{item['slug']}/"
    picture = (
        f'<a href="{link}"><img src="{base}{item["uploads"]}{item["slug"]}.svg" alt=""></a>' if item["image"] else ""
    )
    terms = "".join(f'<a href="{base}/resource-category/{slug(name)}/">{name}</a>' for name in item["categories"])
    meta = ""
    if item["date"]:
        day = date.fromisoformat(item["date"])
        meta += f'<time datetime="{item["date"]}">{day.day} {day:%B %Y}</time>'
    if item["author"]:
        meta += f' by <a rel="author" href="{base}/author/{slug(item["author"])}/">{item["author"]}</a>'
    meta = f'<div class="res-meta">{meta.strip()}</div>' if meta else ""
    dots = "..." if item["cut"] else " "
    tags = ", ".join(f'<a href="{base}/tag/{slug(name)}/">{name}</a>' for name in item["tags"])
    attached = f'<p class="attached"><a href="{base}{item["uploads"]}{item["pdf"]}">PDF</a></p>' if item["pdf"] else ""
    return (
        f'<div class="res-item">{picture}<h4><a href="{link}">{item["title"]}</a></h4>'
        f'<div class="res-cats">{terms}</div>{meta}\n<p>{item["teaser"]}{dots}<a href="{link}">Read More</a></p>{attached}'
        + (f'<div class="res-tags">TAGS: {tags}</div>' if tags else "")
        + f'<div class="share">Share <a href="{base}/share/?to={link}">Post</a> <span>{visits} views</span></div></div>'
    )


def pager(base: str, number: int, last: int) -> str:
    """Numbers and "Next", as on most listings."""
    address = [f"{base}/resources/" if n == 1 else f"{base}/resources/page/{n}/" for n in range(1, last + 1)]
    parts = [
        f'<span class="current">{n}</span>'
        if n == number
        else f'<a class="page-numbers" href="{address[n - 1]}">{n}</a>'
        for n in range(1, last + 1)
    ]
    if number > 1:
        parts.insert(0, f'<a class="prev page-numbers" href="{address[number - 2]}">&laquo; Previous</a>')
    if number < last:
        parts.append(f'<a class="next page-numbers" href="{address[number]}">Next &raquo;</a>')
    return f'<nav class="pager">{"".join(parts)}</nav>'


def listing(base: str, items: Sequence[Item], number: int, visits: int) -> str:
    """Page `number` of the listing; the first one has a long introduction above its records."""
    last = -(-len(items) // PER_PAGE)
    shown = items[(number - 1) * PER_PAGE : number * PER_PAGE]
    parts = ["<h1>Resources</h1>", INTRO.format(base=base) if number == 1 else ""]
    parts.append("".join(f"<p>{name}</p>" for name in LEAKED_TYPES).join(('<div class="leak">', "</div>")))
    parts.append(f'<div class="res-list">{"".join(record(base, item, visits) for item in shown)}</div>')
    parts.append(pager(base, number, last))
    return page(base, "Resources", "\n".join(parts), visits)


def single(base: str, item: Item, visits: int) -> str:
    """An item's own page."""
    body = "".join(f"<p>{text}</p>" for text in item["body"])
    by = f'<p class="res-meta">{html.escape(item["author"])}</p>' if item["author"] else ""
    share = f'<div class="share">Share this <a href="{base}/share/">Post</a></div>'
    return page(
        base, item["title"], f"<article><h1>{item['title']}</h1>{by}{body}{share}</article>", visits, item["language"]
    )


def term(base: str, name: str, items: Sequence[Item], visits: int) -> str:
    """The listing of one category or tag."""
    return page(base, name, f"<h1>{name}</h1>" + "".join(record(base, item, visits) for item in items), visits)


def plain(base: str, title: str, text: str, visits: int) -> str:
    return page(base, title, f"<h1>{title}</h1><p>{text}</p>", visits)


def picture(item: Item) -> str:
    """A resource's picture: waves, of a colour of its own."""
    hue = sum(item["slug"].encode()) * 7 % 360
    waves = "".join(
        f'<path d="M0 {y} q40 -24 80 0 t80 0 t80 0 t80 0 V200 H0Z" fill="hsl({hue},45%,{75 - n * 12}%)"/>'
        for n, y in enumerate((70, 110, 150))
    )
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 320 200">'
        f'<rect width="320" height="200" fill="hsl({hue},40%,90%)"/>{waves}</svg>'
    )


INTRO = """<ul class="intro">
<li>Tidewater Commons gathers what people have learnt about the waters that they share: rivers, springs, ditches, marshes
and the strip of shore between the tides. Some of it was printed once and is now hard to find; much of it was never
printed at all, but told over a fence, written into a committee&#8217;s minutes or pencilled on the back of a tide table.
We collect it, we ask those who wrote it, and we put it here for everybody who needs it.</li>
<li>Every resource on this page has been used by somebody before it came here. We add a line about where it comes from
and what became of it. We do not rate, rank or recommend: what worked on one bank of a river may be wrong for the other.</li>
<li>The aims of the library, as its founders wrote them down, are:</li>
<li>To keep what was learnt from being lost, paying particular attention to what is not in English;</li>
<li>To make it easy to find, to copy and to correct; and</li>
<li>To stay small enough to be run on one evening a week.</li>
<h3>A short history of the library</h3>
<li>It began in a boat shed with two shelves and a kettle. In its second winter the shed was flooded, and eleven volumes
of minutes dried on washing lines all over the village; the families who had dried them began to read them, and came back
with questions. The first catalogue was a school exercise book. It had a column for &#8220;who knows more&#8221;, which
this site has kept.</li>
</ul>
<p class="download">THE LIBRARY IN PRINT: ALL RESOURCES OF 2024 IN ONE VOLUME
<a class="button" href="{base}/wp-content/uploads/2025/01/tidewater-yearbook-2024.pdf">DOWNLOAD</a></p>"""
