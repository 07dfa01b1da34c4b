"""A share of what `make torture` tries, for every `make test`; and that a loss would be seen."""

from __future__ import annotations

import os
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tests.torture import __main__ as torture
from tests.torture import traced
from tests.torture.crowd import COUNTRIES, Told, _read, _written
from tests.torture.row import Row
from tests.torture.scenes import NOT_PUT_BACK, ONE, REPOSITORY, Ending, Judge, contents, row
from tests.torture.worker import wishes
from tracker.core.day import on, parse_day
from tracker.core.errors import Refused, TrackerError
from tracker.core.event import Action, Event, Topic
from tracker.storage.case_file import CaseFile
from tracker.storage.folder import Folder
from tracker.storage.search import find

WRITERS, EVENTS = 6, 5
NOTE = Event(on(parse_day("2026-01-01")), Action.NOTE, topic=Topic.OTHER)


@pytest.mark.parametrize("scene", ["first write", "new"])
def test_no_call_at_which_a_command_is_killed_or_fails_loses_anything(scene: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tests.torture.calls", scene],
        env={**os.environ, "PYTHONPATH": str(REPOSITORY)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, ""), done.stdout
    tried = [int(line.split()[0]) for line in done.stdout.splitlines()]
    assert len(tried) == 5
    assert tried[0] > 20
    assert min(tried) >= 4


@pytest.mark.skipif(not traced.is_allowed(), reason="strace may not trace here")
@pytest.mark.parametrize("fault", ["rename:signal=KILL:when=1", "fsync:error=EIO:when=1", "write:error=ENOSPC:when=1"])
def test_strace_makes_the_faults_that_are_meant(fault: str) -> None:
    """With a folder in which git ignores the lock, the first such calls are those on the case's file."""
    judge, calls = traced._watched(ONE)
    assert {call.name for call in calls if call.name in traced._DISK} == {"write", "fsync", "rename"}
    assert traced._verdict(judge, fault) == "old"


@pytest.mark.parametrize("cases", [("latvia",), tuple(COUNTRIES)])
def test_a_crowd_of_writers_loses_nothing_and_is_read_meanwhile(cases: Sequence[str], tmp_path: Path) -> None:
    """Each success is in its files once, each refusal in none."""
    (tmp_path / "cases").mkdir()
    for name in cases:
        (tmp_path / "cases" / f"{name}.toml").write_text(f'country = "{COUNTRIES[name]}"\ntreaty = "ottawa"\n')
    folder = find("cases", tmp_path, tmp_path)
    ended: list[int] = []

    def read() -> Iterator[bool]:
        while len(ended) < WRITERS:
            yield all(file.case for file in folder.load_all())
        yield all(file.case for file in folder.load_all())

    def write(number: int) -> list[str]:
        done = list(_recorded(folder, number, cases))
        ended.append(number)
        return done

    with ThreadPoolExecutor(max_workers=WRITERS + 1) as pool:
        reading = pool.submit(lambda: all(read()))
        wanted = Counter(one for written in pool.map(write, range(WRITERS)) for one in written)
        assert reading.result()
    there = Counter(f"{file.id} {e.summary}" for file in folder.load_all() for e in _events(file))
    assert wanted == there
    assert set(there.values()) == {1}
    assert {path.name for path in folder.path.iterdir()} == {".gitignore", ".lock", *(f"{name}.toml" for name in cases)}


def _recorded(folder: Folder, number: int, cases: Sequence[str]) -> Iterator[str]:
    """Record as a worker of the crowd would; yield what was told to be done."""
    for place, words in enumerate(wishes(number, EVENTS, cases)):
        named = [word for word in words[1:] if word in cases]
        summary = f"worker {number} event {place}"
        try:
            folder.change(named, _refusing(summary, never=place == 1))
        except TrackerError:
            continue
        yield from (f"{name} {summary}" for name in named)


def _refusing(summary: str, *, never: bool) -> Callable[[CaseFile], Event]:
    def decide(_: CaseFile) -> Event:
        if never:
            raise Refused("not today")
        return Event(NOTE.date, NOTE.action, topic=NOTE.topic, summary=summary)

    return decide


def _events(file: CaseFile) -> Sequence[Event]:
    assert file.case
    return file.case.events


class TestWhatIsALoss:
    """Torture that sees nothing would be worth nothing."""

    OLD: Mapping[str, bytes] = {"cases/latvia.toml": b"old"}
    NEW: Mapping[str, bytes] = {"cases/latvia.toml": b"new", "cases/.gitignore": b".lock\n"}

    @pytest.mark.parametrize(
        ("holds", "ending", "verdict"),
        [
            ({"latvia.toml": b"old"}, Ending(5, "error: full\n"), "old"),
            ({"latvia.toml": b"new"}, Ending(0, ""), "new"),
            ({"latvia.toml": b"new"}, Ending(5, f"error: it {NOT_PUT_BACK}\n"), "new"),
            ({"latvia.toml": b"ne"}, Ending(5, "error: full\n"), "lost: cases/latvia.toml"),
            ({}, Ending(5, "error: full\n"), "lost: cases/latvia.toml"),
            ({"latvia.toml": b"old", "b.toml": b""}, Ending(5, "error: full\n"), "lost: cases/b.toml"),
            ({"latvia.toml": b"old", ".gitignore": b""}, Ending(5, "error: full\n"), "lost: cases/.gitignore"),
            ({"latvia.toml": b"old", ".tracker-1": b""}, Ending(5, "error: a\n"), "lost: cases/.tracker-1 stays"),
            ({"latvia.toml": b"old"}, Ending(0, ""), "lost: exit code 0, but old bytes"),
            (
                {"latvia.toml": b"new"},
                Ending(5, "error: full\n"),
                "lost: exit code 5, but new bytes and no word of them",
            ),
            ({"latvia.toml": b"old"}, Ending(1, "error: full\n"), "lost: exit code 1, 'error: full\\n'"),
            ({"latvia.toml": b"old"}, Ending(5, ""), "lost: exit code 5, ''"),
            ({"latvia.toml": b"old"}, Ending(1, "Traceback (…"), "lost: a traceback"),
            ({"latvia.toml": b"old"}, Ending(-9, ""), "lost: the next command fails"),
        ],
    )
    def test_is_seen_in_the_files_and_in_what_was_told(
        self, holds: Mapping[str, bytes], ending: Ending, verdict: str, tmp_path: Path
    ) -> None:
        (tmp_path / "cases").mkdir()
        for name, content in holds.items():
            (tmp_path / "cases" / name).write_bytes(content)
        assert Judge(ONE, self.OLD, self.NEW).verdict(tmp_path, ending) == verdict

    def test_a_command_that_can_say_nothing_ends_with_its_exit_code(self) -> None:
        """Every further write fails, those to the terminal, too."""
        with ONE.folder() as folder:
            judge = Judge(ONE, contents(folder), {})
            assert judge.verdict(folder, Ending(5, "# a block\n"), mute=True) == "old"
            assert judge.verdict(folder, Ending(0, ""), mute=True) == "lost: exit code 0, but old bytes"

    def test_a_killed_command_leaves_a_folder_in_which_the_next_one_goes_on(self) -> None:
        with ONE.folder() as folder:
            old = contents(folder)
            (folder / "cases" / ".tracker-012345abcdef.part").write_bytes(b"half")
            (folder / "cases" / ".lock").touch()
            assert Judge(ONE, old, {}).verdict(folder, Ending(-9, "")) == "old"

    def test_is_counted(self) -> None:
        assert row("a", ["old", "old", "half", "lost: x", "lost: x"]) == Row(
            "a", 5, "2 the old bytes, 1 some files new, each whole, 2 lost; lost: x", 2
        )
        assert row("a", []).lost == 1

    def test_is_seen_in_a_crowd(self) -> None:
        def told(code: int, err: str = "") -> Told:
            return Told(("note", "latvia", "--on", "x", "--summary", "worker 1"), code, err, sound=True)

        event = Event(NOTE.date, NOTE.action, topic=NOTE.topic, summary="worker 1")
        refused = told(4, "error: `x` is not possible, because …")
        for words, there, lost in (
            ([told(0), refused, told(5, "error: …, so nothing was written")], [event], 0),
            ([told(0)], [], 1),
            ([told(0)], [event, event], 1),
            ([refused], [event], 1),
            ([told(1, "Traceback")], [], 1),
        ):
            assert _written("a", words, {"latvia": there}).lost == lost
        assert (_read("a", [told(0)]).lost, _read("a", [told(5)]).lost) == (0, 1)

    def test_is_the_exit_code(self, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
        for rows, code in (([Row("a", 1, "well", 0)], 0), ([Row("a", 1, "well", 0), Row("b", 2, "x", 1)], 1), ([], 1)):
            monkeypatch.setattr(torture, "PARTS", (lambda rows=rows: iter(rows),))
            assert torture.main() == code
        assert "a  " in capsys.readouterr().out
