"""Requests and memory by channel: a site of 1,000 items, and one of 10,000.

    python -m benchmarks.ladder [--items 1000 10000] [--channels wordpress feed sitemap listing drupal ghost …]

Each reading is a process of its own, with a new database, against a loopback server in another process. `least` is what
the channel cannot do without: robots.txt, its index (types and taxonomies; the sitemap's files), and its pages; by the
sitemap also every item's page. Neither the probe nor the look at the second inventory is counted: they are made once.
Memory is the peak of the whole process, so that the last column compares a reading with one of a tenth of the items.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import multiprocessing
import resource
import tempfile
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

from benchmarks import ladder_systems as systems
from crawler.run import HarvestOptions, harvest_source, probe_site
from pipeline.model import Channel, Plan, Politeness, Source
from storage.store import Store

# How many items a page of each channel holds: REST's most, and usual sizes of feeds, listings and sitemaps.
SIZES = {"wordpress": 100, "feed": 50, "listing": 20, "sitemap": 2000}
CHANNELS = [*SIZES, *systems.SIZES]
# Items' numbers begin here: an address that ends with a year, /item/1999, is taken for an archive's.
FIRST = 100_000
WORDS = "wells springs rivers lakes boreholes pumps filters pipes tanks rain".split()


def title(n: int) -> str:
    return f"Report {n} on {WORDS[n % 10]} and {WORDS[n // 10 % 10]}"


def moment(n: int) -> str:
    return (datetime(2024, 1, 1, tzinfo=UTC) - timedelta(hours=n)).isoformat()


def text(n: int) -> str:
    words = (WORDS[(n // 10**k + k) % 10] for k in range(5) for _ in range(4))
    return f"What they have to do with each other in district {n}: {', '.join(words)}."


class Site:
    """Items 1 to `count`, newest first, by every channel; each answer is made when it is asked for."""

    def __init__(self, count: int, port: int) -> None:
        self.count = count
        self.home = f"http://127.0.0.1:{port}"

    def answer(self, target: str) -> tuple[int, str, dict[str, str], str]:
        """Status, media type, further headers, body."""
        parts = urlsplit(target)
        query = {name: values[-1] for name, values in parse_qs(parts.query).items()}
        head, _, rest = parts.path.strip("/").partition("/")
        ways: dict[str, Callable[[], tuple[str, dict[str, str], str]]] = {
            "robots.txt": lambda: ("text/plain", {}, "User-agent: *\nDisallow:\n"),
            "wp-json": lambda: self.rest(rest, query),
            "feed": lambda: ("application/rss+xml", {}, self.feed(int(query.get("paged", "1")))),
            "sitemap.xml": lambda: ("application/xml", {}, self.index()),
            "part": lambda: ("application/xml", {}, self.part(int(rest.removesuffix(".xml")))),
            "list": lambda: ("text/html", {}, self.listing(int(query.get("page", "1")))),
            "item": lambda: ("text/html", {}, self.page(int(rest) - FIRST)),
        }
        try:
            kind, headers, body = ways[head]()
        except (KeyError, ValueError):
            if head == "wp-json":  # what WordPress says behind the last page
                return 400, "application/json", {}, '{"code": "rest_post_invalid_page_number", "data": {"status": 400}}'
            return 404, "text/html", {}, "<title>Not found</title>"
        return 200, kind, headers, body

    def numbers(self, channel: str, page: int) -> range:
        size = SIZES[channel]
        found = range((page - 1) * size + 1, min(page * size, self.count) + 1)
        if not found:
            raise ValueError("behind the last page")
        return found

    def rest(self, route: str, query: dict[str, str]) -> tuple[str, dict[str, str], str]:
        if route == "wp/v2/types":
            found: object = {"post": {"slug": "post", "rest_base": "posts", "rest_namespace": "wp/v2"}}
        elif route == "wp/v2/taxonomies":
            found = {"category": {"hierarchical": True}}
        elif route == "wp/v2/posts":
            found = [self.post(n) for n in self.numbers("wordpress", int(query.get("page", "1")))]
        else:
            raise KeyError(route)
        pages = -(-self.count // SIZES["wordpress"])
        return "application/json", {"X-WP-Total": str(self.count), "X-WP-TotalPages": str(pages)}, json.dumps(found)

    def post(self, n: int) -> dict[str, object]:
        at = moment(n)[:19]
        return {
            "id": n, "link": f"{self.home}/item/{FIRST + n}", "type": "post", "date": at, "date_gmt": at, "modified": at,
            "modified_gmt": at, "title": {"rendered": title(n)}, "excerpt": {"rendered": text(n)},
            "content": {"rendered": text(n) * 20},
            "_embedded": {"author": [{"name": "Mara Holt"}], "wp:term": [[{"name": WORDS[n % 10], "taxonomy": "category"}]]},
        }  # fmt: skip

    def feed(self, page: int) -> str:
        items = "".join(
            f"<item><title>{title(n)}</title><link>{self.home}/item/{FIRST + n}</link><pubDate>{moment(n)}</pubDate>"
            f"<description>{text(n)}</description></item>"
            for n in self.numbers("feed", page)
        )
        return f'<rss version="2.0"><channel><generator>https://wordpress.org/</generator>{items}</channel></rss>'

    def index(self) -> str:
        parts = "".join(
            f"<sitemap><loc>{self.home}/part/{n + 1}.xml</loc></sitemap>"
            for n in range(-(-self.count // SIZES["sitemap"]))
        )
        return f"<sitemapindex>{parts}</sitemapindex>"

    def part(self, page: int) -> str:
        places = "".join(
            f"<url><loc>{self.home}/item/{FIRST + n}</loc><lastmod>{moment(n)}</lastmod></url>"
            for n in self.numbers("sitemap", page)
        )
        return f"<urlset>{places}</urlset>"

    def listing(self, page: int) -> str:
        items = "".join(
            f'<article><h2><a href="/item/{FIRST + n}">{title(n)}</a></h2>'
            f'<time datetime="{moment(n)}">{moment(n)[:10]}</time><p>{text(n)}</p></article>'
            for n in self.numbers("listing", page)
        )
        more = f'<a rel="next" href="/list?page={page + 1}">Next</a>' if page * SIZES["listing"] < self.count else ""
        return f"<html lang=en><title>Reports</title><body><main>{items}{more}</main></body></html>"

    def page(self, n: int) -> str:
        if not 1 <= n <= self.count:
            raise ValueError("no such item")
        return (
            f"<html lang=en><title>{title(n)} | Reports</title><body><nav><a href=/>Home</a></nav><main><h1>{title(n)}</h1>"
            f'<time datetime="{moment(n)}">{moment(n)[:10]}</time><p>{text(n)}</p><p>{text(n)}</p></main></body></html>'
        )


def serve(count: int, ready: multiprocessing.Queue[int]) -> None:
    """Answers over kept connections until the process is ended."""

    async def main() -> None:
        site = Site(count, 0)

        async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            try:
                while request := await reader.readuntil(b"\r\n\r\n"):
                    status, kind, headers, body = site.answer(request.split(b" ", 2)[1].decode())
                    data = body.encode()
                    lines = [
                        f"HTTP/1.1 {status} X",
                        f"Content-Type: {kind}; charset=utf-8",
                        f"Content-Length: {len(data)}",
                    ]
                    lines += [f"{name}: {value}" for name, value in headers.items()]
                    writer.write("\r\n".join([*lines, "", ""]).encode() + data)
                    await writer.drain()
            except (asyncio.IncompleteReadError, ConnectionError):
                writer.close()

        server = await asyncio.start_server(answer, "127.0.0.1", 0)
        port = server.sockets[0].getsockname()[1]
        site.home = f"http://127.0.0.1:{port}"
        ready.put(port)
        await server.serve_forever()

    asyncio.run(main())


STARTS = {"wordpress": "/wp-json/", "feed": "/feed", "listing": "/list", "sitemap": "/sitemap.xml"}


def plan_of(channel: str, home: str) -> Plan | None:
    """How the channel is read. A site that is known to have no sitemap beside: nothing is asked but what it needs."""
    alone = {"sitemap": ""}
    if channel in STARTS:
        return Plan(Channel(channel), home + STARTS[channel], detail={**alone, "rest_root": f"{home}/wp-json/"})
    plan = probe_site(f"{home}/").plan
    return plan and replace(plan, detail={**plan.detail, **alone})


def read(channel: str, port: int, told: multiprocessing.Queue[tuple[int, int, float, float]]) -> None:
    """One whole reading: resources, requests, seconds, peak memory in MiB."""
    home = f"http://127.0.0.1:{port}"
    polite = Politeness(concurrency=8, max_requests=50_000)
    source = Source("site", f"{home}/", Channel(channel), plan=plan_of(channel, home), politeness=polite)
    with tempfile.TemporaryDirectory() as folder, Store.open(str(Path(folder) / "bench.db")) as store:
        store.put_source(source, datetime.now(UTC))
        report = asyncio.run(harvest_source(store, source, HarvestOptions()))
        assert report.outcome.kind == "ok", report.outcome
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        told.put((store.count_resources(), report.tally.requests, report.seconds, peak))


def least(channel: str, count: int) -> int:
    """The fewest requests that give every item by this channel, robots.txt included."""
    if channel in systems.SIZES:
        return 1 + systems.BESIDE[channel] + -(-count // systems.SIZES[channel])
    pages = 1 + -(-count // SIZES[channel])
    return pages + {"wordpress": 2, "feed": 0, "listing": 0, "sitemap": 1 + count}[channel]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--items", type=int, nargs="+", default=[1000, 10_000])
    parser.add_argument("--channels", nargs="+", choices=CHANNELS, default=CHANNELS)
    args = parser.parse_args()
    spawn = multiprocessing.get_context("spawn")
    print("channel     items  found  requests  least  ratio  seconds  peak MiB  by the smallest")
    for channel in args.channels:
        first = 0.0
        for count in args.items:
            ready, told = spawn.Queue(), spawn.Queue()
            serves, of = (serve, ()) if channel in SIZES else (systems.serve_system, (channel,))
            server = spawn.Process(target=serves, args=(*of, count, ready), daemon=True)
            server.start()
            reader = spawn.Process(target=read, args=(channel, ready.get(timeout=60), told))
            reader.start()
            found, requests, seconds, peak = told.get(timeout=3600)
            reader.join()
            server.terminate()
            first = first or peak
            fewest = least(channel, count)
            print(
                f"{channel:10}{count:7}{found:7}{requests:10}{fewest:7}{requests / fewest:7.3f}{seconds:9.1f}"
                f"{peak:10.1f}{peak / first:10.2f}",
                flush=True,
            )


if __name__ == "__main__":
    main()
