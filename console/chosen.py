"""Which sources a person means by names and addresses; what is new is kept."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from console import near
from console.session import Session
from crawler.clock import now
from pipeline.errors import UsageError
from pipeline.model import Channel, Source
from pipeline.sources import name_for

if TYPE_CHECKING:
    from storage.store import Store


def chosen_sources(session: Session, names: Sequence[str], channel: Channel | None, *, dry_run: bool) -> list[Source]:
    """The sources of those names or addresses; all that are not paused where none is named.

    An address that is not kept yet is added; `channel` is from now on how each of them is read; a dry run does neither.
    Raises UsageError where a name is nobody's, or there is nothing to choose from.
    """
    for each in names:
        if near.is_url(each):
            near.address(each)
        elif not session.has_database():
            raise near.unknown_source(each, [])
    with session.store(may_be_new=bool(names)) as store:
        if not names:
            kept = [each for each in store.sources() if not each.paused]
            if not kept:
                raise UsageError("There are no sources yet.", advice="Begin with: gleanery sync https://…")
            return [_by_channel(store, each, channel, dry_run=dry_run) for each in kept]
        # All names are looked up before anything is added: a slip in the second must not leave the first behind.
        found = [(each, _find(store, each)) for each in names]
        chosen: dict[str, Source] = {}
        for name, known in found:
            if known is not None:
                chosen[known.name] = _by_channel(store, known, channel, dry_run=dry_run)
            elif not any(same_address(each.url, name) for each in chosen.values()):
                source = _new(store, name, channel, chosen)
                chosen[source.name] = source
                if not dry_run:
                    store.put_source(source, now())
                    session.terminal.say(f"{source.name}: added")
        return [*chosen.values()]


def kept_sources(store: Store, names: Sequence[str]) -> list[Source]:
    """The kept sources of those names or addresses, each once. Raises UnknownSource before anything is done."""
    found: dict[str, Source] = {}
    for name in names:
        source = store.find_source(name)
        if source is None:
            raise near.unknown_source(name, [each.name for each in store.sources()])
        found[source.name] = source
    return [*found.values()]


def same_address(one: str, other: str) -> bool:
    """Whether two addresses are of one source."""
    from pipeline.urls import identity

    return identity(one) == identity(other)


def _new(store: Store, url: str, channel: Channel | None, chosen: dict[str, Source]) -> Source:
    taken = {*(each.name for each in store.sources()), *chosen}
    return Source(name_for(url, taken), url, channel or Channel.AUTO)


def _find(store: Store, name: str) -> Source | None:
    """The kept source of that name or address; None for an address that is new. Raises UnknownSource for a new name."""
    found = store.find_source(name)
    if found is None and not near.is_url(name):
        raise near.unknown_source(name, [each.name for each in store.sources()])
    return found


def _by_channel(store: Store, source: Source, channel: Channel | None, *, dry_run: bool) -> Source:
    if channel is None or channel is source.channel:
        return source
    changed = replace(source, channel=channel)
    if not dry_run:
        store.put_source(changed, now())
    return changed
