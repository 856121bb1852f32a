"""Sources as people write them down: read, written, refused with every fault named, and described by a JSON Schema."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import fields
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.definitions import json_schema, planned, read, write
from pipeline.errors import UsageError
from pipeline.model import Channel, Expectations, Plan, Politeness, Source

URL = "https://example.org/resources/"


def test_the_least() -> None:
    assert read({"url": URL}) == [Source("example.org", URL)]


def test_several_get_names_of_their_own() -> None:
    sources = read({"sources": [{"url": URL}, {"url": "https://example.org/news/"}]}, taken=("example.org",))
    assert [each.name for each in sources] == ["example.org-resources", "example.org-news"]


FULL = Source(
    "mine",
    URL,
    channel=Channel.WORDPRESS,
    types=("post", "report"),
    politeness=Politeness(delay=2.0, contact="me@example.net"),
    expectations=Expectations(min_items=5),
    plan=Plan(Channel.WORDPRESS, "https://example.org/wp-json/", "WordPress 7.1", "REST", {"rest_root": "x"}),
    paused=True,
)


def test_what_is_written_is_read_back() -> None:
    assert read(write(FULL)) == [FULL]


def test_only_what_differs_from_the_defaults_is_written() -> None:
    assert write(Source("a", URL)) == {"name": "a", "url": URL}
    assert write(FULL)["politeness"] == {"delay": 2.0, "contact": "me@example.net"}


def test_what_a_run_learns_again_is_not_written() -> None:
    plan = Plan(Channel.LISTING, URL, detail={"wrapper": {"form": 1}})
    assert "detail" not in write(planned(URL, plan))["plan"]


@given(
    st.builds(
        Source,
        st.from_regex(r"[a-z][a-z0-9.-]{0,20}", fullmatch=True),
        st.just(URL),
        st.sampled_from(Channel),
        st.lists(st.text(max_size=9), max_size=3).map(tuple),
        politeness=st.builds(
            Politeness, concurrency=st.integers(1, 16), delay=st.floats(0, 60), contact=st.text(max_size=20)
        ),
        paused=st.booleans(),
    )
)
def test_any_source_survives_being_written_down(source: Source) -> None:
    assert read(write(source)) == [source]


@pytest.mark.parametrize(
    ("document", "faults"),
    [
        ({}, ["url: is missing", "name: is missing"]),
        ([], ["the document"]),
        ("text", ["the document"]),
        ({"url": "ftp://example.org/"}, ["url: "]),
        ({"url": URL, "chanel": "feed"}, ["chanel: is not known; do you mean channel?"]),
        ({"url": URL, "channel": "rss"}, ["channel: 'rss' is none of wordpress, drupal"]),
        (
            {"url": URL, "politeness": {"delay": "fast", "concurrency": 99}},
            ["politeness.delay: 'fast' is not a number", "politeness.concurrency: 99 is more than 16"],
        ),
        ({"url": URL, "politeness": {"delay": -1}}, ["politeness.delay: -1 is too small"]),
        ({"url": URL, "types": "post"}, ["types: is not a list"]),
        ({"url": URL, "paused": 1}, ["paused: 1 is not true or false"]),
        ({"url": URL, "name": "a/b"}, ["name: 'a/b' cannot be a name"]),
        ({"url": URL, "plan": {"channel": "feed"}}, ["plan.entry_url: is missing"]),
        ({"sources": [{"url": URL}, {"url": 5}]}, ["sources[1].url: 5 is not a text"]),
        ({"sources": {"url": URL}}, ["sources: is not a list"]),
    ],
)
def test_faults_are_named_with_their_place(document: object, faults: list[str]) -> None:
    with pytest.raises(UsageError) as caught:
        read(document)
    for fault in faults:
        assert fault in str(caught.value)
    assert "schema" in caught.value.advice


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(max_size=5),
        lambda inner: (
            st.lists(inner, max_size=3)
            | st.dictionaries(st.sampled_from(["url", "sources", "name", "plan", "politeness", "x"]), inner, max_size=4)
        ),
        max_leaves=12,
    )
)
def test_no_document_breaks_the_reader(document: Any) -> None:
    with suppress(UsageError):
        assert read(document) is not None


def test_the_schema_knows_every_field() -> None:
    source = json_schema()["$defs"]["source"]
    assert set(source["properties"]) == {each.name for each in fields(Source)}
    assert source["required"] == ["url"]
    assert source["properties"]["channel"]["enum"] == [each.value for each in Channel]
    assert source["properties"]["politeness"]["properties"]["delay"] == {
        "type": "number",
        "minimum": 0,
        "default": 0.5,
        "description": "Least time between two requests, in seconds.",
    }
