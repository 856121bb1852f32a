"""Every known shape of site: the right rung is named within twelve requests, every item is found, every field is right."""

from __future__ import annotations

import pytest

from tests.sites.shape_list import SHAPES
from tests.sites.shapes import Shape, measure


@pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: shape.name)
@pytest.mark.sampled(6)
def test_shape(shape: Shape) -> None:
    got = measure(shape)
    assert got.named == got.expected, got
    assert (got.found, got.extra) == (got.possible, 0), got
    assert got.wrong == ()
    assert got.right == got.asked > 0
    assert got.requests <= 12
    assert got.outcome.startswith("ok: "), got.outcome


def test_the_shapes_are_many_and_different() -> None:
    assert len({shape.name for shape in SHAPES}) == len(SHAPES) >= 40
