from __future__ import annotations

import multiprocessing
import os
import re
import signal
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import inspect

from pipeline.errors import StoreError
from storage import migrate, schema
from storage.engine import Database, resolve
from storage.schema import VERSION_TABLE
from storage.store import Store
from storage.tables import metadata
from tests.storage.reading import SOURCE, START, read, resources

NEXT = """
from __future__ import annotations
import os, signal
import sqlalchemy as sa
from alembic import op

revision, down_revision, branch_labels, depends_on = "9999", "{head}", None, None


def upgrade() -> None:
    with op.batch_alter_table("sources") as batch:
        batch.add_column(sa.Column("colour", sa.Text(), nullable=True))
    op.execute("UPDATE sources SET colour = 'blue'")
    {end}


def downgrade() -> None:
    with op.batch_alter_table("sources") as batch:
        batch.drop_column("colour")
"""


@pytest.fixture
def next_release(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """This program as its next release would be: with one migration more, which may be rewritten."""
    folder = tmp_path / "migrations"
    (folder / "versions").mkdir(parents=True)
    for path in (*migrate.MIGRATIONS.glob("*.*"), *migrate.MIGRATIONS.glob("versions/*.py")):
        (folder / path.relative_to(migrate.MIGRATIONS)).write_text(path.read_text())
    last = folder / "versions" / "v9999_next.py"
    last.write_text(NEXT.format(head=head(), end=""))
    monkeypatch.setattr(migrate, "MIGRATIONS", folder)
    monkeypatch.setattr(schema, "NEWEST", "9999")
    return last


def head() -> str:
    return str(ScriptDirectory.from_config(migrate.alembic_config()).get_current_head())


def columns(url: str, table: str = "sources") -> set[str]:
    database = Database(resolve(url))
    with database.reading() as connection:
        names = {each["name"] for each in inspect(connection).get_columns(table)}
    database.close()
    return names


def fill(url: str) -> None:
    with Store.open(url) as store:
        store.put_source(SOURCE, START)
        read(store, resources(3), START)


def test_the_migrations_make_what_the_tables_say(empty_url: str) -> None:
    Store.open(empty_url).close()
    database = Database(resolve(empty_url))
    with database.reading() as connection:
        context = MigrationContext.configure(
            connection, opts={"compare_type": True, "compare_server_default": True, "version_table": VERSION_TABLE}
        )
        assert compare_metadata(context, metadata) == []
        assert context.get_current_revision() == head() == schema.NEWEST
    database.close()


def test_down_and_up_again(empty_url: str) -> None:
    Store.open(empty_url).close()
    database = Database(resolve(empty_url))
    config = migrate.alembic_config()
    with database.writing() as connection:
        config.attributes["connection"] = connection
        command.downgrade(config, "base")
        assert set(inspect(connection).get_table_names()) == {VERSION_TABLE}
    database.close()
    fill(empty_url)
    with Store.open(empty_url) as store:
        assert store.count_resources() == 3


def test_what_was_compared_by_other_bands_is_compared_anew(empty_url: str) -> None:
    fill(empty_url)
    with Store.open(empty_url) as store:
        store.works.compare(START)
        before = list(store.works.pairs())
        assert (store.works.waiting(), store.works.compared()) == (0, 3)
    database = Database(resolve(empty_url))
    config = migrate.alembic_config()
    with database.writing() as connection:
        config.attributes["connection"] = connection
        command.downgrade(config, "0020")
    database.close()

    with Store.open(empty_url) as store:
        assert (store.works.waiting(), store.works.compared()) == (3, 0)
        store.works.compare(START)
        assert list(store.works.pairs()) == before
        assert before


def test_an_upgrade_keeps_all_rows(empty_url: str, next_release: Path) -> None:
    migrations = migrate.MIGRATIONS
    next_release.rename(next_release.with_suffix(".later"))
    fill(empty_url)
    before = columns(empty_url)
    next_release.with_suffix(".later").rename(next_release)
    with Store.open(empty_url) as store:
        assert columns(empty_url) - before == {"colour"}
        assert store.count_resources() == 3
        assert len(list(store.observations(SOURCE.name))) == 3
    assert migrations == migrate.MIGRATIONS


def test_an_sqlite_file_is_copied_before_its_upgrade(tmp_path: Path, next_release: Path) -> None:
    next_release.rename(next_release.with_suffix(".later"))
    path = tmp_path / "gleanery.db"
    fill(str(path))
    older = head()
    assert [each.name for each in tmp_path.glob("*.db")] == ["gleanery.db"]
    next_release.with_suffix(".later").rename(next_release)
    Store.open(str(path)).close()
    copy = tmp_path / f"gleanery.schema-{older}.db"
    assert {each.name for each in tmp_path.glob("*.db*")} == {"gleanery.db", copy.name}
    with closing(sqlite3.connect(copy)) as connection:
        assert connection.execute("SELECT count(*) FROM resources").fetchone() == (3,)
        assert connection.execute(f"SELECT version_num FROM {VERSION_TABLE}").fetchone() == (older,)


@pytest.mark.parametrize("end", ["raise RuntimeError('no further')", "os.kill(os.getpid(), signal.SIGKILL)"])
def test_a_broken_upgrade_leaves_the_old_tables(empty_url: str, next_release: Path, end: str) -> None:
    older = NEXT.format(head=re.findall(r'"9999", "(\w+)"', next_release.read_text())[0], end="")
    next_release.unlink()
    fill(empty_url)
    before = columns(empty_url)
    next_release.write_text(older.replace("'blue'\")", f"'blue'\")\n    {end}"))
    child = multiprocessing.get_context("fork").Process(target=open_quietly, args=(empty_url,))
    child.start()
    child.join(30)
    assert child.exitcode == (1 if "raise" in end else -signal.SIGKILL)
    assert columns(empty_url) == before
    next_release.write_text(older)
    with Store.open(empty_url) as store:
        assert columns(empty_url) - before == {"colour"}
        assert store.count_resources() == 3


def open_quietly(url: str) -> None:
    with Path(os.devnull).open("w") as nowhere:
        os.dup2(nowhere.fileno(), 2)
        Store.open(url).close()


def test_a_newer_database_is_refused(empty_url: str, next_release: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fill(empty_url)
    next_release.unlink()
    monkeypatch.setattr(schema, "NEWEST", head())
    with pytest.raises(StoreError, match=r"newer Gleanery.*9999") as caught:
        Store.open(empty_url)
    assert "upgrade" in caught.value.advice
    assert "colour" in columns(empty_url)


def test_another_programs_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE recipes (name TEXT)")
    with pytest.raises(StoreError, match="another program's database"):
        Store.open(str(path))
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("SELECT name FROM sqlite_master").fetchall() == [("recipes",)]


def test_an_upgrade_that_would_orphan_rows_is_taken_back(tmp_path: Path, next_release: Path) -> None:
    text = next_release.read_text()
    next_release.unlink()
    path = tmp_path / "gleanery.db"
    fill(str(path))
    next_release.write_text(text.replace("'blue'\")", "'blue'\")\n    op.execute('DELETE FROM resources')"))
    with pytest.raises(StoreError, match="belongs to nothing"):
        Store.open(str(path))
    assert "colour" not in columns(str(path))
