"""The rules by which CMS noise is taken out of a text: a table to read and to extend.

Each rule names what it strips and why. Its pattern must hold the evidence that the words are template: a true sentence
that happens to use them stays. Patterns are case-sensitive unless they say otherwise, since case is evidence.
"""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Rule:
    """One kind of noise. `place` says where it stands: "start", "end" or "any"; what matches is replaced by `by`.

    The pattern is tried only where one of `hints` occurs: most texts hold none, and cost next to nothing. `cuts` says
    that the template thereby admits that the site had cut the text short.
    """

    name: str
    why: str
    place: str
    hints: tuple[str, ...]
    pattern: re.Pattern[str]
    by: str = ""
    cuts: bool = False


def _rule(  # noqa: PLR0917  # read as a row of the table
    name: str, why: str, place: str, hints: str, pattern: str, by: str = "", *, cuts: bool = False
) -> Rule:
    anchored = {"start": rf"\A(?:{pattern})", "end": rf"(?:{pattern})\Z", "any": pattern}[place]
    return Rule(name, why, place, tuple(hints.split(" | ")), re.compile(anchored), by, cuts)


# Where one sentence has ended and template may begin; the second needs something before it.
_BREAK = r"(?:\A|(?<=[.!?…»”\"|·•。！？؟।)\]])\s*|\s[|·•–—]\s*)"
_AFTER_BREAK = _BREAK.replace(r"\A|", "")


def _words(table: str) -> str:
    """Make an alternative of the entries of a table, given between strokes with blanks around."""
    return "(?:" + "|".join(part.strip() for part in " ".join(table.split()).split(" | ")) + ")"


_NETWORK = _words(
    """Share(?: this| on| via)?:? | Tweet | Pin(?: it)? | E-?mail | Print | Facebook | Twitter | X | LinkedIn |
    WhatsApp | Telegram | Pinterest | Reddit | Tumblr | Pocket | Skype | Mastodon | Bluesky | Copy [Ll]ink"""
)
# Page builders' and themes' prefixes: WPBakery, Divi, Avada, Enfold, Cornerstone, Qode, Shortcodes Ultimate, Oxygen, …
_PREFIX = _words(
    """vc | et_pb | fusion | av | tatsu | cs | mk | kc | ux | us | nectar | wpb | elementor | rev | su | dt |
    qode | edgtf | mkdf | eltdf | eltd | cmsms | tve | ult | bt_bb | zozo | porto | bsf | ultimate | tp |
    thb | otw | themify | jetpack | mc4wp | mailpoet | wpdm | ngg | siteorigin | so | fl | bb | ct | oxygen |
    breakdance | kb | uagb | stackable"""
)
_PLUGIN = _words(
    """contact-form-7 | contact-form | ninja_forms? | gravityforms? | wpforms | toc | ez-toc | one_half |
    one_third | two_third | one_fourth | three_fourth | one_half_last | one_third_last | pdf-embedder |
    pdfviewer | gview | embeddoc | tablepress | layerslider | smartslider3 | sociallinks | social_share |
    sharethis | addtoany | ssba | related_posts | nggallery | wp_caption | rev_slider | display-posts |
    embedyt | googlemaps"""
)
_COMMON = _words(
    """caption | gallery | embed | audio | video | playlist | button | row | columns? | col | tabs? | accordion |
    toggle | spacer | divider | section | container | table | soundcloud | youtube | vimeo | tweet |
    slideshow | share | download | icon | quote | pullquote | dropcap | highlight | map | image | img | box |
    blockquote | heading"""
)
# "The post TITLE appeared first on SITE." in the languages of WordPress's feed plugins: what opens it, what closes it.
_APPEARED = (
    ("The post", "(?:appeared first on|first appeared on)"),
    ("Der Beitrag", "(?:erschien zuerst auf|ist zuerst erschienen auf)"),
    ("L[’']article", "est apparu en premier sur"),
    ("L[’']articolo", "(?:proviene da|sembra essere il primo su)"),
    ("(?:La entrada|El artículo)", "(?:aparece primero en|se publicó primero en|apareció primero en)"),
    ("(?:O post|O conteúdo)", "(?:apareceu primeiro em|aparece primeiro em)"),
    ("Het bericht", "verscheen eerst op"),
    ("Artykuł", "pochodzi z serwisu"),
    ("(?:Запись|Сообщение)", "(?:впервые появилась|появились сначала на)"),
    ("Запис", "спершу з[’']явиться на"),
    ("Inlägget", "dök först upp på"),
    ("Indlægget", "blev først udgivet på"),
    ("Innlegget", "dukket først opp på"),
    ("Příspěvek", "(?:se nejdříve objevil na|pochází z)"),
    ("Artikkeli", "julkaistiin ensimmäisen kerran"),
    ("Το άρθρο", "εμφανίστηκε πρώτα στο"),
    ("投稿", "は.{1,80}に最初に表示されました"),
    ("文章", "最先出现在"),
    ("ظهرت المقالة", "أولاً على"),
    ("نوشته", "اولین بار در"),
    ("הפוסט", "הופיע לראשונה"),
)
# A title begins with no small letter: "The post office where it appeared first on Monday" is a sentence.
_APPEARED_PATTERN = "|".join(
    rf"{head}(?: (?![a-zа-я])|(?=[^\x00-\u2e7f])).{{1,300}}? ?{tail} ?.{{0,120}}?" for head, tail in _APPEARED
)
_MORE = _words(
    "more | mehr | la suite | suite | más | mas | mais | altro | continua | meer | lees meer | mer | mere | lisää | ещё"
)
_DATE = r"[^.!?|]{0,24}?\d{1,2}[^.!?|]{1,16}?\b(?:19|20)\d\d(?: (?:at )?\d{1,2}[:.]\d\d(?: ?[ap]m)?)?"
_FOOTER = _words(
    """Filed [Uu]nder | Posted [Ii]n | Tagged(?: [Ww]ith)? | Tags | TAGS | Categories | Schlagwörter |
    Schlagworte | Étiquettes | Etiquetas | Метки | Рубрика | 标签 | タグ"""
)
_COMMENT = _words(
    """Leave a [CcRr](?:omment|eply) | No [Cc]omments(?: [Yy]et)? | Comments [Oo]ff | Comments are closed |
    Add a [Cc]omment | Post a [Cc]omment | Schreibe einen Kommentar | Kommentar hinterlassen |
    Laisser un commentaire | Deja un comentario | Deja una respuesta | Lascia un commento |
    Deixe um comentário | Laat een reactie achter | Geef een reactie | Dodaj komentarz | Zostaw komentarz |
    Napsat komentář | Оставить комментарий | Добавить комментарий | Залишити коментар | Bir yorum yapın |
    发表评论 | コメントを残す | 댓글 남기기 | اترك تعليقاً | دیدگاهی بنویسید | ใส่ความเห็น | Để lại bình luận |
    Tinggalkan komentar | Lämna en kommentar | Legg igjen en kommentar | Skriv en kommentar | Jätä kommentti |
    Lasă un comentariu | Szólj hozzá"""
)
_COMMENTS = _words(
    "[Cc]omments? | Kommentare? | commentaires? | comentarios? | commenti | reacties? | комментари(?:й|я|ев)"
)

_APPEARED_HINTS = (
    "first | erst  | premier | proviene | primo | primero | primeiro | pochodzi | вперв | сначала | спершу | först | først"
    " | nejdříve | pochází | ensimm | πρώτα | 投稿 | 文章 | ظهرت | نوشته | הפוסט"
)
_COMMENT_HINTS = (
    "omment | eply | comentari | reactie | oment | оммент | омент | yorum | 评论 | コメント | 댓글 | تعليق | دیدگاه"
    " | ความเห็น | bình luận | hozzá | espuesta | omentář"
)

RULES: tuple[Rule, ...] = (
    _rule(
        "block comment", "Gutenberg marks its blocks with comments, which some feeds print",
        "any", "<!--", r"(?s)<!--.*?(?:-->|\Z)", " ",
    ),
    _rule(
        "caption shortcode", "a caption belongs to its image, not to the text",
        "any", "[caption", r"\[caption\b[^\]]*\].{0,600}?\[/caption\]", " ",
    ),
    _rule(
        "builder shortcode", "page builders' shortcodes stay when the builder is switched off",
        "any", "[", rf"\[/?{_PREFIX}_\w[\w-]*(?:\s[^\[\]]*)?/?\]", " ",
    ),
    _rule(
        "plugin shortcode", "a plugin's shortcode stays when the plugin is gone",
        "any", "[", rf"\[/?{_PLUGIN}(?:[\s:][^\[\]]*)?\]", " ",
    ),
    _rule(
        "shortcode with attributes", "\"[video]\" may be the author's word; with attributes or a stroke it is a shortcode",
        "any", "[", rf"\[{_COMMON}\s[^\[\]]*=[^\[\]]*\]|\[/{_COMMON}\]", " ",
    ),
    _rule(
        "cut shortcode", "an excerpt may end inside a shortcode",
        "end", "[", rf"\[/?{_PREFIX}_\w[\w-]*(?:\s[^\[\]]*)?(?:…|\.\.\.)?", "…", cuts=True,
    ),
    _rule(
        "skip link", "the first link of a page, for screen readers",
        "start", "Skip to", r"Skip to (?:main )?(?:content|navigation)\b(?=\s*[A-Z|·»:]|\s*\Z)[\s|·»:]*",
    ),
    _rule(
        "type names", "a debugging print of WordPress's get_post_types() above the listing",
        "start", "nav_menu_item",
        r"post\s*page\s*attachment\s*revision\s*nav_menu_item(?:\s*[a-z0-9]+(?:[_-][a-z0-9]+)+)*\s*",
    ),
    _rule(
        "posted line", "the entry's header, swallowed into the teaser",
        "start", "Posted | Published | pdated | Written",
        rf"(?:Posted|Published|Updated|Written|Last updated) (?:on )?{_DATE}"
        r"(?:\s*[|·•–—]\s*|\s+(?:by (?!the |a |an |our |all |its )[a-z][\w.-]*\s+)?"
        r"|\s+by (?:[A-Z][\w.'’-]+\s+){1,3}[|·•–—]\s*)"
        r"(?=[A-Z“\"‘])",
    ),
    _rule(
        "reading time", "the entry's header",
        "start", "min", r"(?:(?:Estimated )?[Rr]eading time:?\s*)?\d{1,3} min(?:ute)?s? read\b"
        r"(?:\s*[|·•–—.:]\s*|\s*(?=[A-Z“\"‘]|\Z))"
        r"|Reading time:?\s*\d{1,3} min(?:ute)?s?\b[\s|·•–—.]*",
    ),
    _rule(
        "appeared first", "feed plugins append it for search engines",
        "end", _APPEARED_HINTS, rf"{_BREAK}\s*(?:{_APPEARED_PATTERN})",
    ),
    _rule(
        "more tag", "WordPress's more link in brackets",
        "end", "…) | …] | ..) | ..] | … ) | … ] | . ) | . ]",
        rf"[(\[]\s*(?i:{_MORE})?\s*(?:…|\.{{2,}})\s*[)\]]\s*[→»>]*(?:\s*[“\"].{{1,200}}[”\"])?", "…", cuts=True,
    ),
    _rule(
        "entry footer", "categories and tags below the entry",
        "end", "Tags | TAGS | iled | osted | agged | ategor | chlagw | tiquet | Метки | Рубрика | 标签 | タグ",
        rf"{_AFTER_BREAK}\s*{_FOOTER}\s?[:：]\s*[^.!?]{{1,160}}",
    ),
    _rule(
        "bare footer", "the same where only capitals show it",
        "end", "TAGS: | Filed Under:", r"(?:\s+|\A)(?:TAGS:|Filed Under:)(?:\s*[^.!?]{1,160})?",
    ),
    _rule(
        "post date", "the labels for screen readers of WordPress's default themes",
        "end", "Post date | Post author",
        rf"{_BREAK}(?:Post author\s*:?\s*(?:By )?[A-Z][^.!?]{{1,40}}?)?\s*"
        r"(?:Post date\s*:?\s*[^.!?]{0,14}?\d[\d./-]{0,9}(?:,? \d{4})?)?",
    ),
    _rule(
        "comment link", "the entry's footer",
        "end", _COMMENT_HINTS, rf"(?:{_BREAK}|\s+){_COMMENT}\s*[»→›]*(?: (?:on|zu|sur|en|su|op|к|к записи) .{{1,200}})?",
    ),
    _rule(
        "comment count", "the entry's footer",
        "end", "omment | comentario | reactie | коммент",
        rf"{_BREAK}\d{{1,4}} {_COMMENTS}\s*[»→›]*(?: on (?![a-z]).{{1,200}})?",
    ),
    _rule(
        "sharing block", "a sharing plugin's block",
        "end", "Share this", rf"{_BREAK}\s*Share this:\s*(?:(?:Click to .{{1,60}}?\(Opens in new window\)|{_NETWORK})\s*)*",
    ),
    _rule(
        "share bar", "names of networks in a row",
        "any", "Share | Tweet | Facebook | Twitter | LinkedIn | Email | WhatsApp",
        rf"(?<![\w,])(?:{_NETWORK}(?:\s*[|·•]\s*|\s+)){{2,}}(?:{_NETWORK}|More)(?![\w,])\s*[0-9+]*", " ",
    ),
    _rule(
        "like button", "a plugin's placeholder",
        "any", "Like this", r"Like this:\s*Like\s*Loading(?:…|\.\.\.)?(?:\s*Related\Z)?", " ",
    ),
    _rule("cut in front", "a search engine's piece of a page", "start", "... | …", r"(?:\.{3}|…)\s+(?=\w)"),
    _rule("short link", "WordPress's short link, printed", "end", "/?p=", r"https?://\S+/\?p=\d+"),
)  # fmt: skip

BY_PLACE = {place: tuple(rule for rule in RULES if rule.place == place) for place in ("start", "any", "end")}


def apply(place: str, text: str) -> tuple[str, bool]:
    """Apply the rules of one place; say also whether one of them admitted a cut."""
    cut = False
    for rule in BY_PLACE[place]:
        for hint in rule.hints:
            if hint in text:
                break
        else:
            continue
        changed = rule.pattern.sub(rule.by, text)
        if changed != text:
            cut |= rule.cuts
            text = " ".join(changed.split())
    return text, cut
