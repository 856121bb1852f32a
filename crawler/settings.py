"""Scrapy's settings for every harvest: polite, bounded, closed. Per-source values are laid over them by `crawler.run`.

Names and meanings: docs.scrapy.org, "Settings". Why these values: docs/decisions/0001 and 0002.
"""

from __future__ import annotations

BOT_NAME = "gleanery"
SPIDER_MODULES = ["crawler.spiders"]
NEWSPIDER_MODULE = "crawler.spiders"

# Plain asyncio, no Twisted reactor: any number of crawls in one process. All fetching goes through the gate.
TWISTED_REACTOR_ENABLED = False
DOWNLOAD_HANDLERS = {
    "http": "crawler.gate.GatedDownloadHandler",
    "https": "crawler.gate.GatedDownloadHandler",
    "file": None,
    "data": None,
    "ftp": None,
    "s3": None,
}

# Who we are: sites' owners must be able to tell, and to answer. The contact is set per source.
USER_AGENT = "Gleanery/0.1 (resource listing harvester; obeys robots.txt)"
ROBOTSTXT_OBEY = True
ROBOTSTXT_USER_AGENT = "Gleanery"
COOKIES_ENABLED = False
REFERRER_POLICY = "same-origin"
METAREFRESH_ENABLED = False

CONCURRENT_REQUESTS = 8
CONCURRENT_REQUESTS_PER_DOMAIN = 2
DOWNLOAD_DELAY = 0.5
AUTOTHROTTLE_ENABLED = False  # crawler.extensions.Throttle takes its place
AUTOTHROTTLE_START_DELAY = 0.0
AUTOTHROTTLE_MAX_DELAY = 30.0
AUTOTHROTTLE_TARGET_CONCURRENCY = 2.0

# Bounds: an answer of any size or slowness must not stop a run.
DOWNLOAD_TIMEOUT = 30
DOWNLOAD_MAXSIZE = 10 * 2**20
DOWNLOAD_WARNSIZE = 0
DOWNLOAD_FAIL_ON_DATALOSS = True
DOWNLOAD_VERIFY_CERTIFICATES = True
RETRY_TIMES = 2
GLEANERY_PATIENCE = 600.0  # seconds that a crawl waits in all, where a site asks for patience
# Scrapy's own list without what only its Twisted handlers raise: naming those loads them.
RETRY_EXCEPTIONS = [
    "scrapy.exceptions.CannotResolveHostError",
    "scrapy.exceptions.DownloadConnectionRefusedError",
    "scrapy.exceptions.DownloadFailedError",
    "scrapy.exceptions.DownloadTimeoutError",
    "scrapy.exceptions.ResponseDataLossError",
    OSError,
]
REDIRECT_MAX_TIMES = 5
URLLENGTH_LIMIT = 2083
CLOSESPIDER_PAGECOUNT = 5000

DOWNLOADER_MIDDLEWARES = {
    "scrapy.downloadermiddlewares.robotstxt.RobotsTxtMiddleware": None,
    "crawler.middlewares.Robots": 100,
    "scrapy.downloadermiddlewares.retry.RetryMiddleware": None,
    "crawler.middlewares.PatientRetry": 550,
    "scrapy.downloadermiddlewares.httpcompression.HttpCompressionMiddleware": None,
    "crawler.compression.StrictCompression": 590,
    # Switched off above; here so that they are not even loaded.
    "scrapy.downloadermiddlewares.cookies.CookiesMiddleware": None,
    "scrapy.downloadermiddlewares.redirect.MetaRefreshMiddleware": None,
    "scrapy.downloadermiddlewares.httpcache.HttpCacheMiddleware": None,
}
EXTENSIONS = {
    "crawler.extensions.Throttle": 0,
    "crawler.extensions.Heartbeat": 0,
    "crawler.hints.Listener": 0,
    # Two ports that run code, a writer that overwrites files in place, and what has no use here.
    "scrapy.extensions.telnet.TelnetConsole": None,
    "scrapy.extensions.remote_control.RemoteControl": None,
    "scrapy.extensions.feedexport.FeedExporter": None,
    "scrapy.extensions.throttle.AutoThrottle": None,
    "scrapy.extensions.spiderstate.SpiderState": None,
    "scrapy.extensions.logstats.LogStats": None,
    "scrapy.extensions.memdebug.MemoryDebugger": None,
}
ITEM_PIPELINES = {"crawler.completing.CompletePipeline": 200, "crawler.pipelines.StorePipeline": 300}

# Closed doors, should a component above come back.
TELNETCONSOLE_ENABLED = False
REMOTE_CONTROL_ENABLED = False
FEEDS: dict[str, object] = {}
MEMUSAGE_LIMIT_MB = 1024
LOG_LEVEL = "WARNING"
STATS_DUMP = False
