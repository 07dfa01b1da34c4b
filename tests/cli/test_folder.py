"""Which folder is meant, which case a word means, and whom a broken neighbour stops."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import REPOSITORY, Run, Write
from tests.cli.paths import event, reached, top

SHIPPED = "no cases folder here: the shipped cases, for reading only (`tracker init` copies them)\n"


def _case(folder: Path, name: str, country: str) -> None:
    """Start a case in another folder."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{name}.toml").write_text(reached(2, country))


def _footer(tracker: Run, *words: str) -> tuple[str, str]:
    """Return the folder that `status` names, with what it says on standard error."""
    ran = tracker("status", "--as-of", "2025-05-01", *words)
    assert ran.code == 0
    return ran.out.splitlines()[-1].partition("from ")[2], ran.err


def test_the_nearest_upward(here: Path, tracker: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Shown relative to where one stands."""
    _case(here / "cases", "antarctica", "AQ")
    assert _footer(tracker) == ("cases", "")
    (here / "docs" / "deep").mkdir(parents=True)
    monkeypatch.chdir(here / "docs" / "deep")
    assert _footer(tracker) == ("../../cases", "")
    _case(here / "docs" / "cases", "bouvet", "BV")
    assert _footer(tracker) == ("../cases", "")
    monkeypatch.chdir(here / "cases")
    assert _footer(tracker) == (".", "")


def test_a_folder_with_git_is_the_end(here: Path, tracker: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    _case(here / "cases", "antarctica", "AQ")
    (here / "other" / ".git").mkdir(parents=True)
    monkeypatch.chdir(here / "other")
    assert _footer(tracker) == (str(REPOSITORY / "cases"), SHIPPED)


def test_a_worktree_has_a_file_for_git(here: Path, tracker: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    _case(here / "cases", "antarctica", "AQ")
    (here / "tree").mkdir()
    (here / "tree" / ".git").write_text("gitdir: elsewhere\n")
    monkeypatch.chdir(here / "tree")
    assert _footer(tracker)[1] == SHIPPED


def test_the_home_folder_is_the_end(here: Path, tracker: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    _case(here / "cases", "antarctica", "AQ")
    (here / "home" / "work").mkdir(parents=True)
    monkeypatch.chdir(here / "home" / "work")
    assert _footer(tracker)[1] == ""
    monkeypatch.setenv("HOME", str(here / "home"))
    assert _footer(tracker)[1] == SHIPPED
    _case(here / "home" / "cases", "bouvet", "BV")
    assert _footer(tracker) == ("../cases", "")


def test_a_user_without_a_home(here: Path, tracker: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def homeless() -> Path:
        raise RuntimeError

    _case(here / "cases", "antarctica", "AQ")
    monkeypatch.setattr(Path, "home", homeless)
    assert _footer(tracker) == ("cases", "")


def test_the_folder_that_is_named(here: Path, tracker: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """`--cases` before TRACKER_CASES before what lies around."""
    _case(here / "cases", "antarctica", "AQ")
    _case(here / "mine", "bouvet", "BV")
    _case(here / "yours" / "deep", "heard", "HM")
    assert _footer(tracker, "--cases", "mine") == ("mine", "")
    assert _footer(tracker, "--cases", f"{here}/yours/../mine/") == ("mine", "")
    monkeypatch.setenv("TRACKER_CASES", "yours/deep")
    assert _footer(tracker) == ("yours/deep", "")
    assert _footer(tracker, "--cases", "cases") == ("cases", "")
    monkeypatch.setenv("TRACKER_CASES", "nowhere")
    ran = tracker("status")
    assert (ran.code, ran.err) == (
        3,
        "error: there is no folder nowhere\n\nhint: `tracker init` makes a cases folder\n",
    )
    monkeypatch.setenv("TRACKER_CASES", "")
    assert _footer(tracker) == ("cases", "")


@pytest.mark.parametrize("words", [["status"], ["show", "AQ"], ["diff", "AQ", "BV"], ["check"]])
def test_every_command_takes_the_folder(words: list[str], here: Path, tracker: Run) -> None:
    _case(here / "mine", "antarctica", "AQ")
    _case(here / "mine", "bouvet", "BV")
    assert tracker(*words, "--cases", "mine").code == 0
    assert tracker(*words, "--cases", "nowhere").code == 3


def test_recording_in_a_folder_that_is_named(here: Path, tracker: Run) -> None:
    _case(here / "mine", "antarctica", "AQ")
    ran = tracker("advance", "AQ", "--on", "2025-03-01", "--cases", "mine", "--source", "https://example.org/")
    assert ran.out.startswith("recorded `draft-law` of 2025-03-01 at mine/antarctica.toml:12\n")
    assert tracker("undo", "AQ", "--yes", "--cases", "mine").files == {"mine/antarctica.toml": reached(2)}
    assert "mine/bouvet-island.toml" in tracker("new", "BV", "--treaty", "ottawa", "--cases", "mine").files


@pytest.mark.parametrize(
    "words",
    [
        ["advance", "latvia", "--on", "2025-05-01"],
        ["advance", "latvia"],
        ["note", "latvia", "--topic", "checked", "--on", "today"],
        ["note", "latvia", "--dry-run"],
        ["undo", "latvia", "--yes"],
        ["new", "LV", "--treaty", "ottawa"],
        ["new", "LV"],
    ],
    ids=" ".join,
)
@pytest.mark.usefixtures("here")
def test_the_shipped_cases_are_for_reading_only(words: list[str], tracker: Run) -> None:
    """Whether it can succeed at all is told before what is missing."""
    ran = tracker(*words)
    assert (ran.code, ran.out, ran.files) == (3, "", {})
    assert ran.err == (
        "error: there is no cases folder here, and the shipped cases are for reading only\n"
        "\nhint: `tracker init` makes a folder of your own\n"
    )


@pytest.mark.usefixtures("shipped")
@pytest.mark.parametrize("word", ["latvia", "LATVIA", "Latvia", "lv", "LV", "Lv", "LVA", "lva"])
def test_a_word_means_a_case(word: str, tracker: Run) -> None:
    assert tracker("show", word) == tracker("show", "latvia")
    assert tracker("status", word) == tracker("status", "latvia")


def test_an_id_comes_before_a_country(write: Write, tracker: Run) -> None:
    """A file may have any name: `lv` then is that file, whatever its country."""
    write("LV", reached(2))
    write("antarctica", reached(1, "BV"))
    write("the-latvian-case", reached(1, "LV"))
    assert tracker("show", "lv").out.startswith("Antarctica ")
    assert tracker("show", "Antarctica").out.startswith("Bouvet Island ")
    assert tracker("show", "lva").out.startswith("Latvia ")
    assert tracker("show", "aq").out.startswith("Antarctica ")


def test_only_files_directly_in_the_folder_count(here: Path, write: Write, tracker: Run) -> None:
    write("antarctica", reached(2))
    _case(here / "cases" / "old", "bouvet", "BV")
    (here / "cases" / ".hidden.toml").write_text("no case")
    (here / "cases" / "notes.txt").write_text("no case")
    assert "1 case as of" in tracker("status").out
    assert tracker("show", "bouvet").code == tracker("show", "old/bouvet").code == 3
    assert tracker("show", ".hidden").code == tracker("show", "../cases/antarctica").code == 3


@pytest.mark.parametrize("broken", [b"", b"\xff", b"[[", b"country = 5\n", top().encode() + b"colour = 5\n"])
def test_a_broken_neighbour_stops_nobody(broken: bytes, shipped: Path, write: Write, tracker: Run) -> None:
    write("estonia", broken)
    for words in (
        ["show", "latvia"],
        ["show", "LV"],
        ["status", "latvia", "poland"],
        ["diff", "latvia", "PL"],
        ["check", "latvia"],
        ["note", "lv", "--topic", "checked", "--on", "today", "--source", "https://example.org/"],
        ["new", "AQ", "--treaty", "ottawa"],
        ["undo", "poland", "--yes"],
    ):
        ran = tracker(*words)
        assert (ran.code, "estonia.toml" in ran.out + ran.err) == (0, False), words
    ran = tracker("status", "--as-of", "2025-05-01")
    assert (ran.code, "\n7 cases as of 1 May 2025" in ran.out) == (5, True)
    assert ran.err.startswith("cases/estonia.toml:")
    assert (shipped / "cases" / "estonia.toml").read_bytes() == broken


def test_a_country_may_be_in_a_file_that_is_not_sound(write: Write, tracker: Run) -> None:
    write("antarctica", reached(2) + event("1.5.2025", "draft-law"))
    write("bouvet", reached(2, "BV"))
    by_country, by_id = tracker("show", "AQ"), tracker("show", "antarctica")
    assert (by_country.code, by_country.err) == (by_id.code, by_id.err)
    assert (by_id.code, by_id.out) == (5, "")
    assert tracker("show", "nobody").err.endswith("hint: the cases there are: antarctica, bouvet\n")


def test_no_other_case_stands_in_for_one_that_is_not_sound(write: Write, tracker: Run) -> None:
    """`LT` meant two cases while both were sound; it does not silently mean the one that still is."""
    write("lithuania", reached(2, "LT") + 'colour = "red"\n')
    write("lithuania-ccm", reached(2, "LT"))
    write("bouvet", reached(2, "BV"))
    for words in (["show", "lt"], ["status", "lt"], ["note", "lt", "--topic", "law", "--on", "today"], ["undo", "lt"]):
        ran = tracker(*words)
        assert (ran.code, ran.out) == (5, "")
        assert "cases/lithuania.toml:" in ran.err
    assert tracker("show", "bv").code == 0
