"""Links from a teaser to its full text, at the teaser's end: "Read more", "Continue reading TITLE", "„TITLE“ weiterlesen".

A phrase of the table is taken off only on evidence that it is a link: it stands alone, after a cut or a sentence's end,
before an arrow, with a capital in mid-sentence, or with the resource's title. "… for those who want to read more" stays.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from pipeline.edges import has_spaces
from pipeline.phrases import AFTER_TITLE, CONNECTORS, MORE_WORDS, READ_MORE, every

# What templates put around such links.
ORNAMENT = " \t\u00a0…←‹⟵»›→⟶➔➜➞►▸▶▷>↠⇒⟩&:：.|·•–—-+_*~[](){}<“”„«\"'’‘「」『』。、،\ufe0e\ufe0f👉➡⮕⇢↗"
_ARROWS = "←‹⟵»›→⟶➔➜➞►▸▶▷>↠⇒⟩➡⮕⇢↗"
_TRAIL = " …])}\ufe0e\ufe0f" + _ARROWS
_LONGEST = 60
_LONGEST_WHOLE = 80


_PLAIN_MARKS = tuple(zip("’‘“”„«»–—‑", '\'\'"""""---', strict=True))


def fold(text: str) -> str:
    """Give text in lower case with plain quotes and dashes; every character keeps its position."""
    folded = text.lower()
    if len(folded) != len(text):
        folded = "".join(low if len(low := char.lower()) == 1 else char for char in text)
    if not folded.isascii():
        for mark, plain in _PLAIN_MARKS:
            folded = folded.replace(mark, plain)
    return folded


def bare(text: str) -> str:
    """Fold a short text for the tables, without the ornaments at its ends."""
    return fold(unicodedata.normalize("NFC", text).strip(ORNAMENT))


_SURE = frozenset(map(bare, every(READ_MORE)))
_ANY = _SURE | frozenset(map(bare, every(MORE_WORDS)))
_AFTER = frozenset(bare(phrase) for phrase in AFTER_TITLE)
# Text for screen readers may follow without a gap: "Leer más<span>sobre TITLE</span>".
_JOINTS = (
    "",
    *sorted((" " + fold(word) for word in CONNECTORS), key=len, reverse=True),
    *(fold(word) for word in CONNECTORS if len(word) > 3),
)
# Imperatives that end no sentence of their own; other phrases of scripts without capitals need a break before them.
_UNMISTAKABLE = frozenset(
    "اقرأ المزيد|إقرأ المزيد|أقرأ المزيد|ادامه مطلب|ادامهٔ مطلب|ادامه‌ی مطلب|קרא עוד|קראו עוד|להמשך קריאה|המשך קריאה".split(
        "|"
    )
)


def _by_ending(phrases: frozenset[str]) -> dict[str, tuple[str, ...]]:
    """Index phrases by their last two characters, longest first."""
    index: dict[str, list[str]] = {}
    for phrase in sorted(phrases, key=len, reverse=True):
        index.setdefault(phrase[-2:], []).append(phrase)
    return {ending: tuple(found) for ending, found in index.items()}


_INDEX = _by_ending(_ANY)


def is_read_more(text: str) -> bool:
    """Say whether a whole text is a link to the full text ("Read more", "Weiterlesen →", "続きを読む")."""
    return len(text) <= _LONGEST_WHOLE and _is_phrase(text)


@lru_cache(maxsize=8192)
def _is_phrase(text: str) -> bool:
    return bare(text) in _ANY


def strip(text: str, title: str = "") -> str:
    """Take one such link off the end of a tidied text; what is not there is not taken."""
    if title and may_name(text, title, ending(text)):
        shorter = _titled(text, title)
        if shorter is not None:
            return shorter
    return _plain(text)


def _plain(text: str) -> str:
    at = len(text.rstrip(_TRAIL))
    body = text[:at].rstrip(". ") if text[at - 1 : at] == "." else text[:at]
    phrases = _INDEX.get(fold(body[-2:]), ())
    folded = fold(body[-_LONGEST:]) if phrases else ""
    for phrase in phrases:
        if folded.endswith(phrase):
            start = len(body) - len(phrase)
            arrow = any(char in _ARROWS for char in text[at:])
            if _is_link(body, start, phrase, arrow=arrow, stops=at - len(body)):
                return _trim(body[:start])
    # "Continue reading …" after a cut, with the title that it names, which may be shortened.
    return _after_cut(text) if "…" in text or "..." in text else text


_OPENERS = """
Continue [Rr]eading | Keep [Rr]eading | Read [Mm]ore(?: about| on| from|:)? | Read the rest of | Weiterlesen |
Lire la suite(?: de)? | Continuer la lecture de | Leer más | Seguir leyendo | Continuar leyendo |
Continue lendo | Leia mais | Leggi tutto | Continua a leggere | Lees verder | Lees meer | Czytaj dalej |
Читать далее | Читати далі | Läs mer | Läs vidare | Les mer | Læs mere | Lue lisää | Continuă lectura |
Devamını oku | 继续阅读 | อ่านต่อ | متابعة القراءة
"""
_NAMED = re.compile(
    r"(?:…|\.{3})\s*[\])]?\s*"
    rf"(?:{'|'.join(part.strip() for part in _OPENERS.replace(chr(10), ' ').split(' | '))})"
    r"(?!\w(?<=[a-zA-Zа-я]))\s*[:“„«\"]?\s*\S.{0,240}\Z"
)


def _after_cut(text: str) -> str:
    for mark in ("…", "..."):
        at = text.find(mark)
        while at >= 0:
            if _NAMED.match(text, at):
                return text[:at].rstrip(" [(") + "…"
            at = text.find(mark, at + 1)
    return text


_CUTS = ("…", "...", "…]", "...]", "…)", "...)")


def _is_link(text: str, start: int, phrase: str, *, arrow: bool, stops: int) -> bool:
    """Say whether the phrase that ends `text` at `start` is a link; `stops` counts the full stops after it."""
    head = text[:start].rstrip(" [(|·•–—-")
    if not head or head.endswith(_CUTS):
        return True
    cased, capital = _is_cased(text[start]), text[start] != text[start].lower()
    if start and text[start - 1].isalnum():
        return cased and capital and " " in phrase and phrase in _SURE and (arrow or head[-1] == head[-1].lower())
    if arrow or head[-1] in _ARROWS or stops == 1:
        return arrow or head[-1] in _ARROWS
    if head[-1] in _ENDS and (capital or not cased):
        return True
    return phrase in _SURE and _stands_out(text, start, phrase, head)


def _is_cased(char: str) -> bool:
    """Say whether a sentence of the letter's script begins with a capital: Georgian has capitals, for headlines only."""
    return char.lower() != char.upper() and not "\u10d0" <= char <= "\u10ff"


_ENDS = frozenset(".!?。！？؟।॥۔።։")


def _stands_out(text: str, start: int, phrase: str, head: str) -> bool:
    """Say whether a sure phrase shows itself as a link without a sentence's end before it."""
    cased, capital = _is_cased(text[start]), text[start] != text[start].lower()
    if head[-1] in ':;"”“»)|•·' or len(head) < start - 1:
        return capital or not cased
    if not cased:
        return phrase in _UNMISTAKABLE or not has_spaces(phrase[0])
    return capital and " " in phrase and not _is_title_case(head, text[start:])


def _is_title_case(head: str, phrase: str) -> bool:
    """Say whether the phrase ends a line in title case: "Helping Your Child Read More"."""
    words = phrase.split()
    before = head.split()[-2:]
    return len(head) < 90 and all(word[0].isupper() for word in words) and all(word[0].isupper() for word in before)


# What ends a name that the site has shortened.
_SHORTENED = ("…", "...", "…]", "...]")
_CUT_MARKS = " .…])[("
_ENDING = 4
PHRASES = _AFTER | _ANY.difference(("",))
_NO_ENDING = ORNAMENT + "‑!,"


# A teaser is asked more than once for its title.
@lru_cache(maxsize=64)
def _name_of(title: str) -> tuple[str, str]:
    """Give a title folded, and its ending."""
    name = fold(title)
    return name, ending(name)


def ending(text: str) -> str:
    """Give the last four characters before what is ornament, folded: few texts but those that end in a phrase have its."""
    # Greek's final letter depends on what stands around.
    return fold(text.rstrip(_NO_ENDING)[-_ENDING:]).replace("ς", "σ")


class Endings:
    """The endings of some phrases."""

    def __init__(self, phrases: Iterable[str]) -> None:
        endings = set(map(ending, phrases))
        self._short = tuple(each for each in endings if len(each) < _ENDING)
        self._long = endings.difference(self._short)

    def __contains__(self, its: str) -> bool:
        """Say whether a text with such an ending may end in one of the phrases."""
        return its in self._long or its.endswith(self._short)


_ENDINGS = Endings(PHRASES)


def may_name(text: str, title: str, its: str) -> bool:
    """Say whether a link at a text's end may name the title; most texts' ending, `its`, shows that it cannot."""
    name, of_name = _name_of(title)
    if its in _ENDINGS or its.endswith(of_name):
        return True
    if not text.endswith(_SHORTENED):
        return False
    # A name that is cut short at the end of the text begins no further from it than the name is long.
    return name[:_PREFIX] in fold(text[max(0, len(text.rstrip(_CUT_MARKS)) - len(name)) :])


def _titled(text: str, title: str) -> str | None:
    """Take off a link that names the title; None if there is none."""
    name = _name_of(title)[0]
    # The link stands at the end; a long text need not be folded whole.
    skipped = max(0, len(text) - len(name) - _LONGEST)
    at = fold(text[skipped:]).rfind(name) + skipped
    if at <= 0 or at < skipped:
        return _shortened(text, name)
    after = bare(text[at + len(name) :]).replace("の ", "の")
    if after and after not in _AFTER and after not in _ANY:
        return None
    before = text[:at].rstrip(ORNAMENT)
    low = fold(before)
    for joint in _JOINTS:
        if joint and not low.endswith(joint):
            continue
        stem = low[: len(low) - len(joint)].rstrip(ORNAMENT)
        for phrase in _INDEX.get(stem[-2:], ()):
            start = len(stem) - len(phrase)
            if stem.endswith(phrase) and _is_edge(before, start):
                return _trim(before[:start])
    if after and (after in _AFTER or after in _SURE):
        # "TITLE Read more »": the link's hidden text repeats the title before the phrase.
        return _trim(text[:at])
    return None


_PREFIX = 20


def _shortened(text: str, name: str) -> str | None:
    """Take off the title's own beginning with an ellipsis, after a cut or a sentence: an image's link swallowed."""
    if len(name) <= _PREFIX or not text.endswith(_SHORTENED):
        return None
    skipped = max(0, len(text) - 2 * len(name) - _LONGEST - 100)
    folded = text[:skipped] + fold(text[skipped:])
    at = folded.rfind(name[:_PREFIX])
    before = text[:at].rstrip(" ") if at > 0 else ""
    if not before or not name.startswith(folded[at:].rstrip(_CUT_MARKS)):
        return None
    if before[-1] in ".!?…])。！？":
        return _trim(before)
    stem = fold(before).rstrip(ORNAMENT)
    for phrase in _INDEX.get(stem[-2:], ()):
        if phrase in _SURE and stem.endswith(phrase) and _is_edge(before, len(stem) - len(phrase)):
            return _trim(before[: len(stem) - len(phrase)])
    return None


def _is_edge(text: str, start: int) -> bool:
    return start <= 0 or not text[start - 1].isalnum() or text[start] != text[start].lower()


def _trim(text: str) -> str:
    """Drop what stood between the text and the link: space, an opening bracket or quote, a rule, an arrow."""
    text = text.rstrip(f" |·•_*{_ARROWS}\ufe0f👉")
    if text.endswith(("(", "[", "„", "「", "『", " “", ' "', " «", " –", " —", " -")):
        text = text[:-1].rstrip(" ")
    return text
