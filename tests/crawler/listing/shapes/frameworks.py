"""Lists in the components of frameworks, of states' design systems and of more builders, in crowds and alone."""

from __future__ import annotations

from tests.crawler.listing.shapes.agencies import REPORTS
from tests.crawler.listing.shapes.frames import SHARE, agency, builder, crowd, ministry
from tests.crawler.listing.shapes.shape import TEXTS, Pool, Shape
from tests.crawler.listing.shapes.themes import plain

_SITE = "https://agency.example"
_TANK = "https://tank.example"
_GOV = "https://gov.example"
NORWEGIAN = Pool(
    ("Trygt vann etter flommen", "Prisen på brød i sju markeder", "Jentene tilbake på skolen", "Tolker i retten", "Nattklinikker for bærere", "Boliger for nyankomne"),
    ("Tolv kommuner viser hvordan de holdt brønnene i bruk etter den store flommen.", "Ukentlige tall fra kjøpmenn viser at frakten driver prisene opp.", "Trettién rektorer forteller om gjenåpningen av skolene.", "Rettsmøter utsettes oftest av én eneste grunn.", "Klinikken er åpen til midnatt hver dag.", "En undersøkelse blant 840 leietakere i fire byer."),
    ("03.07.2025", "27.06.2025", "27.05.2025", "12.05.2025", "02.12.2024", "19.11.2024"), subjects=("Pressemelding", "Nyhet", "Pressemelding", "Tale", "Nyhet", "Nyhet"),
    days=("2025-07-03", "2025-06-27", "2025-05-27", "2025-05-12", "2024-12-02", "2024-11-19"),
)  # fmt: skip
_WHOLE = (("published", "$iso"), ("teaser", "$x"))

SHAPES = (
    Shape(
        "a design system's collection: by, a day and topics in two lists of facts",
        '<li class="usa-collection__item"><img class="usa-collection__img" src="/i/$n.jpg" alt=""><div class="usa-collection__body"><h4 class="usa-collection__heading"><a class="usa-link" href="$u">$t</a></h4><p class="usa-collection__description">$x</p><ul class="usa-collection__meta" aria-label="More information"><li class="usa-collection__meta-item">By $p</li><li class="usa-collection__meta-item"><time datetime="${iso}T12:00:00+01:00">$month $day, $year</time></li></ul>'
        '<ul class="usa-collection__meta" aria-label="Topics"><li class="usa-collection__meta-item usa-tag">$k</li><li class="usa-collection__meta-item usa-tag">$l</li></ul></div></li>',
        '<ul class="usa-collection">$records</ul>',
        link="/news/$n", pool=REPORTS, frame=crowd, url=_SITE + "/news", shows=(*_WHOLE, ("authors", ("$p",)), ("tags", ("$k", "$l"))),
    ),
    Shape(
        "a state's news: a day, an office and a kind in one paragraph of bars",
        '<article class="item"><h3 class="h5"><a href="$u">$t</a></h3><p>$iso | Department of Rivers | $s</p><p>$x</p></article>',
        '<div class="mwsgeneric-base-html parbase section"><h2>Results</h2>$records<ul class="pagination"><li class="active"><a href="#">1</a></li><li><a href="/en/news/results.html?start=10">2</a></li><li><a rel="next" href="/en/news/results.html?start=10">Next</a></li></ul></div>',
        link="/en/news/2025/07/text-$n.html", pool=REPORTS, frame=agency, url=_SITE + "/en/news/results.html", following=_SITE + "/en/news/results.html?start=10", shows=(*_WHOLE, ("categories", ("$s",))),
    ),
    Shape(
        "norwegian: a day, a kind and a ministry in spans, a lead",
        '<li class="listItem"><h2 class="title"><a href="$u">$t</a></h2><div class="info"><span class="date">$d</span> <span class="type">$s</span> <span class="department">Vanndepartementet</span></div><p class="excerpt">$x</p></li>',
        '<ul class="listing">$records</ul><div class="pagination"><span>1</span> <a href="/no/aktuelt?page=2">2</a> <a href="/no/aktuelt?page=2">Neste</a></div>',
        link="/no/aktuelt/tekst/id10$n/", pool=NORWEGIAN, language="no", frame=agency, url=_GOV + "/no/aktuelt", following=_GOV + "/no/aktuelt?page=2", shows=(*_WHOLE, ("categories", ("$s",))),
    ),
    Shape(
        "a system's blog of four: details for screen readers only, icons, a button with the title",
        '<div class="com-content-category-blog__item blog-item" itemprop="blogPost" itemscope itemtype="https://schema.org/BlogPosting"><figure class="left item-image"><a href="$u" title="$t"><img src="/images/$n.jpg" alt="" itemprop="thumbnailUrl"></a></figure><div class="item-content"><div class="page-header"><h2 itemprop="headline"><a href="$u" itemprop="url">$t</a></h2></div><dl class="article-info text-muted"><dt class="article-info-term"><span class="visually-hidden">Details</span></dt><dd class="createdby"><span '
        'class="icon-user icon-fw" aria-hidden="true"></span> Written by: <span itemprop="author" itemscope itemtype="https://schema.org/Person"><span itemprop="name">$p</span></span></dd><dd class="category-name"><span class="icon-folder-open icon-fw"></span> Category: <a href="/news" itemprop="genre">$s</a></dd><dd class="published"><span class="icon-calendar icon-fw"></span> <time datetime="${iso}T10:00:00+00:00" itemprop="datePublished">Published: $d</time></dd><dd class="hits"><span class="icon-eye icon-fw"></span><meta '
        'itemprop="interactionCount" content="UserPageVisits:31$n"> Hits: 31$n</dd></dl><p>$x</p><p class="readmore"><a class="btn btn-secondary" href="$u" aria-label="Read more: $t"><span class="icon-chevron-right" aria-hidden="true"></span> Read more: $t</a></p></div></div>',
        '<div class="com-content-category-blog blog" itemscope itemtype="https://schema.org/Blog"><div class="com-content-category-blog__items blog-items">$records</div><div class="com-content-category-blog__navigation w-100"><p class="counter float-md-end pt-3 pe-2">Page 1 of 7</p><nav class="pagination__wrapper" aria-label="Pagination"><ul class="pagination ms-0 mb-4"><li class="disabled page-item"><span class="page-link"><span class="icon-angle-double-left"></span></span></li><li class="active page-item"><a aria-current="true" href="#" class="page-link">1</a></li>'
        '<li class="page-item"><a aria-label="Go to page 2" href="/news?start=4" class="page-link">2</a></li><li class="page-item"><a aria-label="Go to next page" href="/news?start=4" class="page-link"><span class="icon-angle-right"></span></a></li></ul></nav></div></div>',
        link="/news/$n-text", pool=REPORTS, frame=ministry, url=_GOV + "/news", following=_GOV + "/news?start=4", shows=(*_WHOLE, ("categories", ("$s",)), ("authors", ("$p",))),
    ),
    Shape(
        "a grid plugin: icons before writer, day and folder",
        '<div class="rt-col-md-4 rt-equal-height rt-grid-item" data-id="4$n"><div class="rt-holder"><div class="rt-img-holder"><a data-id="4$n" class="tpg-post-link" href="$u"><img class="rt-img-responsive" src="/i/$n.jpg" alt=""></a></div><div class="rt-detail"><h3 class="entry-title"><a data-id="4$n" class="tpg-post-link" href="$u">$t</a></h3><div class="post-meta-user"><span class="author"><i class="fa fa-user"></i><a href="/author/a$n/">$p</a></span> <span class="date-meta"><i class="far fa-calendar-alt"></i>$month $day, $year</span> <span '
        'class="categories-links"><i class="fas fa-folder-open"></i><a href="/category/c$n/" rel="tag">$s</a></span></div><div class="tpg-excerpt">$x...</div><div class="post-footer"><div class="read-more"><a data-id="4$n" class="tpg-post-link" href="$u">Read More</a></div></div></div></div></div>',
        '<div class="rt-container-fluid rt-tpg-container tpg-shortcode-main-wrapper"><div class="rt-row rt-content-loader layout1 grid-behaviour">$records</div><div class="rt-pagination-wrap"><div class="rt-pagination"><ul class="pagination-list"><li class="active"><span>1</span></li><li><a data-paged="2" href="/stories/page/2/">2</a></li></ul></div></div></div>',
        link="/text-$n/", pool=REPORTS, frame=builder, url=_TANK + "/stories/", following=_TANK + "/stories/page/2/", shows=(*_WHOLE, ("categories", ("$s",)), ("authors", ("$p",))),
    ),
    Shape(
        "a builder's bricks: names of four letters, a title in a link, nothing said of the rest",
        '<div class="brxe-hqzkab brxe-block"><a class="brxe-image tag" href="$u"><img src="/i/$n.jpg" alt=""></a><div class="brxe-kwmpde brxe-text-basic">$s</div><h3 class="brxe-vlkdos brxe-heading"><a href="$u">$t</a></h3><div class="brxe-osxqwe brxe-text-basic">$month $day, $year</div><div class="brxe-plmnbv brxe-text"><p>$x</p></div><a class="brxe-zxcvbn brxe-button bricks-button" href="$u">Read article</a></div>',
        '<section class="brxe-section"><div class="brxe-container">$records</div><div class="brxe-pagination bricks-pagination" role="navigation"><ul class="page-numbers"><li><span class="page-numbers current">1</span></li><li><a class="page-numbers" href="/insights/page/2/">2</a></li><li><a class="next page-numbers" href="/insights/page/2/"><svg></svg></a></li></ul></div></section>',
        link="/text-$n/", pool=REPORTS, frame=crowd, url=_TANK + "/insights/", following=_TANK + "/insights/page/2/", shows=(*_WHOLE, ("categories", ("$s",))),
    ),
    Shape(
        "media objects: a stamp of day and month in one box, a byline in small type",
        '<li class="media mb-4"><div class="stamp mr-3"><b>$day</b> <span>$mon $year</span></div><div class="media-body"><h5 class="mt-0 mb-1"><a href="$u">$t</a></h5><p class="small text-muted">by $p in <a href="/blog/category/$k">$s</a></p>$x</div></li>',
        '<ul class="list-unstyled">$records</ul>',
        link="/blog/$n", pool=REPORTS, frame=agency, url=_SITE + "/blog", shows=(*_WHOLE, ("categories", ("$s",)), ("authors", ("$p",))),
    ),
    Shape(
        "cards with a head, a foot of three links and a level of facts",
        '<div class="column is-one-third"><div class="card"><div class="card-image"><figure class="image is-4by3"><img src="/i/$n.jpg" alt=""></figure></div><div class="card-content"><p class="title is-4"><a href="$u">$t</a></p><p class="subtitle is-6"><time datetime="$iso">$d</time></p><div class="content">$x</div></div><footer class="card-footer"><a href="$u" class="card-footer-item">Read</a><a href="$u.pdf" class="card-footer-item">PDF</a><a href="#" class="card-footer-item">Share</a></footer></div></div>',
        '<div class="columns is-multiline">$records</div>',
        link="/docs/$n", pool=REPORTS, frame=crowd, url=_SITE + "/docs", shows=(*_WHOLE, ("files", ("/docs/$n.pdf",))),
    ),
    Shape(
        "a builder's grid of posts: a title in no heading, by with a bar, a text with a link at its end",
        '<div class="fl-post-grid-post fl-post-align-default post-4$n post type-post hentry" itemscope itemtype="https://schema.org/BlogPosting"><meta itemscope itemprop="mainEntityOfPage" itemtype="https://schema.org/WebPage" itemid="$u" content="$t"><meta itemprop="datePublished" content="$iso"><meta itemprop="dateModified" content="2025-09-0$n"><div class="fl-post-grid-image"><a href="$u" rel="bookmark" title="$t"><img src="/i/$n.jpg" alt=""></a></div><div class="fl-post-grid-text"><h2 class="fl-post-grid-title" itemprop="headline"><a href="$u" '
        'title="$t">$t</a></h2><div class="fl-post-grid-meta"><span class="fl-post-grid-author">By <a href="/author/a$n/" class="fl-post-grid-author"><span>$p</span></a></span><span class="fl-sep"> | </span><span class="fl-post-grid-date">$month $day, $year</span></div><div class="fl-post-grid-content"><p>$x</p><a class="fl-post-grid-more" href="$u" title="$t">Read More</a></div></div></div>',
        '<div class="fl-module-content fl-node-content"><div class="fl-post-grid">$records</div><div class="fl-builder-pagination"><ul class="page-numbers"><li><span class="page-numbers current">1</span></li><li><a class="page-numbers" href="/news/page/2/">2</a></li></ul></div></div>',
        link="/text-$n/", pool=REPORTS, frame=builder, url=_TANK + "/news/", following=_TANK + "/news/page/2/", shows=(*_WHOLE, ("authors", ("$p",))),
    ),
    Shape(
        "a search of a state: date and format behind labels that are part of their texts",
        '<div class="search-result"><h3><a href="$u">$t</a></h3><p class="search-result__summary">$x</p><p class="search-result__meta"><span>Date: $d</span> <span>Type: $s</span> <span>Size: 1.$n MB</span></p></div>',
        '<div class="search-results">$records</div><a class="next" href="/search?query=w&amp;page=2">Next 10 results</a>',
        link="/f/$n.pdf", pool=REPORTS, frame=crowd, url=_GOV + "/search?query=w", following=_GOV + "/search?query=w&page=2", shows=(*_WHOLE, ("categories", ("$s",))),
    ),
    Shape(
        "an unordered list under a heading in the middle of a long page",
        '<li><a href="$u">$t</a> ($mon $year)</li>',
        f'<div class="body"><p>{TEXTS[0]} {TEXTS[1]}</p><h2>Publications</h2><ul>$records</ul><h2>Contact</h2><p>{TEXTS[2]}</p></div>',
        link="/publications/text-$n.pdf", pool=REPORTS, frame=plain, url="https://lab.example/group/", shows=(("teaser", None),),
    ),
    Shape(
        "whole rows that are links in a table made of divs",
        '<a class="trow" href="$u"><div class="tcell tcell--date">$dmy</div><div class="tcell tcell--title">$t</div><div class="tcell tcell--type">$s</div><div class="tcell tcell--arrow">→</div></a>',
        '<div class="ttable"><div class="thead"><div>Date</div><div>Title</div><div>Type</div><div></div></div><div class="tbody">$records</div></div>',
        link="/decisions/$n", pool=REPORTS, frame=agency, url=_SITE + "/decisions", shows=(("published", "$iso"), ("teaser", None), ("categories", ("$s",))),
    ),
)  # fmt: skip

_LONG = "".join(f"<p>{text} {text}</p>" for text in TEXTS)
SINGLES = {
    "a shell that scripts fill": "<noscript>You need to enable JavaScript to run this app.</noscript><div id='root'></div><script src='/static/js/main.js'></script>",
    "an article behind a wall with pieces to read beneath": crowd(f"<article><h1>Night clinics</h1><p>{TEXTS[5]} {TEXTS[0]}</p><div class='wall'><h3>Subscribe to read on</h3><p>Three months for one coin. {TEXTS[1]} {TEXTS[2]}</p><a href='/subscribe'>Subscribe</a> <a href='/login'>Log in</a></div></article>"),
    "a file shown in its page": agency("<p>Published on 3 July 2025</p><object data='/f/report.pdf' type='application/pdf'></object><p><a href='/f/report.pdf'>Download the report (PDF, 2 MB)</a></p>", title="Report"),
    "a story with a timeline of years in it": crowd(f"<article><h1>How the harbour grew</h1>{_LONG}<ul class='timeline'>" + "".join(f"<li><strong>{1950 + 10 * i}</strong> {text}</li>" for i, text in enumerate(TEXTS)) + f"</ul>{SHARE}</article>"),
    "a tag's page in a crowd without records": crowd("<h1>Tag: ports</h1><h2>Nothing Found</h2><p>It seems that nothing was found here.</p>"),
}  # fmt: skip


def single(name: str) -> str:
    return f'<!doctype html><html lang="en"><head><title>River</title></head><body>{SINGLES[name]}</body></html>'
