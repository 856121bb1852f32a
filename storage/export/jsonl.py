"""JSON Lines: one resource a line, UTF-8 (https://jsonlines.org)."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import BinaryIO

from pipeline.model import Known
from pipeline.vocabulary import Vocabulary
from storage.export.record import record

# Line ends to some readers (Python's own splitlines among them), which JSON would leave as they are (RFC 8259, 7).
_LINE_ENDS = str.maketrans({each: rf"\u{ord(each):04x}" for each in "\x85\u2028\u2029"})


def write(records: Iterable[Known], out: BinaryIO, vocabulary: Vocabulary | None = None) -> int:
    """Write one line per resource; give how many."""
    written = 0
    for known in records:
        line = json.dumps(record(known, vocabulary), ensure_ascii=False).translate(_LINE_ENDS)
        # A lone half of a surrogate pair has no UTF-8 form, but a JSON one: "\ud800".
        out.write(line.encode("utf-8", "backslashreplace") + b"\n")
        written += 1
    return written
