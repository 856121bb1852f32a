"""A page's bytes as text, decoded as a browser does."""

from __future__ import annotations

import codecs
import re
from functools import lru_cache

_CHARSET = re.compile(rb"""charset\s*=\s*["']?\s*([a-z0-9_:.-]{2,40})""")
_META_LONGEST = 200 + len("<meta")
_BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_FIRST_OF_BOMS = tuple(mark[:2] for mark, _ in _BOMS)
# What browsers decode instead of what is declared (WHATWG Encoding Standard, section 4.2).
_AS_BROWSERS = {
    "iso8859-1": "cp1252", "ascii": "cp1252", "gb2312": "gb18030", "gbk": "gb18030", "shift_jis": "cp932",
    "euc_kr": "cp949", "iso8859-9": "cp1254", "tis-620": "cp874", "iso8859-11": "cp874",
}  # fmt: skip


@lru_cache(maxsize=64)
def _codec(name: str) -> str | None:
    try:
        found = codecs.lookup(name.strip()).name
    except (LookupError, ValueError):
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


def decode(markup: bytes, encoding: str | None = None) -> str:
    """Decode as a browser does: byte order mark, the transport's declaration, <meta>, UTF-8, Windows-1252.

    Source: WHATWG HTML, section 13.2.3.2 (determining the character encoding). Bytes that mean nothing become U+FFFD.
    """
    for mark, name in _BOMS:
        if markup.startswith(mark):
            return markup[len(mark) :].decode(name, "replace")
    codec = _codec_of(markup, encoding)
    if codec is not None:
        return markup.decode(codec, "replace")
    try:
        return markup.decode("utf-8")
    except UnicodeDecodeError:
        return markup.decode("cp1252", "replace")


def as_utf8(markup: bytes | str, encoding: str | None) -> bytes:
    """The page's text in UTF-8, without NUL, which libxml2 takes for the end."""
    if (
        isinstance(markup, bytes)
        and not markup.startswith(_FIRST_OF_BOMS)
        and _codec_of(markup, encoding) in (None, "utf-8")
    ):
        try:
            if not markup.isascii():
                markup.decode("utf-8")
        except UnicodeDecodeError:
            pass
        else:
            return markup.replace(b"\x00", b"") if b"\x00" in markup else markup
    text = decode(markup, encoding) if isinstance(markup, bytes) else markup
    return text.replace("\x00", "").encode("utf-8", "replace")
