"""What is learnt and explained of a page is the same in every process, whatever order its sets of strings are in."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
TOLD = """
import json
from crawler.listing.reader import read_listing
from tests.crawler.listing.shapes.builders import SHAPES
for shape in SHAPES[:4]:
    reading = read_listing(shape.html(), shape.url, explain=True)
    print(json.dumps([reading.wrapper, reading.explanation]))
"""


def told(seed: str) -> str:
    command = [sys.executable, "-c", TOLD]
    return subprocess.run(
        command, cwd=ROOT, env={"PYTHONHASHSEED": seed}, capture_output=True, text=True, check=True
    ).stdout


def test_a_page_is_learnt_and_explained_the_same_in_every_process() -> None:
    first = told("0")
    assert first.count("\n") == 4
    assert told("1") == first
