"""A resource as every export shows it: the same fields, in the same order, under the same names."""

from __future__ import annotations

from pipeline.decide import to_json
from pipeline.model import JSON, Known

# A contract with those who read exports: fields may be added at the end, never renamed or moved.
FIELDS = (
    "key", "source", "native_id", "url", "title", "teaser", "teaser_truncated", "categories", "tags", "authors",
    "language", "published", "modified", "image", "files", "state", "first_seen", "last_seen",
)  # fmt: skip


def record(known: Known) -> dict[str, JSON]:
    """The JSON form: lists as lists, files as objects, dates in ISO 8601 (a site's own no more precise than it was)."""
    values: dict[str, JSON] = {
        **to_json(known.resource),
        "key": known.key,
        "source": known.resource.source,
        "native_id": known.resource.native_id,
        "state": str(known.state),
        "first_seen": known.first_seen.isoformat(timespec="seconds"),
        "last_seen": known.last_seen.isoformat(timespec="seconds"),
    }
    return {name: values[name] for name in FIELDS}
