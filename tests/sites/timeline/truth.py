"""What a copy should hold of a post, in a plain form of its own: no code of the product makes it."""

from __future__ import annotations

import html
import re
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import TypeAlias

from tests.sites.like_model import LikePost
from tests.sites.timeline.history import SITE_ZONE

Fields: TypeAlias = Mapping[str, object]

# What each channel shows of a post; a feed does not say which of its terms are categories.
SHOWN: Mapping[str, tuple[str, ...]] = {
    "wordpress": ("url", "title", "teaser", "categories", "tags", "authors", "published", "modified", "files", "image"),
    "feed": ("url", "title", "teaser", "authors", "published", "files"),
    "listing": ("url", "title", "teaser", "published"),
    # What every peer reads, by whatever way: the day of publication only.
    "shared": ("url", "title", "teaser", "published"),
    "shared rest": ("url", "title", "teaser", "published"),
}


def stated(post: LikePost, site: str, channel: str) -> dict[str, object]:
    """The fields that `channel` shows. Terms and authors are sorted; dates ISO 8601 with the site's offset of that day."""
    every = {
        "url": site + post.path,
        "title": html.unescape(post.title),
        "teaser": _text(post.excerpt),
        "categories": sorted(set(post.categories + post.resource_type)),
        "tags": sorted(set(post.tags + post.region)),
        "authors": [post.author],
        "published": _published(post.date, channel),
        "modified": _aware(post.modified or post.date),
        "files": [address.replace("{site}", site) for address in re.findall(r'href="([^"]+)"', post.content)],
        "image": site + post.image if post.image else "",
    }
    return {name: every[name] for name in SHOWN[channel]}


def _published(local: str, channel: str) -> str:
    """A feed states its dates in UTC, a listing may show the day alone."""
    aware = datetime.fromisoformat(local).replace(tzinfo=SITE_ZONE)
    if channel == "feed":
        return aware.astimezone(UTC).isoformat()
    return aware.isoformat() if channel == "wordpress" else local[:10]


def _text(markup: str) -> str:
    return html.unescape(re.sub(r"<[^>]+>", "", markup)).strip()


def _aware(local: str) -> str:
    return datetime.fromisoformat(local).replace(tzinfo=SITE_ZONE).isoformat()
