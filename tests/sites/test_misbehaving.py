"""The misbehaving server misbehaves as told. Read with raw sockets: a client library would smooth it over."""

from __future__ import annotations

import gzip
import socket
import ssl
import zlib
from collections.abc import Iterator
from contextlib import suppress

import pytest

from tests.sites import behaviours
from tests.sites.misbehaving import Behaviour, Misbehaving


@pytest.fixture
def server() -> Iterator[Misbehaving]:
    with Misbehaving() as running:
        yield running


def exchange(server: Misbehaving, path: str = "/", *, at_most: int = 2**22, seconds: float = 5) -> tuple[bytes, bytes]:
    """Head and body of the answer, read until the other side closes or `at_most` bytes have come."""
    data = b""
    with socket.create_connection(("127.0.0.1", server.port), timeout=seconds) as wire:
        wire.sendall(f"GET {path} HTTP/1.1\r\nHost: x\r\nX-Canary: 7\r\n\r\n".encode())
        while len(data) < at_most and (part := wire.recv(65536)):
            data += part
    head, _, body = data.partition(b"\r\n\r\n")
    return head, body


@pytest.mark.parametrize(
    ("behaviour", "status", "body"),
    [
        (behaviours.status(403), b"403 Forbidden", b"Forbidden"),
        (behaviours.status(429, {"Retry-After": "120"}), b"Retry-After: 120", b"Too Many Requests"),
        (behaviours.answer(""), b"Content-Length: 0", b""),
        (behaviours.json("[]", {"X-WP-Total": "0"}), b"X-WP-Total: 0", b"[]"),
        (behaviours.no_content(), b"204 No Content", b""),
        (behaviours.login_page(), b"200 OK", b"wp-login.php"),
        (behaviours.database_error(), b"200 OK", b"Error establishing a database connection"),
        (behaviours.redirect("file:///etc/passwd"), b"Location: file:///etc/passwd", b""),
        (behaviours.wrong_length("abc", claimed=10), b"Content-Length: 10", b"abc"),
        (behaviours.broken_chunks("abc"), b"chunked", b"3\r\nabc\r\n"),
        (behaviours.wrong_charset("é"), b"iso-8859-1", b"\xc3\xa9"),
    ],
)
def test_answers(server: Misbehaving, behaviour: Behaviour, status: bytes, body: bytes) -> None:
    server.route("/", behaviour)
    head, sent = exchange(server)
    assert status in head
    assert body in sent
    assert bool(body) == bool(sent)


def test_cut_without_length_has_none(server: Misbehaving) -> None:
    server.route("/", behaviours.cut_without_length("<p>half"))
    head, body = exchange(server)
    assert b"Content-Length" not in head
    assert body == b"<p>half"


def test_truncated_gzip_has_the_length_it_states(server: Misbehaving) -> None:
    server.route("/", behaviours.truncated_gzip("text " * 1000))
    head, body = exchange(server)
    assert b"Content-Length: %d" % len(body) in head
    with pytest.raises(EOFError):
        gzip.decompress(body)


def test_bomb_grows_a_thousandfold(server: Misbehaving) -> None:
    server.route("/", behaviours.gzip_bomb(8))
    _, body = exchange(server)
    assert len(zlib.decompress(body, 31)) == 8 * 2**20 > 500 * len(body)


@pytest.mark.parametrize("behaviour", [behaviours.endless_body(), behaviours.endless_headers()])
def test_endless_goes_on(server: Misbehaving, behaviour: Behaviour) -> None:
    server.route("/", behaviour)
    head, body = exchange(server, at_most=2**23)
    assert len(head) + len(body) >= 2**23


def test_reset_is_a_reset(server: Misbehaving) -> None:
    server.route("/", behaviours.reset())
    with pytest.raises(ConnectionResetError):
        exchange(server)


def test_no_answer_is_none(server: Misbehaving) -> None:
    server.route("/", behaviours.no_answer())
    with pytest.raises(TimeoutError):
        exchange(server, seconds=0.3)
    assert len(server.asked("/")) == 1


def test_slow_drip_gives_one_byte_and_waits(server: Misbehaving) -> None:
    server.route("/", behaviours.slow_drip("slowly", seconds_per_byte=60))
    with socket.create_connection(("127.0.0.1", server.port), timeout=0.3) as wire:
        wire.sendall(b"GET / HTTP/1.1\r\n\r\n")
        with suppress(TimeoutError):
            got = b""
            while part := wire.recv(4096):
                got += part
    assert got.endswith(b"Content-Length: 6\r\nConnection: close\r\n\r\ns")


def test_refused_url_has_nobody() -> None:
    port = int(behaviours.refused_url().rpartition(":")[2])
    with pytest.raises(ConnectionRefusedError):
        socket.create_connection(("127.0.0.1", port))


def test_tls_is_self_signed(server: Misbehaving) -> None:
    port = int(server.tls_url.rpartition(":")[2])
    with (
        socket.create_connection(("127.0.0.1", port), timeout=5) as wire,
        pytest.raises(ssl.SSLCertVerificationError, match="self-signed"),
    ):
        ssl.create_default_context().wrap_socket(wire, server_hostname="127.0.0.1")


def test_turns_and_log(server: Misbehaving) -> None:
    server.route("/a", behaviours.in_turn(behaviours.status(503), behaviours.page("well")))
    heads = [exchange(server, "/a?x=1")[0][:12] for _ in range(3)]
    assert heads == [b"HTTP/1.1 503", b"HTTP/1.1 200", b"HTTP/1.1 200"]
    assert exchange(server, "/unknown")[0].startswith(b"HTTP/1.1 404")
    asked = server.asked("/a")
    assert [request.target for request in asked] == ["/a?x=1"] * 3
    assert asked[0].headers["x-canary"] == "7"
    assert asked[0].at < asked[1].at < asked[2].at
