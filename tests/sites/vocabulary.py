"""Words that the test sites' texts are made of: our own writing, in seven languages and four scripts.

Each language has topics and places (filled into `{t}` and `{p}`), title patterns and sentences. Counts need not agree.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Words:
    """One language's vocabulary. `joiner` stands between two sentences."""

    topics: tuple[str, ...]
    places: tuple[str, ...]
    titles: tuple[str, ...]
    sentences: tuple[str, ...]
    joiner: str = " "


ENGLISH = Words(
    topics=("safe drinking water", "rural schools", "seasonal labour", "forest rangers", "community clinics",
            "coastal fisheries", "land registers", "street markets", "river transport", "night shelters",
            "school meals", "public libraries"),
    places=("the Upper Valley", "Northshore", "the Lake District of Amara", "Port Selene", "the Eastern Plateau",
            "Kestrel Island", "the border towns", "New Harrow"),
    titles=("{T} in {p}", "A field guide to {t}", "What we know about {t} in {p}", "{T}: lessons from {p}",
            "Towards better {t}", "Annual review of {t}, {p}", "{T} after the flood", "How {p} pays for {t}",
            "Toolkit for teams who work on {t}", "Ten questions on {t}"),
    sentences=("Teams in {p} spent two dry seasons with the people who depend on {t}.",
               "Most of what is written about {t} never reaches the offices where budgets are made.",
               "The survey asked nine hundred households, and seven out of ten answered every question.",
               "Costs fell by a third once neighbours shared the work.",
               "It isn't a question of money alone, said one organiser from {p}.",
               "This report sets out what was tried, what failed and what others may want to copy.",
               "Records were kept on paper for years, so the figures before the census are estimates.",
               "Each chapter ends with a checklist that can be printed on a single sheet.",
               "Local councils now publish their plans for {t} every spring.",
               "\"We started with one pump and a notebook\", the coordinator recalls.",
               "Where roads are poor, the price of {t} doubles within fifty kilometres.",
               "The annex lists all sources, with their dates and the persons who answered."),
)  # fmt: skip

FRENCH = Words(
    topics=("l’eau potable", "les écoles rurales", "le travail saisonnier", "les dispensaires de quartier",
            "la pêche côtière", "les marchés de nuit", "le cadastre communal", "les cantines scolaires"),
    places=("la Haute-Vallée", "Port-Sélène", "l’île aux Faucons", "la plaine d’Orme", "Neuville-sur-Lac"),
    titles=("Guide pratique : {t} à l’épreuve du terrain", "Ce que nous savons sur {t}", "Rapport annuel — {p}",
            "Financer {t} : l’exemple vécu de {p}", "Dix questions sur {t}", "« Autrement » : repenser {t}"),
    sentences=("Pendant deux saisons, nos équipes ont suivi celles et ceux qui dépendent de ces services à {p}.",
               "L’enquête a interrogé neuf cents ménages ; sept sur dix ont répondu à toutes les questions.",
               "Les coûts ont baissé d’un tiers dès que les voisins ont partagé la tâche.",
               "Ce document explique ce qui a été tenté, ce qui a échoué et ce qui mérite d’être repris.",
               "Chaque chapitre s’achève par une liste de contrôle à imprimer.",
               "Les chiffres d’avant le recensement restent des estimations.",
               "Les conseils municipaux publient désormais leurs projets chaque printemps.",
               "Là où les routes manquent, les prix doublent en moins de cinquante kilomètres."),
)  # fmt: skip

SPANISH = Words(
    topics=("el agua potable", "las escuelas rurales", "el trabajo de temporada", "la pesca costera",
            "los comedores escolares", "las bibliotecas públicas", "el catastro municipal"),
    places=("el Valle Alto", "Puerto Selene", "la Isla del Halcón", "la Meseta Oriental", "Villanueva del Lago"),
    titles=("Guía de campo sobre {t}", "¿Qué sabemos de {t}?", "Informe anual: {p}", "Diez preguntas sobre {t}",
            "Lecciones de {p} sobre {t}", "¡Manos a la obra! Mejorar {t}"),
    sentences=("Durante dos temporadas, nuestros equipos acompañaron a las familias de {p}.",
               "La encuesta preguntó a novecientos hogares, y siete de cada diez respondieron a todo.",
               "Los costos bajaron un tercio en cuanto los vecinos compartieron el trabajo.",
               "Este informe explica qué se intentó, qué fracasó y qué conviene repetir.",
               "Cada capítulo termina con una lista que cabe en una sola hoja.",
               "Las cifras anteriores al censo son estimaciones.",
               "Los ayuntamientos publican ahora sus planes cada primavera.",
               "Donde faltan caminos, los precios se duplican en menos de cincuenta kilómetros."),
)  # fmt: skip

PORTUGUESE = Words(
    topics=("a água potável", "as escolas rurais", "a pesca costeira", "o trabalho sazonal", "a merenda escolar"),
    places=("o Vale de Cima", "Porto Selene", "a Ilha do Falcão", "a Serra do Leste"),
    titles=("Guia de campo: {t}", "O que sabemos sobre {t}", "Relatório anual de {p}", "Lições aprendidas em {p}"),
    sentences=("Durante duas estações, as equipes acompanharam as famílias que vivem em {p}.",
               "A pesquisa ouviu novecentas famílias, e sete em cada dez responderam a tudo.",
               "Os custos caíram um terço quando os vizinhos dividiram o trabalho.",
               "Este relatório mostra o que foi tentado, o que falhou e o que vale a pena repetir.",
               "Não é só uma questão de dinheiro, disse uma coordenadora.",
               "Os números anteriores ao censo são estimativas."),
)  # fmt: skip

ARABIC = Words(
    topics=("مياه الشرب", "المدارس الريفية", "العمل الموسمي", "الصيد الساحلي", "الأسواق الشعبية", "العيادات المحلية"),
    places=("الوادي الأعلى", "ميناء سيلين", "جزيرة الصقر", "الهضبة الشرقية"),
    titles=("دليل ميداني حول {t}", "ما الذي نعرفه عن {t} في {p}؟", "التقرير السنوي: {p}", "عشرة أسئلة عن {t}"),
    sentences=("أمضت فرقنا موسمين جافين مع الأسر التي تعيش في {p}.",
               "شمل الاستطلاع تسعمئة أسرة، وأجاب سبعة من كل عشرة عن جميع الأسئلة.",
               "انخفضت التكاليف بمقدار الثلث عندما تقاسم الجيران العمل.",
               "يعرض هذا التقرير ما جرى تجريبه وما فشل وما يستحق أن يتكرر.",
               "ينتهي كل فصل بقائمة يمكن طباعتها على ورقة واحدة.",
               "الأرقام التي سبقت التعداد مجرد تقديرات."),
)  # fmt: skip

RUSSIAN = Words(
    topics=("питьевая вода", "сельские школы", "сезонный труд", "прибрежный лов", "школьное питание", "ночные приюты"),
    places=("Верхняя Долина", "Порт-Селена", "остров Кречет", "Восточное плато"),
    titles=("Полевое руководство: {t}", "Что мы знаем о теме «{t}»", "Годовой обзор — {p}", "Десять вопросов: {t}"),
    sentences=("Два сухих сезона наши группы провели рядом с семьями, для которых это вопрос жизни ({p}).",
               "Опрос охватил девятьсот домохозяйств, и семь из десяти ответили на все вопросы.",
               "Расходы снизились на треть, как только соседи поделили работу.",
               "В отчёте описано, что пробовали, что не удалось и что стоит повторить.",
               "Каждая глава заканчивается списком, который помещается на одном листе.",
               "Цифры до переписи — только оценки."),
)  # fmt: skip

CHINESE = Words(
    topics=("饮用水安全", "乡村学校", "季节性劳动", "沿海渔业", "社区诊所", "公共图书馆"),
    places=("上谷地区", "塞勒涅港", "隼岛", "东部高原"),
    titles=("{t}实地指南", "{p}的{t}:我们知道什么", "{p}年度报告", "关于{t}的十个问题"),
    sentences=("我们的小组在{p}与当地家庭一起度过了两个旱季。",
               "调查访问了九百户家庭,十户中有七户回答了所有问题。",
               "邻居们分担工作之后,费用下降了三分之一。",
               "本报告说明尝试了什么、哪些失败了、哪些值得推广。",
               "每一章的最后都有一页可以打印的清单。",
               "人口普查之前的数字只是估计。"),
    joiner="",
)  # fmt: skip

LANGUAGES: dict[str, Words] = {
    "en": ENGLISH,
    "fr": FRENCH,
    "es": SPANISH,
    "pt": PORTUGUESE,
    "ar": ARABIC,
    "ru": RUSSIAN,
    "zh": CHINESE,
}

# login → display name
AUTHORS: dict[str, str] = {
    "mirela": "Mirela Stoica",
    "jeanne": "Jeanne d’Aubrac-Félix",
    "obrien": "Tadhg O'Brien",
    "salma": "سلمى حداد",
    "press": "Research & Press Office",
    "li": "李文",
}

CATEGORIES = ("Field Reports", "Law & Policy", "Training", "Children’s Rights", "News", "Méthodes", "Water < Energy")
TAGS = ("survey", "toolkit", "women & girls", "open data", "Año Nuevo", "правда", "水", "follow-up", "Global", "R&D")
RESOURCE_TYPES = ("Guidance", "Publications", "COVID-19 resources", "Case Law", "E-learning", "Fact sheets & briefs")
REGIONS = ("Global", "East Africa", "South-East Asia", "Latin America & the Caribbean", "Moyen-Orient", "Europe")
