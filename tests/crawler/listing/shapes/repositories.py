"""Repositories, journals, catalogues and search results."""

from __future__ import annotations

from tests.crawler.listing.shapes.shape import Shape

SHAPES = (
    Shape(
        "a repository's recent submissions",
        '<div class="row ds-artifact-item"><div class="col-sm-3"><div class="thumbnail artifact-preview"><a class="image-link" href="$u"><img '
        'alt="Thumbnail" src="/b/$n.jpg"></a></div></div><div class="col-sm-9 artifact-description"><h4 class="artifact-title"><a href="$u">$t</a>'
        '<span class="Z3988" title="ctx_ver=Z39.88">﻿</span></h4><div class="artifact-info"><span class="author h4"><small><span>$p</span>; '
        '<span>$q</span></small></span> <span class="publisher-date h4"><small>(<span class="publisher">Quay Press</span>, <span class="date">$iso</span>)'
        '</small></span></div><div class="artifact-abstract">$x</div></div></div>',
        '<div class="ds-static-div"><h2>Recent submissions</h2><ul class="ds-artifact-list">$records</ul><div class="pagination-simple">'
        '<p class="pagination-info">Now showing items 1-6 of 61</p><ul class="list-inline"><li><a class="previous-page-link" href="">Previous</a></li>'
        '<li><a class="next-page-link" href="recent-submissions?offset=6">Next Page</a></li></ul></div></div>',
        link="/handle/10/55$n",
        shows=(("published", "$iso"), ("teaser", "$x"), ("authors", ("$p", "$q"))),
        url="https://river.example/handle/10/9/recent-submissions",
        following="https://river.example/handle/10/9/recent-submissions?offset=6",
    ),
    Shape(
        "a browse table of issue dates",
        '<tr><td headers="t1" class="oddRow"><em>$iso</em></td><td headers="t2" class="oddRow"><a href="$u">$t</a></td><td headers="t3" class="oddRow">'
        '<em>$p; $q</em></td></tr>',
        '<div class="browse"><div class="panel-heading">Showing results 1 to 6 of 80 <a class="pull-right" '
        'href="/browse?type=title&amp;sort_by=1&amp;order=ASC&amp;rpp=6&amp;etal=-1&amp;null=&amp;offset=6">next &gt;</a></div><table '
        'class="table"><tr><th id="t1">Issue Date</th><th id="t2">Title</th><th id="t3">Author(s)</th></tr>$records</table></div>',
        link="/handle/123/45$n",
        shows=(("published", "$iso"), ("authors", ("$p", "$q"))),
        url="https://river.example/browse?type=title",
        following="https://river.example/browse?type=title&sort_by=1&order=ASC&rpp=6&etal=-1&null=&offset=6",
    ),
    Shape(
        "an issue's contents with galleys",
        '<div class="obj_article_summary"><h3 class="title"><a id="article-9$n" href="$u">$t</a></h3><div class="meta"><div class="authors">$p, $q</div>'
        '<div class="pages">1$n-2$n</div></div><ul class="galleys_links"><li><a class="obj_galley_link pdf" href="$u/70$n" aria-labelledby="article-9$n">'
        'PDF</a></li><li><a class="obj_galley_link file" href="$u/80$n">HTML</a></li></ul></div>',
        '<div class="pkp_structure_main"><div class="obj_issue_toc"><div class="heading"><a class="cover" href="/issue/view/3"><img alt="Cover"></a>'
        '<div class="description"><p>Vol. 3 No. 2</p></div></div><div class="sections"><div class="section"><h2>Articles</h2><ul class="cmp_article_list">'
        "$records</ul></div></div></div></div>",
        link="/index.php/rj/article/view/9$n",
        shows=(("authors", ("$p", "$q")), ("teaser", None)),
        url="https://river.example/index.php/rj/issue/view/3",
    ),
    Shape(
        "a search engine's hits: a link, a green address, a snippet with a date",
        '<div class="g"><div class="rc"><a href="$u"><h3>$t</h3><cite>river.example › list</cite></a><div class="s"><span class="st"><span '
        'class="f">$d - </span>$x</span></div></div></div>',
        '<div id="search"><div id="resultStats">About 61 results</div>$records</div><table id="nav"><tr><td class="cur">1</td><td><a '
        'href="/search?q=river&amp;start=6">2</a></td><td><a href="/search?q=river&amp;start=12">3</a></td><td><a id="pnnext" '
        'href="/search?q=river&amp;start=6">Next</a></td></tr></table>',
        shows=(("published", "$iso"), ("teaser", "$x")),
        url="https://river.example/search?q=river",
        following="https://river.example/search?q=river&start=6",
    ),
    Shape(
        "search results with a path and a score",
        '<li class="search-result"><h3 class="title"><a href="$u">$t</a></h3><div class="search-snippet-info"><p class="search-snippet">$x</p>'
        '<p class="search-info">$p - $mdy - 08:05</p></div></li>',
        '<main><h2>Search results</h2><ol class="search-results node-results">$records</ol><div class="item-list"><ul class="pager"><li class="pager-current '
        'first">1</li><li class="pager-item"><a title="Go to page 2" href="/search/node/river?page=1">2</a></li><li class="pager-next"><a '
        'href="/search/node/river?page=1">next ›</a></li></ul></div></main>',
        shows=(("published", "$iso"), ("teaser", "$x")),
        url="https://river.example/search/node/river",
        following="https://river.example/search/node/river?page=1",
    ),
    Shape(
        "preprints in a definition list, labelled lines",
        '<dt><a name="item$n">[$n]</a> <a href="$u" title="Abstract">pre:2411.0$n</a> [<a href="/pdf/2411.0$n" title="PDF">pdf</a>, <a '
        'href="/format/2411.0$n">other</a>]</dt><dd><div class="meta"><div class="list-title mathjax"><span class="descriptor">Title:</span> $t</div>'
        '<div class="list-authors"><a href="/search?q=a$n">$p</a>, <a href="/search?q=b$n">$q</a></div><div class="list-subjects"><span '
        'class="descriptor">Subjects:</span> <span class="primary-subject">$s</span></div></div></dd>',
        '<div id="dlpage"><h1>Recent</h1><h3>Mon, 18 Nov 2024</h3><dl id="articles">$records</dl></div>',
        link="/abs/2411.0$n",
        shows=(("authors", ("$p", "$q")),),
    ),
    Shape(
        "a library catalogue's titles with labels in bold",
        '<tr><td class="bibliocol"><a class="title" href="$u">$t</a><p>by <a class="author" href="/search?au=$n">$p</a>.</p><span class="results_summary '
        'type"><span class="label">Material type: </span>$s</span><span class="results_summary publisher"><span class="label">Publication details: </span>'
        'Quay : River Press, $year</span><span class="results_summary availability"><span class="label">Availability: </span>Items available for loan: 2'
        "</span></td></tr>",
        '<div id="userresults"><table class="table"><tbody>$records</tbody></table><nav class="pagination"><span class="currentPage">1</span> <a '
        'class="nav" href="/opac-search.pl?q=river&amp;offset=20">2</a> <a class="nav" href="/opac-search.pl?q=river&amp;offset=20">Next</a> <a class="nav" '
        'href="/opac-search.pl?q=river&amp;offset=60">Last</a></nav></div>',
        link="/opac-detail.pl?biblionumber=9$n",
        shows=(("authors", ("$p",)),),
        url="https://river.example/opac-search.pl?q=river",
        following="https://river.example/opac-search.pl?q=river&offset=20",
    ),
    Shape(
        "data sets with badges of formats",
        '<li class="dataset-item"><div class="dataset-content"><h2 class="dataset-heading"><a href="$u">$t</a></h2><div>$x</div></div><ul '
        'class="dataset-resources unstyled"><li><a href="$u" class="label label-default" data-format="csv">CSV</a></li><li><a href="$u" class="label '
        'label-default" data-format="pdf">PDF</a></li></ul></li>',
        '<div class="primary"><form><h1>61 datasets found</h1></form><ul class="dataset-list unstyled">$records</ul><div class="pagination-wrapper"><ul '
        'class="pagination"><li class="active"><a href="/dataset?page=1">1</a></li><li><a href="/dataset?page=2">2</a></li><li><a '
        'href="/dataset?page=2">»</a></li></ul></div></div><aside class="secondary"><section class="module"><h2>Organizations</h2><ul><li><a '
        'href="/dataset?organization=a">Ministry of rivers (12)</a></li><li><a href="/dataset?organization=b">Harbour board (9)</a></li><li><a '
        'href="/dataset?organization=c">Statistics office (7)</a></li></ul></section></aside>',
        link="/dataset/text-$n",
        shows=(("teaser", "$x"),),
        url="https://river.example/dataset",
        following="https://river.example/dataset?page=2",
    ),
    Shape(
        "legal texts: a number and a title that are one link, no dates",
        '<li><span class="no">Act No. $n of $year</span> <a class="view-act" href="$u">$t</a> <a class="pdf" href="/pdf/$n.pdf"><img src="/pdf.gif" '
        'alt="PDF"></a></li>',
        '<div id="acts"><h1>Acts in force</h1><ul>$records</ul></div>',
        link="/acts/act-$n.html",
        shows=(("teaser", None),),
    ),
    Shape(
        "grey literature: a line of authors before a linked title",
        '<p class="citation">$p and $q ($year). <a href="$u">$t</a>. Quay Working Papers, 1$n.</p>',
        '<div class="page"><h1>Working papers</h1><h2>2024</h2>$records</div>',
        link="/wp/$n.pdf",
        shows=(("authors", ("$p", "$q")),),
    ),
)  # fmt: skip
