"""One writer at a time: who waits is told so, who waits too long gives up, who is dead keeps nobody waiting."""

from __future__ import annotations

import errno
import fcntl
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from filelock import FileLock, Timeout

from tracker.storage import ignored, lock

ASIDE = "another command is writing in cases: waiting for it, up to 10 seconds\n"


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let no time pass."""
    monkeypatch.setattr(lock, "PATIENCE", 0)


def _told_nothing(text: str) -> None:
    pytest.fail(text)


def test_it_is_held_while_it_lasts_and_free_afterwards(tmp_path: Path) -> None:
    for _ in range(2):
        with lock.locked(tmp_path, "cases", _told_nothing), pytest.raises(Timeout):
            FileLock(tmp_path / ".lock").acquire(timeout=0)
    assert [path.name for path in tmp_path.iterdir()] == [".lock"]


@pytest.mark.usefixtures("impatient")
def test_who_waits_is_told_so(tmp_path: Path) -> None:
    told: list[str] = []
    held = FileLock(tmp_path / ".lock")
    held.acquire()

    def tell(text: str) -> None:
        told.append(text)
        held.release()

    with lock.locked(tmp_path, "cases", tell):
        assert told == [ASIDE]


@pytest.mark.usefixtures("impatient")
def test_who_waits_too_long_gives_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lock, "LIMIT", 0)
    with lock.locked(tmp_path, "cases", _told_nothing), pytest.raises(lock.Busy) as raised:
        lock.locked(tmp_path, "cases", str).__enter__()
    assert (raised.value.message, raised.value.hint, raised.value.exit_code) == (
        "another command has been writing in cases for more than 0 seconds, so nothing was written",
        "type it again when that command has ended",
        5,
    )


@pytest.mark.usefixtures("impatient")
def test_a_dead_process_keeps_nobody_waiting(tmp_path: Path) -> None:
    script = "import os, sys; from filelock import FileLock; FileLock(sys.argv[1]).acquire();os.kill(os.getpid(), 9)"
    done = subprocess.run([sys.executable, "-c", script, str(tmp_path / ".lock")], check=False)
    assert done.returncode == -9
    assert (tmp_path / ".lock").exists()
    with lock.locked(tmp_path, "cases", _told_nothing):
        pass


def test_an_error_inside_frees_it(tmp_path: Path) -> None:
    with pytest.raises(KeyboardInterrupt), lock.locked(tmp_path, "cases", _told_nothing):
        raise KeyboardInterrupt
    with lock.locked(tmp_path, "cases", _told_nothing):
        pass


def _folder(path: Path) -> None:
    path.mkdir()


def _link(path: Path) -> None:
    path.symlink_to("elsewhere")


@pytest.mark.parametrize(("make", "why"), [(_folder, "is a directory"), (_link, "too many levels of symbolic links")])
def test_what_is_no_file_cannot_be_locked(make: Callable[[Path], None], why: str, tmp_path: Path) -> None:
    """A link is not followed: it could lead anywhere."""
    make(tmp_path / ".lock")
    with pytest.raises(lock.NoLock, match=f"^nothing can be written in cases: {why}$"):
        lock.locked(tmp_path, "cases", _told_nothing).__enter__()
    assert [path.name for path in tmp_path.iterdir()] == [".lock"]


def test_a_disk_without_locks_gets_no_file_in_the_place_of_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Such a file would outlive its owner."""

    def missing(*_: object) -> None:
        raise OSError(errno.ENOSYS, "Function not implemented")

    monkeypatch.setattr(fcntl, "flock", missing)
    with pytest.raises(lock.NoLock) as raised:
        lock.locked(tmp_path, "this folder", _told_nothing).__enter__()
    assert raised.value.message == "nothing can be written in this folder: function not implemented"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (None, ".lock\n"),
        ("", ".lock\n"),
        ("*.bak\n", "*.bak\n.lock\n"),
        ("*.bak", "*.bak\n.lock\n"),
        ("*.bak\r\n", "*.bak\r\n.lock\r\n"),
        ("# .lock\n", "# .lock\n.lock\n"),
        (".lock", ".lock"),
        ("a\n /.lock \nb", "a\n /.lock \nb"),
        ("*.lock\r\n", "*.lock\r\n"),
    ],
)
def test_git_is_told_to_leave_it_alone(before: str | None, after: str, tmp_path: Path) -> None:
    path = tmp_path / ".gitignore"
    if before is not None:
        path.write_bytes(before.encode())
    for _ in range(2):
        ignored.ignore_lock(tmp_path)
        assert path.read_bytes() == after.encode()
    assert [each.name for each in tmp_path.iterdir()] == [".gitignore"]


def test_what_git_is_told_elsewhere_is_left_alone(tmp_path: Path) -> None:
    """A repository of somebody else's may have made it a link."""
    (tmp_path / "cases").mkdir()
    (tmp_path / "profile").write_text("export A=1\n")
    (tmp_path / "cases" / ".gitignore").symlink_to("../profile")
    ignored.ignore_lock(tmp_path / "cases")
    assert (tmp_path / "profile").read_text() == "export A=1\n"


def test_what_cannot_be_told_to_git_stops_nothing(tmp_path: Path) -> None:
    (tmp_path / ".gitignore").mkdir()
    ignored.ignore_lock(tmp_path)
    assert list((tmp_path / ".gitignore").iterdir()) == []
