"""Which runs may ask for what is new only? Cheap for the site, but blind: edits and removals may go unseen."""

from __future__ import annotations

from crawler.progress import HarvestOptions
from pipeline.model import Channel, Source
from pipeline.wholes import whole_every
from storage.store import Store

# The channels whose spiders can read the news only.
_CHANNELS = frozenset({Channel.WORDPRESS, Channel.FEED, Channel.LISTING})
PAGED = frozenset({Channel.FEED, Channel.LISTING})
# A listing or feed is left after so many pages in a row that show nothing new: one may hold only what is pinned to the top.
# Where the sitemap tells of what is new behind them, one is enough.
QUIET_PAGES, QUIET_BEFORE_A_ROLL = 2, 1
# What the plan's detail calls what a sitemap that names all of a listing has told (`crawler.roll_call`).
ROLL_CALL = "roll_call"
# One of so few pages is not left before its end: a removal that nobody sees for a week costs more than a few requests.
SMALL = 10


def may_read_news(store: Store, source: Source, channel: Channel, options: HarvestOptions) -> bool:
    """True if the next run needs not read everything.

    A whole run is due in time (`pipeline.wholes`), while resources are missing and not asked for yet, and where nothing was
    ever read whole. WordPress tells its totals, so that its spider finds out itself what is missing; so does a sitemap
    that names all of a listing, as long as it agrees (`crawler.roll_call`).
    """
    if channel not in _CHANNELS or options.full or options.dry_run or options.limit is not None:
        return False
    last = store.memory.last_whole(source.name)
    roll = source.plan.detail.get(ROLL_CALL) if source.plan is not None else None
    # Without a roll only whole runs find what is gone.
    past = store.memory.whole_runs(source.name) if channel is Channel.WORDPRESS or roll else []
    if last is None or last.channel is not channel or last.later + 1 >= whole_every(source.policy, past):
        return False
    if channel is Channel.WORDPRESS:
        return source.plan is not None and "news" in source.plan.detail
    if roll is False:
        return False  # what it said was refuted
    if roll and store.memory.saw_all(source.name):
        return True
    return not store.memory.waiting(source.name, source.policy.absences)


def is_small(store: Store, source: Source, channel: Channel) -> bool:
    """Whether every page of a listing or feed is asked for, also where only those that changed need be sent."""
    last = store.memory.last_whole(source.name) if channel in PAGED else None
    return last is not None and 0 < last.pages <= SMALL
