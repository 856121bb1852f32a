"""Pages that were built by hand or by a builder: cards, grids, utility classes, whole cards as links."""

from __future__ import annotations

from tests.crawler.listing.shapes.shape import Shape

SHAPES = (
    Shape(
        "utility classes, a whole card is one link, no heading",
        '<a href="$u" class="group flex flex-col rounded-xl border p-6 hover:shadow"><div class="mb-2 text-xs uppercase tracking-wide text-gray-500">'
        '$s</div><div class="text-lg font-semibold group-hover:underline">$t</div><div class="mt-2 line-clamp-3 text-gray-600">$x</div><div class="mt-4 '
        'text-sm text-gray-400">$d</div></a>',
        '<main class="mx-auto max-w-6xl"><h1 class="text-3xl">Insights</h1><div class="grid grid-cols-3 gap-8">$records</div></main>',
        shows=(("published", "$iso"), ("teaser", "$x"), ("categories", ("$s",))),
    ),
    Shape(
        "utility classes, a heading, a byline with an avatar",
        '<article class="flex max-w-xl flex-col items-start"><div class="flex items-center gap-x-4 text-xs"><time datetime="$iso" class="text-gray-500">'
        '$d</time><a href="/topics/t$n" class="relative z-10 rounded-full bg-gray-50">$s</a></div><div class="group relative"><h3 class="mt-3 text-lg">'
        '<a href="$u"><span class="absolute inset-0"></span>$t</a></h3><p class="mt-5 line-clamp-3">$x</p></div><div class="relative mt-8 flex"><img '
        'src="/p/$n.jpg" alt="" class="size-10 rounded-full"><div class="text-sm"><p class="font-semibold"><a href="/people/p$n"><span class="absolute '
        'inset-0"></span>$p</a></p><p class="text-gray-600">Field researcher</p></div></div></article>',
        '<div class="bg-white py-24"><div class="mx-auto"><h2 class="text-4xl">From the blog</h2><div class="grid">$records</div></div></div>',
        shows=(("published", "$iso"), ("teaser", "$x"), ("categories", ("$s",))),
    ),
    Shape(
        "cards of a framework, a button and muted text",
        '<div class="col-sm-6 col-lg-4"><div class="card h-100"><img class="card-img-top" src="/i/$n.jpg" alt="$t"><div class="card-body"><span '
        'class="badge bg-primary">$s</span><h5 class="card-title">$t</h5><p class="card-text">$x</p><a href="$u" class="btn btn-primary stretched-link">'
        'Learn more</a></div><div class="card-footer"><small class="text-muted">$d</small></div></div></div>',
        '<main class="container"><div class="row g-4">$records</div><nav aria-label="Page navigation"><ul class="pagination justify-content-center"><li '
        'class="page-item disabled"><a class="page-link" href="#" tabindex="-1">Previous</a></li><li class="page-item active"><a class="page-link" '
        'href="?p=1">1</a></li><li class="page-item"><a class="page-link" href="?p=2">2</a></li><li class="page-item"><a class="page-link" href="?p=2" '
        'aria-label="Next"><span aria-hidden="true">&raquo;</span></a></li></ul></nav></main>',
        shows=(("published", "$iso"), ("teaser", "$x"), ("categories", ("$s",))),
        following="https://river.example/list/?p=2",
    ),
    Shape(
        "a designer's collection list, a pager of a hashed name",
        '<div role="listitem" class="blog-item w-dyn-item"><a href="$u" class="blog-link-block w-inline-block"><img src="/c/$n.webp" loading="lazy" '
        'alt="" class="thumb"><div class="blog-meta"><div class="tag-text">$s</div><div class="date-text">$d</div></div><h4 class="heading-26">$t</h4>'
        '<p class="paragraph-3">$x</p></a></div>',
        '<div class="section"><div class="w-dyn-list"><div role="list" class="w-dyn-items">$records</div><div role="navigation" aria-label="List" '
        'class="w-pagination-wrapper"><a href="?e8c9590c_page=2" aria-label="Next Page" class="w-pagination-next button"><div class="w-inline-block">'
        "Show more</div></a></div></div></div>",
        shows=(("published", "$iso"), ("teaser", "$x"), ("categories", ("$s",))),
        following="https://river.example/list/?e8c9590c_page=2",
    ),
    Shape(
        "a builder's posts with icons for meta",
        '<article class="elementor-post elementor-grid-item"><a class="elementor-post__thumbnail__link" href="$u" tabindex="-1"><div '
        'class="elementor-post__thumbnail"><img src="/i/$n.jpg" alt=""></div></a><div class="elementor-post__text"><h3 class="elementor-post__title"><a '
        'href="$u"> $t </a></h3><div class="elementor-post__meta-data"><span class="elementor-post-author"> $p </span><span class="elementor-post-date"> $d '
        '</span></div><div class="elementor-post__excerpt"><p>$x</p></div><a class="elementor-post__read-more" href="$u" aria-label="Read more about $t"> '
        "Read More » </a></div></article>",
        '<div class="elementor-widget-container"><div class="elementor-posts-container elementor-grid">$records</div><nav class="elementor-pagination" '
        'aria-label="Pagination"><span aria-current="page" class="page-numbers current">1</span> <a class="page-numbers" href="/list/2/"><span>Page</span>2</a>'
        ' <a class="page-numbers next" href="/list/2/">Next »</a></nav></div>',
        shows=(("published", "$iso"), ("teaser", "$x"), ("authors", ("$p",))),
        following="https://river.example/list/2/",
    ),
    Shape(
        "a builder's blog grid: by, bars, a category link, no read more",
        '<article id="post-$n" class="et_pb_post clearfix et_pb_blog_item_0_$n"><div class="et_pb_image_container"><a href="$u" class="entry-featured-image-url">'
        '<img src="/i/$n.jpg" alt="$t"></a></div><h2 class="entry-title"><a href="$u">$t</a></h2><p class="post-meta">by <span class="author vcard"><a '
        'href="/author/a$n/" rel="author">$p</a></span> | <span class="published">$mon $day, $year</span> | <a href="/category/c$n/" rel="category tag">$s</a>'
        ' | 0 Comments</p><div class="post-content"><div class="post-content-inner"><p>$x</p></div></div></article>',
        '<div class="et_pb_blog_grid"><div class="et_pb_salvattore_content">$records</div><div class="pagination clearfix"><div class="alignleft"><a '
        'href="/list/page/2/?et_blog">&laquo; Older Entries</a></div><div class="alignright"></div></div></div>',
        shows=(("published", "$iso"), ("teaser", "$x"), ("categories", ("$s",)), ("authors", ("$p",))),
        following="https://river.example/list/page/2/?et_blog",
    ),
    Shape(
        "a builder's grid of composed items",
        '<div class="vc_grid-item vc_clearfix vc_col-sm-4"><div class="vc_grid-item-mini"><div class="vc_gitem-zone vc_gitem-zone-a"><a href="$u" '
        'title="$t" class="vc_gitem-link vc-zone-link"></a><img src="/i/$n.jpg" alt=""></div><div class="vc_gitem-zone vc_gitem-zone-c"><div '
        'class="vc_custom_heading vc_gitem-post-data-source-post_title"><h4>$t</h4></div><div class="vc_custom_heading '
        'vc_gitem-post-data-source-post_excerpt"><p>$x</p></div><div class="vc_btn3-container"><a class="vc_btn3" href="$u" title="Read more">Read more</a>'
        "</div></div></div></div>",
        '<div class="wpb_wrapper"><div class="vc_grid vc_row">$records</div></div>',
        shows=(("teaser", "$x"), ("published", None)),
    ),
    Shape(
        "a site builder's summary blocks",
        '<article class="blog-item hentry"><div class="blog-item-image"><a href="$u"><img data-src="/i/$n.jpg" alt=""></a></div><div class="blog-item-text">'
        '<div class="blog-meta-section"><span class="blog-categories-list"><a href="/list/category/$s" class="blog-categories">$s</a></span><time '
        'class="blog-date" pubdate>$mdy</time><span class="blog-author">$p</span></div><h1 class="blog-title"><a href="$u">$t</a></h1><div '
        'class="blog-excerpt"><p>$x</p></div><a class="blog-more-link" href="$u">Read More</a></div></article>',
        '<main><section class="page-section"><div class="blog-list">$records</div><nav class="blog-list-pagination"><div class="older"><a rel="next" '
        'href="/list?offset=1715680800000"><div class="blog-list-pagination-icon"></div><span>Older Posts</span></a></div></nav></section></main>',
        shows=(("published", "$iso"), ("teaser", "$x"), ("categories", ("$s",)), ("authors", ("$p",))),
        url="https://river.example/list",
        following="https://river.example/list?offset=1715680800000",
    ),
    Shape(
        "a site builder's gallery with hooks instead of classes",
        '<div role="listitem" data-hook="item-container" class="b2f1"><div class="kQ9"><a href="$u" data-hook="gallery-item-image-link" tabindex="-1"><img '
        'src="/i/$n.jpg"></a></div><div class="z1"><span data-hook="user-name" title="$p" class="nA tQ">$p</span><span data-hook="time-ago" class="time-ago" '
        'title="$mon $day, $year">$mon $day, $year</span><span data-hook="time-to-read">3 min read</span></div><a href="$u" data-hook="item-title"><div '
        'class="p9"><p class="bD0" data-hook="item-title">$t</p></div></a><div class="jK">$x</div><div class="fo"><span data-hook="views">1$n views</span><a '
        'href="$u" data-hook="comments">0 comments</a></div></div>',
        '<div data-hook="feed-page-root"><div role="list">$records</div><nav data-hook="pagination"><a data-hook="pagination__next" href="/list/page/2" '
        'aria-label="Next page"><svg></svg></a></nav></div>',
        shows=(("published", "$iso"), ("teaser", "$x"), ("authors", ("$p",))),
        following="https://river.example/list/page/2",
    ),
    Shape(
        "a publication's archive of letters with likes",
        '<div class="post-preview portable-archive-post"><div class="post-preview-content"><a href="$u" class="post-preview-title newsletter">$t</a><a '
        'href="$u" class="post-preview-description">$x</a><div class="pub-byline"><time datetime="${iso}T08:00:00Z" class="post-date">$mon $day</time><span> • '
        '</span><a href="/profile/$n" class="post-preview-byline">$p</a></div><div class="meta-row"><a class="post-ufi-button like-button"><span>1$n</span></a><a '
        'href="$u/comments" class="post-ufi-button"><span>3</span></a><a class="share-button" href="javascript:void(0)">Share</a></div></div></div>',
        '<div class="portable-archive"><div class="archive-tabs"><a href="?sort=new">New</a><a href="?sort=top">Top</a></div>$records</div>',
        shows=(("published", "$iso"), ("teaser", "$x"), ("authors", ("$p",))),
        url="https://river.example/archive",
    ),
    Shape(
        "tiles with a title over an image, nothing else",
        '<li class="tile"><a class="tile__link" href="$u"><figure><img src="/i/$n.jpg" alt=""><figcaption class="tile__caption">$t</figcaption></figure></a></li>',
        '<main><ul class="tiles">$records</ul></main>',
        shows=(("teaser", None), ("published", None)),
    ),
    Shape(
        "a featured first record above a grid of another shape",
        '<div class="card"><a href="$u"><img src="/i/$n.jpg" alt=""></a><h3 class="card__title"><a href="$u">$t</a></h3><p class="card__text">$x</p><span '
        'class="card__date">$d</span></div>',
        '<main><div class="stories">$records</div></main>',
        first='<section class="lead"><div class="lead__media"><img src="/i/$n.jpg" alt=""></div><div class="lead__body"><h2 class="lead__title"><a href="$u">'
        '$t</a></h2><p class="lead__text">$x</p><span class="lead__date">$d</span><a class="button" href="$u">Read the story</a></div></section>',
        shows=(("published", "$iso"), ("teaser", "$x")),
    ),
    Shape(
        "list rows of buttons: a title, a description, a chevron",
        '<div class="resource-row"><div class="resource-row__main"><div class="resource-row__title">$t</div><div class="resource-row__desc">$x</div></div>'
        '<a class="resource-row__cta" href="$u" aria-label="Open $t"><svg><path d="M1 1"></path></svg></a></div>',
        '<main><h1>Resources</h1><div class="resource-list">$records</div></main>',
        shows=(("teaser", "$x"),),
    ),
    Shape(
        "an accordion by year of links with dates",
        '<div class="entry"><span class="entry-date">$day $mon $year</span><a class="entry-link" href="$u">$t</a></div>',
        '<main><details open><summary>2024</summary><div class="year">$records</div></details></main>',
        shows=(("published", "$iso"),),
    ),
)  # fmt: skip
