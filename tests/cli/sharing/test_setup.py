"""`tracker git setup` and `tracker init --git`: what git must be told, once in each clone."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.cli.conftest import Run, Write
from tests.cli.sharing.conftest import Commit, Git
from tests.cli.sharing.texts import BASE, DIRECTIVE, NOTE

TOLD = "in this clone git merges `cases/*.toml` event by event\n"
NEXT = "next: git add .gitattributes && git commit\n"
LINE = "cases/*.toml merge=tracker\n"


def _attribute(git: Git, path: str, where: Path) -> str:
    return git("check-attr", "merge", "--", path, where=where).rpartition(": ")[2].strip()


def _merges(git: Git, folder: Path) -> bool:
    """Whether of two who record in a case of the folder both keep their event."""

    def commit(text: str) -> None:
        (folder / "latvia.toml").write_text(text)
        git("add", "--all", ".", where=folder)
        git("commit", "--quiet", "--allow-empty", "--message", "recorded", where=folder)

    commit(BASE)
    git("checkout", "--quiet", "-b", "court", where=folder)
    commit(BASE + DIRECTIVE)
    git("checkout", "--quiet", "-", where=folder)
    commit(BASE + NOTE)
    git("merge", "court", where=folder)
    return (folder / "latvia.toml").read_text() == BASE + NOTE + DIRECTIVE


def test_it_adds_a_line_and_a_driver_and_does_so_once(latvia: Path, git: Git, tracker: Run, here: Path) -> None:
    ran = tracker("git", "setup")
    assert ran.transcript == f"exit code 0\n--- stdout\n{TOLD}{NEXT}--- stderr\n"
    assert (here / ".gitattributes").read_text() == LINE
    config = (here / ".git" / "config").read_text()
    assert config.count("[merge ") == 1
    again = tracker("git", "setup")
    assert again.transcript == f"exit code 0\n--- stdout\n{TOLD}--- stderr\n"
    assert (here / ".git" / "config").read_text() == config
    assert (here / ".gitattributes").read_text() == LINE
    assert _attribute(git, "cases/latvia.toml", here) == "tracker"
    assert _attribute(git, "cases/README.md", here) == "unspecified"
    assert latvia.read_text() == BASE


@pytest.mark.usefixtures("latvia")
def test_a_clone_of_a_folder_that_is_set_up_needs_the_driver_alone(
    git: Git, tracker: Run, here: Path, commit: Commit, tmp_path_factory: pytest.TempPathFactory
) -> None:
    tracker("git", "setup")
    commit(BASE)
    clone = tmp_path_factory.mktemp("other") / "a clone"
    git("clone", "--quiet", str(here), str(clone))
    assert tracker("git", "setup", "--cases", str(clone / "cases")).out == TOLD
    assert git("status", "--porcelain", where=clone) == ""
    assert _merges(git, clone / "cases")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("*.md text", f"*.md text\n{LINE}"),
        ("*.md text\r\n", f"*.md text\r\n{LINE[:-1]}\r\n"),
        ("# \udcff\n\n", f"# \udcff\n\n{LINE}"),
        ("", LINE),
        ("*.toml merge=union\n", f"*.toml merge=union\n{LINE}"),
        (f"{LINE}*.toml merge=union\n", f"{LINE}*.toml merge=union\n{LINE}"),
        ("cases/*.toml merge=union\n", f"cases/*.toml merge=union\n{LINE}"),
        ("cases/*.toml text eol=lf merge=tracker\n", "cases/*.toml text eol=lf merge=tracker\n"),
        ("*.toml merge=tracker\n", f"*.toml merge=tracker\n{LINE}"),
        ("cases/*.toml.old merge=tracker\n", f"cases/*.toml.old merge=tracker\n{LINE}"),
    ],
)
@pytest.mark.usefixtures("latvia")
def test_other_lines_stay(before: str, after: str, git: Git, tracker: Run, here: Path) -> None:
    path = here / ".gitattributes"
    path.write_bytes(before.encode(errors="surrogateescape"))
    assert tracker("git", "setup").code == 0
    assert path.read_bytes().decode(errors="surrogateescape") == after
    assert tracker("git", "setup").out == TOLD
    assert path.read_bytes().decode(errors="surrogateescape") == after
    assert _attribute(git, "cases/latvia.toml", here) == "tracker"


@pytest.mark.parametrize("place", ["cases/.gitattributes", ".git/info/attributes"])
@pytest.mark.usefixtures("latvia")
def test_a_line_that_wins_is_told(place: str, git: Git, tracker: Run, here: Path) -> None:
    """Such as one for `union`, which puts two events into one."""
    (here / place).write_text("*.toml merge=union\n")
    assert tracker("git", "setup").code == 4
    assert tracker("git", "setup").transcript == (
        "exit code 4\n--- stdout\n--- stderr\n"
        "error: git would not merge `cases/*.toml` event by event: for it the attribute `merge` is `union`\n\n"
        "hint: take the other line out: `.gitattributes` in the folder, `.git/info/attributes`\n"
    )
    assert git("config", "merge.tracker.name") == "the events of a case, by tracker\n"
    assert (here / ".gitattributes").read_text() == LINE


@pytest.mark.usefixtures("latvia")
def test_a_link_is_not_written_through(git: Git, tracker: Run, here: Path) -> None:
    (here / "outside").write_text("mine\n")
    (here / ".gitattributes").symlink_to(here / "outside")
    assert tracker("git", "setup").transcript == (
        "exit code 4\n--- stdout\n--- stderr\n"
        "error: .gitattributes is a link, which git does not follow\n\nhint: put a file in its place\n"
    )
    assert (here / "outside").read_text() == "mine\n"
    assert "merge.tracker" not in git("config", "--list")


@pytest.mark.parametrize(
    "name",
    [
        "data/our cases",
        "a[b]*c?d/cases",
        "#a/cases",
        "!a/cases",
        'a"b\\c/cases',
        "Ämter\u2003x/cases",
        "a\tb\nc/cases",
        ".",
    ],
)
def test_whatever_the_folder_is_called(name: str, here: Path, git: Git, tracker: Run) -> None:
    folder = here / name
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "latvia.toml").write_text(BASE)
    assert tracker("git", "setup", "--cases", str(folder)).code == 0
    assert _merges(git, folder)
    assert tracker("git", "setup", "--cases", str(folder)).out.count("\n") == 1


def test_whatever_the_repository_is_called(
    git: Git, tracker: Run, monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> None:
    repository = tmp_path_factory.mktemp("odd") / 'it\'s 100% "ours" & $(touch ran)'
    (repository / "cases").mkdir(parents=True)
    git("init", "--quiet", "--initial-branch=main", where=repository)
    monkeypatch.chdir(repository)
    assert tracker("git", "setup").out == TOLD + NEXT
    assert _merges(git, repository / "cases")
    assert not (repository / "ran").exists()


@pytest.mark.usefixtures("latvia")
def test_a_second_working_tree_is_set_up_with_the_first(
    git: Git, tracker: Run, here: Path, commit: Commit, tmp_path_factory: pytest.TempPathFactory
) -> None:
    tracker("git", "setup")
    commit(BASE)
    tree = tmp_path_factory.mktemp("trees") / "court"
    git("worktree", "add", "--quiet", str(tree), "-b", "court")
    for folder, text in ((tree, BASE + DIRECTIVE), (here, BASE + NOTE)):
        (folder / "cases" / "latvia.toml").write_text(text)
        git("commit", "--quiet", "--all", "--message", "recorded", where=folder)
    git("merge", "main", where=tree)
    assert (tree / "cases" / "latvia.toml").read_text() == BASE + DIRECTIVE + NOTE


def test_next_names_the_file_from_where_one_stands(
    latvia: Path, git: Git, tracker: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(latvia.parent)
    assert tracker("git", "setup", "--cases", ".").out == f"{TOLD}next: git add ../.gitattributes && git commit\n"
    assert git("status", "--porcelain") == "?? .gitattributes\n"


@pytest.mark.usefixtures("latvia")
def test_where_git_will_not_write_its_settings(tracker: Run, here: Path) -> None:
    (here / ".git" / "config.lock").touch()
    ran = tracker("git", "setup")
    assert (ran.code, ran.out) == (5, "")
    assert ran.err.startswith("error: `git config` failed: ")


@pytest.mark.usefixtures("git")
def test_a_bare_repository_is_refused(git: Git, here: Path, tracker: Run) -> None:
    git("init", "--quiet", "--bare", "bare")
    (here / "bare" / "cases").mkdir()
    ran = tracker("git", "setup", "--cases", "bare/cases")
    assert (ran.code, ran.err.splitlines()[0]) == (3, "error: bare/cases is in no git repository")


@pytest.mark.usefixtures("latvia")
def test_git_s_own_refusal_is_told(here: Path, tracker: Run) -> None:
    (here / ".git" / "config").write_text("[core]\n\trepositoryformatversion = 99\n")
    ran = tracker("git", "setup")
    assert (ran.code, ran.out) == (5, "")
    assert ran.err.startswith("error: `git rev-parse` failed: ")


@pytest.mark.usefixtures("git")
def test_init_makes_a_repository_and_commits_nothing(
    git: Git, tmp_path_factory: pytest.TempPathFactory, tracker: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    outside = tmp_path_factory.mktemp("outside")
    monkeypatch.chdir(outside)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(outside.parent))
    ran = tracker("init", "our work", "--git")
    assert ran.transcript == (
        "exit code 0\n--- stdout\nmade our work/cases with 7 cases\n"
        "made a git repository in our work: in this clone git merges `cases/*.toml` event by event\n"
        "next: cd 'our work' && git add .gitattributes cases && git commit\n--- stderr\n"
    )
    made = outside / "our work"
    assert git("status", "--porcelain", where=made) == "?? .gitattributes\n?? cases/\n"
    assert (made / ".gitattributes").read_text() == LINE
    git("checkout", "--quiet", "-b", "main", where=made)
    git("add", ".gitattributes", "cases", where=made)
    git("commit", "--quiet", "--message", "begun", where=made)
    assert git("status", "--porcelain", where=made) == ""
    assert _merges(git, made / "cases")


def test_init_here(here: Path, tracker: Run, git: Git) -> None:
    shutil.rmtree(here / ".git")
    assert tracker("init", "--git", "--empty").out == (
        "made cases with no cases\nmade a git repository in .: in this clone git merges `cases/*.toml` event by event\n"
        "next: git add .gitattributes cases && git commit\n"
    )
    assert git("status", "--porcelain") == "?? .gitattributes\n?? cases/\n"


def test_init_within_a_repository_makes_no_second_one(here: Path, git: Git, tracker: Run) -> None:
    assert tracker("init", "data", "--git", "--empty").out == (
        "made data/cases with no cases\nin this clone git merges `data/cases/*.toml` event by event\n"
        "next: cd data && git add ../.gitattributes cases && git commit\n"
    )
    assert not (here / "data" / ".git").exists()
    assert (here / ".gitattributes").read_text() == f"data/{LINE}"
    assert _attribute(git, "data/cases/latvia.toml", here) == "tracker"
    shutil.rmtree(here / "data" / "cases")
    assert tracker("init", "data", "--git", "--empty").out.endswith("next: cd data && git add cases && git commit\n")


def test_init_where_cases_are_there_already(write: Write, git: Git, tracker: Run, here: Path) -> None:
    write("latvia", BASE)
    assert tracker("init", "--git").transcript == (
        "exit code 4\n--- stdout\n--- stderr\nerror: cases is there already\n\n"
        "hint: `tracker status` shows what is in it; `tracker git setup` lets git merge it\n"
    )
    assert not (here / ".gitattributes").exists()
    assert "merge.tracker" not in git("config", "--list")


def test_init_without_git(here: Path, tracker: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is made of which half would be missing."""
    monkeypatch.setenv("PATH", "")
    ran = tracker("init", "--git")
    assert ran.transcript == (
        "exit code 5\n--- stdout\n--- stderr\nerror: git is not installed, or not where PATH says\n\n"
        "hint: `git --version` tells whether it is there\n"
    )
    assert not (here / "cases").exists()
    assert tracker("init").code == 0


def test_words_that_are_no_command(tracker: Run) -> None:
    for words, told in (
        (("git",), "missing command\n\nhint: `tracker git --help` lists what there is"),
        (("git", "foo"), "there is no command `tracker git foo`\n\nhint: `tracker git --help` lists what there is"),
        (("git", "setpu"), "there is no command `tracker git setpu`\n\nhint: did you mean `setup`?"),
        (("git", "merg"), "there is no command `tracker git merg`\n\nhint: `tracker git --help` lists what there is"),
        (("git", "resolve", "--as"), "there is no option `--as`\n\nhint: did you mean `--cases`?"),
        (("git", "setup", "x"), None),
    ):
        ran = tracker(*words)
        assert (ran.code, ran.out) == (2, "")
        assert told is None or ran.err == f"error: {told}\n"
