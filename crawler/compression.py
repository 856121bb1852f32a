"""Decompression that notices when something is missing.

Scrapy's own middleware accepts a gzip stream that was cut in half, and gzip with a wrong checksum: half of the items, no
flag. Here a stream must reach its end and its CRC must agree (RFC 1952), it may be wrapped once, and it may not grow past
`DOWNLOAD_MAXSIZE`.
"""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING

from scrapy.exceptions import IgnoreRequest
from scrapy.http import Response, TextResponse
from scrapy.responsetypes import responsetypes

if TYPE_CHECKING:
    from typing import Self

    from scrapy import Request
    from scrapy.crawler import Crawler

_GZIP, _ZLIB, _RAW = 16 + zlib.MAX_WBITS, zlib.MAX_WBITS, -zlib.MAX_WBITS


class NotWhole(IgnoreRequest):
    """The body is not the whole of what the site meant to send, or more than may be read."""


def inflate(data: bytes, *, max_size: int, wbits: int = _GZIP) -> bytes:
    """The decompressed bytes. Raises NotWhole for a stream that is cut, damaged, or larger than `max_size` bytes."""
    out = bytearray()
    while data:
        stream = zlib.decompressobj(wbits)
        try:
            out += stream.decompress(data, max_size - len(out) + 1)
        except zlib.error as error:
            raise NotWhole(f"the compressed body is damaged ({error})") from error
        if len(out) > max_size:
            raise NotWhole(f"the body grows past {max_size} bytes when decompressed")
        if not stream.eof:
            raise NotWhole("the compressed body ends before its end")
        # RFC 1952 allows further members after the first; anything else after it is padding.
        data = stream.unused_data if stream.unused_data[:2] == b"\x1f\x8b" else b""
    return bytes(out)


def inflate_deflate(data: bytes, *, max_size: int) -> bytes:
    """HTTP's "deflate": zlib format (RFC 9110, 8.4.1.2), or the raw form that some servers send."""
    try:
        return inflate(data, max_size=max_size, wbits=_ZLIB)
    except NotWhole as error:
        if "damaged" not in str(error):
            raise
        return inflate(data, max_size=max_size, wbits=_RAW)


class StrictCompression:
    """Asks for gzip, takes gzip or deflate, once."""

    def __init__(self, max_size: int) -> None:
        self._max_size = max_size

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        return cls(crawler.settings.getint("DOWNLOAD_MAXSIZE"))

    def process_request(self, request: Request) -> None:
        request.headers.setdefault("Accept-Encoding", "gzip")

    def process_response(self, request: Request, response: Response) -> Response:
        encodings = [
            each.strip().lower()
            for value in response.headers.getlist("Content-Encoding")
            for each in value.decode("latin-1").split(",")
            if each.strip() and each.strip().lower() != "identity"
        ]
        if not encodings or request.method == "HEAD" or not response.body:
            return response
        if len(encodings) > 1 or encodings[0] not in {"gzip", "x-gzip", "deflate"}:
            raise NotWhole(f"the body is encoded as {', '.join(encodings)}, which was not asked for")
        unpack = inflate_deflate if encodings[0] == "deflate" else inflate
        body = unpack(response.body, max_size=self._max_size)
        headers = response.headers.copy()
        del headers["Content-Encoding"]
        kind = responsetypes.from_args(headers=headers, url=response.url, body=body)
        # The class is chosen anew: what is inside decides whether it is text.
        if issubclass(kind, TextResponse):
            return response.replace(cls=kind, body=body, headers=headers)
        return response.replace(body=body, headers=headers)
