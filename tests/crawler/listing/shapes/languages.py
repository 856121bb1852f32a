"""Pages in languages that are not English, with the dates, labels and pagers of their own."""

from __future__ import annotations

from tests.crawler.listing.shapes.shape import Pool, Shape

RUSSIAN = Pool(
    ("Вода после паводка", "Хлеб на семи рынках", "Дети снова в школе", "Ночная клиника для грузчиков", "Кто платит переводчику", "Соседи и жильё"),
    ("Двенадцать посёлков рассказывают, как сохранили колодцы после большой воды.", "Цены записывали лавочники, и растут они из-за дорог.",
     "Тридцать один директор о том, что помогло вернуть детей в классы.", "Клиника открыта до полуночи, и очередь стала вдвое длиннее.",
     "Заседания чаще всего переносят по одной причине, и устранить её дёшево.", "Опрос в четырёх городах: почему хозяева не отвечают на письма."),
    ("18 ноября 2024 г.", "22 октября 2024 г.", "9 сентября 2024 г.", "30 июля 2024 г.", "21 июня 2024 г.", "14 мая 2024 г."),
    ("Мария Волкова", "Пётр Серов", "Анна Лунина", "Илья Громов", "Ольга Белова", "Иван Седов"),
    ("Вода", "Рынки", "Образование", "Здоровье", "Правосудие", "Жильё"),
)  # fmt: skip
ARABIC = Pool(
    ("مياه آمنة بعد الفيضان", "سعر الخبز في سبعة أسواق", "عودة البنات إلى المدرسة", "عيادة ليلية للحمالين", "المترجمون في المحكمة", "الجيران والسكن"),
    ("كيف حافظت اثنتا عشرة بلدة على آبارها بعد الفيضانات الكبيرة.", "يجمع أصحاب الدكاكين الأسعار كل أسبوع، والنقل هو السبب.",
     "ما فعله واحد وثلاثون مديرا حين فتحت الصفوف أبوابها.", "تفتح العيادة حتى منتصف الليل وتضاعف عدد الزوار.",
     "تؤجل الجلسات لسبب واحد في الغالب، وإزالته رخيصة.", "مسح في أربع مدن يسأل لماذا لا يجيب المالكون."),
    ("18 نوفمبر 2024", "22 أكتوبر 2024", "9 سبتمبر 2024", "30 يوليو 2024", "21 يونيو 2024", "14 مايو 2024"),
    ("مريم حداد", "يوسف نصر", "ليلى عزيز", "سامي كرم", "هدى سالم", "نادر عيسى"),
    ("المياه", "الأسواق", "التعليم", "الصحة", "العدالة", "السكن"),
)  # fmt: skip
CHINESE = Pool(
    ("洪水之后的安全饮水手册", "七个集市的面包价格调查", "三角洲的女孩重返学校", "为搬运工开设的夜间诊所", "法庭口译员由谁付费的问题", "房东与新来者的住房调查"),
    ("十二个城镇如何在洪水之后保住水井,并附有水泵检查清单。", "店主每周记录价格,结果显示运输是涨价的原因。", "三十一位校长讲述复课时做了什么,哪些措施延续至今。",
     "诊所营业到午夜,前来检查肺部的人数增加了一倍。", "庭审最常因同一个原因推迟,而消除它花费很少。", "四座城市八百四十份租约的调查,问为何房东不回信。"),
    ("2024年11月18日", "2024年10月22日", "2024年9月9日", "2024年7月30日", "2024年6月21日", "2024年5月14日"),
    ("王丽", "陈明", "赵华", "孙伟", "周敏", "吴刚"),
    ("饮水", "市场", "教育", "卫生", "司法", "住房"),
)  # fmt: skip
THAI = Pool(
    ("น้ำสะอาดหลังน้ำท่วม คู่มือภาคสนาม", "ราคาขนมปังในเจ็ดตลาด", "เด็กหญิงกลับไปโรงเรียน", "คลินิกกลางคืนสำหรับคนแบกของ", "ล่ามในศาล ใครเป็นผู้จ่าย", "เจ้าของบ้านกับผู้มาใหม่"),
    ("สิบสองเมืองรักษาบ่อน้ำไว้ได้อย่างไรหลังน้ำท่วมใหญ่ พร้อมรายการตรวจสอบเครื่องสูบน้ำ", "เจ้าของร้านจดราคาทุกสัปดาห์ พบว่าค่าขนส่งคือสาเหตุของราคาที่สูงขึ้น",
     "ครูใหญ่สามสิบเอ็ดคนเล่าว่าทำอะไรบ้างเมื่อเปิดเรียนอีกครั้งหนึ่ง", "คลินิกเปิดถึงเที่ยงคืน จำนวนผู้มาตรวจปอดเพิ่มขึ้นเป็นสองเท่า",
     "การพิจารณาคดีถูกเลื่อนบ่อยที่สุดด้วยเหตุผลเดียวซึ่งแก้ได้ไม่แพง", "แบบสำรวจในสี่เมืองถามว่าทำไมเจ้าของบ้านจึงไม่ตอบจดหมาย"),
    ("18 พฤศจิกายน 2567", "22 ตุลาคม 2567", "9 กันยายน 2567", "30 กรกฎาคม 2567", "21 มิถุนายน 2567", "14 พฤษภาคม 2567"),
    ("มาลี ใจดี", "สมชาย ดีงาม", "นภา สุขใจ", "วิชัย มั่นคง", "อรุณ แสงทอง", "พิมพ์ ทองดี"),
    ("น้ำ", "ตลาด", "การศึกษา", "สุขภาพ", "ยุติธรรม", "ที่อยู่อาศัย"),
)  # fmt: skip
FRENCH = Pool(
    written=(
        "18 novembre 2024",
        "22 octobre 2024",
        "9 septembre 2024",
        "30 juillet 2024",
        "21 juin 2024",
        "14 mai 2024",
    ),
    subjects=("Eau", "Logement", "Éducation", "Marchés", "Justice", "Santé"),
)
SPANISH = Pool(
    written=("18 de noviembre de 2024", "22 de octubre de 2024", "9 de septiembre de 2024", "30 de julio de 2024", "21 de junio de 2024", "14 de mayo de 2024"),
    subjects=("Agua", "Vivienda", "Educación", "Mercados", "Justicia", "Salud"),
)  # fmt: skip
GERMAN = Pool(
    written=("18. November 2024", "22. Oktober 2024", "9. September 2024", "30. Juli 2024", "21. Juni 2024", "14. Mai 2024"),
    subjects=("Wasser", "Wohnen", "Bildung", "Märkte", "Justiz", "Gesundheit"),
)  # fmt: skip
KOREAN = Pool(
    ("홍수 뒤의 안전한 물 안내서", "일곱 시장의 빵값 조사", "삼각주 소녀들의 등교", "짐꾼을 위한 야간 진료소", "법정 통역비는 누가 내는가", "집주인과 새 이웃 이야기"),
    written=("2024-11-18", "2024-10-22", "2024-09-09", "2024-07-30", "2024-06-21", "2024-05-14"),
    people=("김민지", "이준호", "박서연", "최영수", "정하나", "한지우"),
    subjects=("물", "시장", "교육", "보건", "사법", "주거"),
)  # fmt: skip
JAPANESE = Pool(
    (
        "洪水のあとの安全な水の手引き",
        "七つの市場のパンの値段を調べる",
        "学校に戻った女の子たち",
        "荷運び人のための夜の診療所",
        "法廷通訳の費用はだれが払うか",
        "家主と新しい隣人の調査",
    ),
    written=("2024年11月18日", "2024年10月22日", "2024年9月9日", "2024年7月30日", "2024年6月21日", "2024年5月14日"),
)

SHAPES = (
    Shape(
        "russian: a ministry's list, numbers behind a word in brackets",
        '<div class="news-item"><span class="news-date-time">$d</span> <a href="$u"><b>$t</b></a><br>$x</div>',
        '<div class="content"><div class="news-list">$records<br><font class="text">Новости 1 - 6 из 61<br></font><font class="text">Начало | Пред. | '
        '<b>1</b>&nbsp;<a href="/list/?PAGEN_1=2">2</a>&nbsp;<a href="/list/?PAGEN_1=3">3</a>&nbsp;|&nbsp;<a href="/list/?PAGEN_1=2">След.</a>&nbsp;|&nbsp;'
        '<a href="/list/?PAGEN_1=11">Конец</a></font></div></div>',
        pool=RUSSIAN, language="ru",
        shows=(("published", "$iso"), ("teaser", "$x")),
        following="https://river.example/list/?PAGEN_1=2",
    ),
    Shape(
        "russian: cards with a rubric and show more",
        '<div class="card"><div class="card__top"><span class="card__rubric">$s</span><span class="card__date">$dmy</span></div><a class="card__title" '
        'href="$u">$t</a><p class="card__lead">$x</p><a class="card__more" href="$u">Подробнее</a></div>',
        '<main><div class="cards">$records</div><a class="btn" href="/list?page=2">Показать ещё</a></main>',
        pool=RUSSIAN, language="ru",
        shows=(("published", "$iso"), ("teaser", "$x"), ("categories", ("$s",))),
        following="https://river.example/list?page=2",
    ),
    Shape(
        "arabic: boxes with the date before the title and a pager of arrows",
        '<div class="box"><img src="/i/$n.jpg" alt=""><span class="tarikh">$d</span><h3><a href="$u">$t</a></h3><p>$x</p><a class="z" href="$u">اقرأ المزيد</a></div>',
        '<main dir="rtl"><div class="boxes">$records</div><div class="p"><span>1</span><a href="/list?p=2">2</a><a href="/list?p=2">التالي ‹</a></div></main>',
        pool=ARABIC, language="ar",
        shows=(("published", "$iso"), ("teaser", "$x")),
        following="https://river.example/list?p=2",
    ),
    Shape(
        "chinese: a government's list of lines, a script writes the pager",
        '<li><a href="$u" target="_blank" title="$t">$t</a><span>$iso</span></li>',
        '<div class="main"><div class="list_title">通知公告</div><ul class="list">$records</ul><div class="pages"><script>createPageHTML(20, 0, "index", "shtml");'
        '</script><noscript><a href="index_1.shtml">下一页</a></noscript></div></div>',
        link="/zwgk/tzgg/202411/t20241118_98$n.shtml",
        pool=CHINESE, language="zh-CN",
        shows=(("published", "$iso"), ("teaser", None)),
        following="https://river.example/list/index_1.shtml",
    ),
    Shape(
        "chinese: summaries with a source and a day in parts",
        '<div class="item"><div class="date"><b>$day</b><span>$year-11</span></div><div class="text"><h3><a href="$u">$t</a></h3><p>$x</p></div></div>',
        '<div class="main"><div class="items">$records</div><div class="page"><a class="on">1</a><a href="list_2.html">2</a><a href="list_3.html">3</a><a '
        'href="list_2.html">下一页</a><a href="list_9.html">末页</a></div></div>',
        pool=CHINESE, language="zh",
        shows=(("teaser", "$x"),),
        url="https://river.example/list.html",
        following="https://river.example/list_2.html",
    ),
    Shape(
        "thai: years of the Buddhist era, read more at the end",
        '<div class="post"><h2><a href="$u">$t</a></h2><div class="meta">$d</div><p>$x <a href="$u">อ่านต่อ</a></p></div>',
        '<main><div class="posts">$records</div><div class="nav"><a href="/list/page/2/">ถัดไป</a></div></main>',
        pool=THAI, language="th",
        shows=(("published", "$iso"), ("teaser", "$x")),
        following="https://river.example/list/page/2/",
    ),
    Shape(
        "french: published on, in a rubric, read the rest",
        '<article class="entree"><h2><a href="$u">$t</a></h2><p class="info">Publié le $d par <a href="/auteur/a$n">$p</a> dans <a href="/rubrique/r$n">$s</a></p>'
        '<div class="chapo"><p>$x</p></div><p><a href="$u">Lire la suite</a></p></article>',
        '<main>$records<div class="pagination"><strong class="on">0</strong> | <a href="/list?debut_articles=6#pagination_articles">6</a> | <a '
        'href="/list?debut_articles=12#pagination_articles">12</a> | <a href="/list?debut_articles=6#pagination_articles">&gt;</a></div></main>',
        pool=FRENCH, language="fr",
        shows=(("published", "$iso"), ("teaser", "$x"), ("authors", ("$p",)), ("categories", ("$s",))),
        following="https://river.example/list?debut_articles=6",
    ),
    Shape(
        "spanish: a gazette, numbered addresses in the path",
        '<li class="noticia"><span class="fecha">$d</span><h3 class="titular"><a href="$u">$t</a></h3><p class="entradilla">$x</p><p class="temas">Temas: <a '
        'href="/tema/$n">$s</a></p></li>',
        '<main><ul>$records</ul><ul class="paginador"><li class="activo">1</li><li><a href="/list/pagina/2">2</a></li><li><a href="/list/pagina/2">Siguiente</a></li>'
        "</ul></main>",
        pool=SPANISH, language="es",
        shows=(("published", "$iso"), ("teaser", "$x"), ("categories", ("$s",))),
        following="https://river.example/list/pagina/2",
    ),
    Shape(
        "german: press notes with a place, a date and a bar, older at the end",
        '<div class="c-teaser"><p class="c-teaser__dachzeile">$s</p><h2 class="c-teaser__headline"><a class="c-teaser__link" href="$u">$t</a></h2><p '
        'class="c-teaser__text"><span class="c-teaser__date">$d</span> | $x</p></div>',
        '<main><div class="c-list">$records</div><nav class="c-pager" aria-label="Seiten"><ol><li><strong>1</strong></li><li><a href="/list?gtp=12_list%253D2">2'
        '</a></li></ol><a class="forward" href="/list?gtp=12_list%253D2" title="Nächste Seite">vor</a></nav></main>',
        pool=GERMAN, language="de",
        shows=(("published", "$iso"), ("teaser", "$x"), ("categories", ("$s",))),
        following="https://river.example/list?gtp=12_list%253D2",
    ),
    Shape(
        "korean: a board of numbers, writers, dates and hits",
        '<tr><td class="num">6$n</td><td class="subject"><a href="$u">$t</a></td><td class="writer">$p</td><td class="date">$iso</td><td class="hit">12$n</td></tr>',
        '<div id="content"><table class="board"><thead><tr><th>번호</th><th>제목</th><th>작성자</th><th>작성일</th><th>조회</th></tr></thead><tbody>$records</tbody>'
        '</table><div class="paging"><strong>1</strong><a href="?pageIndex=2">2</a><a href="?pageIndex=3">3</a><a href="?pageIndex=2" class="next">다음</a>'
        '<a href="?pageIndex=9" class="last">마지막</a></div></div>',
        link="/board/view?nttId=88$n",
        pool=KOREAN, language="ko",
        shows=(("published", "$iso"), ("authors", ("$p",)), ("teaser", None)),
        url="https://river.example/board/list",
        following="https://river.example/board/list?pageIndex=2",
    ),
    Shape(
        "japanese: a definition list of dates with a kind in a span",
        '<dt>$d</dt><dd><span class="icon">お知らせ</span><a href="$u">$t</a></dd>',
        '<div id="main"><h1>新着情報</h1><dl class="news">$records</dl><p class="pager"><a href="/list/?page=2">次の6件</a></p></div>',
        pool=JAPANESE, language="ja",
        shows=(("published", "$iso"), ("teaser", None)),
        following="https://river.example/list/?page=2",
    ),
    Shape(
        "chinese: cells that bear their column's name, no head",
        '<tr><td data-title="张贴日">$iso</td><td data-title="作者">$p</td><td data-title="标题"><a href="$u">$t</a></td></tr>',
        '<div class="main"><table class="table_list"><tbody>$records</tbody></table></div>',
        link="/tw/cp-1888-$n.html",
        pool=CHINESE, language="zh",
        shows=(("published", "$iso"), ("authors", ("$p",)), ("teaser", None)),
    ),
    Shape(
        "chinese: a box of date parts whose title is only stated",
        '<a class="box" href="$u" title="$t"><span class="icon-year">$year-11</span><span class="icon-date">$day</span></a>',
        '<div class="main"><div class="boxes">$records</div></div>',
        link="/Bulletin/Detail/a$n?typeid=9",
        pool=CHINESE, language="zh",
        shows=(("teaser", None),),
    ),
    Shape(
        "chinese: a click box that says the same in every card",
        '<article class="idx-card"><a class="clickBox" href="$u">部门新闻</a><h3 class="idx-card__title">$t</h3><span class="idx-card__date">$iso</span></article>',
        "<section>$records</section>",
        link="/news/zh/138$n",
        pool=CHINESE, language="zh",
        shows=(("published", "$iso"), ("teaser", None)),
    ),
)  # fmt: skip
