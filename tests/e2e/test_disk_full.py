"""A full disk: a clear message, and what was kept is kept. A real one: six megabytes in a user namespace of the test's own."""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from tests.conftest import REPOSITORY
from tests.sites.like_model import LikePost, sample_posts
from tests.sites.wordpress_like import wordpress_like

# In the namespace: a disk of six megabytes; a small sync, one that does not fit, and what is there afterwards.
SCRIPT = """
set -e
mount -t tmpfs -o size=6m none "$DISK"
cd "$DISK"
"$PYTHON" -m console.main --database full.db sync "$SMALL" >&2
head -c 4m /dev/zero >ballast
set +e
"$PYTHON" -m console.main --database full.db sync "$LARGE" 2>&1
echo "CODE $?"
set -e
"$PYTHON" -m console.main --database full.db resources --source "$SMALL" --json
"$PYTHON" -c 'import sqlite3; print("CHECK", sqlite3.connect("full.db").execute("PRAGMA integrity_check").fetchone()[0])'
"""


def incompressible(posts: list[LikePost]) -> list[LikePost]:
    chance = random.Random(5)
    return [replace(post, excerpt=f"<p>{chance.randbytes(1200).hex()}</p>") for post in posts]


def test_a_full_disk_is_said_and_loses_nothing(tmp_path: Path) -> None:
    allowed = subprocess.run(["unshare", "-rm", "true"], capture_output=True, check=False)
    if allowed.returncode:
        pytest.skip(f"no user namespaces here: {allowed.stderr.decode().strip()}")
    disk = tmp_path / "disk"
    disk.mkdir()
    large = incompressible(sample_posts(700, first_id=1000))
    with wordpress_like(sample_posts(30)) as small, wordpress_like(large) as other:
        env = {**os.environ, "PYTHONPATH": str(REPOSITORY), "PYTHON": sys.executable, "DISK": str(disk)}
        done = subprocess.run(
            ["unshare", "-rm", "bash", "-c", SCRIPT],
            env={**env, "SMALL": small.url, "LARGE": other.url, "GLEANERY_IN_PROCESS": "1"},
            capture_output=True,
            text=True,
            check=False,
            timeout=300,
        )
    assert done.returncode == 0, done.stderr
    lines = done.stdout.splitlines()
    said = "\n".join(line for line in lines if not line.startswith("{"))
    assert "no space is left on the disk" in said
    assert "Free some space and sync again" in said
    assert "CODE 4" in said or "CODE 3" in said
    assert "Traceback" not in done.stdout + done.stderr
    assert "CHECK ok" in said
    kept = [json.loads(line) for line in lines if line.startswith("{")]
    assert len(kept) == 30
    assert {each["state"] for each in kept} == {"present"}
