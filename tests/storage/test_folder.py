"""A folder's cases are read one by one, changed together or not at all."""

from __future__ import annotations

import errno
import os
import signal
import stat
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from filelock import FileLock, Timeout

from tests.storage.reading import EVENT, TOP
from tracker.core.case import Case
from tracker.core.country import Country
from tracker.core.day import on, parse_day
from tracker.core.errors import FileFault, NotFound, Refused, Several, TrackerError, Unsound
from tracker.core.event import Action, Event, Source, Topic
from tracker.core.stage import Stage
from tracker.core.treaty import Treaty
from tracker.storage import disk, package
from tracker.storage.folder import CaseFile, Folder, NoSuchCase
from tracker.storage.rewrite import NotPutBack
from tracker.storage.search import find

NOTE = Event(on(parse_day("2025-04-16")), Action.NOTE, topic=Topic.LAW)
BLOCK = '[[event]]\ndate = 2025-04-16\naction = "note"\ntopic = "law"\n'
ANALYSIS = '\n[[event]]\ndate = 2025-03-18\nstage = "ministry-analysis"\n'
DIRECTIVE = '\n[[event]]\ndate = 2025-04-24\nstage = "cabinet-directive"\n'

Fill = Callable[[Mapping[str, str | bytes]], Folder]


@pytest.fixture
def cases(tmp_path: Path) -> Path:
    path = tmp_path / "cases"
    path.mkdir()
    return path


@pytest.fixture
def fill(cases: Path) -> Fill:
    """Return a function that writes files and opens their folder."""

    def write(files: Mapping[str, str | bytes]) -> Folder:
        for name, text in files.items():
            (cases / name).write_bytes(text if isinstance(text, bytes) else text.encode())
        return find("cases", cases.parent, cases.parent)

    return write


@pytest.fixture
def read_only(fill: Fill) -> Folder:
    return replace(fill({"latvia.toml": TOP + EVENT}), read_only=True)


def _note(_: CaseFile) -> Event:
    return NOTE


def _files(folder: Path) -> dict[str, str]:
    """Return every file without what belongs to the lock: see tests/storage/test_lock.py."""
    lock = (".lock", ".gitignore")
    return {p.name: p.read_bytes().decode() for p in sorted(folder.iterdir()) if p.is_file() and p.name not in lock}


def _told(raised: pytest.ExceptionInfo[TrackerError]) -> tuple[str, str | None, int]:
    return raised.value.message, raised.value.hint, raised.value.exit_code


class TestReading:
    """What is in a folder, what of it can be used."""

    def test_ids_are_the_names_of_files(self, fill: Fill, cases: Path) -> None:
        folder = fill({"latvia.toml": TOP, "Estonia.toml": "", ".hidden.toml": "", "README.md": "", "a.toml.bak": ""})
        (cases / "deep").mkdir()
        (cases / "deep" / "poland.toml").touch()
        assert folder.ids() == ("Estonia", "latvia")

    def test_one_case_is_read_without_its_neighbours(self, fill: Fill) -> None:
        folder = fill({"latvia.toml": TOP, "broken.toml": b"\xff"})
        file = folder.load("latvia")
        assert (file.id, file.path, file.text) == ("latvia", "cases/latvia.toml", TOP)
        assert file.case == Case("latvia", package.countries()["LV"], folder.library.treaty("ottawa"))

    @pytest.mark.parametrize("case_id", ["poland", "../cases/latvia", "", ".hidden"])
    def test_a_case_that_is_not_there_is_refused(self, case_id: str, fill: Fill) -> None:
        folder = fill({"latvia.toml": TOP, ".hidden.toml": TOP})
        with pytest.raises(NotFound) as raised:
            folder.load(case_id)
        assert _told(raised) == (f"there is no case `{case_id}` in cases", "`tracker status` lists the cases", 3)

    def test_the_folder_in_which_one_stands_has_no_name(self, fill: Fill, cases: Path) -> None:
        fill({})
        with pytest.raises(NotFound, match=r"^there is no case `x` in this folder$"):
            find(".", cases, cases).load("x")

    def test_what_cannot_be_read_is_a_case_file_with_a_problem(self, fill: Fill, cases: Path) -> None:
        folder = fill({"latvia.toml": TOP, "broken.toml": "a = b\n", "odd\nname.toml": TOP})
        (cases / "folder.toml").mkdir()
        (cases / "gone.toml").symlink_to("nowhere")
        files = {file.id: file for file in folder.load_all()}
        assert {name: [str(problem) for problem in file.problems] for name, file in files.items()} == {
            "broken": ["cases/broken.toml:1: a text is written in quotes"],
            "folder": ["cases/folder.toml:1: the file is a folder, not a file"],
            "gone": ["cases/gone.toml:1: the file could not be read: no such file or directory"],
            "latvia": [],
            r"odd\u000aname": [r"cases/odd\u000aname.toml:1: the file has a name that cannot be typed"],
        }
        assert [file.id for file in files.values() if file.case] == ["latvia"]

    def test_further_cases_of_a_country_and_treaty_are_found_by_their_names(self, fill: Fill) -> None:
        """A file of which the name tells another treaty or country is not read, one that is not sound is none."""
        names = ("latvia", "latvia-ottawa", "lv", "latvia-ccm", "estonia", "latvia-again")
        folder = fill({f"{name}.toml": TOP for name in names})
        fill({"latvia-old.toml": TOP.replace("LV", "LT"), "latvia-broken.toml": "a = b\n", "latvia-ottawa-2.toml": TOP})
        latvia = folder.load("latvia").case
        assert latvia
        found = folder.doubles_of([latvia])
        assert [case.id for case in found] == ["latvia-again", "latvia-ottawa", "latvia-ottawa-2", "lv"]

    def test_a_folder_that_went_away_is_told(self, fill: Fill, cases: Path) -> None:
        folder = fill({})
        cases.rmdir()
        with pytest.raises(FileFault, match=r"^cases could not be read: no such file or directory$"):
            folder.ids()


class TestChanging:
    """An event is added to all the cases, or to none."""

    def test_one_block_is_added_and_nothing_else(self, fill: Fill, cases: Path) -> None:
        text = "\ufeff" + (TOP + EVENT + "# the end").replace("\n", "\r\n")
        folder = fill({"latvia.toml": text, "estonia.toml": TOP})
        (change,) = folder.change(["latvia"], _note)
        assert (cases / "latvia.toml").read_bytes().decode() == text + ("\n" + BLOCK).replace("\n", "\r\n")
        assert (cases / "estonia.toml").read_bytes().decode() == TOP
        assert (change.before.text, change.event, change.block) == (text, NOTE, BLOCK)
        assert change.before.case
        assert change.after == change.before.case.with_event(NOTE) == folder.load("latvia").case
        assert change.text == folder.load("latvia").text

    def test_what_to_add_is_decided_for_each_case_once(self, fill: Fill, cases: Path) -> None:
        folder = fill({"latvia.toml": TOP, "estonia.toml": TOP.replace("LV", "EE")})
        seen: list[str] = []

        def decide(file: CaseFile) -> Event:
            seen.append(file.id)
            return replace(NOTE, body=file.id)

        changes = folder.change(["latvia", "estonia", "latvia"], decide)
        assert seen == ["latvia", "estonia"]
        assert [change.event.body for change in changes] == seen
        assert _files(cases)["estonia.toml"].endswith('body = "estonia"\n')

    def test_nothing_is_written_where_it_is_only_tried(self, fill: Fill, cases: Path) -> None:
        folder = fill({"latvia.toml": TOP})
        (change,) = folder.change(["latvia"], _note, write=False)
        assert change.block == BLOCK
        assert _files(cases) == {"latvia.toml": TOP}

    def test_all_that_is_wrong_is_told_at_once(self, fill: Fill, cases: Path) -> None:
        files = {
            "latvia.toml": TOP,
            "estonia.toml": "a = b\n",
            "poland.toml": TOP,
            "finland.toml": f"{TOP}event = []\n",
        }
        folder = fill(files)

        def decide(file: CaseFile) -> Event:
            if file.id == "poland":
                raise Refused("not today")
            return NOTE

        with pytest.raises(Several) as raised:
            folder.change(["latvia", "estonia", "poland", "finland", "nowhere"], decide)
        assert [type(error).__name__ for error in raised.value.errors] == [
            "Unsound",
            "Refused",
            "ListOfEvents",
            "NoSuchCase",
        ]
        assert raised.value.exit_code == 5
        assert _files(cases) == dict(sorted(files.items()))

    @pytest.mark.parametrize(
        "text",
        [
            "body = “Saeima”\n",
            f"{TOP}date = 2025-05\n",
            f"{TOP}{EVENT}[event.source]\n",
            f"{TOP}<<<<<<< HEAD\n",
            TOP + DIRECTIVE,
            b"\xff\xfe",
            TOP.replace("LV", "lv"),
        ],
    )
    def test_an_unsound_file_is_not_touched(self, text: str | bytes, fill: Fill, cases: Path) -> None:
        folder = fill({"latvia.toml": text})
        with pytest.raises(Unsound) as raised:
            folder.change(["latvia"], _note)
        assert raised.value.problems == folder.load("latvia").problems
        assert (cases / "latvia.toml").read_bytes() == (text if isinstance(text, bytes) else text.encode())

    @pytest.mark.parametrize(
        ("event", "why"),
        [
            (replace(NOTE, body=""), "it would not say what was meant"),
            (replace(NOTE, summary="a\0b"), "`summary` holds a NUL character"),
            (replace(NOTE, sources=(Source("ftp://x"),)), "`ftp://x` is not a web address: it does not begin with"),
            (replace(NOTE, body="twice", skip="x"), "`skip` belongs on `advance`, not on a `note`"),
            (Event(NOTE.date, stage=Stage.EFFECT), "`effect` on 2025-04-16 cannot have happened: "),
        ],
    )
    def test_what_would_not_be_read_back_is_not_written(self, event: Event, why: str, fill: Fill, cases: Path) -> None:
        text = TOP + EVENT + EVENT  # a problem that leaves the case sound is not the reason
        folder = fill({"latvia.toml": text})
        with pytest.raises(FileFault) as raised:
            folder.change(["latvia"], lambda _: event)
        assert raised.value.message.startswith(f"cases/latvia.toml was not written: {why}")
        assert _files(cases) == {"latvia.toml": text}

    @pytest.mark.parametrize("error", [disk.Unwritable("cases/latvia.toml", "no space"), KeyboardInterrupt()])
    def test_the_first_file_is_put_back_where_the_second_fails(
        self, error: BaseException, fill: Fill, cases: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        folder = fill({"estonia.toml": TOP, "latvia.toml": TOP, "poland.toml": TOP})
        _fail_at(monkeypatch, lambda path, _: path.name == "latvia.toml", error)
        with pytest.raises(type(error)):
            folder.change(["estonia", "latvia", "poland"], _note)
        assert _files(cases) == {"estonia.toml": TOP, "latvia.toml": TOP, "poland.toml": TOP}

    def test_a_file_that_cannot_be_put_back_is_told(
        self, fill: Fill, cases: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        folder = fill({"estonia.toml": TOP, "latvia.toml": TOP})
        fault = disk.Unwritable("cases/latvia.toml", "no space")
        _fail_at(monkeypatch, lambda path, content: path.name == "latvia.toml" or content == TOP.encode(), fault)
        with pytest.raises(Several) as raised:
            folder.change(["estonia", "latvia"], _note)
        assert [(error.message, error.hint) for error in raised.value.errors] == [
            ("cases/latvia.toml could not be written: no space", None),
            ("cases/estonia.toml was changed and could not be put back", "look at it with `git diff`"),
        ]
        assert _files(cases) == {"estonia.toml": f"{TOP}\n{BLOCK}", "latvia.toml": TOP}

    def test_a_file_that_vanished_is_told_once(self, fill: Fill, cases: Path) -> None:
        folder = fill({"estonia.toml": TOP, "latvia.toml": TOP})

        def decide(file: CaseFile) -> Event:
            if file.id == "latvia":
                (cases / "latvia.toml").unlink()
            return NOTE

        with pytest.raises(NoSuchCase, match=r"^there is no case `latvia` in cases$"):
            folder.change(["estonia", "latvia"], decide)
        assert _files(cases) == {"estonia.toml": TOP}

    def test_it_is_decided_on_what_is_there_while_nobody_else_writes(self, fill: Fill, cases: Path) -> None:
        """What somebody recorded before the lock was held is seen, and stays."""
        folder = fill({"latvia.toml": TOP, "estonia.toml": TOP})
        seen: list[tuple[str, int]] = []

        def decide(file: CaseFile) -> Event:
            assert file.case
            seen.append((file.id, len(file.case.events)))
            (cases / "latvia.toml").write_text(TOP + EVENT, encoding="utf-8")
            return NOTE

        folder.change(["latvia", "estonia"], decide)
        assert seen == [("latvia", 0), ("estonia", 0), ("latvia", 1), ("estonia", 0)]
        assert _files(cases) == {"estonia.toml": f"{TOP}\n{BLOCK}", "latvia.toml": f"{TOP}{EVENT}\n{BLOCK}"}

    def test_what_an_editor_saves_while_it_is_written_stays(
        self, fill: Fill, cases: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """An editor asks for no lock."""
        folder = fill({"estonia.toml": TOP, "latvia.toml": TOP})
        write = disk.replace

        def slow(path: Path, shown: str, content: bytes, *, expected: bytes) -> None:
            (cases / "latvia.toml").write_text(f"{TOP}# theirs\n", encoding="utf-8")
            write(path, shown, content, expected=expected)

        monkeypatch.setattr(disk, "replace", slow)
        with pytest.raises(FileFault, match="it was changed by somebody else in the meantime"):
            folder.change(["estonia", "latvia"], _note)
        assert _files(cases) == {"estonia.toml": TOP, "latvia.toml": f"{TOP}# theirs\n"}

    def test_a_refusal_touches_nothing(self, fill: Fill, cases: Path) -> None:
        """Neither the lock nor what git ignores."""
        folder = fill({"latvia.toml": TOP})

        def refuse(_: CaseFile) -> Event:
            raise Refused("not today")

        with pytest.raises(Refused):
            folder.change(["latvia"], refuse)
        with pytest.raises(Refused):
            _create(folder, check=refuse)
        folder.change(["latvia"], _note, write=False)
        assert [path.name for path in cases.iterdir()] == ["latvia.toml"]

    def test_the_lock_is_held_while_it_is_written(self, fill: Fill, monkeypatch: pytest.MonkeyPatch) -> None:
        """By what changes, takes out, replaces, makes."""
        folder = fill({"latvia.toml": TOP})
        held: list[bool] = []

        def look(*_: object) -> None:
            held.append(_is_locked(folder))

        for name in ("replace", "create"):
            monkeypatch.setattr(disk, name, _also(look, getattr(disk, name)))
        for act in (
            lambda: folder.change(["latvia"], _note),
            lambda: folder.undo(folder.undoing(["latvia"])),
            lambda: folder.replace(folder.load("latvia"), _other(folder)),
            lambda: _create(folder),
        ):
            before = len(held)
            act()
            assert held[before:] == [True] * len(held[before:])
            assert len(held) > before
            assert not _is_locked(folder)

    def test_what_the_dead_left_is_cleared_away(self, fill: Fill, cases: Path) -> None:
        folder = fill({"latvia.toml": TOP, ".tracker-012345abcdef.part": "half"})
        assert folder.ids() == ("latvia",)
        folder.change(["latvia"], _note)
        assert set(_files(cases)) == {"latvia.toml"}
        fill({".tracker-012345abcdef.part": "half"})
        _create(folder)
        assert set(_files(cases)) == {"estonia.toml", "latvia.toml"}

    def test_a_link_inside_the_folder_is_written_through(self, fill: Fill, cases: Path) -> None:
        (cases / "old").mkdir()
        (cases / "latvia.toml").symlink_to("old/latvia.toml")
        folder = fill({"latvia.toml": TOP})
        folder.change(["latvia"], _note)
        assert (cases / "latvia.toml").is_symlink()
        assert _files(cases / "old") == {"latvia.toml": f"{TOP}\n{BLOCK}"}
        folder.undo(folder.undoing(["latvia"]))
        assert _files(cases / "old") == {"latvia.toml": TOP}

    def test_a_link_that_leads_out_is_refused(self, fill: Fill, cases: Path) -> None:
        (cases.parent / "latvia.toml").write_text(TOP, encoding="utf-8")
        (cases / "latvia.toml").symlink_to("../latvia.toml")
        folder = fill({})
        with pytest.raises(Unsound) as raised:
            folder.change(["latvia"], _note)
        assert [str(problem) for problem in raised.value.problems] == [
            "cases/latvia.toml:1: the file is a link that leads out of the folder"
        ]
        assert (cases.parent / "latvia.toml").read_text(encoding="utf-8") == TOP

    @pytest.mark.parametrize("reason", [errno.EIO, errno.ENOSPC])
    @pytest.mark.parametrize("at", [1, 2])
    def test_what_may_not_outlast_a_power_cut_is_put_back(
        self, reason: int, at: int, fill: Fill, cases: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """The folder that holds the new name could not be written; `at` counts the files."""
        folder = fill({"estonia.toml": TOP, "latvia.toml": TOP, ".gitignore": ".lock\n"})
        seen: list[int] = []

        def fail(descriptor: int) -> None:
            if stat.S_ISDIR(os.fstat(descriptor).st_mode):
                seen.append(descriptor)
                if len(seen) == at:
                    raise OSError(reason, os.strerror(reason))

        monkeypatch.setattr(os, "fsync", fail)
        with pytest.raises(disk.Unsettled, match="could not be written"):
            folder.change(["estonia", "latvia"], _note)
        assert _files(cases) == {"estonia.toml": TOP, "latvia.toml": TOP}
        assert len(seen) == at * 2

    def test_a_folder_that_stays_unwritable_has_the_old_bytes_all_the_same(
        self, fill: Fill, cases: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        folder = fill({"latvia.toml": TOP})
        sync = disk._sync_folder

        def fail(path: Path) -> None:
            sync(path)
            raise OSError(errno.EIO, "Input/output error")

        monkeypatch.setattr(disk, "_sync_folder", fail)
        with pytest.raises(disk.Unsettled) as raised:
            folder.change(["latvia"], _note)
        assert _told(raised) == ("cases/latvia.toml could not be written: input/output error", None, 5)
        assert _files(cases) == {"latvia.toml": TOP}

    def test_ctrl_c_pressed_twice_puts_all_back(self, fill: Fill, cases: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """The second press waits until all is as it was."""
        folder = fill({"estonia.toml": TOP, "latvia.toml": TOP})
        write = disk.replace
        presses = iter((False, True, True, True))

        def pressed(path: Path, shown: str, content: bytes, *, expected: bytes) -> None:
            if next(presses):
                signal.raise_signal(signal.SIGINT)
            write(path, shown, content, expected=expected)

        monkeypatch.setattr(disk, "replace", pressed)
        with pytest.raises(KeyboardInterrupt):
            folder.change(["estonia", "latvia"], _note)
        assert _files(cases) == {"estonia.toml": TOP, "latvia.toml": TOP}

    def test_after_ctrl_c_what_could_not_be_put_back_is_told(
        self, fill: Fill, cases: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        folder = fill({"estonia.toml": TOP, "latvia.toml": TOP})
        write = disk.replace

        def broken(path: Path, shown: str, content: bytes, *, expected: bytes) -> None:
            if path.name == "latvia.toml":
                raise KeyboardInterrupt
            if content == TOP.encode():
                raise disk.Unwritable(shown, "no space")
            write(path, shown, content, expected=expected)

        monkeypatch.setattr(disk, "replace", broken)
        with pytest.raises(NotPutBack, match=r"^cases/estonia\.toml was changed and could not be put back$"):
            folder.change(["estonia", "latvia"], _note)
        assert _files(cases) == {"estonia.toml": f"{TOP}\n{BLOCK}", "latvia.toml": TOP}

    def test_a_full_disk_leaves_the_file_as_it_was(
        self, fill: Fill, cases: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        folder = fill({"latvia.toml": TOP})

        def full(*_: object) -> int:
            raise OSError(errno.ENOSPC, "No space left on device")

        monkeypatch.setattr(os, "write", full)
        with pytest.raises(FileFault) as raised:
            folder.change(["latvia"], _note)
        assert _told(raised) == ("cases/latvia.toml could not be written: no space left on device", None, 5)
        assert _files(cases) == {"latvia.toml": TOP}


class TestUndoing:
    """The last event is taken out again, where nothing rests on it."""

    def test_the_file_is_as_it_was(self, fill: Fill, cases: Path) -> None:
        text = (TOP + EVENT).replace("\n", "\r\n").rstrip("\r\n")
        folder = fill({"latvia.toml": text})
        folder.change(["latvia"], _note)
        undoings = folder.undoing(["latvia"])
        (undoing,) = undoings
        assert (undoing.event, undoing.block, undoing.text) == (NOTE, BLOCK.replace("\n", "\r\n"), text)
        assert undoing.before.text != text
        folder.undo(undoings)
        assert (cases / "latvia.toml").read_bytes() == text.encode()
        assert folder.load("latvia").case == undoing.after

    def test_nothing_is_taken_out_before_it_is_wanted(self, fill: Fill, cases: Path) -> None:
        fill({"latvia.toml": TOP + EVENT}).undoing(["latvia"])
        assert _files(cases) == {"latvia.toml": TOP + EVENT}

    def test_an_event_on_which_others_rest_stays(self, fill: Fill, cases: Path) -> None:
        text = TOP + DIRECTIVE + ANALYSIS
        folder = fill({"latvia.toml": text})
        with pytest.raises(Refused) as raised:
            folder.undoing(["latvia"])
        message, hint, code = _told(raised)
        assert message.startswith(
            "the last event of `latvia` cannot be taken out, since others rest on it:"
            " `cabinet-directive` on 2025-04-24 cannot have happened: "
        )
        assert (hint, code) == ("put the events of cases/latvia.toml right by hand", 4)
        assert _files(cases) == {"latvia.toml": text}

    @pytest.mark.parametrize("last", [ANALYSIS, f"{DIRECTIVE}zzz = 1\n", "\n[[event]]\n"])
    def test_a_last_event_that_makes_the_file_unsound_can_be_taken_out(
        self, last: str, fill: Fill, cases: Path
    ) -> None:
        folder = fill({"latvia.toml": TOP + ANALYSIS + last})
        (undoing,) = folder.undoing(["latvia"])
        assert (undoing.event, undoing.block) == (None, last.removeprefix("\n"))
        folder.undo([undoing])
        assert _files(cases) == {"latvia.toml": TOP + ANALYSIS}

    @pytest.mark.parametrize("text", ["a = b\n", f"{TOP}zzz = 1\n{ANALYSIS}", b"\xff", f"{TOP}{DIRECTIVE}{EVENT}"])
    def test_a_file_that_stays_unsound_is_left_alone(self, text: str | bytes, fill: Fill) -> None:
        folder = fill({"latvia.toml": text})
        with pytest.raises(Unsound) as raised:
            folder.undoing(["latvia"])
        assert raised.value.problems == folder.load("latvia").problems

    def test_a_file_that_cannot_be_read_is_told_as_such(self, fill: Fill, cases: Path) -> None:
        folder = fill({})
        (cases / "latvia.toml").mkdir()
        with pytest.raises(Unsound) as raised:
            folder.undoing(["latvia"])
        assert [str(problem) for problem in raised.value.problems] == [
            "cases/latvia.toml:1: the file is a folder, not a file"
        ]

    def test_all_that_is_wrong_is_told_at_once(self, fill: Fill) -> None:
        folder = fill({"latvia.toml": TOP, "estonia.toml": f"{TOP}{EVENT}# end", "poland.toml": TOP + EVENT})
        with pytest.raises(Several) as raised:
            folder.undoing(["latvia", "estonia", "poland"])
        assert [error.message for error in raised.value.errors] == [
            "`latvia` has no event that could be taken out",
            "the last event of `estonia` is not taken out, since a comment follows it",
        ]


class TestStarting:
    """A new case is a file of its own."""

    def _treaty(self, folder: Folder, treaty_id: str = "ottawa") -> Treaty:
        return folder.library.treaty(treaty_id)

    def test_a_case_begins_without_events(self, fill: Fill, cases: Path) -> None:
        folder = fill({})
        countries = package.countries()
        file = folder.create(countries["US"], self._treaty(folder), in_force=date(1999, 3, 1), about="“Soon” \\ later")
        assert (file.id, file.path, file.problems) == ("united-states", "cases/united-states.toml", ())
        assert file.case == Case(
            "united-states", countries["US"], self._treaty(folder), date(1999, 3, 1), "“Soon” \\ later"
        )
        assert folder.load("united-states") == file
        assert _files(cases) == {
            "united-states.toml": "# The withdrawal of the United States from the Ottawa Convention.\n"
            'country = "US"\ntreaty = "ottawa"\nin_force = 1999-03-01\nabout = "“Soon” \\\\ later"\n'
        }

    def test_a_readme_beside_it_is_named(self, fill: Fill, cases: Path) -> None:
        folder = fill({"README.md": "…"})
        folder.create(package.countries()["LV"], self._treaty(folder), in_force=None, about=None)
        assert _files(cases)["latvia.toml"].splitlines()[0] == (
            "# The withdrawal of Latvia from the Ottawa Convention. "
            "How to read and edit this file: README.md beside it."
        )

    def test_a_name_that_is_taken_gets_the_treaty_then_a_number(self, fill: Fill) -> None:
        folder = fill({"Latvia.toml": TOP})
        latvia = package.countries()["LV"]
        made = [folder.create(latvia, self._treaty(folder, "ccm"), in_force=None, about=None).id for _ in range(3)]
        assert made == ["latvia-ccm", "latvia-ccm-2", "latvia-ccm-3"]

    def test_a_name_of_a_treaty_ends_no_comment(self, fill: Fill, cases: Path) -> None:
        folder = fill({})
        (cases.parent / "treaties").mkdir()
        (cases.parent / "treaties" / "odd.toml").write_text(
            'title = "a"\nshort = "a\\nzzz = 1"\n[exit]\narticle = "1"\nperiod = {amount = 1, unit = "days"}\n',
            encoding="utf-8",
        )
        assert folder.create(package.countries()["LV"], self._treaty(folder, "odd"), in_force=None, about=None).case

    def test_what_would_not_be_read_back_is_not_written(self, fill: Fill, cases: Path) -> None:
        folder = fill({})
        with pytest.raises(FileFault) as raised:
            folder.create(Country("ZZ", "ZZZ", "Nowhere"), self._treaty(folder), in_force=None, about=None)
        assert raised.value.message == "cases/nowhere.toml was not written: it would not say what was meant"
        assert _files(cases) == {}


class TestReadingOnly:
    """Nothing is written to the shipped cases."""

    WHY = (
        "there is no cases folder here, and the shipped cases are for reading only",
        "`tracker init` makes a folder of your own",
        3,
    )

    def test_they_can_be_read(self, read_only: Folder) -> None:
        assert read_only.load("latvia").case

    @pytest.mark.parametrize(
        "act",
        [
            lambda folder: folder.change(["latvia"], _note),
            lambda folder: folder.change(["latvia"], _note, write=False),
            lambda folder: folder.undoing(["latvia"]),
            lambda folder: folder.create(
                package.countries()["EE"], folder.library.treaty("ottawa"), in_force=None, about=None
            ),
        ],
    )
    def test_they_cannot_be_changed(self, act: Callable[[Folder], object], read_only: Folder, cases: Path) -> None:
        with pytest.raises(NotFound) as raised:
            act(read_only)
        assert _told(raised) == self.WHY
        assert _files(cases) == {"latvia.toml": TOP + EVENT}


def _create(folder: Folder, check: Callable[[Any], object] = len) -> CaseFile:
    estonia, ottawa = package.countries()["EE"], folder.library.treaty("ottawa")
    return folder.create(estonia, ottawa, in_force=None, about=None, check=check)


def _other(folder: Folder) -> CaseFile:
    file = folder.load("latvia")
    return replace(file, text=f"{file.text}# more\n")


def _is_locked(folder: Folder) -> bool:
    lock = FileLock(folder.path / ".lock")
    try:
        lock.acquire(timeout=0)
    except Timeout:
        return True
    lock.release()
    return False


def _also(first: Callable[..., object], then: Callable[..., object]) -> Callable[..., object]:
    def both(*words: object, **named: object) -> object:
        first()
        return then(*words, **named)

    return both


def _fail_at(monkeypatch: pytest.MonkeyPatch, when: Callable[[Path, bytes], bool], error: BaseException) -> None:
    """Let writing fail for the files that are meant."""
    write = disk.replace

    def failing(path: Path, shown: str, content: bytes, *, expected: bytes) -> None:
        if when(path, content):
            raise error
        write(path, shown, content, expected=expected)

    monkeypatch.setattr(disk, "replace", failing)
