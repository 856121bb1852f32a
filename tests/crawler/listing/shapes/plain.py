"""Plain pages: lists of documents, tables, paragraphs, two listings on a page."""

from __future__ import annotations

from tests.crawler.listing.shapes.shape import Shape

_RECENT = (
    '<div class="sidebar"><h3>Latest news</h3><ul><li><a href="/news/a">Bridge closed for a week in March</a> <span>3 March 2025</span></li><li><a '
    'href="/news/b">New opening hours of the reading room</a> <span>1 March 2025</span></li><li><a href="/news/c">A word from the director</a> '
    "<span>20 February 2025</span></li></ul></div>"
)

SHAPES = (
    Shape(
        "documents as files with type and size",
        '<li><a href="$u">$t</a> <span class="file-info">(PDF, 1.$n MB)</span></li>',
        '<div class="content"><h1>Guidelines</h1><p>The guidelines below are free to copy.</p><ul class="downloads">$records</ul></div>',
        link="/files/guideline-$n.pdf",
        shows=(("teaser", None), ("published", None)),
    ),
    Shape(
        "documents in a table, several languages each",
        '<tr><td>$d</td><td>$t</td><td><a href="/doc/$n-en.pdf">EN</a> <a href="/doc/$n-fr.pdf">FR</a> <a href="/doc/$n-ar.pdf">AR</a></td></tr>',
        '<div class="content"><h1>Resolutions</h1><table><tr><th>Date</th><th>Title</th><th>Languages</th></tr>$records</table></div>',
        link="/doc/$n-en.pdf",
        shows=(("published", "$iso"), ("teaser", None)),
    ),
    Shape(
        "titles as headings, the only link says read more, in a list",
        '<li><h3>$t</h3><div class="info">$d | $p</div><div>$x</div><a href="$u">Read more &gt;&gt;</a></li>',
        '<div id="content"><ul class="articles">$records</ul><div class="paging"><b>1</b> | <a href="/list?pageNo=2">2</a> | <a href="/list?pageNo=3">3</a>'
        ' | <a href="/list?pageNo=2">&raquo;</a></div></div>',
        shows=(("published", "$iso"), ("teaser", "$x")),
        following="https://river.example/list?pageNo=2",
    ),
    Shape(
        "paragraphs of a bold link, a dash and a text",
        '<p><strong><a href="$u">$t</a></strong> – $x</p>',
        '<div id="main"><h1>Reports</h1><p>Our reports of the last years, the newest first.</p>$records</div>',
        shows=(("teaser", "$x"), ("published", None)),
    ),
    Shape(
        "lines with a date, a colon and a link",
        '$d: <a href="$u">$t</a><br>',
        '<table width="800"><tr><td width="150" valign="top"><a href="/a.htm">Start</a><br><a href="/b.htm">Board</a><br><a href="/c.htm">Archive</a></td>'
        '<td valign="top"><h2>News</h2>$records</td></tr></table>',
        shows=(("published", "$iso"),),
    ),
    Shape(
        "a table without head, cells of icons",
        '<tr><td><img src="/new.gif" alt="new"></td><td><a href="$u">$t</a></td><td align="right">$dmy</td></tr>',
        '<div class="content"><table class="plain">$records</table></div>',
        shows=(("published", "$iso"), ("teaser", None)),
    ),
    Shape(
        "main list beside a list of latest news in a side column",
        '<div class="item"><h3><a href="$u">$t</a></h3><p>$x</p></div>',
        '<div class="wrap"><div class="left">$records</div>' + _RECENT + "</div>",
        shows=(("teaser", "$x"), ("published", None)),
    ),
    Shape(
        "a short main list beside a longer side list with dates",
        '<div class="item"><h2><a href="$u">$t</a></h2><p class="when">$d</p><p>$x</p></div>',
        '<div class="wrap"><main>$records</main><aside>' + "".join(
            f'<div class="mini"><h4><a href="/news/m{i}">{word} was repaired this winter</a></h4><time>{i} March 2025</time></div>'
            for i, word in enumerate(("The mill", "The weir", "The lock", "The quay", "The sluice", "The dam", "The pier", "The ford"), 1)
        ) + "</aside></div>",
        shows=(("teaser", "$x"), ("published", "$iso")),
        count=3,
    ),
    Shape(
        "agenda items: meetings with agenda and minutes as files",
        '<tr><td>$d</td><td>$t</td><td><a href="/m/$n/agenda.pdf">Agenda</a></td><td><a href="/m/$n/minutes.pdf">Minutes</a></td></tr>',
        '<div id="content"><h1>Meetings</h1><table class="meetings"><thead><tr><th>Date</th><th>Meeting</th><th>Agenda</th><th>Minutes</th></tr></thead>'
        "<tbody>$records</tbody></table></div>",
        link="/m/$n/agenda.pdf",
        shows=(("published", "$iso"), ("teaser", None)),
    ),
    Shape(
        "vacancies: place and deadline, the deadline is not the date of publishing",
        '<li class="job"><h3><a href="$u">$t</a></h3><p class="job-meta">Quay Town · Full time</p><p class="deadline">Posted $d. Apply by 31 December 2024</p></li>',
        "<main><ul>$records</ul></main>",
        shows=(("published", "$iso"),),
    ),
    Shape(
        "events with a time range and a place",
        '<div class="event"><div class="event-date"><time datetime="${iso}T18:00">$day $mon</time></div><div class="event-body"><h3><a href="$u">$t</a></h3>'
        '<p class="event-place">Town hall, 18:00 – 20:00</p><p class="event-text">$x</p></div></div>',
        '<main><div class="events">$records</div></main>',
        shows=(("published", "$iso"), ("teaser", "$x")),
    ),
    Shape(
        "names and their terms without links, labels in bold",
        '<div class="pub"><h4><a href="$u">$t</a></h4><p><b>Author:</b> $p<br><b>Date:</b> $d<br><b>Topics:</b> $k, $l</p><p>$x</p></div>',
        '<div class="publications">$records</div>',
        shows=(("published", "$iso"), ("teaser", "$x"), ("authors", ("$p",)), ("terms", ("$k", "$l"))),
    ),
    Shape(
        "authors with and, terms as plain pills",
        '<article><h2><a href="$u">$t</a></h2><p class="byline">By $p and $q</p><p>$x</p><ul class="tags"><li>$k</li><li>$l</li></ul></article>',
        "<main>$records</main>",
        shows=(("teaser", "$x"), ("authors", ("$p", "$q")), ("tags", ("$k", "$l"))),
    ),
    Shape(
        "an undated list of links with descriptions in spans",
        '<li><a href="$u"><span class="name">$t</span></a><span class="desc">$x</span></li>',
        '<div role="main"><h1>Toolkits</h1><ul>$records</ul></div>',
        shows=(("teaser", "$x"), ("published", None)),
    ),
    Shape(
        "links to other sites' pages, the site's own comment beneath",
        '<div class="link"><a class="ext" href="$u" rel="nofollow noopener">$t</a><div class="src">Quay Times, $d</div><div class="comment">$x</div></div>',
        '<main><h1>In the press</h1><div class="links">$records</div></main>',
        link="https://times.example/2024/text-$n",
        shows=(("published", "$iso"), ("teaser", "$x")),
    ),
    Shape(
        "headings of months between the records",
        '<h3 class="month">$mon $year</h3><div class="paper"><a class="paper-title" href="$u">$t</a><div class="paper-abstract">$x</div></div>',
        '<main><div class="papers">$records</div></main>',
        shows=(("teaser", "$x"),),
    ),
    Shape(
        "two sizes of the same list: the first two are larger",
        '<li class="small"><a href="$u"><h4>$t</h4></a><time datetime="$iso">$d</time></li>',
        '<main><ul class="stream">$records</ul></main>',
        first='<li class="large"><a href="$u"><img src="/i/$n.jpg" alt=""><h4>$t</h4></a><time datetime="$iso">$d</time><p>$x</p></li>',
        shows=(("published", "$iso"),),
    ),
)  # fmt: skip
