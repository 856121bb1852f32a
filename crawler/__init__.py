"""Reads sites: Scrapy, parsel and lxml live here.

`run` is the door: one source harvested, or one URL probed. `spiders/` holds one spider per channel, `listing/` the pure
reader of HTML listings, `gate` the one place where a connection is allowed or refused, `harvest` the run's ledger.
"""
