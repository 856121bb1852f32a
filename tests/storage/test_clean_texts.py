"""What the cleaners give, both databases and every export store and give back unchanged."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pipeline.model import Channel, Observation
from pipeline.normalize import normalize
from storage.export import FORMATS
from storage.export.csv import cell
from storage.store import Store
from tests.storage.reading import DAY, SOURCE, START

PIECES = st.sampled_from(
    ["<b>", "</b>", "&amp;", "&lt;", "&#0;", "&#xD800;", "&#x202E;", "\x00", "\ud800", "\udc00", "\ud83d\ude00", "\u200d", "\u200c", "\u202e", "\ufeff",
     "\u0085", "\u2028", "\ue000", "\ufffe", "e\u0301", "\u0344", "Ã©", "â€™", "=1+1", "+", "-", "@", "\t", "\r\n", '"', "'", ",", "; ", "…", "[…]", "wort", "слово",
     "می\u200cخواهم", "👩\u200d🌾", "क\u094d\u200dष", "น้ำ", "𠮷"]
)  # fmt: skip
ANY = st.one_of(
    st.text(st.characters(codec=None, categories=None), max_size=30), st.lists(PIECES, max_size=8).map("".join)
)


def seen(title: str, teaser: str, term: str, author: str) -> Observation:
    fields = {"title": title, "teaser": teaser, "categories": [term, "plain"], "tags": [term], "authors": [author]}
    return Observation(
        "harbour", Channel.WORDPRESS, "https://harbour.example/1/", SOURCE.url, 0, START, fields, native_id="1"
    )


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.tuples(ANY, ANY, ANY, ANY))
def test_clean_texts_come_back_from_databases_and_exports(store: Store, raw: tuple[str, str, str, str]) -> None:
    observation = seen(*raw)
    resource = normalize(observation)
    store.put_source(SOURCE, START)
    run_id = store.begin_run(SOURCE, Channel.WORDPRESS, START)
    (decision,) = store.commit_page(run_id, SOURCE.url, [observation], [resource], None, START + DAY)
    kept = store.resource(decision.key)
    assert kept is not None
    assert kept.resource == resource
    jsonl = json.loads(written("jsonl", kept))
    (row,) = csv.DictReader(io.StringIO(written("csv", kept), newline=""))
    for name in ("title", "teaser"):
        assert jsonl[name] == getattr(resource, name)
        assert row[name] == cell(getattr(resource, name))
        assert row[name].removeprefix("'") == getattr(resource, name).removeprefix("'")
    for name in ("categories", "tags", "authors"):
        assert jsonl[name] == list(getattr(resource, name))
        assert row[name] == cell(list(getattr(resource, name)))
    store.remove_source(SOURCE.name)


def written(format_name: str, kept: object) -> str:
    write: Callable[..., int] = FORMATS[format_name]
    out = io.BytesIO()
    assert write([kept], out, None) == 1
    return out.getvalue().decode("utf-8")


@pytest.mark.parametrize("text", ["=HYPERLINK(1)", "+1", "-1", "@sum"])
def test_a_formula_is_harmless_in_a_table_and_itself_elsewhere(text: str) -> None:
    resource = normalize(seen(text, text, text, text))
    assert resource.title == text
    assert cell(resource.title) == f"'{text}"
