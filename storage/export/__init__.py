"""Exports: one file per format, each with `write(records, out, vocabulary) -> how many`.

The target is replaced whole or not at all.
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import BinaryIO, TypeAlias

from pipeline.errors import ConfigurationError, UsageError
from pipeline.model import Known
from pipeline.vocabulary import Vocabulary
from storage.export import csv, jsonl

Writer: TypeAlias = Callable[[Iterable[Known], BinaryIO, Vocabulary | None], int]

# name of the format → what writes it; a file's suffix is the format's name, or one of SUFFIXES
FORMATS: dict[str, Writer] = {"csv": csv.write, "jsonl": jsonl.write}
SUFFIXES = {"ndjson": "jsonl"}
STANDARD_OUTPUT = "-"


def export(
    records: Iterable[Known], target: str, format_name: str | None = None, *, vocabulary: Vocabulary | None = None
) -> int:
    """Write resources to `target`, a path or "-" for standard output; give how many.

    With a `vocabulary` there are columns more: the categories and tags as the terms that they mean across sites.

    The format is `format_name`, else the path's suffix; JSON Lines on standard output. A file is written beside the old
    one and takes its place when all of it is on the disk: an interrupted export leaves the old one. Raises UsageError
    for an unknown format, ConfigurationError where the file cannot be written.
    """
    write = FORMATS[chosen_format(target, format_name)]
    if target == STANDARD_OUTPUT:
        written = write(records, sys.stdout.buffer, vocabulary)
        sys.stdout.buffer.flush()
        return written
    path = Path(target).expanduser()
    try:
        if path.exists() and not path.is_file():  # a pipe or a device has nothing to be kept
            with path.open("wb") as out:
                return write(records, out, vocabulary)
        return _replace(records, write, path.resolve(), vocabulary)
    except OSError as error:
        raise ConfigurationError(
            f"{target} cannot be written: {error.strerror or error}",
            advice="Name a file in a folder that exists and may be written to.",
        ) from error


def chosen_format(target: str, format_name: str | None = None) -> str:
    """The format of an export, before anything is read for it. Raises UsageError, which lists the formats."""
    suffix = Path(target).suffix if target != STANDARD_OUTPUT else ".jsonl"
    name = (format_name or suffix).lower().lstrip(".")
    name = SUFFIXES.get(name, name)
    if name not in FORMATS:
        known = ", ".join(sorted(FORMATS))
        asked = f"{format_name} is not a format" if format_name else f"the suffix of {target} names no format"
        raise UsageError(f"{asked}: there are {known}", advice="Choose one by the file's suffix or with --format.")
    return name


def _replace(records: Iterable[Known], write: Writer, path: Path, vocabulary: Vocabulary | None) -> int:
    handle, beside = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=".part")
    try:
        with os.fdopen(handle, "wb") as out:
            written = write(records, out, vocabulary)
            out.flush()
            os.fsync(out.fileno())
        _take_mode(path, beside)
        Path(beside).replace(path)
    except BaseException:
        Path(beside).unlink(missing_ok=True)
        raise
    _sync_folder(path.parent)
    return written


def _take_mode(path: Path, beside: str) -> None:
    """The rights of the file that is replaced, else those that a new file gets."""
    if path.exists():
        shutil.copymode(path, beside)
    else:
        umask = os.umask(0)
        os.umask(umask)
        Path(beside).chmod(0o666 & ~umask)


def _sync_folder(folder: Path) -> None:
    """Put the new name on the disk too, where folders can be opened (not on Windows)."""
    if os.name == "posix":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
