"""The project with its listing reader compiled, as `HATCH_BUILD_HOOKS_ENABLE=1 pip install .` gives it (decision 0022)."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import sysconfig
import zipfile
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parents[1]
_SOURCE = ("pipeline", "storage", "crawler", "scheduler", "console", "pyproject.toml", "README.md", "LICENSE")


def lacking() -> str:
    """What this machine lacks for compiling, or ""."""
    if not Path(sysconfig.get_path("include"), "Python.h").is_file():
        return "Python's headers are not installed"
    compiler = (sysconfig.get_config_var("CC") or "cc").split()[0]
    return "" if shutil.which(compiler) else f"there is no C compiler ({compiler})"


def build(folder: Path) -> Path:
    """Build the wheel, a minute or two, and unpack it within a folder; give where.

    It is built from a copy, for the compiled modules are left beside their sources, and would be imported there.

    Raises:
        subprocess.CalledProcessError: it can't be built; what the compiler said is in `stdout`.
    """
    source = folder / "source"
    source.mkdir()
    for name in _SOURCE:
        copy = shutil.copytree if (CHECKOUT / name).is_dir() else shutil.copy
        copy(CHECKOUT / name, source / name)
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)],
        cwd=source, env=os.environ | {"HATCH_BUILD_HOOKS_ENABLE": "1"}, check=True,
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
    )  # fmt: skip
    unpacked = folder / "unpacked"
    with zipfile.ZipFile(next(folder.glob("*.whl"))) as wheel:
        wheel.extractall(unpacked)
    return unpacked


def run(unpacked: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run Python with the unpacked project in place of this checkout; the benchmarks and tests stay this checkout's."""
    for room in ("benchmarks", "tests"):
        if not (unpacked / room).exists():
            (unpacked / room).symlink_to(CHECKOUT / room)
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTEST_")}
    environment["PYTHONPATH"] = str(unpacked)
    return subprocess.run(
        [sys.executable, *arguments], cwd=unpacked, env=environment, check=True, text=True, capture_output=True
    )
