"""Small things that the readers of JSON and XML channels share: plain text as markup, values that may be of any type."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any

from scrapy.http import Response


def escaped(text: object) -> str:
    """Plain text as markup, for the cleaners undo that: "Law & <order>" is no tag. "" for what is no text."""
    return text.replace("&", "&amp;").replace("<", "&lt;") if isinstance(text, str) else ""


def text_of(value: object) -> str:
    """A string or a number as text; "" for everything else."""
    return str(value) if isinstance(value, str | int) and not isinstance(value, bool) else ""


def objects(value: object) -> list[Mapping[str, Any]]:
    """The objects of a JSON list; one object alone is a list of one; anything else is none."""
    if isinstance(value, Mapping):
        return [value]
    return [each for each in value if isinstance(each, Mapping)] if isinstance(value, list) else []


def object_of(value: object) -> Mapping[str, Any]:
    """The object itself, or an empty one for everything else."""
    return value if isinstance(value, Mapping) else {}


def json_of(response: Response) -> Any:
    """The parsed JSON body, or None where it is none. What PHP says of its own faults before the JSON is passed over."""
    for text in (response.body, _behind_notices(response.body)):
        try:
            return json.loads(text) if text else None
        except (ValueError, RecursionError):
            continue
    return None


_NOTICE = re.compile(rb"\s*(?:<br ?/?>|<b>|(?:PHP )?(?:Warning|Notice|Deprecated)\b)", re.IGNORECASE)
_JSON_LINE = re.compile(rb"(?:^|\n|>)\s*([\[{]\s*[\[{\"\]}])")


def _behind_notices(body: bytes) -> bytes:
    if not _NOTICE.match(body[:200]):
        return b""
    found = _JSON_LINE.search(body)
    return body[found.start(1) :] if found else b""
