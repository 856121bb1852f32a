"""Does what was learnt of a site's first listing page read its other pages as learning does, and does it know a redesign?

    python -m benchmarks.wrappers [FOLDER] [--pairs N] [--seed S]

FOLDER holds saved sites as for `benchmarks.listing`. First, every listing page of each site is read with the wrapper of
the site's first one, and by learning. Counted are pages with the same records, field by field, and the same next page; how
many were replayed (the others fitted what was learnt too little, and were learnt anew); and redesigns that were reported on
pages of the first one's kind, where there is none. Then the wrapper of one site is put to the first page of another, for N
random pairs.
"""

from __future__ import annotations

import argparse
import json
import random
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from benchmarks.listing import CORPUS
from crawler.listing.model import Reading
from crawler.listing.reader import read_listing
from pipeline.model import JSON


@dataclass(frozen=True, slots=True)
class Site:
    """A saved site's listing pages, as (address, kind, file), in order."""

    name: str
    pages: tuple[tuple[str, str, Path], ...]


@dataclass(slots=True)
class Counts:
    pages: int = 0
    replayed: int = 0
    records: int = 0
    next: int = 0
    alarms: int = 0


def sites(folder: Path) -> Iterator[Site]:
    for described in sorted(folder.glob("*/site.json")):
        pages = json.loads(described.read_text(encoding="utf-8"))["pages"]
        listed = tuple((p["url"], p["kind"], described.parent / p["file"]) for p in pages if p["kind"] != "single")
        if listed:
            yield Site(described.parent.name, listed)


@cache
def learnt(site: Site) -> Mapping[str, JSON]:
    """The wrapper of a site's first listing page."""
    url, _, file = site.pages[0]
    return read_listing(file.read_bytes(), url).wrapper or {}


def replay(site: Site) -> tuple[Counts, list[str]]:
    """Read all pages of a site by what its first one taught; also name the pages that came out otherwise."""
    wrapper, first_kind, counts, otherwise = learnt(site), site.pages[0][1], Counts(), []
    for url, kind, file in site.pages:
        markup = file.read_bytes()
        anew, again = read_listing(markup, url), read_listing(markup, url, wrapper=wrapper or None)
        counts.pages += 1
        counts.replayed += again.wrapper == wrapper
        same = _values(anew) == _values(again)
        counts.records += same
        counts.next += anew.next_url == again.next_url
        counts.alarms += kind == first_kind and bool(again.drift)
        if not same or anew.next_url != again.next_url:
            otherwise.append(f"{site.name}/{file.name}")
    return counts, otherwise


def _values(reading: Reading) -> list[object]:
    return [replace(record, origins={}) for record in reading.records]


def redesigns(folder: Path, pairs: int, seed: int) -> list[tuple[str, str, str]]:
    """(site, other site, what the reader says) for random pairs: the other's first page, read with the site's wrapper."""
    every = [site for site in sites(folder) if learnt(site)]
    dice = random.Random(seed)
    found = []
    for _ in range(pairs):
        one, other = dice.sample(every, 2)
        url, _, file = other.pages[0]
        found.append((one.name, other.name, read_listing(file.read_bytes(), url, wrapper=learnt(one)).drift))
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, nargs="?", default=CORPUS)
    parser.add_argument("--pairs", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=50)
    args = parser.parse_args()
    if not args.folder.is_dir():
        print(f"no saved sites under {args.folder}: not measured")
        return
    total, otherwise = Counts(), []
    for site in sites(args.folder):
        counts, names = replay(site)
        total.pages += counts.pages
        total.replayed += counts.replayed
        total.records += counts.records
        total.next += counts.next
        total.alarms += counts.alarms
        otherwise += names
    print(
        f"{total.pages} pages: {total.records} with equal records, {total.next} with an equal next page,"
        f" {total.replayed} replayed"
    )
    print(f"redesigns reported on pages of the first one's kind: {total.alarms}")
    for name in otherwise:
        print(f"  otherwise: {name}")
    found = redesigns(args.folder, args.pairs, args.seed)
    for first in (50, args.pairs):
        print(
            f"redesigns reported: {sum(bool(said) for _, _, said in found[:first])} of {len(found[:first])} random pairs"
        )
    for one, other, said in found:
        if not said:
            print(f"  not reported: {one} on {other}")


if __name__ == "__main__":
    main()
