"""From WordPress's truth to the record that an export must show for it.

The rules, on top of the plain values that `WordPress.truth` gives: hierarchical taxonomies are categories and flat ones
tags; WordPress's own default category says that there is none.
"""

from __future__ import annotations

from typing import Any
from urllib.parse import unquote

HIERARCHICAL = {"resource_type"}


def record_of(row: dict[str, Any]) -> dict[str, Any]:
    """The comparable form of a truth row: see `comparable`."""
    custom = dict(row["terms"])
    categories = [name for name in row["categories"] if name != "Uncategorized"]
    tags = list(row["tags"])
    for taxonomy, names in custom.items():
        (categories if taxonomy in HIERARCHICAL else tags).extend(names)
    return {
        "native_id": str(row["id"]),
        "url": unquote(row["url"]),
        "title": row["title"],
        "teaser": row["teaser"],
        "teaser_truncated": row["teaser_truncated"],
        "categories": sorted(set(categories)),
        "tags": sorted(set(tags)),
        "authors": [row["author"]],
        "published": row["published"],
        "modified": row["modified"],
        "image": row["image"],
        "files": [tuple(pair) for pair in row["pdfs"]],
        "state": "present",
    }


def comparable(record: dict[str, Any]) -> dict[str, Any]:
    """An exported record in the same form. Terms are sets to WordPress; addresses are compared decoded."""
    native = str(record["native_id"]).rpartition(":")[2]
    return {
        **{name: record[name] for name in ("title", "teaser", "teaser_truncated", "authors", "published", "modified")},
        "native_id": native,
        "url": unquote(record["url"]),
        "categories": sorted(record["categories"]),
        "tags": sorted(record["tags"]),
        "image": record["image"],
        "files": [(file["url"], file["title"]) for file in record["files"]],
        "state": record["state"],
    }
