"""A last set: portals of regions and cities, bulletins, observatories, galleries of tools; in crowds, in several tongues."""

from __future__ import annotations

from tests.crawler.listing.shapes.agencies import REPORTS
from tests.crawler.listing.shapes.frames import agency, builder, crowd, ministry
from tests.crawler.listing.shapes.shape import TEXTS, Shape
from tests.crawler.listing.shapes.tongues import FRENCH, INDONESIAN, PORTUGUESE, SPANISH

_SITE = "https://agency.example"
_GOV = "https://gov.example"
_WHOLE = (("published", "$iso"), ("teaser", "$x"))

SHAPES = (
    Shape(
        "french: a prefecture's list: a rubric as a path, updated the same day",
        '<li class="actu"><p class="actu-rubrique">Accueil &gt; Actualités &gt; $s</p><h2 class="actu-titre"><a href="$u">$t</a></h2><p class="actu-date">Publié le $d</p><p class="actu-texte">$x</p></li>',
        '<ul class="actus">$records</ul><div class="pagination"><a class="on">1</a> <a href="/Actualites/(offset)/10">2</a> <a href="/Actualites/(offset)/10">Suivant</a></div>',
        link="/Actualites/texte-$n", pool=FRENCH, language="fr", frame=crowd, url=_GOV + "/Actualites", following=_GOV + "/Actualites/(offset)/10", shows=_WHOLE,
    ),
    Shape(
        "spanish: a gazette's table of days, numbers and a summary's link",
        '<tr><td class="fecha">$day/$m/$year</td><td class="num">Núm. 12$n</td><td><a href="$u" title="Ver $t">$t</a></td><td><a href="/boletin/$n.pdf" class="pdf"><img src="/pdf.png" alt="Descargar PDF"></a></td></tr>',
        '<table class="boletines"><caption>Boletines</caption><tr><th>Fecha</th><th>Número</th><th>Sumario</th><th>PDF</th></tr>$records</table>',
        link="/boletin/12$n/sumario", pool=SPANISH, language="es", frame=crowd, url=_GOV + "/boletin", shows=(("published", "$iso"), ("teaser", None), ("files", ("/boletin/$n.pdf",))),
    ),
    Shape(
        "portuguese: a town's news: day and hour with an h, a rubric in a badge",
        '<div class="col-md-4 noticia"><a href="$u"><img src="/n/$n.jpg" alt="$t"></a><span class="badge">$s</span><h4><a href="$u">$t</a></h4><small>$d às 14h0$n</small><p>$x</p><a href="$u" class="leia">Leia mais</a></div>',
        '<div class="row noticias">$records</div><ul class="pagination"><li class="active"><a>1</a></li><li><a href="/noticias/pagina/2">2</a></li><li><a href="/noticias/pagina/2">Próxima</a></li></ul>',
        link="/noticias/texto-$n", pool=PORTUGUESE, language="pt", frame=ministry, url=_GOV + "/noticias", following=_GOV + "/noticias/pagina/2", shows=(*_WHOLE, ("categories", ("$s",))),
    ),
    Shape(
        "indonesian: regulations in boxes: a number, about, a day of issue, two buttons",
        '<div class="regulasi"><h5><a href="$u">$t</a></h5><p>Nomor: 1$n Tahun 2025</p><p>Tanggal Terbit: $d</p><a href="$u" class="btn">Detail</a> <a href="/unduh/$n.pdf" class="btn">Unduh</a></div>',
        '<div class="daftar">$records</div><div class="pager"><a href="/regulasi?page=2">Selanjutnya</a></div>',
        link="/regulasi/$n", pool=INDONESIAN, language="id", frame=crowd, url=_GOV + "/regulasi", following=_GOV + "/regulasi?page=2", shows=(("published", "$iso"), ("teaser", None)),
    ),
    Shape(
        "a gallery of tools: a logo, a name, a line, a licence, two links of which one leaves",
        '<div class="tool"><img src="/t/$n.svg" alt=""><h3><a href="$u">$t</a></h3><p>$x</p><ul class="tool-facts"><li>Licence: MIT</li><li>Language: EN</li></ul><a href="https://code.example/t$n" rel="noopener">Source</a></div>',
        '<div class="tools">$records</div>',
        link="/tools/text-$n", pool=REPORTS, frame=crowd, url=_SITE + "/tools", shows=(("teaser", "$x"), ("published", None)),
    ),
    Shape(
        "an observatory's bulletins: week and year in the title, a day and a file's size under it",
        '<div class="bul"><a class="bul-t" href="$u">$t</a><div class="bul-i"><span>$d</span><span>PDF</span><span>1.$n MB</span></div></div>',
        '<div class="buls">$records</div>',
        link="/bulletins/$n.pdf", pool=REPORTS, frame=crowd, url=_SITE + "/bulletins", shows=(("published", "$iso"), ("teaser", None)),
    ),
    Shape(
        "case studies: a client over the title, a sector in a link, a quotation",
        '<article class="case"><a class="case-img" href="$u"><img src="/c/$n.jpg" alt=""></a><div class="case-body"><p class="case-sector"><a href="/sector/s$n">$s</a></p><h3><a href="$u">$t</a></h3><blockquote><p>$x</p></blockquote><a class="case-more" href="$u">View case study</a></div></article>',
        '<section class="cases">$records</section>',
        link="/cases/text-$n", pool=REPORTS, frame=builder, url="https://tank.example/cases", shows=(("teaser", "$x"), ("published", None)),
    ),
    Shape(
        "minutes of meetings: the meeting and its day are the link, who was in the chair beneath",
        '<li><a href="$u">$t, $d</a><br><small>Chair: $p</small></li>',
        '<ul class="minutes">$records</ul>',
        link="/minutes/$n.pdf", pool=REPORTS, frame=agency, url=_SITE + "/minutes", shows=(("title", "$t, $d"),),
    ),
)  # fmt: skip

_LONG = "".join(f"<p>{text} {text}</p>" for text in TEXTS)
SINGLES = {
    "a programme's page in a crowd": crowd(f"<div class='programme'><h1>Water for towns</h1>{_LONG}<h2>Objectives</h2><ol><li>{TEXTS[0]}</li><li>{TEXTS[1]}</li></ol><h2>Partners</h2><ul><li><a href='https://a.example'>Quay Trust</a></li><li><a href='https://b.example'>Harbour Fund</a></li></ul></div>"),
    "an article in divs in a crowd": crowd(f"<div class='content-left'><div class='headline'><h1>Bread in seven markets</h1></div><div class='when'>3 July 2025</div><div class='story'>{_LONG}{_LONG}</div></div>"),
    "a law's text in a crowd": crowd("<div class='act'><h1>Water Act</h1>" + "".join(f"<h3>{i}. {text[:30]}</h3><p>{text} {text}</p>" for i, text in enumerate(TEXTS * 2, 1)) + "</div>"),
    "an answer of a help desk": agency(f"<article class='kb'><h1>How do I register?</h1>{_LONG}<div class='helpful'>Was this helpful? <a href='#yes'>Yes</a> <a href='#no'>No</a></div><section class='related-articles'><h3>Related articles</h3><ul><li><a href='/kb/1'>How do I change my name?</a></li><li><a href='/kb/2'>Where is my file?</a></li><li><a href='/kb/3'>Who may see my file?</a></li></ul></section></article>", title="Help"),
}  # fmt: skip


def single(name: str) -> str:
    return f'<!doctype html><html lang="en"><head><title>River</title></head><body>{SINGLES[name]}</body></html>'
