"""A resource as rows, and rows as a resource: the one place where the two forms meet."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, RowMapping, select

from pipeline.model import FileLink, Key, Known, Resource, Stamp, State, Translation
from storage.columns import bounded, clean
from storage.parts import among, in_parts
from storage.sightings import Sightings
from storage.tables import aliases, files, resource_terms, resources, terms

# The kinds of terms, and the field of a resource that each fills.
KINDS = {"category": "categories", "tag": "tags", "author": "authors"}
LARGEST = 2**63 - 1
NO_SIGHTINGS = Sightings()


def content_row(resource: Resource) -> dict[str, Any]:
    """The columns of `resources` that a site's statements fill."""
    published, modified = resource.published, resource.modified
    return {
        "native_id": resource.native_id,
        "url": resource.url,
        "title": resource.title,
        "teaser": resource.teaser,
        "teaser_truncated": resource.teaser_truncated,
        "language": resource.language,
        "published": published and published.text,
        "published_utc": published and published.utc,
        "modified": modified and modified.text,
        "modified_utc": modified and modified.utc,
        "image": resource.image,
        "translations": [{"language": each.language, "name": each.name} for each in resource.translations],
        "origins": dict(resource.origins),
        "folded": folded(f"{resource.title}\n{resource.teaser}"),
    }


def folded(text: str) -> str:
    """`text` as it is compared in a search. The databases' own lower() knows ASCII only, or depends on a locale."""
    return clean(text).casefold()


def terms_of(resource: Resource) -> Iterator[tuple[str, str, str, int]]:
    """(kind, name, bounded name, position) of each term, none twice."""
    for kind, field in KINDS.items():
        for position, name in enumerate(dict.fromkeys(map(clean, getattr(resource, field)))):
            yield kind, name, bounded(name), position


def file_rows(key: Key, resource: Resource) -> Iterator[dict[str, Any]]:
    """The rows of `files`."""
    for position, each in enumerate(resource.files):
        size = each.size if each.size is not None and 0 <= each.size <= LARGEST else None
        values = {"url": each.url, "title": each.title, "media_type": each.media_type, "size": size}
        yield {"resource": key, "position": position, **values}


def term_row(source: str, kind: str, name: str) -> dict[str, Any]:
    """The row of a term."""
    return {"source": source, "kind": kind, "name": name, "indexed": bounded(name), "folded": bounded(folded(name))}


def load(connection: Connection, keys: Iterable[Key], sightings: Sightings = NO_SIGHTINGS) -> dict[Key, Known]:
    """What is known of these keys. Without `sightings`, `last_seen` may be too early."""
    found: dict[Key, Known] = {}
    for part in in_parts(keys):
        rows = connection.execute(select(resources).where(among(connection, resources.c.key, part))).mappings().all()
        found.update((each.key, each) for each in knowns(connection, rows, {}, sightings))
    return found


def knowns(
    connection: Connection,
    rows: Iterable[RowMapping],
    sightings: Mapping[str, Sightings],
    otherwise: Sightings = NO_SIGHTINGS,
) -> list[Known]:
    """What the rows of `resources` say, with their terms and files. At most a part's rows at a time."""
    rows = list(rows)
    keys = [row["key"] for row in rows]
    its_terms, its_files = _terms(connection, keys), _files(connection, keys)
    addresses = _addresses(connection, rows)
    return [
        _known(
            row,
            its_terms[row["key"]],
            its_files[row["key"]],
            tuple(_translations(row, addresses)),
            sightings.get(row["source"], otherwise),
        )
        for row in rows
    ]


def _terms(connection: Connection, keys: list[Key]) -> Mapping[Key, Mapping[str, list[str]]]:
    columns = resource_terms.c
    found: dict[Key, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    ordered = (
        select(columns.resource, terms.c.kind, terms.c.name).join(terms).order_by(columns.resource, columns.position)
    )
    for key, kind, name in connection.execute(ordered.where(among(connection, columns.resource, keys))):
        found[key][kind].append(name)
    return found


def _files(connection: Connection, keys: list[Key]) -> Mapping[Key, list[FileLink]]:
    found: dict[Key, list[FileLink]] = defaultdict(list)
    ordered = (
        select(files).where(among(connection, files.c.resource, keys)).order_by(files.c.resource, files.c.position)
    )
    for row in connection.execute(ordered):
        found[row.resource].append(FileLink(row.url, row.title, row.media_type, row.size))
    return found


def _addresses(connection: Connection, rows: Iterable[RowMapping]) -> Mapping[tuple[str, str], str]:
    """(source, alias) → address of the translations that the rows name, as far as they are known."""
    named: dict[str, set[str]] = defaultdict(set)
    for row in rows:
        named[row["source"]].update(bounded(each["name"]) for each in row["translations"])
    found: dict[tuple[str, str], str] = {}
    for source, names in named.items():
        its = select(aliases.c.alias, resources.c.url).join(resources, resources.c.key == aliases.c.resource)
        for part in in_parts(sorted(names)):
            listed = its.where(aliases.c.source == source, among(connection, aliases.c.alias, part))
            found.update(((source, alias), url) for alias, url in connection.execute(listed))
    return found


def _translations(row: RowMapping, addresses: Mapping[tuple[str, str], str]) -> Iterator[Translation]:
    for each in row["translations"]:
        yield Translation(each["language"], each["name"], addresses.get((row["source"], bounded(each["name"])), ""))


def _known(
    row: RowMapping,
    its_terms: Mapping[str, list[str]],
    its_files: list[FileLink],
    translations: tuple[Translation, ...],
    sightings: Sightings,
) -> Known:
    resource = Resource(
        source=row["source"],
        url=row["url"],
        title=row["title"],
        teaser=row["teaser"],
        teaser_truncated=row["teaser_truncated"],
        categories=tuple(its_terms["category"]),
        tags=tuple(its_terms["tag"]),
        authors=tuple(its_terms["author"]),
        language=row["language"],
        published=_stamp(row["published"], row["published_utc"]),
        modified=_stamp(row["modified"], row["modified_utc"]),
        image=row["image"],
        files=tuple(its_files),
        translations=translations,
        native_id=row["native_id"],
        origins=row["origins"],
    )
    return Known(
        key=row["key"],
        resource=resource,
        content_hash=row["content_hash"],
        state=State(row["state"]),
        first_seen=row["first_seen"],
        last_seen=sightings.last_seen(row["key"], row["state"], row["seen_at"]),
        misses=row["misses"],
    )


def _stamp(text: str | None, utc: datetime | None) -> Stamp | None:
    return None if text is None or utc is None else Stamp(text, utc)
