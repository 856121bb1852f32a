"""What templates print at the edges of a teaser, by the tables of `template_words` and `entry_words`.

Each kind of `KINDS` names what goes and why. A phrase counts only where it stands as a template puts it: a skip link
before a capital, labels with a colon after a sentence's end, a date's label with its date. What reads on stays.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from pipeline import entry_words, template_words
from pipeline.phrases import every

# Every kind, what it takes, and why: read by people and by docs/cleaning.md's test.
KINDS = {
    "skip link": "the first link of a page, for screen readers",
    "posted line": "the entry's header: a date with its label, and who wrote it",
    "reading time": "the entry's header or foot: minutes with their label",
    "photo credit": "whose picture stands above the text, swallowed into it",
    "entry footer": "categories and tags below the entry, after their label and a colon",
    "share line": "a label for sharing with the names of networks",
    "comment link": "a link to the comments, below the entry",
    "comment count": "how many comments there are, below the entry",
    "foot link": "a button below the entry",
}

# After these a sentence has ended and template may begin.
_STOPS = frozenset(".!?…»”\"|·•。！？；؟।۔)]>’'")
_MARKS = " |·»:：•›–—↓"
_DATE = re.compile(
    r"(?:\s?(?:by|von|par|por|da|door|av|af) [a-z][\w.-]*(?: on)?(?= ))?[^.!?|\d]{0,20}?"
    r"(?:\d{4}\s?[年년./-]\s?\d{1,2}\s?[月월./-]\s?\d{1,2}\s?[日일]?"
    r"|\d{1,2}[^!?|\d]{1,16}(?:\d{1,2}[^!?|\d]{1,3})?\d{4}(?!\d))"
    r"(?:[,;\s–-]*(?:at |um |à |a las |alle |kl\.? |в |о )?\d{1,2}[:.]\d\d(?: ?[ap]\.?m\.?)?)?"
)
_by = "|".join(sorted(map(re.escape, every(entry_words.BY)), key=len, reverse=True))
# After the date: a login name, or a person's before a mark; a count of hits.
_AUTHOR = re.compile(
    rf"\s*[|·•–—,]?\s*(?:(?:{_by})\s?[:：]?\s*(?:(?!the |a |an |our |all |its |le |la |el |der |die |das )[a-z][\w.-]*"
    r"(?=\s|[|·•–—])|(?:[^\W\d_][\w.'’-]*\s+){1,4}?(?=[|·•–—])))?(?:\s*Hits:\s*\d+)?"
)
_minutes = (
    r"min(?:ute[ns]?|utos?|uti|uter|utter)?\b\.?|minuuttia|perc\b|minut\w*|мин\w*\.?|хв\w*\.?|λεπτά|dakika|دقائق|دقيقة|"
    r"دقیقه|דקות|मिनट|นาที|phút|menit|分钟|分鐘|分|분"
)
_READING = re.compile(rf"\s*[:：]?\s*[~<]?\s?\d{{1,3}}\s?(?i:{_minutes})(?:\s?read\b)?[\s|·•–—.]*")
_BARE_READING = re.compile(r"\d{1,3} min(?:ute)?s? read\b(?:\s*[|·•–—.:]\s*|\s*(?=[A-Z“\"‘])|\Z)")
_READING_END = re.compile(r"(?:\(\s*)?\d{1,3} min(?:ute)?s? (?:read|remaining to read)(?:\s*\))?\Z")
_CREDIT = re.compile(
    r"\s?[:：]\s*(?!(?:The|A|An|Ein|Eine|Der|Die|Das|Un|Une|Le|La|Les|Il|Lo|El|Los|O|Os|Het|De|En|Ett) )"
    r"(?P<name>[^.!?:|。！？؟।]{2,60}?)\s?(?:[.|。]\s*)(?=[^\s.a-zß-ÿ])"
)
_PARTICLES = frozenset(
    "de da do dos das del della di du des la le van von der den af av y e et und og and & / for".split()
)
_COUNT = re.compile(r"\d{1,4}\s?\Z")
_DIGIT = re.compile(r"\d")
# Of what they are the comments, where the resource's title is not known: words that begin with a capital and end unended.
_ON = re.compile(r" (?:on|zu|sur|en|su|op|к|к записи) (?=[^a-zß-ÿа-я\s])[^.!?]{1,200}\Z")
_LONGEST_FOOTER = 160


def _by_start(kinds: dict[str, Iterable[str]]) -> dict[str, list[tuple[str, str]]]:
    """Index (phrase, kind) by the phrase's first two characters, longest first; in capitals too."""
    index: dict[str, dict[tuple[str, str], None]] = {}
    for kind, phrases in kinds.items():
        for phrase in phrases:
            for form in (phrase, phrase.upper()):
                index.setdefault(form[:2], {})[form, kind] = None
    return {start: sorted(found, key=lambda each: -len(each[0])) for start, found in index.items()}


def _by_end(phrases: Iterable[str]) -> dict[str, list[str]]:
    index: dict[str, dict[str, None]] = {}
    for phrase in phrases:
        for form in (phrase, phrase.upper()):
            index.setdefault(form[-2:], {})[form] = None
    return {end: sorted(found, key=len, reverse=True) for end, found in index.items()}


_STARTS = _by_start(
    {
        "skip link": every(template_words.SKIP_LINKS),
        "posted line": every(entry_words.POSTED),
        "reading time": every(entry_words.READING_TIME),
        "photo credit": every(entry_words.PHOTO),
    }
)
_COMMENT_ENDS = _by_end((*every(template_words.COMMENT_LINKS), *every(entry_words.FOOT_LINKS)))
_COUNTED = _by_end(every(template_words.COMMENTS))
# Authors write these themselves ("Topics: water, law and health"), before terms they are labels all the same.
_AUTHORS_OWN = frozenset(
    """Topics | Topic | Keywords | Palabras clave | Palavras-chave | Parole chiave | Nyckelord | Asiasanat | Słowa kluczowe |
    Klíčová slova | Kľúčové slová | Ключевые слова | الكلمات المفتاحية | الكلمات الدلالية | کلیدواژه‌ها | คำสำคัญ |
    Kata kunci |
    关键词 | 關鍵字 | キーワード | 키워드 | Stichworte""".replace("\n    ", " ").split(" | ")
)
_LABEL_ENDS = _by_end(label for label in every(template_words.TERM_LABELS) if label not in _AUTHORS_OWN)
_SHARE_ENDS = _by_end(every(entry_words.SHARE))
_READING_LABELS = _by_end(every(entry_words.READING_TIME))
_NETWORK_ENDS = _by_end(entry_words.NETWORKS)


LINK_MARKS = " !»→›|"


def may_begin(text: str) -> bool:
    """Say whether a text may begin with template: with a number, or a phrase of the tables."""
    return text[0].isdigit() or any(text.startswith(phrase) for phrase, _ in _STARTS.get(text[:2], ()))


def strip_start(text: str) -> str:
    """Take template off the start of a tidied teaser."""
    if text[:1].isdigit():
        found = _BARE_READING.match(text)
        return text[found.end() :] if found else text
    for phrase, kind in _STARTS.get(text[:2], ()):
        if text.startswith(phrase):
            end = _AT_START[kind](text, len(phrase))
            if end:
                return text[end:].lstrip(_MARKS)
    return text


def _after_skip(text: str, at: int) -> int:
    rest = text[at:]
    after = rest.lstrip(_MARKS)
    if not after:
        return len(text)
    if after == rest:
        return 0
    return at if not after[0].islower() or len(rest) - len(after) > 1 else 0


def _after_posted(text: str, at: int) -> int:
    """Give where the entry's header ends: after its date and author, where the text proper begins anew."""
    found = _DATE.match(text, at)
    if found is None:
        return 0
    by = _AUTHOR.match(text, found.end())
    end = by.end() if by and by[0].strip() else found.end()
    rest = text[end:]
    after = rest.lstrip(_MARKS)
    marked = end > found.end() or (len(rest) - len(after)) > 1
    if not after or (after == rest and not marked) or after[0].islower():
        return 0
    if after[0].isupper() or after[0] in '“"‘«„' or marked or not has_spaces(after[0]):
        return end
    return 0


def _after_reading(text: str, at: int) -> int:
    found = _READING.match(text, at)
    return found.end() if found else 0


def _after_credit(text: str, at: int) -> int:
    found = _CREDIT.match(text, at)
    if found is None:
        return 0
    words = found["name"].replace("/", " / ").split()
    return 0 if any(word[0].islower() and word not in _PARTICLES for word in words) else found.end()


_AT_START = {
    "skip link": _after_skip,
    "posted line": _after_posted,
    "reading time": _after_reading,
    "photo credit": _after_credit,
}


def strip_end(text: str, title: str = "") -> str:
    """Take template off the end of a tidied teaser; `title` is the resource's, which a link to the comments may name."""
    has_colon = ":" in text or "：" in text
    if has_colon and (at := _footer(text)):
        return text[:at].rstrip(_MARKS)
    body = text.rstrip(LINK_MARKS)
    shorter = _without_comments(body)
    if shorter is None and "omment" in body[-240:] and (on := _ON.search(body, max(0, len(body) - 220))):
        shorter = _without_comments(body[: on.start()])
    if shorter is None:
        shorter = _without_share(body)
    if shorter is None and (has_colon or "min" in body[-40:]):
        shorter = _without_reading(body)
    if shorter is None and title:
        shorter = _without_titled_link(body, title)
    return text if shorter is None else shorter


def _without_comments(body: str) -> str | None:
    for phrase in _COMMENT_ENDS.get(body[-2:], ()):
        if body.endswith(phrase) and _stands_apart(body, len(body) - len(phrase)):
            return body[: -len(phrase)].rstrip(_MARKS)
    for phrase in _COUNTED.get(body[-2:], ()):
        if body.endswith(phrase):
            count = _COUNT.search(body, 0, len(body) - len(phrase))
            if count and is_break(body, count.start()):
                return body[: count.start()].rstrip(_MARKS)
    return None


def _footer(text: str) -> int:
    """Give where categories and tags begin that end the text, or 0."""
    at = max(0, len(text) - _LONGEST_FOOTER - 30)
    while (at := _next_colon(text, at)) >= 0:
        label = text[:at].rstrip(" ")
        for phrase in _LABEL_ENDS.get(label[-2:], ()):
            start = len(label) - len(phrase)
            if not label.endswith(phrase):
                continue
            loud = phrase.isupper() and len(phrase) > 3
            names = text[at + 1 :]
            if start > 0 and (loud or is_break(text, start)) and not any(mark in names for mark in ".!?。！？؟।۔"):
                return start if len(names) <= _LONGEST_FOOTER else 0
        at += 1
    return 0


def _next_colon(text: str, at: int) -> int:
    found = [place for place in (text.find(":", at), text.find("：", at)) if place >= 0]
    return min(found) if found else -1


def _without_share(text: str) -> str | None:
    """Take off "Share: Facebook Twitter": a label with a colon, or with two networks and more."""
    names, body = 0, text
    while True:
        shorter = body.rstrip(" ,|·•")
        networks = _NETWORK_ENDS.get(shorter[-2:])
        name = next(filter(shorter.endswith, networks), "") if networks else ""
        if not name or names > 12 or shorter[-len(name) - 1 : -len(name)].isalnum():
            break
        names, body = names + 1, shorter[: -len(name)]
    label = body.rstrip(" :：")
    colon = len(label) < len(body.rstrip(" "))
    if not colon and names < 2:
        return None
    for phrase in _SHARE_ENDS.get(label[-2:], ()):
        start = len(label) - len(phrase)
        if label.endswith(phrase) and start > 0 and is_break(text, start):
            return text[:start].rstrip(_MARKS)
    return None


def _without_reading(text: str) -> str | None:
    tail = text[-40:]
    if not _DIGIT.search(tail):
        return None
    found = _READING_END.search(text, max(0, len(text) - 40))
    if found and is_break(text, found.start()):
        return text[: found.start()].rstrip(_MARKS)
    for place in (text.rfind(":"), text.rfind("：")):
        label = text[:place].rstrip(" ") if place > 0 else ""
        for phrase in _READING_LABELS.get(label[-2:], ()):
            start = len(label) - len(phrase)
            if label.endswith(phrase) and start > 0 and is_break(text, start) and _READING.fullmatch(text, place):
                return text[:start].rstrip(_MARKS)
    return None


def _without_titled_link(text: str, title: str) -> str | None:
    """Take off "Leave a comment on TITLE": the title, the word before it, and the link."""
    bare = text.rstrip("”\"»’'“ ")
    if not bare.endswith(title):
        return None
    head = bare[: -len(title)].rstrip(" “\"«„‘':")
    for words in range(3):
        stem = head.rsplit(" ", words)[0] if words else head
        for phrase in _COMMENT_ENDS.get(stem[-2:], ()):
            if stem.endswith(phrase) and _stands_apart(stem, len(stem) - len(phrase)):
                return stem[: -len(phrase)].rstrip(_MARKS)
    return None


def is_break(text: str, at: int) -> bool:
    """Say whether something may begin anew at `at`: after a sentence's end, or a space where the script has none."""
    before = text[:at].rstrip(" ")
    if not before:
        return False
    if before[-1] in _STOPS or before[-1] in "|·•–—":
        return True
    return len(before) < at and not has_spaces(before[-1]) and not has_spaces(text[at])


def _stands_apart(text: str, at: int) -> bool:
    """Say whether a link at `at` is one: after a break, or with a capital in mid-line."""
    if at <= 0:
        return False
    if is_break(text, at):
        return True
    return text[at - 1] == " " and " " in text[at:] and text[at].isupper() and text[:at].rstrip()[-1:].islower()


def has_spaces(char: str) -> bool:
    """Say whether a character's script writes spaces between words (Chinese, Japanese, Thai, Lao, Khmer, Burmese: no)."""
    return not (
        "\u0e00" <= char <= "\u0eff"
        or "\u1000" <= char <= "\u109f"
        or "\u1780" <= char <= "\u17ff"
        or "\u2e80" <= char <= "\ua4cf"
        or char >= "\uf900"
    )
