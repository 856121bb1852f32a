"""Bibliographies, research pages and shared files; and many pages that are about one thing, with lists beside it."""

from __future__ import annotations

from tests.crawler.listing.shapes.agencies import REPORTS
from tests.crawler.listing.shapes.frames import SHARE, WIDGETS, agency, builder, ministry
from tests.crawler.listing.shapes.shape import TEXTS, Shape
from tests.crawler.listing.shapes.themes import plain

_LAB = "https://lab.example"
_SITE = "https://agency.example"

SHAPES = (
    Shape(
        "a reference manager's bibliography: the title in italics, an address as the link's text",
        '<div class="csl-entry">Osei, H., &amp; Lund, S. ($year). <i>$t</i>. Quay Press. <a href="$u">$u</a></div><span class="Z3988" title="ctx_ver=Z39.88"></span>',
        '<main><h1>Publications</h1><div class="csl-bib-body">$records</div></main>',
        link="https://doi.example/10.1234/q$n", pool=REPORTS, frame=plain, url=_LAB + "/publications/", shows=(("authors", ("Osei, H.", "Lund, S.")),),
    ),
    Shape(
        "a bibliography service's papers: title, inverted names, a journal in italics, buttons",
        '<div class="bibbase_paper" id="q$n"><span class="bibbase_paper_titleauthoryear"><span class="bibbase_paper_title"><a href="$u">$t.</a></span> <span class="bibbase_paper_author">Osei, H.; and Lund, S.</span> <i>Journal of Basins</i>, 1$n(3): 1–2$n. $month $year. </span><span class="bibbase_note"></span><br><span class="bibbase_paper_content"><a href="$u"><img src="/img/filetypes/pdf.svg" alt="pdf" class="bibbase_icon"> Paper</a>&nbsp; <a '
        'href="javascript:showBib(\'q$n\')"><img src="/img/filetypes/bib.svg" alt="bibtex" class="bibbase_icon">bibtex</a></span></div>',
        '<main><div class="bibbase_group_whole"><div class="bibbase_group_head">2025 (4)</div><div class="bibbase_group_body">$records</div></div></main>',
        link="/pdf/q$n.pdf", pool=REPORTS, frame=plain, url=_LAB + "/papers/", shows=(("title", "$t."), ("authors", ("Osei, H.", "Lund, S."))),
    ),
    Shape(
        "papers in rows: a badge of the venue, names of which one is set apart, buttons, a hidden abstract",
        '<li><div class="row"><div class="col-sm-2 abbr"><abbr class="badge">JQB</abbr></div><div id="q$n" class="col-sm-8"><div class="title">$t</div><div class="author">$p, <em>Sara Lund</em>, and <a href="https://people.example/nr">Noor Rahman</a></div><div class="periodical"><em>Journal of Basins</em>, $year</div><div class="links"><a class="abstract btn btn-sm z-depth-0" role="button">Abs</a> <a href="$u" class="btn btn-sm z-depth-0" '
        'role="button">PDF</a></div><div class="abstract hidden"><p>$x</p></div></div></div></li>',
        '<main><div class="publications"><h2 class="year">2025</h2><ol class="bibliography">$records</ol></div></main>',
        link="/assets/pdf/q$n.pdf", pool=REPORTS, frame=plain, url=_LAB + "/publications/", count=5, shows=(("teaser", "$x"),),
    ),
    Shape(
        "a research site's stream: a summary that is a link, writers in links, buttons of files",
        '<div class="media stream-item view-compact"><div class="media-body"><div class="section-subheading article-title mb-0 mt-0"><a href="$u">$t</a></div><a href="$u" class="summary-link"><div class="article-style">$x</div></a><div class="stream-meta article-metadata"><div><span><a href="/author/a$n/">$p</a></span>, <span><a href="/author/b$n/">$q</a></span></div></div><div class="btn-links"><a class="btn btn-outline-primary btn-page-header btn-sm" '
        'href="/publication/q$n/q$n.pdf" target="_blank" rel="noopener">PDF</a> <a href="#" class="btn btn-outline-primary btn-page-header btn-sm js-cite-modal" data-filename="/publication/q$n/cite.bib">Cite</a></div></div><div class="ml-3"><a href="$u"><img src="/publication/q$n/featured.jpg" alt="$t" loading="lazy"></a></div></div>',
        '<main><div class="universal-wrapper"><h1>Publications</h1></div><div class="universal-wrapper"><div class="row"><div class="col-lg-12">$records</div></div></div></main>',
        link="/publication/q$n/", pool=REPORTS, frame=plain, url=_LAB + "/publication/", shows=(("teaser", "$x"), ("authors", ("$p", "$q")), ("files", ("/publication/q$n/q$n.pdf",))),
    ),
    Shape(
        "a framework's group of items that are links, a day and a name in small type",
        '<a href="$u" class="list-group-item list-group-item-action flex-column"><div class="d-flex w-100 justify-content-between"><h5 class="mb-1">$t</h5><small class="text-muted">$d</small></div><p class="mb-1">$x</p><small>$s</small></a>',
        '<div class="list-group">$records</div>',
        link="/items/$n", pool=REPORTS, frame=agency, url=_SITE + "/items", shows=(("published", "$iso"), ("teaser", "$x"), ("categories", ("$s",))),
    ),
    Shape(
        "files on a shared drive: a link, a dash, a day",
        '<li><p><a href="$u" target="_blank"><span>$t</span></a> - $d</p></li>',
        '<main><section><h1>Minutes and reports</h1><ul>$records</ul></section></main>',
        link="https://drive.example/file/d/1aB$n/view?usp=sharing", pool=REPORTS, frame=plain, url=_LAB + "/minutes", shows=(("published", "$iso"), ("teaser", None)),
    ),
    Shape(
        "a search of a site: kind over the link, a heading in the link, a day, a summary",
        '<div class="search-result-item row"><div class="col-8"><div class="search-type">$s</div><a href="$u"><h5 class="heading">$t</h5></a><div class="search-date">$day $month $year</div><div class="summary">$x</div></div><div class="col-4"><a href="$u"><img src="/t/$n.jpg" alt=""></a></div></div>',
        '<div class="search-results"><p>Showing 1 - 6 of 240</p>$records<a class="load-more" href="/search?keys=&amp;page=1">Load more</a></div>',
        link="/en/digital-library/text-$n", pool=REPORTS, frame=agency, url=_SITE + "/search?keys=", following=_SITE + "/search?keys=&page=1", shows=(("published", "$iso"), ("teaser", "$x"), ("categories", ("$s",))),
    ),
    Shape(
        "a sorted table: a hidden number before the day that is shown",
        '<tr><td data-sort="$year$m$day"><span class="d-none">$year$m$day</span>$d</td><td><a href="$u">$t</a></td><td>$s</td></tr>',
        '<table id="docs" class="table dataTable"><thead><tr><th>Date</th><th>Title</th><th>Type</th></tr></thead><tbody>$records</tbody></table>',
        link="/docs/$n", pool=REPORTS, frame=agency, url=_SITE + "/docs", shows=(("published", "$iso"), ("teaser", None), ("categories", ("$s",))),
    ),
    Shape(
        "downloads with size, count and day of upload between bars",
        '<div class="dl-item"><h4 class="dl-title">$t</h4><p class="dl-meta">Size: 1.$n MB | Downloads: 12$n | Uploaded: $d</p><p>$x</p><a class="dl-button" href="$u">Download</a></div>',
        '<div class="dl-list">$records</div>',
        link="/dl/$n.pdf", pool=REPORTS, frame=ministry, url="https://gov.example/downloads", shows=(("published", "$iso"), ("teaser", "$x")),
    ),
    Shape(
        "a portal's rows with a first cell that is the link, kind and state in the next ones",
        '<tr class="" data-qa-id="row"><td class="table-cell-expand lfr-title-column"><a href="$u">$t</a></td><td class="lfr-type-column">$s</td><td class="lfr-modified-date-column">$d</td><td class="lfr-entry-action-column"><div class="dropdown lfr-icon-menu"><a class="direction-left dropdown-toggle" href="javascript:;" title="Actions"><svg></svg></a></div></td></tr>',
        '<div class="lfr-search-container-wrapper"><table class="table table-autofit table-list show-quick-actions-on-hover"><thead><tr><th class="lfr-title-column"><a href="?orderByCol=title">Title</a></th><th>Type</th><th><a href="?orderByCol=modified">Modified Date</a></th><th></th></tr></thead><tbody>$records</tbody></table></div>',
        link="/web/guest/docs/-/document_library/abc/view_file/41$n", pool=REPORTS, frame=agency, url=_SITE + "/web/guest/docs", shows=(("modified", "$d"), ("published", None), ("categories", ("$s",))),
    ),
)  # fmt: skip

_LONG = "".join(f"<p>{text} {text}</p>" for text in TEXTS)


def _dated(base: str, count: int = 5) -> str:
    return "".join(
        f'<li><a href="/{base}/{i}">{title}</a> <span class="date">{i} June 2025</span></li>'
        for i, title in enumerate(REPORTS.titles[:count], 1)
    )


def _cards(base: str, count: int = 4) -> str:
    return "".join(
        f'<div class="col-3"><div class="card"><a href="/{base}/{i}"><img src="/i/{i}.jpg" alt=""></a><h4><a href="/{base}/{i}">{title}</a></h4><span>{i} June 2025</span></div></div>'
        for i, title in enumerate(REPORTS.titles[:count], 1)
    )


SINGLES = {
    "a ministry's news item with other news beneath": ministry(f"<div class='news-detail'><h1>Minister opens pumping station</h1><p class='date'>3 July 2025</p>{_LONG}</div><div class='other-news'><h3>Other news</h3><ul>{_dated('news')}</ul></div>", title="News"),
    "an item in Indonesian with other news": ministry(f"<div class='detail'><h2>Menteri membuka stasiun pompa</h2><p class='date'>3 Juli 2025</p>{_LONG}</div><div class='lainnya'><h4>Berita Lainnya</h4><ul>{_dated('berita')}</ul></div>", title="Berita"),
    "an item in Spanish with other news": agency(f"<article><h1>El ministro inaugura una estación</h1>{_LONG}</article><section><h3>Otras noticias</h3><div class='row'>{_cards('noticias')}</div></section>", title="Noticias"),
    "an item in Russian with other news": ministry(f"<div class='detail'><h1>Открыта насосная станция</h1>{_LONG}</div><div class='more'><h3>Другие новости</h3><ul>{_dated('novosti')}</ul></div>", title="Новости"),
    "a publication's page with languages and related ones": agency(f"<div class='pub-detail'><img src='/c.jpg' alt='Cover'><p>By Hannah Osei and Sara Lund · 3 July 2025</p>{_LONG}<h3>Download</h3><ul class='langs'><li><a href='/f/en.pdf'>English (PDF, 1.2 MB)</a></li><li><a href='/f/fr.pdf'>French (PDF, 1.3 MB)</a></li><li><a href='/f/es.pdf'>Spanish (PDF, 1.3 MB)</a></li></ul></div><div class='related'><h3>Related publications</h3><div class='row'>{_cards('publications')}</div></div>", title="Cholera preparedness"),
    "a data set's page with its resources": agency(f"<div class='primary'><p>{TEXTS[0]} {TEXTS[1]} {TEXTS[2]} {TEXTS[3]}</p><section id='dataset-resources' class='resources'><h2>Data and Resources</h2><ul class='resource-list'>" + "".join(f"<li class='resource-item'><a class='heading' href='/dataset/wells/resource/r{i}' title='{k}'>Wells {k}<span class='format-label'>{k}</span></a><p class='description'>The wells as {k}.</p></li>" for i, k in enumerate(("CSV", "XLSX", "JSON"))) + "</ul></section><section class='tags'><ul class='tag-list'><li><a class='tag' href='/dataset?tags=wells'>wells</a></li><li><a class='tag' href='/dataset?tags=water'>water</a></li></ul></section></div>", title="Wells"),
    "a project's page with documents and news in sections": agency(f"<h2>Overview</h2>{_LONG}<h2>Documents</h2><ul><li><a href='/p/1.pdf'>Project document</a> (PDF)</li><li><a href='/p/2.pdf'>Mid-term review</a> (PDF)</li><li><a href='/p/3.pdf'>Annual report 2024</a> (PDF)</li></ul><h2>Contact</h2><p>Hannah Osei, <a href='mailto:h@agency.example'>h@agency.example</a></p>", title="Wells for the delta"),
    "a post with neighbours, related ones and widgets": builder(f"<article class='post type-post hentry'><h1 class='entry-title'>Pumps</h1><div class='entry-meta'>July 3, 2025</div><div class='entry-content'>{_LONG}{SHARE}<div id='jp-relatedposts' class='jp-relatedposts'><h3 class='jp-relatedposts-headline'><em>Related</em></h3><div class='jp-relatedposts-items'>" + "".join(f"<div class='jp-relatedposts-post'><h4 class='jp-relatedposts-post-title'><a href='/r{i}/'>{title}</a></h4><p class='jp-relatedposts-post-date'>June {i}, 2025</p></div>" for i, title in enumerate(REPORTS.titles[:3], 1)) + "</div></div></div><nav class='post-navigation'><a href='/a/' rel='prev'>Landlords</a><a href='/b/' rel='next'>Bread</a></nav></article>", side=WIDGETS),
    "a page of cookies in a table": agency("<p>" + TEXTS[0] + "</p><table><thead><tr><th>Name</th><th>Provider</th><th>Purpose</th><th>Expiry</th></tr></thead><tbody>" + "".join(f"<tr><td>_c{i}</td><td><a href='https://provider{i}.example/privacy'>Provider {i}</a></td><td>Counts visits</td><td>{i} days</td></tr>" for i in range(1, 7)) + "</tbody></table>", title="Cookies"),
    "months of an archive": builder("<h2>Archives</h2><ul>" + "".join(f"<li><a href='/2025/{m:02}/'>Month {m} of 2025</a> ({m * 3})</li>" for m in range(1, 10)) + "</ul>", title="Archives"),
    "all tags of a site": plain("<h1>Tags</h1><div class='tags'>" + "".join(f"<a class='tag' href='/tags/{w}/'>{w} <sup>{i}</sup></a>" for i, w in enumerate(("asylum", "bread", "court", "delta", "ports", "wells", "schools", "rivers"), 1)) + "</div>"),
    "a video's page beside what plays next": agency(f"<div class='player'><h2>Night clinics</h2><p>{TEXTS[5]} {TEXTS[0]} {TEXTS[1]}</p><p>3 July 2025 · 12:04</p></div><aside class='playlist'><h3>Up next</h3>" + "".join(f"<div class='vid'><a href='/videos/{i}'><img src='/v/{i}.jpg' alt=''><span>{title}</span></a><span>1{i}:00</span></div>" for i, title in enumerate(REPORTS.titles[:5], 1)) + "</aside>", title="Videos"),
}  # fmt: skip


def single(name: str) -> str:
    return f'<!doctype html><html lang="en"><head><title>River</title></head><body>{SINGLES[name]}</body></html>'
