"""Dates said from the reader's day: "3 days ago", "gestern", "2 часа назад".

Only what a day can be told from: seconds to weeks. "2 months ago" names no day and is refused.
"""

from __future__ import annotations

import re
from datetime import datetime, timedelta

from pipeline.calendar_names import fold

# One line a language: what says "ago" (before or after), then the units' words, then today, yesterday and the day before.
_TABLE = """
en: ago | second seconds sec secs | minute minutes min mins | hour hours hr hrs h | day days | week weeks
    | today;just now;now | yesterday | day before yesterday;the day before yesterday
de: vor | sekunde sekunden | minute minuten | stunde stunden std | tag tagen tage | woche wochen
    | heute;gerade eben | gestern | vorgestern
fr: il y a | seconde secondes | minute minutes | heure heures h | jour jours | semaine semaines
    | aujourd'hui;à l'instant | hier | avant-hier
es: hace | segundo segundos | minuto minutos | hora horas h | día días dia dias | semana semanas | hoy | ayer
    | anteayer;antes de ayer
pt: há;atrás;ha | segundo segundos | minuto minutos | hora horas | dia dias | semana semanas | hoje | ontem | anteontem
it: fa | secondo secondi | minuto minuti | ora ore | giorno giorni | settimana settimane | oggi | ieri | l'altro ieri
nl: geleden | seconde seconden | minuut minuten | uur uren | dag dagen | week weken | vandaag | gisteren | eergisteren
ca: fa | segon segons | minut minuts | hora hores | dia dies | setmana setmanes | avui | ahir | abans-d'ahir
sv: sedan | sekund sekunder | minut minuter | timme timmar | dag dagar | vecka veckor | idag;i dag | igår;i går
    | i förrgår
da: siden | sekund sekunder | minut minutter | time timer | dag dage | uge uger | i dag | i går | i forgårs
nb: siden | sekund sekunder | minutt minutter | time timer | dag dager | uke uker | i dag | i går | i forgårs
fi: sitten | sekunti sekuntia | minuutti minuuttia | tunti tuntia | päivä päivää | viikko viikkoa | tänään | eilen
    | toissapäivänä
pl: temu | sekundę sekundy sekund | minutę minuty minut | godzinę godziny godzin | dzień dni | tydzień tygodnie tygodni
    | dzisiaj;dziś | wczoraj | przedwczoraj
cs: před | sekundou sekundami | minutou minutami | hodinou hodinami | dnem dny | týdnem týdny | dnes | včera | předevčírem
sk: pred | sekundou sekundami | minútou minútami | hodinou hodinami | dňom dňami | týždňom týždňami | dnes | včera
    | predvčerom
hr: prije | sekundu sekunde sekundi | minutu minute minuta | sat sata sati | dan dana | tjedan tjedna | danas | jučer
    | prekjučer
sr: пре | секунде секунди | минут минута | сат сата сати | дан дана | недељу недеље недеља | данас | јуче | прекјуче
ru: назад | секунду секунды секунд | минуту минуты минут | час часа часов | день дня дней | неделю недели недель
    | сегодня;только что | вчера | позавчера
uk: тому | секунду секунди секунд | хвилину хвилини хвилин | годину години годин | день дні днів
    | тиждень тижні тижнів | сьогодні | вчора;учора | позавчора
bg: преди | секунда секунди | минута минути | час часа | ден дни дена | седмица седмици | днес | вчера | онзи ден
ro: acum;în urmă | secundă secunde | minut minute | oră ore | zi zile | săptămână săptămâni | astăzi;azi | ieri | alaltăieri
hu: ezelőtt;napja;órája;perce;hete | másodperccel | perccel perce | órával órája | nappal napja | héttel hete | ma | tegnap
    | tegnapelőtt
el: πριν | δευτερόλεπτα | λεπτό λεπτά | ώρα ώρες | ημέρα ημέρες μέρα μέρες | εβδομάδα εβδομάδες
    | σήμερα | χθες;χτες | προχθές
tr: önce | saniye | dakika | saat | gün | hafta | bugün | dün | evvelsi gün
ar: منذ;قبل | ثانية ثواني ثوان | دقيقة دقائق | ساعة ساعات | يوم أيام يوما | أسبوع أسابيع | اليوم | أمس | أول أمس
fa: پیش;قبل | ثانیه | دقیقه | ساعت | روز | هفته | امروز | دیروز | پریروز
he: לפני | שניות | דקה דקות | שעה שעות | יום ימים | שבוע שבועות | היום | אתמול | שלשום
hi: पहले | सेकंड | मिनट | घंटे घंटा | दिन | सप्ताह हफ़्ते हफ्ते | आज | कल | परसों
bn: আগে | সেকেন্ড | মিনিট | ঘন্টা ঘণ্টা | দিন | সপ্তাহ | আজ | গতকাল | গত পরশু
th: ที่แล้ว;ที่ผ่านมา;ก่อน | วินาที | นาที | ชั่วโมง | วัน | สัปดาห์ | วันนี้ | เมื่อวาน;เมื่อวานนี้ | เมื่อวานซืน
vi: trước | giây | phút | giờ | ngày | tuần | hôm nay | hôm qua | hôm kia
id: lalu;yang lalu | detik | menit | jam | hari | minggu | hari ini | kemarin | kemarin lusa
ms: lalu;yang lalu | saat | minit | jam | hari | minggu | hari ini | semalam | kelmarin
zh: 前 | 秒 秒钟 秒鐘 | 分钟 分鐘 分 | 小时 小時 个小时 個小時 | 天 日 | 周 週 个星期 個星期 星期 | 今天;刚刚 | 昨天 | 前天
ja: 前 | 秒 | 分 | 時間 | 日 | 週間 | 今日;たった今 | 昨日 | 一昨日;おととい
ko: 전 | 초 | 분 | 시간 | 일 | 주 주일 | 오늘;방금 | 어제 | 그저께
"""
_UNITS = (timedelta(seconds=1), timedelta(minutes=1), timedelta(hours=1), timedelta(days=1), timedelta(weeks=1))
_ONE = {
    fold(word): 1
    for word in "a an one ein einer einem un une uno una um uma een en ett et één yhden jeden jedną bir".split()
} | {"двa": 2}
_SHAPE = re.compile(r"(\d{1,4}|[^\W\d_]+)\s*(\S+)")


def _read_table() -> tuple[dict[str, list[dict[str, timedelta]]], dict[str, int]]:
    ago: dict[str, list[dict[str, timedelta]]] = {}
    days: dict[str, int] = {}
    for line in _TABLE.strip().replace("\n    ", " ").split("\n"):
        marks, *rest = [part.strip() for part in line.partition(": ")[2].split("|")]
        units = {fold(word): unit for words, unit in zip(rest[:5], _UNITS, strict=True) for word in words.split()}
        for mark in marks.split(";"):
            ago.setdefault(fold(mark), []).append(units)
        for back, words in enumerate(rest[5:]):
            days.update((fold(word), back) for word in words.split(";") if word != "कल")
    return ago, days


_AGO, _DAYS = _read_table()
_MARKS = tuple(sorted(_AGO, key=len, reverse=True))
_GIST = re.compile(r"^[^:]{1,24}:\s*")


def read(text: str, now: datetime) -> datetime | None:
    """Give the moment that a relative date means, seen from `now` (in the site's time); None if it is none."""
    folded = _GIST.sub("", fold(text).strip()).strip(" .!·|-")
    if len(folded) > 40:
        return None
    back = _DAYS.get(folded)
    if back is not None:
        return now - timedelta(days=back)
    for mark in _MARKS:
        if folded.endswith(mark):
            rest = folded[: -len(mark)].strip()
        elif folded.startswith(mark + " "):
            rest = folded[len(mark) :].strip()
        else:
            continue
        span = _span(rest, _AGO[mark]) or (
            _span(folded, _AGO[mark]) if mark in {"napja", "órája", "perce", "hete"} else None
        )
        if span is not None:
            return now - span
    return None


def _span(text: str, tables: list[dict[str, timedelta]]) -> timedelta | None:
    found = _SHAPE.fullmatch(text)
    if found is None:
        return None
    count = int(found[1]) if found[1].isdecimal() else _ONE.get(found[1])
    if count is None:
        return None
    for units in tables:
        unit = units.get(found[2])
        if unit is not None and count * unit <= timedelta(days=366):
            return count * unit
    return None
