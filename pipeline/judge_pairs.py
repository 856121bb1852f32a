"""Two records in, a judgement out: the same work, a translation, another edition, or different; and why.

Pure, and the same whichever of the two comes first. Points (see `evidence`) are added up; some things no sum can
outweigh: numbers of a series that differ, another edition, another language.
"""

from __future__ import annotations

import math

from rapidfuzz import fuzz

from pipeline import evidence
from pipeline.evidence import COLUMN, TELLING, Evidence
from pipeline.fingerprints import Fingerprint
from pipeline.people import compare_publishers
from pipeline.title_words import weight
from pipeline.titles_alike import TitlesAlike, compare
from pipeline.works import Judgement, Relation

# Most pairs that share a band are two works: the odds before anything was looked at.
_PRIOR = -4.5
# A site seldom shows a work twice: within one source only what is alike in everything is one work.
_WITHIN_SOURCE = -2.0
# Titles of which so many letters in a hundred stand in the other, in order, are worth a judgement.
_ALIKE = 75
# Below this score a pair is not merely unproven, it is two works: it also keeps two clusters apart.
CONTRADICTED = 0.1
# Two of a title that says no more than this in one source are two works unless more agrees.
_LISTED_AGAIN = 3.0


def worth_judging(a: Fingerprint, b: Fingerprint) -> bool:
    """Say whether two records that share a band have enough in common for a judgement that anyone wants to read."""
    if a.words == b.words or a.page == b.page != "":
        return True
    ours, theirs = set(a.words), set(b.words)
    if 2 * len(ours & theirs) >= min(len(ours), len(theirs)):
        return True
    if a.files & b.files or a.dois & b.dois or a.isbns & b.isbns or a.symbols & b.symbols or a.stems & b.stems:
        return True
    if len(a.shingles & b.shingles) * 3 >= min(len(a.shingles), len(b.shingles)) > 0:
        return True
    return fuzz.ratio(a.whole, b.whole, score_cutoff=_ALIKE) > 0


def judge(a: Fingerprint, b: Fingerprint) -> Judgement:
    """Judge two records. Raises ValueError for one and the same id."""
    if a.id == b.id:
        raise ValueError(f"{a.id} cannot be judged against itself")
    if a.id > b.id:
        a, b = b, a
    alike = compare(a, b)
    seen = _seen(a, b, alike)
    relation, seen = _relation(a, b, alike, seen)
    points = sum(each.points for each in seen)
    score = 1 / (1 + math.exp(-max(-30.0, min(30.0, points))))
    weighty = sorted((each for each in seen if each.words), key=lambda each: (-abs(each.points), each.words))
    return Judgement(a.id, b.id, relation, round(score, 4), "; ".join(each.words for each in weighty[:5]))


def _seen(a: Fingerprint, b: Fingerprint, alike: TitlesAlike) -> list[Evidence]:
    generic = evidence.is_generic(a, b, alike)
    column = alike.common < COLUMN and alike.share >= 0.5
    teasers = evidence.teasers_alike(a, b)
    named, retitled = evidence.is_named_alike(a, b), evidence.is_retitled(a, b, alike, teasers)
    series = alike.form == "other" and alike.share >= 0.5 and alike.swapped >= 0.5
    length = min(len(a.teaser), len(b.teaser))
    found = [
        Evidence(_PRIOR, ""),
        evidence.of_titles(a, b, alike, teasers, named=named),
        evidence.of_days(a, b, generic=generic, column=column),
        evidence.of_authors(a, b),
        evidence.of_publishers(a, b, generic=generic),
        evidence.of_teasers(teasers, length, generic=generic, series=series),
        None if alike.share < 0.5 and (named or retitled) else _numbers(a, b, alike),
        *evidence.of_names(a, b),
    ]
    if _is_one_source(a, b):
        found.append(Evidence(_WITHIN_SOURCE, "one source shows both"))
    return [each for each in found if each is not None]


def _relation(
    a: Fingerprint, b: Fingerprint, alike: TitlesAlike, seen: list[Evidence]
) -> tuple[Relation, list[Evidence]]:
    points = sum(each.points for each in seen)
    if _is_translation(a, b, alike, points):
        return Relation.TRANSLATION, [*seen, Evidence(-points - 1.5, f"in {a.language or '?'} and {b.language or '?'}")]
    if _is_edition(a, b, alike, seen):
        which = f"edition {a.numbers.edition or 'not named'} against {b.numbers.edition or 'not named'}"
        return Relation.EDITION, [*seen, Evidence(-points - 1.5, which)]
    if _is_one_source(a, b) and not _is_exact(a, b, alike):
        most = -3.0 if _is_listed_twice(a, b, alike) else -0.5
        return Relation.DIFFERENT, [*seen, Evidence(min(0.0, most - points), "not alike in everything")]
    return (Relation.SAME if points > 0 else Relation.DIFFERENT), seen


def _is_edition(a: Fingerprint, b: Fingerprint, alike: TitlesAlike, seen: list[Evidence]) -> bool:
    """Other editions of a title that is otherwise the same; editions are years apart, and nothing speaks against that."""
    if a.numbers.edition == b.numbers.edition or alike.form not in {"equal", "part", "cut"} or alike.common < TELLING:
        return False
    when = evidence.of_days(a, b, generic=False, column=alike.common < COLUMN)
    points = sum(each.points for each in seen if when is None or each.words != when.words)
    return points > -1.0 and not _numbers_differ(a, b)


def _is_translation(a: Fingerprint, b: Fingerprint, alike: TitlesAlike, points: float) -> bool:
    """Other languages, and either one page or document by its name, or enough else that agrees."""
    if not a.language or not b.language or a.language == b.language:
        return False
    teasers = evidence.teasers_alike(a, b)
    if teasers is not None and teasers >= 0.4:
        return False  # one text, whatever the pages declare
    if _numbers_differ(a, b):
        return False
    named = a.page == b.page != "" or bool(
        a.stems & b.stems or a.files & b.files or a.symbols & b.symbols or a.dois & b.dois
    )
    return points > 0 or named or (alike.form == "equal" and alike.common >= TELLING)


def _is_exact(a: Fingerprint, b: Fingerprint, alike: TitlesAlike) -> bool:
    """Alike in everything that both say: what makes two items of one source one work."""
    if a.url and a.url == b.url:
        return True
    authors = evidence.of_authors(a, b)
    teasers = evidence.teasers_alike(a, b)
    return (
        alike.form == "equal"
        and not alike.slips
        and a.numbers == b.numbers
        and (a.day == b.day or not a.day[0] or not b.day[0])
        and (authors is None or authors.points >= 2)
        and (teasers is None or teasers >= 0.8)
        and not (a.files and b.files and not a.files & b.files)
        and (
            a.telling >= _LISTED_AGAIN
            or teasers is not None
            or (a.day == b.day and a.day[2] > 0)
            or bool(a.files & b.files)
        )
    )


def _is_one_source(a: Fingerprint, b: Fingerprint) -> bool:
    return a.source == b.source != ""


def _is_listed_twice(a: Fingerprint, b: Fingerprint, alike: TitlesAlike) -> bool:
    """One source keeps two works apart by words, or by saying when or where each appeared, or shows a column again."""
    more = sum(map(weight, (*alike.ours, *alike.theirs)))
    by_words = (alike.form == "within" and more >= 1.5) or (
        alike.form == "other" and alike.swapped >= 1 and alike.share < 0.8
    )
    where = compare_publishers(a.publisher, b.publisher) if a.publisher and b.publisher else "same"
    return (
        a.telling < _LISTED_AGAIN or by_words or where == "kind" or _is_another_time(a, b, same_place=where == "same")
    )


def _is_another_time(a: Fingerprint, b: Fingerprint, *, same_place: bool) -> bool:
    if not a.day[0] or not b.day[0]:
        return False
    if a.day[2] and b.day[2]:
        return a.day != b.day
    # Years of publication are often off by one.
    return abs(a.day[0] - b.day[0]) > (1 if same_place else 0)


def _numbers_differ(a: Fingerprint, b: Fingerprint) -> bool:
    ours, theirs = a.numbers, b.numbers
    return _differ(ours.years, theirs.years) or _differ(ours.others, theirs.others) or _codes_differ(a, b)


def _codes_differ(a: Fingerprint, b: Fingerprint) -> bool:
    """Each has a code whose digits stand nowhere in the other: "KX-TG6071B" against "KX-TG6072B"."""
    ours, theirs = a.numbers, b.numbers
    return bool(ours.codes - theirs.codes - theirs.others - set(map(str, theirs.years))) and bool(
        theirs.codes - ours.codes - ours.others - set(map(str, ours.years))
    )


def _differ(ours: frozenset[int] | frozenset[str], theirs: frozenset[int] | frozenset[str]) -> bool:
    """Each has a number that the other lacks."""
    return bool(ours - theirs) and bool(theirs - ours)


def _numbers(a: Fingerprint, b: Fingerprint, alike: TitlesAlike) -> Evidence | None:
    """Numbers must agree; one that stands on one side only counts against, unless it is the year of publication."""
    ours, theirs = a.numbers, b.numbers
    if _differ(ours.years, theirs.years):
        return Evidence(-9.0, f"years {_listed(ours.years)} against {_listed(theirs.years)}")
    if _differ(ours.others, theirs.others):
        return Evidence(-9.0, f"numbers {_listed(ours.others)} against {_listed(theirs.others)}")
    if _codes_differ(a, b):
        return Evidence(-9.0, f"codes {_listed(ours.codes)} against {_listed(theirs.codes)}")
    points = 0.0
    for more, less in ((a, b), (b, a)):
        for year in more.numbers.years - less.numbers.years:
            if less.numbers.years:
                points -= 2.5
            elif year not in {more.day[0], less.day[0]}:
                points -= 1.0 if not less.day[0] or abs(year - less.day[0]) > 1 else 0.5
        extra = more.numbers.others - less.numbers.others
        subtitle = alike.form == "part" and sum(map(weight, (*alike.ours, *alike.theirs))) >= 2
        points -= (1.0 if subtitle else 2.5) * min(2, len(extra))
    return Evidence(points, "a number on one side only") if points else None


def _listed(numbers: frozenset[int] | frozenset[str]) -> str:
    return ", ".join(sorted(map(str, numbers))) or "none"
