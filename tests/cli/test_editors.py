"""`tracker edit` with real editors, on a terminal of its own."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pexpect
import pytest

from tests.cli.conftest import REPOSITORY, Program, Write
from tests.cli.paths import reached

if TYPE_CHECKING:
    Child = pexpect.spawn[str]
    Started = Callable[[str], Child]

TEXT = reached(3)
BETTER = TEXT.replace("2025-03-01", "2025-03-04")
WORSE = TEXT.replace("2025-03-01", "2025-03-41")

# The third event's block begins in line 12: each mends the day of the line below it, saves, ends.
VI_SAVES, VI_BREAKS = ":.+1s/-01$/-04/\r:wq\r", ":.+1s/-01$/-41/\r:wq\r"
NANO_SAVES = "\x0e\x05\x7f4\x18y\r"  # down, to the end of the line, backspace, exit, yes, this name


@pytest.fixture
def path(write: Write) -> Path:
    return write("antarctica", TEXT)


@pytest.fixture
def started(path: Path, program: Program, tmp_path_factory: pytest.TempPathFactory) -> Started:
    """Return a function that starts the command on a terminal of its own; the editor shows the event then."""
    home = tmp_path_factory.mktemp("home")

    def start(editor: str) -> Child:
        environment = {"PYTHONPATH": str(REPOSITORY), "TERM": "vt100", "VISUAL": program(editor), "HOME": str(home)}
        child = pexpect.spawn(
            sys.executable,
            ["-m", "tracker", "edit", "antarctica", "3"],
            cwd=str(path.parents[1]),
            env={**os.environ, **environment},
            dimensions=(24, 80),
            encoding="utf-8",
            timeout=60,
        )
        child.expect_exact("2025-03-01")
        return child

    return start


def _ended(child: Child) -> tuple[int | None, str]:
    child.expect(pexpect.EOF)
    child.close()
    return child.exitstatus, child.before or ""


@pytest.mark.parametrize(("editor", "keys"), [("vi", VI_SAVES), ("nano", NANO_SAVES)])
def test_the_editor_opens_at_the_event(editor: str, keys: str, path: Path, started: Started) -> None:
    child = started(editor)
    child.send(keys)
    code, told = _ended(child)
    assert (code, path.read_text()) == (0, BETTER)
    assert "changed cases/antarctica.toml" in told
    assert sorted(file.name for file in path.parent.iterdir()) == [".gitignore", ".lock", "antarctica.toml"]


@pytest.mark.parametrize(("editor", "keys"), [("vi", ":q\r"), ("nano", "\x18")])
def test_leaving_the_editor_changes_nothing(editor: str, keys: str, path: Path, started: Started) -> None:
    before = path.stat()
    child = started(editor)
    child.send(keys)
    code, told = _ended(child)
    assert (code, path.stat().st_ino, path.stat().st_mtime_ns) == (0, before.st_ino, before.st_mtime_ns)
    assert told.endswith("nothing was changed\r\n")


def test_ctrl_c_is_the_editors(path: Path, started: Started) -> None:
    """In vi it stops what vi does; the command goes on waiting for vi."""
    child = started("vi")
    child.send("\x03\x03")
    child.expect_exact(":qa")  # vi tells how one leaves it
    child.send("\x1b" + VI_SAVES)
    assert (_ended(child)[0], path.read_text()) == (0, BETTER)


def test_an_editor_that_is_left_in_anger(path: Path, started: Started) -> None:
    """`:cq` is how vi says that all is to be thrown away."""
    child = started("vi")
    child.send(":cq\r")
    code, told = _ended(child)
    assert (code, path.read_text()) == (5, TEXT)
    assert "error: the editor `vi` ended with exit code 1, so nothing was written\r\n" in told


@pytest.mark.parametrize(("answer", "code"), [("n\r", 5), ("\x03", 130), ("\x04", 130)])
def test_what_is_not_sound_is_kept(answer: str, code: int, path: Path, started: Started) -> None:
    child = started("vi")
    child.send(VI_BREAKS)
    child.expect_exact("Go on editing? [y/N] ")
    child.send(answer)
    ended, told = _ended(child)
    assert (ended, path.read_text()) == (code, TEXT)
    assert path.with_name("antarctica.toml.edited").read_text() == WORSE
    assert "what you wrote is kept in cases/antarctica.toml.edited" in told


def test_going_on_begins_where_the_problem_is(path: Path, started: Started) -> None:
    child = started("vi")
    child.send(VI_BREAKS)
    child.expect_exact("Go on editing? [y/N] ")
    assert "cases/antarctica.toml:13: " in (child.before or "")
    child.send("y\r")
    child.expect_exact("2025-03-41")
    child.send(":s/-41$/-04/\r:wq\r")
    assert (_ended(child)[0], path.read_text()) == (0, BETTER)
    assert sorted(file.name for file in path.parent.iterdir()) == [".gitignore", ".lock", "antarctica.toml"]
