"""One vocabulary across sites: spellings that meet by themselves, and what a person says."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.errors import UsageError
from pipeline.vocabulary import Edit, EditKind, Vocabulary, fold

SAME = [
    ("COVID-19 resources", "Covid 19 Resources"), ("Law & Policy", "law and policies"), ("HIV/AIDS", "HIV / AIDS"),
    ("Policies", "Policy"), ("Case Studies", "case study"), ("NGOs", "NGO"), ("E-learning", "e learning"), ("Covid19", "COVID-19"),
    ("Réfugiés", "réfugié"), ("Migrantes", "migrante"), ("Children’s rights", "Children's Rights"), ("Dossiers", "DOSSIER"),
    ("Crafts", "craft"), ("Boxes", "box"), ("Ｄａｔａ", "data"), ("حقوق الطفل", "حقوق  الطفل"), ("बाल अधिकार", "बाल-अधिकार"),
]  # fmt: skip
DIFFERENT = [
    ("News", "New"), ("AIDS", "Aid"), ("Arms", "Arm"), ("Customs", "Custom"), ("SDG 6", "SDG 16"), ("Mali", "Malis"), ("Cities", "Cite"),
    ("Business", "Busines"), ("Tax", "Taxi"), ("子ども", "子"), ("क्षेत्र", "क्षत्र"), ("Année", "Ane"), ("Laos", "Lao"), ("Phase 1", "Phase 2"),
    ("Guidance", "Guidelines"),
]  # fmt: skip


@pytest.mark.parametrize(("one", "other"), SAME)
def test_spellings_of_one_term_meet(one: str, other: str) -> None:
    assert fold(one) == fold(other)
    vocabulary = Vocabulary({one: 3, other: 1})
    assert vocabulary.term(other) == vocabulary.term(one)
    assert set(vocabulary.spellings(one)) == {one, other}


@pytest.mark.parametrize(("one", "other"), DIFFERENT)
def test_terms_that_differ_stay_apart(one: str, other: str) -> None:
    vocabulary = Vocabulary({one: 3, other: 1})
    assert vocabulary.term(one) != vocabulary.term(other)


@pytest.mark.parametrize(
    ("name", "term"),
    [("Publicaciones", "Publications"), ("RAPPORTS", "Reports"), ("الأطفال", "Children"), ("人权", "Human rights"), ("Droits de l'homme", "Human rights"),
     ("trafficking in persons", "Human trafficking"), ("Изменение климата", "Climate change"), ("Harbours", "Harbours")],
)  # fmt: skip
def test_common_terms_meet_across_languages(name: str, term: str) -> None:
    assert Vocabulary({name: 1}).term(name) == term


def test_the_most_used_spelling_names_a_term() -> None:
    vocabulary = Vocabulary({"harbour safety": 1, "Harbour safety": 4, "Harbour Safety": 4})
    assert vocabulary.term("HARBOUR SAFETY") == "Harbour safety"
    assert [(each.name, each.uses) for each in vocabulary.terms()] == [("Harbour safety", 9)]
    assert vocabulary.mapped(("Harbour Safety", "harbour safety", "Tides")) == ("Harbour safety", "Tides")


NAMES = {"Wells": 3, "Boreholes": 2, "Pumps": 1, "Agua": 4, "Water": 2}


def test_what_a_person_says_goes_first_and_can_be_taken_back() -> None:
    merged = Edit(EditKind.MERGE, ("Boreholes", "Pumps"), "Wells")
    assert Vocabulary(NAMES, [merged]).mapped(("Pumps", "Wells", "borehole")) == ("Wells",)
    renamed = Edit(EditKind.RENAME, ("Wells",), "Wells and pumps")
    assert Vocabulary(NAMES, [merged, renamed]).term("Boreholes") == "Wells and pumps"
    assert set(Vocabulary(NAMES, [merged, renamed]).spellings("Wells and pumps")) >= {"Wells", "Boreholes", "Pumps"}
    split = Edit(EditKind.SPLIT, ("Pumps",))
    assert Vocabulary(NAMES, [merged, renamed, split]).mapped(("Pumps", "Wells")) == ("Pumps", "Wells and pumps")
    again = Edit(EditKind.MERGE, ("Pumps",), "Wells")
    assert Vocabulary(NAMES, [merged, renamed, split, again]).term("Pumps") == "Wells and pumps"
    assert Vocabulary(NAMES, [merged, split]).term("Boreholes") == "Wells"


def test_a_common_term_can_be_renamed_and_a_language_taken_out() -> None:
    assert Vocabulary(NAMES, [Edit(EditKind.RENAME, ("Water",), "Agua")]).mapped(("Water", "Agua", "Wasser")) == (
        "Agua",
    )
    assert Vocabulary(NAMES, [Edit(EditKind.SPLIT, ("Agua",))]).mapped(("Water", "Agua", "Wasser")) == ("Water", "Agua")


@pytest.mark.parametrize(
    ("edit", "said"),
    [
        (Edit(EditKind.SPLIT, ("Wells",)), "stands alone"),
        (Edit(EditKind.SPLIT, ("Nix",)), "No resource has the term Nix"),
        (Edit(EditKind.RENAME, ("Nix",), "Nox"), "No resource has the term Nix"),
        (Edit(EditKind.RENAME, ("Wells",), "Pumps"), "is another term already"),
        (Edit(EditKind.RENAME, ("Wells",), " – "), "at least one letter"),
        (Edit(EditKind.MERGE, ("Agua",), "Water"), "mean Water already"),
    ],
)
def test_an_edit_that_says_nothing_is_refused(edit: Edit, said: str) -> None:
    with pytest.raises(UsageError, match=said):
        Vocabulary(NAMES).check(edit)


names = st.sampled_from(
    ["Wells", "wells", "Well", "Agua", "Water", "Pumps", "News", "Reports", "Harbour – safety", "a", "Ünder"]
)
edits = st.one_of(
    st.builds(Edit, st.just(EditKind.MERGE), st.lists(names, min_size=1, max_size=3).map(tuple), names),
    st.builds(Edit, st.just(EditKind.SPLIT), st.tuples(names)),
    st.builds(Edit, st.just(EditKind.RENAME), st.tuples(names), names),
)


@given(st.dictionaries(names, st.integers(1, 9)), st.lists(edits, max_size=6))
def test_whatever_is_said_the_vocabulary_holds_together(counts: dict[str, int], said: list[Edit]) -> None:
    vocabulary = Vocabulary(counts, said)
    backwards = Vocabulary(dict(reversed(counts.items())), said)
    for name in counts:
        assert vocabulary.term(name) == backwards.term(name)
        assert vocabulary.mapped(vocabulary.mapped((name,))) == vocabulary.mapped((name,))
        assert name in vocabulary.spellings(vocabulary.term(name))
    listed = vocabulary.terms()
    assert sum(term.uses for term in listed) == sum(counts.values())
    assert sorted(name for term in listed for name, _ in term.spellings) == sorted(counts)


@given(st.text(max_size=60))
def test_any_name_has_a_term(name: str) -> None:
    assert fold(name) == fold(f" {name.upper()} ") or name.upper().casefold() != name.casefold()
    assert Vocabulary({name: 1}).spellings(name) == (name,)
