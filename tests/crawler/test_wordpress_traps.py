"""WordPress's traps: each one is a test that is named after it. Facts from the REST API handbook and from peers' troubles."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from urllib.parse import parse_qs, urlsplit

import pytest

from crawler.feed import read_feed
from crawler.harvest import HarvestOptions
from crawler.run import harvest_source
from crawler.wordpress import INTERNAL_TYPES, fields_of, is_internal, post_types, with_offset
from pipeline.model import Channel, OutcomeKind, RunReport, Source
from storage.store import Store
from tests.sites.like_model import LikePost, sample_posts
from tests.sites.loopback import Answer, Request, serve
from tests.sites.wordpress_like import LikeSite

NOW = datetime(2026, 3, 1, 6, tzinfo=UTC)
Change = Callable[[Request, Answer], Answer]


@contextmanager
def site_of(posts: list[LikePost], change: Change = lambda _, answer: answer) -> Iterator[LikeSite]:
    """The look-alike, whose answers `change` may tamper with."""
    site = LikeSite(posts)
    with serve(lambda request: change(request, site.handle(request))) as url:
        site.url = url
        yield site


def sync(store: Store, url: str) -> RunReport:
    source = store.find_source(url) or Source("site", url, Channel.WORDPRESS)
    store.put_source(source)
    return asyncio.run(harvest_source(store, source, HarvestOptions(), clock=lambda: NOW))


def query_of(target: str) -> dict[str, str]:
    return {name: values[-1] for name, values in parse_qs(urlsplit(target).query).items()}


def is_list(request: Request, page: int | None = None) -> bool:
    """Whether this asks for posts as a harvest does."""
    query = query_of(request.target)
    return "/wp/v2/posts" in request.target and "orderby" in query and (page is None or query["page"] == str(page))


def test_more_than_100_a_page_is_never_asked_for(store: Store) -> None:
    with site_of(sample_posts(230)) as site:
        assert sync(store, site.url).tally.new == 230
        sizes = {int(query["per_page"]) for target in site.targets() if "per_page" in (query := query_of(target))}
    assert max(sizes) == 100


def test_pages_that_the_site_cuts_shorter_without_a_word(store: Store) -> None:
    posts = sample_posts(130)

    def cut(request: Request, answer: Answer) -> Answer:
        if not is_list(request):
            return answer
        page = int(query_of(request.target)["page"])
        shown = [each for each in everything if each["id"] in {post.id for post in posts[(page - 1) * 50 : page * 50]}]
        return replace(answer, body=json.dumps(shown), status=200, headers={"X-WP-Total": "130"})

    with site_of(posts) as site:
        everything = [site._post(post) for post in posts]
    with site_of(posts, cut) as site:
        everything = [
            {**each, "link": each["link"].replace(urlsplit(each["link"]).netloc, site.url[7:])} for each in everything
        ]
        report = sync(store, site.url)
    assert (report.outcome.kind, report.tally.new, report.inventory.complete) == (OutcomeKind.OK, 130, True)


def test_a_site_that_refuses_a_hundred_a_page(store: Store) -> None:
    def refuse(request: Request, answer: Answer) -> Answer:
        if is_list(request) and int(query_of(request.target)["per_page"]) > 20:
            body = {"code": "rest_invalid_param", "message": "Invalid parameter(s): per_page", "data": {"status": 400}}
            return Answer(json.dumps(body), status=400, type="application/json")
        return answer

    with site_of(sample_posts(33), refuse) as site:
        report = sync(store, site.url)
    assert (report.outcome.kind, report.tally.new) == (OutcomeKind.OK, 33)


def test_a_page_beyond_the_end_400_is_the_end(store: Store) -> None:
    """X-WP-Total says more than there is: page 3 answers 400. The end of the list, and said to be less than was claimed."""
    with site_of(sample_posts(200)) as site:
        site.faults.wrong_total["posts"] = 201
        report = sync(store, site.url)
    assert report.tally.new == 200
    assert report.inventory.pages_failed == ()
    assert (report.outcome.kind, report.inventory.complete) == (OutcomeKind.PARTIAL, False)
    assert "200 of the 201" in report.outcome.evidence


def test_any_other_400_is_not_the_end(store: Store) -> None:
    def break_page(request: Request, answer: Answer) -> Answer:
        return Answer('{"code": "bad_request"}', status=400, type="application/json") if is_list(request, 2) else answer

    with site_of(sample_posts(250), break_page) as site:
        report = sync(store, site.url)
    assert (report.outcome.kind, report.tally.new) == (OutcomeKind.PARTIAL, 150)
    assert ["page=2" in url for url in report.inventory.pages_failed] == [True]


def test_a_500_on_one_page_in_the_middle(store: Store) -> None:
    with site_of(sample_posts(350)) as site:
        site.faults.fail_pages["posts", 2] = 500
        report = sync(store, site.url)
        assert report.tally.new == 250, "the rest stays"
        assert sum(is_list(request, 2) for request in site.log) == 3, "the page is retried"
        assert ["page=2" in url for url in report.inventory.pages_failed] == [True], "and named"
        site.faults.fail_pages.clear()
        assert sync(store, site.url).tally.new == 100, "and read when it is well again"


def test_x_wp_total_wrong_too_small(store: Store) -> None:
    with site_of(sample_posts(250)) as site:
        site.faults.wrong_total["posts"] = 200
        report = sync(store, site.url)
    assert (report.outcome.kind, report.tally.new) == (OutcomeKind.OK, 250)


def test_x_wp_total_wrong_too_large_is_said(store: Store) -> None:
    with site_of(sample_posts(50)) as site:
        site.faults.wrong_total["posts"] = 60
        report = sync(store, site.url)
    assert (report.outcome.kind, report.tally.new) == (OutcomeKind.PARTIAL, 50)
    assert "60" in report.outcome.evidence


@pytest.mark.parametrize("count", [1, 99, 100, 101, 200])
def test_x_wp_total_missing(store: Store, count: int) -> None:
    with site_of(sample_posts(count)) as site:
        site.faults.no_total = True
        report = sync(store, site.url)
    assert (report.outcome.kind, report.tally.new) == (OutcomeKind.OK, count)


def test_x_wp_total_missing_and_a_page_thinned_out(store: Store) -> None:
    """Without a total a short page proves nothing: a filter may have taken a post out of it."""

    def thin_out(request: Request, answer: Answer) -> Answer:
        if is_list(request, 1) and answer.status == 200:
            return replace(answer, body=json.dumps(json.loads(answer.body)[:-1]))
        return answer

    with site_of(sample_posts(150), thin_out) as site:
        site.faults.no_total = True
        assert sync(store, site.url).tally.new == 149


def test_comments_and_terms_without_dates(store: Store) -> None:
    """Comments are not asked for; terms, which have no dates, come whole with every post, so that a new name is seen."""
    posts = sample_posts(12)
    with site_of(posts) as site:
        sync(store, site.url)
        assert not [target for target in site.targets() if "comments" in target or "modified_after" in target]
        site.posts = [replace(post, categories=("Renamed",)) if post.id == 3 else post for post in posts]
        report = sync(store, site.url)
    assert (report.tally.changed, report.tally.unchanged) == (1, 11)


def test_guid_changed(store: Store) -> None:
    """A site that moved, or imported its posts anew, writes other guids: the ids are the same, and so are the resources."""
    moved = False

    def other_guid(request: Request, answer: Answer) -> Answer:
        if moved and is_list(request):
            text = answer.body if isinstance(answer.body, str) else answer.body.decode()
            return replace(
                answer, body=text.replace('"guid": {"rendered": "', '"guid": {"rendered": "https:\\/\\/old.example')
            )
        return answer

    with site_of(sample_posts(20), other_guid) as site:
        assert sync(store, site.url).tally.new == 20
        moved = True
        report = sync(store, site.url)
    assert (report.tally.new, report.tally.changed, report.tally.unchanged) == (0, 0, 20)


def test_a_post_that_moves_to_another_address_keeps_its_key(store: Store) -> None:
    posts = sample_posts(5)
    with site_of(posts) as site:
        sync(store, site.url)
        site.posts = [replace(post, slug="moved-away") if post.id == 2 else post for post in posts]
        report = sync(store, site.url)
    assert (report.tally.new, report.tally.changed) == (0, 1)


@pytest.mark.parametrize(
    ("local", "gmt"),
    [
        ("1970-01-01T00:00:00", "1970-01-01T00:00:00"),
        ("1970-01-01T01:00:00", "1970-01-01T00:00:00"),
        ("0000-00-00T00:00:00", "0000-00-00T00:00:00"),
        ("-0001-11-30T00:00:00", "-0001-11-30T00:00:00"),
        (False, False),
        (None, None),
    ],
)
def test_lastmod_of_1970_is_no_date(local: object, gmt: object) -> None:
    assert with_offset(local, gmt) == ""


@pytest.mark.parametrize(
    ("local", "gmt", "expected"),
    [
        ("2025-10-26T02:30:00", "2025-10-26T00:30:00", "2025-10-26T02:30:00+02:00"),
        ("2025-10-26T02:30:00", "2025-10-26T01:30:00", "2025-10-26T02:30:00+01:00"),
        ("2025-03-30T03:00:00", "2025-03-30T01:00:00", "2025-03-30T03:00:00+02:00"),
        ("2025-07-01T12:00:00", "2025-07-01T06:15:00", "2025-07-01T12:00:00+05:45"),
        ("2025-07-01T12:00:00", "0000-00-00T00:00:00", "2025-07-01T12:00:00"),
        ("2025-07-01T12:00:00", "", "2025-07-01T12:00:00"),
    ],
)
def test_modified_in_site_local_time_over_a_clock_change(local: str, gmt: str, expected: str) -> None:
    """The same local time stands for two moments: the one in GMT beside it says which."""
    assert with_offset(local, gmt) == expected


@pytest.mark.parametrize(
    ("body", "kind", "outcome"),
    [
        ('{"code": "rest_error", "message": "no"}', "application/json", OutcomeKind.DRIFTED),
        ('"maintenance"', "application/json", OutcomeKind.DRIFTED),
        ("false", "application/json", OutcomeKind.DRIFTED),
        ("", "application/json", OutcomeKind.DRIFTED),
        ("<!doctype html><title>Welcome</title><p>Hello.</p>", "text/html", OutcomeKind.DRIFTED),
        ("<!doctype html><title>Just a moment...</title><p>Checking.</p>", "text/html", OutcomeKind.BLOCKED),
        ("<!doctype html><title>Maintenance</title>", "text/html", OutcomeKind.UNREACHABLE),
    ],
    ids=["object", "text", "false", "empty", "page", "challenge", "maintenance"],
)
def test_a_list_that_is_not_a_list(store: Store, body: str, kind: str, outcome: OutcomeKind) -> None:
    """Not the end of the list, no empty site: nothing is taken away, and the run says what came instead."""
    broken = False

    def break_lists(request: Request, answer: Answer) -> Answer:
        return Answer(body, type=kind) if broken and is_list(request) else answer

    with site_of(sample_posts(20), break_lists) as site:
        sync(store, site.url)
        broken = True
        report = sync(store, site.url)
    assert (report.outcome.kind, report.tally.missing, report.inventory.complete) == (outcome, 0, False)


def test_a_list_that_php_wrote_as_an_object(store: Store) -> None:
    """A filter that takes a post out of the array leaves a gap in its numbers, and PHP writes an object."""

    def as_object(request: Request, answer: Answer) -> Answer:
        if is_list(request):
            return replace(
                answer, body=json.dumps({str(n * 2): each for n, each in enumerate(json.loads(answer.body))})
            )
        return answer

    with site_of(sample_posts(20), as_object) as site:
        assert sync(store, site.url).tally.new == 20


@pytest.mark.parametrize(
    "before",
    [
        "\ufeff",
        "<br />\n<b>Warning</b>:  Undefined array key 1 in <b>/srv/x.php</b> on line <b>[2]</b><br />\n",
        "\n\nNotice: x in y\n",
    ],
    ids=["byte order mark", "warning as HTML", "notice"],
)
def test_what_php_prints_before_the_json(store: Store, before: str) -> None:
    def say(request: Request, answer: Answer) -> Answer:
        return replace(answer, body=before + str(answer.body)) if "/wp/v2/" in request.target else answer

    with site_of(sample_posts(20), say) as site:
        assert sync(store, site.url).tally.new == 20


def test_internal_types_are_never_asked_for_and_never_resources(store: Store) -> None:
    with site_of([*sample_posts(5), *sample_posts(2, "resource", 50)]) as site:
        assert sync(store, site.url).tally.new == 7
        asked = {urlsplit(target).path.rpartition("/")[2] for target in site.targets() if "/wp/v2/" in target}
        statuses = {query_of(target).get("status") for target in site.targets()}
    assert asked == {"types", "taxonomies", "posts", "resources"}
    assert statuses == {None}, "what is not published is never asked for"


INTERNAL = """attachment revision nav_menu_item custom_css customize_changeset oembed_cache user_request wp_block wp_template
wp_template_part wp_global_styles wp_navigation wp_font_family wp_font_face acf-field-group acf-field acf-taxonomy
elementor_library e-floating-buttons wpcf7_contact_form wpforms jp_pay_order et_pb_layout fl-builder-template
scheduled-action shop_order shop_coupon shop_order_refund mc4wp-form wp_anything_new""".split()


@pytest.mark.parametrize("name", [*INTERNAL, *sorted(INTERNAL_TYPES)])
def test_internal_type(name: str) -> None:
    assert is_internal(name)
    listed = {name: {"rest_base": name, "rest_namespace": "wp/v2"}, "post": {"rest_base": "posts"}}
    assert post_types(listed) == {"post": "wp/v2/posts"}


@pytest.mark.parametrize(
    "name", ["post", "resource", "publication", "tribe_events", "wpdmpro", "e_book", "report", "product"]
)
def test_a_type_of_the_sites_own_is_not_internal(name: str) -> None:
    assert not is_internal(name)


@pytest.mark.parametrize(
    "content",
    [
        "",
        "\n",
        "[et_pb_section fb_built=&#8221;1&#8243;][et_pb_row]Text[/et_pb_row][/et_pb_section]",
        "<p>[vc_row][vc_column]A[/vc_column][/vc_row]</p>",
    ],
)
def test_a_body_that_a_page_builder_keeps_elsewhere_says_nothing(content: str) -> None:
    """REST then shows neither teaser nor files: they are not empty, they were not seen, and another channel may tell."""
    fields = fields_of(
        {"id": 1, "title": {"rendered": "T"}, "content": {"rendered": content}, "excerpt": {"rendered": ""}}, {}
    )
    assert "teaser" not in fields
    assert "files" not in fields


def test_an_excerpt_stands_whatever_the_body_is() -> None:
    fields = fields_of({"id": 1, "content": {"rendered": ""}, "excerpt": {"rendered": "<p>By hand.</p>"}}, {})
    assert fields["teaser"] == "<p>By hand.</p>"


def test_a_visitor_without_a_name_gets_403(store: Store) -> None:
    def ask_name(request: Request, answer: Answer) -> Answer:
        return answer if "Gleanery" in (request.headers.get("User-Agent") or "") else Answer("No.", status=403)

    with site_of(sample_posts(3), ask_name) as site:
        assert sync(store, site.url).tally.new == 3


def test_a_rest_answer_is_no_json_feed() -> None:
    with site_of(sample_posts(3)) as site:
        body = json.dumps([site._post(post) for post in site.posts])
    for answer in (body, body[1:-1], json.dumps({"name": "x", "namespaces": ["wp/v2"]})):
        assert read_feed(answer.encode(), "https://a.example/wp-json/wp/v2/posts") is None
