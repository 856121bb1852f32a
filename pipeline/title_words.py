"""Words as they are compared: folded, told apart by how much they say of a work.

A title is folded without regard to case, accents, typography and spelling of ligatures; what says only how a work is
offered ("[PDF]", "New report:") is peeled off. Which words say little is a table that a person can read and extend.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

# Words that join others, in the languages that resources are mostly written in.
_JOINING = """
a an the of and or in on for to from by with at as into its is are be how what why their this that these we our your not
le la les l un une des de du d et ou en dans sur pour par au aux avec que qui ses son sa leur leurs est
el los las del y o e con para por su sus al lo como se es
os as do da dos das em no na nos nas um uma com ao sobre
der die das den dem des ein eine einer eines und oder im am auf fur mit von vom zu zum zur bei aus ist
il lo gli i dei degli della delle nel nella per con che di
het een van voor met op te bij och att det som pa av for i til og fra
и в на с по о для от из к за или при до
في من على إلى عن و أن التي الذي
и та у з
ve ile bir icin
dan yang di untuk dari pada ke
ya wa na kwa la za katika cha
"""
# Words that name a kind of publication or its rhythm: they say little of which work it is.
_GENERIC = """
report reports annual yearly biennial monthly weekly daily quarterly quarter newsletter news bulletin bulletins update
updates updated press release releases statement statements factsheet factsheets fact sheet sheets brief briefs briefing
briefings policy paper papers working publication publications document documents review summary summaries executive
overview introduction editorial editors editor chair chairs message foreword minutes meeting agenda note notes issue
special edition editions volume vol number no part parts chapter series presentation slides video podcast webinar event
events blog post article story stories column letter letters interview book call open new final draft full
version revised publisher download pdf available online resource resources library case study studies situation snapshot
dashboard bulletins frequently asked questions faq job jobs vacancy tender terms reference strategic framework donate photo
week world international global national day happy year profile country survey research results findings analysis
discussion technical progress implementation
january february march april may june july august september october november december spring summer autumn winter fall
rapport rapports annuel annuelle mensuel trimestriel lettre information bulletin communique presse note synthese document
etude publication numero nouvelle version edition actualites revue
informe informes anual mensual semanal trimestral boletin comunicado prensa nota documento estudio publicacion numero
nueva noticias resumen ejecutivo edicion guia
relatorio relatorios mensal boletim comunicado imprensa documento estudo publicacao resumo noticias edicao
bericht berichte jahresbericht monatsbericht newsletter rundbrief pressemitteilung studie ausgabe nummer heft
zusammenfassung mitteilung broschure faltblatt
rapporto relazione annuale mensile bollettino comunicato stampa documento studio
jaarverslag verslag nieuwsbrief persbericht jaarrapport arsrapport nyhetsbrev arsredovisning
отчет доклад годовой бюллетень выпуск пресс релиз новости обзор ежегодный документ
تقرير سنوي التقرير السنوي نشرة بيان صحفي اخبارية الاخبارية النشرة وثيقة دراسة ملخص
laporan tahunan buletin siaran pers ripoti mwaka jarida rapor bulten yillik
"""
# The form in which a work was given, which one place names and another does not.
_FORM = "session abstract extended demo demonstration tutorial keynote talk panel online web"
_LATIN = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ħ": "h", "ŋ": "ng", "ß": "ss",
     "ـ": None, "أ": "ا", "إ": "ا", "آ": "ا", "ى": "ي", "ة": "ه", "ی": "ي", "ک": "ك", "ё": "е",
     "'": None, "’": None, "‘": None, "ʼ": None, "`": None, "´": None, "\xad": None, "\u200c": None, "\u200d": None}
)  # fmt: skip
# Combining marks of Latin, Greek and Cyrillic; vowel points of Hebrew and Arabic. The vowel signs of Indic scripts stay.
_MARKS = re.compile("[\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670]")
_WORD = re.compile(
    "[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]"
    "|(?:(?![_\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff])[\\w\u0900-\u109f\u1780-\u17ff\u0f00-\u0fff])+"
)
_CHARACTER = re.compile("[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")

# What stands before or after a title to say how it is offered. The offer goes, the title stays.
_OFFER_WORDS = (
    "pdf|epub|docx?|xlsx?|pptx?|zip|html|download|downloads|télécharger|descargar|baixar|herunterladen|скачать|تحميل|"
    "new|new report|new publication|new study|new guide|new paper|out now|now available|just published|just released|"
    "report|publication|study|paper|working paper|policy brief|policy paper|brief|briefing|briefing paper|"
    "briefing note|research|factsheet|fact sheet|guide|toolkit|handbook|manual|resource|resources|document|article|"
    "blog|blog post|news|book|"
    "case study|technical note|technical report|discussion paper|research brief|research report|"
    "rapport|nouveau rapport|étude|publication|note|guide pratique|ressource|document de travail|nouvelle publication|"
    "informe|nuevo informe|estudio|publicación|guía|recurso|"
    "documento|documento de trabajo|nueva publicación|noticia|artículo|"
    "relatório|novo relatório|estudo|publicação|nota|guia|bericht|neuer bericht|studie|neue studie|"
    "veröffentlichung|publikation|leitfaden|broschüre|rapporto|nuovo rapporto|studio|"
    "pubblicazione|guida|rapport|nieuw rapport|publicatie|"
    "доклад|отчет|отчёт|новый доклад|исследование|публикация|تقرير|تقرير جديد|دراسة|دليل|منشور|"
    "报告|新报告|研究|出版物|報告書|資料|laporan|laporan baru|ripoti|rapor|báo cáo"
)
_SIZE = r"\s*[,;:–-]?\s*[\d.,]+\s*(?:[kmg]i?[bo]|[кмг]б|pages?|pp?\.?)"
_BRACKETED = re.compile(rf"[\[(【（]\s*(?:{_OFFER_WORDS})(?:{_SIZE})?\s*[\])】）]", re.IGNORECASE)
_BEFORE = re.compile(rf"^(?:{_OFFER_WORDS})\s*(?:[:：|]|\s[–—-]\s)\s*", re.IGNORECASE)
_AFTER = re.compile(
    r"(?:\s*[|–—-]\s*|\s+)(?:\.?pdf|epub|docx?|download)(?:\s*[,;(]?\s*[\d.,]+\s*(?:[kmg]i?b)\)?)?$|\.(?:pdf|docx?|epub)$",
    re.IGNORECASE,
)
# Where in a journal or in which proceedings it stands, as citations have it.
_PLACE = re.compile(
    r"[,.;(\[\s]+(?:pp?\.?|pages?|S\.|págs?\.)\s*\d+(?:\s*[-–—]+\s*\d+)?[)\].]*$"
    r"|[,.;(]\s*(?:in:?\s+)?(?:the\s+)?(?:proceedings|proc\.)\s+(?:of\s)?.*$",
    re.IGNORECASE,
)
_CUT = re.compile(r"\s*(?:…|\.\.\.|\[…\]|\[\.\.\.\])\s*$")


# A letter that a careless converter has lost stands as "?" inside a word.
_LOST = re.compile(r"(?<=\w)[?\ufffd](?=\w)|(?<=\w)[?\ufffd](?=:)")


def fold(text: str) -> str:
    """Give `text` without case, accents and typography, the same for all spellings of it."""
    text = text.casefold()
    if text.isascii():
        return text.replace("'", "").replace("`", "")
    text = _MARKS.sub("", unicodedata.normalize("NFKD", text)).translate(_LATIN)
    return unicodedata.normalize("NFC", text)


def words_of(text: str) -> list[str]:
    """Give the words of folded text; of Chinese and Japanese each character."""
    return _WORD.findall(text)


def without_offer(title: str) -> tuple[str, bool]:
    """Give the title without what says how it is offered, and whether it had been cut short ("…")."""
    title = _LOST.sub("", title)
    bare = _CUT.sub("", title)
    is_cut = bare != title
    bare = _PLACE.sub("", _BRACKETED.sub(" ", bare))
    for _ in range(2):
        shorter = _AFTER.sub("", _BEFORE.sub("", bare.strip()).strip())
        if shorter == bare or not any(char.isalpha() for char in shorter):
            break
        bare = shorter
    return (bare if any(char.isalnum() for char in bare) else title), is_cut


_JOINING_WORDS = frozenset(words_of(fold(_JOINING)))
_FORM_WORDS = frozenset(_FORM.split())
_GENERIC_WORDS = frozenset(words_of(fold(_GENERIC)))


# What stands in the title of a work about another one: its summary, its correction, the talk that presents it.
_DERIVED = """
erratum errata corrigendum corrigenda addendum correction retraction response reply comment comments rejoinder review
summary annex annexes appendix supplement supplementary presentation slides webinar launch invitation registration
infographic video podcast press interview trailer teaser poster flyer leaflet checklist questionnaire dataset data brief call
reminder
agenda minutes tor vacancy tender workshop training course key highlights overview recommendations methodology
resume synthese communique annexe presentation lancement infographie erratum
resumen ejecutivo sintesis comunicado anexo presentacion lanzamiento infografia
resumo sumario anexo apresentacao lancamento
zusammenfassung kurzfassung anhang pressemitteilung prasentation stellungnahme
sintesi allegato comunicato samenvatting bijlage persbericht
резюме приложение презентация пресс релиз краткое содержание
ملخص ملحق بيان عرض
摘要 附件
"""
_DERIVED_WORDS = frozenset(word for word in words_of(fold(_DERIVED)))


# What says that a title returns: who bears one of these names has a day or a number beside it.
_RHYTHM = """
annual yearly biennial monthly weekly daily quarterly biweekly fortnightly annuel annuelle mensuel mensuelle hebdomadaire
trimestriel quotidien anual mensual semanal trimestral diario mensal semanario diario jahrlich monatlich wochentlich
jahresbericht monatsbericht wochenbericht quartalsbericht annuale mensile settimanale maandelijks wekelijks jaarlijks
newsletter bulletin boletin boletim rundbrief nieuwsbrief nyhetsbrev sitrep update weekly ежегодный ежемесячный еженедельный
бюллетень سنوي شهري اسبوعي نشره vacancy vacancies
"""
_RHYTHM_WORDS = frozenset(words_of(fold(_RHYTHM)))


def is_form(word: str) -> bool:
    """Say whether a word tells in what form a work was given: "panel", "demo"."""
    return word in _FORM_WORDS


def is_rhythm(word: str) -> bool:
    """Say whether a word of a title tells that others bear the same one: "Weekly", "Newsletter"."""
    return word in _RHYTHM_WORDS


def is_derived(word: str) -> bool:
    """Say whether a word that one title has more makes it another work about the first: "Erratum", "Summary"."""
    return word in _DERIVED_WORDS


@lru_cache(maxsize=65536)
def weight(word: str) -> float:
    """Give how much a word says of which work it is: 0 for one that only joins others, 1 for most."""
    if word in _JOINING_WORDS:
        return 0.0
    if word in _FORM_WORDS:
        return 0.1
    if word in _GENERIC_WORDS:
        return 0.3
    if len(word) == 1:
        return 0.5 if _CHARACTER.match(word) else 0.2
    if len(word) == 2:
        return 0.6
    return 1.3 if len(word) >= 12 else 1.0  # compounds, where a language makes them
