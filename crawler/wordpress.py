"""WordPress's REST forms, read: post types, taxonomies, items. No network.

Names of internal types and forms of answers are those of WordPress core (developer.wordpress.org/rest-api/reference).
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from datetime import datetime, timedelta
from typing import Any
from urllib.parse import urlencode, urlsplit

from lxml import html
from lxml.etree import ParserError
from scrapy.http import Response

from crawler.items import Item
from crawler.languages import of_post
from pipeline.urls import is_file

PER_PAGE = 100  # the most that WordPress gives; asking for more is an error (400) or is cut silently
EMBED = "author,wp:featuredmedia,wp:term"  # what is to come along with an item

# Types that hold a site's own parts, never its resources. "attachment" is files: they hang on the resources that link them.
INTERNAL_TYPES = frozenset(
    """attachment revision nav_menu_item custom_css customize_changeset oembed_cache user_request wp_block wp_template
    wp_template_part wp_global_styles wp_navigation wp_font_family wp_font_face wp_pattern_category acf-field-group
    acf-field acf-post-type acf-taxonomy acf-ui-options-page elementor_library e-landing-page wpcf7_contact_form
    jp_pay_order jp_pay_product feedback""".split()
)
# What plugins call their own parts, as they do for each of them: no site names its resources so.
_INTERNAL_NAME = re.compile(
    r"^(?:wp_|acf-|acf_|elementor|e-|wpcf7|wpforms|jp_|et_pb_|et_|fl-builder|fl-theme|vc_|brizy|bricks_|ct_template|oxy_|"
    r"kadence_|gp_elements|astra-|mc4wp|nf_|ninja|scheduled-action|shop_(?:order|coupon)|custom-css|amp_|jet-|rank_math_|"
    r"cookielawinfo|popup|ml-slide|sp_easy|_)"
)
# Pages are a site's furniture ("About us", "Contact"; WordPress handbook, "Pages"): read only when asked for.
FURNITURE_TYPES = frozenset({"page"})


def rest_url(root: str, route: str, query: Mapping[str, str] | None = None) -> str:
    """The address of a route. `root` is ".../wp-json/" or ".../?rest_route=/" (plain permalinks)."""
    encoded = urlencode(query or {}, safe=",:")
    if "rest_route=" in urlsplit(root).query:
        return root.rstrip("/") + "/" + route + (f"&{encoded}" if encoded else "")
    return root.rstrip("/") + "/" + route + (f"?{encoded}" if encoded else "")


def is_internal(name: str) -> bool:
    """Whether a post type holds parts of WordPress or of its plugins (blocks, templates, forms, orders), never resources."""
    return name in INTERNAL_TYPES or bool(_INTERNAL_NAME.match(name))


def post_types(answer: Mapping[str, Any], wanted: Collection[str] = ()) -> dict[str, str]:
    """Post type → route, from `/wp/v2/types`: the `wanted` ones, or every public one that holds resources."""
    found = {}
    for slug, each in answer.items():
        base = each.get("rest_base") if isinstance(each, dict) else None
        if not base or is_internal(slug) or "(?P<" in base:
            continue
        if slug in wanted if wanted else slug not in FURNITURE_TYPES:
            found[slug] = f"{each.get('rest_namespace') or 'wp/v2'}/{base}"
    return found


def taxonomies(answer: Mapping[str, Any]) -> dict[str, bool]:
    """Taxonomy → is it hierarchical? Such sort like categories, flat ones like tags (handbook, "Taxonomies")."""
    return {slug: bool(each.get("hierarchical")) for slug, each in answer.items() if isinstance(each, dict)}


def total_of(response: Response) -> int | None:
    """The total that the site states for a collection, or None where it states none."""
    value = (response.headers.get("X-WP-Total") or b"").decode("latin-1")
    return int(value) if value.isdigit() else None


def items_of(answer: Any) -> list[Mapping[str, Any]] | None:
    """The items of a list's answer, or None: it is no list of items.

    A filter that takes posts out of WordPress's array makes PHP write an object with numbers for names in its place.
    """
    if isinstance(answer, dict) and answer and all(name.isdigit() for name in answer):
        answer = [*answer.values()]
    if not isinstance(answer, list):
        return None
    return [each for each in answer if isinstance(each, dict) and "id" in each]


def read_item(item: Mapping[str, Any], hierarchical: Mapping[str, bool], language: str = "") -> Item:
    """An item, under its id: `guid` is no address and may change (WordPress handbook, "Posts").

    `language`: that of the list in which it stands, if it does not state its own.
    """
    fields, origins = fields_of(item, hierarchical), origins_of(item, hierarchical)
    if language and "language" not in fields:
        fields["language"], origins["language"] = language, "REST: the list in this language"
    return Item(str(item.get("link") or ""), fields, origins, str(item["id"]))


def fields_of(item: Mapping[str, Any], hierarchical: Mapping[str, bool]) -> dict[str, Any]:
    """An item's raw fields for an `Observation`: markup as it came, ids already become names."""
    embedded: Mapping[str, Any] = item.get("_embedded") or {}
    excerpt, content = item.get("excerpt") or {}, item.get("content") or {}
    fields: dict[str, Any] = {
        "title": (item.get("title") or {}).get("rendered", ""),
        "teaser": "" if excerpt.get("protected") else excerpt.get("rendered", ""),
        "published": with_offset(item.get("date"), item.get("date_gmt")),
        "modified": with_offset(item.get("modified"), item.get("modified_gmt")),
        "files": files_in(content.get("rendered", ""), str(item.get("link") or "")),
    }
    if "excerpt" not in item:  # a type without excerpts; an empty one is the site's own word
        del fields["teaser"]
        fields["content"] = content.get("rendered", "")
    if is_kept_elsewhere(content):
        # Not an empty body: one that was not shown. The same goes for an excerpt that was made from it.
        del fields["files"]
        for name in ("teaser", "content"):
            if name in fields and (not str(fields[name]).strip() or _SHORTCODE.search(str(fields[name]))):
                del fields[name]
    fields |= _terms(embedded, hierarchical)
    if (authors := _names(embedded.get("author"))) is not None:
        fields["authors"] = authors
    fields["image"] = _image(embedded.get("wp:featuredmedia"))
    language, translations = of_post(item)
    if language:
        fields["language"] = language
    if language or translations:  # a site that tells languages tells translations, or that there are none
        fields["translations"] = translations
    return fields


def origins_of(item: Mapping[str, Any], hierarchical: Mapping[str, bool]) -> dict[str, str]:
    """Where each field of `fields_of` came from, for people to read."""
    sources = {
        "title": "title.rendered",
        "teaser": "excerpt.rendered",
        "content": "content.rendered",
        "published": "date, date_gmt",
        "modified": "modified, modified_gmt",
        "files": "links in content.rendered",
        "categories": "hierarchical taxonomies",
        "tags": "flat taxonomies",
        "authors": "author",
        "image": "featured_media",
        "language": "lang, wpml_current_locale",
        "translations": "translations, wpml_translations",
    }
    return {"url": "REST: link"} | {name: f"REST: {sources[name]}" for name in fields_of(item, hierarchical)}


_SHORTCODE = re.compile(r"\[/?[a-z]+_[a-z_]+(?:\s[^\]]*)?\]")


def is_kept_elsewhere(content: Mapping[str, Any]) -> bool:
    """True where a page builder keeps the body: REST then gives none, or the builder's own codes, unresolved."""
    text = str(content.get("rendered") or "")
    return (
        "rendered" in content and not content.get("protected") and (not text.strip() or bool(_SHORTCODE.search(text)))
    )


# A clock that was never set. WordPress writes years of no date into its rows as well.
_NEVER = re.compile(r"(?:-|0000|0001|1970-01-01|1969-12-31)")


def with_offset(local: Any, gmt: Any) -> str:
    """A site-local date with its offset, told by the same date in GMT: WordPress states both, neither with an offset."""
    if not isinstance(local, str) or _NEVER.match(local):
        return ""
    try:
        here, there = datetime.fromisoformat(local), datetime.fromisoformat(str(gmt))
    except ValueError:
        return local
    minutes = round((here - there) / timedelta(minutes=1))
    if abs(minutes) > 15 * 60:  # "0000-00-00" and the like, or a date that was edited by hand
        return local
    sign, rest = "-" if minutes < 0 else "+", abs(minutes)
    return f"{local}{sign}{rest // 60:02}:{rest % 60:02}"


def _terms(embedded: Mapping[str, Any], hierarchical: Mapping[str, bool]) -> dict[str, list[str]]:
    """Names of the embedded terms. WordPress embeds one list per taxonomy of the type, also an empty one."""
    groups = embedded.get("wp:term")
    if not isinstance(groups, list):
        return {"categories": [], "tags": []}
    names: dict[str, list[str]] = {"categories": [], "tags": []}
    for term in (each for group in groups if isinstance(group, list) for each in group):
        if isinstance(term, dict) and term.get("name"):
            taxonomy = str(term.get("taxonomy"))
            kind = "categories" if hierarchical.get(taxonomy, taxonomy == "category") else "tags"
            names[kind].append(str(term["name"]))
    return names


def _names(people: Any) -> list[str] | None:
    """Embedded authors' names; None where the site hides them (it then embeds an error in their place)."""
    if not isinstance(people, list):
        return None
    return [str(each["name"]) for each in people if isinstance(each, dict) and each.get("name")] or None


def _image(media: Any) -> str:
    first = media[0] if isinstance(media, list) and media and isinstance(media[0], dict) else {}
    return str(first.get("source_url") or "")


def files_in(markup: str, base: str) -> list[dict[str, str]]:
    """Documents that the markup links to, as {url, title}, each once, in order."""
    if "href" not in markup:
        return []
    try:
        tree = html.fromstring(markup)
        tree.make_links_absolute(base, resolve_base_href=False, handle_failures="discard")
    except (ParserError, ValueError):
        return []
    found: dict[str, str] = {}
    for link in tree.iter("a"):
        url = link.get("href", "")
        if url.startswith(("http://", "https://")) and is_file(url):
            found.setdefault(url, " ".join(link.text_content().split()))
    return [{"url": url, "title": title} for url, title in found.items()]


def modified_of(item: Mapping[str, Any]) -> str:
    """When the item was modified, by the site's own clock: "2026-04-03T00:25:34"; "" where it is not said."""
    return str(item.get("modified") or "")[:19]
