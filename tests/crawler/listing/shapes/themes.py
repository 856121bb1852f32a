"""What themes and plugins of blogs write around a post in a list, with their words for screen readers, icons and separators."""

from __future__ import annotations

from tests.crawler.listing.shapes.agencies import REPORTS
from tests.crawler.listing.shapes.frames import WIDGETS, builder
from tests.crawler.listing.shapes.shape import TEXTS, Shape

_SITE = "https://blog.example"
_ALL = (("published", "$iso"), ("teaser", "$x"), ("categories", ("$s",)), ("authors", ("$p",)))
_NUMBERS = (
    '<nav class="navigation pagination" aria-label="Posts pagination"><h2 class="screen-reader-text">Posts pagination</h2><div class="nav-links"><span aria-current="page" class="page-numbers current">1</span> <a class="page-numbers" href="https://blog.example/page/2/">2</a> '
    '<span class="page-numbers dots">…</span> <a class="page-numbers" href="https://blog.example/page/9/">9</a> <a class="next page-numbers" href="https://blog.example/page/2/">Next →</a></div></nav>'
)


def _beside(main: str) -> str:
    return builder(main, side=WIDGETS)


_PLAIN_HEAD = '<header class="banner"><a class="brand" href="/">Quay Notes</a><nav><a href="/about/">About</a> <a href="/tags/">Tags</a> <a href="/archive/">Archive</a> <a href="/feed.xml">RSS</a></nav></header>'


def plain(main: str) -> str:
    return f'{_PLAIN_HEAD}<div class="wrapper">{main}</div><footer class="site-foot"><p>© 2025 Quay Notes · Powered by <a href="https://tool.example">tool</a></p></footer>'


SHAPES = (
    Shape(
        "a theme's posts: a time of change before the time of publishing, categories and tags at the foot",
        '<article id="post-7$n" class="post-7$n post type-post status-publish format-standard hentry category-c$n tag-$k tag-$l" itemtype="https://schema.org/CreativeWork" itemscope><div class="inside-article"><header class="entry-header"><h2 class="entry-title" itemprop="headline"><a href="$u" rel="bookmark">$t</a></h2><div class="entry-meta"><span class="posted-on"><time class="updated" '
        'datetime="2025-09-0${n}T08:00:00+00:00" itemprop="dateModified">September $n, 2025</time><time class="entry-date published" datetime="${iso}T08:00:00+00:00" itemprop="datePublished">$month $day, $year</time></span> <span class="byline">by <span class="author vcard" itemprop="author" itemtype="https://schema.org/Person" itemscope><a class="url fn n" href="/author/a$n/" '
        'title="View all posts by $p" rel="author" itemprop="url"><span class="author-name" itemprop="name">$p</span></a></span></span></div></header><div class="entry-summary" itemprop="text"><p>$x&nbsp;… <a title="$t" class="read-more" href="$u" aria-label="Read more about $t">Read more</a></p></div><footer class="entry-meta" aria-label="Entry meta"><span class="cat-links"><span class="gp-icon"><svg '
        'viewBox="0 0 512 512"><path d="M0"></path></svg></span><span class="screen-reader-text">Categories </span><a href="/category/c$n/" rel="category tag">$s</a></span> <span class="tags-links"><span class="gp-icon"><svg></svg></span><span class="screen-reader-text">Tags </span><a href="/tag/$k/" rel="tag">$k</a>, <a href="/tag/$l/" rel="tag">$l</a></span> <span class="comments-link"><a '
        'href="$u#respond">Leave a comment</a></span></footer></div></article>',
        '<div class="site-content"><main class="site-main">$records' + _NUMBERS + "</main></div>",
        link="/text-$n/", pool=REPORTS, frame=_beside, url=_SITE + "/", following=_SITE + "/page/2/", shows=(*_ALL, ("tags", ("$k", "$l")), ("modified", "2025-09-0${n}T08:00:00+00:00")),
    ),
    Shape(
        "a theme's posts: facts in a list, each with words for screen readers",
        '<article id="post-7$n" class="blog-entry clr large-entry post-7$n post type-post status-publish hentry category-c$n"><div class="blog-entry-inner clr"><div class="thumbnail"><a href="$u" class="thumbnail-link"><img src="/i/$n.jpg" alt="Read more about the article $t" itemprop="image"><span class="overlay"></span></a></div><header class="blog-entry-header clr"><h2 class="blog-entry-title entry-title"><a href="$u" '
        'rel="bookmark">$t</a></h2></header><ul class="meta clr" aria-label="Post details:"><li class="meta-author" itemprop="name"><span class="screen-reader-text">Post author:</span><i class="icon-user" aria-hidden="true" role="img"></i><a href="/author/a$n/" title="Posts by $p" rel="author" itemprop="author">$p</a></li><li class="meta-date" itemprop="datePublished"><span class="screen-reader-text">Post published:</span><i '
        'class="icon-clock"></i>$month $day, $year</li><li class="meta-cat"><span class="screen-reader-text">Post category:</span><i class="icon-folder"></i><a href="/category/c$n/" rel="category tag">$s</a></li><li class="meta-comments"><span class="screen-reader-text">Post comments:</span><i class="icon-bubble"></i><a href="$u#respond" class="comments-link">0 Comments</a></li></ul><div class="blog-entry-summary clr" '
        'itemprop="text"><p>$x</p></div><div class="blog-entry-readmore clr"><a href="$u">Continue Reading<span class="screen-reader-text">$t</span><i class="fa fa-angle-right"></i></a></div></div></article>',
        '<div id="content" class="site-content clr"><div id="blog-entries" class="entries clr">$records</div><div class="oceanwp-pagination clr"><ul class="page-numbers"><li><span class="page-numbers current">1</span></li><li><a class="page-numbers" href="/page/2/">2</a></li><li><a class="next page-numbers" href="/page/2/"><span class="screen-reader-text">Go to the next page</span><i class="icon-arrow-right"></i></a></li></ul></div></div>',
        link="/text-$n/", pool=REPORTS, frame=_beside, url=_SITE + "/", following=_SITE + "/page/2/", shows=_ALL,
    ),
    Shape(
        "a theme's cards: facts in a list parted by slashes, a button with an arrow",
        '<article id="post-7$n" class="entry-card post-7$n post type-post status-publish hentry category-c$n"><h2 class="entry-title"><a href="$u" rel="bookmark">$t</a></h2><ul class="entry-meta" data-type="simple:slash"><li class="meta-author" itemprop="author" itemscope itemtype="https://schema.org/Person"><a class="ct-meta-element-author" href="/author/a$n/" title="Posts by $p" rel="author"><span itemprop="name">$p</span></a>'
        '</li><li class="meta-date" itemprop="datePublished"><time class="ct-meta-element-date" datetime="${iso}T08:00:00+00:00">$month $day, $year</time></li><li class="meta-categories" data-type="simple"><a href="/category/c$n/" rel="tag" class="ct-term-4$n">$s</a></li></ul><a class="ct-media-container boundless-image" href="$u" aria-label="$t"><img src="/i/$n.jpg" alt=""></a><div class="entry-excerpt"><p>$x</p></div><a '
        'class="entry-button wp-element-button" data-type="simple" href="$u">Read More<svg width="17px" height="17px" viewBox="0 0 32 32"><path d="M21.1,27.3"></path></svg><span class="screen-reader-text">$t</span></a></article>',
        '<section><div class="entries" data-archive="default" data-layout="grid" data-cards="boxed">$records</div><nav class="ct-pagination" data-pagination="simple" data-divider><div class="ct-hidden-sm"><span aria-current="page" class="page-numbers current">1</span><a class="page-numbers" href="/page/2/">2</a></div><a class="next page-numbers" rel="next" href="/page/2/">Next <svg></svg></a></nav></section>',
        link="/text-$n/", pool=REPORTS, frame=builder, url=_SITE + "/", following=_SITE + "/page/2/", shows=_ALL,
    ),
    Shape(
        "a theme's posts: a term over the title, by in a span of its own, a picture with a hidden word",
        '<article class="entry content-bg loop-entry post-7$n post type-post status-publish has-post-thumbnail hentry category-c$n"><a aria-hidden="true" tabindex="-1" role="presentation" class="post-thumbnail kadence-thumbnail-ratio-2-3" aria-label="$t" href="$u"><div class="post-thumbnail-inner"><img src="/i/$n.jpg" alt="$t"></div></a><div class="entry-content-wrap"><header class="entry-header"><div class="entry-taxonomies"><span '
        'class="category-links term-links category-style-normal"><a href="/category/c$n/" class="category-link-c$n" rel="tag">$s</a></span></div><h2 class="entry-title"><a href="$u" rel="bookmark">$t</a></h2><div class="entry-meta entry-meta-divider-dot"><span class="posted-by"><span class="meta-label">By</span><span class="author vcard"><a class="url fn n" href="/author/a$n/">$p</a></span></span><span class="posted-on"><time '
        'class="entry-date published" datetime="${iso}T08:00:00+00:00" itemprop="datePublished">$month $day, $year</time><time class="updated" datetime="2025-09-0${n}T08:00:00+00:00" itemprop="dateModified">September $n, 2025</time></span></div></header><div class="entry-summary"><p>$x</p></div><footer class="entry-footer"><div class="entry-actions"><p class="more-link-wrap"><a href="$u" class="post-more-link">Read More<span '
        'class="screen-reader-text"> $t</span><span class="kadence-svg-iconset svg-baseline"><svg aria-hidden="true" class="kadence-svg-icon kadence-arrow-right-alt-svg"><title>Continue</title><path d="M27"></path></svg></span></a></p></div></footer></div></article>',
        '<div id="primary" class="content-area"><div class="content-container site-container"><main id="main" class="site-main" role="main"><ul id="archive-container" class="content-wrap grid-cols post-archive"><li class="entry-list-item">$records</li></ul></main></div></div>',
        link="/text-$n/", pool=REPORTS, frame=builder, url=_SITE + "/blog/", shows=_ALL,
    ),
    Shape(
        "a site generator's archive: a day and minutes to read, beside the writer's profile",
        '<div class="list__item"><article class="archive__item" itemscope itemtype="https://schema.org/CreativeWork"><h2 class="archive__item-title no_toc" itemprop="headline"><a href="$u" rel="permalink">$t</a></h2><p class="page__meta"><span class="page__meta-date"><i class="far fa-fw fa-calendar-alt" aria-hidden="true"></i><time datetime="${iso}T00:00:00+00:00">$month $day, $year</time></span><span class="page__meta-sep"></span>'
        '<span class="page__meta-readtime"><i class="far fa-fw fa-clock" aria-hidden="true"></i> 2 minute read</span></p><p class="archive__item-excerpt" itemprop="description">$x</p></article></div>',
        '<div id="main" role="main"><div class="sidebar sticky"><div itemscope itemtype="https://schema.org/Person" class="h-card"><div class="author__avatar"><img src="/me.jpg" alt="Hannah"></div><div class="author__content"><h3 class="author__name p-name" itemprop="name">Hannah Osei</h3><div class="author__bio"><p>I write about wells.</p></div></div></div></div><div class="archive"><h3 class="archive__subtitle">Recent Posts</h3><div '
        'class="entries-list">$records</div><nav class="pagination"><ul><li><a href="#" class="disabled"><span aria-hidden="true">Previous</span></a></li><li><a href="#" class="disabled current">1</a></li><li><a href="/page2/">2</a></li><li><a href="/page2/">Next</a></li></ul></nav></div></div>',
        link="/notes/text-$n/", pool=REPORTS, frame=plain, url=_SITE + "/", following=_SITE + "/page2/", shows=(("published", "$iso"), ("teaser", "$x"), ("authors", None)),
    ),
    Shape(
        "a site generator's previews: a subtitle in the link, posted on, more in brackets, tags behind a label",
        '<article class="post-preview"><a href="$u"><h2 class="post-title">$t</h2><h3 class="post-subtitle">Notes from $k</h3></a><p class="post-meta">Posted on $month $day, $year</p><div class="post-image"><a href="$u" aria-label="Thumbnail"><img src="/i/$n.jpg" alt="Post thumbnail"></a></div><div class="post-entry">$x <a href="$u" class="post-read-more">[Read&nbsp;More]</a></div><div class="blog-tags"><span>Tags:</span> <a href="/tags#$k">$k</a> '
        '<a href="/tags#$l">$l</a></div></article>',
        '<main role="main" class="container-md"><div class="row"><div class="col-xl-8"><div class="posts-list">$records</div><ul class="pagination main-pager"><li class="page-item next"><a class="page-link" href="/page2"><span class="d-none d-sm-inline-block">Older Posts</span> <span>&rarr;</span></a></li></ul></div></div></main>',
        link="/2025-07-0$n-text/", pool=REPORTS, frame=plain, url=_SITE + "/", following=_SITE + "/page2", shows=(("published", "$iso"), ("tags", ("$k", "$l"))),
    ),
    Shape(
        "a site generator's blocks: hidden microdata of writer and publisher, posted on, edited on, in",
        '<div class="post-block"><article itemscope itemtype="http://schema.org/Article" class="post-content" lang="en"><link itemprop="mainEntityOfPage" href="$u"><span hidden itemprop="author" itemscope itemtype="http://schema.org/Person"><meta itemprop="image" content="/me.gif"><meta itemprop="name" content="$p"></span><span hidden itemprop="publisher" itemscope itemtype="http://schema.org/Organization"><meta itemprop="name" content="Quay Notes"></span><header '
        'class="post-header"><h2 class="post-title" itemprop="name headline"><a href="$u" class="post-title-link" itemprop="url">$t</a></h2><div class="post-meta-container"><div class="post-meta"><span class="post-meta-item"><span class="post-meta-item-icon"><i class="far fa-calendar"></i></span> <span class="post-meta-item-text">Posted on</span> <time title="Created: $iso 08:00:00" itemprop="dateCreated datePublished" datetime="${iso}T08:00:00+08:00">$iso</time></span> <span '
        'class="post-meta-item"><span class="post-meta-item-icon"><i class="far fa-calendar-check"></i></span> <span class="post-meta-item-text">Edited on</span> <time title="Modified: 2025-09-0$n 10:00:00" itemprop="dateModified" datetime="2025-09-0${n}T10:00:00+08:00">2025-09-0$n</time></span> <span class="post-meta-item"><span class="post-meta-item-icon"><i class="far fa-folder"></i></span> <span class="post-meta-item-text">In</span> <span itemprop="about" itemscope '
        'itemtype="http://schema.org/Thing"><a href="/categories/c$n/" itemprop="url" rel="index"><span itemprop="name">$s</span></a></span></span></div></div></header><div class="post-body" itemprop="articleBody"><p>$x</p><div class="post-button"><a class="btn" href="$u">Read more &raquo;</a></div></div><footer class="post-footer"><div class="post-eof"></div></footer></article></div>',
        '<div class="main-inner index posts-expand">$records<nav class="pagination"><span class="page-number current">1</span><a class="page-number" href="/page/2/">2</a><span class="space">&hellip;</span><a class="page-number" href="/page/9/">9</a><a class="extend next" rel="next" title="Next page" aria-label="Next page" href="/page/2/"><i class="fa fa-angle-right"></i></a></nav></div>',
        link="/$year/$m/$day/text-$n/", pool=REPORTS, frame=plain, url=_SITE + "/", following=_SITE + "/page/2/", shows=(("published", "$iso"), ("modified", "2025-09-0${n}T10:00:00+08:00"), ("teaser", "$x"), ("categories", ("$s",))),
    ),
    Shape(
        "a site generator's entries: day and category at the left, a title of the first level, share and tags at the foot",
        '<article id="post-x$n" class="h-entry article article-type-post" itemprop="blogPost" itemscope itemtype="https://schema.org/BlogPosting"><div class="article-meta"><a href="$u" class="article-date"><time class="dt-published" datetime="${iso}T00:00:00.000Z" itemprop="datePublished">$iso</time></a><div class="article-category"><a class="article-category-link" href="/categories/c$n/">$s</a></div></div><div class="article-inner"><header class="article-header"><h1 itemprop="name"><a '
        'class="p-name article-title" href="$u">$t</a></h1></header><div class="e-content article-entry" itemprop="articleBody"><p>$x</p><p class="article-more-link"><a href="$u#more">Read More</a></p></div><footer class="article-footer"><a data-url="https://blog.example$u" data-id="ck$n" data-title="$t" class="article-share-link"><span class="fa fa-share">Share</span></a><ul class="article-tag-list" itemprop="keywords"><li class="article-tag-list-item"><a class="article-tag-list-link" '
        'href="/tags/$k/" rel="tag">$k</a></li></ul></footer></div></article>',
        '<div class="outer"><section id="main">$records<nav id="page-nav"><span class="page-number current">1</span><a class="page-number" href="/page/2/">2</a><a class="extend next" rel="next" href="/page/2/">Next &raquo;</a></nav></section><aside id="sidebar"><div class="widget-wrap"><h3 class="widget-title">Recent Posts</h3><div class="widget"><ul><li><a href="/2025/07/03/text-1/">What we learnt</a></li><li><a href="/2025/06/27/text-2/">A letter</a></li></ul></div></div></aside></div>',
        link="/$year/$m/$day/text-$n/", pool=REPORTS, frame=plain, url=_SITE + "/", following=_SITE + "/page/2/", shows=(("published", "$iso"), ("teaser", "$x"), ("categories", ("$s",)), ("tags", ("$k",))),
    ),
    Shape(
        "a site generator's plain list that counts backwards",
        '<li class="postlist-item"><a href="$u" class="postlist-link">$t</a> <time class="postlist-date" datetime="$iso">$d</time></li>',
        '<main id="skip"><h1>Archive</h1><ol reversed class="postlist" style="--postlist-index: 7">$records</ol></main>',
        link="/blog/text-$n/", pool=REPORTS, frame=plain, url=_SITE + "/blog/", shows=(("published", "$iso"), ("teaser", None)),
    ),
    Shape(
        "utility classes: posted on for screen readers, an hour behind a bar",
        '<li class="my-6"><a href="$u" class="inline-block text-lg font-medium text-skin-accent decoration-dashed underline-offset-4"><h3 class="text-lg font-medium decoration-dashed hover:underline" style="view-transition-name: text-$n">$t</h3></a><div class="flex items-end space-x-2 opacity-80"><svg xmlns="http://www.w3.org/2000/svg" class="scale-90 min-w-[1.375rem]" aria-hidden="true"><path d="M7 11h2v2H7z"></path></svg><span class="sr-only">Published:</span> <span '
        'class="italic text-sm"><time datetime="${iso}T08:00:00.000Z">$day $mon, $year</time><span aria-hidden="true"> | </span><span class="sr-only">&nbsp;at&nbsp;</span><span class="text-nowrap">08:00 AM</span></span></div><p>$x</p></li>',
        '<main id="main-content" class="mx-auto w-full max-w-3xl px-4 pb-12"><h1 class="text-2xl font-semibold">Posts</h1><p class="mb-6 mt-2 italic">All the articles I have posted.</p><ul>$records</ul></main><nav class="pagination-wrapper" aria-label="Pagination"><span class="disabled" aria-disabled="true">Prev</span>1 / 4<a href="/posts/2/" class="link" aria-label="Next">Next</a></nav>',
        link="/posts/text-$n/", pool=REPORTS, frame=plain, url=_SITE + "/posts/", following=_SITE + "/posts/2/", shows=(("published", "$iso"), ("teaser", "$x")),
    ),
    Shape(
        "a host's posts: a stamp that is a link, a snippet, labels, share words, a jump link",
        '<div class="post-outer-container"><div class="post-outer"><div class="post-content container"><a name="81$n"></a><h3 class="post-title entry-title"><a href="$u">$t</a></h3><div class="post-header"><div class="post-header-line-1"><span class="byline post-timestamp">- <meta content="https://blog.example$u"><a class="timestamp-link" href="$u" rel="bookmark" title="permanent link"><time class="published" datetime="${iso}T08:00:00-07:00" title="${iso}T08:00:00-07:00">$month $day, $year</time>'
        '</a></span></div></div><div class="container post-body entry-content" id="post-snippet-81$n"><div class="post-snippet snippet-container r-snippet-container"><div class="snippet-item r-snippetized">$x</div><a class="snippet-fade r-snippet-fade hidden" href="$u"></a></div></div><div class="post-bottom"><div class="post-footer float-container"><div class="post-footer-line post-footer-line-1"><span class="byline post-labels"><span class="byline-label"></span> <a href="/search/label/$k" '
        'rel="tag">$k</a></span></div></div><div class="post-share-buttons"><div class="byline post-share-buttons goog-inline-block"><div class="sharing" data-title=""><button class="sharing-button touch-icon-button" id="sharing-button-$n">Share</button><ul class="share-buttons"><li><span aria-label="Get link">Get link</span></li><li><span>Facebook</span></li><li><span>Pinterest</span></li><li><span>Email</span></li><li><span>Other Apps</span></li></ul></div></div></div><div class="byline '
        'jump-link flat-button"><a href="$u" title="$t">Read more »</a></div></div></div></div></div>',
        '<div class="main section" id="page_body"><div class="widget Blog" id="Blog1"><div class="blog-posts hfeed container">$records</div><div class="blog-pager container" id="blog-pager"><a class="blog-pager-older-link flat-button ripple" href="https://blog.example/search?updated-max=2024-11-19T08:00:00-07:00&amp;max-results=6" id="blog-pager-older-link" title="More posts">More posts</a></div></div></div>',
        link="/2025/07/text-$n.html", pool=REPORTS, frame=plain, url=_SITE + "/", following=_SITE + "/search?updated-max=2024-11-19T08:00:00-07:00&max-results=6", shows=(("published", "$iso"), ("teaser", "$x"), ("tags", ("$k",))),
    ),
    Shape(
        "a magazine's modules: category, writer and dash, day, comments in a balloon",
        '<div class="td_module_10 td_module_wrap td-animation-stack"><div class="td-module-thumb"><a href="$u" rel="bookmark" class="td-image-wrap" title="$t"><img class="entry-thumb" src="/i/$n.jpg" alt="" title="$t" width="218" height="150"></a></div><div class="item-details"><h3 class="entry-title td-module-title"><a href="$u" rel="bookmark" title="$t">$t</a></h3><div class="td-module-meta-info"><a href="/category/c$n/" class="td-post-category">$s</a> <span class="td-post-author-name"><a '
        'href="/author/a$n/">$p</a> <span>-</span> </span><span class="td-post-date"><time class="entry-date updated td-module-date" datetime="${iso}T08:00:00+00:00">$month $day, $year</time></span> <span class="td-module-comments"><a href="$u#respond">0</a></span></div><div class="td-excerpt">$x</div></div></div>',
        '<div class="td-category-header"><h1 class="entry-title td-page-title">Insights</h1></div><div class="td-pb-span8 td-main-content"><div class="td-ss-main-content">$records<div class="page-nav td-pb-padding-side"><span class="current">1</span><a href="/category/x/page/2/" class="page" title="2">2</a><a href="/category/x/page/2/" aria-label="next-page"><i class="td-icon-menu-right"></i></a><span class="pages">Page 1 of 9</span></div></div></div>',
        link="/text-$n/", pool=REPORTS, frame=_beside, url=_SITE + "/category/x/", following=_SITE + "/category/x/page/2/", shows=_ALL,
    ),
    Shape(
        "a magazine's blocks: by in a span, a day that links to the post, details hidden behind read more",
        '<article class="jeg_post jeg_pl_md_2 format-standard"><div class="jeg_thumb"><a href="$u" aria-label="Read article: $t"><div class="thumbnail-container size-715"><img src="/i/$n.jpg" alt="$t"></div></a></div><div class="jeg_postblock_content"><h3 class="jeg_post_title"><a href="$u">$t</a></h3><div class="jeg_post_meta"><div class="jeg_meta_author"><span class="by">by</span> <a href="/author/a$n/">$p</a></div><div class="jeg_meta_date"><a href="$u"><i class="fa fa-clock-o"></i> $month $day, $year</a></div><div '
        'class="jeg_meta_comment"><a href="$u#comments"><i class="fa fa-comment-o"></i> 0 </a></div></div><div class="jeg_post_excerpt"><p>$x</p><a href="$u" class="jeg_readmore">Read more<span class="screen-reader-text">Details</span></a></div></div></article>',
        '<div class="jeg_main_content"><div class="jeg_posts jeg_load_more_flag">$records</div><div class="jeg_navigation jeg_pagination jeg_pagenav_1"><span class="page_info">Page 1 of 9</span><span class="page_number active">1</span><a class="page_number" data-id="2" href="/page/2/">2</a><a class="page_nav next" data-id="2" href="/page/2/"><span class="navtext">Next</span></a></div></div>',
        link="/text-$n/", pool=REPORTS, frame=_beside, url=_SITE + "/", following=_SITE + "/page/2/", shows=(("published", "$iso"), ("teaser", "$x"), ("authors", ("$p",))),
    ),
    Shape(
        "an archive of campaigns: a day, a dash and a link to another host",
        '<li class="campaign">$m/$day/$year - <a href="$u" title="$t" target="_blank">$t</a></li>',
        '<div id="archive"><h1>Quay Letter: past issues</h1><ul id="archive-list" class="display_archive">$records</ul></div>',
        link="https://mail.example/abc$n", pool=REPORTS, frame=plain, url="https://list.example/home/?u=1&id=2", shows=(("published", "$iso"), ("teaser", None)),
    ),
    Shape(
        "a builder's blog: date and comments in paragraphs, a line break in the text, share boxes",
        '<div id="blog-post-9$n" class="blog-post"><div class="blog-header"><div class="blog-separator"></div><h2 class="blog-title"><a href="$u" class="blog-title-link blog-link">$t</a></h2><p class="blog-date"><span class="date-text">$mdy</span></p><p class="blog-comments"><a href="$u#comments" class="blog-link">0 Comments</a></p></div><div class="blog-content"><div class="paragraph"><span>&nbsp;</span>$x<br></div></div><div class="blog-social"><div class="blog-social-item blog-twitter">'
        '<a href="https://chirp.example/share?u=$n">Tweet</a></div></div><div class="blog-read-more"><a href="$u">Read More</a></div></div>',
        '<div id="wsite-content" class="wsite-elements wsite-not-footer"><div class="blog-body"><div id="blogTable"><div class="blog-main">$records<div class="blog-page-nav-previous"><a href="/blog/previous/2" class="blog-link">&lt;&lt;Previous</a></div></div><div class="blog-sidebar"><h2 class="blog-author-title">Author</h2><p>Write something about yourself.</p><h2 class="blog-archive-title">Archives</h2><p><a href="/blog/archives/07-2025">July 2025</a><br><a href="/blog/archives/06-2025">June 2025</a></p></div></div></div></div>',
        link="/blog/text-$n", pool=REPORTS, frame=plain, url=_SITE + "/blog", following=_SITE + "/blog/previous/2", shows=(("published", "$iso"), ("teaser", "$x")),
    ),
    Shape(
        "a shortcode's list: title, day in brackets, by, a dash, an excerpt with more, posted in",
        '<li class="listing-item"><a class="image" href="$u"><img src="/i/$n.jpg" alt="" width="150" height="150"></a> <a class="title" href="$u">$t</a> <span class="date">($mdy)</span> <span class="author">by $p</span> <span class="excerpt-dash">-</span> <span class="excerpt">$x <a class="excerpt-more" href="$u">Continue Reading</a></span> <span class="category-display"><span class="category-display-label">Posted in:</span> <a href="/category/c$n/">$s</a></span></li>',
        '<div class="entry-content"><p>Our newest texts:</p><ul class="display-posts-listing">$records</ul></div>',
        link="/text-$n/", pool=REPORTS, frame=_beside, url=_SITE + "/texts/", shows=_ALL,
    ),
    Shape(
        "a block that shows another site's feed: day and by behind the title",
        '<li class="wp-block-rss__item"><div class="wp-block-rss__item-title"><a href="$u">$t</a></div><time datetime="${iso}T08:00:00+00:00" class="wp-block-rss__item-publish-date">$month $day, $year</time> <span class="wp-block-rss__item-author">by $p</span><div class="wp-block-rss__item-excerpt">$x [&hellip;]</div></li>',
        '<div class="entry-content wp-block-post-content"><p>News of our partners:</p><ul class="has-dates has-authors has-excerpts wp-block-rss">$records</ul></div>',
        link="https://partner.example/text-$n/", pool=REPORTS, frame=_beside, url=_SITE + "/partners/", shows=(("published", "$iso"), ("teaser", "$x"), ("authors", ("$p",))),
    ),
)  # fmt: skip

_LONG = "".join(f"<p>{text} {text}</p>" for text in TEXTS)
SINGLES = {
    "a page that is not found offers recent posts, categories and months": builder(
        "<main class='site-main'><section class='error-404 not-found'><header class='page-header'><h2 class='page-title'>Oops! That page can’t be found.</h2></header><div class='page-content'><p>It looks like nothing was found at this location. Maybe try one of the links below or a search?</p><form role='search'><input name='s'></form>"
        "<div class='widget widget_recent_entries'><h2 class='widgettitle'>Recent Posts</h2><ul>" + "".join(f"<li><a href='/2025/0{i}/x{i}/'>{title}</a></li>" for i, title in enumerate(REPORTS.titles[:5], 1)) + "</ul></div><div class='widget widget_categories'><h2 class='widget-title'>Most Used Categories</h2><ul><li class='cat-item'><a href='/category/a/'>Water</a> (4)</li>"
        "<li class='cat-item'><a href='/category/b/'>Bread</a> (3)</li></ul></div><div class='widget widget_archive'><h2 class='widgettitle'>Archives</h2><select><option>July 2025</option></select></div></div></section></main>", title="Not found",
    ),
    "a manual's page with a menu of chapters and cards to go on": plain(
        "<div class='docs'><aside class='theme-doc-sidebar-container'><nav class='menu'><ul class='menu__list'>" + "".join(f"<li class='menu__list-item'><a class='menu__link' href='/docs/c{i}'>{word}</a></li>" for i, word in enumerate(("Introduction", "Installing pumps", "Reading meters", "Repairs", "Safety")))
        + f"</ul></nav></aside><main><article><h1>Reading meters</h1>{_LONG}</article><nav class='pagination-nav'><a class='pagination-nav__link pagination-nav__link--prev' href='/docs/c1'><div class='pagination-nav__sublabel'>Previous</div><div class='pagination-nav__label'>Installing pumps</div></a><a class='pagination-nav__link pagination-nav__link--next' href='/docs/c3'>"
        "<div class='pagination-nav__sublabel'>Next</div><div class='pagination-nav__label'>Repairs</div></a></nav></main></div>",
    ),
    "an article of a magazine with related ones in tabs and a writer's box": builder(
        f"<div class='td-ss-main-content'><article class='post type-post hentry'><h1 class='entry-title'>Pumps that outlast the rain</h1><div class='td-post-content'>{_LONG}</div><footer><div class='td-author-name vcard author'><a href='/author/a/'>Mara Holt</a></div></footer></article><div class='td_block_related_posts'><h4 class='td-related-title'><a class='td-related-left'>RELATED ARTICLES</a><a class='td-related-right'>MORE FROM AUTHOR</a></h4>"
        + "".join(f"<div class='td_module_related_posts'><div class='td-module-image'><a href='/r{i}/' rel='bookmark' title='{title}'><img src='/i/{i}.jpg' alt=''></a><a href='/category/c/' class='td-post-category'>News</a></div><div class='item-details'><h3 class='entry-title td-module-title'><a href='/r{i}/' rel='bookmark'>{title}</a></h3></div></div>" for i, title in enumerate(REPORTS.titles[:3])) + "</div></div>", title="Pumps",
    ),
}  # fmt: skip


def single(name: str) -> str:
    return f'<!doctype html><html lang="en"><head><title>River</title></head><body>{SINGLES[name]}</body></html>'
