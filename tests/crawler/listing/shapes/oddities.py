"""Listings among rivals (carousels, tabs, richer side columns), grouped ones, and pages that hands and early systems wrote."""

from __future__ import annotations

from tests.crawler.listing.shapes.agencies import REPORTS
from tests.crawler.listing.shapes.frames import agency, builder, ministry
from tests.crawler.listing.shapes.shape import TEXTS, Pool, Shape

_SITE = "https://agency.example"
_GOV = "https://gov.example"
_JAPANESE = Pool(
    (
        "洪水後の安全な水について",
        "七市場におけるパンの価格調査",
        "女子児童の復学状況について",
        "法廷通訳の費用負担の見直し",
        "夜間診療所の開設について",
        "新しい住民の住まいに関する調査",
    ),
    written=(
        "令和7年7月3日",
        "令和7年6月27日",
        "令和7年5月27日",
        "令和7年5月12日",
        "令和6年12月2日",
        "令和6年11月19日",
    ),
    days=("2025-07-03", "2025-06-27", "2025-05-27", "2025-05-12", "2024-12-02", "2024-11-19"),
)
_CZECH = Pool(
    (
        "Bezpečná voda po povodních",
        "Cena chleba na sedmi trzích",
        "Dívky se vracejí do škol",
        "Tlumočníci u soudu",
        "Noční ordinace pro nosiče",
        "Bydlení pro nově příchozí",
    ),
    (
        "Dvanáct obcí ukazuje, jak si po velkých povodních udržely své studny.",
        "Týdenní záznamy obchodníků ukazují, že chléb zdražuje kvůli dopravě.",
        "Třicet jedna ředitelek vypráví, co pomohlo při otevření škol.",
        "Jednání se nejčastěji odkládají z jediného důvodu.",
        "Ordinace má otevřeno až do půlnoci.",
        "Průzkum mezi 840 nájemníky ve čtyřech městech.",
    ),
    (
        "3. července 2025",
        "27. června 2025",
        "27. května 2025",
        "12. května 2025",
        "2. prosince 2024",
        "19. listopadu 2024",
    ),
    days=_JAPANESE.days,
)
_PERSIAN = Pool(
    ("آب سالم پس از سیل", "قیمت نان در هفت بازار", "بازگشت دختران به مدرسه", "مترجمان در دادگاه", "درمانگاه‌های شبانه", "مسکن تازه‌واردان"),
    ("دوازده شهر توضیح می‌دهند که چگونه چاه‌های خود را پس از سیل حفظ کردند.", "ثبت هفتگی قیمت‌ها نشان می‌دهد که حمل و نقل علت گرانی است.", "سی و یک مدیر از بازگشایی کلاس‌ها می‌گویند.", "جلسات بیشتر به یک دلیل به تعویق می‌افتد.", "درمانگاه تا نیمه‌شب باز است.", "پیمایشی از ۸۴۰ مستاجر در چهار شهر."),
    ("۱۴۰۴/۰۴/۱۲", "۱۴۰۴/۰۴/۰۶", "۱۴۰۴/۰۳/۰۶", "۱۴۰۴/۰۲/۲۲", "۱۴۰۳/۰۹/۱۲", "۱۴۰۳/۰۸/۲۹"), days=_JAPANESE.days,
)  # fmt: skip

_CARDS = "".join(
    f'<div class="story-card"><a href="/stories/s{i}"><img src="/s/{i}.jpg" alt=""></a><h3><a href="/stories/s{i}">{text.split(",")[0][:48]}</a></h3><span class="date">{i} June 2025</span><p>{text}</p></div>'
    for i, text in enumerate(TEXTS, 1)
)
_SLIDES = "".join(
    f'<div class="swiper-slide"><img src="/hero/{i}.jpg" alt=""><div class="caption"><h2><a href="/features/f{i}">{text.split(",")[0][:44]}</a></h2><p>{text}</p><a class="btn" href="/features/f{i}">Discover</a></div></div>'
    for i, text in enumerate(TEXTS[:5], 1)
)
_EVENTS = "".join(
    f'<div class="row-item"><h4><a href="/events/e{i}">{text.split(",")[0][:40]}</a></h4><span>{i} August 2025</span><p>{text}</p></div>'
    for i, text in enumerate(TEXTS, 1)
)
_GROUP_ROW = '<tr><td>$n</td><td><a href="$u">$t</a></td><td>$dmy</td></tr>'
_YEAR_ROW = '<li><a href="$u">$t</a> ($d)</li>'
_PANEL_ROW = '<li><a href="$u" target="_blank"><i class="fa fa-file-pdf-o"></i> $t</a></li>'


def _panel(year: int, behind: str = "</ul></div></div>") -> str:
    return (
        f'{behind}<div class="panel panel-default"><div class="panel-heading"><h4 class="panel-title"><a data-toggle="collapse" data-parent="#acc" href="#c{year}">{year}</a></h4></div><div id="c{year}" class="panel-collapse collapse"><ul class="docs">'
        + _PANEL_ROW
    )


SHAPES = (
    Shape(
        "a plain dated list beside a side column of cards with pictures and texts",
        '<li><span class="d">$d</span> <a href="$u">$t</a></li>',
        f'<div class="two-cols"><div class="col-main"><h2>Statements</h2><ul class="plain">$records</ul></div><div class="col-side"><h2>Stories</h2>{_CARDS}</div></div>',
        link="/statements/text-$n", pool=REPORTS, frame=agency, url=_SITE + "/statements", shows=(("published", "$iso"), ("teaser", None)),
    ),
    Shape(
        "a list of short rows under a carousel of features with headings and texts",
        '<div class="row-item"><h4><a href="$u">$t</a></h4><span class="row-date">$d</span></div>',
        f'<div class="hero swiper"><div class="swiper-wrapper">{_SLIDES}</div></div><div class="listing"><h2>All news</h2>$records<div class="pg"><b>1</b> <a href="/news?page=2">2</a> <a href="/news?page=2">Next</a></div></div>',
        link="/news/text-$n", pool=REPORTS, frame=agency, url=_SITE + "/news", following=_SITE + "/news?page=2", shows=(("published", "$iso"), ("teaser", None)),
    ),
    Shape(
        "tabs of which one is shown: the others' panes stand in the page, hidden",
        '<div class="row-item"><h4><a href="$u">$t</a></h4><span>$d</span><p>$x</p></div>',
        '<ul class="nav nav-tabs" role="tablist"><li class="active"><a href="#pub" data-toggle="tab">Publications</a></li><li><a href="#ev" data-toggle="tab">Events</a></li></ul><div class="tab-content"><div role="tabpanel" class="tab-pane active" id="pub">$records</div>'
        f'<div role="tabpanel" class="tab-pane" id="ev" style="display: none">{_EVENTS}</div></div>',
        link="/publications/text-$n", pool=REPORTS, frame=agency, url=_SITE + "/publications", shows=(("published", "$iso"), ("teaser", "$x")),
    ),
    Shape(
        "a table of documents with rows that name groups",
        _GROUP_ROW,
        '<table class="table"><thead><tr><th>No.</th><th>Document</th><th>Date</th></tr></thead><tbody>$records</tbody></table>',
        first='<tr class="group"><td colspan="3"><strong>Regulations</strong></td></tr>' + _GROUP_ROW, others=((3, '<tr class="group"><td colspan="3"><strong>Guidelines</strong></td></tr>' + _GROUP_ROW),),
        link="/docs/text-$n.pdf", pool=REPORTS, frame=ministry, url=_GOV + "/docs", shows=(("published", "$iso"), ("teaser", None)),
    ),
    Shape(
        "lists of years in a list, days in brackets behind the links",
        _YEAR_ROW,
        '<ul class="years">$records</ul></li></ul>',
        first="<li><strong>2025</strong><ul>" + _YEAR_ROW, others=((4, "</ul></li><li><strong>2024</strong><ul>" + _YEAR_ROW),),
        link="/papers/text-$n", pool=REPORTS, frame=agency, url=_SITE + "/papers", shows=(("published", "$iso"), ("teaser", None)),
    ),
    Shape(
        "panels of years that open, files with an icon in the link",
        _PANEL_ROW,
        '<div class="panel-group" id="acc">$records</ul></div></div></div>',
        first=_panel(2025, ""), others=((4, _panel(2024)),),
        link="/files/report-$n.pdf", pool=REPORTS, frame=ministry, url=_GOV + "/annual-reports", shows=(("teaser", None),),
    ),
    Shape(
        "titles in bold text, languages as links behind them",
        '<li><strong>$t</strong> [<a href="$u">EN</a>] [<a href="/doc/$n-fr.pdf">FR</a>] [<a href="/doc/$n-es.pdf">ES</a>]</li>',
        '<div class="rich-text"><p>The papers of the meeting are below.</p><ul>$records</ul></div>',
        link="/doc/$n-en.pdf", pool=REPORTS, frame=agency, url=_SITE + "/meeting", shows=(("teaser", None), ("published", None), ("files", ("/doc/$n-en.pdf", "/doc/$n-fr.pdf", "/doc/$n-es.pdf"))),
    ),
    Shape(
        "paragraphs of a bold day, a link and a text, broken by lines",
        '<p><b>$d</b><br><a href="$u">$t</a><br>$x</p>',
        "<div class='content'><h2>What is new</h2>$records</div>",
        link="new/n$n.htm", pool=REPORTS, frame=ministry, url=_GOV + "/new.htm", shows=(("published", "$iso"), ("teaser", "$x")),
    ),
    Shape(
        "hashed classes: a link, a line of points, a text, no headings",
        '<div class="css-1x2k9d"><a class="css-9zq1ab" href="$u"><span class="css-a81h2k">$t</span></a><div class="css-b7dk21"><span class="css-0">$s</span><span class="css-dot">•</span><span class="css-0">$day $mon $year</span></div><p class="css-c3m2v1">$x</p></div>',
        '<div class="css-root"><div class="css-list9">$records</div><div class="css-pag1"><button disabled>Previous</button><a class="css-btn" href="/library?page=2">Next</a></div></div>',
        link="/library/text-$n", pool=REPORTS, frame=agency, url=_SITE + "/library", following=_SITE + "/library?page=2", shows=(("published", "$iso"), ("teaser", "$x"), ("categories", ("$s",))),
    ),
    Shape(
        "a parliament's news: a name in the link, kind, committee and day with an hour at the foot",
        '<article class="ep_gridcolumn"><div class="ep_title"><h3><a href="$u"><span class="ep_name">$t</span><span class="ep_icon">&nbsp;</span></a></h3></div><div class="ep-a_text"><p>$x</p></div><div class="ep_subtitle"><span class="ep_category">$s</span> <abbr class="ep_taxonomy" title="Committee on the Environment">ENVI</abbr> <time class="ep_date" datetime="$iso" itemprop="datePublished">$day-$m-$year - 12:4$n</time></div></article>',
        '<section class="ep_list">$records</section><div class="ep-p_pagination"><a href="/news-room/page/2" class="ep_next" title="Load more">Load more</a></div>',
        link="/news-room/2025070$n/text", pool=REPORTS, frame=agency, url=_SITE + "/news-room", following=_SITE + "/news-room/page/2", shows=(("published", "$iso"), ("teaser", "$x"), ("categories", ("$s", "ENVI"))),
    ),
    Shape(
        "resolutions: a symbol in the link, the title in a column of its own",
        '<tr><td><a href="$u">A/RES/79/10$n</a></td><td>Plenary</td><td>A/79/PV.5$n</td><td>$d</td><td>$t</td></tr>',
        '<table class="tablefont"><tbody><tr><th>Resolution No.</th><th>Plenary or Cttee.</th><th>Meeting</th><th>Date</th><th>Title</th></tr>$records</tbody></table>',
        link="/en/A/RES/79/10$n", pool=REPORTS, frame=agency, url=_SITE + "/en/ga/79/resolutions", shows=(("published", "$iso"), ("teaser", None)),
    ),
    Shape(
        "an early portal's stories: a title in no link, posted by on, bytes more, a score",
        '<table border="0" cellpadding="0" cellspacing="1" width="100%"><tr><td bgcolor="#dddddd"><font class="title"><b>$t</b></font></td></tr><tr><td><font class="tiny">Posted by <a href="user.php?op=userinfo&amp;uname=u$n">$p</a> on $d (31$n reads)</font><br><br>$x<br><br><font class="content">( <a href="$u"><b>Read More...</b></a> | 123$n bytes more | <a href="$u&amp;mode=thread#comments">comments?</a> | Score: 0 )</font></td></tr></table><br>',
        "<div>$records</div>",
        link="article.php?sid=4$n", pool=REPORTS, frame=ministry, url=_GOV + "/index.php?name=News", shows=(("published", "$iso"), ("teaser", "$x"), ("authors", ("$p",))),
    ),
    Shape(
        "posts of a documentation tool: icons for day, writer and tags in a list under the title",
        '<div class="section ablog-post"><h2 class="ablog-post-title"><a class="reference internal" href="$u"><span class="std std-ref">$t</span></a></h2><ul class="ablog-archive"><li><span class="fa fa-calendar"></span> $d</li><li><span class="fa fa-user"></span> <a class="reference internal" href="../author/a$n.html">$p</a></li><li><span class="fa fa-tags"></span> <a class="reference internal" href="../tag/$k.html">$k</a> '
        '<a class="reference internal" href="../tag/$l.html">$l</a></li></ul><p class="ablog-post-excerpt">$x</p><p class="ablog-post-expand"><a class="reference internal" href="$u"><em>Read more ...</em></a></p></div>',
        '<div class="document"><div class="body" role="main"><section id="posts"><h1>Posts</h1>$records</section></div></div><div class="sphinxsidebar"><h3>Archives</h3><ul><li><a href="../archive/2025.html">2025 (4)</a></li><li><a href="../archive/2024.html">2024 (2)</a></li></ul></div>',
        link="/docs/posts/text-$n.html", pool=REPORTS, url="https://lab.example/docs/posts/index.html", shows=(("published", "$iso"), ("teaser", "$x"), ("authors", ("$p",)), ("tags", ("$k", "$l"))),
    ),
    Shape(
        "japanese: years of an era, one kind in every row",
        '<li class="m-listNews__item"><div class="m-listNews__inner"><time class="m-listNews__date">$d</time><p class="m-listNews__txt"><a href="$u">$t</a></p></div></li>',
        '<div class="l-contentMain"><h1>報道発表資料</h1><ul class="m-listNews">$records</ul><div class="m-pager"><span>1</span><a href="/press/index_2.html">2</a><a href="/press/index_2.html">次へ</a></div></div>',
        link="/press/0000$n.html", pool=_JAPANESE, language="ja", url=_GOV + "/press/index.html", following=_GOV + "/press/index_2.html", shows=(("published", "$iso"), ("teaser", None)),
    ),
    Shape(
        "czech: months in the genitive, a link with the title and the day beneath",
        '<div class="aktualita"><a href="$u" class="aktualita-odkaz"><strong>$t</strong></a><em>$d</em><div class="perex">$x</div></div>',
        '<div class="aktuality">$records<p class="strankovani"><strong>1</strong> <a href="/aktuality?strana=2">2</a> <a href="/aktuality?strana=2">další</a></p></div>',
        link="/aktuality/text-$n", pool=_CZECH, language="cs", frame=ministry, url=_GOV + "/aktuality", following=_GOV + "/aktuality?strana=2", shows=(("published", "$iso"), ("teaser", "$x")),
    ),
    Shape(
        "persian: solar days in numbers of its own, more",
        '<div class="khabar"><a href="$u"><img src="/k/$n.jpg" alt=""></a><h4><a href="$u">$t</a></h4><span class="tarikh">$d</span><p>$x</p><a href="$u" class="edame">ادامه مطلب</a></div>',
        '<div class="akhbar" dir="rtl">$records</div><ul class="pages"><li>۱</li><li><a href="/fa/news?page=2">۲</a></li><li><a href="/fa/news?page=2">بعدی</a></li></ul>',
        link="/fa/news/$n", pool=_PERSIAN, language="fa", frame=ministry, url=_GOV + "/fa/news", following=_GOV + "/fa/news?page=2", shows=(("published", "$iso"), ("teaser", "$x")),
    ),
)  # fmt: skip

_STATS = "".join(
    f"<div class='stat'><strong>{n}</strong><span>{what}</span></div>"
    for n, what in (("12", "countries"), ("840", "projects"), ("3 m", "people reached"))
)
_TEASERS = "".join(
    f"<div class='teaser-box'><img src='/b/{name}.jpg' alt=''><h3>{name.title()}</h3><p>{text}</p><a class='btn' href='/{name}'>Learn more</a></div>"
    for name, text in zip(("about", "programmes", "donate"), TEXTS, strict=False)
)
SINGLES = {
    "a front page with a hero, figures and three boxes": agency(f"<section class='hero'><h2>Water for all</h2><p>{TEXTS[0]}</p><a class='btn' href='/about'>Who we are</a></section><section class='stats'>{_STATS}</section><section class='boxes'>{_TEASERS}</section>", title="Welcome"),
    "a page of partners' logos": agency("<p>We thank our partners.</p><div class='logos'>" + "".join(f"<a href='https://partner{i}.example/' target='_blank'><img src='/logos/{i}.png' alt='Partner {i} Foundation'></a>" for i in range(1, 10)) + "</div>", title="Partners"),
    "a table of figures": agency("<table><thead><tr><th>Year</th><th>Wells</th><th>Pumps</th></tr></thead><tbody>" + "".join(f"<tr><td>{year}</td><td>{year % 97}</td><td>{year % 31}</td></tr>" for year in range(2012, 2025)) + "</tbody></table>", title="Wells by year"),
    "a page of thanks after a form": builder("<div class='thanks'><h2>Thank you!</h2><p>We have received your message and will answer within five days.</p><p><a href='/'>Back to the start</a></p></div>", title="Thank you"),
}  # fmt: skip


def single(name: str) -> str:
    return f'<!doctype html><html lang="en"><head><title>River</title></head><body>{SINGLES[name]}</body></html>'
