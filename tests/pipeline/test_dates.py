"""Dates: the site's own day, or none."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline import dates, written
from pipeline.calendar_names import names
from pipeline.calendars import islamic, persian
from pipeline.date_triples import Hints

NOW = datetime(2024, 4, 5, 10, tzinfo=UTC)
CORPUS = Path(__file__).parents[3] / "shared" / "corpus" / "dates" / "written.json"

WRITTEN = [
    # machines
    ("2024-04-03", "2024-04-03"), ("2024-04-03T10:00:00", "2024-04-03T10:00:00"), ("2024-04-03T10:00:00Z", "2024-04-03T10:00:00+00:00"),
    ("2024-04-03T10:00:00.123+02:00", "2024-04-03T10:00:00+02:00"), ("2024-04-03 10:00", "2024-04-03T10:00:00"), ("20240403", "2024-04-03"),
    ("20240403T101500Z", "2024-04-03T10:15:00+00:00"), ("Wed, 03 Apr 2024 10:00:00 +0200", "2024-04-03T10:00:00+02:00"),
    ("Wed, 03 Apr 2024 10:00:00 GMT", "2024-04-03T10:00:00+00:00"), ("Wed, 03 Apr 2024 10:00:00 EST", "2024-04-03T10:00:00-05:00"),
    ("2024-04-03T10:00:00-0330", "2024-04-03T10:00:00-03:30"), ("2024/04/03", "2024-04-03"), ("2024.04.03", "2024-04-03"),
    ("2024-W14-3", "2024-04-03"), ("2024W143", "2024-04-03"), ("2024-W14-3T10:15:00Z", "2024-04-03T10:15:00+00:00"), ("2024-W14-3T10:15", "2024-04-03T10:15:00"),
    # English
    ("April 3, 2024", "2024-04-03"), ("3 April 2024", "2024-04-03"), ("Apr 3rd, 2024", "2024-04-03"), ("3rd of April 2024", "2024-04-03"),
    ("03-Apr-2024", "2024-04-03"), ("03-Apr-24", "2024-04-03"), ("3 April ’24", "2024-04-03"), ("April 3, 2024 at 5pm", "2024-04-03T17:00:00"),
    ("Wednesday, 3 April 2024", "2024-04-03"), ("Posted on April 3, 2024 by Anna in News", "2024-04-03"), ("3 April 2024 · 5 min read", "2024-04-03"),
    ("5 min read | April 3, 2024 | 3 comments", "2024-04-03"), ("3APR2024", "2024-04-03"), ("April 3, 2024 12:05 am", "2024-04-03T00:05:00"),
    # languages
    ("3. April 2024", "2024-04-03"), ("Mittwoch, 3. April 2024, 14:30 Uhr", "2024-04-03T14:30:00"), ("3. Jänner 2024", "2024-01-03"),
    ("1er avril 2024", "2024-04-01"), ("le 3 août 2024 à 14h30", "2024-08-03T14:30:00"), ("3 de abril de 2024", "2024-04-03"),
    ("3 de abr. de 2024", "2024-04-03"), ("mar 2 abr 2024", "2024-04-02"), ("mer. 3 avr. 2024", "2024-04-03"), ("3 aprile 2024", "2024-04-03"), ("3 april 2024", "2024-04-03"), ("den 3 maj 2024", "2024-05-03"),
    ("3. huhtikuuta 2024", "2024-04-03"), ("3 kwietnia 2024", "2024-04-03"), ("3. dubna 2024", "2024-04-03"), ("3.IV.2024", "2024-04-03"),
    ("2024. április 3.", "2024-04-03"), ("3 aprilie 2024", "2024-04-03"), ("3 Nisan 2024", "2024-04-03"), ("3 апреля 2024 г., 14:05", "2024-04-03T14:05:00"),
    ("3 квітня 2024", "2024-04-03"), ("3 април 2024 г.", "2024-04-03"), ("3 Απριλίου 2024", "2024-04-03"), ("3 Μαΐου 2024", "2024-05-03"),
    ("2024 m. balandžio 3 d.", "2024-04-03"), ("2024. gada 3. aprīlis", "2024-04-03"), ("3. aprill 2024", "2024-04-03"), ("3 d’abril de 2024", "2024-04-03"),
    ("2024(e)ko apirilaren 3a", "2024-04-03"), ("٣ أبريل، ٢٠٢٤", "2024-04-03"), ("3 نيسان 2024", "2024-04-03"), ("3 avril 2024", "2024-04-03"),
    ("3 באפריל 2024", "2024-04-03"), ("3 अप्रैल 2024", "2024-04-03"), ("৩ এপ্রিল ২০২৪", "2024-04-03"), ("3 ஏப்ரல் 2024", "2024-04-03"),
    ("ngày 3 tháng 4 năm 2024", "2024-04-03"), ("3 Tháng 4, 2024", "2024-04-03"), ("Th4 3, 2024", "2024-04-03"), ("3 April 2024 WIB", "2024-04-03"),
    ("2024年4月3日", "2024-04-03"), ("2024年4月3日(水) 21時40分", "2024-04-03T21:40:00"), ("2024년 4월 3일", "2024-04-03"), ("2024. 4. 3.", "2024-04-03"),
    ("2024 жылғы 3 сәуір", "2024-04-03"), ("3-aprel, 2024", "2024-04-03"), ("2024 оны 4 сарын 3", "2024-04-03"), ("2024 წლის 3 აპრილი", "2024-04-03"),
    ("3 ապրիլի 2024", "2024-04-03"), ("3 Aprili 2024", "2024-04-03"), ("៣ មេសា ២០២៤", "2024-04-03"),
    ("27 كانون الثاني/يناير 2024", "2024-01-27"), ("3 نيسان (أبريل) 2024", "2024-04-03"), ("27 noi. 2023", "2023-11-27"), ("2023ko azaroak 27", "2023-11-27"),
    ("Ika-27 ng Nobyembre 2023", "2023-11-27"),
    # other calendars
    ("27 พ.ย. 66", "2023-11-27"), ("3 เม.ย. 67", "2024-04-03"),
    ("3 เมษายน 2567", "2024-04-03"), ("๓ เมษายน พ.ศ. ๒๕๖๗", "2024-04-03"), ("۱۵ فروردین ۱۴۰۳", "2024-04-03"), ("۱۴۰۳/۰۱/۱۵", "2024-04-03"),
    ("15 رمضان 1445 هـ", "2024-03-25"), ("15 رمضان 1445 هـ - 25 مارس 2024 م", "2024-03-25"), ("令和6年4月3日", "2024-04-03"),
    ("民國113年4月3日", "2024-04-03"), ("民國113-04-03", "2024-04-03"), ("中華民國 113/04/03", "2024-04-03"), ("平成元年1月8日", "1989-01-08"),
    # numbers that can be read one way only
    ("13/04/2024", "2024-04-13"), ("04/13/2024", "2024-04-13"), ("13.04.24", "2024-04-13"), ("04/04/2024", "2024-04-04"), ("13.04.2024 u 14:34", "2024-04-13T14:34:00"),
    ("Montag, 03.06.2024", "2024-06-03"), ("12.5.2020 klo 16:45", "2020-05-12T16:45:00"), ("29.02.2020 13.12", "2020-02-29T13:12:00"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "stated"), WRITTEN)
def test_a_written_date_is_the_sites_own_day(text: str, stated: str) -> None:
    stamp = dates.parse(text, now=NOW)
    assert stamp is not None
    assert stamp.text == stated
    assert stamp.utc.utcoffset() == timedelta(0)


REFUSED = [
    "", "Read more", "2024", "03/04/2024", "03.04.24", "13-04-24", "2024-02-30", "31 April 2024", "0000-00-00 00:00:00",
    "2024-13-01", "2024-W54-1", "2024-W14", "Sat 2024 5", "April 3, 2054", "1850-01-02", "9999-12-31", "3-5 April 2024", "April 3-5, 2024", "Jan 2 - Feb 3, 2024", "2024-2025",
    "Vol. 3 April 2024", "Volume 3, April 2024", "No. 7 3 April 2024 12", "192.168.1.2024", "+49 30 12 04 2024", "version 1.2.2024.5",
    "Updated 3 April 2024, published 1 March 2024", "14 lis 2013", "2 months ago", "a year ago", "tomorrow", "Spring 2024", "Q1 2024", "April – May 2024", "April 2024 2025", "listopad 2024", "13/2024", "Issue 4 2024", "Mehr 1403",
    "3/4/2567", "99 Ramadan 1445", "113-04-03", "113/04/03", "113年4月3日", "大正113-04-03", "3 of 2024 clinics", "Room 3, May Street 2024", "x" * 500,
]  # fmt: skip


@pytest.mark.parametrize("text", REFUSED)
def test_what_may_be_another_day_is_refused(text: str) -> None:
    assert dates.parse(text, now=NOW) is None


@pytest.mark.parametrize(
    ("text", "languages", "stated"),
    [
        ("April 2024", (), "2024-04"), ("2024年4月", (), "2024-04"), ("2024-04", (), "2024-04"), ("(2024-04)", (), "2024-04"), ("04/2024", (), "2024-04"),
        ("Published: April 2024", (), "2024-04"), ("abril de 2024", (), "2024-04"), ("เมษายน 2567", (), "2024-04"), ("апрель 2024 г.", (), "2024-04"),
        ("Sept. 2024", (), "2024-09"), ("2024, March", (), "2024-03"), ("listopad 2024", ("hr-HR",), "2024-10"), ("2024년 4월", (), "2024-04"),
    ],
)  # fmt: skip
def test_a_month_without_a_day_says_no_more_than_that(text: str, languages: tuple[str, ...], stated: str) -> None:
    stamp = dates.parse(text, languages=languages, now=NOW)
    assert stamp is not None
    assert (stamp.text, stamp.utc) == (stated, datetime.fromisoformat(f"{stated}-01T00:00:00+00:00"))


@pytest.mark.parametrize(
    ("text", "stated"),
    [
        ("መስከረም 1 ቀን 2000 ዓ.ም", "2007-09-12"), ("ግንቦት 20 ቀን 2017", "2025-05-28"), ("ታህሳስ 29 2016", "2024-01-08"), ("ጳጉሜን 6 2015", "2023-09-11"),
        ("ጳጉሜን 6 2016", None), ("ግንቦት 31 2017", None), ("ግንቦት 20 ቀን 2025", None), ("ግንቦት 20 2017 እ.ኤ.አ", None), ("15 ማርች 2024", "2024-03-15"),
    ],
)  # fmt: skip
def test_the_calendar_of_ethiopia(text: str, stated: str | None) -> None:
    stamp = dates.parse(text, now=datetime(2025, 7, 1, tzinfo=UTC))
    assert (stamp.text if stamp else None) == stated


RELATIVE = [
    ("3 days ago", "2024-04-02"), ("yesterday", "2024-04-04"), ("2 hours ago", "2024-04-05"), ("an hour ago", "2024-04-05"), ("2 weeks ago", "2024-03-22"),
    ("vor 3 Tagen", "2024-04-02"), ("gestern", "2024-04-04"), ("il y a 3 jours", "2024-04-02"), ("hace 3 días", "2024-04-02"), ("há 3 dias", "2024-04-02"),
    ("3 giorni fa", "2024-04-02"), ("3 dagen geleden", "2024-04-02"), ("3 дня назад", "2024-04-02"), ("3 дні тому", "2024-04-02"), ("3 dni temu", "2024-04-02"),
    ("před 3 dny", "2024-04-02"), ("3 gün önce", "2024-04-02"), ("منذ 3 أيام", "2024-04-02"), ("۳ روز پیش", "2024-04-02"), ("לפני 3 ימים", "2024-04-02"),
    ("3 दिन पहले", "2024-04-02"), ("3 วันที่แล้ว", "2024-04-02"), ("3 ngày trước", "2024-04-02"), ("3 hari yang lalu", "2024-04-02"), ("3天前", "2024-04-02"),
    ("3日前", "2024-04-02"), ("3일 전", "2024-04-02"), ("Posted: 3 days ago", "2024-04-02"), ("hier à 14h30", "2024-04-04T14:30:00"), ("για 3 ημέρες", None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "stated"), RELATIVE)
def test_a_relative_date_counts_from_the_time_of_fetching(text: str, stated: str | None) -> None:
    stamp = dates.parse(text, now=NOW)
    assert (stamp.text if stamp else None) == stated
    assert dates.parse(text) is None


def test_hints_decide_what_a_date_alone_cannot() -> None:
    def day(text: str, **hints: object) -> str | None:
        stamp = dates.parse(text, now=NOW, **hints)  # type: ignore[arg-type]
        return stamp.text if stamp else None

    assert day("03/04/2024", order="DMY") == "2024-04-03"
    assert day("03/04/2024", order="MDY") == "2024-03-04"
    assert day("03/04/24", order="DMY") == "2024-04-03"
    assert day("24/04/03", order="YMD") == "2024-04-03"
    assert day("13/04/2024", order="MDY") is None
    assert day("03/04/2024", languages=("fr",)) == "2024-04-03"
    assert day("03/04/2024", languages=("en-GB",)) == "2024-04-03"
    assert day("03/04/2024", languages=("en-US",)) is None
    assert day("14 lis 2013", languages=("cs",)) == "2013-11-14"
    assert day("14 lis 2013", languages=("hr",)) == "2013-10-14"
    assert day("čtv 14. lis 2013") == "2013-11-14"
    assert day("3/4/2567", languages=("th",)) == "2024-04-03"
    assert day("3/4/67", languages=("th",), order="DMY") == "2024-04-03"
    for text in ("113-04-03", "113/04/03", "113.04.03", "113/4/3", "113年4月3日", "發布日期：113-04-03"):
        for tag in ("zh-TW", "zh-Hant", "zh-Hant-TW"):
            assert day(text, languages=(tag,)) == "2024-04-03"
        for tag in ("zh", "zh-CN", "zh-HK", "zh-Hant-HK", "ja", "en"):
            assert day(text, languages=(tag,)) is None
        assert day(text) is None
    assert day("099/12/31", languages=("zh-TW",)) == "2010-12-31"
    assert day("113-02-29", languages=("zh-TW",)) == "2024-02-29"
    for text in ("114-02-29", "113-13-01", "13-04-03", "1130-04-03", "02-113-04-03", "113-04-03-7", "230-04-03"):
        assert day(text, languages=("zh-TW",)) is None
    assert day("2024-04-13", languages=("zh-TW",)) == "2024-04-13"
    assert day("2024-04-03 10:00", offset="+02:00") == "2024-04-03T10:00:00+02:00"
    assert day("2024-04-03 10:00", offset="nonsense") == "2024-04-03T10:00:00"
    assert day("2024-04-03", offset="+02:00") == "2024-04-03"


def test_a_relative_date_is_a_day_of_the_sites_own_zone() -> None:
    late = datetime(2024, 4, 5, 23, tzinfo=UTC)
    stamp = dates.parse("yesterday", now=late, offset="+05:00")
    assert stamp is not None
    assert stamp.text == "2024-04-05"


def test_utc_orders_stamps_of_several_zones() -> None:
    east, west = dates.parse("2024-04-03T10:00:00+02:00"), dates.parse("Wed, 03 Apr 2024 03:30:00 -0500")
    assert east is not None
    assert west is not None
    assert east.utc == datetime(2024, 4, 3, 8, tzinfo=UTC)
    assert west.utc == datetime(2024, 4, 3, 8, 30, tzinfo=UTC)


def test_dates_are_found_inside_a_text() -> None:
    text = "Adopted on 3 April 2024 in Geneva; replaces the rules of May 5, 2023 (2020 edition, 12/31/2019). See p. 12."
    assert [(text[a:b], day) for a, b, day in dates.find(text)] == [
        ("3 April 2024", "2024-04-03"), ("May 5, 2023", "2023-05-05"), ("12/31/2019", "2019-12-31"),
    ]  # fmt: skip
    assert dates.find("No date here") == []
    assert dates.find("Report 2024, volume 3") == []
    assert [day for _, _, day in dates.find("公开日期：2024年4月3日，来源：办公室")] == ["2024-04-03"]
    # A year that ends a title is none of the date after it, nor is a count in brackets a day.
    titles = "Annual Report 2019 Mon 20 February 2023; Survey 2017 June 28, 2025; People (2000–2021) 09 November 2022; 2017–2020 Sat 12 January 2019"
    assert [day for _, _, day in dates.find(titles)] == ["2023-02-20", "2025-06-28", "2022-11-09", "2019-01-12"]
    assert dates.find("Uncategorized (5) October 2026 (2) August 2026 (2) July 2026") == []
    assert [day for _, _, day in dates.find("Mar 17, 2023 Dec 08, 2022")] == ["2023-03-17", "2022-12-08"]
    long = "word " * 4000 + "on 3 April 2024 " + "word " * 4000
    assert [long[a:b] for a, b, _ in dates.find(long)] == ["3 April 2024"]


def test_the_order_of_a_site_is_inferred_from_all_its_dates() -> None:
    assert dates.infer_order(["03/04/2024", "13/04/2024"]) == "DMY"
    assert dates.infer_order(["03/04/2024", "04/13/2024"]) == "MDY"
    assert dates.infer_order(["03/04/2024", "04/05/2024"]) is None
    assert dates.infer_order(["13/04/2024", "04/13/2024"]) is None
    assert dates.infer_order(["03.04.2024"]) == "DMY"
    assert dates.infer_order(["2024/04/03"]) == "YMD"
    assert dates.infer_order([]) is None
    assert dates.infer_order(["Read more", "April 3, 2024"]) is None
    # Newest first: only one reading makes the page's dates run one way.
    assert (
        dates.infer_order(["05/06/2024", "11/05/2024", "02/05/2024", "10/04/2024", "07/03/2024", "01/03/2024"]) == "DMY"
    )


def test_other_calendars_agree_with_known_days() -> None:
    assert islamic(1445, 9, 1) == date(2024, 3, 11)
    assert islamic(1446, 1, 1) == date(2024, 7, 7)
    assert islamic(1447, 1, 1) == date(2025, 6, 26)
    assert islamic(1445, 9, 31) is None
    assert islamic(1300, 1, 1) is None
    assert persian(1403, 1, 1) == date(2024, 3, 20)
    assert persian(1404, 1, 1) == date(2025, 3, 21)
    assert persian(1403, 12, 30) == date(2025, 3, 20)
    assert persian(1404, 12, 30) is None


@given(st.text(max_size=250))
def test_no_text_makes_it_fail(text: str) -> None:
    stamp = dates.parse(text, now=NOW, offset=text[:6], languages=(text[:5],))
    assert stamp is None or 1900 <= stamp.utc.year <= 2100
    for start, end, day in dates.find(text):
        assert 0 <= start < end <= len(text)
        assert date.fromisoformat(day)


@given(st.text(alphabet="0123456789/-. :,年月日aprilmay年", max_size=40))
def test_no_row_of_numbers_makes_it_fail(text: str) -> None:
    stamp = dates.parse(text, now=NOW)
    assert stamp is None or stamp.text[:4].isdigit()


@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2034, 1, 1)))
def test_every_day_comes_back_from_how_it_is_written(day: date) -> None:
    shapes = [
        f"{day.day} {day:%B} {day.year}",
        f"{day:%B} {day.day}, {day.year}",
        day.isoformat(),
        f"{day.year}年{day.month}月{day.day}日",
    ]
    shapes += [f"{day:%A}, {day.day}. {day:%b}. {day.year}", f"{day:%a, %d %b %Y 12:00:00 +0000}"]
    for shape in shapes:
        stamp = dates.parse(shape, now=NOW)
        assert stamp is not None, shape
        assert stamp.text[:10] == day.isoformat(), shape
    numeric = dates.parse(f"{day:%d/%m/%Y}", order="DMY", now=NOW)
    assert numeric is not None
    assert numeric.text == day.isoformat()


@pytest.mark.shared
def test_the_corpus_of_written_dates() -> None:
    if not CORPUS.exists():
        pytest.skip("the developers' corpus is not beside the checkout")
    rows = json.loads(CORPUS.read_text(encoding="utf-8"))
    given_days = [(row, stamp.text[:10]) for row in rows if (stamp := dates.parse(row["input"]))]
    wrong = [(row["input"], day) for row, day in given_days if day != row["expected"]]
    assert wrong == []
    assert len(given_days) / len(rows) >= 0.97


def test_a_plainly_written_date_is_read_as_any_other() -> None:
    shapes = ("{d} {m} 2024", "{m} {d}, 1987", "{m} {d} 2099")
    texts = [shape.format(d=day, m=name) for name in names().months for day in (9, 31) for shape in shapes]
    plain = {text: day for text in texts if (day := dates._plainly_written(text))}
    assert len(plain) > 1000
    for text, day in plain.items():
        reading = written.read(text, Hints(None, ("en",), 2026))
        assert ({each.date for each in reading.days}, reading.clock, reading.leftover) == ({day}, None, False), text
