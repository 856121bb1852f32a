"""What the gate lets pass: by text, and by the address that is connected to."""

from __future__ import annotations

import pytest

from crawler.gate import is_same_origin, refusal_of_address, refusal_of_url


@pytest.mark.parametrize("url", ["https://example.org/", "http://example.org:8080/a?b=c", "http://[2001:db8::1]/"])
def test_ordinary_urls_pass(url: str) -> None:
    assert refusal_of_url(url) == ""


@pytest.mark.parametrize(
    "url",
    [
        "file:///etc/hostname", "ftp://example.org/", "data:text/html,x", "javascript:alert(1)", "example.org",
        "https://user@example.org/", "https://user:pass@example.org/", "http://example.org\\@127.0.0.1/",
        "http://exa mple.org/", "http://example.org/\n", "http://example.org:port/", "http:///path", "http://[::1",
    ],
)  # fmt: skip
def test_odd_urls_are_refused(url: str) -> None:
    assert refusal_of_url(url)


PRIVATE = [
    "127.0.0.1", "127.1.2.3", "10.0.0.1", "172.16.0.1", "192.168.1.1", "100.64.0.1", "::1", "fd00::1",
    "::ffff:127.0.0.1", "::ffff:10.0.0.1", "2002:7f00:1::", "192.0.2.1", "198.18.0.1", "240.0.0.1",
]  # fmt: skip
NEVER = [
    "169.254.169.254",
    "0.0.0.0",
    "::",
    "fe80::1",
    "fe80::1%eth0",
    "224.0.0.1",
    "ff02::1",
    "::ffff:169.254.169.254",
]


@pytest.mark.parametrize("address", PRIVATE)
def test_private_addresses_need_leave(address: str) -> None:
    assert refusal_of_address(address, private_allowed=False)
    assert refusal_of_address(address, private_allowed=True) == ""


@pytest.mark.parametrize("address", NEVER)
def test_some_addresses_are_never_websites(address: str) -> None:
    assert refusal_of_address(address, private_allowed=True)


@pytest.mark.parametrize("address", ["93.184.216.34", "2606:2800:220:1:248:1893:25c8:1946"])
def test_public_addresses_pass(address: str) -> None:
    assert refusal_of_address(address, private_allowed=False) == ""


@pytest.mark.parametrize(
    ("url", "other", "same"),
    [
        ("http://127.0.0.1:8801/a", "http://localhost:8801/", True),
        ("http://example.org/a", "https://example.org:80/", True),
        ("http://127.0.0.1:8801/", "http://127.0.0.1:8802/", False),
        ("http://example.org/", "http://www.example.org/", False),
        ("http://localhost/", "http://example.org/", False),
    ],
)
def test_origins(url: str, other: str, same: bool) -> None:
    assert is_same_origin(url, other) is same
