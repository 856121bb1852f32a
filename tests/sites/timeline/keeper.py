"""Gleanery as a keeper of the timeline: one sync a day by an injected clock, and what its store holds."""

from __future__ import annotations

import asyncio
import json
import sqlite3
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path
from urllib.parse import urlsplit

from crawler.harvest import HarvestOptions
from crawler.run import harvest_source
from pipeline.decide import to_json
from pipeline.model import Channel, Known, RunReport, Source, State
from storage.store import Store
from tests.sites.timeline.judge import Held, Judge, Visit
from tests.sites.timeline.site import Timeline
from tests.sites.timeline.truth import SHOWN

_SORTED = frozenset({"categories", "tags", "authors"})


class Keeper:
    """Keeps a copy of the site in `folder`/gleanery.db, by `channel`."""

    name = "gleanery"

    def __init__(self, site: Timeline, folder: Path, channel: str = "wordpress") -> None:
        self._site = site
        self._channel = channel
        self._file = folder / "gleanery.db"
        self.store = Store.open(str(self._file))
        self.store.put_source(Source("site", site.listing_url, channel=Channel(channel)), site.today.moment)
        self._by_path = {post.path: post.id for day in site.history.days for post in day.posts.values()}

    def close(self) -> None:
        self.store.close()

    def sync(self, options: HarvestOptions = HarvestOptions()) -> RunReport:  # noqa: B008 - frozen
        """One run, as of the site's day."""
        source, moment = self.store.find_source("site"), self._site.today.moment
        assert source is not None
        return asyncio.run(harvest_source(self.store, source, options, clock=lambda: moment))

    def visit(self) -> Visit:
        report = self.sync()
        listed = report.inventory.complete and not report.outcome.needs_attention
        return Visit(
            report.outcome.kind,
            listed and not report.inventory.news,
            listed,
            self._changed(report.run_id),
            report.outcome.evidence,
        )

    def view(self) -> tuple[dict[int, Held], int]:
        """What the store holds, by post id; and how many posts it holds more than once."""
        view: dict[int, Held] = {}
        doubled = 0
        for known in self.store.resources():
            number, held = self._post(known.resource.native_id, known.resource.url), self._held(known)
            if (other := view.get(number)) is not None:
                doubled += not (held.gone or held.missing or other.gone or other.missing)
                if held.gone or held.missing:
                    continue
            view[number] = held
        return view, doubled

    def _post(self, native_id: str | None, url: str) -> int:
        if self._channel == "wordpress" and native_id:
            return int(native_id)
        return self._by_path.get(urlsplit(url).path, -1)

    def _held(self, known: Known) -> Held:
        fields = plain(to_json(known.resource), self._channel)
        return Held(fields, known.state is State.GONE, known.state is State.MISSING)

    def _changed(self, run: int) -> frozenset[int]:
        """The posts of which the run has noted a change in a field that the channel shows."""
        sql = "SELECT native_id, url, changes FROM versions JOIN resources ON key = resource WHERE run = ? AND kind = 'changed'"
        with closing(sqlite3.connect(self._file, timeout=30)) as connection:
            rows = connection.execute(sql, (run,)).fetchall()
        return frozenset(
            self._post(native_id, url)
            for native_id, url, changes in rows
            if any(self._shows(**change) for change in json.loads(changes))
        )

    def _shows(self, field: str, before: object, after: object) -> bool:
        """Whether the change is one of the site. A listing that says the time beside the day has told more, not else."""
        if self._channel == "listing" and field == "published":
            return str(before)[:10] != str(after)[:10]
        return field in SHOWN[self._channel]


def plain(fields: Mapping[str, object], channel: str) -> dict[str, object]:
    """A resource's JSON form, as `truth.stated` writes the same."""
    shown = {name: fields[name] for name in SHOWN[channel]}
    for name in _SORTED & shown.keys():
        shown[name] = sorted(shown[name])  # type: ignore[call-overload]
    if "files" in shown:
        shown["files"] = [each["url"] for each in shown["files"]]  # type: ignore[attr-defined]
    if channel == "listing":
        shown["published"] = str(shown["published"])[:10]
    return shown


def live(site: Timeline, keeper: Keeper, channel: str = "wordpress", days: int | None = None) -> Judge:
    """Visit the site every day of its history (or the first `days`), and judge each visit."""
    judge = Judge(site, channel)
    for number in range(len(site.history.days) if days is None else days):
        site.day(number)
        visit = keeper.visit()
        judge.mark(visit, *keeper.view())
    return judge
