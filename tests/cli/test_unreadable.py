"""Files or folders that cannot be read or written: what is told, and that nothing is lost."""

from __future__ import annotations

import os
import sys
from errno import EACCES
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Run, Write
from tests.cli.paths import event, reached
from tracker.core.event import Event
from tracker.core.recording import Wish, decide


def test_an_empty_file(write: Write, tracker: Run) -> None:
    write("antarctica", "")
    ran = tracker("check")
    assert (ran.code, ran.out) == (
        1,
        (
            "cases/antarctica.toml:1: the file lacks `country` [missing-key]\n"
            "  hint: add a line `country = …` above the first line in brackets\n"
            "cases/antarctica.toml:1: the file lacks `treaty` [missing-key]\n"
            "  hint: add a line `treaty = …` above the first line in brackets\n"
            "\n2 problems in 1 file\n"
        ),
    )
    assert tracker("status").code == 5


def test_a_folder_where_a_file_is_meant(here: Path, tracker: Run) -> None:
    (here / "cases" / "antarctica.toml").mkdir(parents=True)
    ran = tracker("check")
    assert (ran.code, ran.out) == (
        1,
        "cases/antarctica.toml:1: the file is a folder, not a file [unreadable]\n\n1 problem in 1 file\n",
    )
    for words in (["show", "antarctica"], ["advance", "antarctica", "--on", "today"], ["undo", "antarctica", "--yes"]):
        ran = tracker(*words)
        assert (ran.code, ran.out) == (5, "")
        assert ran.err.startswith("cases/antarctica.toml:1: the file is a folder, not a file\n")


@pytest.mark.parametrize("to", ["nowhere.toml", "antarctica.toml"])
def test_a_file_that_cannot_be_read(to: str, here: Path, tracker: Run) -> None:
    """A link that leads nowhere, or to itself."""
    (here / "cases").mkdir()
    (here / "cases" / "antarctica.toml").symlink_to(to)
    why = "no such file or directory" if to == "nowhere.toml" else "too many levels of symbolic links"
    ran = tracker("check")
    assert (ran.code, ran.out) == (
        1,
        f"cases/antarctica.toml:1: the file could not be read: {why} [unreadable]\n\n1 problem in 1 file\n",
    )
    assert tracker("show", "antarctica").code == 5
    assert tracker("status").code == 5


def test_a_file_that_may_not_be_read(write: Write, tracker: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    write("antarctica", reached(2))
    opened = os.open

    def refused(path: Any, *words: Any, **named: Any) -> int:  # noqa: ANN401 - whatever `open` takes
        if Path(path).parent.name == "cases" and sys._getframe(1).f_globals["__name__"] == "tracker.storage.disk":
            raise PermissionError(EACCES, os.strerror(EACCES))
        return opened(path, *words, **named)

    monkeypatch.setattr(os, "open", refused)
    ran = tracker("show", "antarctica")
    assert (ran.code, ran.out) == (5, "")
    assert ran.err.startswith("cases/antarctica.toml:1: the file could not be read: permission denied\n")


def test_a_file_that_cannot_be_written(write: Write, tracker: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    write("antarctica", reached(2))
    monkeypatch.setattr("os.access", lambda _path, _mode: False)
    told = "error: cases/antarctica.toml could not be written: permission denied\n"
    for words in (["advance", "antarctica", "--on", "2025-03-01"], ["undo", "antarctica", "--yes"]):
        ran = tracker(*words)
        assert (ran.code, ran.out, ran.files) == (5, "", {"cases/antarctica.toml": reached(2)})
        assert ran.err.endswith(told)


def test_of_two_who_reach_the_same_stage_one_is_told_so(
    write: Write, tracker: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each saw the case before the other wrote: the decision is made on what is in the file."""
    path = write("antarctica", reached(2))
    theirs = reached(2) + event("2025-03-01", "draft-law", body="Government")

    def decide_late(wish: Wish) -> Event:
        event = decide(wish)
        path.write_text(theirs)
        return event

    monkeypatch.setattr("tracker.cli.recording.decide", decide_late)
    ran = tracker("advance", "antarctica", "--on", "2025-03-01")
    assert (ran.code, ran.out) == (4, "")
    assert ran.err.startswith(
        "error: antarctica: `draft-law` on 2025-03-01 is not possible, because `draft-law` was reached already, on"
        " 2025-03-01, and no `return` or `reopen` lies between\n\nhint: possible instead: "
    )
    assert ran.files == {"cases/antarctica.toml": theirs}


def test_no_folder(here: Path, tracker: Run) -> None:
    """The shipped cases are there to be read; to record, one needs a folder of one's own."""
    ran = tracker("status", "--as-of", "2025-05-01")
    assert ran.code == 0
    assert ran.out.splitlines()[-2].startswith("7 cases as of 1 May 2025")
    assert ran.err == "no cases folder here: the shipped cases, for reading only (`tracker init` copies them)\n"
    ran = tracker("advance", "latvia", "--on", "2025-05-01")
    assert (ran.code, ran.out, ran.files) == (3, "", {})
    assert ran.err == (
        "error: there is no cases folder here, and the shipped cases are for reading only\n"
        "\nhint: `tracker init` makes a folder of your own\n"
    )
    ran = tracker("status", "--cases", "mine")
    assert (ran.code, ran.out) == (3, "")
    assert ran.err == "error: there is no folder mine\n\nhint: `tracker init` makes a cases folder\n"
    (here / "mine").write_text("a file")
    ran = tracker("status", "--cases", "mine")
    assert (ran.code, ran.out) == (5, "")
    assert ran.err == "error: mine is a file, not a folder\n\nhint: name the folder that holds the case files\n"


def test_an_empty_folder(here: Path, tracker: Run) -> None:
    (here / "cases").mkdir()
    ran = tracker("status")
    assert (ran.code, ran.out.splitlines()[0]) == (0, "0 cases")
    assert ran.err == (
        "warning: there are no cases in cases\n"
        "\nhint: `tracker new LV --treaty ottawa` starts one, `tracker init` elsewhere copies the shipped ones\n"
    )
    assert tracker("check").out == "no problems in 0 files\n"
    assert tracker("diff").code == 2
    assert tracker("show", "latvia").code == tracker("advance", "latvia", "--on", "today").code == 3


def test_the_folder_that_one_stands_in_is_gone(tracker: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def gone() -> Path:
        raise FileNotFoundError

    monkeypatch.setattr(Path, "cwd", gone)
    for words in (["status"], ["advance", "latvia", "--on", "today"], ["check", "cases/latvia.toml"]):
        ran = tracker(*words)
        assert (ran.code, ran.out) == (3, "")
        assert ran.err == "error: the folder that you stand in is gone\n\nhint: `cd` to one that is there\n"
