"""Other calendars than the Gregorian: years and days of Thai, Persian, Islamic, Ethiopian, Japanese and Taiwanese dates.

All functions give a Gregorian date, or None where the day does not exist or the tables do not reach.
"""

from __future__ import annotations

from datetime import date, timedelta

# Months of the Solar Hijri calendar (Iran, Afghanistan), and of the Islamic one, in the form of `pipeline.months`.
# Arabic letters stand in the folded form of `pipeline.dates`.
PERSIAN_MONTHS = """
fa: فروردین/فروردين, اردیبهشت, خرداد, تیر, مرداد/امرداد, شهریور, مهر, ابان/آبان, اذر/آذر, دی, بهمن, اسفند
prs: حمل, ثور, جوزا, سرطان, اسد, سنبله, میزان, عقرب, قوس, جدی, دلو, حوت
ps: وری, غویی, غبرگولی, چنگاښ, زمری, وږی, تله, لړم, لیندۍ, مرغومی, سلواغه, کب
ckb: خاکەلێوە, گوڵان/بانەمەڕ, جۆزەردان, پووشپەڕ, گەلاوێژ, خەرمانان, ڕەزبەر, خەزەڵوەر/گەڵاڕێزان, سەرماوەز, بەفرانبار,
    ڕێبەندان, ڕەشەمێ
en: farvardin, ordibehesht, khordad, tir, mordad, shahrivar, mehr, aban, azar, dey, bahman, esfand
"""
ISLAMIC_MONTHS = """
ar: محرم/المحرم, صفر, ربیع الاول/ربیع اول, ربیع الاخر/ربیع الثانی/ربیع ثانی, جمادی الاولی/جمادی الاول,
    جمادی الاخره/جمادی الاخر/جمادی الثانیه/جمادی الثانی, رجب, شعبان, رمضان, شوال, ذو القعده/ذی القعده/ذوالقعده/ذیقعده,
    ذو الحجه/ذی الحجه/ذوالحجه/ذیحجه
en: muharram, safar, rabi al-awwal/rabi' al-awwal/rabi i/rabi' i, rabi al-thani/rabi' al-thani/rabi ii/rabi' ii,
    jumada al-ula/jumada al-awwal/jumada i, jumada al-akhirah/jumada al-thani/jumada ii, rajab, sha'ban/shaban,
    ramadan/ramadhan, shawwal, dhu al-qadah/dhu al-qi'dah/dhul qadah/dhul-qadah, dhu al-hijjah/dhul hijjah/dhul-hijjah
"""
# Thirteen, the last of five or six days. Tigrinya's are left out: Eritrea's sites use the same names for Gregorian months.
ETHIOPIAN_MONTHS = """
am: መስከረም, ጥቅምት, ኅዳር/ህዳር/ሕዳር/ኀዳር, ታኅሣሥ/ታህሳስ/ታኅሳስ/ታህሣሥ/ታሕሳስ, ጥር, የካቲት, መጋቢት, ሚያዝያ/ሚያዚያ, ግንቦት, ሰኔ, ሐምሌ/ሀምሌ/ኃምሌ,
    ነሐሴ/ነሀሴ/ነሃሴ/ነሓሴ, ጳጉሜን/ጳጉሜ
"""

# Umm al-Qura, the calendar of Saudi Arabia: for each year from 1400 to 1500 twelve bits, the lowest for Muharram; a month
# has 30 days where its bit is set, else 29. Arithmetic Islamic calendars differ from it by a day here and there.
_UMM_AL_QURA = """
d4b 52a a57 4ae 976 56c b55 aaa a55 4ad 95d 2da 5d9 db2 ba4 b4a a55 2b5 575 b6a bd2 bc4 b89 a95 52d 5ad b6a
6d4 dc9 d92 aa6 956 2ae 56d 36a b55 aaa 94d 49d 95d 2ba 5b5 5aa d55 a9a 92e 26e 55d ada 6d4 6a5 54b a97 54e
aae 5ac ba9 d92 b25 64b cab 55a b55 6d2 ea5 e4a a95 52d aad 36c 759 6d2 695 52d a5b 4ba 9ba 3b4 b69 b52 aa6
4b6 96d 2ec 6d9 eb2 d54 d2a a56 4ae 96d d6a b54 b29 a93 52b a57 536 ab5 6aa e93
"""
_YEARS = tuple(int(bits, 16) for bits in _UMM_AL_QURA.split())
_FIRST_YEAR = 1400
_FIRST_DAY = date(1979, 11, 20)

# Years before the first of an era: 令和6年 is 2024.
ERAS = {"令和": 2018, "平成": 1988, "昭和": 1925, "民國": 1911, "民国": 1911, "中華民國": 1911}
_BUDDHIST_LEAD = 543
# The ordinal of the day before 1 Meskerem of the year 1 (29 August 8, Julian).
_BEFORE_ETHIOPIAN = 2795


def islamic(year: int, month: int, day: int) -> date | None:
    """Give the day of an Islamic date by the Umm al-Qura calendar (1400 to 1500 AH)."""
    index = year - _FIRST_YEAR
    if not 0 <= index < len(_YEARS) or not 1 <= month <= 12:
        return None
    bits = _YEARS[index]
    if not 1 <= day <= 29 + (bits >> (month - 1) & 1):
        return None
    months = index * 12 * 29 + sum(past.bit_count() for past in _YEARS[:index])
    months += (month - 1) * 29 + (bits & (1 << (month - 1)) - 1).bit_count()
    return _FIRST_DAY + timedelta(days=months + day - 1)


def persian(year: int, month: int, day: int) -> date | None:
    """Give the day of a Solar Hijri date (1244 to 1472), by the leap years that the calendar's 33-year rule gives.

    The rule agrees with the astronomical calendar for these years (K. M. Borkowski, "The Persian calendar for 3000
    years", Earth, Moon and Planets 74, 1996).
    """
    if not 1244 <= year <= 1472 or not 1 <= month <= 12:
        return None
    length = 31 if month <= 6 else 30 if month < 12 or _is_persian_leap(year) else 29
    if not 1 <= day <= length:
        return None
    days = (year - 1) * 365 + _persian_leaps_before(year) + min(month - 1, 6) * 31 + max(month - 7, 0) * 30 + day
    return date.fromordinal(days + 226894)


def _is_persian_leap(year: int) -> bool:
    return (year * 8 + 29) % 33 < 8


def _persian_leaps_before(year: int) -> int:
    return (year * 8 + 21) // 33


def ethiopian(year: int, month: int, day: int) -> date | None:
    """Give the day of a date of Ethiopia's calendar (1892 to 2092 of its era), whose every fourth year has a day more."""
    last = 30 if month < 13 else 6 if year % 4 == 3 else 5
    if not 1892 <= year <= 2092 or not 1 <= month <= 13 or not 1 <= day <= last:
        return None
    return date.fromordinal(365 * (year - 1) + year // 4 + 30 * (month - 1) + day + _BEFORE_ETHIOPIAN)


def buddhist(year: int) -> int:
    """Give the Gregorian year of a Buddhist one, as Thailand, Laos and Cambodia count them (2567 is 2024)."""
    return year - _BUDDHIST_LEAD


def minguo(year: int) -> int:
    """Give the Gregorian year of one of the Republic of China's, as Taiwan counts them (113 is 2024)."""
    return year + ERAS["民國"]


def is_buddhist(year: int) -> bool:
    """Say whether a number can only be a Buddhist year: 2443 (1900) to 2643 (2100)."""
    return 2443 <= year <= 2643
