"""OAI-PMH 2.0, read: records of repositories and libraries in unqualified Dublin Core. No network.

Sources of the rules: openarchives.org/OAI/openarchivesprotocol.html (sections 2.5 deleted records, 3.2 responses, 3.5 flow
control, 3.6 errors) and dublincore.org/documents/dces.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, cast
from urllib.parse import parse_qs, urlencode, urlsplit, urlunsplit

from lxml import etree

from crawler.items import Item
from crawler.values import escaped
from pipeline.model import JSON
from pipeline.urls import is_file

PREFIX = "oai_dc"
_OAI = "{http://www.openarchives.org/OAI/2.0/}"
_DC = "{http://purl.org/dc/elements/1.1/}"
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_END = re.compile(rb"</(?:\w+:)?OAI-PMH\s*>\s*(?:<!--.*?-->\s*)*\Z", re.DOTALL)
_ARGUMENTS = {"verb", "metadataPrefix", "resumptionToken", "from", "until", "identifier"}
_DOI = re.compile(r"^(?:doi:|https?://(?:dx\.)?doi\.org/)?(10\.\d{4,9}/\S+)$", re.IGNORECASE)
_HANDLE = re.compile(r"^(?:hdl:)(\S+/\S+)$", re.IGNORECASE)
_SEMANTICS = re.compile(r"^(?:info:eu-repo/|https?://|urn:)")


@dataclass(frozen=True, slots=True)
class RecordList:
    """One answer to ListRecords. `token` leads on, "" at the end; `total` is completeListSize, where the site states it.

    `errors` maps an OAI error code to its text; `whole`: the answer comes with its proper end.
    """

    items: tuple[Item, ...] = ()
    deleted: int = 0
    token: str = ""
    total: int | None = None
    errors: Mapping[str, str] = field(default_factory=dict)
    whole: bool = True


def base_of(url: str) -> str:
    """The repository's base URL: `url` without the protocol's arguments (a `set` stays, as a person's choice)."""
    parts = urlsplit(url)
    kept = [(name, value) for name, values in parse_qs(parts.query).items() for value in values]
    return urlunsplit(
        parts._replace(query=urlencode([each for each in kept if each[0] not in _ARGUMENTS]), fragment="")
    )


def request_url(base: str, verb: str, **arguments: str) -> str:
    """The address of a request. With a resumptionToken no other argument may stand (protocol, 3.5)."""
    parts = urlsplit(base)
    own = [(name, value) for name, values in parse_qs(parts.query).items() for value in values]
    if "resumptionToken" in arguments or verb != "ListRecords":
        own = [each for each in own if each[0] != "set"]
    return urlunsplit(parts._replace(query=urlencode([("verb", verb), *own, *arguments.items()], safe=":")))


def read_records(body: bytes, base: str, set_names: Mapping[str, str]) -> RecordList | None:
    """Read an answer, an ill-formed one as far as it is sound; None: it is no OAI-PMH answer at all."""
    root = _root(body)
    if root is None:
        return None
    items, deleted = [], 0
    for record in root.iter(f"{_OAI}record"):
        header = record.find(f"{_OAI}header")
        identifier = header.findtext(f"{_OAI}identifier", "").strip() if header is not None else ""
        if header is None or not identifier:
            continue
        if header.get("status") == "deleted":
            deleted += 1
        elif (item := _item(record, header, identifier, base, set_names)) is not None:
            items.append(item)
    token = root.find(f".//{_OAI}resumptionToken")
    size = (token.get("completeListSize") or "").strip() if token is not None else ""
    return RecordList(
        items=tuple(items),
        deleted=deleted,
        token=(token.text or "").strip() if token is not None else "",
        total=int(size) if size.isdigit() else None,
        errors={each.get("code") or "": (each.text or "").strip() for each in root.iter(f"{_OAI}error")},
        whole=_END.search(body[-2048:]) is not None,
    )


def read_sets(body: bytes) -> tuple[dict[str, str], str]:
    """Names of the repository's sets by their codes, and the token that leads on; nothing where it has no sets."""
    root = _root(body)
    if root is None:
        return {}, ""
    names = {
        each.findtext(f"{_OAI}setSpec", "").strip(): each.findtext(f"{_OAI}setName", "").strip()
        for each in root.iter(f"{_OAI}set")
    }
    return {code: name for code, name in names.items() if code and name}, root.findtext(
        f".//{_OAI}resumptionToken", ""
    ).strip()


def _root(body: bytes) -> etree._Element | None:
    parser = etree.XMLParser(recover=True, resolve_entities=False, no_network=True, huge_tree=False)
    try:
        parsed = etree.fromstring(body.lstrip(b"\xef\xbb\xbf \t\r\n"), parser)
    except (etree.XMLSyntaxError, ValueError):
        return None
    root: etree._Element | None = cast("Any", parsed)
    return root if root is not None and root.tag == f"{_OAI}OAI-PMH" else None


def _item(
    record: etree._Element, header: etree._Element, identifier: str, base: str, set_names: Mapping[str, str]
) -> Item | None:
    said: dict[str, list[str]] = {}
    language = ""
    for each in record.iter(f"{_DC}*"):
        text = " ".join("".join(each.itertext()).split())
        if text:
            said.setdefault(str(each.tag).removeprefix(_DC), []).append(text)
        if each.tag == f"{_DC}title":
            language = language or each.get(_LANG, "")
    if not said:
        return None
    codes = [(each.text or "").strip() for each in header.iter(f"{_OAI}setSpec")]
    types = [each for each in said.get("type", ()) if not _SEMANTICS.match(each)]
    links = [*said.get("identifier", ()), *said.get("relation", ()), *said.get("source", ())]
    stated = next(iter(said.get("language", ())), "") or language
    fields: dict[str, JSON] = {
        "title": escaped(next(iter(said.get("title", ())), "")),
        "teaser": escaped(next(iter(said.get("description", ())), "")),
        "published": _date(said.get("date", ())),
        "categories": _unique([*(set_names[code] for code in codes if code in set_names), *types]),
        "tags": _unique(said.get("subject", ())),
        "authors": _unique(said.get("creator", ())),
        "files": [{"url": each, "title": ""} for each in dict.fromkeys(links) if _is_web(each) and is_file(each)],
    }
    if stated:
        fields["language"] = stated
    origins = {name: f"OAI-PMH: {_ORIGINS[name]}" for name in fields} | {"url": "OAI-PMH: dc:identifier"}
    own = request_url(base, "GetRecord", metadataPrefix=PREFIX, identifier=identifier)
    return Item(_landing(said.get("identifier", ())) or own, fields, origins, identifier)


_ORIGINS = {
    "title": "dc:title", "teaser": "dc:description", "published": "dc:date", "categories": "sets, dc:type",
    "tags": "dc:subject", "authors": "dc:creator", "files": "dc:identifier, dc:relation", "language": "dc:language",
}  # fmt: skip


def _landing(identifiers: Iterable[str]) -> str:
    """The page of a record among its identifiers: an address that is no file; else a DOI or a handle, resolved."""
    pages = [each for each in identifiers if _is_web(each)]
    if found := next((each for each in pages if not is_file(each) and not _DOI.match(each)), ""):
        return found
    for each in identifiers:
        if doi := _DOI.match(each):
            return f"https://doi.org/{doi[1]}"
        if handle := _HANDLE.match(each):
            return f"https://hdl.handle.net/{handle[1]}"
    return next(iter(pages), "")


def _date(dates: Iterable[str]) -> str:
    """When the work appeared: repositories also give the days on which it was deposited and became available, later.

    Of two that begin alike the more precise one.
    """
    known = sorted(each for each in dates if re.match(r"\d{4}\b", each))
    if not known:
        return next(iter(dates), "")
    return max((each for each in known if each.startswith(known[0])), key=len)


def _unique(texts: Iterable[str]) -> list[JSON]:
    return [*dict.fromkeys(map(escaped, texts))]


def _is_web(text: str) -> bool:
    return text.startswith(("http://", "https://"))
