"""The feed channel against the real WordPress, and one key for one post whatever channel tells of it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote

import pytest

from tests.e2e.expected import comparable, record_of
from tests.e2e.gleanery import Gleanery

if TYPE_CHECKING:
    from tests.sites.wordpress import WordPress

pytestmark = pytest.mark.wordpress


def test_all_posts_back_to_the_oldest(wordpress: WordPress, tmp_path: Path) -> None:
    gleanery = Gleanery(tmp_path)
    report = gleanery.sync(f"{wordpress.url}/feed/", "--channel", "feed")
    want = {row["url"]: row for row in map(record_of, wordpress.truth(types=("post",)))}
    assert (report["outcome"], report["new"]) == ("ok", len(want))
    got = {row["url"]: row for row in map(comparable, gleanery.resources())}
    assert set(got) == set(want)
    wrong = [
        (name, got[url][name], row[name])
        for url, row in want.items()
        for name in ("title", "authors")
        if got[url][name] != row[name]
    ]
    assert wrong == []
    terms = [
        (url, got[url]["tags"])
        for url, row in want.items()
        if set(got[url]["tags"]) != {*row["tags"], *row["categories"]}
    ]
    assert terms == []


@pytest.mark.parametrize("channels", [("feed", "wordpress", "listing"), ("listing", "feed", "wordpress")], ids=" ".join)
@pytest.mark.sampled(2)
def test_one_post_has_one_key_in_any_order_of_channels(
    wordpress: WordPress, tmp_path: Path, channels: tuple[str, ...]
) -> None:
    gleanery = Gleanery(tmp_path)
    posts = {row["url"] for row in map(record_of, wordpress.truth(types=("post",)))}
    keys: list[set[str]] = []
    for channel in channels:
        report = gleanery.sync(wordpress.url, "--channel", channel)
        assert report["outcome"] == "ok"
        keys.append({each["key"] for each in gleanery.resources() if unquote(each["url"]) in posts})
    assert [len(each) for each in keys] == [len(posts)] * 3
    assert keys[0] == keys[1] == keys[2]
