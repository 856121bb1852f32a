"""Addresses: one normal form, one identity."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.errors import BadUrl
from pipeline.urls import canonical, identity, is_file, media_type, post_number, same_site, settled

CANONICAL = [
    ("HTTPS://Water.Example", "https://water.example/"),
    ("http://water.example:80/a", "http://water.example/a"),
    ("https://water.example:443/a", "https://water.example/a"),
    ("https://water.example:8443/a", "https://water.example:8443/a"),
    ("https://water.example/A/b/", "https://water.example/A/b/"),
    ("https://water.example/a/../b/./c", "https://water.example/b/c"),
    ("https://water.example/a/..", "https://water.example/"),
    ("https://water.example/../../a", "https://water.example/a"),
    ("https://water.example/a#part", "https://water.example/a"),
    ("https://water.example/%7Euser/%c3%a9", "https://water.example/~user/%C3%A9"),
    ("https://water.example/é/水", "https://water.example/%C3%A9/%E6%B0%B4"),
    ("https://water.example/a b", "https://water.example/a%20b"),
    ("https://water.example/100%", "https://water.example/100%25"),
    ("https://bücher.example/", "https://xn--bcher-kva.example/"),
    ("https://xn--bcher-kva.example/", "https://xn--bcher-kva.example/"),
    ("https://пример.рф/путь", "https://xn--e1afmkfd.xn--p1ai/%D0%BF%D1%83%D1%82%D1%8C"),
    ("https://water.example./a", "https://water.example/a"),
    ("https://water.example/?utm_source=x&utm_medium=y", "https://water.example/"),
    ("https://water.example/a?id=5&utm_campaign=z&fbclid=q", "https://water.example/a?id=5"),
    ("https://water.example/a?gclid=1&b=2&a=1", "https://water.example/a?b=2&a=1"),
    ("https://water.example/a?PHPSESSID=0123456789abcdef0123", "https://water.example/a"),
    ("https://water.example/a?sid=7", "https://water.example/a?sid=7"),
    ("https://water.example/a;jsessionid=0A1B2C?x=1", "https://water.example/a?x=1"),
    ("https://water.example/index.html", "https://water.example/"),
    ("https://water.example/a/index.php", "https://water.example/a/"),
    ("https://water.example/a/index.php?p=7", "https://water.example/a/?p=7"),
    ("https://water.example/index.php/a", "https://water.example/index.php/a"),
    ("https://water.example/?p=4711", "https://water.example/?p=4711"),
    ("https://water.example/a?", "https://water.example/a"),
    ("https://water.example/a?&&b=1", "https://water.example/a?b=1"),
    ("  https://water.example/a\n", "https://water.example/a"),
    ("https://[2001:DB8::1]:443/a", "https://[2001:db8::1]/a"),
    ("http://127.0.0.1:8000/a", "http://127.0.0.1:8000/a"),
    ("https://water.example//a//b", "https://water.example//a//b"),
    ("https://water.example/a'b(c)", "https://water.example/a'b(c)"),
]  # fmt: skip


@pytest.mark.parametrize(("url", "normal"), CANONICAL)
def test_one_address_has_one_form(url: str, normal: str) -> None:
    assert canonical(url) == normal
    assert canonical(normal) == normal


@pytest.mark.parametrize(
    ("url", "normal"),
    [("/b", "https://water.example/b"), ("b", "https://water.example/a/b"), ("?p=2", "https://water.example/a/?p=2"), ("//other.example/x", "https://other.example/x"),
     ("http://other.example/x", "http://other.example/x"), ("#top", "https://water.example/a/"), ("", "https://water.example/a/"), ("../c", "https://water.example/c")],
)  # fmt: skip
def test_relative_addresses_are_resolved(url: str, normal: str) -> None:
    assert canonical(url, "https://water.example/a/") == normal


@pytest.mark.parametrize(
    "url",
    ["", "water.example", "ftp://water.example/a", "javascript:alert(1)", "mailto:a@water.example", "https://", "https:///a", "https://a:b@water.example/", "https://water.example\\a",
     "https://water.example/\x00", "https://wat\ter.example/", "https://water.example:port/", "https://water.example:99999/", "http://[::1", "https://-/", "https://a..b/",
     "https://water.example/" + "a" * 9000, "data:text/html,x", "https://user@water.example/", "http://\ud800.example/", "https://" + "a" * 64 + ".example/"],
)  # fmt: skip
def test_what_cannot_be_harvested_is_refused(url: str) -> None:
    with pytest.raises(BadUrl) as fault:
        canonical(url)
    assert fault.value.advice


def test_identity_looks_through_scheme_www_slash_and_order() -> None:
    same = [
        "https://water.example/a",
        "http://www.water.example/a/",
        "https://WATER.example/a#x",
        "https://water.example/a/?utm_source=y",
    ]
    assert len({identity(url) for url in same}) == 1
    assert identity("https://water.example/a?x=1&y=2") == identity("https://water.example/a/?y=2&x=1")
    different = [
        "https://water.example/a",
        "https://water.example/A",
        "https://water.example/a?p=1",
        "https://water.example/a?p=2",
        "https://fire.example/a",
        "https://water.example/a/b",
    ]
    assert len({identity(url) for url in different}) == len(different)
    assert identity("no address") == "no address"


@pytest.mark.parametrize(
    ("stated", "settled_on"),
    [
        ("https://water.example/a/", "https://water.example/a/"),
        ("/a/?utm_source=x", "https://water.example/a/"),
        ("http://www.water.example/a", "http://www.water.example/a"),
        # the page itself, the home page, another site, nothing
        ("http://water.example/a?print=1", "https://water.example/a/?print=1"),
        ("https://water.example/", "https://water.example/a/?print=1"),
        ("https://water.example/guide/", "https://water.example/a/?print=1"),
        ("https://fire.example/a/", "https://water.example/a/?print=1"),
        ("", "https://water.example/a/?print=1"),
        ("javascript:void(0)", "https://water.example/a/?print=1"),
    ],
)  # fmt: skip
def test_a_page_is_believed_on_its_own_address_where_it_can_be(stated: str, settled_on: str) -> None:
    assert settled("https://water.example/a/?print=1", stated) == settled_on
    assert settled("https://water.example/a/amp/", "https://water.example/a/") == "https://water.example/a/"
    assert settled("https://water.example/?p=1", "https://water.example/") == "https://water.example/?p=1"
    assert settled("https://water.example/texts/a/", "https://water.example/texts/") == "https://water.example/texts/a/"


@pytest.mark.parametrize(
    ("url", "number"),
    [("https://water.example/?p=4711", "4711"), ("http://water.example?p=7", "7"), ("https://water.example/index.php?page_id=12", "12"),
     ("https://water.example/?p=0", ""), ("https://water.example/?p=7&x=1", ""), ("https://water.example/news/?p=7", ""), ("https://water.example/?paged=7", ""), ("", "")],
)  # fmt: skip
def test_a_short_link_names_a_number(url: str, number: str) -> None:
    assert post_number(url) == number


def test_a_site_is_its_host() -> None:
    assert same_site("https://www.water.example/a", "http://water.example/b?x=1")
    assert not same_site("https://water.example/", "https://blog.water.example/")
    assert not same_site("https://water.example/", "https://water.example:8443/")


@pytest.mark.parametrize(
    ("url", "kind"),
    [("https://w.example/a.pdf", "application/pdf"), ("https://w.example/a.PDF?download=1#page=2", "application/pdf"), ("/files/a.docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
     ("https://w.example/a.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"), ("a.csv", "text/csv"), ("https://w.example/a.epub", "application/epub+zip"),
     ("https://w.example/a.zip", "application/zip"), ("https://w.example/a.odt", "application/vnd.oasis.opendocument.text"), ("https://w.example/a.html", ""), ("https://w.example/a", ""),
     ("https://report.pdf", ""), ("https://w.example/v1.2", ""), ("https://w.example/a.jpg", ""), ("", "")],
)  # fmt: skip
def test_a_files_kind_is_told_by_its_suffix(url: str, kind: str) -> None:
    assert media_type(url) == kind
    assert is_file(url) == bool(kind)


URLS = st.one_of(
    st.text(max_size=60),
    st.builds(
        lambda scheme, host, path, query: f"{scheme}://{host}/{path}?{query}",
        st.sampled_from(["http", "https", "HTTP", "ftp"]),
        st.text(alphabet="aB.-0é水:@[]", min_size=1, max_size=12),
        st.text(alphabet="aB./%2fé ;()é~index.php", max_size=20),
        st.text(alphabet="a=&%utm_sid+é?", max_size=20),
    ),
)


@given(URLS, st.one_of(st.none(), URLS))
def test_the_canonical_form_is_stable_or_refused(url: str, base: str | None) -> None:
    try:
        normal = canonical(url, base)
    except BadUrl:
        return
    assert canonical(normal) == normal
    assert normal.isascii()
    assert identity(normal) == identity(url if base is None else normal)


@given(URLS)
def test_identity_and_kind_never_fail(url: str) -> None:
    assert identity(identity(url)) is not None
    assert isinstance(media_type(url), str)
    assert isinstance(post_number(url), str)
    assert settled(settled(url, url), url) == settled(url, url)
    assert same_site(url, url)
