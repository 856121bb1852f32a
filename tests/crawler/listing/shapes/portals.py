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
)  # fmt: skip
