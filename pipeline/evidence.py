"""What speaks for and against two records being one work, each in points: the natural logarithm of odds.

The weights are set by hand after Fellegi and Sunter (1969): what agrees by chance seldom weighs much. None is learnt
from a data set.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from pipeline.fingerprints import Fingerprint
from pipeline.people import compare_publishers, shared
from pipeline.places import is_place
from pipeline.title_words import is_derived, is_form, is_rhythm, weight
from pipeline.titles_alike import TitlesAlike

# A title that says less than this may be many works' ("Newsletter", "Annual report").
TELLING = 1.7
# One that says less than this may be a column's ("Industry perspectives"), which returns year after year.
COLUMN = 2.6
_SHORT_TEASER = 8


@dataclass(frozen=True, slots=True)
class Evidence:
    """One thing that was seen, in words, and what it weighs."""

    points: float
    words: str


def of_titles(  # noqa: PLR0911  one for each form
    a: Fingerprint, b: Fingerprint, alike: TitlesAlike, teasers: float | None, *, named: bool
) -> Evidence:
    """Weigh two titles.

    A changed title is explained by teasers alike (0 to 1, None if not known), or by a name that both bear (`named`).
    """
    base = _worth(alike.common)
    if alike.form == "equal":
        points = base - min(0.6 * alike.slips, 2.4)
        return Evidence(points, "titles alike but for some letters" if alike.slips else "same title")
    if alike.form == "cut":
        return Evidence(base - 0.5, "one title is the other, cut short")
    added = explained(a, b, alike)
    more = alike.ours or alike.theirs
    about = any(map(is_derived, more)) and not any(map(is_form, more)) and sum(map(weight, more)) <= 2.5
    if about and not (alike.ours and alike.theirs):
        return Evidence(base - 6.5, "one is about the other")
    if alike.form == "part":
        return Evidence(base - min(0.8, 0.25 * added), "one title is a part of the other")
    if alike.form == "within":
        return Evidence(base - min(0.8 + added, 4.5), "one title has words more")
    if is_retitled(a, b, alike, teasers) or named:
        return Evidence(0.0, "another title")
    swapped = alike.swapped
    against = 2.0 * swapped if swapped < 0.25 else min(7.0, 7.0 * swapped)
    if against > 3.0 and teasers is None and _is_reworded(a, b, alike):
        against = 3.0
    points = base * alike.share - against - 0.3 * alike.slips - 0.3 * abs(_heavier(alike))
    only = f"“{' '.join(alike.ours[:3])}” against “{' '.join(alike.theirs[:3])}”"
    return Evidence(points, f"titles differ: {only}")


def is_retitled(a: Fingerprint, b: Fingerprint, alike: TitlesAlike, teasers: float | None) -> bool:
    """Whether two titles have so little in common that one text or file was given two of them, not a series one."""
    return alike.share < 0.5 and (
        (teasers or 0.0) >= 0.8 or not a.files.isdisjoint(b.files) or not a.stems.isdisjoint(b.stems)
    )


def is_named_alike(a: Fingerprint, b: Fingerprint) -> bool:
    """Whether both bear one DOI, ISBN or symbol."""
    return not (a.dois.isdisjoint(b.dois) and a.isbns.isdisjoint(b.isbns) and a.symbols.isdisjoint(b.symbols))


def _is_reworded(a: Fingerprint, b: Fingerprint, alike: TitlesAlike) -> bool:
    """Whether one word of a long title was put in another's place, in the same year, by the same people, at one place."""
    if alike.share < 0.7 or alike.swapped > 1.0 or any(map(is_place, (*alike.ours, *alike.theirs))):
        return False
    if len(a.authors) < 2 or shared(a.authors, b.authors) < 0.8 * max(len(a.authors), len(b.authors)):
        return False
    if not a.day[0] or a.day[0] != b.day[0] or a.publisher is None or b.publisher is None:
        return False
    return compare_publishers(a.publisher, b.publisher) == "same" or a.publisher.kind == b.publisher.kind != ""


def _heavier(alike: TitlesAlike) -> float:
    """How much more one title has than the other, beside the words that were replaced."""
    return min(3.0, sum(map(weight, alike.ours)) - sum(map(weight, alike.theirs)))


def _worth(telling: float) -> float:
    """What a common title is worth: little where it is generic, most from some four telling words on."""
    steps = ((0.0, 0.5), (1.0, 2.2), (2.0, 4.0), (3.0, 5.2), (4.0, 6.0), (6.0, 6.5))
    for (low, points), (high, more) in pairwise(steps):
        if telling <= high:
            return points + (more - points) * (telling - low) / (high - low)
    return steps[-1][1]


def explained(a: Fingerprint, b: Fingerprint, alike: TitlesAlike) -> float:
    """The weight of the words that one title has more, without the names of who wrote, published or shows it."""
    names: set[str] = set()
    for each in (a, b):
        names.update(word for person in each.authors for word in person.words)
        if each.publisher:
            names.update(each.publisher.words)
            names.add(each.publisher.initials)
        names.update(each.source.replace(".", " ").replace("-", " ").lower().split())
    return sum(weight(word) for word in (*alike.ours, *alike.theirs) if word not in names)


def of_days(a: Fingerprint, b: Fingerprint, *, generic: bool, column: bool) -> Evidence | None:
    """Weigh the days of publication, as precisely as both are known.

    `generic`: a title that many works bear; `column`: one that may return year after year.
    """
    if not a.day[0] or not b.day[0]:
        return None
    if a.day[2] and b.day[2]:
        return _of_full_days(a, b, generic=generic)
    apart = abs(a.day[0] - b.day[0])
    if apart:
        return _of_years(a, b, apart, column=generic or column)
    if not a.day[1] or not b.day[1]:
        return Evidence(0.8 if generic else 1.0, "same year")
    if a.day[1] != b.day[1]:
        return Evidence(-3.0 if generic else -0.3, "other months")
    return Evidence(1.5, "same month")


def _have_one_publisher(a: Fingerprint, b: Fingerprint) -> bool:
    return bool(a.publisher and b.publisher and compare_publishers(a.publisher, b.publisher) == "same")


def _of_full_days(a: Fingerprint, b: Fingerprint, *, generic: bool) -> Evidence:
    """What many works bear belongs to its day; anything else may be posted again later."""
    days = abs((_date(a.day) - _date(b.day)).days)
    if generic and days <= 1 and not _have_one_publisher(a, b):
        return Evidence(1.0, "same day")  # "World Water Day 2019": everybody's, and of one day
    if days <= 1:
        return Evidence(3.0 if generic else 2.0, "same day")
    limits = ((10, 1.0, -3.0), (31, 0.3, -4.0), (180, -0.2, -4.0), (370, -0.8, -4.0))
    points = next(((usual, strict) for most, usual, strict in limits if days <= most), (-2.0, -5.0))
    return Evidence(points[generic], f"{days} days apart")


def _of_years(a: Fingerprint, b: Fingerprint, apart: int, *, column: bool) -> Evidence:
    years = f"years {a.day[0]} and {b.day[0]}"
    if a.publisher and b.publisher:
        at = compare_publishers(a.publisher, b.publisher)
        if at == "kind?" or (at in {"kind", "other"} and (apart > 1 or a.publisher.kind != b.publisher.kind)):
            # Years of publication, as libraries give them: the paper and the article that was made of it.
            return Evidence(-5.0, f"{years}, at other publishers")
    if column:
        return Evidence(-5.0, years)
    return Evidence(-1.0 if apart == 1 else -2.5, years)


def _date(day: tuple[int, int, int]) -> date:
    try:
        return date(*day)
    except ValueError:
        return date(day[0], max(1, min(day[1], 12)), 28)


def is_generic(a: Fingerprint, b: Fingerprint, alike: TitlesAlike) -> bool:
    """Whether what two titles share may be the title of many works, one a day or a year."""
    if alike.form == "other" and alike.share < 0.5:
        return False
    if alike.common < TELLING:
        return True
    numbered = bool(a.numbers.years & b.numbers.years or a.numbers.others & b.numbers.others)
    return not numbered and alike.common < 4 and any(map(is_rhythm, a.words)) and any(map(is_rhythm, b.words))


def of_authors(a: Fingerprint, b: Fingerprint) -> Evidence | None:  # noqa: PLR0911  one for each case
    """Weigh the authors: how many stand in both lists, against the shorter one."""
    if not a.authors or not b.authors:
        return None
    both, fewest = shared(a.authors, b.authors), min(len(a.authors), len(b.authors))
    most = max(len(a.authors), len(b.authors))
    if not both:
        if any(each.is_body for each in (*a.authors, *b.authors)):
            return Evidence(-0.5, "other authors, of which some are organisations")
        if {each.family for each in a.authors} & {each.family for each in b.authors}:
            return Evidence(0.0, "authors of the same family name")
        return Evidence(-3.5, "other authors")
    if both == most:
        return Evidence(3.0 if most > 1 else 2.5, "same authors")
    if both == fewest:
        return Evidence(2.0, f"{both} of {most} authors in common")
    return Evidence(1.0 if both * 2 >= fewest else -1.0, f"{both} of {most} authors in common")


def of_publishers(a: Fingerprint, b: Fingerprint, *, generic: bool) -> Evidence | None:
    """Weigh the publishers: a cross-post has another one, but no journal is a conference.

    A publisher has one "Annual report 2018": a generic title with a number is told by its publisher.
    """
    if a.publisher is None or b.publisher is None:
        return None
    said = compare_publishers(a.publisher, b.publisher)
    if said == "same":
        numbered = generic and a.numbers == b.numbers and bool(a.numbers.years or a.numbers.others)
        return Evidence(4.0 if numbered else 1.0, "same publisher")
    if said == "kind":
        return Evidence(-2.5, "a journal against a conference")
    if said == "kind?":
        return Evidence(-2.0, "perhaps a journal against a conference")
    if a.publisher.kind and a.publisher.kind == b.publisher.kind:
        return Evidence(-0.3, "other publishers of one kind")
    return Evidence(-2.5 if generic else -0.5, "other publishers")


def teasers_alike(a: Fingerprint, b: Fingerprint) -> float | None:
    """How much of the shorter teaser's sequences of three words the other has: 0 to 1; None where one says too little."""
    if min(len(a.teaser), len(b.teaser)) < _SHORT_TEASER:
        return None
    length = min(len(a.teaser), len(b.teaser))
    fewest = max(1, min(len(a.shingles), len(b.shingles)))
    contained = len(a.shingles & b.shingles) / fewest
    return 1.0 if a.teaser[:length] == b.teaser[:length] else min(contained, 0.99)


def of_teasers(alike: float | None, length: int, *, generic: bool, series: bool) -> Evidence | None:
    """Weigh the teasers. In a `series` (titles that differ in a word) they are often one text with one word changed."""
    if alike is None:
        return None
    most = 4.5 if length >= 16 else 3.5
    if alike >= 0.8:
        return Evidence(1.5 if series else most, "same teaser")
    if alike >= 0.4:
        return Evidence(1.0 if series else 2.5, "teasers alike")
    if alike <= 0.05 and length >= 10:
        return Evidence(-3.0 if generic else -0.8, "other teasers")
    return None


def of_names(a: Fingerprint, b: Fingerprint) -> list[Evidence]:
    """Weigh what names a work outright, and addresses."""
    found: list[Evidence] = []
    for name, ours, theirs, same, other in (
        ("DOI", a.dois, b.dois, 7.0, -4.0),
        ("ISBN", a.isbns, b.isbns, 6.0, -2.0),
        ("document symbol", a.symbols, b.symbols, 4.0, -4.0),
    ):
        if ours & theirs:
            found.append(Evidence(same, f"same {name}"))
        elif ours and theirs:
            found.append(Evidence(other, f"other {name}s" if name != "ISBN" else "other ISBNs"))
    if a.files & b.files:
        found.append(Evidence(6.0, "same file"))
    elif a.stems & b.stems:
        found.append(Evidence(3.0, "files of the same name"))
    if a.url and a.url == b.url:
        found.append(Evidence(7.0, "same address"))
    return found
