"""The merge driver, run by real git: the events of both sides, or a conflict with a reason."""

from __future__ import annotations

import shlex
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.cli.paths import write_club
from tests.cli.sharing.conftest import Commit, Fork, Git
from tests.cli.sharing.texts import (
    BASE,
    CANNOT,
    CHANGED,
    DIRECTIVE,
    LATER,
    NOTE,
    OTHERWISE,
    REJECT,
    RESOLVED,
    SHOWS_WHERE,
)


def _clean(git: Git) -> bool:
    return git("status", "--porcelain") == ""


def test_a_merge_has_the_events_of_both(shared: Path, fork: Fork, git: Git, tracker: Run) -> None:
    fork(BASE + NOTE, BASE + DIRECTIVE)
    git("merge", "court")
    assert shared.read_text() == BASE + NOTE + DIRECTIVE
    assert _clean(git)
    assert tracker("check").code == 0


def test_theirs_come_first_where_ours_cannot(shared: Path, fork: Fork, git: Git) -> None:
    abandon = REJECT.replace("reject", "abandon")
    fork(BASE + abandon, BASE + REJECT)
    git("merge", "court")
    assert shared.read_text() == BASE + REJECT + abandon


def test_what_both_recorded_is_there_once(shared: Path, fork: Fork, git: Git) -> None:
    fork(BASE + NOTE + DIRECTIVE, BASE + NOTE + LATER)
    git("merge", "court")
    assert shared.read_text() == BASE + NOTE + DIRECTIVE + LATER


def test_what_one_side_corrected_stays_so(shared: Path, fork: Fork, git: Git) -> None:
    """Also where that is the line right above what the other appended."""
    fork(BASE + NOTE, CHANGED + DIRECTIVE)
    git("merge", "court")
    assert shared.read_text() == CHANGED + NOTE + DIRECTIVE


def test_a_rebase_has_the_events_of_both(shared: Path, fork: Fork, git: Git, commit: Commit) -> None:
    """There "ours" is what is rebased upon."""
    fork(BASE + NOTE, BASE + DIRECTIVE)
    commit(BASE + NOTE + LATER)
    git("rebase", "court")
    assert shared.read_text() == BASE + DIRECTIVE + NOTE + LATER
    assert git("log", "--format=%s", "main").count("recorded") == 5
    assert _clean(git)


def test_a_cherry_pick_has_the_events_of_both(shared: Path, fork: Fork, git: Git) -> None:
    fork(BASE + NOTE, BASE + DIRECTIVE)
    git("cherry-pick", "court")
    assert shared.read_text() == BASE + NOTE + DIRECTIVE
    assert _clean(git)


def test_a_stash_comes_back_with_the_events_of_both(shared: Path, git: Git, commit: Commit) -> None:
    shared.write_text(BASE + DIRECTIVE)
    git("stash")
    commit(BASE + NOTE)
    git("stash", "pop")
    assert shared.read_text() == BASE + NOTE + DIRECTIVE
    assert git("stash", "list") == ""


def test_a_patch_is_applied_with_the_events_of_both(shared: Path, fork: Fork, git: Git, here: Path) -> None:
    fork(BASE + NOTE, BASE + DIRECTIVE)
    (here / "court.patch").write_text(git("format-patch", "--stdout", "-1", "court"))
    git("am", "--3way", "court.patch")
    assert shared.read_text() == BASE + NOTE + DIRECTIVE


def test_a_file_that_was_renamed_has_the_events_of_both(shared: Path, git: Git, commit: Commit, here: Path) -> None:
    text = f"{BASE}{NOTE}"
    commit(text)
    git("checkout", "--quiet", "-b", "court")
    commit(text + DIRECTIVE)
    git("checkout", "--quiet", "main")
    git("mv", "cases/latvia.toml", "cases/latvia-ottawa.toml")
    commit(text + LATER, "latvia-ottawa")
    git("merge", "court")
    assert not shared.exists()
    assert (here / "cases" / "latvia-ottawa.toml").read_text() == text + LATER + DIRECTIVE


def test_a_merge_of_merges_has_every_event_once(shared: Path, fork: Fork, git: Git, commit: Commit) -> None:
    """Two merges the other way round have two common versions, which git merges first."""
    fork(BASE + NOTE, BASE + LATER)
    git("branch", "ours")
    git("merge", "court")
    git("checkout", "--quiet", "court")
    git("merge", "ours")
    assert shared.read_text() == BASE + LATER + NOTE
    commit(BASE + LATER + NOTE + DIRECTIVE)
    git("checkout", "--quiet", "main")
    commit(BASE + NOTE + LATER + LATER.replace("05-01", "05-02"))
    git("merge", "court")
    text = shared.read_text()
    assert [text.count(part) for part in (NOTE, LATER, DIRECTIVE, "05-02")] == [1, 1, 1, 1]


@pytest.mark.parametrize(
    "texts",
    [
        (BASE[:-1], BASE + NOTE[1:], BASE + DIRECTIVE[1:], BASE + NOTE[1:] + DIRECTIVE),
        (BASE[:-1], BASE + NOTE[1:-1], BASE + DIRECTIVE[1:-1], BASE + NOTE[1:] + DIRECTIVE[1:-1]),
        (f"\ufeff{BASE}", f"\ufeff{BASE}{NOTE}", f"\ufeff{BASE}{DIRECTIVE}", f"\ufeff{BASE}{NOTE}{DIRECTIVE}"),
        (f"{BASE}#", f"{BASE}#\n{NOTE}", f"{BASE}#\n{DIRECTIVE}", f"{BASE}#\n{NOTE}\n{DIRECTIVE}"),
    ],
    ids=["no last line end", "nor in either", "a byte order mark", "a comment at the end"],
)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_bytes_stay_as_they_are(texts: tuple[str, ...], end: str, shared: Path, fork: Fork, git: Git) -> None:
    base, ours, theirs, merged = (text.replace("\n", end).encode() for text in texts)
    shared.write_bytes(base)
    git("commit", "--quiet", "--all", "--message", "as it was")
    fork(ours, theirs)
    git("merge", "court")
    assert shared.read_bytes() == merged


def test_where_git_turns_line_ends_round_it_does_so_after_the_merge(shared: Path, fork: Fork, git: Git) -> None:
    git("config", "core.autocrlf", "true")
    fork((BASE + NOTE).replace("\n", "\r\n").encode(), (BASE + DIRECTIVE).replace("\n", "\r\n").encode())
    git("merge", "court")
    assert shared.read_bytes() == (BASE + NOTE + DIRECTIVE).replace("\n", "\r\n").encode()
    assert git("show", "HEAD:cases/latvia.toml") == BASE + NOTE + DIRECTIVE
    assert _clean(git)


def test_what_cannot_both_have_happened_is_left_in_conflict(shared: Path, fork: Fork, git: Git, tracker: Run) -> None:
    fork(BASE + DIRECTIVE, BASE + REJECT)
    told = git("merge", "court", code=1)
    assert f"error: {CANNOT}\n\nhint: {SHOWS_WHERE}\n" in told
    assert shared.read_text() == f"{BASE}\n<<<<<<< ours\n{DIRECTIVE[1:]}=======\n{REJECT[1:]}>>>>>>> theirs\n"
    assert git("status", "--porcelain") == "UU cases/latvia.toml\n"
    ran = tracker("check", "latvia")
    assert (ran.code, ran.err) == (1, "")
    assert ran.out == (
        "cases/latvia.toml:9: git left a conflict: `ours` has `cabinet-directive` of 2025-04-18, `theirs` has `reject` "
        "of 2025-04-10; with both, `cabinet-directive` on 2025-04-18 cannot have happened: no `advance` follows while "
        "the case is rejected (since 2025-04-10) [conflict-marker]\n"
        "  hint: keep what is right of both sides, and take the marker lines out\n\n"
        "1 problem in 1 file\n"
    )
    ran = tracker("git", "resolve", "latvia")
    assert (ran.code, ran.out, ran.err) == (4, "", f"error: {CANNOT}\n\nhint: {SHOWS_WHERE}\n")
    shared.write_text(BASE + DIRECTIVE + REJECT.replace("04-10", "05-10"))
    git("commit", "--quiet", "--all", "--message", "the day of the rejection put right")
    assert tracker("check", "latvia").code == 0


def test_a_rebase_stops_at_what_cannot_have_happened(shared: Path, fork: Fork, git: Git) -> None:
    fork(BASE + DIRECTIVE, BASE + REJECT)
    assert CANNOT in git("rebase", "court", code=1)
    assert "<<<<<<< ours\n" in shared.read_text()
    git("rebase", "--abort")
    assert shared.read_text() == BASE + DIRECTIVE


def test_lines_that_both_changed_are_left_in_conflict(shared: Path, fork: Fork, git: Git, tracker: Run) -> None:
    fork(CHANGED + NOTE, OTHERWISE + DIRECTIVE)
    why = "cases/latvia.toml is left in conflict: both versions changed the same lines"
    assert f"error: {why}\n\nhint: {SHOWS_WHERE}\n" in git("merge", "court", code=1)
    ours, theirs = CHANGED.split("\n")[-2], OTHERWISE.split("\n")[-2]
    above = BASE[: BASE.index("body")]
    assert shared.read_text() == (f"{above}<<<<<<< ours\n{ours}\n=======\n{theirs}\n>>>>>>> theirs\n{NOTE}{DIRECTIVE}")
    assert "cases/latvia.toml:7: git left a conflict: " in tracker("check", "latvia").out


@pytest.mark.parametrize("style", ["diff3", "zdiff3"])
def test_the_common_version_is_shown_to_who_wants_to_see_it(
    style: str, shared: Path, fork: Fork, git: Git, tracker: Run
) -> None:
    git("config", "merge.conflictStyle", style)
    fork(CHANGED, OTHERWISE)
    git("merge", "court", code=1)
    assert "||||||| base\n" in shared.read_text()
    assert "cases/latvia.toml:7: git left a conflict: " in tracker("check", "latvia").out


def test_a_fault_that_was_there_before_stops_no_merge(shared: Path, fork: Fork, git: Git, tracker: Run) -> None:
    fork(f"{BASE}{NOTE}colour = 1\n", BASE + DIRECTIVE)
    git("merge", "court")
    assert shared.read_text() == f"{BASE}{NOTE}colour = 1\n{DIRECTIVE}"
    assert tracker("check", "latvia").code == 1


def test_a_treaty_of_ones_own_decides(shared: Path, fork: Fork, git: Git, commit: Commit) -> None:
    write_club(shared)
    base = BASE.replace("ottawa", "club")
    commit(base)
    fork(base + NOTE, base + DIRECTIVE)
    git("merge", "court")
    assert shared.read_text() == base + NOTE + DIRECTIVE


def test_a_treaty_that_comes_with_the_merge_decides_afterwards(
    shared: Path, git: Git, commit: Commit, tracker: Run
) -> None:
    """While git merges, the new treaty is not in the folder yet."""
    base = BASE.replace("ottawa", "club")
    commit(base)
    git("checkout", "--quiet", "-b", "court")
    write_club(shared)
    commit(base + DIRECTIVE)
    git("checkout", "--quiet", "main")
    commit(base + NOTE)
    told = git("merge", "court", code=1)
    assert "is left in conflict: with both versions there is no treaty `club`\n" in told
    assert "hint: put the treaty's file right, then type `tracker git resolve latvia`\n" in told
    ran = tracker("git", "resolve")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith(f"{RESOLVED}\n")
    assert shared.read_text() == base + NOTE + DIRECTIVE


def test_a_folder_of_the_repository_is_not_run(shared: Path, fork: Fork, git: Git, here: Path, commit: Commit) -> None:
    """Python would find a package `tracker` where it stands, which is the top of the repository."""
    package = here / "tracker"
    package.mkdir()
    (package / "__init__.py").write_text(f"open({str(here / 'ran')!r}, 'w')\n")
    (package / "__main__.py").write_text("")
    commit(BASE)
    fork(BASE + NOTE, BASE + DIRECTIVE)
    git("merge", "court")
    assert shared.read_text() == BASE + NOTE + DIRECTIVE
    assert not (here / "ran").exists()


@pytest.mark.parametrize("python", ["/nowhere/python", "false"])
def test_where_the_driver_cannot_run_git_leaves_a_conflict_of_its_own(
    python: str, shared: Path, fork: Fork, git: Git, tracker: Run
) -> None:
    """One side's text alone, without a marker, would lose the other's events."""
    command = git("config", "merge.tracker.driver").strip()
    assert command.startswith(shlex.quote(sys.executable))
    git("config", "merge.tracker.driver", command.replace(shlex.quote(sys.executable), python, 1))
    fork(BASE + NOTE, BASE + DIRECTIVE)
    git("merge", "court", code=1)
    assert "<<<<<<< ours\n" in shared.read_text()
    ran = tracker("git", "resolve")
    assert (ran.code, ran.err) == (0, "")
    assert shared.read_text() == BASE + NOTE + DIRECTIVE


def test_a_file_that_cannot_be_read_is_left_to_git(shared: Path, fork: Fork, git: Git) -> None:
    huge = "#" + "x" * (4 * 1024 * 1024)
    fork(f"{BASE}{NOTE}{huge}\n", BASE + DIRECTIVE)
    git("merge", "court", code=1)
    assert "<<<<<<< ours\n" in shared.read_text()
    assert git("status", "--porcelain") == "UU cases/latvia.toml\n"


def test_the_driver_is_not_in_the_help(tracker: Run) -> None:
    assert "merge.tracker" not in tracker("git", "--help").out
    assert "\n  merge " not in tracker("git", "--help").out


def test_the_driver_works_on_files(here: Path, tracker: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, text in (("base", BASE), ("ours", BASE + NOTE), ("theirs", BASE + DIRECTIVE), ("other", BASE + REJECT)):
        (here / name).write_text(text)
    words = ("git", "merge", "--", "base", "ours", "theirs", "7", "cases/latvia.toml")
    assert tracker(*words, "%X", "%Y").transcript == "exit code 0\n--- stdout\n--- stderr\n"
    assert (here / "ours").read_text() == BASE + NOTE + DIRECTIVE
    ran = tracker(*(word.replace("theirs", "other") for word in words), "HEAD \x1b[1m", "court")
    assert (ran.code, ran.out, ran.err) == (4, "", f"error: {CANNOT}\n\nhint: {SHOWS_WHERE}\n")
    assert "<<<<<<< HEAD \\u001b[1m\n" in (here / "ours").read_text()
    for name in ("base", "ours", "theirs"):
        (here / name).write_text((here / name).read_text().replace("ottawa", "nowhere"))
    (here / "ours").write_text(f"{BASE}{NOTE}".replace("ottawa", "nowhere"))
    assert tracker(*words).err == (
        "error: cases/latvia.toml is left in conflict: with both versions there is no treaty `nowhere`\n\n"
        "hint: put the treaty's file right, then type `tracker git resolve latvia`\n"
    )
    (here / "base").write_text(BASE)
    monkeypatch.setenv("PATH", "")
    (here / "ours").write_text(CHANGED)
    (here / "theirs").write_text(OTHERWISE)
    assert tracker(*words).err.startswith("error: git is not installed")
    assert (here / "ours").read_text() == CHANGED
    assert tracker("git", "merge", "--", "base", "ours", "gone", "7", "x").code == 5
