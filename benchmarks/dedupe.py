"""Finding duplicates among many synthetic records, against splink on DuckDB in the same run; and what 1,000 more cost.

    python -m benchmarks.dedupe [--records 100000] [--sizes 10000,100000] [--no-splink] [--no-cost] [--minutes 20]

One record in ten is a planted duplicate: another label, title cut, subtitle dropped, slips of the pen, publisher appended,
initials for names, other days, a shorter teaser. One in eight stands in a series (years, issues, places) whose members are
different works. Each program reads the same file in a process of its own; figures are pairs' precision, recall and F1,
seconds of wall clock and of processor, and the peak of memory. splink is stopped at `--minutes` (20) or `--memory` (12 GiB):
a million records are more than it gets done in that.

splink has an environment of its own: `make peers` installs benchmarks/requirements.lock into .venv-peers.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from itertools import combinations
from pathlib import Path
from typing import Any

from sqlalchemy import insert

from pipeline.candidates import bands
from pipeline.fingerprints import fingerprint
from pipeline.model import Channel, Observation, Resource, Source, Stamp
from pipeline.records import record_of
from storage import duplicate_tables, tables
from storage.bands import pack
from storage.engine import Database, resolve
from storage.parts import in_parts
from storage.rows import content_row
from storage.store import Store

ROOT = Path(__file__).parent.parent
PEERS = ROOT / ".venv-peers" / "bin" / "python"
SYLLABLES = """ba ce di fo gu ha le mi no pu ra se ti vo wa xe yi zo bri cla dre flo gri ple sta tre kar lon mes pin sor
    tul""".split()
SHAPES = (
    "{A} and {b} in {P}", "{A} of {b} {c}: {d} {e} from {P}", "The {a} of {b}: {c} {d}", "{A} {b} for {c} {d}",
    "How {a} {b} {c} in {P}", "{A}, {b} and {c}: a guide to {d} {e}", "{P}: {a} {b} after {c}",
    "{A} {b} against {c} {d} in {P}",
)  # fmt: skip
SERIES = (
    "Annual report {year} of the {p} {a} council",
    "{P} {a} bulletin no. {number}",
    "{A} profile of {place}: {b} and {c}",
)
LABELS = ("Report: ", "New report: ", "[PDF] ", "Publication: ", "Rapport : ")
DAY = date(2012, 1, 1)
AT = datetime(2026, 1, 1, tzinfo=UTC)
# What a resource's row holds beside what the site says.
FILLED = {
    "source": "measured", "content_hash": "", "state": "present", "misses": 0, "first_seen": AT, "first_run": 1,
    "changed_at": AT, "seen_at": AT,
}  # fmt: skip


def words(count: int, chance: random.Random) -> list[str]:
    """Made-up words, all different; the first are used most, as in any language."""
    made: dict[str, None] = {}
    while len(made) < count:
        made["".join(chance.choice(SYLLABLES) for _ in range(chance.choice((2, 2, 3, 3, 4))))] = None
    return list(made)


class Maker:
    """Makes the records; the same for the same number of them."""

    def __init__(self, count: int) -> None:
        self.count = count
        self.chance = random.Random(20260)
        self.words = words(30_000, self.chance)
        self.places = [word.title() for word in words(3_000, self.chance)]
        self.people = [
            (word.title(), other.title())
            for word, other in zip(words(9_000, self.chance), words(9_000, self.chance), strict=True)
        ]
        self.publishers = [
            f"{word.title()} {other.title()} Network"
            for word, other in zip(words(700, self.chance), words(700, self.chance), strict=True)
        ]

    def word(self) -> str:
        return self.words[int(len(self.words) * self.chance.random() ** 2.2)]

    def original(self, number: int) -> dict[str, Any]:
        fill = {letter: self.word() for letter in "abcde"}
        fill |= {letter.upper(): fill[letter].title() for letter in "abcde"}
        place = self.chance.choice(self.places)
        if number % 8 == 0:
            # eight members of a series in a row: the shape and its words are the series' own
            series = random.Random(number // 64)
            fill = {letter: self.words[series.randrange(20_000)] for letter in "abcde"}
            fill |= {letter.upper(): fill[letter].title() for letter in "abcde"}
            member = number // 8 % 8
            more = {"year": 2012 + member, "number": 40 + member, "place": self.places[(number // 8) % 3000]}
            title = SERIES[number // 64 % 3].format(
                P=self.places[series.randrange(3000)], p=self.places[series.randrange(3000)], **fill, **more
            )
        else:
            title = self.chance.choice(SHAPES).format(P=place, **fill)
        authors = [" ".join(self.chance.choice(self.people)) for _ in range(self.chance.choice((0, 0, 1, 2, 3)))]
        teaser = (
            " ".join(self.word() for _ in range(self.chance.randrange(15, 50))) if self.chance.random() < 0.8 else ""
        )
        return {
            "id": f"r{number}",
            "source": f"site{self.chance.randrange(400)}.example",
            "title": title,
            "teaser": teaser,
            "authors": authors,
            "publisher": self.chance.choice(self.publishers) if self.chance.random() < 0.6 else "",
            "published": (DAY + timedelta(days=self.chance.randrange(5000))).isoformat()
            if self.chance.random() < 0.9
            else "",
            "url": f"https://site.example/{number}/",
        }

    def duplicate(self, of: dict[str, Any], number: int) -> dict[str, Any]:
        chance, title = self.chance, of["title"]
        change = chance.randrange(7)
        if change == 0:
            title = chance.choice(LABELS) + title
        elif change == 1 and ": " in title:
            title = title.partition(": ")[0] if len(title.partition(": ")[0].split()) > 2 else title
        elif change == 2:
            title = title.upper()
        elif change == 3:
            at = chance.randrange(1, len(title) - 1)
            title = title[:at] + title[at + 1 :] if title[at].isalpha() else title
        elif change == 4 and of["publisher"]:
            title = f"{title} | {of['publisher']}"
        elif change == 5 and len(title) > 40:
            title = f"{title[: title.rindex(' ')]}…"
        teaser = of["teaser"] if chance.random() < 0.7 else " ".join(of["teaser"].split()[:20])
        day = (
            date.fromisoformat(of["published"]) + timedelta(days=chance.choice((0, 0, 1, 5, 40)))
            if of["published"]
            else None
        )
        authors = [f"{name[0]}. {name.split()[-1]}" if chance.random() < 0.4 else name for name in of["authors"]]
        return {
            **of,
            "id": f"r{number}",
            "source": f"site{chance.randrange(400, 800)}.example",
            "title": title,
            "teaser": teaser,
            "authors": authors,
            "publisher": of["publisher"] if chance.random() < 0.5 else "",
            "published": day.isoformat() if day else "",
            "url": f"https://other.example/{number}/",
        }

    def records(self) -> Iterator[tuple[dict[str, Any], str]]:
        """Each record, and the id of the work that it is."""
        recent: list[dict[str, Any]] = []
        for number in range(self.count):
            if number % 10 == 9 and recent:
                of = self.chance.choice(recent)
                yield self.duplicate(of, number), of["id"]
                continue
            made = self.original(number)
            recent.append(made)
            if len(recent) > 2000:
                recent.pop(self.chance.randrange(2000))
            yield made, made["id"]


@dataclass(frozen=True, slots=True)
class Ended:
    """How a program ended: its output, seconds of wall clock and of the processor, and the peak of its memory in MiB.

    `finished`: it was not stopped for taking longer or more memory than it was given, and did not fail.
    """

    output: str
    seconds: float
    cpu: float
    memory: float
    finished: bool


def run(command: list[str], bound: Bound | None = None) -> Ended:
    with tempfile.TemporaryFile("w+") as out:
        start = time.perf_counter()
        process = subprocess.Popen(command, stdout=out, stderr=subprocess.DEVNULL, cwd=ROOT)
        while not (ended := os.wait4(process.pid, os.WNOHANG if bound else 0))[0]:
            if bound and bound.is_passed(process.pid, time.perf_counter() - start):
                process.kill()
            time.sleep(0.2)
        _, status, used = ended
        seconds = time.perf_counter() - start
        if status and bound is None:
            raise SystemExit(f"{command[:4]} ended with {status}")
        out.seek(0)
        return Ended(out.read(), seconds, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024, finished=not status)


@dataclass(frozen=True, slots=True)
class Bound:
    """What a peer may take: minutes of wall clock, and GiB of memory (looked at where /proc tells)."""

    minutes: float
    memory: float

    def is_passed(self, process: int, seconds: float) -> bool:
        statm = Path(f"/proc/{process}/statm")
        pages = int(statm.read_text("ascii").split()[1]) if statm.exists() else 0
        return seconds > 60 * self.minutes or pages * os.sysconf("SC_PAGE_SIZE") > self.memory * 2**30


def score(found: set[tuple[str, str]], gold: set[tuple[str, str]]) -> str:
    right = len(found & gold)
    precision, recall = right / max(1, len(found)), right / max(1, len(gold))
    return (
        f"precision {precision:.4f} recall {recall:.4f} F1 {2 * precision * recall / max(1e-9, precision + recall):.4f}"
    )


def pairs(groups: Iterator[list[str]]) -> set[tuple[str, str]]:
    return {(min(pair), max(pair)) for group in groups for pair in combinations(group, 2)}


def said(name: str, ended: Ended, what: str) -> None:
    print(
        f"{name:8} {what}   {ended.seconds:7.0f} s, processor {ended.cpu:7.0f} s, memory {ended.memory:7,.0f} MiB",
        flush=True,
    )


def compare(count: int, folder: Path, splink: Bound | None) -> None:
    file, works = folder / "records.jsonl", dict[str, list[str]]()
    with file.open("w", encoding="utf-8") as out:
        for record, work in Maker(count).records():
            works.setdefault(work, []).append(record["id"])
            out.write(json.dumps(record) + "\n")
    gold = pairs(iter(works.values()))
    print(f"{count:,} records, {len(gold):,} planted pairs", flush=True)
    ours = run([sys.executable, "-m", "console.main", "dedupe", "--records", str(file)])
    said("ours", ours, score(pairs(json.loads(line)["ids"] for line in ours.output.splitlines()), gold))
    if splink is None:
        return
    if not PEERS.exists():
        print("splink is not installed: make peers")
        return
    program = [str(PEERS), str(ROOT / "benchmarks" / "peer_splink.py"), str(file)]
    # Its own bound is lower: beside DuckDB's memory there is Python's.
    theirs = run([*program, f"{0.75 * splink.memory:g}", str(folder / "splink")], splink)
    if not theirs.finished:
        said("splink", theirs, f"not finished within {splink.minutes:g} minutes and {splink.memory:g} GiB")
        return
    found = [json.loads(line) for line in theirs.output.splitlines()]
    best = max(
        (0.01, 0.05, 0.2, 0.5, 0.8, 0.9, 0.95, 0.99), key=lambda least: float(_scored(found, gold, least).split()[-1])
    )
    for least in sorted({0.5, 0.95, best}):
        said("splink", theirs, f"{_scored(found, gold, least)} at {least}{' (its best)' if least == best else ''}")
    print(
        f"seconds of the processor, ours to splink's: {ours.cpu / theirs.cpu:.2f}; memory: {ours.memory / theirs.memory:.2f}"
    )


def _scored(found: list[Any], gold: set[tuple[str, str]], least: float) -> str:
    return score({(min(a, b), max(a, b)) for a, b, probability in found if probability >= least}, gold)


# What 1,000 more cost -------------------------------------------------------------------------------------------------


def resource(record: dict[str, Any]) -> Resource:
    stamp = (
        Stamp(record["published"], datetime.fromisoformat(record["published"]).replace(tzinfo=UTC))
        if record["published"]
        else None
    )
    return Resource(
        "measured", record["url"], record["title"], record["teaser"], authors=tuple(record["authors"]),
        published=stamp, native_id=record["id"], origins={"title": "measured"},
    )  # fmt: skip


def cost(size: int, folder: Path) -> None:
    """Fill a store with `size` resources that were compared, add 1,000, and say what comparing them took."""
    path, source = folder / f"cost-{size}.db", Source("measured", "https://measured.example/")
    made = Maker(size + 1000).records()
    with Store.open(str(path)) as store:
        store.put_source(source, AT)
        fill(path, (resource(next(made)[0]) for _ in range(size)))
        more = [resource({**record, "url": f"{record['url']}new/", "id": f"n{record['id']}"}) for record, _ in made]
        run_id = store.begin_run(source, Channel.LISTING, AT)
        for start in range(0, 1000, 100):
            page = more[start : start + 100]
            raw = [
                Observation(
                    "measured", Channel.LISTING, each.url, source.url, 0, AT, {"title": each.title}, {}, each.native_id
                )
                for each in page
            ]
            store.commit_page(run_id, f"{source.url}{start}", raw, page, None, AT)
        begun, cpu = time.perf_counter(), time.process_time()
        done = store.works.compare(AT)
        seconds, cpu = time.perf_counter() - begun, time.process_time() - cpu
    print(
        f"1,000 more at {size:>9,}: {seconds:6.2f} s, processor {cpu:6.2f} s, {done.pairs} pairs judged, "
        f"database {path.stat().st_size / 2**20:,.0f} MiB",
        flush=True,
    )
    path.unlink()


def fill(path: Path, made: Iterator[Resource]) -> None:
    """Write rows as the store has them after comparing; in bulk, as no run would."""
    database = Database(resolve(str(path)))
    with database.writing() as connection:
        connection.exec_driver_sql("CREATE TEMPORARY TABLE unsorted (band INTEGER, fingerprint INTEGER)")
        for part in in_parts(enumerate(made, 1), 10_000):
            keyed = [(number, f"measured/{number:012x}", each) for number, each in part]
            rows = [{"key": key, **content_row(each), **FILLED} for _, key, each in keyed]
            connection.execute(insert(tables.resources), rows)
            has = {number: bands(fingerprint(record_of(key, each))) for number, key, each in keyed}
            prints = [{"id": number, "resource": key, "bands": pack(has[number])} for number, key, _ in keyed]
            connection.execute(insert(duplicate_tables.fingerprints), prints)
            pairs = [(band, number) for number, its in has.items() for band in its]
            connection.exec_driver_sql("INSERT INTO unsorted VALUES (?, ?)", pairs)
        connection.exec_driver_sql(
            "INSERT INTO bands SELECT band, fingerprint FROM unsorted ORDER BY band, fingerprint"
        )
    database.close()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--records", type=int, default=100_000)
    parser.add_argument("--sizes", default="10000,100000")
    parser.add_argument("--no-splink", action="store_true")
    parser.add_argument("--minutes", type=float, default=20, help="what splink may take")
    parser.add_argument("--memory", type=float, default=12, help="GiB of memory that splink may take")
    parser.add_argument("--no-cost", action="store_true")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        compare(options.records, Path(name), None if options.no_splink else Bound(options.minutes, options.memory))
        if not options.no_cost:
            for size in map(int, options.sizes.split(",")):
                cost(size, Path(name))


if __name__ == "__main__":
    main()
