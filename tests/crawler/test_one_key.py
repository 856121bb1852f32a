"""One post told by REST, feed, sitemap and HTML is one resource with one key, in any order of the channels."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime
from itertools import permutations

import pytest

from crawler.harvest import HarvestOptions
from crawler.run import harvest_source
from pipeline.model import Channel, OutcomeKind, Source
from storage.store import Store
from tests.sites.like_model import sample_posts
from tests.sites.whole_like import whole_like

NOW = datetime(2026, 3, 1, 6, tzinfo=UTC)
CHANNELS = (Channel.WORDPRESS, Channel.FEED, Channel.SITEMAP, Channel.LISTING)


@pytest.mark.parametrize("channels", list(permutations(CHANNELS)), ids=" ".join)
@pytest.mark.sampled(4)
def test_one_post_has_one_key(channels: tuple[Channel, ...], store: Store) -> None:
    keys = []
    with whole_like(sample_posts(13)) as site:
        for channel in channels:
            source = Source("site", f"{site.url}/", channel)
            store.put_source(source)
            report = asyncio.run(harvest_source(store, source, HarvestOptions(), clock=lambda: NOW))
            assert (report.outcome.kind, report.inventory.read) == (OutcomeKind.OK, 13), report.outcome
            keys.append({each.key: each.resource.native_id for each in store.resources()})
    assert len(keys[0]) == 13
    assert keys == [keys[0]] * 4
