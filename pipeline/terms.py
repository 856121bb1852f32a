"""Categories and tags as the site has them, without what is no term."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from functools import lru_cache

from pipeline.noise import is_read_more
from pipeline.phrases import every
from pipeline.template_words import TERM_LABELS
from pipeline.text import tidy, to_text

# WordPress's name for "no category" and what its translations made of it; also what sites type for the same.
_UNCATEGORIZED = """
Uncategorized | Uncategorised | Unclassified | No category | Non classé | Non classée | Non classé(e) |
Non catégorisé | Sin categoría | Sin categoria | Sin categorizar | Sin clasificar | Sense categoria |
Sense classificar | Sen categoría | Sen clasificar | Non clasificado | Sem categoria | Não categorizado |
Unkategorisiert | Nicht kategorisiert | Ohne Kategorie | Keine Kategorie | Senza categoria | Non categorizzato |
Niet gecategoriseerd | Geen categorie | Geen onderdeel van een categorie | Ongecategoriseerd |
Zonder categorie | Ongekategoriseer | Без рубрики | Без категории | Без категорії | Некатегоризовано |
Некатегоризирани | Без категория | Некатегоризирано | Неразврстано | Некатегорисано | Без категорије |
Без катэгорыі | Bez kategorii | Bez kategórie | Nezaradené | Nezařazené | Bez rubriky | Nekategorizirano |
Nerazvrstano | Nekategorizovano | Bez kategorije | Be kategorijos | Bez kategorijas | Nekategorizēts |
Määratlemata | Kategooriata | Rubriigita | Ilman kategoriaa | Luokittelematon | Kategorisoimaton |
Okategoriserade | Okategoriserad | Saknar kategori | Ikke kategoriseret | Ikke-kategoriseret | Ukategoriseret |
Ikke kategorisert | Ukategorisert | Óflokkað | Egyéb kategória | Kategorizálatlan | Besorolatlan |
Fără categorie | Necategorizat | Neclasificat | Pa kategori | Të pakategorizuara | Χωρίς κατηγορία |
Μη κατηγοριοποιημένο | Αταξινόμητα | Kategorisiz | Kategorilenmemiş | Kateqoriyasız | Kategoriyasiz | Санатсыз |
Рубрикасыз | Առանց կատեգորիայի | Չդասակարգված | უკატეგორიო | კატეგორიის გარეშე | غير مصنف | غير مصنّف |
غير مصنفة | بدون تصنيف | دسته‌بندی نشده | دسته بندی نشده | بدون دسته‌بندی | غیر زمرہ بند | غیر مصنف |
ללא קטגוריה | כללי ללא קטגוריה | बिना श्रेणी | अवर्गीकृत | श्रेणीबद्ध नहीं | वर्गीकृत न गरिएको | অশ্রেণীভুক্ত |
অবর্গীকৃত | ਗੈਰ-ਸ਼੍ਰੇਣੀਬੱਧ | અવર્ગીકૃત | வகைப்படுத்தப்படாதது | வகைப்படுத்தப்படாத | వర్గీకరించబడని | ವರ್ಗೀಕರಿಸದ |
തരംതിരിക്കാത്തവ | වර්ග නොකළ | ไม่มีหมวดหมู่ | ไม่จัดหมวดหมู่ | ไม่ได้จัดหมวดหมู่ | ບໍ່ມີໝວດໝູ່ | មិនមានប្រភេទ | မျိုးမခွဲထား |
Chưa phân loại | Chưa được phân loại | Tak Berkategori | Tak terkategori | Tidak berkategori | Tanpa kategori |
Walang kategorya | Hindi nakategorya | 未分类 | 未分類 | 未归类 | 無分類 | カテゴリーなし | 미분류 |
분류되지 않음 | Gan chatagóir | Gan rangú | Heb gategori | Dim categori | Kategoriarik gabe | Sailkatugabea |
Nenklasigita | Sen kategorio | Nekategoriigita | Haina kategoria | Isiyo na kategoria
"""
_NO_CATEGORY = frozenset(tidy(name).casefold() for name in _UNCATEGORIZED.replace("\n", " ").split("|"))

# Labels that templates print before their terms. Fewer than the labels of `pipeline.noise`: "Video" and "News" are terms.
_LABEL = frozenset(tidy(label).casefold() for label in every(TERM_LABELS))
_LABELLED = re.compile(r"(?P<label>[^:：]{2,30}?)\s?[:：]\s*(?=\S)")
_LONGEST = 200


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


@lru_cache(maxsize=8192)
def _clean(name: str) -> str:
    term = to_text(name)
    for _ in range(8):
        before = term
        term = term.strip(" ,;|·•/、，")
        if term.startswith("#") and term[1:2].isalpha():
            term = term[1:].removesuffix("#")
        found = _LABELLED.match(term)
        if found and found["label"].casefold() in _LABEL:
            term = term[found.end() :]
        if term == before:
            break
    bare = term.rstrip(" :：").casefold()
    if not bare or bare in _NO_CATEGORY or bare in _LABEL or len(term) > _LONGEST or is_read_more(term):
        return ""
    return term


def split_run_together(text: str, vocabulary: Collection[str]) -> tuple[str, ...]:
    """Split terms that a template printed without a gap ("GuidancePublications"), by the site's own vocabulary.

    Of several ways the one with the fewest terms counts; where the whole text cannot be made of known terms, it stays
    one. Blanks and light marks between the terms are allowed.
    """
    text = text.strip()
    if not text or text in vocabulary or len(text) > _LONGEST:
        return (text,) if text else ()
    known = sorted({term for term in vocabulary if term and term in text})
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
