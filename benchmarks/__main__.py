"""All benchmarks, one after the other, each in a process of its own: none warms the caches of the next.

python -m benchmarks
"""

from __future__ import annotations

import subprocess
import sys

NAMES = ("fetch", "pipeline", "listing", "wrappers", "store", "shapes")


def main() -> int:
    failed = 0
    for name in NAMES:
        print(f"== {name}", flush=True)
        failed += subprocess.run([sys.executable, "-m", f"benchmarks.{name}"], check=False).returncode != 0
    return failed


if __name__ == "__main__":
    sys.exit(main())
