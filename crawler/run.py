"""One source, one crawl: probed if need be, harvested, judged, closed. And one probe of one URL.

Everything here runs on plain asyncio (docs/decisions/0001): any number of runs one after another, or side by side.
"""

from __future__ import annotations

import asyncio
import logging
import os
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from functools import partial
from typing import Any

from scrapy import Spider
from scrapy.crawler import AsyncCrawlerRunner, Crawler
from scrapy.settings import Settings
from twisted.python.failure import Failure as TwistedFailure

from crawler import look_up, robots_memory, roll_call
from crawler.clock import Clock, now
from crawler.gate import refusal_of_url
from crawler.harvest import Harvest
from crawler.listing.pinned import is_pinned
from crawler.pipelines import ending
from crawler.politeness import settings_for
from crawler.probe import ProbeReport, Rung
from crawler.progress import HarvestOptions, Progress, ignore_progress
from crawler.proof import ProofSpider, entrances_of
from crawler.robots_memory import RobotsMemory
from crawler.roll_call import wants_roll_call
from crawler.spiders.discourse import DiscourseSpider
from crawler.spiders.drupal import DrupalSpider
from crawler.spiders.feed import FeedSpider
from crawler.spiders.ghost import GhostSpider
from crawler.spiders.inventory import InventorySpider, last_second, wants_second_inventory
from crawler.spiders.listing import ListingSpider
from crawler.spiders.look_up import FeedLookUp, ListingLookUp
from crawler.spiders.oai import OaiSpider
from crawler.spiders.probe import ProbeSpider
from crawler.spiders.sitemap import SitemapSpider
from crawler.spiders.wordpress import WordPressSpider
from crawler.spiders.wordpress_news import WordPressNewsSpider
from crawler.verdict import busy, kept_at, living_of, suspects_of, verdict_of
from pipeline.errors import BadUrl, SourceBusy
from pipeline.model import (
    Channel,
    Failure,
    Inventory,
    Key,
    OutcomeKind,
    Plan,
    Politeness,
    RunReport,
    Source,
    Tally,
)
from pipeline.removals import Proof, Suspect
from pipeline.wholes import is_renamed
from storage.store import Store

__all__ = ["HarvestOptions", "ProbeReport", "Progress", "Rung", "harvest_source", "probe_site"]

# How long a crawl that is to stop may go on with what it is in the middle of.
STOP_SECONDS = 5.0

_SPIDERS: Mapping[Channel, type[Spider]] = {
    Channel.WORDPRESS: WordPressSpider,
    Channel.DRUPAL: DrupalSpider,
    Channel.GHOST: GhostSpider,
    Channel.DISCOURSE: DiscourseSpider,
    Channel.OAI: OaiSpider,
    Channel.FEED: FeedSpider,
    Channel.SITEMAP: SitemapSpider,
    Channel.LISTING: ListingSpider,
}

_LOOK_UPS: Mapping[Channel, type[Spider]] = {Channel.FEED: FeedLookUp, Channel.LISTING: ListingLookUp}


def probe_site(url: str, politeness: Politeness = Politeness()) -> ProbeReport:  # noqa: B008 - frozen
    """Visits `url` with a dozen requests at most. A site that does not answer is a report with `failures`.

    Raises BadUrl for an address that cannot be asked for.
    """
    return asyncio.run(_probe(Source("probe", url, politeness=politeness)))


async def harvest_source(
    store: Store,
    source: Source,
    options: HarvestOptions,
    on_progress: Callable[[Progress], None] = ignore_progress,
    clock: Clock = now,
) -> RunReport:
    """Runs one source to its end and gives the verdict; faults of the site are outcomes, never exceptions.

    Raises StoreError where the store itself cannot be used, BadUrl for a source without a usable address.
    """
    harvest = Harvest(store, source, options, on_progress=on_progress, clock=clock)
    try:
        harvest.take_lease()
    except SourceBusy as error:
        outcome = busy(error)
        return RunReport(0, source.name, source.channel, outcome, Tally(), Inventory(), clock(), 0.0)
    memory = RobotsMemory(store, clock, fresh=options.full, writes=not options.dry_run)
    token = robots_memory.of_run.set(memory)
    try:
        return await _harvest(harvest)
    finally:
        robots_memory.of_run.reset(token)
        harvest.release()


async def _harvest(harvest: Harvest) -> RunReport:
    plan, fresh = harvest.source.plan, False
    if plan is None or _is_stale(plan, harvest):
        harvest.report_progress("probing")
        found = await _probe(harvest.source)
        harvest.spend(found.requests, found.bytes)
        plan, fresh = found.plan, True
        if plan is None:
            harvest.begin(harvest.source.channel)
            for failure in _nothing_found(found):
                harvest.fail(failure)
            return harvest.close(verdict_of(harvest, finished=True))
        if not harvest.options.dry_run:
            harvest.store.keep_plan(harvest.source.name, plan)
    harvest.begin(plan.channel)
    crawler, finished = await _read(harvest, plan)
    if finished and wants_second_inventory(harvest, fresh=fresh):
        await _compare(harvest, plan)
    elif harvest.broken is None:
        harvest.ledger.second = last_second(harvest)
        if finished and not await _agrees_with_sitemap(harvest, plan):
            harvest.become_whole()
            crawler, finished = await _read(harvest, plan)
            if finished:
                await _agrees_with_sitemap(harvest, plan)
    verdict = verdict_of(harvest, finished=finished)
    suspects = suspects_of(harvest, verdict)
    proofs = await _proofs(harvest, plan, suspects) if suspects else {}
    roll_call.doubt(harvest, plan, proofs)
    report = harvest.close(verdict, suspects=suspects, proofs=proofs)
    _keep_learnt(harvest, plan, crawler, report)
    return report


async def _read(harvest: Harvest, plan: Plan) -> tuple[Crawler, bool]:
    """Reads the source. False: the crawl was ended before its end."""
    harvest.report_progress("reading")
    news = plan.channel is Channel.WORDPRESS and harvest.ledger.news
    spider = WordPressNewsSpider if news else _SPIDERS[plan.channel]
    crawler = await _crawl_for(harvest, spider, harvest=harvest, plan=plan)
    return crawler, ending(crawler)["finished"]


async def _compare(harvest: Harvest, plan: Plan) -> None:
    """Holds what was read against the site's sitemap, and asks after what it has beside."""
    harvest.report_progress("comparing")
    crawler = await _crawl_for(harvest, InventorySpider, harvest=harvest, plan=plan, of=plan.channel)
    if isinstance(crawler.spider, InventorySpider):
        harvest.ledger.second = second = crawler.spider.conclude()
        if wants_roll_call(harvest, plan, second):
            roll_call.call(harvest, plan, crawler.spider.roll(), {})


async def _agrees_with_sitemap(harvest: Harvest, plan: Plan) -> bool:
    """Holds what is known against the site's sitemap, where that tells who is still there.

    False where everything is to be read: it does not agree, or what was read hints at more.
    """
    if harvest.ledger.news and is_renamed(harvest.ledger.renamed):
        harvest.ledger.alerted = True
        return False
    second = harvest.ledger.second
    if second is None or not wants_roll_call(harvest, plan, second):
        return True
    harvest.report_progress("comparing")
    known = roll_call.known_to(harvest)
    read = {each.name for each in known.values()} if harvest.ledger.news else harvest.ledger.addresses
    since = look_up.since(harvest) if harvest.ledger.news else None
    asking = {"harvest": harvest, "plan": plan, "of": plan.channel, "read": read, "root": second.url, "since": since}
    spider = (await _crawl_for(harvest, InventorySpider, **asking)).spider
    if not isinstance(spider, InventorySpider):
        return True
    roll = spider.roll()
    if harvest.ledger.news and (sought := look_up.sought(harvest, plan, roll, known)):
        await _crawl_for(harvest, _LOOK_UPS[plan.channel], harvest=harvest, plan=plan, sought=sought)
        if harvest.ledger.failures:
            return True
        known = roll_call.known_to(harvest)
        roll = look_up.found_in(roll, known)
    return roll_call.call(harvest, plan, roll, known)


async def _proofs(harvest: Harvest, plan: Plan, suspects: Sequence[Suspect]) -> Mapping[Key, Proof]:
    """What the suspects' own addresses say."""
    harvest.report_progress("asking")
    asked = await _crawl_for(
        harvest,
        ProofSpider,
        suspects=[each.known for each in suspects],
        living=living_of(harvest),
        entrances=entrances_of(replace(harvest.source, plan=plan)),
        kept_at=partial(kept_at, harvest),
    )
    return asked.spider.proofs if isinstance(asked.spider, ProofSpider) else {}


async def _crawl_for(harvest: Harvest, spider: type[Spider], /, **kwargs: Any) -> Crawler:
    """A crawl as the source wants it, whose requests are the run's."""
    crawler = await _crawl(spider, settings_for(harvest.source), **kwargs)
    end = ending(crawler)
    harvest.spend(end["requests"], end["received"])
    return crawler


def _is_stale(plan: Plan, harvest: Harvest) -> bool:
    """Whether the site is to be asked anew how it is read: on a full run, or where another channel is wanted."""
    if harvest.source.channel not in {Channel.AUTO, plan.channel}:
        return True
    wrapper = plan.detail.get("wrapper")
    return harvest.options.full and not (isinstance(wrapper, dict) and is_pinned(wrapper))


def _nothing_found(found: ProbeReport) -> list[Failure]:
    """Why no channel can be read. Where nothing was ever learnt, nothing can have drifted: there is just nothing here."""
    if found.failures:
        drifted = OutcomeKind.DRIFTED
        return [replace(each, kind=OutcomeKind.EMPTY) if each.kind is drifted else each for each in found.failures]
    return [Failure(found.url, OutcomeKind.EMPTY, "; ".join(rung.reason for rung in found.rungs))]


def _keep_learnt(harvest: Harvest, plan: Plan, crawler: Crawler, report: RunReport) -> None:
    """What was learnt of how the site is read is kept with the source, if it is new."""
    spider = crawler.spider
    if harvest.options.dry_run or harvest.broken is not None:
        return
    detail = dict(plan.detail)
    if isinstance(spider, ListingSpider) and spider.wrapper:
        detail["wrapper"] = dict(spider.wrapper)
    if report.outcome.kind is OutcomeKind.OK and harvest.options.limit is None:
        detail |= harvest.ledger.learnt
    if detail != dict(plan.detail):
        harvest.store.keep_plan(harvest.source.name, replace(plan, detail=detail))


async def _probe(source: Source) -> ProbeReport:
    if refusal := refusal_of_url(source.url):
        raise BadUrl(f"{source.url}: {refusal}", url=source.url, advice="Give a full http:// or https:// address.")
    crawler = await _crawl(ProbeSpider, settings_for(source), url=source.url, only=source.channel, types=source.types)
    if not isinstance(crawler.spider, ProbeSpider):
        raise TypeError("the probe's crawl ended without its spider")
    end = ending(crawler)
    return replace(crawler.spider.report, requests=end["requests"], bytes=end["received"])


async def _crawl(spider: type[Spider], settings: Settings, **kwargs: Any) -> Crawler:
    _quiet_logging()
    runner = AsyncCrawlerRunner(settings)
    crawler = runner.create_crawler(spider)
    crawl = asyncio.ensure_future(runner.crawl(crawler, **kwargs))
    try:
        await asyncio.shield(crawl)
    except asyncio.CancelledError:
        stopped = asyncio.ensure_future(_stop(crawler, crawl))
        while not stopped.done():
            with suppress(asyncio.CancelledError):  # told again: it is under way, and takes its time at most once
                await asyncio.shield(stopped)
        raise
    return crawler


async def _stop(crawler: Crawler, crawl: asyncio.Future[None]) -> None:
    """Someone wants us to stop: let Scrapy close its connections, but do not wait for a slow site."""
    stopping = {crawl}
    if crawler.crawling:
        stopping.add(asyncio.ensure_future(crawler.stop_async()))  # waits for every answer that is under way
        await asyncio.sleep(0)  # from now on it takes no more requests
        _forget_waiting(crawler)
    _, late = await asyncio.wait(stopping, timeout=STOP_SECONDS)
    for task in late:
        task.cancel()
    if late:
        # What ends may still start Scrapy's workers: they are to be born before whoever stops us ends all tasks.
        await asyncio.wait(late, timeout=STOP_SECONDS)


def _forget_waiting(crawler: Crawler) -> None:
    """The requests that still wait for their turn end unasked."""
    for slot in crawler.engine.downloader.slots.values():
        while slot.queue:
            _, waiting = slot.queue.popleft()
            waiting.errback(TwistedFailure(asyncio.CancelledError()))  # type: ignore[no-untyped-call]


def _quiet_logging() -> None:
    """Scrapy's log is for debugging: what a user needs to know is in the report. `GLEANERY_DEBUG` lets it through."""
    level = logging.DEBUG if os.environ.get("GLEANERY_DEBUG") else logging.CRITICAL
    for name in ("scrapy", "twisted", "asyncio", "aiohttp", "protego", "crawler"):
        logging.getLogger(name).setLevel(level)
