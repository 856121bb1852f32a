"""A source's politeness, laid over Scrapy's settings; and what a site asks for in patience."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime

from scrapy.settings import BaseSettings, Settings

from crawler.gate import is_loopback_host, origin
from pipeline.model import Source


def settings_for(source: Source) -> Settings:
    """Scrapy's settings for one source: `crawler.settings`, and the source's own over them."""
    settings = Settings()
    settings.setmodule("crawler.settings", priority="project")
    lay_over(settings, source)
    return settings


def lay_over(settings: BaseSettings, source: Source) -> None:
    """Sets what the source says of how it may be asked. One's own machine needs no pause between requests."""
    polite = source.politeness
    agent = settings["USER_AGENT"]
    own_machine = is_loopback_host(origin(source.url)[0])
    settings.setdict(
        {
            "USER_AGENT": f"{agent[:-1]}; contact: {polite.contact})" if polite.contact else agent,
            "CONCURRENT_REQUESTS_PER_DOMAIN": polite.concurrency,
            "DOWNLOAD_DELAY": 0.0 if own_machine else polite.delay,
            "AUTOTHROTTLE_TARGET_CONCURRENCY": float(polite.concurrency),
            "DOWNLOAD_TIMEOUT": polite.timeout,
            "DOWNLOAD_MAXSIZE": polite.max_bytes,
            "CLOSESPIDER_PAGECOUNT": polite.max_requests,
            "ROBOTSTXT_OBEY": polite.obey_robots,
            "DOWNLOAD_VERIFY_CERTIFICATES": polite.verify_tls,
            "GLEANERY_SOURCE_URL": source.url,
        },
        priority="cmdline",
    )


def retry_after(value: str, now: datetime) -> datetime | None:
    """The moment of a Retry-After header: seconds, or a date (RFC 9110, 10.2.3); None for anything else. UTC."""
    value = value.strip()
    if value.isascii() and value.isdigit():
        return now + timedelta(seconds=min(int(value), 10**8))
    try:
        moment = parsedate_to_datetime(value)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    return moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)
