"""What content management systems print around a teaser, in the languages they ship.

Each table is text that a person can read and extend: phrases in lower case between strokes, one entry a language (BCP 47)
that may run on over indented lines. Sources: the translations of WordPress core and of its default themes, of Ghost,
Drupal, Joomla and static generators' themes, and what sites type in by hand.
"""

from __future__ import annotations


def by_language(table: str) -> dict[str, tuple[str, ...]]:
    """Read a table of one entry a language, its phrases between strokes."""
    entries = (line.partition(": ") for line in table.strip().replace("\n    ", " ").split("\n"))
    return {language: tuple(phrase.strip() for phrase in phrases.split("|")) for language, _, phrases in entries}


def every(table: dict[str, tuple[str, ...]]) -> tuple[str, ...]:
    """Give the phrases of all languages, each once."""
    return tuple(dict.fromkeys(phrase for phrases in table.values() for phrase in phrases))


def _phrases(table: str) -> tuple[str, ...]:
    return tuple(phrase.strip() for phrase in table.replace("\n", " ").split("|"))


# Links from a teaser to the whole text. They may stand at the end of a teaser, alone, or before the title.
READ_MORE = by_language("""
en: read more | continue reading | read the rest of this entry | read the rest | read full article |
    read the full article | read the full story | read full story | read full post | read the full post |
    read full text | read the full text | read article | read the article | read post | read this post |
    read story | read the story | keep reading | learn more | find out more | view more | see more | show more |
    view details | see details | view post | view article | view full post | view the full post |
    click here to read more | click to read more | click here for more | read more here | full story |
    full article | continue to read | continue reading this post | load more | discover more | explore more |
    read the whole story | read the whole story here | read the whole article | read the complete article |
    read the full story here | read the full article here | view resource | view publication | read the report |
    read the full report | read full report | view report |
    download report | download the report | get the report | read more posts
de: hier weiterlesen | weiter zum beitrag | weiter zum artikel | weiterlesen | weiter lesen | mehr lesen |
    lesen sie mehr | mehr erfahren | mehr dazu | zum artikel |
    ganzen artikel lesen | den ganzen artikel lesen | artikel lesen | beitrag lesen | mehr anzeigen |
    jetzt lesen | zum beitrag | lies weiter
fr: lire la suite | lire plus | en savoir plus | continuer la lecture | lire l’article | lire l'article |
    lire davantage | voir plus | poursuivre la lecture | suite de l’article | plus d’informations |
    plus d'informations
es: ir a la noticia | ver noticia | leer la noticia | leer más | leer mas | seguir leyendo | sigue leyendo |
    continuar leyendo | continúa leyendo | lee más |
    leer más sobre | ver más | saber más | más información | leer artículo | leer el artículo | leer todo |
    conoce más | continuar la lectura
pt: leia mais | ler mais | continue lendo | continuar lendo | continue a ler | continuar a ler |
    continuar a leitura | saiba mais | ver mais | leia o artigo | mais informações | leia na íntegra |
    ler artigo
it: leggi tutto | leggi di più | leggi di piu | continua a leggere | continua la lettura | per saperne di più |
    scopri di più | leggi l’articolo | leggi l'articolo | leggi ancora | maggiori informazioni | vedi altro
nl: lees meer | lees verder | verder lezen | meer lezen | lees het artikel | lees het hele artikel |
    meer informatie | meer weten | lees meer over
ca: llegeix més | llegir més | continua llegint | continua la lectura | més informació
gl: ler máis | seguir lendo | continuar lendo | máis información
eu: irakurri gehiago | jarraitu irakurtzen | gehiago irakurri
da: læs mere | læs videre | fortsæt læsning | fortsæt med at læse | læs resten | læs hele artiklen
nb: les mer | les videre | fortsett å lese | les hele saken | les hele artikkelen | fortsett lesing
nn: les meir | les vidare | hald fram å lesa
sv: läs mer | läs mera | läs vidare | fortsätt läsa | fortsätt läsning | läs hela artikeln | läs hela inlägget
fi: lue lisää | jatka lukemista | lue koko artikkeli | lue koko juttu | lue koko uutinen
is: lesa meira | lesa áfram | halda áfram að lesa
et: loe edasi | loe lähemalt | loe veel | loe rohkem
lv: lasīt vairāk | lasīt tālāk | turpināt lasīt
lt: skaityti daugiau | skaityti toliau | tęsti skaitymą
pl: czytaj więcej | czytaj dalej | dowiedz się więcej | czytaj całość | kontynuuj czytanie | przeczytaj więcej |
    zobacz więcej | przeczytaj całość
cs: číst více | číst dál | číst dále | čtěte více | celý článek | pokračovat ve čtení |
    pokračovat ve čtení textu | zobrazit více | přečíst více | více informací
sk: čítať viac | čítať ďalej | čítajte viac | celý článok | pokračovať v čítaní | viac informácií |
    zobraziť viac
sl: preberi več | preberite več | več o tem | beri dalje | nadaljuj z branjem | preberi celoto | beri naprej
hr: pročitaj više | pročitajte više | saznaj više | saznajte više | opširnije | nastavi čitati |
    nastavi čitanje | nastavite čitati | čitaj dalje
bs: čitaj više | pročitaj još | nastavi sa čitanjem
sr: прочитај више | прочитајте више | настави са читањем | наставите са читањем | сазнајте више | procitaj vise
mk: прочитај повеќе | прочитајте повеќе | продолжи со читање | дознај повеќе
bg: прочети повече | прочетете повече | прочети още | виж повече | вижте повече | продължете с четенето |
    към статията | научете повече | продължаване на четенето
ru: читать далее | читать дальше | подробнее | читать полностью | читать ещё | читать еще | читать больше |
    узнать больше | продолжить чтение | читать статью | читать всё | узнать подробнее
uk: читати далі | читати більше | детальніше | докладніше | продовжити читання | читати повністю |
    дізнатися більше | продовжуйте читати
be: чытаць далей | чытаць больш | падрабязней | падрабязьней | працягнуць чытанне
hu: tovább olvasom | olvass tovább | bővebben | olvasás folytatása | tovább a cikkhez | teljes cikk |
    elolvasom | tovább olvasás
ro: citește mai mult | citeste mai mult | citiți mai mult | citește mai departe | citeste mai departe |
    află mai multe | afla mai multe | continuă lectura | continuă să citești | vezi mai mult |
    citește tot articolul | mai multe detalii | citește articolul
sq: lexo më shumë | lexo me shume | vazhdo leximin | lexoni më shumë
el: διαβάστε περισσότερα | διαβάστε τη συνέχεια | συνέχεια ανάγνωσης | συνεχίστε την ανάγνωση |
    μάθετε περισσότερα | διάβασε περισσότερα | δείτε περισσότερα
tr: devamını oku | daha fazla oku | devamını okuyun | okumaya devam et | daha fazla bilgi | yazının devamı |
    haberin devamı | okumaya devam edin
az: ətraflı oxu | daha çox oxu | davamını oxu | oxumağa davam et
kk: толығырақ оқу | ары қарай оқу
uz: davomini o‘qish | davomini o'qish | ko‘proq o‘qish
:
mn: цааш унших
hy: կարդալ ավելին | շարունակել կարդալ
ka: გაიგე მეტი | სრულად ნახვა | მეტის წაკითხვა | გააგრძელე კითხვა
ar: لقراءة المزيد | اقرأ المزيد | قراءة المزيد | إقرأ المزيد | أقرأ المزيد | اقرأ أكثر | تابع القراءة |
    متابعة القراءة |
    اكمل القراءة | أكمل القراءة | أكمل قراءة | اقرأ المزيد عن | عرض المزيد | مزيد من المعلومات | اعرف المزيد
fa: ادامه مطلب | ادامه‌ی مطلب | ادامهٔ مطلب | ادامه ی مطلب | بیشتر بخوانید | بیشتر بدانید | مطالعه بیشتر |
    خواندن ادامه | ادامه خواندن | مشاهده بیشتر | ادامه نوشته | اطلاعات بیشتر | مطلب کامل
ur: مزید پڑھیں | مزید پڑھئے | مکمل پڑھیں | پڑھنا جاری رکھیں
ps: نور ولولئ | نور یې ولولئ
ckb: زیاتر بخوێنەوە | خوێندنەوەی زیاتر
he: קרא עוד | קראו עוד | המשך קריאה | להמשך קריאה | המשך לקרוא | לקריאת ההמשך | קרא/י עוד | למידע נוסף |
    להמשיך לקרוא
hi: और पढ़ें | अधिक पढ़ें | आगे पढ़ें | पूरा पढ़ें | पढ़ना जारी रखें | अधिक जानें | विस्तार से पढ़ें
mr: अधिक वाचा | पुढे वाचा | वाचन सुरू ठेवा
ne: थप पढ्नुहोस् | पूरा पढ्नुहोस् | अझै पढ्नुहोस् | पढ्न जारी राख्नुहोस्
bn: আরও পড়ুন | আরো পড়ুন | বিস্তারিত পড়ুন | পড়া চালিয়ে যান | সম্পূর্ণ পড়ুন
gu: વધુ વાંચો | આગળ વાંચો
pa: ਹੋਰ ਪੜ੍ਹੋ | ਅੱਗੇ ਪੜ੍ਹੋ
ta: மேலும் படிக்க | மேலும் வாசிக்க | தொடர்ந்து படிக்க | மேலும் படிக்கவும்
te: ఇంకా చదవండి | మరింత చదవండి
kn: ಮತ್ತಷ್ಟು ಓದಿ | ಇನ್ನಷ್ಟು ಓದಿ
ml: കൂടുതൽ വായിക്കുക | തുടർന്നു വായിക്കുക | തുടർന്ന് വായിക്കുക
si: තවත් කියවන්න | වැඩිදුර කියවන්න
th: อ่านต่อ | อ่านเพิ่มเติม | อ่านเพิ่ม | อ่านทั้งหมด | ดูเพิ่มเติม | รายละเอียดเพิ่มเติม | อ่านรายละเอียด
lo: ອ່ານຕໍ່ | ອ່ານເພີ່ມເຕີມ
km: អានបន្ត | អានបន្ថែម
my: ဆက်လက်ဖတ်ရှုရန် | ပိုမိုဖတ်ရှုရန် | ဆက်ဖတ်ရန်
vi: đọc thêm | xem thêm | đọc tiếp | xem tiếp | tiếp tục đọc | xem chi tiết | tìm hiểu thêm
id: baca selengkapnya | selengkapnya | baca lebih lanjut | lanjutkan membaca | baca juga | lanjut baca |
    lihat selengkapnya
ms: baca lagi | baca lanjut | teruskan membaca | baca seterusnya | ketahui lebih lanjut
tl: magbasa pa | basahin pa | ipagpatuloy ang pagbabasa | magpatuloy sa pagbabasa
zh: 阅读更多 | 閱讀更多 | 继续阅读 | 繼續閱讀 | 查看更多 | 了解更多 | 阅读全文 | 閱讀全文 | 查看全文 |
    查看详情 | 查看詳情 | 继续阅读全文 | 详细内容 | 瞭解更多 | 展开全文
ja: 続きを読む | 続きを見る | 続きはこちら | もっと読む | もっと見る | 詳細を見る | 詳しくはこちら |
    全文を読む | 記事を読む | この記事を読む | 詳細はこちら | さらに読む
ko: 더 읽기 | 더 보기 | 더보기 | 계속 읽기 | 자세히 보기 | 자세히보기 | 전체 보기 | 더 알아보기 | 계속 읽어보기
sw: soma zaidi | endelea kusoma
af: lees meer | lees verder | gaan voort om te lees
cy: darllen mwy | darllen rhagor | parhau i ddarllen
ga: léigh tuilleadh | tuilleadh eolais | lean ar aghaidh ag léamh
eo: legi pli | legu pli | daŭrigi legadon
mt: aqra aktar
so: akhri wax dheeraad ah | akhri wax badan | sii akhri | akhri wax badan | akhriso wax dheeraad ah
am: ተጨማሪ ያንብቡ | ማንበብ ይቀጥሉ | ተጨማሪ ያንብቡ | ሙሉውን ያንብቡ | ማንበብ ቀጥል
ht: li plis | kontinye li
ha: ci gaba da karatu | karanta ƙari
zu: funda kabanzi
yo: ka siwaju
rw: soma ibindi
""")

# Words of the same use that are ordinary words too: they count where an arrow follows, or after a cut, or alone.
MORE_WORDS = by_language("""
en: more | read it | read now | more info | more information | more details
de: mehr informationen
fr: la suite
it: continua | leggi
is: nánar
lt: plačiau | daugiau
pl: więcej
cs: více
sk: viac
hr: više
sr: опширније | детаљније
mk: повеќе
bg: още
ru: ещё | еще | далее | полный текст
uk: далі
hu: tovább | részletek
ro: mai mult | detalii
sq: më shumë
el: περισσότερα | συνέχεια
tr: devamı | daha fazlası | detaylar
az: ətraflı
kk: толығырақ
uz: batafsil | батафсил
ky: кененирээк | толугураак
mn: дэлгэрэнгүй
hy: ավելին
ka: ვრცლად
ar: المزيد | للمزيد | التفاصيل
ur: مزید
he: עוד
bn: বিস্তারিত
vi: chi tiết
id: lebih lanjut
zh: 更多 | 全文
""")

# What may stand between a read-more phrase and the title that it names.
CONNECTORS = _phrases("""
about | of | on | the post | article | post | über | zu | von | de | de l’article | sur | sobre | acerca de |
di | su | over | van | om | o | про | о | об | عن | حول | درباره | על | the article | dell’articolo |
à propos de | for | from | despre | за | pro | för | tentang | mengenai | về | aiheesta | a proposito di | in |
w | a | ve | hakkında | για | σχετικά με | vedrørende | об этом | más sobre | em | no | na | ob | v | در مورد |
ke baare mein | के बारे में
""")

# What follows the title where the language puts the verb last ("“Title” weiterlesen", "“Title” の続きを読む").
AFTER_TITLE = _phrases("""
weiterlesen | verder lezen | の続きを読む | を続きを読む | 続きを読む | 더보기 | 더 읽기 | 계속 읽기 |
yazısının devamını oku | yazısına devam et | devamını oku | lukemista | artikkelin lukemista |
című bejegyzés olvasásának folytatása | olvasásának folytatása | bővebben | tovább | irakurtzen jarraitu |
पढ़ना जारी रखें | read more | continue reading | читать далее | читать дальше | läs mer | davamını oxu | lesen |
loe edasi
""")
