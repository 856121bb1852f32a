"""The rules by which CMS noise is taken out of a text: a table to read and to extend.

Each rule names what it strips and why. Its pattern must hold the evidence that the words are template: a true sentence
that happens to use them stays. Patterns are case-sensitive unless they say otherwise, since case is evidence.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Rule:
    """One kind of noise. `place` says where it stands: "start", "end" or "any"; what matches is replaced by `by`.

    The pattern is tried only where `hint` is found, and the text begins or ends (by `place`) with one of `edge`: most
    texts hold none, and cost next to nothing. `cuts` says that the template thereby admits that the site had cut the text
    short; a rule for the end takes `reach` characters at most (0: any number).
    """

    name: str
    why: str
    place: str
    hint: re.Pattern[str]
    pattern: re.Pattern[str]
    by: str = ""
    cuts: bool = False
    edge: tuple[str, ...] = ("",)
    reach: int = 0


def _rule(  # noqa: PLR0917  # read as a row of the table
    name: str,
    why: str,
    place: str,
    hints: str,
    pattern: str,
    by: str = "",
    *,
    cuts: bool = False,
    edge: str = "",
    reach: int = 0,
) -> Rule:
    """Make a rule; `hints` are plain words between strokes, of which the pattern holds one.

    They are looked for in all texts: soonest told are those that begin with a capital or a mark.
    """
    anchored = {"start": rf"\A(?:{pattern})", "end": rf"(?:{pattern})\Z", "any": pattern}[place]
    # "[" may begin a shortcode, "[…]" does not.
    hint = "|".join(r"\[/?[a-z]" if each == "[" else re.escape(each) for each in hints.split(" | "))
    return Rule(name, why, place, re.compile(hint), re.compile(anchored), by, cuts, tuple(edge.split(" | ")), reach)


# Where one sentence has ended and template may begin; the second needs something before it.
_BREAK = r"(?:\A|(?<=[.!?…»”\"|·•。！？؟।)\]])\s*|\s[|·•–—]\s*)"


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
    ("(?:L[’']|Cet )article", "est apparu en premier sur"),
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
    ("(?:Artikel|Postingan)", "pertama kali (?:tampil|muncul) (?:pada|di)"),
    ("Bài viết", "đã xuất hiện đầu tiên (?:vào ngày|trên)"),
    ("(?:Articolul|Postarea)", "(?:apare prima dată în|a apărut prima dată în)"),
    ("A", "bejegyzés először"),
    ("The post", "ได้ปรากฏครั้งแรก"),
)
# Where the title stands first, it is all that follows the last sentence.
_APPEARED_AFTER = "(?:글이 .{1,120} ?처음 등장했습니다|yazısı ilk (?:önce|olarak) .{1,120} (?:üzerinde )?ortaya çıktı)"
# A title begins with no small letter: "The post office where it appeared first on Monday" is a sentence.
_APPEARED_PATTERN = (
    "|".join(rf"{head}(?: (?![a-zа-я])|(?=[^\x00-\u2e7f])).{{1,300}}? ?{tail} ?.{{0,120}}?" for head, tail in _APPEARED)
    + rf"|[^.!?]{{1,200}}? {_APPEARED_AFTER}[.]?"
)
_MORE_TABLE = """
    more | mehr | la suite | suite | más | mas | mais | altro | continua | meer | lees meer | mer | mere | lisää | ещё |
    далее | далі | więcej | více | viac | több | tovább | mai mult | devamı | περισσότερα | المزيد | بیشتر | עוד | 더 보기 |
    続きを読む | 更多 | 全文
"""
_MORE_WORDS = _words(_MORE_TABLE)
_MORE_TAG = rf"[(\[]\s*(?:…|\.{{2,}}|(?i:{_MORE_WORDS})\s*(?:…|\.{{2,}}))\s*[)\]]\s*[→»>]*"
_MORE_TAG_HINTS = "…) | …] | ..) | ..] | … ) | … ] | . ) | . ]"

# What opens each of them, as far as it is plain words.
_APPEARED_HINTS = (
    "The post | Der Beitrag | L’article | L'article | Cet article | L’articolo | L'articolo | La entrada | El artículo"
    " | O post | O conteúdo | Het bericht | Artykuł | Сообщение | Запис | Inlägget | Indlægget | Innlegget | Příspěvek"
    " | Artikkeli | Το άρθρο | 投稿 | 文章 | ظهرت المقالة | نوشته | הפוסט | Artikel | Postingan | Bài viết | Articolul"
    " | Postarea | jegyzés | 글이 | zısı ilk"
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
        "type names", "a debugging print of WordPress's get_post_types() above the listing",
        "start", "nav_menu_item",
        r"post\s*page\s*attachment\s*revision\s*nav_menu_item(?:\s*[a-z0-9]+(?:[_-][a-z0-9]+)+)*\s*", edge="post",
    ),
    _rule(
        "appeared first", "feed plugins append it for search engines",
        "end", _APPEARED_HINTS, rf"{_BREAK}\s*(?:{_APPEARED_PATTERN})",
    ),
    _rule(
        "more tag", "WordPress's more link in brackets",
        "end", _MORE_TAG_HINTS, _MORE_TAG, "…", cuts=True, edge=") | ] | → | » | >", reach=60,
    ),
    _rule(
        "more tag with title", "the same, before the title that it leads to",
        "end", _MORE_TAG_HINTS, rf"{_MORE_TAG}\s*[“\"].{{1,200}}[”\"]", "…", cuts=True, edge="” | \"",
    ),
    _rule(
        "post date", "the labels for screen readers of WordPress's default themes",
        "end", "Post date | Post author",
        rf"{_BREAK}(?:Post author\s*:?\s*(?:By )?[A-Z][^.!?]{{1,40}}?)?\s*"
        r"(?:Post date\s*:?\s*[^.!?]{0,14}?\d[\d./-]{0,9}(?:,? \d{4})?)?",
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
    _rule(
        "builder's styles", "Elementor and other builders print their styles into the excerpt",
        "start", "{", r"(?:/\*.{0,200}?\*/\s*)?(?:(?:[.#@][\w-]|:root)[^{}]{0,600}\{[^{}]{0,2000}\}\s*)+",
        edge="/* | . | # | @ | :root",
    ),
    _rule(
        "more in brackets", "a link to the whole text in brackets, by some systems",
        "end", "]", rf"\s*\[(?i:{_MORE_WORDS}|read more)\]", edge="]",
    ),
    _rule(
        "more with its dots", "the same without brackets, after a sentence",
        "end", "… | ...", rf" (?<=[.!?»”] )(?i:{_MORE_WORDS})\s?(?:…|\.{{3}})", edge="… | ...", reach=40,
    ),
    _rule(
        "more in minutes", "Nikola's link, with what is left to read",
        "end", "remaining to read)", r"\s*Read more(?:…|\.{3})\s*\(\d+ min remaining to read\)", edge=")",
    ),
    _rule(
        "more on Medium", "Medium's feed ends so",
        "end", "on Medium", r"\s*Continue reading on Medium\s*»?", edge="m | »",
    ),
    _rule(
        "posted in", "categories and tags below the entry, by WordPress's older themes",
        "end", "Posted in", rf"{_BREAK}Posted in [A-Z][^.!?|]{{1,80}}\|\s*Tagged [^.!?|]{{1,120}}\|?\s*",
    ),
    _rule(
        "byline", "the entry's header",
        "start", "By ", r"By (?:[A-Z][\w.'’-]+\s+){2,4}[|·•]\s*(?=\S)", edge="By ",
    ),
    _rule(
        "loading", "a script's placeholder",
        "start", "Loading", r"Loading(?:…|\.{3})\s+(?=[A-Z“\"‘])", edge="Loading",
    ),
    _rule("print button", "a plugin's button", "any", "Print Friendly", r"Print Friendly, PDF & Email", " "),
    _rule(
        "cut in front", "a search engine's piece of a page",
        "start", "... | …", r"(?:\.{3}|…)\s+(?=\w)", edge="... | …",
    ),
    _rule("short link", "WordPress's short link, printed", "end", "/?p=", r"https?://\S+/\?p=\d+"),
)  # fmt: skip


_ANYWHERE = ("",)
_ANY, _START, _END = ([rule for rule in RULES if rule.place == place] for place in ("any", "start", "end"))
# Rules without an edge are ruled out by one search for all their hints; the others by how a text begins or ends.
_START_EDGED, _END_EDGED = ([rule for rule in its if rule.edge != _ANYWHERE] for its in (_START, _END))
_START_EDGES = tuple(edge for rule in _START_EDGED for edge in rule.edge)
_END_BY_LAST = {
    edge[-1]: [rule for rule in _END_EDGED if any(other[-1] == edge[-1] for other in rule.edge)]
    for its in _END_EDGED
    for edge in its.edge
}


def _hint_of_any(rules: Iterable[Rule]) -> re.Pattern[str]:
    return re.compile("|".join(dict.fromkeys(rule.hint.pattern for rule in rules if rule.edge == _ANYWHERE)))


_HINT, _HINT_IN_TITLE = _hint_of_any(RULES), _hint_of_any(_ANY)


# What stands before the mark that ends a text which rules for the end shorten, where that is no bracket, arrow or quote.
ENDS = ("Medium", *" ".join(_MORE_TABLE.split()).split(" | "))


def may_apply(text: str) -> bool:
    """Say whether a rule may apply, but for those that need one of `ENDS`, a bracket, an arrow or a quote at the end."""
    return text.startswith(_START_EDGES) or _HINT.search(text) is not None


def apply(text: str) -> tuple[str, bool]:
    """Apply all rules, those of any place first; say also whether one of them admitted a cut."""
    if _HINT.search(text):
        return _apply((*_ANY, *_START, *_END), text)
    # What is taken off an edge leaves no hint that was not there before.
    cut = False
    if text.startswith(_START_EDGES):
        text, cut = _apply(_START_EDGED, text)
    for rule in _END_BY_LAST.get(text[-1:], ()):
        shorter, found = _apply((rule,), text)
        if shorter != text:
            # It ends otherwise now: whichever of the rules after this one may apply.
            text, also = _apply(_END_EDGED[_END_EDGED.index(rule) + 1 :], shorter)
            return text, cut or found or also
    return text, cut


def apply_to_title(text: str) -> str:
    """Apply the rules of any place: what stands at the edges of a title is its own."""
    return _apply(_ANY, text)[0] if _HINT_IN_TITLE.search(text) else text


def _apply(rules: Iterable[Rule], text: str) -> tuple[str, bool]:
    cut = False
    for rule in rules:
        at_edge = text.startswith(rule.edge) if rule.place == "start" else text.endswith(rule.edge)
        skipped = max(0, len(text) - rule.reach) if rule.reach else 0
        if at_edge and rule.hint.search(text, skipped):
            changed = text[:skipped] + rule.pattern.sub(rule.by, text[skipped:])
            if changed != text:
                cut |= rule.cuts
                text = " ".join(changed.split())
    return text, cut
