"""Who is told, on loopback: a mail server that keeps what it is given, and a webhook that does."""

from __future__ import annotations

import json
import socketserver
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email import message_from_bytes
from email.message import Message
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any

# The password in all addresses: it may be seen nowhere.
SECRET = "hunter2-hunter2"


@dataclass(slots=True)
class MailServer:
    """SMTP as far as RFC 5321 wants it of a receiver (4.5.1), with AUTH LOGIN and PLAIN that take anything."""

    port: int = 0
    mails: list[Message] = field(default_factory=list)
    refuses: bool = False

    def bodies(self) -> list[str]:
        """The plain text of each mail."""
        return [_text(each) for each in self.mails]

    def subjects(self) -> list[str]:
        return [str(each["Subject"]) for each in self.mails]


def _text(mail: Message) -> str:
    parts = [each for each in mail.walk() if each.get_content_type() == "text/plain"] or [mail]
    payload = parts[0].get_payload(decode=True)
    return payload.decode() if isinstance(payload, bytes) else ""


class _Server(socketserver.ThreadingTCPServer):
    daemon_threads = True
    kept: MailServer


class _Talk(socketserver.StreamRequestHandler):
    timeout = 10
    server: _Server

    def say(self, text: str) -> None:
        self.wfile.write(f"{text}\r\n".encode())

    def handle(self) -> None:
        self.say("220 loopback")
        while line := self.rfile.readline().strip():
            verb = line.split()[0].upper().decode()
            {"EHLO": self.ehlo, "AUTH": self.auth, "RCPT": self.rcpt, "DATA": self.data}.get(verb, self.other)(line)
            if verb == "QUIT":
                return

    def ehlo(self, _line: bytes) -> None:
        self.say("250-loopback\r\n250 AUTH PLAIN LOGIN")

    def auth(self, line: bytes) -> None:
        if len(line.split()) < 3:
            self.say("334 ")
            self.rfile.readline()
        self.say("235 ok")

    def rcpt(self, _line: bytes) -> None:
        self.say("550 nobody of that name" if self.server.kept.refuses else "250 ok")

    def data(self, _line: bytes) -> None:
        self.say("354 go on")
        lines = []
        while (line := self.rfile.readline()).strip() != b".":
            lines.append(line.removeprefix(b"."))
        self.server.kept.mails.append(message_from_bytes(b"".join(lines)))
        self.say("250 kept")

    def other(self, _line: bytes) -> None:
        self.say("250 ok")


@contextmanager
def mail_server() -> Iterator[MailServer]:
    """A mail server that lives as long as the block."""
    kept = MailServer()

    with _Server(("127.0.0.1", 0), _Talk) as server:
        server.kept = kept
        kept.port = server.server_address[1]
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
        thread.start()
        try:
            yield kept
        finally:
            server.shutdown()
            thread.join(5)


@dataclass(slots=True)
class Webhook:
    """What was posted, as JSON; `status` is what it answers."""

    port: int = 0
    posts: list[dict[str, Any]] = field(default_factory=list)
    status: int = 200


@contextmanager
def webhook() -> Iterator[Webhook]:
    """A webhook that lives as long as the block."""
    kept = Webhook()

    class Take(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
            if kept.status == 200:
                kept.posts.append(json.loads(body))
            self.send_response(kept.status)
            self.send_header("Content-Length", "0")
            self.end_headers()

        def log_message(self, *_: Any) -> None:
            """Tests are silent."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Take) as server:
        kept.port = server.server_address[1]
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
        thread.start()
        try:
            yield kept
        finally:
            server.shutdown()
            thread.join(5)


def addresses(mail: MailServer | None, hook: Webhook | None) -> dict[str, str]:
    """The environment that makes these two be told."""
    parts = []
    if mail is not None:
        parts.append(f"mailto://robot:{SECRET}@127.0.0.1:{mail.port}?from=robot@harbour.example&to=me@harbour.example&mode=insecure&smtp=127.0.0.1")  # fmt: skip
    if hook is not None:
        parts.append(f"json://robot:{SECRET}@127.0.0.1:{hook.port}/notices")
    return {"GLEANERY_NOTIFY": "\n".join(parts)}
