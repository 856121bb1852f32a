"""Adaptive visits against a fixed interval: the same number of visits, sources that change from hourly to yearly.

python -m benchmarks.adaptive [SOURCES [DAYS]]

The mean age of the copy (how long ago it became untrue, 0 while it is true; Cho and Garcia-Molina 2003), over all sources
and the second half of the time: the first half is what the estimates are learnt in. "Limit" is the optimum for whoever
knows the true rates.
"""

from __future__ import annotations

import sys

from tests.scheduler.ages import compare


def main() -> int:
    sources = int(sys.argv[1]) if len(sys.argv) > 1 else 100
    days = int(sys.argv[2]) if len(sys.argv) > 2 else 180
    print(f"{sources} sources, changing from every hour to every year (evenly by the logarithm), {days} days")
    print("fixed interval   visits fixed / adaptive   age fixed   adaptive    limit   lower by   limit lower by")
    for hours in (6, 12, 24, 48, 168):
        found = compare(sources=sources, days=days, interval=hours * 3600.0)
        print(
            f"{hours:11} h   {found.visits_fixed:9} / {found.visits_adaptive:<9}   {found.fixed / 3600:7.2f} h "
            f"{found.adaptive / 3600:8.2f} h {found.limit / 3600:6.2f} h   {1 - found.adaptive / found.fixed:7.1%}   "
            f"{1 - found.limit / found.fixed:7.1%}",
            flush=True,
        )
    return 0


if __name__ == "__main__":
    sys.exit(main())
