"""The JSON forms of what commands print: contracts, described in docs/output.md."""

from __future__ import annotations

from dataclasses import asdict
from datetime import datetime
from typing import TYPE_CHECKING, Any

from pipeline import visits
from pipeline.decide import to_json
from pipeline.model import FileLink, Known, Resource, RunReport, Source
from pipeline.vocabulary import KeptEdit, Term, Vocabulary
from pipeline.works import Judgement

if TYPE_CHECKING:
    from crawler.run import ProbeReport
    from scheduler.doctor import Check
    from storage.changes import Changed
    from storage.notices import Notice
    from storage.overview import Overview, Planned
    from storage.removals import Held
    from storage.resources import Version
    from storage.workers import Worker
    from storage.works import Cluster, PairJudged


def moment(when: datetime) -> str:
    """A moment in UTC, ISO 8601, to the second: "2026-04-03T00:25:34+00:00"."""
    return when.isoformat(timespec="seconds")


def report_form(report: RunReport) -> dict[str, Any]:
    """A run, as `sync --json` and `runs --json` give it."""
    inventory = report.inventory
    return {
        "source": report.source,
        "outcome": report.outcome.kind.value,
        "evidence": report.outcome.evidence,
        "advice": report.outcome.advice,
        **asdict(report.tally),
        "seconds": report.seconds,
        "inventory": {
            "claimed": inventory.claimed,
            "read": inventory.read,
            "pages_read": inventory.pages_read,
            "pages_failed": list(inventory.pages_failed),
            "parts": [asdict(part) for part in inventory.parts],
            "news": inventory.news,
            "complete": inventory.complete,
            "statement": inventory.statement,
            "second": asdict(inventory.second) if inventory.second else None,
        },
        "channel": report.channel.value,
        "run_id": report.run_id,
        "started": moment(report.started),
    }


def source_form(source: Source, resources: int, last: RunReport | None) -> dict[str, Any]:
    """A source, as `sources --json` gives it. `resources` counts those that are not gone."""
    return {
        "name": source.name,
        "url": source.url,
        "channel": source.channel.value,
        "read_by": source.plan.channel.value if source.plan else None,
        "cms": source.plan.cms if source.plan else None,
        "types": list(source.types),
        "enrich": source.enrich.value,
        "file_sizes": source.file_sizes,
        "politeness": asdict(source.politeness),
        "expectations": asdict(source.expectations),
        "policy": asdict(source.policy),
        "paused": source.paused,
        "schedule": visits.words(source.schedule),
        "resources": resources,
        "last_run": report_form(last) if last else None,
    }


def schedule_form(source: Source, planned: Planned | None) -> dict[str, Any]:
    """When a source is visited, as `schedule --json` gives it."""
    return {
        "name": source.name,
        "words": visits.words(source.schedule),
        **asdict(source.schedule),
        "paused": source.paused,
        "next_due": moment(planned.due) if planned else None,
        "reason": planned.reason if planned else None,
        "failures": planned.failures if planned else 0,
        "broken": planned.broken if planned else False,
    }


def alerts_form(source: Source) -> dict[str, Any]:
    """Of what people are told, as `notify NAME --json` gives it."""
    return {
        "name": source.name,
        "mute": list(source.alerts.mute),
        "after": source.alerts.after,
        "tag": source.alerts.tag,
    }


def notice_form(notice: Notice) -> dict[str, Any]:
    """A notice, as `notify --json` and `status --json` give it."""
    return {
        "id": notice.id,
        "source": notice.source,
        "kind": notice.kind.value,
        "title": notice.title,
        "body": notice.body,
        "tag": notice.tag,
        "opened": moment(notice.opened),
        "closed": moment(notice.closed) if notice.closed else None,
        "state": notice.state,
    }


def is_silent(worker: Worker, now: datetime) -> bool:
    """Whether a process was not heard of for so long that it is no more, or cut off."""
    from storage.workers import SILENCE

    return now - worker.seen > SILENCE


def status_form(seen: Overview, now: datetime) -> dict[str, Any]:
    """Where everything stands, as `status --json` gives it."""
    return {
        "at": moment(now),
        "sources": seen.sources,
        "paused": seen.paused,
        "broken": seen.broken,
        "resources": seen.resources,
        "outcomes": seen.outcomes,
        "due": seen.overdue,
        "longest_wait": round(seen.longest_wait, 1),
        "queued": seen.queued,
        "unplanned": seen.unplanned,
        "unsent": seen.unsent,
        "attention": [report_form(each) for each in seen.attention],
        "alarms": [notice_form(each) for each in seen.alarms],
        "running": [
            {"source": each.source, "holder": each.holder, "since": moment(each.since), "expires": moment(each.expires)}
            for each in seen.held
        ],
        "next": [
            {"source": each.source, "due": moment(each.due), "reason": each.reason, "failures": each.failures}
            for each in seen.next
        ],
        "workers": [
            {
                "holder": each.holder,
                "role": each.role,
                "started": moment(each.started),
                "seen": moment(each.seen),
                "silent": is_silent(each, now),
                "slots": each.slots,
                "busy": list(each.busy),
            }
            for each in seen.workers
        ],
    }


def check_form(check: Check) -> dict[str, Any]:
    """One finding of `doctor --json`."""
    return asdict(check)


def known_form(known: Known, vocabulary: Vocabulary | None = None) -> dict[str, Any]:
    """A resource, as `resources --json` and `show --json` give it: the form of the JSON Lines export."""
    from storage.export.record import record

    return dict(record(known, vocabulary))


def term_form(term: Term) -> dict[str, Any]:
    """A term of the vocabulary, as `terms --json` gives it."""
    spellings = [{"name": name, "resources": uses} for name, uses in term.spellings]
    return {"name": term.name, "resources": term.uses, "spellings": spellings}


def edit_form(kept: KeptEdit) -> dict[str, Any]:
    """What a person said of terms, as `terms edits --json` gives it."""
    edit = kept.edit
    return {
        "id": kept.number,
        "at": moment(kept.at),
        "kind": edit.kind.value,
        "names": list(edit.names),
        "target": edit.target or None,
        "undone": kept.undone,
    }


def version_form(version: Version) -> dict[str, Any]:
    """One change of a resource, as `show --json` gives it."""
    return {
        "at": moment(version.at),
        "run_id": version.run_id,
        "kind": version.kind.value,
        "changes": [asdict(change) for change in version.changes],
        "reason": version.reason,
    }


def held_form(held: Held) -> dict[str, Any]:
    """A removal that waits, as `removals --json` gives it."""
    resource = held.known.resource
    return {
        "key": held.known.key,
        "source": resource.source,
        "url": resource.url,
        "title": resource.title,
        "held_since": moment(held.since),
        "last_seen": moment(held.known.last_seen),
        "proof": held.proof,
    }


def judgement_form(judgement: Judgement) -> dict[str, Any]:
    """What was judged of two records, as `dedupe --pairs` gives it."""
    return {**asdict(judgement), "relation": judgement.relation.value}


def cluster_form(cluster: Cluster) -> dict[str, Any]:
    """One work, as `duplicates --json` gives it."""
    return {
        "id": cluster.id,
        "size": len(cluster.members),
        "members": [asdict(each) for each in cluster.members],
        "golden": dict(cluster.golden.fields),
        "origins": {field: list(keys) for field, keys in cluster.golden.origins.items()},
    }


def pair_form(pair: PairJudged) -> dict[str, Any]:
    """Two resources and what was judged of them, as `duplicates --pairs --json` gives it."""
    return {
        "a": asdict(pair.a),
        "b": asdict(pair.b),
        "relation": pair.relation.value,
        "by": "person" if pair.by_person else "rules",
        "ruled": pair.ruled.value if pair.ruled else None,
        "score": pair.score,
        "reason": pair.reason,
        "at": moment(pair.at),
    }


def changed_form(changed: Changed) -> dict[str, Any]:
    """What became of a resource, as `diff --json` gives it."""
    return {
        "key": changed.key,
        "source": changed.source,
        "url": changed.url,
        "title": changed.title,
        "kind": changed.difference.kind.value,
        "changes": [asdict(each) for each in changed.difference.changes],
        "reason": changed.difference.reason,
    }


def probe_form(report: ProbeReport) -> dict[str, Any]:
    """A probe, as `probe --json` gives it."""
    return {
        "url": report.url,
        "cms": report.cms,
        "plan": asdict(report.plan) if report.plan else None,
        "rungs": [asdict(rung) for rung in report.rungs],
        "preview": [preview_form(each) for each in report.preview],
        "next": report.next_url,
        "wrapper": report.wrapper,
        "failures": [asdict(failure) for failure in report.failures],
        "requests": report.requests,
        "bytes": report.bytes,
    }


def preview_form(resource: Resource) -> dict[str, Any]:
    """A resource that no store knows yet."""
    return {"native_id": resource.native_id, **to_json(resource)}


def shown(value: object) -> str:
    """A field's value for people: lists joined, "" for nothing."""
    if value is None or value == "":
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list | tuple):
        return ", ".join(shown(each) for each in value)
    if isinstance(value, FileLink):
        return value.url
    if isinstance(value, dict):
        return str(value.get("url") or value.get("language") or value)
    return str(value)
