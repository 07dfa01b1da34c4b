"""What lies in a folder of cases and is no file: it is named, never opened, waited for, or read."""

from __future__ import annotations

import os
import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

from tests.cli.conftest import Run, Write
from tests.cli.paths import CLUB, reached, top


def _socket(path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as bound:
        bound.bind(os.path.relpath(path))  # its whole path may be too long for one


def _linked(make: Callable[[Path], object]) -> Callable[[Path], None]:
    def made(path: Path) -> None:
        target = path.with_name("elsewhere")
        make(target)
        path.symlink_to(target)

    return made


OUT = "is a link that leads out of the folder"
KINDS: dict[str, tuple[Callable[[Path], object], str]] = {
    "a folder": (Path.mkdir, "is a folder, not a file"),
    "a pipe": (os.mkfifo, "is a pipe, not a file"),
    "a socket": (_socket, "is a socket, not a file"),
    "a link to a pipe": (_linked(os.mkfifo), "is a pipe, not a file"),
    "a link to a socket": (_linked(_socket), "is a socket, not a file"),
    "a link to a folder": (_linked(Path.mkdir), "is a folder, not a file"),
    "a link to an endless device": (lambda path: path.symlink_to("/dev/zero"), OUT),
    "a link to the terminal": (lambda path: path.symlink_to("/dev/tty"), OUT),
    "a link to nowhere": (lambda path: path.symlink_to("gone"), "could not be read: no such file or directory"),
    "a link to itself": (lambda path: path.symlink_to(path), "could not be read: too many levels of symbolic links"),
}
every_kind = pytest.mark.parametrize("kind", KINDS)


@contextmanager
def _unread(path: Path) -> Iterator[None]:
    """Hold a pipe open at both ends with a word in it, which must be there afterwards: nobody has read it."""
    with suppress(FileNotFoundError):
        if not path.is_fifo():
            yield
            return
        descriptor = os.open(path, os.O_RDWR | os.O_NONBLOCK)
        os.write(descriptor, b'country = "AQ"\n')
        yield
        assert os.read(descriptor, 100) == b'country = "AQ"\n'
        os.close(descriptor)
        return
    yield


@every_kind
def test_among_the_cases(kind: str, write: Write, tracker: Run) -> None:
    """Every other case stays in view."""
    make, why = KINDS[kind]
    path = write("antarctica", reached(2)).with_name("bouvet.toml")
    make(path)
    told = f"cases/bouvet.toml:1: the file {why}"
    with _unread(path):
        ran = tracker("check")
        assert (ran.code, ran.out.splitlines()[0], ran.err) == (1, f"{told} [unreadable]", "")
        for words in (["status"], ["timeline"], ["stats"], ["analysis"], ["changes", "--since", "2024-01-01"]):
            ran = tracker(*words)
            assert (ran.code, ran.err.splitlines()[0]) == (5, told)
            assert ran.out != ""
        for words in (["show", "bouvet"], ["advance", "bouvet", "--on", "2025-02-03"], ["undo", "bouvet", "--yes"]):
            ran = tracker(*words)
            assert (ran.code, ran.out, ran.err.splitlines()[0]) == (5, "", told)
        assert tracker("edit", "bouvet").code == 2  # it needs a terminal
        assert told in tracker("check", "cases/bouvet.toml").out
        assert tracker("show", "antarctica").code == 0
        assert tracker("advance", "antarctica", "--on", "2025-03-01").code == 0


@every_kind
def test_among_the_treaties(kind: str, here: Path, write: Write, tracker: Run) -> None:
    make, why = KINDS[kind]
    write("antarctica", top(treaty="bad"))
    write("bouvet", reached(2, "BV"))
    (here / "treaties").mkdir()
    (here / "treaties" / "club.toml").write_text(CLUB)
    path = here / "treaties" / "bad.toml"
    make(path)
    told = f"treaties/bad.toml:1: the file {why}"
    with _unread(path):
        assert tracker("treaties", "club").code == 0
        assert told in tracker("treaties").err
        for words in (
            ["treaties", "bad"],
            ["effect", "bad", "--received", "2025-01-01"],
            ["new", "LV", "--treaty", "bad"],
        ):
            ran = tracker(*words)
            assert (ran.code, ran.out, ran.err.splitlines()[0]) == (5, "", told)
        assert (tracker("check").code, tracker("status").code) == (1, 5)
        assert tracker("show", "bouvet").code == 0


@pytest.mark.parametrize("kind", [kind for kind in KINDS if "folder" not in kind])
def test_in_the_place_of_a_folder(kind: str, here: Path, tracker: Run) -> None:
    make, _ = KINDS[kind]
    (here / "inner").mkdir()
    path = here / "inner" / "cases"
    make(path)
    with _unread(path):
        ran = tracker("status", "--cases", "inner/cases")
        assert (ran.code, ran.out) == (5, "")
        assert (
            ran.err == "error: inner/cases is a file, not a folder\n\nhint: name the folder that holds the case files\n"
        )


@pytest.mark.parametrize("name", ["/dev/zero", "/dev/tty", "/dev/fd/0/", "/proc/self/fd", "/dev"])
def test_a_device_that_is_named(name: str, tracker: Run) -> None:
    for words in (["check", f"{name}/x.toml"], ["check", name], ["status", "--cases", name]):
        ran = tracker(*words)
        assert ran.code in (0, 2, 3, 5)
        assert "should not have happened" not in ran.err


def test_a_pipe_that_takes_a_files_place(write: Write, tracker: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Between the look at it and its opening: it is not waited for."""
    path = write("antarctica", reached(2))
    opened = os.open

    def swapped(name: str | Path, flags: int, mode: int = 0o777, *, dir_fd: int | None = None) -> int:
        if str(name).endswith("antarctica.toml") and path.is_file():
            path.unlink()
            os.mkfifo(path)
        return opened(name, flags, mode, dir_fd=dir_fd)

    monkeypatch.setattr(os, "open", swapped)
    ran = tracker("show", "antarctica")
    assert (ran.code, ran.out) == (5, "")
    assert ran.err.startswith("cases/antarctica.toml:1: the file is a pipe, not a file\n")
