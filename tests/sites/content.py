"""The 300 items that the test sites show, and those they must not: made from `vocabulary`, the same on every run.

Texts are written as an editor types them into WordPress: straight quotes, raw ampersands, block comments, "more" tags.
`{{upload}}` in a content stands for the address of the site's upload folder.
"""

from __future__ import annotations

import random
from dataclasses import dataclass
from datetime import datetime, timedelta

from tests.sites.vocabulary import AUTHORS, CATEGORIES, LANGUAGES, REGIONS, RESOURCE_TYPES, TAGS, Words

POSTS, RESOURCES = 200, 100
FIRST_DAY = datetime(2022, 3, 1, 6, 5, 9)  # noqa: DTZ001  site-local; the fill script gives it its zone
SPAN_DAYS = 3 * 365 - 20
IMAGES = tuple(f"field-{number}.png" for number in range(1, 9))
PDFS = tuple(f"annex-{number:02d}.pdf" for number in range(1, 25))

# Share of the languages, English most of all, as on the sites of international bodies.
MIX = ("en",) * 9 + ("fr", "fr", "es", "es", "pt", "ar", "ar", "ru", "zh")

# What editors do to titles. {title} is the plain one.
ORNAMENTS = (
    "{title}", "{title}", "{title}", "{title}",
    '"{title}"', "{title} & what comes next", "{title} &amp; more", "{title} -- second edition",
    "It's time: {title}", "{title}...", "{title} &lt; 5 years", "{title} (PDF, 2 MB)", "<em>{title}</em>",
    "{title}&nbsp;– part&nbsp;2", "Q&A: {title}", "{title} 1/2", "'{title}', explained", "{title} – „Handbuch“",
    "{title} ≥ 50 % 💧", "  {title}  in   brief", "{title} <strong>NEW</strong>", "{title} – 3 < 5",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Item:
    """One post as its editor made it. `date` and `modified` are site-local wall time, "YYYY-MM-DD HH:MM:SS"."""

    number: int
    type: str
    language: str
    title: str
    content: str
    excerpt: str
    date: str
    modified: str
    author: str
    terms: dict[str, list[str]]
    image: str = ""
    pdfs: tuple[str, ...] = ()
    sticky: bool = False
    comments: int = 0
    status: str = "publish"
    password: str = ""


def sentences(words: Words, rng: random.Random, count: int) -> str:
    """A paragraph of `count` sentences, none twice in a row."""
    place, topic = rng.choice(words.places), rng.choice(words.topics)
    chosen = [rng.choice(words.sentences) for _ in range(count)]
    chosen = [s for i, s in enumerate(chosen) if i == 0 or s != chosen[i - 1]]
    return words.joiner.join(s.format(p=place, t=topic) for s in chosen)


def plain_title(words: Words, rng: random.Random) -> str:
    topic, place = rng.choice(words.topics), rng.choice(words.places)
    return rng.choice(words.titles).format(t=topic, T=topic[:1].upper() + topic[1:], p=place)


def _block(name: str, html: str) -> str:
    return f"<!-- wp:{name} -->\n{html}\n<!-- /wp:{name} -->"


def _content(number: int, words: Words, rng: random.Random, pdfs: tuple[str, ...]) -> str:
    """A post's body: every fifth in the classic editor's form (blank lines), the others as blocks."""
    paragraphs = [sentences(words, rng, rng.randint(2, 5)) for _ in range(rng.randint(2, 4))]
    if number % 41 == 7:
        paragraphs = []
    links = [f'<a href="{{{{upload}}}}/{name}">Annex {name[6:8]} (PDF)</a>' for name in pdfs]
    if number % 5 == 3:
        more = ["<!--more-->"] if number % 10 == 3 else []
        return "\n\n".join(
            [*paragraphs[:1], *more, *paragraphs[1:], *links, *(["[signup id=7]"] if number % 3 else [])]
        )
    blocks = [_block("paragraph", f"<p>{text}</p>") for text in paragraphs]
    if number % 7 == 1 and blocks:
        blocks.insert(1, _block("more", "<!--more-->"))
    if number % 6 == 2 and blocks:
        blocks.insert(1, _block("heading", "<h2>Findings &amp; methods</h2>"))
        blocks.append(_block("list", "<ul><li>budget</li><li>staff &lt; 20</li><li>time</li></ul>"))
    if number % 9 == 4 and blocks:
        blocks.insert(0, _block("paragraph", "<p><strong>Summary</strong><br>[notice]Draft until May.[/notice]</p>"))
    for name, link in zip(pdfs, links, strict=True):
        if number % 2:
            button = f'<a href="{{{{upload}}}}/{name}" class="wp-block-file__button" download>Download</a>'
            blocks.append(_block("file", f'<div class="wp-block-file">{link}{button}</div>'))
        else:
            blocks.append(_block("paragraph", f"<p>See also {link}.</p>"))
    return "\n\n".join(blocks)


def _terms(kind: str, number: int, rng: random.Random) -> dict[str, list[str]]:
    tags = rng.sample(TAGS, k=rng.choice((0, 0, 1, 1, 2, 3)))
    if kind == "resource":
        return {
            "resource_type": rng.sample(RESOURCE_TYPES, k=rng.choice((1, 1, 2))),
            "region": rng.sample(REGIONS, k=rng.choice((0, 1, 1, 2))),
            "post_tag": tags,
        }
    return {
        "category": [] if number % 23 == 5 else rng.sample(CATEGORIES, k=rng.choice((1, 1, 2, 3))),
        "post_tag": tags,
    }


def make_item(kind: str, number: int, count: int, *, status: str = "publish", password: str = "") -> Item:
    """Item `number` of `count` of its kind; the same arguments give the same item."""
    rng = random.Random(f"{kind}-{number}-{status}")
    language = rng.choice(MIX)
    words = LANGUAGES[language]
    title = ORNAMENTS[(number * 3 + len(kind)) % len(ORNAMENTS)].format(title=plain_title(words, rng))
    if number % 50 == 17:
        title = "Statement of the board"  # the same title more than once, as every site has
    written = FIRST_DAY + timedelta(days=number * SPAN_DAYS // count, seconds=rng.randint(0, 80_000))
    if (kind, number) == ("post", 60):
        written = datetime(2024, 10, 27, 2, 30, 0)  # noqa: DTZ001  the hour that clocks show twice
    revised = written + timedelta(days=rng.choice((0, 0, 1, 9)), seconds=rng.randint(0, 5_000) * (number % 2))
    pdfs = tuple(rng.sample(PDFS, k=rng.choice((0, 0, 0, 1, 1, 2))))
    excerpt = sentences(words, rng, 2) if number % 4 == 0 else ""
    if number % 16 == 8:
        excerpt = f"<p>{excerpt} <em>Now</em> &amp; then, by the team's own account.</p>"
    return Item(
        number=number, type=kind, language=language, title=title, content=_content(number, words, rng, pdfs),
        excerpt=excerpt, date=f"{written:%Y-%m-%d %H:%M:%S}", modified=f"{revised:%Y-%m-%d %H:%M:%S}",
        author=rng.choice(tuple(AUTHORS)), terms=_terms(kind, number, rng),
        image=rng.choice(IMAGES) if rng.random() < 0.3 else "", pdfs=pdfs,
        sticky=kind == "post" and number in {11, 77, 198}, comments=rng.choice((0, 0, 0, 2)), status=status,
        password=password,
    )  # fmt: skip


def public_items() -> list[Item]:
    """The 300 that the site lists for every visitor: 200 posts and 100 of the custom type `resource`.

    One resource is behind a password: its title and address are public, its text is not.
    """
    posts = [make_item("post", number, POSTS) for number in range(POSTS)]
    passwords = {9: "open-sesame"}
    return posts + [
        make_item("resource", number, RESOURCES, password=passwords.get(number, "")) for number in range(RESOURCES)
    ]


def hidden_items() -> list[Item]:
    """Those that are no public resources: drafts, pending, private, future, trashed."""
    return [
        make_item(kind, number, 10, status=status)
        for kind in ("post", "resource")
        for number, status in enumerate(("draft", "pending", "private", "future", "trash"))
    ]
