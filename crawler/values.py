"""Small things that the readers of JSON and XML channels share: plain text as markup, values that may be of any type."""

from __future__ import annotations

import json
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
    """The parsed JSON body, or None where it is none."""
    try:
        return json.loads(response.body)
    except (ValueError, RecursionError):
        return None
