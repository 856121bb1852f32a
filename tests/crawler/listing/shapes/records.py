"""Records of many facts: libraries of documents, citations, cases, events, shops, and what old plugins wrote of each article."""

from __future__ import annotations

from tests.crawler.listing.shapes.agencies import REPORTS
from tests.crawler.listing.shapes.frames import WIDGETS, agency, builder, ministry
from tests.crawler.listing.shapes.shape import Pool, Shape

_GOV = "https://gov.example"
_TANK = "https://tank.example"


def _beside(main: str) -> str:
    return builder(main, side=WIDGETS)


SHAPES = (
    Shape(
        "a health agency's list: one link per row, day and kind over a paragraph that is the title",
        '<div class="list-view--item vertical-list-item"><a href="$u" class="link-container" aria-label="$t" role="link"><div class="table"><div class="table-cell info"><div class="date"><span class="timestamp">$d</span> <span class="sf-tags-list-item">$s</span></div><p class="heading text-underline">$t</p></div></div></a></div>',
        '<div class="sf-content-block"><div class="hubfiltering"><div class="k-listview"><div class="list-view vertical-list vertical-list--image" id="PageContent_C003">$records</div></div><div class="sf_pager"><a class="sf_PagerCurrent" href="/news/1">1</a><a href="/news/2">2</a><a class="sf_PagerNext" href="/news/2">Next</a></div></div></div>',
        link="/news/item/$day-$m-$year-text-$n", pool=REPORTS, frame=agency, url="https://agency.example/news", following="https://agency.example/news/2",
        shows=(("published", "$iso"), ("teaser", None), ("terms", ("$s",))),
    ),
    Shape(
        "a river of reports: countries over the title, format, source and posted in a list of terms",
        '<article class="rw-river-article--report rw-river-article" data-id="41$n" lang="en" dir="ltr"><header class="rw-river-article__header"><p class="rw-entity-country-slug"><a href="/country/ssd">South Sudan</a><span> + 2 more</span></p><h3 class="rw-river-article__title"><a href="$u" hreflang="en">$t</a></h3></header><div class="rw-river-article__content"><p>$x</p></div><footer '
        'class="rw-river-article__footer"><dl class="rw-entity-meta rw-entity-meta--core"><dt class="rw-entity-meta__tag-label rw-entity-meta__tag-label--format">Format</dt><dd class="rw-entity-meta__tag-value rw-entity-meta__tag-value--format">$s</dd><dt class="rw-entity-meta__tag-label rw-entity-meta__tag-label--source">Source</dt><dd class="rw-entity-meta__tag-value '
        'rw-entity-meta__tag-value--source"><ul class="rw-entity-meta__tag-value__list"><li><a href="/organization/o$n">Office $n</a></li></ul></dd><dt class="rw-entity-meta__tag-label rw-entity-meta__tag-label--posted">Posted</dt><dd class="rw-entity-meta__tag-value rw-entity-meta__tag-value--date"><time datetime="${iso}T00:00:00+00:00">$day $mon $year</time></dd></dl></footer></article>',
        '<section id="river-list" class="rw-river-list"><h2 class="visually-hidden">List</h2><div class="rw-river-results">Showing 1-6 of 9,018</div><div class="rw-river-articles">$records</div></section><nav class="cd-pager" aria-label="Pagination"><ul><li class="cd-pager__item is-active"><a href="?page=0">1</a></li><li class="cd-pager__item"><a href="?page=1">2</a></li>'
        '<li class="cd-pager__item cd-pager__item--next"><a href="?page=1" title="Go to next page" rel="next"><span class="visually-hidden">Next page</span><span aria-hidden="true">Next</span></a></li></ul></nav>',
        link="/report/south-sudan/text-$n", pool=REPORTS, frame=agency, url="https://agency.example/updates", following="https://agency.example/updates?page=1",
        shows=(("published", "$iso"), ("teaser", "$x"), ("categories", ("$s",))),
    ),
    Shape(
        "a central bank's releases in a list of terms, other languages and related files folded away",
        '<dt isoDate="$iso"><div class="date">$d</div></dt><dd><div class="category">$s</div><div class="title"><a href="$u" lang="en">$t</a></div><div class="accordion"><div class="header">English</div><div class="content-box"><span class="offeredLanguage">Other languages (2)</span><span class="moreLanguages"><a lang="de" href="/press/$n.de.html" class="arrow">Deutsch</a> '
        '<a lang="fr" href="/press/$n.fr.html">Français</a></span></div></div><div class="accordion"><div class="header">Annexes</div><div class="content-box"><dl><dd><a href="/press/$n.annex.pdf">Annex</a></dd></dl></div></div></dd>',
        '<div class="section"><div class="definition-list -filter"><dl id="lazyload-container">$records</dl></div></div>',
        link="/press/$n.en.html", pool=REPORTS, frame=agency, url="https://agency.example/press/html/index.en.html", shows=(("published", "$iso"), ("categories", ("$s",)), ("teaser", None)),
    ),
    Shape(
        "a register of law: number, form, author and day of the document in two lists of terms",
        '<div class="SearchResult"><div class="row"><div class="col-sm-12"><h2><a class="title" id="MP_$n" name="MP_$n" href="$u">$t</a></h2></div></div><p>CELEX number: 32025R010$n</p><div class="row SearchResultData"><div class="col-sm-6"><dl><dt>Form: </dt><dd>$s</dd><dt>Author: </dt><dd>European Commission</dd></dl></div><div class="col-sm-6"><dl><dt>Date of document: </dt>'
        '<dd>$day/$m/$year</dd></dl></div></div><ul class="SearchResultDoc"><li><a class="piwik_download" href="/legal/TXT/PDF/?uri=C:$n" title="Download PDF"><span>PDF</span></a></li></ul></div>',
        '<div class="EurlexContent">$records</div><div class="Pager"><span>Page <input type="text" value="1"> of 9</span><a title="Next Page" href="/search.html?qid=17&amp;page=2"><i class="fa fa-angle-right"></i></a></div>',
        link="/legal/AUTO/?uri=C:$n", pool=REPORTS, frame=agency, url="https://law.example/search.html?qid=17", following="https://law.example/search.html?qid=17&page=2", shows=(("published", "$iso"), ("categories", ("$s",)), ("authors", ("European Commission",))),
    ),
    Shape(
        "a component's list: link, day and description as spans without blanks between",
        '<li class="cmp-list__item" data-cmp-data-layer="{&quot;list-$n&quot;:{}}"><article><a class="cmp-list__item-link" href="$u" data-cmp-clickable><span class="cmp-list__item-title">$t</span></a><span class="cmp-list__item-date">$iso</span><span class="cmp-list__item-description">$x</span></article></li>',
        '<div class="root container responsivegrid"><div class="aem-Grid aem-Grid--12"><div class="list aem-GridColumn"><ul id="list-9" class="cmp-list">$records</ul></div></div></div>',
        link="/content/site/en/text-$n.html", pool=REPORTS, frame=agency, url="https://agency.example/en/insights.html", shows=(("published", "$iso"), ("teaser", "$x")),
    ),
    Shape(
        "entries with a foot of day, minutes and writer between points, a link over all",
        '<article class="post-entry"><header class="entry-header"><h2 class="entry-hint-parent">$t\n</h2></header><div class="entry-content"><p>$x</p></div><footer class="entry-footer"><span title="$iso 00:00:00 +0000 UTC">$month $day, $year</span>&nbsp;·&nbsp;2 min&nbsp;·&nbsp;$p</footer><a class="entry-link" aria-label="post link to $t" href="$u"></a></article>',
        '<main class="main">$records<footer class="page-footer"><nav class="pagination"><a class="next" href="https://lab.example/posts/page/2/">Next&nbsp;&nbsp;»</a></nav></footer></main>',
        link="https://lab.example/posts/text-$n/", pool=REPORTS, url="https://lab.example/posts/", following="https://lab.example/posts/page/2/", shows=(("published", "$iso"), ("teaser", "$x"), ("authors", ("$p",))),
    ),
    Shape(
        "a builder's events: day tag, weekday and day, hours, a map, two calendars' exports",
        '<article class="eventlist-event eventlist-event--upcoming eventlist-hasimg"><a href="$u" class="eventlist-column-thumbnail"><img data-src="/e/$n.jpg" alt="$t"></a><div class="eventlist-column-date"><div class="eventlist-datetag"><div class="eventlist-datetag-inner"><div class="eventlist-datetag-startdate eventlist-datetag-startdate--month">$mon</div><div '
        'class="eventlist-datetag-startdate eventlist-datetag-startdate--day">$day</div></div></div></div><div class="eventlist-column-info"><h1 class="eventlist-title"><a href="$u" class="eventlist-title-link">$t</a></h1><ul class="eventlist-meta event-meta"><li class="eventlist-meta-item eventlist-meta-date event-meta-item"><time class="event-date" datetime="$iso">Thursday, $month $day, $year</time>'
        '</li><li class="eventlist-meta-item eventlist-meta-time"><span class="event-time-12hr"><time class="event-time-12hr-start" datetime="$iso">9:00 AM</time><span class="event-datetime-divider"></span><time class="event-time-12hr-end" datetime="$iso">5:00 PM</time></span></li><li class="eventlist-meta-item eventlist-meta-address">Quay Hall <span><a '
        'href="http://maps.example?q=quay" class="eventlist-meta-address-maplink">(map)</a></span></li><li class="eventlist-meta-item eventlist-meta-export"><a href="http://calendar.example/event?action=TEMPLATE&amp;text=x$n" class="eventlist-meta-export-google">Google Calendar</a> <a href="$u?format=ical" class="eventlist-meta-export-ical">ICS</a></li></ul><div class="eventlist-description"><p>$x</p></div>'
        '<a href="$u" class="eventlist-button">View Event →</a></div></article>',
        '<div class="eventlist eventlist--upcoming">$records</div>',
        link="/events/text-$n", pool=REPORTS, frame=builder, url=_TANK + "/events", shows=(("published", "$iso"), ("teaser", "$x")),
    ),
    Shape(
        "an old plugin's items: written by, read so many times, published in, tagged under",
        '<div class="itemContainer itemContainerLast" style="width:100.0%;"><div class="catItemView groupPrimary"><div class="catItemHeader"><span class="catItemDateCreated">$d 10:1$n</span><h3 class="catItemTitle"><a href="$u">$t</a></h3><span class="catItemAuthor">Written by <a rel="author" href="/news/itemlist/user/4$n-x">$p</a></span></div><div class="catItemBody"><div class="catItemImageBlock"><span class="catItemImage"><a '
        'href="$u" title="$t"><img src="/media/k2/items/cache/$n.jpg" alt="$t" style="width:200px"></a></span><div class="clr"></div></div><div class="catItemIntroText"><p>$x</p></div><div class="clr"></div></div><div class="catItemLinks"><div class="catItemHitsBlock"><span class="catItemHits">Read <b>31$n</b> times</span></div><div class="catItemCategory"><span>Published in</span> <a href="/news/itemlist/category/2-x">$s</a></div>'
        '<div class="catItemTagsBlock"><span>Tagged under</span><ul class="catItemTags"><li><a href="/news/itemlist/tag/$k">$k</a></li><li><a href="/news/itemlist/tag/$l">$l</a></li></ul></div></div><div class="catItemCommentsLink"><a href="$u#itemCommentsAnchor">Be the first to comment!</a></div><div class="catItemReadMore"><a class="k2ReadMore" href="$u">Read more...</a></div></div></div>',
        '<div id="k2Container" class="itemListView"><div class="itemList"><div id="itemListPrimary">$records</div></div><div class="k2Pagination"><ul><li class="pagination-start"><span class="pagenav">Start</span></li><li><span class="pagenav">1</span></li><li><a href="/news?start=6" class="pagenav">2</a></li><li class="pagination-next"><a title="Next" href="/news?start=6" class="pagenav">Next</a></li></ul><div class="clr"></div>Page 1 of 12</div></div>',
        link="/news/item/61$n-text", pool=REPORTS, frame=ministry, url=_GOV + "/news", following=_GOV + "/news?start=6",
        shows=(("published", "$iso"), ("teaser", "$x"), ("categories", ("$s",)), ("tags", ("$k", "$l")), ("authors", ("$p",))),
    ),
    Shape(
        "an old plugin's documents: an icon, created and modified, a count, a button with the file's name",
        '<div class="docman_document" itemscope itemtype="http://schema.org/CreativeWork"><h3 class="koowa_header koowa_media"><span class="koowa_header__item koowa_header__item--image_container"><a class="koowa_header__image_link" href="$u"><span class="k-icon-document-pdf koowa_icon--pdf" aria-hidden="true"></span><span class="k-visually-hidden">pdf</span></a></span><span class="koowa_header__item"><span '
        'class="koowa_wrapped_content"><span class="whitespace_preserver"><a class="koowa_header__title_link docman_track_download" href="$u" data-title="$t" data-id="$n"><span itemprop="name">$t</span></a></span></span></span></h3><p class="docman_document_details"><span class="created-on-label"><time itemprop="datePublished" datetime="$iso 10:12:00">Published on $d</time></span><span '
        'class="modified-on-label"><time itemprop="dateModified" datetime="2025-09-0$n 08:00:00">Modified on 0$n September 2025</time></span><span class="owner-label">By <span itemprop="author">$p</span></span><meta itemprop="interactionCount" content="UserDownloads:124"><span class="hits-label">12$n downloads</span></p><div itemprop="description" class="docman_description"><p>$x</p></div><div class="docman_download"><a '
        'class="btn btn-primary docman_download__button docman_track_download" href="$u/file" data-title="$t">Download <span class="docman_download__info">(pdf, 1.$n MB)</span><span class="docman_download__filename" title="doc_$n.pdf">doc_$n.pdf</span></a></div></div>',
        '<div class="docman_list_layout docman_list_layout--default"><form method="get" class="k-js-grid-controller koowa_list"><h3 class="koowa_header">Documents</h3><div class="docman_sorting form-search"><label>Order by</label><select><option>Name</option><option>Date</option></select></div>$records</form><div class="k-pagination"><ul class="k-pagination__pages"><li class="k-is-active"><a href="/documents">1</a></li><li><a href="/documents?start=20">2</a></li><li '
        'class="k-pagination__next"><a href="/documents?start=20">Next</a></li></ul></div></div>',
        link="/documents/4$n-text", pool=REPORTS, frame=ministry, url=_GOV + "/documents", following=_GOV + "/documents?start=20",
        shows=(("published", "$iso"), ("modified", "2025-09-0$n 08:00:00"), ("teaser", "$x"), ("authors", ("$p",))),
    ),
    Shape(
        "data sets with a whole citation between their day and their description",
        '<tr class="ui-widget-content"><td><div class="card-title-icon-block"><span class="icon-dataset text-info pull-right" title="Dataset"></span><a href="$u"><span style="padding:4px 0;">$t</span></a></div><div class="card-preview-icon-block text-center"><a href="$u"><span class="icon-dataset text-info"></span></a></div><span class="resultDateDisplay"><span class="text-muted">$mon $day, $year</span> <span class="text-muted">- <a '
        'href="/dataverse/quay">Quay Data</a></span></span><div class="resultDatasetCitation"><span class="resultCitation">$p; $q, $year, &quot;$t&quot;, <a href="https://doi.example/10.1/Q$n" target="_blank">https://doi.example/10.1/Q$n</a>, Quay Data, V1</span></div><div class="resultDescription">$x</div></td></tr>',
        '<div id="dv-main"><div class="results-count">1 to 6 of 61 Results</div><div class="ui-datatable"><table role="grid"><tbody class="ui-datatable-data">$records</tbody></table></div><div class="text-center"><ul class="pagination"><li class="active"><a href="#">1</a></li><li><a href="/dataverse/quay?q=&amp;page=2">2</a></li><li><a href="/dataverse/quay?q=&amp;page=2">Next &gt;</a></li></ul></div></div>',
        link="/dataset.xhtml?persistentId=doi:10.1/Q$n", pool=REPORTS, url="https://data.example/dataverse/quay", following="https://data.example/dataverse/quay?q=&page=2", shows=(("published", "$iso"), ("teaser", "$x")),
    ),
    Shape(
        "a scholar's papers: names of initials in grey, a journal in grey, citations and a year in cells",
        '<tr class="gsc_a_tr"><td class="gsc_a_t"><a href="$u" class="gsc_a_at">$t</a><div class="gs_gray">H Osei, S Lund, N Rahman</div><div class="gs_gray">Journal of Basins 1$n (3), 1-2$n<span class="gs_oph">, $year</span></div></td><td class="gsc_a_c"><a href="https://scholar.example/scholar?cites=9$n" class="gsc_a_ac gs_ibl">12$n</a></td><td class="gsc_a_y"><span class="gsc_a_h gsc_a_hc gs_ibl">$year</span></td></tr>',
        '<div id="gsc_art"><form><table id="gsc_a_t"><thead><tr id="gsc_a_trh"><th class="gsc_a_t" scope="col"><span id="gsc_a_ta"><a class="gsc_a_a" href="/citations?user=q&amp;sortby=title">Title</a></span></th><th class="gsc_a_c" scope="col"><a class="gsc_a_a">Cited by</a></th><th class="gsc_a_y" scope="col">Year</th></tr></thead><tbody id="gsc_a_b">$records</tbody></table></form></div>',
        link="/citations?view_op=view_citation&citation_for_view=q:$n", pool=REPORTS, url="https://scholar.example/citations?user=q", shows=(("authors", ("H Osei", "S Lund", "N Rahman")),),
    ),
    Shape(
        "cases of a court: parties, a neutral citation and a day in brackets are one link",
        '<li class="make-database"><a href="$u" class="make-database">$t [$year] QSC 1$n ($d)</a></li>',
        '<h1>High Court of Quay: decisions of 2025</h1><p>Most recent first.</p><ul>$records</ul>',
        link="$year/1$n.html", pool=Pool(("Holt v Harbour Board", "Eide and Another v S", "Aziz v Minister of Rivers", "Okafor NO v Lind", "Ex parte Reis", "S v Diallo"), days=REPORTS.days, written=("3 July 2025", "27 June 2025", "27 June 2025", "12 May 2025", "2 December 2024", "19 November 2024")),
        url="https://lii.example/qa/cases/QSC/", shows=(("title", "$t [$year] QSC 1$n ($d)"), ("published", "$iso"), ("teaser", None)),
    ),
    Shape(
        "a loop of a builder: widgets in containers for each field",
        '<div data-elementor-type="loop-item" class="elementor elementor-51 e-loop-item e-loop-item-7$n post-7$n post type-post status-publish format-standard has-post-thumbnail hentry category-c$n"><div class="elementor-element elementor-element-1a2b e-flex e-con-boxed e-con e-parent" data-element_type="container"><div class="e-con-inner"><div class="elementor-widget elementor-widget-theme-post-featured-image"><div class="elementor-widget-container"><a href="$u"><img src="/i/$n.jpg" '
        'alt=""></a></div></div><div class="elementor-widget elementor-widget-theme-post-title"><div class="elementor-widget-container"><h3 class="elementor-heading-title elementor-size-default"><a href="$u">$t</a></h3></div></div><div class="elementor-widget elementor-widget-post-info"><div class="elementor-widget-container"><ul class="elementor-inline-items elementor-icon-list-items elementor-post-info"><li class="elementor-icon-list-item elementor-inline-item" itemprop="datePublished"><a '
        'href="/$year/$m/$day/"><span class="elementor-icon-list-icon"><i aria-hidden="true" class="fas fa-calendar"></i></span><span class="elementor-icon-list-text elementor-post-info__item elementor-post-info__item--type-date"><time>$month $day, $year</time></span></a></li><li class="elementor-icon-list-item elementor-inline-item" itemprop="about"><span class="elementor-icon-list-text elementor-post-info__item elementor-post-info__item--type-terms"><span class="elementor-post-info__terms-list"><a '
        'href="/category/c$n/" class="elementor-post-info__terms-list-item">$s</a></span></span></li></ul></div></div><div class="elementor-widget elementor-widget-theme-post-excerpt"><div class="elementor-widget-container">$x</div></div><div class="elementor-widget elementor-widget-button"><div class="elementor-widget-container"><a class="elementor-button elementor-button-link elementor-size-sm" href="$u"><span class="elementor-button-content-wrapper"><span class="elementor-button-text">Read More</span></span></a></div></div></div></div></div>',
        '<div class="elementor-widget-container"><div class="elementor-loop-container elementor-grid" role="list">$records</div><div class="e-load-more-anchor" data-page="1" data-max-page="7" data-next-page="https://tank.example/insights/page/2/"></div><div class="elementor-button-wrapper"><a class="elementor-button-link elementor-button" role="button" href="#"><span class="elementor-button-text">Load More</span></a></div></div>',
        link="/text-$n/", pool=REPORTS, frame=_beside, url=_TANK + "/insights/", following=_TANK + "/insights/page/2/", shows=(("published", "$iso"), ("teaser", "$x"), ("categories", ("$s",))),
    ),
    Shape(
        "a block plugin's grid: icons of a dash in front of writer, day and term",
        '<article class="uagb-post__inner-wrap"><div class="uagb-post__image"><a href="$u" target="_self" rel="bookmark noopener noreferrer"><img src="/i/$n.jpg" alt=""></a></div><h4 class="uagb-post__title uagb-post__text"><a href="$u" target="_self" rel="bookmark noopener noreferrer">$t</a></h4><div class="uagb-post__text uagb-post-grid-byline"><span class="uagb-post__author"><span class="dashicons-admin-users dashicons"></span><a '
        'href="/author/a$n/" rel="author">$p</a></span><time datetime="${iso}T08:00:00+00:00" class="uagb-post__date"><span class="dashicons-calendar dashicons"></span>$month $day, $year</time><span class="uagb-post__taxonomy"><span class="dashicons-tag dashicons"></span><a href="/category/c$n/" rel="tag">$s</a></span></div><div class="uagb-post__text uagb-post__excerpt"><p>$x</p></div><div class="uagb-post__text uagb-post__cta wp-block-button"><a class="wp-block-button__link uagb-text-link" '
        'href="$u" target="_self">Read More</a></div></article>',
        '<div class="wp-block-uagb-post-grid uagb-post-grid uagb-post__columns-3 is-grid">$records</div><div class="uagb-post-pagination-wrap"><span aria-current="page" class="page-numbers current">1</span><a class="page-numbers" href="/insights/page/2/">2</a><a class="next page-numbers" href="/insights/page/2/">Next »</a></div>',
        link="/text-$n/", pool=REPORTS, frame=_beside, url=_TANK + "/insights/", following=_TANK + "/insights/page/2/", shows=(("published", "$iso"), ("teaser", "$x"), ("categories", ("$s",)), ("authors", ("$p",))),
    ),
    Shape(
        "a grid of dynamic fields: a title in no link, a button, an overlay's link at the end",
        '<div class="jet-listing-grid__item jet-listing-dynamic-post-8$n" data-post-id="8$n"><div class="jet-engine-listing-overlay-wrap" data-url="$u"><div class="elementor"><div class="jet-listing jet-listing-dynamic-terms"><span class="jet-listing-dynamic-terms__link">$s</span></div><div class="jet-listing jet-listing-dynamic-field display-inline"><div class="jet-listing-dynamic-field__inline-wrap"><h4 class="jet-listing-dynamic-field__content">$t</h4></div></div><div '
        'class="jet-listing jet-listing-dynamic-field display-inline"><div class="jet-listing-dynamic-field__inline-wrap"><div class="jet-listing-dynamic-field__content">$month $day, $year</div></div></div><div class="jet-listing jet-listing-dynamic-field"><div class="jet-listing-dynamic-field__content">$x</div></div></div><a href="$u" class="jet-engine-listing-overlay-link" aria-label="Listing item link"></a></div></div>',
        '<div class="jet-listing-grid jet-listing"><div class="jet-listing-grid__items grid-col-desk-3">$records</div></div>',
        link="/resource/text-$n/", pool=REPORTS, frame=builder, url=_TANK + "/resources/", shows=(("published", "$iso"), ("teaser", "$x"), ("categories", ("$s",))),
    ),
    Shape(
        "a shop's books: a price, a button that adds to the cart",
        '<li class="product type-product post-9$n status-publish first instock product_cat-books has-post-thumbnail taxable purchasable product-type-simple"><a href="$u" class="woocommerce-LoopProduct-link woocommerce-loop-product__link"><img width="300" height="300" src="/b/$n.jpg" class="attachment-woocommerce_thumbnail" alt=""><h2 class="woocommerce-loop-product__title">$t</h2><span class="price"><span class="woocommerce-Price-amount amount">'
        '<bdi><span class="woocommerce-Price-currencySymbol">&#36;</span>1$n.00</bdi></span></span></a><a href="?add-to-cart=9$n" data-quantity="1" class="button product_type_simple add_to_cart_button ajax_add_to_cart" data-product_id="9$n" aria-label="Add to cart: “$t”" rel="nofollow">Add to cart</a></li>',
        '<p class="woocommerce-result-count">Showing 1–6 of 61 results</p><form class="woocommerce-ordering" method="get"><select name="orderby"><option value="menu_order">Default sorting</option></select></form><ul class="products columns-3">$records</ul><nav class="woocommerce-pagination"><ul class="page-numbers"><li><span aria-current="page" class="page-numbers current">1</span></li><li><a class="page-numbers" href="/shop/page/2/">2</a></li><li>'
        '<a class="next page-numbers" href="/shop/page/2/">&rarr;</a></li></ul></nav>',
        link="/product/text-$n/", pool=REPORTS, frame=builder, url=_TANK + "/shop/", following=_TANK + "/shop/page/2/", shows=(("published", None), ("teaser", None)),
    ),
)  # fmt: skip
