"""Help: grouped, with an example for every command, exit codes in the main one."""

from __future__ import annotations

import re

import pytest

import tracker as package
from tests.cli.conftest import Run
from tests.conftest import Golden
from tracker.cli.app import ENTRIES, WITHIN

READ = [
    "status",
    "show",
    "diff",
    "changes",
    "timeline",
    "analysis",
    "stats",
    "treaties",
    "effect",
    "init",
    "check",
    "schema",
    "completion",
]
NAMES = [*ENTRIES, *(f"{name} {inner}" for name, within in WITHIN.items() for inner in within if within[inner].summary)]


@pytest.fixture(autouse=True)
def _eighty(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")


def test_of_the_group(tracker: Run, golden: Golden) -> None:
    ran = tracker("--help")
    assert (ran.code, ran.err, ran.files) == (0, "", {})
    golden("help.txt", ran.out)
    assert tracker("-h") == ran
    assert tracker("--help", "status") == ran


@pytest.mark.parametrize("name", NAMES)
def test_of_each_command(name: str, tracker: Run, golden: Golden) -> None:
    ran = tracker(*name.split(), "--help")
    assert (ran.code, ran.err, ran.files) == (0, "", {})
    golden(f"help-{name.replace(' ', '-')}.txt", ran.out)
    assert tracker(*name.split(), "-h") == ran
    assert f"\nUsage: tracker {name} " in f"\n{ran.out}"


@pytest.mark.parametrize("name", ["", *NAMES])
def test_no_line_is_wider_than_eighty_or_ends_in_blanks(name: str, tracker: Run) -> None:
    """But for an example, which is there to be copied."""
    lines = tracker(*name.split(), "--help").out.splitlines()
    assert [line for line in lines if line != line.rstrip() or not line.isprintable()] == []
    assert [line for line in lines if len(line) > 80 and not line.startswith("    tracker ")] == []


@pytest.mark.usefixtures("shipped")
@pytest.mark.parametrize("name", READ)
def test_an_example_that_reads_can_be_typed(name: str, tracker: Run) -> None:
    assert tracker(*_example(tracker(name, "--help").out)).code == 0


@pytest.mark.parametrize("name", NAMES)
def test_an_example_is_understood(name: str, tracker: Run) -> None:
    """In a folder without cases a wish that is well put fails for want of the folder alone."""
    words = _example(tracker(*name.split(), "--help").out)
    assert " ".join(words).startswith(name)
    assert tracker(*words).code == (0 if name in READ else 3)


def _example(text: str) -> list[str]:
    import shlex

    found = re.search(r"^  Example:\n    tracker (.+)$", text, re.MULTILINE)
    assert found
    return shlex.split(found[1])


def test_version(tracker: Run, process: Run) -> None:
    assert tracker("--version").out == process("--version").out == f"tracker {package.__version__}\n"
    assert process("--version", "status").out == f"tracker {package.__version__}\n"


@pytest.mark.usefixtures("shipped")
def test_what_is_typed_as_a_module_is_the_same(process: Run, tracker: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("COLUMNS")
    ran = process("status", "--as-of", "2025-05-01")
    assert ran == tracker("status", "--as-of", "2025-05-01")
    assert process("--help").out.startswith("Usage: tracker ")
