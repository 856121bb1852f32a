"""Lists of ministries, universities and archives on systems of many ages; pages of theirs that hold no listing."""

from __future__ import annotations

from tests.crawler.listing.shapes.agencies import REPORTS
from tests.crawler.listing.shapes.frames import WIDGETS, agency, builder, ministry
from tests.crawler.listing.shapes.shape import TEXTS, Shape

_SITE = "https://gov.example"

SHAPES = (
    Shape(
        "a category's table without head: date, writer and hits in words",
        '<tr class="cat-list-row0"><td headers="categorylist_header_title" class="list-title"><a href="$u">$t</a></td><td headers="categorylist_header_date" class="list-date small">$d</td><td headers="categorylist_header_author" class="list-author">Written by Super User</td>'
        '<td headers="categorylist_header_hits" class="list-hits"><span class="badge badge-info">Hits: 12$n</span></td></tr>',
        '<div class="category-list"><div><div class="content-category"><h2>Circulars</h2><form action="/index.php/documents/circulars" method="post" name="adminForm" id="adminForm" class="form-inline"><fieldset class="filters btn-toolbar clearfix"><div class="btn-group pull-right"><label for="limit" class="element-invisible">'
        'Display #</label><select id="limit" name="limit"><option value="5">5</option><option value="10" selected>10</option><option value="0">All</option></select></div></fieldset><table class="category table table-striped table-bordered table-hover table-noheader"><caption class="hide">List of articles in category Circulars</caption><thead>'
        '<tr><th scope="col" id="categorylist_header_title"><a href="#" onclick="Joomla.tableOrdering(\'a.title\')" title="Click to sort">Title</a></th><th id="categorylist_header_date">Created Date</th><th id="categorylist_header_author">Author</th><th id="categorylist_header_hits">Hits</th></tr></thead><tbody>$records</tbody></table>'
        '<div class="pagination"><p class="counter pull-right">Page 1 of 9</p><ul class="pagination-list"><li class="disabled"><a>Start</a></li><li class="disabled"><a>Prev</a></li><li class="active"><a>1</a></li><li><a class="" href="/index.php/documents/circulars?start=10" title="">2</a></li><li><a title="Next" '
        'href="/index.php/documents/circulars?start=10" class="hasTooltip pagenav">Next</a></li><li><a title="End" href="/index.php/documents/circulars?start=80" class="hasTooltip pagenav">End</a></li></ul></div></form></div></div></div>',
        link="/index.php/documents/circulars/1$n-text", pool=REPORTS, frame=ministry, url=_SITE + "/index.php/documents/circulars", following=_SITE + "/index.php/documents/circulars?start=10",
        shows=(("published", "$iso"), ("authors", ("Super User",)), ("teaser", None)),
    ),
    Shape(
        "an old blog of articles: icons to print and mail, details in a list, last updated",
        '<div class="items-row cols-1 row-$n"><div class="item column-1"><h2><a href="$u">$t</a></h2><ul class="actions"><li class="print-icon"><a href="$u?tmpl=component&amp;print=1&amp;page=" title="Print" onclick="window.open(this.href)" rel="nofollow"><img src="/media/printButton.png" alt="Print"></a></li><li class="email-icon">'
        '<a href="/index.php/component/mailto/?tmpl=component&amp;link=a$n" title="Email"><img src="/media/emailButton.png" alt="Email"></a></li></ul><dl class="article-info"><dt class="article-info-term">Details</dt><dd class="category-name">Category: <a href="/index.php/news">$s</a></dd><dd class="create">Created on $d 08:1$n</dd>'
        '<dd class="modified">Last Updated on 04 September 2025 10:22</dd><dd class="published">Published on $d 08:1$n</dd><dd class="createdby">Written by $p</dd><dd class="hits">Hits: 31$n</dd></dl><p style="text-align: justify;">$x</p><p class="readmore"><a href="$u">Read more: $t</a></p><div class="item-separator"></div></div>'
        '<span class="row-separator"></span></div>',
        '<div class="blog"><h1>News</h1>$records<div class="items-more"><h3>More Articles...</h3><ol><li><a href="/index.php/news/91-x">Tariff review committee appointed</a></li><li><a href="/index.php/news/92-y">World Water Day marked</a></li></ol></div><div class="pagination"><p class="counter">Page 1 of 12</p><ul><li class="pagination-start">'
        '<span class="pagenav">Start</span></li><li class="pagination-prev"><span class="pagenav">Prev</span></li><li><span class="pagenav">1</span></li><li><a href="/index.php/news?start=6" class="pagenav">2</a></li><li class="pagination-next"><a title="Next" href="/index.php/news?start=6" class="pagenav">Next</a></li></ul></div></div>',
        link="/index.php/news/8$n-text", pool=REPORTS, frame=ministry, url=_SITE + "/index.php/news", following=_SITE + "/index.php/news?start=6",
        shows=(("published", "$iso"), ("modified", "04 September 2025"), ("teaser", "$x"), ("categories", ("$s",)), ("authors", ("$p",))),
    ),
    Shape(
        "a table of fields: a year, a title, a file with its icon and its name",
        '<tr class="odd"><td class="views-field views-field-field-year active"><span class="date-display-single" property="dc:date" datatype="xsd:dateTime" content="${iso}T00:00:00+03:00">$d</span></td><td class="views-field views-field-title"><a href="$u">$t</a></td><td class="views-field views-field-field-document">'
        '<span class="file"><img class="file-icon" alt="PDF icon" title="application/pdf" src="/modules/file/icons/application-pdf.png"> <a href="/sites/default/files/doc_$n.pdf" type="application/pdf; length=7012$n">doc_$n.pdf</a></span></td></tr>',
        '<div id="content" class="column"><div class="section"><h1 class="title">Annual reports</h1><div class="tabs"></div><div class="view view-documents"><div class="view-content"><table class="views-table cols-3"><thead><tr><th class="views-field"><a href="/documents?order=field_year&amp;sort=asc" title="sort by Date" class="active">Date'
        '<img typeof="foaf:Image" src="/misc/arrow-asc.png" width="13" height="13" alt="sort ascending"></a></th><th>Title</th><th>Download</th></tr></thead><tbody>$records</tbody></table></div><div class="item-list"><ul class="pager"><li class="pager-current first">1</li><li class="pager-item"><a title="Go to page 2" href="/documents?page=1">2</a></li>'
        '<li class="pager-next"><a title="Go to next page" href="/documents?page=1">next ›</a></li><li class="pager-last last"><a title="Go to last page" href="/documents?page=4">last »</a></li></ul></div></div></div></div>',
        link="/node/41$n", pool=REPORTS, frame=ministry, url=_SITE + "/documents", following=_SITE + "/documents?page=1",
        shows=(("published", "$iso"), ("teaser", None), ("files", ("/sites/default/files/doc_$n.pdf",))),
    ),
    Shape(
        "a content query's items in a portal's zones",
        '<li class="dfwp-item"><div class="item clearer"><div class="image-area-left"><a href="$u" target=""><img class="image" src="/PublishingImages/$n.jpg?RenditionID=5" alt="$t"></a></div><div class="link-item"><a href="$u" target="" title="">$t</a><div class="date">$d</div><div class="description">$x</div></div></div></li>',
        '<form method="post" action="/en/news" id="aspnetForm"><div id="s4-workspace"><div id="s4-bodyContainer"><div class="ms-webpart-zone ms-fullWidth"><div class="ms-webpartzone-cell ms-webpart-cell-vertical ms-fullWidth"><div class="ms-webpart-chrome"><div id="WebPartWPQ2" class="ms-WPBody noindex"><div id="cbqwpctl00" class="cbq-layout-main">'
        '<ul class="dfwp-column dfwp-list" style="width:100%">$records</ul></div></div></div></div></div></div></div></form>',
        link="/en/news/Pages/text-$n.aspx", pool=REPORTS, frame=ministry, url=_SITE + "/en/news/Pages/default.aspx", shows=(("published", "$iso"), ("teaser", "$x")),
    ),
    Shape(
        "news of a plugin: a picture column, a footer of date, category, writer and tags",
        '<div class="article articletype-0 topnews" itemscope="itemscope" itemtype="http://schema.org/Article"><div class="header"><h3><a title="$t" href="$u"><span itemprop="headline">$t</span></a></h3></div><div class="news-img-wrap"><a title="$t" href="$u"><img src="/fileadmin/_processed_/$n.jpg" width="200" height="113" alt=""></a></div>'
        '<div class="teaser-text"><div itemprop="description"><p>$x</p></div><a class="more" title="$t" href="$u">More</a></div><div class="footer"><p><span class="news-list-date"><time itemprop="datePublished" datetime="$iso">$dmy</time></span><span class="news-list-category">$s</span><span class="news-list-tags" itemprop="keywords">'
        'Tags:<ul class="tags"><li>$k</li><li>$l</li></ul></span><span class="news-list-author">By $p</span></p></div></div>',
        '<div class="col-md-9"><div class="news"><div class="news-list-view" id="news-container-4">$records<ul class="f3-widget-paginator"><li class="current">1</li><li><a href="/news/page?tx_news_pi1%5B%40widget_0%5D%5BcurrentPage%5D=2&amp;cHash=55ab">2</a></li><li class="next"><a href="/news/page?tx_news_pi1%5B%40widget_0%5D%5BcurrentPage%5D=2&amp;'
        'cHash=55ab">Next</a></li></ul></div></div></div>',
        link="/news/detail/text-$n", pool=REPORTS, frame=ministry, url=_SITE + "/news/page", following=_SITE + "/news/page?tx_news_pi1%5B%40widget_0%5D%5BcurrentPage%5D=2&cHash=55ab",
        shows=(("published", "$iso"), ("teaser", "$x"), ("categories", ("$s",)), ("tags", ("$k", "$l")), ("authors", ("$p",))),
    ),
    Shape(
        "summary blocks whose meta stands four times, shown once",
        '<div class="summary-item summary-item-record-type-text" data-id="64$n" id="yui_3_17_2_1_$n"><div class="summary-thumbnail-outer-container"><a href="$u" class="summary-thumbnail-container sqs-gallery-image-container" data-title="$t" data-description=""><div class="summary-thumbnail img-wrapper"><img data-src="/s/$n.jpg" alt="$t" class="summary-thumbnail-image">'
        '</div></a></div><div class="summary-content sqs-gallery-meta-container"><div class="summary-metadata-container summary-metadata-container--above-title"><div class="summary-metadata summary-metadata--primary"><time class="summary-metadata-item summary-metadata-item--date" datetime="$iso">$mon $day, $year</time></div><div class="summary-metadata '
        'summary-metadata--secondary"></div></div><div class="summary-title"><a href="$u" class="summary-title-link">$t</a></div><div class="summary-excerpt summary-excerpt-only"><p>$x</p></div><a href="$u" class="summary-read-more-link">Read More →</a><div class="summary-metadata-container summary-metadata-container--below-content"><div '
        'class="summary-metadata summary-metadata--primary"><span class="summary-metadata-item summary-metadata-item--cats"><a href="/insights/category/$k">$s</a></span><span class="summary-metadata-item summary-metadata-item--author"><a href="/insights?author=5$n">$p</a></span></div></div></div></div>',
        '<div class="sqs-block summary-v2-block"><div class="summary-block-wrapper summary-block-collection-type-blog-basic-grid"><div class="summary-heading"><div class="summary-heading-text">Latest</div></div><div class="summary-item-list-container sqs-gallery-container"><div class="summary-item-list">$records</div></div></div></div>',
        link="/insights/text-$n", pool=REPORTS, frame=builder, url="https://tank.example/insights", shows=(("published", "$iso"), ("teaser", "$x"), ("categories", ("$s",)), ("authors", ("$p",))),
    ),
    Shape(
        "a table of packages: files and sizes under the title, a date with its stamp, a button with its address in data",
        '<tr class="__dt_row"><td style="background-image:url(/pdf.svg)" class="__dt_col_title __dt_col"><a class="package-title" href="$u">$t</a><br><small class="__dt_item_meta"><i class="fas fa-copy"></i> 1 file(s) <i class="fas fa-hdd"></i> 1.$n MB</small></td><td data-order="$s" class="__dt_categories"><a class="sbyc" href="/download-category/c$n/">$s</a></td>'
        '<td data-order="173188800$n" class="__dt_update_date"><span class="small">$month $day, $year</span></td><td class="__dt_download_link"><a class="wpdm-download-link download-on-click btn btn-primary btn-sm" rel="nofollow" href="#" data-downloadurl="$u?wpdmdl=91$n&amp;refresh=67">Download</a></td></tr>',
        '<div class="w3eden"><div id="wpdm-all-packages"><table id="wpdmmydls-1" class="table table-striped wpdm-all-packages-table"><thead><tr><th>Title</th><th>Categories</th><th>Update Date</th><th>Download</th></tr></thead><tbody>$records</tbody></table></div></div>',
        link="/download/text-$n/", pool=REPORTS, frame=builder, url="https://tank.example/downloads/", shows=(("published", "$iso"), ("teaser", None), ("categories", ("$s",))),
    ),
    Shape(
        "a discovery system's results: check boxes, call numbers, formats, save and cite",
        '<li id="result$n" class="result"><input class="checkbox-select-item" type="checkbox" name="ids[]" value="Solr|$n" aria-label="Select item number $n"><div class="record-number">$n</div><div class="media"><div class="media-left"><a href="$u"><img data-recordid="$n" src="/Cover/Show?size=medium&amp;recordid=$n" class="recordcover" alt="Cover Image"></a></div>'
        '<div class="media-body"><div class="result-body"><h2><a class="title getFull" data-view="full" href="$u">$t</a></h2><div>by <a href="/Author/Home?author=h$n" class="result-author">$p</a><br>Published $year</div><div class="callnumAndLocation"><strong>Call Number:</strong> <span class="callnumber">Loading…</span></div><div class="result-formats"><span class="format book">Book</span>'
        '</div></div><div class="result-links"><a class="save-record" href="/Record/$n/Save">Save to List</a> <a href="/Record/$n/Cite">Cite this</a></div></div></div></li>',
        '<div class="mainbody left"><div class="search-header"><div class="search-stats">Showing <strong>1</strong> - <strong>6</strong> results of <strong>61</strong></div></div><form name="bulkActionForm"><ol class="record-list">$records</ol></form><ul class="pagination"><li class="active"><span>1</span></li><li><a href="?lookfor=water&amp;page=2">2</a></li><li>'
        '<a href="?lookfor=water&amp;page=2" class="page-next">Next</a></li></ul></div><div class="sidebar left"><h3>Narrow Search</h3><div class="facet-group"><h4>Language</h4><a href="?filter=l:en" class="facet">English <span class="badge">41</span></a><a href="?filter=l:fr" class="facet">French <span class="badge">12</span></a></div></div>',
        link="/Record/00$n?sid=9", pool=REPORTS, frame=builder, url="https://tank.example/Search/Results?lookfor=water", following="https://tank.example/Search/Results?lookfor=water&page=2",
        shows=(("authors", ("$p",)), ("teaser", None)),
    ),
    Shape(
        "a laboratory's papers: authors, a linked title, a venue in one run, links to more in brackets",
        '<li>$p, $q. <a href="$u">$t</a>. In <i>Proceedings of the Basin Symposium</i>, pages 1$n–2$n, $year. [<a href="/bib/$n.bib">bib</a>] [<a href="/slides/$n.pdf">slides</a>]</li>',
        '<div id="main"><h1>Publications</h1><h2>2024</h2><ul class="pubs">$records</ul></div>',
        link="/papers/p$n.pdf", pool=REPORTS, url="https://lab.example/publications.html", shows=(("authors", ("$p", "$q")),),
    ),
    Shape(
        "archival descriptions: a code, a level, dates of creation, a part-of link, a clipboard button",
        '<article class="search-result row g-0 p-3 border-bottom"><div class="col-12"><div class="d-flex"><a href="$u" class="h5 mb-0 text-truncate" title="$t">$t</a><button class="btn atom-btn-white ms-auto active-primary clipboard" data-clipboard-slug="t$n" data-title="Add to clipboard"><i class="fas fa-paperclip"></i><span class="visually-hidden">Add to clipboard</span></button></div>'
        '<div class="d-flex flex-column gap-2"><div class="d-flex flex-wrap"><span class="text-primary">CA 01-$n</span><span class="text-muted mx-2"> · </span><span class="text-muted">Fonds</span><span class="text-muted mx-2"> · </span><span class="text-muted">1901-195$n</span></div><span class="text-block d-none"><p>$x</p></span></div></div></article>',
        '<div id="main-column" role="main" class="col-md-9"><h1>Showing 61 results</h1><div id="content">$records</div><nav aria-label="Page navigation" class="p-3"><p class="text-center">Results 1 to 6 of 61</p><ul class="pagination justify-content-center"><li class="page-item disabled"><span class="page-link">Previous</span></li><li class="page-item active"><span>1</span></li>'
        '<li class="page-item"><a class="page-link" href="/informationobject/browse?page=2">2</a></li><li class="page-item"><a rel="next" class="page-link" href="/informationobject/browse?page=2">Next</a></li></ul></nav></div>',
        link="/text-$n", pool=REPORTS, frame=agency, url="https://archive.example/informationobject/browse", following="https://archive.example/informationobject/browse?page=2", shows=(("teaser", "$x"), ("published", None)),
    ),
    Shape(
        "a table of 2003: a day that spans its rows, fonts, spaces, a file's size",
        "<TR><TD><FONT face=Arial size=2><A href=\"$u\" target=_blank>$t</A>&nbsp;(12$n kb)</FONT></TD></TR>",
        '<TABLE border=1 cellPadding=3 width=95%><TR bgColor=#ccccff><TD><B>Date</B></TD><TD><B>Press release</B></TD></TR>$records</TABLE>',
        first='<TR><TD rowSpan=3 vAlign=top noWrap><FONT face=Arial size=2>$d</FONT></TD><TD><FONT face=Arial size=2><A href="$u" target=_blank>$t</A>&nbsp;(12$n kb)</FONT></TD></TR>',
        others=((3, '<TR><TD rowSpan=3 vAlign=top noWrap><FONT face=Arial size=2>$d</FONT></TD><TD><FONT face=Arial size=2><A href="$u" target=_blank>$t</A>&nbsp;(12$n kb)</FONT></TD></TR>'),),
        link="press/pr$n.pdf", pool=REPORTS, frame=ministry, url=_SITE + "/press.htm",
        shows=(("published", "2025-07-03"), ("teaser", None)), but=tuple((at, "published", "2025-05-12") for at in (3, 4, 5)),
    ),
)  # fmt: skip

_LONG = "".join(f"<p>{text} {text}</p>" for text in TEXTS)


def _tile(base: str, title: str) -> str:
    return f'<div class="col-md-3"><a href="/{base}"><img src="/i/{base}.jpg" alt=""><h3>{title}</h3></a></div>'


SINGLES = {
    "a login wall": agency('<div class="login"><h2>Sign in to view this page</h2><form action="/user/login"><input name="name"><input type="password" name="pass"><button>Log in</button></form><ul><li><a href="/user/register">Create new account</a></li><li><a href="/user/password">Reset your password</a></li></ul></div>', title="Access denied"),
    "an article with a grid of related cards with dates": agency(
        f"<article class='node node--full'><p class='date'>3 July 2025</p>{_LONG}<div class='field--tags'><a href='/tags/water'>Water</a> <a href='/tags/health'>Health</a></div></article>"
        "<section class='related-content'><h2>Related content</h2><div class='row'>"
        + "".join(f"<div class='col-4'><div class='card'><img src='/i/{i}.jpg' alt=''><div class='card-body'><span class='card-type'>Story</span><h3><a href='/stories/s{i}'>{text[:44]}</a></h3><time datetime='2025-06-1{i}'>1{i} June 2025</time></div></div></div>" for i, text in enumerate(TEXTS[:3]))
        + "</div></section>", title="Pumps that outlast the rain",
    ),
    "questions and answers without links": agency("<div class='faq'>" + "".join(f"<div class='faq-item'><h3>{text.split(',')[0]}?</h3><div class='answer'><p>{text}</p></div></div>" for text in TEXTS) + "</div>", title="Questions"),
    "a contact page with offices": ministry("<h1>Contact us</h1>" + "".join(f"<div class='office'><h3>{town} office</h3><p>{i} Quay Street, {town}<br>Tel. +100 {i}00<br><a href='mailto:{town.lower()}@gov.example'>{town.lower()}@gov.example</a></p></div>" for i, town in enumerate(("Adar", "Belo", "Cavan", "Doru"), 1)), title="Contact us"),
}  # fmt: skip


def single(name: str) -> str:
    side = WIDGETS if "article" in name else ""
    return f'<!doctype html><html lang="en"><head><title>River</title></head><body>{SINGLES[name]}{side}</body></html>'
