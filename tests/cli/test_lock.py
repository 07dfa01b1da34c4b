"""Writing takes turns, leaves git alone, and says in a sentence why it cannot be."""

from __future__ import annotations

import errno
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from filelock import FileLock

from tests.cli.conftest import REPOSITORY, Run, Write
from tests.cli.paths import reached
from tracker.storage import lock

ADVANCE = ("advance", "latvia", "--on", "2025-03-01", "--source", "https://example.org/")
# Root may write everywhere, unless it gives that up: PR_CAPBSET_DROP, CAP_DAC_OVERRIDE of prctl(2).
AS_ANYBODY = """
import ctypes, os, sys
if os.geteuid() == 0:
    assert ctypes.CDLL(None).prctl(24, 1, 0, 0, 0) == 0
os.execv(sys.argv[1], sys.argv[1:])
"""


def _bytes(folder: Path) -> Mapping[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


@pytest.fixture
def held(write: Write) -> Iterator[FileLock]:
    """A lock that another command holds, on the folder of a case."""
    with FileLock(write("latvia", reached(2)).with_name(".lock")) as taken:
        yield taken


def test_git_leaves_the_lock_alone(write: Write, tracker: Run, here: Path) -> None:
    write("latvia", reached(2))
    shutil.rmtree(here / ".git")
    subprocess.run(["git", "init", "--quiet", str(here)], check=True)
    assert tracker(*ADVANCE).code == 0
    assert (here / "cases" / ".gitignore").read_text() == ".lock\n"
    seen = subprocess.run(
        ["git", "-C", str(here), "status", "--short", "-uall"], check=True, capture_output=True, text=True
    )
    assert seen.stdout == "?? cases/.gitignore\n?? cases/latvia.toml\n"


def test_what_only_reads_takes_no_lock(held: FileLock, process: Run, here: Path) -> None:
    """Nor does what is refused, or only tried."""
    assert held.is_locked
    assert process("status").code == process("show", "latvia").code == process("check").code == 0
    assert process(*ADVANCE, "--dry-run").code == 0
    assert process("revoke", "latvia", "--on", "2025-03-01").code == 4
    assert sorted(path.name for path in (here / "cases").iterdir()) == [".lock", "latvia.toml"]


def test_who_waits_is_told_and_goes_on_when_it_can(held: FileLock, here: Path) -> None:
    child = subprocess.Popen(
        [sys.executable, "-m", "tracker", *ADVANCE],
        cwd=here,
        env={**os.environ, "PYTHONPATH": str(REPOSITORY)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert child.stderr
    assert child.stderr.readline() == "another command is writing in cases: waiting for it, up to 10 seconds\n"
    held.release()
    out, err = child.communicate(timeout=60)
    assert (child.returncode, err) == (0, "")
    assert out.startswith("recorded `draft-law` of 2025-03-01 at cases/latvia.toml:")


@pytest.mark.usefixtures("held")
@pytest.mark.parametrize("words", [ADVANCE, ("undo", "latvia", "--yes"), ("new", "EE", "--treaty", "ottawa")])
def test_who_waits_too_long_gives_up(words: tuple[str, ...], tracker: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lock, "PATIENCE", 0.0)
    monkeypatch.setattr(lock, "LIMIT", 0.0)
    ran = tracker(*words)
    assert (ran.code, ran.out, ran.files) == (5, "", {"cases/latvia.toml": reached(2)})
    assert ran.err.endswith(
        "another command is writing in cases: waiting for it, up to 0 seconds\n"
        "error: another command has been writing in cases for more than 0 seconds, so nothing was written\n"
        "\nhint: type it again when that command has ended\n"
    )


def test_of_two_who_start_the_same_case_one_is_told_so(
    here: Path, tracker: Run, process: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The second looks again once it holds the lock."""
    (here / "cases").mkdir()
    new = ("new", "EE", "--treaty", "ottawa")
    acquire = FileLock.acquire

    def late(self: FileLock, timeout: float) -> object:
        monkeypatch.undo()
        assert process(*new).code == 0
        return acquire(self, timeout)

    monkeypatch.setattr(FileLock, "acquire", late)
    monkeypatch.chdir(here)
    ran = tracker(*new)
    assert (ran.code, ran.out, list(ran.files)) == (4, "", ["cases/estonia.toml"])
    assert ran.err.startswith("error: `estonia` is an unfinished case of Estonia and the Ottawa Convention already\n")


@pytest.fixture
def folder_that_is_shut(write: Write, here: Path) -> Iterator[Path]:
    """A folder with a case in which nobody may write."""
    cases = write("latvia", reached(2)).parent
    cases.chmod(0o555)
    yield here
    cases.chmod(0o755)


@pytest.mark.parametrize("words", [ADVANCE, ("undo", "latvia", "--yes"), ("new", "EE", "--treaty", "ottawa")])
def test_a_folder_that_may_only_be_read_is_told(words: tuple[str, ...], folder_that_is_shut: Path) -> None:
    before = _bytes(folder_that_is_shut / "cases")
    done = subprocess.run(
        [sys.executable, "-c", AS_ANYBODY, sys.executable, "-m", "tracker", *words],
        cwd=folder_that_is_shut,
        env={**os.environ, "PYTHONPATH": str(REPOSITORY)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout) == (5, "")
    assert done.stderr.endswith("error: nothing can be written in cases: permission denied\n")
    assert _bytes(folder_that_is_shut / "cases") == before


@pytest.mark.parametrize("reason", [errno.ENOSPC, errno.EROFS, errno.EIO])
def test_a_folder_that_takes_no_lock_is_told(
    reason: int, write: Write, tracker: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A full disk, one that is mounted for reading only, one that is broken."""
    write("latvia", reached(2))

    def refuse(*_: object, **__: object) -> None:
        raise OSError(reason, os.strerror(reason))

    monkeypatch.setattr(FileLock, "acquire", refuse)
    ran = tracker(*ADVANCE)
    assert (ran.code, ran.out, ran.files) == (5, "", {"cases/latvia.toml": reached(2)})
    assert ran.err == f"error: nothing can be written in cases: {os.strerror(reason).lower()}\n"


@pytest.mark.parametrize("call", ["write", "fsync", "open"])
def test_a_full_disk_is_told(
    call: str, write: Write, tracker: Run, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The lock found a place, the new text does not."""
    write("latvia", reached(2))
    assert tracker(*ADVANCE).code == 0
    before = _bytes(here / "cases")
    real_open = Path.open

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    if call == "open":
        monkeypatch.setattr(Path, "open", lambda path, mode="r": full() if "x" in mode else real_open(path, mode))
    else:
        monkeypatch.setattr(os, call, full)
    ran = tracker("advance", "latvia", "--on", "2025-04-01")
    assert (ran.code, ran.out) == (5, "")
    assert ran.err == "error: cases/latvia.toml could not be written: no space left on device\n"
    assert _bytes(here / "cases") == before


def test_a_link_that_leads_out_of_the_folder_is_refused(write: Write, tracker: Run, here: Path) -> None:
    """Whether it is written or read: what is outside is none of the folder's cases."""
    path = write("latvia", "")
    path.unlink()
    path.symlink_to(here / "elsewhere.toml")
    (here / "elsewhere.toml").write_text(reached(2))
    for words in (ADVANCE, ("undo", "latvia", "--yes"), ("show", "latvia")):
        ran = tracker(*words)
        assert (ran.code, ran.out) == (5, "")
        assert ran.err == (
            "cases/latvia.toml:1: the file is a link that leads out of the folder\n"
            "\nhint: `tracker check` tells what to write instead\n"
        )
    assert (here / "elsewhere.toml").read_text() == reached(2)


def test_a_link_inside_the_folder_is_written_through(write: Write, tracker: Run, here: Path) -> None:
    path = write("latvia", reached(2))
    (here / "cases" / "done").mkdir()
    path.rename(here / "cases" / "done" / "lv.toml")
    path.symlink_to("done/lv.toml")
    assert tracker(*ADVANCE).code == 0
    assert path.is_symlink()
    assert (here / "cases" / "done" / "lv.toml").read_text().startswith(reached(2) + "\n[[event]]\ndate = 2025-03-01\n")
    assert [each.name for each in (here / "cases" / "done").iterdir()] == ["lv.toml"]
    assert tracker("undo", "latvia", "--yes").code == 0
    assert (here / "cases" / "done" / "lv.toml").read_text() == reached(2)
