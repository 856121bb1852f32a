"""Opinions, agendas and decisions as courts and councils list them; plain themes of site generators; a wiki's search."""

from __future__ import annotations

from tests.crawler.listing.shapes.agencies import REPORTS
from tests.crawler.listing.shapes.frames import agency, ministry
from tests.crawler.listing.shapes.shape import Pool, Shape
from tests.crawler.listing.shapes.themes import plain

_COURT = "https://court.example"
_SITE = "https://blog.example"
CASES = Pool(
    ("Holt v. Harbour Board", "In re Estate of Eide", "State v. Aziz", "Okafor & Sons, Inc. v. Lind".replace("&", "and"), "Matter of Reis (Quay Housing Authority)", "Diallo et al. v. Minister of Rivers"),
    (
        "Whether a harbour board may close a public pier without a hearing, and what notice is due to those who moor there.", "The county court erred in holding that a will signed by one witness was void.", "Evidence of a prior escape was admitted without the warning that the rules of evidence require.",
        "A bill of lading signed by an agent binds the carrier, though the agent exceeded his authority.", "The housing authority's denial of succession rights was not supported by substantial evidence.", "Members of the fishing cooperative have standing to challenge the minister's quota.",
    ),
    days=("2025-07-03", "2025-07-03", "2025-06-27", "2025-06-24", "2025-06-12", "2025-05-29"), written=("July 3, 2025", "July 3, 2025", "June 27, 2025", "June 24, 2025", "June 12, 2025", "May 29, 2025"),
    subjects=("Published", "Unpublished", "Published", "Published", "Unpublished", "Published"),
)  # fmt: skip
_BARE = (("teaser", None),)

SHAPES = (
    Shape(
        "slip opinions: a number, a short day, a docket, a case's name with its holding in the link's title",
        '<tr><td style="text-align:center;">6$n</td><td style="text-align:center;">$mdy</td><td style="text-align:center;white-space:nowrap;">23-47$n</td><td><a href="$u" target="_blank" title="$x">$t</a></td><td></td><td style="text-align:center;">R</td><td style="text-align:center;">605/$n</td></tr>',
        '<div id="pagemaindiv"><h2>Opinions of the Court - 2024</h2><p>The term opinions are listed below in the order of their release.</p><div id="accordion"><div class="panel panel-default"><div class="panel-body"><table class="table table-bordered"><tr><th>R-</th><th>Date</th><th>Docket</th><th>Name</th><th>Revised</th><th>J.</th><th>Pt.</th></tr>$records</table></div></div></div></div>',
        link="/opinions/24pdf/23-47${n}_2cp3.pdf", pool=CASES, frame=agency, url=_COURT + "/opinions/slipopinion/24", shows=(("published", "$iso"),),
    ),
    Shape(
        "decisions of a reporter: a case, a citation, decided on, a court's department",
        '<tr><td><a href="$u">$t</a></td><td>$year Slip Op 0391$n</td><td>Decided on $d</td><td>Appellate Division, Third Department</td></tr>',
        '<h3>Decisions of July 2025</h3><table border="1" cellpadding="2" width="100%"><tbody>$records</tbody></table>',
        link="../3dseries/$year/${year}_0391$n.htm", pool=CASES, frame=agency, url=_COURT + "/reporter/slipidx/aidxtable_3.shtml", shows=(("published", "$iso"), *_BARE),
    ),
    Shape(
        "a docket's number and two formats before a case's name in plain text",
        '<tr><td>S2712$n <a href="$u">[PDF]</a> <a href="/opinions/archive/S2712$n.DOCX">[DOC]</a></td><td>$t</td><td>$mon $day $year</td></tr>',
        '<table class="opinions"><thead><tr><th>Docket Number</th><th>Description</th><th>Date Posted</th></tr></thead><tbody>$records</tbody></table>',
        link="/opinions/archive/S2712$n.PDF", pool=CASES, frame=agency, url=_COURT + "/opinions-slip.htm", shows=(("published", "$iso"), *_BARE),
    ),
    Shape(
        "a search's rows: day first, a docket in the link, a case in the next cell",
        '<tr><td>$year/$m/$day</td><td><a href="$u">23-501$n</a></td><td>$t</td><td>Harbour District Court</td><td>$s</td></tr>',
        '<form id="aspnetForm"><table id="grid" class="grid"><tr class="head"><td>Date</td><td>Docket No.</td><td>Case</td><td>Origin</td><td>Status</td></tr>$records</table></form>',
        link="/opinions/unpub/23/23-501$n.0.pdf", pool=CASES, frame=ministry, url=_COURT + "/electronic-case-filing/opinions", shows=(("published", "$iso"), *_BARE),
    ),
    Shape(
        "lines of a case in a link, its citation and docket behind it, under the day's heading",
        '<p><a href="$u">$t</a>, 2025 Qy. 1$n (CV-24-12$n)</p>',
        '<div class="opinion-list">$records</div>',
        first='<h3>$d</h3><p><a href="$u">$t</a>, 2025 Qy. 1$n (CV-24-12$n)</p>', others=tuple((at, '<h3>$d</h3><p><a href="$u">$t</a>, 2025 Qy. 1$n (CV-24-12$n)</p>') for at in (2, 3, 4, 5)),
        link="/op/CV-24-12$n.pdf", pool=CASES, frame=agency, url=_COURT + "/opinions", shows=(("published", "$iso"),),
    ),
    Shape(
        "cases in bold with lines of docket and days, the only link says opinion",
        '<div class="case"><p><b>$t</b><br>Docket: SJC-134$n<br>Dates: $d<br><a href="$u">Opinion</a></p></div>',
        "<div class='cases'><h2>New opinions</h2>$records</div>",
        link="/files/sjc-134$n.pdf", pool=CASES, frame=agency, url=_COURT + "/new-opinions", shows=(("published", "$iso"),),
    ),
    Shape(
        "an attorney's opinions: number, day, summary, a file",
        '<tr><td class="views-field views-field-title"><a href="$u">2025-0$n</a></td><td class="views-field views-field-field-date">$mdy</td><td class="views-field views-field-field-summary">$x</td><td><a href="/sites/default/files/2025-0$n.pdf">Download</a></td></tr>',
        '<div class="view view-opinions"><table class="views-table cols-4"><thead><tr><th>Opinion No.</th><th>Date Issued</th><th>Summary</th><th>PDF</th></tr></thead><tbody>$records</tbody></table></div>',
        link="/opinions/ag-2025-0$n", pool=CASES, frame=agency, url=_COURT + "/opinions", shows=(("title", "2025-0$n"), ("published", "$iso"), ("teaser", "$x")),
    ),
    Shape(
        "a council's agendas: the meeting's day and when it was posted over the meeting's name, minutes and more in cells",
        '<tr class="catAgendaRow"><td><h3 class="noMargin"><strong aria-label="Agenda for $d"><abbr title="$month">$mon</abbr> $day, $year</strong> — Posted <abbr title="$month">$mon</abbr> 1, $year 3:12 PM</h3><p><a href="$u" target="_blank">$t</a></p></td><td class="minutes"><a href="/AgendaCenter/ViewFile/Minutes/_07032025-1$n" aria-label="Minutes"><img src="/min.svg" alt="Minutes"></a></td><td class="media"></td></tr>',
        '<div class="listing listingCollapse noHeader"><h2>Harbour Commission</h2><table summary="List of Agendas"><tbody>$records</tbody></table></div>',
        link="/AgendaCenter/ViewFile/Agenda/_07032025-1$n", pool=CASES, frame=agency, url=_COURT + "/AgendaCenter", shows=(("files", None),),
    ),
    Shape(
        "a council's videos: a name, a hidden stamp before the day, a length, papers in cells",
        '<tr class="listingRow"><td class="listItem" headers="Name" scope="row">$t</td><td class="listItem" headers="Date"><span style="display:none;">175150000$n</span>$d - 10:00 AM</td><td class="listItem" headers="Duration">02h 1${n}m</td><td class="listItem"><a href="$u" target="_blank">Agenda</a></td><td class="listItem"><a href="MinutesViewer.php?view_id=2&amp;clip_id=1$n">Minutes</a></td><td class="listItem"><a '
        'href="javascript:void(0);" onclick="window.open(\'player\')">Video</a></td></tr>',
        '<table class="listingTable" id="archive"><thead><tr><th class="listHeader" id="Name">Name</th><th class="listHeader" id="Date">Date</th><th class="listHeader" id="Duration">Duration</th><th colspan="3"></th></tr></thead><tbody>$records</tbody></table>',
        link="AgendaViewer.php?view_id=2&clip_id=1$n", pool=CASES, frame=agency, url="https://quay.example/ViewPublisher.php?view_id=2", shows=(("published", "$iso"), *_BARE),
    ),
    Shape(
        "a plain blog: a day in italics before each link",
        '<li><span><i><time datetime="$iso" pubdate>$day $mon, $year</time></i></span> <a href="$u">$t</a></li>',
        '<main><content><ul class="blog-posts">$records</ul></content></main>',
        link="/text-$n/", pool=REPORTS, frame=plain, url=_SITE + "/blog/", shows=(("published", "$iso"), *_BARE),
    ),
    Shape(
        "a terminal's blog: two colons before the writer, tags behind hash signs, more in brackets",
        '<article class="post on-list"><h2 class="post-title"><a href="$u">$t</a></h2><div class="post-meta"><time class="post-date">$iso</time><span class="post-author">$p</span></div><span class="post-tags">#<a href="/tags/$k/">$k</a>&nbsp;#<a href="/tags/$l/">$l</a>&nbsp;</span><div class="post-content">$x</div><div><a class="read-more button inline" href="$u">[Read more]</a></div></article>',
        '<div class="content"><div class="posts">$records<div class="pagination"><div class="pagination__buttons"><a href="/page/2/" class="button inline next">Older posts <span class="button__icon">→</span></a></div></div></div></div>',
        link="/posts/text-$n/", pool=REPORTS, frame=plain, url=_SITE + "/", following=_SITE + "/page/2/", shows=(("published", "$iso"), ("teaser", "$x"), ("tags", ("$k", "$l")), ("authors", ("$p",))),
    ),
    Shape(
        "sections of titles of the first level, a day, a break, a description, a long arrow",
        '<section class="list-item"><h1 class="title"><a href="$u">$t</a></h1><time>$mon $day, $year</time><br><div class="description">$x&hellip;</div><a class="readmore" href="$u">Read more ⟶</a></section>',
        '<div class="content"><main class="list">$records<ul class="pagination"><span class="page-item page-prev"></span><span class="page-item page-next"><a href="/page/2/" class="page-link" aria-label="Next"><span aria-hidden="true">Next →</span></a></span></ul></main></div>',
        link="/posts/text-$n/", pool=REPORTS, frame=plain, url=_SITE + "/", following=_SITE + "/page/2/", shows=(("published", "$iso"), ("teaser", "$x")),
    ),
    Shape(
        "whole posts under titles of the first level, older and newer as words that may be off",
        '<div class="post"><h1 class="post-title"><a href="$u">$t</a></h1><span class="post-date">$day $mon $year</span><p>$x</p><h2>What we did</h2><p>We walked along the river and asked.</p><p>Nobody knew, at first, and then everybody did.</p></div>',
        '<div class="content container"><div class="posts">$records</div><div class="pagination"><a class="pagination-item older" href="/page2">Older</a><span class="pagination-item newer">Newer</span></div></div>',
        link="/$year/$m/$day/text-$n/", pool=REPORTS, frame=plain, url=_SITE + "/", following=_SITE + "/page2", shows=(("published", "$iso"),),
    ),
    Shape(
        "entries with a weekday before the day and the writer in an address",
        '<li><article class="hentry"><header><h2 class="entry-title"><a href="$u" rel="bookmark" title="Permalink to $t">$t</a></h2></header><footer class="post-info"><time class="published" datetime="${iso}T10:20:00+02:00"> Thu $day $month $year </time><address class="vcard author">By <a class="url fn" href="/author/a$n.html">$p</a></address></footer><div class="entry-content"><p>$x</p></div></article></li>',
        '<section id="content"><h2>All articles</h2><ol id="post-list">$records</ol></section>',
        link="/text-$n.html", pool=REPORTS, frame=plain, url=_SITE + "/index.html", shows=(("published", "$iso"), ("teaser", "$x"), ("authors", ("$p",))),
    ),
    Shape(
        "a wiki's search: snippets with marks, a size, words and the day of the last change",
        '<li class="mw-search-result mw-search-result-ns-0"><div class="mw-search-result-heading"><a href="$u" title="$t" data-serp-pos="$n">$t</a></div><div class="searchresult">$x</div><div class="mw-search-result-data">1$n KB (1,23$n words) - 10:1$n, $day $month $year</div></li>',
        '<div id="content" class="mw-body" role="main"><h1 id="firstHeading" class="firstHeading">Search results</h1><div id="bodyContent"><div class="searchresults"><div class="mw-search-results-info">Results <strong>1 – 6</strong> of <strong>61</strong></div><div class="mw-search-results-container"><ul class="mw-search-results">$records</ul></div><p class="mw-search-pager-bottom">View (previous 20 &#124; <a '
        'href="/index.php?title=Special:Search&amp;limit=20&amp;offset=20&amp;search=water" title="Next 20 results" class="mw-nextlink">next 20</a>) (20 &#124; <a href="/index.php?title=Special:Search&amp;limit=50&amp;offset=0&amp;search=water" class="mw-numlink">50</a> &#124; <a href="/index.php?title=Special:Search&amp;limit=100&amp;offset=0&amp;search=water" class="mw-numlink">100</a>)</p></div></div></div>'
        '<div id="mw-panel"><nav class="portal"><h3>Navigation</h3><ul><li><a href="/wiki/Main_Page">Main page</a></li><li><a href="/wiki/Special:RecentChanges">Recent changes</a></li></ul></nav></div>',
        link="/wiki/Text_$n", pool=REPORTS, url="https://wiki.example/index.php?title=Special:Search&search=water", following="https://wiki.example/index.php?title=Special:Search&limit=20&offset=20&search=water", shows=(("teaser", "$x"),),
    ),
)  # fmt: skip
