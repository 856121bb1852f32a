"""What content management systems print around a teaser, in the languages they ship.

Each table is data: add a phrase in lower case to its language's line. Sources: the translations of WordPress core and
of its default themes, of Ghost, Drupal, Joomla and static generators' themes, and what sites type in by hand.
"""

from __future__ import annotations

# Links from a teaser to the whole text. They may stand at the end of a teaser, alone, or before the title.
READ_MORE: dict[str, tuple[str, ...]] = {
    "en": (
        "read more", "continue reading", "read the rest of this entry", "read the rest", "read full article", "read the full article", "read the full story", "read full story",
        "read full post", "read the full post", "read full text", "read the full text", "read article", "read the article", "read post", "read this post",
        "read story", "read the story", "read on", "read it", "read now", "keep reading", "learn more", "find out more", "view more", "see more", "show more",
        "more info", "more information", "more details", "view details", "see details", "view post", "view article", "view full post", "view the full post",
        "click here to read more", "click to read more", "click here for more", "read more here", "full story", "full article", "continue to read",
        "continue reading this post", "read more about this", "load more", "discover more", "explore more", "view resource", "view publication",
        "read the report", "read the full report", "read full report", "view report", "download report", "download the report", "get the report", "read more posts",
    ),
    "de": ("weiterlesen", "weiter lesen", "mehr lesen", "lesen sie mehr", "mehr erfahren", "mehr dazu", "zum artikel", "ganzen artikel lesen", "den ganzen artikel lesen", "artikel lesen", "beitrag lesen", "mehr anzeigen", "weiterlesen …", "jetzt lesen", "mehr informationen", "zum beitrag", "lies weiter"),
    "fr": ("lire la suite", "lire plus", "en savoir plus", "continuer la lecture", "lire l’article", "lire l'article", "lire davantage", "voir plus", "la suite", "poursuivre la lecture", "suite de l’article", "plus d’informations", "plus d'informations", "lire la suite de"),
    "es": ("leer más", "leer mas", "seguir leyendo", "sigue leyendo", "continuar leyendo", "continúa leyendo", "lee más", "leer más sobre", "ver más", "saber más", "más información", "leer artículo", "leer el artículo", "leer todo", "conoce más", "continuar la lectura", "continuar lendo"),
    "pt": ("leia mais", "ler mais", "continue lendo", "continuar lendo", "continue a ler", "continuar a ler", "continuar a leitura", "saiba mais", "ver mais", "leia o artigo", "mais informações", "leia na íntegra", "ler artigo"),
    "it": ("leggi tutto", "leggi di più", "leggi di piu", "continua a leggere", "continua la lettura", "continua", "per saperne di più", "scopri di più", "leggi l’articolo", "leggi l'articolo", "leggi ancora", "leggi", "maggiori informazioni", "vedi altro"),
    "nl": ("lees meer", "lees verder", "verder lezen", "meer lezen", "lees het artikel", "lees het hele artikel", "meer informatie", "meer weten", "lees meer over"),
    "ca": ("llegeix més", "llegir més", "continua llegint", "continua la lectura", "més informació"),
    "gl": ("ler máis", "seguir lendo", "continuar lendo", "máis información"),
    "eu": ("irakurri gehiago", "jarraitu irakurtzen", "gehiago irakurri"),
    "da": ("læs mere", "læs videre", "fortsæt læsning", "fortsæt med at læse", "læs resten", "læs hele artiklen"),
    "nb": ("les mer", "les videre", "fortsett å lese", "les hele saken", "les hele artikkelen", "fortsett lesing"),
    "nn": ("les meir", "les vidare", "hald fram å lesa"),
    "sv": ("läs mer", "läs mera", "läs vidare", "fortsätt läsa", "fortsätt läsning", "läs hela artikeln", "läs hela inlägget"),
    "fi": ("lue lisää", "jatka lukemista", "lue koko artikkeli", "lue koko juttu", "lue koko uutinen"),
    "is": ("lesa meira", "lesa áfram", "halda áfram að lesa", "nánar"),
    "et": ("loe edasi", "loe lähemalt", "loe veel", "loe rohkem"),
    "lv": ("lasīt vairāk", "lasīt tālāk", "turpināt lasīt"),
    "lt": ("skaityti daugiau", "skaityti toliau", "plačiau", "daugiau", "tęsti skaitymą"),
    "pl": ("czytaj więcej", "czytaj dalej", "więcej", "dowiedz się więcej", "czytaj całość", "kontynuuj czytanie", "przeczytaj więcej", "zobacz więcej", "przeczytaj całość"),
    "cs": ("číst více", "číst dál", "číst dále", "čtěte více", "více", "celý článek", "pokračovat ve čtení", "pokračovat ve čtení textu", "zobrazit více", "přečíst více", "více informací"),
    "sk": ("čítať viac", "čítať ďalej", "čítajte viac", "viac", "celý článok", "pokračovať v čítaní", "viac informácií", "zobraziť viac"),
    "sl": ("preberi več", "preberite več", "več o tem", "beri dalje", "nadaljuj z branjem", "preberi celoto", "beri naprej"),
    "hr": ("pročitaj više", "pročitajte više", "saznaj više", "saznajte više", "više", "opširnije", "nastavi čitati", "nastavi čitanje", "nastavite čitati", "čitaj dalje"),
    "bs": ("čitaj više", "pročitaj još", "nastavi sa čitanjem"),
    "sr": ("прочитај више", "прочитајте више", "опширније", "настави са читањем", "наставите са читањем", "сазнајте више", "детаљније", "procitaj vise"),
    "mk": ("прочитај повеќе", "прочитајте повеќе", "повеќе", "продолжи со читање", "дознај повеќе"),
    "bg": ("прочети повече", "прочетете повече", "прочети още", "виж повече", "вижте повече", "още", "продължете с четенето", "към статията", "научете повече", "продължаване на четенето"),
    "ru": ("читать далее", "читать дальше", "подробнее", "читать полностью", "читать ещё", "читать еще", "читать больше", "узнать больше", "продолжить чтение", "далее", "читать статью", "читать всё", "узнать подробнее", "полный текст"),
    "uk": ("читати далі", "читати більше", "детальніше", "докладніше", "продовжити читання", "далі", "читати повністю", "дізнатися більше", "продовжуйте читати"),
    "be": ("чытаць далей", "чытаць больш", "падрабязней", "падрабязьней", "працягнуць чытанне"),
    "hu": ("tovább olvasom", "olvass tovább", "tovább", "bővebben", "részletek", "olvasás folytatása", "tovább a cikkhez", "teljes cikk", "elolvasom", "tovább olvasás"),
    "ro": ("citește mai mult", "citeste mai mult", "citiți mai mult", "citește mai departe", "citeste mai departe", "află mai multe", "afla mai multe", "continuă lectura", "continuă să citești", "mai mult", "vezi mai mult", "detalii", "citește tot articolul", "mai multe detalii", "citește articolul"),
    "sq": ("lexo më shumë", "lexo me shume", "vazhdo leximin", "më shumë", "lexoni më shumë"),
    "el": ("διαβάστε περισσότερα", "περισσότερα", "διαβάστε τη συνέχεια", "συνέχεια ανάγνωσης", "συνεχίστε την ανάγνωση", "συνέχεια", "μάθετε περισσότερα", "διάβασε περισσότερα", "δείτε περισσότερα"),
    "tr": ("devamını oku", "devamı", "daha fazla oku", "daha fazlası", "devamını okuyun", "okumaya devam et", "daha fazla bilgi", "detaylar", "yazının devamı", "haberin devamı", "okumaya devam edin"),
    "az": ("ətraflı oxu", "daha çox oxu", "ətraflı", "davamını oxu", "oxumağa davam et"),
    "kk": ("толығырақ", "толығырақ оқу", "ары қарай оқу"),
    "uz": ("batafsil", "davomini o‘qish", "davomini o'qish", "ko‘proq o‘qish", "батафсил"),
    "ky": ("кененирээк", "толугураак"),
    "mn": ("дэлгэрэнгүй", "цааш унших"),
    "hy": ("կարդալ ավելին", "շարունակել կարդալ", "ավելին"),
    "ka": ("გაიგე მეტი", "სრულად ნახვა", "ვრცლად", "მეტის წაკითხვა", "გააგრძელე კითხვა"),
    "ar": ("اقرأ المزيد", "قراءة المزيد", "إقرأ المزيد", "أقرأ المزيد", "المزيد", "اقرأ أكثر", "تابع القراءة", "متابعة القراءة", "اكمل القراءة", "أكمل القراءة", "أكمل قراءة", "للمزيد", "اقرأ المزيد عن", "التفاصيل", "عرض المزيد", "مزيد من المعلومات", "اعرف المزيد"),
    "fa": ("ادامه مطلب", "ادامه‌ی مطلب", "ادامهٔ مطلب", "ادامه ی مطلب", "بیشتر بخوانید", "بیشتر بدانید", "مطالعه بیشتر", "خواندن ادامه", "ادامه خواندن", "مشاهده بیشتر", "ادامه نوشته", "اطلاعات بیشتر", "مطلب کامل"),
    "ur": ("مزید پڑھیں", "مزید پڑھئے", "مکمل پڑھیں", "پڑھنا جاری رکھیں", "مزید"),
    "ps": ("نور ولولئ", "نور یې ولولئ"),
    "ckb": ("زیاتر بخوێنەوە", "خوێندنەوەی زیاتر"),
    "he": ("קרא עוד", "קראו עוד", "המשך קריאה", "להמשך קריאה", "המשך לקרוא", "לקריאת ההמשך", "קרא/י עוד", "למידע נוסף", "עוד", "להמשיך לקרוא"),
    "hi": ("और पढ़ें", "और पढ़ें", "अधिक पढ़ें", "आगे पढ़ें", "पूरा पढ़ें", "पढ़ना जारी रखें", "अधिक जानें", "विस्तार से पढ़ें"),
    "mr": ("अधिक वाचा", "पुढे वाचा", "वाचन सुरू ठेवा"),
    "ne": ("थप पढ्नुहोस्", "पूरा पढ्नुहोस्", "अझै पढ्नुहोस्", "पढ्न जारी राख्नुहोस्"),
    "bn": ("আরও পড়ুন", "আরো পড়ুন", "বিস্তারিত পড়ুন", "বিস্তারিত", "পড়া চালিয়ে যান", "সম্পূর্ণ পড়ুন"),
    "gu": ("વધુ વાંચો", "આગળ વાંચો"),
    "pa": ("ਹੋਰ ਪੜ੍ਹੋ", "ਅੱਗੇ ਪੜ੍ਹੋ"),
    "ta": ("மேலும் படிக்க", "மேலும் வாசிக்க", "தொடர்ந்து படிக்க", "மேலும் படிக்கவும்"),
    "te": ("ఇంకా చదవండి", "మరింత చదవండి"),
    "kn": ("ಮತ್ತಷ್ಟು ಓದಿ", "ಇನ್ನಷ್ಟು ಓದಿ"),
    "ml": ("കൂടുതൽ വായിക്കുക", "തുടർന്നു വായിക്കുക", "തുടർന്ന് വായിക്കുക"),
    "si": ("තවත් කියවන්න", "වැඩිදුර කියවන්න"),
    "th": ("อ่านต่อ", "อ่านเพิ่มเติม", "อ่านเพิ่ม", "อ่านทั้งหมด", "ดูเพิ่มเติม", "รายละเอียดเพิ่มเติม", "อ่านรายละเอียด"),
    "lo": ("ອ່ານຕໍ່", "ອ່ານເພີ່ມເຕີມ"),
    "km": ("អានបន្ត", "អានបន្ថែម"),
    "my": ("ဆက်လက်ဖတ်ရှုရန်", "ပိုမိုဖတ်ရှုရန်", "ဆက်ဖတ်ရန်"),
    "vi": ("đọc thêm", "xem thêm", "đọc tiếp", "xem tiếp", "tiếp tục đọc", "chi tiết", "xem chi tiết", "tìm hiểu thêm"),
    "id": ("baca selengkapnya", "selengkapnya", "baca lebih lanjut", "lanjutkan membaca", "baca juga", "lebih lanjut", "lanjut baca", "lihat selengkapnya"),
    "ms": ("baca lagi", "baca lanjut", "teruskan membaca", "baca seterusnya", "ketahui lebih lanjut"),
    "tl": ("magbasa pa", "basahin pa", "ipagpatuloy ang pagbabasa", "magpatuloy sa pagbabasa"),
    "zh": ("阅读更多", "閱讀更多", "继续阅读", "繼續閱讀", "查看更多", "了解更多", "阅读全文", "閱讀全文", "更多", "查看全文", "查看详情", "查看詳情", "继续阅读全文", "详细内容", "瞭解更多", "展开全文", "全文"),
    "ja": ("続きを読む", "続きを見る", "続きはこちら", "もっと読む", "もっと見る", "詳細を見る", "詳しくはこちら", "全文を読む", "記事を読む", "この記事を読む", "詳細はこちら", "さらに読む", "の続きを読む"),
    "ko": ("더 읽기", "더 보기", "더보기", "계속 읽기", "자세히 보기", "자세히보기", "전체 보기", "더 알아보기", "계속 읽어보기"),
    "sw": ("soma zaidi", "endelea kusoma"),
    "af": ("lees meer", "lees verder", "gaan voort om te lees"),
    "cy": ("darllen mwy", "darllen rhagor", "parhau i ddarllen"),
    "ga": ("léigh tuilleadh", "tuilleadh eolais", "lean ar aghaidh ag léamh"),
    "eo": ("legi pli", "legu pli", "daŭrigi legadon"),
    "mt": ("aqra aktar",),
    "so": ("akhri wax badan", "akhriso wax dheeraad ah"),
    "am": ("ተጨማሪ ያንብቡ", "ሙሉውን ያንብቡ", "ማንበብ ቀጥል"),
    "ht": ("li plis", "kontinye li"),
}  # fmt: skip

# What may stand between a read-more phrase and the title that it names.
CONNECTORS = (
    "about", "of", "on", "the post", "article", "post", "über", "zu", "von", "de", "de l’article", "sur", "sobre", "acerca de", "di", "su",
    "over", "van", "om", "o", "про", "о", "об", "عن", "حول", "درباره", "על", "the article", "dell’articolo", "à propos de", "for", "from",
)  # fmt: skip

# What follows the title where the language puts the verb last ("“Title” weiterlesen", "“Title” の続きを読む").
AFTER_TITLE = (
    "weiterlesen", "verder lezen", "の続きを読む", "を続きを読む", "続きを読む", "더보기", "더 읽기", "계속 읽기", "yazısının devamını oku", "yazısına devam et", "devamını oku",
    "lukemista", "artikkelin lukemista", "című bejegyzés olvasásának folytatása", "olvasásának folytatása", "bővebben", "tovább", "irakurtzen jarraitu", "पढ़ना जारी रखें",
    "read more", "continue reading", "читать далее", "читать дальше", "läs mer", "davamını oxu", "lesen", "loe edasi",
)  # fmt: skip

# A whole short text that is template, and nothing of the resource. Lower case; digits are written 0.
LABELS: tuple[str, ...] = (
    # English
    "tags", "tag", "tagged", "tagged with", "tagged in", "tagged as", "category", "categories", "filed under", "filed in", "posted in", "posted on", "posted by", "posted", "published", "published on", "published by",
    "published in", "written by", "by", "on", "in", "author", "authors", "date", "share", "share this", "share this post", "share on", "share on facebook", "share on twitter", "share on x", "share on linkedin", "share on whatsapp", "share via email", "tweet", "tweet this", "pin it",
    "pin", "email", "print", "like", "like this", "like loading", "loading", "related", "related posts", "related articles", "related content", "you may also like", "no comments", "no comments yet", "comments", "comment", "leave a comment", "leave a reply", "leave comment", "add comment",
    "add a comment", "post a comment", "comments off", "comments are closed", "0 comments", "0 comment", "one comment", "0 responses", "0 replies", "reply", "permalink", "link", "edit", "edit this", "edit post", "edit page", "(edit)", "skip to content", "skip to main content",
    "skip to navigation", "menu", "search", "home", "next", "previous", "prev", "newer", "older", "next page", "previous page", "older posts", "newer posts", "next post", "previous post", "back", "back to top", "top", "featured", "sticky", "sticky post", "featured post", "pinned",
    "new", "download", "downloads", "download pdf", "view pdf", "updated", "updated on", "last updated", "last updated on", "last modified", "last modified on", "modified", "type", "topic", "topics", "0 min read", "0 mins read", "0 minute read", "0 minutes read", "0 minutes",
    "0 min", "0 views", "views", "0 shares", "shares", "0 likes", "likes", "reading time", "estimated reading time", "reading time: 0 minutes", "facebook", "twitter", "linkedin", "whatsapp", "instagram", "youtube", "telegram", "pinterest", "reddit", "tumblr", "copy link", "x",
    "subscribe", "sign up", "log in", "login", "register", "close", "open", "show", "hide", "expand", "collapse", "view all", "see all", "all posts", "archive", "archives", "uncategorized", "source", "sources", "via", "image", "photo", "photo by", "credit", "advertisement", "sponsored", "ad",
    "more", "details", "»", "continue", "toggle navigation", "table of contents", "contents", "post navigation", "posts navigation", "page", "0", "thumbnail", "featured image", "no image", "play", "video", "audio", "words", "0 words", "about 0 words", "less than 0 minute", "less than a minute",
    "written on", "created", "created on", "created by", "submitted by", "submitted by admin", "post date", "post author", "post category", "post tags", "post comments", "reading time", "post published", "post last modified", "post views", "a minute read", "view", "read", "0 read",
    # German
    "schlagwörter", "schlagworte", "schlagwort", "kategorie", "kategorien", "veröffentlicht", "veröffentlicht am", "veröffentlicht von", "veröffentlicht in", "verfasst von", "geschrieben von", "von", "am", "teilen", "diesen beitrag teilen", "teilen auf", "drucken", "kommentar", "kommentare", "0 kommentare", "0 kommentar", "keine kommentare",
    "kommentar hinterlassen", "schreibe einen kommentar", "einen kommentar schreiben", "hinterlasse einen kommentar", "zum inhalt springen", "suche", "startseite", "ältere beiträge", "neuere beiträge", "nächste", "vorherige", "weiter", "zurück", "nach oben", "autor", "datum", "aktualisiert", "aktualisiert am", "mehr", "0 min. lesezeit", "lesezeit", "0 minuten lesezeit", "bearbeiten", "verschlagwortet mit", "ähnliche beiträge", "das könnte dich auch interessieren", "herunterladen", "beitrag teilen",
    # French
    "étiquettes", "étiquette", "mots-clés", "mots clés", "catégorie", "catégories", "publié", "publié le", "publié par", "publié dans", "par", "le", "auteur", "partager", "partager sur", "partager sur facebook", "imprimer", "commentaire", "commentaires", "0 commentaire", "0 commentaires", "aucun commentaire", "laisser un commentaire", "laissez un commentaire", "aller au contenu", "passer au contenu", "accéder au contenu principal", "rechercher",
    "accueil", "articles plus anciens", "articles plus récents", "suivant", "précédent", "mis à jour", "mis à jour le", "modifier", "étiqueté", "articles similaires", "articles liés", "télécharger", "classé dans", "marqué", "0 min de lecture", "temps de lecture", "plus",
    # Spanish, Portuguese, Catalan, Galician, Italian
    "etiquetas", "etiqueta", "etiquetado", "categoría", "categorías", "publicado", "publicado el", "publicado por", "publicado en", "por", "autor", "autora", "compartir", "compartir en", "compartir esto", "imprimir", "comentario", "comentarios", "0 comentarios", "0 comentario", "sin comentarios", "deja un comentario", "deja una respuesta", "dejar un comentario", "saltar al contenido", "ir al contenido", "buscar", "inicio", "siguiente", "anterior",
    "entradas anteriores", "entradas siguientes", "entradas más antiguas", "actualizado", "actualizado el", "editar", "relacionado", "entradas relacionadas", "artículos relacionados", "descargar", "más", "0 min de lectura", "tiempo de lectura", "archivado en", "facebook twitter",
    "categoria", "categorias", "publicado em", "compartilhar", "compartilhe", "partilhar", "comentários", "0 comentários", "sem comentários", "deixe um comentário", "deixar um comentário", "deixe uma resposta", "pular para o conteúdo", "saltar para o conteúdo", "pesquisar", "próximo", "marcado", "marcado com", "atualizado em", "0 min de leitura", "artigos relacionados", "mais", "baixar",
    "etiquetes", "categories", "deixa un comentari", "publicat el", "comparteix", "tag", "etichette", "categorie", "pubblicato", "pubblicato il", "pubblicato da", "pubblicato in", "di", "da", "autore", "condividi", "condividi su", "stampa", "commento", "commenti", "0 commenti", "0 commento", "nessun commento", "lascia un commento", "vai al contenuto", "salta al contenuto", "cerca", "successivo", "precedente", "aggiornato il", "modifica", "articoli correlati", "scarica", "contrassegnato da tag", "contrassegnato", "0 min di lettura",
    # Dutch, Nordic, Finnish
    "trefwoorden", "labels", "categorieën", "gepubliceerd", "gepubliceerd op", "geplaatst op", "geplaatst door", "geplaatst in", "door", "auteur", "delen", "deel dit", "afdrukken", "reacties", "reactie", "0 reacties", "geen reacties", "laat een reactie achter", "geef een reactie", "plaats een reactie", "ga naar de inhoud", "doorgaan naar inhoud", "zoeken", "volgende", "vorige", "bewerken", "gerelateerde berichten", "getagged", "downloaden",
    "kategori", "kategorier", "emneord", "etiketter", "taggar", "stikord", "udgivet", "udgivet i", "udgivet den", "udgivet af", "af", "skrevet av", "skrevet af", "publisert", "publisert i", "publisert av", "publicerat", "publicerad", "publicerat i", "publicerat av", "av", "dela", "del", "del på", "dela på", "kommentarer", "ingen kommentarer", "inga kommentarer", "0 kommentarer", "lämna en kommentar", "lämna ett svar", "legg igjen en kommentar", "legg igjen et svar", "skriv en kommentar", "læg en kommentar", "skriv et svar", "hoppa till innehåll", "hopp til innhold", "gå til indhold", "videre til indhold", "gå direkt till innehåll", "sök", "søg", "søk", "märkt", "skrivet av",
    "avainsanat", "kategoriat", "kategoria", "julkaistu", "julkaissut", "kirjoittanut", "kirjoittaja", "jaa", "kommentit", "kommentti", "ei kommentteja", "0 kommenttia", "jätä kommentti", "kommentoi", "siirry sisältöön", "haku", "avainsana", "muokkaa",
    # Polish, Czech, Slovak, Slovene, Croatian, Hungarian, Romanian, Baltic
    "tagi", "tag", "kategorie", "kategoria", "opublikowano", "opublikowane", "opublikowane przez", "opublikowany", "przez", "autor", "udostępnij", "drukuj", "komentarze", "komentarz", "brak komentarzy", "0 komentarzy", "dodaj komentarz", "zostaw komentarz", "przejdź do treści", "szukaj", "następny", "poprzedni", "edytuj", "otagowano", "dodaj odpowiedź",
    "štítky", "štítek", "rubriky", "rubrika", "kategórie", "publikováno", "publikované", "publikoval", "vydáno", "od", "sdílet", "zdieľať", "vytisknout", "komentáře", "komentář", "komentáre", "žádné komentáře", "0 komentářů", "napsat komentář", "napsat komentář k", "pridať komentár", "přejít k obsahu webu", "přejít k obsahu", "preskočiť na obsah", "hledat", "hľadať", "oznake", "značky", "oznaka", "kategorija", "kategorije", "objavljeno", "objavio", "objavil", "podijeli", "deli", "komentari", "komentiraj", "ostavi komentar", "ostavite komentar", "dodaj komentar", "nema komentara", "skoči na sadržaj", "traži",
    "címkék", "címke", "kategória", "kategóriák", "közzétéve", "megjelent", "szerző", "írta", "megosztás", "nyomtatás", "hozzászólás", "hozzászólások", "0 hozzászólás", "nincs hozzászólás", "szólj hozzá", "ugrás a tartalomhoz", "tartalomhoz", "keresés", "etichete", "etichetă", "categorie", "categorii", "publicat", "publicat pe", "publicat la", "publicat de", "publicat în", "de", "distribuie", "comentarii", "0 comentarii", "niciun comentariu", "lasă un comentariu", "lasa un comentariu", "sari la conținut", "caută", "žymos", "žyma", "kategorijos", "paskelbta", "komentarai", "palikti komentarą", "birkas", "birka", "kategorijas", "publicēts", "komentāri", "sildid", "silt", "kategooriad", "postitatud", "kommentaarid", "lisa kommentaar",
    # Cyrillic
    "метки", "метка", "теги", "тег", "рубрика", "рубрики", "категория", "категории", "опубликовано", "опубликовано в", "автор", "от", "автор записи", "дата", "поделиться", "поделиться в", "поделиться ссылкой", "печать", "комментарии", "комментарий", "0 комментариев", "0 комментария", "0 комментарий", "нет комментариев", "комментариев нет", "комментариев", "добавить комментарий", "оставить комментарий", "оставьте комментарий", "перейти к содержимому", "перейти к содержанию", "поиск", "главная", "далее", "назад", "следующая", "предыдущая", "следующая запись", "предыдущая запись", "изменить", "редактировать", "скачать", "похожие записи", "запись опубликована", "время чтения", "с метками", "помечено",
    "позначки", "позначка", "категорія", "категорії", "опубліковано", "опублікував", "від", "поділитися", "коментарі", "коментар", "0 коментарів", "немає коментарів", "залишити коментар", "прокоментувати", "перейти до вмісту", "пошук", "етикети", "етикет", "публикувано", "публикувано на", "публикувано в", "публикувано от", "споделете", "сподели", "коментари", "0 коментара", "вашият коментар", "оставете коментар", "към съдържанието", "търсене", "ознаке", "категорије", "објављено", "поделите", "оставите коментар", "скочи на садржај", "ознаки",
    # Greek, Turkish
    "ετικέτες", "ετικέτα", "κατηγορία", "κατηγορίες", "δημοσιεύτηκε", "δημοσιεύθηκε", "αναρτήθηκε", "από", "κοινοποίηση", "σχόλια", "0 σχόλια", "κανένα σχόλιο", "αφήστε ένα σχόλιο", "αφήστε σχόλιο", "μετάβαση στο περιεχόμενο", "αναζήτηση", "etiketler", "etiket", "kategori", "kategoriler", "yayınlandı", "yayım tarihi", "yayınlanma tarihi", "yazar", "yazan", "tarafından", "paylaş", "yazdır", "yorum", "yorumlar", "0 yorum", "yorum yok", "yorum yapın", "yorum yaz", "bir yorum bırakın", "bir yanıt yazın", "içeriğe geç", "içeriğe atla", "ara", "etiketlendi",
    # Arabic, Persian, Urdu, Hebrew
    "الوسوم", "وسوم", "الوسم", "التصنيف", "التصنيفات", "تصنيفات", "نشر في", "نُشر في", "نشرت في", "نشرت بواسطة", "نشر بواسطة", "بواسطة", "الكاتب", "كتبه", "بقلم", "مشاركة", "شارك", "شارك هذا", "طباعة", "تعليقات", "التعليقات", "لا تعليقات", "لا توجد تعليقات", "0 تعليقات", "0 تعليق", "اترك تعليقا", "اترك تعليقاً", "أضف تعليق", "انتقل إلى المحتوى", "التجاوز إلى المحتوى", "تخطى إلى المحتوى", "بحث", "التالي", "السابق", "الرئيسية", "تحميل", "مقالات ذات صلة",
    "برچسب", "برچسب‌ها", "برچسب ها", "برچسبها", "دسته", "دسته‌بندی", "دسته‌ها", "دسته بندی", "نوشته شده در", "نوشته شده توسط", "ارسال شده در", "ارسال شده توسط", "منتشر شده در", "توسط", "نویسنده", "اشتراک گذاری", "اشتراک‌گذاری", "دیدگاه", "دیدگاه‌ها", "0 دیدگاه", "بدون دیدگاه", "دیدگاهی بنویسید", "دیدگاهتان را بنویسید", "پاسخ دهید", "رفتن به محتوا", "پرش به محتوا", "جستجو", "بعدی", "قبلی", "خانه", "דלג לתוכן", "תגיות", "תגית", "קטגוריה", "קטגוריות", "פורסם", "פורסם ב", "פורסם על ידי", "מאת", "שתף", "שיתוף", "תגובות", "אין תגובות", "0 תגובות", "השארת תגובה", "הוסף תגובה", "חיפוש", "ٹیگز", "زمرہ", "تبصرہ", "تبصرے", "تبصرہ کریں",
    # South and South-East Asia
    "टैग", "श्रेणी", "श्रेणियाँ", "प्रकाशित", "द्वारा", "लेखक", "साझा करें", "शेयर करें", "टिप्पणी", "टिप्पणियाँ", "टिप्पणी करें", "एक टिप्पणी छोड़ें", "ट्याग", "ট্যাগ", "ট্যাগসমূহ", "বিভাগ", "প্রকাশিত", "লেখক", "শেয়ার করুন", "মন্তব্য", "মন্তব্য করুন", "குறிச்சொற்கள்", "வகைகள்", "பகிர்", "கருத்துகள்",
    "ป้ายกำกับ", "แท็ก", "หมวดหมู่", "หมวด", "เผยแพร่", "เผยแพร่เมื่อ", "เผยแพร่ใน", "โพสต์เมื่อ", "โพสต์โดย", "โดย", "เขียนโดย", "ผู้เขียน", "แชร์", "แบ่งปัน", "พิมพ์", "ความเห็น", "ความคิดเห็น", "0 ความเห็น", "ไม่มีความเห็น", "แสดงความเห็น", "ใส่ความเห็น", "ทิ้งคำตอบไว้", "ข้ามไปยังเนื้อหา", "ค้นหา", "ถัดไป", "ก่อนหน้า", "ติดป้ายกำกับ",
    "thẻ", "từ khóa", "chuyên mục", "danh mục", "đăng trong", "đăng bởi", "đăng ngày", "đăng vào", "được đăng bởi", "bởi", "tác giả", "chia sẻ", "in", "bình luận", "0 bình luận", "không có bình luận", "để lại bình luận", "để lại một bình luận", "bỏ qua nội dung", "chuyển đến nội dung", "tìm kiếm", "bagikan", "bagikan ini", "ditulis oleh", "diposting pada", "diposting oleh", "diterbitkan", "diterbitkan pada", "oleh", "kategori", "tag", "komentar", "0 komentar", "tidak ada komentar", "tinggalkan komentar", "tinggalkan balasan", "langsung ke konten", "lewati ke konten", "cari", "tinggalkan ulasan",
    # East Asia
    "标签", "標籤", "標簽", "分类", "分類", "发布于", "發佈於", "发表于", "發表於", "发布", "作者", "作者:", "分享", "分享到", "打印", "评论", "評論", "留言", "暂无评论", "没有评论", "0 条评论", "0条评论", "发表评论", "發表評論", "发表回复", "發佈留言", "跳至内容", "跳至內容", "跳至主要内容", "搜索", "搜尋", "下一页", "上一页", "首页", "下载", "由", "日期", "更新于", "更新時間", "阅读时间", "阅读", "相关文章",
    "タグ", "カテゴリー", "カテゴリ", "投稿日", "投稿者", "作成者", "公開日", "更新日", "著者", "共有", "シェア", "シェアする", "印刷", "コメント", "コメントする", "コメントを残す", "コメントなし", "0 コメント", "0件のコメント", "コンテンツへスキップ", "内容をスキップ", "検索", "次へ", "前へ", "ホーム", "関連記事", "最終更新日", "태그", "카테고리", "분류", "게시일", "작성일", "작성자", "글쓴이", "게시됨", "공유", "공유하기", "인쇄", "댓글", "댓글 0개", "댓글 없음", "댓글 남기기", "댓글 달기", "콘텐츠로 건너뛰기", "컨텐츠로 건너뛰기", "본문으로 건너뛰기", "검색", "다음", "이전", "홈",
)  # fmt: skip
