"""The states of knowledge of finding duplicates: what is compared, what was judged, what belongs together.

Standard library only, as `model` is. Nothing here drops or overwrites a resource: a `Judgement` links two of them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from pipeline.model import JSON


class Relation(StrEnum):
    """What two records are to each other.

    SAME: one work, shown at two places. TRANSLATION: the same work in another language. EDITION: another edition or
    version of it. DIFFERENT: two works, however alike they look.
    """

    SAME = "same"
    TRANSLATION = "translation"
    EDITION = "edition"
    DIFFERENT = "different"


@dataclass(frozen=True, slots=True)
class Record:
    """What is known of one item when it is compared: texts clean (`pipeline.text`), fields that are not known empty.

    `published` is ISO 8601, no more precise than it is known: "1999", "2021-03", "2021-03-04". `publisher` is who
    published it: an organisation, a journal, a conference.
    """

    id: str
    source: str
    title: str = ""
    teaser: str = ""
    authors: tuple[str, ...] = ()
    publisher: str = ""
    published: str = ""
    url: str = ""
    language: str = ""
    files: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Judgement:
    """Two records and what they are to each other; `a` sorts before `b`.

    `score` is how sure it is that they are one work: above 0.5 it speaks for that, below against. It comes from weights
    set by hand, not from counted frequencies. `reason` names what was seen, the weightiest first.
    """

    a: str
    b: str
    relation: Relation
    score: float
    reason: str


@dataclass(frozen=True, slots=True)
class Golden:
    """The best of each field among the records of one work, and the ids of the records that each value came from."""

    fields: Mapping[str, JSON]
    origins: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
