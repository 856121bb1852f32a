"""A third set: listings among much else, records with many facts, and single pages that look like lists."""

from __future__ import annotations

from tests.crawler.listing.shapes.shape import FOOT, HEAD, TEXTS, Pool, Shape

_SITE = "https://river.example"
_MENU = (
    '<div class="megamenu"><div class="col"><h4>Work</h4><ul>'
    + "".join(
        f'<li><a href="/work/{word}">{word.title()} and the people who need it</a></li>'
        for word in ("water", "housing", "schools", "markets", "courts", "health", "roads", "bridges")
    )
    + "</ul></div></div>"
)
_SIDE = (
    '<div class="col-md-3 side"><div class="box"><h3>Categories</h3><ul class="cats">'
    + "".join(
        f'<li><a href="/list/category/{word}">{word.title()}</a> ({i + 3})</li>'
        for i, word in enumerate(("water", "housing", "education", "markets", "justice", "health"))
    )
    + '</ul></div><div class="box"><h3>Archive</h3><ul>'
    + "".join(f'<li><a href="/list/2024/{month:02}">Month {month} 2024</a></li>' for month in range(1, 13))
    + '</ul></div><div class="box"><h3>Subscribe</h3><form><input type="email"><button>Go</button></form></div></div>'
)
VIETNAMESE = Pool(
    (
        "Nước sạch sau lũ: sổ tay thực địa",
        "Giá bánh mì ở bảy chợ",
        "Các em gái trở lại trường",
        "Phòng khám đêm cho người khuân vác",
        "Ai trả tiền cho phiên dịch tòa án",
        "Chủ nhà và người mới đến",
    ),
    written=("18/11/2024", "22/10/2024", "09/09/2024", "30/07/2024", "21/06/2024", "14/05/2024"),
)
PERSIAN = Pool(
    ("آب سالم پس از سیل", "قیمت نان در هفت بازار", "بازگشت دختران به مدرسه", "درمانگاه شبانه برای باربران", "مترجمان در دادگاه", "صاحبخانه‌ها و پناهجویان"),
    written=("۲۸ آبان ۱۴۰۳", "۱ آبان ۱۴۰۳", "۱۹ شهریور ۱۴۰۳", "۹ مرداد ۱۴۰۳", "۱ تیر ۱۴۰۳", "۲۵ اردیبهشت ۱۴۰۳"),
)  # fmt: skip
POLISH = Pool(
    written=(
        "18 listopada 2024",
        "22 października 2024",
        "9 września 2024",
        "30 lipca 2024",
        "21 czerwca 2024",
        "14 maja 2024",
    ),
    subjects=("Woda", "Mieszkania", "Edukacja", "Rynki", "Prawo", "Zdrowie"),
)
TURKISH = Pool(
    written=("18 Kasım 2024", "22 Ekim 2024", "9 Eylül 2024", "30 Temmuz 2024", "21 Haziran 2024", "14 Mayıs 2024")
)
PORTUGUESE = Pool(
    written=("18/11/2024 14h05", "22/10/2024 09h30", "09/09/2024 11h00", "30/07/2024 16h45", "21/06/2024 08h15", "14/05/2024 10h00"),
    subjects=("Água", "Habitação", "Educação", "Mercados", "Justiça", "Saúde"),
)  # fmt: skip

SHAPES = (
    Shape(
        "a listing under a large menu and beside lists of categories and months",
        '<div class="post-row"><div class="post-img"><a href="$u"><img src="/i/$n.jpg" alt=""></a></div><div class="post-txt"><h3><a href="$u">$t</a></h3><div '
        'class="post-info"><i class="fa fa-calendar"></i> $d <i class="fa fa-user"></i> $p <i class="fa fa-folder"></i> <a href="/list/category/x$n">$s</a></div><p>$x</p>'
        "</div></div>",
        _MENU + '<div class="container"><div class="row"><div class="col-md-9">$records</div>' + _SIDE + "</div></div>",
        shows=(("published", "$iso"), ("teaser", "$x"), ("categories", ("$s",)), ("authors", ("$p",))),
    ),
    Shape(
        "three records under a page's long introduction",
        '<div class="teaser"><h2><a href="$u">$t</a></h2><p>$x</p></div>',
        f"<main><h1>Our work on rivers</h1><p>{TEXTS[0]} {TEXTS[1]}</p><p>{TEXTS[2]} {TEXTS[3]}</p><h2>Publications</h2><div class='teasers'>$records</div></main>",
        count=3, shows=(("teaser", "$x"),),
    ),
    Shape(
        "records with a gallery of facts in columns",
        '<div class="row result"><div class="col-2"><span class="doc-type">$s</span></div><div class="col-7"><a class="doc-title" href="$u">$t</a><div class="doc-abstract">$x</div>'
        '</div><div class="col-2">$d</div><div class="col-1"><a href="$u.pdf" class="dl" title="Download"><img src="/dl.svg" alt="Download"></a></div></div>',
        '<main><div class="results">$records</div></main>',
        shows=(("published", "$iso"), ("teaser", "$x")),
    ),
    Shape(
        "vietnamese: numbers as dates, day first",
        '<div class="tin"><a class="anh" href="$u"><img src="/i/$n.jpg" alt="$t"></a><h3><a href="$u">$t</a></h3><span class="ngay">$d</span></div>',
        '<div class="ds">$records</div><div class="trang"><span>1</span> <a href="/list/trang-2.html">2</a> <a href="/list/trang-2.html">Trang sau</a></div>',
        pool=VIETNAMESE, language="vi", shows=(("published", "$iso"),), url=_SITE + "/list/", following=_SITE + "/list/trang-2.html",
    ),
    Shape(
        "persian: the solar calendar in its own digits",
        '<li><h4><a href="$u">$t</a></h4><time>$d</time></li>',
        '<main><ul class="akhbar">$records</ul><a class="n" href="/list?page=2">صفحه بعد</a></main>',
        pool=PERSIAN, language="fa", shows=(("published", "$iso"),), following=_SITE + "/list?page=2",
    ),
    Shape(
        "polish: a rubric and a date in a line, more at the end",
        '<article class="wpis"><span class="wpis-kategoria">$s</span> | <span class="wpis-data">$d</span><h2><a href="$u">$t</a></h2><p>$x</p><a class="wiecej" href="$u">Czytaj więcej</a>'
        "</article>",
        '<main>$records<div class="nawigacja"><a href="/list/strona/2">Następna strona</a></div></main>',
        pool=POLISH, language="pl", shows=(("published", "$iso"), ("teaser", "$x")), following=_SITE + "/list/strona/2",
    ),
    Shape(
        "turkish: boxes with a month's name, a detail button",
        '<div class="kutu"><h3>$t</h3><small>$d</small><p>$x</p><a class="btn" href="$u">Devamını oku</a></div>',
        '<main><div class="kutular">$records</div><ul class="sayfalama"><li class="aktif">1</li><li><a href="?sayfa=2">2</a></li><li><a href="?sayfa=2">Sonraki</a></li></ul></main>',
        pool=TURKISH, language="tr", shows=(("published", "$iso"), ("teaser", "$x")), following=_SITE + "/list/?sayfa=2",
    ),
    Shape(
        "portuguese: published at an hour, tags with a sign",
        '<article class="tileItem"><span class="documentByLine"><span class="summary-view-icon"><i class="icon-day"></i> $d</span></span><h2 class="tileHeadline"><a class="summary url" '
        'href="$u">$t</a></h2><span class="description">$x</span><div class="keywords">registrado em: <a rel="tag" class="link-category" href="/search?Subject=$k">$k</a></div></article>',
        '<div id="content-core">$records<nav class="pagination"><ul><li><span>1</span></li><li><a href="/list?b_start:int=6">2</a></li><li class="next"><a href="/list?b_start:int=6">Próximo »'
        "</a></li></ul></nav></div>",
        pool=PORTUGUESE, language="pt-BR", shows=(("published", "$iso"), ("teaser", "$x"), ("terms", ("$k",))), following=_SITE + "/list?b_start:int=6",
    ),
    Shape(
        "a calendar's list: a time element per event, a venue, a category",
        '<div class="type-event"><h3 class="list-event-title"><a class="event-url" href="$u" rel="bookmark">$t</a></h3><div class="event-meta"><div class="event-schedule"><span '
        'class="event-date-start">$mon $day, $year @ 8:00 am</span> - <span class="event-time">5:00 pm</span></div><div class="event-venue">Quay Hall, 1 Harbour Street</div></div><div '
        'class="event-description"><p>$x</p><a href="$u" class="event-read-more">Find out more »</a></div></div>',
        '<main><div class="events-list"><h2 class="month">November 2024</h2>$records</div></main>',
        shows=(("published", "$iso"), ("teaser", "$x")),
    ),
    Shape(
        "a list in a content area of a page that was written by hand",
        "<li><a href=\"$u\">$t</a> ($d)</li>",
        '<div class="entry-content"><p>Here are all our reports.</p><h3>Reports</h3><ul>$records</ul><p>Older reports are in our archive in the cellar.</p></div>',
        shows=(("published", "$iso"),),
    ),
    Shape(
        "bold titles and links in a line below",
        '<div class="rec"><b>$t</b><br>$p, $year<br>$x<br><a href="$u">Abstract</a> | <a href="$u.pdf">Full text</a></div>',
        '<div class="recs">$records</div>',
        shows=(("teaser", "$x"),),
    ),
    Shape(
        "a dashboard-like card: a link over all by a stretched anchor at the end",
        '<article class="card"><div class="card__body"><p class="card__label">$s</p><p class="card__title">$t</p><p class="card__text">$x</p></div><p class="card__date">$d</p><a class="card__overlay" '
        'href="$u"><span class="sr-only">$t</span></a></article>',
        '<main><div class="cards">$records</div></main>',
        shows=(("published", "$iso"), ("teaser", "$x")),
    ),
    Shape(
        "two dates: published and last updated, in labels",
        '<div class="doc"><h3><a href="$u">$t</a></h3><ul><li>Published: $d</li><li>Last updated: 3 March 2025</li></ul><p>$x</p></div>',
        "<main>$records</main>",
        shows=(("published", "$iso"), ("modified", "3 March 2025"), ("teaser", "$x")),
    ),
    Shape(
        "an accordion whose headers are buttons and whose bodies hold the links",
        '<div class="accordion-item"><h3 class="accordion-header"><button type="button">$t</button></h3><div class="accordion-body"><p>$x</p><a href="$u">Open the report</a></div></div>',
        '<main><div class="accordion">$records</div></main>',
        shows=(("teaser", "$x"),),
    ),
    Shape(
        "a court's opinions: title and number lead to one file, lines are broken in cells",
        '<tr><td><a id="l$n" href="$u" role="link"><span id="v$n">$t</span></a></td><td> $mdy </td><td><a href="$u" role="link"><span>32$n, 2024</span></a></td><td>High Court<br />'
        "(Harbour Court)</td><td>Civil</td><td>Holt<br />J.</td><td>Order</td></tr>",
        '<div id="main_content"><form method="POST"><h1>Opinions</h1><ul class="nav nav-tabs"><li class="active"><a href="#">All</a></li><li><a href="#">Civil</a></li></ul><table '
        'class="table"><thead><tr><th><button type="button">Parties <i class="sort"></i></button></th><th><button type="button">Date</button></th><th>File Number</th><th>Court</th><th>'
        "Type</th><th>Judge</th><th>Kind</th></tr></thead><tbody>$records</tbody></table></form></div>",
        link="/Opinions/Download.aspx?id=38650$n", url=_SITE + "/Opinions/List.aspx?ag=high+court",
        shows=(("published", "$iso"), ("teaser", None)),
    ),
    Shape(
        "a table whose titles are no links, dates with their content, PDF at the end",
        '<tr><td class="f f-number">21-02$n</td><td class="f f-case-title">$t</td><td class="f f-date"><span class="date-single" property="dc:date" datatype="xsd:dateTime" '
        'content="${iso}T00:00:00-05:00">$mdy</span></td><td class="f f-court">Harbour Court for the Western District</td><td class="f f-title"><a target="_blank" href="$u">PDF</a></td></tr>',
        '<div role="main"><h1 id="page-title">Decision Search Results</h1><table class="views-table cols-5"><thead><tr><th>Case #</th><th><a href="?order=title&amp;sort=asc">Case Title</a></th>'
        '<th><a href="?order=date&amp;sort=asc">Filed On</a></th><th>Origin</th><th>Download</th></tr></thead><tbody>$records</tbody></table><p><a href="/opinion/search">New Search</a></p></div>',
        link="https://river.example/sites/files/opinions/01013813$n.pdf",
        shows=(("published", "$iso"), ("teaser", None)),
    ),
    Shape(
        "formal opinions: a number is the link, its matter follows in words",
        '<li><a href="$u">No. 21-0$n: $t </a> $x</li>',
        '<main id="main"><section class="hero"></section><div class="content"><h1 class="page-header">2021 Formal Opinions</h1><article class="post-8137 page type-page hentry"><div '
        'class="entry-content"><ul>$records</ul></div></article></div></main>',
        link="/app/uploads/2021/03/Formal-Opinion-No.-21-0$n.pdf",
        pool=Pool(), shows=(("title", "No. 21-0$n: $t"), ("teaser", "$x")),
    ),
    Shape(
        "opinions known by a number: question and conclusion in cells, issued on a date with its content",
        '<tr><td class="f f-number"><a href="/files/15-120$n.pdf"><strong> 15-120$n </strong></a></td><td class="f f-question">$x</td><td class="f f-conclusion">It may not.<br><br>'
        '<strong>Official citation: <em>9$n Ops. 94</em></strong></td><td class="f f-date"><span class="date-single" property="dc:date" content="${iso}T00:00:00-08:00">$mdy</span></td></tr>',
        '<main><h1>Yearly index</h1><table class="cols-4"><thead><tr><th>Opinion</th><th>Question</th><th>Conclusion(s)</th><th>Issued</th></tr></thead><tbody>$records</tbody></table></main>',
        link="/files/15-120$n.pdf",
        shows=(("title", "15-120$n"), ("published", "$iso")),
    ),
)  # fmt: skip

_LONG = "".join(f"<p>{text} {text} {text}</p>" for text in TEXTS)
SINGLES = {
    "an article with comments": f"<main><article><h1>Night clinics</h1>{_LONG}</article><section id='comments'><h2>3 comments</h2><ol>"
    + "".join(f"<li id='comment-{i}'><a href='/users/u{i}'>Reader {i}</a> <a href='#comment-{i}'>{i} May 2024</a><p>{TEXTS[i]}</p></li>" for i in range(3))
    + "</ol></section></main>",
    "a report's page with its files": f"<main><h1>Safe water</h1>{_LONG}<h2>Downloads</h2><ul>"
    + "".join(f"<li><a href='/f/{i}.pdf'>Chapter {i} of the report</a> (PDF)</li>" for i in range(1, 5))
    + "</ul></main>",
    "an event's page with a programme": f"<main><h1>A day on rivers</h1><p>18 November 2024</p>{_LONG}<h2>Programme</h2><ul>"
    + "".join(f"<li>{9 + i}:00 {text[:40]}</li>" for i, text in enumerate(TEXTS))
    + "</ul></main>",
    "a manual's page beside its chapters": "<div class='wrap'><nav class='chapters'><ul>"
    + "".join(f"<li><a href='/manual/c{i}'>Chapter {i}: {text[:30]}</a></li>" for i, text in enumerate(TEXTS))
    + f"</ul></nav><main><h1>Chapter 2</h1>{_LONG}<p><a href='/manual/c1'>Previous</a> <a href='/manual/c3'>Next</a></p></main></div>",
    "an article with links in its text": "<main><article><h1>Bread in seven markets</h1>"
    + "".join(f"<p>{text} See <a href='/list/text-{i}'>what we wrote of it</a> and {text}</p>" for i, text in enumerate(TEXTS))
    + "</article></main>",
    "an article with share buttons and three latest pieces": f"<main><article><h1>Girls back to school</h1>{_LONG}<div class='share'><a href='https://a.example/share?u=1'>Share</a>"
    "</div></article><div class='latest'><h3>Latest news</h3><ul>"
    + "".join(f"<li><a href='/list/l{i}'>{text[:32]}</a></li>" for i, text in enumerate(TEXTS[:3]))
    + "</ul></div></main>",
    "an imprint": f"<main><h1>Imprint</h1>{_LONG}<p>Tel. 1234, <a href='mailto:a@river.example'>mail</a>, <a href='/map'>map</a></p></main>",
    "an article without a main, in divs": f"<div class='page'><div class='text'><h1>Landlords</h1><div class='date'>22 October 2024</div>{_LONG}</div><div class='right'><h4>More stories</h4>"
    + "".join(f"<div class='mini'><a href='/list/m{i}'><img src='/i/{i}.jpg' alt=''><span>{text[:40]}</span></a></div>" for i, text in enumerate(TEXTS[:4]))
    + "</div></div>",
}  # fmt: skip


def single(name: str) -> str:
    return f'<!doctype html><html lang="en"><head><title>River</title></head><body>{HEAD}{SINGLES[name]}{FOOT}</body></html>'
