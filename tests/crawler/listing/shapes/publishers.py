"""Publishing systems, documentation tools, forums and agencies' own code: a second set, written after the first was read."""

from __future__ import annotations

from tests.crawler.listing.shapes.shape import Shape

_SITE = "https://river.example"

SHAPES = (
    Shape(
        "a documentation tool's blog: a header with date and minutes, authors with avatars",
        '<article class="margin-bottom--xl" itemprop="blogPost"><header><h2 class="title_f1Hy" itemprop="headline"><a itemprop="url" href="$u">$t</a></h2>'
        '<div class="container_mt6G margin-vert--md"><time datetime="${iso}T00:00:00.000Z">$mon $day, $year</time> · 4 min read</div><div class="row"><div '
        'class="col col--6 authorCol_Hf19"><div class="avatar"><div class="avatar__intro"><div class="avatar__name"><a href="https://code.example/p$n" '
        'itemprop="url"><span itemprop="name">$p</span></a></div><small class="avatar__subtitle">Maintainer</small></div></div></div></div></header><div '
        'class="markdown" itemprop="articleBody"><p>$x</p></div><footer class="row docusaurus-mt-lg"><div class="col"><b>Tags:</b><ul class="tags padding--none">'
        '<li><a class="tag_zVej" href="/blog/tags/$k">$k</a></li></ul></div><div class="col text--right"><a aria-label="Read more about $t" href="$u"><b>Read '
        "More</b></a></div></footer></article>",
        '<main class="col col--7">$records<nav class="pagination-nav" aria-label="Blog list page navigation"><a class="pagination-nav__link '
        'pagination-nav__link--next" href="/blog/page/2"><div class="pagination-nav__label">Older entries</div></a></nav></main>',
        link="/blog/text-$n", url=_SITE + "/blog",
        shows=(("published", "$iso"), ("teaser", "$x"), ("tags", ("$k",))),
        following=_SITE + "/blog/page/2",
    ),
    Shape(
        "a shop's blog: article cards with a dot between date and writer",
        '<div class="blog-articles__article article"><div class="article-card-wrapper"><div class="card article-card"><div class="card__inner"><div '
        'class="article-card__image-wrapper"><div class="media"><img src="/i/$n.jpg" alt="$t"></div></div><div class="card__content"><div '
        'class="card__information"><h3 class="card__heading h2"><a href="$u" class="full-unstyled-link">$t</a></h3><div class="article-card__info"><span '
        'class="circle-divider"><time datetime="${iso}T10:00:00Z">$mon $day, $year</time></span><span>$p</span></div><p class="article-card__excerpt">$x</p>'
        "</div></div></div></div></div></div>",
        '<main><div class="main-blog"><h1 class="title--primary">News</h1><div class="blog-articles">$records</div></div></main>',
        link="/blogs/news/text-$n", url=_SITE + "/blogs/news",
        shows=(("published", "$iso"), ("teaser", "$x")),
    ),
    Shape(
        "a marketing system's list: tags as links with a hash, author as link",
        '<div class="blog-index__post blog-index__post--large"><a class="blog-index__post-image" href="$u" aria-label="$t"></a><div class="blog-index__post-content">'
        '<h2><a href="$u">$t</a></h2><div class="hubspot-topic-data"><a class="topic-link" href="/list/tag/$k">$k</a>, <a class="topic-link" '
        'href="/list/tag/$l">$l</a></div><div class="blog-index__post-author"><a href="/list/author/p$n">$p</a> $dmy</div><p>$x</p></div></div>',
        '<div class="body-container"><div class="blog-index">$records</div><div class="blog-pagination"><a class="blog-pagination__link active" '
        'href="/list/page/1">1</a><a class="blog-pagination__link" href="/list/page/2">2</a><a class="blog-pagination__next-link" href="/list/page/2">Next</a>'
        "</div></div>",
        shows=(("published", "$iso"), ("teaser", "$x"), ("tags", ("$k", "$l")), ("authors", ("$p",))),
        url=_SITE + "/list",
        following=_SITE + "/list/page/2",
    ),
    Shape(
        "a forum's topics: title, category badge, posters, replies, activity",
        '<tr class="topic-list-item"><td class="main-link topic-list-data"><span class="link-top-line"><a href="$u" class="title raw-link">$t</a></span><div '
        'class="link-bottom-line"><a class="badge-category__wrapper" href="/c/$s/$n"><span class="badge-category__name">$s</span></a></div></td><td '
        'class="posts num">1$n</td><td class="views num">30$n</td><td class="activity num"><a href="$u/9">$mon $day, $year</a></td></tr>',
        '<div id="list-area"><table class="topic-list"><thead><tr><th>Topic</th><th>Replies</th><th>Views</th><th>Activity</th></tr></thead><tbody>$records</tbody>'
        '</table><div role="navigation"><a rel="next" href="/latest?page=1">next page →</a></div></div>',
        link="/t/text/7$n", url=_SITE + "/latest",
        following=_SITE + "/latest?page=1",
    ),
    Shape(
        "hashed classes of a framework, data in spans, a link around all",
        '<li class="css-1l4w6pd"><a class="css-8hzhxf" href="$u"><div class="css-13dfgs"><p class="css-4anu6l">$s</p><h3 class="css-1kv6qi">$t</h3><p '
        'class="css-tskdi9">$x</p><div class="css-i9gxme"><span class="css-1n7hynb">$p</span><span class="css-agsgss">$d</span></div></div></a></li>',
        '<main id="site-content"><section class="css-15cbz12"><ol class="css-11jjg">$records</ol><button class="css-1edxk" type="button">Show more</button>'
        "</section></main>",
        shows=(("published", "$iso"), ("teaser", "$x"), ("categories", ("$s",))),
    ),
    Shape(
        "an agency's teasers: a kicker with type and country, a dot, a date",
        '<div class="m-teaser"><div class="m-teaser__content"><p class="m-teaser__meta"><span class="m-teaser__type">$s</span> <span aria-hidden="true">•</span> '
        '<span class="m-teaser__date">$d</span></p><h3 class="m-teaser__title"><a class="m-teaser__link" href="$u"><span>$t</span></a></h3><div '
        'class="m-teaser__text"><p>$x</p></div></div><div class="m-teaser__media"><picture><source srcset="/i/$n.webp"><img src="/i/$n.jpg" alt=""></picture>'
        "</div></div>",
        '<main><div class="filters"><ul><li><a href="?type=a">Reports</a></li><li><a href="?type=b">Briefs</a></li><li><a href="?type=c">Videos</a></li></ul></div>'
        '<div class="o-grid">$records</div><nav class="m-pager"><ul><li><a href="?page=1" aria-current="page">1</a></li><li><a href="?page=2">2</a></li><li><a '
        'href="?page=2" aria-label="Go to next page"><svg></svg></a></li></ul></nav></main>',
        shows=(("published", "$iso"), ("teaser", "$x"), ("categories", ("$s",))),
        following=_SITE + "/list/?page=2",
    ),
    Shape(
        "search results of an index: title, breadcrumb, snippet with marks, labelled facts",
        '<div class="search-result"><h4 class="search-result__title"><a href="$u">$t</a></h4><div class="search-result__url">https://river.example$u</div><p '
        'class="search-result__snippet">$x</p><dl class="search-result__facts"><dt>Date:</dt><dd>$d</dd><dt>Author:</dt><dd>$p</dd><dt>Subject:</dt><dd>$s</dd></dl>'
        "</div>",
        '<main><p>Results 1 - 6 of 61</p><div class="results">$records</div></main>',
        shows=(("published", "$iso"), ("teaser", "$x"), ("authors", ("$p",))),
    ),
    Shape(
        "a grid with a day box over an image",
        '<div class="news-box"><a href="$u" class="news-box__img"><img src="/i/$n.jpg" alt=""><span class="news-box__day"><strong>$day</strong>$mon $year</span></a>'
        '<div class="news-box__txt"><a href="$u">$t</a><p>$x</p></div></div>',
        '<main><div class="grid-3">$records</div></main>',
        shows=(("published", "$iso"), ("teaser", "$x")),
    ),
    Shape(
        "press releases with a number and a date in one line above",
        '<div class="pr"><div class="pr-no">No. 12$n/2024 – $d</div><div class="pr-title"><a href="$u">$t</a></div><div class="pr-lead">$x</div><div '
        'class="pr-links"><a href="$u">Read more</a> | <a href="$u/pdf">PDF</a> | <a href="$u/print">Print</a></div></div>',
        '<div id="inhalt">$records</div>',
        shows=(("published", "$iso"), ("teaser", "$x")),
    ),
    Shape(
        "a downloads plugin: icon, title, size, hits, a download button",
        '<div class="w3eden"><div class="link-template-default card mb-2"><div class="card-body"><div class="media"><div class="mr-3 img-48"><img class="wpdm_icon" '
        'alt="Icon" src="/pdf.svg"></div><div class="media-body"><h3 class="package-title"><a href="$u">$t</a></h3><div class="text-muted text-small"><i '
        'class="fas fa-copy"></i> 1 file(s) <i class="fas fa-hdd ml-3"></i> 1.$n MB</div></div><div class="ml-3"><a class="wpdm-download-link btn btn-primary" '
        'rel="nofollow" href="#" data-downloadurl="$u?wpdmdl=8$n">Download</a></div></div></div></div></div>',
        '<main><div class="packages">$records</div></main>',
        link="/download/text-$n/",
        shows=(("teaser", None), ("published", None)),
    ),
    Shape(
        "a library plugin's grid: a cover, a title, authors with links, a year",
        '<div class="tp_publication tp_publication_article"><div class="tp_pub_info"><p class="tp_pub_author"> $p; $q</p><p class="tp_pub_title"><a class="tp_title_link" '
        'href="$u">$t</a> <span class="tp_pub_type tp_article">Journal Article</span></p><p class="tp_pub_additional"><span class="tp_pub_additional_in">In: </span>'
        'Quay Review, $year.</p></div></div>',
        '<main><div class="teachpress_publication_list"><h3 class="tp_h3">2024</h3>$records</div></main>',
        shows=(("authors", ("$p", "$q")),),
    ),
    Shape(
        "an intranet's news list: image left, title, intro, published by",
        '<div class="news-list-item"><div class="news-list-item__image" style="background-image:url(/i/$n.jpg)"></div><div class="news-list-item__body"><div '
        'class="news-list-item__title"><a href="$u">$t</a></div><div class="news-list-item__intro">$x</div><div class="news-list-item__by">Published by $p on $d</div>'
        "</div></div>",
        '<div class="main-column">$records</div>',
        shows=(("published", "$iso"), ("teaser", "$x"), ("authors", ("$p",))),
    ),
    Shape(
        "an archive's items: metadata as label and value in divs",
        '<li class="item resource"><a href="$u" class="resource-link"><img class="thumb" src="/t/$n.jpg" alt=""><span class="resource-name">$t</span></a><div '
        'class="description">$x</div></li>',
        '<div id="content"><h2>Items</h2><div class="browse-controls"><nav class="pagination"><form method="GET"><input type="text" name="page" value="1"> of 9</form>'
        '<a class="next o-icon-next button" href="/s/river/item?page=2" title="Next" aria-label="Next"></a></nav></div><ul class="resource-list">$records</ul></div>',
        link="/s/river/item/4$n", url=_SITE + "/s/river/item",
        shows=(("teaser", "$x"),),
        following=_SITE + "/s/river/item?page=2",
    ),
    Shape(
        "a wiki's list of pages in columns, by first letter",
        '<li><a href="$u" title="$t">$t</a></li>',
        '<div class="mw-category"><div class="mw-category-group"><h3>S</h3><ul>$records</ul></div></div>',
        link="/wiki/Text_$n",
        shows=(("categories", None), ("teaser", None)),
    ),
    Shape(
        "newsletters: an issue number, a month, a thumbnail that leads to a file",
        '<div class="issue"><a href="$u"><img src="/thumbs/$n.png" alt="Cover"></a><p><a href="$u">$t</a><br>$mon $year<br><small>PDF, 2.$n MB</small></p></div>',
        '<main><h1>Newsletters</h1><div class="issues">$records</div></main>',
        link="/files/newsletter-$n.pdf",
        shows=(("teaser", None),),
    ),
    Shape(
        "a timeline with alternating sides",
        '<li class="timeline-item side-$n"><div class="timeline-badge"></div><div class="timeline-panel"><div class="timeline-heading"><h4 class="timeline-title">'
        '<a href="$u">$t</a></h4><p><small class="text-muted"><i class="glyphicon glyphicon-time"></i> $d</small></p></div><div class="timeline-body"><p>$x</p></div>'
        "</div></li>",
        '<main><ul class="timeline">$records</ul></main>',
        shows=(("published", "$iso"), ("teaser", "$x")),
    ),
    Shape(
        "rows of three in rows of a table of layout",
        '<tr><td width="120"><a href="$u"><img src="/i/$n.gif" border="0"></a></td><td><font size="2"><b><a href="$u">$t</a></b><br><i>$d</i><br>$x <a href="$u">[more]'
        "</a></font></td></tr><tr><td colspan=\"2\"><hr></td></tr>",
        '<table width="760" border="0"><tr><td width="160" valign="top"><a href="/1.html">Home</a><br><a href="/2.html">About</a><br><a href="/3.html">Links</a></td><td>'
        '<table border="0">$records</table></td></tr></table>',
        shows=(("published", "$iso"), ("teaser", "$x")),
    ),
    Shape(
        "blogs of a host: a date header over each post, labels and a comment link beneath",
        '<div class="date-outer"><h2 class="date-header"><span>$d</span></h2><div class="date-posts"><div class="post-outer"><div class="post hentry"><h3 '
        'class="post-title entry-title"><a href="$u">$t</a></h3><div class="post-body entry-content"><div class="post-snippet">$x</div></div><div class="post-footer">'
        '<span class="post-author vcard">Posted by <span class="fn">$p</span></span> <span class="post-labels">Labels: <a href="/search/label/$k" rel="tag">$k</a>, <a '
        'href="/search/label/$l" rel="tag">$l</a></span> <a class="comment-link" href="$u#comment-form">No comments:</a></div></div></div></div></div>',
        '<div class="blog-posts hfeed">$records</div><div class="blog-pager"><span id="blog-pager-older-link"><a class="blog-pager-older-link" '
        'href="https://river.example/search?updated-max=2024-05-14T09:00:00-07:00&amp;max-results=6" title="Older Posts">Older Posts</a></span> <a class="home-link" '
        'href="https://river.example/">Home</a></div>',
        link="/2024/11/text-$n.html", url=_SITE + "/search?max-results=6",
        shows=(("published", "$iso"), ("teaser", "$x"), ("authors", ("$p",)), ("terms", ("$k", "$l"))),
        following=_SITE + "/search?updated-max=2024-05-14T09:00:00-07:00&max-results=6",
    ),
    Shape(
        "questions and answers: votes, a title, an excerpt, pills, a user's card",
        '<div class="s-post-summary"><div class="s-post-summary--stats"><div>1$n votes</div><div>2 answers</div></div><div class="s-post-summary--content"><h3 '
        'class="s-post-summary--content-title"><a href="$u" class="s-link">$t</a></h3><div class="s-post-summary--content-excerpt">$x</div><div '
        'class="s-post-summary--meta"><div class="s-post-summary--meta-tags"><a href="/questions/tagged/$k" class="post-tag" rel="tag">$k</a> <a '
        'href="/questions/tagged/$l" class="post-tag" rel="tag">$l</a></div><div class="s-user-card"><a href="/users/1$n">$p</a><time class="s-user-card--time">asked '
        '<span title="${iso} 08:00:00Z" class="relativetime">$mon $day, $year</span></time></div></div></div></div>',
        '<div id="mainbar"><div id="questions">$records</div><div class="s-pagination"><div class="s-pagination--item is-selected">1</div><a class="s-pagination--item" '
        'href="/questions?page=2" rel="nofollow">2</a><a class="s-pagination--item" href="/questions?page=2" rel="next">Next</a></div></div>',
        link="/questions/8$n/text", url=_SITE + "/questions",
        shows=(("published", "$iso"), ("teaser", "$x"), ("tags", ("$k", "$l")), ("authors", ("$p",))),
        following=_SITE + "/questions?page=2",
    ),
    Shape(
        "videos: a poster with a length, a title, a date, a short text",
        '<div class="video-item"><a class="video-item__poster" href="$u"><img src="/v/$n.jpg" alt=""><span class="video-item__length">12:0$n</span></a><h3 '
        'class="video-item__title"><a href="$u">$t</a></h3><span class="video-item__date">$dmy</span><p>$x</p></div>',
        '<main><div class="videos">$records</div></main>',
        shows=(("published", "$iso"), ("teaser", "$x")),
    ),
    Shape(
        "a podcast's episodes with players and show notes",
        '<article class="episode"><p class="episode-no">Episode $n</p><h2><a href="$u">$t</a></h2><p class="episode-meta">$d · 34 min</p><div class="player"><audio '
        'src="/a/$n.mp3"></audio></div><p>$x</p><p><a href="$u">Show notes</a> <a href="/a/$n.mp3">Download</a></p></article>',
        "<main>$records</main>",
        shows=(("published", "$iso"), ("teaser", "$x")),
    ),
    Shape(
        "projects with a status, a country and a period",
        '<div class="project-card"><span class="status status--open">Ongoing</span><h3 class="project-card__title"><a href="$u">$t</a></h3><ul class="project-card__facts">'
        '<li><strong>Country:</strong> Quayland</li><li><strong>Period:</strong> 2022–2025</li></ul><p class="project-card__text">$x</p></div>',
        '<main><div class="project-list">$records</div></main>',
        shows=(("teaser", "$x"),),
    ),
)  # fmt: skip
