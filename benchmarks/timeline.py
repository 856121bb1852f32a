"""Simulated years of a living site: is the copy true on every day, and honest where it cannot be?

    python -m benchmarks.timeline [--seeds 20] [--first 1] [--days 365] [--items 400 1000] [--channel wordpress]
                                  [--peers] [--jobs 1]

Each seed is a site with a history of its own (`tests.sites.timeline`): additions, edits, silent edits, moves, deletions,
redesigns, and a tenth of its days faulty. It is synced once a day by an injected clock, without waiting. With `--peers`
the same days are lived by dlt (rest_api with merge, and with scd2), a Scrapy spider with scrapy-deltafetch and a feed
that is polled with feedparser, each in .venv-peers (`make peers`). They are judged by the fields that all of them read
(address, title, teaser, day of publication), and where they fail aloud, the fault counts as named. Ends with 1 if a
promise is broken: a wrong removal, a false change, something that was never true, a day called whole that is not.

Columns: days that the copy called wholly read, and how many of them were equal to the truth; days on which it knew of
every item whether it is there (by a list of ids at least), and how many of them agreed with the truth; values held that
were never true; removals of what was there; share of the deletions noticed within three sound visits; changes noted, and
false ones; fault days, and those named rightly; alarms on sound days; item-days behind the truth; requests, as a share of
reading all by the same channel every day, and of every listing page and item page every day (as a spider reads a site
that it knows nothing of). Beneath the table, what the requests were for.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from benchmarks.timeline_peers import PEERS, Peer, is_installed
from tests.sites.timeline.judge import Judge, Marks
from tests.sites.timeline.keeper import Keeper, live
from tests.sites.timeline.site import Timeline

# Heading and width of each column; its figure is the mark of the same place in `figures`.
COLUMNS = (
    ("days", 5), ("items", 6), ("whole", 6), ("equal", 6), ("listed", 7), ("agreed", 7), ("untrue", 7), ("wrongly", 8),
    ("recall", 7), ("changes", 8), ("false", 6), ("faults", 7), ("named", 6), ("alarms", 7), ("behind", 8),
    ("requests", 9), ("of all", 7), ("of pages", 9),
)  # fmt: skip


def figures(marks: Marks) -> tuple[str, ...]:
    counts = (marks.days, marks.items, marks.complete, marks.equal, marks.listed, marks.agreed, marks.untrue)
    faults = (marks.faults, marks.named, marks.alarms, marks.behind, marks.requests)
    return (
        *map(str, counts),
        str(marks.wrongly_removed),
        f"{marks.recall:.4f}" if marks.deletions else "–",
        str(marks.changes),
        str(marks.false_changes),
        *map(str, faults),
        f"{marks.requests / marks.full:.1%}",
        f"{marks.requests / marks.page_by_page:.2%}",
    )


def row(name: str, cells: tuple[str, ...]) -> str:
    return f"{name:17} " + " ".join(f"{cell:>{width}}" for cell, (_, width) in zip(cells, COLUMNS, strict=True))


def ours(seed: int, days: int, items: tuple[int, int], channel: str) -> Marks:
    """One year of this project's copy."""
    with Timeline(seed, days, items) as site, tempfile.TemporaryDirectory() as folder:
        keeper = Keeper(site, Path(folder), channel)
        try:
            return live(site, keeper, channel).marks
        finally:
            keeper.close()


def theirs(name: str, seed: int, days: int, items: tuple[int, int]) -> Marks:
    """One year of a peer's copy."""
    with Timeline(seed, days, items) as site, tempfile.TemporaryDirectory() as folder, Peer(name, site, folder) as peer:
        judge = Judge(site, PEERS[name].channel)
        for number in range(days):
            site.day(number)
            judge.mark(peer.visit(), peer.view())
    return judge.marks


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seeds", type=int, default=20)
    parser.add_argument("--first", type=int, default=1)
    parser.add_argument("--days", type=int, default=365)
    parser.add_argument("--items", type=int, nargs=2, default=(400, 1000))
    parser.add_argument("--channel", default="wordpress", choices=("wordpress", "feed", "listing"))
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("--peers", action="store_true")
    args = parser.parse_args()
    seeds, items, began = range(args.first, args.first + args.seeds), (args.items[0], args.items[1]), time.monotonic()
    print(row("copy", tuple(name for name, _ in COLUMNS)), flush=True)
    total, notes = Marks(), list[str]()
    with ProcessPoolExecutor(args.jobs) as pool:
        years = [pool.submit(ours, seed, args.days, items, args.channel) for seed in seeds]
        for seed, year in zip(seeds, years, strict=True):
            marks = year.result()
            print(row(f"seed {seed}", figures(marks)), flush=True)
            total.add(marks)
    print(row("gleanery", figures(total)), flush=True)
    by_kind = [f"  {count / total.days:6.2f}  {kind}" for kind, count in total.kinds.most_common()]
    notes += total.notes
    if args.peers and is_installed():
        for name in PEERS:
            peer = Marks()
            for seed in seeds:
                peer.add(theirs(name, seed, args.days, items))
            print(row(name, figures(peer)), flush=True)
    print(f"gleanery's requests a day, of {total.full / total.days:.2f} that reading all by the same channel takes:")
    print("\n".join(by_kind))
    print(f"({time.monotonic() - began:.0f} s)")
    for note in notes[:60]:
        print(f"  {note[:400]}")
    broken = (
        total.untrue or total.wrongly_removed or total.false_changes or total.equal != total.complete or total.alarms
    )
    return 1 if broken or total.named != total.faults or total.recall < 0.99 else 0


if __name__ == "__main__":
    sys.exit(main())
