"""What a shape is, the records that fill it, and how a reading is compared with what it shows."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from string import Template
from urllib.parse import urljoin

from crawler.listing.model import Reading, Record
from pipeline import dates

TITLES = (
    "Safe water after floods: a field manual", "Landlords and sanctuary", "Girls back to school in the delta",
    "The price of bread in seven markets", "Interpreters in court: who pays, who waits", "Night clinics for porters",
)  # fmt: skip
TEXTS = (
    "How twelve towns kept their wells usable after the floods, with checklists for pumps and for people.",
    "A survey of 840 tenancies in four cities asks why so few owners answer a letter from a newcomer.",
    "What 31 head teachers did when classes reopened, and which of it lasted longer than a year.",
    "Weekly prices collected by shopkeepers show that transport, not flour, drives the increase.",
    "Hearings are adjourned most often for one reason, and it is cheap to remove once it is named.",
    "Opening from eight to midnight doubled the number of men who came for a check of their lungs.",
)
ISO = ("2024-11-18", "2024-10-22", "2024-09-09", "2024-07-30", "2024-06-21", "2024-05-14")
WRITTEN = ("18 November 2024", "22 October 2024", "9 September 2024", "30 July 2024", "21 June 2024", "14 May 2024")
MONTHS = (
    "",
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
PEOPLE = ("Mara Holt", "Jonas Eide", "Leila Aziz", "Ben Okafor", "Eva Lind", "Ana Reis")
SUBJECTS = ("Water", "Housing", "Education", "Markets", "Justice", "Health")
TAGS = ("pumps", "tenancy", "teachers", "wheat", "hearings", "porters")
HEAD = (
    '<header class="site-header"><a href="/"><img alt="River Institute" src="/logo.svg"></a><nav><ul><li><a href="/about">About us'
    '</a></li><li><a href="/our-work">Our work</a></li><li><a href="/contact">Contact</a></li></ul></nav></header>'
)
FOOT = (
    '<footer><ul><li><a href="/privacy">Privacy notice</a></li><li><a href="/imprint">Imprint</a></li><li><a '
    'href="/accessibility">Accessibility</a></li></ul><p>© River Institute</p></footer>'
)


@dataclass(frozen=True)
class Pool:
    """What fills the records of a page in one language."""

    titles: tuple[str, ...] = TITLES
    texts: tuple[str, ...] = TEXTS
    written: tuple[str, ...] = WRITTEN
    people: tuple[str, ...] = PEOPLE
    subjects: tuple[str, ...] = SUBJECTS
    days: tuple[str, ...] = ISO


@dataclass(frozen=True)
class Shape:
    """A page's markup around `$records`, one record's markup, and what each record shows.

    In `record`, `shows` and `link` stand $n (1 to 6), $t title, $x text, $d date, $iso, $dmy, $mdy, $day, $mon, $month, $m (its number), $year, $p
    and $q people, $s subject, $k and $l tags, $u the record's address. `shows` gives a field's values; None: the record
    has none of it. A field that is not named may be anything. `first` is the markup of a first record that differs;
    `others` are further ones, by number from 0, and `but` is what those show that differs, as (number, field, value).
    `frame` puts a site around the page.
    """

    name: str
    record: str
    page: str = "<main>$records</main>"
    link: str = "/list/text-$n"
    shows: tuple[tuple[str, str | tuple[str, ...] | None], ...] = ()
    following: str | None = None
    url: str = "https://river.example/list/"
    pool: Pool = Pool()
    first: str | None = None
    others: tuple[tuple[int, str], ...] = ()
    but: tuple[tuple[int, str, str | tuple[str, ...] | None], ...] = ()
    language: str = "en"
    count: int = 6
    head: str = ""
    frame: Callable[[str], str] | None = None

    def values(self, i: int) -> dict[str, str]:
        pool = self.pool
        year, month, day = pool.days[i].split("-")
        found = {
            "n": str(i + 1), "t": pool.titles[i], "x": pool.texts[i], "d": pool.written[i], "iso": pool.days[i], "p": pool.people[i],
            "q": pool.people[i - 1], "s": pool.subjects[i], "k": TAGS[i], "l": TAGS[i - 1], "day": day, "mon": MONTHS[int(month)][:3], "month": MONTHS[int(month)], "m": month, "year": year,
            "dmy": f"{day}.{month}.{year}", "mdy": f"{int(month)}/{int(day)}/{year}",
        }  # fmt: skip
        return found | {"u": Template(self.link).substitute(found)}

    def html(self) -> str:
        markup = dict(self.others) | ({0: self.first} if self.first else {})
        records = "".join(Template(markup.get(i, self.record)).substitute(self.values(i)) for i in range(self.count))
        body = Template(self.frame(self.page) if self.frame else self.page).substitute(
            records=records, head=HEAD, foot=FOOT
        )
        if "$head" not in self.page and self.frame is None:
            body = f"{HEAD}{body}{FOOT}"
        return f'<!doctype html><html lang="{self.language}"><head><meta charset="utf-8"><title>River</title>{self.head}</head><body>{body}</body></html>'

    def differences(self, reading: Reading) -> list[str]:
        """What of the reading is not as the shape shows it."""
        addresses = [urljoin(self.url, self.values(i)["u"]) for i in range(self.count)]
        if [record.url for record in reading.records] != addresses:
            return [f"records {[record.url for record in reading.records]}"]
        found = [] if reading.next_url == self.following else [f"next {reading.next_url}"]
        for i, record in enumerate(reading.records):
            values = self.values(i)
            wanted = {"title": values["t"]} | {
                field: Template(value).substitute(values)
                if isinstance(value, str)
                else value and tuple(Template(each).substitute(values) for each in value)
                for field, value in (
                    dict(self.shows) | {field: value for at, field, value in self.but if at == i}
                ).items()
            }
            found += [
                f"{i} {field} {_given(record, field)!r}, not {want!r}"
                for field, want in wanted.items()
                if not _right(field, want, record, reading)
            ]
        return found


def _given(record: Record, field: str) -> object:
    return (record.categories or ()) + (record.tags or ()) if field == "terms" else getattr(record, field)


def _right(  # noqa: PLR0911
    field: str, want: str | tuple[str, ...] | None, record: Record, reading: Reading
) -> bool:
    given = _given(record, field)
    if want is None:
        return not given
    if field == "published":
        languages = (reading.language.partition("-")[0],) if reading.language else ()
        stamp = dates.parse(str(given or ""), order=reading.date_order, languages=languages)
        return stamp is not None and stamp.text[:10] == want
    if field == "files":
        return [address for address, _ in record.files] == [urljoin(reading.url, address) for address in want]
    if field == "image":
        return given == urljoin(reading.url, str(want))
    if field == "teaser":
        return _alike(str(want), str(given or ""))
    if isinstance(want, tuple):
        return isinstance(given, tuple) and {v.casefold() for v in given} == {v.casefold() for v in want}
    return given == want


def _words(text: str) -> Counter[str]:
    return Counter(re.findall(r"[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff]|[^\W_]+", text.lower()))


def _alike(want: str, given: str) -> bool:
    left, right = _words(want), _words(given)
    return 2 * sum((left & right).values()) >= 0.9 * (sum(left.values()) + sum(right.values()))
