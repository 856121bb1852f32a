"""Marks for a copy of the timeline, day by day, against the truth of the day.

A copy is anything that visits the site once a day and holds what it has read: this project's, or a peer's. It says of
each visit what came of it (`Visit`), and what it holds now (`Held` by post id).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from tests.sites.like_model import LikePost
from tests.sites.timeline.faces import PER_PAGE
from tests.sites.timeline.faults import NAMED
from tests.sites.timeline.history import Day
from tests.sites.timeline.site import Timeline
from tests.sites.timeline.truth import SHOWN, stated

# A removal is due once this many sound visits have passed: the two that have to miss it, and one more.
REMOVAL_RUNS = 3


@dataclass(frozen=True, slots=True)
class Held:
    """An item of the copy. `gone`: held as removed; `missing`: held as not seen, without proof."""

    fields: Mapping[str, object]
    gone: bool = False
    missing: bool = False


@dataclass(frozen=True, slots=True)
class Visit:
    """What the copy says of its visit: its outcome in a word, and the posts it has noted as changed.

    `complete`: it read every item as it stands now. `listed`: it knows of every item that it is there, or not.
    """

    outcome: str
    complete: bool
    listed: bool
    changed: frozenset[int] = frozenset()
    evidence: str = ""


@dataclass(slots=True)
class Marks:
    """`kinds` counts the requests by what they ask for; `notes` tell each mark against the copy in a line."""

    days: int = 0
    items: int = 0
    complete: int = 0
    equal: int = 0
    listed: int = 0
    agreed: int = 0
    untrue: int = 0
    wrongly_removed: int = 0
    deletions: int = 0
    removed_in_time: int = 0
    changes: int = 0
    false_changes: int = 0
    faults: int = 0
    named: int = 0
    alarms: int = 0
    behind: int = 0
    requests: int = 0
    full: int = 0
    page_by_page: int = 0
    kinds: Counter[str] = field(default_factory=Counter)
    notes: list[str] = field(default_factory=list)

    @property
    def recall(self) -> float:
        """Share of the deletions that were noticed in time; 1 where there was none."""
        return self.removed_in_time / self.deletions if self.deletions else 1.0

    def add(self, other: Marks) -> None:
        """Sum the marks of several years."""
        for name in Marks.__slots__:
            setattr(self, name, getattr(self, name) + getattr(other, name))


class Judge:
    """Watches one copy through one year."""

    def __init__(self, site: Timeline, channel: str = "wordpress") -> None:
        self.marks = Marks()
        self._site = site
        self._channel = channel
        self._ever: dict[int, list[dict[str, object]]] = {}
        self._last: dict[int, object] = {}
        self._before: Mapping[int, Held] = {}
        self._redesigned = False
        self._read: Mapping[int, LikePost] = {}  # the site's posts when the copy last read all
        self._due: dict[int, int] = {}  # deleted, but held → sound visits since

    def mark(self, visit: Visit, view: Mapping[int, Held], doubled: int = 0) -> None:
        """Judge the day's visit. `doubled`: items held twice."""
        day = self._site.today
        truth = self._truth(day)
        self.marks.days += 1
        self.marks.items = len(truth)
        self._mark_outcome(day, visit)
        self._mark_claims(day, visit, view, truth, doubled)
        self._mark_removals(day, view, truth)
        self._mark_changes(day, visit, view, truth)
        self._mark_requests(day)
        self._before = view

    def _truth(self, day: Day) -> dict[int, dict[str, object]]:
        for number, post in day.posts.items():
            if self._last.get(number) is not post:
                self._last[number] = post
                self._ever.setdefault(number, []).append(stated(post, self._site.url, self._channel))
        return {number: self._ever[number][-1] for number in day.posts}

    def _note(self, day: Day, text: str) -> None:
        self.marks.notes.append(f"seed {self._site.history.seed} day {day.number}: {text}")

    def _mark_outcome(self, day: Day, visit: Visit) -> None:
        self._redesigned |= day.redesigned and self._channel == "listing"
        if day.fault is None or not self._site.fault.met:
            fine = {"ok", "drifted"} if self._redesigned else {"ok"}  # the first sound visit to a new design says so
            self._redesigned = False
            if visit.outcome not in fine:
                self.marks.alarms += 1
                self._note(day, f"alarm without a fault: {visit.outcome} ({visit.evidence})")
            return
        self.marks.faults += 1
        aloud = visit.outcome == "failed" and "ok" not in NAMED[day.fault]  # all that a peer can say of a fault
        if visit.outcome in NAMED[day.fault] or aloud:
            self.marks.named += 1
        else:
            self._note(day, f"{day.fault} named {visit.outcome} ({visit.evidence})")

    def _mark_claims(
        self, day: Day, visit: Visit, view: Mapping[int, Held], truth: Mapping[int, dict[str, object]], doubled: int
    ) -> None:
        present = {number: held for number, held in view.items() if not held.gone and not held.missing}
        lacking = truth.keys() - present.keys()
        extra = present.keys() - truth.keys()
        other = [number for number in truth.keys() & present.keys() if present[number].fields != truth[number]]
        untrue = [number for number, held in view.items() if held.fields not in self._ever.get(number, [])]
        self.marks.untrue += len(untrue) + doubled
        if untrue or doubled:
            self._note(day, f"never true: {self._first(untrue, view, self._ever)}; held twice: {doubled}")
        self.marks.behind += len(lacking) + len(extra) + len(other)
        self.marks.listed += visit.listed
        self.marks.agreed += visit.listed and not lacking and not extra
        if visit.listed and (lacking or extra):
            self._note(day, f"listed all, but lacks {sorted(lacking)[:5]}, has {sorted(extra)[:5]} too many")
        if not visit.complete:
            return
        self.marks.complete += 1
        if lacking or extra or other:
            shown = self._first(other, view, {number: [fields] for number, fields in truth.items()})
            self._note(day, f"read all, but differs in {shown}")
        else:
            self.marks.equal += 1

    def _first(self, numbers: list[int], view: Mapping[int, Held], true: Mapping[int, list[dict[str, object]]]) -> str:
        if not numbers:
            return "none"
        held, last = view[numbers[0]].fields, (true.get(numbers[0]) or [{}])[-1]
        names = [name for name in SHOWN[self._channel] if held.get(name) != last.get(name)]
        return f"{len(numbers)} items, such as {numbers[0]}: " + ", ".join(
            f"{name} {held.get(name)!r} not {last.get(name)!r}" for name in names
        )

    def _mark_removals(self, day: Day, view: Mapping[int, Held], truth: Mapping[int, object]) -> None:
        newly = [n for n, held in view.items() if held.gone and not (n in self._before and self._before[n].gone)]
        wrong = [number for number in newly if number in truth]
        self.marks.wrongly_removed += len(wrong)
        if wrong:
            self._note(day, f"removed though it is there: {wrong[:5]}")
        for number in self._due.keys() & truth.keys():
            del self._due[number]  # it is back
        for number, held in self._before.items():
            if number not in truth and not held.gone:
                self._due.setdefault(number, 0)
        if day.fault is not None:
            return
        for number in self._due:
            self._due[number] += 1
            if self._due[number] == REMOVAL_RUNS:
                removed = number not in view or view[number].gone
                self.marks.deletions += 1
                self.marks.removed_in_time += removed
                if not removed:
                    self._note(day, f"not noticed in {REMOVAL_RUNS} sound visits that {number} is deleted")

    def _mark_changes(
        self, day: Day, visit: Visit, view: Mapping[int, Held], truth: Mapping[int, dict[str, object]]
    ) -> None:
        """A change is false where what is held is the same as before, or is not what the site shows."""
        self.marks.changes += len(visit.changed)
        before = {number: held.fields for number, held in self._before.items()}
        false = [
            number
            for number in visit.changed
            if number not in view
            or view[number].fields == before.get(number)
            or view[number].fields != truth.get(number)
        ]
        self.marks.false_changes += len(false)
        if false:
            self._note(day, f"false changes: {self._first(false, view, self._ever)}")

    def _mark_requests(self, day: Day) -> None:
        """What was asked today, what reading all by this channel would take, and every listing page and item page."""
        kinds = [sum(post.type == kind for post in day.posts.values()) for kind in {p.type for p in day.posts.values()}]
        pages = -(-len(day.posts) // PER_PAGE)
        robots = 1
        self.marks.requests += self._site.asked
        self.marks.kinds.update(kind_of(each.target) for each in self._site.log)
        self.marks.page_by_page += robots + pages + len(day.posts)
        rest = robots + 2 + sum(-(-count // 100) for count in kinds)  # types, taxonomies, a hundred posts a page
        self.marks.full += rest if self._channel in {"wordpress", "shared rest"} else robots + pages


# What a request asks for, by what stands in its address; the first that fits.
_KINDS = (
    ("robots.txt", "robots.txt"),
    ("sitemap", "sitemap"),
    ("_fields=id,modified", "ids, a hundred a page"),
    ("exclude=", "what there is besides the known"),
    ("include=", "items by their ids"),
    ("orderby=modified", "news of a type"),
    ("orderby=id", "whole runs: items, a hundred a page"),
    ("/wp/v2/t", "whole runs: types, taxonomies"),
    ("/wp-json/", "the probe"),
    ("/library/", "pages of the listing"),
    ("/feed/", "pages of the feed"),
)


def kind_of(target: str) -> str:
    """What a request asks for, in words."""
    return next((kind for part, kind in _KINDS if part in target), "items' own pages")
