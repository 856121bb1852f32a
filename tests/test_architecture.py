"""The import law of docs/design: one way through the rooms, one room per framework. Read from the imports with `ast`."""

from __future__ import annotations

import ast
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).parent.parent
# From the rim to the core: a room may import what stands after it, never what stands before it.
ROOMS = ("console", "scheduler", "crawler", "storage", "pipeline")
# Framework → where alone it may be imported: a room or a file.
FRAMEWORKS = {
    "scrapy": ("crawler",), "parsel": ("crawler",), "itemadapter": ("crawler",), "itemloaders": ("crawler",),
    "twisted": ("crawler",), "aiohttp": ("crawler",), "lxml": ("crawler", "pipeline/text.py"),
    "sqlalchemy": ("storage",), "alembic": ("storage",), "psycopg": ("storage",), "sqlite3": ("storage",),
    "apscheduler": ("scheduler",), "procrastinate": ("scheduler",), "apprise": ("scheduler",), "prometheus_client": ("scheduler",),
    "typer": ("console",), "rich": ("console",), "click": ("console",),
    "feedparser": ("crawler",), "chardetng_py": ("crawler",), "playwright": ("crawler/browser.py",), "extruct": ("crawler",), "dateutil": ("pipeline",), "dateparser": ("pipeline",), "ftfy": ("pipeline",), "py3langid": ("pipeline",),
}  # fmt: skip
# The pure core has no network, no database, no clock of its own and no processes.
IMPURE = {"asyncio", "http", "multiprocessing", "random", "socket", "ssl", "subprocess", "threading", "time"}
# These import nothing but the standard library (and their own room).
GROUND = ("pipeline/model.py", "pipeline/inventory.py", "pipeline/errors.py", "console/demo")
VAGUE_NAMES = {"utils", "util", "helpers", "helper", "common", "misc", "manager"}
MOST_LINES = 350


def imports_of(tree: ast.AST, package: str) -> Iterator[tuple[int, str]]:
    """Line and full name of every module that the code imports, also inside functions and by name through importlib."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, name.name) for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            above = package.split(".")[: len(package.split(".")) - node.level + 1]
            start = ".".join(above) if node.level else ""
            module = ".".join(part for part in (start, node.module or "") if part)
            yield from ((node.lineno, f"{module}.{name.name}") for name in node.names)
        elif isinstance(node, ast.Call) and node.args and isinstance(node.args[0], ast.Constant):
            called = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            if called in {"import_module", "__import__"} and isinstance(node.args[0].value, str):
                yield node.lineno, node.args[0].value


def breach(path: str, module: str) -> str:
    """Why the file at `path` (from the repository's root) may not import `module`; "" if it may."""
    room, top = path.partition("/")[0], module.partition(".")[0]
    if top in ROOMS and ROOMS.index(top) < ROOMS.index(room):
        return f"{room} must not import {top}"
    places = FRAMEWORKS.get(top)
    if places and not any(path == place or path.startswith(f"{place}/") for place in places):
        return f"{top} may be imported only in {' and '.join(places)}"
    if room == "pipeline" and (top in IMPURE or module.startswith("urllib.request")):
        return f"the pure core must not import {module}"
    if any(path == ground or path.startswith(f"{ground}/") for ground in GROUND):
        own = module.startswith(("pipeline.", "console.demo", "console.demo."))
        if top not in sys.stdlib_module_names and not own:
            return f"{path} may use the standard library only, not {module}"
    if top == "tests":
        return "what is shipped must not import its tests"
    return ""


def breaches(root: Path) -> list[str]:
    """Every breach of the law under `root`, as "file:line: why"."""
    found = []
    for file in source_files(root):
        path = file.relative_to(root).as_posix()
        package = ".".join(file.relative_to(root).parent.parts)
        tree = ast.parse(file.read_text(encoding="utf-8"), filename=path)
        found += [
            f"{path}:{line}: {why}" for line, module in imports_of(tree, package) if (why := breach(path, module))
        ]
    return found


def source_files(root: Path) -> list[Path]:
    return sorted(file for room in ROOMS for file in (root / room).rglob("*.py"))


def test_every_import_obeys_the_law() -> None:
    assert len(source_files(REPOSITORY)) > 20
    assert breaches(REPOSITORY) == []


@pytest.mark.parametrize(
    ("path", "line", "why"),
    [
        ("pipeline/dates.py", "from storage.store import Store", "pipeline must not import storage"),
        ("storage/store.py", "import crawler", "storage must not import crawler"),
        ("crawler/run.py", "from console import main", "crawler must not import console"),
        ("crawler/run.py", "def late():\n    from scheduler.sync import sync", "crawler must not import scheduler"),
        (
            "pipeline/dates.py",
            "import importlib\nimportlib.import_module('console.main')",
            "pipeline must not import console",
        ),
        ("scheduler/sync.py", "import sqlalchemy as sa", "sqlalchemy may be imported only in storage"),
        ("pipeline/dates.py", "from lxml import etree", "lxml may be imported only in crawler and pipeline/text.py"),
        ("crawler/run.py", "from dateutil.parser import parse", "dateutil may be imported only in pipeline"),
        ("storage/store.py", "from rich.table import Table", "rich may be imported only in console"),
        ("pipeline/decide.py", "import time", "the pure core must not import time"),
        ("pipeline/model.py", "import ftfy", "may use the standard library only"),
        ("console/demo/site.py", "from crawler import run", "may use the standard library only"),
        ("console/main.py", "from tests.sites import content", "must not import its tests"),
    ],
)
def test_a_planted_import_is_found(tmp_path: Path, path: str, line: str, why: str) -> None:
    room = path.partition("/")[0]
    shutil.copytree(REPOSITORY / room, tmp_path / room, ignore=shutil.ignore_patterns("__pycache__"))
    planted = tmp_path / path
    planted.write_text(planted.read_text(encoding="utf-8") + f"\n\n{line}\n", encoding="utf-8")
    found = breaches(tmp_path)
    assert len(found) == 1
    assert found[0].startswith(f"{path}:")
    assert why in found[0]


def test_modules_have_names_of_their_own_and_fit_a_reader() -> None:
    vague = [str(file) for file in source_files(REPOSITORY) if file.stem in VAGUE_NAMES]
    assert vague == []
    lengths = {file: len(file.read_text(encoding="utf-8").splitlines()) for file in source_files(REPOSITORY)}
    assert [f"{file}: {count} lines" for file, count in lengths.items() if count > MOST_LINES] == []
