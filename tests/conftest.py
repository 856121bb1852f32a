"""Fixtures for all tests: no network but loopback, no leak from the developer's environment, the real servers."""

from __future__ import annotations

import ipaddress
import os
import shutil
import signal
import socket
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from storage.store import Store
from tests.sites import postgres
from tests.sites import wordpress as wordpress_site
from tests.sites.misbehaving import Misbehaving

REPOSITORY = Path(__file__).parent.parent
SHARED = REPOSITORY.parent / "shared"
# What would change what the programs do: never taken over from the shell that starts the tests.
LEAKS = ("DATABASE_URL", "NO_COLOR", "FORCE_COLOR", "CLICOLOR_FORCE", "COLUMNS", "PAGER", "SCRAPY_SETTINGS_MODULE",
         "http_proxy", "https_proxy", "all_proxy", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY")  # fmt: skip


if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    # A shell that starts something in the background has it ignore Ctrl-C, and so would all programs that tests interrupt.
    signal.signal(signal.SIGINT, signal.default_int_handler)


def servers_required() -> bool:
    """Whether a missing server fails the run instead of skipping its tests: CI, which leaves nothing out."""
    return os.environ.get("GLEANERY_REQUIRE_SERVERS") == "1"


def skip_or_fail(reason: str) -> None:
    """For a server's fixture: skip with the reason, or fail where every server is required."""
    if servers_required():
        pytest.fail(reason)
    pytest.skip(reason)


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Tests that need the developers' corpus skip where it is not beside the checkout. CI leaves no sample's case out."""
    if not servers_required():
        _sample(config, items)
    if not SHARED.is_dir():
        absent = pytest.mark.skip(reason="the developers' corpus ../shared is not beside this checkout")
        for item in items:
            if "shared" in item.keywords:
                item.add_marker(absent)


def _sample(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Of the cases of a test that is marked `sampled(every)`, only the first of each `every` is run."""
    met: Counter[str] = Counter()
    left_out: list[pytest.Item] = []
    for item in items:
        if mark := item.get_closest_marker("sampled"):
            name = item.nodeid.partition("[")[0]
            if met[name] % mark.args[0]:
                left_out.append(item)
            met[name] += 1
    if left_out:
        config.hook.pytest_deselected(items=left_out)
        gone = set(left_out)
        items[:] = [item for item in items if item not in gone]


def _is_loopback(host: object) -> bool:
    if not isinstance(host, str) or host in {"", "localhost"}:
        return host in {"", "localhost"}
    try:
        return ipaddress.ip_address(host.partition("%")[0]).is_loopback
    except ValueError:
        return False


@pytest.fixture(autouse=True, scope="session")
def _only_loopback() -> Iterator[None]:
    """Refuse every connection and name look-up of this process that leaves the machine."""
    real_connect, real_connect_ex, real_lookup = socket.socket.connect, socket.socket.connect_ex, socket.getaddrinfo

    def check(address: Any) -> None:
        if isinstance(address, tuple) and not _is_loopback(address[0]):
            raise PermissionError(f"a test tried to reach {address[0]}: only loopback is allowed")

    def connect(self: socket.socket, address: Any) -> None:
        check(address)
        real_connect(self, address)

    def connect_ex(self: socket.socket, address: Any) -> int:
        check(address)
        return real_connect_ex(self, address)

    def lookup(host: Any, *args: Any, **kwargs: Any) -> Any:
        name = host.decode() if isinstance(host, bytes) else host
        literal = name is None or _is_loopback(name)
        if not literal:
            try:
                ipaddress.ip_address(name)
            except ValueError:
                raise socket.gaierror(socket.EAI_NONAME, f"{name}: names are not looked up in tests") from None
        return real_lookup(host, *args, **kwargs)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(socket.socket, "connect", connect)
        patch.setattr(socket.socket, "connect_ex", connect_ex)
        patch.setattr(socket, "getaddrinfo", lookup)
        yield


@pytest.fixture(autouse=True)
def _clean_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in LEAKS:
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def inside_tmp(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of the test's own as the working directory, where ./gleanery.db may be made."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture(scope="session")
def new_database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An SQLite file with tables and no row: to be copied, which is quicker than making one for each test."""
    path = tmp_path_factory.mktemp("new") / "gleanery.db"
    Store.open(str(path)).close()
    return path


@pytest.fixture
def store(tmp_path: Path, new_database: Path) -> Iterator[Store]:
    """A store without a row, in gleanery.db of the test's own folder."""
    with Store.open(shutil.copy(new_database, tmp_path)) as opened:
        yield opened


@pytest.fixture(scope="session")
def shared() -> Path:
    """The developers' corpus; use with `@pytest.mark.shared`."""
    return SHARED


@pytest.fixture(scope="session")
def wordpress() -> Iterator[wordpress_site.WordPress]:
    """A real WordPress with 300 public resources, one for the whole run: a test that edits it puts things back.

    Use with `@pytest.mark.wordpress`.
    """
    if lacks := wordpress_site.missing():
        skip_or_fail(f"no WordPress here: this machine lacks {', '.join(lacks)}")
    with wordpress_site.WordPress() as site:
        yield site


@pytest.fixture
def misbehaving() -> Iterator[Misbehaving]:
    """A server on loopback that does what it is told, however wrong: see `tests.sites.behaviours`."""
    with Misbehaving() as server:
        yield server


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[postgres.PostgreSQL]:
    """A PostgreSQL for the whole run; `create_database` gives the URL of an empty database.

    Use with `@pytest.mark.postgres`.
    """
    if lacks := postgres.missing():
        skip_or_fail(f"no PostgreSQL here: this machine lacks {lacks}")
    with postgres.running() as server:
        yield server


@pytest.fixture(scope="module")
def postgres_url(postgres_server: postgres.PostgreSQL) -> str:
    """The URL of a PostgreSQL database for one test module."""
    return postgres_server.create_database()
