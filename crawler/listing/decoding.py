"""A page's bytes as text, decoded as a browser does."""

from __future__ import annotations

import codecs
import re
from functools import lru_cache

from chardetng_py import EncodingDetector

_CHARSET = re.compile(rb"""charset\s*=\s*["']?\s*([a-z0-9_:.-]{2,40})""")
_META_LONGEST = 200 + len("<meta")
_BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_FIRST_OF_BOMS = tuple(mark[:2] for mark, _ in _BOMS)
# What browsers decode instead of what is declared (WHATWG Encoding Standard, section 4.2).
_AS_BROWSERS = {
    "iso8859-1": "cp1252", "ascii": "cp1252", "gb2312": "gb18030", "gbk": "gb18030", "shift_jis": "cp932",
    "euc_kr": "cp949", "iso8859-9": "cp1254", "tis-620": "cp874", "iso8859-11": "cp874",
}  # fmt: skip
# Python's own, which no page is kept in.
_OF_NO_PAGE = frozenset(
    ("idna", "punycode", "unicode-escape", "raw-unicode-escape", "undefined", "utf-7", "mbcs", "oem")
)


@lru_cache(maxsize=64)
def _codec(name: str) -> str | None:
    try:
        found = codecs.lookup(name.strip()).name
        b"a".decode(found, "replace")  # "base64" is a codec, but of no text
    except (LookupError, ValueError):
        return None
    if found in _OF_NO_PAGE:
        return None
    return _AS_BROWSERS.get(found, found)


def _codec_of(markup: bytes, encoding: str | None) -> str | None:
    """What the transport, or else the page itself, declares."""
    codec = _codec(encoding) if encoding else None
    if codec is None and (name := _named_by_meta(markup[:4096].lower())):
        codec = _codec(name)
        if codec is not None and codec.startswith("utf-16"):
            codec = "utf-8"
    return codec


def _named_by_meta(head: bytes) -> str:
    """What the first `<meta … charset=…>` of a page's beginning, in lower case, states, or ""."""
    for found in _CHARSET.finditer(head):
        meta = head.rfind(b"<meta", 0, found.start())
        if meta >= 0 and found.start() - meta <= _META_LONGEST and head.find(b">", meta, found.start()) < 0:
            return found[1].decode("ascii")
    return ""


def decode(markup: bytes, encoding: str | None = None, url: str = "") -> str:
    """Decode as a browser does, and where a browser would show rubbish, as people meant it.

    In this order: byte order mark, valid UTF-8 whatever is declared, the transport's declaration, the page's `<meta>`,
    and without any of them what the text looks like, as Firefox tells it (chardetng), with the country of `url` or the
    page's language for a hint. Bytes in declared UTF-8 that are none are read as the page's other letters are: as
    Windows-1252 where the page is UTF-8 all the same, as what it looks like else.

    Source: WHATWG HTML, section 13.2.3.2 (determining the character encoding). Bytes that mean nothing become U+FFFD.
    """
    for mark, name in _BOMS:
        if markup.startswith(mark):
            return markup[len(mark) :].decode(name, "replace")
    codec = _codec_of(markup, encoding)
    if codec is None or codec == "utf-8" or len(_BEYOND_ASCII.findall(markup, 0, _LOOKED_AT)) >= _TELLING:
        try:
            return markup.decode("utf-8")
        except UnicodeDecodeError:
            pass
    if codec is None or (codec == "utf-8" and not _is_mostly_utf8(markup)):
        codec = _codec_of_text(markup, url)
    return markup.decode(codec, "windows-1252" if codec == "utf-8" else "replace")


# Runs of bytes beyond ASCII; so many that are valid UTF-8 are UTF-8, whatever is declared: by chance they never are.
_BEYOND_ASCII = re.compile(rb"[\x80-\xff]+")
_TELLING = 4
_LETTERS = re.compile("[^\x00-\x7f]+")
_LOOKED_AT = 200_000
_WORDS = re.compile(rb"[^<>]*[\x80-\xff][^<>]*")
_LANGUAGE = re.compile(rb"""<html[^>]*?\slang\s*=\s*["']?([a-z]{2})\b""", re.IGNORECASE)
_COUNTRY = re.compile(r"//(?:[^/@]*@)?[^/:]*\.([a-z]{2})(?=[/:]|\Z)", re.IGNORECASE)


def _codec_of_text(markup: bytes, url: str) -> str:
    """What the words of a page that says nothing of its encoding look like, and that is not UTF-8."""
    detector = EncodingDetector()
    detector.feed(b" ".join(_WORDS.findall(markup, 0, _LOOKED_AT)), last=True)
    country, language = _COUNTRY.search(url), _LANGUAGE.search(markup, 0, 4096)
    hint = country[1].lower().encode() if country else language[1].lower() if language else None
    return _codec(detector.guess(tld=hint, allow_utf8=False)) or "cp1252"


def _is_mostly_utf8(markup: bytes) -> bool:
    """Say whether the bytes beyond ASCII are UTF-8 but for a few, as where a part of a page was pasted or cut."""
    text = markup.decode("utf-8", "replace")
    wrong = text.count("\ufffd")
    return wrong * 2 <= sum(map(len, _LETTERS.findall(text))) - wrong


def _as_windows_1252(fault: UnicodeError) -> tuple[str | bytes, int]:
    """Read the bytes that are no UTF-8 as Windows-1252; a letter that is cut off at the very end means nothing."""
    if not isinstance(fault, UnicodeDecodeError):
        raise fault
    rest = fault.object[fault.start : fault.end]
    if fault.end == len(fault.object) and fault.reason == "unexpected end of data":
        return "\ufffd", fault.end
    return rest.decode("cp1252", "replace"), fault.end


codecs.register_error("windows-1252", _as_windows_1252)


def _is_plain(markup: bytes, encoding: str | None) -> bool:
    """Whether a page is in ASCII, whatever it says that it is in: but for ISO-2022, which goes on from an escape."""
    return encoding is None and markup.isascii() and b"\x1b" not in markup


def as_utf8(markup: bytes | str, encoding: str | None, url: str = "") -> bytes:
    """The page's text in UTF-8, without NUL, which libxml2 takes for the end."""
    if (
        isinstance(markup, bytes)
        and not markup.startswith(_FIRST_OF_BOMS)
        and ((plain := _is_plain(markup, encoding)) or _codec_of(markup, encoding) in (None, "utf-8"))
    ):
        try:
            if not plain:
                markup.decode("utf-8")
        except UnicodeDecodeError:
            pass
        else:
            return markup.replace(b"\x00", b"") if b"\x00" in markup else markup
    text = decode(markup, encoding, url) if isinstance(markup, bytes) else markup
    return text.replace("\x00", "").encode("utf-8", "replace")
