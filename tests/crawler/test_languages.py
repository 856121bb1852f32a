"""Languages: what a page and a post state of them, all of them read, translations linked, a hidden one said."""

from __future__ import annotations

import asyncio
import json
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from crawler.harvest import HarvestOptions
from crawler.languages import alternates, of_post
from crawler.run import harvest_source
from pipeline.model import OutcomeKind, RunReport, Source, Translation
from storage.export.record import record
from storage.store import Store
from tests.sites.loopback import Answer, Request, serve
from tests.sites.shape_wordpress import in_languages, post_path
from tests.sites.works import works

NOW = datetime(2026, 3, 1, 6, tzinfo=UTC)
URL = "https://w.example/en/news/"
EN = [replace(w, path=post_path(w)) for w in works(12)]
FR = [replace(w, path=post_path(w)) for w in works(9, first=300)]


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ("", {}),
        ('<link rel="alternate" hreflang="en" href="/en/news/">', {}),
        (
            (
                '<link rel="alternate" hreflang="fr" href="/fr/nouvelles/"><link rel="alternate" hreflang="en" href="/en/news/">'
                '<link rel="alternate" hreflang="x-default" href="/">'
            ),
            {"en": "/en/news/", "fr": "/fr/nouvelles/"},
        ),
        (
            '<li><a lang="fr-FR" hreflang="fr-FR" href="/fr/nouvelles/">Français</a></li>',
            {"en": "/en/news/", "fr-FR": "/fr/nouvelles/"},
        ),
        ('<link rel="alternate" hreflang="en-US" href="/us/"><link rel="alternate" hreflang="en-GB" href="/gb/">', {}),
        ('<link rel="alternate" hreflang="fr" href="https://other.example/fr/">', {}),
        ('<link rel="alternate" hreflang="fr" type="application/rss+xml" href="/fr/feed/">', {}),
        ('<link rel="alternate" hreflang="fr" href="/en/news/#fr">', {}),
        ('<link rel="alternate" hreflang="nonsense!" href="/fr/">', {}),
        ('<link rel="alternate" hreflang="fr" href="http://[bad">', {}),
    ],
)
def test_alternates(markup: str, expected: dict[str, str]) -> None:
    body = f'<!doctype html><html lang="en"><head>{markup}</head><body><p>Text.</p></body></html>'.encode()
    got = {tag: url.removeprefix("https://w.example") for tag, url in alternates(body, URL).items()}
    assert got == expected
    assert [*got] == [*expected], "the page's own language comes first"


@pytest.mark.parametrize(
    ("item", "expected"),
    [
        ({"id": 1}, ("", {})),
        ({"id": 1, "lang": "fr", "translations": {"fr": 1, "en": 12}}, ("fr", {"en": "12"})),
        (
            {
                "id": 1,
                "wpml_current_locale": "pt_BR",
                "wpml_translations": [{"locale": "en_US", "id": 9}, {"locale": "fr_FR", "id": 0}],
            },
            ("pt-BR", {"en-US": "9"}),
        ),
        ({"id": 1, "lang": 5, "translations": ["x"], "wpml_translations": "y"}, ("", {})),
        ({"id": 1, "lang": None, "translations": None}, ("", {})),
    ],
)
def test_what_a_post_states(item: dict[str, object], expected: tuple[str, dict[str, str]]) -> None:
    assert of_post(item) == expected


def sync(store: Store, url: str) -> RunReport:
    source = store.find_source(url) or Source("site", url)
    store.put_source(source)
    return asyncio.run(harvest_source(store, source, HarvestOptions(), clock=lambda: NOW))


def test_each_language_is_read_and_told_apart(store: Store) -> None:
    with serve(lambda request: site(request)) as url:  # noqa: PLW0108 - the site needs the address first
        site = in_languages(url, {"en": EN, "fr": FR}, unasked="en")
        report = sync(store, url)
    assert (report.outcome.kind, report.tally.new, report.inventory.complete) == (OutcomeKind.OK, 21, True)
    assert {part.name: (part.claimed, part.read) for part in report.inventory.parts} == {
        "post (en)": (12, 12),
        "post (fr)": (9, 9),
    }
    assert {each.resource.language for each in store.resources(language="fr")} == {"fr"}
    assert store.count_resources(language="fr") == 9


def test_the_default_language_alone_is_noticed(store: Store) -> None:
    """REST gives the default language, whatever it is asked for: what is read stands, and is not called everything."""
    with serve(lambda request: site(request)) as url:  # noqa: PLW0108 - the site needs the address first
        site = in_languages(url, {"en": EN, "fr": FR}, unasked="en", asked=False)
        report = sync(store, url)
    assert (report.tally.new, report.inventory.complete) == (12, False)
    assert "nothing was shown in fr" in report.inventory.statement


def test_all_languages_unasked_and_unsorted_are_everything(store: Store) -> None:
    with serve(lambda request: site(request)) as url:  # noqa: PLW0108 - the site needs the address first
        site = in_languages(url, {"en": EN, "fr": FR}, unasked="", asked=False)
        report = sync(store, url)
    assert (report.outcome.kind, report.tally.new, report.inventory.complete) == (OutcomeKind.OK, 21, True)


def test_translations_are_linked_as_a_group(store: Store) -> None:
    """Polylang names translations by their ids: they become addresses where those posts are kept. A second run is quiet."""
    pairs = {w.number: other.number for w, other in zip(EN, FR, strict=False)}
    pairs |= {other: number for number, other in pairs.items()} | {EN[-1].number: 999}

    def stating(request: Request) -> Answer:
        answer = site(request)
        if "/posts" not in request.target:
            return answer
        rows = json.loads(answer.body)
        for row in rows:
            row["lang"], other = ("fr", "en") if row["id"] >= 300 else ("en", "fr")
            if row["id"] in pairs:
                row["translations"] = {row["lang"]: row["id"], other: pairs[row["id"]]}
        return replace(answer, body=json.dumps(rows))

    with serve(stating) as url:
        site = in_languages(url, {"en": EN, "fr": FR}, unasked="en")
        sync(store, url)
        kept = {each.resource.native_id: each for each in store.resources()}
        first, other = kept[str(EN[0].number)], kept[str(FR[0].number)]
        assert first.resource.translations == (Translation("fr", f"id:{FR[0].number}", other.resource.url),)
        assert other.resource.translations == (Translation("en", f"id:{EN[0].number}", first.resource.url),)
        assert record(first)["translations"] == [{"language": "fr", "url": other.resource.url}]
        assert record(kept[str(EN[-1].number)])["translations"] == [{"language": "fr", "url": ""}], (
            "not kept: no address"
        )
        again = sync(store, url)
        assert (again.tally.changed, again.tally.unchanged) == (0, 21)
        del pairs[EN[0].number]
        assert sync(store, url).tally.changed == 1
    assert store.resource(first.key).resource.translations == ()  # type: ignore[union-attr]
