"""`gleanery terms`: the vocabulary shown, edited, undone."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest

from console.main import main
from tests.console.conftest import Cli


@pytest.fixture(scope="module")
def of_the_demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The database that `gleanery demo` makes; once, because that takes seconds."""
    folder = tmp_path_factory.mktemp("demo")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        assert main(["demo"]) == 0
    return folder / "gleanery-demo.db"


@pytest.fixture
def filled(cli: Cli, inside_tmp: Path, of_the_demo: Path) -> Cli:
    shutil.copy(of_the_demo, inside_tmp)
    return cli


def run(cli: Cli, *arguments: str) -> Any:
    return cli("--database", "gleanery-demo.db", "terms", *arguments)


def test_terms_are_listed_edited_and_taken_back(filled: Cli) -> None:
    before = run(filled, "--json").objects
    assert {"name": "Rivers", "resources": 4, "spellings": [{"name": "Rivers", "resources": 4}]} in before
    made = run(filled, "merge", "Rivers", "Springs", "--into", "Fresh water", "--json").objects
    assert [(each["kind"], each["names"], each["target"], each["undone"]) for each in made] == [
        ("merge", ["Rivers", "Springs"], "Fresh water", False)
    ]
    assert [each["resources"] for each in run(filled, "list", "fresh", "--json").objects] == [7]
    shown = filled(
        "--database",
        "gleanery-demo.db",
        "resources",
        "--tag",
        "Fresh water",
        "--any-spelling",
        "--json",
        "--mapped-terms",
    )
    assert len(shown.objects) == 7
    assert all("Fresh water" in each["tags_mapped"] and "Fresh water" not in each["tags"] for each in shown.objects)
    assert run(filled, "undo").code == 0
    assert run(filled, "--json").objects == before
    assert [each["undone"] for each in run(filled, "edits", "--json").objects] == [True]


@pytest.mark.parametrize(
    "arguments",
    [("merge", "Rivers"), ("merge", "--into", "Rivers"), ("rename", "Rivers"), ("split",), ("undo", "first"), ("undo", "7"), ("undo",),
     ("list", "--into", "x"), ("rename", "Nix", "Nox"), ("split", "Rivers"), ("invent", "x")],
)  # fmt: skip
def test_wrong_usage_is_said_and_changes_nothing(filled: Cli, arguments: tuple[str, ...]) -> None:
    ended = run(filled, *arguments)
    assert ended.code == 2
    assert run(filled, "edits", "--json").objects == []
