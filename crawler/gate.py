"""The one place where a connection is allowed or refused.

A URL is checked before it is asked for (scheme, credentials, odd characters), and the address that is really connected
to is checked when its socket is made, so that no name that resolves differently the second time slips through. Sites may
not lead us into private networks (RFC 1918, RFC 4193, loopback, link-local, …). The one exception is the origin (host
and port) that the user named as the source: a person who keeps a copy of an intranet's listing means it.
"""

from __future__ import annotations

import ipaddress
import os
import re
import socket
import ssl
from contextvars import ContextVar
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import aiohttp
from scrapy.core.downloader.handlers._aiohttp import AiohttpDownloadHandler, _ClientResponse
from scrapy.core.downloader.handlers._base_streaming import BaseStreamingDownloadHandler
from scrapy.exceptions import DownloadConnectionRefusedError, IgnoreRequest
from scrapy.utils.ssl import _make_ssl_context

if TYPE_CHECKING:
    from scrapy import Request
    from scrapy.crawler import Crawler
    from scrapy.http import Response
    from scrapy.settings import BaseSettings

_FORBIDDEN = re.compile(r"[\x00-\x20\x7f\\]")
_DEFAULT_PORTS = {"http": 80, "https": 443}


class Refused(IgnoreRequest):
    """The gate does not let this request pass."""


@dataclass(slots=True)
class _Passage:
    """One request's way through the gate: may it reach a private address, and was it turned away?"""

    private_allowed: bool
    refused: str = ""


_passage: ContextVar[_Passage] = ContextVar("passage", default=_Passage(private_allowed=False))  # noqa: B039


def origin(url: str) -> tuple[str, int]:
    """Host (lower case) and port of a URL. Raises ValueError for a port that is not a number."""
    parts = urlsplit(url)
    return (parts.hostname or "").lower(), parts.port or _DEFAULT_PORTS.get(parts.scheme, 0)


def is_loopback_host(host: str) -> bool:
    """True for "localhost" and loopback addresses: this very machine."""
    try:
        return host == "localhost" or ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def is_same_origin(url: str, other: str) -> bool:
    """True for the same host and port, whatever the scheme; this machine's several names are one."""
    (host, port), (other_host, other_port) = origin(url), origin(other)
    if port != other_port:
        return False
    return host == other_host or (is_loopback_host(host) and is_loopback_host(other_host))


def refusal_of_url(url: str) -> str:
    """Why this URL may not be asked for, or "" if it may. Looks at the text alone."""
    if _FORBIDDEN.search(url):
        return "the address holds a backslash, a space or a control character"
    try:
        parts = urlsplit(url)
        host = origin(url)[0]
    except ValueError:
        return "the address is malformed"
    if parts.scheme not in _DEFAULT_PORTS:
        return f"only http and https are read, not {parts.scheme or 'an address without scheme'}"
    if parts.username or parts.password:
        return "the address holds a user name or password"
    return "" if host else "the address has no host"


def refusal_of_address(address: str, *, private_allowed: bool) -> str:
    """Why this IP address may not be connected to, or "". Link-local ones (cloud metadata) never may."""
    ip = ipaddress.ip_address(address.split("%", 1)[0])
    if isinstance(ip, ipaddress.IPv6Address):
        inner = ip.ipv4_mapped or ip.sixtofour or (ip.teredo[1] if ip.teredo else None)
        ip = inner or ip
    if ip.is_link_local or ip.is_multicast or ip.is_unspecified:
        return f"{address} is not an address of a website"
    if not ip.is_global and not private_allowed:
        return f"{address} is on a private network"
    return ""


def _guarded_socket(info: Any) -> socket.socket:
    """aiohttp's `socket_factory`: called with the very address that is about to be connected to."""
    family, kind, proto, _, address = info
    passage = _passage.get()
    if refusal := refusal_of_address(str(address[0]), private_allowed=passage.private_allowed):
        passage.refused = refusal
        raise OSError(refusal)
    return socket.socket(family, kind, proto)


# Loading the machine's certificates takes longer than a visit to a site near by, and each scheme has its handler.
_tls_contexts: dict[tuple[bool, str | None, str | None], ssl.SSLContext] = {}


def tls_context(settings: BaseSettings) -> ssl.SSLContext:
    """Scrapy's context; of what goes into it, sources only choose whether certificates are verified.

    Where they are found is the environment's to say: SSL_CERT_FILE, SSL_CERT_DIR.
    """
    verified = settings.getbool("DOWNLOAD_VERIFY_CERTIFICATES")
    chosen = verified, os.environ.get("SSL_CERT_FILE"), os.environ.get("SSL_CERT_DIR")
    if chosen not in _tls_contexts:
        _tls_contexts[chosen] = _make_ssl_context(settings)
    return _tls_contexts[chosen]


class GatedDownloadHandler(AiohttpDownloadHandler):
    """Scrapy's aiohttp handler with the gate in its connector."""

    experimental = False  # silences the log line; docs/decisions/0001 says why we rely on it

    def __init__(self, crawler: Crawler) -> None:
        # The parent would open a session of its own: build on its base instead, with a guarded connector.
        super(AiohttpDownloadHandler, self).__init__(crawler)
        self._own_origin: str = crawler.settings.get("GLEANERY_SOURCE_URL", "")
        self._ssl_context = tls_context(crawler.settings)
        self._session = aiohttp.ClientSession(
            connector=aiohttp.TCPConnector(
                limit=self._pool_size_total,
                limit_per_host=self._pool_size_per_host,
                socket_factory=_guarded_socket,
            ),
            cookie_jar=aiohttp.DummyCookieJar(),
            auto_decompress=False,
            response_class=_ClientResponse,
            skip_auto_headers=("Accept", "Accept-Encoding", "Content-Type", "User-Agent"),
        )

    async def download_request(self, request: Request) -> Response:
        if refusal := refusal_of_url(request.url):
            raise Refused(refusal)
        own = bool(self._own_origin) and is_same_origin(request.url, self._own_origin)
        passage = _Passage(private_allowed=own or bool(request.meta.get("proxy")))
        token = _passage.set(passage)
        try:
            return await BaseStreamingDownloadHandler.download_request(self, request)
        except DownloadConnectionRefusedError as error:
            if passage.refused:
                raise Refused(passage.refused) from error
            raise
        finally:
            _passage.reset(token)
