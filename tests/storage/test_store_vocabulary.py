"""What people say of terms is kept, the same way in both databases, and met by filters and exports."""

from __future__ import annotations

import csv
import io
import json

import pytest

from pipeline.errors import UsageError
from pipeline.vocabulary import Edit, EditKind
from storage.export import csv as csv_export
from storage.export import jsonl
from storage.store import Store
from tests.storage.reading import DAY, SOURCE, START, read, resource

TERMS = [("Case studies", "tides"), ("case study", "TIDE"), ("Études de cas", "surge"), ("Tables", "Surges")]
MERGE = Edit(EditKind.MERGE, ("tides", "surge"), "Sea level")


@pytest.fixture
def filled(store: Store) -> Store:
    store.put_source(SOURCE, START)
    read(
        store,
        [resource(number, categories=(category,), tags=(tag,)) for number, (category, tag) in enumerate(TERMS, 1)],
        START,
    )
    return store


def test_filters_meet_every_spelling_only_where_they_are_asked_to(filled: Store) -> None:
    assert filled.count_resources(category="Case studies") == 1
    assert filled.count_resources(category="Case studies", any_spelling=True) == 3
    assert len(list(filled.resources(category="CASE STUDY", any_spelling=True))) == 3
    assert filled.count_resources(tag="Case studies", any_spelling=True) == 0
    assert filled.count_resources(category="nothing", any_spelling=True) == 0


def test_edits_are_kept_in_order_and_can_be_undone(filled: Store) -> None:
    kept = filled.vocabularies.say(MERGE, START + DAY)
    assert (kept.edit, kept.at, kept.undone) == (MERGE, START + DAY, False)
    assert filled.count_resources(tag="Sea level", any_spelling=True) == 4
    renamed = filled.vocabularies.say(Edit(EditKind.RENAME, ("Sea level",), "Tides and surges"), START + DAY)
    assert filled.vocabularies.load().term("TIDE") == "Tides and surges"
    assert filled.vocabularies.undo().number == renamed.number
    assert filled.vocabularies.load().term("TIDE") == "Sea level"
    assert filled.vocabularies.undo(kept.number).number == kept.number
    assert filled.vocabularies.load().term("TIDE") == "tides"
    assert [each.undone for each in filled.vocabularies.edits()] == [True, True]
    with pytest.raises(UsageError, match="no edit to undo"):
        filled.vocabularies.undo()
    with pytest.raises(UsageError, match=f"no edit {kept.number} to undo"):
        filled.vocabularies.undo(kept.number)


def test_an_edit_that_is_refused_leaves_nothing(filled: Store) -> None:
    with pytest.raises(UsageError):
        filled.vocabularies.say(Edit(EditKind.SPLIT, ("nothing",)), START)
    assert filled.vocabularies.edits() == []


def test_edits_outlive_the_source_and_what_it_says_is_not_changed(filled: Store) -> None:
    filled.vocabularies.say(MERGE, START)
    assert {known.resource.tags for known in filled.resources()} == {(tag,) for _, tag in TERMS}
    filled.remove_source(SOURCE.name)
    assert filled.vocabularies.load().terms() == []
    assert len(filled.vocabularies.edits()) == 1


def test_exports_give_the_mapped_terms_beside_the_sites_own(filled: Store) -> None:
    filled.vocabularies.say(MERGE, START)
    vocabulary = filled.vocabularies.load()
    out = io.BytesIO()
    jsonl.write(filled.resources(), out, vocabulary)
    rows = [json.loads(line) for line in out.getvalue().splitlines()]
    assert list(rows[0])[-2:] == ["categories_mapped", "tags_mapped"]
    assert {tuple(row["categories_mapped"]) for row in rows} == {("Case studies",), ("Tables",)}
    assert {tuple(row["tags_mapped"]) for row in rows} == {("Sea level",)}
    assert {tuple(row["tags"]) for row in rows} == {(tag,) for _, tag in TERMS}
    out = io.BytesIO()
    csv_export.write(filled.resources(), out, vocabulary)
    table = list(csv.DictReader(io.StringIO(out.getvalue().decode())))
    assert {row["tags_mapped"] for row in table} == {"Sea level"}
