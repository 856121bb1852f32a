"""Synthetic records for the benchmark of duplicates: originals, series of different works, and planted duplicates."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

SYLLABLES = """ba ce di fo gu ha le mi no pu ra se ti vo wa xe yi zo bri cla dre flo gri ple sta tre kar lon mes pin sor
    tul""".split()
SHAPES = (
    "{A} and {b} in {P}", "{A} of {b} {c}: {d} {e} from {P}", "The {a} of {b}: {c} {d}", "{A} {b} for {c} {d}",
    "How {a} {b} {c} in {P}", "{A}, {b} and {c}: a guide to {d} {e}", "{P}: {a} {b} after {c}",
    "{A} {b} against {c} {d} in {P}",
)  # fmt: skip
SERIES = (
    "Annual report {year} of the {p} {a} council",
    "{P} {a} bulletin no. {number}",
    "{A} profile of {place}: {b} and {c}",
)
LABELS = ("Report: ", "New report: ", "[PDF] ", "Publication: ", "Rapport : ")
DAY = date(2012, 1, 1)


def words(count: int, chance: random.Random) -> list[str]:
    """Made-up words, all different; the first are used most, as in any language."""
    made: dict[str, None] = {}
    while len(made) < count:
        made["".join(chance.choice(SYLLABLES) for _ in range(chance.choice((2, 2, 3, 3, 4))))] = None
    return list(made)


class Maker:
    """Makes the records; the same for the same number of them."""

    def __init__(self, count: int) -> None:
        self.count = count
        self.chance = random.Random(20260)
        self.words = words(30_000, self.chance)
        self.places = [word.title() for word in words(3_000, self.chance)]
        self.people = [
            (word.title(), other.title())
            for word, other in zip(words(9_000, self.chance), words(9_000, self.chance), strict=True)
        ]
        self.publishers = [
            f"{word.title()} {other.title()} Network"
            for word, other in zip(words(700, self.chance), words(700, self.chance), strict=True)
        ]

    def word(self) -> str:
        return self.words[int(len(self.words) * self.chance.random() ** 2.2)]

    def original(self, number: int) -> dict[str, Any]:
        fill = {letter: self.word() for letter in "abcde"}
        fill |= {letter.upper(): fill[letter].title() for letter in "abcde"}
        place = self.chance.choice(self.places)
        if number % 8 == 0:
            # eight members of a series in a row: the shape and its words are the series' own
            series = random.Random(number // 64)
            fill = {letter: self.words[series.randrange(20_000)] for letter in "abcde"}
            fill |= {letter.upper(): fill[letter].title() for letter in "abcde"}
            member = number // 8 % 8
            more = {"year": 2012 + member, "number": 40 + member, "place": self.places[(number // 8) % 3000]}
            title = SERIES[number // 64 % 3].format(
                P=self.places[series.randrange(3000)], p=self.places[series.randrange(3000)], **fill, **more
            )
        else:
            title = self.chance.choice(SHAPES).format(P=place, **fill)
        authors = [" ".join(self.chance.choice(self.people)) for _ in range(self.chance.choice((0, 0, 1, 2, 3)))]
        teaser = (
            " ".join(self.word() for _ in range(self.chance.randrange(15, 50))) if self.chance.random() < 0.8 else ""
        )
        return {
            "id": f"r{number}",
            "source": f"site{self.chance.randrange(400)}.example",
            "title": title,
            "teaser": teaser,
            "authors": authors,
            "publisher": self.chance.choice(self.publishers) if self.chance.random() < 0.6 else "",
            "published": (DAY + timedelta(days=self.chance.randrange(5000))).isoformat()
            if self.chance.random() < 0.9
            else "",
            "url": f"https://site.example/{number}/",
        }

    def duplicate(self, of: dict[str, Any], number: int) -> dict[str, Any]:
        chance, title = self.chance, of["title"]
        change = chance.randrange(7)
        if change == 0:
            title = chance.choice(LABELS) + title
        elif change == 1 and ": " in title:
            title = title.partition(": ")[0] if len(title.partition(": ")[0].split()) > 2 else title
        elif change == 2:
            title = title.upper()
        elif change == 3:
            at = chance.randrange(1, len(title) - 1)
            title = title[:at] + title[at + 1 :] if title[at].isalpha() else title
        elif change == 4 and of["publisher"]:
            title = f"{title} | {of['publisher']}"
        elif change == 5 and len(title) > 40:
            title = f"{title[: title.rindex(' ')]}…"
        teaser = of["teaser"] if chance.random() < 0.7 else " ".join(of["teaser"].split()[:20])
        day = (
            date.fromisoformat(of["published"]) + timedelta(days=chance.choice((0, 0, 1, 5, 40)))
            if of["published"]
            else None
        )
        authors = [f"{name[0]}. {name.split()[-1]}" if chance.random() < 0.4 else name for name in of["authors"]]
        return {
            **of,
            "id": f"r{number}",
            "source": f"site{chance.randrange(400, 800)}.example",
            "title": title,
            "teaser": teaser,
            "authors": authors,
            "publisher": of["publisher"] if chance.random() < 0.5 else "",
            "published": day.isoformat() if day else "",
            "url": f"https://other.example/{number}/",
        }

    def records(self) -> Iterator[tuple[dict[str, Any], str]]:
        """Each record, and the id of the work that it is."""
        recent: list[dict[str, Any]] = []
        for number in range(self.count):
            if number % 10 == 9 and recent:
                of = self.chance.choice(recent)
                yield self.duplicate(of, number), of["id"]
                continue
            made = self.original(number)
            recent.append(made)
            if len(recent) > 2000:
                recent.pop(self.chance.randrange(2000))
            yield made, made["id"]
