"""What spiders yield: a page as it was read. Frozen dataclasses are Scrapy items (docs.scrapy.org, "Items")."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from pipeline.model import JSON, Observation


@dataclass(frozen=True, slots=True)
class Item:
    """One item as a channel's reader gives it: what an `Observation` holds, before it is known who saw it and when."""

    url: str
    fields: Mapping[str, JSON]
    origins: Mapping[str, str]
    native_id: str | None = None


@dataclass(frozen=True, slots=True)
class ReadPage:
    """One page of a channel, read: the unit that is committed. `part` names the section or post type it belongs to.

    `checkpoint` is what a resumed run needs to go on after this page, in the channel's own form; `etag` and `modified`
    are its validators (RFC 9110, 8.8), if it has any.
    """

    url: str
    observations: tuple[Observation, ...]
    part: str = ""
    checkpoint: JSON = None
    etag: str = ""
    modified: str = ""
