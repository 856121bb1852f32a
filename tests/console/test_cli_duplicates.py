"""`gleanery duplicates` and `gleanery dedupe`, as people and programs call them."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from pipeline.model import Channel, Resource, Source, Stamp
from storage.store import Store
from tests.console.conftest import Cli

NOON = datetime(2026, 4, 3, 12, tzinfo=UTC)


def post(source: str, title: str, number: int = 1) -> Resource:
    return Resource(
        source, f"https://{source}/{number}/", title, published=Stamp("2025-03-04", NOON), origins={"title": "x"}
    )


@pytest.fixture
def keys(inside_tmp: Path) -> list[str]:
    """./gleanery.db with a work that two sources show and another one; their keys."""
    made: list[str] = []
    with Store.open("gleanery.db") as store:
        for source, titles in (
            ("alpha.example", ["Safe wells for small towns"]),
            ("beta.example", ["Report: Safe wells for small towns", "Seed law in Mali"]),
        ):
            store.put_source(Source(source, f"https://{source}/"), NOON)
            run = store.begin_run(source, Channel.LISTING, NOON)
            page = [post(source, title, number) for number, title in enumerate(titles)]
            made += [each.key for each in store.commit_page(run, "https://x.example/", [], page, None, NOON)]
    return made


def test_what_waits_is_said_and_compared(cli: Cli, keys: list[str]) -> None:
    before = cli("duplicates")
    assert (before.code, before.out) == (0, "")
    assert "3 resources wait to be compared: gleanery duplicates --update" in before.err

    done = cli("duplicates", "--update")
    assert done.code == 0
    assert "resources compared: 3; pairs judged: 1; works that are shown more than once: 1" in done.err
    lines = [line.split("\t") for line in cli("duplicates").out.splitlines()]
    assert [line[:2] for line in lines] == [[keys[0], keys[0]], [keys[0], keys[1]]]


def test_the_json_of_works_and_pairs_is_as_documented(cli: Cli, keys: list[str]) -> None:
    cli("duplicates", "--update")
    (work,) = cli("duplicates", "--json").objects
    (pair,) = cli("duplicates", "--pairs", "--json").objects

    assert list(work) == ["id", "size", "members", "golden", "origins"]
    assert (work["id"], work["size"], work["golden"]["title"]) == (keys[0], 2, "Safe wells for small towns")
    assert list(work["members"][0]) == ["key", "source", "title", "url", "published"]
    assert set(work["origins"]) == set(work["golden"])
    assert list(pair) == ["a", "b", "relation", "by", "ruled", "score", "reason", "at"]
    assert (pair["relation"], pair["by"], pair["ruled"]) == ("same", "rules", "same")
    assert cli("duplicates", keys[2], "--json").objects == []
    assert cli("duplicates", "--relation", "edition", "--json").objects == []
    assert cli("duplicates", "--source", "beta.example", "--json").objects == [work]


def test_people_decide_and_take_it_back(cli: Cli, keys: list[str]) -> None:
    cli("duplicates", "--update")
    refused = cli("duplicates", "--different", keys[0], keys[1])
    assert (refused.code, refused.out) == (0, "")
    assert "different" in refused.err
    assert f"--undo {keys[0]} {keys[1]}" in refused.err
    assert cli("duplicates", "--json").objects == []
    (decided,) = cli("duplicates", "--decided", "--json").objects
    assert (decided["relation"], decided["by"], decided["ruled"]) == ("different", "person", "same")

    assert cli("duplicates", "--rebuild").code == 0
    assert cli("duplicates", "--json").objects == []
    assert cli("duplicates", "--undo", keys[0], keys[1]).code == 0
    assert len(cli("duplicates", "--json").objects) == 1
    assert "nothing was changed" in cli("duplicates", "--undo", keys[0], keys[1]).err
    assert cli("duplicates", "--same", keys[1], keys[2]).code == 0
    assert cli("duplicates", "--json").objects[0]["size"] == 3


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--same", "alpha.example/nobody", "beta.example/nobody"], "No resource has a key like"),
        (["--same", "https://alpha.example/0/", "https://alpha.example/0/"], "cannot be compared with itself"),
        (["--source", "gamma.example"], "gamma.example"),
        (["--relation", "cousin"], "cousin"),
        (["--same", "a", "b", "--different", "a", "b"], "one thing at a time"),
    ],
)
def test_wrong_usage_is_explained(cli: Cli, keys: list[str], arguments: list[str], said: str) -> None:
    ended = cli("duplicates", *arguments)

    assert ended.code == 2
    assert said in ended.err


def test_a_file_of_records_is_judged(cli: Cli, inside_tmp: Path) -> None:
    records = [
        {"id": "x", "source": "a", "title": "Beekeeping in the Rif mountains"},
        {"id": 7, "source": "b", "title": "BEEKEEPING IN THE RIF MOUNTAINS [PDF]"},
        {"id": "z", "source": "b", "title": "Seed law in Mali"},
    ]
    file = inside_tmp / "records.jsonl"
    file.write_text("".join(json.dumps(each) + "\n" for each in records), "utf-8")

    ended = cli("dedupe", "--records", str(file))
    (pair,) = cli("dedupe", "--records", str(file), "--pairs").objects

    assert (ended.code, ended.objects) == (0, [{"ids": ["7", "x"]}])
    assert "3 records: 1 group" in ended.err
    assert list(pair) == ["a", "b", "relation", "score", "reason"]
    assert (pair["a"], pair["b"], pair["relation"]) == ("7", "x", "same")
    assert not (inside_tmp / "gleanery.db").exists()


def test_bad_lines_are_named_and_the_rest_is_judged(cli: Cli, inside_tmp: Path) -> None:
    file = inside_tmp / "records.jsonl"
    file.write_text('{"id": 1, "title": "Seed law in Mali"}\n{\n{"id": 2, "title": "Seed law in Mali"}\n', "utf-8")

    ended = cli("dedupe", "--records", str(file))

    assert (ended.code, ended.objects) == (3, [{"ids": ["1", "2"]}])
    assert "line 2: no JSON" in ended.err


def test_a_file_that_cannot_be_read_is_explained(cli: Cli, inside_tmp: Path) -> None:
    assert "No such file" in cli("dedupe", "--records", "nowhere.jsonl").err
    (inside_tmp / "latin.jsonl").write_bytes(b'{"id": 1, "title": "caf\xe9"}')
    ended = cli("dedupe", "--records", "latin.jsonl")
    assert ended.code == 2
    assert "UTF-8" in ended.err
