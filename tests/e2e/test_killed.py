"""In CI fifty syncs are killed at random moments (`make soak` kills a thousand): the end state is that of the unbroken run."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import servers_required
from tests.e2e.killing import Killing


@pytest.mark.parametrize(("channel", "kills"), [("wordpress", 17), ("listing", 8)])
@pytest.mark.sampled(2)
def test_killed_on_sqlite(channel: str, kills: int, tmp_path: Path) -> None:
    result = Killing(str(tmp_path / "killed.db"), tmp_path / "whole.db", kills, 20261125, channel).run()
    assert result.kills == kills
    assert result.mid_run > 0
    assert result.wrong == 0, result


@pytest.mark.postgres
def test_killed_on_postgresql(postgres_url: str, tmp_path: Path) -> None:
    kills = 25 if servers_required() else 10
    result = Killing(postgres_url, tmp_path / "whole.db", kills, 20261125).run()
    assert result.kills == kills
    assert result.mid_run > 0
    assert result.wrong == 0, result
