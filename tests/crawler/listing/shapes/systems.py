"""Content systems of ministries, cities, agencies and associations."""

from __future__ import annotations

from tests.crawler.listing.shapes.shape import Shape

_DRUPAL_PAGER = (
    '<nav class="pager" role="navigation" aria-labelledby="ph"><h4 id="ph" class="visually-hidden">Pagination</h4><ul class="pager__items">'
    '<li class="pager__item is-active"><a href="?page=0" title="Current page"><span class="visually-hidden">Current page</span>1</a></li>'
    '<li class="pager__item"><a href="?page=1" title="Go to page 2"><span class="visually-hidden">Page</span>2</a></li><li class="pager__item">'
    '<a href="?page=2" title="Go to page 3">3</a></li><li class="pager__item pager__item--next"><a href="?page=1" title="Go to next page" '
    'rel="next"><span class="visually-hidden">Next page</span><span aria-hidden="true">››</span></a></li><li class="pager__item pager__item--last">'
    '<a href="?page=8" title="Go to last page"><span class="visually-hidden">Last page</span><span>Last »</span></a></li></ul></nav>'
)

SHAPES = (
    Shape(
        "fields in rows, an accessible pager",
        '<div class="views-row"><div class="views-field views-field-created"><span class="field-content"><time datetime="${iso}T09:15:00+01:00">'
        '$d</time></span></div><div class="views-field views-field-title"><h3 class="field-content"><a href="$u" hreflang="en">$t</a></h3></div>'
        '<div class="views-field views-field-field-topic"><span class="views-label">Topic: </span><div class="field-content"><a href="/topics/t$n" '
        'hreflang="en">$s</a></div></div><div class="views-field views-field-body"><div class="field-content"><p>$x</p></div></div>'
        '<div class="views-field views-field-view-node"><span class="field-content"><a href="$u">View</a></span></div></div>',
        '<main role="main"><div class="views-exposed-form"><form><label>Year <select><option>2024</option></select></label></form></div>'
        '<div class="view-content">$records</div>' + _DRUPAL_PAGER + "</main>",
        shows=(("published", "$iso"), ("teaser", "$x"), ("categories", ("$s",))),
        following="https://river.example/list/?page=1",
    ),
    Shape(
        "a table of fields with a sortable head",
        '<tr><td headers="view-date" class="views-field views-field-field-date is-active">$d</td><td headers="view-title" class="views-field '
        'views-field-title"><a href="$u">$t</a></td><td headers="view-type" class="views-field views-field-type">$s</td></tr>',
        '<main><table class="cols-3 table"><thead><tr><th id="view-date"><a href="?order=field_date&amp;sort=asc" title="sort by Date">Date</a>'
        '</th><th id="view-title"><a href="?order=title&amp;sort=asc">Title</a></th><th id="view-type">Type</th></tr></thead><tbody>$records'
        '</tbody></table><ul class="pager"><li class="pager-current">1</li><li><a href="/list?page=1">2</a></li><li class="pager-next"><a '
        'href="/list?page=1">next ›</a></li><li><a href="/list?page=4">last »</a></li></ul></main>',
        shows=(("published", "$iso"), ("categories", ("$s",)), ("teaser", None)),
        following="https://river.example/list?page=1",
    ),
    Shape(
        "news as a plugin of a page, addresses of long queries",
        '<!-- item --><div class="article articletype-0"><span class="news-list-date"><time datetime="$iso">$dmy</time></span><div class="header">'
        '<h2><a title="$t" href="$u"><span itemprop="headline">$t</span></a></h2></div><div class="news-img-wrap"><a href="$u"><img src="/f/$n.png"'
        ' width="100" height="59" alt=""></a></div><div class="teaser-text"><div itemprop="description"><p>$x</p></div><a class="more" title="$t" '
        'href="$u">Read more</a></div></div>',
        '<div id="main_content"><div class="csc-header"><h1>World news</h1></div><div class="news"><div class="news-list-view">$records'
        '<div class="page-navigation"><p>Page 1 of 4.</p><ul class="f3-widget-paginator"><li class="current">1</li><li><a '
        'href="/list?tx_news_pi1%5B%40widget_0%5D%5BcurrentPage%5D=2&amp;cHash=ab12">2</a></li><li class="last next"><a '
        'href="/list?tx_news_pi1%5B%40widget_0%5D%5BcurrentPage%5D=2&amp;cHash=ab12">Next</a></li></ul></div></div></div></div>',
        link="/news/detail?tx_news_pi1%5Bnews%5D=23$n&tx_news_pi1%5Baction%5D=detail&cHash=8c2d5c$n",
        shows=(("published", "$iso"), ("teaser", "$x")),
        following="https://river.example/list?tx_news_pi1%5B%40widget_0%5D%5BcurrentPage%5D=2&cHash=ab12",
    ),
    Shape(
        "a grid of a server's control, pages behind scripts",
        '<tr class="row$n"><td><span id="ctl00_g_ctl0${n}_lblDate">$mdy</span></td><td><a id="ctl00_g_ctl0${n}_lnk" href="$u" target="_blank">$t</a>'
        '</td><td><span id="ctl00_g_ctl0${n}_lblDept">$s</span></td></tr>',
        '<form method="post" action="./list.aspx"><div id="content"><h1>Press releases</h1><table class="grid" cellspacing="0" '
        'id="ctl00_g"><tr class="header"><th scope="col"><a href="javascript:__doPostBack(&#39;ctl00$$g&#39;,&#39;Sort$$Date&#39;)">Date</a></th>'
        '<th scope="col">Subject</th><th scope="col">Department</th></tr>$records<tr class="pgr"><td colspan="3"><table><tr><td><span>1</span>'
        "</td><td><a href=\"javascript:__doPostBack('ctl00$$g','Page$$2')\">2</a></td><td><a href=\"javascript:__doPostBack('ctl00$$g','Page$$3')\">3</a>"
        "</td></tr></table></td></tr></table></div></form>",
        link="/press/release.aspx?id=10$n",
        shows=(("published", "$iso"), ("teaser", None)),
        url="https://river.example/press/list.aspx",
    ),
    Shape(
        "a portal's list of documents with ids in queries",
        '<li class="dfwp-item"><div class="item"><div class="image-area-left"><a href="$u"><img class="image" src="/i/$n.png" alt="" width="16">'
        '</a></div><div class="link-item"><a href="$u" title="">$t</a><div class="description">$x</div></div></div></li>',
        '<div id="s4-workspace"><div id="MSO_ContentTable"><h1>Publications</h1><ul class="dfwp-column dfwp-list">$records</ul></div></div>',
        link="/Pages/Publication.aspx?ItemID=31$n",
        shows=(("teaser", "$x"), ("published", None)),
        url="https://river.example/Pages/Publications.aspx",
    ),
    Shape(
        "a portal's assets with details in a footer",
        '<div class="asset-abstract default-asset-publisher"><div class="pull-right"></div><h3 class="asset-title"><a href="$u"> $t </a></h3>'
        '<div class="asset-content"><div class="asset-summary"> $x <a class="asset-more" href="$u">Read More <span class="hide-accessible">about $t'
        '</span> »</a></div></div><div class="asset-metadata"><span class="metadata-entry metadata-publish-date">$d</span></div></div>',
        '<div id="content"><div class="portlet-body">$records<div class="lfr-pagination"><ul class="pager lfr-pagination-buttons"><li class="disabled '
        'first"><a href="javascript:;" tabIndex="-1">← First</a></li><li class="disabled"><a href="javascript:;">Previous</a></li><li><a '
        'href="https://river.example/list?p_p_id=101_INSTANCE_x&amp;_101_INSTANCE_x_delta=5&amp;_101_INSTANCE_x_cur=2">Next</a></li><li><a '
        'href="https://river.example/list?p_p_id=101_INSTANCE_x&amp;_101_INSTANCE_x_delta=5&amp;_101_INSTANCE_x_cur=9">Last →</a></li></ul></div></div></div>',
        link="/list/-/asset_publisher/x/content/text-$n",
        shows=(("published", "$iso"), ("teaser", "$x")),
        url="https://river.example/list",
        following="https://river.example/list?p_p_id=101_INSTANCE_x&_101_INSTANCE_x_delta=5&_101_INSTANCE_x_cur=2",
    ),
    Shape(
        "a directory of items with intro texts and start in the query",
        '<div class="items-row cols-1 row-$n"><div class="span12"><div class="item column-1"><div class="page-header"><h2 itemprop="name"><a href="$u" '
        'itemprop="url">$t</a></h2></div><div class="article-info muted"><dl class="article-info"><dt class="article-info-term">Details</dt>'
        '<dd class="published"><span class="icon-calendar"></span><time datetime="${iso}T00:00:00+00:00" itemprop="datePublished">$d</time></dd>'
        '</dl></div><p>$x</p><p class="readmore"><a class="btn" href="$u"><span class="icon-chevron-right"></span>Read more: $t</a></p></div></div></div>',
        '<div class="blog">$records<div class="pagination"><p class="counter pull-right">Page 1 of 5</p><ul><li class="disabled"><a><i '
        'class="icon-first"></i></a></li><li class="active"><a>1</a></li><li><a href="/list?start=6" class="pagenav">2</a></li><li><a '
        'href="/list?start=12" class="pagenav">3</a></li><li><a title="Next" href="/list?start=6" class="pagenav">Next</a></li><li><a title="End" '
        'href="/list?start=24" class="pagenav">End</a></li></ul></div></div>',
        shows=(("published", "$iso"), ("teaser", "$x"), ("authors", None)),
        following="https://river.example/list?start=6",
    ),
    Shape(
        "a government's finder of documents",
        '<li class="gem-c-document-list__item"><div class="gem-c-document-list__item-title"><a class="govuk-link" href="$u">$t</a></div>'
        '<p class="gem-c-document-list__item-description">$x</p><ul class="gem-c-document-list__item-metadata"><li class="attribute">Document type: $s</li>'
        '<li class="attribute">Organisation: Quay Office</li><li class="attribute">Updated: <time datetime="$iso">$d</time></li></ul></li>',
        '<main id="content"><form class="filters"><input type="search" name="keywords"></form><ul class="gem-c-document-list">$records</ul><nav '
        'class="govuk-pagination" aria-label="Pagination"><div class="govuk-pagination__next"><a class="govuk-link govuk-pagination__link" '
        'href="/search/all?page=2" rel="next"><span>Next<span class="govuk-visually-hidden"> page</span></span><span class="label">2 of 40</span></a>'
        "</div></nav></main>",
        shows=(("teaser", "$x"), ("categories", ("$s",))),
        url="https://river.example/search/all",
        following="https://river.example/search/all?page=2",
    ),
    Shape(
        "a council's list, the date under the title in its own paragraph",
        '<article class="listing listing--news"><h2 class="listing__heading"><a class="listing__link" href="$u">$t</a></h2><p class="listing__date">'
        'Published: $d</p><p class="listing__summary">$x</p></article>',
        '<main><div class="a-z"><a href="/a">A</a> <a href="/b">B</a> <a href="/c">C</a></div>$records<ul class="pagination"><li><span '
        'aria-current="page">1</span></li><li><a href="/list/2">2</a></li><li><a href="/list/3">3</a></li><li><a href="/list/2">Next</a></li></ul></main>',
        shows=(("published", "$iso"), ("teaser", "$x")),
        following="https://river.example/list/2",
    ),
    Shape(
        "a bank's releases: date, a bar, a link, lists by year",
        '<dt>$d</dt><dd class="filter"><div class="category">$s</div><div class="title"><a href="$u" lang="en">$t</a></div><div class="accordion '
        'hidden-subtitle"><div class="content-box"><ul><li>$x</li></ul></div></div></dd>',
        '<main><div class="definition-list"><h3>2024</h3><dl>$records</dl></div></main>',
        shows=(("published", "$iso"), ("categories", ("$s",))),
    ),
    Shape(
        "a parliament's questions: number, asker, answerer",
        '<tr><td>E-00$n/2024</td><td><a href="$u">$t</a></td><td>$p</td><td>$dmy</td></tr>',
        '<main><table><thead><tr><th>Number</th><th>Subject</th><th>Author</th><th>Date</th></tr></thead><tbody>$records</tbody></table></main>',
        shows=(("published", "$iso"), ("authors", ("$p",))),
    ),
    Shape(
        "a university's news in two columns with a month above the day",
        '<div class="news-item clearfix"><div class="date-box"><span class="month">$mon</span><span class="day">$day</span><span class="year">$year'
        '</span></div><div class="news-text"><h4><a href="$u">$t</a></h4><p>$x</p></div></div>',
        '<div class="row"><div class="col-md-8">$records</div><div class="col-md-4 right-column"><h3>Events</h3><ul><li><a href="/e/1">Open day '
        'for neighbours</a></li><li><a href="/e/2">A lecture on rivers</a></li><li><a href="/e/3">Choir in the hall</a></li></ul></div></div>',
        shows=(("published", "$iso"), ("teaser", "$x")),
    ),
)  # fmt: skip
