"""What stands at the edges of a title and is no part of it: a badge, a label, words for screen readers."""

from __future__ import annotations

import re

from crawler.listing.kinds import is_kind
from crawler.listing.slots import Table

_OPENS = re.compile(
    r"[(\[]?\s*(?:link |this link |will )?(?:opens?|opening|external (?:link|site|website)|öffnet|externer link|s'ouvre"
    r"|lien externe|nouvelle fenêtre|se abre|abre|enlace externo|link externo|si apre|link esterno|otwiera|открывается"
    r"|внешняя ссылка|opent)[^()\[\]]{0,50}[)\]]?",
    re.IGNORECASE,
)
_BADGE = re.compile(r"(?:^|[\s_-])(?:badge|label|pill|flag|ribbon|sticker|chip)(?=$|[\s_-])", re.IGNORECASE)
_HIDDEN = re.compile(
    r"(?:^|[\s_-])(?:sr-?only|visually-?hidden|screen-?reader(?:-text)?|hidden|invisible)(?=$|[\s_-])", re.IGNORECASE
)
_BRACKETED = re.compile(r"[(\[].*[)\]]")
_ON_BADGES = frozenset("new updated featured hot pinned neu nouveau nuevo novo nuovo новое новинка 新 new!".split())


def without_signs(table: Table, node: int, places: list[int]) -> list[int]:
    """The texts of a title's element without those at its edges that are signs; all of them, if nothing else is left."""
    low, high = 0, len(places)
    while low < high and _is_sign(table, node, places[low], leads=True):
        low += 1
    while high > low and _is_sign(table, node, places[high - 1], leads=False):
        high -= 1
    return places[low:high] or places


def _is_sign(table: Table, node: int, at: int, *, leads: bool) -> bool:
    page = table.page
    line, owner = page.lines[at], page.owners[at]
    if not line:
        return True
    shared = line.lower() in table.template
    if leads and shared and line.endswith((":", "：")):
        return True  # "Title:" in all records
    if owner == node or len(line) > 60:
        return False
    names = page.classes[owner]
    if _BADGE.search(names):
        return shared or is_kind(line) or line.lower() in _ON_BADGES
    apart = _BRACKETED.fullmatch(line) is not None or _HIDDEN.search(names) is not None
    return apart and (shared or (not leads and _OPENS.fullmatch(line) is not None))
