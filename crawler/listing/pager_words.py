"""What pagers say: "next", "older", "previous", "newer", "load more" and "last" in the world's languages.

Each language gives six lists of phrases, in that order, parted by "|". `*` stands for any ending of the word. Phrases are
matched as whole words, but anywhere in the text for scripts that write no spaces. A phrase of two kinds counts as both:
which of them it means is then decided by the address.
"""

from __future__ import annotations

import enum
import re
from functools import lru_cache


class Says(enum.IntFlag):
    """What the words (or the signs) of a link say about where it leads."""

    NOTHING = 0
    NEXT = 1
    OLDER = 2
    PREVIOUS = 4
    NEWER = 8
    MORE = 16
    LAST = 32
    FORWARD_SIGN = 64
    BACK_SIGN = 128


KINDS = (Says.NEXT, Says.OLDER, Says.PREVIOUS, Says.NEWER, Says.MORE, Says.LAST)

PHRASES: dict[str, tuple[str, str, str, str, str, str]] = {
    "af": ("volgende", "ouer", "vorige", "nuwer", "laai meer|wys meer", "laaste"),
    "ar": (
        "التالي*|القادم*|تالي",
        "الأقدم|أقدم|اقدم|الاقدم|قديم*|سابقة أقدم",
        "السابق*|سابق",
        "الأحدث|أحدث|احدث",
        "تحميل المزيد|عرض المزيد|المزيد|حمل المزيد|مزيد من",
        "الأخير*|الاخير*",
    ),
    "az": ("növbəti|sonrakı|irəli", "köhnə|daha köhnə", "əvvəlki|geri", "yeni|daha yeni", "daha çox", "sonuncu"),
    "be": (
        "наступн*|далей",
        "старэйш*|раней*",
        "папярэдн*|назад",
        "навейш*|навей*",
        "паказаць яшчэ|загрузіць яшчэ",
        "апошн*",
    ),
    "bg": ("следващ*|напред", "по-стар*|стари", "предишн*|назад", "по-нов*", "зареди още|покажи още|още", "последн*"),
    "bn": ("পরবর্তী|পরের", "পুরনো|পুরোনো|পুরাতন", "পূর্ববর্তী|আগের", "নতুন", "আরও দেখুন|আরো দেখুন|আরও", "শেষ"),
    "bs": ("sljedeć*|naprijed", "starij*", "prethodn*|nazad", "novij*", "učitaj još|prikaži više", "zadnj*|posljednj*"),
    "ca": (
        "següent*|endavant",
        "més antic*|més antigues|anteriors",
        "anterior|enrere|prèvia",
        "més recents|més nous|més noves",
        "carrega'n més|mostra'n més|carregar més|més entrades",
        "últim*|darrer*",
    ),
    "cs": (
        "další|následující|dále|vpřed|příští",
        "starší",
        "předchozí|předešlá|zpět",
        "novější",
        "načíst další|zobrazit další|více|zobrazit více",
        "poslední",
    ),
    "cy": ("nesaf", "hŷn|hynach", "blaenorol", "mwy newydd|diweddarach", "llwytho mwy|dangos mwy", "olaf"),
    "da": ("næste|frem", "ældre", "forrige|tilbage", "nyere", "indlæs flere|vis flere|hent flere|se flere", "sidste"),
    "de": (
        "nächste*|weiter|folgende*|vorwärts|vor",
        "ältere*|aeltere*",
        "vorherige*|vorige*|zurück|zurueck",
        "neuere*|jüngere*|aktuellere*",
        "mehr laden|mehr anzeigen|weitere laden|weitere anzeigen|mehr beiträge|weitere beiträge|weitere artikel|mehr",
        "letzte*",
    ),
    "el": (
        "επόμεν*",
        "παλαιότερ*|παλιότερ*",
        "προηγούμεν*",
        "νεότερ*|νεώτερ*",
        "περισσότερα|φόρτωση περισσότερων",
        "τελευταί*",
    ),
    "en": (
        "next|forward|continue to page",
        "older|earlier|back in time",
        "previous|prev|back",
        "newer|later|more recent",
        "load more|show more|view more|see more|more posts|more articles|more news|more results|more items|see posts|more",
        "last|final page|end",
    ),
    "eo": ("sekva*|sekvanta*", "pli malnova*|malnovaj", "antaŭa*", "pli nova*", "montri pli|ŝargi pli", "lasta*"),
    "es": (
        "siguiente*|próxim*|proxim*|adelante",
        "más antigu*|antigu*|anteriores",
        "anterior|previo|previa|atrás",
        "más recientes|más nuev*|recientes|posteriores",
        "cargar más|ver más|mostrar más|más entradas|más noticias|más artículos|más resultados",
        "últim*|ultim*",
    ),
    "et": ("järgmi*|edasi", "vanema*", "eelmi*|tagasi", "uuema*", "laadi veel|näita veel|rohkem", "viimane"),
    "eu": ("hurrengo*", "zaharrago*", "aurreko*", "berriago*", "gehiago kargatu|gehiago erakutsi|gehiago", "azken*"),
    "fa": (
        "بعدی|بعد|صفحه بعد",
        "قدیمی‌تر|قدیمی تر|قدیمیتر",
        "قبلی|قبل",
        "جدیدتر|تازه‌تر",
        "بیشتر|نمایش بیشتر",
        "آخرین|آخر",
    ),
    "fi": (
        "seuraava*|eteenpäin",
        "vanhem*|aiemmat",
        "edelli*|takaisin",
        "uudem*|uudemmat",
        "lataa lisää|näytä lisää|lisää",
        "viimei*",
    ),
    "fr": (
        "suivant*|prochain*|page suivante",
        "plus ancien*|ancien*|précédents|précédentes|antérieur*",
        "précédent*|precedent*|précdent|retour",
        "plus récent*|récent*|plus nouveaux",
        "charger plus|voir plus|afficher plus|plus d'articles|plus d’articles|plus de résultats",
        "dernière|dernier|fin",
    ),
    "ga": (
        "ar aghaidh|chéad eile|an chéad eile",
        "níos sine",
        "roimhe|siar",
        "níos nuaí|níos déanaí",
        "tuilleadh",
        "deireadh",
    ),
    "gl": (
        "seguinte*|próxim*",
        "máis antig*|anteriores",
        "anterior",
        "máis recentes|máis nov*",
        "cargar máis|ver máis|amosar máis",
        "últim*",
    ),
    "gu": ("આગળ|આગલું", "જૂની|જૂના", "પાછળ|પાછલું", "નવી|નવા", "વધુ", "છેલ્લું"),
    "he": (
        "הבא|הבאה|הבאים|לעמוד הבא",
        "ישנים יותר|ישנות יותר|ישן יותר|קודמות",
        "הקודם|הקודמת|קודם",
        "חדשים יותר|חדשות יותר|חדש יותר",
        "טען עוד|עוד|הצג עוד|טעינת עוד",
        "אחרון|האחרון",
    ),
    "hi": ("अगला|अगले|अगली|आगे", "पुराने|पुरानी", "पिछला|पिछले|पिछली|पीछे", "नए|नये|नवीन", "और देखें|अधिक|और लोड करें", "अंतिम"),
    "hr": (
        "sljedeć*|naprijed|iduć*",
        "starij*",
        "prethodn*|natrag",
        "novij*",
        "učitaj više|prikaži više|još",
        "zadnj*",
    ),
    "hu": (
        "következő*|tovább|előre",
        "régebbi*|korábbi*",
        "előző*|vissza",
        "újabb*|frissebb*",
        "több betöltése|továbbiak|több|még több",
        "utolsó",
    ),
    "hy": ("հաջորդ*", "ավելի հին|հին", "նախորդ*", "ավելի նոր|նոր", "ավելին|բեռնել", "վերջին"),
    "id": (
        "berikut*|selanjutnya|lanjut",
        "lebih lama|lama|terdahulu",
        "sebelum*|kembali",
        "lebih baru|terbaru",
        "muat lebih|muat lagi|lebih banyak|tampilkan lebih|selengkapnya",
        "terakhir",
    ),
    "is": ("næst*|áfram", "eldri", "fyrri|til baka", "nýrri", "sýna meira|hlaða fleiri|sjá fleiri", "síðast*"),
    "it": (
        "successiv*|prossim*|seguente|seguenti|avanti",
        "più vecchi*|meno recenti|più datati|vecchi|precedenti",
        "precedente|indietro",
        "più recent*|più nuovi|recenti",
        "carica altr*|mostra altr*|vedi altr*|altri articoli|altre notizie|carica di più",
        "ultim*",
    ),
    "ja": (
        "次|つぎ|進む",
        "以前の|古い|過去の",
        "前へ|前の|戻る|前ページ|≪前",
        "新しい|最近の",
        "もっと見る|もっと読む|さらに",
        "最後",
    ),
    "ka": ("შემდეგი|შემდეგ", "ძველი|უფრო ძველი", "წინა", "ახალი|უფრო ახალი", "მეტი|მეტის ნახვა", "ბოლო"),
    "kk": ("келесі|алға", "ескірек|ескі", "алдыңғы|артқа", "жаңарақ|жаңа", "тағы|көбірек", "соңғы"),
    "km": ("បន្ទាប់", "ចាស់ជាង|ចាស់", "មុន", "ថ្មីជាង|ថ្មី", "បន្ថែម", "ចុងក្រោយ"),
    "ko": (
        "다음",
        "이전 글|이전 게시물|오래된|지난 글",
        "이전",
        "최신|새로운|최근",
        "더 보기|더보기|더 불러오기",
        "마지막|끝",
    ),
    "lo": ("ຕໍ່ໄປ|ຖັດໄປ", "ເກົ່າກວ່າ|ເກົ່າ", "ກ່ອນໜ້າ|ກ່ອນ", "ໃໝ່ກວ່າ|ໃໝ່", "ເພີ່ມເຕີມ", "ສຸດທ້າຍ"),
    "lt": (
        "kit*|toliau|pirmyn|sekant*",
        "senesn*",
        "ankstesn*|atgal",
        "naujesn*",
        "rodyti daugiau|daugiau|įkelti daugiau",
        "paskutin*",
    ),
    "lv": (
        "nākam*|tālāk|uz priekšu",
        "vecāk*",
        "iepriekšēj*|atpakaļ",
        "jaunāk*",
        "rādīt vairāk|vairāk|ielādēt vēl",
        "pēdēj*",
    ),
    "mk": ("следн*|напред", "постар*", "претходн*|назад", "понов*", "вчитај повеќе|прикажи повеќе|повеќе", "последн*"),
    "mn": ("дараах|дараагийн", "хуучин", "өмнөх", "шинэ", "цааш үзэх|илүү", "сүүлийн"),
    "mr": ("पुढील|पुढे", "जुने|जुन्या", "मागील|मागे", "नवीन", "अधिक", "शेवटचे"),
    "ms": (
        "seterusnya|berikut*",
        "lebih lama|lama",
        "sebelum*",
        "lebih baru|terbaru",
        "muat lagi|lihat lagi|lebih banyak",
        "terakhir",
    ),
    "my": ("နောက်သို့|ရှေ့သို့|နောက်ထပ်|နောက်တစ်ခု", "ပိုဟောင်း|အဟောင်း", "ယခင်", "ပိုသစ်|အသစ်", "ပိုမို", "နောက်ဆုံး"),
    "nb": (
        "neste|frem|framover",
        "eldre",
        "forrige|tilbake",
        "nyere",
        "last inn flere|vis flere|last flere|se flere",
        "siste",
    ),
    "ne": ("अर्को|अगाडि|पछिल्लो पृष्ठ", "पुराना|पुरानो", "अघिल्लो", "नयाँ", "थप|थप हेर्नुहोस्", "अन्तिम"),
    "nl": (
        "volgende|verder",
        "ouder|oudere",
        "vorige|terug",
        "nieuwer|nieuwere|recentere",
        "meer laden|laad meer|toon meer|meer berichten|meer tonen|meer",
        "laatste",
    ),
    "nn": ("neste|fram", "eldre", "førre|tilbake", "nyare", "last inn fleire|vis fleire", "siste"),
    "pa": ("ਅਗਲਾ|ਅਗਲੇ|ਅੱਗੇ", "ਪੁਰਾਣੇ|ਪੁਰਾਣੀਆਂ", "ਪਿਛਲਾ|ਪਿਛਲੇ|ਪਿੱਛੇ", "ਨਵੇਂ|ਨਵੀਆਂ", "ਹੋਰ", "ਆਖਰੀ"),
    "pl": (
        "następn*|dalej|kolejn*",
        "starsze|wcześniejsze",
        "poprzedni*|wstecz|wróć",
        "nowsze|późniejsze",
        "załaduj więcej|pokaż więcej|więcej|wczytaj więcej",
        "ostatni*",
    ),
    "ps": ("راتلونکی|بل", "زاړه|زړې", "مخکینی|پخوانی", "نوي|نوې", "نور", "وروستی"),
    "pt": (
        "próxim*|proxim*|seguinte*|avançar",
        "mais antig*|antig*|anteriores",
        "anterior|voltar|prévia",
        "mais recentes|mais nov*|recentes",
        "carregar mais|ver mais|mostrar mais|mais notícias|mais artigos|mais posts|mais resultados",
        "últim*",
    ),
    "ro": (
        "următo*|urmato*|înainte",
        "mai vechi",
        "anterioară|anterioare|anteriorul|precedent*|înapoi",
        "mai noi|mai recente",
        "încarcă mai mult*|mai multe|vezi mai mult*|arată mai mult*",
        "ultim*",
    ),
    "ru": (
        "следующ*|след|вперед|вперёд|далее|дальше",
        "старые|старее|более старые|более ранние|ранее|предыдущие записи|прошлые",
        "предыдущ*|пред|назад",
        "новые|более новые|новее|свежие|более поздние|следующие записи",
        "загрузить еще|загрузить ещё|показать еще|показать ещё|ещё|еще|больше",
        "последн*",
    ),
    "si": ("ඊළඟ", "පැරණි", "පෙර", "නව|අලුත්", "තවත්", "අවසාන"),
    "sk": (
        "ďalš*|nasledujúc*|ďalej",
        "starš*",
        "predchádzajúc*|späť",
        "novš*",
        "načítať ďalšie|zobraziť viac|viac",
        "posledn*",
    ),
    "sl": ("naslednj*|naprej", "starejš*", "prejšnj*|nazaj", "novejš*", "naloži več|prikaži več|več", "zadnj*"),
    "sq": (
        "tjetra|tjetër|vijues*|pasardhës*|më pas",
        "më të vjetra|të vjetra",
        "e mëparshme|mëparshm*|paraprake",
        "më të reja",
        "ngarko më shumë|më shumë",
        "fundit",
    ),
    "sr": (
        "sledeć*|следећ*|напред|napred",
        "starij*|старији|старије|старија",
        "prethodn*|претходн*|назад|nazad",
        "novij*|новији|новије",
        "učitaj još|учитај још|prikaži još|прикажи још|још",
        "poslednj*|последњ*",
    ),
    "sv": (
        "nästa|framåt",
        "äldre",
        "föregående|tillbaka|förra",
        "nyare|senare",
        "ladda fler|visa fler|läs in fler|se fler|hämta fler",
        "sista",
    ),
    "sw": (
        "ijayo|inayofuata|mbele|ifuatayo",
        "za zamani|zamani|nzee",
        "iliyotangulia|iliyopita|nyuma",
        "mpya zaidi|mpya",
        "pakia zaidi|onyesha zaidi|zaidi",
        "mwisho",
    ),
    "ta": ("அடுத்த*|அடுத்து", "பழைய", "முந்தைய|முன்", "புதிய", "மேலும்", "கடைசி"),
    "te": ("తదుపరి|తరువాత|తర్వాత", "పాత", "మునుపటి|గత", "కొత్త", "మరిన్ని", "చివరి"),
    "th": ("ถัดไป|หน้าถัดไป", "เก่ากว่า|ก่อนหน้านี้|เก่า", "ก่อนหน้า|ย้อนกลับ", "ใหม่กว่า|ล่าสุด", "เพิ่มเติม|โหลดเพิ่ม|ดูเพิ่ม", "สุดท้าย"),
    "tl": ("susunod", "mas luma|mga luma", "nakaraan|nauna", "mas bago", "magpakita pa|higit pa|mag-load pa", "huli"),
    "tr": (
        "sonraki|ileri|sıradaki",
        "eski|daha eski|önceki yazılar",
        "önceki|geri",
        "yeni|daha yeni|sonraki yazılar",
        "daha fazla|devamını yükle",
        "son sayfa|son",
    ),
    "uk": (
        "наступн*|далі|вперед",
        "старіш*|давніш*|попередні записи|раніш*",
        "попередн*|назад",
        "новіш*|свіжіш*",
        "завантажити ще|показати ще|більше|ще",
        "останн*",
    ),
    "ur": ("اگلا|اگلے|اگلی", "پرانے|پرانی|قدیم", "پچھلا|پچھلے|پچھلی", "نئے|نئی|تازہ", "مزید", "آخری"),
    "uz": (
        "keyingi|oldinga|кейинги",
        "eskiroq|eski",
        "oldingi|orqaga|аввалги",
        "yangiroq|yangi",
        "ko'proq|yana",
        "oxirgi",
    ),
    "vi": (
        "tiếp|tiếp theo|sau|trang sau|kế tiếp|tới",
        "cũ hơn|cũ",
        "trước|trang trước",
        "mới hơn|mới",
        "xem thêm|tải thêm",
        "cuối",
    ),
    "zh": (
        "下一页|下一頁|下页|下頁|后一页|後一頁|下一步|往后|后页",
        "较早|較早|较旧|較舊|更早|旧文章|舊文章|以前的|更旧|更舊|早期文章",
        "上一页|上一頁|上页|上頁|前一页|前一頁|前页",
        "较新|較新|更新的|新文章|最新文章|更新文章",
        "加载更多|加載更多|載入更多|查看更多|显示更多|顯示更多|更多",
        "末页|末頁|最后一页|最後一頁|尾页|尾頁|最后|最後",
    ),
}

FORWARD_SIGNS = frozenset("›»→>▶►⟩❯〉≫⇒⟶➔➜⏵▸▻➝➞➡⟫⯈🡒︎")
BACK_SIGNS = frozenset("‹«←<◀◄⟨❮〈≪⇐⟵⏴◂◅⬅⟪⯇🡐")
SIGNS = FORWARD_SIGNS | BACK_SIGNS

# Scripts that write no spaces (or, like Korean, join particles to words): there a phrase counts wherever it stands.
_UNSPACED = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")


_WORD = re.compile(r"\w+")


def _starts() -> dict[str, list[tuple[Says, re.Pattern[str]]]]:
    """Patterns of the spaced phrases by the first three letters of their first word: most texts hold none of these."""
    sorted_out: dict[str, dict[Says, set[str]]] = {}
    for phrases in PHRASES.values():
        for kind, alternatives in zip(KINDS, phrases, strict=True):
            for phrase in alternatives.split("|"):
                if not _UNSPACED.search(phrase) and (first := _WORD.search(phrase)):
                    sorted_out.setdefault(first.group()[:3], {}).setdefault(kind, set()).add(phrase)
    return {
        start: [(kind, _whole_words(found)) for kind, found in kinds.items()] for start, kinds in sorted_out.items()
    }


def _whole_words(phrases: set[str]) -> re.Pattern[str]:
    alternatives = "|".join(re.escape(p).replace(r"\*", r"\w*") for p in sorted(phrases, key=len, reverse=True))
    return re.compile(rf"(?<!\w)(?:{alternatives})(?!\w)")


def _anywhere(kind: Says) -> re.Pattern[str]:
    found = {p for phrases in PHRASES.values() for p in phrases[KINDS.index(kind)].split("|") if _UNSPACED.search(p)}
    return re.compile("|".join(map(re.escape, sorted(found, key=len, reverse=True))))


_STARTS = _starts()
_ANYWHERE = tuple((kind, _anywhere(kind)) for kind in KINDS)


@lru_cache(maxsize=4096)
def says(text: str) -> Says:
    """What a link's text says. Long texts (more than 60 characters) are titles or sentences and say nothing."""
    if not text or len(text) > 60:
        return Says.NOTHING
    said = Says.NOTHING
    for sign in SIGNS.intersection(text):
        said |= Says.FORWARD_SIGN if sign in FORWARD_SIGNS else Says.BACK_SIGN
    words = text.casefold()
    for word in _WORD.findall(words):
        for kind, pattern in _STARTS.get(word[:3], ()):
            if pattern.search(words):
                said |= kind
    if _UNSPACED.search(words):
        for kind, pattern in _ANYWHERE:
            if pattern.search(words):
                said |= kind
    return said


@lru_cache(maxsize=4096)
def heading(text: str) -> tuple[float, float]:
    """Where a text's words lead, and where its signs do: above 0 on, below 0 back; 2 in size where the words speak of age.

    "Older" and "newer" count for more than "next" and "previous", which some languages' templates use for either: the
    Russian for "older posts" reads "previous posts".
    """
    said = says(text)
    sign = 0.5 * (bool(said & Says.FORWARD_SIGN) - bool(said & Says.BACK_SIGN))
    older, newer = bool(said & Says.OLDER), bool(said & Says.NEWER)
    if older != newer:
        return (2.0 if older else -2.0), sign
    if said & Says.LAST:
        return 0.0, 0.0
    return float(bool(said & (Says.NEXT | Says.MORE)) - bool(said & Says.PREVIOUS)), sign
