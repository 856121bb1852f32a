"""Records → judgements → clusters, in memory; and the golden record of a cluster.

What `storage` does a band and a page at a time has to come to the same: `tests/` compare the two.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import combinations

from pipeline.candidates import CROWD, ENOUGH, bands, strength
from pipeline.fingerprints import Fingerprint, fingerprint
from pipeline.judge_pairs import CONTRADICTED, judge, worth_judging
from pipeline.works import Judgement, Record, Relation


def judgements(records: Iterable[Record], crowd: int = CROWD) -> list[Judgement]:
    """Judge every pair of records that share enough bands, in the order of their ids."""
    prints = {each.id: fingerprint(each) for each in records}
    return [
        judge(prints[a], prints[b])
        for a, b in sorted(pairs(prints.values(), crowd))
        if worth_judging(prints[a], prints[b])
    ]


def pairs(prints: Iterable[Fingerprint], crowd: int = CROWD) -> set[tuple[str, str]]:
    """The pairs of ids that share enough bands of at most `crowd` records each."""
    members: dict[int, list[str]] = defaultdict(list)
    for each in prints:
        for band in bands(each):
            members[band].append(each.id)
    shared: Counter[tuple[str, str]] = Counter()
    for band, ids in members.items():
        if len(ids) <= crowd:
            for pair in combinations(sorted(ids), 2):
                shared[pair] += strength(band)
    return {pair for pair, strengths in shared.items() if strengths >= ENOUGH}


def clusters(
    judged: Collection[Judgement], fixed: Mapping[tuple[str, str], Relation] | None = None
) -> list[tuple[str, ...]]:
    """Group the ids that are one work, each group sorted, two ids and more; the groups in the order of their first ids.

    `fixed` holds what people have said of pairs: it stands above what was judged. The surest pairs are joined first; two
    groups stay apart if any pair across them was judged to be two works for sure (`CONTRADICTED`). So a chain of likely
    pairs never joins what is unlike, and the result depends on the judgements alone, not on their order.
    """
    said = dict(fixed or {})
    edges = [(-2.0, a, b) for (a, b), relation in said.items() if relation is Relation.SAME]
    apart: dict[str, set[str]] = defaultdict(set)
    for each in judged:
        if (each.a, each.b) in said:
            continue
        if each.relation is Relation.SAME:
            edges.append((-each.score, each.a, each.b))
        elif each.score < CONTRADICTED or each.relation is not Relation.DIFFERENT:
            apart[each.a].add(each.b)
            apart[each.b].add(each.a)
    for (a, b), relation in said.items():
        if relation is not Relation.SAME:
            apart[a].add(b)
            apart[b].add(a)
    group: dict[str, set[str]] = {}
    edges = _unambiguous(edges, apart)
    for score, a, b in sorted(edges):
        ours, theirs = group.get(a) or {a}, group.get(b) or {b}
        if ours is theirs or (score > -2.0 and any(apart[each] & theirs for each in ours if each in apart)):
            continue
        if len(ours) < len(theirs):
            ours, theirs = theirs, ours
        ours |= theirs
        group.update(dict.fromkeys(theirs, ours))
        group.update(dict.fromkeys((a, b), ours))
    distinct = {min(each): each for each in group.values()}
    return [tuple(sorted(distinct[first])) for first in sorted(distinct)]


def _unambiguous(
    edges: Sequence[tuple[float, str, str]], apart: Mapping[str, set[str]]
) -> list[tuple[float, str, str]]:
    """Leave out pairs of which it cannot be told which one is right: a record fits two others equally well, and these
    are two works (two columns of one title in one year).
    """
    best: dict[str, list[tuple[float, str]]] = defaultdict(list)
    for score, a, b in edges:
        best[a].append((score, b))
        best[b].append((score, a))

    def is_torn(score: float, one: str, other: str) -> bool:
        rivals = apart.get(other, ())
        return any(each in rivals and abs(its_score - score) < 0.001 for its_score, each in best[one])

    return [
        (score, a, b) for score, a, b in edges if score <= -2.0 or not (is_torn(score, a, b) or is_torn(score, b, a))
    ]
