"""Pages per second by Scrapy's two ways to fetch: plain asyncio with aiohttp, and the default Twisted handler.

    python -m benchmarks.fetch [--pages 2000] [--rounds 3]

One run measures both in turn, against one loopback server that gives the same page of 40 kB each time; the ratio is of
the medians. The server runs in a process of its own, on the same machine: both ways pay for it alike.
"""

from __future__ import annotations

import argparse
import asyncio
import multiprocessing
import statistics
import subprocess
import sys
import textwrap

PAGE = b"<html><body>" + b"<p>A resource listing's page, as long as many are.</p>" * 740 + b"</body></html>"

CRAWL = textwrap.dedent(
    """
    import sys, time
    import scrapy
    from scrapy.crawler import AsyncCrawlerProcess

    port, pages, reactor = int(sys.argv[1]), int(sys.argv[2]), sys.argv[3] == "reactor"

    class Fetch(scrapy.Spider):
        name = "fetch"
        got = 0
        async def start(self):
            self.begun = time.perf_counter()
            for number in range(pages):
                yield scrapy.Request(f"http://127.0.0.1:{port}/{number}", dont_filter=True)
        def parse(self, response):
            Fetch.got += len(response.body) > 1000
        def closed(self, reason):
            print(Fetch.got / (time.perf_counter() - self.begun))

    process = AsyncCrawlerProcess({
        "TWISTED_REACTOR_ENABLED": reactor, "LOG_LEVEL": "CRITICAL", "TELNETCONSOLE_ENABLED": False,
        "REMOTE_CONTROL_ENABLED": False, "CONCURRENT_REQUESTS": 16, "CONCURRENT_REQUESTS_PER_DOMAIN": 16,
    })
    process.crawl(Fetch)
    process.start()
    """
)


def serve(ready: multiprocessing.Queue[int]) -> None:
    """Answers every request with PAGE, over kept connections."""
    head = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: %d\r\n\r\n" % len(PAGE)

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            while await reader.readuntil(b"\r\n\r\n"):
                writer.write(head + PAGE)
                await writer.drain()
        except (asyncio.IncompleteReadError, ConnectionError):
            writer.close()

    async def main() -> None:
        server = await asyncio.start_server(answer, "127.0.0.1", 0)
        ready.put(server.sockets[0].getsockname()[1])
        await server.serve_forever()

    asyncio.run(main())


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", type=int, default=2000)
    parser.add_argument("--rounds", type=int, default=3)
    args = parser.parse_args()
    ready: multiprocessing.Queue[int] = multiprocessing.Queue()
    server = multiprocessing.Process(target=serve, args=(ready,), daemon=True)
    server.start()
    port = ready.get(timeout=10)
    speeds: dict[str, list[float]] = {"asyncio": [], "reactor": []}
    for _ in range(args.rounds):
        for way, found in speeds.items():
            command = [sys.executable, "-W", "ignore", "-c", CRAWL, str(port), str(args.pages), way]
            found.append(float(subprocess.run(command, check=True, capture_output=True, text=True).stdout))
    server.terminate()
    for way, found in speeds.items():
        print(f"{way:8} {statistics.median(found):7.0f} pages/s (rounds: {', '.join(f'{each:.0f}' for each in found)})")
    print(f"ratio    {statistics.median(speeds['asyncio']) / statistics.median(speeds['reactor']):7.2f}")


if __name__ == "__main__":
    main()
