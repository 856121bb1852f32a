"""CMS noise: what is template goes, in every language; what is true stays."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline import noise
from pipeline.edges import KINDS
from pipeline.noise import clean_author, clean_teaser, clean_title, is_label, is_read_more
from pipeline.noise_rules import RULES
from pipeline.phrases import READ_MORE
from pipeline.text import tidy
from pipeline.unmarked import is_unmarked

CASES = Path(__file__).parent.parent / "cases" / "noise"
LANGUAGES = json.loads((CASES / "languages.json").read_text(encoding="utf-8"))
TRUE_PHRASES = [
    line for line in (CASES / "true_phrases.txt").read_text(encoding="utf-8").splitlines() if line and line[0] != "#"
]


def plain_tails() -> list[tuple[str, str, str, bool]]:
    rows = []
    for case in LANGUAGES:
        whole, cut = tidy(case["whole"]), tidy(case["cut"])
        for tail in case["tails"]:
            rows.append((case["language"], f"{whole} {tail}", whole, False))
            rows.append(
                (case["language"], f"<p>{cut}&hellip; <a class='more-link' href='/a'>{tail}</a></p>", cut + "…", True)
            )
            rows.append((case["language"], f"{cut}...{tail}", cut + "…", True))
            rows.append((case["language"], f"{cut} [&#8230;] {tail}", cut + "…", True))
    return rows


def titled_tails() -> list[tuple[str, str, str, str, bool]]:
    rows = []
    for case in LANGUAGES:
        whole, cut, title = tidy(case["whole"]), tidy(case["cut"]), tidy(case["title"])
        for shape in case["titled"]:
            tail = shape.format(title=case["title"])
            rows.append((case["language"], f"{whole} {tail}", title, whole, False))
            rows.append((case["language"], f"{cut}… {tail}", title, cut + "…", True))
    return rows


@pytest.mark.parametrize(("language", "text", "teaser", "truncated"), plain_tails())
def test_a_link_to_the_full_text_goes(language: str, text: str, teaser: str, truncated: bool) -> None:
    assert clean_teaser(text) == (teaser, truncated), language


@pytest.mark.parametrize(("language", "text", "title", "teaser", "truncated"), titled_tails())
def test_a_link_that_names_the_title_goes(language: str, text: str, title: str, teaser: str, truncated: bool) -> None:
    assert clean_teaser(text, title=title) == (teaser, truncated), language


@pytest.mark.parametrize("phrase", TRUE_PHRASES)
def test_a_true_phrase_stays(phrase: str) -> None:
    assert clean_title(phrase.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")) == phrase
    if not is_label(phrase):
        assert clean_teaser(phrase.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")) == (phrase, False)


TEASERS = [
    # page builders and shortcodes
    ("[vc_row][vc_column width=&#8221;1/2&#8243;]The wells were tested twice.[/vc_column][/vc_row]", "The wells were tested twice.", False),
    ('[et_pb_section fb_built="1" admin_label="section"][et_pb_row]The wells were tested twice.', "The wells were tested twice.", False),
    ("<!-- wp:paragraph {\"align\":\"left\"} --><p>The wells were tested twice.</p><!-- /wp:paragraph -->", "The wells were tested twice.", False),
    ("&lt;!-- wp:paragraph --&gt;The wells were tested twice.&lt;!-- /wp:paragraph --&gt;", "The wells were tested twice.", False),
    ('[caption id="attachment_12" align="left" width="300"]<img src="/a.jpg"> A well near the school[/caption] The wells were tested twice.', "The wells were tested twice.", False),
    ("<figure><img src='/a.jpg' alt='A well'><figcaption>A well near the school</figcaption></figure><p>The wells were tested twice.</p>", "The wells were tested twice.", False),
    ("[fusion_builder_container hundred_percent=\"no\"][fusion_text]The wells were tested twice.[/fusion_text]", "The wells were tested twice.", False),
    ("The wells were tested twice. [gallery ids=\"1,2,3\"]", "The wells were tested twice.", False),
    ("The wells were tested twice. [contact-form-7 id=\"31\" title=\"Ask us\"]", "The wells were tested twice.", False),
    ("[su_spacer size=\"20\"]The wells were tested twice.[su_button url=\"/a\"]Get it[/su_button]", "The wells were tested twice. Get it", False),
    ("The wells were tested twice. [vc_column_text css=&#8221;.vc_custom_15", "The wells were tested twice.…", True),
    ("<style>.a{color:red}</style><script>var a = '<p>no</p>';</script>The wells were tested twice.", "The wells were tested twice.", False),
    ("<div class='elementor-widget'><svg><title>icon</title></svg>\uf0a9 The wells were tested twice.</div>", "The wells were tested twice.", False),
    # cuts
    ("The wells were tested tw&#8230;", "The wells were tested tw…", True),
    ("The wells were tested tw...", "The wells were tested tw…", True),
    ("The wells were tested tw [&hellip;]", "The wells were tested tw…", True),
    ("The wells were tested tw[...]", "The wells were tested tw…", True),
    ("The wells were tested tw (more&#8230;)", "The wells were tested tw…", True),
    ("The wells were tested tw … [...]", "The wells were tested tw…", True),
    ("The wells were tested tw. . .", "The wells were tested tw…", True),
    ("The wells were tested twice. [&hellip;]", "The wells were tested twice.…", True),
    ("The wells, the pumps, […]", "The wells, the pumps,…", True),
    ("The wells were tested twice....", "The wells were tested twice.…", True),
    ("The wells were tested twice [...]Read More... from Wells of the nor...", "The wells were tested twice…", True),
    ("The wells were tested (more...) \"Wells of the north\"", "The wells were tested…", True),
    ("Report EN | FR | RURead more ›", "Report EN | FR | RU", False),
    ("The wells were tested twice. Post author By Amina Okafor Post date 03.04.2026", "The wells were tested twice.", False),
    ("The wells were tested twice. 1 Comment on Wells of the north", "The wells were tested twice.", False),
    ("The draft was read twice. 12 comments on the draft were answered", "The draft was read twice. 12 comments on the draft were answered", False),
    ("All peopl...Read More", "All peopl…", True),
    ("All peopl... Read More", "All peopl…", True),
    ("All peopl… <span class='meta-nav'>&rarr;</span>", "All peopl…", True),
    ("Tell us more… or less", "Tell us more… or less", False),
    # feeds
    ("The wells were tested twice. The post Wells of the north appeared first on Water Desk.", "The wells were tested twice.", False),
    ("<p>The wells were tested tw [&#8230;]</p> <p>The post <a href='/a'>Wells of the north</a> appeared first on <a href='/'>Water Desk</a>.</p>", "The wells were tested tw…", True),
    ("Die Brunnen wurden zweimal geprüft. Der Beitrag Brunnen im Norden erschien zuerst auf Wasserstelle.", "Die Brunnen wurden zweimal geprüft.", False),
    ("Les puits ont été testés. L’article Puits du nord est apparu en premier sur Bureau de l’eau.", "Les puits ont été testés.", False),
    ("Los pozos se probaron. La entrada Pozos del norte se publicó primero en Mesa del Agua.", "Los pozos se probaron.", False),
    ("I pozzi sono stati provati. L'articolo Pozzi del nord proviene da Ufficio acqua.", "I pozzi sono stati provati.", False),
    ("Os poços foram testados. O post Poços do norte apareceu primeiro em Mesa da Água.", "Os poços foram testados.", False),
    ("De putten zijn getest. Het bericht Putten in het noorden verscheen eerst op Waterbalie.", "De putten zijn getest.", False),
    ("Studnie zbadano. Artykuł Studnie północy pochodzi z serwisu Biuro Wody.", "Studnie zbadano.", False),
    ("Колодцы проверены. Запись Колодцы севера впервые появилась Бюро воды.", "Колодцы проверены.", False),
    # entry headers and footers
    ("Posted on April 3, 2024 by admin The wells were tested twice.", "The wells were tested twice.", False),
    ("Posted on 3 April 2024 | The wells were tested twice.", "The wells were tested twice.", False),
    ("Published on 3 May 2024 by the Ministry, this report counts wells.", "Published on 3 May 2024 by the Ministry, this report counts wells.", False),
    ("5 min read · The wells were tested twice.", "The wells were tested twice.", False),
    ("Estimated reading time: 5 minutes The wells were tested twice.", "The wells were tested twice.", False),
    ("Reading time: 5 minutes The wells were tested twice.", "The wells were tested twice.", False),
    ("The wells were tested twice. Filed under: Water, Health", "The wells were tested twice.", False),
    ("The wells were tested twice. Tags: water, wells", "The wells were tested twice.", False),
    ("The wells were tested twice TAGS: Global", "The wells were tested twice", False),
    ("The wells were tested twice. TAGS:", "The wells were tested twice.", False),
    ("The wells were tested twice. Leave a comment", "The wells were tested twice.", False),
    ("The wells were tested twice. Leave a comment on Wells of the north", "The wells were tested twice.", False),
    ("The wells were tested twice. 3 Comments", "The wells were tested twice.", False),
    ("The wells were tested twice. No Comments", "The wells were tested twice.", False),
    ("The wells were tested twice. Read more Leave a comment", "The wells were tested twice.", False),
    ("The wells were tested twice. Share this: Twitter Facebook Like this: Like Loading...", "The wells were tested twice.", False),
    ("Share Tweet Pin Email The wells were tested twice.", "The wells were tested twice.", False),
    ("The wells were tested twice. Facebook Twitter LinkedIn WhatsApp", "The wells were tested twice.", False),
    ("The wells were tested twice. https://water.example/?p=4711", "The wells were tested twice.", False),
    ("Skip to content The wells were tested twice.", "The wells were tested twice.", False),
    ("post page attachment revision nav_menu_item custom_css customize_changeset oembed_cache user_request wp_block The wells were tested twice.", "The wells were tested twice.", False),
    ("Die Brunnen wurden zweimal geprüft. Schreibe einen Kommentar", "Die Brunnen wurden zweimal geprüft.", False),
    ("Les puits ont été testés. Laisser un commentaire", "Les puits ont été testés.", False),
    ("Колодцы проверены. Оставить комментарий", "Колодцы проверены.", False),
    # nothing but template
    ("Read more", "", False),
    ("<a href='/a'>Continue reading →</a>", "", False),
    ("TAGS:", "", False),
    ("[&hellip;]", "", False),
    ("", "", False),
    ("&nbsp;", "", False),
    # text as it should be
    ("In the Pacific – on average US$ 1000 – before they left.", "In the Pacific – on average US$ 1000 – before they left.", False),
    ("Cases &lt; 18 years &amp; families; amounts &gt; 1,000 €", "Cases < 18 years & families; amounts > 1,000 €", False),
    ("Caf&amp;eacute; &amp;amp; bar", "Café & bar", False),
    ("line one<br>line two<br/>line three", "line one line two line three", False),
    ("<ul><li>wells</li><li>pumps</li></ul>", "wells pumps", False),
    ("H<sub>2</sub>O for <b>all</b>", "H2O for all", False),
]  # fmt: skip


@pytest.mark.parametrize(("text", "teaser", "truncated"), TEASERS)
def test_a_teaser_is_what_the_author_wrote(text: str, teaser: str, truncated: bool) -> None:
    assert clean_teaser(text) == (teaser, truncated)


def test_a_long_title_before_the_teaser_goes_but_not_one_that_the_sentence_needs() -> None:
    title = "Safe harbours for coastal families: a field guide"
    body = "Villages along the coast have prepared for storms for a hundred years."
    assert clean_teaser(f"{title} {body}", title=title) == (body, False)
    assert clean_teaser(f"{title} is what the villages asked for in the spring.", title=title)[0].startswith(title)
    assert clean_teaser(
        "Annual Report Card on schools shows what the ministries left out of theirs.", title="Annual Report"
    )[0].startswith("Annual")
    assert clean_teaser(title, title=title) == (title, False)


def test_a_title_is_known_by_its_words_whatever_its_quotes_and_dashes() -> None:
    title = "“Nobody asked us”: wells of the north – a survey"
    body = "The wells were tested twice."
    assert clean_teaser(f'{body} Continue reading "Nobody asked us": wells of the north - a survey', title=title) == (
        body,
        False,
    )
    assert clean_teaser(f"{body} “Nobody asked us”: wells of the…", title=title) == (body, False)
    assert clean_teaser(f"{body} “Nobody asked them”: wells of the…", title=title)[1]


TITLES = [
    ("Wells of the north &#8211; Water Desk", "Water Desk", "Wells of the north"),
    ("Wells of the north | Water Desk", "Water Desk", "Wells of the north"),
    ("Water Desk » Wells of the north", "Water Desk", "Wells of the north"),
    ("Wells of the north - Water Desk", "WATER DESK", "Wells of the north"),
    ("An interview with the Water Desk", "Water Desk", "An interview with the Water Desk"),
    ("Ten years on: Water Desk", "Water Desk", "Ten years on: Water Desk"),
    ("Water Desk", "Water Desk", "Water Desk"),
    ("Non-Water Desk", "Water Desk", "Non-Water Desk"),
    ("Permalink to Wells of the north", "", "Permalink to Wells of the north".removeprefix("Permalink to ")),
    ("Wells &amp;amp; pumps", "", "Wells & pumps"),
    ("<em>Wells</em> of the north", "", "Wells of the north"),
    ("Wells\u00a0of\u200b the north ", "", "Wells of the north"),
    ("&#8220;Nobody asked us&#8221;: wells", "", "“Nobody asked us”: wells"),
    ("Brunnen im Norden – Wasserstelle", "Wasserstelle", "Brunnen im Norden"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "site_name", "title"), TITLES)
def test_a_title_is_without_the_site(text: str, site_name: str, title: str) -> None:
    assert clean_title(text, site_name=site_name) == title


@pytest.mark.parametrize(
    "title",
    [
        "Enough said, no more…",
        "Wait for it...",
        "Going, going, ...",
        "… and justice for all",
        "More",
        "Mehr",
        "Saber más",
        "更多",
    ],
)
def test_a_title_may_look_like_a_cut_or_a_link(title: str) -> None:
    assert clean_title(title) == title


@pytest.mark.parametrize(
    "text",
    ["Read more", "READ MORE »", "Read more…", "TAGS:", "Tags", "Posted by", "Posted on", "Share", "0 comments", "12 Comments", "Leave a comment",
     "5 min read", "»", "…", "", "|", "Weiterlesen", "続きを読む", "0 Kommentare", "Schlagwörter:", "标签：", "Метки:", "แท็ก", "Skip to content",
     "Filed under:", "Categories:", "by", "By", "اقرأ المزيد", "الوسوم:", "Etiquetas:", "Étiquettes :", "Previous", "Next »"],
)  # fmt: skip
def test_template_alone_is_a_label(text: str) -> None:
    assert is_label(text)


@pytest.mark.parametrize("phrase", [*TRUE_PHRASES, "2024", "12", "Guidance", "Water", "Trafficking", "COVID-19"])
def test_a_true_phrase_is_no_label(phrase: str) -> None:
    assert not is_label(phrase)


def test_read_more_alone_is_told_from_a_sentence() -> None:
    assert is_read_more("Continue reading →")
    assert is_read_more("Mehr erfahren")
    assert not is_read_more("Read more books: a campaign")
    assert not is_read_more("Share")


AUTHORS = [
    ("By Amina Okafor", "Amina Okafor"), ("by Amina Okafor", "Amina Okafor"), ("Posted by Amina Okafor", "Amina Okafor"),
    ("Written by: Amina Okafor", "Amina Okafor"), ("Author: Amina Okafor", "Amina Okafor"), ("Von Amina Okafor", "Amina Okafor"),
    ("von der Leyen", "von der Leyen"), ("Von Braun", "Von Braun"), ("Par Amina Okafor", "Amina Okafor"), ("Por Amina Okafor", "Amina Okafor"),
    ("di Mario Rossi", "Mario Rossi"), ("Di Pietro", "Di Pietro"), ("Van Dijk", "Van Dijk"), ("De Luca", "De Luca"), ("Автор: Анна Иванова", "Анна Иванова"),
    ("作者：王小明", "王小明"), ("โดย สมชาย ใจดี", "สมชาย ใจดี"), ("بقلم أمينة علي", "أمينة علي"), ("By", ""), ("", ""), ("Editorial Team", "Editorial Team"),
    ("Byron Katie", "Byron Katie"), ("Parveen Shah", "Parveen Shah"), ("View all posts by Amina Okafor", "Amina Okafor"),
    ("<a href='/author/a'>Amina&nbsp;Okafor</a>", "Amina Okafor"), ("Amina Okafor,", "Amina Okafor"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "name"), AUTHORS)
def test_an_author_is_a_name(text: str, name: str) -> None:
    assert clean_author(text) == name


@pytest.mark.parametrize(
    "teaser",
    ["The course lasts two days. Topics: water, law and health", "Abstract. Keywords: tides, harbours", "El curso dura dos días. Palabras clave: agua, ley",
     "The rules name three harbours: Alba, Brisa and Cala", "Two hands are needed. Photo: see page 4", "Comments close on Friday. Share of women: 40 %",
     "It was posted on 3 April 2026 The Hague time", "Read it twice. Print: 4 pages", "Reading time is short. 3 minutes are enough"],
)  # fmt: skip
def test_what_an_author_writes_at_the_end_stays(teaser: str) -> None:
    assert clean_teaser(teaser) == (teaser, False)


def test_a_search_engines_piece_begins_with_its_words() -> None:
    assert clean_teaser("... towns kept their wells. And more") == ("towns kept their wells. And more", False)


def test_every_rule_is_explained_to_readers_and_says_why() -> None:
    page = (CASES.parents[2] / "docs" / "cleaning.md").read_text(encoding="utf-8")
    named = {name for row in re.findall(r"^\| ([a-z][^|]*) \|", page, flags=re.MULTILINE) for name in row.split(", ")}
    rules = {rule.name for rule in RULES} | set(KINDS)
    assert named - {"rule", "read more"} == rules
    assert all(rule.why for rule in RULES)
    assert all(KINDS.values())


def test_the_links_to_the_full_text_are_known_in_more_than_forty_languages() -> None:
    assert len(READ_MORE) >= 80


@pytest.mark.parametrize("title", ["", "Wells of the delta: a field guide"])
@pytest.mark.parametrize(
    "teaser",
    [
        "The village has waited for ten years, and now the water runs at last. Come and see it!",
        "Nous avons attendu dix ans, et maintenant l’eau coule enfin. Venez nombreux !",
        "Le manuel, dit le maire, est « le meilleur que le village ait jamais eu »",
    ],
)
def test_the_last_mark_of_a_sentence_stays(teaser: str, title: str) -> None:
    assert clean_teaser(teaser, title=title) == (teaser, False)


PIECES = [
    "The wells were tested twice in the spring, before the storms", ".", " ", "…", "...", "!", ")", "(more…)", "[…]", ": ",
    "Read more", "READ MORE", "Weiterlesen", "続きを読む", "اقرأ المزيد", "ΔΙΑΒΆΣΤΕ ΠΕΡΙΣΣΌΤΕΡΑ", "Wells of the delta: a field guide",
    "Wells of the delta", "Leave a comment", "3 comments", " – YORUM YAPIN", "3 min read", "Facebook Twitter", "Share", "X", "→", "»", "mehr …",
    "The post Wells appeared first on Water.", "[vc_row]", "on Medium", "Posted on 3 May 2024", "Skip to content", "Tags",
]  # fmt: skip


@given(
    st.lists(st.sampled_from(PIECES) | st.text(max_size=8), min_size=1, max_size=8), st.sampled_from(["", PIECES[16]])
)
def test_no_rule_applies_to_an_unmarked_teaser(pieces: list[str], title: str) -> None:
    text = tidy("".join(pieces))
    if text and is_unmarked(text, title):
        assert noise._strip(text, title) == (text, text.endswith("…"))
