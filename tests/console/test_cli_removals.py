"""`gleanery removals`: what waits is shown, confirmed, refused."""

from __future__ import annotations

import pytest

from pipeline.removals import Proof, Removals, Verdict
from storage.removals import settle
from storage.store import Store
from tests.console.conftest import NOON, SOURCE, Cli


@pytest.fixture
def waiting(filled: object) -> list[str]:
    """Two of three resources wait, the first with its proof; their keys."""
    with Store.open("gleanery.db") as store:
        keys = sorted(each.key for each in store.resources())[:2]
        found = {keys[0]: Proof(Verdict.GONE, "404 at its own address")}
        with store._database.writing() as connection:
            settle(connection, 1, SOURCE.name, Removals(held=tuple(keys), found=found), NOON)
    return keys


def states() -> dict[str, str]:
    with Store.open("gleanery.db") as store:
        return {each.key: each.state.value for each in store.resources()}


def test_what_waits_is_shown_with_its_proof(cli: Cli, waiting: list[str]) -> None:
    ended = cli("removals")
    assert ended.code == 0
    assert [line.split("\t")[0] for line in ended.out.splitlines()] == waiting
    assert "404 at its own address" in ended.out
    assert "not asked yet" in ended.out
    assert "2 removals wait" in ended.err
    (first, second) = cli("removals", "--json", "--source", SOURCE.name).objects
    assert (first["key"], first["proof"], second["proof"]) == (waiting[0], "404 at its own address", "")
    assert set(first) == {"key", "source", "url", "title", "held_since", "last_seen", "proof"}


def test_one_is_confirmed_by_its_key_and_says_by_whom(cli: Cli, waiting: list[str]) -> None:
    ended = cli("removals", "--confirm", waiting[0])
    assert ended.code == 0
    assert "1 removed" in ended.err
    assert states()[waiting[0]] == "gone"
    assert states()[waiting[1]] == "present"
    with Store.open("gleanery.db") as store:
        assert store.versions(waiting[0])[-1].reason.endswith("404 at its own address; confirmed by a person")


@pytest.mark.parametrize("which", ["all", SOURCE.name, SOURCE.url])
def test_all_are_refused_and_wait_no_more(cli: Cli, waiting: list[str], which: str) -> None:
    assert cli("removals", "--refuse", which).code == 0
    assert "gone" not in states().values()
    assert "No removal waits." in cli("removals").err


@pytest.mark.parametrize("which", ["nobody", "alpha.example/000000000000"])
def test_what_does_not_wait_cannot_be_settled(cli: Cli, waiting: list[str], which: str) -> None:
    ended = cli("removals", "--confirm", which)
    assert ended.code == 2
    assert ended.err.startswith("gleanery: ")
    assert len(cli("removals", "--json").objects) == 2
