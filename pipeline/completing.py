"""What a channel leaves out of an item, and how the item's own page fills it: field by field, with the origin kept. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from pipeline.model import JSON, Channel, Enrich, Observation

# What is worth a request for the item's page, where a whole channel lacks it. Categories and tags are one: channels that
# do not tell them apart call all of them tags (docs/decisions/0006).
_WORTH = ("title", "teaser", "published", "authors")
_TERMS = ("categories", "tags")
# Channels that say of each field what there is: what they leave empty, the site leaves empty.
_AUTHORITATIVE = frozenset((Channel.WORDPRESS, Channel.DRUPAL, Channel.GHOST, Channel.DISCOURSE, Channel.OAI))
# Says in the recorded fields that the item's page was read for what lacked, whatever it gave.
MARK = "page_read"


def lacks(seen: Sequence[Observation], how: Enrich) -> list[bool]:
    """For each item that a channel's page shows: is its own page to be read?

    `missing`: its title lacks, or its body was emptied by a page builder, or no item of the page has a field that is worth
    it. `all`: in any case. Of a sitemap every page is read anyway.
    """
    if how is Enrich.NONE or not seen or seen[0].channel is Channel.SITEMAP:
        return [False] * len(seen)
    if how is Enrich.ALL:
        return [True] * len(seen)
    if seen[0].channel in _AUTHORITATIVE:
        return [not _has_text(each) or not each.fields.get("title") for each in seen]
    shown = {name for each in seen for name in (*_WORTH, *_TERMS) if each.fields.get(name)}
    if any(_has_text(each) for each in seen):
        shown.add("teaser")
    whole = shown.issuperset(_WORTH) and not shown.isdisjoint(_TERMS)
    return [not whole or not each.fields.get("title") for each in seen]


def _has_text(seen: Observation) -> bool:
    return bool(seen.fields.get("teaser") or seen.fields.get("content"))


def completed(seen: Observation, page: Mapping[str, JSON], origins: Mapping[str, str]) -> Observation:
    """`seen`, its empty fields filled with what the item's own page says. What the channel says stands."""
    fields, sources = dict(seen.fields), dict(seen.origins)
    for name, value in page.items():
        if name == "content" and (_has_text(seen) or page.get("teaser")):
            continue
        # A listing's language stands for its page only; and what the channel knows of terms is better than a half.
        if fields.get(name) or (name in _TERMS and any(fields.get(each) for each in _TERMS if each in seen.fields)):
            continue
        fields[name], sources[name] = value, origins.get(name, "page")
        if name == "content":
            sources["teaser"] = sources[name]
    fields[MARK] = True
    return replace(seen, fields=fields, origins=sources)


def carried(seen: Observation, before: Observation | None) -> Observation | None:
    """`seen` with what the item's page had filled in `before`, if the channel says the same as then; else None.

    So a page is asked again only when the channel's own words about the item have changed.
    """
    if before is None or MARK not in before.fields:
        return None
    filled = {name: value for name, value in before.fields.items() if before.origins.get(name, "").startswith("page")}
    own = {name: value for name, value in before.fields.items() if name not in filled and name != MARK}
    now = {name: value for name, value in seen.fields.items() if name not in filled}
    if _plain(own) != _plain(now) or any(seen.fields.get(name) for name in filled):
        return None
    origins = {name: origin for name, origin in before.origins.items() if origin.startswith("page")}
    return replace(seen, fields={**seen.fields, **filled, MARK: True}, origins={**seen.origins, **origins})


def _plain(fields: Mapping[str, JSON]) -> dict[str, JSON]:
    """Fields as they compare: files by their addresses and titles, without what was asked of them since."""
    return {name: sizeless(value) if name == "files" else value for name, value in fields.items()}


def sizeless(files: JSON) -> JSON:
    """A list of files without their sizes and types."""
    if not isinstance(files, list):
        return files
    return [
        {name: value for name, value in each.items() if name not in {"size", "type"}}
        if isinstance(each, dict)
        else each
        for each in files
    ]
