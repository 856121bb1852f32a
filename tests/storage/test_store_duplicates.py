"""Duplicates in the store: compared a part at a time, decided by people, and the same as all at once."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import func, select

from pipeline.dedupe import clusters, judgements
from pipeline.errors import UsageError
from pipeline.model import Channel, Known, Resource, Source, Stamp
from pipeline.records import record_of
from pipeline.works import Relation
from storage import comparing, duplicate_tables
from storage.bands import unpack
from storage.pairing import Pairing
from storage.store import Store
from storage.works import Works
from tests.storage.reading import DAY, SOURCE, START, observation, read, resource

LIBRARY = Source("library", "https://library.example/")
CROWD = 3


def keep(store: Store, source: Source, resources: Sequence[Resource], number: int = 1) -> list[str]:
    """Read resources as one page of a source; their keys."""
    store.put_source(source, START)
    run = store.begin_run(source, Channel.WORDPRESS, START)
    raw = [observation(each, START) for each in resources]
    return [each.key for each in store.commit_page(run, f"{source.url}?{number}", raw, resources, None, START)]


def posted(source: Source, number: int, title: str, day: str = "2025-03-04", **more: Any) -> Resource:
    """A resource of little but a title and a day."""
    made = resource(
        number, title=title, source=source.name, url=f"{source.url}{number}/", native_id=f"{source.name}{number}"
    )
    stamp = Stamp(day, START)
    bare = {"teaser": "", "teaser_truncated": False, "files": (), "image": "", "authors": (), "published": stamp}
    return replace(made, **{**bare, **more})


@pytest.fixture
def twice(store: Store) -> tuple[Store, str, str, str]:
    """A work that two sources show, and another one: the store, and their keys."""
    (a,) = keep(store, SOURCE, [posted(SOURCE, 1, "Safe wells for small towns", authors=("Ada Quay",))])
    b, c = keep(
        store,
        LIBRARY,
        [
            posted(LIBRARY, 1, "Safe wells for small towns [PDF]", teaser="How to dig one."),
            posted(LIBRARY, 2, "Safe wells for small towns: annexes"),
        ],
    )
    store.works.compare(START)
    return store, a, b, c


def groups(store: Store) -> list[tuple[str, ...]]:
    return [tuple(member.key for member in each.members) for each in store.works.clusters()]


def test_what_is_new_waits_to_be_compared_and_then_is(store: Store) -> None:
    a, b = keep(store, SOURCE, [posted(SOURCE, 1, "Tides of the bay"), posted(SOURCE, 2, "Dredging the harbour mouth")])

    assert (store.works.waiting(), store.works.compared(), groups(store)) == (2, 0, [])
    assert store.works.compare(START) == comparing.Compared(2, 0, 0)
    assert (store.works.waiting(), store.works.compared(), groups(store)) == (0, 2, [])
    assert a != b


def test_a_work_of_two_sources_is_one_cluster_with_a_golden_record(twice: tuple[Store, str, str, str]) -> None:
    store, a, b, c = twice
    (cluster,) = store.works.clusters()

    assert tuple(member.key for member in cluster.members) == tuple(sorted((a, b)))
    assert cluster.id == min(a, b)
    assert cluster.golden.fields["title"] == "Safe wells for small towns"
    assert cluster.golden.origins["title"] == (a,)
    assert (cluster.golden.fields["teaser"], cluster.golden.origins["teaser"]) == ("How to dig one.", (b,))
    assert (cluster.golden.fields["authors"], cluster.golden.origins["authors"]) == (["Ada Quay"], (a,))
    assert (
        store.works.count_clusters()
        == store.works.count_clusters(source="library")
        == store.works.count_clusters(key=a)
        == 1
    )
    assert store.works.count_clusters(key=c) == 0
    # linked, never dropped or overwritten
    assert store.count_resources() == 3
    kept = store.resource(b)
    assert kept is not None
    assert kept.resource.title == "Safe wells for small towns [PDF]"


def test_every_judgement_is_kept_with_its_reason(twice: tuple[Store, str, str, str]) -> None:
    store, a, b, c = twice
    found = {frozenset((each.a.key, each.b.key)): each for each in store.works.pairs()}

    assert {pair: each.relation for pair, each in found.items()} == {
        frozenset((a, b)): Relation.SAME,
        frozenset((a, c)): Relation.DIFFERENT,
        frozenset((b, c)): Relation.DIFFERENT,
    }
    same = found[frozenset((a, b))]
    assert (same.by_person, same.ruled, same.at) == (False, Relation.SAME, START)
    assert same.score is not None
    assert same.score > 0.5
    assert "same title" in same.reason
    assert store.works.count_pairs() == 3
    assert [each.relation for each in store.works.pairs(relation=Relation.SAME)] == [Relation.SAME]
    assert store.works.count_pairs(key=c) == 2
    assert store.works.count_pairs(source="harbour") == 2
    assert len(list(store.works.pairs(limit=2))) == 2


def test_a_persons_word_stands_above_the_rules_and_survives_later_runs(twice: tuple[Store, str, str, str]) -> None:
    store, a, b, c = twice
    store.works.decide(b, a, Relation.DIFFERENT, START)
    store.works.decide(a, c, Relation.SAME, START)
    assert groups(store) == [tuple(sorted((a, c)))]

    store.works.compare_anew()
    store.works.compare(START + DAY)
    read(store, [posted(SOURCE, 1, "Safe wells for small towns, corrected", authors=("Ada Quay",))], START + DAY)
    store.works.compare(START + DAY)

    assert groups(store) == [tuple(sorted((a, c)))]
    decided = {frozenset((each.a.key, each.b.key)): each for each in store.works.pairs(by_person=True)}
    assert {each.relation for each in decided.values()} == {Relation.SAME, Relation.DIFFERENT}
    refused = decided[frozenset((a, b))]
    assert (refused.relation, refused.ruled, refused.by_person) == (Relation.DIFFERENT, Relation.SAME, True)


def test_a_persons_word_can_be_changed_and_taken_back(twice: tuple[Store, str, str, str]) -> None:
    store, a, b, c = twice
    store.works.decide(a, b, Relation.DIFFERENT, START)
    store.works.decide(a, b, Relation.TRANSLATION, START)
    assert groups(store) == []
    assert store.works.count_pairs(by_person=True) == 1

    assert store.works.undo(b, a)
    assert not store.works.undo(a, b)
    assert groups(store) == [tuple(sorted((a, b)))]

    store.works.decide(b, c, Relation.EDITION, START)
    with pytest.raises(UsageError, match="itself"):
        store.works.decide(a, a, Relation.SAME, START)
    with pytest.raises(UsageError, match="No resource has the key nobody/1"):
        store.works.decide(a, "nobody/1", Relation.SAME, START)


def test_two_that_the_rules_never_compared_can_be_called_one(store: Store) -> None:
    a, b = keep(store, SOURCE, [posted(SOURCE, 1, "Tides of the bay"), posted(SOURCE, 2, "Dredging the harbour mouth")])
    store.works.decide(a, b, Relation.SAME, START)
    store.works.compare(START)

    assert groups(store) == [tuple(sorted((a, b)))]
    (pair,) = store.works.pairs()
    assert (pair.ruled, pair.score, pair.reason, pair.by_person) == (None, None, "", True)


def test_what_changes_is_compared_anew(twice: tuple[Store, str, str, str]) -> None:
    store, a, b, _ = twice
    read(store, [posted(SOURCE, 1, "Annual report 2019 of the harbour board")], START + DAY)
    assert store.works.waiting() == 1
    store.works.compare(START + DAY)
    assert groups(store) == []
    assert store.works.count_pairs(key=a) == 0

    read(store, [posted(SOURCE, 1, "SAFE WELLS FOR SMALL TOWNS")], START + 2 * DAY)
    store.works.compare(START + 2 * DAY)
    assert groups(store) == [tuple(sorted((a, b)))]


def test_a_removed_source_leaves_nothing_and_its_companions_are_compared_again(
    twice: tuple[Store, str, str, str],
) -> None:
    store, a, b, c = twice
    store.remove_source(SOURCE.name)
    assert groups(store) == []
    store.works.compare(START)

    assert {each.a.key for each in store.works.pairs()} | {each.b.key for each in store.works.pairs()} == {b, c}
    with store._database.reading() as connection:
        prints = connection.execute(select(duplicate_tables.fingerprints)).all()
        rows = connection.scalar(select(func.count()).select_from(duplicate_tables.bands))
    assert {each.resource for each in prints} == {b, c}
    assert rows == sum(len(unpack(each.bands)) for each in prints)
    assert a not in {each.resource for each in prints}


def test_comparing_again_writes_nothing_new(twice: tuple[Store, str, str, str]) -> None:
    store, *_ = twice
    before = [(each.a.key, each.b.key, each.at) for each in store.works.pairs()]
    store.works.compare_anew()
    assert store.works.compare(START + DAY).pairs == 3
    assert [(each.a.key, each.b.key, each.at) for each in store.works.pairs()] == before


# All at once, a part at a time, from a file --------------------------------------------------------------------------

TITLES = [
    "Safe wells", "Safe wells for towns", "Safe wells for towns [PDF]", "Safe wells for towns: a guide", "Newsletter",
    "Newsletter 7", "Seed law in Mali", "Harbours and tides of the northern islands",
    # by their letters only, and by more or fewer of them
    "Harbours and tydes of the northern islands", "Harbuors and tides of the northern isles", "Harbors, tides of northern isle",
]  # fmt: skip
pages = st.lists(
    st.lists(
        st.tuples(st.sampled_from([SOURCE, LIBRARY]), st.integers(1, 5), st.sampled_from(TITLES)),
        min_size=1,
        max_size=4,
    ),
    min_size=1,
    max_size=5,
)


@given(pages)
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_part_at_a_time_comes_to_the_same_as_all_at_once(
    tmp_path_factory: pytest.TempPathFactory, pages: list[Any]
) -> None:
    folder = tmp_path_factory.mktemp("parts")
    with Store.open(str(folder / "parts.db")) as store:
        works = Works(store._database, CROWD)
        for number, page in enumerate(pages):
            for source in (SOURCE, LIBRARY):
                items = {item: posted(source, item, title) for of, item, title in page if of is source}
                if items:
                    keep(store, source, list(items.values()), number)
            works.compare(START)
        known: list[Known] = list(store.resources())
        records = [record_of(each.key, each.resource) for each in known]
        whole = judgements(records, CROWD)

        assert [
            (each.a.key, each.b.key, each.ruled, each.score, each.reason)
            for each in sorted(works.pairs(), key=lambda each: (each.a.key, each.b.key))
        ] == [(each.a, each.b, each.relation, each.score, each.reason) for each in whole]
        assert [tuple(member.key for member in each.members) for each in works.clusters()] == clusters(whole)
    if len({each.source for each in records}) < 2:
        return
    with Pairing(CROWD) as pairing:
        assert list(pairing.add(json.dumps(asdict(each)) for each in reversed(records))) == []
        assert list(pairing.clusters()) == clusters(whole)


def test_a_band_that_is_no_crowd_any_more_is_compared(store: Store) -> None:
    works = Works(store._database, CROWD)
    titles = [posted(SOURCE, number, "Seed law") for number in range(1, 3)]
    other = [posted(LIBRARY, number, "Seed law") for number in range(1, 4)]
    keep(store, SOURCE, titles)
    works.compare(START)
    assert store.works.count_pairs() == 1
    keep(store, LIBRARY, other)
    works.compare(START)
    assert store.works.count_pairs() == 0  # five are a crowd, and nothing else supports the pair

    # as many as leave no crowd get another name
    comparing_again = [posted(LIBRARY, number, f"Harbour dues {number}", day="2024-01-01") for number in range(1, 4)]
    keep(store, LIBRARY, comparing_again, 2)
    works.compare(START)
    assert store.works.count_pairs(source="harbour") == 1


def test_records_of_one_source_are_compared_as_those_of_many() -> None:
    lines = [
        '{"id": "1", "source": "a", "title": "Beekeeping in the Rif mountains", "published": "2019-03-01"}',
        '{"id": "2", "source": "a", "title": "Report: Beekeeping in the Rif mountains", "published": "2019-03-09"}',
    ]
    another = '{"id": "3", "source": "b", "title": "Seed law in Mali"}'
    with Pairing() as pairing:
        assert list(pairing.add(lines)) == []
        assert list(pairing.clusters()) == [("1", "2")]
    with Pairing() as pairing:
        assert list(pairing.add([*lines, another])) == []
        assert list(pairing.clusters()) == []


def test_bad_lines_of_a_file_are_named_and_the_others_judged(tmp_path: Path) -> None:
    lines = [
        '{"id": 1, "source": "a", "title": "Beekeeping in the Rif mountains", "published": 2019}',
        "",
        "{",
        "[]",
        '{"title": "no id"}',
        '{"id": 1, "title": "again"}',
        '{"id": "2", "source": "b", "title": "Beekeeping in the <b>Rif</b> mountains", "authors": "A. Fry", "published": null}',
        '{"id": "3", "title": ["no text"]}',
        '{"id": "4", "authors": [1]}',
    ]
    with Pairing(folder=tmp_path) as pairing:
        bad = list(pairing.add(lines))
        found = list(pairing.clusters())

    assert [each.number for each in bad] == [3, 4, 5, 6, 8, 9]
    assert "no JSON" in bad[0].why
    assert "been there before" in bad[3].why
    assert found == [("1", "2")]
    assert list(tmp_path.iterdir()) == []
