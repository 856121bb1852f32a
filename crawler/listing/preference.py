"""Which of several good sets is the page's own: what lies beneath it, what its pager turns, what no heading disowns."""

from __future__ import annotations

from bisect import bisect_left

from crawler.listing.addresses import shape_of
from crawler.listing.headings import says_other, says_related
from crawler.listing.pager_words import heading
from crawler.listing.runs import Candidate, common_ancestor
from crawler.listing.tree import Page

_BENEATH = 1.4
_TURNED = 1.6
_TABLED = 1.5
_DISOWNED = 0.55
_NEAR = 0.3
_PAGER_LONGEST = 25
_FEWEST_ROWS = 3
_FEWEST_COLUMNS = 2


def preferred(page: Page, found: list[Candidate]) -> Candidate:
    """The candidate that is the best one with what speaks for its being the page's own; its score is left as it is."""
    best = max(found, key=lambda candidate: candidate.score)
    near = [candidate for candidate in found if candidate.score >= _NEAR * best.score]
    if len(near) < 2:
        return best
    above = _above(page.url)
    turned = _turned(page, near)
    return max(
        near,
        key=lambda candidate: (
            candidate.score
            * (_BENEATH if _is_beneath(page, candidate, above) else 1)
            * (_TURNED if id(candidate) in turned else 1)
            * (_TABLED if _is_tabled(page, candidate) else 1)
            * (_DISOWNED if _is_disowned(page, candidate) else 1)
        ),
    )


def _turned(page: Page, near: list[Candidate]) -> set[int]:
    """The candidates that stand nearest to the page's pager, where others stand farther from it."""
    archives = [node for node, url, _, _, _ in page.links if "?" in url or not shape_of(url).record]
    pagers = [node for node in archives if _turns(page, node)][:8]
    if not pagers:
        return set()
    depths = {}
    for candidate in near:
        first = candidate.spans[0][0]
        inside = [node for node in pagers if not first <= node < candidate.spans[-1][1]]
        depths[id(candidate)] = max(
            (page.depths[common_ancestor(page, *sorted((first, node)))] for node in inside), default=-1
        )
    deepest = max(depths.values())
    return {each for each, depth in depths.items() if depth == deepest} if min(depths.values()) < deepest else set()


def _turns(page: Page, node: int) -> bool:
    """Whether a link whose address is no record's leads to another page of a listing: "2", "Next"."""
    if page.size_of(node) > _PAGER_LONGEST:
        return False
    text = page.text_of(node)
    return text == "2" or (bool(text) and heading(text)[0] > 0)


def _is_tabled(page: Page, candidate: Candidate) -> bool:
    """Whether a candidate's records are rows of a table with named columns: seldom what stands in a side column."""
    start = candidate.spans[0][0]
    if page.tags[start] != "tr" or len(candidate.spans) < _FEWEST_ROWS:
        return False
    table = next(page.nodes[start].iterancestors("table"), None)
    return table is not None and len(table.findall(".//th")[:_FEWEST_COLUMNS]) >= _FEWEST_COLUMNS


def _is_disowned(page: Page, candidate: Candidate) -> bool:
    """Whether the heading over a candidate says that it is of something else: "Latest updates", "From our blog"."""
    start = candidate.spans[0][0]
    at = bisect_left(page.headings, start) - 1
    if at < 0 or page.tags[page.headings[at]] == "h1":
        return False
    over = page.headings[at]
    above = common_ancestor(page, over, start)
    if page.depths[above] < page.depths[candidate.container] - 1 or page.size_of(over) > 2 * _PAGER_LONGEST:
        return False
    text = page.text_of(over)
    return says_other(text) or says_related(text)


def _above(url: str) -> str:
    """The address that the pages beneath a page begin with, or "" for a site's front page."""
    path = url.partition("#")[0].partition("?")[0].rstrip("/")
    head, _, last = path.rpartition("/")
    stem, dot, _ = last.rpartition(".")
    path = path if not dot else head if stem in ("index", "default") else f"{head}/{stem}"
    return path + "/" if path.count("/") > 2 else ""


def _is_beneath(page: Page, candidate: Candidate, above: str) -> bool:
    """Whether nearly all records' pages lie beneath the listing's own."""
    if not above:
        return False
    beneath = sum(target.startswith(above) and target[len(above)] != "?" for target in targets(page, candidate))
    return beneath >= 0.8 * len(candidate.anchors)


def targets(page: Page, candidate: Candidate) -> list[str]:
    """Where a candidate's records lead."""
    return [page.links[anchor].target for anchor in candidate.anchors]
