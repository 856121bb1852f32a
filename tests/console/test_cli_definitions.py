"""From an address to a kept source by files alone: probe --write, validate, add --from; and every way in which they refuse."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from console.demo.site import serve
from tests.console.conftest import Cli


def test_from_an_address_to_a_dataset_without_a_hand_edit(cli: Cli, tmp_path: Path) -> None:
    file = tmp_path / "demo.yaml"
    with serve() as site:
        assert cli("probe", site.url, "--write", str(file), "--contact", "me@example.net").code == 0
        written = yaml.safe_load(file.read_text("utf-8"))
        assert (written["url"], written["channel"], written["politeness"]) == (
            site.url,
            "listing",
            {"contact": "me@example.net"},
        )
        assert written["plan"]["entry_url"] == site.url
        assert cli("validate", str(file)).code == 0
        added = cli("add", "--from", str(file))
        assert (added.code, "added" in added.err) == (0, True)
        assert "unchanged" in cli("add", "--from", str(file)).err
        (report,) = cli("sync", written["name"], "--json").objects
    assert (report["outcome"], report["new"]) == ("ok", len(site.truth))


def test_the_proposal_on_standard_output_is_the_file(cli: Cli) -> None:
    with serve() as site:
        ended = cli("probe", site.url, "--write", "-")
    assert yaml.safe_load(ended.out)["url"] == site.url


def test_an_existing_file_is_never_overwritten(cli: Cli, tmp_path: Path) -> None:
    file = tmp_path / "mine.yaml"
    file.write_text("kept", "utf-8")
    with serve() as site:
        assert cli("probe", site.url, "--write", str(file)).code == 2
    assert file.read_text("utf-8") == "kept"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("url: [", "is not YAML: line"),
        ("url: https://a.example/\nchanel: feed\n", "chanel: is not known; do you mean channel?"),
        ("url: https://a.example/\npoliteness:\n  delay: fast\n", "politeness.delay: 'fast' is not a number"),
        ("- 1\n", "the document"),
        ("", "the document"),
        ("&a [*a]", ""),
        ("!!python/object/apply:os.system ['true']", "is not YAML"),
    ],
)
def test_a_file_with_a_fault_is_refused_with_its_place(cli: Cli, tmp_path: Path, text: str, said: str) -> None:
    file = tmp_path / "bad.yaml"
    file.write_text(text, "utf-8")
    for command in (("validate", str(file)), ("add", "--from", str(file))):
        ended = cli(*command)
        assert ended.code == 2
        assert "bad.yaml" in ended.err
        assert said in " ".join(ended.err.split())
    assert cli("sources", "--json").objects == []


def test_of_several_sources_one_bad_one_keeps_all_out(cli: Cli, tmp_path: Path) -> None:
    file = tmp_path / "several.yaml"
    file.write_text("sources:\n- url: https://a.example/\n- url: nonsense\n", "utf-8")
    assert cli("add", "--from", str(file)).code == 2
    file.write_text("sources:\n- url: https://a.example/\n- url: https://b.example/\n", "utf-8")
    assert cli("add", "--from", str(file)).code == 0
    assert [each["name"] for each in cli("sources", "--json").objects] == ["a.example", "b.example"]


def test_a_name_that_is_anothers_is_refused(cli: Cli, tmp_path: Path) -> None:
    file = tmp_path / "one.yaml"
    assert cli("add", "https://a.example/", "--name", "mine").code == 0
    file.write_text("name: mine\nurl: https://b.example/\n", "utf-8")
    ended = cli("add", "--from", str(file))
    assert (ended.code, "another source" in " ".join(ended.err.split())) == (2, True)


@pytest.mark.parametrize(
    "arguments", [(), ("https://a.example/", "--from", "x.yaml"), ("--from", "x.yaml", "--delay", "3")]
)
def test_what_contradicts_itself_is_refused(cli: Cli, arguments: tuple[str, ...]) -> None:
    assert cli("add", *arguments).code == 2


def test_the_schema_is_json(cli: Cli) -> None:
    import json

    assert "$defs" in json.loads(cli("schema").out)
