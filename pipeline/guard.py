"""What a page says of a field that is not to be believed: a template's slip, or a counter. Pure.

A field that a page suddenly shows empty for (nearly) all of its items was lost by the page's new template, not by the items:
what is known stays, and the run says `drifted`. A field that is another one on every run, while the site says of no item
that it was modified, is volatile ("read 12 times", a rotating picture): it no longer counts, which is said once.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from pipeline.model import CONTENT_FIELDS, Decision, DecisionKind, Inventory, Observation, Resource

# A page with fewer items that had the field says nothing about its template.
FEWEST = 5
# From this share on, the page has lost the field, or the field changes on every run.
NEARLY_ALL = 0.9
RESTLESS = 0.5
# In so many whole readings in a row.
RESTLESS_RUNS = 3
# A field that was filled at least that often, and is now filled less than this share of what it was, has drifted.
USUALLY_FILLED = 0.5
DRIFTED_SHARE = 0.4
# Sources with fewer items than this move too much for a share to mean anything.
SMALL = 10

# What an address, or another field, already tells.
_FIELDS = tuple(name for name in CONTENT_FIELDS if name not in {"url", "teaser_truncated"})
# What is read from the same place, under another name, in an observation.
_ALSO = {"teaser": ("teaser", "content")}


def lost_fields(pairs: Sequence[tuple[Resource, Resource]]) -> frozenset[str]:
    """Which fields a page has lost. `pairs`: each of its items as it was seen, and as it is known."""
    lost = set()
    for name in _FIELDS:
        had = [seen for seen, known in pairs if name in seen.origins and getattr(known, name)]
        empty = sum(not getattr(seen, name) for seen in had)
        if len(had) >= FEWEST and empty >= NEARLY_ALL * len(had):
            lost.add(name)
    return frozenset(lost)


def overlooked(resource: Resource, fields: Collection[str]) -> Resource:
    """The resource as if its channel had not looked at these fields: their known values then stay."""
    if not any(name in resource.origins for name in fields):
        return resource
    return replace(resource, origins={name: origin for name, origin in resource.origins.items() if name not in fields})


def unobserved(observation: Observation, fields: Collection[str]) -> Observation:
    """The same for an observation, so that whoever reads it again comes to the same resource."""
    dropped = {each for name in fields for each in _ALSO.get(name, (name,))}
    if not dropped & {*observation.fields, *observation.origins}:
        return observation
    return replace(
        observation,
        fields={name: value for name, value in observation.fields.items() if name not in dropped},
        origins={name: origin for name, origin in observation.origins.items() if name not in dropped},
    )


def filled_fields(resource: Resource) -> tuple[str, ...]:
    """The fields that a resource has, as it was seen. One that the channel did not look at is not lacking."""
    return tuple(name for name in _FIELDS if getattr(resource, name) or name not in resource.origins)


def restless_fields(decision: Decision) -> frozenset[str]:
    """The fields that changed although the site does not say that the item was modified."""
    changed = {change.field for change in decision.changes}
    if decision.kind is not DecisionKind.CHANGED or "modified" in changed:
        return frozenset()
    return frozenset(changed & {*_FIELDS})


def volatile_fields(readings: Sequence[Inventory]) -> tuple[str, ...]:
    """Which fields change on every run, by the source's newest whole readings, newest first."""
    newest = readings[:RESTLESS_RUNS]
    if len(newest) < RESTLESS_RUNS:
        return ()

    def always(name: str) -> bool:
        return all(each.read >= SMALL and each.restless.get(name, 0) >= RESTLESS * each.read for each in newest)

    return tuple(name for name in _FIELDS if always(name))


def drift_of(now: Inventory, before: Inventory | None) -> str:
    """Which fields are far less often filled than in the last good whole reading, in words; "" for none."""
    if before is None or min(now.read, before.read) < SMALL or not now.filled:
        return ""
    words = []
    for name in _FIELDS:
        usual, rate = _rate(before, name), _rate(now, name)
        if usual >= USUALLY_FILLED and rate < DRIFTED_SHARE * usual:
            words.append(f"{name} is filled in {rate:.0%} of the resources, it was in {usual:.0%}")
    return "; ".join(words)


def _rate(inventory: Inventory, name: str) -> float:
    counts: Mapping[str, int] = inventory.filled
    return min(1.0, counts.get(name, 0) / inventory.read) if inventory.read else 0.0
