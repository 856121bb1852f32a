"""A threaded HTTP server of the standard library on a free port of 127.0.0.1, for sites that live in memory."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from email.message import Message
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread


@dataclass(frozen=True, slots=True)
class Request:
    """What a visitor asked. `target` is path and query as sent; `at` is `time.monotonic()`'s."""

    method: str
    target: str
    headers: Message
    at: float


@dataclass(frozen=True, slots=True)
class Answer:
    """`measured`: with a Content-Length; without one only the closed connection ends it. `hung_up`: no answer at all."""

    body: bytes | str = b""
    status: int = 200
    type: str = "text/html; charset=UTF-8"
    headers: Mapping[str, str] = field(default_factory=dict)
    measured: bool = True
    hung_up: bool = False


Handler = Callable[[Request], Answer]


@contextmanager
def serve(handle: Handler, *, port: int = 0) -> Iterator[str]:
    """Serve `handle` until the block ends; gives the address without a closing slash."""

    class Visit(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        disable_nagle_algorithm = True

        def do_GET(self) -> None:
            answer = handle(Request(self.command, self.path, self.headers, time.monotonic()))
            if answer.hung_up:
                self.close_connection = True
                return
            body = answer.body.encode() if isinstance(answer.body, str) else answer.body
            self.send_response(answer.status)
            for name, value in {"Content-Type": answer.type, **answer.headers}.items():
                self.send_header(name, value)
            if answer.measured:
                self.send_header("Content-Length", str(len(body)))
            else:
                self.send_header("Connection", "close")
            self.end_headers()
            if self.command != "HEAD":
                self.wfile.write(body)

        do_HEAD = do_GET  # noqa: N815  the base class's name

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002  the base class's name
            pass

    class Quiet(ThreadingHTTPServer):
        daemon_threads = True

        def handle_error(self, request: object, client_address: object) -> None:
            """Visitors that hang up in mid-answer are no news."""

    server = Quiet(("127.0.0.1", port), Visit)
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
