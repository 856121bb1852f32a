"""A table of pagers: what a page links to, and the address that goes on in its archive's walk."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from lxml import html

from crawler.listing.next_page import next_page

SITE = "https://library.example.org"


def page(body: str, head: str = "") -> html.HtmlElement:
    return html.document_fromstring(f"<html><head>{head}</head><body>{body}</body></html>")


def given(url: str, body: str, head: str = "", records: tuple[str, ...] = ()) -> str | None:
    return next_page(page(body, head), url, records)


def link(href: str, text: str, more: str = "") -> str:
    return f'<a href="{href}" {more}>{text}</a>'


def numbers(template: str, here: int, last: int, *, first: str, shift: int = 0, step: int = 1) -> str:
    """A numbered pager: all pages but the current one are links."""
    parts = []
    for n in range(1, last + 1):
        href = first if n == 1 else template.format((n - 1) * step + 1 + shift)
        parts.append(f"<span class='current'>{n}</span>" if n == here else link(href, str(n)))
    return f"<nav class='pagination'>{' '.join(parts)}</nav>"


# Words: the second page leads back and on; only the words tell which is which. The addresses are cursors and do not count.
WORDS = {
    "en": ("Newer posts", "Older posts"),
    "en-next": ("Previous page", "Next page"),
    "de": ("Neuere Beiträge", "Ältere Beiträge"),
    "de-next": ("Zurück", "Weiter"),
    "fr": ("Articles plus récents", "Articles plus anciens"),
    "fr-next": ("Page précédente", "Page suivante"),
    "es": ("Entradas más recientes", "Entradas más antiguas"),
    "es-next": ("Anterior", "Siguiente"),
    "pt": ("Mais recentes", "Mais antigas"),
    "pt-next": ("Anterior", "Próxima página"),
    "it": ("Articoli più recenti", "Articoli più vecchi"),
    "it-next": ("Precedente", "Successiva"),
    "ca": ("Anterior", "Següent"),
    "gl": ("Máis recentes", "Máis antigas"),
    "ro": ("Pagina anterioară", "Pagina următoare"),
    "nl": ("Nieuwere berichten", "Oudere berichten"),
    "sv": ("Nyare inlägg", "Äldre inlägg"),
    "da": ("Forrige", "Næste"),
    "nb": ("Nyere innlegg", "Eldre innlegg"),
    "fi": ("Uudemmat", "Vanhemmat"),
    "is": ("Fyrri síða", "Næsta síða"),
    "et": ("Eelmine", "Järgmine"),
    "lv": ("Iepriekšējā", "Nākamā"),
    "lt": ("Ankstesnis", "Kitas"),
    "pl": ("Nowsze wpisy", "Starsze wpisy"),
    "pl-next": ("Poprzednia", "Następna"),
    "cs": ("Novější příspěvky", "Starší příspěvky"),
    "sk": ("Predchádzajúca", "Ďalšia"),
    "sl": ("Prejšnja stran", "Naslednja stran"),
    "hr": ("Noviji članci", "Stariji članci"),
    "sr": ("Претходна", "Следећа"),
    "mk": ("Претходна", "Следна"),
    "bg": ("Предишна", "Следваща"),
    "ru": ("Следующие записи", "Предыдущие записи"),
    "ru-next": ("Предыдущая", "Следующая"),
    "uk": ("Новіші записи", "Старіші записи"),
    "be": ("Папярэдняя", "Наступная"),
    "el": ("Νεότερα άρθρα", "Παλαιότερα άρθρα"),
    "tr": ("Yeni yazılar", "Eski yazılar"),
    "tr-next": ("Önceki sayfa", "Sonraki sayfa"),
    "az": ("Əvvəlki", "Növbəti"),
    "kk": ("Алдыңғы", "Келесі"),
    "hu": ("Újabb bejegyzések", "Régebbi bejegyzések"),
    "eu": ("Aurrekoa", "Hurrengoa"),
    "cy": ("Blaenorol", "Nesaf"),
    "sq": ("E mëparshme", "Tjetra"),
    "ar": ("الأحدث", "الأقدم"),
    "ar-next": ("السابق", "التالي"),
    "fa": ("صفحه قبلی", "صفحه بعدی"),
    "ur": ("پچھلا صفحہ", "اگلا صفحہ"),
    "he": ("הקודם", "הבא"),
    "hi": ("पिछला", "अगला"),
    "bn": ("পূর্ববর্তী", "পরবর্তী"),
    "ta": ("முந்தைய", "அடுத்த"),
    "th": ("หน้าก่อนหน้า", "หน้าถัดไป"),
    "vi": ("Trang trước", "Trang sau"),
    "id": ("Sebelumnya", "Berikutnya"),
    "sw": ("Iliyotangulia", "Inayofuata"),
    "ja": ("前へ", "次へ"),
    "ko": ("이전", "다음"),
    "zh-Hans": ("上一页", "下一页"),
    "zh-Hant": ("較新的文章", "較舊的文章"),
    "ka": ("წინა", "შემდეგი"),
    "hy": ("Նախորդ", "Հաջորդ"),
    "km": ("មុន", "បន្ទាប់"),
    "tl": ("Nakaraan", "Susunod"),
}


@pytest.mark.parametrize("words", WORDS.values(), ids=WORDS.keys())
def test_words(words: tuple[str, str]) -> None:
    back, on = words
    here = f"{SITE}/texts?after=c2"
    body = link("?after=c1", back) + link("?after=c3", on)
    assert given(here, body) == f"{SITE}/texts?after=c3"
    assert given(here, link("?after=c1", back)) is None


@pytest.mark.parametrize("signs", ["‹›", "«»", "←→", "<>", "◀▶", "❮❯", "⟨⟩", "≪≫"])
def test_signs_beside_addresses_that_count(signs: str) -> None:
    back, on = (s.replace("<", "&lt;").replace(">", "&gt;") for s in signs)
    body = link("/texts/page/2/", back) + link("/texts/page/4/", on)
    assert given(f"{SITE}/texts/page/3/", body) == f"{SITE}/texts/page/4/"


@dataclass(frozen=True, slots=True)
class Case:
    name: str
    url: str
    body: str
    expected: str | None
    head: str = ""
    records: tuple[str, ...] = ()


SCHEMES = [
    Case("path", "/page/2/", numbers("/page/{}/", 2, 5, first="/"), "/page/3/"),
    Case("path, first page", "/", numbers("/page/{}/", 1, 5, first="/"), "/page/2/"),
    Case("path without slash", "/news/page/2", numbers("/news/page/{}", 2, 3, first="/news"), "/news/page/3"),
    Case("paged", "/?paged=2", numbers("/?paged={}", 2, 4, first="/"), "/?paged=3"),
    Case("kept query", "/?s=water", numbers("/page/{}/?s=water", 1, 4, first="/?s=water"), "/page/2/?s=water"),
    Case("query pagination", "/all/", numbers("?query-3-page={}", 1, 4, first="/all/"), "/all/?query-3-page=2"),
    Case(
        "query pagination's mark", "/all/", numbers("?query-3-page={}&cst", 1, 4, first="/all/"), "/all/?query-3-page=2"
    ),
    Case("from 0", "/docs", numbers("/docs?page={}", 1, 6, first="/docs", shift=-1), "/docs?page=1"),
    Case("from 0, further", "/docs?page=3", numbers("/docs?page={}", 4, 6, first="/docs", shift=-1), "/docs?page=4"),
    Case(
        "several pagers' value",
        "/docs",
        numbers("/docs?page=0%2C{}", 1, 6, first="/docs", shift=-1),
        "/docs?page=0%2C1",
    ),
    Case("offset", "/list", numbers("/list?start={}", 1, 4, first="/list", shift=-1, step=10), "/list?start=10"),
    Case(
        "offset, further",
        "/list?start=20",
        numbers("/list?start={}", 3, 5, first="/list", shift=-1, step=10),
        "/list?start=30",
    ),
    Case("offset, last", "/list?start=40", numbers("/list?start={}", 5, 5, first="/list", shift=-1, step=10), None),
    Case(
        "typed offset",
        "/all?b_start:int=20",
        link("/all?b_start:int=10", "Previous") + link("/all?b_start:int=30", "Next 10 items"),
        "/all?b_start:int=30",
    ),
    Case("typed offset, first", "/all", link("/all?b_start:int=10", "Next 10 items &gt;"), "/all?b_start:int=10"),
    Case(
        "offset in the path",
        "/list/offset/20",
        numbers("/list/offset/{}", 3, 5, first="/list", shift=-1, step=10),
        "/list/offset/30",
    ),
    Case(
        "offset as a label",
        "/list",
        "<b>0</b> | " + link("/list?debut_x=6", "6") + " | " + link("/list?debut_x=12", "12"),
        "/list?debut_x=6",
    ),
    Case(
        "offset as a label, further",
        "/list?debut_x=12",
        link("/list?debut_x=6", "6") + " <b>12</b> " + link("/list?debut_x=18", "18"),
        "/list?debut_x=18",
    ),
    Case("page file", "/news/page2.html", numbers("/news/page{}.html", 2, 5, first="/news/"), "/news/page3.html"),
    Case("index file", "/", link("index2.html", "Older"), "/index2.html"),
    Case(
        "index file, further",
        "/index3.html",
        link("index2.html", "Newer") + link("index4.html", "Older"),
        "/index4.html",
    ),
    Case("index from 1", "/index.html", link("index-1.html", "Older posts"), "/index-1.html"),
    Case(
        "index counted down",
        "/index-7.html",
        link("index-8.html", "Newer posts") + link("index-6.html", "Older posts"),
        "/index-6.html",
    ),
    Case("index counted down, last", "/index-1.html", link("index-2.html", "Newer posts", "rel=prev"), None),
    Case("index counted down, first", "/", link("/index-9.html", "Older posts", "rel=next"), "/index-9.html"),
    Case("bare number", "/archive/2/", numbers("/archive/{}/", 2, 5, first="/archive/"), "/archive/3/"),
    Case("bare number, first", "/archive", numbers("/archive/{}/", 1, 5, first="/archive/"), "/archive/2/"),
    Case("file and number", "/news.html", numbers("/news-{}.html", 1, 5, first="/news.html"), "/news-2.html"),
    Case(
        "plugin's name",
        "/aktuell",
        numbers("/aktuell?tx_x_pi1%5BcurrentPage%5D={}&cHash=0a1b", 1, 3, first="/aktuell"),
        "/aktuell?tx_x_pi1%5BcurrentPage%5D=2&cHash=0a1b",
    ),
    Case("PAGEN", "/novosti/", numbers("/novosti/?PAGEN_1={}", 1, 9, first="/novosti/"), "/novosti/?PAGEN_1=2"),
    Case("German path", "/blog/seite/2/", numbers("/blog/seite/{}/", 2, 3, first="/blog/"), "/blog/seite/3/"),
    Case("Spanish path", "/noticias", numbers("/noticias/pagina/{}", 1, 3, first="/noticias"), "/noticias/pagina/2"),
    Case("Polish path", "/wpisy/strona-2", numbers("/wpisy/strona-{}", 2, 4, first="/wpisy"), "/wpisy/strona-3"),
    Case(
        "absolute, http for https",
        "/page/2/",
        numbers("http://library.example.org/page/{}/", 2, 4, first="/"),
        "http://library.example.org/page/3/",
    ),
    Case(
        "www for none",
        "/page/2/",
        numbers("https://www.library.example.org/page/{}/", 2, 4, first="/"),
        "https://www.library.example.org/page/3/",
    ),
    Case("fragment", "/page/2/", link("/page/3/#content", "&raquo;"), "/page/3/"),
    Case("base", "/x/y/", link("page/2/", "Next"), "/blog/page/2/", head='<base href="/blog/">'),
    Case("relative up", "/blog/page/2/", link("../../", "1") + "<b>2</b>" + link("../3/", "3"), "/blog/page/3/"),
    Case(
        "Arabic digits",
        "/مقالات",
        f"<ul class='pager'><li>١</li><li>{link('/مقالات?page=2', '٢')}</li></ul>",
        "/مقالات?page=2",
    ),
    Case("digits with words", "/x", link("/x?page=2", "Page 2") + link("/x?page=3", "Page 3"), "/x?page=2"),
    Case(
        "window",
        "/page/50/",
        link("/", "1") + " … " + link("/page/49/", "49") + "<b>50</b>" + link("/page/51/", "51"),
        "/page/51/",
    ),
    Case(
        "thousands",
        "/?page=1200",
        link("/?page=1199", "1199") + "<b>1200</b>" + link("/?page=1201", "1201"),
        "/?page=1201",
    ),
    Case("upper case", "/docs?Page=2", link("/docs?Page=1", "Prev") + link("/docs?Page=3", "Next"), "/docs?Page=3"),
]

CONTROLS = [
    Case(
        "head",
        "/texts/",
        "<button>Load more</button>",
        "/texts/page/2/",
        head='<link rel="next" href="/texts/page/2/">',
    ),
    Case("aria-label", "/", link("/page/2/", "<svg></svg>", "aria-label='Next page'"), "/page/2/"),
    Case("title", "/", link("/page/2/", "<i></i>", "title='Page suivante'"), "/page/2/"),
    Case(
        "picture",
        "/?page=2",
        link("/?page=1", "<img src=l.png alt='back'>") + link("/?page=3", "<img src=r.png alt='next'>"),
        "/?page=3",
    ),
    Case(
        "icon",
        "/page/2/",
        link("/", "<i class='fa fa-angle-left'></i>") + link("/page/3/", "<i class='fa fa-angle-right'></i>"),
        "/page/3/",
    ),
    Case("own words", "/", link("/page/2/", "See posts"), "/page/2/"),
    Case("odd sign", "/", link("/page/2/", "(:~"), "/page/2/"),
    Case("more, as a link", "/news", link("/news?page=2", "Show more"), "/news?page=2"),
    Case(
        "more, next address",
        "/news",
        "<button class='load-more' data-next-url='/news?page=2'>More news</button>",
        "/news?page=2",
    ),
    Case(
        "more, Elementor's way",
        "/news/",
        "<div data-page='1' data-max-page='4' data-next-page='/news/page/2/'></div><button>Load more</button>",
        "/news/page/2/",
    ),
    Case(
        "more, template",
        "/news",
        "<button data-page='1' data-max-pages='3' data-url='/news?page={page}'>Load more</button>",
        "/news?page=2",
    ),
    Case(
        "more, template's end",
        "/news?page=3",
        "<button data-page='3' data-max-pages='3' data-url='/news?page={page}'>Load more</button>",
        None,
    ),
    Case("more, endpoint", "/news", "<button data-url='/wp-admin/admin-ajax.php?page=2'>Load more</button>", None),
    Case(
        "more, location",
        "/news",
        "<button onclick=\"location.href='/news?page=2'\">Mehr anzeigen</button>",
        "/news?page=2",
    ),
    Case(
        "more, form",
        "/find?q=law",
        "<form><input type=hidden name=q value=law><button name=page value=2>Next</button></form>",
        "/find?q=law&page=2",
    ),
    Case("more, frame", "/texts", "<turbo-frame src='/texts?page=2' loading='lazy'></turbo-frame>", "/texts?page=2"),
    Case("more, hx-get", "/texts", "<button hx-get='/texts?page=2' hx-trigger='revealed'>…</button>", "/texts?page=2"),
    Case(
        "select",
        "/texts?page=2",
        "<select><option value='/texts?page=1'>1<option value='/texts?page=2' selected>2<option value='/texts?page=3'>3</select>",
        "/texts?page=3",
    ),
    Case(
        "cursor",
        "/index.php?title=Category:Law",
        link("/index.php?title=Category:Law&pagefrom=M#pages", "next page"),
        "/index.php?title=Category:Law&pagefrom=M",
    ),
    Case(
        "cursor of another path",
        "/",
        link("/search?updated-max=2019-05-04", "Older Posts"),
        "/search?updated-max=2019-05-04",
    ),
    Case(
        "cursor with a date",
        "/search",
        link("/search?updated-max=2019-05-04T10:00:00&max-results=7", "Older Posts"),
        "/search?updated-max=2019-05-04T10:00:00&max-results=7",
    ),
]

OLDER_OR_PREVIOUS = [
    Case("previous is older", "/page/2/", link("/page/3/", "&larr; Previous") + link("/", "Next &rarr;"), "/page/3/"),
    Case("previous is older, first", "/", link("/page/2/", "« Previous posts"), "/page/2/"),
    Case("previous is older, last", "/page/9/", link("/page/8/", "Next »"), None),
    Case("previous is newer", "/page/2/", link("/", "« Previous") + link("/page/3/", "Next »"), "/page/3/"),
    Case(
        "rel=prev on the older",
        "/page/2/",
        link("/page/3/", "Older Entries", "rel=prev") + link("/", "Newer Entries", "rel=next"),
        "/page/3/",
    ),
    Case(
        "classes say the reverse",
        "/",
        "<div class='nav-previous'>" + link("/page/2/", "&larr; Older posts") + "</div>",
        "/page/2/",
    ),
    Case(
        "classes say the reverse, last",
        "/page/6/",
        "<div class='nav-next'>" + link("/page/5/", "Newer posts &rarr;") + "</div>",
        None,
    ),
    Case("signs point the reverse", "/page/2/", link("/page/3/", "« Older") + link("/", "Newer »"), "/page/3/"),
]

TRAPS = [
    Case("last page", "/page/5/", numbers("/page/{}/", 5, 5, first="/"), None),
    Case("last page's dead next", "/page/6/", numbers("/page/{}/", 6, 6, first="/") + link("/page/7/", "Next"), None),
    Case(
        "dead next switched off",
        "/page/6/",
        link("/page/5/", "Prev") + "<li class='disabled'>" + link("/page/7/", "Next") + "</li>",
        None,
    ),
    Case("dead next leads home", "/page/6/", link("/page/5/", "Prev") + link("/", "Next"), None),
    Case("next leads nowhere", "/page/6/", link("/page/5/", "Prev") + link("#", "Next"), None),
    Case("no pager", "/", link("/about", "About") + link("/law-2", "Law, part 2"), None),
    Case("next article", "/2024/05/rivers/", link("/2024/05/wells/", "Next post: Wells", "rel=next"), None),
    Case(
        "next article, counted",
        "/posts/12",
        link("/posts/11", "Previous") + link("/posts/13", "Next article"),
        None,
        head='<meta property="og:type" content="article">',
    ),
    Case("next article in the head", "/about/", "<p>Text</p>", None, head='<link rel="next" href="/contact/">'),
    Case("next article is a record", "/all/", link("/all/2", "Next"), None, records=(f"{SITE}/all/2",)),
    Case(
        "comments",
        "/law/",
        "<div class='comments'>" + link("/law/comment-page-2/#comments", "Older comments") + "</div>",
        None,
    ),
    Case("comments by query", "/law/", link("/law/?cpage=2#comments", "Next"), None),
    Case(
        "comments' block",
        "/law/",
        "<section id='comments'><nav>" + link("/law/?page=2", "Next") + "</nav></section>",
        None,
    ),
    Case("another site", "/", link("https://other.example.net/page/2/", "Next"), None),
    Case("another host", "/", link("https://shop.library.example.org/page/2/", "Older posts"), None),
    Case(
        "another archive",
        "/news/page/5/",
        link("/news/page/4/", "Newer") + link("/events/page/2/", "More events"),
        None,
    ),
    Case(
        "another search", "/?s=law&paged=2", link("/?s=law", "1") + "<b>2</b>" + link("/?s=rain&paged=3", "rain"), None
    ),
    Case(
        "calendar",
        "/events/?month=2024-05",
        "<table class='calendar'><caption>" + link("?month=2024-06", "Next month") + "</caption></table>",
        None,
    ),
    Case(
        "calendar's month",
        "/2024/05/",
        "<table id='wp-calendar'><tr><td>"
        + link("/2024/04/", "« Apr")
        + link("/2024/06/", "Jun »")
        + "</td></tr></table>",
        None,
    ),
    Case("month archives", "/2024/05/", link("/2024/04/", "April 2024") + link("/2024/06/", "June 2024"), None),
    Case("years", "/reports/2023", link("/reports/2022", "2022") + link("/reports/2024", "2024"), None),
    Case("years by query", "/reports?year=2023", link("?year=2022", "2022") + link("?year=2024", "2024"), None),
    Case("sizes", "/list", link("/list?per_page=20", "20") + link("/list?per_page=50", "50"), None),
    Case("sorting", "/list", link("/list?sort=title", "Title") + link("/list?sort=date", "Newest first"), None),
    Case(
        "read more",
        "/",
        link("/?p=17", "Read more") + link("/?p=16", "Read more"),
        None,
        records=(f"{SITE}/?p=17", f"{SITE}/?p=16"),
    ),
    Case(
        "a record's own pages",
        "/",
        "<div class='page-links'>" + link("/rivers/2/", "2") + link("/rivers/3/", "3") + "</div>",
        None,
        records=(f"{SITE}/rivers/",),
    ),
    Case("slider", "/", "<div class='slider'>" + link("/?slide=2", "Next") + "</div>", None),
    Case("script", "/", link("javascript:go(2)", "2") + link("javascript:go(2)", "Next"), None),
    Case("mail", "/", link("mailto:a@example.org?subject=page2", "Next"), None),
    Case("last", "/page/2/", link("/page/3/", "›") + link("/page/9/", "Last »"), "/page/3/"),
    Case("leap", "/page/2/", numbers("/page/{}/", 2, 5, first="/") + link("/page/7/", "Next 5 pages"), "/page/3/"),
    Case(
        "filter in the pager",
        "/list?type=law",
        link("/list?page=2", "2") + link("/list?type=law&page=2", "2") + link("/list?type=law&page=3", "3"),
        "/list?type=law&page=2",
    ),
    Case("visited", "/page/3/", link("/page/2/", "Next"), None),
    Case("itself", "/page/2/", link("/page/2/", "Next") + link("/page/2/#top", "Older"), None),
    Case(
        "wrong head", "/page/3/", numbers("/page/{}/", 3, 3, first="/"), None, head='<link rel="next" href="/page/4/">'
    ),
    Case("not of the web", "ftp", "", None),
    Case(
        "numbers that count no pages stand before the one that does",
        "/news",
        link("/news?p_lifecycle=0&list_delta=20&list_cur=2", "Successivo")
        + link("/news?p_lifecycle=0&list_delta=20&list_cur=7", "Ultimo"),
        "/news?p_lifecycle=0&list_delta=20&list_cur=2",
    ),
]

FORMS = [
    Case(
        "a choice of pages in a form that is sent as a query",
        "/docs/",
        '<form method="get"><input type="hidden" name="type" value="law"><select name="page"><option selected>1</option><option value="2">2</option></select></form>',
        "/docs/?type=law&page=2",
    ),
    Case(
        "a choice of sizes",
        "/docs/",
        '<form method="get"><select name="per_page"><option value="1" selected>1</option><option value="2">2</option></select></form>',
        None,
    ),
    Case(
        "a choice of pages in a form that is posted",
        "/docs/",
        '<form method="post"><select name="page"><option selected>1</option><option value="2">2</option></select></form>',
        None,
    ),
    Case(
        "an address that a script is handed by what says next",
        "/Lists/All.aspx",
        """<a href="javascript:" onclick='javascript:turn(event, "/Lists/All.aspx?Paged=TRUE\\u0026FirstRow=31");'><img src="/n.gif" alt="Next"></a>""",
        "/Lists/All.aspx?Paged=TRUE&FirstRow=31",
    ),
    Case(
        "a script that goes there",
        "/list",
        """<a href="javascript:location.href='/list?page=2'">›</a>""",
        "/list?page=2",
    ),
]
TABLE = [*SCHEMES, *CONTROLS, *OLDER_OR_PREVIOUS, *TRAPS, *FORMS]


@pytest.mark.parametrize("case", TABLE, ids=lambda case: case.name)
def test_table(case: Case) -> None:
    url = SITE + case.url if case.url.startswith("/") else "ftp://library.example.org/page/2/"
    expected = SITE + case.expected if case.expected and case.expected.startswith("/") else case.expected
    assert given(url, case.body, case.head, case.records) == expected


def test_the_pager_nearest_to_the_records_counts() -> None:
    body = (
        "<section><ul id='other'><li>x</li></ul>" + numbers("?query-1-page={}", 1, 3, first="/") + "</section>"
        "<section><ul id='main'><li>y</li></ul>" + numbers("?query-2-page={}", 1, 3, first="/") + "</section>"
    )
    tree = page(body)
    assert next_page(tree, f"{SITE}/", container=tree.get_element_by_id("main")) == f"{SITE}/?query-2-page=2"
    assert next_page(tree, f"{SITE}/", container=tree.get_element_by_id("other")) == f"{SITE}/?query-1-page=2"


def test_a_calendar_that_holds_the_records_leads_on() -> None:
    body = "<div class='calendar' id='c'><ul id='main'></ul>" + link("?date=3&month=2024-06&page=2", "Next") + "</div>"
    tree = page(body)
    assert next_page(tree, f"{SITE}/events/") is None
    assert (
        next_page(tree, f"{SITE}/events/", container=tree.get_element_by_id("main"))
        == f"{SITE}/events/?date=3&month=2024-06&page=2"
    )


def test_the_walk_of_an_archive_ends() -> None:
    """From any page of a numbered pager one comes to the last page, through every page between."""
    url: str | None = f"{SITE}/texts/"
    seen = []
    while url:
        seen.append(url)
        here = 1 if url.endswith("texts/") else int(url.rstrip("/").rpartition("/")[2])
        url = given(url, numbers("/texts/page/{}/", here, 30, first="/texts/"))
    assert seen == [f"{SITE}/texts/", *(f"{SITE}/texts/page/{n}/" for n in range(2, 31))]


@pytest.mark.parametrize(
    "body",
    ["", "<a>", "<a href>", "<a href='http://['>2</a>", "<a href='//'>Next</a>", "<a href='?page=٣٣٣٣٣٣٣٣٣'>2</a>"],
)
def test_broken_links_are_passed_over(body: str) -> None:
    assert given(f"{SITE}/", body) is None
