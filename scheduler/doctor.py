"""`gleanery doctor`: is everything as it has to be? Each check says what it saw, and what to do if that is not well."""

from __future__ import annotations

import os
import shutil
import ssl
import sys
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from importlib.util import find_spec
from pathlib import Path
from urllib.parse import urlsplit

from pipeline.errors import GleaneryError
from scheduler.receivers import Receivers
from storage.engine import Database, resolve
from storage.schema import NEWEST, version
from storage.store import Store
from storage.workers import SILENCE

LEAST_FREE = 500 * 2**20
MOST_SKEW = timedelta(seconds=5)
# No clock of a working machine shows a moment before this program was written.
_WRITTEN = datetime(2026, 1, 1, tzinfo=UTC)
_PROXIES = ("http_proxy", "https_proxy", "all_proxy", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY")
_EXTRAS = {"postgres": "psycopg", "workers": "procrastinate", "notify": "apprise", "metrics": "prometheus_client"}


@dataclass(frozen=True, slots=True)
class Check:
    """`state`: "well", "attention" (it works, but something is to be done), or "broken" (nothing can be kept)."""

    name: str
    state: str
    seen: str
    advice: str = ""


def examine(store_url: str | None, environment: Mapping[str, str] = os.environ) -> Iterator[Check]:
    """All checks, one after another. None of them raises, none leaves this machine but for the database's server."""
    yield _python()
    yield from _database(store_url)
    yield from _disk(store_url)
    yield _clock()
    yield _proxies(environment)
    yield _tls_roots()
    yield _notifications(environment)
    yield _extras()


def _python() -> Check:
    shown = ".".join(str(part) for part in sys.version_info[:3])
    return Check("python", "well", f"{shown}, {os.cpu_count() or 1} processors")


def _database(store_url: str | None) -> Iterator[Check]:
    try:
        url = resolve(store_url)
        if url.get_backend_name() == "sqlite" and not Path(url.database or "").exists():
            yield Check(
                "database", "attention", f"there is none at {url.database} yet", "`gleanery add https://…` makes it."
            )
            return
        database = Database(url)
        with database.reading() as connection:
            current = version(connection, database)
        shown = database.shown
        database.close()
        yield Check("database", "well", f"{shown} answers")
        if current != NEWEST:
            seen = f"its tables have the version {current or '(none)'}, this program's are {NEWEST}"
            advice = "Any command that reads sources brings them there; an SQLite file is copied first."
            yield Check("migrations", "attention", seen, advice)
            return
        yield Check("migrations", "well", f"the newest ({NEWEST})")
        with Store.open(store_url) as store:
            yield from _server_clock(store)
            yield _workers(store)
    except GleaneryError as fault:
        yield Check("database", "broken", str(fault), fault.advice)


def _server_clock(store: Store) -> Iterator[Check]:
    theirs = store.agenda.database_time()
    if theirs is None:
        return
    skew = abs(datetime.now(UTC) - theirs)
    if skew > MOST_SKEW:
        seen = f"this machine's clock and the database server's are {skew.total_seconds():.0f} s apart"
        yield Check("server clock", "attention", seen, "Let both keep the time by NTP: leases depend on it.")
    else:
        yield Check("server clock", "well", f"as the database server's, within {skew.total_seconds():.1f} s")


def _workers(store: Store) -> Check:
    now = datetime.now(UTC)
    alive = [each for each in store.agenda.workers() if now - each.seen < SILENCE]
    schedulers = sum(each.role == "scheduler" for each in alive)
    seen = f"{schedulers} scheduler(s), {len(alive) - schedulers} worker(s)"
    if schedulers:
        return Check("processes", "well", seen)
    return Check("processes", "well", "no scheduler runs: nothing is visited by itself (gleanery serve)")


def _disk(store_url: str | None) -> Iterator[Check]:
    places = {"temporary files": Path(tempfile.gettempdir())}
    try:
        url = resolve(store_url)
    except GleaneryError:
        return
    if url.get_backend_name() == "sqlite":
        places["database"] = Path(url.database or ".").parent
    for what, place in places.items():
        if not place.is_dir():
            yield Check(f"disk of {what}", "attention", f"there is no folder {place}", "Make it.")
            continue
        free = shutil.disk_usage(place).free
        seen = f"{free / 2**30:.1f} GiB free at {place}"
        if free < LEAST_FREE:
            yield Check(f"disk of {what}", "attention", seen, "Free some space: at least half a GiB.")
        else:
            yield Check(f"disk of {what}", "well", seen)


def _clock() -> Check:
    moment = datetime.now(UTC)
    if fixed := os.environ.get("GLEANERY_NOW"):
        return Check("clock", "attention", f"GLEANERY_NOW says {fixed}", "Unset it, unless this is a simulation.")
    if moment < _WRITTEN:
        return Check("clock", "attention", f"it shows {moment:%Y-%m-%d %H:%M} UTC", "Set it, best by NTP.")
    return Check("clock", "well", f"{moment:%Y-%m-%d %H:%M:%S} UTC")


def _proxies(environment: Mapping[str, str]) -> Check:
    named = {name: environment[name] for name in _PROXIES if environment.get(name)}
    if not named:
        return Check("proxies", "well", "none")
    hosts = sorted({urlsplit(value).hostname or "?" for value in named.values()})
    return Check("proxies", "well", f"{', '.join(named)} name {', '.join(hosts)}")


def _tls_roots() -> Check:
    count = len(ssl.create_default_context().get_ca_certs())
    paths = ssl.get_default_verify_paths()
    in_folder = sum(1 for _ in Path(paths.capath).iterdir()) if paths.capath and Path(paths.capath).is_dir() else 0
    if not count and not in_folder:
        return Check("TLS roots", "attention", "no certificate authority is known", "Install ca-certificates.")
    return Check("TLS roots", "well", f"{count or in_folder} certificate authorities")


def _notifications(environment: Mapping[str, str]) -> Check:
    try:
        receivers = Receivers(environment)
    except GleaneryError as fault:
        return Check("notifications", "attention", str(fault), fault.advice)
    if not len(receivers):
        return Check("notifications", "well", "nobody is told (GLEANERY_NOTIFY is not set)")
    return Check("notifications", "well", f"{len(receivers)} receiver(s): {', '.join(receivers.shown)}")


def _extras() -> Check:
    here = [name for name, module in _EXTRAS.items() if find_spec(module)]
    return Check("extras", "well", ", ".join(here) or "none installed")
