"""CSV as in RFC 4180: commas, CRLF, quotes where needed, UTF-8. Lists are joined by "; ", of files the addresses.

A text that a spreadsheet would run as a formula gets an apostrophe before it (OWASP, "CSV Injection").
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from typing import BinaryIO

from pipeline.model import JSON, Known
from pipeline.vocabulary import Vocabulary
from storage.export.record import columns, record

# OWASP names these as the beginnings of formulas, the last three because spreadsheets skip them.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")
BOM = "\ufeff"


def write(records: Iterable[Known], out: BinaryIO, vocabulary: Vocabulary | None = None, *, bom: bool = False) -> int:
    """Write a header and one line per resource; give how many resources.

    `bom` puts a byte order mark before the header, without which old Excel takes UTF-8 for the system's code page.
    """
    # A lone half of a surrogate pair has no UTF-8 form: it becomes "?", and the line stays.
    text = io.TextIOWrapper(out, encoding="utf-8", errors="replace", newline="", write_through=True)
    written = 0
    try:
        if bom:
            text.write(BOM)
        lines = csv.writer(text, lineterminator="\r\n")
        lines.writerow(columns(vocabulary))
        for known in records:
            lines.writerow([cell(value) for value in record(known, vocabulary).values()])
            written += 1
    finally:
        text.detach()
    return written


def cell(value: JSON) -> str:
    """One value as the text of a cell, harmless to a spreadsheet."""
    text = _text(value)
    return f"'{text}" if text.startswith(_FORMULA) else text


def _text(value: JSON) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list):
        return "; ".join(map(_text, value))
    if isinstance(value, dict):
        return _text(value.get("url"))
    return str(value)
