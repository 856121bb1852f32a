"""`gleanery diff` and `gleanery replay`."""

from __future__ import annotations

import pytest

from tests.console.conftest import SOURCE, Cli, fill, observed


@pytest.fixture
def changed(filled: object) -> None:
    """A second run: the first guide has another title, a fourth is new."""
    fill([observed(1, title="Guide number one"), observed(4)], day=4)


def test_the_newest_run_is_shown_field_by_field(cli: Cli, changed: None) -> None:
    ended = cli("diff")
    assert ended.code == 0
    assert "changed  Guide number one" in ended.out
    assert "title: Guide number 1 → Guide number one" in ended.out
    assert "added  Guide number 4" in ended.out
    assert "number 2" not in ended.out


def test_json_for_machines(cli: Cli, changed: None) -> None:
    found = {each["kind"]: each for each in cli("diff", "2", "--json", "--source", SOURCE.name).objects}
    assert set(found) == {"added", "changed"}
    assert set(found["changed"]) == {"key", "source", "url", "title", "kind", "changes", "reason"}
    assert found["changed"]["changes"] == [{"field": "title", "before": "Guide number 1", "after": "Guide number one"}]


def test_days_include_both_ends(cli: Cli, changed: None) -> None:
    assert len(cli("diff", "2026-04-03..2026-04-03", "--json").objects) == 3
    assert len(cli("diff", "2026-04-04..", "--json").objects) == 2
    assert "Nothing changed." in cli("diff", "..2026-04-02").err


@pytest.mark.parametrize("which", ["yesterday", "2026-04-03", "soon..later"])
def test_what_is_no_day_is_said(cli: Cli, changed: None, which: str) -> None:
    ended = cli("diff", which)
    assert ended.code == 2
    assert "2026-0" in ended.err


def test_replay_says_what_it_did(cli: Cli, changed: None) -> None:
    ended = cli("replay", SOURCE.name)
    assert ended.code == 0
    assert "4 resources from 5 observations, 0 changed" in ended.err
    assert cli("replay", "nobody").code == 2
