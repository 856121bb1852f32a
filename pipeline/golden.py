"""The golden record of a work: of each field the best that its records have, and which records that came from."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence

from pipeline.decide import to_json
from pipeline.model import CONTENT_FIELDS, JSON, Known
from pipeline.title_words import without_offer
from pipeline.urls import identity
from pipeline.works import Golden

_JOINED = ("categories", "tags")


def golden(members: Sequence[Known]) -> Golden:
    """Build the golden record, the same whatever the order of `members`; a field that no record fills is empty.

    Categories, tags and files are joined; of authors the longest list counts; of titles and languages what most records
    say; of teasers the longest that is not cut; `published` is the earliest, and as precise as it is known. Whatever is
    left is the first record's, in the order of publication.
    """
    ordered = sorted(members, key=_age)
    forms = {each.key: to_json(each.resource) for each in ordered}
    fields: dict[str, JSON] = {}
    origins: dict[str, tuple[str, ...]] = {}
    for field in CONTENT_FIELDS:
        if field in _JOINED:
            fields[field], origins[field] = _joined(forms, field, str)
        elif field == "files":
            fields[field], origins[field] = _joined(forms, field, lambda file: identity(file["url"]))
        else:
            chosen = _CHOICES.get(field, _first_filled)(ordered, field)
            fields[field] = forms[chosen.key][field] if chosen else forms[ordered[0].key][field]
            origins[field] = (chosen.key,) if chosen else ()
    fields["teaser_truncated"] = _of(fields, forms, origins["teaser"])
    origins["teaser_truncated"] = origins["teaser"]
    return Golden(fields, origins)


def _of(fields: dict[str, JSON], forms: dict[str, dict[str, JSON]], origin: tuple[str, ...]) -> JSON:
    return forms[origin[0]]["teaser_truncated"] if origin else fields["teaser_truncated"]


def _age(known: Known) -> tuple[bool, str, str]:
    published = known.resource.published
    return published is None, published.utc.isoformat() if published else "", known.key


def _joined(forms: dict[str, dict[str, JSON]], field: str, name: Callable[..., str]) -> tuple[JSON, tuple[str, ...]]:
    kept: dict[str, JSON] = {}
    origins: dict[str, None] = {}
    for key, form in forms.items():
        values = form[field]
        for value in values if isinstance(values, list) else []:
            if name(value).casefold() not in kept:
                kept[name(value).casefold()] = value
                origins[key] = None
    return list(kept.values()), tuple(origins)


def _first_filled(ordered: Sequence[Known], field: str) -> Known | None:
    return next((each for each in ordered if getattr(each.resource, field)), None)


def _longest_authors(ordered: Sequence[Known], field: str) -> Known | None:
    filled = [each for each in ordered if getattr(each.resource, field)]
    return max(filled, key=lambda each: len(each.resource.authors), default=None)


def _fullest_teaser(ordered: Sequence[Known], field: str) -> Known | None:
    filled = [each for each in ordered if getattr(each.resource, field)]
    return max(filled, key=lambda each: (not each.resource.teaser_truncated, len(each.resource.teaser)), default=None)


def _most_said(ordered: Sequence[Known], field: str) -> Known | None:
    """What most records say; of as many, the first record's. A title that is cut or labelled is nobody's first choice."""
    filled = [each for each in ordered if getattr(each.resource, field)]
    count = Counter(getattr(each.resource, field) for each in filled)
    return max(filled, key=lambda each: (_is_whole(each, field), count[getattr(each.resource, field)]), default=None)


def _is_whole(known: Known, field: str) -> bool:
    if field != "title":
        return True
    bare, is_cut = without_offer(known.resource.title)
    return not is_cut and bare == known.resource.title


def _earliest(ordered: Sequence[Known], field: str) -> Known | None:
    """The earliest day; of one day the most precise statement."""
    dated = [(stamp.text[:10], -len(stamp.text), each) for each in ordered if (stamp := getattr(each.resource, field))]
    return min(dated, key=lambda each: (each[0], each[1]), default=(None, None, None))[2]


_CHOICES: dict[str, Callable[[Sequence[Known], str], Known | None]] = {
    "title": _most_said,
    "language": _most_said,
    "authors": _longest_authors,
    "teaser": _fullest_teaser,
    "published": _earliest,
}
