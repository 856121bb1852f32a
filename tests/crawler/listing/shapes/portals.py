"""Portals of governments and their systems, met in blind rounds: lists of servers, publishers of assets, cells without a name."""

from __future__ import annotations

from tests.crawler.listing.shapes.shape import Shape

_GOV = "https://gov.example"

SHAPES = (
    Shape(
        "a list of a portal's server: offices in a column of their own, a pager that hands an address to a script",
        '<tr class="ms-itmhover"><td class="ms-vb-icon"><input type="checkbox"></td><td class="ms-vb-title"><div class="ms-vb itx"><a href="$u" onclick="open(this)">$t</a></div></td>'
        '<td class="ms-vb2"><nobr>$d</nobr></td><td class="ms-vb2">Directorate of $s and Planning</td><td class="ms-vb2"><a href="javascript:void(0)" title="Open Menu"><img src="/m.gif" alt="Open Menu"></a></td></tr>',
        '<div id="content"><h1>Circulars</h1><table class="ms-listviewtable"><tr class="ms-viewheadertr"><th><input type="checkbox"></th><th><a href="javascript:" onclick="sort()">Title</a></th><th>Date Issued</th>'
        "<th>Issuing Office</th><th></th></tr>$records</table><table><tr><td class='ms-paging'>1 - 6</td><td><a onclick='javascript:turn(event, \"/Lists/C/All.aspx?Paged=TRUE\\u0026p_ID=110\\u0026FirstRow=7\");' "
        "href='javascript:'><img src='/next.gif' alt='Next'></a></td></tr></table></div>",
        link="/Lists/C/DispForm.aspx?ID=11$n", url=_GOV + "/Lists/C/All.aspx", following=_GOV + "/Lists/C/All.aspx?Paged=TRUE&p_ID=110&FirstRow=7", shows=(("published", "$iso"), ("teaser", None)),
    ),
    Shape(
        "a register with a column of short descriptions",
        "<tr><td><a href='$u'>$t</a></td><td>$d</td><td>A note for $s boards</td></tr>",
        "<table><tr><th>Title</th><th>Date</th><th>Description</th></tr>$records</table>",
        url=_GOV + "/list/", shows=(("published", "$iso"), ("teaser", "A note for $s boards")),
    ),
    Shape(
        "a repository's hits: a month in brackets, people, an abstract that is cut by lines",
        '<li class="mt-4"><div class="row"><a class="thumb" tabindex="-1" href="$u"><img alt="Preview" src="/t.png"></a><div><span class="badge badge-info">Publication</span><a class="lead item-list-title" href="$u">$t</a>'
        '<span class="text-muted"><span class="item-list-date">($year-$m)</span> <span class="item-list-authors"><span>$p; $q</span></span></span><div class="content"><span class="item-list-abstract">$x</span></div></div></div></li>',
        '<main><h1>By date of issue</h1><ul class="list-unstyled">$records</ul></main>',
        link="/items/0a$n-4a2b", url="https://repo.example/browse", shows=(("published", "$year-$m"), ("authors", ("$p", "$q")), ("teaser", "$x")),
    ),
    Shape(
        "bulletins under months as headings",
        '<h3>$month $year</h3><ul><li><a href="$u">$t</a><p>$x</p></li></ul>',
        "<main><h1>Bulletins</h1>$records</main>",
        shows=(("published", "$year-$m"), ("teaser", "$x")),
    ),
    Shape(
        "a city's board: an attachment in some rows, hits and departments beside",
        '<tr><td class="num">20$n</td><td class="subject"><a href="$u">$t</a></td><td>Dept. of $s</td><td></td><td><time>$dmy</time></td><td>1,20$n</td></tr>',
        '<div class="list"><p>All 210 [1/35]</p><table><thead><tr><th>No.</th><th>Title</th><th>Department</th><th>File</th><th>Date</th><th>Views</th></tr></thead><tbody>$records</tbody></table></div>',
        others=tuple((n, '<tr><td class="num">20$n</td><td class="subject"><a href="$u">$t</a></td><td>Dept. of $s</td><td><a href="/down?file=$n"><span class="sr-only">Attachment</span></a></td><td><time>$dmy</time></td><td>1,20$n</td></tr>') for n in (0, 3)),
        link="/board/view?no=$n&s=88$n", url=_GOV + "/board", shows=(("published", "$iso"), ("teaser", None)),
    ),
    Shape(
        "documents of a district: names in cells, links that say View and a size",
        '<tr><td>$n</td><td><span>$t</span></td><td>$dmy</td><td><a href="$u" aria-label="$t - PDF that opens in new window">View (5$n KB)</a></td></tr>',
        "<table><thead><tr><th>No.</th><th>Particulars</th><th>Date</th><th>View / Download</th></tr></thead><tbody>$records</tbody></table>",
        link="/uploads/$n.pdf", url=_GOV + "/documents/", shows=(("published", "$iso"), ("teaser", None)),
    ),
    Shape(
        "tenders with facts by name, and one line about them",
        '<article class="notice"><h3><a href="$u">$t</a></h3><dl><dt>Contracting body</dt><dd>Department of $s and Works</dd><dt>Procedure</dt><dd>Open procedure in one stage</dd><dt>Published</dt><dd>$d</dd><dt>Summary</dt><dd>$x</dd></dl></article>',
        "<main><h1>Notices</h1>$records</main>",
        shows=(("published", "$iso"), ("teaser", "$x")),
    ),
    Shape(
        "three new books: a cited title, who wrote it, a few lines; no day, no heading",
        '<li><cite><a href="$u">$t</a></cite> / <span class="tekija">$p</span>.<div class="kuvaus">$x</div></li>',
        "<div class='sisalto'><h1>Uutuudet</h1><ol class='uutuudet'>$records</ol></div>",
        count=3, shows=(("teaser", "$x"), ("published", None)),
    ),
    Shape(
        "a table whose head is plain cells with links that sort, under a row of settings",
        '<tr class="row"><td align="right">$n</td><td><a href="$u">$t</a></td><td>$d</td><td>$p</td><td align="center">30$n</td></tr>',
        "<table><tr><td colspan='4'>Show # <select><option>10</option></select></td></tr><tr><td>#</td><td><a href=\"javascript:order('title')\">Article title</a></td><td><a href=\"javascript:order('day')\">Date</a></td>"
        "<td>Author</td><td>Hits</td></tr>$records</table>",
        link="/index.php?view=article&id=$n:text", url=_GOV + "/index.php?view=category", shows=(("published", "$iso"), ("authors", ("$p",)), ("teaser", None)),
    ),
    Shape(
        "reports of a ministry, of which one stands at an address that ends in a year",
        '<div class="media"><i class="fa"></i><div class="media-body"><a href="$u">$t</a><div class="small">Published: $d</div></div></div>',
        "<div class='container'><h1>Documents</h1>$records</div>",
        link="/documents/20$n$n", url=_GOV + "/documents", shows=(("published", "$iso"), ("teaser", None)),
    ),
    Shape(
        "hashed names before those that say something, a time of reading before the text and views behind it",
        '<article class="pCy8mL"><a class="O16KGI" href="$u" tabindex="-1"><img src="/w/$n.jpg" alt=""></a><div class="q4dYb1"><div class="i4OsRw1"><ul class="I1rDHx"><li class="P9m_M4"><span class="time-ago">$d</span></li><li class="P9m_M4 read-time">$n min de lectura</li></ul></div>'
        '<a class="O16KGI" href="$u"><div class="K8MLqy post-title"><h2><p>$t</p></h2></div></a><div class="mqysW5 post-description"><div class="BO1lnTh">$x</div></div><div class="sbkb6A"><div class="view-count"><span>12$n visualizaciones</span></div></div></div></article>',
        "<main><div class='hTdZlb9'>$records</div></main>",
        language="es", shows=(("published", "$iso"), ("teaser", "$x")),
    ),
    Shape(
        "a catalogue of data in which one set has no description, and says so",
        '<li class="dataset-item"><h2><a href="$u">$t</a></h2><div>$x</div><ul><li><a href="$u" class="badge">CSV</a></li></ul></li>',
        "<main><h1>128 datasets found</h1><ul class='dataset-list'>$records</ul></main>",
        others=((2, '<li class="dataset-item"><h2><a href="$u">$t</a></h2><p class="empty">This dataset has no description</p><ul><li><a href="$u" class="badge">CSV</a></li></ul></li>'),),
        but=((2, "teaser", None),), shows=(("teaser", "$x"),),
    ),
    Shape(
        "press releases as paragraphs, the last of which leads to last year's",
        "<p><strong>$d</strong> – <a href='$u'>$t</a></p>",
        "<h1>Press releases</h1><p>For enquiries call the press office.</p><h2>2024</h2>$records<p><a href='/press/2023.html'>Press releases 2023</a></p><hr><p>© Archive</p>",
        link="/press/pr24-1$n.html", url=_GOV + "/press/", shows=(("published", "$iso"),),
    ),
    Shape(
        "news of a paper: who wrote it in a foot, named in its own language",
        '<article class="cikk"><span class="rovat">$s</span><h2><a href="$u">$t</a></h2><p class="lead">$x</p><footer><span class="szerzo">$p</span> <time datetime="$iso">$d</time></footer></article>',
        "<main>$records</main>",
        language="hu", shows=(("published", "$iso"), ("teaser", "$x"), ("authors", ("$p",))),
    ),
    Shape(
        "acts of a chamber in boxes, and a pager in the last box that says only > and, in its title, next",
        '<div class="lei"><a href="$u"><b>$t</b></a><p class="ementa">$x</p><a href="$u.pdf"><i class="icon-pdf" title="PDF"></i></a></div>',
        '<div class="conteudo"><h2>Leis</h2>$records<div class="paginacao">Página 1 de 62 <a href="/leis?pagina=2" title="Próxima">&gt;</a></div></div>',
        link="/leis/123$n", url=_GOV + "/leis", following=_GOV + "/leis?pagina=2", language="pt", count=3, shows=(("teaser", "$x"),),
    ),
    Shape(
        "posts by their numbers in a query, on a page that is told by its query, too",
        '<div class="entry"><h2><a href="$u">$t</a></h2><small>$d</small><p>$x</p></div>',
        '<div id="content">$records<a href="/?cat=3&amp;paged=2">Older entries</a></div>',
        link="/?p=1$n", url="https://river.example/?cat=3", following="https://river.example/?cat=3&paged=2", shows=(("published", "$iso"), ("teaser", "$x")),
    ),
    Shape(
        "consultations: when each closes before when it was opened",
        '<li class="card"><h2><a href="$u">$t</a></h2><p>$x</p><div><div class="cs-date">Closes 30 December 2024</div><div class="cs-date">Opened $d</div></div></li>',
        "<main><h1>Consultations</h1><ul>$records</ul></main>",
        shows=(("published", "$iso"), ("teaser", "$x")),
    ),
)  # fmt: skip

_ANSWERS = (
    ("How do I borrow a map?", "Bring a card with your photograph to the desk; maps are lent for a week. See the <a href='/rules'>rules</a>."),
    ("May I copy documents?", "Yes, for study, within the limits of the law. A page costs ten cents."),
    ("When are you closed?", "On public holidays and in the first week of August."),
    ("How do I give a photograph?", "Write to <a href='/contact'>the curator</a>, with a scan if you can."),
)  # fmt: skip
SINGLES = {
    "questions and answers, some of which mention a page": "<main><h1>Frequently asked questions</h1>" + "".join(f'<div class="accordion-item"><h2><button>{question}</button></h2><div class="accordion-body"><p>{answer}</p></div></div>' for question, answer in _ANSWERS) + "</main>",
}  # fmt: skip


def single(name: str) -> str:
    return f'<!doctype html><html lang="en"><head><title>River</title></head><body>{SINGLES[name]}</body></html>'
