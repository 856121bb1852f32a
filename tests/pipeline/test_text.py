"""Markup and characters to clean text."""

from __future__ import annotations

import re
import sqlite3
import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from pipeline import text
from pipeline.noise import clean_author, clean_teaser, clean_title
from pipeline.terms import clean_terms
from pipeline.text import tidy, to_text

MARKUP = [
    ("An empty <area /> and a <wbr/>break", "An empty and a break"),
    ("<area />", ""),
    ("if a <b and b> c", "if a <b and b> c"),
    ("", ""),
    ("plain", "plain"),
    ("<p>Wells</p><p>pumps</p>", "Wells pumps"),
    ("<b>We</b>lls", "Wells"),
    ("line<br>line", "line line"),
    ("line<br/>line<br />line", "line line line"),
    ("<td>a</td><td>b</td>", "a b"),
    ("<li>a<li>b", "a b"),
    ("a &amp; b", "a & b"),
    ("a &amp;amp; b", "a & b"),
    ("a &amp;amp;amp;amp; b", "a & b"),
    ("&#38;#38;#8217;", "’"),
    ("&lt;p&gt;a&lt;/p&gt;&lt;p&gt;b&lt;/p&gt;", "a b"),
    ("&amp;lt;strong&amp;gt;a&amp;lt;/strong&amp;gt;", "a"),
    ("Cases &lt; 18 years", "Cases < 18 years"),
    ("a &lt; b and b &gt; c", "a < b and b > c"),
    ("The &lt;name&gt; element", "The <name> element"),
    ("List&lt;String&gt; <b>x</b>", "List<String> x"),
    # A layer at a time: the tag that is spoken of is a layer beneath the tags that are markup.
    ("&lt;p>History of the &amp;lt;blink&amp;gt; tag&lt;/p>", "History of the <blink> tag"),
    ("&" + "amp;" * 700 + "lt; 18", "< 18"),
    ("<m></m>", ""),
    ("<heading>Wells</heading><m a='b'>pumps</m>", "Wells pumps"),
    ("x <y and z </y", "x <y and z </y"),
    ("Close it with </name>", "Close it with </name>"),
    ("AT&T, R&D, ?a=1&copy=2", "AT&T, R&D, ?a=1&copy=2"),
    ("5&nbsp;&euro;", "5 €"),
    ("&#8220;Nobody&#8221; &#x2014; &hellip;", "“Nobody” — …"),
    ("&#150; &#146;", "– ’"),
    ("&notanentity; &#xZZ;", "&notanentity; &#xZZ;"),
    ("&#0;a&#xD800;b", "\ufffda\ufffdb"),
    ("<script>var a = '</p>';</script>text", "text"),
    ("<script>if (a < b) {}</script >text", "text"),
    ("<style>p{}</style>text", "text"),
    ("text<!-- a comment <p> -->more", "text more"),
    ("text<!-- never closed <p>more", "text"),
    ("<![CDATA[Wells & pumps]]>", "Wells & pumps"),
    ("<a href=\"/x?a=1&b=2\" title='a > b'>link</a>", "link"),
    ("<a title=\"never closed>link</a>", "link"),
    ("<img src=x alt='a well'>text", "text"),
    ("<svg><title>icon</title><path d='M0'/></svg>text", "text"),
    ("<noscript><img src=x></noscript>text", "text"),
    ("<o:p>Word</o:p>", "Word"),
    ("<my-widget>Wells</my-widget>", "Wells"),
    ("H<sub>2</sub>O", "H2O"),
    ("soft\u00adhyphen", "softhyphen"),
    ("<p>unclosed", "unclosed"),
    ("a < b <p>c</p>", "a < b c"),
    ("<!DOCTYPE html><html><head><title>T</title></head><body>b</body></html>", "T b"),
    ("1 << 2 >> 3", "1 << 2 >> 3"),
    ("<>", "<>"),
    ("I <3 wells", "I <3 wells"),
]  # fmt: skip


@pytest.mark.parametrize(("markup", "text"), MARKUP)
def test_markup_becomes_text(markup: str, text: str) -> None:
    assert to_text(markup) == text


CHARACTERS = [
    ("  a \t\n b  ", "a b"),
    ("a\u00a0b\u2009c\u3000d\u202fe", "a b c d e"),
    ("a\u200bb\ufeffc\u2060d", "abcd"),
    ("\u202aleft\u202c \u200fright\u200e", "left right"),
    ("a\x00b\x07c", "abc"),
    ("a\ud800b", "ab"),
    ("\ud83d\ude00", "😀"),
    ("\ue001 share \uf0e0", "share"),
    ("cafe\u0301", "café"),
    ("caf\u00c3\u00a9", "café"),
    ("Itâ€™s â€œgoodâ€\x9d", "It’s “good”"),
    ("FÃ¼r Kinder", "Für Kinder"),
    ("Ð¿Ñ€Ð¸Ð²ÐµÑ‚", "привет"),
    ("\x93quoted\x94", "“quoted”"),
    ("Ångström, œuvre, Ærø, Šibenik", "Ångström, œuvre, Ærø, Šibenik"),
    ("SÃO PAULO", "SÃO PAULO"),
    ("AÇÃO E REAÇÃO", "AÇÃO E REAÇÃO"),
    ("L’État, c’est «moi»", "L’État, c’est «moi»"),
    ("می\u200cخواهم", "می\u200cخواهم"),
    ("\u200cمی", "می"),
    ("क\u094d\u200dष", "क\u094d\u200dष"),
    ("👩\u200d🌾 and 🏳\ufe0f\u200d🌈", "👩\u200d🌾 and 🏳\ufe0f\u200d🌈"),
    ("a\u200db", "ab"),
    ("🏴\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f", "🏴\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f"),
    ("tag\U000e0067s", "tags"),
    ("🇩🇪 👍🏽 ❤\ufe0f", "🇩🇪 👍🏽 ❤\ufe0f"),
    ("𠮷野家", "𠮷野家"),
    ("เมษายน", "เมษายน"),
    ("ΑΒΓ ΰ", "ΑΒΓ ΰ"),
]  # fmt: skip


@pytest.mark.parametrize(("raw", "text"), CHARACTERS)
def test_characters_are_tidied(raw: str, text: str) -> None:
    assert tidy(raw) == text


# All of Unicode, with what sites and browsers mix in made likely.
PIECES = st.sampled_from(
    ["<", ">", "&", ";", "&amp;", "&lt;", "&gt;", "&#39;", "&nbsp;", "<p>", "</p>", "<br/>", "<b", "\"", "'", "=", "<!--", "-->", "<script>",
     "[…]", "[vc_row]", "…", "...", "Read more", "Continue reading", "»", "→", "Posted on ", "Leave a comment", "The post ", "TAGS:", "By ",
     "weiterlesen", "続きを読む", "اقرأ المزيد", "Ã©", "â€™", "\u200d", "\u200c", "\u200b", "\u00a0", "\x00", "\ud800", "\udc00", "\ue000", "e\u0301",
     "Share ", "Tweet ", "Facebook ", "Title of the work", " ", ".", ":", "(", ")", "[", "]", "#", "word", "Word", "3 April 2024", "12 Comments"]
)  # fmt: skip
TEXTS = st.one_of(st.text(max_size=120), st.lists(st.one_of(PIECES, st.text(max_size=3)), max_size=14).map("".join))


def is_storable(text: str) -> bool:
    connection = sqlite3.connect(":memory:")
    try:
        (back,) = connection.execute("SELECT CAST(? AS TEXT)", (text,)).fetchone()
    finally:
        connection.close()
    return back == text and "\x00" not in text and text.encode("utf-8").decode("utf-8") == text


@given(TEXTS)
@example("a\u0345\u0301")
def test_tidy_is_idempotent_and_storable(text: str) -> None:
    once = tidy(text)
    assert tidy(once) == once
    assert is_storable(once)
    assert unicodedata.is_normalized("NFC", once)
    assert len(once) <= len(unicodedata.normalize("NFC", text)) or "\u0344" in text


@given(TEXTS)
def test_to_text_is_idempotent_and_storable(text: str) -> None:
    once = to_text(text)
    assert to_text(once) == once
    assert is_storable(once)


@given(TEXTS, st.sampled_from(["", "Title of the work", "Read more", "…"]))
def test_teasers_are_idempotent(text: str, title: str) -> None:
    once, truncated = clean_teaser(text, title=title)
    assert clean_teaser(once, title=title)[0] == once
    assert is_storable(once)
    assert not truncated or (once.endswith("…") and not once.endswith("……"))
    assert once or not truncated


@given(TEXTS, st.sampled_from(["", "word", "Title of the work", "»"]))
def test_titles_and_names_are_idempotent(text: str, site_name: str) -> None:
    title = clean_title(text, site_name=site_name)
    assert clean_title(title, site_name=site_name) == title
    name = clean_author(text)
    assert clean_author(name) == name
    assert is_storable(title)
    assert is_storable(name)


@pytest.mark.parametrize(
    "bad",
    ["<a '>" * 20000, '<a "' * 20000, "<" * 50000, "&amp;" * 20000, "<!--" * 20000, "<script>" * 5000, "…" * 20000],
)
def test_hostile_markup_takes_no_more_than_a_moment(bad: str) -> None:
    assert len(to_text(bad)) <= len(bad)
    teaser, _ = clean_teaser(bad)
    assert len(teaser) <= len(bad)


def length(text: str) -> int:
    """How long a text is once it is composed, which both sides are measured by: some letters have no composed form."""
    return len(unicodedata.normalize("NFC", unicodedata.normalize("NFD", text)))


@given(TEXTS, st.sampled_from(["", "Title of the work", "word"]))
@example("&NotEqualTilde;", "")
@example("[vc_row", "")
@example("(more…)", "")
def test_no_cleaner_makes_a_text_longer(text: str, beside: str) -> None:
    for clean in (
        to_text(text),
        tidy(text),
        clean_title(text, site_name=beside),
        clean_teaser(text, title=beside)[0],
        clean_author(text),
        *clean_terms([text]),
        *clean_terms([text, text]),
    ):
        assert length(clean) <= length(text)


def test_characters_that_need_no_second_look_are_told_rightly() -> None:
    every = "".join(map(chr, range(0x110000)))
    odd = set(text._ODD.findall(every)) - {" "}
    assert {char for char in odd if char.isprintable()} == set(text._PRINTABLE_ODD)
    plain = set(re.findall(f"[{text._PLAIN_CHARACTERS}]", every))
    followers = set(re.findall(f"[{text._PLAIN_FOLLOWERS}]", every))
    assert followers <= set(re.findall(f"[{text._FOLLOWERS}]", every))
    assert plain.isdisjoint(re.findall(f"[{text._FOLLOWERS}]", every))
    assert odd.isdisjoint(plain | followers)
    # What may join a character before it, by canonical composition (UAX 15) or as a Hangul syllable's second letter.
    joining = {char for each in every for char in unicodedata.normalize("NFD", each)[1:]}
    for char in plain | followers:
        assert char.isprintable()
        assert unicodedata.is_normalized("NFC", char)
        assert not unicodedata.combining(char)
        assert char not in joining


LETTERS = "aZ .Âãâ€™Ð°Ð±ÃŸéе\u0301ن\u200cی한글ก\u0e31–…»\xa0\u2028\ufb01\ue000\x07"


@given(st.text(st.sampled_from(LETTERS), max_size=30) | st.text(max_size=30))
def test_a_text_that_is_plain_would_not_be_changed(raw: str) -> None:
    if text._PLAIN.fullmatch(raw):
        assert unicodedata.is_normalized("NFC", raw)
        assert not text._MOJIBAKE.search(raw)
        assert not text._ODD.search(raw)
