"""Imported by a server process that syncs are forked from: does one sync, so that all is loaded that a sync loads late.

Nothing of it stays: no thread, no open file.
"""

from __future__ import annotations

import asyncio
import tempfile
from datetime import UTC, datetime
from pathlib import Path

from crawler.harvest import HarvestOptions
from crawler.run import harvest_source
from pipeline.model import Source
from storage.store import Store
from tests.sites.like_model import sample_posts
from tests.sites.wordpress_like import wordpress_like


def _sync() -> None:
    with (
        tempfile.TemporaryDirectory() as folder,
        Store.open(str(Path(folder) / "warm.db")) as store,
        wordpress_like(sample_posts(2)) as site,
    ):
        source = Source("warm", site.url)
        store.put_source(source)
        asyncio.run(harvest_source(store, source, HarvestOptions(), clock=lambda: datetime(2026, 3, 1, tzinfo=UTC)))


_sync()
