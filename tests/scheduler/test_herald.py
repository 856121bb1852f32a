"""Notices go over real wires on loopback: SMTP and a webhook."""

from __future__ import annotations

import logging
import warnings
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from pipeline.alarms import NoticeKind
from pipeline.errors import ConfigurationError
from pipeline.model import Channel, Inventory, Outcome, OutcomeKind, RunReport, Source, Tally
from pipeline.schedule import Alerts
from scheduler.herald import Herald
from scheduler.receivers import Receivers
from storage.store import Store
from tests.sites.receivers import SECRET, MailServer, Webhook, addresses, mail_server, webhook

START = datetime(2026, 3, 2, 6, tzinfo=UTC)
DAY = timedelta(days=1)
SOURCE = Source("harbour", "https://harbour.example/")
NOBODY = {"GLEANERY_NOTIFY": ""}


class World:
    """A store whose runs are made up, a herald, and a clock that is put forward."""

    def __init__(self, store: Store, receivers: Receivers, every: str = "never") -> None:
        self.store = store
        self.now = START
        self.complaints: list[str] = []
        self.herald = Herald(store, receivers, lambda: self.now, self.complaints.append, every)
        store.put_source(SOURCE, START)

    def run(self, kind: OutcomeKind = OutcomeKind.OK, *, after: timedelta = DAY, new: int = 0, held: int = 0) -> None:
        """A run that ended so, `after` the last one; then the herald looks."""
        self.now += after
        run = self.store.begin_run("harbour", Channel.FEED, self.now)
        outcome = Outcome(kind, f"seen: {kind.value}", "Do something." if kind is not OutcomeKind.OK else "")
        tally = Tally(new=new, held=held, requests=1)
        report = RunReport(run, "harbour", Channel.FEED, outcome, tally, Inventory(read=9), self.now, 1.0)
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr("storage.removals.count_held", lambda *_: held)
            self.store.close_run(report, absent=False)
        self.herald.look()

    def titles(self) -> list[str]:
        return [each.title for each in reversed(self.store.agenda.notices(100))]


@pytest.fixture
def mail() -> Iterator[MailServer]:
    with mail_server() as server:
        yield server


@pytest.fixture
def hook() -> Iterator[Webhook]:
    with webhook() as server:
        yield server


@pytest.fixture(autouse=True)
def _no_pause_between_mails(monkeypatch: pytest.MonkeyPatch) -> None:
    """A mail server in the world is given some seconds between two mails."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from apprise.plugins.email import NotifyEmail
    monkeypatch.setattr(NotifyEmail, "request_rate_per_sec", 0)


def test_every_kind_of_notice_reaches_mailbox_and_webhook_once(store: Store, mail: MailServer, hook: Webhook) -> None:
    world = World(store, Receivers(addresses(mail, hook)), "daily")
    for _ in range(7):
        world.run(new=2)
    world.run(OutcomeKind.COLLAPSED)
    world.run(OutcomeKind.COLLAPSED)
    world.run(held=12)
    world.run()
    for _ in range(6):
        world.run(OutcomeKind.UNREACHABLE)
    world.run()
    world.run(new=1)
    expected = [
        "harbour: collapsed",
        "harbour is well again",
        "harbour: 12 removals to confirm",
        "harbour has no removals to confirm any more",
        "harbour: quiet for",
        "harbour: unreachable",
        "harbour: failed 5 times in a row",
        "harbour has something new again",
    ]
    digests = [each for each in hook.posts if "new resource" in each["title"]]
    others = [each["title"] for each in hook.posts if each not in digests]
    for title in expected:
        assert sum(each.startswith(title) for each in others) == 1 + (title == "harbour is well again"), title
    assert len(others) == len(expected) + 1
    assert [each["title"] for each in digests] == ["2 new resources in 1 source"] * 7
    assert sorted(mail.subjects()) == sorted(each["title"] for each in hook.posts)
    collapsed = mail.bodies()[mail.subjects().index("harbour: collapsed")]
    assert "seen: collapsed." in collapsed
    assert "Do something." in collapsed
    assert {each.state for each in store.agenda.notices(100)} == {"sent"}
    assert world.complaints == []


def test_an_alarm_is_told_once_however_many_look(store: Store, hook: Webhook) -> None:
    world = World(store, Receivers(addresses(None, hook)))
    other = Herald(store, Receivers(addresses(None, hook)), lambda: world.now, world.complaints.append, "never")
    world.run()
    for _ in range(70):  # longer than the history that is looked at
        world.run(OutcomeKind.BLOCKED)
        store.agenda.judged("harbour", 0)
        other.judge(SOURCE)
        other.look()
    world.run()
    other.judge(SOURCE)
    other.look()
    assert [each["title"] for each in hook.posts] == [
        "harbour: blocked", "harbour: failed 5 times in a row", "harbour is well again"
    ]  # fmt: skip


def test_who_was_reached_is_not_told_again_when_another_was_not(store: Store, mail: MailServer, hook: Webhook) -> None:
    world = World(store, Receivers(addresses(mail, hook)))
    hook.status = 500
    world.run(OutcomeKind.EMPTY)
    world.herald.look()
    assert (len(mail.mails), len(hook.posts)) == (1, 0)
    assert "did not reach json; trying again in 1 min" in world.complaints[0]
    hook.status = 200
    world.now += timedelta(minutes=2)
    world.herald.look()
    assert (len(mail.mails), len(hook.posts)) == (1, 1)
    assert [each.state for each in store.agenda.notices(9)] == ["sent"]


def test_what_cannot_be_delivered_is_given_up_and_said(store: Store, mail: MailServer) -> None:
    world = World(store, Receivers(addresses(mail, None)))
    mail.refuses = True
    world.run(OutcomeKind.EMPTY)
    for _ in range(8):
        world.now += timedelta(hours=5)
        world.herald.look()
    assert [each.state for each in store.agenda.notices(9)] == ["failed"]
    assert "given up" in world.complaints[-1]
    assert len(world.complaints) == 6
    assert store.agenda.overview(world.now, 1).unsent == 1


@pytest.mark.parametrize(
    ("alerts", "titles"),
    [
        (Alerts(), ["harbour: partial", "harbour is well again"]),
        (Alerts(after=3), ["harbour: partial", "harbour is well again"]),
        (Alerts(after=4), []),
        (Alerts(mute=("partial",)), []),
        (Alerts(mute=("attention",)), []),
        (Alerts(mute=("recovered",)), ["harbour: partial"]),
    ],
)
def test_rules_are_the_sources_own(store: Store, hook: Webhook, alerts: Alerts, titles: list[str]) -> None:
    world = World(store, Receivers(addresses(None, hook)))
    store.put_source(replace(SOURCE, alerts=alerts), START)
    for _ in range(3):
        world.run(OutcomeKind.PARTIAL)
    world.run()
    assert [each["title"] for each in hook.posts] == titles


def test_tags_choose_receivers_and_a_slip_reaches_everybody(
    store: Store, tmp_path: Path, mail: MailServer, hook: Webhook
) -> None:
    to_mail, to_hook = addresses(mail, hook)["GLEANERY_NOTIFY"].split()
    file = tmp_path / "receivers.yaml"
    file.write_text(f"urls:\n  - {to_mail}:\n      tag: team-a\n  - {to_hook}:\n      tag: team-b\n")
    world = World(store, Receivers({"GLEANERY_NOTIFY_FILE": str(file)}))
    store.put_source(replace(SOURCE, alerts=Alerts(tag="team-b")), START)
    world.run(OutcomeKind.EMPTY)
    assert (len(mail.mails), len(hook.posts)) == (0, 1)
    store.put_source(replace(SOURCE, alerts=Alerts(tag="team-c")), START)
    world.run()
    assert (len(mail.mails), len(hook.posts)) == (1, 2)


def test_a_digest_tells_what_an_outage_left_untold(store: Store, hook: Webhook) -> None:
    world = World(store, Receivers(addresses(None, hook)), "daily")
    world.run(new=3)
    world.run(new=4)
    world.run(new=5, after=3 * DAY)
    world.run(after=DAY)
    assert [each["title"].split()[0] for each in hook.posts] == ["3", "4", "5"]


def test_without_receivers_notices_are_kept(store: Store) -> None:
    world = World(store, Receivers(NOBODY))
    world.run(OutcomeKind.EMPTY)
    world.run()
    assert [(each.kind, each.state) for each in store.agenda.notices(9)] == [
        (NoticeKind.RECOVERED, "kept"), (NoticeKind.ATTENTION, "kept")
    ]  # fmt: skip


def test_no_secret_is_written_anywhere(
    store: Store, tmp_path: Path, hook: Webhook, mail: MailServer, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    hook.status = 500
    receivers = Receivers(addresses(mail, hook))
    world = World(store, receivers)
    world.run(OutcomeKind.EMPTY)
    with pytest.raises(ConfigurationError) as caught:
        Receivers({"GLEANERY_NOTIFY": f"nonsense://user:{SECRET}@host"})
    store.close()
    written = b"".join(each.read_bytes() for each in tmp_path.iterdir() if each.is_file()).decode("latin-1")
    said = "\n".join([*world.complaints, caplog.text, str(caught.value), caught.value.advice, *receivers.shown])
    assert SECRET not in written
    assert SECRET not in said
    assert receivers.shown == ("json", "mailto")
