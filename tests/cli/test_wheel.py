"""What is installed from the wheel works in an empty folder."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest

REPOSITORY = Path(__file__).parents[2]
PARTS = ("tracker", "cases", "pyproject.toml", "README.md", "LICENSE")
SHIPPED = ["estonia", "finland", "latvia", "lithuania", "lithuania-ccm", "poland", "ukraine"]
TREATIES = sorted(path.stem for path in (REPOSITORY / "tracker" / "treaties").glob("*.toml"))


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder with what the wheel holds, built from an archive without `.git`, as `pip install` unpacks it."""
    archive, out = tmp_path_factory.mktemp("archive"), tmp_path_factory.mktemp("out")
    for part in PARTS:
        source = REPOSITORY / part
        shutil.copytree(source, archive / part) if source.is_dir() else shutil.copy(source, archive)
    build = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(out), str(archive)]
    done = subprocess.run(build, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()
    ZipFile(next(out.glob("*.whl"))).extractall(out / "site")
    return out / "site"


def _tracker(installed: Path, folder: Path, *words: str) -> subprocess.CompletedProcess[bytes]:
    env = {**os.environ, "PYTHONPATH": str(installed), "HOME": str(folder)}
    return subprocess.run(
        [sys.executable, "-P", "-m", "tracker", *words], cwd=folder, env=env, capture_output=True, check=False
    )


def test_it_holds_cases_and_treaties_once(installed: Path) -> None:
    assert sorted(path.stem for path in installed.rglob("*.toml") if path.parent.name == "cases") == SHIPPED
    assert sorted(path.stem for path in installed.rglob("treaties/*.toml")) == TREATIES
    assert sorted(path.name for path in installed.rglob("*.schema.json")) == ["case.schema.json", "treaty.schema.json"]


def test_status_shows_the_seven_in_an_empty_folder(installed: Path, tmp_path: Path) -> None:
    done = _tracker(installed, tmp_path, "status")
    assert done.returncode == 0, done.stderr.decode()
    assert b"\nPoland" in done.stdout
    assert b"7 cases" in done.stdout
    assert b"for reading only" in done.stderr


def test_the_shipped_cases_cannot_be_recorded_in(installed: Path, tmp_path: Path) -> None:
    done = _tracker(installed, tmp_path, "note", "latvia", "--topic", "checked", "--on", "today")
    assert done.returncode == 3
    assert b"tracker init" in done.stderr


def test_init_copies_them(installed: Path, tmp_path: Path) -> None:
    assert _tracker(installed, tmp_path, "init").returncode == 0
    assert sorted(path.stem for path in (tmp_path / "cases").glob("*.toml")) == SHIPPED
    assert (tmp_path / "cases" / "README.md").is_file()
    assert (tmp_path / "cases" / ".gitignore").read_text() == ".lock\n"
    assert _tracker(installed, tmp_path, "note", "latvia", "--topic", "checked", "--on", "today").returncode == 0
