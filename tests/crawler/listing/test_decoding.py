"""Bytes of pages as text: what is declared, what is not, and what is declared wrongly."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.listing.decoding import as_utf8, decode

# What such pages say, with the encoding that they were kept in before UTF-8.
WORDS = {
    "windows-1251": "Приказ министерства «О мерах по улучшению качества воды» и отчёт за прошлый год",
    "koi8-r": "Обзор колодцев региона и новости отдела водоснабжения за прошлый месяц",
    "windows-1256": "تقرير الوزارة السنوي عن جودة المياه في القرى والمدن",
    "windows-1253": "Ετήσια έκθεση για την ποιότητα του νερού στις πόλεις και στα χωριά",
    "windows-1254": "Köylerde içme suyunun kalitesi üzerine yıllık rapor ve geçen yılın çalışmaları",
    "windows-1255": "דוח שנתי על איכות המים בכפרים ובערים של האזור",
    "windows-1250": "Výroční zpráva o kvalitě vody ve městech a vesnicích, příloha č. 3: účty za rok",
    "windows-1252": "Rapport annuel sur la qualité de l’eau dans les villages – dernière édition, très attendue",
    "gb18030": "关于农村饮用水质量的年度报告和上一年度工作总结",
    "big5": "關於農村飲用水質量的年度報告和上一年度工作總結",
    "shift_jis": "農村の飲料水の水質に関する年次報告書とその概要について",
    "euc-jp": "農村の飲料水の水質に関する年次報告書とその概要について",
    "euc-kr": "농촌 지역의 식수 품질에 관한 연례 보고서와 지난해 사업",
    "cp874": "รายงานประจำปีเกี่ยวกับคุณภาพน้ำดื่มในหมู่บ้านและเมือง",
}
MENU = "".join(f'<li><a class="menu-item" href="/section-{n}/">Section {n}</a></li>' for n in range(40))


def page(words: str, head: str = "") -> str:
    return f"<html><head>{head}<title>Reports</title></head><body><ul>{MENU}</ul><h1>{words}</h1></body></html>"


@pytest.mark.parametrize("encoding", WORDS)
def test_a_page_that_says_nothing_is_read_as_what_it_looks_like(encoding: str) -> None:
    html = page(WORDS[encoding])
    assert decode(html.encode(encoding), None, "https://water.example/list/") == html


@pytest.mark.parametrize(
    ("encoding", "url", "head", "words"),
    [  # few words that several encodings could have written
        ("windows-1252", "https://agua.com.br/", "", "Relatórios e publicações"),
        ("windows-1252", "https://agua.example/", '<html lang="pt-BR">', "Relatórios e publicações"),
        ("windows-1250", "https://woda.pl:8080/lista", "", "Sprawozdania o jakości wody"),
        ("windows-1254", "https://su.example/", "<html lang=tr>", "Yıllık çalışma raporları"),
    ],
)
def test_the_country_or_the_language_helps(encoding: str, url: str, head: str, words: str) -> None:
    html = head + page(words)
    assert decode(html.encode(encoding), None, url) == html


@pytest.mark.parametrize("declared", ["iso-8859-1", "windows-1252", "gb2312", "us-ascii", "no-such-charset"])
def test_utf8_is_utf8_whatever_is_declared(declared: str) -> None:
    html = page(WORDS["windows-1251"], f'<meta charset="{declared}">')
    assert decode(html.encode(), declared) == html
    assert decode(html.encode(), None) == html


@pytest.mark.parametrize("encoding", ["windows-1251", "windows-1256", "gb18030", "windows-1252"])
def test_what_is_declared_utf8_and_is_not(encoding: str) -> None:
    html = page(WORDS[encoding] + " " + WORDS[encoding], '<meta charset="utf-8">')
    assert decode(html.encode(encoding), "utf-8") == html


def test_a_part_of_a_page_in_another_encoding() -> None:
    html = page(WORDS["windows-1251"]).encode() + "<p>Étude – “qualité”</p>".encode("cp1252")
    assert decode(html, "utf-8").endswith("<p>Étude – “qualité”</p>")
    assert WORDS["windows-1251"] in decode(html, "utf-8")


def test_a_letter_that_is_cut_off_at_the_end_means_nothing() -> None:
    assert decode("Обзор колодцев региона".encode()[:-1], "utf-8") == "Обзор колодцев регион\ufffd"


@pytest.mark.parametrize("declared", ["windows-1251", "iso-8859-1"])
def test_what_is_declared_counts_where_it_can_be_so(declared: str) -> None:
    html = "<p>\xc3\xa9 \xe9t\xe9</p>".encode("latin-1")
    assert decode(html, declared) == html.decode({"iso-8859-1": "cp1252"}.get(declared, declared))


@given(
    st.binary(max_size=200),
    st.sampled_from([None, "utf-8", "iso-8859-1", "gb2312", "utf-16", "base64", "utf-7", "idna", "x\0"]),
)
def test_any_bytes_become_utf8_without_nul(markup: bytes, declared: str | None) -> None:
    text = as_utf8(markup, declared, "https://water.example/")
    assert b"\x00" not in text
    text.decode("utf-8")
