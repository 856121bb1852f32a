"""Calls, consultations, speeches, treaties, releases and records laid out in columns, zigzag and tables; pages of one thing."""

from __future__ import annotations

from tests.crawler.listing.shapes.agencies import REPORTS
from tests.crawler.listing.shapes.frames import WIDGETS, agency, builder, ministry
from tests.crawler.listing.shapes.shape import TEXTS, Pool, Shape
from tests.crawler.listing.shapes.themes import plain

_SITE = "https://agency.example"
_GOV = "https://gov.example"
_EVEN = '<div class="zig zig--even"><div class="zig__text"><h3><a href="$u">$t</a></h3><p class="zig__date">$d</p><p>$x</p></div><div class="zig__img"><a href="$u"><img src="/z/$n.jpg" alt=""></a></div></div>'
_MASON = '<div class="brick"><a href="$u"><img src="/m/$n.jpg" alt=""></a><h4><a href="$u">$t</a></h4><p>$x</p><span class="brick-date">$d</span></div>'
ISSUES = Pool(
    (
        "Newsletter, July 2025",
        "Newsletter, June 2025",
        "Newsletter, May 2025",
        "Newsletter, April 2025",
        "Newsletter, March 2025",
        "Newsletter, February 2025",
    ),
    REPORTS.texts,
)

SHAPES = (
    Shape(
        "consultations: a status, opened and closes, a department",
        '<div class="consultation"><span class="status status-open">Open</span><h3><a href="$u">$t</a></h3><p>$x</p><dl class="dates"><dt>Opened</dt><dd>$d</dd><dt>Closes</dt><dd>30 September 2025</dd></dl></div>',
        '<div class="consultations"><p>61 consultations</p>$records</div>',
        link="/consultations/$n", pool=REPORTS, frame=agency, url=_SITE + "/consultations", shows=(("published", "$iso"), ("teaser", "$x")),
    ),
    Shape(
        "calls in a table: opening and closing days in columns",
        '<tr><td><a href="$u">$t</a></td><td>$day/$m/$year</td><td>30/09/2025</td><td>Open</td></tr>',
        '<table><thead><tr><th>Call</th><th>Opening date</th><th>Closing date</th><th>Status</th></tr></thead><tbody>$records</tbody></table>',
        link="/calls/$n", pool=REPORTS, frame=agency, url=_SITE + "/calls", shows=(("published", "$iso"), ("teaser", None)),
    ),
    Shape(
        "treaties: adopted and in force since, a depositary",
        '<li class="treaty"><a href="$u">$t</a><div class="facts"><span>Adopted: $d</span><span>Entry into force: 1 January 2026</span><span>Depositary: Secretary-General</span></div></li>',
        '<ul class="treaties">$records</ul>',
        link="/treaties/$n", pool=REPORTS, frame=agency, url=_SITE + "/treaties", shows=(("published", "$iso"),),
    ),
    Shape(
        "speeches: a speaker behind a label, delivered on, a place",
        '<div class="speech"><h3><a href="$u">$t</a></h3><p class="speech-by">By: $p</p><p class="speech-when">Delivered on: $d</p><p class="speech-where">Location: Quay Hall</p><p class="speech-intro">$x</p></div>',
        '<div class="speeches">$records</div>',
        link="/speeches/$n", pool=REPORTS, frame=agency, url=_SITE + "/speeches", shows=(("published", "$iso"), ("authors", ("$p",)), ("teaser", "$x")),
    ),
    Shape(
        "publications: published and last updated in one line with a bar",
        '<li class="doc"><h3 class="doc__title"><a href="$u">$t</a></h3><p class="doc__meta">Published $d | Last updated 4 September 2025</p><p class="doc__summary">$x</p></li>',
        '<ul class="docs">$records</ul>',
        link="/publications/$n", pool=REPORTS, frame=agency, url=_SITE + "/publications", shows=(("published", "$iso"), ("teaser", "$x")),
    ),
    Shape(
        "issues of a letter that are called by their month",
        '<div class="issue"><a href="$u"><img src="/l/$n.jpg" alt=""></a><h4><a href="$u">$t</a></h4></div>',
        '<div class="issues">$records</div>',
        link="/letters/$n.pdf", pool=ISSUES, frame=agency, url=_SITE + "/letters", shows=(("teaser", None),),
    ),
    Shape(
        "hits of a search: a type in square brackets before the link, crumbs under it",
        '<div class="hit"><h4><span class="hit-type">[PDF]</span> <a href="$u">$t</a></h4><p class="hit-crumbs">Home › Resources › Reports</p><p class="hit-text">$d — $x</p></div>',
        '<div class="hits">$records</div>',
        link="/f/$n.pdf", pool=REPORTS, frame=agency, url=_SITE + "/search?q=w", shows=(("published", "$iso"), ("teaser", "$x")),
    ),
    Shape(
        "documents that fold open: a summary that is the title, a text and a link inside",
        '<details class="doc"><summary>$t</summary><p>$x</p><p><a href="$u">Download the document (PDF)</a></p></details>',
        '<div class="folds">$records</div>',
        link="/f/$n.pdf", pool=REPORTS, frame=agency, url=_SITE + "/documents", shows=(("teaser", "$x"),),
    ),
    Shape(
        "rows in zigzag: text and picture change their places",
        '<div class="zig zig--odd"><div class="zig__img"><a href="$u"><img src="/z/$n.jpg" alt=""></a></div><div class="zig__text"><h3><a href="$u">$t</a></h3><p class="zig__date">$d</p><p>$x</p></div></div>',
        '<div class="zigzag">$records</div>', others=tuple((at, _EVEN) for at in (1, 3, 5)),
        link="/stories/$n", pool=REPORTS, frame=agency, url=_SITE + "/stories", shows=(("published", "$iso"), ("teaser", "$x")),
    ),
    Shape(
        "bricks in three columns",
        _MASON, '<div class="masonry">$records</div></div>',
        first='<div class="col">' + _MASON, others=((2, '</div><div class="col">' + _MASON), (4, '</div><div class="col">' + _MASON)),
        link="/stories/$n", pool=REPORTS, frame=builder, url="https://tank.example/stories", shows=(("published", "$iso"), ("teaser", "$x")),
    ),
    Shape(
        "a table for each record, a picture at the left",
        '<table width="100%" cellpadding="4"><tr><td width="110" valign="top"><a href="$u"><img src="/p/$n.gif" width="100" border="0"></a></td><td valign="top"><a href="$u" class="head">$t</a><br><span class="small">$d</span><br>$x <a href="$u">more &raquo;</a></td></tr></table>',
        '<div id="news">$records</div>',
        link="news.php?id=4$n", pool=REPORTS, frame=ministry, url=_GOV + "/news.php", shows=(("published", "$iso"), ("teaser", "$x")),
    ),
    Shape(
        "numbers in the text before the links",
        '<p>$n. <a href="$u">$t</a>, $d</p>',
        '<div class="content"><h2>Circulars</h2>$records</div>',
        link="/c/$n.pdf", pool=REPORTS, frame=ministry, url=_GOV + "/circulars", shows=(("published", "$iso"), ("teaser", None)),
    ),
    Shape(
        "titles in terms, days and links in their descriptions",
        '<dt>$t</dt><dd class="when">$d</dd><dd class="what">$x</dd><dd class="get"><a href="$u">Download</a></dd>',
        '<dl class="library">$records</dl>',
        link="/l/$n.pdf", pool=REPORTS, frame=agency, url=_SITE + "/library", shows=(("published", "$iso"), ("teaser", "$x")),
    ),
    Shape(
        "a day's box with a month of three letters and a year under it, an hour and a place",
        '<div class="ev"><a class="ev-link" href="$u"><div class="ev-box"><span class="ev-day">$day</span><span class="ev-mon">$mon</span><span class="ev-year">$year</span></div><div class="ev-info"><span class="ev-title">$t</span><span class="ev-place">Quay Hall</span></div></a></div>',
        '<div class="evs">$records</div>',
        link="/ev/$n", pool=REPORTS, frame=builder, url="https://tank.example/ev", shows=(("published", "$iso"),),
    ),
)  # fmt: skip

_LONG = "".join(f"<p>{text} {text}</p>" for text in TEXTS)
SINGLES = {
    "a page under construction": ministry("<h1>Statistics</h1><p>This page is under construction. Please come back later.</p>", title="Statistics"),
    "a choice of languages": "<div class='splash'><img src='/logo.png' alt='Agency'><ul>" + "".join(f"<li><a href='/{code}/'>{name}</a></li>" for code, name in (("en", "English"), ("fr", "Français"), ("es", "Español"), ("ar", "العربية"), ("ru", "Русский"), ("zh", "中文"))) + "</ul></div>",
    "a page of feeds": agency("<p>Subscribe to our feeds.</p><ul>" + "".join(f"<li><a href='/feeds/{name}.xml'><img src='/rss.gif' alt='RSS'> {name.title()}</a></li>" for name in ("news", "publications", "events", "vacancies")) + "</ul>", title="Feeds"),
    "opening hours in a table": agency("<table>" + "".join(f"<tr><th>{day}</th><td>9:00 – 17:00</td></tr>" for day in ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday")) + "</table><p><a href='/map'>How to find us</a></p>", title="Opening hours"),
    "a consultation's own page with its papers": agency(f"<div class='consultation-detail'><p>Opened 3 July 2025. Closes 30 September 2025.</p>{_LONG}<h2>Papers</h2><ul><li><a href='/c/paper.pdf'>Consultation paper</a></li><li><a href='/c/annex.pdf'>Annex: the figures</a></li></ul><p><a class='btn' href='/c/answer'>Answer online</a></p></div>", title="Fees for moorings"),
    "a post with its contents, notes and a box of its writer": builder("<article class='post'><h1 class='entry-title'>How pumps fail</h1><div class='ez-toc-container'><p>Contents</p><ul>" + "".join(f"<li><a href='#h{i}'>{text[:30]}</a></li>" for i, text in enumerate(TEXTS)) + f"</ul></div><div class='entry-content'>{_LONG}<ol class='footnotes'><li id='fn1'><a href='https://press.example/1'>A study of pumps</a>, 2019.</li><li id='fn2'><a href='https://press.example/2'>A study of wells</a>, 2020.</li></ol></div><div class='author-box'><img src='/me.jpg' alt=''><h4>Hannah Osei</h4><p>Hannah writes about wells.</p><a href='/author/hannah/'>View all posts</a></div></article>", side=WIDGETS),
    "a page that is forbidden": plain("<h1>403 Forbidden</h1><p>You do not have permission to see this page.</p><p><a href='/'>Go to the start</a></p>"),
    "a writer's page with ways to reach her": plain(f"<h1>Hannah Osei</h1><img src='/me.jpg' alt=''><p>{TEXTS[0]}</p><ul><li><a href='https://chirp.example/h'>Chirp</a></li><li><a href='https://code.example/h'>Code</a></li><li><a href='https://orcid.example/0000'>ORCID</a></li><li><a href='mailto:h@lab.example'>Mail</a></li></ul>"),
}  # fmt: skip


def single(name: str) -> str:
    return f'<!doctype html><html lang="en"><head><title>River</title></head><body>{SINGLES[name]}</body></html>'
