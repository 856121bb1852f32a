"""The compiled reader reads as the one in Python does: its own tests are run against it."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from benchmarks import compiled
from tests.conftest import servers_required


@pytest.mark.skipif(not servers_required(), reason="to compile takes two minutes: only in CI")
@pytest.mark.skipif(bool(compiled.lacking()), reason=compiled.lacking())
@pytest.mark.timeout(900)
def test_the_compiled_reader_passes_the_readers_tests(tmp_path: Path) -> None:
    unpacked = compiled.build(tmp_path)
    where = compiled.run(unpacked, "-c", "from crawler.listing import reader; print(reader.__file__)").stdout
    assert where.startswith(str(unpacked))
    assert not where.strip().endswith(".py")
    settings = ("-c", str(compiled.CHECKOUT / "pyproject.toml"), "--rootdir", str(unpacked), "-p", "no:cacheprovider")
    tests = ("tests/crawler/listing", "--ignore", f"tests/crawler/listing/{Path(__file__).name}")
    try:
        compiled.run(unpacked, "-m", "pytest", "-q", *settings, *tests)
    except subprocess.CalledProcessError as fault:
        pytest.fail(fault.stdout[-4000:])
