"""A server on loopback that does what no server should: raw sockets under asyncio, in a thread of its own.

    with Misbehaving() as server:
        server.route("/wp-json/", behaviours.status(403))
        server.url      # http://127.0.0.1:PORT, without a closing slash
        server.tls_url  # the same routes over TLS with a self-signed certificate
        server.log      # what was asked, with monotonic times and headers

`tests.sites.behaviours` has the behaviours. Unknown paths give 404; every answer closes its connection.
"""

from __future__ import annotations

import asyncio
import ssl
import time
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from threading import Event, Lock, Thread
from types import TracebackType
from typing import Self

from tests.sites.certificates import self_signed


@dataclass(frozen=True, slots=True)
class Asked:
    """A request as it came in. Header names are lower case; `at` is `time.monotonic()`'s; `port` is the visitor's."""

    method: str
    target: str
    headers: dict[str, str]
    at: float
    port: int

    @property
    def path(self) -> str:
        return self.target.partition("?")[0]


@dataclass(frozen=True, slots=True)
class Exchange:
    """One request and the wire to answer it on."""

    asked: Asked
    reader: asyncio.StreamReader
    writer: asyncio.StreamWriter

    async def send(self, data: bytes) -> None:
        self.writer.write(data)
        await self.writer.drain()


Behaviour = Callable[[Exchange], Awaitable[None]]


async def _not_found(exchange: Exchange) -> None:
    await exchange.send(b"HTTP/1.1 404 Not Found\r\nContent-Length: 9\r\nConnection: close\r\n\r\nNot found")


class Misbehaving:
    """The server: a context manager. Routes may be set and changed while it runs."""

    def __init__(self) -> None:
        self.log: list[Asked] = []
        self._routes: dict[str, Behaviour] = {}
        self._lock = Lock()
        self._ready = Event()
        self._loop = asyncio.new_event_loop()
        self._thread = Thread(target=self._run, name="misbehaving")

    def route(self, path: str, behaviour: Behaviour) -> None:
        """Answer `path` (with any query, unless one is given with it) with `behaviour`."""
        with self._lock:
            self._routes[path] = behaviour

    def asked(self, path: str) -> list[Asked]:
        """The requests for `path` so far, whatever their query."""
        return [request for request in self.log if request.path == path]

    def __enter__(self) -> Self:
        self._thread.start()
        self._ready.wait()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._loop.call_soon_threadsafe(self._stop.set)
        self._thread.join()

    def _run(self) -> None:
        asyncio.set_event_loop(self._loop)
        try:
            self._loop.run_until_complete(self._serve())
        finally:
            self._loop.close()

    async def _serve(self) -> None:
        self._stop = asyncio.Event()
        self._visits: set[asyncio.Task[None]] = set()
        certificate: Path = self_signed()
        tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        tls.load_cert_chain(certificate)
        certificate.unlink()
        self._loop.set_exception_handler(lambda _loop, _context: None)  # visitors who hang up are no news
        plain = await asyncio.start_server(self._visit, "127.0.0.1", 0)
        secure = await asyncio.start_server(self._visit, "127.0.0.1", 0, ssl=tls)
        self.port = plain.sockets[0].getsockname()[1]
        self.url = f"http://127.0.0.1:{self.port}"
        self.tls_url = f"https://127.0.0.1:{secure.sockets[0].getsockname()[1]}"
        self._ready.set()
        await self._stop.wait()
        plain.close()
        secure.close()
        for visit in self._visits:
            visit.cancel()
        await asyncio.gather(*self._visits, return_exceptions=True)

    async def _visit(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        self._visits.add(task)
        try:
            head = await reader.readuntil(b"\r\n\r\n")
            asked = _parse(head, writer.get_extra_info("peername")[1])
            with self._lock:
                self.log.append(asked)
                behaviour = self._routes.get(asked.target) or self._routes.get(asked.path) or _not_found
            await behaviour(Exchange(asked, reader, writer))
        except (ConnectionError, asyncio.IncompleteReadError, ssl.SSLError):
            pass
        finally:
            self._visits.discard(task)
            with suppress(ConnectionError, ssl.SSLError):
                writer.close()


def _parse(head: bytes, port: int) -> Asked:
    first, *rest = head.decode("latin-1").rstrip("\r\n").split("\r\n")
    method, target, _ = first.split(" ", 2)
    headers = {name.strip().lower(): value.strip() for name, _, value in (line.partition(":") for line in rest)}
    return Asked(method, target, headers, time.monotonic(), port)
