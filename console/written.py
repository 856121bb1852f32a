"""Sources in files, as YAML: written by `probe --write`, edited by a person, kept by `add --from`."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path
from typing import Any

from pipeline import definitions
from pipeline.errors import UsageError
from pipeline.model import Source

_MOST_BYTES = 4 << 20
_HEAD = "# A source of Gleanery. Keep it with: gleanery add --from {file}\n# What may stand here: gleanery schema\n"


def read(file: str, taken: Collection[str] = ()) -> list[Source]:
    """The sources in a file. Raises UsageError that names every fault and its place."""
    import yaml  # few commands need it

    try:
        text = Path(file).read_bytes()[: _MOST_BYTES + 1].decode("utf-8")
        if len(text) > _MOST_BYTES:
            raise UsageError(f"{file} is larger than {_MOST_BYTES >> 20} MiB.", advice="Part it into several files.")
        document: Any = yaml.safe_load(text)
    except OSError as error:
        raise UsageError(f"{file} cannot be read: {error.strerror}.", advice="Check the file's name.") from error
    except UnicodeDecodeError as error:
        raise UsageError(f"{file} is not text in UTF-8.", advice="Save it as UTF-8.") from error
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        raise UsageError(
            f"{file} is not YAML: {_place(error)}", advice="Mind the indentation and the colons."
        ) from error
    try:
        return definitions.read(document, tuple(taken))
    except UsageError as error:
        raise UsageError(f"{file}: {error}", advice=error.advice) from error


def text_of(source: Source, file: str) -> str:
    """A source as YAML, with two lines above that say what to do with it."""
    import yaml

    return _HEAD.format(file=file) + yaml.safe_dump(
        definitions.write(source), sort_keys=False, allow_unicode=True, width=100, default_flow_style=False
    )


def write(source: Source, file: str) -> None:
    """Write a source for a person to edit. Raises UsageError if the file exists or cannot be written."""
    try:
        with Path(file).open("x", encoding="utf-8") as opened:
            opened.write(text_of(source, file))
    except FileExistsError as error:
        raise UsageError(f"{file} exists already.", advice="Name another file, or move that one away.") from error
    except OSError as error:
        raise UsageError(f"{file} cannot be written: {error.strerror}.", advice="Check the file's name.") from error


def _place(error: Exception) -> str:
    mark = getattr(error, "problem_mark", None)
    problem = getattr(error, "problem", None) or (str(error).splitlines() or ["it cannot be parsed"])[0]
    return f"line {mark.line + 1}: {problem}" if mark is not None else str(problem)
