"""Addresses: one normal form, one identity, and what their suffix says of a file.

Sources: RFC 3986 (section 6, normalisation), RFC 5891 and UTS 46 (international names, by the `idna` package that
comes with Scrapy), RFC 6838 (media types), RFC 6761 and WHATWG URL for what is refused.
"""

from __future__ import annotations

import re
from functools import lru_cache
from urllib.parse import urljoin, urlsplit

import idna

from pipeline.errors import BadUrl

_ADVICE = "Give a full address that begins with https:// or http://."
_MAX_LENGTH = 8192
_DEFAULT_PORTS = {"http": 80, "https": 443}

# Parameters that say where a visitor came from, never what is shown.
_TRACKING = frozenset(
    """fbclid gclid gclsrc dclid gbraid wbraid msclkid yclid ysclid twclid ttclid igshid igsh li_fat_id mc_cid mc_eid
    _hsenc _hsmi __hssc __hstc __hsfp hsctatracking mkt_tok oly_anon_id oly_enc_id vero_id vero_conv wickedid s_cid
    _openstat _ga _gl _ke _branch_match_id rb_clickid zanpid epik srsltid spm scm mtm_campaign mtm_source mtm_medium
    mtm_keyword mtm_content mtm_cid pk_campaign pk_kwd pk_source pk_medium pk_content piwik_campaign piwik_kwd
    matomo_campaign ref_src ref_url ml_subscriber ml_subscriber_hash sb_referer_host cmpid ns_campaign ns_source
    ns_mchannel replytocom fb_action_ids fb_action_types fb_ref fb_source action_object_map action_type_map
    action_ref_map guccounter guce_referrer guce_referrer_sig""".split()
)
# Parameters that name a visitor's session (PHP, Java, ASP.NET, ColdFusion).
_SESSION = frozenset("phpsessid jsessionid sessionid session_id aspsessionid cfid cftoken oscsid zenid sid".split())
_SESSION_VALUE = re.compile(r"[0-9a-zA-Z,_-]{16,}$")
_SESSION_IN_PATH = re.compile(r";jsessionid=[^/?#;]*", re.IGNORECASE)
_SESSION_SEGMENT = re.compile(r"/\([SsAaFf]\([0-9a-zA-Z]{16,}\)\)(?=/)")
_INDEX = re.compile(r"/(?:index|default)\.(?:html?|xhtml|php|aspx?|jsp|cfm|shtml)$", re.IGNORECASE)

_BAD_CHARACTER = re.compile(r"[\x00-\x1f\x7f\\\ud800-\udfff]")
_PERCENT = re.compile(r"%([0-9a-fA-F]{2})")
_UNRESERVED = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")
# An address that is in its normal form already, as most are: a plain host, plain segments, no query.
_PLAIN_HOST = re.compile(
    r"https?://[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?){1,8}"
    r"(?::(?!80$|443$)[1-9]\d{1,3})?"
)
_PLAIN_PATH = re.compile(r"[A-Za-z0-9_~./-]++")
_PLAIN_ORIGIN = re.compile(r"https?://[a-z0-9.:-]+(?=/)")
_NOT_IN_PATH = re.compile(r"[^A-Za-z0-9._~!$&'()*+,;=:@/%-]")
_NOT_IN_QUERY = re.compile(r"[^A-Za-z0-9._~!$&'()*+,;=:@/?%-]")
_HOST_LABEL = re.compile(r"[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?")
_IPV6 = re.compile(r"\[[0-9a-f:.]+\]")


def canonical(url: str, base: str | None = None) -> str:
    """Give the normal form of an http(s) address; relative ones are resolved against `base`.

    Scheme, path case and trailing slash are kept as given, since sites tell them apart. Tracking and session
    parameters, the fragment, default ports and index files go.

    Raises:
        BadUrl: not http(s), no host, user information, control characters or backslashes, over 8,192 characters.
    """
    if _is_plain(url):
        return url
    url = url.strip(" \t\r\n\f\xa0\ufeff\u200b")
    if base is not None:
        url = _join(base, url)
        if _is_plain(url):
            return url
    _refuse_odd(url)
    try:
        parts = urlsplit(url.replace(" ", "%20"))
        port = parts.port
    except ValueError as fault:
        raise BadUrl(f"Not an address: {url[:200]!r} ({fault}).", url=url, advice=_ADVICE) from fault
    scheme = parts.scheme.lower()
    if scheme not in _DEFAULT_PORTS:
        raise BadUrl(f"Not an http(s) address: {url[:200]!r}.", url=url, advice=_ADVICE)
    if "@" in parts.netloc:
        raise BadUrl(f"The address carries user information: {url[:200]!r}.", url=url, advice=_ADVICE)
    host = _host(parts.hostname or "", url)
    if port is not None and port != _DEFAULT_PORTS[scheme]:
        host = f"{host}:{port}"
    query = _query(parts.query)
    return f"{scheme}://{host}{_path(parts.path)}{'?' if query else ''}{query}"


def _is_plain(url: str) -> bool:
    slash = url.find("/", 8)
    if slash < 0 or len(url) >= 512 or not _PLAIN_PATH.fullmatch(url, slash) or not _is_plain_host(url[:slash]):
        return False
    return "//" not in url[slash:] and "/." not in url and not _INDEX.search(url, slash)


# A site's addresses are of few hosts.
@lru_cache(maxsize=1024)
def _is_plain_host(origin: str) -> bool:
    return _PLAIN_HOST.fullmatch(origin) is not None


def _refuse_odd(url: str) -> None:
    if len(url) > _MAX_LENGTH:
        raise BadUrl("The address is longer than 8,192 characters.", url=url[:200], advice=_ADVICE)
    if _BAD_CHARACTER.search(url):
        raise BadUrl(f"Control character or backslash in the address {url[:200]!r}.", url=url, advice=_ADVICE)


def _join(base: str, url: str) -> str:
    if url[:1] == "/" and url[1:2] != "/" and "/." not in url and (origin := _PLAIN_ORIGIN.match(base)):
        return origin[0] + url
    try:
        return urljoin(base, url)
    except ValueError as fault:
        raise BadUrl(f"Not an address: {url[:200]!r} ({fault}).", url=url, advice=_ADVICE) from fault


@lru_cache(maxsize=4096)
def _host(host: str, url: str) -> str:
    host = host.lower().rstrip(".")
    if ":" in host:
        host = f"[{host}]"
        if _IPV6.fullmatch(host):
            return host
    elif not host.isascii():
        try:
            host = idna.encode(host, uts46=True, transitional=False).decode("ascii").lower()
        except (idna.IDNAError, UnicodeError) as fault:
            raise BadUrl(f"Not a host name: {host[:100]!r} ({fault}).", url=url, advice=_ADVICE) from fault
    if not host or len(host) > 253 or not all(_HOST_LABEL.fullmatch(label) for label in host.split(".")):
        raise BadUrl(f"No host name in the address {url[:200]!r}.", url=url, advice=_ADVICE)
    return host


def _path(path: str) -> str:
    if ";" in path:
        path = _SESSION_IN_PATH.sub("", path)
    if "(" in path:
        path = _SESSION_SEGMENT.sub("", path)
    path = _escape(path, _NOT_IN_PATH)
    if "/." in path:
        path = _without_dots(path)
    return _INDEX.sub("/", path) or "/"


def _query(query: str) -> str:
    if not query:
        return ""
    kept = [pair for pair in query.split("&") if pair and not _is_dropped(pair)]
    return _escape("&".join(kept), _NOT_IN_QUERY)


def _is_dropped(pair: str) -> bool:
    name, _, value = pair.partition("=")
    name = name.lower()
    if name.startswith(("utm_", "hsa_", "pk_", "stm_")) or name in _TRACKING:
        return True
    return name in _SESSION and bool(_SESSION_VALUE.match(value))


def _escape(text: str, outlaws: re.Pattern[str]) -> str:
    """Normalise percent-encoding: unreserved characters plain, all else encoded, hexadecimal digits upper case."""
    if "%" in text:
        text = re.sub(r"%(?![0-9a-fA-F]{2})", "%25", text)
        text = _PERCENT.sub(_unescape, text)
    return outlaws.sub(_percent, text)


def _unescape(match: re.Match[str]) -> str:
    char = chr(int(match[1], 16))
    return char if char in _UNRESERVED else match[0].upper()


def _percent(match: re.Match[str]) -> str:
    return "".join(f"%{byte:02X}" for byte in match[0].encode("utf-8", "surrogatepass"))


def _without_dots(path: str) -> str:
    """Remove dot segments (RFC 3986, section 5.2.4)."""
    kept: list[str] = []
    segments = path.split("/")
    for segment in segments[1:]:
        if segment == "..":
            if kept:
                kept.pop()
        elif segment != ".":
            kept.append(segment)
    if segments[-1] in {".", ".."}:
        kept.append("")
    return "/" + "/".join(kept)


@lru_cache(maxsize=4096)
def identity(url: str) -> str:
    """Give what makes two addresses one: no scheme, no leading "www.", no trailing slash, the query sorted.

    An address that is none gives itself, stripped: it is the same as itself only.
    """
    try:
        url = canonical(url)
    except BadUrl:
        return url.strip()
    rest = url.partition("://")[2].removeprefix("www.")
    path, mark, query = rest.partition("?")
    return path.rstrip("/") + mark + "&".join(sorted(query.split("&")))


_OTHER_FORMS = ("/amp", "/print", "/mobile")


def settled(url: str, stated: str) -> str:
    """Give the address that a page says is its own (`rel=canonical`, RFC 6596) where that can be believed, else `url`.

    Believed is what names the same page in its plain form: without parameters, or without a last "/amp/" or "/print/".
    All else may as well be a theme's mistake, printed on every page, by which many resources would become one.
    """
    try:
        named = canonical(stated, url)
    except BadUrl:
        return url
    own = identity(url)
    plain = own.partition("?")[0].rstrip("/")
    forms = {plain, *(plain.removesuffix(form) for form in _OTHER_FORMS)}
    return named if identity(named) != own and identity(named) in forms and "/" in identity(named) else url


# WordPress's short links: the number is the post's own, whatever its address.
_SHORT_LINK = re.compile(
    r"https?://[^/?#]+(?:/(?:index\.php)?)?\?(?:p|page_id|attachment_id)=([1-9]\d{0,18})", re.IGNORECASE
)


def post_number(url: str) -> str:
    """Give the number that a short link of WordPress names ("https://example.org/?p=123" → "123"), else ""."""
    found = _SHORT_LINK.fullmatch(url)
    return found[1] if found else ""


def same_site(a: str, b: str) -> bool:
    """Say whether two addresses are of one host, whatever their scheme and a leading "www."."""
    return identity(a).partition("/")[0].partition("?")[0] == identity(b).partition("/")[0].partition("?")[0]


# Suffixes of documents and data that a resource may link to (RFC 6838 types as registered with IANA).
_MEDIA_TYPES = {
    "pdf": "application/pdf",
    "doc": "application/msword",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xls": "application/vnd.ms-excel",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "ppt": "application/vnd.ms-powerpoint",
    "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    "ppsx": "application/vnd.openxmlformats-officedocument.presentationml.slideshow",
    "odt": "application/vnd.oasis.opendocument.text",
    "ods": "application/vnd.oasis.opendocument.spreadsheet",
    "odp": "application/vnd.oasis.opendocument.presentation",
    "rtf": "application/rtf",
    "txt": "text/plain",
    "md": "text/markdown",
    "epub": "application/epub+zip",
    "mobi": "application/x-mobipocket-ebook",
    "djvu": "image/vnd.djvu",
    "ps": "application/postscript",
    "zip": "application/zip",
    "7z": "application/x-7z-compressed",
    "rar": "application/vnd.rar",
    "gz": "application/gzip",
    "tgz": "application/gzip",
    "tar": "application/x-tar",
    "csv": "text/csv",
    "tsv": "text/tab-separated-values",
    "json": "application/json",
    "geojson": "application/geo+json",
    "xml": "application/xml",
    "kml": "application/vnd.google-earth.kml+xml",
    "shp": "application/vnd.shp",
    "sav": "application/x-spss-sav",
    "dta": "application/x-stata-dta",
    "parquet": "application/vnd.apache.parquet",
    "mp3": "audio/mpeg",
    "m4a": "audio/mp4",
    "ogg": "audio/ogg",
    "wav": "audio/vnd.wave",
    "mp4": "video/mp4",
    "webm": "video/webm",
    "mov": "video/quicktime",
}
_SUFFIX = re.compile(r"\.([A-Za-z0-9]{2,7})$")


@lru_cache(maxsize=4096)
def media_type(url: str) -> str:
    """Give the media type (RFC 6838) that an address's suffix says, for documents and data files; "" otherwise."""
    path = url.partition("#")[0].partition("?")[0]
    slash = path.find("/", path.find("://") + 3 if "://" in path else 0)
    if slash < 0 and "://" in path:
        return ""  # a host such as "example.md" is no file
    found = _SUFFIX.search(path)
    return _MEDIA_TYPES.get(found[1].lower(), "") if found else ""


def is_format(text: str) -> bool:
    """Say whether a text names a format of files, as their suffixes do, and nothing else: "PDF", ".docx"."""
    return text.removeprefix(".").lower() in _MEDIA_TYPES


def is_file(url: str) -> bool:
    """Say whether an address is of a document or data file, by its suffix."""
    return bool(media_type(url))
