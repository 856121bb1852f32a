"""Each way in which a site fails has its kind and its words."""

from __future__ import annotations

import pytest
from scrapy.exceptions import CannotResolveHostError, DownloadConnectionRefusedError, DownloadTimeoutError
from scrapy.http import HtmlResponse

from crawler.compression import NotWhole
from crawler.faults import from_exception, from_page, from_status, is_genuine_page, page_breaks_off
from crawler.gate import Refused
from crawler.middlewares import ForbiddenByRobots, RobotsUnreachable
from pipeline.model import OutcomeKind

URL = "https://example.org/"


@pytest.mark.parametrize(
    ("error", "kind", "word"),
    [
        (CannotResolveHostError("x"), OutcomeKind.UNREACHABLE, "DNS"),
        (DownloadTimeoutError("x"), OutcomeKind.UNREACHABLE, "in time"),
        (DownloadConnectionRefusedError("x"), OutcomeKind.UNREACHABLE, "down"),
        (DownloadConnectionRefusedError("CERTIFICATE_VERIFY_FAILED"), OutcomeKind.UNREACHABLE, "certificate"),
        (NotWhole("the compressed body ends before its end"), OutcomeKind.PARTIAL, "ends before"),
        (ForbiddenByRobots("robots.txt forbids it"), OutcomeKind.BLOCKED, "robots.txt"),
        (RobotsUnreachable("robots.txt answers 500"), OutcomeKind.UNREACHABLE, "500"),
        (Refused("only http and https are read"), OutcomeKind.BLOCKED, "http"),
        (RuntimeError("odd\nsecond line"), OutcomeKind.UNREACHABLE, "odd"),
    ],
)
def test_exceptions(error: Exception, kind: OutcomeKind, word: str) -> None:
    failure = from_exception(URL, error)
    assert failure.kind is kind
    assert word in failure.message
    assert "\n" not in failure.message


@pytest.mark.parametrize(
    ("status", "body", "kind"),
    [
        (401, b"", OutcomeKind.BLOCKED),
        (403, b"", OutcomeKind.BLOCKED),
        (429, b"", OutcomeKind.BLOCKED),
        (451, b"", OutcomeKind.BLOCKED),
        (404, b"", OutcomeKind.UNREACHABLE),
        (410, b"", OutcomeKind.UNREACHABLE),
        (500, b"", OutcomeKind.UNREACHABLE),
        (503, b"<title>Just a moment...</title>", OutcomeKind.BLOCKED),
        (503, b"<title>Maintenance</title>", OutcomeKind.UNREACHABLE),
        (418, b"", OutcomeKind.UNREACHABLE),
    ],
)
def test_statuses(status: int, body: bytes, kind: OutcomeKind) -> None:
    response = HtmlResponse(URL, status=status, body=body, headers={"Retry-After": "120"})
    assert from_status(URL, response).kind is kind


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        (b"", OutcomeKind.DRIFTED),
        (b"<!DOCTYPE html><html><title>Home</title>", OutcomeKind.DRIFTED),
        (b'<html><form id="loginform">', OutcomeKind.BLOCKED),
        (b"<html><title>Database Error</title>", OutcomeKind.UNREACHABLE),
        (b"Service unavailable", OutcomeKind.DRIFTED),
        (b'[{"id": 1, "title": {"rendered": "On wat', OutcomeKind.PARTIAL),
        (b'{"posts": [{"id": 1}]', OutcomeKind.PARTIAL),
        (b'{"code": "rest_no_route"}', OutcomeKind.DRIFTED),
    ],
)
def test_pages_that_are_not_what_was_asked_for(body: bytes, kind: OutcomeKind) -> None:
    assert from_page(URL, body, "a list (JSON)").kind is kind


@pytest.mark.parametrize(
    ("body", "broken"),
    [
        (b"<!doctype html><html><head><title>A</title></head><body><div><h2>One</h2>", True),
        (b"<html><head><meta charset=utf-8><link rel=style", True),
        (b"<html><head></head><body><main><ul><li>One<li>Two</ul></main></body></html>", False),
        (b"<!doctype html><html lang=en><title>End tags left out</title><main><p>One<p>Two</main>", False),
        (b"<html><head></head><body><div><div>sloppy</div></body></html>", False),
        (b"<title>No container</title><p>Text", False),
    ],
)
def test_pages_that_break_off(body: bytes, broken: bool) -> None:
    assert page_breaks_off(body) is broken


@pytest.mark.parametrize(
    ("body", "genuine"),
    [
        (b"<html><title>Resources</title><p>Nothing found", True),
        (b"<html><form class='contact'><div class='g-recaptcha'></div></form>", True),
        (b"<html><title>Error establishing a database connection</title>", False),
        (b"<html><input name='pwd'>", False),
        (b"", False),
        (b"plain words", False),
    ],
)
def test_genuine_pages(body: bytes, genuine: bool) -> None:
    assert is_genuine_page(body) is genuine
