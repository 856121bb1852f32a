"""The store under test: the same tests on SQLite and on PostgreSQL."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from storage.store import Store
from tests.sites.postgres import PostgreSQL

EITHER = ["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)]


@pytest.fixture(params=EITHER)
def empty_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The URL of a database of each kind in which there is nothing at all."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'gleanery.db'}"
    server: PostgreSQL = request.getfixturevalue("postgres_server")
    return server.create_database()


@pytest.fixture(scope="session")
def _common_database(postgres_server: PostgreSQL) -> tuple[PostgreSQL, str]:
    """One database with tables, for the tests that need no fresh one: half a second less for each."""
    url = postgres_server.create_database()
    Store.open(url).close()
    return postgres_server, url


@pytest.fixture(params=EITHER)
def database_url(request: pytest.FixtureRequest, tmp_path: Path, new_database: Path) -> str:
    """The URL of a database of each kind in which there is no row."""
    if request.param == "sqlite":
        return f"sqlite:///{shutil.copy(new_database, tmp_path)}"
    server, url = request.getfixturevalue("_common_database")
    server.execute(
        "TRUNCATE sources, bands, clusters, notices, workers, term_edits RESTART IDENTITY CASCADE", server.name_in(url)
    )
    return str(url)


@pytest.fixture
def store(database_url: str) -> Iterator[Store]:
    with Store.open(database_url) as opened:
        yield opened
