"""Which records are worth comparing: those that share a band, or two that are faint.

A band is a number that two alike records are likely to share: a digest of the title's words, of a part of it, of an
identifier, or of a row of MinHash values over the title's letters or the teaser's words (Broder 1997; bands as in
Leskovec, Rajaraman, Ullman: Mining of Massive Datasets, 3.4). Bands depend on nothing but the record and are the same
in every process.

Rows over the title's letters are *faint*: of a hundred thousand titles in one language, many have one in common by chance,
hardly any two that are unlike have two. So one of them is not enough (`ENOUGH`). That says of two records whether they
are compared, by these two alone, and it is what keeps strangers away as their number grows.

A band that more than `CROWD` records share ("Annual report") says nothing: no pair is compared because of it. So the
cost of a new record does not grow with their number, and which pairs are compared depends on the records alone, never
on the order in which they came.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator, Sequence
from hashlib import blake2b
from itertools import combinations, pairwise

from rensa import RMinHash

from pipeline.fingerprints import Fingerprint
from pipeline.title_words import weight

CROWD = 60
# What a band's strengths have to come to where two records share several.
ENOUGH = 2
# At a similarity (Jaccard) of 0.9 of three-letter sequences, a pair of titles shares two bands with a probability of 0.9999,
# at 0.8 with 0.985, at 0.7 with 0.78; at 0.3, as strangers have it in one language, with 0.0007, at 0.1 with 0.00000001.
# That share decides what a record costs among a million; titles that differ more share other bands.
TITLE_BANDS, TITLE_ROWS = 16, 5
TEASER_BANDS, TEASER_ROWS = 4, 4
_SEED = 20260
# The beginning of a teaser: what is left of it also where a site cuts it early.
_TEASER_HEAD, _TEASER_START = 24, 10
_MOST_LETTERS = 160
# A title, or a part of it, that says no more than this is shared by too many works.
_TELLING = 2


def bands(fingerprint: Fingerprint) -> tuple[int, ...]:
    """Give a record's bands: signed integers of 64 bits, sorted, each once. The last bit tells the faint ones (1)."""
    found = {_digest(key) for key in _keys(fingerprint)}
    letters = " ".join(fingerprint.words)[:_MOST_LETTERS]
    if len(letters) >= 8:
        sequences = [letters[at : at + 3] for at in range(len(letters) - 2)]
        found.update(band | 1 for band in _rows("title", sequences, TITLE_BANDS, TITLE_ROWS))
    head = fingerprint.teaser[:_TEASER_HEAD]
    if len(head) >= 8:
        pairs = [f"{first} {second}" for first, second in pairwise(head)]
        found.update(_rows("teaser", pairs, TEASER_BANDS, TEASER_ROWS))
    return tuple(sorted(found))


def strength(band: int) -> int:
    """Give what sharing a band counts for, out of `ENOUGH`: half for a faint one."""
    return ENOUGH - (band & 1)


def _keys(fingerprint: Fingerprint) -> Iterator[str]:
    yield from _title_keys(fingerprint)
    yield from _keys_with_names(fingerprint)
    if len(fingerprint.teaser) >= _TEASER_START:
        yield f"teaser {' '.join(fingerprint.teaser[:_TEASER_START])}"
    for kind, names in (
        ("doi", fingerprint.dois), ("isbn", fingerprint.isbns), ("symbol", fingerprint.symbols),
        ("file", fingerprint.files), ("stem", fingerprint.stems),
    ):  # fmt: skip
        for name in names:
            yield f"{kind} {name}"
    if fingerprint.page:
        yield f"page {fingerprint.page}"


def _title_keys(fingerprint: Fingerprint) -> Iterator[str]:
    """The title's words with its numbers; without them, or with the day, as it says much or little; its parts; its start."""
    title = " ".join(sorted(set(fingerprint.words)))
    if title:
        yield f"title {title} {_signs(fingerprint)}"
        if fingerprint.telling >= _TELLING:
            yield f"words {title}"
        elif any(fingerprint.day):
            yield f"dated {title} {fingerprint.day}"
            yield f"month {title} {fingerprint.day[:2]}"
    if len(fingerprint.parts) > 1:
        for part in fingerprint.parts:
            words = sorted({word for word in part if weight(word) and not word.isdigit()})
            if sum(map(weight, words)) >= _TELLING:
                yield f"words {' '.join(words)}"
    whole_words = fingerprint.words[:-1] if fingerprint.is_cut else fingerprint.words
    if len(whole_words) >= 3:
        yield f"start {' '.join(whole_words[:3])}"


def _keys_with_names(fingerprint: Fingerprint) -> Iterator[str]:
    """Titles that say too little alone: with the publisher ("X: annual report 2016"), a short part with the authors.

    And whatever the title: two of the first three authors with the year.
    """
    if fingerprint.publisher:
        publisher = sorted(set(fingerprint.publisher.words))
        rest = sorted(set(fingerprint.words).difference(publisher))
        yield f"of {' '.join(publisher)} {' '.join(rest)} {_signs(fingerprint)}"
    first = [word for word in fingerprint.parts[0] if weight(word)] if fingerprint.parts else []
    if first and sum(map(weight, first)) < _TELLING:
        for person in fingerprint.authors[:3]:
            yield f"by {person.family} {' '.join(first)}"
    if fingerprint.day[0]:
        for one, other in combinations(sorted({person.family for person in fingerprint.authors[:3]}), 2):
            yield f"pair {one} {other} {fingerprint.day[0]}"


def _signs(fingerprint: Fingerprint) -> str:
    numbers = fingerprint.numbers
    return " ".join(sorted((*map(str, numbers.years), *numbers.others, numbers.edition)))


def _rows(kind: str, tokens: Sequence[str], count: int, rows: int) -> Iterator[int]:
    sketch = RMinHash(num_perm=count * rows, seed=_SEED)
    sketch.update(tokens)
    values = sketch.digest()
    for band in range(count):
        row = values[band * rows : (band + 1) * rows]
        yield _digest(f"{kind} {band} {row}")


def _digest(key: str) -> int:
    """Give a number for a key; its last bit is free for `strength`."""
    (number,) = struct.unpack("<q", blake2b(key.encode("utf-8", "surrogatepass"), digest_size=8).digest())
    return int(number) & ~1
