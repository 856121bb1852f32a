"""Lines of facts as sites really write them: who, when, where, in what; what is no teaser; how dates are put."""

from __future__ import annotations

from tests.crawler.listing.shapes.agencies import REPORTS
from tests.crawler.listing.shapes.frames import agency, builder, crowd, ministry
from tests.crawler.listing.shapes.shape import Shape
from tests.crawler.listing.shapes.themes import plain

_SITE = "https://agency.example"
_WHOLE = (("published", "$iso"), ("teaser", "$x"))


def _line(
    name: str,
    line: str,
    *,
    shows: tuple[tuple[str, str | tuple[str, ...] | None], ...],
    frame: object = agency,
    text: str = "<p>$x</p>",
) -> Shape:
    return Shape(
        name,
        f'<div class="piece"><h3><a href="$u">$t</a></h3>{line}{text}</div>',
        '<div class="pieces">$records</div>',
        link="/pieces/text-$n",
        pool=REPORTS,
        frame=frame,
        url=_SITE + "/pieces",
        shows=shows,
    )  # type: ignore[arg-type]


SHAPES = (
    _line("projects: a country, a state and a budget are no teaser", "<p>Country: Riverland</p><p>Status: Ongoing</p><p>Budget: $$1.$n million</p>", text="", shows=(("teaser", None), ("published", None))),
    _line("a text behind a label", "<p class='d'>$d</p>", text="<p><strong>Abstract:</strong> $x</p>", shows=_WHOLE, frame=builder),
    _line("a text that ends in dots and a word in brackets", "<p class='d'>$d</p>", text='<p>$x [...] <a href="$u">(read on)</a></p>', shows=_WHOLE, frame=ministry),
    _line("two writers joined by a sign", "<p class='by'>Hannah Osei &amp; Sara Lund | $d</p>", shows=(*_WHOLE, ("authors", ("Hannah Osei", "Sara Lund")))),
    _line("family names first, parted by semicolons, under a name of a class", "<p class='authors'>Osei, Hannah; Lund, Sara</p><p class='d'>$d</p>", shows=(*_WHOLE, ("authors", ("Osei, Hannah", "Lund, Sara")))),
    _line("written by on in one sentence", "<p>Written by $p on $month $day, $year</p>", shows=(*_WHOLE, ("authors", ("$p",))), frame=crowd),
    _line("a name, a long dash and a day", "<p>$p — $d</p>", shows=(*_WHOLE, ("authors", ("$p",))), frame=plain),
    _line("a name beside a day, each in an element of its own", "<div class='facts'><span class='x1'>Published <time datetime='$iso'>$d</time></span><span class='x1'> $p </span></div>", shows=(*_WHOLE, ("authors", ("$p",))), frame=plain),
    _line("a weekday, numbers and an hour behind a dash", "<div class='submitted'>Posted: Thu, $m/$day/$year - 10:12</div>", shows=_WHOLE),
    _line("a year, a month and a day with points", "<span>$year.$m.$day</span>", shows=_WHOLE, frame=ministry),
    _line("a month of three letters in capitals between dashes", "<span>$day-$mon-$year</span>", shows=_WHOLE, frame=crowd),
    _line("in a topic, a place and a day with commas", "<p class='meta'><a href='/topics/t$n'>$s</a>, Quay, $d</p>", shows=(*_WHOLE, ("categories", ("$s",)))),
    _line("posted in behind the text", "", text="<p>$x</p><p class='foot'>Posted on $d in <a href='/category/c$n'>$s</a> by <a href='/people/p$n'>$p</a></p>", shows=(*_WHOLE, ("categories", ("$s",)), ("authors", ("$p",)))),
    _line("tags behind a drawn sign and a day behind another", "<div class='m'><svg class='icon-calendar'></svg> $d</div>", text="<p>$x</p><div class='m'><svg class='icon-tag'></svg> <a href='/t/$k'>$k</a>, <a href='/t/$l'>$l</a></div>", shows=(*_WHOLE, ("tags", ("$k", "$l")))),
    _line("a type in a label before the day in one paragraph", "<p><strong>$s</strong> $d</p>", shows=(*_WHOLE, ("categories", ("$s",))), frame=plain),
    _line("a text in two paragraphs", "<p class='d'>$d</p>", text="<div class='txt'><p>$x</p><p>It was written with the people of the harbour.</p></div>", shows=(("published", "$iso"),)),
    _line("words of a count beneath the text", "<p class='d'>$d</p>", text="<p>$x</p><p class='c'>3 min read · 12 shares</p>", shows=(*_WHOLE, ("authors", None), ("categories", None))),
)  # fmt: skip
