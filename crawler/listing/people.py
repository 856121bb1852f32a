"""Lines that name a record's authors."""

from __future__ import annotations

import re
from functools import lru_cache

from crawler.listing.words import LABELS, Part, label_of

EDGE = " \t#@[](),;|·•/「」【】"

_BY = "|".join(sorted((re.escape(word) for word, part in LABELS.items() if part is Part.AUTHOR), key=len, reverse=True))
_BYLINE = re.compile(
    rf"(?:^|[\s(·|,])(?:{_BY})\s*[:：]?\s+(?P<name>[^\d\0|·,]{{2,60}}?)\s*"
    r"(?:$|[|·,\0(]|\s(?:on|am|le|el|il|em|at|in|op|på|dnia)\s[^\0]{0,14}\0)",
    re.IGNORECASE,
)


@lru_cache(maxsize=4096)
def author_in(rest: str) -> str:
    """The author's name in a line such as "Posted by A. Name on \\0", of which the date was taken out, or ""."""
    match = _BYLINE.search(rest)
    return match["name"].strip(EDGE + "–—-") if match is not None else ""


def without_label(text: str) -> str:
    """A line of authors without the word in front of it ("By A. Name and B. Name"); "Von Neumann" keeps its own."""
    names = author_in(text)
    return names if names and text.endswith(names) and all(map(is_person, people_in(names))) else text


_AND = re.compile(r"\s+(?:and|und|et|y|e|и|en|og|och|ve|&)\s+")
_LEADING_AND = re.compile(r"^(?:and|und|et|y|&)\s+(?=\S)")
_NAME = re.compile(
    r"[^\W\d_][\w.'’-]*(?:\s+(?:(?:van|von|de|der|den|da|dos|del|di|la|le|bin|al|el|ter)\s+)*[^\W\d_a-z][\w.'’-]*){1,3}"
    r"|[^\W\d_][\w'’ -]+,\s[^,]{1,30}"
)
_BODY = re.compile(
    r"(?i)\b(?:departments?|offices?|services?|affairs|teams?|ministry|units?|institutes?|groups?|committees?|council|"
    r"foundation|university|centre|center|network|agency|society|association|programme|program|staff|editors?)\b"
)
# What a person is, behind the name and a comma: "Mara Holt, Policy Officer".
_ROLE = re.compile(
    r"(?i)\b(?:officers?|directors?|directora?|managers?|head of|chief|minist(?:er|re|ra|ro)|presidente?"
    r"|chair(?:man|woman|person)?|secretary|coordinat(?:or|rice|eur)|advis[eo]rs?|professor|analyst|researchers?|fellow|editors?|consultant|specialist|"
    r"economist|correspondent|reporter|journalist|expert|ambassador|referent(?:in)?|leiter(?:in)?|directeur|directrice)\b"
)


def is_person(text: str) -> bool:
    """Whether a text has the form of a person's name, and none of a body's words."""
    return _NAME.fullmatch(text) is not None and not _BODY.search(text)


def _by_semicolon_or_comma(text: str) -> list[str]:
    """At ";", and at "," where each part has a given and a family name: "Holt, Mara" is one."""
    if ";" in text or "," not in text:
        return text.split(";")
    every = [part.strip() for part in text.split(",")]
    parts = [every[0], *(part for part in every[1:] if not _ROLE.search(part))]
    last = _AND.split(parts[-1])
    whole = all(" " in name and is_person(name) for name in (*parts[:-1], *last))
    return parts if whole else [text]


def people_in(text: str) -> list[str]:
    """The names in a line of authors: parted by ";", and by "and" where both sides are people's names.

    "Holt, Mara; Eide, Jonas", "Mara Holt and Jonas Eide"; "Ministry of Health and Social Affairs" is one.
    """
    people: list[str] = []
    for part in filter(None, (_LEADING_AND.sub("", part.strip()) for part in _by_semicolon_or_comma(text))):
        names = _AND.split(part)
        all_people = all(is_person(name) for name in names)
        people += names if all_people else [part]
    return people


_INITIAL = re.compile(r"(?:^|[\s.-])[^\W\d_a-z]\.")
_RUN = re.compile(r"[^\d:()\[\]]{5,300}")


def listed(text: str) -> list[str]:
    """The people of a line that names several, or one by an initial: "M. Holt, J. Eide and A. Reis.", else []."""
    line = text.strip(" \t\xa0.,;:–—-")
    if _RUN.fullmatch(line) is None or label_of(line.partition(" ")[0]) is not None:
        return []
    inverted: list[str] = []
    if "," in line and "." in text:
        whole = line + ("." if text.rstrip(" ,;:").endswith(".") else "")
        inverted = [name.strip() for name in _INVERTED.findall(whole)]
    found = inverted if _only(inverted, line) else _parted(line)
    return found if len(found) > 1 or (found and _INITIAL.search(found[0])) else []


_PARTS = re.compile(r"[,;]\s*")
_LEADING_AND = re.compile(r"^(?:and|und|et|y|e|&)\s")
_OTHERS = ("et al.", "et al")


def _parted(line: str) -> list[str]:
    """The names that commas, semicolons and "and" part, or [] if one of them is no person's."""
    names: list[str] = []
    for part in _PARTS.split(line):
        for name in map(str.strip, _AND.split(_LEADING_AND.sub("", part))):
            if not name or name.lower() in _OTHERS:
                continue
            if len(name) > 40 or not (is_cased(name) and is_person(name)):
                return []
            names.append(name)
    return names


def is_cased(name: str) -> bool:
    """Whether a name's first and last word begin with capitals: in scripts without them any few words would do."""
    first, _, last = name.partition(" ")
    return first[:1].isupper() and last.rpartition(" ")[2][:1].isupper()


def _only(names: list[str], line: str) -> bool:
    return bool(names) and not re.sub(r"[\s,.&;]|\b(?:and|und|et|y|e)\b", "", _INVERTED.sub("", line + "."))


_CITED = re.compile(r"(?P<names>[^()\d]{3,240}?),?\s*\((?:19|20)\d\d[a-z]?\)\s*[.:,]?")
_INVERTED = re.compile(r"[^\W\d_a-z][\w'’-]+,\s(?:[^\W\d_a-z]\.[\s-]?)+")


def cited(text: str) -> list[str]:
    """The people in front of a year in brackets, as a citation begins: "Holt, M., Eide, J. & Reis, A. (2024).", or []."""
    match = _CITED.fullmatch(text)
    if match is None:
        return []
    names = match["names"].strip()
    inverted = [name.strip() for name in _INVERTED.findall(names)]
    if inverted and not re.sub(r"[\s,&;]|\b(?:and|und|et|y|e)\b", "", _INVERTED.sub("", names)):
        return inverted
    found = people_in(names)
    return found if all(map(is_person, found)) else []
