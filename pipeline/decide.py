"""What is to be done with what was seen, and how did the run end? Pure: no clock, no store.

(what is known, what was seen) → `Decision`; (inventory, failures, history) → `Outcome`.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from hashlib import sha256
from statistics import median

from pipeline.model import (
    CONTENT_FIELDS,
    JSON,
    Decision,
    DecisionKind,
    Expectations,
    Failure,
    FieldChange,
    FileLink,
    Inventory,
    Key,
    Known,
    Outcome,
    OutcomeKind,
    Resource,
    Stamp,
    State,
    Translation,
)
from pipeline.urls import identity

# Below this share of what the last good runs gave, a reading has collapsed, whatever it says of itself.
COLLAPSE_SHARE = 0.5
# Sources with fewer items than this move too much for a share to mean anything.
SMALL_SOURCE = 4

_SETS = frozenset({"categories", "tags", "authors"})


def to_json(resource: Resource) -> dict[str, JSON]:
    """The content fields in the JSON form of exports: dates as ISO 8601, lists as lists, files as objects."""
    return {name: _json(getattr(resource, name)) for name in CONTENT_FIELDS}


def _json(value: object) -> JSON:
    if isinstance(value, Stamp):
        return value.text
    if isinstance(value, FileLink):
        return {"url": value.url, "title": value.title, "media_type": value.media_type, "size": value.size}
    if isinstance(value, Translation):
        return {"language": value.language, "url": value.url}
    if isinstance(value, tuple):
        return [_json(each) for each in value]
    if value is None or isinstance(value, str | bool | int):
        return value
    raise TypeError(f"no JSON form for {type(value).__name__}")


def _comparable(resource: Resource) -> dict[str, JSON]:
    """What counts as content: addresses by identity (scheme and slash aside), terms and authors as sets."""
    fields = to_json(resource)
    fields["url"] = identity(resource.url)
    for name in _SETS:
        fields[name] = [*sorted(getattr(resource, name))]
    fields["files"] = [
        each.url if each.size is None else [each.url, each.size]  # another size is another file
        for each in sorted(resource.files, key=lambda each: each.url)
    ]
    del fields["translations"]
    if resource.translations:  # left out where there are none, so that hashes stay what they were before there were any
        fields["translations"] = [*sorted(each.name for each in resource.translations)]
    return fields


def content_hash(resource: Resource) -> str:
    """SHA-256 over the normalised content, in hex; the same for the same content, whatever channel or order gave it."""
    return sha256(
        json.dumps(_comparable(resource), ensure_ascii=False, sort_keys=True).encode("utf-8", "surrogatepass")
    ).hexdigest()


def _with_sizes(seen: Sequence[FileLink], known: Sequence[FileLink]) -> tuple[FileLink, ...]:
    """What is known of a file's size and type stands where nobody has asked for it anew."""
    before = {each.url: each for each in known if each.size is not None}
    return tuple(
        replace(each, size=before[each.url].size, media_type=each.media_type or before[each.url].media_type)
        if each.size is None and each.url in before
        else each
        for each in seen
    )


def merge(seen: Resource, known: Resource) -> Resource:
    """What was seen over what is known: a field that the channel did not look at keeps its known value and origin."""
    observed = {name: getattr(seen, name) for name in CONTENT_FIELDS if name in seen.origins}
    if "teaser" in observed:
        observed["teaser_truncated"] = seen.teaser_truncated
    if "files" in observed:
        observed["files"] = _with_sizes(seen.files, known.files)
    vaguer = {name for name in ("published", "modified") if _says_less(observed.get(name), getattr(known, name))}
    for name in vaguer:
        del observed[name]
    if identity(seen.url) != identity(known.url):
        observed["url"] = seen.url
    else:
        observed.pop("url", None)
    origins = {**known.origins, **{name: seen.origins[name] for name in seen.origins.keys() - vaguer}}
    return replace(known, **observed, native_id=seen.native_id or known.native_id, origins=origins)


def _says_less(seen: Stamp | None, known: Stamp | None) -> bool:
    """The same moment with less of it stated (the day without the time, the time without its offset) is no news."""
    return seen is not None and known is not None and known.text.startswith(seen.text)


def decide_seen(seen: Resource, known: Known | None, key: Key) -> Decision:
    """NEW, CHANGED, SAME or RETURNED for a resource that the run has read. `key` is used where nothing is known."""
    if known is None:
        return Decision(DecisionKind.NEW, key, seen, content_hash(seen), reason="first seen")
    merged = merge(seen, known.resource)
    digest = content_hash(merged)
    changes = () if digest == known.content_hash else _changes(known.resource, merged)
    if known.state is not State.PRESENT:
        return Decision(DecisionKind.RETURNED, known.key, merged, digest, changes, f"was {known.state}, is back")
    if not changes:
        return Decision(DecisionKind.SAME, known.key, known.resource, known.content_hash, reason="unchanged")
    names = ", ".join(each.field for each in changes)
    return Decision(DecisionKind.CHANGED, known.key, merged, digest, changes, f"the site changed {names}")


def _changes(before: Resource, after: Resource) -> tuple[FieldChange, ...]:
    old, new = _comparable(before), _comparable(after)
    shown_old, shown_new = to_json(before), to_json(after)
    return tuple(
        FieldChange(name, shown_old[name], shown_new[name]) for name in CONTENT_FIELDS if old.get(name) != new.get(name)
    )


def decide_absent(known: Known, *, counts: bool = True) -> Decision:
    """MISSING for a resource that a complete run has not seen. That alone never removes it: its values stand.

    `counts`: as an absence; not where the site had got another form.
    """
    reason = f"not in {known.misses + 1} complete run{'s' if known.misses else ''}"
    if not counts:
        reason = "not in a run that found the site in another form, which counts as no absence"
    return Decision(DecisionKind.MISSING, known.key, known.resource, known.content_hash, reason=reason)


def judge(
    inventory: Inventory,
    failures: Sequence[Failure] = (),
    *,
    history: Sequence[int] = (),
    expectations: Expectations = Expectations(),  # noqa: B008 - frozen
    drift: str = "",
) -> Outcome:
    """How a run ended. `history` holds the item counts of the source's last good runs; `drift` says what changed shape.

    Asked in the order of weight: nothing read at all, far less than before, drift, parts not read, too much.
    """
    return (
        _nothing_read(inventory, failures)
        or _collapsed(inventory, failures, history, expectations)
        or (Outcome(OutcomeKind.DRIFTED, drift, "Check the first records with `gleanery probe`.") if drift else None)
        or _partial(inventory, failures)
        or _too_many(inventory, expectations)
        or Outcome(OutcomeKind.OK, inventory.statement or f"{inventory.read} resources")
    )


_ADVICE = {
    OutcomeKind.EMPTY: "Look at the address in a browser: is this the page that lists the resources?",
    OutcomeKind.BLOCKED: "The site refuses this reader. Ask its owner, or try another channel or address of the site.",
    OutcomeKind.UNREACHABLE: "Check the address in a browser. If it is right, sync again later.",
    OutcomeKind.DRIFTED: "The site no longer answers in the form that was learnt. Run `gleanery probe` on its address.",
}


def _nothing_read(inventory: Inventory, failures: Sequence[Failure]) -> Outcome | None:
    if inventory.read:
        return None
    if failures:
        first = failures[0]
        advice = _ADVICE.get(first.kind, "Sync again.")
        return Outcome(first.kind, f"{first.url}: {first.message}", f"{advice} Earlier data is untouched.")
    return Outcome(
        OutcomeKind.EMPTY,
        "the site was read without a fault and shows no resources",
        "Look at the address in a browser: is this the page that lists them? Earlier data is untouched.",
    )


def _collapsed(
    inventory: Inventory, failures: Sequence[Failure], history: Sequence[int], expectations: Expectations
) -> Outcome | None:
    usual = median(history) if history and expectations.min_items is None and not inventory.news else 0
    if usual >= SMALL_SOURCE and inventory.read < usual * COLLAPSE_SHARE and not failures:
        return Outcome(
            OutcomeKind.COLLAPSED,
            f"{inventory.read} resources where the last good runs gave {usual:g}",
            "Look at the site: was it redesigned or emptied? If it is right, say so with `gleanery add URL --min N`.",
        )
    least = expectations.min_items
    if least is not None and inventory.read < least and not inventory.news:
        return Outcome(
            OutcomeKind.COLLAPSED,
            f"{inventory.read} resources where at least {least} are expected",
            "Look at the site, or lower the source's --min.",
        )
    return None


def _partial(inventory: Inventory, failures: Sequence[Failure]) -> Outcome | None:
    if failures:
        more = f", and {len(failures) - 1} more pages" if len(failures) > 1 else ""
        return Outcome(
            OutcomeKind.PARTIAL,
            f"{failures[0].url}: {failures[0].message}{more}",
            "What was read is kept, nothing was removed. Sync again to read the rest.",
        )
    if inventory.claimed is not None and inventory.read < inventory.claimed and not inventory.news:
        return Outcome(
            OutcomeKind.PARTIAL,
            f"read {inventory.read} of the {inventory.claimed} that the site claims",
            "The site may have changed while it was read, or hides some. Sync again; see `gleanery runs`.",
        )
    return None


def _too_many(inventory: Inventory, expectations: Expectations) -> Outcome | None:
    if expectations.max_items is None or inventory.read <= expectations.max_items:
        return None
    return Outcome(
        OutcomeKind.DRIFTED,
        f"{inventory.read} resources where at most {expectations.max_items} are expected",
        "Look at the site, or raise the source's --max.",
    )
