"""Which content management system makes this page? By what it says of itself, else by what its assets tell."""

from __future__ import annotations

import re

_TAG = re.compile(rb"<meta\b[^>]*>", re.IGNORECASE)
_NAME = re.compile(rb"\bname\s*=\s*[\"']?generator\b", re.IGNORECASE)
_CONTENT = re.compile(rb"\bcontent\s*=\s*(?:\"([^\"]*)\"|'([^']*)')", re.IGNORECASE)
_ASSETS = (
    ("WordPress", re.compile(rb"/wp-(?:content|includes)/", re.IGNORECASE)),
    ("Drupal", re.compile(rb"data-drupal-|drupal-settings-json|/core/misc/drupal|/sites/default/files/", re.IGNORECASE)),
    ("Ghost", re.compile(rb"/ghost/api/|cdn\.jsdelivr\.net/ghost/", re.IGNORECASE)),
    ("Discourse", re.compile(rb"data-discourse-|id=[\"']data-discourse-setup|discourse-cdn", re.IGNORECASE)),
    ("DSpace", re.compile(rb"<ds-app\b|dspace-theme|/xmlui/|/jspui/", re.IGNORECASE)),
    ("EPrints", re.compile(rb"/cgi/(?:search|oai2|latest)\b|eprints\.org/software", re.IGNORECASE)),
    ("Open Journal Systems", re.compile(rb"pkp_structure_|/lib/pkp/", re.IGNORECASE)),
    ("Joomla", re.compile(rb"/media/(?:jui|system/js)/|option=com_content", re.IGNORECASE)),
    ("TYPO3", re.compile(rb"/typo3(?:temp|conf)/", re.IGNORECASE)),
)  # fmt: skip


def cms_of(body: bytes, header: str = "") -> str:
    """The system and its version as stated ("WordPress 7.1") by `<meta name=generator>` or the X-Generator `header`.

    Page builders and plugins state themselves there too: of several the one that is known as a system counts.
    """
    stated = [*_generators(body), *([header] if header else [])]
    for each in stated:
        if any(each.lower().startswith(name.lower()) for name, _ in _ASSETS):
            return each
    by_assets = next((name for name, pattern in _ASSETS if pattern.search(body)), "")
    return by_assets or next(iter(stated), "")


def _generators(body: bytes) -> list[str]:
    found = []
    for tag in _TAG.findall(body[:400_000]):
        content = _CONTENT.search(tag)
        if _NAME.search(tag) and content:
            text = " ".join((content[1] or content[2] or b"").decode("utf-8", "replace").split())
            if text:
                found.append(text)
    return found
