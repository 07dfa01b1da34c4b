"""Text from arguments, the environment, names of files: refused in words, or taken as nothing but text."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import REPOSITORY, Ran, Run, Write
from tests.cli.paths import event, reached, top
from tests.hostile import EVERY, Hostile, attacking, unseen

HERE = "…"  # where the value stands on the line
LINES = [
    ["…"],
    ["--…"],
    ["show", "…"],
    ["show", "antarctica", "…"],
    ["diff", "antarctica", "…"],
    ["check", "…"],
    ["check", "…/….toml"],
    ["check", "./…"],
    ["undo", "…", "--yes"],
    ["new", "…"],
    ["new", "LV", "--treaty", "…"],
    ["new", "LV", "--treaty", "ottawa", "--in-force", "…"],
    ["status", "--as-of", "…"],
    ["status", "--stage", "…"],
    ["status", "--condition", "…"],
    ["status", "--treaty", "…"],
    ["status", "--sort", "…"],
    ["status", "--format", "…"],
    ["status", "--cases", "…"],
    ["status", "--frob=…"],
    ["changes", "--since", "…"],
    ["changes", "--since", "30d", "--until", "…"],
    ["changes", "…", "--since", "30d"],
    ["timeline", "--since", "…"],
    ["analysis", "…"],
    ["stats", "--treaty", "…"],
    ["treaties", "…"],
    ["effect", "…", "--received", "2025-01-01"],
    ["effect", "ottawa", "--received", "…"],
    ["effect", "ottawa", "--received", "2025-01-01", "--country", "…"],
    ["schema", "…"],
    ["completion", "…"],
    ["edit", "…"],
    ["edit", "antarctica", "…"],
    ["advance", "…"],
    ["advance", "antarctica", "--on", "…"],
    ["advance", "antarctica", "--to", "…"],
    ["advance", "antarctica", "--vote", "…"],
    ["advance", "antarctica", "--result", "…"],
    ["advance", "antarctica", "--source", "…"],
    ["advance", "antarctica", "--source", "https://…"],
    ["advance", "antarctica", "--planned=…"],
    ["milestone", "antarctica", "--step", "…"],
    ["note", "antarctica", "--topic", "…"],
]


@pytest.fixture(autouse=True)
def _case(write: Write) -> None:
    write("antarctica", reached(1))


def _dead(ran: Ran) -> None:
    assert unseen(ran.out) == unseen(ran.err) == set()
    assert "this should not have happened" not in ran.err
    assert "Traceback" not in ran.err


@pytest.mark.parametrize("words", LINES, ids=" ".join)
def test_what_is_typed(words: list[str], tracker: Run) -> None:
    """Every word is refused in its place, but for options that are ours and paths that are there."""
    for value in EVERY:
        if "\0" in value.text:  # no system hands one over
            continue
        ran = tracker(*(word.replace(HERE, value.text) for word in words))
        _dead(ran)
        assert ran.files == {"cases/antarctica.toml": reached(1)}
        if value.attacks not in ("option", "path"):
            assert (ran.code in (2, 3), ran.out, ran.err[:7]) == (True, "", "error: "), value.name


@pytest.mark.parametrize("name", ["TRACKER_CASES", "TRACKER_TODAY", "COLUMNS", "VISUAL", "HOME", "TERM", "NO_COLOR"])
def test_what_the_environment_says(name: str, tracker: Run, answered: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    for value in EVERY:
        if "\0" in value.text:  # no environment holds one
            continue
        monkeypatch.setenv(name, value.text)
        _dead(tracker("status"))
        _dead(tracker("show", "antarctica", "--as-of", "yesterday"))
        if name == "VISUAL" and "tracker" not in value.text:
            ran = answered("edit", "antarctica", typed="n\n")
            _dead(ran)
            assert not (Path.cwd() / "pwned").exists()


@pytest.mark.parametrize("value", attacking("encoding"), ids=lambda value: value.name)
def test_bytes_that_are_no_text(value: Hostile, here: Path) -> None:
    """As a shell hands them over: in a word, in the environment, in a file's name."""
    raw = os.fsencode(value.text)
    (here / "cases" / os.fsdecode(raw + b".toml")).write_text(top())
    env = {**os.environb, b"PYTHONPATH": os.fsencode(REPOSITORY), b"NO_COLOR": raw}
    for words, code in (
        ([b"show", raw], 3),
        ([b"advance", b"antarctica", b"--on", b"2025-02-03", b"--body", raw], 2),
        ([b"status", b"--cases", raw], 3),
        ([b"status"], 5),
        ([b"check"], 1),
    ):
        command = [os.fsencode(sys.executable), b"-m", b"tracker", *words]
        done = subprocess.run(command, cwd=here, env=env, capture_output=True, check=False, timeout=60)
        assert (done.returncode, unseen(done.stdout.decode()), unseen(done.stderr.decode())) == (code, set(), set())
        assert b"Traceback" not in done.stderr
        assert b"should not have happened" not in done.stderr


NAMES = [each for each in EVERY if not {"/", "\0"} & set(each.text)]


@pytest.mark.parametrize("value", NAMES, ids=lambda value: value.name)
def test_names_of_files(value: Hostile, here: Path, tracker: Run) -> None:
    """A file whose name cannot be typed is a problem; of any other the commands that are told are safe to paste."""
    (here / "cases" / f"{value.text}.toml").write_text(
        top("BV") + 'about = "Read this"\n' + event("2025-01-10", "ministry-analysis"), encoding="utf-8"
    )
    commands: list[str] = []
    for words in (
        ["status"],
        ["status", "--format", "markdown"],
        ["show", "BV"],
        ["show", value.text],
        ["timeline"],
        ["check"],
        ["advance", "BV", "--on", "2025-01-01"],
        ["advance", "BV", "--on", "2025-02-03"],
        ["edit", "BV", "9"],
        ["undo", "BV", "--yes"],
        ["undo", "BV"],
    ):
        ran = tracker(*words)
        _dead(ran)
        assert ran.code in (0, 1, 2, 3, 4, 5)
        commands += _commands(ran.out + ran.err)
    assert not _run_anything(commands, here), commands


def _commands(told: str) -> list[str]:
    """Return what a reader would paste: from `tracker` to the end of the backticks, or of the line."""
    parts = (part for line in told.splitlines() for part in line.split("tracker ")[1:])
    return [f"tracker {part.split('`, ')[0].removesuffix('`').removesuffix(' (Cabinet directive)')}" for part in parts]


def _run_anything(commands: list[str], here: Path) -> bool:
    """Whether a shell that is given the commands runs anything but `tracker`."""
    script = 'tracker() { :; }; for each; do (eval "$each"); done'
    subprocess.run(["bash", "-c", script, "bash", *commands], cwd=here, capture_output=True, check=False, timeout=60)
    return (here / "pwned").exists()


@pytest.mark.parametrize("value", NAMES, ids=lambda value: value.name)
def test_names_of_folders(value: Hostile, here: Path, tracker: Run) -> None:
    """A folder's name is shown without its power."""
    name = f"x{value.text}"
    ran = tracker("init", name, "--empty")
    assert (ran.code, (here / name / "cases" / "README.md").exists()) == (0, True)
    _dead(ran)
    assert not _run_anything(_commands(ran.out + ran.err), here)
    for words in (["status"], ["new", "BV", "--treaty", "ottawa"], ["check"]):
        _dead(tracker(*words, "--cases", f"{name}/cases"))
    _dead(tracker("check", f"{name}/cases/bouvet-island.toml"))


def test_an_id_that_begins_with_a_hyphen(here: Path, tracker: Run) -> None:
    """It would be read as an option, by us and by every other program."""
    (here / "cases" / "-rf.toml").write_text(top("BV"))
    ran = tracker("check")
    told = "cases/-rf.toml:1: the file has a name that cannot be typed [unreadable]\n\n1 problem in 1 file of 2, "
    assert (ran.code, ran.out[: len(told)], ran.err) == (1, told, "")
    assert tracker("show", "--", "-rf").code == 3
