"""What Prometheus can read at /metrics: where everything stands, asked of the database at each reading.

So it is the same whichever process is asked, and right after a restart.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from crawler.clock import Clock
from pipeline.errors import ConfigurationError
from pipeline.model import OutcomeKind
from storage.overview import Overview
from storage.store import Store
from storage.workers import SILENCE

DEFAULT_ADDRESS = "127.0.0.1:9470"

# name, help, how it is read from the overview
_GAUGES: tuple[tuple[str, str, Callable[[Overview], float]], ...] = (
    ("sources", "Sources that are kept", lambda seen: seen.sources),
    ("sources_paused", "Sources that are paused", lambda seen: seen.paused),
    (
        "sources_broken",
        "Sources that failed so often that they are only looked at once a day",
        lambda seen: seen.broken,
    ),
    ("visits_overdue", "Visits that are due and not begun", lambda seen: seen.overdue),
    ("visits_longest_wait_seconds", "How long the longest due visit waits", lambda seen: seen.longest_wait),
    ("visits_queued", "Visits that wait for a worker", lambda seen: seen.queued),
    ("runs_going_on", "Runs that go on", lambda seen: seen.going_on),
    ("alarms_open", "Alarms that are not over", lambda seen: seen.alarmed),
    ("notices_unsent", "Notices that wait to be sent, or could not be", lambda seen: seen.unsent),
    ("resources", "Resources that are kept, of any state", lambda seen: seen.resources),
)


def serve_metrics(store: Store, address: str, clock: Clock) -> Callable[[], None]:
    """Answers at http://ADDRESS/metrics from now on ("HOST:PORT"); gives what ends it.

    Raises ConfigurationError where the address cannot be used, or the extra `metrics` is not installed.
    """
    try:
        from prometheus_client import CollectorRegistry, start_http_server
    except ModuleNotFoundError:
        raise ConfigurationError(
            "Metrics need a package that is not installed.", advice="Install it with: pip install 'gleanery[metrics]'"
        ) from None
    host, _, port = address.rpartition(":")
    registry = CollectorRegistry()
    registry.register(_Collector(store, clock))
    try:
        server, thread = start_http_server(int(port), addr=host.strip("[]") or "127.0.0.1", registry=registry)
    except (OSError, ValueError, OverflowError) as error:
        raise ConfigurationError(
            f"metrics: {address} cannot be used: {error}",
            advice="Name another address: --metrics 127.0.0.1:9471, or off.",
        ) from error

    def end() -> None:
        server.shutdown()
        server.server_close()
        thread.join(2)

    return end


class _Collector:
    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def describe(self) -> list[Any]:
        """Nothing is asked of the database before somebody reads."""
        return []

    def collect(self) -> Iterator[Any]:
        from prometheus_client.core import GaugeMetricFamily

        now = self._clock()
        seen = self._store.agenda.overview(now, 0)
        for name, text, value in _GAUGES:
            yield GaugeMetricFamily(f"gleanery_{name}", text, value=value(seen))
        outcomes = GaugeMetricFamily(
            "gleanery_sources_by_outcome", "Sources by the outcome of their newest run", labels=["outcome"]
        )
        for kind in OutcomeKind:
            outcomes.add_metric([kind.value], seen.outcomes.get(kind.value, 0))
        yield outcomes
        workers = GaugeMetricFamily(
            "gleanery_workers", "Processes that were heard of in the last minute", labels=["role"]
        )
        for role in ("scheduler", "worker"):
            alive = [each for each in seen.workers if each.role == role and now - each.seen < SILENCE]
            workers.add_metric([role], len(alive))
        yield workers
