"""What speaks against a set of pieces as the page's listing: the matter of the page stands somewhere else."""

from __future__ import annotations

from bisect import bisect_left

from crawler.listing.runs import Candidate
from crawler.listing.survey import Surroundings
from crawler.listing.tree import Page
from crawler.listing.words import Zone

_LEADING = 30
_WORDS = 6
_ARTICLE = 500
_FEW = 4


def doubts(page: Page, around: Surroundings, candidate: Candidate, linked: int) -> dict[str, float]:
    """The factors by which a candidate counts for less; in `linked` of its pieces a heading is or holds the link."""
    found = {}
    if linked * 2 < len(candidate.spans):
        if _is_beside_matter(page, around, candidate, 500, 0.45):
            found["beside the matter"] = 0.4
    elif _is_beside_matter(page, around, candidate, 1100, 0.7):
        found["beside a long text"] = 0.2
    if _behind_article(page, around, candidate):
        found["behind an article"] = 0.2
    if _holds_title(page, candidate):
        found["holds the page's title"] = 0.2
    if not linked and _in_sentences(page, candidate):
        found["in sentences"] = 0.2
    return found


def _behind_article(page: Page, around: Surroundings, candidate: Candidate) -> bool:
    """Whether a long text that is called an entry's, and the way to its neighbours or its comments, end before the list."""
    start = candidate.spans[0][0]
    if around.prose[page.first[start]] <= _ARTICLE:
        return False
    article = turned = False
    for node, zone in around.zones.items():
        if page.ends[node] > start:
            continue
        if zone & Zone.CONTENT:
            article |= around.prose[page.last[node]] - around.prose[page.first[node]] > _ARTICLE
        turned |= bool(zone & Zone.COMMENTS)
    return article and (
        turned or any(page.nodes[link.node].get("rel") == "prev" for link in page.links if link.node < start)
    )


def _titles(page: Page) -> list[int]:
    """The headings of the first level: the page's own, mostly."""
    return [heading for heading in page.headings if page.tags[heading] == "h1"]


def _holds_title(page: Page, candidate: Candidate) -> bool:
    """Whether one of the pieces holds the page's own heading, and is the page: the others are its menu and its foot."""
    titles = _titles(page)
    if len(titles) != 1 or len(candidate.spans) < 2:
        return False
    title = titles[0]
    return any(
        start < title < end
        and not any(title <= page.links[anchor].node < page.ends[title] for anchor in candidate.anchors)
        for start, end in candidate.spans
    )


def _in_sentences(page: Page, candidate: Candidate) -> bool:
    """Whether most links stand in the middle of a text that leads to them: "… See <a>what we wrote of it</a> and …"."""
    inside = 0
    texts, owners = page.texts, page.owners
    for (start, end), anchor in zip(candidate.spans, candidate.anchors, strict=True):
        node = page.links[anchor].node
        before, behind, parent = page.first[node] - 1, page.last[node], page.parents[node]
        # Under a heading of its own that leads nowhere, a few words before a link are a sentence's as well.
        head = bisect_left(page.headings, start)
        leading = _WORDS if head < len(page.headings) and page.headings[head] < min(end, node) else _LEADING
        if before >= 0 and owners[before] == parent and len(texts[before]) > leading and behind > before + 1:
            goes_on = behind < len(texts) and owners[behind] == parent and len(texts[behind]) > _LEADING
            inside += (goes_on or texts[before].rstrip()[-1:].isalnum()) and not texts[before + 1].startswith("\n")
    return inside * 2 > len(candidate.anchors)


def _is_beside_matter(page: Page, around: Surroundings, candidate: Candidate, least: int, share: float) -> bool:
    """Whether the page's own heading stands with so much of the page's text in an element that does not hold the list.

    A few titles have such a text beside them also where it stands between the heading and them, in no element of its own.
    """
    first, last = candidate.spans[0][0], candidate.spans[-1][1]
    bare = len(candidate.spans) <= _FEW and around.prose[page.last[last - 1]] == around.prose[page.first[first]]
    for heading in _titles(page) or page.headings[: int(bare)]:
        if first <= heading < last:
            continue
        if any(page.tags[node] == "a" for node in range(heading + 1, page.ends[heading])):
            continue
        area = heading
        while page.parents[area] >= 0 and not page.parents[area] <= first < page.ends[page.parents[area]]:
            area = page.parents[area]
        end = page.first[first] if bare and area < first else page.last[area]
        prose = around.prose[end] - around.prose[page.first[area]]
        if prose > least and prose > share * around.prose[-1]:
            return True
    return False
