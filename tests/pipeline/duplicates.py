"""The labelled pairs of tests/cases/duplicates, read. Their form is told in same.txt."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from pipeline.works import Record, Relation

CASES = Path(__file__).parents[1] / "cases" / "duplicates"
FIELDS = {
    "teaser": "teaser",
    "pub": "publisher",
    "day": "published",
    "url": "url",
    "lang": "language",
    "source": "source",
}


@dataclass(frozen=True, slots=True)
class Pair:
    """A labelled pair. `kind` is the heading under which it stands."""

    kind: str
    relation: Relation
    a: Record
    b: Record


def pairs() -> Iterator[Pair]:
    """All labelled pairs, in the order of the files."""
    for file in sorted(CASES.glob("*.txt")):
        kind, relation = "", Relation.DIFFERENT
        for number, line in enumerate(file.read_text("utf-8").splitlines(), 1):
            if line.startswith("## "):
                kind, _, said = line[3:].rpartition(": ")
                relation = Relation(said)
            elif line and not line.startswith("#"):
                yield Pair(kind, relation, *_records(line, f"{file.stem}-{number}"))


def _records(line: str, name: str) -> tuple[Record, Record]:
    titles, *fields = _fields(line)
    both: list[dict[str, object]] = [{"title": title.strip()} for title in titles.split(" || ")]
    for field in fields:
        key, _, value = field.partition(":")
        values = [part.strip() for part in f" {value} ".split(" // ")]
        for record, said in zip(both, values * 2 if len(values) == 1 else values, strict=False):
            if key == "by":
                record["authors"] = tuple(part.strip() for part in said.split(", ")) if ";" not in said else (said,)
            elif key == "file":
                record["files"] = (said,)
            else:
                record[FIELDS[key]] = said
    a, b = ({"source": f"{side}.example", **record} for side, record in zip("ab", both, strict=True))
    return Record(f"{name}-a", **a), Record(f"{name}-b", **b)  # type: ignore[arg-type]


def _fields(line: str) -> list[str]:
    """The parts between " | "; a title may hold one itself: a field begins with its name and a colon."""
    parts = line.split(" | ")
    joined = [parts[0]]
    for part in parts[1:]:
        if part.partition(":")[0] in {*FIELDS, "by", "file"}:
            joined.append(part)
        else:
            joined[-1] += f" | {part}"
    return joined
