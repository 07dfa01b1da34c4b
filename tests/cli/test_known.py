"""What was known then, and what had happened by then: two questions with two answers."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Ran, Run
from tests.cli.paths import CLUB, event, reached, top
from tests.storage.commits import Repository, made
from tracker.core.event import Action

FORMS = ("table", "json", "csv", "markdown")
READING = {
    "status": FORMS,
    "": ("table",),
    "show antarctica": FORMS,
    "show aq": ("table",),
    "diff antarctica bouvet": FORMS,
    "changes --since 2025-01-01": FORMS,
    "timeline": FORMS,
    "analysis": FORMS[:2],
    "stats": FORMS,
    "treaties": FORMS[:2],
    "treaties club": FORMS[:2],
    "effect club --received 2025-01-01": FORMS[:2],
    "check --doubts": FORMS[:2],
    "check cases/antarctica.toml treaties": FORMS[:2],
}
DAYS = {"HEAD~2": "1 May 2026", "HEAD~1": "1 June 2026", "HEAD": "1 July 2026"}
COMMANDS = [(command, form) for command, forms in READING.items() for form in forms]


@pytest.fixture
def repository(here: Path) -> Repository:
    """Three commits: the second brings a treaty, a file that is not sound and a vote; the third renames."""
    repository = made(here)
    repository.write("cases/antarctica.toml", reached(2))
    repository.write("cases/bouvet.toml", reached(1, "BV"))
    repository.commit("2026-05-01T12:00:00Z")
    repository.write("cases/antarctica.toml", reached(4))
    repository.write("cases/broken.toml", top("HM") + "colour = 5\n")
    repository.write("cases/wake.toml", top("UM", "club") + event("2025-02-01", "ministry-analysis"))
    repository.write("treaties/club.toml", CLUB)
    repository.commit("2026-06-01T12:00:00Z")
    repository.git("mv", "cases/antarctica.toml", "cases/south.toml")
    repository.git("rm", "--quiet", "treaties/club.toml", "cases/broken.toml")
    repository.commit("2026-07-01T12:00:00Z")
    return repository


def _without_footer(ran: Ran, place: str) -> tuple[int, str, str]:
    """Return what was printed; where it was read is told below a table, else on standard error."""
    lines = [f"read from {folder}{place}\n" for folder in ("cases", "treaties")]
    out, err = ran.out, ran.err
    for line in lines:
        out, err = out.replace(line, ""), err.replace(line, "")
    return ran.code, out, err


@pytest.mark.parametrize(("command", "form"), COMMANDS)
def test_answer_is_that_of_a_checkout(command: str, form: str, repository: Repository, tracker: Run) -> None:
    """But for the line that tells what was read."""
    words = [*command.split(), *(["--format", form] if form != "table" else [])]
    commits = {commit: repository.git("rev-parse", commit) for commit in DAYS}
    for commit, day in DAYS.items():
        then = tracker(*words, "--known", commit)
        told = f" as of commit {commits[commit][:7]} of {day}"
        assert "error: " in then.err or told in then.out + then.err
        repository.git("checkout", "--quiet", "--detach", commits[commit])
        assert _without_footer(then, told) == _without_footer(tracker(*words), "")
        repository.git("checkout", "--quiet", "main")


def _status(tracker: Run, *words: str) -> tuple[str, dict[str, str | None]]:
    """Return the day that was asked about, and each case's stage."""
    ran = tracker("status", "--format", "json", *words)
    assert ran.code in (0, 5), ran.err
    document: dict[str, Any] = json.loads(ran.out)
    assert list(document) == ["version", "as_of", "data", "problems"]
    return document["as_of"], {row["case"]: row["stage"] for row in document["data"]}


@pytest.mark.usefixtures("repository")
@pytest.mark.parametrize(
    ("words", "as_of", "stage"),
    [
        ("--known 2026-05-31", "2026-05-31", "cabinet-directive"),
        ("--known 2026-06-01", "2026-06-01", "parliament-vote"),
        ("--known 2026-05-31 --as-of 2025-01-15", "2025-01-15", "ministry-analysis"),
        ("--known 2026-06-01 --as-of 2026-05-31", "2026-05-31", "parliament-vote"),
        ("--known HEAD~2", "2026-11-23", "cabinet-directive"),
        ("--known HEAD~2 --as-of 2025-01-15", "2025-01-15", "ministry-analysis"),
    ],
)
def test_two_questions(words: str, as_of: str, stage: str, tracker: Run) -> None:
    """What we knew on 31 May, and what had happened by then, as far as we know since June."""
    day, stages = _status(tracker, *words.split())
    assert (day, stages["antarctica"]) == (as_of, stage)


@pytest.mark.parametrize(("word", "day"), [("today", "2026-06-02"), ("yesterday", "2026-06-01")])
def test_days_in_words(
    word: str, day: str, repository: Repository, tracker: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """They win over a branch of that name, as a day does; the branch is reached by its full name."""
    monkeypatch.setenv("TRACKER_TODAY", "2026-06-02")
    for name in (word, "2026-06-01"):
        repository.git("branch", name, "HEAD~2")
        assert _status(tracker, "--known", name)[1]["antarctica"] == "parliament-vote"
        assert _status(tracker, "--known", f"refs/heads/{name}")[1]["antarctica"] == "cabinet-directive"
    assert _status(tracker, "--known", word)[0] == day


@pytest.mark.usefixtures("repository")
def test_day_is_where_changes_end(tracker: Run) -> None:
    def until(*words: str) -> str:
        ran = tracker("changes", "--since", "2025-01-01", "--format", "json", *words)
        return str(json.loads(ran.out)["data"]["until"])

    assert until("--known", "2026-05-31") == "2026-05-31"
    assert until("--known", "2026-05-31", "--until", "2025-02-01") == "2025-02-01"
    assert until("--known", "HEAD~2") == "2026-11-23"


def test_check_looks_as_if_that_day_were_today(repository: Repository, tracker: Run) -> None:
    """A step that was planned for 20 July is overdue from the 21st on."""
    plan = event("2026-07-20", "cabinet-directive", plan=True, body="Cabinet")
    repository.write("cases/bouvet.toml", reached(1, "BV") + plan)
    repository.commit("2026-07-02T12:00:00Z")
    for words, overdue in (
        (["--known", "2026-07-20"], False),
        (["--known", "2026-07-21"], True),
        (["--known", "HEAD"], True),
        (["--known", "HEAD", "--as-of", "2026-07-20"], False),
    ):
        assert ("overdue" in tracker("check", "bouvet", "--doubts", "--format", "json", *words).out) == overdue


@pytest.mark.parametrize(
    ("words", "code", "error", "hint"),
    [
        (
            "--known nowhere",
            3,
            "there is no revision `nowhere` in this repository",
            "`git log --oneline` and `git tag` list what there is; a day is written YYYY-MM-DD",
        ),
        (
            "--known=--output=made",
            3,
            "there is no revision `--output=made` in this repository",
            "`git log --oneline` and `git tag` list what there is; a day is written YYYY-MM-DD",
        ),
        (
            "--known 2026-02-30",
            2,
            "`2026-02-30` is not a date: there is no such day in the calendar",
            "write a day that exists",
        ),
        ("--known=", 2, "`--known` is empty", "write a day as YYYY-MM-DD, or a commit, tag or branch"),
        (
            "--known HEAD:cases",
            2,
            "`HEAD:cases` is a tree, not a commit",
            "`git log --oneline` and `git tag` list what there is; a day is written YYYY-MM-DD",
        ),
        (
            "--known 2026-04-30",
            3,
            "nothing was known by 2026-04-30: the first is commit FIRST of 2026-05-01",
            "`--known 2026-05-01` is the first day",
        ),
        (
            "--known 2026-05-01 --cases later",
            3,
            "there is no folder later in commit FIRST of 2026-05-01",
            "`--cases DIR` names the one of that day",
        ),
    ],
)
def test_refusals(  # noqa: PLR0917 - what is told, with its way out
    words: str, code: int, error: str, hint: str, repository: Repository, tracker: Run
) -> None:
    first = repository.git("rev-parse", "HEAD~2")[:7]
    ran = tracker("status", *words.split())
    assert (ran.code, ran.out, ran.err) == (code, "", f"error: {error}\n\nhint: {hint}\n".replace("FIRST", first))
    assert "made" not in ran.files


def test_case_that_was_not_there_then(repository: Repository, tracker: Run) -> None:
    ran = tracker("show", "broken", "--known", "HEAD")
    assert (ran.code, ran.out, ran.err.splitlines()[0]) == (3, "", "error: there is no case `broken`")
    ran = tracker("check", "cases/broken.toml", "--known", "HEAD")
    short = repository.git("rev-parse", "HEAD")[:7]
    assert (ran.code, ran.out) == (3, "")
    assert f"error: there is no case `broken` in cases as of commit {short} of 2026-07-01\n" in ran.err


def test_folder_that_was_empty_then(here: Path, tracker: Run) -> None:
    repository = made(here)
    repository.write("cases/README.md", "")
    short = repository.commit("2026-05-01T12:00:00Z")[:7]
    ran = tracker("status", "--known", "HEAD")
    assert ran.code == 0
    assert f"there are no cases in cases as of commit {short} of 2026-05-01" in ran.err


def test_bare_clone(repository: Repository, tracker: Run) -> None:
    repository.git("clone", "--quiet", "--bare", ".", "clone.git")
    for words in (["--cases", "clone.git/cases"], ["--cases", "cases"]):
        assert _status(tracker, *words, "--known", "2026-05-31")[1]["antarctica"] == "cabinet-directive"


@pytest.mark.usefixtures("repository")
@pytest.mark.parametrize("command", [*Action, "undo", "edit", "new", "init"])
def test_what_was_known_is_not_changed(command: str, tracker: Run) -> None:
    ran = tracker(command, "--known", "HEAD")
    assert (ran.code, ran.err.splitlines()[0]) == (2, "error: there is no option `--known`")
