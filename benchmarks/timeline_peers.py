"""Peers as keepers of the timeline: each runs in a process of .venv-peers, once for each day that it is told of."""

from __future__ import annotations

import html
import json
import re
import subprocess
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from pathlib import Path
from typing import Any, Self
from urllib.parse import urlsplit

from tests.sites.timeline.history import SITE_ZONE
from tests.sites.timeline.judge import Held, Visit
from tests.sites.timeline.site import Timeline

HERE = Path(__file__).parent
PYTHON = HERE.parent / ".venv-peers" / "bin" / "python"


@dataclass(frozen=True, slots=True)
class Program:
    """`channel`: what a full reading by the peer's way would ask for."""

    script: str
    arguments: tuple[str, ...]
    channel: str


PEERS = {
    "dlt merge": Program("peer_dlt.py", ("merge",), "shared rest"),
    "dlt scd2": Program("peer_dlt.py", ("scd2",), "shared rest"),
    "scrapy-deltafetch": Program("peer_deltafetch.py", (), "shared"),
    "feedparser": Program("peer_feedparser.py", (), "shared"),
}


def is_installed() -> bool:
    """Whether the peers' environment is there; says how to make it if not."""
    if PYTHON.exists():
        return True
    print("the peers are not installed: make peers")
    return False


class Peer:
    """One peer, started; asked for a visit a day."""

    def __init__(self, name: str, site: Timeline, folder: str) -> None:
        program = PEERS[name]
        self._site = site
        self._by_path = {post.path: post.id for day in site.history.days for post in day.posts.values()}
        self._answer: dict[str, Any] = {}
        self._log = (Path(folder) / "log").open("wb")
        self._process = subprocess.Popen(
            [str(PYTHON), "-W", "ignore", str(HERE / program.script), *program.arguments, folder],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=self._log, cwd=folder, text=True,
        )  # fmt: skip

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._process.communicate()
        self._log.close()

    def visit(self) -> Visit:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps({"url": self._site.url, "listing": self._site.listing_url}) + "\n")
        self._process.stdin.flush()
        line = self._process.stdout.readline()
        if not line:
            raise RuntimeError(f"the peer ended: {Path(self._log.name).read_text()[-2000:]}")
        self._answer = json.loads(line)
        outcome = str(self._answer["outcome"])
        changed = frozenset(each if isinstance(each, int) else self._post(each) for each in self._answer["changed"])
        return Visit(outcome if outcome == "ok" else "failed", outcome == "ok", outcome == "ok", changed, outcome)

    def view(self) -> dict[int, Held]:
        return {
            item.get("id") or self._post(item["url"]): Held(self._plain(item), gone=item.get("gone", False))
            for item in self._answer["items"]
        }

    def _post(self, url: str) -> int:
        return self._by_path.get(urlsplit(url).path, -1)

    def _plain(self, item: dict[str, Any]) -> dict[str, object]:
        return {
            "url": item["url"],
            "title": _text(item["title"]),
            "teaser": _text(item["teaser"]),
            "published": _day(item["published"]),
        }


def _text(markup: str) -> str:
    return html.unescape(re.sub(r"<[^>]+>", "", markup or "")).strip()


def _day(written: str) -> str:
    """The day in the site's zone, whatever form the peer holds the date in."""
    try:
        return datetime.strptime(written, "%B %d, %Y").replace(tzinfo=UTC).date().isoformat()
    except ValueError:
        pass
    try:
        return parsedate_to_datetime(written).astimezone(SITE_ZONE).date().isoformat()
    except ValueError:
        return written[:10]
