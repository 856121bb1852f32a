"""Pages that scripts fill: told by their markup, rendered by a real Chromium, and nothing passes the gate unasked."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime

import pytest

from crawler import browser
from crawler.browser import lacking
from crawler.harvest import HarvestOptions
from crawler.run import harvest_source, probe_site
from crawler.scripted import needs_browser
from pipeline.model import Channel, OutcomeKind, Plan, Source
from storage.store import Store
from tests.conftest import skip_or_fail
from tests.sites.loopback import Answer, Request, serve
from tests.sites.shape_app import app
from tests.sites.shape_pages import page

NOW = datetime(2026, 3, 1, 6, tzinfo=UTC)
SCRIPT = '<script src="/a.js"></script>'
PROSE = "<p>" + "The wells of the valley have been measured again. " * 20 + "</p>"


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        (f'<body><div id="root"></div>{SCRIPT}</body>', True),
        (f'<body><div id="app"><p>Loading…</p></div>{SCRIPT}</body>', True),
        (f'<body><div id="__next"></div>{SCRIPT}</body>', True),
        (f"<body><app-root></app-root>{SCRIPT}</body>", True),
        (
            f"<body><noscript>You need to enable JavaScript to run this app.</noscript><main></main>{SCRIPT}</body>",
            True,
        ),
        (f'<body><h1>Reports</h1>{PROSE}<div class="search-results"></div>{SCRIPT}</body>', True),
        (f'<body><h1>Reports</h1>{PROSE}<ul id="news-list"><li>Loading</li></ul>{SCRIPT}</body>', True),
        ('<body><div id="root"></div></body>', False),
        (f'<body><div id="root">{PROSE}{PROSE}</div>{SCRIPT}</body>', False),
        (f"<body><h1>About</h1>{PROSE}{SCRIPT}</body>", False),
        (f'<body><h1>News</h1><ul class="list"><li><a href="/1/">One</a></li></ul>{SCRIPT}</body>', False),
        ("", False),
    ],
)
def test_needs_browser(markup: str, expected: bool) -> None:
    assert needs_browser(markup.encode()) is expected


@pytest.fixture
def chromium() -> None:
    if reason := lacking():
        skip_or_fail(reason)


@pytest.mark.usefixtures("chromium")
def test_nothing_passes_the_gate_unasked(store: Store) -> None:
    """A page's scripts reach neither a private address nor what robots.txt forbids; pictures are not asked for."""
    elsewhere: list[str] = []
    asked: list[str] = []
    sources = """
      for (const address of ["ELSEWHERE/secret", "/forbidden/data", "/allowed/data"])
        fetch(address, {mode: "no-cors"}).catch(() => 0);
      new WebSocket("ELSEWHERE".replace("http", "ws"));
      new Image().src = "ELSEWHERE/pixel.gif";
      navigator.sendBeacon("/beacon", "x");
      const frame = document.createElement("iframe"); frame.src = "ELSEWHERE/frame"; document.body.append(frame);
      setTimeout(() => { location.href = "ELSEWHERE/away"; }, 50);
    """

    def other(request: Request) -> Answer:
        elsewhere.append(request.target)
        return Answer("secret")

    def site(request: Request) -> Answer:
        asked.append(request.target)
        if request.target == "/robots.txt":
            return Answer("User-agent: *\nDisallow: /forbidden/", type="text/plain")
        if request.target == "/a.js":
            return Answer(sources.replace("ELSEWHERE", away), type="text/javascript")
        return page("Reports", '<div id="app"></div><img src="/picture.png"><script src="/a.js"></script>')

    with serve(other) as away, serve(site) as url:
        source = Source("site", url, Channel.LISTING, plan=Plan(Channel.LISTING, f"{url}/", detail={"browser": True}))
        store.put_source(source)
        asyncio.run(harvest_source(store, source, HarvestOptions(), clock=lambda: NOW))
    assert elsewhere == []
    assert sorted(asked) == ["/", "/a.js", "/allowed/data", "/robots.txt"]


def test_without_a_browser_the_probe_says_what_is_needed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GLEANERY_BROWSER", "no-such-browser")
    with serve(app("")) as url:
        report = probe_site(f"{url}/app/")
    assert report.plan is None
    (rung,) = [each for each in report.rungs if each.channel is Channel.LISTING]
    assert not rung.usable
    assert "needs a browser" in rung.reason


def test_a_source_that_needs_a_browser_says_so_where_there_is_none(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(browser, "executable", lambda: None)
    with serve(app("")) as url:
        source = Source(
            "site", url, Channel.LISTING, plan=Plan(Channel.LISTING, f"{url}/app/", detail={"browser": True})
        )
        store.put_source(source)
        report = asyncio.run(harvest_source(store, source, HarvestOptions(), clock=lambda: NOW))
    assert report.outcome.kind is OutcomeKind.PARTIAL
    assert "needs a browser" in report.outcome.evidence
