"""What class names, addresses and labels say of an element's part in a page: words of many sites and languages.

No word here belongs to one theme: they are HTML's, schema.org's, microformats' and WordPress core's names, and common
words that authors of markup use for themselves.
"""

from __future__ import annotations

import enum
import re
from functools import lru_cache
from typing import Final


class Zone:
    """Where in a page an element stands: flags, as plain integers since they are combined for every element."""

    NONE: Final = 0
    NAV: Final = 1
    SIDE: Final = 2
    FOOT: Final = 4
    COMMENTS: Final = 8
    RELATED: Final = 16
    HEAD: Final = 32
    CLOUD: Final = 64
    MAIN: Final = 128
    SLIDER: Final = 256
    CONTENT: Final = 512


_ZONE_TOKENS = {
    Zone.NAV: r"nav|navs|navbar|navigation|menu|submenu|mega-?menu|bread-?crumbs?|pagination|pager|paginator"
    r"|page-numbers"
    r"|nav-?links|skip-link|toolbar|tabs|lang(uage)?-?(switcher|selector|list)|dropdown(-menu)?|off-?canvas|drawer"
    r"|(site|main|primary|top|mobile|post|posts|page|header|footer)-?_?(nav|navigation|menu|navbar)|nav-?(bar"
    r"|menu|list|wrap(per)?)"
    r"|menu-?(list|items?|container|wrap(per)?)|post-?(prev|next)|prev-?next|post-?pagination|article-?(nav"
    r"|navigation)",
    Zone.SIDE: r"(left|right|site|main|primary|secondary|page|blog)?[-_]?side-?bar([-_]?(left|right|primary"
    r"|secondary|main|wrapper|container|inner|content))?"
    r"|side|(?:col(?:umn)?|pane|box|content|layout)[-_]side|side[-_]?(?:col(?:umn)?|content|pane|panel|box)"
    r"|widgets?|widget-?area|widgettitle|aside|card-widget|rail|secondary|tertiary|complementary",
    Zone.FOOT: r"(site|page|main|global)?-?_?footer(-?(inner|wrap(per)?|widgets?|content|container|bottom|top"
    r"|main))?|colophon|bottom-?bar|copyright",
    Zone.COMMENTS: r"comments?(-?(list|area|respond|form|thread|wrapper|section))?|respond|disqus(_thread)?"
    r"|replies|recent-?comments",
    Zone.RELATED: r"(post|posts|article|entry)?-?related(-?(posts?|articles?|content|items?|list|wrap(per)?"
    r"|reading))?|jp-relatedposts"
    r"|you-?may-?(also-?)?like|see-?also|read-?next|recommended(-?posts?)?|recommendations?|more-?(posts"
    r"|articles|from)|similar(-?posts)?"
    r"|trending|popular(-?posts)?|most-?(read|viewed|popular)|recent-?posts-?widget|up-?next|next-?reads?",
    Zone.HEAD: r"(site|page|main|global|top)-?_?header(-?(inner|wrap(per)?|content|container|top|main))?"
    r"|masthead|top-?bar|branding|site-branding",
    Zone.CLOUD: r"tag-?cloud|wp-tag-cloud|toc|table-of-contents|share|sharing|social(-?(links?|icons?|share))?"
    r"|sharedaddy|addtoany|archives?-?(list|widget)|category-?list"
    r"|(post-?)?toc(-?(list|content|wrap(per)?|container))?|footnotes|language-?chooser|calendar|search-?form",
    Zone.MAIN: r"main|content|primary|site-main|site-content|main-content|content-area|maincontent|page-content"
    r"|#main|#content",
    Zone.SLIDER: r"slider|slides?|carousel|swiper(-?(container|wrapper|slide))?|flexslider|slick-?(slider"
    r"|track)?|owl-carousel|hero-?slider|ticker|breaking-?news",
    Zone.CONTENT: r"entry-content|e-content|post-content|article-content|article-body|post-body|post__content"
    r"|articlebody",
}  # fmt: skip
_ZONE_TOKEN = re.compile(
    "|".join(f"(?P<z{zone}>(?:{pattern})$)" for zone, pattern in _ZONE_TOKENS.items()), re.IGNORECASE
)
_ZONE_TAGS = {"nav": Zone.NAV, "aside": Zone.SIDE, "footer": Zone.FOOT, "header": Zone.HEAD, "main": Zone.MAIN}
_ZONE_ROLES = {
    "navigation": Zone.NAV, "menu": Zone.NAV, "menubar": Zone.NAV, "complementary": Zone.SIDE, "contentinfo": Zone.FOOT,
    "banner": Zone.HEAD, "main": Zone.MAIN, "search": Zone.HEAD, "dialog": Zone.NAV,
}  # fmt: skip


@lru_cache(maxsize=16_384)
def _zone_of_token(token: str) -> int:
    match = _ZONE_TOKEN.match(token)
    return int((match.lastgroup or "z0")[1:]) if match is not None else Zone.NONE


@lru_cache(maxsize=4096)
def zone_of(tag: str, names: str, role: str = "") -> int:
    """The zones that an element opens, by its tag, its class and id, and its ARIA role."""
    zone = _ZONE_TAGS.get(tag, Zone.NONE)
    if role:
        zone |= _ZONE_ROLES.get(role, Zone.NONE)
    for token in names.split()[:24]:
        zone |= _zone_of_token(token)
    return zone


# The right column is a side column where it is small; the left one may as well be the matter's.
_AT_SIDE = re.compile(
    r"(?:^|\s)(?:right|right[-_]?(?:col(?:umn)?|pane|rail|block|box|bar|content)|col(?:umn)?[-_]?right|sub[-_]?content)(?=$|\s)",
    re.IGNORECASE,
)


@lru_cache(maxsize=4096)
def at_side(names: str) -> bool:
    """Whether an element's class says that it stands at the right."""
    return _AT_SIDE.search(names) is not None


class Part(enum.StrEnum):
    """What a piece of a record is, by its words."""

    CATEGORY = "category"
    TAG = "tag"
    AUTHOR = "author"
    PUBLISHED = "published"
    MODIFIED = "modified"
    COMMENTS = "comments"
    MORE = "more"
    TEASER = "teaser"
    TITLE = "title"
    COUNT = "count"
    UNTIL = "until"


# Whole words inside class names, ids, itemprops: "post-categories", "cat_links", "entryAuthor".
_PART_WORDS = (
    (Part.COMMENTS, r"comments?|replies|reply|disqus|respond|discuss(ion)?"),
    (Part.MORE, r"more|read-?more|readmore|continue|btn|button"),
    (Part.MODIFIED, r"updated?|modified|date-?modified|lastmod|changed|edited"),
    (Part.PUBLISHED, (r"\w*(?<!up)date|dates|time|published|publish|pubdate|date-?published|posted|calendar"
    r"|datetime|when|clock|day|created|timestamp|datum|fecha|data|dato|tarih|dat[ae]-?pub\w*|pvm|paivays|ngay")),
    (Part.AUTHOR, (r"\w*authors?|byline|by|vcard|creator|writer|user(?:-?name)?|contributors?|p-author|person|people"
    r"|autor(?:e|es|i|en|in|ka)?|auteurs?|yazar|szerz[oő]|tekij[aä]|kirjoittaja|skribent|f[oö]rfattare|forfatter|verfasser|redaktor")),
    (Part.TAG, r"tag|tags|tagged|tagging|keywords?|hashtags?|post_tag"),
    (Part.CATEGORY, (r"\w*categor(?:y|ies)|cat|cats|taxonomy|articlesection|section|topics?|types?|folder|kicker"
    r"|eyebrow|rubric|bookmark-?o|genre|antetitulo|volanta|dachzeile|overline|pretitle")),
    (Part.COUNT, (r"pages|views?|likes?|shares?|word-?count|reading-?time|readtime|read-?time|minutes?|length|counts?"
    r"|stars?|eta")),
    (Part.TEASER, (r"excerpt|summary|teaser|description|abstract|intro|lead|snippet|desc|standfirst|dek|blurb"
    r"|content|body|text")),
    (Part.UNTIL, r"deadlines?|closing|expires|expiry|expiration|duedate"),
    (Part.TITLE, r"title|headline|heading|p-name"),
)  # fmt: skip
_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
_PARTS = [(part, re.compile(rf"(?:{pattern})$", re.IGNORECASE)) for part, pattern in _PART_WORDS]


@lru_cache(maxsize=20_000)
def parts_of(names: str) -> frozenset[Part]:
    """What an element's class, id and itemprop say it is."""
    found = set()
    for token in names.split()[:24]:
        # Of "teaser__type" the second word is the element's (BEM), the first is what it stands in.
        _, inside, element = token.rpartition("__")
        found |= (_parts_of_token(element) if inside else set()) or _parts_of_token(token)
    return frozenset(found)


def _parts_of_token(token: str) -> set[Part]:
    words = {token, *_WORD.findall(token)}
    return {part for part, pattern in _PARTS if any(pattern.match(word) for word in words)}


# What a label in front of a value says, in the corpus's and other common languages. Matched against the label without
# its colon, as whole text.
_LABELS = {
    Part.CATEGORY: "category|categories|categorized as|categorised as|categorized in|categorized|filed under"
    "|filed in|posted in|in|section|topic|topics|kategorie|kategorien|catégorie|catégories"
    "|categoría|categorías|categoria|categorie|categorias|rubrique|rubriques|рубрика|рубрики|категория"
    "|категории|категорії|分类|分類|类别|カテゴリー|카테고리"
    "|التصنيف|التصنيفات|تصنيف|หมวดหมู่|kategori|kategoria|kategorie:|publié dans|classé dans|veröffentlicht in"
    "|abgelegt unter|publicado en|en|dans|pubblicato in|postado em|opublikowano w|опубликовано в|发布于分类|归类于",
    Part.TAG: "tag|tags|tagged|tagged with|tagged as|tagged in|keywords|keyword|schlagwort|schlagwörter"
    "|schlagworte|verschlagwortet mit|mot-clé|mots-clés|étiquettes|étiquette|étiqueté"
    "|étiqueté avec|etiqueta|etiquetas|etiquetado|etichette|etichetta|taggato|метка|метки|мітки|теги|тег|тэги"
    "|标签|標籤|标签：|タグ|태그|الوسوم|وسوم|وسم|ป้ายกำกับ|แท็ก|etiketler|etiket|tagi|trefwoorden|palabras clave"
    "|palavras-chave|ключевые слова|tag(s)",
    Part.AUTHOR: "by|author|authors|written by|posted by|published by|von|autor|autoren|autorin|verfasst von"
    "|par|auteur|auteurs|rédigé par|écrit par|por|autores|autora|escrito por|publicado por|di|autore|scritto da|da"
    "|автор|авторы|от|作者|著者|投稿者|저자|글쓴이|الكاتب|بواسطة|كتبه|بقلم|โดย|ผู้เขียน|door|av|af|przez|yazar|creator"
    "|contributors?|contributor|post author|veröffentlicht von|publié par|posté par",
    Part.PUBLISHED: "opened|opened on|opens|opening date|start date"
    "|posted|posted on|published|published on|date|on|publication date|date published|created"
    "|created on|issued|release date|veröffentlicht|veröffentlicht am|veröffentlichungsdatum|datum|am|publié"
    "|publié le|le|date de publication|publicado|publicado el|publicado em|fecha|fecha de publicación|el|data"
    "|pubblicato|pubblicato il|il"
    "|опубликовано|дата|дата публикации|发布于|发表于|发布日期|發布日期|發佈日期|刊登日期|日期|發佈於"
    "|发布时间|公開日|投稿日|게시일|작성일"
    "|نشر في|تاريخ النشر|التاريخ"
    "|نُشر في|เผยแพร่เมื่อ|วันที่|gepubliceerd op|opublikowano|yayınlanma|post date|effective",
    Part.MODIFIED: "updated|updated on|updated at|last updated|last updated on|modified|modified on|last"
    " modified|last modified on|revised|edited|aktualisiert|aktualisiert am|zuletzt aktualisiert|zuletzt"
    " geändert|geändert|bearbeitet|mis à jour|mis à jour le|modifié|modifié le|dernière modification|dernière"
    " mise à jour|actualizado|actualizado el|última actualización|modificado|modificado el|última modificación"
    "|aggiornato|aggiornato il|ultima modifica|modificato|atualizado|atualizado em"
    "|обновлено|изменено|последнее обновление"
    "|更新于|更新日期|最后更新|最近更新|最后修改|修改于|更新時間|更新时间|更新日|最終更新"
    "|수정일|업데이트|آخر تحديث"
    "|تم التحديث|عُدل في|แก้ไขล่าสุด|อัปเดต|ปรับปรุงล่าสุด|bijgewerkt|zaktualizowano|güncellendi",
    Part.UNTIL: "deadline|application deadline|deadline for applications|submission deadline"
    "|deadline for submission|closing date"
    "|closing|closes|closes on|closed|closed on|closing on|close date|apply by|apply before|due|due date|due by"
    "|due on|submit by"
    "|expires|expires on|expiry date|expiry|expired|valid until|until|ends|ends on|end date|bid closing date"
    "|opening of bids"
    "|date limite|date limite de dépôt|date limite de candidature|date de clôture|clôture|jusqu'au|échéance|expire le"
    "|fecha límite|fecha de cierre|cierre|plazo|vence|vence el|hasta|hasta el|prazo|data limite"
    "|data de encerramento|encerra em"
    "|até|bewerbungsfrist|bewerbungsschluss|einsendeschluss|frist|bis|gültig bis|scadenza|termine|fino al"
    "|sluitingsdatum|deadline tot"
    "|termin składania|son başvuru|son tarih|срок подачи|крайний срок|до|срок|действует до|آخر موعد"
    "|الموعد النهائي|تاريخ الإغلاق"
    "|تاريخ الانتهاء|截止日期|截止时间|截止|报名截止|締切|締め切り|応募締切|마감일|마감|접수마감"
    "|batas akhir|batas waktu|hạn chót|hạn nộp|hết hạn"
    "|วันสิ้นสุด|ปิดรับสมัคร|หมดเขต|tarehe ya mwisho|mwisho wa maombi",
}  # fmt: skip
LABELS: dict[str, Part] = {}
for _part, _words in _LABELS.items():
    for _word in _words.split("|"):
        LABELS.setdefault(_word, _part)

# Names of fields that are labels only where their place says so: in a column's header, or in front of a colon.
_FIELD_NAMES = {
    Part.CATEGORY: "theme|themes|type|types|kind|document type|resource type|publication type|content type|area"
    "|focus area|programme|series|thema|themen|art|dokumenttyp|typ|thème|thèmes|thématique|type de document"
    "|tema|temas|format|formato|format du document|tipo|tipo de documento|tipologia"
    "|тема|темы|тип|вид|النوع|الموضوع|موضوع|类型|主题|種類|종류|soort|onderwerp|rodzaj|tür",
    Part.PUBLISHED: "adopted|date adopted|date of adoption|enacted|signed|uploaded|date uploaded|added"
    "|date added|date of assent"
    "|assented|gazetted|gazette date|promulgated|in force since|imewekwa|imechapishwa|diterbitkan|dipublikasikan"
    "|diunggah"
    "|ngày đăng|ngày ban hành|প্রকাশের তারিখ|प्रकाशित|प्रकाशित मिति|प्रकाशन तिथि|प्रकाशन मिति|የታተመበት ቀን"
    "|date d'adoption|fecha de adopción|data de publicação|data pubblicazione|تاریخ",
}  # fmt: skip
_FIELD_NAMES[Part.TITLE] = (
    "title|titles|name|document|case title|headline|titel|bezeichnung|dokument|titre|intitulé|título|nombre|titolo|nome"
    "|tytuł|nazwa|başlık|название|наименование|заголовок|назва|标题|標題|名称|题名|タイトル|件名|題名|제목|العنوان|عنوان|שם|כותרת"
    "|शीर्षक|विषय|tên|tiêu đề|judul|tajuk|nama|ชื่อเรื่อง|ชื่อ|parties|case|case name|case title|matter|style"
)
_FIELD_NAMES[Part.TEASER] = (
    "description|short description|summary|abstract|details|overview|brief|synopsis|beschreibung|zusammenfassung|inhalt"
    "|kurzbeschreibung|résumé|description sommaire|descripción|resumen|resumo|descrição|descrizione|sintesi|sommario|ementa"
    "|objeto|opis|streszczenie|omschrijving|samenvatting|beskrivelse|beskrivning|sammanfattning|popis|açıklama|özet|описание"
    "|аннотация|опис|анотація|краткое содержание|περιγραφή|الوصف|الملخص|وصف|ملخص|شرح|توضیحات|خلاصه|תיאור|תקציר|摘要|简介"
    "|概要|内容|內容|説明|설명|내용|요약|mô tả|tóm tắt|deskripsi|ringkasan|keterangan|รายละเอียด|คำอธิบาย|maelezo|विवरण|বিবরণ"
)
_NAMES = {word: part for part, words in _FIELD_NAMES.items() for word in words.split("|")}


def name_of(text: str, *, header: bool = False) -> Part | None:
    """What a label or, in front of a colon or in a column's header, a field's name says of the value that it names."""
    part = label_of(text)
    if part is None and len(text) <= 60 and (header or text.rstrip().endswith((":", "："))):
        name = " ".join(text.split()).strip(_LABEL_EDGE).lower()
        part = _NAMES.get(name) or (_day_named(name) if header else None)
    return part


def _day_named(name: str) -> Part | None:
    if _A_CHANGE.search(name):
        return Part.MODIFIED
    return Part.PUBLISHED if _A_DATE.match(name) else None


_A_CHANGE = re.compile(
    r"\b(?:modified|updated|changed|revised|modifi[ée]e?|modificado|actualizado|geändert|aktualisiert)\b"
)
# Headers of columns that hold some day: "Date of assent", "Issue date".
_A_DATE = re.compile(
    r"(?:date|fecha|data|datum|дата|tarehe|tanggal|ngày|تاريخ)\s|(?:issue|release|publication|posting|filing) date$"
)


# Icons (ligatures and class names) that stand for a label.
ICONS = re.compile(
    r"(?P<category>folder|archive|bookmark|inbox|categor|th-list|cube|layer)|(?P<tag>tag|hash|label)"
    r"|(?P<author>user|person|author|pencil|pen\b|avatar|account|feather)"
    r"|(?P<modified>update|history|refresh|edit|rotate|sync)|(?P<published>calendar|clock|date|time|schedule"
    r"|event|today)|(?P<comments>comment|chat|forum|message)|(?P<count>eye|view|heart|like|book-open|hourglass"
    r"|file-word|stopwatch|visibility)",
    re.IGNORECASE,
)
_LABEL_EDGE = " \t\r\n\xa0:：·•|/–—-,»›>#@([【」「"


# "Author(s)", "Autor(en)", "Autor:innen".
_OR_MORE = re.compile(r"(?:\((?:e?s|en|innen|in|i|e|ы|и)\)|[:*]innen)$")
_LOUD = frozenset(("BY", "IN", "ON"))


@lru_cache(maxsize=4096)
def label_of(text: str) -> Part | None:
    """What a label says of the value behind it; None: it is no label that is known."""
    if len(text) > 400:
        return None
    bare = " ".join(text.split()).strip(_LABEL_EDGE)
    if len(bare) == 2 and bare.isupper() and bare not in _LOUD:
        return None  # EN, DA: a language's code, not a small word
    return LABELS.get(_OR_MORE.sub("", bare.lower()))


# Fragments of addresses that lead to the comments of a page, WordPress's and those of comment services.
COMMENTS_FRAGMENT = re.compile(
    r"^#?(?:comments?|respond|disqus_thread|reply|replies|cusdis|gitalk|waline|valine|utterances|giscus)", re.IGNORECASE
)
