"""The names of the months of the Gregorian calendar, in the languages of the web.

One entry a language (BCP 47): twelve groups in the order of the year, the forms of a name between strokes. Lower case,
without a closing stop. Facts from Unicode's CLDR (as `dateparser` ships them), with forms that sites print besides.
"""

from __future__ import annotations

MONTHS = """
en: jan/january/janu, feb/february, mar/march/mrch, apr/april, may, jun/june, jul/july, aug/august,
    sep/september/sept, oct/october, nov/november, dec/december
de: jan/januar/jänner/jän, feb/februar/feber, mär/märz/mrz, apr/april, mai, jun/juni, jul/juli, aug/august,
    sep/sept/september, okt/oktober, nov/november, dez/dezember
fr: janv/janvier/jan, févr/février/fév, mars, avr/avril, mai, juin/jun, juil/juillet/jul, août/aoû,
    sept/septembre/sep, oct/octobre, nov/novembre, déc/décembre
es: ene/enero, feb/febrero, mar/marzo, abr/abril, may/mayo, jun/junio, jul/julio, ago/agosto,
    sept/septiembre/setiembre/sep/set, oct/octubre, nov/noviembre, dic/diciembre
pt: jan/janeiro, fev/fevereiro, mar/março, abr/abril, mai/maio, jun/junho, jul/julho, ago/agosto,
    set/setembro/septembro, out/outubro, nov/novembro, dez/dezembro
it: gen/gennaio, feb/febbraio, mar/marzo, apr/aprile, mag/maggio, giu/giugno, lug/luglio, ago/agosto,
    set/settembre, ott/ottobre, nov/novembre, dic/dicembre
nl: jan/januari, feb/februari, maart/mrt, apr/april, mei, jun/juni, jul/juli, aug/augustus, sep/september,
    okt/oktober, nov/november, dec/december
ca: de gen/de gener/gen/gener, de febr/de febrer/febr/febrer, de març/març, abr/abril/d'abr/d'abril,
    de maig/maig, de juny/juny, de jul/de juliol/jul/juliol, ag/agost/d'ag/d'agost,
    de set/de setembre/set/setembre, d'oct/d'octubre/oct/octubre, de nov/de novembre/nov/novembre,
    de des/de desembre/des/desembre
gl: xan/xaneiro, feb/febreiro, mar/marzo, abr/abril, maio, xuño, xul/xullo, ago/agosto, set/setembro,
    out/outubro, nov/novembro, dec/decembro
eu: urt/urtarrila/urtarrilaren/urtarril/urtarrilak, ots/otsaila/otsailaren/otsail/otsailak,
    mar/martxoa/martxoaren/martxo/martxoak, api/apirila/apirilaren/apiril/apirilak, mai/maiatza/maiatzaren/maiatz/maiatzak,
    eka/ekaina/ekainaren/ekain/ekainak, uzt/uztaila/uztailaren/uztail/uztailak, abu/abuztua/abuztuaren/abuztu/abuztuak,
    ira/iraila/irailaren/irail/irailak, urr/urria/urriaren/urri/urriak, aza/azaroa/azaroaren/azaro/azaroak,
    abe/abendua/abenduaren/abendu/abenduak
da: jan/januar, feb/februar, mar/marts, apr/april, maj, jun/juni, jul/juli, aug/august, sep/september,
    okt/oktober, nov/november, dec/december
nb: jan/januar, feb/februar, mar/mars, apr/april, mai, jun/juni, jul/juli, aug/august, sep/september,
    okt/oktober, nov/november, des/desember
nn: jan/januar, feb/februar, mar/mars, apr/april, mai, jun/juni, jul/juli, aug/august, sep/september,
    okt/oktober, nov/november, des/desember
sv: jan/januari, feb/februari, mars, apr/april, maj, juni/jun, juli/jul, aug/augusti, sep/september/sept,
    okt/oktober, nov/november, dec/december
fi: tammi/tammik/tammikuu/tammikuuta/tammikuussa/tammikuun,
    helmi/helmik/helmikuu/helmikuuta/helmikuussa/helmikuun,
    maalis/maalisk/maaliskuu/maaliskuuta/maaliskuussa/maaliskuun,
    huhti/huhtik/huhtikuu/huhtikuuta/huhtikuussa/huhtikuun,
    touko/toukok/toukokuu/toukokuuta/toukokuussa/toukokuun,
    kesä/kesäk/kesäkuu/kesäkuuta/kesäkuussa/kesäkuun,
    heinä/heinäk/heinäkuu/heinäkuuta/heinäkuussa/heinäkuun, elo/elok/elokuu/elokuuta/elokuussa/elokuun,
    syys/syysk/syyskuu/syyskuuta/syyskuussa/syyskuun, loka/lokak/lokakuu/lokakuuta/lokakuussa/lokakuun,
    marras/marrask/marraskuu/marraskuuta/marraskuussa/marraskuun,
    joulu/jouluk/joulukuu/joulukuuta/joulukuussa/joulukuun
is: jan/janúar, feb/febrúar, mar/mars, apr/apríl, maí, jún/júní, júl/júlí, ágú/ágúst, sep/september,
    okt/október, nóv/nóvember, des/desember
et: jaan/jaanuar, veebr/veebruar, märts, apr/aprill, mai, juuni, juuli, aug/august, sept/september,
    okt/oktoober, nov/november, dets/detsember
lv: janv/janvāris/janvārī/janvāra, febr/februāris/februārī/februāra, marts/martā/marta,
    apr/aprīlis/aprīlī/aprīļa, maijs/maijā/maija, jūn/jūnijs/jūnijā/jūnija, jūl/jūlijs/jūlijā/jūlija,
    aug/augusts/augustā/augusta, sept/septembris/septembrī/septembra, okt/oktobris/oktobrī/oktobra,
    nov/novembris/novembrī/novembra, dec/decembris/decembrī/decembra
lt: saus/sausio/sausis/sausį, vas/vasario/vasaris/vasarį, kov/kovas/kovo/kovą,
    bal/balandis/balandžio/balandį, geg/gegužė/gegužės/gegužę, birž/birželio/birželis/birželį,
    liep/liepa/liepos/liepą, rugp/rugpjūtis/rugpjūčio/rugpjūtį, rugs/rugsėjis/rugsėjo/rugsėjį,
    spal/spalio/spalis/spalį, lapkr/lapkritis/lapkričio/lapkritį, gruod/gruodis/gruodžio/gruodį
pl: sty/styczeń/stycznia/styczen/styczniu, lut/lutego/luty/lutym, mar/marca/marzec/marcu,
    kwi/kwiecień/kwietnia/kwiecien/kwietniu/kwie, maj/maja/maju, cze/czerwca/czerwiec/czerwcu,
    lip/lipca/lipiec/lipcu, sie/sierpień/sierpnia/sierpien/sierpniu,
    wrz/wrzesień/września/wrzesien/wrzesnia/wrześniu/wrzesniu,
    paź/październik/października/pazdziernik/pazdziernika/październiku/pazdzierniku/paz,
    lis/listopad/listopada/listopadzie, gru/grudnia/grudzień/grudzien/grudniu
cs: led/leden/ledna/lednu, úno/únor/února/únr/únoru, bře/březen/března/březnu, dub/duben/dubna/dubnu,
    kvě/květen/května/květnu, červen/června/čvn/čer/červnu, července/červenec/čvc/črc/červenci/črv,
    srp/srpen/srpna/srpnu, zář/září, říj/říjen/října/říjnu, lis/listopad/listopadu,
    pro/prosince/prosinec/prosinci
sk: jan/január/januára, feb/február/februára, mar/marca/marec, apr/apríl/apríla, máj/mája, jún/júna,
    júl/júla, aug/august/augusta, sep/september/septembra, okt/október/októbra, nov/november/novembra,
    dec/december/decembra
sl: jan/januar, feb/februar, mar/marec, apr/april, maj, jun/junij, jul/julij, avg/avgust, sep/september,
    okt/oktober, nov/november, dec/december
hr: sij/siječanj/siječnja/siječnju/siječnjem, velj/veljača/veljače/veljači/veljačom,
    ožu/ožujak/ožujka/ožujku/ožujkom, tra/travanj/travnja/travnju/travnjem,
    svi/svibanj/svibnja/svibnju/svibnjem, lip/lipanj/lipnja/lipnju/lipnjem,
    srp/srpanj/srpnja/srpnju/srpnjem, kol/kolovoz/kolovoza/kolovozu/kolovozom,
    ruj/rujan/rujna/rujnu/rujnom, lis/listopad/listopada/listopadu/listopadom,
    stu/studeni/studenoga/studenom/studenomu/studenome/studenog/studenim,
    pro/prosinac/prosinca/prosincu/prosincem
bs: jan/januar/јан/јануар, feb/februar/феб/фебруар, mar/mart/мар/март, apr/april/апр/април, maj/мај,
    jun/juni/јун/јуни, jul/juli/јул/јули, aug/august/avg/avgust/ауг/аугуст/авг/август,
    sep/septembar/сеп/септембар, okt/oktobar/окт/октобар, nov/novembar/нов/новембар,
    dec/decembar/дец/децембар
sr: јан/јануар/jan/januar, феб/фебруар/feb/februar, мар/март/mar/mart, апр/април/apr/april, мај/maj,
    јун/jun, јул/jul, авг/август/avg/avgust, сеп/септембар/sep/septembar, окт/октобар/okt/oktobar,
    нов/новембар/nov/novembar, дец/децембар/dec/decembar
mk: јан/јануари, фев/февруари, мар/март, апр/април, мај, јун/јуни, јул/јули, авг/август,
    сеп/септември/септ, окт/октомври, ное/ноември/ноем, дек/декември
bg: яну/януари/ян, фев/февруари/фв, март, апр/април/ап, май, юни/юн, юли/юл, авг/август,
    сеп/септември/септ/септм, окт/октомври, ное/ноември, дек/декември
ru: янв/январь/января, февр/февраль/февраля/фев, мар/март/марта, апр/апрель/апреля, май/мая, июн/июнь/июня,
    июл/июль/июля, авг/август/августа, сент/сентябрь/сентября/сен, окт/октябрь/октября,
    нояб/ноябрь/ноября/ноя, дек/декабрь/декабря
uk: січ/січень/січня, лют/лютий/лютого, бер/березень/березня/берез, квіт/квітень/квітня/кві,
    трав/травень/травня/тра, черв/червень/червня/чер, лип/липень/липня, серп/серпень/серпня/сер,
    вер/вересень/вересня/верес, жовт/жовтень/жовтня/жов, лист/листопад/листопада/листоп/лис,
    груд/грудень/грудня/гру
be: сту/студзень/студзеня/стд, лют/лютага/люты, сак/сакавік/сакавіка, кра/красавік/красавіка/крс,
    май/мая/траўня/тра, чэр/чэрвень/чэрвеня, ліп/ліпень/ліпеня, жні/жнівень/жніўня/жнівеня/жнв,
    вер/верасень/верасня/врс, кас/кастрычнік/кастрычніка/кст, ліс/лістапад/лістапада,
    сне/снежань/снежня/снж
hu: jan/január/januári, febr/február/feb/februári, márc/március/már/márciusi, ápr/április/áprilisi,
    máj/május/májusi, jún/június/júniusi, júl/július/júliusi, aug/augusztus/augusztusi,
    szept/szeptember/szeptemberi, okt/október/októberi, nov/november/novemberi, dec/december/decemberi
ro: ian/ianuarie, feb/februarie/febr, mar/martie/mart, apr/aprilie, mai, iun/iunie, iul/iulie, aug/august,
    sept/septembrie/sep, oct/octombrie, noiembrie/nov/noiem/noi, dec/decembrie
sq: jan/janar, shk/shkurt, mar/mars, pri/prill, maj, qer/qershor, korr/korrik/kor, gush/gusht/gsh,
    sht/shtator, tet/tetor, nën/nëntor, dhj/dhjetor
el: ιαν/ιανουάριος/ιανουαρίου, φεβ/φεβρουάριος/φεβρουαρίου, μάρ/μάρτιος/μαρ/μαρτίου, απρ/απρίλιος/απριλίου,
    μάι/μάιος/μαΐ/μαΐου, ιουν/ιουνίου/ιούν/ιούνιος, ιουλ/ιουλίου/ιούλ/ιούλιος, αυγ/αυγούστου/αύγ/αύγουστος,
    σεπ/σεπτέμβριος/σεπτεμβρίου, οκτ/οκτωβρίου/οκτώβριος, νοέ/νοέμβριος/νοε/νοεμβρίου,
    δεκ/δεκέμβριος/δεκεμβρίου
tr: oca/ocak/oc, şub/şubat/şu, mar/mart, nis/nisan/ni, may/mayıs, haz/haziran/ha, tem/temmuz/te,
    ağu/ağustos/ağ, eyl/eylül/ey, eki/ekim/ek, kas/kasım/ka, ara/aralık/ar
az: yan/yanvar/јан/јанвар, fev/fevral/фев/феврал, mar/mart/мар/март, apr/aprel/апр/апрел, may/май,
    iyn/iyun/i̇yun/ијн/ијун, iyl/iyul/i̇yul/ијл/ијул, avq/avqust/авг/август, sen/sentyabr/сен/сентјабр,
    okt/oktyabr/окт/октјабр, noy/noyabr/ној/нојабр, dek/dekabr/дек/декабр
kk: қаң/қаңтар, ақп/ақпан, нау/наурыз, сәу/сәуір, мам/мамыр, мау/маусым, шіл/шілде, там/тамыз,
    қыр/қыркүйек, қаз/қазан, қар/қараша, жел/желтоқсан
uz: yan/yanvar/янв/январ, fev/fevral/фев/феврал, mar/mart/мар/март, apr/aprel/апр/апрел, may/май,
    iyn/iyun/июн, iyl/iyul/июл, avg/avgust/авг/август, sen/sentabr/сен/сентябр, okt/oktabr/окт/октябр,
    noy/noyabr/ноя/ноябр, dek/dekabr/дек/декабр
ky: янв/январь, фев/февраль, мар/март, апр/апрель, май, июн/июнь, июл/июль, авг/август, сен/сентябрь,
    окт/октябрь, ноя/ноябрь, дек/декабрь
mn: нэгдүгээр сар, хоёрдугаар сар, гуравдугаар сар, дөрөвдүгээр сар, тавдугаар сар,
    зургаадугаар сар/зургадугаар сар, долоодугаар сар/долдугаар сар, наймдугаар сар, есдүгээр сар,
    аравдугаар сар, арван нэгдүгээр сар, арван хоёрдугаар сар
hy: հնվ/հունվար/հունվարի, փետրվար/փետրվարի/փտվ, մարտ/մարտի/մրտ, ապր/ապրիլ/ապրիլի, մայիս/մայիսի/մյս,
    հնս/հունիս/հունիսի, հլս/հուլիս/հուլիսի, օգոստոս/օգոստոսի/օգս, սեպ/սեպտեմբեր/սեպտեմբերի,
    հոկ/հոկտեմբեր/հոկտեմբերի, նոյ/նոյեմբեր/նոյեմբերի, դեկ/դեկտեմբեր/դեկտեմբերի
ka: იან/იანვარი, თებ/თებერვალი, მარ/მარტი, აპრ/აპრილი, მაი/მაისი, ივნ/ივნისი, ივლ/ივლისი, აგვ/აგვისტო,
    სექ/სექტემბერი, ოქტ/ოქტომბერი, ნოე/ნოემბერი, დეკ/დეკემბერი
ar: يناير/كانون الثاني/جانفي, فبراير/شباط/فيفري, مارس/آذار/اذار, أبريل/نيسان/أفريل/ابريل,
    مايو/أيار/ماي/ايار, يونيو/يونيه/يونية/حزيران/جوان, يوليو/يوليه/يولية/تموز/جويلية/يوليوز,
    أغسطس/آب/أوت/غشت/اغسطس, سبتمبر/أيلول/ايلول/شتنبر, أكتوبر/تشرين الأول/اكتوبر, نوفمبر/تشرين الثاني/نونبر,
    ديسمبر/كانون الأول/دجنبر
fa: ژانویه/ژانویهٔ/جنوری, فوریه/فوریهٔ/فبروری, مارس/مارچ, آوریل/اپریل, مه/مهٔ/می, ژوئن/جون,
    ژوئیه/ژوئیهٔ/جولای, اوت/آگست, سپتامبر/سپتمبر, اکتبر/اکتوبر, نوامبر/نومبر, دسامبر/دسمبر
ur: جنوری, فروری, مارچ, اپریل, مئی, جون, جولائی, اگست, ستمبر, اکتوبر, نومبر, دسمبر
ps: جنوري, فبروري/فېبروري, مارچ, اپریل, مۍ, جون, جولای, اګست, سپتمبر/سېپتمبر, اکتوبر, نومبر, دسمبر
ckb: کانوونی دووەم, شوبات, ئازار, نیسان, ئایار, حوزەیران, تەمووز, ئاب, ئەیلوول, تشرینی یەکەم, تشرینی دووەم,
    کانونی یەکەم
he: ינואר/ינו׳/לינואר/בינואר/ינו, פברואר/פבר׳/בפברואר/לפברואר/פבר,
    מרץ/במרץ/למרץ/מרס/במרס/למרס/מארס/במארס/למארס, אפריל/אפר׳/באפריל/לאפריל/אפר, מאי/במאי/למאי,
    יוני/ביוני/ליוני/יונ, יולי/ביולי/ליולי/יול, אוגוסט/אוג׳/באוגוסט/לאוגוסט/אוג,
    ספטמבר/ספט׳/בספטמבר/לספטמבר/ספט, אוקטובר/אוק׳/באוקטובר/לאוקטובר/אוק, נובמבר/נוב׳/בנובמבר/לנובמבר/נוב,
    דצמבר/דצמ׳/בדצמבר/לדצמבר/דצמ
hi: जनवरी/जन॰, फ़रवरी/फ़र॰, मार्च, अप्रैल, मई, जून, जुलाई/जुल॰, अगस्त/अग॰, सितंबर/सित॰/सितम्बर,
    अक्तूबर/अक्तू॰/अक्टूबर, नवंबर/नव॰/नवम्बर, दिसंबर/दिस॰/दिसम्बर
mr: जाने/जानेवारी, फेब्रु/फेब्रुवारी, मार्च, एप्रि/एप्रिल, मे, जून, जुलै, ऑग/ऑगस्ट, सप्टें/सप्टेंबर,
    ऑक्टो/ऑक्टोबर, नोव्हें/नोव्हेंबर, डिसें/डिसेंबर
ne: जनवरी, फेब्रुअरी, मार्च, अप्रिल, मे/मई, जुन, जुलाई, अगस्ट, सेप्टेम्बर, अक्टोबर, नोभेम्बर, डिसेम्बर
bn: জানু/জানুয়ারী/জানুয়ারি, ফেব/ফেব্রুয়ারী/ফেব্রুয়ারি, মার্চ, এপ্রি/এপ্রিল, মে, জুন, জুল/জুলাই,
    আগ/আগস্ট, সেপ/সেপ্টেম্বর, অক্টো/অক্টোবর, নভে/নভেম্বর, ডিসে/ডিসেম্বর
gu: જાન્યુ/જાન્યુઆરી, ફેબ્રુ/ફેબ્રુઆરી, માર્ચ, એપ્રિલ, મે, જૂન, જુલાઈ, ઑગસ્ટ, સપ્ટે/સપ્ટેમ્બર,
    ઑક્ટો/ઑક્ટોબર, નવે/નવેમ્બર, ડિસે/ડિસેમ્બર
pa: ਜਨ/ਜਨਵਰੀ, ਫ਼ਰ/ਫ਼ਰਵਰੀ, ਮਾਰਚ, ਅਪ੍ਰੈ/ਅਪ੍ਰੈਲ, ਮਈ, ਜੂਨ, ਜੁਲਾ/ਜੁਲਾਈ, ਅਗ/ਅਗਸਤ, ਸਤੰ/ਸਤੰਬਰ, ਅਕਤੂ/ਅਕਤੂਬਰ,
    ਨਵੰ/ਨਵੰਬਰ, ਦਸੰ/ਦਸੰਬਰ
ta: ஜன/ஜனவரி, பிப்/பிப்ரவரி, மார்/மார்ச், ஏப்/ஏப்ரல், மே, ஜூன், ஜூலை, ஆக/ஆகஸ்ட், செப்/செப்டம்பர்,
    அக்/அக்டோபர், நவ/நவம்பர், டிச/டிசம்பர்
te: జన/జనవరి, ఫిబ్ర/ఫిబ్రవరి, మార్చి, ఏప్రి/ఏప్రిల్, మే, జూన్, జులై, ఆగ/ఆగస్టు, సెప్టెం/సెప్టెంబర్,
    అక్టో/అక్టోబర్, నవం/నవంబర్, డిసెం/డిసెంబర్
kn: ಜನ/ಜನವರಿ, ಫೆಬ್ರ/ಫೆಬ್ರವರಿ, ಮಾರ್ಚ್, ಏಪ್ರಿ/ಏಪ್ರಿಲ್, ಮೇ, ಜೂನ್, ಜುಲೈ, ಆಗ/ಆಗಸ್ಟ್, ಸೆಪ್ಟೆಂ/ಸೆಪ್ಟೆಂಬರ್,
    ಅಕ್ಟೋ/ಅಕ್ಟೋಬರ್, ನವೆಂ/ನವೆಂಬರ್, ಡಿಸೆಂ/ಡಿಸೆಂಬರ್
ml: ജനു/ജനുവരി, ഫെബ്രു/ഫെബ്രുവരി, മാർ/മാർച്ച്, ഏപ്രി/ഏപ്രിൽ, മേയ്, ജൂൺ, ജൂലൈ, ഓഗ/ഓഗസ്റ്റ്,
    സെപ്റ്റം/സെപ്റ്റംബർ, ഒക്ടോ/ഒക്‌ടോബർ, നവം/നവംബർ, ഡിസം/ഡിസംബർ
si: ජන/ජනවාරි, පෙබ/පෙබරවාරි, මාර්/මාර්තු, අප්‍රේල්, මැයි, ජූනි, ජූලි, අගෝ/අගෝස්තු, සැප්/සැප්තැම්බර්,
    ඔක්/ඔක්තෝබර්, නොවැ/නොවැම්බර්, දෙසැ/දෙසැම්බර්
th: มกราคม/มค/เดือนมกราคม/มกรา, กพ/กุมภาพันธ์/เดือนกุมภาพันธ์/กุมภา, มีค/มีนาคม/เดือนมีนาคม/มีนา,
    เมย/เมษายน/เมษา/เดือนเมษายน, พค/พฤษภาคม/เดือนพฤษภาคม/พฤษภา, มิถุนายน/มิย/เดือนมิถุนายน/มิถุนา,
    กค/กรกฎาคม/เดือนกรกฏาคม/กรกฎา, สค/สิงหาคม/สิงหา/เดือนสิงหาคม, กย/กันยายน/กันยา/เดือนกันยายน,
    ตค/ตุลาคม/เดือนตุลาคม/ตุลา, พย/พฤศจิกายน/เดือนพฤศจิกายน/พฤศจิ, ธค/ธันวาคม/เดือนธันวาคม/ธันวา
lo: ມກ/ມັງກອນ, ກພ/ກຸມພາ, ມນ/ມີນາ, ມສ/ເມສາ, ພພ/ພຶດສະພາ, ມິຖ/ມິຖຸນາ, ກລ/ກໍລະກົດ, ສຫ/ສິງຫາ, ກຍ/ກັນຍາ, ຕລ/ຕຸລາ,
    ພຈ/ພະຈິກ, ທວ/ທັນວາ
km: មករា, កុម្ភៈ, មីនា, មេសា, ឧសភា, មិថុនា, កក្កដា, សីហា, កញ្ញា, តុលា, វិច្ឆិកា, ធ្នូ
my: ဇန်/ဇန်နဝါရီ, ဖေ/ဖေဖော်ဝါရီ, မတ်, ဧပြီ, မေ, ဇွန်, ဇူ/ဇူလိုင်, ဩဂုတ်, စက်/စက်တင်ဘာ, အောက်/အောက်တိုဘာ,
    နို/နိုဝင်ဘာ, ဒီ/ဒီဇင်ဘာ
vi: tháng một/th1, tháng hai/th2, tháng ba/th3, tháng tư/th4, tháng năm/th5, tháng sáu/th6, tháng bảy/th7,
    tháng tám/th8, tháng chín/th9, tháng mười/th10, tháng mười một/th11, tháng mười hai/th12
id: jan/januari/djan/djanuari, feb/februari/peb/pebruari, mar/maret/mrt, apr/april, mei/mai,
    jun/juni/djuni, jul/juli/djuli, agu/agustus/agt/ag, sep/september/sept, okt/oktober,
    nov/november/nop/nopember, des/desember
ms: jan/januari, feb/februari, mac, apr/april, mei, jun, jul/julai, ogo/ogos, sep/september, okt/oktober,
    nov/november, dis/disember
fil: ene/enero, peb/pebrero, mar/marso, abr/abril, may/mayo, hun/hunyo, hul/hulyo, ago/agosto,
    set/setyembre, okt/oktubre, nob/nobyembre, dis/disyembre
sw: jan/januari, feb/februari, mac/machi, apr/aprili, mei, jun/juni, jul/julai, ago/agosti, sep/septemba,
    okt/oktoba, nov/novemba, des/desemba
af: jan/januarie, feb/februarie, maart/mrt, apr/april, mei, jun/junie, jul/julie, aug/augustus,
    sep/september, okt/oktober, nov/november, des/desember
cy: ion/ionawr, chw/chwef/chwefror, maw/mawrth, ebr/ebrill, mai, meh/mehefin, gor/gorff/gorffennaf, awst,
    medi, hyd/hydref, tach/tachwedd, rhag/rhagfyr
ga: ean/eanáir, feabh/feabhra, márta, aib/aibreán, beal/bealtaine, meith/meitheamh, iúil, lún/lúnasa,
    meán fómhair/mfómh, deireadh fómhair/dfómh, samh/samhain, noll/nollaig
eo: jan/januaro, feb/februaro, mar/marto, apr/aprilo, maj/majo, jun/junio, jul/julio, aŭg/aŭgusto,
    sep/septembro, okt/oktobro, nov/novembro, dec/decembro
mt: jan/jannar, fra/frar, mar/marzu, apr/april, mej/mejju, ġun/ġunju, lul/lulju, aww/awwissu,
    set/settembru, ott/ottubru, nov/novembru, diċ/diċembru
so: bisha koobaad/jan/jannaayo/kob, bisha labaad/feb/febraayo/lab, bisha saddexaad/maarso/mar/sad,
    abr/abriil/bisha afraad/afr, bisha shanaad/may/sha, bisha lixaad/jun/juun/lix,
    bisha todobaad/lul/luuliyo/tod, bisha sideedaad/ogosto/ogs/sid, bisha sagaalaad/seb/sebteembar/sag,
    bisha tobnaad/okt/oktoobar/tob, bisha kow iyo tobnaad/nof/noofeembar/kit,
    bisha laba iyo tobnaad/dis/diseembar/lit
am: ጃን/ጃንዋሪ/ጃንዩ/ጃንዩወሪ, ፌብ/ፌብሩዋሪ/ፌብሩ/ፌብሩወሪ, ማርች, ኤፕሪ/ኤፕሪል, ሜይ, ጁን, ጁላይ, ኦገስ/ኦገስት, ሴፕቴ/ሴፕቴምበር, ኦክቶ/ኦክቶበር,
    ኖቬም/ኖቬምበር, ዲሴም/ዲሴምበር
lb: jan/januar, feb/februar, mäe/mäerz, abr/abrëll, mee, jun/juni, jul/juli, aug/august, sep/september,
    okt/oktober, nov/november, dez/dezember
fo: jan/januar, feb/februar, mar/mars, apr/apríl, mai, jun/juni, jul/juli, aug/august, sep/september,
    okt/oktober, nov/november, des/desember
zu: jan/januwari/umasingana, feb/februwari, mas/mashi, eph/ephreli, mey/meyi, jun/juni, jul/julayi,
    aga/agasti, sep/septhemba, okt/okthoba, nov/novemba, dis/disemba
ha: jan/janairu, fab/faburairu, mar/maris, afi/afirilu, may/mayu, yun/yuni, yul/yuli, agu/agusta,
    satumba, okt/oktoba, nuw/nuwamba, dis/disamba
ig: jen/jenụwarị, feb/febrụwarị, maa/maachị, epr/epreel/eprel, mee, juu/juun, jul/julaị, ọgọ/ọgọọst,
    sep/septemba, ọkt/ọktoba, nov/novemba, dis/disemba
rw: mut/mutarama, gas/gashyantare, wer/werurwe, mat/mata, gic/gicurasi/gicuransi, kam/kamena, nya/nyakanga,
    kan/kanama, nze/nzeli, ukw/ukwakira, ugu/ugushyingo, uku/ukuboza
mg: jan/janoary, feb/febroary, mar/martsa, apr/aprily, mey, jon/jona, jol/jolay, aog/aogositra,
    sep/septambra, okt/oktobra, nov/novambra, des/desambra
as: জানু/জানুৱাৰী, ফেব্ৰু/ফেব্ৰুৱাৰী, মাৰ্চ, এপ্ৰিল, মে'/মে, জুন, জুলাই, আগ/আগষ্ট, ছেপ্তে/ছেপ্তেম্বৰ/সেপ্ট,
    অক্টো/অক্টোবৰ, নৱে/নৱেম্বৰ/নভে, ডিচে/ডিচেম্বৰ/ডিসে
or: ଜାନୁଆରୀ, ଫେବୃଆରୀ, ମାର୍ଚ୍ଚ, ଅପ୍ରେଲ, ମଇ, ଜୁନ, ଜୁଲାଇ, ଅଗଷ୍ଟ, ସେପ୍ଟେମ୍ବର, ଅକ୍ଟୋବର, ନଭେମ୍ବର, ଡିସେମ୍ବର
fy: jan/jannewaris, feb/febrewaris, maart/mrt, apr/april, maaie/mai, jun/juny, jul/july, aug/augustus,
    sep/septimber, okt/oktober, nov/novimber, des/desimber
tg: январ/январи, феврал/феврали, март/марти, апрел/апрели, май/майи, июн/июни, июл/июли, август/августи,
    сентябр/сентябри, октябр/октябри, ноябр/ноябри, декабр/декабри
"""
