"""What content management systems leave between the words, taken out of titles, teasers and names.

The rules stand in `pipeline.noise_rules`, the phrases of the languages in `pipeline.phrases` and `pipeline.labels`:
tables to read and to extend. Everything here is idempotent, and takes no true word: a phrase that could be part of a
sentence goes only on evidence that it is template.
"""

from __future__ import annotations

import re
from functools import lru_cache

from pipeline import edges, entry_words, noise_rules, read_more, template_words, unmarked
from pipeline.labels import LABELS
from pipeline.phrases import every
from pipeline.read_more import fold, is_read_more
from pipeline.text import to_text

__all__ = ["clean_author", "clean_teaser", "clean_title", "is_label", "is_read_more"]

_TABLES = (
    template_words.SKIP_LINKS, template_words.TERM_LABELS, template_words.COMMENT_LINKS, entry_words.SHARE,
    entry_words.POSTED, entry_words.READING_TIME, entry_words.FOOT_LINKS,
)  # fmt: skip
_LABELS = frozenset(
    read_more.bare(label) for label in " ".join(line for line in LABELS.split("\n") if line[:1] != "#").split("|")
) | frozenset(read_more.bare(phrase) for table in _TABLES for phrase in every(table))
_DIGITS = re.compile(r"\d+")
_PASSES = 8


@lru_cache(maxsize=16384)
def is_label(text: str) -> bool:
    """Say whether a whole short text is only template: "Read more", "TAGS:", "Posted by", "Share", "0 comments"."""
    if len(text) > 60:
        return False
    bare = read_more.bare(text)
    if not bare or bare in _LABELS or read_more.is_read_more(bare):
        return True
    return not bare.isdigit() and _DIGITS.sub("0", bare) in _LABELS


_PERMALINK = re.compile(r"\A(?:Permalink|Permanent [Ll]ink) to:? (?=\S)")


def clean_title(text: str, *, site_name: str = "") -> str:
    """Give a title without markup, shortcodes, and the site's name after or before a rule ("Title – Site")."""
    name = to_text(site_name)
    text = to_text(text)
    for _ in range(_PASSES):
        before = text
        text = noise_rules.apply_to_title(text)
        if text.startswith("Perma"):
            text = _PERMALINK.sub("", text)
        if name:
            text = _without_site_name(text, name)
        if text == before:
            break
        text = to_text(text)
    return text


_RULES_BEFORE = re.compile(r"\s*(?:[|·•»«:›]|\s[–—-])\s*\Z")
_RULES_AFTER = re.compile(r"\A\s*(?:[|·•»«›]|[–—-]\s)\s*")


def _without_site_name(text: str, name: str) -> str:
    folded, name = fold(text), fold(name)
    if folded.endswith(name):
        found = _RULES_BEFORE.search(text[: -len(name)])
        # A colon before the name leads to it ("Interview: The Site"), a rule sets it apart.
        if found and found.start() > 0 and ":" not in found[0]:
            return _without_site_name(text[: found.start()], name)
    if folded.startswith(name):
        found = _RULES_AFTER.match(text[len(name) :])
        if found and len(name) + found.end() < len(text):
            return _without_site_name(text[len(name) + found.end() :], name)
    return text


def clean_teaser(text: str, *, title: str = "") -> tuple[str, bool]:
    """Give a teaser without what the template added, and whether the site had cut it short.

    A cut text ends in exactly one "…". `title` is the resource's clean title, for links that repeat it. A teaser that
    is nothing but the title is kept: it is what the site shows.
    """
    text, cut = to_text(text), False
    for _ in range(_PASSES):
        if unmarked.is_unmarked(text, title):
            cut = cut or text[-1] == "…"
            break
        before = text
        text, found = _strip(text, title)
        cut = found or cut
        if text == before:
            break
        # What was taken away may have hidden what looks like markup.
        text = to_text(text)
    return (text, cut) if text else ("", False)


def _strip(text: str, title: str) -> tuple[str, bool]:
    whole = text
    # First of all the link to the full text: the arrow behind it, which edges lose, is what shows that it is one.
    linkless = read_more.strip(text, title)
    text = edges.strip_end(edges.strip_start(linkless), title)
    text, cut = noise_rules.apply(text)
    if not (text == linkless == whole):  # else it was looked for already
        text = read_more.strip(text, title)
    if title:
        text = _without_repeated_title(text, title)
    if len(text) <= unmarked.LONGEST_LABEL and is_label(text):
        return "", False
    return _with_one_ellipsis(text, cut)


def _without_repeated_title(text: str, title: str) -> str:
    """Take a long title off the start, where a new sentence follows it that is the teaser proper.

    "Trafficking in persons is a crime" begins with a title and must not lose it; "Annual Report Card" neither.
    """
    if len(title) < unmarked.LONG_TITLE or len(text) < len(title) + 40 or fold(text[:4]) != fold(title[:4]):
        return text
    if fold(text[: len(title)]) != fold(title):
        return text
    rest = text[len(title) :].lstrip(" :–—-|·•.")
    if text[len(title)] not in " :–—-|·•." or len(rest) < 40:
        return text
    return rest if rest[0].isupper() else text


_ELLIPSIS_ENDS = ("…", "‥", "⋯", "..", ". .", "]", ")")
_ELLIPSIS_PARTS = " .…‥⋯[]()"
_LONE_ARROW = re.compile(r"\s+(?:[→⟶➔➜➞►▸▶⇒›]+|»)\Z")
_ELLIPSES = re.compile(
    r"(?:\s*(?:…|‥|⋯|(?<=[^.]\.)\.{3}(?!\.)|\.{3}(?!\.)|\.{5,}|(?:\. ){2,}\."
    r"|[\[(]\s*(?:…|⋯|\.{2,})\s*[\])]|(?<=\w)\.\.(?!\.)))+\s*\Z"
)


def _with_one_ellipsis(text: str, cut: bool) -> tuple[str, bool]:
    text = text.strip()
    if text[-1:] in unmarked.ARROWS and not (text[-1:] == "»" and "«" in text):
        text = _LONE_ARROW.sub("", text)
    if cut or text.endswith(_ELLIPSIS_ENDS):
        found = _ELLIPSES.search(text, len(text.rstrip(_ELLIPSIS_PARTS)))
        if found:
            text, cut = text[: found.start()].rstrip(), True
        if cut:
            return (text + "…" if text else ""), bool(text)
    return text, False


_BY_WORDS = """
posted by | written by | published by | submitted by | created by | view all posts by | by | author |
auteure? | autora? | autore | par | por | door | oleh | от | автор | від | 作者 | 投稿者 | 作成者 | 글쓴이 |
โดย | เขียนโดย | بقلم | بواسطة | توسط | מאת | yazan | tác giả | bởi | skrevet av | skrevet af | skriven av |
verfasst von | geschrieben von | veröffentlicht von | publié par | publicado por | pubblicato da |
scritto da | geplaatst door | kirjoittanut
"""
_BY = re.compile(
    rf"(?:{'|'.join(part.strip() for part in _BY_WORDS.replace(chr(10), ' ').split('|'))})(?:\s*[:：]\s*|\s+)(?=\S)"
    r"|(?:von|di)\s*[:：]\s*(?=\S)",
    re.IGNORECASE,
)
# Particles that are also parts of surnames say "by" only before a whole name.
_PARTICLE = re.compile(r"(?:[Vv]on|di|da|de|van|av|af) (?=[A-ZÀ-Þ][\w.’'-]+ (?:[\w.’'-]+ )*[A-ZÀ-Þ])")


@lru_cache(maxsize=8192)
def clean_author(text: str) -> str:
    """Give a person's or body's name without what the template says before it ("By X" → "X")."""
    for _ in range(_PASSES):
        before = text
        text = to_text(text).strip(" ,;|·•–—:")
        found = _BY.match(text) or _PARTICLE.match(text)
        if found:
            text = text[found.end() :]
        if text == before:
            break
    return "" if is_label(text) else text
