"""What the editors of the timeline write, and how they rewrite it."""

from __future__ import annotations

import html
import random
from dataclasses import replace
from typing import TYPE_CHECKING

from tests.sites.like_model import LikePost
from tests.sites.vocabulary import AUTHORS, CATEGORIES, ENGLISH, REGIONS, RESOURCE_TYPES, TAGS

if TYPE_CHECKING:
    from tests.sites.timeline.history import EventKind

_NAMES = tuple(AUTHORS.values())


class Writer:
    """Writes posts with ids of their own. Titles repeat, as on every site; slugs get WordPress's "-2" then."""

    def __init__(self, rng: random.Random) -> None:
        self._rng = rng
        self._last = 10
        self._slugs: set[str] = set()
        self._terms = 0

    def post(self, written: str) -> LikePost:
        """A new post, dated and last modified at `written` (site-local)."""
        self._last += self._rng.randint(1, 4)  # WordPress's ids have gaps: revisions, images, menus
        rng, kind = self._rng, self._rng.choices(("post", "resource"), (2, 1))[0]
        title = self._title()
        return LikePost(
            id=self._last,
            title=rendered(title),
            type=kind,
            slug=self._slug(title),
            excerpt=self._excerpt(),
            content=self._content(),
            date=written,
            modified=written,
            author=rng.choice(_NAMES),
            categories=tuple(rng.sample(CATEGORIES, rng.choice((1, 1, 2)))) if kind == "post" else (),
            resource_type=tuple(rng.sample(RESOURCE_TYPES, 1)) if kind == "resource" else (),
            region=tuple(rng.sample(REGIONS, rng.choice((0, 1)))) if kind == "resource" else (),
            tags=tuple(rng.sample(TAGS, rng.choice((0, 1, 2)))),
            image=f"/wp-content/uploads/picture-{rng.randint(1, 9)}.jpg" if rng.random() < 0.3 else "",
        )

    def changed(self, post: LikePost, kind: EventKind, now: str) -> LikePost:
        """The post after an event; each changes what a copy can see."""
        match str(kind):
            case "retagged":
                others = tuple(term for term in TAGS if term not in post.tags)
                return replace(post, tags=tuple(self._rng.sample(others, self._rng.choice((1, 2)))))
            case "touched up":
                return replace(post, excerpt=self._excerpt())
            case "moved":
                return replace(post, slug=self._slug(self._title()), modified=now)
            case _:
                return self._edited(post, now)

    def term(self) -> str:
        """A term's new name, one that no other has."""
        self._terms += 1
        return f"{self._rng.choice(CATEGORIES)} and more {self._terms}"

    def _edited(self, post: LikePost, now: str) -> LikePost:
        part = self._rng.choice(("title", "excerpt", "content", "terms"))
        if part == "title":
            return replace(post, title=f"{post.title} &#8211; {self._rng.randint(2, 99)}", modified=now)
        if part == "excerpt":
            return replace(post, excerpt=self._excerpt(), modified=now)
        if part == "content":
            return replace(post, content=self._content(), modified=now)
        tags = dict.fromkeys((*post.tags[1:], self._rng.choice(TAGS)))
        return replace(post, tags=tuple(tags), modified=now)

    def _title(self) -> str:
        topic, place = self._rng.choice(ENGLISH.topics), self._rng.choice(ENGLISH.places)
        title = self._rng.choice(ENGLISH.titles).format(t=topic, T=topic[:1].upper() + topic[1:], p=place)
        return self._rng.choice(("{}", "{}", "{}, {} edition", "{} – volume {}", "Q&A: {}")).format(
            title, self._rng.randint(1990, 2025)
        )

    def _slug(self, title: str) -> str:
        words = "".join(letter if letter.isalnum() else " " for letter in title.lower()).split()
        slug, number = "-".join(words)[:60].strip("-"), 1
        while slug in self._slugs:
            number += 1
            slug = f"{slug.removesuffix(f'-{number - 1}')}-{number}"
        self._slugs.add(slug)
        return slug

    def _sentences(self, count: int) -> str:
        topic, place = self._rng.choice(ENGLISH.topics), self._rng.choice(ENGLISH.places)
        return " ".join(each.format(p=place, t=topic) for each in self._rng.sample(ENGLISH.sentences, count))

    def _excerpt(self) -> str:
        return f"<p>{rendered(self._sentences(2))} No. {self._rng.randint(1, 10**6)}.</p>\n"

    def _content(self) -> str:
        text = f"<p>{rendered(self._sentences(3))}</p>\n"
        if self._rng.random() < 0.4:
            name = f"annex-{self._rng.randint(1, 10**6)}.pdf"
            text += f'<p>See <a href="{{site}}/wp-content/uploads/{name}">the annex</a>.</p>\n'
        return text


def rendered(text: str) -> str:
    """Plain text as WordPress renders it (wptexturize): entities for what it takes for typography."""
    escaped = html.escape(text, quote=False)
    for sign, entity in (("–", "&#8211;"), ("’", "&#8217;"), ("'", "&#8217;"), ('"', "&#8221;")):
        escaped = escaped.replace(sign, entity)
    return escaped
