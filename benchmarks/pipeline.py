"""Normalised observations per second on one core, and dates per second against dateparser, in one run.

    python -m benchmarks.pipeline [--observations 4000] [--written FILE]

The observations are made here, in the shapes of WordPress's REST interface and of listing pages, in several languages
and all different: each of the three rounds normalises others, of which the best counts. What repeats among them, and
may so be remembered, is what repeats on sites (terms, authors, hosts); how much of each does is printed. Times are of
the processor (`process_time`), so that other programs on the machine disturb less. Since a loaded machine is slower all
the same, the time that lxml takes to parse the same markup stands beside. `--written` names a file of written dates with
the day meant, a list of {"input", "expected"}; the developers' corpus beside the checkout is taken where it is.
"""

from __future__ import annotations

import argparse
import json
import random
import time
from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from urllib.parse import urlsplit

import lxml.html
from dateparser import parse as dateparser_parse

from pipeline import dates
from pipeline.model import JSON, Channel, Observation, Resource
from pipeline.normalize import normalize

SEEN = datetime(2026, 4, 5, tzinfo=UTC)
SENTENCES = (
    ("en", "The guide explains how villages &amp; towns can prepare before the storm season begins.", "Read more"),
    (
        "en",
        "Drawing on 34 interviews, the study finds that wells are tested twice &#8211; and what happens when not.",
        "",
    ),
    (
        "en",
        "This publication examines water points in the region and sets out practical steps for governments.",
        "Continue reading &rarr;",
    ),
    ("fr", "Le guide explique comment les villages se préparent avant la saison des tempêtes.", "Lire la suite"),
    ("de", "Der Leitfaden erklärt, wie sich Dörfer vor der Sturmzeit vorbereiten können.", "Weiterlesen"),
    ("es", "La guía explica cómo los pueblos se preparan antes de la temporada de tormentas.", "Leer más"),
    ("ru", "Руководство объясняет, как деревни готовятся к сезону штормов и что делать после него.", "Читать далее"),
    ("ar", "يشرح الدليل كيف تستعد القرى قبل موسم العواصف وما يجب فعله بعدها.", "اقرأ المزيد"),
)
WRITTEN = (
    "{d} {B} {y}", "{B} {d}, {y}", "{y}-{m:02}-{d:02}T10:15:00+02:00", "{d:02}.{m:02}.{y} 14:05", "{y}年{m}月{d}日",
    "{d} de {es} de {y}",
    "{d}. {de} {y}", "{d} {ru} {y} г.", "{d} {th} {be}",
)  # fmt: skip
MONTHS = {
    "B": "January February March April May June July August September October November December",
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "de": "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
    "ru": "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
    "th": "มกราคม กุมภาพันธ์ มีนาคม เมษายน พฤษภาคม มิถุนายน กรกฎาคม สิงหาคม กันยายน ตุลาคม พฤศจิกายน ธันวาคม",
}  # fmt: skip


def make_observation(number: int, chance: random.Random) -> Observation:
    language, sentence, more = chance.choice(SENTENCES)
    shown = chance.randint(1, 4)
    text = " ".join(f"{sentence} ({number}.{part})" for part in range(shown))
    teaser = (
        f"<p>{text}</p>\n"
        if number % 3
        else f"<p>{text[:-20]} [&hellip;] <a class='more' href='/r/{number}'>{more}</a></p>"
    )
    day = datetime(2020, 1, 1, tzinfo=UTC) + timedelta(minutes=chance.randint(0, 3_000_000))
    listing = number % 4 == 0
    fields: dict[str, JSON] = {
        "title": f"Wells &#038; pumps, part {number}: {sentence[:40]}",
        "teaser": teaser,
        "published": f"{day.day} {day:%B} {day.year}" if listing else f"{day:%Y-%m-%dT%H:%M:%S}",
        "categories": [chance.choice(["Guidance", "Law &amp; regulation", "Publications"]), "Uncategorized"],
        "tags": [f"tag {chance.randint(1, 400)}" for _ in range(3)],
        "authors": [f"By Author {chance.randint(1, 30)}"],
        "image": f"/wp-content/uploads/2026/{number}.jpg",
        "files": [{"url": f"https://water.example/files/{number}.pdf", "title": "Report"}],
        "page_language": "en-US" if listing else language,
    }
    if not listing:
        fields["modified"] = f"{day + timedelta(days=3):%Y-%m-%dT%H:%M:%S}"
    channel = Channel.LISTING if listing else Channel.WORDPRESS
    return Observation(
        "water",
        channel,
        f"https://water.example/resources/{number}/",
        "https://water.example/resources/",
        0,
        SEEN,
        fields,
    )


def share_repeated(texts: Iterable[str]) -> float:
    """Give the share of texts that an earlier one was equal to."""
    every = list(texts)
    return 1 - len(set(every)) / len(every)


def say_what_repeats(seen: Sequence[Observation]) -> None:
    of = {
        "titles": (str(each.fields["title"]) for each in seen),
        "teasers": (str(each.fields["teaser"]) for each in seen),
        "dates": (str(each.fields["published"]) for each in seen),
        "addresses": (each.url for each in seen),
        "hosts": (urlsplit(each.url).netloc for each in seen),
        "terms": (str(name) for each in seen for kind in ("categories", "tags") for name in _list(each.fields[kind])),
        "authors": (str(name) for each in seen for name in _list(each.fields["authors"])),
    }
    print("  repeated: " + ", ".join(f"{name} {share_repeated(texts):.1%}" for name, texts in of.items()))


def _list(value: JSON) -> list[JSON]:
    return value if isinstance(value, list) else []


def make_dates(count: int, chance: random.Random) -> tuple[list[str], list[str]]:
    made, meant = [], []
    for number in range(count):
        day = datetime(2015, 1, 13, tzinfo=UTC) + timedelta(days=chance.randint(0, 4000))
        names = {key: words.split()[day.month - 1] for key, words in MONTHS.items()}
        shape = WRITTEN[number % len(WRITTEN)]
        stated = max(day.day, 13)  # no number that could be a month
        made.append(shape.format(d=stated, m=day.month, y=day.year, be=day.year + 543, **names))
        meant.append(f"{day.year}-{day.month:02}-{stated:02}")
    return made, meant


def seconds_of(work: Callable[[], object]) -> float:
    """Give the seconds of processor time that something takes."""
    start = time.process_time()
    work()
    return time.process_time() - start


def best_of_three(work: Callable[[], object]) -> float:
    """Give the seconds of processor time of the fastest of three rounds."""
    return min(seconds_of(work) for _ in range(3))


def normalize_all(seen: Sequence[Observation]) -> list[Resource]:
    return [normalize(each) for each in seen]


CORPUS = Path(__file__).parents[2] / "shared" / "corpus" / "dates" / "written.json"


def parse_with_lxml(markup: str) -> object:
    return lxml.html.fragment_fromstring(markup, create_parent="div").text_content()


def compare_dates(name: str, written: Sequence[str], expected: Sequence[str]) -> None:
    """Time ours and dateparser on the same texts, and count what each reads rightly."""
    ours = best_of_three(lambda: [dates.parse(text) for text in written])
    dateparser_parse(written[0])
    theirs = best_of_three(lambda: [dateparser_parse(text) for text in written])
    found = [stamp.text[:10] if (stamp := dates.parse(text)) else "" for text in written]
    right = sum(map(str.__eq__, found, expected))
    wrong = sum(bool(day) and day != meant for day, meant in zip(found, expected, strict=True))
    peer = [moment.date().isoformat() if (moment := dateparser_parse(text)) else "" for text in written]
    print(f"{name}: {len(written)} dates, {right} right, {wrong} wrong, {len(written) - right - wrong} refused")
    print(f"  ours        {1e6 * ours / len(written):7.0f} µs each")
    print(f"  dateparser  {1e6 * theirs / len(written):7.0f} µs each, {sum(map(str.__eq__, peer, expected))} right")
    print(f"  ours is {theirs / ours:.0f} times faster")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--observations", type=int, default=4000)
    parser.add_argument("--dates", type=int, default=450)
    parser.add_argument("--written", type=Path, default=CORPUS)
    options = parser.parse_args()
    chance = random.Random(7)
    made_observations = [make_observation(number, chance) for number in range(1 + 3 * options.observations)]
    normalize(made_observations.pop())
    thirds = [made_observations[third::3] for third in range(3)]
    seconds = min(seconds_of(partial(normalize_all, each)) for each in thirds)
    seen = thirds[0]
    markup = [f"{each.fields['title']} {each.fields['teaser']}" for each in seen]
    peer = best_of_three(lambda: [parse_with_lxml(each) for each in markup])
    print(f"normalising: {len(seen) / seconds:,.0f} observations/s ({1e6 * seconds / len(seen):.0f} µs each)")
    say_what_repeats(made_observations)
    print(f"lxml's parse of their titles and teasers: {1e6 * peer / len(seen):.0f} µs each; ratio {seconds / peer:.1f}")
    made, meant = make_dates(options.dates, chance)
    compare_dates("made dates (dateparser takes Buddhist years for Gregorian ones)", made, meant)
    if options.written.exists():
        cases = json.loads(options.written.read_text(encoding="utf-8"))
        compare_dates(options.written.name, [case["input"] for case in cases], [case["expected"] for case in cases])


if __name__ == "__main__":
    main()
