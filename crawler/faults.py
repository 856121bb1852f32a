"""From what went wrong on the wire to a `Failure` in words that a person can act on."""

from __future__ import annotations

import re
from collections import Counter

from scrapy.exceptions import (
    CannotResolveHostError,
    DownloadCancelledError,
    DownloadConnectionRefusedError,
    DownloadTimeoutError,
    IgnoreRequest,
    ResponseDataLossError,
)
from scrapy.http import Response
from scrapy.spidermiddlewares.httperror import HttpError

from crawler.compression import NotWhole
from crawler.gate import Refused
from crawler.middlewares import ForbiddenByRobots, RobotsUnreachable
from pipeline.model import Failure, OutcomeKind

# Statuses by which a site says no, as opposed to being broken (RFC 9110, 15; RFC 6585; RFC 7725).
REFUSALS = {
    401: "wants a login (401)",
    402: "wants to be paid (402)",
    403: "refuses access (403)",
    407: "wants a login at a proxy (407)",
    429: "says that it was asked too often (429)",
    451: "is barred for legal reasons (451)",
}
# Words in a title rather than anywhere: many a genuine page carries a captcha on its contact form.
_CHALLENGE = re.compile(
    rb"(?i)cf-chl-|challenge-platform|id=[\"']loginform|name=[\"']pwd[\"']"
    rb"|<title>[^<]*(just a moment|attention required|access denied|captcha|are you (a )?human|security check)"
)
_BROKEN = re.compile(
    rb"(?i)<title>[^<]*(database error|error establishing a database connection|maintenance)[^<]*</title>"
)


def from_exception(url: str, error: BaseException) -> Failure:
    """The failure behind an exception of Scrapy's downloader."""
    if isinstance(error, HttpError):
        return from_status(url, error.response)
    if isinstance(error, DownloadConnectionRefusedError):
        return Failure(url, OutcomeKind.UNREACHABLE, _connection_refused(error))
    for kinds, outcome, message in _EXCEPTIONS:
        if isinstance(error, kinds):
            return Failure(url, outcome, message or str(error))
    return Failure(url, OutcomeKind.UNREACHABLE, f"the connection failed ({_first_line(error)})")


_EXCEPTIONS: tuple[tuple[type[BaseException] | tuple[type[BaseException], ...], OutcomeKind, str], ...] = (
    (CannotResolveHostError, OutcomeKind.UNREACHABLE, "no server of this name is known (DNS)"),
    (DownloadTimeoutError, OutcomeKind.UNREACHABLE, "no answer in time"),
    (ResponseDataLossError, OutcomeKind.PARTIAL, "the answer was cut short"),
    (DownloadCancelledError, OutcomeKind.PARTIAL, "the answer is larger than may be read"),
    (NotWhole, OutcomeKind.PARTIAL, ""),
    ((ForbiddenByRobots, Refused), OutcomeKind.BLOCKED, ""),
    (RobotsUnreachable, OutcomeKind.UNREACHABLE, ""),
    (IgnoreRequest, OutcomeKind.BLOCKED, ""),
)


def _first_line(error: BaseException) -> str:
    return (str(error) or type(error).__name__).splitlines()[0][:200]


def _connection_refused(error: BaseException) -> str:
    """What a refused connection was about: a certificate that is not valid is another matter than a closed port."""
    return (
        "its TLS certificate is not valid"
        if "CERTIFICATE_VERIFY_FAILED" in str(error)
        else "no connection: the server is down, or nothing listens there"
    )


def from_status(url: str, response: Response) -> Failure:
    """The failure that a status other than 2xx is. A challenge page counts as a refusal, whatever its status."""
    status = response.status
    wait = response.headers.get("Retry-After", b"") or b""
    later = f"; asks to wait {wait.decode('latin-1')}" if wait else ""
    if status in REFUSALS:
        return Failure(url, OutcomeKind.BLOCKED, f"the site {REFUSALS[status]}{later}")
    if status in {404, 410}:
        return Failure(url, OutcomeKind.UNREACHABLE, f"there is no page at this address ({status})")
    if _CHALLENGE.search(response.body[:20000]):
        return Failure(url, OutcomeKind.BLOCKED, f"the site shows a challenge for people ({status})")
    if status >= 500:
        return Failure(url, OutcomeKind.UNREACHABLE, f"the site is broken or overloaded ({status}){later}")
    return Failure(url, OutcomeKind.UNREACHABLE, f"an unexpected answer ({status})")


def from_page(url: str, body: bytes, wanted: str) -> Failure:
    """The failure that a page is which answers 200 but is not what was asked for (`wanted`: "JSON", "a listing")."""
    head = body[:20000]
    if not body.strip():
        return Failure(url, OutcomeKind.DRIFTED, f"an empty answer where {wanted} was expected")
    if _BROKEN.search(head):
        return Failure(url, OutcomeKind.UNREACHABLE, "the site shows its own error page (with status 200)")
    if _CHALLENGE.search(head):
        return Failure(url, OutcomeKind.BLOCKED, "the site shows a login or a challenge for people")
    if _json_breaks_off(body):
        return Failure(url, OutcomeKind.PARTIAL, f"the answer breaks off where {wanted} was expected")
    if re.match(rb"\s*(<!doctype|<html|<)", head, re.IGNORECASE):
        return Failure(url, OutcomeKind.DRIFTED, f"a web page (HTML) where {wanted} was expected")
    return Failure(url, OutcomeKind.DRIFTED, f"not {wanted}: {head[:40].decode('utf-8', 'replace')!r}…")


def _json_breaks_off(body: bytes) -> bool:
    """True for what begins as a JSON list or object and does not end as one (RFC 8259, 2): a cut answer."""
    text = body.strip()
    return text[:1] in {b"[", b"{"} and text[-1:] != {b"[": b"]", b"{": b"}"}[text[:1]]


# Elements whose end tags must not be left out (HTML standard, 13.1.2.4), and that a page's body stands in.
_CONTAINERS = re.compile(rb"<(/?)(div|main|section|article|ul|ol|table|nav|footer|aside)\b", re.IGNORECASE)
_HEAD, _BODY = re.compile(rb"<head\b", re.IGNORECASE), re.compile(rb"<body\b|<(?:p|h[1-6])\b", re.IGNORECASE)
_DOCUMENT_END = re.compile(rb"</(?:body|html)\s*>", re.IGNORECASE)


def page_breaks_off(body: bytes) -> bool:
    """True if a web page ends in its middle: in its head, or where a container is open; and was never closed."""
    if _DOCUMENT_END.search(body[-20000:]):
        return False
    opened = Counter[bytes]()
    for slash, name in _CONTAINERS.findall(body):
        opened[name.lower()] += -1 if slash else 1
    if not opened:
        return _HEAD.search(body) is not None and _BODY.search(body) is None
    return any(count > 0 for count in opened.values())


def is_genuine_page(body: bytes) -> bool:
    """True if a 200 answer may be what the site means to show: markup, and no login, challenge or error page."""
    head = body[:20000]
    return b"<" in head and not _CHALLENGE.search(head) and not _BROKEN.search(head)
