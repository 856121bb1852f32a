"""What an answer's Link header leads to (RFC 8288)."""

from __future__ import annotations

import re

from scrapy.http import Response

_VALUE = r"""(?:"[^"]*"|'[^']*'|[^\s;,"']*)"""
_LINK = re.compile(rf"<([^>]*)>((?:\s*;\s*[\w*-]+(?:\s*=\s*{_VALUE})?)*)")
_RELATIONS = re.compile(rf";\s*rel\s*=\s*({_VALUE})", re.IGNORECASE)


def header_of(response: Response) -> str:
    """All of an answer's Link headers as one, "" without any."""
    return ", ".join(value.decode("latin-1") for value in response.headers.getlist("Link"))


def linked(header: str, relation: str) -> str | None:
    """The first address, as it stands there, that a Link header states for a relation ("next"), or None."""
    for address, parameters in _LINK.findall(header):
        found = _RELATIONS.search(parameters)
        if found and relation in found[1].strip("\"'").lower().split():
            return str(address)
    return None
