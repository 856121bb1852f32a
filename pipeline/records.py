"""What is compared, made of what is known: of a resource that is kept, or of a line of a file of records."""

from __future__ import annotations

from collections.abc import Mapping

from pipeline.model import JSON, Key, Resource
from pipeline.text import to_text
from pipeline.works import Record

_LISTS = ("authors", "files")


def record_of(key: Key, resource: Resource) -> Record:
    """Give what is compared of a resource that is kept."""
    return Record(
        id=key,
        source=resource.source,
        title=resource.title,
        teaser=resource.teaser,
        authors=resource.authors,
        published=resource.published.text[:10] if resource.published else "",
        url=resource.url,
        language=resource.language,
        files=tuple(each.url for each in resource.files),
    )


def read_record(line: JSON) -> Record:
    """Give the record of a line's JSON value: an object with "id" and, all of them optional, the fields of a `Record`.

    Texts may be markup; what is null is not known; other fields are left alone. "authors" and "files" are lists of texts,
    or one text. Raises ValueError that says what is wrong.
    """
    if not isinstance(line, Mapping):
        raise ValueError("no JSON object")  # noqa: TRY004  a fault of the file, not of the caller
    name = line.get("id")
    if isinstance(name, bool) or not isinstance(name, str | int) or name == "":
        raise ValueError('no "id", a text or a whole number')
    texts = {field: _text(line, field) for field in ("source", "published", "url", "language")}
    clean = {field: to_text(_text(line, field)) for field in ("title", "teaser", "publisher")}
    authors, files = (tuple(_texts(line, field)) for field in _LISTS)
    return Record(id=str(name), **texts, **clean, authors=tuple(map(to_text, authors)), files=files)


def _text(line: Mapping[str, JSON], field: str) -> str:
    value = line.get(field)
    if value is None:
        return ""
    if isinstance(value, int | float) and not isinstance(value, bool):
        return str(value)  # a year
    if not isinstance(value, str):
        raise ValueError(f'"{field}" is no text')  # noqa: TRY004
    return value


def _texts(line: Mapping[str, JSON], field: str) -> list[str]:
    value = line.get(field)
    if value is None or value == "":
        return []
    values = value if isinstance(value, list) else [value]
    if not all(isinstance(each, str) for each in values):
        raise ValueError(f'"{field}" is no list of texts')
    return [str(each) for each in values if each]
