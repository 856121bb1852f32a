"""Link headers as servers write them (RFC 8288)."""

from __future__ import annotations

import pytest

from crawler.link_header import linked


@pytest.mark.parametrize(
    ("header", "relation", "address"),
    [
        ('</reports/?from=2>; rel="next", </reports/>; rel=first', "next", "/reports/?from=2"),
        ('</reports/?from=2>; rel="next", </reports/>; rel=first', "first", "/reports/"),
        ('<?page=3>; title="a, b"; rel="last next"', "next", "?page=3"),
        ("<?page=3>; rel='up Next'", "next", "?page=3"),
        ('<https://a.org/wp-json/>; rel="https://api.w.org/"', "https://api.w.org/", "https://a.org/wp-json/"),
        ('</style.css>; rel=preload; as=style, </2>;rel=next;title="b"', "next", "/2"),
        ('</2>; title="rel=next"', "prev", None),
        ("", "next", None),
        ("rel=next", "next", None),
    ],
)
def test_linked(header: str, relation: str, address: str | None) -> None:
    assert linked(header, relation) == address
