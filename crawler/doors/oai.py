"""OAI-PMH: repositories and libraries. Asked for only where the site looks like one, or at the address that was given."""

from __future__ import annotations

import re
from urllib.parse import urljoin

from scrapy.http import Response

from crawler.doors.visit import Visit
from crawler.oai import PREFIX, RecordList, base_of, read_records, request_url
from crawler.probe import Rung
from pipeline.model import Channel

# Where each system has its door, from the site's root.
_USUAL = {
    "dspace": ("/server/oai/request", "/oai/request"),
    "eprints": ("/cgi/oai2",),
    "invenio": ("/oai2d",),
    "omeka": ("/oai-pmh-repository/request",),
    "koha": ("/cgi-bin/koha/oai.pl",),
    "islandora": ("/oai2", "/oai/request"),
}
_ANY = ("/oai", "/oai/request", "/cgi/oai2")
_JOURNAL = re.compile(r"^(.*?/index\.php/[^/]+|.*?/(?!index\.php)[^/]+(?=/(?:issue|article|about)/))")
_STATED = re.compile(
    rb"[\"']([^\"'\s<>]*(?:/oai(?:2d?|-pmh[^\"'\s/]*)?(?:/request)?|verb=Identify)[^\"'\s<>]*)[\"']", re.IGNORECASE
)


async def look(visit: Visit) -> Rung:
    reason = "the site does not look like a repository"
    tried = _candidates(visit)
    for url in tried[:2] if visit.only is not Channel.OAI else tried:
        answer: Response | None = visit.given if url == visit.given.url else None
        if answer is None or b"<ListRecords" not in answer.body:
            answer = await visit.get(request_url(base_of(url), "ListRecords", metadataPrefix=PREFIX), leave=2)
        records = read_records(answer.body, base_of(url), {}) if answer is not None else None
        if answer is not None and records is not None:
            return _rung(visit, base_of(url), answer, records)
        reason = f"no OAI-PMH: {visit.why('the answer is none of that protocol')}"
    return Rung(Channel.OAI, visit.origin, usable=False, reason=reason)


def _candidates(visit: Visit) -> list[str]:
    if read_records(visit.given.body, visit.given.url, {}) is not None:
        return [visit.given.url]
    cms = visit.cms.lower()
    found = [
        urljoin(visit.page.url, each.decode("utf-8", "replace").replace("&amp;", "&"))
        for each in _STATED.findall(visit.page.body)
    ]
    found = [each for each in found if each.startswith(visit.origin)]
    if "open journal systems" in cms or "open monograph press" in cms:
        journal = _JOURNAL.match(visit.page.url)
        found += [f"{journal[1]}/oai"] if journal else [f"{visit.origin}/index.php/index/oai", f"{visit.origin}/oai"]
    found += [visit.origin + path for name, paths in _USUAL.items() if name in cms for path in paths]
    if visit.only is Channel.OAI:
        found += [visit.url, *(visit.origin + path for path in _ANY)]
    return list(dict.fromkeys(found))


def _rung(visit: Visit, base: str, page: Response, records: RecordList) -> Rung:
    if records.errors:
        code, text = next(iter(records.errors.items()))
        return Rung(Channel.OAI, base, usable=False, reason=f"OAI-PMH answers {code}: {text}".rstrip(": "))
    more = "and more by resumption tokens" if records.token else "and no more"
    said = f"OAI-PMH, {len(records.items)} records {more}"
    sought = visit.sought
    # A repository's own pages may name its records otherwise than the protocol does: only a full list can lack them.
    if not records.token and (missed := sought.missed(sought.found_in(each.url for each in records.items))):
        return Rung(Channel.OAI, base, usable=False, reason=f"{said}, but {missed}", claimed=records.total)
    visit.show_items(Channel.OAI, page, records.items)
    total = records.total if records.total is not None or records.token else len(records.items)
    return Rung(Channel.OAI, base, usable=True, reason=said, claimed=total)
