"""Ministries, parliaments and news rooms in a dozen languages, in their sites; pages of theirs that hold no listing."""

from __future__ import annotations

from tests.crawler.listing.shapes.frames import agency, ministry
from tests.crawler.listing.shapes.languages import ARABIC, CHINESE, RUSSIAN
from tests.crawler.listing.shapes.shape import TEXTS, Pool, Shape

_GOV = "https://gov.example"
FRENCH = Pool(
    (
        "Eau potable : le plan d'action des communes",
        "Le prix du pain dans sept marchés",
        "Retour en classe des filles du delta",
        "Interprètes au tribunal : qui paie ?",
        "Un guide pour les centres de nuit",
        "Logement et accueil des nouveaux arrivants",
    ),
    (
        "Douze communes expliquent comment elles ont protégé leurs puits après la crue de printemps.",
        "Les relevés hebdomadaires montrent que le transport, et non la farine, fait monter les prix.",
        "Trente et une directrices racontent la réouverture des classes et ce qui en reste.",
        "Les audiences sont souvent reportées pour une seule raison, peu coûteuse à supprimer.",
        "Ouvrir de huit heures à minuit a doublé le nombre de consultations.",
        "Une enquête auprès de 840 locataires dans quatre villes.",
    ),
    ("3 juillet 2025", "27 juin 2025", "27 mai 2025", "12 mai 2025", "2 décembre 2024", "19 novembre 2024"),
    subjects=("Eau", "Économie", "Éducation", "Justice", "Santé", "Logement"),
    days=("2025-07-03", "2025-06-27", "2025-05-27", "2025-05-12", "2024-12-02", "2024-11-19"),
)
PORTUGUESE = Pool(
    (
        "Água segura depois das cheias",
        "Preço do pão em sete mercados",
        "Meninas voltam às aulas no delta",
        "Intérpretes no tribunal",
        "Postos de saúde noturnos",
        "Moradia para recém-chegados",
    ),
    (
        "Doze municípios mostram como mantiveram os poços em uso depois das cheias.",
        "Pesquisa semanal mostra que o transporte, e não a farinha, puxa a alta.",
        "Trinta e uma diretoras contam o que deu certo na reabertura das escolas.",
        "Audiências são adiadas quase sempre pelo mesmo motivo, barato de resolver.",
        "Atendimento até meia-noite dobrou o número de consultas nos postos.",
        "Levantamento com 840 inquilinos em quatro cidades.",
    ),
    ("03/07/2025", "27/06/2025", "27/05/2025", "12/05/2025", "02/12/2024", "19/11/2024"),
    subjects=("Saneamento", "Economia", "Educação", "Justiça", "Saúde", "Habitação"),
    days=FRENCH.days,
)
INDONESIAN = Pool(
    (
        "Air bersih setelah banjir: panduan lapangan",
        "Harga roti di tujuh pasar",
        "Anak perempuan kembali ke sekolah",
        "Juru bahasa di pengadilan",
        "Klinik malam untuk kuli angkut",
        "Pemilik rumah dan pendatang baru",
    ),
    (
        "Dua belas kota menjelaskan cara menjaga sumur tetap berfungsi setelah banjir besar.",
        "Catatan mingguan para pedagang menunjukkan ongkos angkut yang menaikkan harga.",
        "Tiga puluh satu kepala sekolah menceritakan pembukaan kelas kembali.",
        "Sidang paling sering ditunda karena satu sebab yang murah diatasi.",
        "Buka sampai tengah malam, jumlah pengunjung klinik naik dua kali lipat.",
        "Survei terhadap 840 penyewa di empat kota besar.",
    ),
    (
        "Kamis, 3 Juli 2025",
        "Jumat, 27 Juni 2025",
        "Selasa, 27 Mei 2025",
        "Senin, 12 Mei 2025",
        "Senin, 2 Desember 2024",
        "Selasa, 19 November 2024",
    ),
    subjects=("Berita Utama", "Ekonomi", "Pendidikan", "Hukum", "Kesehatan", "Perumahan"),
    days=FRENCH.days,
)
SWAHILI = Pool(
    (
        "Maji salama baada ya mafuriko",
        "Bei ya mkate katika masoko saba",
        "Wasichana warudi shuleni",
        "Wakalimani mahakamani",
        "Kliniki za usiku kwa wachukuzi",
        "Wenye nyumba na wageni",
    ),
    (
        "Miji kumi na miwili yaeleza jinsi ilivyolinda visima vyake baada ya mafuriko makubwa.",
        "Takwimu za kila wiki zaonyesha kuwa usafiri ndio chanzo cha bei kupanda.",
        "Walimu wakuu thelathini na mmoja waeleza kufunguliwa kwa madarasa.",
        "Kesi huahirishwa mara nyingi kwa sababu moja tu.",
        "Kliniki hufunguliwa hadi usiku wa manane kila siku.",
        "Utafiti wa wapangaji 840 katika miji minne.",
    ),
    ("03 Julai, 2025", "27 Juni, 2025", "27 Mei, 2025", "12 Mei, 2025", "02 Desemba, 2024", "19 Novemba, 2024"),
    days=FRENCH.days,
)
BENGALI = Pool(
    (
        "বন্যার পরে নিরাপদ পানি নির্দেশিকা",
        "সাত বাজারে রুটির দাম বিষয়ক প্রতিবেদন",
        "মেয়েদের বিদ্যালয়ে ফেরা",
        "আদালতে দোভাষী নিয়োগ বিজ্ঞপ্তি",
        "রাত্রিকালীন চিকিৎসা কেন্দ্র",
        "বাড়িওয়ালা ও নবাগত বিষয়ক জরিপ",
    ),
    written=("২০২৫-০৭-০৩", "২০২৫-০৬-২৭", "২০২৫-০৫-২৭", "২০২৫-০৫-১২", "২০২৪-১২-০২", "২০২৪-১১-১৯"),
    days=FRENCH.days,
)
AMHARIC = Pool(
    (
        "ከጎርፍ በኋላ ንጹህ ውሃ",
        "የዳቦ ዋጋ በሰባት ገበያዎች",
        "ልጃገረዶች ወደ ትምህርት ቤት ተመለሱ",
        "በፍርድ ቤት አስተርጓሚዎች",
        "የሌሊት ክሊኒኮች ለጫኝና አውራጆች",
        "የቤት ባለቤቶችና አዲስ መጤዎች",
    ),
    (
        "አሥራ ሁለት ከተሞች ከጎርፍ በኋላ የውሃ ጉድጓዶቻቸውን እንዴት እንደጠበቁ ይናገራሉ።",
        "ሳምንታዊ መረጃዎች የትራንስፖርት ወጪ ዋጋን እንደጨመረ ያሳያሉ።",
        "ሠላሳ አንድ ርዕሰ መምህራን የክፍሎች መከፈትን ይተርካሉ።",
        "ችሎቶች ብዙ ጊዜ በአንድ ምክንያት ይዘገያሉ።",
        "ክሊኒኩ እስከ እኩለ ሌሊት ክፍት ነው።",
        "በአራት ከተሞች የተደረገ ጥናት ውጤት ይፋ ሆነ።",
    ),
    ("July 3, 2025", "June 27, 2025", "May 27, 2025", "May 12, 2025", "December 2, 2024", "November 19, 2024"),
    days=FRENCH.days,
)
SPANISH = Pool(
    ("Agua segura tras las inundaciones", "El precio del pan en siete mercados", "Las niñas vuelven a clase", "Intérpretes en los tribunales", "Clínicas nocturnas", "Vivienda y acogida"),
    FRENCH.texts, ("3 jul. 2025", "27 jun. 2025", "27 may. 2025", "12 may. 2025", "2 dic. 2024", "19 nov. 2024"), subjects=("Comunicado", "Discurso", "Comunicado", "Entrevista", "Comunicado", "Informe"), days=FRENCH.days,
)  # fmt: skip
ARABIC_DIGITS = Pool(
    ARABIC.titles, ARABIC.texts, ("٣ يوليو ٢٠٢٥", "٢٧ يونيو ٢٠٢٥", "٢٧ مايو ٢٠٢٥", "١٢ مايو ٢٠٢٥", "٢ ديسمبر ٢٠٢٤", "١٩ نوفمبر ٢٠٢٤"), ARABIC.people, ("بيان صحفي", "خبر", "بيان صحفي", "تقرير", "خبر", "خبر"), FRENCH.days,
)  # fmt: skip
ORDERS = Pool(
    RUSSIAN.titles,
    RUSSIAN.texts,
    subjects=("Приказ", "Постановление", "Приказ", "Распоряжение", "Приказ", "Письмо"),
    days=FRENCH.days,
)

SHAPES = (
    Shape(
        "french: a state's cards: a tag, a detail with a day, an enlarged link",
        '<div class="fr-col-12 fr-col-md-4"><div class="fr-card fr-enlarge-link"><div class="fr-card__body"><div class="fr-card__content"><h3 class="fr-card__title"><a href="$u">$t</a></h3><p class="fr-card__desc">$x</p><div class="fr-card__start"><ul class="fr-tags-group"><li><p class="fr-tag">$s</p></li></ul><p class="fr-card__detail fr-icon-calendar-line">Publié le $d</p></div></div></div>'
        '<div class="fr-card__header"><div class="fr-card__img"><img class="fr-responsive-img" src="/i/$n.jpg" alt=""></div></div></div></div>',
        '<div class="fr-container"><div class="fr-grid-row fr-grid-row--gutters">$records</div><nav role="navigation" class="fr-pagination" aria-label="Pagination"><ul class="fr-pagination__list"><li><a class="fr-pagination__link fr-pagination__link--first" aria-disabled="true" role="link">Première page</a></li><li><a class="fr-pagination__link" aria-current="page" title="Page 1">1</a></li><li>'
        '<a class="fr-pagination__link" href="/actualites?page=1" title="Page 2">2</a></li><li><a class="fr-pagination__link fr-pagination__link--next fr-pagination__link--lg-label" href="/actualites?page=1">Page suivante</a></li><li><a class="fr-pagination__link fr-pagination__link--last" href="/actualites?page=9">Dernière page</a></li></ul></nav></div>',
        link="/actualites/texte-$n", pool=FRENCH, language="fr", frame=agency, url=_GOV + "/actualites", following=_GOV + "/actualites?page=1", shows=(("published", "$iso"), ("teaser", "$x"), ("terms", ("$s",))),
    ),
    Shape(
        "portuguese: a federal portal: a rubric over the title, the day in front of the description",
        '<li><div class="conteudo"><div class="categoria-noticia">$s</div><h2 class="titulo"><a href="$u">$t</a></h2><span class="descricao"><span class="data"> $d </span> <span class="separador">-</span> $x</span><div class="subject-noticia"><span><a class="pfg" rel="tag" href="/@@search?Subject=$k">$k</a></span></div></div></li>',
        '<div id="content-core"><ul class="noticias listagem-noticias-com-foto">$records</ul><div class="paginacao"><ul class="paginacao listingBar"><li><span>1</span></li><li><a href="/noticias?b_start:int=30">2</a></li><li><a class="proximo" href="/noticias?b_start:int=30">Próximo »</a></li></ul></div></div>',
        link="/noticias/texto-$n", pool=PORTUGUESE, language="pt-br", frame=agency, url=_GOV + "/noticias", following=_GOV + "/noticias?b_start:int=30",
        shows=(("published", "$iso"), ("teaser", "$x"), ("categories", ("$s",)), ("tags", ("$k",))),
    ),
    Shape(
        "indonesian: a weekday in front of the day, a count of readers, details at the end",
        '<div class="col-lg-6"><div class="post-item clearfix"><img src="/uploads/$n.jpg" alt="$t" class="img-fluid"><div class="meta"><i class="bi bi-calendar"></i> $d <i class="bi bi-eye"></i> Dibaca 12$n kali</div><h4><a href="$u">$t</a></h4><p>$x</p><a class="readmore" href="$u">Selengkapnya <i class="bi bi-arrow-right"></i></a></div></div>',
        '<section class="blog"><div class="row">$records</div><ul class="pagination"><li class="page-item active"><a class="page-link">1</a></li><li class="page-item"><a class="page-link" href="/berita?page=2" data-ci-pagination-page="2">2</a></li><li class="page-item"><a class="page-link" href="/berita?page=2" rel="next">Berikutnya</a></li></ul></section>',
        link="/berita/baca/$n/teks", pool=INDONESIAN, language="id", frame=ministry, url=_GOV + "/berita", following=_GOV + "/berita?page=2", shows=(("published", "$iso"), ("teaser", "$x")),
    ),
    Shape(
        "swahili: posted on in front of the day, read more at the end of the text",
        '<div class="news-item row"><div class="col-md-4"><img class="img-responsive" src="/n/$n.jpg"></div><div class="col-md-8"><h4><a href="$u">$t</a></h4><p class="text-muted"><i class="fa fa-clock-o"></i> Imewekwa: $d</p><p>$x... <a href="$u">Soma zaidi</a></p></div></div>',
        '<div class="panel"><div class="panel-heading">Habari</div><div class="panel-body">$records</div><ul class="pagination"><li class="active"><span>1</span></li><li><a href="/habari?page=2">2</a></li><li><a href="/habari?page=2" rel="next">Inayofuata</a></li></ul></div>',
        link="/habari/soma-$n", pool=SWAHILI, language="sw", frame=ministry, url=_GOV + "/habari", following=_GOV + "/habari?page=2", shows=(("published", "$iso"), ("teaser", "$x")),
    ),
    Shape(
        "bengali: a national portal's table, digits of its own, a file per row",
        '<tr class="odd"><td>$n</td><td><a href="$u" title="$t">$t</a></td><td>$d</td><td><a href="/files/$n.pdf"><img src="/icons/pdf.png" alt="ডাউনলোড"></a></td></tr>',
        '<div id="printable_area"><h3>নোটিশ</h3><table class="bordered" id="example"><thead><tr><th>ক্রমিক</th><th>শিরোনাম</th><th>প্রকাশের তারিখ</th><th>ডাউনলোড</th></tr></thead><tbody>$records</tbody></table><div class="paging"><span>১</span> <a href="/site/view/notices?page=2">২</a> <a href="/site/view/notices?page=2">পরবর্তী</a></div></div>',
        link="/site/notices/8$n/x", pool=BENGALI, language="bn", frame=ministry, url=_GOV + "/site/view/notices", following=_GOV + "/site/view/notices?page=2", shows=(("published", "$iso"), ("teaser", None)),
    ),
    Shape(
        "amharic: posts with an English day and a link to read on",
        '<article class="post-box"><div class="post-thumb"><a href="$u"><img src="/a/$n.jpg" alt=""></a></div><div class="post-body"><h3 class="post-title"><a href="$u">$t</a></h3><span class="post-date">$d</span><p>$x</p><a class="btn-more" href="$u">ተጨማሪ ያንብቡ</a></div></article>',
        '<div class="posts">$records</div><div class="nav-next"><a href="/news?page=2">ቀጣይ</a></div>',
        link="/news/$n", pool=AMHARIC, language="am", frame=ministry, url=_GOV + "/news", following=_GOV + "/news?page=2", shows=(("published", "$iso"), ("teaser", "$x")),
    ),
    Shape(
        "spanish: kinds of releases that come again, a short month, a link that reads the text",
        '<li class="item-lista"><p class="meta"><span class="tipo-doc">$s</span> · <span>$d</span></p><a class="titular" href="$u">$t</a><p class="resumen">$x</p></li>',
        '<div class="lista-wrapper"><ul class="lista">$records</ul><div class="paginador"><span class="actual">1</span> <a href="/sala-de-prensa?pag=2">2</a> <a href="/sala-de-prensa?pag=2" class="sig">Siguiente &gt;</a></div></div>',
        link="/sala-de-prensa/nota-$n", pool=SPANISH, language="es", frame=agency, url=_GOV + "/sala-de-prensa", following=_GOV + "/sala-de-prensa?pag=2", shows=(("published", "$iso"), ("teaser", "$x"), ("categories", ("$s",))),
    ),
    Shape(
        "arabic: kinds and days in digits of its own, in a line with a bar",
        '<div class="news-card"><a href="$u"><img src="/n/$n.jpg" alt=""></a><div class="news-card-body"><div class="info"><span>$s</span> | <span>$d</span></div><h5><a href="$u">$t</a></h5><p>$x</p></div></div>',
        '<div class="news-grid" dir="rtl">$records</div><ul class="pagination"><li class="active"><a>١</a></li><li><a href="/ar/news?page=2">٢</a></li><li><a href="/ar/news?page=2" aria-label="التالي">»</a></li></ul>',
        link="/ar/news/$n", pool=ARABIC_DIGITS, language="ar", frame=ministry, url=_GOV + "/ar/news", following=_GOV + "/ar/news?page=2", shows=(("published", "$iso"), ("teaser", "$x"), ("categories", ("$s",))),
    ),
    Shape(
        "russian: orders with a kind, a number and a day in one line over the title",
        '<div class="doc-item"><div class="doc-item__head"><span class="doc-item__type">$s</span> <span class="doc-item__number">№ 12$n от $dmy</span></div><a class="doc-item__title" href="$u">$t</a><a class="doc-item__file" href="/f/$n.pdf">Скачать (PDF, 1$n Кб)</a></div>',
        '<div class="docs"><div class="docs__list">$records</div><div class="docs__pages"><span>1</span><a href="?PAGEN_2=2">2</a><a href="?PAGEN_2=2">Далее</a></div></div>',
        link="/docs/11$n/", pool=ORDERS, language="ru", frame=ministry, url=_GOV + "/docs/", following=_GOV + "/docs/?PAGEN_2=2", shows=(("published", "$iso"), ("categories", ("$s",)), ("teaser", None)),
    ),
    Shape(
        "chinese: a table of documents with numbers, titles and days",
        '<tr><td>$n</td><td><a href="$u" target="_blank">$t</a></td><td>水发〔$year〕$n号</td><td>$iso</td></tr>',
        '<div class="con"><table class="zc"><tbody><tr><th>序号</th><th>标题</th><th>文号</th><th>发布日期</th></tr>$records</tbody></table><div class="fenye"><a class="cur">1</a><a href="index_1.html">2</a><a href="index_1.html">下一页</a></div></div>',
        link="/zfxxgk/t$year$m${day}_$n.html", pool=Pool(CHINESE.titles, days=FRENCH.days), language="zh-CN", frame=ministry, url=_GOV + "/zfxxgk/", following=_GOV + "/zfxxgk/index_1.html", shows=(("published", "$iso"), ("teaser", None)),
    ),
)  # fmt: skip

_LONG = "".join(f"<p>{text} {text}</p>" for text in TEXTS)


def _block(name: str, at: int) -> str:
    return (
        f'<section class="block block-{name}"><h2><a href="/{name}">{name.title()}</a></h2><ul>'
        + "".join(f'<li><a href="/{name}/{at}{i}">{TEXTS[(at + i) % 6][:38]}</a></li>' for i in range(3))
        + f'</ul><a class="all" href="/{name}">All {name}</a></section>'
    )


SINGLES = {
    "a portal's front page with five small blocks": agency("<div class='welcome'><p>Welcome to the portal of the agency.</p></div>" + "".join(_block(name, at) for at, name in enumerate(("news", "events", "tenders", "vacancies", "speeches"))), title="Welcome"),
    "a search without hits that offers popular searches": agency("<p>No results found for “qwxz”.</p><h3>Popular searches</h3><ul class='popular'>" + "".join(f"<li><a href='/search?q={q}'>{q}</a></li>" for q in ("visa", "birth certificate", "water tariff", "vacancies", "passport")) + "</ul>", title="Search"),
    "a page of steps with links to forms": agency("<ol class='steps'>" + "".join(f"<li><h3>Step {i}</h3><p>{text} Use <a href='/forms/f{i}'>form F{i}</a>.</p></li>" for i, text in enumerate(TEXTS[:4], 1)) + "</ol>", title="Register a birth"),
    "a department's page with its people": agency("<p>The department plans and funds water supply.</p>" + "".join(f"<div class='person'><img src='/p/{i}.jpg' alt=''><h4>{name}</h4><p>{role}</p><a href='mailto:p{i}@gov.example'>Write</a></div>" for i, (name, role) in enumerate((("Mara Holt", "Director"), ("Jonas Eide", "Deputy"), ("Leila Aziz", "Planner")))) + _LONG, title="Water department"),
}  # fmt: skip


def single(name: str) -> str:
    return f'<!doctype html><html lang="en"><head><title>River</title></head><body>{SINGLES[name]}</body></html>'
