"""Every exit code, in a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from resource import RLIM_INFINITY, RLIMIT_FSIZE, setrlimit

import pytest

from tests.cli.conftest import REPOSITORY, Run, Write
from tests.cli.paths import reached, top

pytestmark = pytest.mark.usefixtures("shipped")


@pytest.mark.parametrize(
    ("code", "command"),
    [
        (0, "status"),
        (0, "check --doubts"),
        (0, "--version"),
        (0, "show --help"),
        (1, "check broken"),
        (2, "status --stage nowhere"),
        (2, "nowhere"),
        (2, "undo latvia"),
        (3, "show nowhere"),
        (3, "status --cases nowhere"),
        (4, "advance latvia --on 2026-06-01"),
        (4, "init"),
        (5, "show broken"),
        (5, "status"),
        (5, "status --cases cases/latvia.toml"),
    ],
)
def test_in_a_process(code: int, command: str, write: Write, process: Run) -> None:
    if code in (1, 5):
        write("broken", top() + "colour = 5\n")
    ran = process(*command.split())
    assert ran.code == code
    assert "Traceback" not in ran.out + ran.err
    assert bool(ran.err) == (code > 1 or command == "status")


def test_the_highest_wins(write: Write, process: Run) -> None:
    write("broken", top() + "colour = 5\n")
    write("wake", top("UM"))
    assert process("advance", "broken", "wake", "--to", "effect").code == 5
    assert process("undo", "wake", "broken", "--yes").code == 5


def test_ctrl_c_while_it_asks(shipped: Path, terminal: Run) -> None:
    before = (shipped / "cases" / "latvia.toml").read_bytes()
    ran = terminal("undo", "latvia", answer="^C")
    assert ran.code == 130
    assert (shipped / "cases" / "latvia.toml").read_bytes() == before
    assert not [name for name in ran.files if Path(name).name.startswith(".") and not name.endswith(".gitignore")]
    assert "Traceback" not in ran.out


@pytest.mark.parametrize("words", ["show latvia", "show latvia --format json", "--help"])
def test_a_reader_that_has_enough_is_left_quietly(words: str, shipped: Path) -> None:
    """As in `tracker show latvia | head -1`: the shell sees the end by SIGPIPE, nobody sees a message."""
    first = f"{sys.executable} -m tracker {words} | head -1; echo ${{PIPESTATUS[0]}}"
    done = _shell(first, shipped)
    assert (len(done.stdout.splitlines()), done.stderr) == (2, b"")
    closed = _shell(f"{sys.executable} -m tracker {words} | true", shipped)
    assert (closed.stdout, closed.stderr) == (b"", b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a disk that is always full")
@pytest.mark.parametrize("words", ["show latvia", "show latvia --format json", "--help", "--version"])
def test_an_answer_that_cannot_be_written(words: str, shipped: Path) -> None:
    done = _shell(f"{sys.executable} -m tracker {words} >/dev/full", shipped)
    assert (done.returncode, done.stderr.decode()) == (
        5,
        "error: the answer could not be written: no space left on device\n",
    )


@pytest.mark.parametrize("words", ["status", "--version"])
def test_an_answer_that_nobody_wants(words: str, shipped: Path) -> None:
    done = _shell(f"{sys.executable} -m tracker {words} >&-", shipped)
    assert (done.returncode, done.stderr.decode()) == (
        5,
        "error: the answer could not be written: bad file descriptor\n",
    )


def test_errors_that_nobody_wants(shipped: Path) -> None:
    assert _shell(f"{sys.executable} -m tracker show nowhere 2>&-", shipped).returncode == 3
    assert _shell(f"{sys.executable} -m tracker show nowhere 2>/dev/full", shipped).returncode == 3
    assert _shell(f"{sys.executable} -m tracker undo latvia <&- 2>&-", shipped).returncode == 2


def test_a_full_disk_leaves_the_file_as_it_was(write: Write) -> None:
    path = write("antarctica", reached(2) + "# a long comment\n" * 200)
    text = path.read_bytes()
    done = subprocess.run(
        [sys.executable, "-m", "tracker", "advance", "antarctica", "--on", "2025-03-01"],
        cwd=path.parents[1],
        env=_environment(),
        capture_output=True,
        check=False,
        preexec_fn=lambda: setrlimit(RLIMIT_FSIZE, (1024, RLIM_INFINITY)),
    )
    assert (done.returncode, done.stdout.decode()) == (5, "")
    assert done.stderr.decode() == "error: cases/antarctica.toml could not be written: file too large\n"
    assert path.read_bytes() == text
    assert not list(path.parent.glob(".antarctica*"))


def _environment() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(REPOSITORY)}


def _shell(command: str, folder: Path) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(["bash", "-c", command], cwd=folder, env=_environment(), capture_output=True, check=False)
