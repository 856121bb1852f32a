"""Given names that many people bear, of many lands: they tell "Leila Aziz" in a line of facts from "South Sudan"."""

from __future__ import annotations

_NAMES = frozenset(
    "aaron abdul abdullah abebe abigail abraham ada adam adama adele adrian adriana agnes ahmad ahmed aicha aisha"
    " alain alan albert alejandra alejandro alessandra alessandro alex alexander alexandra alexandre alexei alfred"
    " ali alice alicia alina alison amadou amal amanda amare amelia amin amina amir amit amy ana anastasia anders"
    " andrea andreas andreea andrei andres andrew andrzej andrés angela anil anita anja ann anna anne annette"
    " annika anthony antoine anton antonia antonio antónio arjun arthur asha ashley asif astrid ayesha ayse"
    " barbara beatrice beatriz ben benjamin bernard bernd beth bettina bilal birgit björn bogdan boris brenda"
    " brian bruno camila camille carl carla carlos carmen carol carolina caroline catherine cecilia chantal"
    " charles charlotte chiara chloe chris christian christina christine christoph christopher claire clara claude"
    " claudia claudio colin cristina dan daniel daniela daniele danielle david deborah deepak delphine denis"
    " dennis diana diane diego dieter dimitri dirk dmitri dominique donald dorothy duncan edith eduardo edward"
    " eleanor elena eli elias elif elisabeth elizabeth ellen emil emilia emily emma emmanuel enrique eric erica"
    " erik erika ernst esther eva eve evelyn fabian fabio farah farid fatima fatou fatoumata federico felipe felix"
    " fernanda fernando fiona florence florian francesca francesco francis francisca francisco frank franz"
    " françois françoise fred frederic frederick friedrich frédéric gabriel gabriela gabriele gareth gary geoffrey"
    " georg george georges georgia gerald gerard gerhard giovanni giulia giuseppe gloria gordon grace graham greg"
    " gregory guillaume gustavo guy habib hamid hana hannah hans harald harry hasan hassan heather heidi heinz"
    " helen helena helene henri henrik henry herbert holger hussein ian ibrahim igor ilya imran ines ingrid"
    " irene irina iris isaac isabel isabella isabelle ismail ivan jack jackie jacob jacqueline jacques jaime jakob"
    " jakub james jamie jan jana jane janet jason javier jean jeff jennifer jeremy jessica jill jim jo joan joana"
    " joanna jochen joe joel johan johanna johannes john jon jonas jonathan jorge josef joseph josephine joshua"
    " josé joão juan judith julia julian juliana julie julien justin jürgen kamal karen karim karin karl katarina"
    " kate katharina katherine kathleen kathryn katja katrin keith kelly kemal kenneth kevin khadija khaled kim"
    " kirsten klaus kofi kristin krzysztof kumar kwame lara lars laura lauren laurence laurent layla lea leila"
    " lena leo leon leonardo leonie leslie lewis liam lidia liliana linda lisa liz louis louise lucas lucia lucie"
    " lucy luis luisa lukas luke lydia magdalena mahmoud maja malcolm manfred manuel manuela mara marc marcel"
    " marcela marcelo marcin marco marcos marcus margaret maria mariam mariana marianne marie marina mario marion"
    " mark markus marta martha martin martina mary maryam mateo matt matteo matthew matthias maurice max maya"
    " mehmet mei melanie melissa michael michaela michał michel michele michelle miguel mihai mike milan minh"
    " miriam mohamed mohammad mohammed mona monica monika moses murat musa mustafa nadia nadine nancy naomi"
    " natalia natalie natasha nathalie nathan neil nguyen nicholas nick nicola nicolas nicole nigel nina"
    " noah noor nora norbert olaf oleg olga oliver olivia olivier omar oscar oumar owen pablo pamela paola paolo"
    " pascal patricia patrick patrizia paul paula pauline paulo pavel pedro penny peter petra philip philipp"
    " philippe pia pierre piotr priya rachel rafael rahul raj rajesh ralf ralph ramesh rana raphael raquel ravi"
    " raymond rebecca reinhard renate rené ricardo richard rita robert roberta roberto robin rodrigo roger roland"
    " rolf romain roman ron rosa rose roy ruben ruth ryan sabine sabrina salma sam samantha samir samuel sandra"
    " sanjay sara sarah scott sean sebastian serge sergei sergio seyed shane sharon sheila shirin silvia simon"
    " simone sofia sofie sonia sonja sophia sophie stefan stefania stefano stella stephan stephanie stephen steve"
    " steven stuart sunil susan susanna susanne sven svetlana sylvia sylvie tamara tania tanya tariq tatiana"
    " teresa terry tesfaye thabo theo theresa thierry thomas tim timothy tina tobias tom tomas tomasz tony torsten"
    " tracy udo ulrich ulrike ursula uwe valentina valeria valerie vanessa vera veronica victor victoria viktor"
    " vincent virginia vladimir walter wanjiru wei wendy werner wilhelm will william wolfgang xavier yan yasmin"
    " yasmine yolanda youssef yuki yuri yusuf yves yvonne zainab zara zeynep zoe александр алексей андрей анна"
    " антон борис вадим вера виктор владимир галина григорий дарья дмитрий евгений екатерина елена иван игорь илья"
    " ирина константин лариса людмила максим марина мария михаил наталья наталія николай олег олександр олена"
    " ольга павел петр пётр роман светлана сергей сергій степан татьяна тетяна юлия юрий ірина".split()
)


def is_given(name: str) -> bool:
    """Whether a name begins with a given name that is known, or with an initial."""
    first = name.partition(" ")[0]
    return first.lower().partition("-")[0] in _NAMES or (len(first) == 2 and first[0].isupper() and first[1] == ".")
