"""Which set of pieces is the page's listing, if any is, and which pieces of another shape belong to it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from functools import lru_cache

from crawler.listing.preference import preferred, targets
from crawler.listing.runs import Candidate, common_ancestor, is_row_of_links, links_within
from crawler.listing.score import most, score, zone_factor
from crawler.listing.survey import Surroundings
from crawler.listing.tree import Page
from crawler.listing.vacant import is_vacant
from pipeline.noise import is_read_more
from pipeline.urls import is_file

THRESHOLD = 3.2
# Pieces in a zone that counts for less are never joined to a listing; what scores less than half of the best is no match.
_BESIDE = 0.25
_NEAR = 0.5
_FEW_DATES = 0.3
_MOST_DATED = 0.8
_NUMBERS = re.compile(r"\d+")
_TITLED = 14
_FEW = 6
_TILES = 3
_MOST_WORDS = 2
# "All reports" has so few letters; what it stands for is several times as many pieces, and has longer titles.
_ALL_LONGEST = 24
_SEVERAL = 1.5
_TITLED_WITHIN = 28
_WORTH = 0.2
_SECTION = re.compile(r"https?://[^/]+/(?:[a-z]{2}(?:-[a-z]{2})?/)?[^/?]+/", re.IGNORECASE)


def choose(
    page: Page, around: Surroundings, found: list[Candidate], *, thorough: bool = False
) -> tuple[Candidate | None, float]:
    """Give the candidate that is the page's listing, if there is one, and how sure that is (0 to 1).

    Those that stand beside the matter, and could not come near the best whatever they held, are only scored on request.
    """
    if not found or is_vacant(page):
        return None, 0.95
    found = _scored(page, around, found, thorough=thorough)
    best = preferred(page, found)
    best = _told_apart(page, _richest(page, _widest(page, best, found), found), found)
    best = _within(page, best, found)
    best = _without_archive(page, around, best)
    certain = around.single - around.listing
    # Where nearly all of the page is the list, its claim to be an article weighs little.
    weight = (0.9 if certain >= 2.5 else 0.45) * (1 - 0.75 * min(1.0, (best.why or {}).get("part of the page", 0.0)))
    needed = THRESHOLD * (1 + weight * max(0.0, certain)) / (1 + 0.2 * max(0.0, -certain))
    ratio = best.score / needed
    if ratio < 1:
        return None, 1 - 0.5 * ratio
    if _are_sections(page, best):
        return None, 0.7
    if around.single <= around.listing + 0.5:
        best = _joined(page, best, found)
    return _dated(page, around, best), 1 - 0.5 / ratio


def _scored(page: Page, around: Surroundings, found: list[Candidate], *, thorough: bool) -> list[Candidate]:
    beside: list[tuple[float, Candidate]] = []
    scored: list[Candidate] = []
    for candidate in found:
        zone = zone_factor(page, around, candidate, dated=True)
        if zone < _BESIDE and not thorough:
            beside.append((zone, candidate))
        else:
            score(page, around, candidate)
            scored.append(candidate)
    best = max((candidate.score for candidate in scored), default=0.0)
    for zone, candidate in beside:
        if most(candidate, zone) >= _NEAR * best:
            score(page, around, candidate)
            scored.append(candidate)
            best = max(best, candidate.score)
    return scored


def _dated(page: Page, around: Surroundings, best: Candidate) -> Candidate:
    """The records with what is wrapped around each alone, where that holds their dates: a header of the day over each."""
    if len(best.spans) < 2 or (best.why or {}).get("dates", 0.0) > _FEW_DATES:
        return best
    spans, dated = [], 0
    for place, (start, end) in enumerate(best.spans):
        before = best.spans[place - 1][1] if place else -1
        behind = best.spans[place + 1][0] if place + 1 < len(best.spans) else len(page.tags)
        top = start
        while page.ends[start] == end and before <= page.parents[top] != best.container and page.parents[top] >= 0:
            if page.ends[page.parents[top]] > behind:
                break
            top = page.parents[top]
        spans.append((top, page.ends[top]) if top != start else (start, end))
        at = bisect_left(around.dates, top)
        dated += top != start and at < len(around.dates) and around.dates[at] < page.ends[top]
    if dated < _MOST_DATED * len(spans):
        return best
    return Candidate(spans, best.anchors, best.container, best.kind, best.score, best.why)


def _are_sections(page: Page, best: Candidate) -> bool:
    """Whether the pieces are sections of a site: most hold several pages of the one that they lead to, or all are named by
    a word or two, undated, and lead right beneath the site's root: "About", "Programmes", "Donate"."""
    above_all = [target + "/" for target in targets(page, best)]
    right_beneath = [_SECTION.fullmatch(above) is not None for above in above_all]
    if not any(right_beneath):
        return False
    if (
        1 < len(above_all) <= _FEW
        and all(right_beneath)
        and not (best.why or {}).get("dates")
        and all(
            0 < len(_named_in(page, span, anchor).split()) <= _MOST_WORDS
            for span, anchor in zip(best.spans, best.anchors, strict=True)
        )
    ):
        return True
    sections = 0
    for (start, end), above, beneath in zip(best.spans, above_all, right_beneath, strict=True):
        if not beneath:
            continue
        newest = {
            link.target
            for link in links_within(page, start, end)
            if link.target.startswith(above) and page.size_of(link.node) >= _TITLED
        }
        sections += len(newest) > 1
    return sections > 0.6 * len(best.spans) and len(best.spans) > 1


def _named_in(page: Page, span: tuple[int, int], anchor: int) -> str:
    """The heading of a piece, or else its link's text."""
    at = bisect_left(page.headings, span[0])
    inside = at < len(page.headings) and page.headings[at] < span[1]
    return page.text_of(page.headings[at] if inside else page.links[anchor].node)


@lru_cache(maxsize=16_384)
def _shape(url: str) -> str:
    """The directory that an address stands in, its numbers masked: addresses of one kind of pages share it."""
    path = url[url.find("://") + 3 :].partition("/")[2].partition("?")[0].rstrip("/")
    return _NUMBERS.sub("0", path.rpartition("/")[0])


def _joined(page: Page, best: Candidate, found: list[Candidate]) -> Candidate:
    """Join pieces of another shape that belong to the listing: a featured first record, a shorter list of the older ones.

    They lead to addresses of the same kind, in headings of their own, and stand before or behind in the same area.
    """
    own = set(targets(page, best))
    shapes = Counter(_shape(target) for target in own)
    shape, count = shapes.most_common(1)[0]
    if count < 0.6 * len(own):
        return best
    parts = [best]
    for other in sorted(found, key=lambda candidate: -candidate.score):
        if other is best or not _belongs(page, best, other, shape):
            continue
        theirs = targets(page, other)
        overlaps = any(
            start < end2 and start2 < end for part in parts for start, end in part.spans for start2, end2 in other.spans
        )
        if overlaps or not own.isdisjoint(theirs):
            continue
        parts.append(other)
        own.update(theirs)
        if len(parts) > 3:
            break
    if len(parts) == 1:
        return best
    pairs = sorted((span, anchor) for part in parts for span, anchor in zip(part.spans, part.anchors, strict=True))
    container = common_ancestor(page, pairs[0][0][0], pairs[-1][0][0])
    return Candidate(
        [span for span, _ in pairs], [anchor for _, anchor in pairs], container, "joined", best.score, best.why
    )


def _belongs(page: Page, best: Candidate, other: Candidate, shape: str) -> bool:
    why, mine = other.why or {}, best.why or {}
    if any(_shape(target) != shape for target in targets(page, other)) or why["distinct"] < 1 or why["own"] < 1:
        return False
    before = other.spans[-1][1] <= best.spans[0][0]
    behind = other.spans[0][0] >= best.spans[-1][1]
    linked = why["headings"] >= 1.9
    if len(other.spans) == 1 and before and linked:
        substance = why["dates"] >= 1 or why["text"] >= 0.8
        return why["zone"] >= 0.25 and (bool(shape) or (substance and why["zone"] >= 1))
    near = (
        page.depths[common_ancestor(page, *sorted((best.container, other.container)))]
        >= page.depths[best.container] - 2
    )
    if not (before or behind) or not shape or not near or why["zone"] < 1:
        return False
    if mine["records"] == 1:
        return behind and len(other.spans) > 1 and why["titles"] >= 0.5
    return behind and linked and mine["headings"] >= 1.9


def _widest(page: Page, best: Candidate, found: list[Candidate]) -> Candidate:
    """Of candidates that are nearly as good, the one that holds all records of the best and more: the odd ones, too."""
    own = set(targets(page, best))
    for candidate in found:
        if (
            len(candidate.anchors) > len(own)
            and candidate.score >= 0.93 * best.score
            and own < set(targets(page, candidate))
        ):
            best, own = candidate, set(targets(page, candidate))
    return best


def _richest(page: Page, best: Candidate, found: list[Candidate]) -> Candidate:
    """Without the pieces at one end that have neither text nor date, where all others have both: tiles, or a menu."""
    why = best.why or {}
    count = len(best.spans)
    for other in sorted(found, key=lambda candidate: -candidate.score):
        theirs, rest = other.why or {}, count - len(other.spans)
        if rest < 1 or len(other.spans) < 3 or other.score < 0.6 * best.score or theirs["dates"] < 1.15:
            continue
        at_an_end = other.anchors == best.anchors[rest:] or other.anchors == best.anchors[:-rest]
        if rest < _TILES and not all(is_row_of_links(page, start) for start, _ in {*best.spans} - {*other.spans}):
            continue
        all_dates = theirs["dates"] * len(other.spans) >= why["dates"] * count - 0.1
        all_text = theirs["text"] > 0.5 and theirs["text"] * len(other.spans) >= 0.95 * why["text"] * count
        if at_an_end and all_dates and all_text:
            return other
    return best


def _without_archive(page: Page, around: Surroundings, best: Candidate) -> Candidate:
    """Without a last piece that has no date, where all others have one, if it is called like the page and a year."""
    own = next((page.text_of(heading) for heading in page.headings if page.tags[heading] == "h1"), "")
    if len(best.spans) <= _TILES or len(own) < _TILES:
        return best
    last = page.links[best.anchors[-1]].node
    said = page.text_of(last)
    if own.casefold() not in said.casefold() or len(said) > len(own) + _TITLED:
        return best
    *others, at_last = [
        around.dates[bisect_left(around.dates, start) : bisect_left(around.dates, end)] for start, end in best.spans
    ]
    if not all(others) or any(not last <= node < page.ends[last] for node in at_last):
        return best
    return Candidate(best.spans[:-1], best.anchors[:-1], best.container, best.kind, best.score, best.why)


def _within(page: Page, best: Candidate, found: list[Candidate]) -> Candidate:
    """The records within the pieces, where these are sections of the page: each holds several, and "All reports".

    A front page's blocks of news, events and documents hold what leads to several places: they are no listing.
    """
    lengths = [page.size_of(page.links[anchor].node) for anchor in best.anchors]
    if len(lengths) < 2 or max(lengths) > _ALL_LONGEST or is_read_more(page.text_of(page.links[best.anchors[0]].node)):
        return best
    for other in sorted(found, key=lambda candidate: -candidate.score):
        if len(other.spans) < _SEVERAL * len(best.spans) or other.score < _WORTH * best.score:
            continue
        holding = [
            place for start, _ in other.spans for place, (low, high) in enumerate(best.spans) if low <= start < high
        ]
        sizes = [page.size_of(page.links[anchor].node) for anchor in other.anchors]
        if (
            len(holding) == len(other.spans)
            and len(set(holding)) == len(best.spans)
            and sum(sizes) > _TITLED_WITHIN * len(sizes)
            and len(set(map(_shape, targets(page, other)))) == 1
            and not any(map(is_file, targets(page, other)))
        ):
            return other
    return best


def _told_apart(page: Page, best: Candidate, found: list[Candidate]) -> Candidate:
    """Of links that stand for the same pieces, those that differ in what they say, where the best's all say "Download"."""
    said = {page.text_of(page.links[anchor].node) for anchor in best.anchors}
    if len(best.anchors) < 3 or len(said) > 1:
        return best
    for other in found:
        if other is not best and other.spans == best.spans:
            texts = [page.text_of(page.links[anchor].node) for anchor in other.anchors]
            if all(texts) and len(set(texts)) > 0.8 * len(texts):
                return other
    return best
