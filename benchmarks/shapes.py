"""How are the known shapes of sites read: the rung that is named, the share of items, the fields that are right?

python -m benchmarks.shapes [WORD]
"""

from __future__ import annotations

import sys

from tests.sites.shape_list import SHAPES
from tests.sites.shapes import measure


def main() -> int:
    word = " ".join(sys.argv[1:]).lower()
    print(f"{'shape':62} {'rung':10} {'right?':6} {'items':>9} {'share':>5} {'fields':>11} {'asked':>5}")
    perfect = total = 0
    for shape in SHAPES:
        if word not in shape.name.lower():
            continue
        got = measure(shape)
        total += 1
        perfect += got.perfect
        print(
            f"{got.name:62} {got.named:10} {'yes' if got.named == got.expected else got.expected:6} "
            f"{got.found:4}/{got.possible:<4} {got.share:5.2f} {got.right:5}/{got.asked:<5} {got.requests:5}",
            flush=True,
        )
        for line in got.wrong if not got.perfect else ():
            print(f"    {line}")
        if not got.perfect and not got.found:
            print(f"    {got.outcome}")
    print(
        f"{perfect} of {total} shapes read perfectly: right rung, every item, every field, at most 12 requests to find out"
    )
    return perfect != total


if __name__ == "__main__":
    sys.exit(main())
