"""What content management systems leave between the words, taken out by rules that name what they strip and why.

The rules below are a table: each has a name, a reason, where it applies and a pattern. The phrases of the languages
stand in `pipeline.phrases`. A rule must never take a true word: where a phrase could be part of a sentence, it goes only
on evidence (a cut before it, an arrow after it, a capital in mid-sentence, the resource's own title within it).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from pipeline.phrases import AFTER_TITLE, CONNECTORS, LABELS, READ_MORE
from pipeline.text import to_text


@dataclass(frozen=True, slots=True)
class Rule:
    """One kind of noise. `end` says where it stands: "start", "end" or "any"; what matches is replaced by `by`."""

    name: str
    why: str
    end: str
    pattern: re.Pattern[str]
    by: str = ""
    truncates: bool = False


def _rule(name: str, why: str, end: str, pattern: str, by: str = "", *, truncates: bool = False) -> Rule:
    anchored = {"start": rf"\A(?:{pattern})", "end": rf"(?:{pattern})\Z", "any": pattern}[end]
    return Rule(name, why, end, re.compile(anchored, re.IGNORECASE), by, truncates)


_ELLIPSIS = r"(?:…|\.{3,}|\. \. \.|‥)"

RULES: tuple[Rule, ...] = (
    _rule("block comment", "Gutenberg marks its blocks with comments, which some feeds print", "any", r"<!--.*?(?:-->|\Z)", " "),
    _rule("builder shortcode", "page builders' shortcodes stay when the builder is switched off", "any",
          r"\[/?(?:vc|et_pb|fusion|av|tatsu|cs|mk|fl|kc|ux|us|nectar|wpb|elementor|rev_slider|su|dt|qode|edgtf|mkdf|eltdf|eltd|cmsms|tve|ult|bt_bb|zozo|porto|bsf|ultimate|tp|thb|gallery|otw|themify|col|x)_[\w-]*(?:\s[^\[\]]*)?/?\]", " "),
    _rule("shortcode", "WordPress's own and widespread plugins' shortcodes", "any",
          r"\[/?(?:caption|gallery|embed|audio|video|playlist|wp_caption|contact-form-7|contact-form|ninja_form|gravityform|wpforms|toc|ez-toc|button|row|column|columns|one_half|one_third|two_third|one_fourth|tabs?|accordion|toggle|spacer|divider|pdf-embedder|pdfviewer|gview|embeddoc|tablepress|table|googlemaps|soundcloud|youtube|vimeo|tweet|slideshow|rev_slider|layerslider|smartslider3|sociallinks|social_share|sharethis|share|addtoany|ssba|jetpack_\w+|related_posts|fusion_\w+|raw|dropcap|highlight|quote|pullquote|icon|clear|hr|sitemap|ngg\w*|nggallery|wpdm_\w+|wpdm|download|mailpoet_\w+|mc4wp_form)(?:\s[^\[\]]*|=[^\[\]]*)?/?\]", " "),
    _rule("skip link", "the first link of a page, for screen readers", "start", r"skip to (?:main )?(?:content|navigation)\b[\s|·»:]*"),
    _rule("type names", "a debugging print of get_post_types() that some pages show above their listing", "start",
          r"(?:post\s+page\s+attachment\s+revision\s+nav_menu_item\s+)(?:[a-z0-9]+(?:[_-][a-z0-9]+)+\s*)*"),
    _rule("appeared first", "WordPress plugins append it to feeds", "end",
          r"\s*The post .{0,400}? (?:appeared first on|first appeared on) .{1,200}?\.?"),
    _rule("more tag", "WordPress's more link without words", "end", r"\s*[(\[]\s*(?:more|mehr|suite|más|mais|altro|meer|mer|mere|ещё|далее|więcej)?\s*(?:…|\.{3}|&hellip;)\s*[)\]]\s*[→»>]*", " …", truncates=True),
    _rule("filed under", "the entry's footer, swallowed into the teaser", "end",
          r"\s*(?:filed under|posted in|tagged with|tagged|tags)\s*:\s*\S.{0,160}"),
    _rule("comment invitation", "the entry's footer", "end",
          r"[\s|·•–-]*(?:leave a (?:comment|reply)|no comments(?: yet)?|comments off|comments are closed|\d+ comments?|add a comment|post a comment)\s*[»→›]*(?: on .{1,200})?"),
    _rule("share bar", "names of networks in a row", "any",
          r"(?:(?:share(?: this| on| via)?:?|tweet|pin(?: it)?|email|print|facebook|twitter|linkedin|whatsapp|telegram|pinterest|reddit|tumblr|copy link)[\s|·•:]+){2,}(?:share|tweet|pin(?: it)?|email|print|facebook|twitter|linkedin|whatsapp|telegram|pinterest|reddit|tumblr|copy link|more)\b", " "),
    _rule("posted line", "the entry's header, swallowed into the teaser", "start",
          r"(?:posted|published|written|updated) (?:on|by) [^.!?]{1,60}?\b(?:19|20)\d\d(?: by [\w.-]+(?: [A-Z][\w.-]+){0,2})?\s*[|·•:–—-]+\s*"),
)  # fmt: skip

_BY_END = {end: tuple(rule for rule in RULES if rule.end == end) for end in ("start", "end", "any")}
# A rule can only match where one of these occurs: most texts have none.
_HINT = re.compile(
    r"<!--|\[/?[a-z]|skip to|nav_menu_item|appeared|…\s*[)\]]|\.\.\.\s*[)\]]|filed under|posted|tagged|tags\s*:|comment|reply"
    r"|share|tweet|facebook|twitter|linkedin|whatsapp|published|written|updated",
    re.IGNORECASE,
)

_READ_MORE = frozenset(phrase for phrases in READ_MORE.values() for phrase in phrases)
_BY_LENGTH = tuple(sorted(_READ_MORE, key=len, reverse=True))
_LABELS = frozenset(LABELS)
_ENDS = tuple(_READ_MORE)
_AFTER_TITLE = frozenset(AFTER_TITLE)
_ORNAMENT = " \t…»›→⟶➔➜►▸▶>↠⇒&:.|·•–—-+[](){}“”„«\"'’‘「」『』"
_DECORATION = re.compile(rf"^[{re.escape(_ORNAMENT)}]+|[{re.escape(_ORNAMENT)}]+$")
_ARROW = re.compile(r"[\s.…]*(?:[»›→⟶➔➜►▸▶↠⇒]|>{1,2}|&raquo;)[\s»›→>\])]*$")
_DIGITS = re.compile(r"\d+")


def _bare(text: str) -> str:
    """Fold a short text for the tables: lower case, without arrows, quotes and stops at its ends."""
    return text.strip(_ORNAMENT).lower().replace("’", "'") if text else ""


_READ_MORE_BARE = frozenset(_bare(phrase) for phrase in _READ_MORE)
_LABELS_BARE = frozenset(_bare(label) for label in LABELS if _bare(label))


def is_read_more(text: str) -> bool:
    """Say whether a whole text is a link to the full text ("Read more", "Weiterlesen →", "続きを読む")."""
    return len(text) <= 80 and _bare(text) in _READ_MORE_BARE


def is_label(text: str) -> bool:
    """Say whether a whole short text is only template: "Read more", "TAGS:", "Posted by", "0 comments"."""
    if len(text) > 60:
        return False
    bare = _bare(text)
    if not bare:
        return True
    if bare in _LABELS_BARE or bare in _READ_MORE_BARE:
        return True
    return any(map(str.isdigit, bare)) and _DIGITS.sub("0", bare) in _LABELS_BARE and not bare.isdigit()


def clean_title(text: str, *, site_name: str = "") -> str:
    """Give a title without markup, without the site's name at its end or start ("Title – Site")."""
    text = _apply("any", to_text(text))[0]
    name = site_name.strip()
    if name and len(text) > len(name):
        folded = text.lower()
        if folded.endswith(name.lower()):
            head = text[: -len(name)].rstrip()
            if head[-1:] in "|–—-·•»«:›" and (text[-len(name) - 1] == " " or head[-1:] in "|»«›") and len(head) > 1:
                return head[:-1].rstrip()
        if folded.startswith(name.lower()):
            rest = text[len(name) :].lstrip()
            if rest[:1] in "|–—·•»«›" and len(rest) > 1:
                return rest[1:].lstrip()
    return text


def clean_teaser(text: str, *, title: str = "") -> tuple[str, bool]:
    """Give a teaser without what the template added, and whether the site had cut it short.

    A cut text ends in exactly one "…". A teaser that only repeats the title is kept: it is what the site shows.
    """
    text = to_text(text)
    title = title.strip()
    cut = False
    for _ in range(8):
        before = text
        if _HINT.search(text):
            text, found = _apply("any", text)
            text, at_start = _apply("start", text)
            text, at_end = _apply("end", text)
            cut |= found or at_start or at_end
        text, found = _without_read_more(text, title)
        cut |= found
        if text == before:
            break
    text = _without_repeated_title(text, title)
    return _with_one_ellipsis(text, cut)


def _apply(end: str, text: str) -> tuple[str, bool]:
    cut = False
    for rule in _BY_END[end]:
        changed = rule.pattern.sub(rule.by, text)
        if changed != text:
            cut |= rule.truncates
            text = " ".join(changed.split())
    return text, cut


def _without_read_more(text: str, title: str) -> tuple[str, bool]:
    """Take a "read more" off the end; the second value says that the template thereby admitted a cut."""
    if not text:
        return text, False
    if title and len(title) >= 3:
        shorter = _without_titled_link(text, title)
        if shorter is not None:
            return shorter, False
    return _without_plain_link(text)


_TRAIL = re.compile(r"[\s»›→⟶➔➜►▸▶>↠⇒…\])]*$")


def _without_plain_link(text: str) -> tuple[str, bool]:
    trail = _TRAIL.search(text)
    at = trail.start() if trail else len(text)
    arrow = text[at:].strip(" …])")
    body = text[:at]
    dots = len(body) - len(body.rstrip(". "))
    body = body.rstrip(". ")
    folded = _fold(body)
    if not folded.endswith(_ENDS):
        return text, False
    for phrase in _BY_LENGTH:
        if folded.endswith(phrase):
            start = len(body) - len(phrase)
            if _is_link_text(body, start, phrase, bool(arrow), dots):
                return body[:start].rstrip(' [(|·•–—-“"«„»→'), False
    return text, False


def _is_link_text(text: str, start: int, phrase: str, arrow: bool, dots: int) -> bool:
    """Say whether the phrase that ends `text` at `start` is the template's link and no end of a sentence."""
    head = text[:start].rstrip(' [(|·•–—-“"«„»')
    if not head:
        return True
    last, own = head[-1], text[start : start + len(phrase)]
    if last in "…" or head.endswith("..."):
        return True
    single = " " not in phrase and phrase.isascii()
    glued = start > 0 and text[start - 1].isalnum()
    cased = own[0].lower() != own[0].upper()
    capital = own[0] != own[0].lower()
    if glued:
        return cased and capital and not single
    if arrow:
        return True
    if dots == 1:
        return False
    if last in '.!?。！？؟।॥:;"”»)':
        return capital or not cased
    return (capital and not single) or (not cased and len(phrase) > 3)


def _fold(text: str) -> str:
    folded = text.lower()
    if len(folded) != len(text):
        folded = "".join(char.lower() if len(char.lower()) == 1 else char for char in text)
    return folded.replace("’", "'")


def _without_titled_link(text: str, title: str) -> str | None:
    """Take off "Continue reading TITLE", "Read more about TITLE", "„TITLE“ weiterlesen"; None if it is not there."""
    folded, name = _fold(text), _fold(title)
    at = folded.rfind(name)
    if at < 0 or len(text) - at - len(name) > 60:
        return None
    after = _bare(text[at + len(name) :])
    before = text[:at].rstrip(_ORNAMENT)
    if after and after not in _AFTER_TITLE and after not in _READ_MORE_BARE:
        return None
    low = _fold(before)
    for connector in ("", *CONNECTORS):
        if connector and not low.endswith(" " + connector):
            continue
        stem = low[: len(low) - len(connector)].rstrip(_ORNAMENT)
        for phrase in _BY_LENGTH:
            if stem.endswith(phrase) and _is_edge(before, len(stem) - len(phrase)):
                return _trim_tail(before[: len(stem) - len(phrase)])
    if after:
        return _trim_tail(text[:at])
    return None


def _is_edge(text: str, start: int) -> bool:
    return start <= 0 or not text[start - 1].isalnum() or text[start] != text[start].lower()


def _trim_tail(text: str) -> str:
    return text.rstrip(' [(|·•–—-“"«„»→「『')


def _without_repeated_title(text: str, title: str) -> str:
    """Take a title off the start where the text begins with it twice, or a text of its own follows it."""
    if not title or len(title) < 8 or not _fold(text).startswith(_fold(title)):
        return text
    rest = text[len(title) :].lstrip(" :–—-|·•.")
    if len(rest) < 40 or not text[len(title)].isspace():
        return text
    first = rest[0]
    return rest if first.isupper() or not first.isalpha() or first.lower() == first.upper() else text


_CUT_TAIL = re.compile(r"(?:\s*(?:…|\.{3,}|\. \. \.|‥|\[\s*(?:…|\.{2,})\s*\]|\(\s*(?:…|\.{2,})\s*\)|\.\.(?!\.)))+\s*$")


def _with_one_ellipsis(text: str, cut: bool) -> tuple[str, bool]:
    found = _CUT_TAIL.search(text)
    if found:
        text, cut = text[: found.start()], True
    text = text.strip()
    if not text:
        return "", False
    if not cut:
        return text, False
    return text.rstrip(" ,;:–—-") + "…", True


_BY = re.compile(
    r"(?:(?:posted|written|published|submitted) by|by|author|auteur|autor|autore|von|par|por|di|door|av|af|от|автор|від|oleh|作者|投稿者|โดย|بقلم|بواسطة|توسط|מאת|yazan|tác giả|bởi)\s*[::]?\s+|(?:author|auteur|autor|作者|投稿者|โดย|автор)\s*[::]\s*",
    re.IGNORECASE,
)


def clean_author(text: str) -> str:
    """Give a person's or body's name without what the template says before it ("By X" → "X")."""
    text = to_text(text).strip(" ,;|·•–—")
    found = _BY.match(text)
    if found and text[found.end() :]:
        text = text[found.end() :].strip(" ,;|·•–—:")
    return "" if is_label(text) else text
