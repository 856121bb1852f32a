"""Whose word counts for a resource's language: its own, its text's, its page's."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from pipeline.model import Channel, Observation
from pipeline.normalize import normalize

FRENCH = {
    "title": "Guide pratique des points d'eau",
    "teaser": "Comment entretenir une source avec les moyens du village.",
}
ENGLISH = {
    "title": "A practical guide to water points",
    "teaser": "How to keep a spring with the means of the village.",
}


@pytest.mark.parametrize(
    ("fields", "language", "origin"),
    [
        (FRENCH | {"language": "fr_CA"}, "fr-CA", "rest"),
        (ENGLISH | {"language": "fr"}, "fr", "rest"),
        (FRENCH | {"page_language": "en-US"}, "fr", "its title and teaser"),
        (ENGLISH | {"page_language": "en-GB"}, "en-GB", "the page's language"),
        (FRENCH, "fr", "its title and teaser"),
        ({"title": "Oslo"} | {"page_language": "nb-NO"}, "nb-NO", "the page's language"),
        ({"title": "Oslo"}, "", None),
    ],
    ids=[
        "stated",
        "stated against the text",
        "text against the page",
        "both agree",
        "text alone",
        "page alone",
        "nobody",
    ],
)
def test_language(fields: dict[str, str], language: str, origin: str | None) -> None:
    stated = {"language": "rest"} if "language" in fields else {}
    seen = datetime(2026, 3, 1, tzinfo=UTC)
    url = "https://example.org/a"
    resource = normalize(Observation("s", Channel.LISTING, url, url, 0, seen, {**fields}, stated))
    assert (resource.language, resource.origins.get("language")) == (language, origin)
