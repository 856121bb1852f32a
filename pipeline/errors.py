"""Every fault that Gleanery foresees, in one tree; each carries what it concerns.

::

    GleaneryError
    ├── UsageError            the request makes no sense as it stands (exit code 2)
    │   ├── BadUrl            not an address that can be harvested
    │   └── UnknownSource     no source of that name or URL
    ├── ConfigurationError    settings or database unusable (exit code 4)
    │   └── StoreError        the database cannot be opened, read or written
    ├── SourceBusy            another run holds the source's lease (exit code 3)
    │   └── VisitMade         the visit that was to be made has been made, or called off, by another
    └── ReadFault             a page could not be read as what it should be
        ├── Unreachable       no answer: DNS, refused, TLS, time-out
        ├── Blocked           an answer that says no: 401, 403, 429, robots.txt, a login page
        └── NotGenuine        an answer that is not what was asked for: HTML for JSON, cut short, too large
"""

from __future__ import annotations

from datetime import datetime


class GleaneryError(Exception):
    """Base of all foreseen faults. `advice` says in one sentence what a person can do."""

    def __init__(self, message: str, *, source: str = "", url: str = "", advice: str = "") -> None:
        super().__init__(message)
        self.source = source
        self.url = url
        self.advice = advice


class UsageError(GleaneryError):
    """The request makes no sense as it stands."""


class BadUrl(UsageError):
    """Not an address that can be harvested."""


class UnknownSource(UsageError):
    """No source of that name or URL."""


class ConfigurationError(GleaneryError):
    """Settings or database unusable."""


class StoreError(ConfigurationError):
    """The database cannot be opened, read or written."""


class SourceBusy(GleaneryError):
    """Another run holds the source's lease."""

    def __init__(self, source: str, holder: str, since: datetime) -> None:
        super().__init__(
            f"{source}: already being synced by {holder} since {since:%Y-%m-%d %H:%M:%S} UTC",
            source=source,
            advice="Wait for that run to end, or stop it; then sync again.",
        )
        self.holder = holder
        self.since = since


class VisitMade(SourceBusy):
    """The visit that was to be made has been made, or called off, by another."""

    def __init__(self, source: str, turn: int, now: datetime) -> None:
        super().__init__(source, "another", now)
        self.args = (f"{source}: its visit {turn} has been made or called off already",)
        self.advice = ""


class ReadFault(GleaneryError):
    """A page could not be read as what it should be."""


class Unreachable(ReadFault):
    """No answer: DNS, refused, TLS, time-out."""


class Blocked(ReadFault):
    """An answer that says no: 401, 403, 429, robots.txt, a login page."""


class NotGenuine(ReadFault):
    """An answer that is not what was asked for: HTML for JSON, cut short, too large."""
