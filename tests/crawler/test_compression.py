"""Compressed bodies: whole, cut, damaged, too large."""

from __future__ import annotations

import gzip
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.compression import NotWhole, inflate, inflate_deflate

BODY = b"<li>item</li>\n" * 2000
SIZE = len(BODY)


@given(st.binary(max_size=2000))
def test_round_trip(data: bytes) -> None:
    assert inflate(gzip.compress(data), max_size=2000) == data


def test_members_and_padding() -> None:
    assert inflate(gzip.compress(b"a") + gzip.compress(b"b") + b"\x00" * 8, max_size=10) == b"ab"


@pytest.mark.parametrize("kept", [0.1, 0.5, 0.9, 0.999])
def test_cut_streams_are_not_whole(kept: float) -> None:
    data = gzip.compress(BODY)
    with pytest.raises(NotWhole, match="before its end"):
        inflate(data[: int(len(data) * kept)], max_size=SIZE)


def test_wrong_checksum() -> None:
    data = bytearray(gzip.compress(BODY))
    data[-6] ^= 0xFF
    with pytest.raises(NotWhole, match="damaged"):
        inflate(bytes(data), max_size=SIZE)


def test_not_compressed_at_all() -> None:
    with pytest.raises(NotWhole, match="damaged"):
        inflate(BODY, max_size=SIZE)


def test_a_bomb_is_stopped_at_the_bound() -> None:
    with pytest.raises(NotWhole, match="grows past"):
        inflate(gzip.compress(b"\0" * 50_000_000), max_size=1_000_000)


def test_both_forms_of_deflate() -> None:
    raw = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    assert inflate_deflate(raw.compress(BODY) + raw.flush(), max_size=SIZE) == BODY
    assert inflate_deflate(zlib.compress(BODY), max_size=SIZE) == BODY
    with pytest.raises(NotWhole):
        inflate_deflate(zlib.compress(BODY)[:30], max_size=SIZE)
