"""Works that the sites of `tests.sites.shapes` show: the truth that each channel is measured against."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

_SUBJECTS = (
    "Wells",
    "Springs & ponds",
    "Harvests",
    "Village schools",
    "Clinics",
    "Bridges",
    "Markets",
    "Orchards",
    "Ferries",
)
_PLACES = ("Tarvel", "Ilmen", "Corrie", "Halden", "Ostrava", "Bexley", "Marrow", "Quill", "Sennen", "Varga", "Dunmore")
_FINDINGS = (
    "what the survey of the last two dry years has found",
    "a handbook for those who keep the accounts",
    "how three neighbours came to share one road",
    "notes from the meeting of the local council",
    "figures for the year, with maps and a method",
)
_CATEGORIES = ("Guidance", "Case study", "Policy brief")
_TAGS = ("Water", "Roads", "Children", "Budget")
_AUTHORS = ("Mara Holt", "Jonas Eide", "Ana Reis")


@dataclass(frozen=True, slots=True)
class Work:
    """One published work. `published` is aware, in UTC; `path` begins and ends with a slash; plain texts, no markup."""

    number: int
    title: str
    teaser: str
    published: datetime
    category: str
    tags: tuple[str, ...]
    author: str
    path: str
    language: str = "en"

    @property
    def stamp(self) -> str:
        """ISO 8601, in UTC."""
        return self.published.isoformat()

    @property
    def file(self) -> str:
        """The path of the document that goes with the work."""
        return f"/files/work-{self.number}.pdf"


def works(count: int, *, first: int = 1, folder: str = "/resources/") -> list[Work]:
    """`count` works, newest first, no two with the same title, teaser or day."""
    made = []
    for n in range(first, first + count):
        subject, place = _SUBJECTS[n % len(_SUBJECTS)], _PLACES[n % len(_PLACES)]
        finding = _FINDINGS[n % len(_FINDINGS)]
        title = f"{subject} of {place} in {1900 + n}"
        made.append(
            Work(
                number=n,
                title=title,
                teaser=f"Of {subject.lower()} near {place}, with the numbers of {1900 + n}: {finding}.",
                published=datetime(2025, 11, 20, 9, 30, tzinfo=UTC) - timedelta(days=2 * n),
                category=_CATEGORIES[n % 3],
                tags=_TAGS[n % 4 : n % 4 + 1 + n % 2],
                author=_AUTHORS[n % 3],
                path=f"{folder}{subject.split()[0].lower()}-of-{place.lower()}-{n}/",
            )
        )
    return made
