"""Small words that carry a sentence, of the languages that the web writes most: they tell a text of some length at once.

One entry a language (BCP 47). Neighbours stand here too, so that what two of them share proves neither.
"""

from __future__ import annotations

FUNCTION_WORDS = """
en: the of and to in for is on that with by are this from be or as it was which an at have has how their can not its
    we you they what when who been more than these into about our after before between such
de: der die das und ist nicht mit von den zu auf für im des ein eine wird sich auch wie dem einer bei werden sind sie
    wir dass oder aber nach über durch vor aus zum zur noch kann haben hat wurde nur diese
nl: de het een en van in op voor met dat zijn te aan door is bij ook naar uit worden wordt deze hoe niet om na maar ze
    hun heeft hebben kan nog meer tussen onder
af: die van en in is het om te met vir dat op nie aan wat as hierdie was deur na
fr: le la les des et de du une dans pour est sur que qui par au aux avec ce cette sont plus leur ne pas ou ses été
    comment avant après nous vous ils elle elles leurs entre ont aussi peut sans sous lors ainsi dont cet être fait
es: el la los las y de del una un en para que por con es se su al sobre como más este esta sus lo entre desde cómo
    antes después muy sin ser ha han fue pero cuando hay todo también hasta donde quien cada
ca: el la els les i de del que en per amb un una és al com més dels aquest aquesta són ha no
gl: o os as e de do da dos das que en para por con un unha é non máis no na como se
pt: o os as e de do da dos das em uma para que com por no na não é ao mais se como sobre são pelo pela sua antes
    depois muito sem ser há foram foi quando também até onde cada entre seus suas esta este
it: il lo la gli le e di della del dei delle che per una un con sono nel alla dal è si come più al anche dalla nella
    prima dopo ma ha hanno essere ai nei dalle questo questa tra fra ogni
ro: și de la în pe cu care din pentru este un o mai sunt prin sau nu ale al ca după a
pl: i w na z do się że jest nie dla od oraz przez o to są jak po ich który która które za przed czy ale ma był była
    było może tylko także między być
cs: a v na je se s z o že pro k do jako od jsou při nebo podle které jejich také
sk: a v na je sa s z o že pre k do ako od sú pri alebo podľa ktoré ich tiež aj
hr: i u na je se za da od s su koji koje iz o ili kao što
sl: in v na je se za da od s so ki iz o ali kot pri
sv: och att det i som på en är av för med till den ett har inte om från vid eller de
da: og i at det er en til af på som for de den med der ikke har et om kan fra ved eller
nb: og i å det er en til av på som for de den med ikke har et om kan fra ved eller
tr: ve bir bu için ile olarak daha çok gibi olan da de en sonra kadar önce ama değil her ne arasında
az: və bir bu üçün ilə olaraq daha çox kimi olan da də ən sonra
vi: và của các cho trong là có được với những một này không người về đã từ
id: yang dan di dari untuk dengan pada ini dalam adalah akan oleh atau tidak ke juga dapat sebelum sesudah telah bagi
    para antara agar serta
ms: yang dan di dari untuk dengan pada ini dalam adalah akan oleh atau tidak ke juga boleh ialah telah kepada
sw: ya na wa kwa ni katika za la cha hii kuwa au vya kama
ru: и в на с по для что не как от из о к это за или при также их которые до после быть было этот эта этого если чтобы
    только более между перед под над его все
bg: и в на с по за от не че се да е като при са които или до
mk: и во на со по за од не дека се да е како при се кои или до
sr: и у на са по за од не да се је као при су које или до
uk: і в на з до для що не та як від про це за або які й у їх також після
be: і ў на з да для што не як ад пра гэта за або якія у іх таксама пасля
ar: في من على إلى عن أن التي الذي هذا هذه مع ما لا كما بين أو وقد كان خلال بعد
fa: در از به که این با است برای را و آن های تا بر یک می‌شود شده خود
ur: کے کی میں ہے سے کا اور کو پر نے یہ ہیں اس کہ کیا
hi: के में की है से का और को पर ने यह हैं एक लिए इस कि या भी
mr: आणि आहे या व च्या हे की एक ते
ne: र को का मा ले छ हो पनि यो गर्न एक
"""
