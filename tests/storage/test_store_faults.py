"""What goes wrong with a database comes out as one sentence that says what to do, and never holds a password."""

from __future__ import annotations

import os
import sqlite3
import sys
import tempfile
from concurrent.futures import ProcessPoolExecutor
from contextlib import closing
from multiprocessing import get_context
from pathlib import Path

import pytest

from pipeline.errors import StoreError
from pipeline.model import Channel
from storage import engine
from storage.store import Store
from tests.sites.postgres import PostgreSQL
from tests.storage.reading import SOURCE, START, commit, resources


def refused(url: str | None) -> StoreError:
    with pytest.raises(StoreError) as caught:
        Store.open(url)
    assert caught.value.advice
    return caught.value


def test_without_a_url_the_environment_says(inside_tmp: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with Store.open() as store:
        assert store.shown == str(inside_tmp / "gleanery.db")
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{inside_tmp / 'other.db'}")
    with Store.open() as store:
        assert store.shown == str(inside_tmp / "other.db")
    assert {each.name for each in inside_tmp.iterdir()} == {"gleanery.db", "other.db"}


@pytest.mark.parametrize("form", ["{}", "sqlite:///{}", "sqlite+pysqlite:///{}"])
def test_a_file_by_path_or_url(tmp_path: Path, form: str) -> None:
    path = tmp_path / "100% odd?.db" if form == "{}" else tmp_path / "plain.db"
    with Store.open(form.format(path)) as store:
        store.put_source(SOURCE, START)
    assert path.is_file()


def test_a_relative_file_stays_where_it_was(inside_tmp: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with Store.open("here.db") as store:
        (inside_tmp / "elsewhere").mkdir()
        monkeypatch.chdir(inside_tmp / "elsewhere")
        store.put_source(SOURCE, START)
    assert (inside_tmp / "here.db").is_file()
    assert list((inside_tmp / "elsewhere").iterdir()) == []


@pytest.mark.parametrize("url", ["sqlite://", "sqlite:///:memory:", ":memory:"])
def test_a_database_in_memory_is_refused(url: str) -> None:
    assert "has to be a file" in str(refused(url))


@pytest.mark.parametrize("url", ["mysql://me:secret@localhost/x", "https://me:secret@x.example/", "sqlite+other:///a"])
def test_another_kind_of_database_is_refused(url: str) -> None:
    error = refused(url)
    assert "not a database that Gleanery can use" in str(error)
    assert "secret" not in str(error)


@pytest.mark.parametrize("url", ["postgresql://me:secret@host:port/x", "://", "postgresql://me:secret@[::1/x"])
def test_a_url_that_cannot_be_read(url: str) -> None:
    error = refused(url)
    assert "cannot be read" in str(error)
    assert "secret" not in str(error) + error.advice


def test_a_file_that_is_no_database(tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("Not a database, but long enough to be read as one.\n" * 100)
    assert "is not a database" in str(refused(str(path)))
    assert path.read_text().startswith("Not a database")


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    assert "there is no folder" in str(refused(str(tmp_path / "none" / "gleanery.db")))
    assert "is a folder" in str(refused(str(tmp_path)))


@pytest.mark.parametrize(("file", "said"), [(0o444, "must not be written to"), (0o000, "cannot be opened")])
def test_a_file_that_one_has_no_right_to(file: int, said: str) -> None:
    with tempfile.TemporaryDirectory(dir="/tmp") as folder, ProcessPoolExecutor(1, get_context("fork")) as child:
        path = Path(folder) / "gleanery.db"
        path.touch()
        path.chmod(file)
        Path(folder).chmod(0o555)
        assert said in child.submit(refused_to_nobody, str(path)).result()


def refused_to_nobody(path: str) -> str:
    if os.getuid() == 0:  # who may write everywhere
        os.setgroups([])
        os.setresuid(65534, 65534, 65534)
    return str(refused(path))


def test_a_damaged_file(tmp_path: Path) -> None:
    path = tmp_path / "gleanery.db"
    with Store.open(str(path)) as store:
        store.put_source(SOURCE, START)
        commit(store, store.begin_run(SOURCE, Channel.FEED, START), 1, resources(50), START)
    content = bytearray(path.read_bytes())
    content[4096:] = b"\xff" * (len(content) - 4096)
    path.write_bytes(content)
    assert "is damaged" in str(refused(str(path)))


def test_a_file_that_stays_locked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "BUSY_SECONDS", 0.2)
    path = tmp_path / "gleanery.db"
    with Store.open(str(path)) as store, closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreError, match=r"keeps .* locked"):
            store.put_source(SOURCE, START)
        assert store.sources() == []
        other.execute("ROLLBACK")
        store.put_source(SOURCE, START)


def test_a_full_disk_costs_nothing_that_was_committed(tmp_path: Path) -> None:
    """SQLite's own page limit stands in for the disk's: it gives the same answer, SQLITE_FULL."""
    with Store.open(str(tmp_path / "gleanery.db")) as store:
        store.put_source(SOURCE, START)
        run_id = store.begin_run(SOURCE, Channel.FEED, START)
        commit(store, run_id, 1, resources(10), START)
        with store._database.writing() as connection:
            pages = connection.exec_driver_sql("PRAGMA page_count").scalar()
            connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")
        with pytest.raises(StoreError, match="no space is left"):
            commit(store, run_id, 2, resources(500), START)
        assert store.count_resources() == 10


def test_postgresql_without_its_driver(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "psycopg", None)
    error = refused("postgresql://localhost/gleanery")
    assert "driver" in str(error)
    assert "gleanery[postgres]" in error.advice


@pytest.mark.parametrize("scheme", ["postgres", "postgresql", "postgresql+psycopg"])
def test_a_server_that_is_not_there(scheme: str, tmp_path: Path) -> None:
    error = refused(f"{scheme}://me:secret@/gleanery?host={tmp_path}")
    assert "connection" in str(error)
    assert "secret" not in str(error) + error.advice


@pytest.mark.postgres
@pytest.mark.parametrize(("login", "query"), [("guarded:wrong-secret", ""), ("guarded", "&password=wrong-secret")])
def test_a_wrong_password_is_said_and_not_shown(postgres_server: PostgreSQL, login: str, query: str) -> None:
    error = refused(postgres_server.url("postgres", login) + query)
    assert "password authentication failed" in str(error)
    assert "wrong-secret" not in str(error) + error.advice
    assert "user and password" in error.advice


@pytest.mark.postgres
def test_a_database_that_is_not_there(postgres_server: PostgreSQL) -> None:
    error = refused(postgres_server.url("nowhere"))
    assert 'database "nowhere" does not exist' in str(error)
    assert "Create it" in error.advice


@pytest.mark.postgres
def test_a_user_without_rights(postgres_server: PostgreSQL) -> None:
    url = postgres_server.create_database()
    error = refused(postgres_server.url(postgres_server.name_in(url), "guarded:right"))
    assert "permission denied" in str(error)
    assert "grant" in error.advice


@pytest.mark.postgres
def test_a_lost_connection_is_made_anew(postgres_server: PostgreSQL) -> None:
    url = postgres_server.create_database()
    name = postgres_server.name_in(url)
    end_all = f"SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE datname = '{name}'"
    with Store.open(url) as store:
        store.put_source(SOURCE, START)
        assert int(postgres_server.execute(end_all)) > 0
        assert store.sources() == [SOURCE]


@pytest.mark.postgres
def test_a_connection_lost_in_a_listing_is_a_fault_that_is_foreseen(postgres_server: PostgreSQL) -> None:
    url = postgres_server.create_database()
    name = postgres_server.name_in(url)
    end_all = f"SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE datname = '{name}'"
    with Store.open(url) as store:
        store.put_source(SOURCE, START)
        run_id = store.begin_run(SOURCE, Channel.FEED, START)
        commit(store, run_id, 1, resources(1100), START)
        listing = store.resources()
        next(listing)
        postgres_server.execute(end_all)
        with pytest.raises(StoreError) as caught:
            list(listing)
        assert caught.value.advice
        assert store.count_resources() == 1100
