"""Drupal, Ghost, Discourse and OAI-PMH in their faults: what is never asked for, what is walked round, what is said."""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crawler.discourse import list_of, read_topics
from crawler.drupal import node_types, read_nodes
from crawler.ghost import door_of, read_posts
from crawler.harvest import HarvestOptions
from crawler.oai import base_of, read_records, read_sets, request_url
from crawler.run import harvest_source
from pipeline.language import clean_tag
from pipeline.model import Channel, OutcomeKind, RunReport, Source
from storage.store import Store
from tests.sites.loopback import Answer, Handler, Request, serve
from tests.sites.shape_pages import home, routed
from tests.sites.shape_systems import DRUPAL_HEAD, drupal, ghost, ghost_head, oai
from tests.sites.works import works

NOW = datetime(2026, 3, 1, 6, tzinfo=UTC)
WORKS = works(34)
Change = Callable[[Request, Answer], Answer]


def sync(
    store: Store, site: Callable[[str], Handler], channel: Channel, entry: str = "/", change: Change = lambda _, a: a
) -> RunReport:
    handlers: list[Handler] = []
    with serve(lambda request: change(request, handlers[0](request))) as url:
        handlers.append(site(url))
        source = Source("site", url + entry, channel)
        store.put_source(source)
        return asyncio.run(harvest_source(store, source, HarvestOptions(), clock=lambda: NOW))


# -- OAI-PMH -------------------------------------------------------------------------------------------------------------


def repository(**how: object) -> Callable[[str], Handler]:
    head = '<meta name="Generator" content="DSpace 7.6">'
    return lambda url: routed(oai(url, WORKS, at="/server/oai/request", **how), home(head=head, menu=""))  # type: ignore[arg-type]


def test_deleted_records_are_neither_resources_nor_missing(store: Store) -> None:
    report = sync(store, repository(size=10, deleted=7), Channel.OAI)
    assert (report.outcome.kind, report.tally.new, report.inventory.claimed, report.inventory.complete) == (
        OutcomeKind.OK,
        34,
        34,
        True,
    )


def test_a_token_that_has_run_out_begins_the_list_anew(store: Store) -> None:
    expired = []

    def expire(request: Request, answer: Answer) -> Answer:
        if "t%2F20" in request.target.replace("/", "%2F") and not expired:
            expired.append(request.target)
            return replace(
                answer,
                body=str(answer.body).split("<ListRecords>", maxsplit=1)[0]
                + '<error code="badResumptionToken">gone</error></OAI-PMH>',
            )
        return answer

    report = sync(store, repository(size=10), Channel.OAI, change=expire)
    assert expired
    assert (report.outcome.kind, report.tally.new) == (OutcomeKind.OK, 34)


def test_a_token_that_always_runs_out_is_said(store: Store) -> None:
    def expire(request: Request, answer: Answer) -> Answer:
        if "resumptionToken" in request.target:
            return Answer(
                '<OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/"><error code="badResumptionToken">gone</error></OAI-PMH>',
                type="text/xml",
            )
        return answer

    report = sync(store, repository(size=10), Channel.OAI, change=expire)
    assert (report.outcome.kind, report.tally.new) == (OutcomeKind.PARTIAL, 10)
    assert "badResumptionToken" in report.outcome.evidence


def test_no_records_match_is_an_empty_list(store: Store) -> None:
    def empty(request: Request, answer: Answer) -> Answer:
        if "verb=ListRecords" in request.target:
            return Answer(
                '<OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/"><error code="noRecordsMatch"/></OAI-PMH>',
                type="text/xml",
            )
        return answer

    sync(store, repository(size=10), Channel.OAI)
    report = sync(store, repository(size=10), Channel.OAI, change=empty)
    assert (report.outcome.kind, report.tally.missing) == (OutcomeKind.EMPTY, 0)
    assert "noRecordsMatch" in report.outcome.evidence


@pytest.mark.parametrize(
    ("after", "kind"), [("1", OutcomeKind.OK), ("86400", OutcomeKind.PARTIAL), ("", OutcomeKind.PARTIAL)]
)
def test_503_with_retry_after_is_waited_for_if_it_is_short(store: Store, after: str, kind: OutcomeKind) -> None:
    busy = []

    def wait(request: Request, answer: Answer) -> Answer:
        if "resumptionToken" in request.target and (len(busy) < 1 or after != "1"):
            busy.append(time.monotonic())
            return Answer("busy", status=503, headers={"Retry-After": after} if after else {})
        return answer

    report = sync(store, repository(size=20), Channel.OAI, change=wait)
    assert report.outcome.kind is kind


def test_an_answer_that_breaks_off_is_not_the_end_of_the_list(store: Store) -> None:
    def cut(request: Request, answer: Answer) -> Answer:
        return replace(answer, body=str(answer.body)[:-900]) if "verb=ListRecords" in request.target else answer

    report = sync(store, repository(size=20), Channel.OAI, change=cut)
    assert (report.outcome.kind, report.inventory.complete) == (OutcomeKind.PARTIAL, False)
    assert "breaks off" in report.outcome.evidence


def test_one_set_only(store: Store) -> None:
    """A set that a person has named stays with every request but those that go on by a token."""
    asked: list[str] = []

    def note(request: Request, answer: Answer) -> Answer:
        asked.append(request.target)
        return answer

    sync(
        store,
        repository(size=20),
        Channel.OAI,
        "/server/oai/request?verb=ListRecords&metadataPrefix=oai_dc&set=col_1",
        note,
    )
    lists = [each for each in asked if "verb=ListRecords" in each]
    assert all(("set=col_1" in each) != ("resumptionToken" in each) for each in lists)
    assert not [each for each in asked if "ListSets" in each and "set=" in each]


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://r.org/oai?verb=Identify", "https://r.org/oai"),
        ("https://r.org/oai?set=a%3Ab&verb=ListRecords&metadataPrefix=oai_dc", "https://r.org/oai?set=a%3Ab"),
        ("https://r.org/oai?resumptionToken=x", "https://r.org/oai"),
        ("https://r.org/index.php?page=oai&verb=Identify", "https://r.org/index.php?page=oai"),
    ],
)
def test_the_base_of_a_repository(url: str, expected: str) -> None:
    assert base_of(url) == expected
    assert "verb=ListRecords" in request_url(expected, "ListRecords", metadataPrefix="oai_dc")


RECORD = """<OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/"><ListRecords><record><header><identifier>oai:r:1</identifier></header><metadata>
<oai_dc:dc xmlns:oai_dc="http://www.openarchives.org/OAI/2.0/oai_dc/" xmlns:dc="http://purl.org/dc/elements/1.1/">{}</oai_dc:dc></metadata></record></ListRecords></OAI-PMH>"""


@pytest.mark.parametrize(
    ("said", "url", "published"),
    [
        ("<dc:title>A</dc:title>", "https://r.org/oai?verb=GetRecord&metadataPrefix=oai_dc&identifier=oai:r:1", ""),
        ("<dc:identifier>https://r.org/handle/1/2</dc:identifier>", "https://r.org/handle/1/2", ""),
        (
            "<dc:identifier>https://r.org/a.pdf</dc:identifier><dc:identifier>https://r.org/1</dc:identifier>",
            "https://r.org/1",
            "",
        ),
        ("<dc:identifier>doi:10.1234/abc.5</dc:identifier>", "https://doi.org/10.1234/abc.5", ""),
        ("<dc:identifier>hdl:20.500/77</dc:identifier>", "https://hdl.handle.net/20.500/77", ""),
        (
            "<dc:identifier>ISSN 1234-5678</dc:identifier><dc:identifier>https://r.org/a.pdf</dc:identifier>",
            "https://r.org/a.pdf",
            "",
        ),
        (
            "<dc:identifier>https://r.org/1</dc:identifier><dc:date>2025-03-04T05:06:07Z</dc:date><dc:date>2019</dc:date>",
            "https://r.org/1",
            "2019",
        ),
        (
            "<dc:identifier>https://r.org/1</dc:identifier><dc:date>2019</dc:date><dc:date>2019-05-01</dc:date>",
            "https://r.org/1",
            "2019-05-01",
        ),
        (
            "<dc:identifier>https://r.org/1</dc:identifier><dc:date>Spring 2019</dc:date>",
            "https://r.org/1",
            "Spring 2019",
        ),
    ],
)
def test_a_records_address_and_date(said: str, url: str, published: str) -> None:
    answer = read_records(RECORD.format(said).encode(), "https://r.org/oai", {})
    assert answer is not None
    (item,) = answer.items
    assert (item.url, item.fields["published"], item.native_id) == (url, published, "oai:r:1")


@settings(deadline=None)
@given(st.binary(max_size=300) | st.text(max_size=200).map(lambda t: RECORD.format(t).encode("utf-8", "replace")))
def test_no_bytes_break_the_readers(body: bytes) -> None:
    assert read_records(body, "https://r.org/oai", {}) is None or body
    assert isinstance(read_sets(body), tuple)


@pytest.mark.parametrize(
    ("code", "tag"),
    [("eng", "en"), ("fre", "fr"), ("fra", "fr"), ("deu", "de"), ("zho", "zh"), ("por-BR", "pt-BR"), ("fil", "fil")],
)
def test_languages_of_libraries_have_their_shortest_code(code: str, tag: str) -> None:
    assert clean_tag(code) == tag


# -- Drupal --------------------------------------------------------------------------------------------------------------


def test_only_published_nodes_of_content_types_are_asked_for(store: Store) -> None:
    log: list[str] = []
    nodes = {"resource": WORKS, "page": works(2, first=900), "webform": works(1, first=950)}
    report = sync(
        store, lambda url: routed(drupal(url, nodes, log=log), home(head=DRUPAL_HEAD, menu="")), Channel.DRUPAL
    )
    assert (report.outcome.kind, report.tally.new) == (OutcomeKind.OK, 34)
    assert {each.partition(" ")[0] for each in log} == {"/jsonapi", "/jsonapi/node/resource"}
    assert {each for each in log if "/node/" in each and "status=1" not in each} == set(), (
        "what is not published is not asked for"
    )


def test_a_type_that_a_person_names_is_read_be_it_pages(store: Store) -> None:
    nodes = {"resource": WORKS, "page": works(2, first=900)}
    with serve(lambda request: site(request)) as url:  # noqa: PLW0108 - the site needs the address first
        site = routed(drupal(url, nodes), home(head=DRUPAL_HEAD, menu=""))
        source = Source("site", url, Channel.DRUPAL, types=("page",))
        store.put_source(source)
        assert asyncio.run(harvest_source(store, source, HarvestOptions(), clock=lambda: NOW)).tally.new == 2


def test_a_relationship_that_may_not_come_along_is_gone_without(store: Store) -> None:
    def refuse(request: Request, answer: Answer) -> Answer:
        if "include=" in request.target:
            return Answer('{"errors": [{"status": "400"}]}', status=400, type="application/vnd.api+json")
        return answer

    site = lambda url: routed(drupal(url, {"resource": WORKS}), home(head=DRUPAL_HEAD, menu=""))  # noqa: E731
    report = sync(store, site, Channel.DRUPAL, change=refuse)
    assert (report.outcome.kind, report.tally.new) == (OutcomeKind.OK, 34)


def test_node_types_of_an_index() -> None:
    links = {
        "node--a": {"href": "https://d.org/jsonapi/node/a"},
        "node--page": "https://d.org/x",
        "user--user": {"href": "u"},
        "self": {},
        "node--b": 5,
    }
    assert node_types({"links": links}) == {"a": "https://d.org/jsonapi/node/a"}
    assert node_types({"links": links}, wanted=("page",)) == {"page": "https://d.org/x"}
    assert node_types(None) == {}


# -- Ghost ---------------------------------------------------------------------------------------------------------------


def test_a_key_that_was_changed_is_said(store: Store) -> None:
    site = lambda url: routed(ghost(url, WORKS), home(head=ghost_head(url), menu=""))  # noqa: E731
    assert sync(store, site, Channel.GHOST).tally.new == 34

    def without_key(request: Request, answer: Answer) -> Answer:
        return (
            replace(answer, body=str(answer.body).replace("data-key=", "data-no=")) if request.target == "/" else answer
        )

    report = sync(store, site, Channel.GHOST, change=without_key)
    assert report.outcome.needs_attention
    assert report.tally.missing == 0


def test_hidden_tags_of_ghost_are_not_shown(store: Store) -> None:
    sync(store, lambda url: routed(ghost(url, WORKS), home(head=ghost_head(url), menu="")), Channel.GHOST)
    assert not [tag for each in store.resources() for tag in each.resource.tags if tag.startswith("#")]


# -- All of them ---------------------------------------------------------------------------------------------------------

ANY = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=6),
    lambda inner: st.lists(inner, max_size=3)
    | st.dictionaries(
        st.sampled_from(["data", "links", "next", "href", "attributes", "relationships", "id", "type", "included", "meta", "posts", "pagination", "total", "pages",
                         "url", "topic_list", "topics", "users", "title", "tags", "posters", "drupal_internal__nid", "path", "body", "authors"]),
        inner,
        max_size=5,
    ),
    max_leaves=20,
)  # fmt: skip


@settings(deadline=None)
@given(ANY)
def test_no_answer_breaks_the_readers(answer: object) -> None:
    read_nodes(answer, "https://d.org/jsonapi/node/a", "https://d.org/jsonapi", ())
    read_nodes({"data": [answer], "included": [answer]}, "https://d.org/jsonapi/node/a", "https://d.org/jsonapi", ())
    read_posts(answer)
    read_posts({"posts": [answer], "meta": {"pagination": {"total": 1, "pages": 1}}})
    read_topics(answer, "https://f.org/", {})
    read_topics({"topic_list": {"topics": [answer]}, "users": [answer]}, "https://f.org/", {})
    assert json.dumps(answer) is not None


@pytest.mark.parametrize(
    ("url", "root", "address"),
    [
        ("https://f.org/", "https://f.org/", "https://f.org/latest.json"),
        ("https://f.org/latest", "https://f.org/", "https://f.org/latest.json"),
        ("https://f.org/c/news/5", "https://f.org/", "https://f.org/c/news/5/l/latest.json"),
        ("https://f.org/c/news/local/9/l/top", "https://f.org/", "https://f.org/c/news/local/9/l/latest.json"),
        ("https://f.org/tag/water", "https://f.org/", "https://f.org/tag/water/l/latest.json"),
        ("https://w.org/forum/c/news/5", "https://w.org/forum/", "https://w.org/forum/c/news/5/l/latest.json"),
    ],
)
def test_lists_of_a_forum(url: str, root: str, address: str) -> None:
    assert list_of(url, b"") == (root, address)


def test_the_door_of_ghost() -> None:
    door = door_of(ghost_head("https://g.org").encode(), "https://g.org/a/")
    assert door is not None
    assert door.root == "https://g.org/ghost/api/content/"
    assert door_of(b"<p>nothing</p>", "https://g.org/") is None
