"""`tracker git resolve`: the same merge afterwards, from the three versions that git keeps."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Run, Write
from tests.cli.sharing.conftest import Commit, Fork, Git
from tests.cli.sharing.texts import (
    BASE,
    CANNOT,
    CHANGED,
    DIRECTIVE,
    NOTE,
    OTHERWISE,
    REJECT,
    RESOLVED,
    SHOWS_WHERE,
    TOP,
)

LATVIA = (
    "Latvia has not left the Ottawa Convention, but its government set the withdrawal in motion on 18 April 2025; up "
    "to 23 November 2026 no bill before its parliament is recorded.\n"
    "May follow: tracker advance latvia --on DAY (Draft law), return, reject, suspend, abandon\n"
)
NOTHING = "`git status` tells what is left to do"


@pytest.mark.parametrize("words", [(), ("latvia",), ("LATVIA", "latvia")])
def test_both_versions_are_in_the_file_and_git_knows(
    words: tuple[str, ...], latvia: Path, fork: Fork, git: Git, tracker: Run
) -> None:
    fork(BASE + NOTE, BASE + DIRECTIVE)
    git("merge", "court", code=1)
    assert "git left a conflict" in tracker("check", "latvia").out
    ran = tracker("git", "resolve", *words)
    assert ran.transcript == f"exit code 0\n--- stdout\n{RESOLVED}\n{LATVIA}--- stderr\n"
    assert latvia.read_text() == git("show", ":cases/latvia.toml") == BASE + NOTE + DIRECTIVE
    assert git("status", "--porcelain") == "M  cases/latvia.toml\n"
    git("commit", "--quiet", "--no-edit")
    assert git("log", "-1", "--format=%p").count(" ") == 1
    ran = tracker("git", "resolve", *words)
    assert ran.transcript == (
        f"exit code 4\n--- stdout\n--- stderr\nerror: there is no conflict to resolve in cases\n\nhint: {NOTHING}\n"
    )


def test_where_git_would_not_merge_at_all(latvia: Path, git: Git, commit: Commit, tracker: Run) -> None:
    """A case that two people began, each for themselves."""
    first = f"{TOP}{NOTE}".replace('"LV"', '"EE"')
    git("checkout", "--quiet", "-b", "court")
    commit(first.replace("04-01", "04-02"), "estonia")
    git("checkout", "--quiet", "main")
    commit(first, "estonia")
    git("merge", "court", code=1)
    assert tracker("git", "resolve", "estonia").code == 0
    assert (latvia.parent / "estonia.toml").read_text() == first + NOTE.replace("04-01", "04-02")


def test_in_the_middle_of_a_rebase(latvia: Path, fork: Fork, git: Git, tracker: Run) -> None:
    fork(BASE + NOTE, BASE + DIRECTIVE)
    git("rebase", "court", code=1)
    assert tracker("git", "resolve").code == 0
    git("-c", "core.editor=true", "rebase", "--continue")
    assert latvia.read_text() == git("show", "main:cases/latvia.toml") == BASE + DIRECTIVE + NOTE


def test_from_a_stash(latvia: Path, git: Git, commit: Commit, tracker: Run) -> None:
    latvia.write_text(BASE + DIRECTIVE)
    git("stash")
    commit(BASE + NOTE)
    git("stash", "pop", code=1)
    assert tracker("git", "resolve").code == 0
    assert latvia.read_text() == BASE + NOTE + DIRECTIVE


@pytest.mark.parametrize("setting", ["true", "false"])
def test_line_ends_stay_as_git_checked_them_out(setting: str, latvia: Path, fork: Fork, git: Git, tracker: Run) -> None:
    git("config", "core.autocrlf", setting)
    end = "\r\n" if setting == "true" else "\n"
    latvia.unlink()
    git("checkout", "--quiet", "--", "cases")
    fork((BASE + NOTE).replace("\n", end).encode(), (BASE + DIRECTIVE).replace("\n", end).encode())
    git("merge", "court", code=1)
    assert tracker("git", "resolve").code == 0
    assert latvia.read_bytes() == (BASE + NOTE + DIRECTIVE).replace("\n", end).encode()
    assert git("show", ":cases/latvia.toml") == BASE + NOTE + DIRECTIVE
    assert git("status", "--porcelain") == "M  cases/latvia.toml\n"


@pytest.mark.parametrize("style", ["merge", "diff3", "zdiff3"])
def test_whatever_the_conflict_looks_like(style: str, latvia: Path, fork: Fork, git: Git, tracker: Run) -> None:
    git("config", "merge.conflictStyle", style)
    fork(CHANGED + NOTE, BASE + DIRECTIVE)
    git("merge", "court", code=1)
    assert tracker("git", "resolve").code == 0
    assert latvia.read_text() == CHANGED + NOTE + DIRECTIVE


def test_what_cannot_be_resolved_stays_and_the_rest_is(
    latvia: Path, git: Git, commit: Commit, tracker: Run, here: Path
) -> None:
    texts = {"estonia": (BASE + NOTE, BASE + DIRECTIVE), "finland": (CHANGED, OTHERWISE)}
    for case in texts:
        commit(BASE, case)
    git("checkout", "--quiet", "-b", "court")
    for case, (_, theirs) in texts.items():
        commit(theirs, case)
    commit(BASE + REJECT)
    git("checkout", "--quiet", "main")
    for case, (ours, _) in texts.items():
        commit(ours, case)
    commit(BASE + DIRECTIVE)
    git("merge", "court", code=1)
    before = latvia.read_text()
    ran = tracker("git", "resolve")
    assert ran.code == 4
    assert ran.out.startswith("both versions are in cases/estonia.toml, and git knows that it is resolved\n")
    assert ran.err == (
        "error: cases/finland.toml is left in conflict: both versions changed the same lines\n\n"
        f"hint: {SHOWS_WHERE.replace('latvia', 'finland')}\n\nerror: {CANNOT}\n\nhint: {SHOWS_WHERE}\n"
    )
    assert latvia.read_text() == before
    assert (here / "cases" / "estonia.toml").read_text() == BASE + NOTE + DIRECTIVE
    assert git("status", "--porcelain").splitlines() == [
        "M  cases/estonia.toml",
        "UU cases/finland.toml",
        "UU cases/latvia.toml",
    ]


def test_what_somebody_wrote_is_not_lost(latvia: Path, fork: Fork, git: Git, tracker: Run) -> None:
    fork(BASE + NOTE, BASE + DIRECTIVE)
    git("merge", "court", code=1)
    left = latvia.read_text()
    lost = ", and what was written there would be lost"
    hint = (
        "`git add cases/latvia.toml` if it is right now; `git checkout --merge cases/latvia.toml` puts the conflict "
        "back as it was"
    )
    for text, why in (
        (f"{left}# with both\n", "has lines that neither version has"),
        (BASE + DIRECTIVE, "has no conflict marker any more"),
    ):
        latvia.write_text(text)
        ran = tracker("git", "resolve")
        assert ran.transcript == (
            f"exit code 4\n--- stdout\n--- stderr\nerror: cases/latvia.toml {why}{lost}\n\nhint: {hint}\n"
        )
        assert latvia.read_text() == text
    git("checkout", "--merge", "cases/latvia.toml")
    assert tracker("git", "resolve").code == 0


@pytest.mark.parametrize("side", ["ours", "theirs"])
def test_a_case_that_one_side_took_out_is_decided_by_hand(
    side: str, latvia: Path, git: Git, commit: Commit, tracker: Run
) -> None:
    git("checkout", "--quiet", "-b", "court")
    git("rm", "--quiet", "cases/latvia.toml") if side == "theirs" else commit(BASE + NOTE)
    git("commit", "--quiet", "--allow-empty", "--message", "theirs")
    git("checkout", "--quiet", "main")
    git("rm", "--quiet", "cases/latvia.toml") if side == "ours" else commit(BASE + NOTE)
    git("commit", "--quiet", "--allow-empty", "--message", "ours")
    git("merge", "court", code=1)
    ran = tracker("git", "resolve")
    assert ran.transcript == (
        "exit code 4\n--- stdout\n--- stderr\n"
        f"error: cases/latvia.toml is no file any more in {side}, and the other side changed it\n\n"
        "hint: `git add cases/latvia.toml` keeps it, `git rm cases/latvia.toml` takes it out\n"
    )
    assert latvia.read_text() == BASE + NOTE


def test_a_link_is_not_written_through(latvia: Path, git: Git, commit: Commit, tracker: Run, here: Path) -> None:
    git("checkout", "--quiet", "-b", "court")
    latvia.unlink()
    latvia.symlink_to(here / "outside")
    git("add", "--all")
    git("commit", "--quiet", "--message", "a link")
    git("checkout", "--quiet", "main")
    commit(BASE + NOTE)
    git("merge", "court", code=1)
    ran = tracker("git", "resolve")
    assert ran.code == 4
    assert "error: cases/latvia.toml is no file any more in " in ran.err
    assert not (here / "outside").exists()


def test_a_file_with_another_fault_is_not_told_to_be_resolved(latvia: Path, fork: Fork, git: Git, tracker: Run) -> None:
    """Both versions go together, and the merged file is not sound."""
    fork(f"{BASE}{NOTE}colour = 1\n", BASE + DIRECTIVE)
    git("merge", "court", code=1)
    left = latvia.read_text()
    ran = tracker("git", "resolve")
    assert ran.transcript == (
        "exit code 4\n--- stdout\n--- stderr\n"
        "error: cases/latvia.toml is left in conflict: with both versions `colour` is not a key of the event\n\n"
        f"hint: {SHOWS_WHERE}\n"
    )
    assert latvia.read_text() == left
    assert git("status", "--porcelain") == "UU cases/latvia.toml\n"


def test_only_cases_are_looked_at(latvia: Path, git: Git, commit: Commit, tracker: Run, here: Path) -> None:
    """Not what lies beside them, above them or below them."""
    others = [here / "notes.toml", latvia.parent / "README.md", latvia.parent / "old" / "latvia.toml"]
    others[2].parent.mkdir()
    for branch in ("main", "court"):
        git("checkout", "--quiet", *(["main"] if branch == "main" else ["-b", "court", "HEAD~1"]))
        for other in others:
            other.parent.mkdir(exist_ok=True)
            other.write_text(f"of {branch}\n")
        commit(BASE) if branch == "court" else commit(BASE + NOTE)
    git("checkout", "--quiet", "main")
    git("merge", "court", code=1)
    ran = tracker("git", "resolve")
    assert ran.err == f"error: there is no conflict to resolve in cases\n\nhint: {NOTHING}\n"
    assert ran.code == 4


def test_a_path_with_a_space_can_be_typed(here: Path, git: Git, tracker: Run) -> None:
    file = here / "our cases" / "latvia.toml"
    file.parent.mkdir()
    for branch, text in (("base", BASE), ("court", OTHERWISE), ("ours", CHANGED)):
        git("checkout", "--quiet", "-b", branch, *(["base"] if branch != "base" else []))
        file.write_text(text)
        git("add", "--all")
        git("commit", "--quiet", "--message", "recorded")
    git("merge", "court", code=1)
    ran = tracker("git", "resolve", "--cases", "our cases")
    assert ran.err == (
        "error: our cases/latvia.toml is left in conflict: both versions changed the same lines\n\n"
        "hint: `tracker check 'our cases/latvia.toml'` shows where; put it right, then type "
        "`git add 'our cases/latvia.toml'`\n"
    )
    assert tracker("check", "our cases/latvia.toml").code == 1


def test_nothing_that_the_repository_names_is_run(latvia: Path, fork: Fork, git: Git, tracker: Run, here: Path) -> None:
    fork(BASE + NOTE, BASE + DIRECTIVE)
    git("merge", "court", code=1)
    trap = here / "trap"
    trap.write_text(f"#!/bin/sh\ntouch '{here / 'ran'}'\ncat\n")
    trap.chmod(0o755)
    hooks = here / "hooks"
    hooks.mkdir()
    for name in ("post-index-change", "pre-commit", "fsmonitor-watchman"):
        (hooks / name).symlink_to(trap)
    for key in (
        "core.fsmonitor",
        "filter.trap.clean",
        "filter.trap.smudge",
        "filter.trap.process",
        "diff.trap.textconv",
    ):
        git("config", key, str(trap))
    git("config", "core.hooksPath", str(hooks))
    (here / ".gitattributes").write_text("*.toml filter=trap diff=trap\n")
    assert tracker("git", "resolve").code == 0
    assert tracker("git", "setup").code == 0
    assert latvia.read_text() == BASE + NOTE + DIRECTIVE
    assert not (here / "ran").exists()


def test_without_git_or_a_repository(here: Path, write: Write, tracker: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    write("latvia", BASE)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(here.parent))
    for command in (("git", "resolve"), ("git", "resolve", "latvia"), ("git", "setup")):
        assert tracker(*command).transcript == (
            "exit code 3\n--- stdout\n--- stderr\nerror: cases is in no git repository\n\n"
            "hint: `git init` makes one; then type `tracker git setup`\n"
        )
    monkeypatch.setenv("PATH", "")
    for command in (("git", "resolve"), ("git", "setup")):
        assert tracker(*command).transcript == (
            "exit code 5\n--- stdout\n--- stderr\nerror: git is not installed, or not where PATH says\n\n"
            "hint: `git --version` tells whether it is there\n"
        )


def test_a_case_that_is_not_in_conflict(latvia: Path, git: Git, commit: Commit, fork: Fork, tracker: Run) -> None:
    commit(BASE.replace("LV", "EE"), "estonia")
    fork(BASE + NOTE, BASE + DIRECTIVE)
    git("merge", "court", code=1)
    ran = tracker("git", "resolve", "estonia", "latvia")
    assert ran.code == 4
    assert ran.out.startswith(RESOLVED)
    assert ran.err == f"error: there is no conflict to resolve in cases/estonia.toml\n\nhint: {NOTHING}\n"
    assert latvia.read_text() == BASE + NOTE + DIRECTIVE
    assert tracker("git", "resolve", "nowhere").code == 3
