"""What was learnt of a site's first page reads the others as learning does, and knows another site's page for a redesign.

`python -m benchmarks.wrappers` prints the same figures, and those of a thousand pairs.
"""

from __future__ import annotations

import pytest

from benchmarks.listing import CORPUS
from benchmarks.wrappers import redesigns, replay, sites

needs_corpus = pytest.mark.skipif(not CORPUS.is_dir(), reason="the developers' corpus is not beside the checkout")


@pytest.mark.shared
@needs_corpus
def test_replay_equals_learning_on_every_page() -> None:
    otherwise = [name for site in sites(CORPUS) for name in replay(site)[1]]
    assert otherwise == []


@pytest.mark.shared
@needs_corpus
def test_fifty_redesigns_are_reported() -> None:
    found = redesigns(CORPUS, 50, seed=50)
    assert [(one, other) for one, other, said in found if not said] == []
    assert len(found) == 50
