"""Which teasers show no mark of any template: most do, and need not be tried against every rule.

What takes template off (`read_more`, `edges`, `noise_rules`, `noise`) needs a mark to go by: a phrase of the tables at an
end, an ellipsis, an arrow or a bracket, a colon, the title. Here one look tells that there is none of them; where it
cannot tell, the rules themselves are tried.
"""

from __future__ import annotations

from pipeline import edges, entry_words, noise_rules, read_more, template_words
from pipeline.phrases import every
from pipeline.read_more import fold

# A text that is not longer may be a label as a whole.
LONGEST_LABEL = 60
LONG_TITLE = 30
_LEAST_AFTER_TITLE = 40
ARROWS = frozenset("→⟶➔➜➞►▸▶⇒›»")
_MARKS = ARROWS.union(']>”"')
_PHRASES = (
    *read_more.PHRASES,
    *(phrase for table in (template_words.COMMENT_LINKS, template_words.COMMENTS) for phrase in every(table)),
    *(*every(entry_words.FOOT_LINKS), *entry_words.NETWORKS),
    *noise_rules.ENDS,
)
# In capitals too: folding them again may give others ("yapın", "YAPIN").
_ENDINGS = read_more.Endings((*_PHRASES, *map(str.upper, _PHRASES)))


def is_unmarked(text: str, title: str) -> bool:
    """Say whether no rule can apply to a tidied teaser but that a last "…" marks it as cut."""
    if len(text) <= LONGEST_LABEL or text[-1] in _MARKS or ":" in text or "：" in text:
        return False
    body = text.removesuffix("…")
    if body[-1] in " ." and body is not text:
        return False
    if "…" in body or ".." in body or ". ." in body or "‥" in body or "⋯" in body:
        return False
    if edges.may_begin(text) or "omment" in text or "min" in text.rstrip(edges.LINK_MARKS)[-40:]:
        return False
    ending = read_more.ending(text)
    if ending in _ENDINGS or noise_rules.may_apply(text):
        return False
    return not title or not (
        read_more.may_name(text, title, ending)
        or (LONG_TITLE <= len(title) <= len(text) - _LEAST_AFTER_TITLE and fold(text[:4]) == fold(title[:4]))
    )
