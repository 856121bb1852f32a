"""Records as read → observations: what the page has no slot for says nothing of the site."""

from __future__ import annotations

from datetime import UTC, datetime

from crawler.listing.model import Reading, Record
from crawler.listing.observe import observations
from pipeline.model import Channel
from pipeline.normalize import normalize

NOON = datetime(2026, 4, 3, 12, tzinfo=UTC)
PAGE = "https://a.example/resources/"


def test_fields_without_a_slot_are_left_out_and_empty_ones_are_not() -> None:
    record = Record(f"{PAGE}one/", "One", teaser="", tags=(), origins={"title": "h2 > a", "tags": "footer"})

    (seen,) = observations(Reading(PAGE, (record,)), source="a", page_url=PAGE, seen_at=NOON)

    assert seen.fields == {"title": "One", "teaser": "", "tags": []}
    assert seen.origins == {"title": "h2 > a", "tags": "footer"}
    assert (seen.source, seen.channel, seen.page_url, seen.seen_at) == ("a", Channel.LISTING, PAGE, NOON)


def test_records_keep_their_order_address_and_native_id() -> None:
    records = (Record(f"{PAGE}one/", "One", native_id="7"), Record(f"{PAGE}two/", "Two"))

    seen = observations(Reading(PAGE, records), source="a", page_url=PAGE, seen_at=NOON)

    assert [(each.position, each.url, each.native_id) for each in seen] == [
        (0, f"{PAGE}one/", "7"),
        (1, f"{PAGE}two/", None),
    ]


def test_files_are_a_field_only_where_the_page_shows_any() -> None:
    with_file = Record(f"{PAGE}one/", "One", files=(("https://a.example/one.pdf", "The report"),))
    without = Record(f"{PAGE}two/", "Two")

    first, second = observations(Reading(PAGE, (with_file, without)), source="a", page_url=PAGE, seen_at=NOON)
    assert first.fields["files"] == [{"url": "https://a.example/one.pdf", "title": "The report"}]
    assert second.fields["files"] == []

    (alone,) = observations(Reading(PAGE, (without,)), source="a", page_url=PAGE, seen_at=NOON)
    assert "files" not in alone.fields


def test_language_and_order_of_dates_are_the_pages() -> None:
    record = Record(f"{PAGE}one/", "One", published="04/03/2026")
    reading = Reading(PAGE, (record,), language="pt-BR", date_order="DMY")

    (seen,) = observations(reading, source="a", page_url=PAGE, seen_at=NOON)

    assert (seen.fields["page_language"], seen.fields["date_order"]) == ("pt-BR", "DMY")
    assert "date_order" not in normalize(seen).origins
    assert normalize(seen).language == "pt-BR"
    assert normalize(seen).origins["language"] == "the page's language"


def test_terms_without_a_gap_are_told_apart_by_the_pages_other_terms() -> None:
    run_together = Record(
        f"{PAGE}one/", "One", categories=("GuidancePublications", "Health Education"), tags=("YouTube",)
    )
    others = Record(
        f"{PAGE}two/", "Two", categories=("Guidance", "Publications", "Health", "Education", "健康", "教育")
    )
    compound = Record(f"{PAGE}three/", "Three", categories=("健康教育", "GuidanceNotes"))

    one, two, three = observations(
        Reading(PAGE, (run_together, others, compound)), source="a", page_url=PAGE, seen_at=NOON
    )

    assert one.fields["categories"] == ["Guidance", "Publications", "Health Education"]
    assert one.fields["tags"] == ["YouTube"]
    assert two.fields["categories"] == ["Guidance", "Publications", "Health", "Education", "健康", "教育"]
    assert three.fields["categories"] == ["健康教育", "GuidanceNotes"]


def test_a_page_without_records_gives_none() -> None:
    assert observations(Reading(PAGE), source="a", page_url=PAGE, seen_at=NOON) == []
