from __future__ import annotations

import csv
import io
import json
import os
import stat
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.errors import ConfigurationError, UsageError
from pipeline.model import FileLink, Known, Resource, Stamp, State
from storage.export import FORMATS, chosen_format, export
from storage.export import csv as csv_export
from storage.export import jsonl as jsonl_export
from storage.export.csv import cell
from storage.export.record import FIELDS, record
from tests.storage.reading import DAY, START, resource

ANY_TEXT = st.text(st.characters(codec=None, categories=None))
VALID_TEXT = st.text(st.characters(codec="utf-8"))

CONTRACT = (
    "key, source, native_id, url, title, teaser, teaser_truncated, categories, tags, authors, language, published, "
    "modified, image, files, state, first_seen, last_seen, script, direction, translations"
).split(", ")


def known(seen: Resource, key: str = "harbour/0123456789ab") -> Known:
    return Known(key, seen, "hash", State.PRESENT, START, START + DAY)


def written(write: object, records: list[Known]) -> bytes:
    out = io.BytesIO()
    assert write(records, out) == len(records)  # type: ignore[operator]
    assert not out.closed
    return out.getvalue()


def csv_rows(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode(), newline="")))


def test_a_record_has_the_promised_fields_in_order() -> None:
    made = record(known(resource(2)))
    assert list(made) == list(FIELDS) == CONTRACT
    assert made == {
        "key": "harbour/0123456789ab",
        "source": "harbour",
        "native_id": "2",
        "url": "https://harbour.example/resources/2/",
        "title": "Tide table 2",
        "teaser": "Heights and hours for berth 2.",
        "teaser_truncated": True,
        "categories": ["Tables", "Übersicht"],
        "tags": ["berth-2"],
        "authors": ["Ada Quay"],
        "language": "en",
        "published": "2025-01-03",
        "modified": "2025-01-04T00:00:00+00:00",
        "image": "https://harbour.example/2.jpg",
        "files": [
            {"url": "https://harbour.example/2.pdf", "title": "Table", "media_type": "application/pdf", "size": 1002}
        ],
        "state": "present",
        "first_seen": "2026-03-01T06:00:00+00:00",
        "last_seen": "2026-03-02T06:00:00+00:00",
        "script": "Latn",
        "direction": "ltr",
        "translations": [],
    }


def test_json_lines_are_one_record_each() -> None:
    records = [known(resource(number), f"harbour/{number}") for number in range(3)]
    content = written(jsonl_export.write, records)
    assert content.endswith(b"\n")
    assert [json.loads(line) for line in content.decode().splitlines()] == [record(each) for each in records]
    assert "Übersicht" in content.decode()
    assert written(jsonl_export.write, []) == b""


@given(ANY_TEXT)
def test_json_lines_hold_any_text(text: str) -> None:
    content = written(jsonl_export.write, [known(resource(1, title=text, tags=(text,)))] * 2)
    first, second = content.decode().splitlines()
    assert first == second
    pair_joined = text.encode("utf-16", "surrogatepass").decode("utf-16", "surrogatepass")
    assert json.loads(first)["title"] == pair_joined
    assert json.loads(first)["tags"] == [pair_joined]


def test_csv_has_a_header_and_joined_lists() -> None:
    two_files = (FileLink("https://harbour.example/a.pdf"), FileLink("https://harbour.example/b.pdf"))
    bare = replace(resource(3), published=None, native_id=None, categories=(), files=two_files, teaser_truncated=False)
    content = written(csv_export.write, [known(bare)])
    assert content.startswith(",".join(CONTRACT).encode() + b"\r\n")
    (row,) = csv_rows(content)
    assert (row["published"], row["native_id"], row["categories"]) == ("", "", "")
    assert row["files"] == "https://harbour.example/a.pdf; https://harbour.example/b.pdf"
    assert row["teaser_truncated"] == "false"
    assert row["last_seen"] == "2026-03-02T06:00:00+00:00"
    assert csv_rows(written(csv_export.write, [known(resource(2))]))[0]["categories"] == "Tables; Übersicht"


def test_csv_lines_end_as_in_rfc_4180() -> None:
    content = written(csv_export.write, [known(resource(1, title='a "b", c', teaser="two\nlines\rof text"))])
    assert b'"a ""b"", c"' in content
    assert b'"two\nlines\rof text"' in content
    assert content.endswith(b"\r\n")


def test_csv_begins_with_a_byte_order_mark_only_if_asked() -> None:
    out = io.BytesIO()
    csv_export.write([], out, bom=True)
    assert out.getvalue() == b"\xef\xbb\xbf" + written(csv_export.write, [])


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\n"])
def test_a_formula_is_made_harmless(start: str) -> None:
    text = f"{start}HYPERLINK(1)"
    seen = resource(1, title=text, tags=(text, "b"), native_id=text, authors=("b", text))
    (row,) = csv_rows(written(csv_export.write, [known(seen)]))
    assert row["title"] == f"'{text}"
    assert row["tags"] == f"'{text}; b"
    assert row["native_id"] == f"'{text}"
    assert row["authors"] == f"b; {text}"


@given(st.lists(st.tuples(VALID_TEXT, VALID_TEXT), max_size=5))
def test_csv_is_read_back_as_it_was(texts: list[tuple[str, str]]) -> None:
    records = [known(resource(1, title=title, teaser=teaser)) for title, teaser in texts]
    rows = csv_rows(written(csv_export.write, records))
    assert [(row["title"], row["teaser"]) for row in rows] == [(cell(title), cell(teaser)) for title, teaser in texts]
    assert not any(value.startswith(("=", "+", "-", "@", "\t", "\r", "\n")) for row in rows for value in row.values())


def test_csv_loses_no_line_to_half_a_surrogate_pair() -> None:
    rows = csv_rows(written(csv_export.write, [known(resource(1, title="half \ud83d")), known(resource(2))]))
    assert [row["title"] for row in rows] == ["half ?", "Tide table 2"]


@pytest.mark.parametrize(
    ("target", "asked", "chosen"),
    [
        ("a.csv", None, "csv"),
        ("A.CSV", None, "csv"),
        ("dir.d/a.jsonl", None, "jsonl"),
        ("a.ndjson", None, "jsonl"),
        ("a.txt", "csv", "csv"),
        ("a.csv", "jsonl", "jsonl"),
        ("-", None, "jsonl"),
        ("-", "CSV", "csv"),
    ],
)
def test_the_format_is_said_or_seen(target: str, asked: str | None, chosen: str) -> None:
    assert chosen_format(target, asked) == chosen


@pytest.mark.parametrize(
    ("target", "asked", "said"), [("a.doc", None, "a.doc"), ("a", None, "suffix"), ("a.csv", "doc", "doc is not")]
)
def test_an_unknown_format_lists_those_there_are(target: str, asked: str | None, said: str, inside_tmp: Path) -> None:
    with pytest.raises(UsageError, match=said) as caught:
        export([], target, asked)
    assert all(name in str(caught.value) for name in FORMATS)
    assert list(inside_tmp.iterdir()) == []


@pytest.mark.parametrize("format_name", sorted(FORMATS))
def test_an_export_replaces_the_old_file(tmp_path: Path, format_name: str) -> None:
    target = tmp_path / f"out.{format_name}"
    target.write_text("old")
    target.chmod(0o640)
    assert export([known(resource(1))], str(target)) == 1
    assert "Tide table 1" in target.read_text()
    assert stat.S_IMODE(target.stat().st_mode) == 0o640
    assert list(tmp_path.iterdir()) == [target]


def test_a_new_file_has_the_rights_of_new_files(tmp_path: Path) -> None:
    (tmp_path / "ordinary").touch()
    export([], str(tmp_path / "out.csv"))
    assert (tmp_path / "out.csv").stat().st_mode == (tmp_path / "ordinary").stat().st_mode


@pytest.mark.parametrize("fault", [RuntimeError("a fault in the middle"), KeyboardInterrupt()])
def test_an_interrupted_export_leaves_the_old_file(tmp_path: Path, fault: BaseException) -> None:
    target = tmp_path / "out.csv"
    target.write_text("old")

    def broken() -> Iterator[Known]:
        for number in range(1000):
            yield known(resource(number))
        raise fault

    with pytest.raises(type(fault)):
        export(broken(), str(target))
    assert target.read_text() == "old"
    assert list(tmp_path.iterdir()) == [target]


def test_a_link_to_a_file_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "real.csv").write_text("old")
    (tmp_path / "link.csv").symlink_to("real.csv")
    export([known(resource(1))], str(tmp_path / "link.csv"))
    assert (tmp_path / "link.csv").is_symlink()
    assert "Tide table 1" in (tmp_path / "real.csv").read_text()


def test_a_folder_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError, match="cannot be written: No such file"):
        export([], str(tmp_path / "none" / "out.csv"))


def test_standard_output(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    assert export([known(resource(1))], "-") == 1
    assert json.loads(capfdbinary.readouterr().out) == record(known(resource(1)))


def test_a_device_is_written_to_as_it_is() -> None:
    assert export([known(resource(1))], os.devnull, "csv") == 1
    assert Path(os.devnull).is_char_device()


def test_dates_are_no_more_precise_than_the_site() -> None:
    seen = resource(1, published=Stamp("2026-04-03", START), modified=Stamp("2026-04-03T00:25:34", START))
    made = record(known(seen))
    assert (made["published"], made["modified"]) == ("2026-04-03", "2026-04-03T00:25:34")
