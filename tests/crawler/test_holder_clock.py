"""Who holds a lease, and what time it is."""

from __future__ import annotations

import subprocess
import sys
import time
from datetime import UTC, datetime

import pytest

from crawler import holder
from crawler.clock import now
from pipeline.errors import ConfigurationError


def test_this_process_lives() -> None:
    assert not holder.is_dead(holder.this_process())


def test_a_process_that_ended_is_dead() -> None:
    code = "from crawler import holder; print(holder.this_process())"
    ended = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert holder.is_dead(ended.stdout.strip())


def test_a_process_whose_end_nobody_has_asked_for_is_dead() -> None:
    code = "from crawler import holder; print(holder.this_process(), flush=True)"
    with subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True) as ended:
        assert ended.stdout is not None
        name = ended.stdout.read().strip()  # to its end: the process has closed it, and is not waited for
        deadline = time.monotonic() + 20
        while not holder.is_dead(name) and time.monotonic() < deadline:
            time.sleep(0.01)
        assert holder.is_dead(name)
        assert ended.returncode is None


def test_a_number_used_again_is_another_process() -> None:
    host, pid, _ = holder.this_process().rsplit(":", 2)
    assert holder.is_dead(f"{host}:{pid}:1")


def test_processes_elsewhere_are_never_called_dead() -> None:
    assert not holder.is_dead("another-host:1:1")


@pytest.mark.parametrize("text", ["2026-03-01T06:00:00Z", "2026-03-01T07:00:00+01:00", "2026-03-01T06:00:00"])
def test_the_clock_can_be_set(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    monkeypatch.setenv("GLEANERY_NOW", text)
    assert now() == datetime(2026, 3, 1, 6, tzinfo=UTC)


def test_a_clock_set_to_nonsense_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GLEANERY_NOW", "tomorrow")
    with pytest.raises(ConfigurationError, match="tomorrow"):
        now()
