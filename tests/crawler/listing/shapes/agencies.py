"""Libraries of publications, press rooms and finders of agencies, banks and governments, in their sites."""

from __future__ import annotations

from tests.crawler.listing.shapes.frames import agency
from tests.crawler.listing.shapes.shape import Pool, Shape

_SITE = "https://agency.example"
REPORTS = Pool(
    (
        "Global Humanitarian Overview 2025: mid-year review",
        "Cholera preparedness in displacement settings",
        "Who counts? Birth registration among nomadic households",
        "Guidance note on cash assistance in markets under strain (second edition)",
        "State of Food Systems in the Lower Basin, 2023–2024",
        "Q and A: what the new asylum procedure changes",
    ),
    (
        "Needs have outpaced funding for a third year. This review sets out where partners reached people, where they did not, and what it would take to close the gap before the lean season.",
        "A practical guide for camp managers, with checklists for water points, waste and referral.",
        "Interviews with 1,204 households in three districts show what keeps parents from the registrar: distance first, then fees, then papers of their own.",
        "When prices move faster than transfers, what should a programme do? The note gives thresholds, a decision tree and examples from nine countries.",
        "The report tracks forty indicators of diets, livelihoods and resilience, and finds that progress has stalled since 2019.",
        "From January, claims are screened at the border within seven days. Here is who is concerned, what changes and where to find help.",
    ),
    days=("2025-07-03", "2025-06-27", "2025-06-27", "2025-05-12", "2024-12-02", "2024-11-19"),
    written=("03 July 2025", "27 June 2025", "27 June 2025", "12 May 2025", "02 December 2024", "19 November 2024"),
    people=("Hannah Osei", "Luis Ferrer", "Noor Rahman", "Tomasz Wilk", "Amina Diallo", "Sara Lund"),
    subjects=("Report", "Technical guidance", "Working paper", "Policy brief", "Flagship report", "Factsheet"),
)  # fmt: skip

_FILTERS = (
    '<div class="view-filters"><form class="views-exposed-form" action="/publications" method="get" id="views-exposed-form-publications-page-1"><div class="form--inline clearfix"><div class="js-form-item form-item">'
    '<label for="edit-topic">Topic</label><select name="topic" class="form-select"><option value="All" selected="selected">- Any -</option><option value="12">Climate</option><option value="13">Health</option></select></div>'
    '<div class="form-item"><label for="edit-year">Year</label><select name="year"><option value="All">- Any -</option><option>2025</option><option>2024</option></select></div><div class="form-actions">'
    '<input type="submit" value="Apply" class="button form-submit"></div></div></form></div>'
)
_PAGER = (
    '<nav class="pager" role="navigation" aria-labelledby="pagination-heading"><h4 id="pagination-heading" class="pager__heading visually-hidden">Pagination</h4><ul class="pager__items js-pager__items"><li '
    'class="pager__item is-active"><a href="?page=0" title="Current page" aria-current="page"><span class="visually-hidden">Page</span>1</a></li><li class="pager__item"><a href="?page=1" title="Go to page 2"><span '
    'class="visually-hidden">Page</span>2</a></li><li class="pager__item pager__item--ellipsis" role="presentation">&hellip;</li><li class="pager__item pager__item--next"><a href="?page=1" title="Go to next page" rel="next">'
    '<span class="visually-hidden">Next page</span><span aria-hidden="true">››</span></a></li><li class="pager__item pager__item--last"><a href="?page=41" title="Go to last page"><span class="visually-hidden">Last page</span>'
    '<span aria-hidden="true">Last »</span></a></li></ul></nav>'
)  # fmt: skip

SHAPES = (
    Shape(
        "an agency's library: cards with a type, a cover and a date under a form of filters",
        '<div class="col-12 col-md-6 col-lg-4 views-row"><div class="card h-100 card--publication" data-history-node-id="8$n"><div class="card-img-wrapper"><a href="$u" tabindex="-1" aria-hidden="true"><picture><source '
        'srcset="/sites/default/files/styles/cover/public/c$n.webp?itok=ab$n 1x" media="(min-width: 992px)" type="image/webp"><img loading="lazy" width="280" height="396" src="/sites/default/files/c$n.jpg" alt="Cover of $t"></picture>'
        '</a></div><div class="card-body"><div class="field field--name-field-type field__item">$s</div><h3 class="card-title"><a href="$u" hreflang="en"><span>$t</span>\n</a></h3><div class="card-date">$d</div></div></div></div>',
        '<div class="views-element-container"><div class="view view-publications view-display-id-page_1 js-view-dom-id-9f2c">' + _FILTERS + '<div class="view-header">Displaying 1 - 6 of 248</div><div class="view-content row">$records</div>'
        + _PAGER + "</div></div>",
        link="/publications/text-$n", pool=REPORTS, frame=agency, url=_SITE + "/publications", following=_SITE + "/publications?page=1",
        shows=(("published", "$iso"), ("teaser", None), ("categories", ("$s",)), ("image", "/sites/default/files/c$n.jpg")),
    ),
    Shape(
        "a session's documents: symbol, title, languages in cells, an agenda item",
        '<tr><td class="symbol"><strong>CL 17$n/4</strong></td><td>$t</td><td class="text-center">$n</td><td class="lang"><a target="_blank" href="/docs/cl17$n-ar.pdf">ع</a></td><td class="lang"><a target="_blank" href="/docs/cl17$n-zh.pdf">中</a></td><td class="lang">'
        '<a target="_blank" href="/docs/cl17$n-en.pdf">En</a></td><td class="lang"><a target="_blank" href="/docs/cl17$n-fr.pdf">Fr</a></td><td class="lang"><a target="_blank" href="/docs/cl17$n-es.pdf">Es</a></td></tr>',
        '<div class="csc-default"><p>Documents of the 170th session are listed below.</p><div class="table-responsive"><table class="table table-striped"><thead><tr><th>Symbol</th><th>Title</th><th>Agenda item</th><th>Arabic</th><th>Chinese</th><th>English</th><th>French'
        "</th><th>Spanish</th></tr></thead><tbody>$records</tbody></table></div></div>",
        link="/docs/cl17$n-ar.pdf", pool=REPORTS, frame=agency, url=_SITE + "/council/170/documents", shows=(("published", None), ("teaser", None)),
    ),
    Shape(
        "a press room: a date, a symbol, a title and a first paragraph, section names as links",
        '<article role="article" about="$u" class="node node--type-press-release node--view-mode-teaser"><div class="node__content"><div class="field--name-field-display-date"><time datetime="${iso}T12:00:00Z">$d</time></div><div class="field--name-field-symbol">SC/1590$n</div>'
        '<h2 class="h4"><a href="$u"><span class="field--name-title">$t</span></a></h2><div class="field--name-body"><p>$x</p></div><div class="field--name-field-section"><a href="/en/content/$n/press-release">$s</a></div></div></article>',
        '<div class="view view-press"><div class="view-content"><div class="views-row">$records</div></div>' + _PAGER + "</div>",
        link="/en/2025/sc1590$n.doc.htm", pool=REPORTS, frame=agency, url=_SITE + "/en/press", following=_SITE + "/en/press?page=1", shows=(("published", "$iso"), ("teaser", "$x"), ("categories", ("$s",))),
    ),
    Shape(
        "a union's content items: meta above in a list, a standalone link, a pager with full and short words",
        '<article class="ecl-content-item"><div class="ecl-content-block ecl-content-item__content-block" data-ecl-auto-init="ContentBlock" data-ecl-content-block=""><ul class="ecl-content-block__primary-meta-container"><li class="ecl-content-block__primary-meta-item">$s</li>'
        '<li class="ecl-content-block__primary-meta-item"><time datetime="${iso}T12:00:00Z">$d</time></li></ul><div class="ecl-content-block__title" data-ecl-title-link=""><a href="$u" class="ecl-link ecl-link--standalone">$t</a></div><div class="ecl-content-block__description"><p>$x</p></div>'
        '<ul class="ecl-content-block__secondary-meta-container"><li class="ecl-content-block__secondary-meta-item"><svg class="ecl-icon ecl-icon--xs" focusable="false" aria-hidden="true"><use xlink:href="#clock"></use></svg><span>4 min read</span></li></ul></div></article>',
        '<div class="ecl-row"><div class="ecl-col-l-3"><h2>Filter by</h2><form><input type="text" aria-label="Keywords"><button class="ecl-button">Search</button><button>Clear filters</button></form></div><div class="ecl-col-l-9"><h3 class="ecl-u-type-heading-3">Latest news (248)</h3>'
        '<div>Showing results 1 to 6</div><div class="ecl-content-item-block">$records</div><nav class="ecl-pagination" aria-label="Pagination" data-ecl-pagination=""><ul class="ecl-pagination__list"><li class="ecl-pagination__item ecl-pagination__item--current">'
        '<span class="ecl-pagination__text ecl-pagination__text--summary" aria-current="true">1</span><span class="ecl-pagination__text ecl-pagination__text--full" aria-current="true">Page 1</span></li><li class="ecl-pagination__item"><a href="/latest_en?page=1" class="ecl-link ecl-link--standalone '
        'ecl-pagination__link" aria-label="Go to page 2">2</a></li><li class="ecl-pagination__item ecl-pagination__item--next"><a href="/latest_en?page=1" class="ecl-link ecl-link--icon" aria-label="Go to next page"><span class="ecl-link__label">Next</span>&nbsp;<svg class="ecl-icon"></svg></a></li></ul></nav></div></div>',
        link="/news/text-$n-${iso}_en", pool=REPORTS, frame=agency, url=_SITE + "/latest_en", following=_SITE + "/latest_en?page=1",
        shows=(("published", "$iso"), ("teaser", "$x"), ("categories", ("$s",))),
    ),
    Shape(
        "a government's collection: lists of documents under headings, meta in a list",
        '<li class="gem-c-document-list__item"><div class="gem-c-document-list__item-title"><a data-ga4-ecommerce-path="$u" class="govuk-link" href="$u">$t</a></div><ul class="gem-c-document-list__item-metadata"><li class="gem-c-document-list__attribute"><time datetime="$iso">$d</time></li>'
        '<li class="gem-c-document-list__attribute">$s</li></ul></li>',
        '<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds"><p class="lead">Rules, forms and notes on registration.</p><h2 id="rules">Rules</h2><p>These came into force in May.</p><div class="gem-c-document-list"><ul>$records</ul></div></div><div class="govuk-grid-column-one-third"><div class="related">'
        '<h2>Related content</h2><nav><ul><li><a href="/guidance/a">Register a birth abroad</a></li><li><a href="/guidance/b">Order a certificate</a></li><li><a href="/guidance/c">Correct a certificate</a></li></ul></nav></div></div></div>',
        link="/government/publications/text-$n", pool=REPORTS, frame=agency, url=_SITE + "/government/collections/registration", shows=(("published", "$iso"), ("categories", ("$s",)), ("teaser", None)),
    ),
    Shape(
        "a bank's documents: labelled facts after the title, abstract folded with see more",
        '<div class="search-listing-item ng-star-inserted"><h3 class="item-title"><a class="ng-binding" href="$u">$t</a></h3><div class="meta"><span><b>Type:</b> $s</span><span><b>Date:</b> $month $day, $year</span><span><b>Author:</b> $p; $q</span><span><b>Report No.:</b> 19$n</span></div>'
        '<div class="abs"><span>$x</span> <a class="see-more" href="javascript:;">See More</a></div><div class="dl"><a href="$u/pdf/d$n.pdf" aria-label="Download $t">Download PDF <small>(1.$n MB)</small></a></div></div>',
        '<div class="result-list"><div class="sorting"><span>1 - 6 of 9,018 Results</span> <label>Sort by <select><option>Relevance</option><option>Date</option></select></label></div>$records<div class="pagination"><a class="prev disabled">Previous</a><a class="num active">1</a><a class="num" href="/docs/search?os=6">2</a>'
        '<a class="num" href="/docs/search?os=12">3</a><a class="next" href="/docs/search?os=6">Next</a></div></div>',
        link="/docs/detail/0991$n", pool=REPORTS, frame=agency, url=_SITE + "/docs/search", following=_SITE + "/docs/search?os=6",
        shows=(("published", "$iso"), ("teaser", "$x"), ("authors", ("$p", "$q")), ("categories", ("$s",)), ("files", ("/docs/detail/0991$n/pdf/d$n.pdf",))),
    ),
    Shape(
        "a development bank's list: date and type in one line with bars, the summary last",
        '<li class="views-row"><div class="views-field views-field-title"><span class="field-content"><a href="$u" hreflang="en">$t</a></span></div><div class="item-meta"><span class="date">$day $mon $year</span> | <span class="type">$s</span></div><div class="item-summary">$x</div></li>',
        '<div class="view"><div class="item-list"><ul class="list list-unstyled">$records</ul></div>' + _PAGER + '</div><div class="sidebar-second"><h3>Subjects</h3><ul><li><a href="/publications/s/agriculture">Agriculture and food security</a></li><li><a href="/publications/s/energy">Energy</a></li><li>'
        '<a href="/publications/s/finance">Finance sector development</a></li></ul></div>',
        link="/publications/text-$n", pool=REPORTS, frame=agency, url=_SITE + "/publications", following=_SITE + "/publications?page=1", shows=(("published", "$iso"), ("teaser", "$x"), ("categories", ("$s",))),
    ),
    Shape(
        "an agency's content cards: one link around a picture, a kicker, a title and a date",
        '<div class="cell medium-4"><div class="content-card"><a href="$u"><div class="image" style="background:url(/i/$n.jpg)"><img alt="" src="/i/$n.jpg"></div><h6>$s</h6><div class="content-caption"><h5 data-viewport="false">$t</h5><p class="date">$month $day, $year</p><span class="cta__link cta--space cta--arrow">Read more<i></i>'
        "</span></div></a></div></div>",
        '<section><div class="grid-x grid-margin-x" data-toggle-collapse>$records</div><div class="load-more"><a class="button button-primary" href="?page=2" rel="next">Load more</a></div></section>',
        link="/papers/text-$n", pool=REPORTS, frame=agency, url=_SITE + "/papers", following=_SITE + "/papers?page=2", shows=(("published", "$iso"), ("teaser", None), ("categories", ("$s",))),
    ),
    Shape(
        "a fund's table of papers: number, authors and title in one cell broken by lines, dates at the left",
        '<tr><td class="d" nowrap>$month $day, $year</td><td><a class="t" href="$u">$t</a><br><span class="au">$p and $q</span><br><span class="no">Working Paper No. $year/0$n</span></td></tr>',
        '<div class="content"><table class="list"><tbody>$records</tbody></table><p class="pages">Page: 1 of 84 <a href="?page=2">Next</a></p></div>',
        link="/wp/w3310$n", pool=REPORTS, frame=agency, url=_SITE + "/wp", following=_SITE + "/wp?page=2", shows=(("published", "$iso"), ("authors", ("$p", "$q"))),
    ),
    Shape(
        "a think tank's research: type, topic and date in a line, experts with and, the summary between",
        '<div class="research-listing__item"><p class="research-listing__meta"><span>$s</span> <span class="sep">|</span> <a href="/topics/t$n">Topic $k</a> <span class="sep">|</span> <span>$mon $day, $year</span></p><h3><a href="$u">$t</a></h3><p>$x</p><p class="research-listing__authors">By <a href="/experts/e$n">$p</a> and '
        '<a href="/experts/f$n">$q</a></p></div>',
        '<div class="research-listing">$records</div><div class="nav-links"><span class="page-numbers current">1</span><a class="page-numbers" href="/research/page/2/">2</a><a class="next page-numbers" href="/research/page/2/"><i class="icon-right"></i><span class="screen-reader-text">Next</span></a></div>',
        link="/research/text-$n/", pool=REPORTS, frame=agency, url=_SITE + "/research/", following=_SITE + "/research/page/2/",
        shows=(("published", "$iso"), ("teaser", "$x"), ("authors", ("$p", "$q")), ("terms", ("$s", "Topic $k"))),
    ),
)  # fmt: skip
