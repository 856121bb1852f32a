"""A run for `scrapy crawl`, which comes without one: the source is found or added in the default database."""

from __future__ import annotations

from crawler.clock import now
from crawler.harvest import Harvest
from crawler.progress import HarvestOptions
from pipeline.errors import UsageError
from pipeline.model import Channel, Source
from pipeline.sources import name_for
from pipeline.urls import canonical, identity
from storage.store import Store


def open_harvest(url: str, channel: Channel) -> Harvest:
    """Takes the lease and begins. Raises UsageError without a URL, SourceBusy, StoreError."""
    if not url:
        raise UsageError("no address given", advice=f"Say which: scrapy crawl {channel} -a url=https://example.org/")
    store = Store.open()
    address = canonical(url)
    sources = store.sources()
    fitting = (
        each for each in sources if identity(each.url) == identity(address) and each.channel in {Channel.AUTO, channel}
    )
    source = next(fitting, None)
    if source is None:
        source = Source(name_for(address, [each.name for each in sources]), address, channel)
        store.put_source(source, now())
    harvest = Harvest(store, source, HarvestOptions(), standalone=True)
    harvest.take_lease()
    harvest.begin(channel)
    return harvest
