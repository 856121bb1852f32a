"""What plugins, builders, repositories and components of sites write, in the sites of their users."""

from __future__ import annotations

from tests.crawler.listing.shapes.agencies import REPORTS
from tests.crawler.listing.shapes.frames import SHARE, WIDGETS, agency, builder
from tests.crawler.listing.shapes.shape import Shape

_TANK = "https://tank.example"
_ROW_OF_DAY = (
    '<li class="release"><span class="time">1$n:30</span> <a href="$u">$t</a> <span class="lang">(EN)</span></li>'
)


def _beside(main: str) -> str:
    return builder(main, side=WIDGETS)


SHAPES = (
    Shape(
        "releases grouped under the day in a heading, an hour before each",
        _ROW_OF_DAY,
        '<div class="releases">$records</ul></div>',
        first='<h3 class="day">Thursday, $day $month $year</h3><ul>' + _ROW_OF_DAY,
        others=tuple((at, '</ul><h3 class="day">$day $month $year</h3><ul>' + _ROW_OF_DAY) for at in (1, 3, 4, 5)),
        link="/press/pr-$n", pool=REPORTS, frame=agency, url="https://agency.example/press", shows=(("published", "$iso"), ("teaser", None)),
    ),
    Shape(
        "a builder's grid: a hidden stamp, words between bars, comments switched off",
        '<article id="blog-1-post-81$n" class="fusion-post-grid post fusion-clearfix post-81$n type-post status-publish format-standard has-post-thumbnail hentry category-c$n"><div class="fusion-post-wrapper"><div class="fusion-flexslider flexslider"><ul class="slides"><li><div class="fusion-image-wrapper"><img src="/i/$n.jpg" alt=""><div class="fusion-rollover">'
        '<div class="fusion-rollover-content"><a class="fusion-rollover-link" href="$u">$t</a></div></div></div></li></ul></div><div class="fusion-post-content-wrapper"><div class="fusion-post-content post-content"><h2 class="blog-shortcode-post-title entry-title"><a href="$u">$t</a></h2><p class="fusion-single-line-meta">By <span class="vcard"><span class="fn">'
        '<a href="/author/a$n/" title="Posts by $p" rel="author">$p</a></span></span><span class="fusion-inline-sep">|</span><span class="updated" style="display:none;">${iso}T09:31:13+00:00</span><span>$month $day, $year</span><span class="fusion-inline-sep">|</span>Categories: <a href="/category/c$n/" rel="category tag">$s</a><span class="fusion-inline-sep">|</span>'
        '<span class="fusion-comments"><span>Comments Off<span class="screen-reader-text"> on $t</span></span></span></p><div class="fusion-post-content-container"><p>$x</p></div></div></div></div></article>',
        '<div class="fusion-blog-shortcode fusion-blog-archive fusion-blog-layout-grid-wrapper"><div class="fusion-posts-container fusion-blog-layout-grid" data-pages="4">$records</div><div class="pagination clearfix"><span class="current">1</span><a href="/insights/page/2/" class="inactive">2</a><a class="pagination-next" rel="next" href="/insights/page/2/">'
        '<span class="page-text">Next</span><span class="page-next"></span></a></div></div>',
        link="/text-$n/", pool=REPORTS, frame=_beside, url=_TANK + "/insights/", following=_TANK + "/insights/page/2/",
        shows=(("published", "$iso"), ("teaser", "$x"), ("categories", ("$s",)), ("authors", ("$p",))),
    ),
    Shape(
        "a calendar's list of this year: a day tag, a time with a range, a venue, months between",
        '<div class="tribe-common-g-row tribe-events-calendar-list__event-row"><div class="tribe-events-calendar-list__event-date-tag tribe-common-g-col"><time class="tribe-events-calendar-list__event-date-tag-datetime" datetime="$iso" aria-hidden="true"><span class="tribe-events-calendar-list__event-date-tag-weekday">Thu</span><span '
        'class="tribe-common-h5 tribe-events-calendar-list__event-date-tag-daynum">$day</span></time></div><div class="tribe-events-calendar-list__event-wrapper tribe-common-g-col"><article class="tribe-events-calendar-list__event tribe-common-g-row post-54$n tribe_events type-tribe_events status-publish"><div class="tribe-events-calendar-list__event-details"><header '
        'class="tribe-events-calendar-list__event-header"><div class="tribe-events-calendar-list__event-datetime-wrapper"><time class="tribe-events-calendar-list__event-datetime" datetime="$iso"><span class="tribe-event-date-start">$month $day @ 8:00 am</span> - <span class="tribe-event-time">5:00 pm</span></time></div><h3 class="tribe-events-calendar-list__event-title"><a '
        'href="$u" title="$t" rel="bookmark" class="tribe-events-calendar-list__event-title-link tribe-common-anchor-thin">$t</a></h3><address class="tribe-events-calendar-list__event-venue"><span class="tribe-events-calendar-list__event-venue-title">Quay Hall</span> <span class="tribe-events-calendar-list__event-venue-address">1 Harbour Street, Quay</span></address></header><div '
        'class="tribe-events-calendar-list__event-description"><p>$x</p></div></div></article></div></div>',
        '<div class="tribe-events-view tribe-events-view--list"><div class="tribe-events-c-events-bar"><form><input type="text" placeholder="Search for events"><button>Find Events</button></form></div><div class="tribe-events-calendar-list"><h2 class="tribe-events-calendar-list__month-separator"><time class="tribe-common-h7">July 2025</time></h2>$records</div><nav '
        'class="tribe-events-calendar-list-nav tribe-events-c-nav"><ul><li><button disabled>Previous Events</button></li><li><a href="/events/" class="tribe-events-c-nav__today">Today</a></li><li><a href="/events/list/page/2/" rel="next" class="tribe-events-c-nav__next" aria-label="Next Events" title="Next Events">Next <span>Events</span></a></li></ul></nav></div>',
        link="/event/text-$n/", pool=REPORTS, frame=builder, url=_TANK + "/events/", following=_TANK + "/events/list/page/2/", shows=(("published", "$iso"), ("teaser", "$x")),
    ),
    Shape(
        "facets beside results of a layout of rows and columns, a pager that only scripts turn",
        '<div class="fwpl-result r$n"><div class="fwpl-row el-a1"><div class="fwpl-col el-b2"><div class="fwpl-item el-c3 kind">$s</div><div class="fwpl-item el-d4 is-h"><a href="$u">$t</a></div><div class="fwpl-item el-e5">$month $day, $year</div><div class="fwpl-item el-f6">$x</div><div class="fwpl-btn"><a href="$u">Read more</a></div></div></div></div>',
        '<div class="row"><div class="facets"><h4>Type</h4><div class="facetwp-facet facetwp-type-checkboxes" data-name="type"><div class="facetwp-checkbox" data-value="report">Report <span class="facetwp-counter">(12)</span></div><div class="facetwp-checkbox" data-value="brief">Policy brief <span class="facetwp-counter">(7)</span></div></div></div><div '
        'class="facetwp-template" data-name="library"><div class="fwpl-layout el-x">$records</div></div><div class="facetwp-facet facetwp-type-pager"><div class="facetwp-pager"><a class="facetwp-page first active" data-page="1">1</a><a class="facetwp-page" data-page="2">2</a><a class="facetwp-page next" data-page="2">Next</a></div></div></div>',
        link="/library/text-$n/", pool=REPORTS, frame=builder, url=_TANK + "/library/", shows=(("published", "$iso"), ("teaser", "$x"), ("categories", ("$s",))),
    ),
    Shape(
        "a board's topics in a list of terms: writer and day under the title, the last post at the end",
        '<li class="row bg1"><dl class="row-item topic_read"><dt title="No unread posts"><div class="list-inner"><a href="$u" class="topictitle">$t</a><br><div class="topic-poster responsive-hide left-box">by <a href="./memberlist.php?mode=viewprofile&amp;u=5$n" class="username">$p</a> &raquo; <time datetime="${iso}T08:12:00+00:00">Thu $mon $day, $year 8:12 am</time></div></div></dt>'
        '<dd class="posts">$n <dfn>Replies</dfn></dd><dd class="views">13$n <dfn>Views</dfn></dd><dd class="lastpost"><span><dfn>Last post </dfn>by <a href="./memberlist.php?mode=viewprofile&amp;u=7$n" class="username">Last One</a> <a href="./viewtopic.php?p=99$n#p99$n" title="Go to last post"><i class="icon fa-external-link-square"></i></a><br>'
        '<time datetime="2025-09-0${n}T10:00:00+00:00">Mon Sep 0$n, 2025 10:00 am</time></span></dd></dl></li>',
        '<div class="action-bar bar-top"><a href="./posting.php?mode=post&amp;f=2" class="button" title="Post a new topic"><span>New Topic</span></a><div class="pagination">61 topics <ul><li class="active"><span>1</span></li><li><a class="button" href="./viewforum.php?f=2&amp;start=25">2</a></li><li class="arrow next"><a class="button button-icon-only" '
        'href="./viewforum.php?f=2&amp;start=25" rel="next"><span class="sr-only">Next</span></a></li></ul></div></div><div class="forumbg"><div class="inner"><ul class="topiclist"><li class="header"><dl class="row-item"><dt><div class="list-inner">Topics</div></dt><dd class="posts">Replies</dd><dd class="views">Views</dd><dd class="lastpost"><span>Last post</span></dd></dl></li></ul>'
        '<ul class="topiclist topics">$records</ul></div></div>',
        link="./viewtopic.php?t=40$n", pool=REPORTS, url="https://board.example/viewforum.php?f=2", following="https://board.example/viewforum.php?f=2&start=25", shows=(("published", "$iso"), ("authors", ("$p",)), ("teaser", None)),
    ),
    Shape(
        "a listing block: a link around a heading and a description, pages of buttons",
        '<div class="listing-item"><a href="$u"><div class="slot-top"><div class="listing-body"><h3>$t</h3><p class="description">$x</p></div></div></a></div>',
        '<div class="block listing default"><h2 class="headline">All guides</h2><div class="items">$records</div><div class="pagination-wrapper"><div aria-label="Pagination Navigation" class="ui pagination menu" role="navigation"><a aria-current="true" aria-label="Page 1 of 5" class="active item" tabindex="0" value="1">1</a><a aria-current="false" class="item" '
        'tabindex="0" value="2">2</a><a aria-label="Next item" class="item icon" tabindex="0" value="2"><svg class="icon"></svg></a></div></div></div>',
        link="/guides/text-$n", pool=REPORTS, frame=agency, url="https://agency.example/guides", shows=(("teaser", "$x"), ("published", None)),
    ),
    Shape(
        "cards with facts in a list of terms, one fact missing here and there",
        '<div class="card card--resource"><div class="card__content"><h2 class="card__heading"><a class="card__link" href="$u">$t</a></h2><p class="card__summary">$x</p><dl class="card__facts"><div><dt>Published</dt><dd>$day $mon $year</dd></div><div><dt>Type</dt><dd>$s</dd></div><div><dt>Author(s)</dt><dd>$p, $q</dd></div></dl></div></div>',
        '<div class="results"><p class="results__count" role="status">Showing 1–6 of 61 results</p><div class="results__list">$records</div></div><a class="results__more" href="/resources/?page=2">Show more results</a>',
        others=((2, '<div class="card card--resource"><div class="card__content"><h2 class="card__heading"><a class="card__link" href="$u">$t</a></h2><dl class="card__facts"><div><dt>Published</dt><dd>$day $mon $year</dd></div><div><dt>Type</dt><dd>$s</dd></div></dl></div></div>'),),
        but=((2, "teaser", None), (2, "authors", None)),
        link="/resources/text-$n", pool=REPORTS, frame=agency, url="https://agency.example/resources/", following="https://agency.example/resources/?page=2",
        shows=(("published", "$iso"), ("teaser", "$x"), ("categories", ("$s",)), ("authors", ("$p", "$q"))),
    ),
    Shape(
        "results in splitters of columns, fields in wrappers",
        '<li><div class="row component column-splitter"><div class="col-9"><div class="row"><div class="component content col-12"><div class="component-content"><div class="field-resulttype">$s</div><div class="field-title"><a href="$u">$t</a></div><div class="field-pubdate">$mdy</div><div class="field-content"><p>$x</p></div></div></div></div></div></div></li>',
        '<div class="component search-results col-12" data-properties="{&quot;endpoint&quot;:&quot;//sxa/search/results/&quot;}"><div class="component-content"><ul class="search-result-list">$records</ul></div></div>',
        link="/en/research/text-$n", pool=REPORTS, frame=agency, url="https://agency.example/en/research", shows=(("published", "$iso"), ("teaser", "$x"), ("categories", ("$s",))),
    ),
    Shape(
        "a records' search: labels of version, kind and access over the title, creators in links, uploads beneath",
        '<li class="item"><div class="content"><div class="extra labels-actions"><div class="ui small horizontal primary theme-primary label">$month $day, $year (v1)</div><div class="ui small horizontal neutral label">$s</div><div class="ui small horizontal access-status open label"><i class="icon unlock" aria-hidden="true"></i>Open</div></div>'
        '<h2 class="header theme-primary-text"><a href="$u">$t</a></h2><div class="ui item creatibutors"><i class="icon user"></i><span class="creatibutor-wrap separated"><a class="ui creatibutor-link" href="/search?q=a$n" title="$p"><span class="creatibutor-name">$p</span></a></span>;<span class="creatibutor-wrap separated"><a class="ui creatibutor-link" href="/search?q=b$n" '
        'title="$q"><span class="creatibutor-name">$q</span></a></span></div><p class="description">$x</p><div class="extra"><div class="flex justify-space-between align-items-end"><small><p>Uploaded on September 0$n, 2025</p></small><small><span class="ui transparent label stats-popup"><i class="eye icon"></i>12$n</span><span class="ui transparent label"><i class="download icon"></i>3$n</span></small></div></div></div></li>',
        '<div class="ui grid"><div class="count">61 results found</div><ul class="ui items relaxed link padded divided">$records</ul><div class="ui pagination menu"><a class="active item" href="/search?page=1">1</a><a class="item" href="/search?page=2">2</a><a class="item" href="/search?page=2" aria-label="Next">›</a></div></div>',
        link="/records/140$n", pool=REPORTS, url="https://records.example/search", following="https://records.example/search?page=2",
        shows=(("published", "$iso"), ("teaser", "$x"), ("authors", ("$p", "$q")), ("categories", ("$s",))),
    ),
    Shape(
        "items of a digital collection: a thumbnail and a name in one link, a description beneath",
        '<li class="item resource"><a class="resource-link" href="$u"><img alt="" src="/files/square/$n.jpg"><span class="resource-name">$t</span></a><div class="description">$x</div></li>',
        '<div id="content" role="main"><h2><span class="subhead">Collection</span> <span class="title">Items</span></h2><div class="browse-controls"><nav class="pagination" role="navigation"><div class="row-count">1–6 of 61</div><form method="GET"><input type="text" name="page" value="1" aria-label="Page"><span class="page-count">of 11</span></form><a class="next o-icon-next button" title="Next" '
        'href="/s/main/item?page=2" aria-label="Next"></a></nav><form class="sorting"><select name="sort_by"><option value="created">Created</option></select></form></div><ul class="resource-list">$records</ul></div>',
        link="/s/main/item/61$n", pool=REPORTS, url="https://items.example/s/main/item", following="https://items.example/s/main/item?page=2", shows=(("teaser", "$x"), ("published", None)),
    ),
    Shape(
        "vacancies in a table: number, title, place, grade, posted and closing days",
        '<tr><td>VA/2025/0$n</td><td><a href="$u">$t</a></td><td>Quay</td><td>P-$n</td><td>$day-$mon-$year</td><td>30-Sep-2025</td></tr>',
        '<div class="jobs"><table id="jobs" class="display"><thead><tr><th>Vacancy no.</th><th>Title</th><th>Duty station</th><th>Grade</th><th>Posted</th><th>Closing date</th></tr></thead><tbody>$records</tbody></table></div>',
        link="/jobs/va-$n", pool=REPORTS, frame=agency, url="https://agency.example/jobs", shows=(("published", "$iso"), ("teaser", None)),
    ),
    Shape(
        "tenders that only say until when",
        '<div class="tender"><h3><a href="$u">$t</a></h3><p class="tender__ref">Reference: RFP-0$n</p><p class="tender__deadline">Deadline: $d, 17:00 CET</p></div>',
        '<div class="tenders">$records</div>',
        link="/tenders/rfp-$n", pool=REPORTS, frame=agency, url="https://agency.example/tenders", shows=(("published", None),),
    ),
    Shape(
        "acts in a table: number, short title in a link, assent and commencement days, a file",
        '<tr><td>$n of $year</td><td><a href="$u">$t</a></td><td>$dmy</td><td>01.01.2026</td><td><a href="/acts/pdf/$n.pdf"><img src="/pdf.gif" alt="pdf"></a></td></tr>',
        '<div><table class="acts"><tr><th>Act No.</th><th>Short title</th><th>Date of assent</th><th>Commencement</th><th>PDF</th></tr>$records</table></div>',
        link="/acts/$year/act-$n", pool=REPORTS, frame=agency, url="https://agency.example/acts", shows=(("published", "$iso"), ("teaser", None), ("files", ("/acts/pdf/$n.pdf",))),
    ),
    Shape(
        "episodes: season and number, a length, share links, a guest in the text",
        '<div class="episode-card"><div class="episode-card__cover"><a href="$u"><img src="/e/$n.jpg" alt="$t"></a></div><div class="episode-card__body"><p class="episode-card__eyebrow">Season 2 · Episode $n</p><h3 class="episode-card__title"><a href="$u">$t</a></h3><p class="episode-card__meta"><span>$month $day, $year</span> · <span>3$n min</span></p><p class="episode-card__text">$x</p>'
        f'<div class="episode-card__listen"><a href="https://pods.example/p/1">Apple</a> <a href="https://pods.example/p/2">Spot</a></div>{SHARE}</div></div>',
        '<div class="episodes">$records</div><nav class="wp-block-query-pagination"><a href="/podcast/page/2/" class="wp-block-query-pagination-next">Next Page<span class="wp-block-query-pagination-next-arrow is-arrow-arrow" aria-hidden="true">→</span></a></nav>',
        link="/podcast/text-$n/", pool=REPORTS, frame=builder, url=_TANK + "/podcast/", following=_TANK + "/podcast/page/2/", shows=(("published", "$iso"), ("teaser", "$x")),
    ),
)  # fmt: skip
