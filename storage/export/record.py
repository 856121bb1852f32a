"""A resource as every export shows it: the same fields, in the same order, under the same names."""

from __future__ import annotations

from pipeline.decide import to_json
from pipeline.model import JSON, Known
from pipeline.scripts import direction, script
from pipeline.vocabulary import Vocabulary

# A contract with those who read exports: fields may be added at the end, never renamed or moved.
FIELDS = (
    "key", "source", "native_id", "url", "title", "teaser", "teaser_truncated", "categories", "tags", "authors",
    "language", "published", "modified", "image", "files", "state", "first_seen", "last_seen",
    "script", "direction", "translations",
)  # fmt: skip


# What `record` adds where a vocabulary is given.
MAPPED = ("categories_mapped", "tags_mapped")


def columns(vocabulary: Vocabulary | None) -> tuple[str, ...]:
    """The fields of a record, in their order."""
    return FIELDS if vocabulary is None else FIELDS + MAPPED


def record(known: Known, vocabulary: Vocabulary | None = None) -> dict[str, JSON]:
    """The JSON form: lists as lists, files as objects, dates in ISO 8601 (a site's own no more precise than it was).

    With a vocabulary the categories and tags stand there as well as the terms that they mean across sites.
    """
    its_script = script(f"{known.resource.title} {known.resource.teaser}")
    values: dict[str, JSON] = {
        **to_json(known.resource),
        "key": known.key,
        "source": known.resource.source,
        "native_id": known.resource.native_id,
        "state": str(known.state),
        "first_seen": known.first_seen.isoformat(timespec="seconds"),
        "last_seen": known.last_seen.isoformat(timespec="seconds"),
        "script": its_script,
        "direction": direction(its_script),
    }
    if vocabulary is not None:
        values["categories_mapped"] = [*vocabulary.mapped(known.resource.categories)]
        values["tags_mapped"] = [*vocabulary.mapped(known.resource.tags)]
    return {name: values[name] for name in columns(vocabulary)}
