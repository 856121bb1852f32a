"""Judges a file of records, all at once, by a scratch database on disk: memory does not grow with the records.

What it comes to is what `pipeline.dedupe` comes to in memory, and `storage.comparing` a part at a time; but that a file
of one source only is one of a list of many: its records are compared as those of different sources are.
"""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from dataclasses import asdict, dataclass
from functools import lru_cache
from pathlib import Path
from tempfile import TemporaryDirectory
from types import TracebackType
from typing import Any, Self

from pipeline.candidates import CROWD, ENOUGH, bands
from pipeline.dedupe import clusters
from pipeline.errors import UsageError
from pipeline.fingerprints import Fingerprint, fingerprint
from pipeline.judge_pairs import CONTRADICTED, judge, worth_judging
from pipeline.records import read_record
from pipeline.works import Judgement, Record, Relation

_PART = 2000
# A fingerprint takes some 8 kB; neighbours in a file are compared with the same ones again and again.
_KEPT = 5_000
_CACHE_KIB = 64 * 1024


@dataclass(frozen=True, slots=True)
class BadLine:
    """A line that is no record, and why; the first line of a file is 1."""

    number: int
    why: str


class Pairing:
    """The records of one file and their bands. A context manager: the scratch database goes with it."""

    def __init__(self, crowd: int = CROWD, folder: Path | None = None) -> None:
        self._crowd = crowd
        self._folder = TemporaryDirectory(prefix="gleanery-", dir=folder)
        self._database = sqlite3.connect(Path(self._folder.name) / "records.db", isolation_level=None)
        self._database.executescript(
            f"""PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -{_CACHE_KIB};
            PRAGMA temp_store_directory = ''; PRAGMA temp_store = FILE;
            CREATE TABLE records (number INTEGER PRIMARY KEY, id TEXT UNIQUE, body TEXT);
            CREATE TABLE bands (band INTEGER, number INTEGER);
            CREATE TABLE apart (a TEXT, b TEXT, relation TEXT, score REAL);
            BEGIN"""
        )
        self._recall = lru_cache(maxsize=_KEPT)(self._derive)
        self._sources: set[str] = set()
        self.count = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._database.close()
        self._folder.cleanup()

    def add(self, lines: Iterable[str], on_progress: Callable[[int], None] = lambda _: None) -> Iterator[BadLine]:
        """Take in the records of a file's lines. Yields those lines that are none; an empty line is nothing.

        An id that has been there before is a bad line: which of the two would be meant?
        """
        for number, line in enumerate(lines, 1):
            if not line.strip():
                continue
            try:
                record = read_record(json.loads(line))
                self._insert(number, record)
            except sqlite3.IntegrityError:
                yield BadLine(number, "its id has been there before")
            except (ValueError, RecursionError) as error:
                yield BadLine(number, f"no JSON: {error}" if isinstance(error, json.JSONDecodeError) else str(error))
            else:
                self.count += 1
                if self.count % _PART == 0:
                    on_progress(self.count)

    def _insert(self, number: int, record: Record) -> None:
        if len(self._sources) < 2:
            self._sources.add(record.source)
        body = json.dumps(asdict(record))
        self._database.execute("INSERT INTO records VALUES (?, ?, ?)", (number, _storable(record.id), body))
        rows = [(band, number) for band in bands(fingerprint(record))]
        self._database.executemany("INSERT INTO bands VALUES (?, ?)", rows)

    def judgements(self) -> Iterator[Judgement]:
        """Judge every pair that shares enough bands which are no crowds, in the order of the file."""
        self._database.execute("CREATE INDEX by_band ON bands (band, number)")
        shared = """
            WITH shared AS (SELECT band FROM bands GROUP BY band HAVING count(*) BETWEEN 2 AND ?)
            SELECT one.number, other.number
            FROM shared JOIN bands one ON one.band = shared.band
                        JOIN bands other ON other.band = shared.band AND other.number > one.number
            GROUP BY one.number, other.number HAVING sum(? - (shared.band & 1)) >= ?
            ORDER BY one.number, other.number"""
        with closing(self._database.cursor()) as cursor:
            for one, other in cursor.execute(shared, (self._crowd, ENOUGH, ENOUGH)):
                a, b = self._recall(one), self._recall(other)
                if worth_judging(a, b):
                    yield judge(a, b)

    def clusters(self, on_progress: Callable[[int], None] = lambda _: None) -> Iterator[tuple[str, ...]]:
        """The groups of ids that are one work, in the order of their first ids."""
        same: list[Judgement] = []
        for count, each in enumerate(self.judgements(), 1):
            if each.relation is Relation.SAME:
                same.append(each)
            elif each.score < CONTRADICTED or each.relation is not Relation.DIFFERENT:
                row = (_storable(each.a), _storable(each.b), each.relation.value, each.score)
                self._database.execute("INSERT INTO apart VALUES (?, ?, ?, ?)", row)
            if count % _PART == 0:
                on_progress(count)
        self._database.execute("CREATE INDEX by_a ON apart (a)")
        yield from sorted(group for part in _components(same) for group in clusters([*part, *self._apart(part)]))

    def _apart(self, part: list[Judgement]) -> list[Judgement]:
        """What keeps the members of a component apart. Two alone cannot be kept apart but by their own judgement."""
        members = {key for each in part for key in (each.a, each.b)}
        if len(members) == 2:
            return []
        found: list[Judgement] = []
        for key in sorted(members):
            for a, b, relation, score in self._database.execute("SELECT * FROM apart WHERE a = ?", (_storable(key),)):
                if b in members:
                    found.append(Judgement(a, b, Relation(relation), score, ""))
        return found

    def _derive(self, number: int) -> Fingerprint:
        (body,) = self._database.execute("SELECT body FROM records WHERE number = ?", (number,)).fetchone()
        values: dict[str, Any] = json.loads(body)
        lists = {name: tuple(values[name]) for name in ("authors", "files")}
        if len(self._sources) < 2:
            values["source"] = ""
        return fingerprint(Record(**{**values, **lists}))


def _components(same: list[Judgement]) -> list[list[Judgement]]:
    """Judgements that hang together, in one list each."""
    leader: dict[str, str] = {}

    def find(key: str) -> str:
        while leader.setdefault(key, key) != key:
            leader[key] = leader[leader[key]]
            key = leader[key]
        return key

    for each in same:
        a, b = find(each.a), find(each.b)
        leader[max(a, b)] = min(a, b)
    parts: defaultdict[str, list[Judgement]] = defaultdict(list)
    for each in same:
        parts[find(each.a)].append(each)
    return list(parts.values())


def _storable(text: str) -> str:
    """SQLite takes no half of a surrogate pair."""
    try:
        text.encode()
    except UnicodeEncodeError:
        raise ValueError("its id holds half of a character") from None
    return text


def opened(path: str) -> Iterator[str]:
    """The lines of a file of records. Raises UsageError where it cannot be read as text in UTF-8."""
    try:
        with Path(path).open(encoding="utf-8") as file:
            yield from file
    except OSError as error:
        raise UsageError(f"{path}: {error.strerror}", advice="Name a file of JSON Lines.") from error
    except UnicodeDecodeError:
        raise UsageError(f"{path} is not in UTF-8.", advice="Convert it: iconv -t utf-8.") from None
