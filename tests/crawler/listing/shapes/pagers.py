"""How a page leads to the next one: one plain listing, many pagers. And pages that hold no listing."""

from __future__ import annotations

from tests.crawler.listing.shapes.shape import FOOT, HEAD, TEXTS, Shape

_RECORD = '<article><h2><a href="$u">$t</a></h2><p class="meta">$d</p><p>$x</p></article>'
_SITE = "https://river.example"


def _pager(name: str, markup: str, following: str | None, url: str = "/list/", head: str = "") -> Shape:
    return Shape(
        name, _RECORD, f'<main><div class="items">$records</div>{markup}</main>', url=_SITE + url, head=head,
        following=following and _SITE + following, shows=(("published", "$iso"), ("teaser", "$x")),
    )  # fmt: skip


SHAPES = (
    _pager("only an arrow", '<div class="pg"><a href="/list/?page=2">»</a></div>', "/list/?page=2"),
    _pager("an arrow back and one on", '<div class="pg"><a href="/list/?page=2">«</a> <b>3</b> <a href="/list/?page=4">»</a></div>', "/list/?page=4", "/list/?page=3"),
    _pager("a colon in the path", '<ul class="pager"><li>1</li><li><a href="/list/page:2">2</a></li><li class="next"><a href="/list/page:2" rel="next">&gt;</a></li></ul>', "/list/page:2"),
    _pager("offset and limit", '<div class="p"><a href="/list?limit=20&amp;offset=0">1</a> <a href="/list?limit=20&amp;offset=20">2</a> <a href="/list?limit=20&amp;offset=40">3</a></div>', "/list?limit=20&offset=40", "/list?limit=20&offset=20"),
    _pager("only rel next in the head", "", "/list/?page=2", head='<link rel="next" href="https://river.example/list/?page=2">'),
    _pager("a button with the next address in its data", '<button class="load-more" data-next-url="/list/?page=2">Load more</button>', "/list/?page=2"),
    _pager("a div with a template of addresses", '<div class="infinite" data-url="/list/?page={page}" data-page="1" data-total-pages="5"></div><button class="load-more">Load more</button>', "/list/?page=2"),
    _pager("an anchor for an infinite scroll", '<a class="infinite-scroll__next" href="/list/?page=2" hidden></a>', "/list/?page=2"),
    _pager("hypertext in attributes", '<div hx-get="/list/?page=2" hx-trigger="revealed" hx-swap="afterend"></div>', "/list/?page=2"),
    _pager("an icon in a link with a label", '<nav aria-label="Pages"><a href="/list/?seite=2" aria-label="Nächste Seite"><i class="ico"></i></a></nav>', "/list/?seite=2"),
    _pager("a script's pager has no address", '<ul class="pagination"><li class="active">1</li><li><a href="javascript:go(2)">2</a></li><li><a href="#" onclick="go(2)">Next</a></li></ul>', None),
    _pager("the last page", '<ul class="pagination"><li><a href="/list/?page=1">1</a></li><li><a href="/list/?page=2">2</a></li><li class="active"><a href="/list/?page=3">3</a></li></ul>', None, "/list/?page=3"),
    _pager("the last page with next switched off", '<div class="pager"><a href="/list/page/4/">Previous</a> <a class="disabled" aria-disabled="true" href="/list/page/5/">Next</a></div>', None, "/list/page/5/"),
    _pager("newer and older", '<nav class="posts-nav"><a href="/list/page/2/">Newer posts</a> <a href="/list/page/4/">Older posts</a></nav>', "/list/page/4/", "/list/page/3/"),
    _pager("previous means older here", '<nav><a href="/list/page/2/">← Previous entries</a></nav>', "/list/page/2/"),
    _pager("a word and numbers in Chinese", '<div class="pages"><span>1</span><a href="/list/index_2.html">2</a><a href="/list/index_2.html">下一页</a><a href="/list/index_30.html">尾页</a></div>', "/list/index_2.html"),
    _pager("a word in Arabic", '<div><a href="/list/2">الصفحة التالية</a></div>', "/list/2"),
    _pager("a word in Russian", '<div><a href="/list/?page=2">Следующая страница</a></div>', "/list/?page=2"),
    _pager("a word in Thai", '<div><a href="/list/?start=20">หน้าถัดไป</a></div>', "/list/?start=20"),
    _pager("a word in Hindi", '<ul><li><a href="/list/?page=1">अगला</a></li></ul>', "/list/?page=1"),
    _pager("a word in Greek", '<div class="nav"><a href="/list/page/2">Επόμενη</a></div>', "/list/page/2"),
    _pager("a select of pages", '<form method="get" action="/list/"><select name="page"><option value="/list/?page=1" selected>1</option><option value="/list/?page=2">2</option></select></form>', "/list/?page=2"),
    _pager("ranges of records", '<p>Results <b>1–20</b> <a href="/list/?from=21">21–40</a> <a href="/list/?from=41">41–60</a></p>', "/list/?from=21"),
    _pager("a window of pages that starts at ten", '<div class="pg"><a href="/list/?page=1">First</a> <a href="/list/?page=9">9</a> <b>10</b> <a href="/list/?page=11">11</a> <a href="/list/?page=99">Last</a></div>', "/list/?page=11", "/list/?page=10"),
    _pager("years are no pages", '<div class="years"><a href="/list/2024/">2024</a> <a href="/list/2023/">2023</a> <a href="/list/2022/">2022</a></div>', None),
    _pager("letters are no pages", '<div class="az"><a href="/list/?letter=a">A</a> <a href="/list/?letter=b">B</a> <a href="/list/?letter=c">C</a></div>', None),
    _pager("sizes are no pages", '<div class="sizes">Show <a href="/list/?per_page=20">20</a> <a href="/list/?per_page=50">50</a> <a href="/list/?per_page=100">100</a></div>', None),
    _pager("a cursor after the last record", '<a class="more" href="/list/?after=eyJpZCI6NjF9">More results</a>', "/list/?after=eyJpZCI6NjF9"),
    _pager("a matrix parameter", '<div><b>1</b> <a href="/list;page=2">2</a> <a href="/list;page=3">3</a> <a href="/list;page=2">next</a></div>', "/list;page=2"),
)  # fmt: skip

_LONG = "".join(f"<p>{text} {text} {text}</p>" for text in TEXTS)
_OTHERS = ("Bread in seven markets", "Girls back to school", "Night clinics")
_CARDS = "".join(
    f'<div class="other"><a href="/list/r{i}"><img src="/i/{i}.jpg" alt=""></a><span>{i + 3} May 2026</span><h4><a href="/list/r{i}">{title}</a></h4></div>'
    for i, title in enumerate(_OTHERS)
)
NO_LISTING = {
    "an article with a list of three related ones": (
        f'<article><h1>Safe water after floods</h1><p class="date">18 November 2024</p>{_LONG}</article><section><h2>You might also like</h2><div class="row">'
        + "".join(f'<div class="col"><a href="/list/r{i}"><img src="/i/{i}.jpg" alt=""></a><h3><a href="/list/r{i}">{t}</a></h3></div>' for i, t in enumerate(("Bread in seven markets", "Girls back to school", "Night clinics")))
        + "</div></section>"
    ),
    "a page of a person": f"<main><h1>Mara Holt</h1><p>Director</p>{_LONG}<p><a href='mailto:m@river.example'>Write</a></p></main>",
    "a form": "<main><h1>Contact</h1><form><label>Name <input></label><label>Message <textarea></textarea></label><button>Send</button></form></main>",
    "no results": "<main><h1>Search</h1><p>Your search for “xyz” gave no results.</p><ul><li>Check the spelling.</li><li>Try fewer words.</li></ul></main>",
    "not found": "<main><h1>404</h1><p>This page is gone. You may go to the <a href='/'>start</a> or <a href='/contact'>write to us</a>.</p></main>",
    "an article with notes": (
        f"<main><article><h1>Interpreters in court</h1>{_LONG}<ol class='notes'>"
        + "".join(f"<li id='n{i}'>Holt, M. ({2010 + i}). <a href='https://press.example/{i}'>A study of courts, part {i}</a>. Quay Press.</li>" for i in range(6))
        + "</ol></article></main>"
    ),
    "an article with a table of contents": (
        f"<main><div class='toc'><ul><li><a href='#a'>First part of the text</a></li><li><a href='#b'>Second part of it</a></li><li><a href='#c'>Third</a></li></ul></div>"
        f"<h1>A manual</h1>{_LONG}</main>"
    ),
    "an article with previous and next": (
        f"<main><h1>Night clinics</h1><div class='body'>{_LONG}</div><div class='siblings'><a href='/list/text-1'>← Safe water after floods</a> <a href='/list/text-3'>"
        "Girls back to school →</a></div></main>"
    ),
    "a text right in the page, and other texts under a heading of the site's own": f"<h1>Safe water</h1><div>3 May 2026</div>{_LONG}<h3>From the quay</h3><div>{_CARDS}</div>",
    "a text without a first heading, and other texts that nothing announces": f"<div class='text'><h2>Safe water</h2><i>04/05/2026</i>{_LONG}</div><div class='others'>{_CARDS}</div>",
    "an article with other texts named within its own": "<article><h1>The long bridge</h1>"
    + "".join(
        f"<p>{TEXTS[i % 3]} In an earlier year we asked this of part {i}, and of the towns by the quay. <a href='/list/r{i}'>{title}</a> It still holds, as all of the gauges upstream show.</p>"
        for i, title in enumerate(("Water law in practice", "A new gauge at the mill", "Mangroves for the coast", "Second phase delayed", "Clay tanks return", "Court hears river case", "Students map wells", "Farmers against floods"))
    )
    + "</article>",
}  # fmt: skip


def without_listing(name: str) -> str:
    return f'<!doctype html><html lang="en"><head><title>River</title></head><body>{HEAD}{NO_LISTING[name]}{FOOT}</body></html>'
