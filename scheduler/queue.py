"""The queue between schedulers and workers: Procrastinate, on the PostgreSQL server that holds everything else.

Nothing is known from the queue alone: a task only says "look at this visit", and whoever takes it asks the `visits`
table whether it is still to be made. So the queue may be lost, or made anew for another version of the engine, and the
visits in it are deferred again. It has a schema of its own beside our tables.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from datetime import timedelta
from typing import Any

from crawler import holder
from crawler.clock import Clock
from pipeline.errors import ConfigurationError, StoreError
from storage.agenda import Agenda
from storage.visits import QUEUE, Visit

SCHEMA = "gleanery_queue"
NAME = "visits"
_TASK = "gleanery.visit"
# A visit that is still not made so long after it was deferred is deferred again: its task may be lost.
PATIENCE = timedelta(minutes=10)
# A worker that was not heard of for so long is dead, and what it had in hand is free again.
STALLED_SECONDS = 20.0
# Of several processes that come at once, one makes the tables; the others wait, and find them made.
_MAKE = """
DO $making$ BEGIN
  PERFORM pg_advisory_xact_lock(7162653);
  IF obj_description(to_regnamespace('{schema}'), 'pg_namespace') IS DISTINCT FROM '{version}' THEN
    DROP SCHEMA IF EXISTS {schema} CASCADE;
    CREATE SCHEMA {schema};
    EXECUTE $engine$ {engine} $engine$;
    COMMENT ON SCHEMA {schema} IS '{version}';
  END IF;
END $making$
"""
BEAT_SECONDS = 5.0


def connector_kinds() -> Any:
    """Procrastinate, with its loggers silenced. Raises ConfigurationError where it is not installed."""
    try:
        import procrastinate
    except ModuleNotFoundError:
        raise ConfigurationError(
            "Workers need a package that is not installed.", advice="Install it with: pip install 'gleanery[workers]'"
        ) from None
    # What it would log is seen in the visits table; its messages hold arguments of tasks.
    logging.getLogger("procrastinate").setLevel(logging.CRITICAL)
    logging.getLogger("psycopg.pool").setLevel(logging.CRITICAL)
    return procrastinate


def _settings(agenda: Agenda) -> dict[str, Any]:
    if agenda.is_sqlite:
        raise ConfigurationError(
            "Workers need PostgreSQL: an SQLite file belongs to one machine.",
            advice="Name a database: --database postgresql://…; on one machine `gleanery serve` alone does it all.",
        )
    return {"conninfo": agenda.conninfo, "kwargs": {"options": f"-c search_path={SCHEMA} -c timezone=UTC"}}


class Queue:
    """The scheduler's end: defers visits. Open it as a context manager."""

    def __init__(self, agenda: Agenda, clock: Clock) -> None:
        engine = connector_kinds()
        self._agenda = agenda
        self._clock = clock
        self._faults = (engine.exceptions.ConnectorException,)
        self._enqueued = engine.exceptions.AlreadyEnqueued
        self._app = engine.App(connector=engine.SyncPsycopgConnector(**_settings(agenda), min_size=1, max_size=4))
        self._task = self._app.task(name=_TASK, queue=NAME)(_nothing)

    def __enter__(self) -> Queue:
        self._app.open()
        try:
            self._guarded(self._make_schema)
        except BaseException:
            self._app.close()
            raise
        return self

    def __exit__(self, *_: object) -> None:
        self._app.close()

    def defer(self, visit: Visit) -> bool:
        """Hand a visit to the workers; False if another has. Raises StoreError."""
        if not self._agenda.claim(visit, QUEUE, self._clock(), PATIENCE, holder.is_dead):
            return False
        configured = self._task.configure(
            lock=visit.host, queueing_lock=visit.source, priority=visit.priority, queue=NAME
        )
        with suppress(self._enqueued):  # it waits there already
            self._guarded(lambda: configured.defer(source=visit.source, turn=visit.turn, host=visit.host))
        return True

    def lengths(self) -> dict[str, int]:
        """How many tasks wait ("todo") and are being done ("doing")."""
        rows = self._guarded(
            lambda: self._app.connector.execute_query_all(
                "SELECT status::text AS status, count(*) AS n FROM procrastinate_jobs GROUP BY status"
            )
        )
        return {row["status"]: row["n"] for row in rows}

    def free_the_dead(self) -> int:
        """Take from dead workers what they had in hand: their visits are due still, and will be deferred again."""
        return int(self._guarded(self._free_the_dead))

    def _free_the_dead(self) -> int:
        # One statement, whichever of many schedulers and workers gets to it. The tasks themselves hold nothing.
        rows = self._app.connector.execute_query_all(
            "DELETE FROM procrastinate_jobs WHERE status = 'doing' AND (worker_id IS NULL OR worker_id IN "
            "(SELECT id FROM procrastinate_workers WHERE last_heartbeat < now() - make_interval(secs => %(secs)s))) "
            "RETURNING id",
            secs=STALLED_SECONDS,
        )
        return len(rows)

    def _guarded(self, act: Callable[[], Any]) -> Any:
        try:
            return act()
        except self._enqueued:
            raise
        except self._faults as error:
            raise StoreError(
                f"the queue cannot be used: {error}", advice="Check that the PostgreSQL server runs."
            ) from error

    def _make_schema(self) -> None:
        """Make the queue's tables; make them anew where another version of the engine had made them."""
        connector = self._app.connector
        version = _engine_version(self._app)
        found = connector.execute_query_all(
            "SELECT obj_description(oid, 'pg_namespace') AS version FROM pg_namespace WHERE nspname = %(name)s",
            name=SCHEMA,
        )
        if found and found[0]["version"] == version:
            return
        if found and self._alive():
            raise ConfigurationError(
                "Workers of another version are still running on this database.",
                advice="Stop all workers, then start the new ones.",
            )
        made = _MAKE.format(schema=SCHEMA, version=version, engine=self._app.schema_manager.get_schema())
        connector.execute_query(made.replace("%", "%%"))

    def _alive(self) -> bool:
        rows = self._app.connector.execute_query_all(
            "SELECT 1 FROM procrastinate_workers WHERE last_heartbeat > now() - interval '1 minute' LIMIT 1"
        )
        return bool(rows)


def _engine_version(app: Any) -> str:
    """The newest of the engine's migrations: "03.04.00"."""
    from pathlib import Path

    return max(each.name for each in Path(app.schema_manager.get_migrations_path()).glob("*.sql"))[:8]


async def _nothing(source: str, turn: int, host: str) -> None:
    """What a task is, seen from the scheduler: a name."""


async def work(agenda: Agenda, slots: int, make: Callable[[str, int, str], object], stop: asyncio.Event) -> None:
    """Take visits from the queue, `slots` at a time, until `stop`; `make(source, turn, host)` runs in a thread.

    Raises StoreError where the server cannot be used.
    """
    engine = connector_kinds()
    app = engine.App(connector=engine.PsycopgConnector(**_settings(agenda), min_size=2, max_size=slots + 4))
    threads = ThreadPoolExecutor(slots, thread_name_prefix="visit")

    async def visit(source: str, turn: int, host: str) -> None:
        await asyncio.get_running_loop().run_in_executor(threads, make, source, turn, host)

    app.task(name=_TASK, queue=NAME, retry=engine.RetryStrategy(max_attempts=3, exponential_wait=5))(visit)
    try:
        async with app.open_async():
            worker = asyncio.create_task(
                app.run_worker_async(
                    queues=[NAME],
                    concurrency=slots,
                    install_signal_handlers=False,
                    delete_jobs="always",
                    update_heartbeat_interval=BEAT_SECONDS,
                    stalled_worker_timeout=STALLED_SECONDS,
                    fetch_job_polling_interval=2.0,
                )
            )
            stopping = asyncio.create_task(stop.wait())
            await asyncio.wait({worker, stopping}, return_when=asyncio.FIRST_COMPLETED)
            worker.cancel()  # waits for what is at work: those runs were told to stop as well
            stopping.cancel()
            with suppress(asyncio.CancelledError):
                await worker
    except engine.exceptions.ConnectorException as error:
        raise StoreError(
            f"the queue cannot be used: {error}", advice="Check that the PostgreSQL server runs."
        ) from error
    finally:
        threads.shutdown(wait=True)
