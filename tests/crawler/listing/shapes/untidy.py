"""Records that differ among themselves: pieces that are missing, badges, hidden words, ranges, counts; few records; later pages."""

from __future__ import annotations

from tests.crawler.listing.shapes.agencies import REPORTS
from tests.crawler.listing.shapes.frames import SHARE, WIDGETS, agency, builder
from tests.crawler.listing.shapes.shape import TEXTS, Pool, Shape

_SITE = "https://agency.example"
_TANK = "https://tank.example"
_WHOLE = (("published", "$iso"), ("teaser", "$x"))
SHORT = Pool(
    REPORTS.titles,
    REPORTS.texts,
    (
        "3–5 July 2025",
        "27–28 June 2025",
        "27 June – 2 July 2025",
        "12 May 2025",
        "2–3 December 2024",
        "19–21 November 2024",
    ),
    REPORTS.people,
    REPORTS.subjects,
    REPORTS.days,
)


def _beside(main: str) -> str:
    return builder(main, side=WIDGETS)


_CARD = (
    '<div class="views-row"><article class="teaser"><div class="teaser__image"><a href="$u"><img src="/i/$n.jpg" alt=""></a></div><div class="teaser__text"><div class="teaser__labels"><span class="label label--type">$s</span></div><h3><a href="$u">$t</a></h3><p class="teaser__byline">By $p</p><p class="teaser__date">$d</p>'
    '<div class="teaser__summary">$x</div></div></article></div>'
)

SHAPES = (
    Shape(
        "teasers of which one has no picture and no date, one no summary, one no writer",
        _CARD, '<div class="view-content">$records</div>',
        others=(
            (1, '<div class="views-row"><article class="teaser teaser--plain"><div class="teaser__text"><div class="teaser__labels"><span class="label label--type">$s</span></div><h3><a href="$u">$t</a></h3><p class="teaser__byline">By $p</p><div class="teaser__summary">$x</div></div></article></div>'),
            (3, _CARD.replace('<div class="teaser__summary">$x</div>', "")), (4, _CARD.replace('<p class="teaser__byline">By $p</p>', "")),
        ),
        but=((1, "published", None), (3, "teaser", None), (4, "authors", None)),
        link="/stories/text-$n", pool=REPORTS, frame=agency, url=_SITE + "/stories", shows=(*_WHOLE, ("categories", ("$s",)), ("authors", ("$p",))),
    ),
    Shape(
        "authors behind a label, with commas and and",
        '<div class="pub"><a class="pub-title" href="$u">$t</a><div class="pub-authors"><strong>Authors:</strong> $p, Mara Holt and $q</div><div class="pub-info"><strong>Published:</strong> $d | <strong>Topics:</strong> $k, $l</div><div class="pub-text">$x</div></div>',
        '<div class="pubs">$records</div>',
        link="/pubs/$n", pool=REPORTS, frame=agency, url=_SITE + "/pubs", shows=(*_WHOLE, ("authors", ("$p", "Mara Holt", "$q")), ("terms", ("$k", "$l"))),
    ),
    Shape(
        "the last page with two records",
        '<article class="card"><h3 class="card__title"><a href="$u">$t</a></h3><time class="card__date" datetime="$iso">$d</time><p class="card__text">$x</p></article>',
        '<div class="cards">$records</div><nav class="pagination" aria-label="Pages"><a href="/news?page=7" rel="prev">Previous</a> <a href="/news?page=1">1</a> … <a href="/news?page=7">7</a> <span aria-current="page">8</span></nav>',
        link="/news/text-$n", pool=REPORTS, frame=agency, url=_SITE + "/news?page=8", count=2, shows=_WHOLE,
    ),
    Shape(
        "one post in a category, beside widgets",
        '<article id="post-7$n" class="post-7$n post type-post status-publish hentry category-c"><h2 class="entry-title"><a href="$u" rel="bookmark">$t</a></h2><div class="entry-meta">$month $day, $year by <a href="/author/a/" rel="author">$p</a></div><div class="entry-summary"><p>$x</p></div></article>',
        '<header class="page-header"><h1 class="page-title">Category: Water</h1></header>$records',
        link="/text-$n/", pool=REPORTS, frame=_beside, url=_TANK + "/category/water/", count=1, shows=(*_WHOLE, ("authors", ("$p",))),
    ),
    Shape(
        "the third page of many",
        '<li class="result"><a href="$u" class="result__link">$t</a><span class="result__meta">$s, $d</span><p class="result__text">$x</p></li>',
        '<ol class="results" start="21">$records</ol><ul class="pages"><li><a href="/search?q=water&amp;page=2">Previous</a></li><li><a href="/search?q=water&amp;page=1">1</a></li><li><a href="/search?q=water&amp;page=2">2</a></li><li class="now">3</li><li><a href="/search?q=water&amp;page=4">4</a></li><li><a href="/search?q=water&amp;page=4">Next</a></li></ul>',
        link="/doc/text-$n", pool=REPORTS, frame=agency, url=_SITE + "/search?q=water&page=3", following=_SITE + "/search?q=water&page=4", shows=_WHOLE,
    ),
    Shape(
        "several categories in links, tags as words with hash signs",
        '<div class="item"><p class="item-cats"><a href="/category/c$n/">$s</a>, <a href="/category/water/">Water</a></p><h3><a href="$u">$t</a></h3><p class="item-date">$d</p><p>$x</p><p class="hashtags">#$k #$l</p></div>',
        '<div class="items">$records</div>',
        link="/text-$n/", pool=REPORTS, frame=builder, url=_TANK + "/blog/", shows=(*_WHOLE, ("categories", ("$s", "Water")), ("tags", ("$k", "$l"))),
    ),
    Shape(
        "cards that are links, read more as a word in no link of its own",
        '<a class="tile" href="$u"><span class="tile-img" style="background-image:url(/i/$n.jpg)"></span><span class="tile-body"><span class="tile-date">$d</span><strong class="tile-title">$t</strong><span class="tile-text">$x</span><span class="tile-more">Read more →</span></span></a>',
        '<div class="tiles">$records</div>',
        link="/text-$n", pool=REPORTS, frame=agency, url=_SITE + "/stories", shows=_WHOLE,
    ),
    Shape(
        "links with words for screen readers: opens in a new tab",
        '<li><a href="$u" target="_blank" rel="noopener">$t <span class="visually-hidden">(opens in a new tab)</span><svg class="icon icon--external" aria-hidden="true"></svg></a><span class="when">$d</span><p>$x</p></li>',
        '<ul class="links">$records</ul>',
        link="/text-$n.html", pool=REPORTS, frame=agency, url=_SITE + "/links", shows=_WHOLE,
    ),
    Shape(
        "a badge that says new in the headings of some",
        '<div class="entry"><h3><a href="$u">$t</a></h3><p class="date">$d</p><p>$x</p></div>',
        '<div class="entries">$records</div>',
        first='<div class="entry"><h3><span class="badge">New</span> <a href="$u">$t</a></h3><p class="date">$d</p><p>$x</p></div>', others=((1, '<div class="entry"><h3><a href="$u">$t <span class="badge">New</span></a></h3><p class="date">$d</p><p>$x</p></div>'),),
        link="/e/$n", pool=REPORTS, frame=agency, url=_SITE + "/e", shows=_WHOLE,
    ),
    Shape(
        "events over several days: the first one counts",
        '<div class="event-item"><div class="event-item__date">$d</div><h3 class="event-item__title"><a href="$u">$t</a></h3><div class="event-item__place">Quay, Riverland</div><p class="event-item__text">$x</p></div>',
        '<div class="event-list">$records</div>',
        link="/events/$n", pool=SHORT, frame=agency, url=_SITE + "/events", shows=(("teaser", "$x"),),
    ),
    Shape(
        "guidance that only says when it was updated",
        '<li class="guide"><a class="guide__link" href="$u">$t</a><p class="guide__text">$x</p><p class="guide__meta">Updated: $d</p></li>',
        '<ul class="guides">$records</ul>',
        link="/guidance/$n", pool=REPORTS, frame=agency, url=_SITE + "/guidance", shows=(("modified", "$d"), ("published", None), ("teaser", "$x")),
    ),
    Shape(
        "counts of comments, views and likes in the line of the day",
        '<article class="entry"><h2><a href="$u">$t</a></h2><ul class="entry-info"><li><i class="fa fa-calendar"></i> $month $day, $year</li><li><i class="fa fa-comments"></i> 12 comments</li><li><i class="fa fa-eye"></i> 1,23$n views</li><li><i class="fa fa-heart"></i> 4$n</li></ul><p>$x</p><a href="$u" class="btn">Continue reading</a></article>',
        '<div class="list">$records</div>',
        link="/b/$n", pool=REPORTS, frame=builder, url=_TANK + "/b/", shows=(*_WHOLE, ("authors", None), ("categories", None), ("tags", None)),
    ),
    Shape(
        "days of two figures for the year, the month first",
        '<tr><td>$m/$day/25</td><td><a href="$u">$t</a></td></tr>',
        '<table class="releases"><tr><th>Date</th><th>Release</th></tr>$records</table>',
        link="/releases/$n", pool=Pool(REPORTS.titles, days=("2025-07-23", "2025-06-27", "2025-06-17", "2025-05-12", "2025-02-02", "2025-01-19")), frame=agency, url=_SITE + "/releases", shows=(("published", "$iso"), ("teaser", None)),
    ),
    Shape(
        "how long ago, with the day in the title of its element",
        '<div class="note"><h4><a href="$u">$t</a></h4><span class="ago" title="$month $day, $year 8:00 AM">2 months ago</span><p>$x</p></div>',
        '<div class="notes">$records</div>',
        link="/notes/$n", pool=REPORTS, frame=builder, url=_TANK + "/notes/", shows=_WHOLE,
    ),
    Shape(
        "cards and the empty ones that stand for what is still to come",
        '<div class="card"><img src="/i/$n.jpg" alt=""><h3><a href="$u">$t</a></h3><p>$x</p></div>',
        '<div class="grid">$records<div class="card card--skeleton" aria-hidden="true"><div class="line"></div><div class="line"></div></div><div class="card card--skeleton" aria-hidden="true"><div class="line"></div></div></div>',
        link="/c/$n", pool=REPORTS, frame=agency, url=_SITE + "/c", shows=(("teaser", "$x"),),
    ),
    Shape(
        "a writer with a portrait and a role under the text",
        '<article class="post-card"><a class="post-card__media" href="$u"><img src="/i/$n.jpg" alt=""></a><p class="post-card__topic"><a href="/topics/c$n">$s</a></p><h3 class="post-card__title"><a href="$u">$t</a></h3><p class="post-card__excerpt">$x</p><div class="post-card__author"><img class="avatar" src="/p/$n.jpg" alt="$p"><div><div class="author-name">$p</div><div class="author-role">Senior researcher</div></div></div><p class="post-card__date">$d</p></article>',
        '<div class="posts">$records</div>',
        link="/blog/$n", pool=REPORTS, frame=builder, url=_TANK + "/blog", shows=(*_WHOLE, ("authors", ("$p",)), ("categories", ("$s",))),
    ),
    Shape(
        "titles in capitals under a rule, a place before the day, as telegrams have it",
        '<div class="wire"><hr><h2><a href="$u">$t</a></h2><p><strong>QUAY, $d</strong> – $x <a href="$u">(more)</a></p></div>',
        '<div class="wires">$records</div>',
        link="/wire/$n", pool=REPORTS, frame=agency, url=_SITE + "/wire", shows=(("published", "$iso"), ("teaser", "$x")),
    ),
)  # fmt: skip

_LONG = "".join(f"<p>{text} {text}</p>" for text in TEXTS)
_COMMENTS = "".join(
    f"<li id='comment-{i}' class='comment even thread-even depth-1'><article id='div-comment-{i}' class='comment-body'><footer class='comment-meta'><div class='comment-author vcard'><img src='/a/{i}.png' class='avatar' alt=''><b class='fn'><a href='https://reader{i}.example' rel='external nofollow ugc' class='url'>Reader {i}</a></b> <span class='says'>says:</span></div>"
    f"<div class='comment-metadata'><a href='/2025/07/pumps/#comment-{i}'><time datetime='2025-07-0{i}T08:00:00+00:00'>July {i}, 2025 at 8:00 am</time></a></div></footer><div class='comment-content'><p>{text}</p></div><div class='reply'><a rel='nofollow' class='comment-reply-link' href='/2025/07/pumps/?replytocom={i}#respond'>Reply</a></div></article></li>"
    for i, text in enumerate(TEXTS, 1)
)
SINGLES = {
    "a category without posts beside widgets": builder("<header class='page-header'><h1 class='page-title'>Category: Ports</h1></header><section class='no-results not-found'><h2>Nothing Found</h2><p>It seems we can’t find what you’re looking for.</p><form><input name='s'></form></section>", side=WIDGETS),
    "a post with many comments": builder(f"<article class='post type-post hentry'><h1 class='entry-title'>Pumps</h1><div class='entry-content'>{_LONG}</div></article><div id='comments' class='comments-area'><h2 class='comments-title'>6 thoughts on “Pumps”</h2><ol class='comment-list'>{_COMMENTS}</ol></div>", side=WIDGETS),
    "a thread of a forum": builder("<h2 class='topic-title'>Which pump lasts?</h2>" + "".join(f"<div id='p{i}' class='post has-profile bg2'><div class='inner'><dl class='postprofile'><dt><a href='./memberlist.php?u={i}' class='username'>member{i}</a></dt><dd>Posts: {i}4</dd></dl><div class='postbody'><h3><a href='#p{i}'>Re: Which pump lasts?</a></h3><p class='author'><a href='./viewtopic.php?p={i}#p{i}'>Post</a> by member{i} » Thu Jul 0{i}, 2025</p><div class='content'>{text}</div></div></div></div>" for i, text in enumerate(TEXTS, 1)), title="Forum"),
    "a book in a shop with related ones": builder(f"<div class='product type-product'><h1 class='product_title entry-title'>A manual of pumps</h1><p class='price'>$ 12.00</p><div class='woocommerce-product-details__short-description'><p>{TEXTS[0]}</p></div><form class='cart'><button>Add to cart</button></form><div class='woocommerce-Tabs-panel'><h2>Description</h2>{_LONG}</div></div><section class='related products'><h2>Related products</h2><ul class='products'>"
        + "".join(f"<li class='product'><a href='/product/p{i}/' class='woocommerce-LoopProduct-link'><img src='/b/{i}.jpg' alt=''><h2 class='woocommerce-loop-product__title'>{title}</h2><span class='price'>$ 1{i}.00</span></a><a href='?add-to-cart={i}' class='button'>Add to cart</a></li>" for i, title in enumerate(REPORTS.titles[:4])) + "</ul></section>", title="Shop"),
    "a statement with boxes to read on in its text": agency(f"<article><p class='date'>3 July 2025</p>{_LONG}<div class='box'><h4>Read also</h4><a href='/stories/s1'>The price of bread in seven markets</a></div>{_LONG}<div class='box'><h4>Read also</h4><a href='/stories/s2'>Night clinics for porters</a></div><p>For media: <a href='mailto:m@agency.example'>m@agency.example</a></p>{SHARE}</article>", title="Statement on floods"),
    "a policy with links to others": agency(f"{_LONG}<h2>Other policies</h2><ul><li><a href='/policies/privacy'>Privacy policy</a></li><li><a href='/policies/cookies'>Cookie policy</a></li><li><a href='/policies/terms'>Terms of use</a></li><li><a href='/policies/access'>Access to information</a></li></ul>", title="Policy on photographs"),
}  # fmt: skip


def single(name: str) -> str:
    return f'<!doctype html><html lang="en"><head><title>River</title></head><body>{SINGLES[name]}</body></html>'
