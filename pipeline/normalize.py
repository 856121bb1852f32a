"""Observation → Resource, by the cleaners one after another: pure, deterministic, replayable."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from pipeline import dates, noise, urls
from pipeline.errors import BadUrl
from pipeline.language import clean_tag, detect
from pipeline.model import JSON, FileLink, Observation, Resource, Stamp, Translation
from pipeline.terms import clean_terms
from pipeline.text import to_text

_TEASER_WORDS = 55
_TEASER_CHARACTERS = 300
_CONTENT_MARKUP, _CONTENT_TEXT = 200_000, 4_000
_UNUSABLE = "unusable"


def normalize(observation: Observation) -> Resource:
    """Give the clean form of what a channel saw. Never raises on anything a site may say.

    A field that cannot be used is empty, and its origin says so; the observation keeps what the site said.
    """
    fields = observation.fields
    origins = dict.fromkeys(fields, str(observation.channel)) | dict(observation.origins)
    title = noise.clean_title(_text(fields.get("title")), site_name=_text(fields.get("site_name")))
    teaser, truncated = _teaser(fields, title)
    url = _url(observation.url, observation.page_url, origins, "url")
    if "content" in origins and "teaser" not in origins:
        origins["teaser"] = origins["content"]
    for helper in ("content", "site_name", "date_order", "timezone", "page_language", "lastmod", "page_read"):
        origins.pop(helper, None)
    hints = _hints(fields)
    return Resource(
        source=observation.source,
        url=url or observation.url.strip(),
        title=title,
        teaser=teaser,
        teaser_truncated=truncated,
        categories=clean_terms(_texts(fields.get("categories"))),
        tags=clean_terms(_texts(fields.get("tags"))),
        authors=_authors(fields.get("authors")),
        language=_language(fields, f"{title}. {teaser}", origins),
        published=_stamp("published", observation, hints, origins),
        modified=_stamp("modified", observation, hints, origins),
        image=_url(_text(fields.get("image")), observation.page_url, origins, "image"),
        files=tuple(_files(fields.get("files"), observation.page_url)),
        translations=tuple(_translations(fields.get("translations"), observation.page_url)),
        native_id=observation.native_id,
        origins=origins,
    )


def _text(value: JSON) -> str:
    """Give the string of a field that should be one; WordPress wraps some in {"rendered": …}."""
    if isinstance(value, str):
        return value
    if isinstance(value, bool) or value is None:
        return ""
    if isinstance(value, int | float):
        return str(value)
    if isinstance(value, Mapping):
        return _text(value.get("rendered") or value.get("name") or value.get("url"))
    return ""


def _texts(value: JSON) -> list[str]:
    if isinstance(value, list | tuple):
        return [text for item in value if (text := _text(item))]
    text = _text(value)
    return [text] if text else []


def _teaser(fields: Mapping[str, JSON], title: str) -> tuple[str, bool]:
    teaser, truncated = noise.clean_teaser(_text(fields.get("teaser")), title=title)
    if teaser or "content" not in fields:
        return teaser, truncated or (bool(teaser) and fields.get("teaser_truncated") is True)
    # A page's worth of text is enough to begin from; what a site sends may be a book.
    text = to_text(_text(fields.get("content"))[:_CONTENT_MARKUP])
    head, _, _ = text[:_CONTENT_TEXT].rpartition(" ") if len(text) > _CONTENT_TEXT else (text, "", "")
    text, cut = noise.clean_teaser(head or text[:_CONTENT_TEXT], title=title)
    return shorten(text, cut=cut)


def shorten(text: str, *, cut: bool = False) -> tuple[str, bool]:
    """Give the first 55 words or 300 characters of a text, whichever is less, cut at a word's end and marked so.

    55 words is WordPress's own excerpt (its filter `excerpt_length`); scripts without spaces are cut after a mark.
    """
    words = text.split(" ")
    if len(words) <= _TEASER_WORDS and len(text) <= _TEASER_CHARACTERS:
        return text, cut
    head = " ".join(words[:_TEASER_WORDS])
    if len(head) > _TEASER_CHARACTERS:
        head = head[: _TEASER_CHARACTERS + 1]
        space = max(head.rfind(" "), *(head.rfind(mark) + 1 for mark in "，、。；！？"))
        head = head[:space] if space > _TEASER_CHARACTERS // 2 else head[:_TEASER_CHARACTERS]
    return head.rstrip(" ,;:–—-….，、。；") + "…", True


def _authors(value: JSON) -> tuple[str, ...]:
    names = (noise.clean_author(name) for name in _texts(value))
    return tuple(dict.fromkeys(name for name in names if name))


def _language(fields: Mapping[str, JSON], text: str, origins: dict[str, str]) -> str:
    """Give the language that the item states, else that of its text, else that of the page around it.

    Many sites publish in several languages and declare one: the text knows better, where it is long enough to tell.
    """
    stated = _text(fields.get("language"))
    if tag := clean_tag(stated):
        return tag
    if stated:
        origins["language"] = f"{origins['language']}: {_UNUSABLE}"
    around, found = clean_tag(_text(fields.get("page_language"))), detect(text)
    if found and found != around.partition("-")[0]:
        origins["language"] = "its title and teaser"
        return found
    if around:
        origins["language"] = "the page's language"
    return around


@dataclass(frozen=True, slots=True)
class _Hints:
    """What helps to read an item's dates (`dates.parse`)."""

    order: str | None
    languages: tuple[str, ...]
    offset: str


def _hints(fields: Mapping[str, JSON]) -> _Hints:
    order = _text(fields.get("date_order"))
    tag = clean_tag(_text(fields.get("language"))) or clean_tag(_text(fields.get("page_language")))
    offset = _text(fields.get("timezone"))
    return _Hints(order if order in {"DMY", "MDY", "YMD"} else None, (tag,) if tag else (), offset)


def _stamp(name: str, observation: Observation, hints: _Hints, origins: dict[str, str]) -> Stamp | None:
    stated = to_text(_text(observation.fields.get(name)))
    if not stated:
        return None
    stamp = dates.parse(
        stated, order=hints.order, languages=hints.languages, now=observation.seen_at, offset=hints.offset
    )
    if stamp is None:
        origins[name] = f"{origins[name]}: {_UNUSABLE}"
    return stamp


def _url(url: str, base: str, origins: dict[str, str], name: str) -> str:
    if not url.strip():
        return ""
    try:
        return urls.canonical(url, base or None)
    except BadUrl:
        if name in origins:
            origins[name] = f"{origins[name]}: {_UNUSABLE}"
        return ""


def _files(value: JSON, base: str) -> Iterator[FileLink]:
    seen: set[str] = set()
    for item in value if isinstance(value, list | tuple) else ():
        stated = item if isinstance(item, Mapping) else {"url": item}
        url = _url(_text(stated.get("url")), base, {}, "")
        if url and url not in seen:
            seen.add(url)
            size = stated.get("size")
            kind = urls.media_type(url) or _text(stated.get("type"))
            title = to_text(_text(stated.get("title")))
            yield FileLink(url, title, kind, size if isinstance(size, int) and size >= 0 else None)


def _translations(value: JSON, base: str) -> Iterator[Translation]:
    """In the order of their languages; an address becomes canonical, what is none is a native id."""
    stated = value.items() if value and isinstance(value, Mapping) else ()
    for tag, name in sorted((clean_tag(tag), _text(name).strip()) for tag, name in stated):
        if not tag or not name:
            continue
        if not name.startswith(("http://", "https://", "/")):
            yield Translation(tag, f"id:{name}")
        elif url := _url(name, base, {}, ""):
            yield Translation(tag, f"url:{urls.identity(url)}", url)
