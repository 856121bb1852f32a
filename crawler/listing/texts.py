"""What a text looks like by its characters: a date, a long text, a text in a dense script."""

from __future__ import annotations

import re

DATE_LIKE = re.compile(
    r"(?:19|20)\d\d\s*[-./年]\s*\d|\d[-./]\s?(?:19|20)\d\d|\d{1,2}(?:st|nd|rd|th|\.|º|er)?,?\s+(?:de\s+)?[^\W\d]{3,12}\.?,?\s+(?:de\s+)?(?:19|20)\d\d"
    r"|[^\W\d]{3,12}\.?\s+\d{1,2}(?:st|nd|rd|th)?,?\s+(?:19|20)\d\d|\d{1,2}[./]\d{1,2}[./]\d{2}\b|^\s*[^\W\d]{3,10}\.?\s+\d{1,2}\s*$|^\s*\d{1,2}\s+[^\W\d]{3,10}\.?\s*$|^\s*\d\d-\d\d\s*$|(?:19|20|25)\d\d\s*$|\d{1,2}\s+[^\W\d]+\.?\s+25\d\d"
)
_WIDE = re.compile(r"[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")


def length(text: str) -> float:
    """How long a text is for a reader: a character of a dense script counts for two and a half."""
    if text.isascii():
        return len(text)
    return len(text) + 1.5 * len(_WIDE.findall(text)) if text else 0.0


def is_date(text: str) -> bool:
    match = DATE_LIKE.search(text)
    return match is not None and (len(match[0]) * 2 > len(text) or sum(map(str.isalpha, text)) * 3 < len(text))
