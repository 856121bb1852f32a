"""The language of a resource: what the site declares, else what its text shows."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Protocol, cast

_TAG = re.compile(r"[a-z]{2,3}(?:-[a-z]{4})?(?:-(?:[a-z]{2}|[0-9]{3}))?(?:-(?:[a-z0-9]{5,8}|[0-9][a-z0-9]{3}))*")
_MIN_LETTERS = 40
_SURE = 0.95


class _Identifier(Protocol):
    def classify(self, text: str) -> tuple[str, float]: ...


def clean_tag(tag: str) -> str:
    """Give a BCP 47 tag in its usual case ("en_us" → "en-US", "zh_hant_tw" → "zh-Hant-TW"); "" if it is none."""
    tag = tag.strip().partition(".")[0].partition("@")[0].replace("_", "-").lower()
    tag = tag.removesuffix("-formal").removesuffix("-informal")
    if not _TAG.fullmatch(tag) or tag in {"und", "mul", "zxx", "mis"}:
        return ""
    first, *rest = tag.split("-")
    shaped = [
        part.title() if len(part) == 4 and part.isalpha() else part.upper() if len(part) == 2 else part for part in rest
    ]
    return "-".join([first, *shaped])


# Scripts that one language alone (of those on the web) is written in: what even a short text says.
_SCRIPTS = (
    ("th", "\u0e00", "\u0e7f"), ("lo", "\u0e80", "\u0eff"), ("my", "\u1000", "\u109f"), ("km", "\u1780", "\u17ff"),
    ("ka", "\u10a0", "\u10ff"), ("hy", "\u0530", "\u058f"), ("el", "\u0370", "\u03ff"), ("he", "\u0590", "\u05ff"),
    ("ko", "\uac00", "\ud7af"), ("ja", "\u3040", "\u30ff"), ("bn", "\u0980", "\u09ff"), ("pa", "\u0a00", "\u0a7f"),
    ("gu", "\u0a80", "\u0aff"), ("or", "\u0b00", "\u0b7f"), ("ta", "\u0b80", "\u0bff"), ("te", "\u0c00", "\u0c7f"),
    ("kn", "\u0c80", "\u0cff"), ("ml", "\u0d00", "\u0d7f"), ("si", "\u0d80", "\u0dff"), ("bo", "\u0f00", "\u0fff"),
    ("am", "\u1200", "\u137f"),
)  # fmt: skip


def detect(text: str) -> str:
    """Give the language of a text as a BCP 47 tag, or "" when unsure: a wrong language is worse than none."""
    if not text.isascii():
        by_script = _by_script(text)
        if by_script:
            return by_script
    if sum(map(str.isalpha, text)) < _MIN_LETTERS:
        return ""
    tag, probability = _identifier().classify(text[:1000])
    return tag if probability >= _SURE else ""


def _by_script(text: str) -> str:
    letters = [char for char in text[:400] if char.isalpha()]
    if len(letters) < 4:
        return ""
    for tag, first, last in _SCRIPTS:
        share = sum(first <= char <= last for char in letters) / len(letters)
        # Japanese mixes its syllables with Chinese characters.
        if share >= (0.2 if tag == "ja" else 0.6):
            return tag
    return ""


@lru_cache(maxsize=1)
def _identifier() -> _Identifier:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # noqa: PLC0415  # loading takes a good part of a second

    return cast(_Identifier, LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True))
