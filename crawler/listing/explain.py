"""Why a page was read as it was, for people: the candidates, the slots and their roles, the template's texts."""

from __future__ import annotations

from collections import Counter, defaultdict

from crawler.listing.runs import Candidate
from crawler.listing.slots import Row, Table
from crawler.listing.tree import Page
from pipeline.model import JSON

_MOST_CANDIDATES = 8
_MOST_SLOTS = 40
_SAMPLE = 60


def explain(page: Page, found: list[Candidate], best: Candidate | None, table: Table | None) -> dict[str, JSON]:
    """The candidates by score with their evidence; of the chosen one each slot with its role, share and a sample value.

    Roles are the fields that took a slot's text: "title", "date", "category", "tag", "author", "more", "label", …;
    "teaser or none" is what is left for the teaser.
    """
    result: dict[str, JSON] = {"candidates": [_candidate(page, each, best) for each in _by_score(found)]}
    if table is not None:
        result["slots"] = _slots(table)
        result["template"] = [*sorted(text for text in table.template if text)]
    return result


def _by_score(found: list[Candidate]) -> list[Candidate]:
    return sorted(found, key=lambda candidate: -candidate.score)[:_MOST_CANDIDATES]


def _candidate(page: Page, candidate: Candidate, best: Candidate | None) -> JSON:
    start = candidate.spans[0][0]
    chosen = best is not None and (candidate is best or (best.kind == "joined" and best.why is candidate.why))
    return {
        "score": round(candidate.score, 3),
        "chosen": chosen,
        "records": len(candidate.spans),
        "kind": candidate.kind,
        "element": page.tags[start],
        "class": page.classes[start],
        "evidence": {name: round(value, 3) for name, value in (candidate.why or {}).items()},
    }


def _slots(table: Table) -> list[JSON]:
    roles: dict[str, Counter[str]] = defaultdict(Counter)
    samples: dict[tuple[str, str], str] = {}
    for row in table.rows:
        seen: dict[tuple[str, str], None] = {}  # in the order of the page: a set's order differs from run to run
        for at in range(row.low, row.high):
            text = table.page.lines[at]
            if not text:
                continue
            place, role = _place(table.page, row, table.page.owners[at]), row.taken.get(at, "teaser or none")
            samples.setdefault((place, role), text[:_SAMPLE])
            seen[place, role] = None
        for place, role in seen:
            roles[place][role] += 1
    found: list[JSON] = [
        {"slot": place, "role": role, "records": count, "sample": samples[place, role]}
        for place, counted in roles.items()
        for role, count in counted.most_common(3)
    ]
    return found[:_MOST_SLOTS]


def _place(page: Page, row: Row, node: int) -> str:
    """Where a text stands in its record: "div.meta > a.author"."""
    steps = []
    while node > row.start:
        names = page.classes[node].split()
        steps.append(page.tags[node] + (f".{names[0]}" if names else ""))
        node = page.parents[node]
    return " > ".join(reversed(steps)) or page.tags[row.start]
