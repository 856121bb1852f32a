"""Time to read a listing, as a ratio to what lxml.html needs to parse the same bytes.

    python -m benchmarks.listing [FOLDER] [--rounds N] [--only SUBSTRING] [--compiled]

FOLDER holds a folder per site, each with a `site.json` that lists its saved pages (`pages`: `file`, `url`, `kind`). Without
it, ../shared/corpus/listings is read if it is there, and else some small generated pages. In one run, after one unmeasured
pass, each page is parsed, read by learning, and, if it is not the first of its kind (home, category, search …) on its site,
read with the wrapper that the first one taught; where that does not fit, the page is learnt anew, which counts as well. Of
each page's rounds the fastest counts, in the processor's time. Ratios are of sums. Memory is the most that the process held.
With `--compiled` the same is measured once more with the reader compiled (decision 0022); to build that takes two minutes.
"""

from __future__ import annotations

import argparse
import gc
import json
import resource
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from lxml import html

from benchmarks import compiled
from crawler.listing import reader
from crawler.listing.reader import read_listing
from pipeline.model import JSON

CORPUS = Path(__file__).resolve().parents[2] / "shared" / "corpus" / "listings"
GENERATED = 40


@dataclass(frozen=True, slots=True)
class Saved:
    """A saved page: its site, its address, its bytes."""

    site: str
    kind: str
    url: str
    markup: bytes


@dataclass(slots=True)
class Times:
    """Milliseconds per page, page by page."""

    parse: list[float] = field(default_factory=list)
    learn: list[float] = field(default_factory=list)
    replay: list[float] = field(default_factory=list)
    replayed_parse: list[float] = field(default_factory=list)
    fitted: int = 0


def saved_pages(folder: Path, only: str) -> Iterator[Saved]:
    for described in sorted(folder.glob("*/site.json")):
        if only not in described.parent.name:
            continue
        for page in json.loads(described.read_text(encoding="utf-8"))["pages"]:
            if page["kind"] != "single":
                markup = (described.parent / page["file"]).read_bytes()
                yield Saved(described.parent.name, page["kind"], page["url"], markup)


def generated_pages() -> Iterator[Saved]:
    """Small listings, where no saved ones are at hand: a heading, a date, a text, two terms."""
    for number in range(1, GENERATED + 1):
        records = "".join(
            f'<article class="card"><h2><a href="/text-{number}-{i}/">Water report {number}.{i}</a></h2>'
            f'<time datetime="2024-0{i % 9 + 1}-11">11.0{i % 9 + 1}.2024</time><p>Report {i} measures wells in {number} '
            f'districts, and names who mends them.</p><a rel="tag" href="/topic/wells/">Wells</a></article>'
            for i in range(1, 13)
        )
        markup = (
            f"<html><body><nav><ul><li><a href='/about/'>About</a><li><a href='/contact/'>Contact</a></ul></nav>"
            f"<main>{records}</main><a href='/page/{number + 1}/'>Older posts</a></body></html>"
        )
        yield Saved("generated", "listing", f"https://library.example.org/page/{number}/", markup.encode())


def fastest(rounds: int, work: Callable[[], object]) -> float:
    """Milliseconds of the fastest of some rounds."""
    best = float("inf")
    for _ in range(rounds):
        start = time.thread_time()
        work()
        best = min(best, time.thread_time() - start)
    return 1000 * best


def measure(pages: list[Saved], rounds: int) -> Times:
    times = Times()
    wrappers: dict[tuple[str, str], Mapping[str, JSON] | None] = {}
    gc.disable()
    for page in pages:
        wrapper = wrappers.get((page.site, page.kind))
        parse = fastest(rounds, lambda page=page: html.document_fromstring(page.markup))
        times.parse.append(parse)
        times.learn.append(fastest(rounds, lambda page=page: read_listing(page.markup, page.url)))
        if wrapper is None:
            wrappers[page.site, page.kind] = read_listing(page.markup, page.url).wrapper
        else:
            times.fitted += read_listing(page.markup, page.url, wrapper=wrapper).wrapper == wrapper
            times.replayed_parse.append(parse)
            times.replay.append(
                fastest(rounds, lambda page=page, known=wrapper: read_listing(page.markup, page.url, wrapper=known))
            )
        gc.collect()
    gc.enable()
    return times


def report(pages: list[Saved], times: Times) -> None:
    size = sum(len(page.markup) for page in pages) / len(pages) / 1024
    how = "as it stands" if str(reader.__file__).endswith(".py") else "compiled"
    print(f"{len(pages)} pages of {len({page.site for page in pages})} sites, {size:.1f} KiB a page; the reader {how}")
    line("lxml.html parsing", times.parse, times.parse)
    line("reading, learning", times.learn, times.parse)
    line(f"reading, replay ({times.fitted} of {len(times.replay)})", times.replay, times.replayed_parse)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1024 * 1024 if sys.platform == "darwin" else 1024)
    print(f"peak memory {peak:.0f} MiB, the saved pages included")


def line(name: str, values: list[float], parsed: list[float]) -> None:
    if not values:
        print(f"{name:32} not measured")
        return
    ratio = sum(values) / sum(parsed)
    worst = max(value / parse for value, parse in zip(values, parsed, strict=True))
    median = statistics.median(values)
    mean = statistics.mean(values)
    print(f"{name:32} mean {mean:7.2f} ms  median {median:7.2f} ms  ratio {ratio:5.2f}  worst page's {worst:6.2f}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, nargs="?", default=CORPUS)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--only", default="", help="only sites whose name holds this")
    parser.add_argument("--compiled", action="store_true", help="measure the compiled reader, too")
    args = parser.parse_args()
    pages = list(saved_pages(args.folder, args.only)) or list(generated_pages())
    for page in pages[:50]:
        read_listing(page.markup, page.url)
    report(pages, measure(pages, args.rounds))
    if args.compiled:
        lacking = compiled.lacking()
        print(f"not compiled: {lacking}" if lacking else measured_compiled(args), flush=True)


def measured_compiled(args: argparse.Namespace) -> str:
    """What this benchmark prints where the reader is compiled."""
    with tempfile.TemporaryDirectory() as folder:
        unpacked = compiled.build(Path(folder))
        options = ("--rounds", str(args.rounds), "--only", args.only)
        return compiled.run(unpacked, "-m", "benchmarks.listing", str(args.folder.resolve()), *options).stdout.rstrip()


if __name__ == "__main__":
    main()
