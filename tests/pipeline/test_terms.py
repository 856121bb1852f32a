"""Terms and languages."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.language import clean_tag, detect
from pipeline.terms import clean_terms, split_run_together


@pytest.mark.parametrize(
    ("names", "terms"),
    [
        (["Guidance", "Publications"], ("Guidance", "Publications")),
        (["Law &amp; regulation", "R&amp;amp;D"], ("Law & regulation", "R&D")),
        (["Water", "water", "WATER"], ("Water",)),
        (["Uncategorized"], ()),
        (["Uncategorised", "Non classé", "Sin categoría", "Allgemein", "未分类", "Без рубрики", "غير مصنف", "ไม่มีหมวดหมู่", "미분류"], ("Allgemein",)),
        (["TAGS:", "Tags", "Filed under:", "Schlagwörter:", "标签：", "Метки:"], ()),
        (["Video", "News", "Archive", "Download", "Email", "Home"], ("Video", "News", "Archive", "Download", "Email", "Home")),
        (["#water", "#2030Agenda"], ("water", "#2030Agenda")),
        ([" COVID-19\u00a0resources, ", "<b>Health</b>"], ("COVID-19 resources", "Health")),
        (["Read more", "", "  ", "…"], ()),
        (["C++", "C#", ".NET"], ("C++", "C#", ".NET")),
        ([], ()),
    ],
)  # fmt: skip
def test_terms_are_the_sites_own(names: list[str], terms: tuple[str, ...]) -> None:
    assert clean_terms(names) == terms
    assert clean_terms(terms) == terms


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("GuidancePublications", ("Guidance", "Publications")),
        ("COVID-19 resourcesGuidance", ("COVID-19 resources", "Guidance")),
        ("Guidance", ("Guidance",)),
        ("Guidance, Publications", ("Guidance", "Publications")),
        ("GuidanceUnknown", ("GuidanceUnknown",)),
        ("LawLaw & regulation", ("Law", "Law & regulation")),
        ("Law & regulation", ("Law & regulation",)),
        ("", ()),
    ],
)
def test_terms_that_run_together_are_split_by_the_sites_vocabulary(text: str, terms: tuple[str, ...]) -> None:
    assert (
        split_run_together(
            text, {"Guidance", "Publications", "COVID-19 resources", "Law", "Law & regulation", "Public"}
        )
        == terms
    )


@given(st.lists(st.text(max_size=40), max_size=6))
def test_clean_terms_is_idempotent_and_never_fails(names: list[str]) -> None:
    once = clean_terms(names)
    assert clean_terms(once) == once
    assert all(once)


@given(st.text(alphabet="ab ,", max_size=30), st.sets(st.text(alphabet="ab", max_size=3), max_size=5))
def test_a_split_loses_no_letter(text: str, vocabulary: set[str]) -> None:
    parts = split_run_together(text, vocabulary)
    assert "".join(parts).replace(" ", "").replace(",", "") == text.replace(" ", "").replace(",", "") or parts == (
        text.strip(),
    )


@pytest.mark.parametrize(
    ("raw", "tag"),
    [("en_US", "en-US"), ("EN", "en"), ("zh_Hant_TW", "zh-Hant-TW"), ("de_DE_formal", "de-DE"), ("sr-Latn", "sr-Latn"), ("es-419", "es-419"), ("pt-br", "pt-BR"),
     ("en-US.UTF-8", "en-US"), ("C", ""), ("english", ""), ("", ""), ("und", ""), ("x-default", ""), ("12", ""), ("ca@valencia", "ca"), (" fr ", "fr"), ("fil", "fil"), ("sl-rozaj", "sl-rozaj")],
)  # fmt: skip
def test_a_language_tag_has_its_usual_form(raw: str, tag: str) -> None:
    assert clean_tag(raw) == tag
    assert clean_tag(tag) == tag


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        ("The guide explains how villages can prepare before the storm season begins, and what the ministries have to do.", "en"),
        ("Der Leitfaden erklärt, wie sich Dörfer vor der Sturmzeit vorbereiten können und was die Ministerien tun müssen.", "de"),
        ("Le guide explique comment les villages se préparent avant la saison des tempêtes et ce que doivent faire les ministères.", "fr"),
        ("La guía explica cómo los pueblos se preparan antes de la temporada de tormentas y lo que deben hacer los ministerios.", "es"),
        ("Руководство объясняет, как деревни готовятся к сезону штормов и что должны делать министерства.", "ru"),
        ("คู่มือการเตรียมตัวก่อนฤดูพายุ", "th"), ("안전한 항구 안내서", "ko"), ("安全な港の手引き", "ja"), ("מדריך לנמלים", "he"), ("Οδηγός λιμανιών", "el"),
        # neighbours that share a script or many words
        ("Vejledningen forklarer, hvordan landsbyer kan forberede sig før stormsæsonen, og hvad ministerierne skal gøre.", "da"),
        ("A guía explica como as aldeas se preparan antes da tempada de tormentas e o que deben facer os ministerios.", "gl"),
        ("Príručka vysvetľuje, ako sa dediny pripravujú na obdobie búrok a čo musia urobiť ministerstvá, aby im pomohli.", "sk"),
        ("Ръководството обяснява как селата се готвят за бурния сезон и какво трябва да направят министерствата.", "bg"),
        ("Дапаможнік тлумачыць, як вёскі рыхтуюцца да сезона штормаў і што павінны рабіць міністэрствы.", "be"),
        ("این راهنما توضیح می‌دهد روستاها پیش از فصل توفان چگونه آماده می‌شوند و وزارتخانه‌ها چه باید بکنند.", "fa"),
        ("יעדער וועגווייזער דערקלערט ווי די דערפער גרייטן זיך און וואס די מיניסטעריומס דארפן טאן.", "yi"),
        ("Guidance", ""), ("EN | FR | RU", ""), ("", ""), ("12345 67890", ""), ("Report 2024", ""),
    ],
)  # fmt: skip
def test_a_language_is_detected_where_the_text_shows_it(text: str, tag: str) -> None:
    assert detect(text) == tag


@given(st.text(max_size=200))
def test_no_text_makes_detection_fail(text: str) -> None:
    assert detect(text) == clean_tag(detect(text))
    clean_tag(text)
