"""The names of the days of the week, in the languages of the web.

One entry a language (BCP 47): seven groups from Monday on, the forms of a name between strokes. Lower case, without a
closing stop. Facts from Unicode's CLDR, as `dateparser` ships them.
"""

from __future__ import annotations

WEEKDAYS = """
en: mon/monday/mo, tue/tuesday/tu/tues, wed/wednesday/we, thu/thursday/th, fri/friday/fr, sat/saturday/sa,
    sun/sunday/su
de: mo/montag/mon, di/dienstag/die, mi/mittwoch/mit, do/donnerstag/don, fr/freitag/fre, sa/samstag/sam,
    so/sonntag/son
fr: lun/lundi/lu, mar/mardi/ma, mer/mercredi/me, jeu/jeudi/je, ven/vendredi/ve, sam/samedi/sa,
    dim/dimanche/di
es: lun/lunes/lu, mar/martes, mié/miércoles/mi, jue/jueves/ju, vie/viernes, sáb/sábado/sa, dom/domingo/do
pt: seg/segunda-feira/segunda, ter/terça-feira/terça, qua/quarta-feira/quarta, qui/quinta-feira/quinta,
    sex/sexta-feira/sexta, sáb/sábado/sab, dom/domingo
it: lun/lunedì, mar/martedì, mer/mercoledì, gio/giovedì, ven/venerdì, sab/sabato, dom/domenica
nl: ma/maandag, di/dinsdag, wo/woensdag, do/donderdag, vr/vrijdag, za/zaterdag, zo/zondag
ca: dilluns/dl, dimarts/dt, dc/dimecres, dijous/dj, divendres/dv, dissabte/ds, dg/diumenge
gl: luns, mar/martes, mér/mércores, xov/xoves, ven/venres, sáb/sábado, dom/domingo
eu: al/astelehena, ar/asteartea, asteazkena/az, og/osteguna, or/ostirala, larunbata/lr, ig/igandea
da: man/mandag, tirs/tirsdag/tir, ons/onsdag, tors/torsdag/tor, fre/fredag, lør/lørdag, søn/søndag
nb: man/mandag, tir/tirsdag, ons/onsdag, tor/torsdag, fre/fredag, lør/lørdag, søn/søndag
nn: må/mån/måndag, ty/tys/tysdag, on/ons/onsdag, to/tor/torsdag, fr/fre/fredag, la/lau/laurdag,
    sø/søn/søndag
sv: mån/måndag/månd, tis/tisdag/tisd, ons/onsdag/onsd, tors/torsdag/torsd, fre/fredag/fred,
    lör/lördag/lörd, sön/söndag/sönd
fi: ma/maanantai/maanantaina, ti/tiistai/tiistaina, ke/keskiviikko/keskiviikkona, to/torstai/torstaina,
    pe/perjantai/perjantaina, la/lauantai/lauantaina, su/sunnuntai/sunnuntaina
is: mán/mánudagur, þri/þriðjudagur, mið/miðvikudagur, fim/fimmtudagur, fös/föstudagur, lau/laugardagur,
    sun/sunnudagur
et: esmaspäev, teisipäev, kolmapäev, neljapäev, reede, laupäev, pühapäev
lv: pirmd/pirmdiena, otrd/otrdiena, trešd/trešdiena, ceturtd/ceturtdiena, piektd/piektdiena,
    sestd/sestdiena, svētd/svētdiena
lt: pirmadienis/pr, an/antradienis, tr/trečiadienis, ketvirtadienis/kt, penktadienis/pn, šeštadienis/št,
    sekmadienis/sk
pl: pon/poniedziałek/poniedzialek/pn, wt/wtorek/wto, śr/środa/sroda/środę/srode/śro/sro/sr,
    czw/czwartek/cz, piątek/pt/piatek/pią/pia/pi, sob/sobota/sobotę/sobote/so/sb,
    niedz/niedziela/niedzielę/niedziele/nie/nd
cs: po/pondělí/pon, út/úterý/úte, st/středa/stř/středu/středy, čt/čtvrtek/čtv, pá/pátek/pát/pátku,
    so/sobota/sob/sobotu/soboty, ne/neděle/ned/neděli
sk: po/pondelok, ut/utorok, st/streda/stredu, št/štvrtok, pi/piatok, so/sobota/sobotu, ne/nedeľa/nedeľu
sl: pon/ponedeljek, tor/torek, sre/sreda, čet/četrtek, pet/petek, sob/sobota, ned/nedelja
hr: pon/ponedjeljak, uto/utorak, sri/srijeda, čet/četvrtak, pet/petak, sub/subota, ned/nedjelja
bs: pon/ponedjeljak, uto/utorak, sri/srijeda, čet/četvrtak, pet/petak, sub/subota, ned/nedjelja
sr: пон/понедељак, уто/уторак, сре/среда, чет/четвртак, пет/петак, суб/субота, нед/недеља
mk: пон/понеделник, вто/вторник/вт, сре/среда, чет/четврток, пет/петок, саб/сабота, нед/недела
bg: пн/понеделник/пон, вт/вторник/вто, ср/сряда/сря, четвъртък/чт, петък/пт, сб/събота, нд/неделя
ru: пн/понедельник/пнд, вт/вторник/втр, ср/среда/срд/среду, четверг/чт/чтв, пт/пятница/птн/пятницу,
    сб/суббота/сбт/субботу, воскресенье/вс/воскресение/вск
uk: пн/понеділок/пон/понед, вт/вівторок/вів/вівтор, середа/середу/ср/сер/серед, четвер/чт/чет,
    п'ятницю/п'ятниця/пт/пят, сб/субота/суботу/суб/субот, нд/неділю/неділя/нед/неділ
be: панядзелак/пн/пнд, аў/аўторак/аўт, серада/ср, чацвер/чц/чцв/чв, пт/пятніца/пят, сб/субота/суб,
    нд/нядзеля/няд
hu: hétfő, kedd, sze/szerda, cs/csütörtök, péntek, szo/szombat, vasárnap/vas
ro: lun/luni, mar/marți, mie/miercuri/mi, joi, vin/vineri, sâm/sâmbătă, dum/duminică
sq: e hënë/hën, e martë/mar, e mërkurë/mër, e enjte/enj, e premte/pre, e shtunë/sht, die/e diel
el: δευ/δευτέρα, τρί/τρίτη, τετ/τετάρτη, πέμ/πέμπτη, παρ/παρασκευή, σάβ/σάββατο, κυρ/κυριακή
tr: pazartesi/pzt, sal/salı, çar/çarşamba/çrs, per/perşembe/prs, cum/cuma, cmt/cumartesi, paz/pazar
az: bazar ertəsi/be, ça/çərşənbə axşamı, çərşənbə, ca/cümə axşamı, cümə, şənbə, bazar
kk: дс/дүйсенбі, сейсенбі/сс, ср/сәрсенбі, бейсенбі/бс, жм/жұма, сб/сенбі, жексенбі/жс
uz: dush/dushanba, sesh/seshanba, chor/chorshanba, pay/payshanba, jum/juma, shan/shanba, yak/yakshanba
ky: дүй/дүйшөмбү, шейш/шейшемби, шарш/шаршемби, бейш/бейшемби, жума, ишемби/ишм, жек/жекшемби
mn: да/даваа, мя/мягмар, лх/лхагва, пү/пүрэв, ба/баасан, бя/бямба, ня/ням
hy: երկ/երկուշաբթի, երեքշաբթի/երք, չորեքշաբթի/չրք, հինգշաբթի/հնգ, ուր/ուրբաթ, շաբաթ/շբթ, կիր/կիրակի
ka: ორშ/ორშაბათი, სამ/სამშაბათი, ოთხ/ოთხშაბათი, ხუთ/ხუთშაბათი, პარ/პარასკევი, შაბ/შაბათი, კვი/კვირა
ar: الاثنين/الإثنين, الثلاثاء, الأربعاء, الخميس, الجمعة/الجمعه, السبت, الأحد
fa: دوشنبه, سه‌شنبه/سهشنبه, چهارشنبه/چهار شنبه, پنجشنبه/پنج شنبه, جمعه, شنبه/روز شنبه/دو شنبه, یکشنبه
ur: پیر/سوموار, منگل, بدھ, جمعرات, جمعہ, ہفتہ, اتوار
ps: دونۍ/دوشنبه, درېنۍ/سه‌شنبه, څلرنۍ/چهارشنبه, پينځنۍ/پنجشنبه, جمعه, اونۍ/شنبه, يونۍ/یکشنبه
ckb: دووشەممە, سێشەممە, چوارشەممە, پێنجشەممە, ھەینی, شەممە, یەکشەممە
he: יום ב׳/יום שני/שני/יום ב, יום ג׳/יום שלישי/שלישי/יום ג, יום ד׳/יום רביעי/רביעי/יום ד,
    יום ה׳/יום חמישי/חמישי/יום ה, יום ו׳/יום שישי/שישי/יום ו, יום שבת/שבת, יום א׳/יום ראשון/ראשון/יום א
hi: सोम/सोमवार, मंगल/मंगलवार, बुध/बुधवार, गुरु/गुरुवार, शुक्र/शुक्रवार, शनि/शनिवार, रवि/रविवार
mr: सोम/सोमवार, मंगळ/मंगळवार, बुध/बुधवार, गुरु/गुरुवार, शुक्र/शुक्रवार, शनि/शनिवार, रवि/रविवार
ne: सोम/सोमबार, मङ्गल/मङ्गलबार, बुध/बुधबार, बिहि/बिहिबार, शुक्र/शुक्रबार, शनि/शनिबार, आइत/आइतबार
bn: সোম/সোমবার, মঙ্গল/মঙ্গলবার, বুধ/বুধবার, বৃহস্পতি/বৃহস্পতিবার/বৃহষ্পতিবার, শুক্র/শুক্রবার, শনি/শনিবার,
    রবি/রবিবার
gu: સોમ/સોમવાર, મંગળ/મંગળવાર, બુધ/બુધવાર, ગુરુ/ગુરુવાર, શુક્ર/શુક્રવાર, શનિ/શનિવાર, રવિ/રવિવાર
pa: ਸੋਮ/ਸੋਮਵਾਰ, ਮੰਗਲ/ਮੰਗਲਵਾਰ, ਬੁੱਧ/ਬੁੱਧਵਾਰ, ਵੀਰ/ਵੀਰਵਾਰ, ਸ਼ੁੱਕਰ/ਸ਼ੁੱਕਰਵਾਰ, ਸ਼ਨਿੱਚਰ/ਸ਼ਨਿੱਚਰਵਾਰ, ਐਤ/ਐਤਵਾਰ
ta: திங்/திங்கள், செவ்/செவ்வாய், புத/புதன், வியா/வியாழன், வெள்/வெள்ளி, சனி, ஞாயி/ஞாயிறு
te: సోమ/సోమవారం, మంగళ/మంగళవారం, బుధ/బుధవారం, గురు/గురువారం, శుక్ర/శుక్రవారం, శని/శనివారం, ఆది/ఆదివారం
kn: ಸೋಮ/ಸೋಮವಾರ, ಮಂಗಳ/ಮಂಗಳವಾರ, ಬುಧ/ಬುಧವಾರ, ಗುರು/ಗುರುವಾರ, ಶುಕ್ರ/ಶುಕ್ರವಾರ, ಶನಿ/ಶನಿವಾರ, ಭಾನು/ಭಾನುವಾರ
ml: തിങ്കളാഴ്‌ച/തിങ്കൾ, ചൊവ്വ/ചൊവ്വാഴ്ച/ചൊവ്വാഴ്‌ച, ബുധനാഴ്‌ച/ബുധൻ, വ്യാഴം/വ്യാഴാഴ്‌ച, വെള്ളി/വെള്ളിയാഴ്‌ച,
    ശനി/ശനിയാഴ്‌ച, ഞായറാഴ്‌ച/ഞായർ
si: සඳුදා, අඟහ/අඟහරුවාදා, බදාදා, බ්‍රහස්/බ්‍රහස්පතින්දා, සිකු/සිකුරාදා, සෙන/සෙනසුරාදා, ඉරිදා
th: วันจันทร์/จันทร์/วันจันทร์ที่, วันอังคาร/อังคาร/วันอังคารที่, วันพุธ/พุธ/วันพุธที่,
    พฤ/วันพฤหัสบดี/พฤหัสบดี/พฤหัส/วันพฤหัสบดีที่, วันศุกร์/ศุกร์/วันศุกร์ที่, วันเสาร์/เสาร์/วันเสาร์ที่,
    วันอาทิตย์/อา/อาทิตย์/วันอาทิตย์ที่
lo: ຈັນ/ວັນຈັນ, ວັນອັງຄານ/ອັງຄານ, ພຸດ/ວັນພຸດ, ພະຫັດ/ວັນພະຫັດ, ວັນສຸກ/ສຸກ, ວັນເສົາ/ເສົາ, ວັນອາທິດ/ອາທິດ
km: ចន្ទ/ច័ន្ទ, អង្គារ, ពុធ, ព្រហ/ព្រហស្បតិ៍, សុក្រ, សៅរ៍, អាទិត្យ
my: တနင်္လာ, အင်္ဂါ, ဗုဒ္ဓဟူး, ကြာသပတေး, သောကြာ, စနေ, တနင်္ဂနွေ
vi: thứ hai, thứ ba, thứ tư, thứ năm, thứ sáu, thứ bảy, chủ nhật/cn
id: sen/senin, sel/selasa, rab/rabu, kam/kamis, jum/jumat, sab/sabtu, min/minggu/ahad
ms: isn/isnin, sel/selasa, rab/rabu, kha/khamis, jum/jumaat, sab/sabtu, ahad/ahd
fil: lun/lunes, mar/martes, miy/miyerkules, huw/huwebes, biy/biyernes, sab/sabado, lin/linggo
sw: jumatatu, jumanne, jumatano, alhamisi, ijumaa, jumamosi, jumapili
af: ma/maandag, di/dinsdag, wo/woensdag, do/donderdag, vr/vrydag, sa/saterdag, so/sondag
cy: dydd llun/llun, dydd mawrth/maw, dydd mercher/mer, dydd iau/iau, dydd gwener/gwe/gwen, dydd sadwrn/sad,
    dydd sul/sul
ga: dé luain/luan, dé máirt/máirt, céad/dé céadaoin, déar/déardaoin, aoine/dé haoine, dé sathairn/sath,
    domh/dé domhnaigh
eo: lu/lundo, ma/mardo, me/merkredo, ĵa/ĵaŭdo, ve/vendredo, sa/sabato, di/dimanĉo
mt: it-tnejn/tne, it-tlieta/tli, erb/l-erbgħa, il-ħamis/ħam, il-ġimgħa/ġim, is-sibt/sib, il-ħadd/ħad
so: isn/isniin, talaado/tldo/tal, arbaco/arbc/arb, khamiis/khms/kha, jimco/jmc/jim, sabti/sbti/sab,
    axad/axd
am: ሰኞ, ማክሰ/ማክሰኞ, ረቡዕ, ሐሙስ, ዓርብ, ቅዳሜ, እሑድ
lb: méi/méindeg, dën/dënschdeg, mët/mëttwoch, don/donneschdeg, fre/freideg, sam/samschdeg, son/sonndeg
fo: mán/mánadagur, týs/týsdagur, mik/mikudagur, hós/hósdagur, frí/fríggjadagur, ley/leygardagur,
    sun/sunnudagur
fy: mo/moandei, ti/tiisdei, wo/woansdei, to/tongersdei, fr/freed, sneon/so, si/snein
"""
