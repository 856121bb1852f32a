"""The language of a resource: what the site declares, else what its text shows."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from typing import Protocol, cast

from pipeline.function_words import FUNCTION_WORDS

_TAG = re.compile(r"[a-z]{2,3}(?:-[a-z]{4})?(?:-(?:[a-z]{2}|[0-9]{3}))?(?:-(?:[a-z0-9]{5,8}|[0-9][a-z0-9]{3}))*")
_MIN_LETTERS = 40
_SURE = 0.95


class _Identifier(Protocol):
    def classify(self, text: str) -> tuple[str, float]: ...


# Languages that have a code of two letters are tagged by it (RFC 5646, 2.2.1); libraries write three (ISO 639-2, B and T).
_SHORTEST = dict(
    pair.split(":")
    for pair in """eng:en fre:fr fra:fr ger:de deu:de spa:es por:pt ita:it dut:nl nld:nl rus:ru ukr:uk bul:bg cat:ca glg:gl
    chi:zh zho:zh jpn:ja kor:ko ara:ar per:fa fas:fa urd:ur hin:hi ben:bn tam:ta tel:te tha:th vie:vi ind:id may:ms msa:ms
    swa:sw tur:tr gre:el ell:el heb:he pol:pl cze:cs ces:cs slo:sk slk:sk slv:sl hrv:hr srp:sr mac:mk mkd:mk rum:ro ron:ro
    hun:hu fin:fi swe:sv dan:da nor:no nob:nb nno:nn ice:is isl:is est:et lav:lv lit:lt baq:eu eus:eu wel:cy cym:cy gle:ga
    alb:sq sqi:sq arm:hy hye:hy geo:ka kat:ka aze:az kaz:kk uzb:uz mon:mn nep:ne sin:si bur:my mya:my khm:km lao:lo amh:am
    som:so hau:ha yor:yo ibo:ig zul:zu xho:xh afr:af lat:la""".split()
)


@lru_cache(maxsize=1024)
def clean_tag(tag: str) -> str:
    """Give a BCP 47 tag in its usual case ("en_us" → "en-US", "zh_hant_tw" → "zh-Hant-TW"); "" if it is none."""
    tag = tag.strip().partition(".")[0].partition("@")[0].replace("_", "-").lower()
    tag = tag.removesuffix("-formal").removesuffix("-informal")
    if not _TAG.fullmatch(tag) or tag in {"und", "mul", "zxx", "mis"}:
        return ""
    first, *rest = tag.split("-")
    first = _SHORTEST.get(first, first)
    shaped = [
        part.title() if len(part) == 4 and part.isalpha() else part.upper() if len(part) == 2 else part for part in rest
    ]
    return "-".join([first, *shaped])


# Scripts that one language alone (of those on the web) is written in: what even a short text says.
_SCRIPTS = (
    ("el", "\u0370-\u03ff\u1f00-\u1fff"), ("hy", "\u0530-\u058f"), ("he", "\u0590-\u05ff"), ("bn", "\u0980-\u09ff"),
    ("pa", "\u0a00-\u0a7f"), ("gu", "\u0a80-\u0aff"), ("or", "\u0b00-\u0b7f"), ("ta", "\u0b80-\u0bff"),
    ("te", "\u0c00-\u0c7f"), ("kn", "\u0c80-\u0cff"), ("ml", "\u0d00-\u0d7f"), ("si", "\u0d80-\u0dff"),
    ("th", "\u0e00-\u0e7f"), ("lo", "\u0e80-\u0eff"), ("bo", "\u0f00-\u0fff"), ("my", "\u1000-\u109f"),
    ("ka", "\u10a0-\u10ff"), ("am", "\u1200-\u137f"), ("km", "\u1780-\u17ff"), ("ko", "\uac00-\ud7af"),
    ("ja", "\u3040-\u30ff"), ("zh", "\u3400-\u9fff"),
)  # fmt: skip
_OTHER_SCRIPT = re.compile("[\u0370-\u1fff\u3040-\ud7af]")
_BY_SCRIPT = tuple((tag, re.compile(f"[{ranges}]")) for tag, ranges in _SCRIPTS)
_ANY_OWN = re.compile(f"[{''.join(ranges for _, ranges in _SCRIPTS)}]")
_YIDDISH = re.compile(r"\b(?:און|די|דער|פון|איז|מיט)\b")
_LETTERS_FOR_SCRIPT = 4
_LETTERS_FOR_CHINESE = 10  # fewer may be a Japanese title without syllables
_SAMPLE = 400

_TABLE = {
    tag: words.split()
    for tag, _, words in (line.partition(": ") for line in FUNCTION_WORDS.strip().replace("\n    ", " ").split("\n"))
}
_WORDS: dict[str, tuple[str, ...]] = {
    word: tuple(tag for tag, others in _TABLE.items() if word in others) for words in _TABLE.values() for word in words
}
# The words that betray a language alone, and those that each shares with others.
_OWN = {word: tags[0] for word, tags in _WORDS.items() if len(tags) == 1}
_SHARED = {tag: frozenset(words).difference(_OWN) for tag, words in _TABLE.items()}
_ENOUGH_WORDS, _ENOUGH_OWN = 4, 2


def detect(text: str) -> str:
    """Give the language of a text as a BCP 47 tag, or "" when unsure: a wrong language is worse than none.

    A script of its own decides at once, then small words of the common languages, then py3langid, which takes
    a tenth of a millisecond and more.
    """
    text = text[:_SAMPLE]
    if not text.isascii() and _OTHER_SCRIPT.search(text):
        by_script = _by_script(text)
        if by_script:
            return by_script
    if len(text) < _MIN_LETTERS:
        return ""
    found = _by_words(text) or _by_letters(text)
    if found:
        return found
    if sum(map(str.isalpha, text)) < _MIN_LETTERS:
        return ""
    tag, probability = _identifier().classify(text)
    return tag if probability >= _SURE else ""


def load() -> None:
    """Load now what else the first unsure text loads: for a process that others are forked from."""
    _identifier()


def _by_script(text: str) -> str:
    if not _ANY_OWN.search(text):
        return ""
    letters = "".join(filter(str.isalpha, text))
    if len(letters) < _LETTERS_FOR_SCRIPT:
        return ""
    for tag, pattern in _BY_SCRIPT:
        if not pattern.search(letters):
            continue
        # Japanese mixes its syllables with Chinese characters.
        if len(pattern.findall(letters)) >= (0.2 if tag == "ja" else 0.6) * len(letters):
            if tag == "he" and len(_YIDDISH.findall(text)) > 1:
                return "yi"
            return "" if tag == "zh" and len(letters) < _LETTERS_FOR_CHINESE else tag
    return ""


def _by_words(text: str) -> str:
    """Say which language's small words a text is full of: some must be of no other, and few of another's own."""
    # Plain ASCII is soonest folded; most words are, where the whole text is not.
    words = text.lower().split() if text.isascii() else list(map(str.lower, text.split()))
    tags = list(filter(None, map(_OWN.get, words)))
    if len(tags) < _ENOUGH_OWN:
        return ""
    best, count, rival = tags[0], tags.count(tags[0]), 0
    if count < len(tags):
        (best, count), (_, rival) = Counter(tags).most_common(2)
    if count < _ENOUGH_OWN or count <= 2 * rival:
        return ""
    enough = max(_ENOUGH_WORDS, len(words) / 6)
    return best if count >= enough or count + sum(map(_SHARED[best].__contains__, words)) >= enough else ""


_RUSSIAN, _NOT_RUSSIAN = re.compile("[ыэ]"), re.compile("[^а-яё\u0400-\u042f\u0000-\u03ff\u2000-\u206f№]")
_UKRAINIAN, _NOT_UKRAINIAN = re.compile("[їє]"), re.compile("[ыэёўъәғқңөұүһљњђћџјѓќѕҳҷӣӯ]")
_ARABIC = re.compile("(?:^|\\s)(?:و|ب|ل)?ال\\w")
_NOT_ARABIC = re.compile("[^\u0621-\u063a\u0641-\u0652\u0660-\u0669،؛؟٪\u0640\u0000-\u007f\u00a0-\u00bf\u2000-\u206f]")


def _by_letters(text: str) -> str:
    """Tell the languages that share a script by the letters that only they have, or lack."""
    if not _OTHER_SCRIPT.search(text):
        return ""
    if len(_ARABIC.findall(text)) >= 3 and not _NOT_ARABIC.search(text):
        return "ar"
    text = text.lower()
    if len(_RUSSIAN.findall(text)) >= 2 and not _NOT_RUSSIAN.search(text):
        return "ru"
    if len(_UKRAINIAN.findall(text)) >= 2 and not _NOT_UKRAINIAN.search(text):
        return "uk"
    return ""


@lru_cache(maxsize=1)
def _identifier() -> _Identifier:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # noqa: PLC0415  # loading takes a good part of a second

    return cast(_Identifier, LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True))
