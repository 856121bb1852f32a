"""Which known resource is this? Native id first, then the address; never the title alone.

A resource's key is given once, from the first address it was seen at, and never changes. Everything that has ever named
the resource (its native id, each address) is kept as an alias of that key, so that a new permalink, scheme or host, or
another channel, finds it again.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from hashlib import sha256
from itertools import chain

from pipeline.model import Key, Known, Resource, State
from pipeline.urls import identity, post_number


def aliases(resource: Resource) -> tuple[str, ...]:
    """The names that this resource answers to, strongest first: "id:123", "url:example.org/path".

    A short link ("/?p=123") names the number that WordPress's interface gives, and so the same resource.
    """
    by_url = f"url:{identity(resource.url)}"
    native_id = resource.native_id or post_number(resource.url)
    return (f"id:{native_id}", by_url) if native_id else (by_url,)


def match(resource: Resource, by_alias: Mapping[str, Known]) -> Known | None:
    """The known resource that this is, or None if it is new.

    The id names one that is not there any more, the address one that is, and has told no other id: then it is that one.
    It had moved while the site showed no ids, and was taken for another; to be back would make it two.

    Two items with different native ids at one address are one resource only if they also share their title: a site
    that moved to another system gives new ids to old pages; an address given to another article is another resource.
    """
    *ids, address = aliases(resource)
    named = next((by_alias[each] for each in ids if each in by_alias), None)
    there = by_alias.get(address)
    if named is not None:
        return there if there is not None and named.state is not State.PRESENT and _is_nameless(there) else named
    return there if there is not None and _ids_agree(resource, there.resource) else None


def _is_nameless(known: Known) -> bool:
    """Whether a resource is there, and known by its address alone."""
    return known.state is State.PRESENT and known.resource.native_id is None


def _ids_agree(seen: Resource, known: Resource) -> bool:
    if not seen.native_id or not known.native_id or seen.native_id == known.native_id:
        return True
    return seen.title.casefold() == known.title.casefold()


def new_key(resource: Resource, taken: Collection[Key]) -> Key:
    """A key for a resource seen for the first time: "SOURCE/12 hex digits", from its address.

    `taken` holds the source's keys that might be hit: an address that once was another resource's gets another key.
    """
    for salt in chain(("", resource.native_id or ""), map(str, range(2, 100))):
        seed = f"{identity(resource.url)}\n{salt}".encode("utf-8", "surrogatepass")
        key = f"{resource.source}/{sha256(seed).hexdigest()[:12]}"
        if key not in taken:
            return key
    raise AssertionError(f"a hundred keys of {resource.source} are taken for {resource.url}")
