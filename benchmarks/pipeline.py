"""Normalised observations per second on one core, and dates per second against dateparser, in one run.

    python -m benchmarks.pipeline [--observations 4000]

The observations are made here, in the shapes of WordPress's REST interface and of listing pages, in several languages
and all different, so that no cache of whole texts helps. Times are of the processor (`process_time`), so that other
programs on the machine disturb less; the best of three rounds counts.
"""

from __future__ import annotations

import argparse
import random
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from dateparser import parse as dateparser_parse

from pipeline import dates
from pipeline.model import JSON, Channel, Observation
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


def make_dates(count: int, chance: random.Random) -> list[str]:
    made = []
    for number in range(count):
        day = datetime(2015, 1, 13, tzinfo=UTC) + timedelta(days=chance.randint(0, 4000))
        names = {key: words.split()[day.month - 1] for key, words in MONTHS.items()}
        shape = WRITTEN[number % len(WRITTEN)]
        made.append(shape.format(d=max(day.day, 13), m=day.month, y=day.year, be=day.year + 543, **names))
    return made


def best_of_three(work: Callable[[], object]) -> float:
    """Give the seconds of processor time of the fastest of three rounds."""
    rounds = []
    for _ in range(3):
        start = time.process_time()
        work()
        rounds.append(time.process_time() - start)
    return min(rounds)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--observations", type=int, default=4000)
    parser.add_argument("--dates", type=int, default=450)
    options = parser.parse_args()
    chance = random.Random(7)
    seen = [make_observation(number, chance) for number in range(options.observations)]
    normalize(seen[0])
    seconds = best_of_three(lambda: [normalize(each) for each in seen])
    print(f"normalising: {len(seen) / seconds:,.0f} observations/s ({1e6 * seconds / len(seen):.0f} µs each)")
    written = make_dates(options.dates, chance)
    ours = best_of_three(lambda: [dates.parse(text) for text in written])
    dateparser_parse(written[0])
    theirs = best_of_three(lambda: [dateparser_parse(text) for text in written])
    both = [(dates.parse(text), dateparser_parse(text)) for text in written]
    agreed = sum(a is not None and b is not None and a.text[:10] == b.date().isoformat() for a, b in both)
    read = [sum(found is not None for found in column) for column in zip(*both, strict=True)]
    print(
        f"dates: {len(written) / ours:,.0f}/s ({1e6 * ours / len(written):.0f} µs each), read {read[0]} of {len(both)}"
    )
    print(f"dateparser: {len(written) / theirs:,.0f}/s ({1e6 * theirs / len(written):.0f} µs each), read {read[1]}")
    print(f"the same day: {agreed} (dateparser takes Buddhist years for Gregorian ones)")
    print(f"ours is {theirs / ours:.0f} times faster")


if __name__ == "__main__":
    main()
