"""Which items are to be completed from their own pages, and what then stands where."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from pipeline.completing import MARK, carried, completed, lacks
from pipeline.model import JSON, Channel, Enrich, Observation

NOW = datetime(2026, 3, 1, tzinfo=UTC)
WHOLE: dict[str, JSON] = {"title": "A", "teaser": "B", "published": "2024-01-01", "authors": ["C"], "tags": ["D"]}


def seen(channel: Channel = Channel.FEED, **fields: JSON) -> Observation:
    return Observation(
        "s", channel, "https://w.example/a/", "https://w.example/", 0, NOW, fields, dict.fromkeys(fields, "feed")
    )


def without(*names: str) -> dict[str, JSON]:
    return {name: value for name, value in WHOLE.items() if name not in names}


@pytest.mark.parametrize(
    ("page", "wanted"),
    [
        ([seen(**WHOLE)], [False]),
        ([seen(**without("published")), seen(**without("published"))], [True, True]),
        ([seen(**without("tags")), seen(**without("tags"))], [True, True]),
        ([seen(**WHOLE), seen(**(WHOLE | {"tags": [], "teaser": ""}))], [False, False]),  # the site shows none here
        ([seen(**WHOLE), seen(**(WHOLE | {"title": ""}))], [False, True]),
        ([seen(**without("tags"), categories=["E"])], [False]),
        ([seen(**without("teaser"), content="<p>B</p>")], [False]),
        ([seen(Channel.WORDPRESS, title="A", teaser="", published="")], [True]),
        ([seen(Channel.WORDPRESS, title="A", teaser="B", tags=[])], [False]),
        ([seen(Channel.SITEMAP, title="")], [False]),
    ],
    ids=["whole", "no dates", "no terms", "empty in one", "no title", "categories", "content", "emptied body", "REST", "sitemap"],
)  # fmt: skip
def test_only_where_it_is_needed(page: list[Observation], wanted: list[bool]) -> None:
    assert lacks(page, Enrich.MISSING) == wanted
    assert lacks(page, Enrich.NONE) == [False] * len(page)
    assert lacks(page, Enrich.ALL) == [page[0].channel is not Channel.SITEMAP] * len(page)


def test_what_the_channel_says_stands_and_what_lacks_is_filled_with_its_origin() -> None:
    page: dict[str, JSON] = {"title": "Other", "teaser": "Of the page", "published": "2024-05-05", "tags": ["X"]}
    done = completed(seen(title="A", teaser="", tags=["T"]), page, dict.fromkeys(page, "page: JSON-LD"))
    assert {**done.fields} == {
        "title": "A",
        "teaser": "Of the page",
        "tags": ["T"],
        "published": "2024-05-05",
        MARK: True,
    }
    assert {**done.origins} == {
        "title": "feed",
        "teaser": "page: JSON-LD",
        "tags": "feed",
        "published": "page: JSON-LD",
    }


def test_a_page_is_not_asked_again_until_the_channel_says_something_else() -> None:
    first = completed(
        seen(title="A", teaser=""), {"teaser": "T", "image": "i"}, {"teaser": "page: x", "image": "page: y"}
    )
    again = carried(seen(title="A", teaser=""), first)
    assert again is not None
    assert (again.fields, again.origins) == (first.fields, first.origins)
    assert carried(seen(title="A, corrected", teaser=""), first) is None
    assert carried(seen(title="A", teaser="Its own by now"), first) is None
    assert carried(seen(title="A", teaser=""), seen(title="A", teaser="")) is None
    assert carried(seen(title="A", teaser=""), None) is None


def test_sizes_of_files_do_not_count_as_the_channels_words() -> None:
    bare: JSON = [{"url": "f.pdf", "title": "F"}]
    sized: JSON = [{"url": "f.pdf", "title": "F", "size": 9, "type": "application/pdf"}]
    first = completed(seen(title="A", files=sized), {}, {})
    assert carried(seen(title="A", files=bare), first) is not None
