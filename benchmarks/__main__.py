"""All benchmarks, one after the other, each in a process of its own: none warms the caches of the next.

python -m benchmarks
"""

from __future__ import annotations

import subprocess
import sys

NAMES = (
    "fetch",
    "ladder",
    "pipeline",
    "text",
    "dedupe",
    "listing",
    "wrappers",
    "store",
    "shapes",
    "unchanged",
    "timeline",
    "adaptive",
    "scale",
)
# What each takes beside its defaults: years of twenty sites would take hours.
OPTIONS = {
    "timeline": ("--seeds", "2", "--days", "120", "--items", "100", "200", "--peers"),
    "listing": ("--compiled",),
}


def main() -> int:
    failed = 0
    for name in NAMES:
        print(f"== {name}", flush=True)
        command = [sys.executable, "-m", f"benchmarks.{name}", *OPTIONS.get(name, ())]
        failed += subprocess.run(command, check=False).returncode != 0
    return failed


if __name__ == "__main__":
    sys.exit(main())
