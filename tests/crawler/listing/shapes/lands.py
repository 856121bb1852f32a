"""More lands' pages, each in its tongue, and more pages that hold no listing."""

from __future__ import annotations

from tests.crawler.listing.shapes.agencies import REPORTS
from tests.crawler.listing.shapes.frames import SHARE, agency, builder, ministry
from tests.crawler.listing.shapes.shape import TEXTS, Pool, Shape

_GOV = "https://gov.example"
UKRAINIAN = Pool(
    (
        "Безпечна вода після повені",
        "Ціна хліба на семи ринках",
        "Дівчата повертаються до школи",
        "Перекладачі в суді",
        "Нічні клініки для вантажників",
        "Житло для переселенців",
    ),
    (
        "Дванадцять громад розповідають, як зберегли свої колодязі після великої води.",
        "Щотижневі записи крамарів показують, що ціну піднімає перевезення.",
        "Тридцять одна директорка про те, що допомогло повернути дітей до класів.",
        "Засідання найчастіше переносять з однієї причини.",
        "Клініка відчинена до півночі, і черга стала вдвічі довшою.",
        "Опитування 840 орендарів у чотирьох містах країни.",
    ),
    ("3 липня 2025", "27 червня 2025", "27 травня 2025", "12 травня 2025", "2 грудня 2024", "19 листопада 2024"),
    days=("2025-07-03", "2025-06-27", "2025-05-27", "2025-05-12", "2024-12-02", "2024-11-19"),
    subjects=("Новини", "Анонси", "Новини", "Новини", "Анонси", "Новини"),
)
HUNGARIAN = Pool(
    (
        "Biztonságos víz az árvíz után",
        "A kenyér ára hét piacon",
        "Lányok újra az iskolában",
        "Tolmácsok a bíróságon",
        "Éjszakai rendelők",
        "Lakhatás és befogadás",
    ),
    (
        "Tizenkét település mutatja be, hogyan őrizte meg kútjait a nagy árvíz után.",
        "A hetente gyűjtött árak szerint a szállítás drágítja a kenyeret.",
        "Harmincegy igazgató meséli el, mi segített az iskolák újranyitásakor.",
        "A tárgyalásokat többnyire egyetlen okból halasztják el.",
        "Az éjfélig nyitva tartó rendelőbe kétszer annyian jönnek.",
        "Négy városban nyolcszáznegyven bérlőt kérdeztek meg.",
    ),
    (
        "2025. július 3.",
        "2025. június 27.",
        "2025. május 27.",
        "2025. május 12.",
        "2024. december 2.",
        "2024. november 19.",
    ),
    days=UKRAINIAN.days,
)
ROMANIAN = Pool(
    (
        "Apă sigură după inundații",
        "Prețul pâinii în șapte piețe",
        "Fetele revin la școală",
        "Interpreți în instanță",
        "Clinici de noapte",
        "Locuințe pentru nou-veniți",
    ),
    (
        "Douăsprezece orașe arată cum și-au păstrat fântânile după marile inundații.",
        "Prețurile adunate săptămânal arată că transportul scumpește pâinea.",
        "Treizeci și una de directoare povestesc redeschiderea școlilor.",
        "Ședințele se amână de obicei dintr-un singur motiv.",
        "Clinica este deschisă până la miezul nopții.",
        "Un sondaj în patru orașe despre chirii și proprietari.",
    ),
    ("3 iulie 2025", "27 iunie 2025", "27 mai 2025", "12 mai 2025", "2 decembrie 2024", "19 noiembrie 2024"),
    days=UKRAINIAN.days,
    subjects=("Comunicat", "Anunț", "Comunicat", "Raport", "Anunț", "Comunicat"),
)
MYANMAR = Pool(
    (
        "ရေကြီးပြီးနောက် ဘေးကင်းသောရေ",
        "ဈေးခုနစ်ခုရှိ ပေါင်မုန့်ဈေးနှုန်း",
        "မိန်းကလေးများ ကျောင်းပြန်တက်",
        "တရားရုံးရှိ စကားပြန်များ",
        "ညဆေးခန်းများ ဖွင့်လှစ်",
        "အိမ်ရှင်များနှင့် လူသစ်များ",
    ),
    (
        "မြို့ဆယ့်နှစ်မြို့က ရေတွင်းများကို မည်သို့ထိန်းသိမ်းခဲ့သည်ကို ရှင်းပြထားသည်။",
        "အပတ်စဉ်ကောက်ယူသောဈေးနှုန်းများအရ သယ်ယူစရိတ်ကြောင့် ဈေးတက်သည်။",
        "ကျောင်းအုပ်ကြီးသုံးဆယ့်တစ်ဦးက အတန်းများပြန်ဖွင့်ပုံကို ပြောပြသည်။",
        "ကြားနာမှုများကို အကြောင်းတစ်ခုတည်းကြောင့် ရွှေ့ဆိုင်းလေ့ရှိသည်။",
        "ဆေးခန်းကို သန်းခေါင်အထိ ဖွင့်လှစ်ထားသည်။",
        "မြို့လေးမြို့ရှိ အိမ်ငှားများအား စစ်တမ်းကောက်ယူခဲ့သည်။",
    ),
    ("03/07/2025", "27/06/2025", "27/05/2025", "12/05/2025", "02/12/2024", "19/11/2024"),
    days=UKRAINIAN.days,
)
NEPALI = Pool(
    (
        "बाढीपछिको सुरक्षित पानी सम्बन्धी सूचना",
        "सात बजारमा रोटीको मूल्य",
        "छात्राहरू विद्यालय फर्किए",
        "अदालतमा दोभाषे सम्बन्धी सूचना",
        "रात्रिकालीन क्लिनिक सञ्चालन",
        "घरधनी र नयाँ बासिन्दा",
    ),
    written=("2025-07-03", "2025-06-27", "2025-05-27", "2025-05-12", "2024-12-02", "2024-11-19"),
    days=UKRAINIAN.days,
)
VIETNAMESE = Pool(
    ("Nghị định về cấp nước sạch nông thôn", "Quyết định phê duyệt kế hoạch giá bánh mì", "Thông tư hướng dẫn tuyển sinh", "Công văn về phiên dịch tại tòa", "Chỉ thị về phòng khám ban đêm", "Kế hoạch nhà ở cho người mới đến"),
    written=("03/07/2025", "27/06/2025", "27/05/2025", "12/05/2025", "02/12/2024", "19/11/2024"), days=UKRAINIAN.days,
)  # fmt: skip

SHAPES = (
    Shape(
        "ukrainian: a rubric and a day in one line, a text, more",
        '<div class="news-card"><div class="news-card__info"><span>$s</span>, <span class="news-card__date">$d, 1$n:30</span></div><h3 class="news-card__title"><a href="$u">$t</a></h3><p class="news-card__text">$x</p><a class="news-card__more" href="$u">Читати далі</a></div>',
        '<div class="news-cards">$records</div><div class="pager"><a class="active" href="/news">1</a><a href="/news?page=2">2</a><a href="/news?page=2">Наступна</a></div>',
        link="/news/tekst-$n", pool=UKRAINIAN, language="uk", frame=ministry, url=_GOV + "/news", following=_GOV + "/news?page=2", shows=(("published", "$iso"), ("teaser", "$x"), ("categories", ("$s",))),
    ),
    Shape(
        "hungarian: year, month and day in their own order, with points",
        '<div class="hir"><h3 class="hir-cim"><a href="$u">$t</a></h3><div class="hir-datum">$d</div><div class="hir-bevezeto">$x</div><a class="tovabb" href="$u">Tovább olvasom</a></div>',
        '<div class="hirek">$records</div><ul class="lapozo"><li class="aktiv">1</li><li><a href="/hirek?oldal=2">2</a></li><li><a href="/hirek?oldal=2">Következő</a></li></ul>',
        link="/hirek/szoveg-$n", pool=HUNGARIAN, language="hu", frame=ministry, url=_GOV + "/hirek", following=_GOV + "/hirek?oldal=2", shows=(("published", "$iso"), ("teaser", "$x")),
    ),
    Shape(
        "romanian: kinds in a badge, read more in words of its own",
        '<div class="card mb-3"><div class="card-body"><span class="badge bg-secondary">$s</span> <small class="text-muted">$d</small><h5 class="card-title"><a href="$u">$t</a></h5><p class="card-text">$x</p><a class="card-link" href="$u">Citește mai mult</a></div></div>',
        '<div class="lista">$records</div><nav><ul class="pagination"><li class="page-item active"><span class="page-link">1</span></li><li class="page-item"><a class="page-link" href="/comunicate?pagina=2">2</a></li><li class="page-item"><a class="page-link" href="/comunicate?pagina=2">Următoarea</a></li></ul></nav>',
        link="/comunicate/text-$n", pool=ROMANIAN, language="ro", frame=ministry, url=_GOV + "/comunicate", following=_GOV + "/comunicate?pagina=2", shows=(("published", "$iso"), ("teaser", "$x"), ("categories", ("$s",))),
    ),
    Shape(
        "burmese: rows of a view, day first numbers, a text cut short",
        '<div class="views-row"><div class="views-field views-field-title"><span class="field-content"><a href="$u">$t</a></span></div><div class="views-field views-field-created"><span class="field-content">$d</span></div><div class="views-field views-field-body"><div class="field-content">$x</div></div><div class="views-field views-field-view-node"><span class="field-content"><a href="$u">ဆက်လက်ဖတ်ရှုရန်</a></span></div></div>',
        '<div class="view view-news"><div class="view-content">$records</div><ul class="pager"><li class="pager-current">1</li><li class="pager-item"><a href="/my/news?page=1">2</a></li><li class="pager-next"><a href="/my/news?page=1">နောက် ›</a></li></ul></div>',
        link="/my/node/7$n", pool=MYANMAR, language="my", frame=ministry, url=_GOV + "/my/news", following=_GOV + "/my/news?page=1", shows=(("published", "$iso"), ("teaser", "$x")),
    ),
    Shape(
        "nepali: a table of notices, a column of the day, a file's link that says view",
        '<tr><td>$n</td><td>$t</td><td>$d</td><td><a href="$u" target="_blank" class="btn btn-sm">हेर्नुहोस्</a></td></tr>',
        '<div class="panel"><table class="table table-bordered"><thead><tr><th>क्र.सं.</th><th>शीर्षक</th><th>प्रकाशित मिति</th><th>फाइल</th></tr></thead><tbody>$records</tbody></table></div>',
        link="/uploads/notice-$n.pdf", pool=NEPALI, language="ne", frame=ministry, url=_GOV + "/notices", shows=(("published", "$iso"), ("teaser", None)),
    ),
    Shape(
        "vietnamese: a table of legal texts: symbol in a link, day of issue, an abstract that is the title",
        '<tr><td>$n</td><td class="sohieu"><a href="$u">1$n/2025/NĐ-CP</a></td><td class="ngay">$d</td><td class="trichyeu"><a href="$u">$t</a></td></tr>',
        '<table class="vanban"><thead><tr><th>STT</th><th>Số/Ký hiệu</th><th>Ngày ban hành</th><th>Trích yếu</th></tr></thead><tbody>$records</tbody></table><div class="phan-trang"><span>1</span> <a href="/van-ban?trang=2">2</a> <a href="/van-ban?trang=2">Sau</a></div>',
        link="/van-ban/chi-tiet-$n.htm", pool=VIETNAMESE, language="vi", frame=ministry, url=_GOV + "/van-ban", following=_GOV + "/van-ban?trang=2", shows=(("published", "$iso"), ("teaser", None)),
    ),
)  # fmt: skip

_LONG = "".join(f"<p>{text} {text}</p>" for text in TEXTS)
_POSTS = "".join(
    f"<li class='wp-block-post post-{i} post type-post hentry category-x'><div class='wp-block-group'><h3 class='wp-block-post-title has-large-font-size'><a href='/2025/0{i}/{i}x/'>{title}</a></h3><div class='wp-block-post-date'><time "
    f"datetime='2025-0{i}-01T08:00:00+00:00'><a href='/2025/0{i}/{i}x/'>{i} May 2025</a></time></div></div></li>"
    for i, title in enumerate(REPORTS.titles[:4], 1)
)
SINGLES = {
    "an article of a block theme with more posts beneath its comments": builder(
        f"<main class='wp-block-group'><h1 class='wp-block-post-title'>Pumps that outlast the rain</h1><div class='wp-block-group meta'><p>Written by</p><div class='wp-block-post-author-name'><a href='/author/a/'>Mara Holt</a></div><p>in</p><div class='wp-block-post-terms'><a href='/category/water/' rel='tag'>Water</a></div></div><div class='entry-content wp-block-post-content'>{_LONG}</div>"
        "<nav class='wp-block-group' aria-label='Post navigation'><div class='post-navigation-link-previous wp-block-post-navigation-link'><a href='/2025/01/a/' rel='prev'>Landlords</a></div><div class='post-navigation-link-next'><a href='/2025/03/b/' rel='next'>Bread</a></div></nav><div class='wp-block-comments'><h2>Comments</h2><form><textarea></textarea></form></div>"
        f"<div class='wp-block-group alignwide'><h2 class='wp-block-heading'>More posts</h2><div class='wp-block-query'><ul class='wp-block-post-template is-layout-flow'>{_POSTS}</ul></div></div></main>", title="Pumps that outlast the rain",
    ),
    "a gallery of photographs": agency("<p>Photographs of the opening day.</p><div class='gallery'>" + "".join(f"<figure><a href='/photos/large/{i}.jpg' data-lightbox='g'><img src='/photos/{i}.jpg' alt='Opening day {i}'></a><figcaption>Opening day, picture {i}</figcaption></figure>" for i in range(1, 9)) + "</div>", title="Opening day"),
    "a glossary without links": agency("<dl class='glossary'>" + "".join(f"<dt id='t{i}'>{text.split()[1].title()}</dt><dd>{text}</dd>" for i, text in enumerate(TEXTS)) + "</dl>", title="Glossary"),
    "an event's page with its speakers and share links": agency(f"<div class='event'><p class='event-date'>3 July 2025, 9:00</p><p class='venue'>Quay Hall</p>{_LONG}{SHARE}<h2>Speakers</h2><ul class='speakers'>" + "".join(f"<li><a href='/people/p{i}'><img src='/p/{i}.jpg' alt=''><strong>{name}</strong></a><span>{role}</span></li>" for i, (name, role) in enumerate((("Mara Holt", "Director"), ("Jonas Eide", "Engineer"), ("Leila Aziz", "Planner")))) + "</ul></div>", title="A day on pumps"),
    "a page of a law's parts that jump within it": agency("<nav class='contents'><h2>Contents</h2><ol>" + "".join(f"<li><a href='#s{i}'>Section {i}: {text[:30]}</a></li>" for i, text in enumerate(TEXTS)) + "</ol></nav>" + "".join(f"<section id='s{i}'><h3>Section {i}</h3><p>{text}</p></section>" for i, text in enumerate(TEXTS)), title="Water Act 2025"),
}  # fmt: skip


def single(name: str) -> str:
    return f'<!doctype html><html lang="en"><head><title>River</title></head><body>{SINGLES[name]}</body></html>'
