"""Every set of repeated pieces on a page that could be its listing.

Records are told apart by where they lead. Links that stand at the same place of the tree and lead to different pages are
one cluster; the record of a link is the largest piece of the page around it that holds no other link of the cluster.
Where that piece is a mere heading among its siblings, the siblings up to the next one belong to it.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Sequence

from crawler.listing.entries import from_entries, heading_around, is_entry, is_term, may_head_record
from crawler.listing.pager_words import heading
from crawler.listing.pagers import Trust, address
from crawler.listing.parsing import hides
from crawler.listing.runs import Candidate, common_ancestor, flat_spans, is_row_of_links, stem, tops_of
from crawler.listing.tree import Page
from pipeline.noise import is_read_more

# What stands beside a title in its row is shorter on average: "PDF", "Minutes", "Français".
_SHORT = 22
_MOST_KINDS = 6
_ACTIVE = frozenset(("active", "is-active", "show", "current", "selected", "is-open", "ui-tabs-active"))
# What tells the pages of a series apart at their addresses' end: statements.html, statements2.html
_NUMBERED = re.compile(r"(?:[-_.]?\d{1,3})?(?:\.[a-z]{3,5})?\Z")
_PAGE_NUMBER = re.compile(r"[-_.]?\d{1,3}(?:\.[a-z]{3,5})?")
_PAGER_WORDS = 3
_MOST_PAGES = 1000
# A picture that leads to itself, large.
_PICTURES = (".jpg", ".jpeg", ".png", ".gif", ".webp", ".avif")


def record_links(page: Page) -> list[int]:
    """The links that may lead to a record: not to the page itself, the home page, a pager's page, an archive, a feed."""
    own = page.url.split("#", 1)[0].rstrip("/")
    own_path = own[own.find("://") + 3 :].partition("/")[2]
    # A relative address that its page resolves wrongly ("./posts/a/" on the page /posts/a/) is the page itself.
    itself = f"/{own_path}" if own_path else "\0"
    above = {own[:at] for at, sign in enumerate(own) if sign == "/"} | {own}
    series = _NUMBERED.sub("", own) if own_path else "\0"
    verdicts: dict[str, bool] = {}
    found = []
    for number, link in enumerate(page.links):
        node, url, fragment, target, _ = link
        if not verdicts.get(target):  # another link to it may say more
            verdicts[target] = (
                target not in above
                and not target.endswith(itself)
                and may_head_record(page, link)
                and not ("?" in url and _counts_pages(url, own))
                and not (target.startswith(series) and _turns_page(page, node, target[len(series) :]))
            )
        if (
            verdicts[target]
            and not (fragment and _is_part(page, node, fragment))
            and not (page.first[node] == page.last[node] and target.lower().endswith(_PICTURES))
        ):
            found.append(number)
    return found


def _counts_pages(url: str, own: str) -> bool:
    """Whether an address is the page's own but for a number in its query that counts pages, in whatever language."""
    path, mark, _ = url.partition("?")
    if not mark or path != own.partition("?")[0] or (to := address(url)) is None:
        return False
    counted = [place for place in to.places if place.trust is Trust.PAGE and place.number < _MOST_PAGES]
    return any(not place.form.startswith("?p=") for place in counted)  # ?p=17 is WordPress's post of that number


def _turns_page(page: Page, node: int, rest: str) -> bool:
    """Whether a link leads on in the page's own series, and says so: "Older statements", to statements2.html."""
    text = page.text_of(node)
    return _PAGE_NUMBER.fullmatch(rest) is not None and len(text.split()) <= _PAGER_WORDS and heading(text)[0] > 0


def _is_part(page: Page, node: int, fragment: str) -> bool:
    """Whether a link leads to the part of the page that it stands in: a post's own place in its thread."""
    return any(page.nodes[above].get("id") == fragment for above in page.ancestors(node))


def candidates(page: Page) -> list[Candidate]:
    """Give every set of pieces that could be a listing."""
    links = record_links(page)
    terms = {number for number in links if is_term(page, number)}
    clusters: dict[int, list[int]] = defaultdict(list)
    for number in links:
        clusters[page.paths[page.links[number].node]].append(number)
    found: list[Candidate] = []
    seen: set[tuple[tuple[int, int], ...]] = set()
    for every in clusters.values():
        members = [number for number in every if number not in terms]
        if not members:
            continue
        for group in _partitions(page, members):
            candidate = _from_links(page, group)
            if candidate is not None:
                key = (*candidate.spans, (candidate.anchors[0], candidate.anchors[-1]))
                if key not in seen:
                    seen.add(key)
                    found.append(candidate)
    # What entries say of themselves is often what their links said before.
    entries = from_entries(page, [number for number in links if number not in terms])
    return found + [
        candidate
        for candidate in entries
        if not any(candidate.anchors == other.anchors and candidate.spans == other.spans for other in found)
    ]


def _distinct(page: Page, numbers: Sequence[int]) -> list[int]:
    """One link per target: the first one, or, where that is a mere picture, the first one with words."""
    kept: dict[str, int] = {}
    told = Counter(page.links[number].target for number in numbers)
    # What nearly every piece leads to, though each leads to a page of its own, is no record: a co-author, "Subscribe".
    least = (
        max(3, 0.6 * len(told)) if len(told) > 3 and sorted(told.values())[len(told) // 2] == 1 else len(numbers) + 1
    )
    for number in numbers:
        link = page.links[number]
        if told[link.target] >= least:
            continue
        known = kept.get(link.target)
        if known is None or (page.size_of(link.node) and not page.size_of(page.links[known].node)):
            kept[link.target] = number
    return sorted(kept.values())


def _partitions(page: Page, members: list[int]) -> list[list[int]]:  # noqa: C901
    """A cluster as a whole, and its parts where it spans areas of the page that bear different class names."""
    members = _distinct(page, members)
    groups = [members]
    if len(members) < 3:
        return groups
    container = common_ancestor(page, page.links[members[0]].node, page.links[members[-1]].node)
    for _ in range(3):
        areas: dict[int, list[int]] = defaultdict(list)
        for number in members:
            node = page.links[number].node
            while page.parents[node] != container:
                node = page.parents[node]
            areas[node].append(number)
        if all(len(part) == 1 for part in areas.values()):
            groups += _without_menus(page, areas)
            break
        if shown := _shown(page, areas):
            return _partitions(page, shown)
        groups += _one_each(page, list(areas.values()))
        if len(areas) > 12:
            break
        kinds: dict[tuple[str, str], list[int]] = defaultdict(list)
        for node, part in areas.items():
            kinds[page.tags[node], stem(page.classes[node])] += part
        if len(kinds) > 1:
            groups += [part for part in kinds.values() if len(part) < len(members)]
        if len(areas) > 1:
            groups += [part for part in areas.values() if 1 < len(part) < len(members)]
        largest = max(areas.values(), key=len)
        if len(largest) < 3 or len(largest) == len(members):
            break
        members = largest
        container = common_ancestor(page, page.links[members[0]].node, page.links[members[-1]].node)
    return groups


def _without_menus(page: Page, areas: dict[int, list[int]]) -> list[list[int]]:
    """The links of areas that hold one each, without a menu that stands before or behind them as if it were one of them."""
    nodes = [*areas]
    menus = {node for node in (nodes[0], nodes[-1]) if is_row_of_links(page, node)}
    if not menus or len(nodes) - len(menus) < 3 or is_row_of_links(page, nodes[1]):
        return []
    return [[number for node in nodes if node not in menus for number in areas[node]]]


def _shown(page: Page, areas: dict[int, list[int]]) -> list[int]:
    """The links of a cluster without those in panes that are hidden and lead elsewhere: another tab's; [] if none are."""
    hidden = {node for node, part in areas.items() if len(part) > 1 and _is_hidden(page, node)}
    shown = [number for node, part in areas.items() if node not in hidden for number in part]
    if not hidden or len(shown) < 2:
        return []
    folders = {page.links[number].target.rpartition("/")[0] for number in shown}
    others = {page.links[number].target.rpartition("/")[0] for node in hidden for number in areas[node]}
    return [] if folders & others else shown


def _is_hidden(page: Page, node: int) -> bool:
    element = page.nodes[node]
    if hides(element):
        return True
    if element.get("role") != "tabpanel" and "tab" not in page.classes[node]:
        return False
    names = set(page.classes[node].lower().split())
    beside = [set(page.classes[each].lower().split()) for each in page.children(page.parents[node]) if each != node]
    return names.isdisjoint(_ACTIVE) and any(not other.isdisjoint(_ACTIVE) for other in beside)


def _one_each(page: Page, areas: list[list[int]]) -> list[list[int]]:
    """One link for each area where most hold several: its title beside "PDF", its agenda beside its minutes, "EN FR AR".

    That is so where the links behind the first are no titles themselves: short, and in no heading; or where the links of an
    area differ by their class names, or by the column that they stand in.
    """
    several = [area for area in areas if len(area) > 1]
    if len(areas) < 3 or not several:
        return []
    if len(several) < 0.6 * len(areas):
        return _fullest_column(page, areas)
    behind = [page.links[number].node for area in several for number in area[1:]]
    groups = []
    if sum(page.size_of(node) for node in behind) <= _SHORT * len(behind) and not any(
        heading_around(page, node) for node in behind[:6]
    ):
        groups.append([area[0] for area in areas])
    kinds: dict[tuple[str, int], list[int]] = defaultdict(list)
    for area in areas:
        for number in area:
            node = page.links[number].node
            kinds[stem(page.classes[node]), _column(page, node)].append(number)
    if 1 < len(kinds) <= _MOST_KINDS:
        groups += [part for part in kinds.values() if len(part) >= 0.6 * len(areas)]
    return groups


def _fullest_column(page: Page, areas: list[list[int]]) -> list[list[int]]:
    """The links of the column that has one in every row, where in some rows another column has one, too: an attachment's."""
    if _column(page, page.links[areas[0][0]].node) < 0:
        return []
    columns: dict[int, list[int]] = defaultdict(list)
    for area in areas:
        for number in area:
            columns[_column(page, page.links[number].node)].append(number)
    return [part for column, part in columns.items() if column >= 0 and len(part) == len(areas) and len(columns) > 1]


def _column(page: Page, node: int) -> int:
    """The place of a link's cell in its row, or -1."""
    for cell in (node, *page.ancestors(node)):
        if page.tags[cell] in ("td", "th"):
            return sum(1 for other in page.children(page.parents[cell]) if other < cell)
        if page.tags[cell] in ("tr", "table", "body"):
            break
    return -1


def _from_links(page: Page, members: list[int]) -> Candidate | None:
    nodes = [page.links[number].node for number in members]
    if len(nodes) == 1:
        top = _single_top(page, nodes[0])
        if top is None or not _may_stand_alone(page, nodes[0], top):
            return None
        return Candidate([(top, page.ends[top])], members, page.parents[top], "link")
    container = common_ancestor(page, nodes[0], nodes[-1])
    tops = tops_of(page, nodes, container)
    spans = flat_spans(page, tops)
    return Candidate(spans, members, container, "links")


def _may_stand_alone(page: Page, node: int, top: int) -> bool:
    """Whether one link alone may be a record's: in or around a heading, "read more", in a list's or table's item."""
    if page.tags[top] in ("li", "tr", "dt", "dd") or heading_around(page, node):
        return True
    text = page.text_of(node)
    return 0 < len(text) <= 60 and is_read_more(text)


def _single_top(page: Page, node: int) -> int | None:
    """The piece around a lone link: its entry, or the largest element around it without another record's heading."""
    top = node
    for above in page.ancestors(node):
        if page.tags[above] in ("body", "html", "main") or page.size_of(above) > 30_000:
            break
        inside = bisect_left(page.headings, page.ends[above]) - bisect_left(page.headings, above)
        if inside > 1:
            break
        top = above
        if is_entry(page, above) or page.tags[above] in ("li", "tr"):
            break
    return top if top != node else None
