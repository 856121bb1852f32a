"""Wrappers in files: written by `probe`, edited by a person, pinned by `add`."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from pipeline.errors import UsageError
from pipeline.model import JSON, Channel, Plan, Source

_MOST_BYTES = 1 << 20


def write(wrapper: Mapping[str, JSON], file: str) -> None:
    """Write a learnt wrapper for a person to edit. Raises UsageError if the file exists or cannot be written."""
    try:
        with Path(file).open("x", encoding="utf-8") as opened:
            json.dump(wrapper, opened, ensure_ascii=False, indent=2)
            opened.write("\n")
    except FileExistsError as error:
        raise UsageError(f"{file} exists already.", advice="Name another file, or move that one away.") from error
    except OSError as error:
        raise UsageError(f"{file} cannot be written: {error.strerror}.", advice="Check the file's name.") from error


def read(file: str) -> dict[str, JSON]:
    """A person's wrapper. Raises UsageError with what is wrong with it."""
    from crawler.listing.pinned import pinned

    try:
        text = Path(file).read_bytes()[: _MOST_BYTES + 1]
        value = json.loads(text)
    except OSError as error:
        raise UsageError(f"{file} cannot be read: {error.strerror}.", advice="Check the file's name.") from error
    except ValueError as error:
        raise UsageError(
            f"{file} is not JSON: {error}", advice="A wrapper is written by probe --write-wrapper."
        ) from error
    return pinned(value)


def pin(source: Source, file: str) -> Source:
    """The source, read by the wrapper in `file` from now on."""
    plan = Plan(
        Channel.LISTING, source.url, reason=f"pinned wrapper from {Path(file).name}", detail={"wrapper": read(file)}
    )
    return replace(source, channel=Channel.LISTING, plan=plan)


def unpin(source: Source) -> Source:
    """The source without what is known of how it is read: the next sync finds out."""
    return replace(source, channel=Channel.AUTO, plan=None)
