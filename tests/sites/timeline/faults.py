"""What breaks, and what a visitor gets then in place of a sound answer.

`planned` spreads the kinds over a year: single days and runs of several, as outages come. `FaultyDay` decides for each
request, and notes whether the fault was met at all: one that nobody met is no reason for an alarm.
"""

from __future__ import annotations

import gzip
import random
from collections import Counter
from dataclasses import replace
from enum import StrEnum

from tests.sites.loopback import Answer


class FaultKind(StrEnum):
    OUTAGE = "outage"  # nothing answers: the connection is closed
    ERRORS = "errors"  # a 5xx storm: every page 500, 502 or 503
    FLICKER = "flicker"  # every address fails once, and answers the second time
    RATE = "too many requests"  # 429 with Retry-After on all but robots.txt
    BLOCKED = "blocked"  # 403 with a challenge page on everything
    CHALLENGE = "challenge"  # the same page at 200
    CLOSED = "REST closed"  # 401 on every REST route; pages stay open
    CUT = "cut"  # half of the item pages' bodies, with a Content-Length that fits
    CUT_GZIP = "cut gzip"  # half of their gzip stream, likewise
    UNMEASURED = "cut, unmeasured"  # half of their bodies, no Content-Length, connection closed
    MAINTENANCE = "maintenance"  # 503 with Retry-After, WordPress's own page
    LATER_PAGES = "later pages"  # every item page but the first is 500
    INFLATED = "total too high"  # the site claims more than it shows
    DEFLATED = "total too low"  # … and less
    EMPTIED = "emptied"  # sound answers, and no item in them
    SHRUNK = "shrunk"  # sound answers, one item in twenty


# Which outcomes name each of them rightly; where a fault was not met, ok alone does.
NAMED: dict[FaultKind, frozenset[str]] = {
    FaultKind.OUTAGE: frozenset({"unreachable"}),
    FaultKind.ERRORS: frozenset({"unreachable"}),
    FaultKind.FLICKER: frozenset({"ok"}),
    FaultKind.RATE: frozenset({"blocked"}),
    FaultKind.BLOCKED: frozenset({"blocked"}),
    FaultKind.CHALLENGE: frozenset({"blocked"}),
    FaultKind.CLOSED: frozenset({"blocked"}),
    FaultKind.CUT: frozenset({"partial"}),
    FaultKind.CUT_GZIP: frozenset({"partial"}),
    FaultKind.UNMEASURED: frozenset({"partial"}),
    FaultKind.MAINTENANCE: frozenset({"unreachable"}),
    FaultKind.LATER_PAGES: frozenset({"partial"}),
    FaultKind.INFLATED: frozenset({"partial"}),
    FaultKind.DEFLATED: frozenset({"ok", "partial"}),  # ok only where every item was read all the same
    FaultKind.EMPTIED: frozenset({"empty", "collapsed"}),
    FaultKind.SHRUNK: frozenset({"collapsed"}),
}
# How one in twenty is chosen, and by how much a total is wrong.
SHOWN_OF_SHRUNK, WRONG_BY = 20, 7

_CHALLENGE = (
    "<!doctype html><html><head><title>Just a moment...</title></head>"
    "<body><div id='challenge-platform'>Verifying that you are human.</div></body></html>"
)
_MAINTENANCE = (
    "<!DOCTYPE html><html><head><title>Maintenance</title></head>"
    "<body><p>Briefly unavailable for scheduled maintenance. Check back in a minute.</p></body></html>"
)
_ERROR = (
    "<!DOCTYPE html><html><head><title>WordPress &rsaquo; Error</title></head>"
    "<body><p>There has been a critical error on this website.</p></body></html>"
)
_ANSWERS = {
    FaultKind.OUTAGE: Answer(hung_up=True),
    FaultKind.RATE: Answer("Too many requests", status=429, headers={"Retry-After": "3600"}),
    FaultKind.BLOCKED: Answer(_CHALLENGE, status=403),
    FaultKind.CHALLENGE: Answer(_CHALLENGE),
    FaultKind.MAINTENANCE: Answer(_MAINTENANCE, status=503, headers={"Retry-After": "600"}),
    FaultKind.CLOSED: Answer(
        '{"code":"rest_not_logged_in","message":"You are not currently logged in.","data":{"status":401}}',
        status=401,
        type="application/json; charset=UTF-8",
    ),
}


def planned(rng: random.Random, days: int, share: float) -> dict[int, FaultKind]:
    """Day → its fault. Each kind comes at least once where the days suffice; the first two days and the last are sound."""
    kinds = rng.sample(list(FaultKind), len(FaultKind))
    every = len(kinds) * 8 <= days
    free = set(range(2, days - 1))
    faults: dict[int, FaultKind] = {}
    while len(faults) < days * share or (kinds and every):
        length = rng.choice((1, 1, 1, 2, 3))
        starts = [day for day in sorted(free) if free.issuperset(range(day, day + length))]
        if not starts:
            break
        start = rng.choice(starts)
        faults.update(
            dict.fromkeys(range(start, start + length), kinds.pop() if kinds else rng.choice(list(FaultKind)))
        )
        free -= set(range(start - 1, start + length + 1))  # a sound day lies between two faults
    return faults


class FaultyDay:
    """One day's fault at work. `met`: how many answers it has spoilt."""

    def __init__(self, kind: FaultKind | None) -> None:
        self.kind = kind
        self.met = 0
        self._asked: Counter[str] = Counter()

    def instead(self, target: str, *, is_rest: bool) -> Answer | None:
        """The answer in place of the site's own, or None where the site is to answer."""
        answer = self._instead(target, is_rest=is_rest)
        self.met += answer is not None
        return answer

    def _instead(self, target: str, *, is_rest: bool) -> Answer | None:
        self._asked[target] += 1
        if self.kind is FaultKind.FLICKER:
            return Answer(_ERROR, status=502) if self._asked[target] == 1 else None
        if self.kind is None or (target == "/robots.txt" and self.kind is not FaultKind.OUTAGE):
            return None  # a file of its own, which WordPress need not be well to give
        if self.kind is FaultKind.ERRORS:
            return Answer(_ERROR, status=(500, 502, 503)[len(target) % 3])
        if self.kind is FaultKind.CLOSED and not is_rest:
            return None
        return _ANSWERS.get(self.kind)

    def spoilt(self, answer: Answer, *, items: int, page: int) -> Answer:
        """The site's own answer, damaged where the day's fault damages pages of items. `items`: how many it holds."""
        if not items or answer.status != 200:
            return answer
        damaged = self._damaged(answer, page)
        self.met += damaged is not answer
        return damaged

    def _damaged(self, answer: Answer, page: int) -> Answer:
        body = answer.body.encode() if isinstance(answer.body, str) else answer.body
        match self.kind:
            case FaultKind.CUT:
                return replace(answer, body=body[: len(body) // 2])
            case FaultKind.CUT_GZIP:
                packed = gzip.compress(body)
                headers = {**answer.headers, "Content-Encoding": "gzip"}
                return replace(answer, body=packed[: len(packed) // 2], headers=headers)
            case FaultKind.UNMEASURED:
                return replace(answer, body=body[: len(body) // 2], measured=False)
            case FaultKind.LATER_PAGES if page > 1:
                return Answer(_ERROR, status=500)
        return answer
