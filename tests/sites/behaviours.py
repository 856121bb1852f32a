"""What a misbehaving server may do with a request: each function gives a behaviour for `Misbehaving.route`."""

from __future__ import annotations

import asyncio
import gzip
import socket
import struct
import zlib
from collections.abc import Mapping
from http import HTTPStatus
from itertools import chain, repeat

from tests.sites.misbehaving import Behaviour, Exchange
from tests.sites.processes import free_port

HTML = "text/html; charset=UTF-8"
JSON = "application/json; charset=UTF-8"
HOUR = 3600

LOGIN_PAGE = (
    '<!DOCTYPE html><html><head><title>Log In &lsaquo; A Site &#8212; WordPress</title></head><body class="login">'
    '<form name="loginform" id="loginform" action="/wp-login.php" method="post"><input type="text" name="log">'
    '<input type="password" name="pwd"><input type="submit" value="Log In"></form></body></html>'
)
# WordPress's own page when MySQL is away; some hosts serve it with status 200.
DATABASE_ERROR = (
    "<!DOCTYPE html><html><head><title>Database Error</title></head>"
    "<body><h1>Error establishing a database connection</h1></body></html>"
)
CHALLENGE = (
    "<!DOCTYPE html><html><head><title>Just a moment...</title></head><body>Checking your browser.</body></html>"
)


def head(status: int, headers: Mapping[str, str]) -> bytes:
    """Status line and headers, ready to be sent."""
    lines = [f"HTTP/1.1 {status} {HTTPStatus(status).phrase}", *(f"{name}: {value}" for name, value in headers.items())]
    return "\r\n".join([*lines, "Connection: close", "", ""]).encode("latin-1")


def answer(
    body: bytes | str = b"",
    *,
    status: int = 200,
    type: str = HTML,  # noqa: A002
    headers: Mapping[str, str] | None = None,
) -> Behaviour:
    """A proper answer."""
    data = body.encode() if isinstance(body, str) else body
    named = headers or {}

    async def behave(exchange: Exchange) -> None:
        sent = {"Content-Type": type, "Content-Length": str(len(data)), **named}
        await exchange.send(head(status, sent) + (b"" if exchange.asked.method == "HEAD" else data))

    return behave


def status(code: int, headers: Mapping[str, str] | None = None) -> Behaviour:
    """An error page: 401, 403, 404, 410, 429, 500, 503 …; `{"Retry-After": "120"}` as in RFC 9110, section 10.2.3."""
    text = f"<!DOCTYPE html><title>{code}</title><h1>{HTTPStatus(code).phrase}</h1>"
    return answer(text, status=code, headers=headers)


def page(html: str) -> Behaviour:
    return answer(html)


def json(text: str, headers: Mapping[str, str] | None = None) -> Behaviour:
    return answer(text, type=JSON, headers=headers)


def robots(text: str) -> Behaviour:
    return answer(text, type="text/plain")


def no_content() -> Behaviour:
    """204, which has no body and no length (RFC 9110, section 15.3.5)."""

    async def behave(exchange: Exchange) -> None:
        await exchange.send(head(204, {}))

    return behave


def login_page() -> Behaviour:
    return page(LOGIN_PAGE)


def database_error() -> Behaviour:
    return page(DATABASE_ERROR)


def challenge() -> Behaviour:
    """HTML at 200 where JSON is due, as protection services give."""
    return page(CHALLENGE)


def redirect(to: str, code: int = 302) -> Behaviour:
    """To `file:///etc/passwd`, to http://169.254.169.254/, to another port, to itself (a loop) …"""
    return answer(status=code, headers={"Location": to})


def reset() -> Behaviour:
    """The connection is torn down (RST) in place of an answer."""

    async def behave(exchange: Exchange) -> None:
        wire = exchange.writer.get_extra_info("socket")
        wire.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        exchange.writer.transport.abort()

    return behave


def no_answer() -> Behaviour:
    """The request is read, and that is all."""

    async def behave(exchange: Exchange) -> None:
        await asyncio.sleep(HOUR)

    return behave


def slow_drip(body: str, *, seconds_per_byte: float = 0.5) -> Behaviour:
    """An honest length, and a byte now and then."""

    async def behave(exchange: Exchange) -> None:
        data = body.encode()
        await exchange.send(head(200, {"Content-Type": HTML, "Content-Length": str(len(data))}))
        for number in range(len(data)):
            await exchange.send(data[number : number + 1])
            await asyncio.sleep(seconds_per_byte)

    return behave


def truncated_gzip(body: str, *, kept: float = 0.5, type: str = HTML) -> Behaviour:  # noqa: A002
    """A gzip stream without its end, under a Content-Length that agrees with what is sent."""
    data = gzip.compress(body.encode(), mtime=0)
    return answer(data[: int(len(data) * kept)], type=type, headers={"Content-Encoding": "gzip"})


def wrong_length(body: str, *, claimed: int) -> Behaviour:
    """A Content-Length that is not the body's; the connection closes after the body."""
    return _framed(body, {"Content-Type": HTML, "Content-Length": str(claimed)})


def cut_without_length(body: str, *, type: str = HTML) -> Behaviour:  # noqa: A002
    """No length and no chunks: the visitor cannot know that the body ends too early."""
    return _framed(body, {"Content-Type": type})


def broken_chunks(body: str) -> Behaviour:
    """Chunked, without the last chunk."""
    data = body.encode()
    chunk = b"%x\r\n%s\r\n" % (len(data), data)
    return _framed(chunk, {"Content-Type": HTML, "Transfer-Encoding": "chunked"})


def _framed(body: str | bytes, headers: Mapping[str, str]) -> Behaviour:
    data = body.encode() if isinstance(body, str) else body

    async def behave(exchange: Exchange) -> None:
        await exchange.send(head(200, headers) + data)

    return behave


def endless_body(chunk: bytes = b"<p>and so on</p>" * 4096) -> Behaviour:
    async def behave(exchange: Exchange) -> None:
        await exchange.send(head(200, {"Content-Type": HTML}))
        while True:
            await exchange.send(chunk)

    return behave


def endless_headers() -> Behaviour:
    async def behave(exchange: Exchange) -> None:
        await exchange.send(b"HTTP/1.1 200 OK\r\n")
        line = b"X-Filler: " + b"x" * 4000 + b"\r\n"
        while True:
            await exchange.send(line * 16)

    return behave


def gzip_bomb(megabytes: int = 1024) -> Behaviour:
    """Zeros: about a thousandth of their size on the wire."""
    packer = zlib.compressobj(9, zlib.DEFLATED, 31)
    block = bytes(2**20)
    data = b"".join([packer.compress(block) for _ in range(megabytes)]) + packer.flush()
    return answer(data, headers={"Content-Encoding": "gzip"})


def wrong_charset(body: str, *, sent: str = "utf-8", claimed: str = "iso-8859-1") -> Behaviour:
    """A text in one encoding under the name of another."""
    return answer(body.encode(sent), type=f"text/html; charset={claimed}")


def in_turn(*behaviours: Behaviour) -> Behaviour:
    """The first visit gets the first behaviour, and so on; the last one stays."""
    turns = chain(behaviours, repeat(behaviours[-1]))

    async def behave(exchange: Exchange) -> None:
        await next(turns)(exchange)

    return behave


def refused_url() -> str:
    """An address on loopback where nobody listens."""
    return f"http://127.0.0.1:{free_port()}"
