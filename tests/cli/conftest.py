"""How the command line is run in tests: as a user would, with everything that came back."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from typer.testing import CliRunner

from tracker.cli.app import app

REPOSITORY = Path(__file__).parents[2]


@dataclass(frozen=True)
class Ran:
    """What a command left: its exit code, both outputs, and every file of the folder it ran in."""

    code: int
    out: str
    err: str
    files: dict[str, str]

    @property
    def transcript(self) -> str:
        """Everything but the files, for a golden file."""
        return f"exit code {self.code}\n--- stdout\n{self.out}--- stderr\n{self.err}"


Run = Callable[..., Ran]


def _files(folder: Path) -> dict[str, str]:
    return {
        str(path.relative_to(folder)): path.read_bytes().decode("utf-8", "replace")
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder, under version control so that the search for cases ends there, to stand in."""
    (tmp_path / ".git").mkdir()
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def shipped(here: Path) -> Path:
    """A folder with copies of the shipped cases."""
    shutil.copytree(REPOSITORY / "cases", here / "cases")
    return here


@pytest.fixture
def tracker(here: Path) -> Run:
    """Return a function that runs a command in this process."""
    runner = CliRunner()

    def run(*words: str) -> Ran:
        result = runner.invoke(app(), list(words), prog_name="tracker")
        return Ran(result.exit_code, result.stdout, result.stderr, _files(here))

    return run


@pytest.fixture
def process(here: Path) -> Run:
    """Return a function that runs a command as a process of its own, in a pipe."""

    def run(*words: str, **environment: str) -> Ran:
        env = {**os.environ, "PYTHONPATH": str(REPOSITORY), **environment}
        done = subprocess.run(
            [sys.executable, "-m", "tracker", *words], cwd=here, env=env, capture_output=True, check=False, timeout=60
        )
        return Ran(done.returncode, done.stdout.decode(), done.stderr.decode(), _files(here))

    return run


@pytest.fixture
def terminal(here: Path) -> Run:
    """Return a function that runs a command on a terminal of its own, `columns` wide; both outputs come as one."""
    import pty
    import struct
    from fcntl import ioctl
    from termios import TIOCSWINSZ

    def run(*words: str, columns: int, answer: str = "", **environment: str) -> Ran:
        ours, theirs = pty.openpty()
        ioctl(theirs, TIOCSWINSZ, struct.pack("HHHH", 50, columns, 0, 0))
        env = {**os.environ, "PYTHONPATH": str(REPOSITORY), "TERM": "xterm-256color", **environment}
        child = subprocess.Popen(
            [sys.executable, "-m", "tracker", *words], cwd=here, env=env, stdin=theirs, stdout=theirs, stderr=theirs
        )
        os.close(theirs)
        os.write(ours, answer.encode())
        seen = b"".join(iter(lambda: _read(ours), b""))
        os.close(ours)
        return Ran(child.wait(timeout=60), seen.decode().replace("\r\n", "\n"), "", _files(here))

    return run


def _read(descriptor: int) -> bytes:
    try:
        return os.read(descriptor, 65536)
    except OSError:  # the other side is closed: the program has ended
        return b""
