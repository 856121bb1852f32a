"""One page in, one reading out: the records of its main listing, its next page, its files."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from crawler.listing import choice, dating, files, media, segments, slots, structured, teaser, terms, titles
from crawler.listing import explain as explaining
from crawler.listing import pinned as pins
from crawler.listing import wrapper as wrappers
from crawler.listing.addresses import shape_of
from crawler.listing.model import Reading, Record
from crawler.listing.next_page import next_page
from crawler.listing.parsing import Element, content, parse
from crawler.listing.runs import Candidate
from crawler.listing.survey import survey
from crawler.listing.texts import clean
from crawler.listing.tree import Page, in_full, lay_out
from crawler.listing.unreached import unreached
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
    if wrapper is not None and pins.is_pinned(wrapper) and not explain:
        return _replay_pinned(root, url, wrapper)
    drift = ""
    if wrapper is not None:
        reading = _replay(root, url, wrapper) if not explain else None
        if reading is not None:
            return reading
    reading = _learn(root, url, explain=explain)
    if wrapper is not None and wrapper.get("version"):
        drift = wrappers.drift(wrapper, reading.wrapper, first_page=shape_of(url).record or len(url.split("/")) < 5)
        reading = replace(reading, drift=drift)
    return reading


def _replay(root: Element, url: str, wrapper: Mapping[str, JSON]) -> Reading | None:
    """Read a page by what was learnt; None: it does not fit."""
    located = wrappers.locate(root, url, wrapper)
    if located is None:
        return None
    page, candidate = located
    stated = wrapper.get("terms")
    known: dict[str, Part] = {}
    if isinstance(stated, dict) and stated:  # names that only links elsewhere on the page explain
        known = {text: Part(str(part)) for text, part in stated.items()} | _named_on(page)
    records, order, _ = read_records(page, candidate, known)
    if pins.is_pinned(wrapper):
        records = pins.with_fields(records, [page.nodes[start] for start, _ in candidate.spans], wrapper, url)
    elif wrappers.yields_less(records, wrapper):
        return None
    records = structured.complete(records, structured.stated(structured.blocks_of(root), url))
    confidence = wrapper.get("confidence")
    following, beyond = _onward(page, records, page.nodes[0].getparent(), candidate)
    return Reading(
        url=url,
        records=records,
        next_url=following,
        confidence=float(confidence) if isinstance(confidence, int | float) else 0.5,
        language=(root.get("lang") or root.get("xml:lang") or None),
        date_order=order,
        page_files=files.files_beside(page),
        wrapper=wrapper,
        unreached=beyond,
    )


def _onward(
    page: Page, records: Sequence[Record], container: Element | None, best: Candidate | None
) -> tuple[str | None, str]:
    """The next page; where there is none, what says that there is more all the same."""
    addresses = [record.url for record in records]
    following = next_page(page.root, page.url, addresses, container=container, leads=page.leads)
    if following or best is None:
        return following, ""
    return None, unreached(page.root, page.leads, container, [page.nodes[start] for start, _ in best.spans])


def _named_on(page: Page) -> dict[str, Part]:
    """What the names of terms and authors are of to which the page links, the whole of which was not laid out."""
    leads = page.leads
    parts = (
        (shape_of(in_full(href.strip(), leads.base, leads.origin)).part, anchor)
        for anchor, href in zip(leads.anchors, leads.hrefs, strict=True)
        if href
    )
    return slots.vocabulary((part, clean(content(anchor))) for part, anchor in parts if part is not None)


def _replay_pinned(root: Element, url: str, wrapper: Mapping[str, JSON]) -> Reading:
    """Read a page by a person's wrapper, whatever comes of it."""
    reading = _replay(root, url, wrapper)
    if reading is None:
        drift = f"the pinned wrapper finds no records at {wrapper.get('records')}"
        reading = Reading(url=url, wrapper=wrapper, language=(root.get("lang") or None), drift=drift)
    if "next" in wrapper:
        reading = replace(reading, next_url=pins.next_by(root, url, wrapper["next"]), unreached="")
    return reading


def _learn(root: Element, url: str, *, explain: bool) -> Reading:
    page = lay_out(root, url)
    around = survey(page)
    found = segments.candidates(page)
    best, confidence = choice.choose(page, around, found, thorough=explain)
    records: tuple[Record, ...] = ()
    container, order, learnt, table = None, None, None, None
    if best is not None:
        records, order, table = read_records(page, best)
        container = page.nodes[best.container]
        learnt = wrappers.learn(page, best, table, records, confidence)
        records = structured.complete(records, structured.stated(around.blocks, url))
    following, beyond = _onward(page, records, container, best)
    return Reading(
        url=url,
        records=records,
        next_url=following,
        confidence=round(confidence, 3),
        language=(root.get("lang") or root.get("xml:lang") or None),
        date_order=order,
        page_files=files.page_files(page, best.spans if best is not None else []),
        wrapper=learnt,
        explanation=explaining.explain(page, found, best, table) if explain else None,
        unreached=beyond,
    )


def read_records(
    page: Page, best: Candidate, vocabulary: dict[str, Part] | None = None
) -> tuple[tuple[Record, ...], str | None, slots.Table]:
    """Read the fields of a listing's records; also the order of day and month in its dates, and the table that was read."""
    table = slots.tabulate(page, best)
    table.vocabulary = vocabulary
    titles.title_records(table)
    published, modified, dated = dating.date_records(table)
    named_terms, named = terms.term_records(table)
    teasers, teased = teaser.tease_records(table)
    origins = {"url": best.kind, "title": "heading", **dated, **named, **teased}
    order = dates.infer_order([value for value in (*published, *modified) if value])
    images = [media.image_of(table, row) for row in table.rows]
    records = []
    for place, row in enumerate(table.rows):
        records.append(
            Record(
                url=page.links[row.anchor].url,
                title=row.title,
                teaser=teasers[place],
                published=published[place],
                modified=modified[place],
                categories=_tuple(named_terms[Part.CATEGORY][place]),
                tags=_tuple(named_terms[Part.TAG][place]),
                authors=_tuple(named_terms[Part.AUTHOR][place]),
                image=images[place] if any(images) else None,
                files=media.files_of(table, row),
                native_id=_native_id(page, row),
                origins=origins,
            )
        )
    return tuple(records), order, table


def _tuple(values: list[str] | None) -> tuple[str, ...] | None:
    return None if values is None else tuple(values)


def _native_id(page: Page, row: slots.Row) -> str | None:
    """WordPress's number of a post, from `post_class()` or the element's id."""
    for node in range(row.start, min(row.end, row.start + 4)):
        names = page.classes[node]
        label = page.nodes[node].get("id")
        for each in (names, label) if label else (names,):
            if "post-" in each and (match := _NATIVE.search(each)) is not None:
                return match[1]
    return None
