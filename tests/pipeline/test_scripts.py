"""The script that a text is written in, and its direction."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.scripts import direction, script

TEXTS = [
    ("Guidelines on safe shelter", "Latn", "ltr"), ("Équipe d’œuvre", "Latn", "ltr"), ("Tiếng Việt", "Latn", "ltr"), ("دليل المفتشين", "Arab", "rtl"),
    ("راهنمای تیم‌های سیار", "Arab", "rtl"), ("COVID-19: دليل", "Latn", "ltr"), ("דו\"ח שנתי", "Hebr", "rtl"), ("Годовой отчёт", "Cyrl", "ltr"),
    ("Πρόσβαση", "Grek", "ltr"), ("ኢትዮጵያ", "Ethi", "ltr"), ("वार्षिक रिपोर्ट", "Deva", "ltr"), ("বার্ষিক", "Beng", "ltr"), ("รายงานประจำปี", "Thai", "ltr"),
    ("年度报告", "Hani", "ltr"), ("年次報告書の手引き", "Jpan", "ltr"), ("ガイドライン", "Jpan", "ltr"), ("연차 보고서", "Hang", "ltr"), ("大韓民國의 보고서", "Kore", "ltr"),
    ("ދިވެހި", "Thaa", "rtl"), ("2024 – 3", "", ""), ("", "", ""), ("🌍", "", ""), ("GBV في اليمن: تقييم سريع", "Arab", "rtl"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "its_script", "runs"), TEXTS)
def test_a_text_shows_its_script_and_direction(text: str, its_script: str, runs: str) -> None:
    assert script(text) == its_script
    assert direction(script(text)) == runs


@given(st.text(max_size=50))
def test_any_text_has_a_direction_or_no_letter(text: str) -> None:
    assert (direction(script(text)) in {"ltr", "rtl"}) == any(map(str.isalpha, text))
    assert len(script(text)) in {0, 4}
