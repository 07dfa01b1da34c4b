"""What the Tab key offers at each place of a line."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import pytest
from typer._click import Context

from tests.cli.conftest import REPOSITORY, Run, Write
from tests.cli.paths import top, write_club
from tracker.cli import completing
from tracker.cli.app import ENTRIES, app_group
from tracker.cli.completing import FREE, complete, kind, offered
from tracker.core.event import Action, Topic
from tracker.core.selection import SORTS
from tracker.core.stage import PATH
from tracker.core.state import Condition

TREATIES = sorted(path.stem for path in (REPOSITORY / "tracker" / "treaties").glob("*.toml"))
IDS = ["estonia", "finland", "latvia", "lithuania", "lithuania-ccm", "poland"]
EARLY = ["ministry-analysis", "cabinet-directive", "draft-law", "parliament-vote"]

LINES: dict[str, list[str]] = {
    "": list(ENTRIES),
    "re": ["return", "reject", "resume", "reopen", "revoke", "rejoin"],
    "nonsense ": [],
    "nonsense latvia -": [],
    "--version ": [],
    "show ": IDS,
    "show li": ["lithuania", "lithuania-ccm"],
    "show Lat": ["Latvia"],
    "show LITHUANIA-": ["LITHUANIA-ccm"],
    "show latvia ": [],
    "show xyz": [],
    "edit ": IDS,
    "edit latvia ": [],
    "undo latvia POLAND ": ["estonia", "finland", "lithuania", "lithuania-ccm"],
    "diff --as-of 2025-05-01 latvia p": ["poland"],
    "--as-of today l": ["latvia", "lithuania", "lithuania-ccm"],
    "advance p": ["poland"],
    "advance poland --to ": [*EARLY, "un-notification", "effect"],
    "advance poland --to p": ["parliament-vote"],
    "advance poland --to=p": ["--to=parliament-vote"],
    "advance poland --to=": [f"--to={stage}" for stage in PATH],
    "return poland --to ": EARLY,
    "reopen poland --to ": EARLY,
    "status --stage d": ["draft-law"],
    "--stage d": ["draft-law"],
    "--stage=d": ["--stage=draft-law"],
    "status --reached u": ["un-notification"],
    "status --condition ": [condition.value for condition in Condition],
    "status --sort ": [*SORTS, *(f"-{key}" for key in SORTS)],
    "status --sort s": ["stage", "since"],
    "status --treaty ": TREATIES,
    "treaties ": TREATIES,
    "effect ot": ["ottawa"],
    "effect OT": ["OTtawa"],
    "status --treaty Ott": ["Ottawa"],
    "treaties --subject hu": ["human rights", "humanitarian law"],
    "treaties --subject Sea": ["Sea"],
    "treaties --subject=pol": ["--subject=polar regions"],
    "new LV --treaty ot": ["ottawa"],
    "new ": [],
    "note latvia --topic ": [topic.value for topic in Topic],
    "reject latvia --result ": ["passed", "failed"],
    "show latvia --format ": ["table", "json", "csv", "markdown"],
    "changes --since ": ["today", "yesterday"],
    "changes lat": ["latvia"],
    "changes latvia --format ": ["table", "json", "csv", "markdown"],
    "timeline pol": ["poland"],
    "timeline --format m": ["markdown"],
    "analysis --treaty ot": ["ottawa"],
    "analysis --format ": ["table", "json"],
    "stats --format c": ["csv"],
    "check --format ": ["table", "json"],
    "treaties --format ": ["table", "json"],
    "effect ottawa --format ": ["table", "json"],
    "effect ottawa --country ": [],
    "effect ottawa ": [],
    "treaties ottawa ": [],
    "schema ": ["case", "treaty"],
    "advance latvia --on ": ["today", "yesterday"],
    "advance latvia --body ": [],
    "advance latvia --source ": [],
    "completion ": ["bash", "zsh", "fish"],
    "--st": ["--stage"],
    "--v": ["--version"],
    "milestone --v": ["--vote", "--vote-on"],
    "advance --no": ["--no-input"],
    "note --s": ["--summary", "--source"],
    "show --cases ": [""],
    "init ": [""],
    "check pol": ["", "poland"],
    "git ": ["setup", "resolve"],
    "git re": ["resolve"],
    "git resolve po": ["poland"],
    "git resolve poland po": [],
    "git setup --c": ["--cases"],
    "init --g": ["--git"],
}


@pytest.fixture
def six(write: Write) -> None:
    """Six files, of which the names are enough."""
    for name in IDS:
        write(name, "")


def _offered(line: str) -> list[str]:
    return [word for word, _ in offered(line.split(" "))]


@pytest.mark.usefixtures("six")
@pytest.mark.parametrize("line", LINES)
def test_what_is_offered(line: str) -> None:
    assert _offered(line) == LINES[line]


@pytest.mark.parametrize("name", list(ENTRIES))
@pytest.mark.usefixtures("here")
def test_every_option_of_every_command_is_offered(name: str, tracker: Run) -> None:
    """With the words of its help, which names no other."""
    told = dict(offered([name, "-"]))
    options = [
        word for line in tracker(name, "--help").out.splitlines() for word in line.split()[:1] if word[:2] == "--"
    ]
    assert {word for word in told if word.startswith("--")} == {*options, "--help"}
    assert all(told.values())


def test_every_value_is_offered_or_known_to_be_free() -> None:
    """What a new option's value is called decides what is offered for it."""
    group: Any = app_group()
    context = Context(group)
    commands = [(name, group.get_command(context, name)) for name in ENTRIES]
    commands += [inner for _, command in commands for inner in getattr(command, "commands", {}).items()]
    for name, command in commands:
        for parameter in command.get_params(context):
            word = kind(parameter)
            listed = word == word.lower() and len(word.split("|")) > 1
            assert word in completing._OFFERS or word in FREE or listed, f"{name}: {parameter.name}: {word}"


@pytest.mark.parametrize("line", ["show l", "check l", "advance --to d", "status --treaty o", "", "note --topic b"])
@pytest.mark.usefixtures("six")
def test_it_prints_a_word_a_line(line: str, process: Run) -> None:
    ran = process(*line.split(" "), _TRACKER_COMPLETE="1")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out == "".join(f"{word}\t{meaning}\n" for word, meaning in offered(line.split(" ")))
    assert ran.out


def test_nothing_is_printed_where_anything_is_wrong(here: Path, process: Run) -> None:
    """No folder, one that is a file, an environment that cannot be read: a key was pressed, and no command typed."""
    (here / "cases").write_text("a file")
    for words, environment in (
        (["show", "--cases", "nowhere", ""], {}),
        (["show", ""], {"TRACKER_CASES": "cases"}),
        (["--as-of", "2025", "show", ""], {}),
        (["show", "--frob", "x"], {"TRACKER_TODAY": "someday"}),
    ):
        ran = process(*words, _TRACKER_COMPLETE="1", **environment)
        assert (ran.code, ran.out, ran.err) == (0, "", "")


def test_the_folder_is_the_one_that_the_command_would_use(
    write: Write, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of `--cases` on the line, of TRACKER_CASES, the nearest upward, the shipped ones."""
    assert _offered("show latv") == ["latvia"]
    path = write("antarctica", top())
    assert _offered("show ") == ["antarctica"]
    for name in ("one", "two"):
        (here / name / "cases").mkdir(parents=True)
        (here / name / "cases" / f"{name}.toml").write_text("")
    monkeypatch.setenv("TRACKER_CASES", "one/cases")
    assert _offered("show ") == ["one"]
    assert _offered("show --cases two/cases ") == _offered("show --cases=two/cases ") == ["two"]
    monkeypatch.setenv("HOME", str(here))
    assert _offered("show --cases ~/two/cases ") == ["two"]
    write_club(path)
    assert _offered("status --treaty ") == TREATIES
    assert _offered("status --cases cases --treaty ") == sorted([*TREATIES, "club"])


def test_no_file_is_read(write: Write, monkeypatch: pytest.MonkeyPatch, here: Path) -> None:
    """Not even one that cannot be; what steers a terminal is offered to none."""
    write("antarctica", b"\xff\x00")
    (here / "cases" / "bouvet.toml").mkdir()
    write("x\x1b[31m", top())
    write("y\u202e", top())
    assert _offered("show ") == ["antarctica", "bouvet"]

    def opened(*_: object, **__: object) -> None:
        raise AssertionError

    monkeypatch.setattr(Path, "open", opened)
    assert _offered("show ") == ["antarctica", "bouvet"]
    assert _offered("status --treaty ") == TREATIES


@pytest.mark.parametrize("line", ["", "show l", "advance latvia --to p", "status --treaty o", "git resolve l"])
def test_nothing_slow_is_imported(line: str) -> None:
    """A key must answer at once."""
    import subprocess

    code = (
        "import sys; from tracker.cli.completing import complete; "
        f"complete({line.split(' ')!r}); print(*sys.modules, file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    assert done.stdout
    modules = {name.partition(".")[0] for name in done.stderr.split()}
    assert modules & {"pydantic", "pydantic_core", "rich", "tomli_w"} == set()
    assert "tracker.storage.schema" not in done.stderr.split()


def test_a_line_without_words(capsys: pytest.CaptureFixture[str]) -> None:
    complete([])
    assert capsys.readouterr().out.startswith("status\tWhere every case stands")


@pytest.mark.parametrize("action", Action)
@pytest.mark.usefixtures("six")
def test_every_recording_command_offers_cases(action: Action) -> None:
    assert _offered(f"{action} ") == IDS
