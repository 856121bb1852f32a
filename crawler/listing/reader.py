"""One page in, one reading out: the records of its main listing, its next page, its files."""

from __future__ import annotations

import re
from collections.abc import Mapping

from crawler.listing import dating, files, roles, score, segments, slots, teaser
from crawler.listing.model import Reading, Record
from crawler.listing.next_page import next_page
from crawler.listing.tree import Page, lay_out, parse
from crawler.listing.words import Part
from pipeline import dates
from pipeline.model import JSON

_NATIVE = re.compile(r"(?:^|\s)post-(\d+)(?=\s|$)")


def read_listing(
    html: bytes | str,
    url: str,
    *,
    encoding: str | None = None,
    wrapper: Mapping[str, JSON] | None = None,
    explain: bool = False,
) -> Reading:
    """Read a page. `encoding` is what the transport declared, if it did.

    Raises:
        NotGenuine: the page is too large, nested too deep, or empty.
    """
    root = parse(html, url, encoding)
    page = lay_out(root, url)
    around = score.survey(page)
    found = segments.candidates(page)
    best, confidence = score.choose(page, around, found)
    records: tuple[Record, ...] = ()
    spans: list[tuple[int, int]] = []
    container = None
    order = None
    if best is not None:
        records, order = read_records(page, best)
        spans = best.spans
        container = page.nodes[best.container]
    return Reading(
        url=url,
        records=records,
        next_url=next_page(root, url, [record.url for record in records], container=container),
        confidence=round(confidence, 3),
        language=(root.get("lang") or root.get("xml:lang") or None),
        date_order=order,
        page_files=files.page_files(page, spans),
        explanation=_explain(page, found) if explain else None,
    )


def read_records(page: Page, best: segments.Candidate) -> tuple[tuple[Record, ...], str | None]:
    """Read the fields of a listing's records; also the order of day and month in its dates."""
    table = slots.tabulate(page, best)
    roles.title_records(table)
    published, modified, dated = dating.date_records(table)
    terms, named = roles.term_records(table)
    teasers, teased = teaser.tease_records(table)
    origins = {"url": best.kind, "title": "heading", **dated, **named, **teased}
    order = dates.infer_order([value for value in (*published, *modified) if value])
    images = [roles.image_of(table, row) for row in table.rows]
    records = []
    for place, row in enumerate(table.rows):
        records.append(
            Record(
                url=page.links[row.anchor].url,
                title=row.title,
                teaser=teasers[place],
                published=published[place],
                modified=modified[place],
                categories=_tuple(terms[Part.CATEGORY][place]),
                tags=_tuple(terms[Part.TAG][place]),
                authors=_tuple(terms[Part.AUTHOR][place]),
                image=images[place] if any(images) else None,
                files=roles.files_of(table, row),
                native_id=_native_id(page, row),
                origins=origins,
            )
        )
    return tuple(records), order


def _tuple(values: list[str] | None) -> tuple[str, ...] | None:
    return None if values is None else tuple(values)


def _native_id(page: Page, row: slots.Row) -> str | None:
    """WordPress's number of a post, from `post_class()` or the element's id."""
    for node in range(row.start, min(row.end, row.start + 4)):
        match = _NATIVE.search(page.classes[node]) or _NATIVE.search(page.attribute(node, "id"))
        if match is not None:
            return match[1]
    return None


def _explain(page: Page, found: list[segments.Candidate]) -> dict[str, JSON]:
    candidates: list[JSON] = [
        {
            "score": round(candidate.score, 3),
            "records": len(candidate.spans),
            "kind": candidate.kind,
            "element": page.tags[candidate.spans[0][0]],
            "class": page.classes[candidate.spans[0][0]],
            "evidence": {name: round(value, 3) for name, value in (candidate.why or {}).items()},
        }
        for candidate in sorted(found, key=lambda candidate: -candidate.score)[:8]
    ]
    return {"candidates": candidates}
