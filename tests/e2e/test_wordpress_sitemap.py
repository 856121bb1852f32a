"""The sitemap channel against the real WordPress; and one key for one post, whatever channels tell of it, in any order."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.conftest import servers_required
from tests.e2e.expected import comparable, record_of
from tests.e2e.gleanery import Gleanery

if TYPE_CHECKING:
    from tests.sites.wordpress import WordPress

pytestmark = pytest.mark.wordpress


def test_all_posts_and_resources_by_their_own_pages_are_the_same_by_any_other_channel(
    wordpress: WordPress, tmp_path: Path
) -> None:
    gleanery = Gleanery(tmp_path)
    report = gleanery.sync(wordpress.url, "--channel", "sitemap")
    want = {row["url"]: row for row in map(record_of, wordpress.truth())}
    assert (report["outcome"], report["new"], report["inventory"]["claimed"]) == ("ok", len(want), len(want))
    got = {row["url"]: row for row in map(comparable, gleanery.resources())}
    assert set(got) == set(want)
    wrong = [
        (name, got[url][name], row[name])
        for url, row in want.items()
        for name in ("title", "native_id")
        if got[url][name] != row[name]
    ]
    # This theme shows no date and no author on resources.
    wrong += [
        (name, got[row["url"]][name], row[name])
        for row in map(record_of, wordpress.truth(types=("post",)))
        for name in ("published", "authors", "categories", "tags", "files")
        if got[row["url"]][name] != row[name]
    ]
    assert wrong == []
    again = gleanery.sync(wordpress.url)
    assert (again["unchanged"], again["changed"], again["new"]) == (len(want), 0, 0)

    if not servers_required():
        return  # another minute, which CI takes
    keys = {each["native_id"]: each["key"] for each in gleanery.resources()}
    for channel in ("wordpress", "listing", "sitemap"):  # the listing shows the posts only
        told = gleanery.sync(wordpress.url, "--channel", channel)
        assert (channel, told["outcome"], told["new"]) == (channel, "ok", 0)
        assert {each["native_id"]: each["key"] for each in gleanery.resources()} == keys
