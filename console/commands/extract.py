"""`gleanery extract`: the resources of saved listing pages, without any network."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from console import endings, wrappers
from console.session import session_of
from console.tables import outline, resource_table
from console.terminal import Terminal
from crawler.clock import now
from pipeline.errors import NotGenuine, UsageError

if TYPE_CHECKING:
    from crawler.listing.model import Reading
    from pipeline.model import JSON, Resource

EXAMPLES = """\
Examples:
  gleanery extract saved.html --url https://example.org/resources/
  gleanery extract page-1.html page-2.html --url https://example.org/resources/ --json
  curl -s https://example.org/news/ | gleanery extract - --url https://example.org/news/
  gleanery extract --manifest pages.jsonl > records.jsonl
  gleanery extract saved.html --url https://example.org/resources/ --wrapper wrapper.json
"""

# A saved page of more bytes than this is not a page.
MAX_BYTES = 64 * 2**20
_FIELDS = ("title", "teaser", "teaser_truncated", "published", "modified", "categories", "tags", "authors", "language",
           "image", "files")  # fmt: skip


def extract(
    context: typer.Context,
    *,
    files: Annotated[list[str] | None, typer.Argument(metavar="FILE", help="Saved pages; - is standard input.")] = None,
    url: Annotated[str, typer.Option("--url", metavar="URL", help="The address that the pages were saved from.")] = "",
    manifest: Annotated[
        str,
        typer.Option(
            "--manifest",
            metavar="FILE",
            help='Pages listed in a file, one JSON object {"file", "url"} a line; - is standard input.',
        ),
    ] = "",
    as_json: Annotated[bool, typer.Option("--json", metavar="", help="One JSON object per page, a line each.")] = False,
    explain: Annotated[
        bool,
        typer.Option(
            "--explain", metavar="", help="Say why: the candidates with their scores, the slots with their roles."
        ),
    ] = False,
    wrapper: Annotated[
        str | None,
        typer.Option("--wrapper", metavar="FILE", help="Read by this wrapper: to try it before it is pinned."),
    ] = None,
) -> int:
    """Read listings from saved pages, offline: records, fields, and the next page."""
    terminal = session_of(context).terminal
    if manifest:
        if files or url:
            raise UsageError("A manifest names its own files and addresses.", advice="Leave out FILE and --url.")
        return _read_manifest(terminal, manifest, explain=explain)
    if not files:
        raise UsageError("Nothing to read.", advice="Name saved pages, or a list of them with --manifest.")
    if not url:
        raise UsageError(
            "The pages' address is missing: without it no link can be resolved.",
            advice=f"Say where they were saved from: gleanery extract {files[0]} --url https://…",
        )
    address = _checked(url)
    by_hand = None if wrapper is None else wrappers.read(wrapper)
    pages = [(file, _content(file)) for file in files]
    for file, content in pages:
        reading = _read(content, address, explain=explain, wrapper=by_hand)
        if reading.drift:
            terminal.say(f"{file}: {reading.drift}", mark="warning")
        if as_json:
            terminal.json(_page(file, reading, _resources(reading, address)))
        else:
            _show(terminal, file, reading, _resources(reading, address), several=len(files) > 1)
            if explain:
                _explain(terminal, reading)
    return endings.WELL


def _checked(url: str) -> str:
    from pipeline.urls import canonical

    canonical(url)
    return url


def _content(file: str) -> bytes:
    """The bytes of a saved page. Raises UsageError if there are none to be had."""
    if file == "-":
        return sys.stdin.buffer.read(MAX_BYTES + 1)
    try:
        with Path(file).open("rb") as opened:
            content = opened.read(MAX_BYTES + 1)
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        raise UsageError(
            f"{file} cannot be read: {reason}.", advice="Check the file's name and its permissions."
        ) from error
    if len(content) > MAX_BYTES:
        raise UsageError(f"{file} is larger than {MAX_BYTES >> 20} MiB.", advice="Give a single saved page.")
    return content


def _read(content: bytes, url: str, *, explain: bool, wrapper: Mapping[str, JSON] | None = None) -> Reading:
    from crawler.listing.reader import read_listing

    return read_listing(content, url, explain=explain, wrapper=wrapper)


def _resources(reading: Reading, url: str) -> list[Resource]:
    from crawler.listing.observe import observations
    from pipeline.normalize import normalize

    seen = observations(reading, source="extract", page_url=url, seen_at=now())
    return [normalize(each) for each in seen]


# -- the manifest ----------------------------------------------------------------------------------------------------


def _read_manifest(terminal: Terminal, manifest: str, *, explain: bool) -> int:
    """Streams: a line for each page as it is read. A page that cannot be read gives a line with "error"."""
    failed = 0
    for number, line in enumerate(_lines(manifest), 1):
        if not line.strip():
            continue
        answer = _answer(line, number, explain=explain)
        failed += "error" in answer
        terminal.json(answer)
    if failed:
        pages = "page" if failed == 1 else "pages"
        terminal.say(f'{failed} {pages} could not be read; each has its line with "error".', mark="warning")
    return endings.NEEDS_ATTENTION if failed else endings.WELL


def _lines(manifest: str) -> Iterator[str]:
    if manifest == "-":
        yield from sys.stdin
        return
    try:
        with Path(manifest).open(encoding="utf-8", errors="replace") as opened:
            yield from opened
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        raise UsageError(
            f"The manifest {manifest} cannot be read: {reason}.", advice="Check the file's name."
        ) from error


def _answer(line: str, number: int, *, explain: bool) -> dict[str, JSON]:
    file = ""
    try:
        file, url = _entry(line)
        reading = _read(_content(file), _checked(url), explain=explain)
        return _page(file, reading, _resources(reading, url))
    except (UsageError, NotGenuine) as fault:
        return {"file": file, "line": number, "error": str(fault)}
    except Exception as error:
        if endings.debugging():
            raise
        return {"file": file, "line": number, "error": f"unexpected error: {error!r}"}


def _entry(line: str) -> tuple[str, str]:
    try:
        entry = json.loads(line)
    except ValueError as error:
        raise UsageError(f"not a line of JSON: {error}") from error
    file, url = (entry.get("file"), entry.get("url")) if isinstance(entry, dict) else (None, None)
    if not isinstance(file, str) or not isinstance(url, str) or not file or not url:
        raise UsageError('a line of the manifest is an object with "file" and "url"')
    return file, url


# -- the forms of the answer -----------------------------------------------------------------------------------------


def _page(file: str, reading: Reading, resources: list[Resource]) -> dict[str, Any]:
    from pipeline.text import to_text

    page: dict[str, Any] = {
        "file": file,
        "url": reading.url,
        "items": [item_json(each) for each in resources],
        "next": reading.next_url,
        "page_files": [{"url": url, "title": to_text(title)} for url, title in reading.page_files],
        "confidence": round(reading.confidence, 3),
    }
    if reading.explanation is not None:
        page["explanation"] = reading.explanation
    return page


def item_json(resource: Resource) -> dict[str, JSON]:
    """A record in the form of `extract --json`: null for a field that the page has no slot for."""
    from pipeline.decide import to_json

    values = to_json(resource)
    item: dict[str, JSON] = {"url": values["url"]}
    for name in _FIELDS:
        shown = ("teaser" if name == "teaser_truncated" else name) in resource.origins
        item[name] = values[name] if shown else None
    if not item["files"]:
        item["files"] = []
    item["native_id"] = resource.native_id
    return item


def _show(terminal: Terminal, file: str, reading: Reading, resources: list[Resource], *, several: bool) -> None:
    if several and terminal.out.is_terminal:
        terminal.show(file)
    if resources:
        resource_table(terminal, resources)
    else:
        terminal.say(f"{file}: no listing on this page (confidence {reading.confidence:.2f})", mark="warning")
    files = f"; {len(reading.page_files)} files beside the records" if reading.page_files else ""
    terminal.say(f"{len(resources)} records{files}; next page: {reading.next_url or 'none'}", mark="quiet")


def _explain(terminal: Terminal, reading: Reading) -> None:
    for line in outline(reading.explanation or {}):
        terminal.say(line, mark="quiet")
