"""Kinds of documents by their words, in many languages: what stands beside titles in libraries, press rooms and finders."""

from __future__ import annotations

from functools import lru_cache

_KINDS = frozenset(
    (
        # English; a plural's s is taken off before it is looked up
        "|report|annual report|flagship report|situation report|research report|evaluation report|progress report"
        "|country report|technical report|mission report|status report|evaluation|audit|review|assessment|study"
        "|case study|research|research paper|paper|working paper|discussion paper|policy paper|issue paper"
        "|position paper|white paper|green paper|background paper|occasional paper|technical paper|conference paper"
        "|policy brief|issue brief|brief|briefing|briefing note|briefing paper|policy note|technical note"
        "|guidance note|concept note|information note|note|guidance|technical guidance|guideline|guide|manual"
        "|handbook|toolkit|tool|training material|training|factsheet|fact sheet|infographic|poster|leaflet|brochure"
        "|flyer|booklet|book|book chapter|chapter|journal article|article|feature|feature story|story|success story"
        "|photo story|photo essay|essay|blog|blog post|blog entry|opinion|op-ed|commentary|comment|analysis"
        "|editorial|interview|q and a|q&a|news|news item|news article|news story|news release|press release"
        "|media release|press note|press statement|press briefing|media advisory|media alert|advisory|alert"
        "|announcement|notice|public notice|statement|joint statement|speech|remark|message|letter|open letter"
        "|newsletter|bulletin|update|situation update|flash update|appeal|dashboard|map|dataset|data set|database"
        "|statistic|indicator|survey|questionnaire|video|podcast|audio|webinar|presentation|slide|recording|event"
        "|conference|workshop|seminar|meeting|consultation|open consultation|call for proposals|call for papers"
        "|call|tender|vacancy|job|law|act|bill|regulation|directive|decree|decision|resolution|circular|order"
        "|ordinance|rule|treaty|convention|agreement|protocol|policy|strategy|plan|action plan|strategic plan"
        "|roadmap|framework|standard|code|form|template|checklist|charter|declaration|communiqué|communique"
        "|publication|document|corporate report|policy document|legal document|official document|page|thesis"
        "|dissertation|preprint|project|programme document|magazine|memorandum|minute|agenda|proceeding|summary"
        "|executive summary|collection|correspondence|transparency data|official statistic|national statistic"
        "|impact assessment|terms of reference"
        # French
        "|rapport|rapport annuel|rapport de situation|étude|étude de cas|évaluation|analyse|note|note d'information"
        "|note de synthèse|note d'orientation|document de travail|document|guide|manuel|fiche|fiche d'information"
        "|brochure|communiqué|actualité|article|communiqué de presse|discours|déclaration|allocution|tribune"
        "|entretien|reportage|dossier|lettre|bulletin|infographie|carte|vidéo|événement|appel à projets"
        "|appel d'offres|avis|loi|décret|arrêté|circulaire|ordonnance|décision|résolution|publication"
        # Spanish
        "|informe|informe anual|informe de situación|estudio|estudio de caso|evaluación|análisis|nota"
        "|nota informativa|nota técnica|nota de prensa|nota conceptual|documento de trabajo|documento|guía|ficha"
        "|ficha técnica|folleto|comunicado|comunicado de prensa|noticia|artículo|discurso|declaración|entrevista"
        "|reportaje|crónica|carta|boletín|infografía|mapa|vídeo|video|evento|convocatoria|licitación|aviso|ley"
        "|decreto|resolución|circular|acuerdo|publicación|libro|historia"
        # Portuguese
        "|relatório|relatório anual|estudo|avaliação|análise|nota técnica|nota de imprensa|documento de trabalho"
        "|guia|cartilha|comunicado de imprensa|notícia|artigo|discurso|declaração|entrevista|reportagem|boletim"
        "|infográfico|vídeo|evento|edital|aviso|lei|decreto|portaria|resolução|publicação|livro"
        # German
        "|bericht|jahresbericht|lagebericht|studie|fallstudie|analyse|gutachten|arbeitspapier|positionspapier"
        "|diskussionspapier|leitfaden|handbuch|ratgeber|merkblatt|faktenblatt|broschüre|flyer|pressemitteilung"
        "|presseinformation|meldung|nachricht|artikel|rede|erklärung|stellungnahme|kommentar|interview|newsletter"
        "|infografik|karte|video|veranstaltung|termin|ausschreibung|bekanntmachung|gesetz|verordnung|richtlinie"
        "|rundschreiben|beschluss|entscheidung|publikation|buch|aufsatz"
        # Italian, Dutch, Polish, Turkish, Swedish
        "|rapporto|relazione|studio|comunicato|comunicato stampa|notizia|articolo|discorso|dichiarazione|intervista"
        "|bollettino|legge|bando|avviso|pubblicazione|rapport|onderzoek|persbericht|nieuws|nieuwsbericht|kamerstuk"
        "|kamerbrief|toespraak|publicatie|raport|badanie|komunikat|aktualności|wywiad|ustawa|rozporządzenie"
        "|publikacja|rapor|araştırma|basın açıklaması|haber|duyuru|makale|yayın|kanun|yönetmelik|etkinlik|rapport"
        "|pressmeddelande|nyhet|artikel"
        # Russian, Ukrainian
        "|доклад|отчёт|отчет|исследование|обзор|анализ|аналитика|пресс-релиз|новость|новости|статья|интервью"
        "|выступление|заявление|речь|документ|руководство|справочник|брошюра|бюллетень|закон|указ|приказ"
        "|постановление|распоряжение|решение|письмо|объявление|мероприятие|видео|публикация|новина|новини|анонс|анонси|статті|стаття|звіт"
        "|наказ"
        # Arabic, Persian
        "|تقرير|تقرير سنوي|دراسة|بيان صحفي|بيان|خبر|أخبار|مقال|مقابلة|كلمة|خطاب|دليل|نشرة|وثيقة|قانون|قرار|مرسوم"
        "|تعميم|إعلان|فيديو|فعالية|منشور|ورقة عمل|موجز سياسات|گزارش|خبر|مقاله|بیانیه|اطلاعیه|قانون|مصاحبه"
        # Chinese, Japanese, Korean
        "|报告|報告|年度报告|研究|研究报告|论文|工作文件|简报|新闻|新闻稿|公告|通知|通报|公报|法律|法规|条例|规章|办法|决定|意见|讲话|声明|指南|手册|视频|活动|出版物|文章|お知らせ|ニュース"
        "|プレスリリース|報道発表|イベント|レポート|論文|白書|보고서|보도자료|공지|뉴스|행사|논문"
        # Indonesian, Malay, Vietnamese, Thai, Swahili
        "|laporan|laporan tahunan|siaran pers|berita|artikel|pengumuman|panduan|peraturan|undang-undang|keputusan"
        "|surat edaran|buku|publikasi|kajian|báo cáo|thông cáo báo chí|tin tức|bài viết|thông báo|văn bản|luật"
        "|nghị định|quyết định|thông tư|hướng dẫn|รายงาน|ข่าว|ข่าวประชาสัมพันธ์|บทความ|ประกาศ|คู่มือ|ripoti|habari"
        "|taarifa|taarifa kwa vyombo vya habari|makala|mwongozo|sheria"
    ).split("|")
) - {""}
LONGEST = 44


@lru_cache(maxsize=4096)
def is_kind(text: str) -> bool:
    """Whether a text names a kind of document and says nothing else: "Report", "Policy briefs", "Communiqué de presse"."""
    if not 3 <= len(text) <= LONGEST and not (len(text) == 2 and not text.isascii()):
        return False
    word = text.lower().replace("’", "'")
    return (
        word in _KINDS
        or (word.endswith("s") and word[:-1] in _KINDS)
        or (word.endswith("ies") and word[:-3] + "y" in _KINDS)
    )
