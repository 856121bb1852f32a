"""Categories and tags as the site has them, without what is no term."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable

from pipeline.noise import is_label, is_read_more
from pipeline.text import to_text

# WordPress's name for "no category", as its translations ship it (wordpress.org, the string "Uncategorized").
_UNCATEGORIZED = frozenset(
    name.lower()
    for name in (
        "Uncategorized",
        "Uncategorised",
        "Uncategorized @en",
        "Unclassified",
        "No category",
        "Non classé",
        "Non class\u00e9(e)",
        "Non catégorisé",
        "Sin categoría",
        "Sin categorizar",
        "Sin clasificar",
        "Sense categoria",
        "General sin categoría",
        "Sem categoria",
        "Sem categoria (pt)",
        "Não categorizado",
        "Allgemein",
        "Unkategorisiert",
        "Nicht kategorisiert",
        "Senza categoria",
        "Niet gecategoriseerd",
        "Geen categorie",
        "Ongecategoriseerd",
        "Zonder categorie",
        "Без рубрики",
        "Без категорії",
        "Некатегоризовано",
        "Некатегоризирани",
        "Без категория",
        "Некатегоризирано",
        "Неразврстано",
        "Некатегорисано",
        "Без катэгорыі",
        "Uncategorized @pl",
        "Bez kategorii",
        "Bez kategórie",
        "Nezaradené",
        "Nezařazené",
        "Bez rubriky",
        "Nekategorizirano",
        "Nerazvrstano",
        "Nekategorizovano",
        "Be kategorijos",
        "Bez kategorijas",
        "Uncategorized @lv",
        "Määratlemata",
        "Kategooriata",
        "Ilman kategoriaa",
        "Luokittelematon",
        "Kategorisoimaton",
        "Yleinen luokittelematon",
        "Okategoriserade",
        "Okategoriserad",
        "Ikke kategoriseret",
        "Ikke-kategoriseret",
        "Ukategoriseret",
        "Ikke kategorisert",
        "Ukategorisert",
        "Ukategorisert @nn",
        "Óflokkað",
        "Egyéb kategória",
        "Kategorizálatlan",
        "Besorolatlan",
        "Fără categorie",
        "Necategorizat",
        "Uncategorized @sq",
        "Pa kategori",
        "Të pakategorizuara",
        "Χωρίς κατηγορία",
        "Μη κατηγοριοποιημένο",
        "Αταξινόμητα",
        "Kategorisiz",
        "Genel kategorisiz",
        "Kateqoriyasız",
        "Kategoriyasiz",
        "Санатсыз",
        "Рубрикасыз",
        "Գլխավոր չդասակարգված",
        "Առանց կատեգորիայի",
        "უკატეგორიო",
        "კატეგორიის გარეშე",
        "غير مصنف",
        "غير مصنّف",
        "غير مصنفة",
        "بدون تصنيف",
        "دسته‌بندی نشده",
        "دسته\u200cبندی\u200cنشده",
        "دسته بندی نشده",
        "غیر مصنف",
        "غیر زمرہ بند",
        "כללי ללא קטגוריה",
        "ללא קטגוריה",
        "बिना श्रेणी",
        "अवर्गीकृत",
        "श्रेणीबद्ध नहीं",
        "অশ্রেণীভুক্ত",
        "Uncategorized @bn",
        "অবর্গীকৃত",
        "வகைப்படுத்தப்படாதது",
        "వర్గీకరించబడని",
        "ವರ್ಗೀಕರಿಸದ",
        "തരംതിരിക്കാത്തവ",
        "અવર્ગીકૃત",
        "ਗੈਰ-ਸ਼੍ਰੇਣੀਬੱਧ",
        "वर्गीकृत न गरिएको",
        "වර්ග නොකළ",
        "ไม่มีหมวดหมู่",
        "ไม่จัดหมวดหมู่",
        "Chưa phân loại",
        "Chưa được phân loại",
        "Tak Berkategori",
        "Tidak berkategori",
        "Tanpa kategori",
        "Tak terkategori",
        "Walang kategorya",
        "Hindi nakategorya",
        "未分类",
        "未分類",
        "未归类",
        "미분류",
        "분류되지 않음",
        "カテゴリーなし",
        "မျိုးမခွဲထား",
        "មិនមានប្រភេទ",
        "ບໍ່ມີໝວດໝູ່",
        "Saknar kategori",
        "Gan chatagóir",
        "Heb gategori",
        "Dim categori",
        "Sailgabe",
        "Kategoriarik gabe",
        "Sen categoría",
        "Sen clasificar",
        "Sense classificar",
        "Non clasificado",
        "Nenklasigita",
        "Sen kategorio",
        "Nekategoriigita",
        "Ongekategoriseer",
        "Haina kategoria",
        "Isiyo na kategoria",
    )  # fmt: skip
    if "@" not in name
)


def clean_terms(names: Iterable[str]) -> tuple[str, ...]:
    """Give the terms that are terms, tidied, each once (ignoring case), in the site's order.

    "Uncategorized" says that there is none; labels such as "TAGS:" are template.
    """
    kept: dict[str, str] = {}
    for name in names:
        term = _clean(name)
        if term:
            kept.setdefault(term.casefold(), term)
    return tuple(kept.values())


def _clean(name: str) -> str:
    term = to_text(name).strip(" ,;|·•")
    if term.startswith("#") and not term[1:2].isdigit():
        term = term[1:].lstrip()
    folded = term.lower()
    # A term is a word of the site's own: "Archives" or "Video" may well be one. Only what no site calls a term goes.
    if folded in _UNCATEGORIZED or is_read_more(term) or (term.endswith((":", "：")) and is_label(term)):
        return ""
    return term


def split_run_together(text: str, vocabulary: Collection[str]) -> tuple[str, ...]:
    """Split terms that a template printed without a gap ("GuidancePublications"), by the site's own vocabulary.

    The longest terms are tried first; where the whole text cannot be made of known terms, it stays one.
    """
    text = text.strip()
    if not text or text in vocabulary:
        return (text,) if text else ()
    known = {term for term in vocabulary if term}
    # best[i] holds the shortest way to write text[:i] as terms of the vocabulary.
    best: list[tuple[str, ...] | None] = [()] + [None] * len(text)
    for end in range(1, len(text) + 1):
        for term in known:
            start = end - len(term)
            if start < 0 or not text.startswith(term, start):
                continue
            gap = start
            while gap > 0 and text[gap - 1] in " ,;|":
                gap -= 1
            before = best[gap]
            current = best[end]
            if before is not None and (current is None or len(before) + 1 < len(current)):
                best[end] = (*before, term)
    return best[-1] or (text,)
