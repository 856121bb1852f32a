"""Whatever text a site sends, both databases keep it the same way, and nothing is refused."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pipeline.model import Channel, DecisionKind, FileLink, Resource, Stamp
from storage.columns import bounded, clean, clean_json
from storage.store import Store
from tests.storage.reading import DAY, SOURCE, START, commit, observation, report, resource

# Any code points: also NUL, halves of surrogate pairs, and those that are not assigned.
ANY_TEXT = st.text(st.characters(codec=None, categories=None), max_size=40)
MOMENTS = st.datetimes(timezones=st.just(UTC)).map(lambda utc: Stamp(utc.isoformat(), utc))


def storable(text: str) -> bool:
    return clean(text) == text


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(texts=st.tuples(*[ANY_TEXT] * 8), published=MOMENTS | st.none(), size=st.none() | st.integers(0, 2**63 - 1))
def test_any_text_comes_back(store: Store, texts: tuple[str, ...], published: Stamp | None, size: int | None) -> None:
    title, teaser, category, tag, native, file, origin, raw = texts
    store.put_source(SOURCE, START)
    seen = resource(
        1,
        title=title,
        teaser=teaser,
        categories=(category,),
        tags=(tag, "plain"),
        published=published,
        files=(FileLink("https://harbour.example/a.pdf", file, "", size),),
        native_id=native or None,
        origins={"title": origin, "teaser": "x"},
    )
    run_id = store.begin_run(SOURCE, Channel.WORDPRESS, START)
    noted = observation(seen, START, fields={"title": raw, "list": [raw, {raw: None}]}, native_id=None)
    (decision,) = store.commit_page(run_id, SOURCE.url, [noted], [seen], {"at": raw}, START)
    known = store.resource(decision.key)
    assert known is not None
    assert known.resource == cleaned(seen)
    *_, kept = store.observations(SOURCE.name)
    assert kept.fields == noted.fields
    unfinished = store.unfinished_run(SOURCE.name)
    assert unfinished is not None
    assert unfinished.checkpoint == {"at": clean(raw)}
    if all(map(storable, texts)):
        again = store.begin_run(SOURCE, Channel.WORDPRESS, START + DAY)
        (second,) = commit(store, again, 1, [seen], START + DAY)
        assert second.kind is DecisionKind.SAME
    store.remove_source(SOURCE.name)


def cleaned(seen: Resource) -> Resource:
    return replace(
        seen,
        title=clean(seen.title),
        teaser=clean(seen.teaser),
        categories=tuple(map(clean, seen.categories)),
        tags=tuple(dict.fromkeys(map(clean, seen.tags))),
        files=tuple(replace(each, title=clean(each.title)) for each in seen.files),
        native_id=None if seen.native_id is None else clean(seen.native_id),
        origins={name: clean(text) for name, text in seen.origins.items()},
    )


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("", ""),
        ("plain", "plain"),
        ("nul\0nul", "nul\ufffdnul"),
        ("half \ud83d", "half \ufffd"),
        ("pair \ud83d\ude00", "pair \U0001f600"),
        ("\u202eturned", "\u202eturned"),
        ("e\u0301", "e\u0301"),
    ],
)
def test_clean(text: str, kept: str) -> None:
    assert clean(text) == kept
    assert clean_json([{text: text}, 1, None]) == [{kept: kept}, 1, None]


def test_long_names_stay_different() -> None:
    long = "x" * 10_000
    assert bounded(long + "a") != bounded(long + "b")
    assert len(bounded(long)) == 500
    assert bounded("short") == "short"


def test_very_long_texts_are_kept(store: Store) -> None:
    store.put_source(SOURCE, START)
    long = "".join(chr(0x4E00 + (place * 7919) % 20000) for place in range(40_000))
    seen = resource(
        1, title=long, categories=(long, long + "x"), url=f"https://harbour.example/?q={'y' * 20_000}", native_id=long
    )
    for day in range(2):
        run_id = store.begin_run(SOURCE, Channel.WORDPRESS, START)
        (decision,) = commit(store, run_id, 1, [seen], START + day * DAY)
        store.close_run(report(run_id, START + day * DAY), absent=True)
    assert decision.kind is DecisionKind.SAME
    known = store.resource(decision.key)
    assert known is not None
    assert known.resource == seen
    assert store.count_resources(category=long) == 1
    assert store.count_resources(text=long[-50:]) == 1


def test_moments_come_back_in_utc(store: Store) -> None:
    store.put_source(SOURCE, START)
    early = Stamp("0001-01-01", datetime(1, 1, 1, tzinfo=UTC))
    late = Stamp("9999-12-31T23:59:59-14:00", datetime(9999, 12, 31, 23, 59, 59, 999_999, tzinfo=UTC))
    seen = resource(1, published=early, modified=late)
    run_id = store.begin_run(SOURCE, Channel.WORDPRESS, START)
    (decision,) = commit(store, run_id, 1, [seen], datetime.fromisoformat("2026-03-01T07:30:00+01:30"))
    known = store.resource(decision.key)
    assert known is not None
    assert (known.resource.published, known.resource.modified) == (early, late)
    assert known.first_seen.isoformat() == "2026-03-01T06:00:00+00:00"


def test_a_moment_without_a_zone_is_refused(store: Store) -> None:
    with pytest.raises(Exception, match="without a time zone"):
        store.put_source(SOURCE, datetime(2026, 1, 1))  # noqa: DTZ001
