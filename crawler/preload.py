"""Loads what a crawl else loads as it starts: for a process that others are forked from."""

from __future__ import annotations

from scrapy.utils.misc import load_object

from crawler.gate import tls_context
from crawler.politeness import settings_for
from pipeline.model import Source

_LISTS = ("DOWNLOADER_MIDDLEWARES", "SPIDER_MIDDLEWARES", "EXTENSIONS", "ITEM_PIPELINES")
_SINGLE = ("DOWNLOADER", "SCHEDULER", "SCHEDULER_PRIORITY_QUEUE", "SCHEDULER_MEMORY_QUEUE", "SCHEDULER_DISK_QUEUE",
           "DUPEFILTER_CLASS", "REQUEST_FINGERPRINTER_CLASS", "ITEM_PROCESSOR", "LOG_FORMATTER", "STATS_CLASS",
           "SPIDER_LOADER_CLASS", "ROBOTSTXT_PARSER")  # fmt: skip


def preload() -> None:
    """Import every component of a crawl, and load the certificates that sites are verified by."""
    settings = settings_for(Source("preload", "https://example.org/"))
    named = [
        path
        for each in _LISTS
        for path, order in settings.get_component_priority_dict_with_base(each).items()
        if order is not None
    ]
    named += [settings[each] for each in _SINGLE]
    named += [path for path in settings.getdict("DOWNLOAD_HANDLERS").values() if path]
    for path in named:
        load_object(path)
    tls_context(settings)
