"""Markup to clean text, in one place, before both databases and every export.

`to_text` peels markup off; `tidy` mends and tidies characters. Both are pure, never raise, and cleaning twice changes
nothing.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from html import unescape
from html.entities import html5

from ftfy import fix_encoding

# Elements of HTML that separate words where they stand; all others of INLINE leave the text run on.
_BLOCK = frozenset(
    """address article aside blockquote body br caption center dd details dialog dir div dl dt fieldset figure footer
    form frame frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html legend li link main map menu meta nav ol optgroup
    option output p pre section select summary table tbody td tfoot th thead tr ul video audio canvas img input
    multicol datagrid""".split()
)
_INLINE = frozenset(
    """a abbr acronym area b base basefont bdi bdo big blink cite code col colgroup data del dfn em embed font i ins kbd
    label mark marquee meter nobr param picture progress q rb rp rt rtc ruby s samp slot small source span strike strong
    sub sup time track tt u var wbr math mi mn mo ms mrow mfrac msup msub title
    command keygen nextid spacer""".split()
)
# Elements whose content is never part of a text. Captions go as WordPress's own excerpts leave them out.
_SKIPPED = frozenset(
    "script style template noscript svg iframe object button textarea applet datalist figcaption".split()
)
_KNOWN = _BLOCK | _INLINE | _SKIPPED
# WordPress's classic captions are paragraphs, told by their class.
_CAPTION = re.compile(r"\sclass\s*=\s*[\"']?[^\"'>]*\b(?:wp-caption-text|wp-caption-dd|gallery-caption)\b")

# What makes angle brackets markup rather than text ("cases < 18 years", "List<String>"): a closing tag, an attribute,
# an element that stands alone or closes itself, a comment.
_names = "|".join(sorted(_KNOWN, key=len, reverse=True))
_MARKUP = re.compile(
    rf"<(?:br|hr|p|div|li|ul|ol|tr|td|img|table|h[1-6])\s*/?>|</(?:{_names})\s*>|<(?:{_names})(?:\s[^<>]*=|\s*/>)"
    r"|<!--|<!\[CDATA\[|<!doctype|<[a-z]+[:-][\w:-]+[\s>/]|<script|<style",
    re.IGNORECASE,
)
_TAG = re.compile(r"""</?([a-zA-Z][\w:-]*)(?:[\s/](?:[^>"']++|"[^"]*+"|'[^']*+')*+)?>""")
_LOOSE_TAG = re.compile(r"</?([a-zA-Z][\w:-]*)(?:[\s/][^>]*+)?>")
_OPENED = re.compile(r"<([a-zA-Z]\w*)[\s>]")
_CLOSED = re.compile(r"</([a-zA-Z]\w*)\s*>")
_ENTITY = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});|&nbsp")
# An ampersand that is encoded five times and more, which no tool does: layers that the loops below need not count.
_DEEP_AMP = re.compile(r"&(?:amp;|#0*38;|#[xX]0*26;){5,}(?=#?\w{2,32};)")
_MAX_DEPTH = 24


def to_text(markup: str) -> str:
    """Give the text of a piece of HTML (or of plain text) on one line, tidied.

    Entities and tags are peeled off layer by layer, since feeds and page builders encode them twice and more. Scripts,
    styles, comments, icons and captions go with their content; blocks and line breaks become spaces. Angle brackets
    that are no markup stay.
    """
    text = markup
    for _ in range(_MAX_DEPTH):
        peeled = _peel(text) if "<" in text or "&" in text else text
        text = tidy(peeled)
        # A character that was dropped may have kept a tag from being one.
        if text == peeled or not ("<" in text or "&" in text):
            break
    return text


def _peel(text: str) -> str:
    for _ in range(_MAX_DEPTH):
        before = text
        if "<" in text and (_MARKUP.search(text) or _foreign(text)):
            text = _strip_tags(text)
        if "&" in text:
            if "&amp;" in text or "&#" in text:
                text = _DEEP_AMP.sub("&", text)
            text = _ENTITY.sub(_decode, text)
        if text == before or not ("<" in text or "&" in text):
            break
    return text


def _decode(match: re.Match[str]) -> str:
    return _character(match[0])


# A site writes the same few entities again and again.
@lru_cache(maxsize=1024)
def _character(entity: str) -> str:
    if entity[1] == "#":
        return unescape(entity)
    return " " if entity == "&nbsp" else html5.get(entity[1:], entity)


def _strip_tags(markup: str) -> str:
    """Drop the tags of known elements; linear in the length of what a site sent, whatever its quoting."""
    parts: list[str] = []
    done = at = 0
    tag, foreign = _TAG, _foreign(markup)
    while (at := markup.find("<", at)) >= 0:
        end, gap = 0, " "
        found = tag.match(markup, at)
        if found is None and tag is _TAG and markup.find(">", at) >= 0 and _LOOSE_TAG.match(markup, at):
            # A quote that never closes: from here on a tag ends at the next ">", whatever stands in quotes.
            tag = _LOOSE_TAG
            found = tag.match(markup, at)
        if found is not None:
            name = found[1].lower()
            if name in _INLINE:
                end, gap = found.end(), ""
            elif name in _KNOWN or ":" in name or "-" in name or name in foreign:
                end = found.end()
            if end - at > _SHORTEST_SKIPPED and _is_skipped(name, found[0]):
                end = _after_close(markup, name, end)
        else:
            end, gap = _declaration(markup, at)
        if end:
            parts += (markup[done:at], gap)
            done = at = end
        else:
            at += 1
    parts.append(markup[done:])
    return "".join(parts)


def _foreign(markup: str) -> frozenset[str]:
    """Give the names that are opened and closed and no element of HTML: another vocabulary's markup ("<m>…</m>")."""
    if "</" not in markup:
        return frozenset()
    closed = frozenset(name.lower() for name in _CLOSED.findall(markup)) - _KNOWN
    return closed.intersection(name.lower() for name in _OPENED.findall(markup)) if closed else closed


def _declaration(markup: str, at: int) -> tuple[int, str]:
    """Give where a comment, a CDATA section or a declaration at `at` ends (0 if there is none), and what it leaves."""
    if markup.startswith("<!--", at):
        return _after(markup, "-->", at + 4), " "
    if markup.startswith("<![CDATA[", at):
        close = markup.find("]]>", at)
        close = len(markup) if close < 0 else close
        return close + 3, markup[at + 9 : close]
    return (_after(markup, ">", at) if markup.startswith(("<!", "<?"), at) else 0), " "


# "<svg>": a tag that is shorter, or "</a>", opens nothing that is left out.
_SHORTEST_SKIPPED = 4


def _is_skipped(name: str, tag: str) -> bool:
    """Say whether what follows a tag goes with it, to its end."""
    if name not in _SKIPPED and not ("aption" in tag and _CAPTION.search(tag)):
        return False
    return tag[1] != "/" and not tag.endswith("/>")


def _after(text: str, mark: str, at: int) -> int:
    found = text.find(mark, at)
    return len(text) if found < 0 else found + len(mark)


def _after_close(markup: str, name: str, at: int) -> int:
    """Give where the content of a skipped element ends; where it is never closed, only the tag itself is dropped."""
    close = re.compile(rf"</{name}\s*>", re.IGNORECASE).search(markup, at)
    return close.end() if close else at


# Characters that `tidy` looks at one by one: controls, soft hyphen, exotic spaces, joiners and marks without width,
# surrogates, private use, non-characters, tag characters.
_ODD = re.compile(
    "[\x00-\x1f\x7f-\xa0\xad\u034f\u061c\u115f\u1160\u1680\u180e\u2000-\u200f\u2028-\u202f\u205f-\u206f\u2800\u3000\u3164"
    "\ud800-\udfff\ue000-\uf8ff\ufdd0-\ufdef\ufeff\uffa0\ufff0-\ufffc\ufffe\uffff"
    "\U0001fffe\U0001ffff\U000e0000-\U000e007f\U000e0080-\U000e00ff\U000e01f0-\U0010ffff]"
)
_SURROGATE = re.compile("[\ud800-\udfff]")
# A letter of Latin-1 that leads a sequence of UTF-8, with what its followers look like in Windows-1252.
_LEADS = "\xc2-\xf4\u0102\u0103\u010e\u010f\u0110\u0111\u0420\u0421\u0432"
_FOLLOWERS = "\x80-\xbf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122"
_MOJIBAKE = re.compile(f"[{_LEADS}][{_FOLLOWERS}]")
# What is odd and yet printable to `str.isprintable`, which is told from all else that is odd much sooner than by _ODD.
_PRINTABLE_ODD = "\u034f\u115f\u1160\u2800\u3164\uffa0\ufffc"
# What most texts are made of, which needs no second look: printable, in NFC whatever stands beside it; no follower but
# where it follows no lead. Latin, Greek, Cyrillic, Hebrew, Arabic, Georgian, Chinese, Japanese, Korean, plain Thai.
_PLAIN_CHARACTERS = (
    " -~\xc0-\u0151\u0154-\u015f\u0162-\u0177\u0179-\u017c\u017f-\u0191\u0193-\u02af\u0391-\u03a1\u03a3-\u03ce\u0400-\u045f"
    "\u05d0-\u05ea\u0621-\u063a\u0641-\u064a\u067e\u0686\u0698\u06a9\u06af\u06cc\u0e01-\u0e30\u0e40-\u0e46\u10d0-\u10f0"
    "\u2010-\u2012\u3001-\u3029\u3041-\u3096\u30a1-\u30fc\u4e00-\u9fff\uac00-\ud7a3\uff01-\uff5e"
)
_PLAIN_FOLLOWERS = (
    "\xa1-\xac\xae-\xbf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u2013-\u2027\u2030-\u203a\u20ac\u2122"
)
_PLAIN = re.compile(
    f"[{_PLAIN_CHARACTERS}]*+(?:(?<![{_LEADS}])[{_PLAIN_FOLLOWERS}][{_PLAIN_CHARACTERS}]*+)*+",
)
# In one search, in texts that are printable: whether there is something to mend. Followers are rarer than leads.
_TO_MEND = re.compile(f"[{_PRINTABLE_ODD}{_FOLLOWERS}](?:(?<=[{_PRINTABLE_ODD}])|(?<=[{_LEADS}].))")
# The same where other letters of the text are right: after a small letter, a capital with a mark that is no letter.
_ONE_MOJIBAKE = re.compile("(?<=[a-zß-öø-ÿ])[ÂÃÄÅ][\x80-\xa9\xab-\xb4\xb6-\xb9\xbb-\xbf\u2013-\u203a\u20ac\u2122]")
_SPACE_LIKE = frozenset("\t\n\x0b\x0c\r\x1c\x1d\x1e\x1f\x85\xa0\u1680\u2028\u2029\u202f\u205f\u2800\u3000") | frozenset(
    chr(code) for code in range(0x2000, 0x200B)
)
_JOINERS = "\u200c\u200d"


def tidy(text: str) -> str:
    """Give text in NFC on one line: mojibake mended, spaces plain and single, invisible characters gone.

    Joiners stay where the script needs them (Persian, Indic scripts, emoji sequences). What comes out holds no NUL and
    no surrogate, so that both databases and every export store it unchanged.
    """
    text = text.strip()
    if _PLAIN.fullmatch(text):
        return " ".join(text.split()) if "  " in text else text
    text = " ".join(text.split())  # all of Unicode's spaces and line ends
    if text.isprintable() and unicodedata.is_normalized("NFC", text) and not _TO_MEND.search(text):
        return text
    for _ in range(4):
        before = text
        if _MOJIBAKE.search(text):
            text = _ONE_MOJIBAKE.sub(_decode_pair, fix_encoding(text))
        if _ODD.search(text):
            if _SURROGATE.search(text):
                # Pairs that a careless decoder left in two halves become the character that was meant.
                text = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "ignore")
            text = " ".join(_ODD.sub(_mend, text).split())
        text = unicodedata.normalize("NFC", text)
        if text == before:
            break
    return text


def _decode_pair(match: re.Match[str]) -> str:
    pair = match[0].encode("sloppy-windows-1252", "ignore")
    return pair.decode("utf-8", "ignore") or match[0]


def _mend(match: re.Match[str]) -> str:
    char = match[0]
    if char in _SPACE_LIKE:
        return " "
    if char in _JOINERS:
        return char if _is_needed(match.string, match.start()) else ""
    if "\x80" <= char <= "\x9f":
        # Windows-1252 that was read as Latin-1; its five holes are nothing.
        return char.encode("latin-1").decode("cp1252", "ignore")
    if "\ue000" <= char <= "\uf8ff" or char >= "\U000f0000":
        return " "  # icon fonts, and Word's bullets
    if "\U000e0020" <= char <= "\U000e007f":
        return char if _is_in_flag(match.string, match.start()) else ""
    return ""


def _is_needed(text: str, at: int) -> bool:
    """Say whether the joiner at `at` shapes its neighbours: Arabic and Indic letters, or emoji."""
    if at == 0:
        return False
    left, right = text[at - 1], text[at + 1 : at + 2]
    if "\u0900" <= left <= "\u109f" or "\u1780" <= left <= "\u18af":
        return True
    if not right or right.isspace() or right in _JOINERS:
        return False
    if "\u0600" <= left <= "\u08ff":
        return "\u0600" <= right <= "\u08ff"
    return text[at] == "\u200d" and _is_emoji(left) and _is_emoji(right)


def _is_emoji(char: str) -> bool:
    return char == "\ufe0f" or "\u2190" <= char <= "\u2bff" or "\U0001f000" <= char <= "\U0001faff"


def _is_in_flag(text: str, at: int) -> bool:
    """Say whether a tag character belongs to a flag such as Scotland's: a black flag, then tag characters."""
    while at > 0 and "\U000e0020" <= text[at] <= "\U000e007f":
        at -= 1
    return text[at] == "\U0001f3f4"
