"""Which commit is meant, and in which repository; what is not there is told with a way out."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import pytest

from tests.storage.commits import CASE, EVENT, Repository, made
from tracker.core.errors import TrackerError
from tracker.storage import git
from tracker.storage.objects import Objects, Unheld
from tracker.storage.past import find_known, folder_known
from tracker.storage.search import treaty_files

HOME = Path("/nowhere")
LISTED = "`git log --oneline` and `git tag` list what there is; a day is written YYYY-MM-DD"


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    """A repository of two commits: `cases/latvia.toml` without an event on 1 June, with one on 3 June."""
    repository = made(tmp_path / "repository")
    repository.write("cases/latvia.toml", CASE)
    repository.commit("2026-06-01T23:59:59Z")
    repository.write("cases/latvia.toml", CASE + EVENT.format(day="2025-03-18"))
    repository.commit("2026-06-03T00:00:00Z")
    return repository


def _events(repository: Repository, meant: str | date, given: str | None = None) -> int:
    """Return how many events the case has, by which the commits are told apart."""
    case = find_known(given, repository.path, HOME, meant).load("latvia").case
    assert case
    return len(case.events)


def _refused(here: Path, meant: str | date, given: str | None = None) -> tuple[str, str | None, int]:
    with pytest.raises(TrackerError) as error:
        find_known(given, here, HOME, meant)
    return error.value.message, error.value.hint, error.value.exit_code


@pytest.mark.parametrize(
    ("meant", "events"),
    [
        (date(2026, 6, 1), 0),
        (date(2026, 6, 2), 0),
        (date(2026, 6, 3), 1),
        (date.max, 1),
        ("HEAD", 1),
        ("HEAD~1", 0),
        ("main^", 0),
        ("refs/heads/main", 1),
        ("first", 0),
        ("of-a-tag", 0),
        ("2026-06-03", 0),
        ("@", 1),
    ],
)
def test_revision_or_day(repository: Repository, meant: str | date, events: int) -> None:
    """A tag may mean a tag that means a commit, and be called like a day: which is meant is decided by the type."""
    repository.git("tag", "--annotate", "--message", "x", "first", "HEAD~1")
    repository.git("tag", "--annotate", "--message", "x", "of-a-tag", "first")
    repository.git("branch", "2026-06-03", "HEAD~1")
    assert _events(repository, meant) == events


def test_commit_is_told_in_short_with_its_day(repository: Repository) -> None:
    folder = find_known(None, repository.path, HOME, "HEAD")
    short = repository.git("rev-parse", "HEAD")[:7]
    assert (folder.shown, folder.told) == ("cases", f"cases as of commit {short} of 2026-06-03")


def test_commit_is_told_with_as_many_digits_as_it_takes(repository: Repository) -> None:
    """A branch may have the name of a commit cut short."""
    commit = repository.git("rev-parse", "HEAD~1")
    repository.git("branch", commit[:7], "HEAD")
    assert find_known(None, repository.path, HOME, "HEAD~1").told.split()[4] == commit[:8]


@pytest.mark.parametrize(
    "word",
    [
        "nowhere",
        "-x",
        "--help",
        "--exec=touch made",
        "main:nowhere",
        "abcd1234",
        "HEAD~7",
        "a..b",
        "16.04.2025",
        "HEAD HEAD",
    ],
)
def test_word_that_is_no_revision(repository: Repository, word: str) -> None:
    assert _refused(repository.path, word) == (f"there is no revision `{word}` in this repository", LISTED, 3)


@pytest.mark.parametrize(("word", "told"), [("a\nHEAD", "a\\u000aHEAD"), ("\x1b[31m", "\\u001b[31m"), ("  ", "  ")])
def test_word_that_can_be_no_revision_is_not_asked_for(repository: Repository, word: str, told: str) -> None:
    assert _refused(repository.path, word) == (f"there is no revision `{told}` in this repository", LISTED, 3)


@pytest.mark.parametrize(("word", "kind"), [("HEAD:cases", "tree"), ("HEAD:cases/latvia.toml", "blob")])
def test_object_that_is_no_commit(repository: Repository, word: str, kind: str) -> None:
    assert _refused(repository.path, word) == (f"`{word}` is a {kind}, not a commit", LISTED, 2)


def test_name_of_a_tag_and_of_a_branch(repository: Repository) -> None:
    """Git would take the tag; where both mean one commit, it does not matter."""
    repository.git("tag", "june", "HEAD~1")
    repository.git("branch", "june", "HEAD~1")
    assert _events(repository, "june") == 0
    repository.git("branch", "--force", "june", "HEAD")
    assert _refused(repository.path, "june") == (
        "`june` means several commits: refs/tags/june and refs/heads/june",
        "write which, such as `--known refs/tags/june`",
        3,
    )
    assert _events(repository, "refs/heads/june") == 1


def test_id_that_is_cut_too_short(repository: Repository) -> None:
    """Of so many commits two begin with the same four digits."""
    tree = repository.git("rev-parse", "HEAD^{tree}")
    seen: dict[str, str] = {}
    for number in range(5000):
        commit = repository.git("hash-object", "-t", "commit", "-w", "--stdin", feed=_commit(tree, number))
        if commit[:4] in seen:
            break
        seen[commit[:4]] = commit
    assert _refused(repository.path, commit[:4]) == (
        f"`{commit[:4]}` means several commits: its id is cut too short",
        "write more of it",
        3,
    )


def _commit(tree: str, number: int) -> bytes:
    return f"tree {tree}\nauthor a <a> {number} +0000\ncommitter a <a> {number} +0000\n\nx\n".encode()


def test_day_before_the_first_commit(repository: Repository) -> None:
    first = repository.git("rev-parse", "HEAD~1")[:7]
    assert _refused(repository.path, date(2026, 5, 31)) == (
        f"nothing was known by 2026-05-31: the first is commit {first} of 2026-06-01",
        "`--known 2026-06-01` is the first day",
        3,
    )


@pytest.mark.parametrize("meant", ["HEAD", "main", date(2026, 6, 1)])
def test_repository_without_a_commit(tmp_path: Path, meant: str | date) -> None:
    made(tmp_path)
    assert _refused(tmp_path, meant) == ("the repository has no commit yet", "`git commit` makes one", 3)


def test_shallow_clone(repository: Repository, tmp_path: Path) -> None:
    clone = tmp_path / "clone"
    repository.git("clone", "--quiet", "--depth=1", repository.path.as_uri(), str(clone))
    head = repository.git("rev-parse", "HEAD")[:7]
    assert _events(Repository(clone), date(2026, 6, 3)) == 1
    assert _refused(clone, date(2026, 6, 2)) == (
        f"what was known by 2026-06-02 is not in this clone, which reaches back to commit {head} of 2026-06-03",
        "`git fetch --unshallow` fetches the rest",
        3,
    )


def test_folder_in_no_repository(tmp_path: Path) -> None:
    (tmp_path / "cases").mkdir()
    hint = "`git init` makes one, `--cases DIR` names cases in another"
    why = "is in no git repository, so what was known then is not kept"
    assert _refused(tmp_path, "HEAD") == (f"cases {why}", hint, 3)
    assert _refused(tmp_path, "HEAD", "nowhere/cases") == (f"this folder {why}", hint, 3)


def test_repository_of_somebody_else(repository: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    """Git refuses it, and that is left to git."""
    environment = git._environment

    def other(outer: dict[str, str]) -> dict[str, str]:
        return environment(outer) | {"GIT_TEST_ASSUME_DIFFERENT_OWNER": "1", "GIT_CONFIG_GLOBAL": os.devnull}

    monkeypatch.setattr(git, "_environment", other)
    message, _, code = _refused(repository.path, "HEAD")
    assert message.startswith("`git rev-parse` failed: fatal: detected dubious ownership in repository at '")
    assert code == 5


def test_without_git(repository: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    assert _refused(repository.path, "HEAD")[2] == 5


@pytest.mark.parametrize("meant", ["HEAD", "main", date(2026, 6, 3)])
def test_broken_repository(repository: Repository, meant: str | date) -> None:
    commit = repository.git("rev-parse", "HEAD")
    path = repository.path / ".git/objects" / commit[:2] / commit[2:]
    path.chmod(0o644)
    path.write_bytes(b"nonsense")
    assert _refused(repository.path, meant) == (
        "git could not read an object of the repository",
        "`git fsck` tells what is wrong with it",
        5,
    )


def test_git_that_ends(repository: Repository) -> None:
    """The next question is asked anew."""
    objects = Objects(repository.path)
    assert objects.ask("HEAD", 1000).kind == "commit"
    assert objects._reading
    told = objects._reading.end.peek()
    assert told
    process = told[2][0]
    process.kill()
    process.wait()
    with pytest.raises(Unheld):
        objects.ask("HEAD", 1000)
    assert objects.ask("HEAD", 1000).kind == "commit"


def test_folder_that_was_not_there_then(repository: Repository) -> None:
    repository.write("later/cases/latvia.toml", CASE)
    commit = repository.git("rev-parse", "HEAD")[:7]
    assert _refused(repository.path, "HEAD", "later/cases") == (
        f"there is no folder later/cases in commit {commit} of 2026-06-03",
        "`--cases DIR` names the one of that day",
        3,
    )
    repository.git("rm", "-r", "--quiet", "cases")
    repository.commit("2026-06-05T00:00:00Z")
    assert _refused(repository.path, "HEAD")[0].startswith("there is no folder cases in commit ")


def test_folder_that_is_gone_now(repository: Repository) -> None:
    """The nearest folder upward is looked for in the commit."""
    repository.write("deep/deeper/a", "")
    repository.git("rm", "-r", "--quiet", "cases")
    repository.commit("2026-06-05T00:00:00Z")
    folder = find_known(None, repository.path / "deep/deeper", HOME, "HEAD~1")
    assert (folder.shown, folder.ids()) == ("../../cases", ("latvia",))
    assert find_known("cases", repository.path, HOME, "HEAD~1").ids() == ("latvia",)
    assert find_known(str(repository.path / "cases"), Path("/"), HOME, "HEAD~1").ids() == ("latvia",)


def test_folder_above_the_repository_is_not_looked_into(repository: Repository) -> None:
    (repository.path.parent / "cases").mkdir()
    repository.git("rm", "-r", "--quiet", "cases")
    repository.commit("2026-06-05T00:00:00Z")
    assert _refused(repository.path, "HEAD")[0].startswith("there is no folder cases in commit ")
    assert _refused(repository.path, "HEAD", "../cases")[0].startswith("../cases is in no git repository")


def test_cases_that_are_a_repository_of_their_own(repository: Repository) -> None:
    own = made(repository.path / "own/cases")
    own.write("latvia.toml", CASE)
    own.commit("2026-06-09T00:00:00Z")
    folder = find_known(None, repository.path / "own", HOME, date(2026, 6, 9))
    assert (folder.ids(), folder.library.own.is_there()) == (("latvia",), False)


def test_link_to_a_folder_of_the_repository(repository: Repository, tmp_path: Path) -> None:
    (tmp_path / "top").symlink_to(repository.path)
    (tmp_path / "mine").symlink_to(repository.path / "cases")
    for given in ("top/cases", "mine"):
        assert find_known(given, tmp_path, HOME, "HEAD~1").ids() == ("latvia",)


@pytest.mark.parametrize("given", ["clone.git/cases", "work/cases", "repository/.git/cases"])
def test_bare_clone_and_second_work_tree(repository: Repository, tmp_path: Path, given: str) -> None:
    """In a bare clone the folder is named as if its files lay there."""
    repository.git("clone", "--quiet", "--bare", ".", str(tmp_path / "clone.git"))
    repository.git("worktree", "add", "--quiet", str(tmp_path / "work"), "HEAD~1")
    assert find_known(given, tmp_path, HOME, "main").ids() == ("latvia",)
    assert find_known(None, tmp_path / given.removesuffix("/cases"), HOME, "main").ids() == ("latvia",)


def test_treaties_are_those_beside_the_cases_then(repository: Repository) -> None:
    shipped = (Path(__file__).parents[2] / "tracker/treaties/ottawa.toml").read_text(encoding="utf-8")
    repository.write("treaties/mine.toml", shipped)
    repository.commit("2026-06-05T00:00:00Z")
    (repository.path / "treaties/mine.toml").unlink()
    library = find_known("cases", repository.path, HOME, "HEAD").library
    assert [file.path for file in library.own_files()] == ["treaties/mine.toml"]
    assert library.treaty("mine").file == "treaties/mine.toml"
    assert "mine" not in find_known("cases", repository.path, HOME, "HEAD~1").library.ids()


def test_treaty_files_at_a_path(repository: Repository) -> None:
    shipped = (Path(__file__).parents[2] / "tracker/treaties/ottawa.toml").read_text(encoding="utf-8")
    for name in ("treaties/mine.toml", "else/where.toml"):
        repository.write(name, shipped)
    repository.commit("2026-06-05T00:00:00Z")
    repository.git("rm", "-r", "--quiet", "treaties", "else")

    def found(path: str, revision: str) -> list[str] | None:
        here = repository.path
        files = treaty_files(path, here, lambda folder: folder_known(folder, here, revision))
        return None if files is None else [file.path for file in files]

    for path in ("treaties", "treaties/mine.toml"):
        assert found(path, "HEAD") == ["treaties/mine.toml"]
    assert found("else/where.toml", "HEAD") == ["else/where.toml"]
    for path, revision in (("cases/latvia.toml", "HEAD"), ("else/where.toml", "HEAD~1"), ("treaties", "HEAD~1")):
        assert found(path, revision) is None
    with pytest.raises(TrackerError, match=r"^there is no folder treaties in commit [0-9a-f]{7} of 2026-06-03$"):
        found("treaties/mine.toml", "HEAD~1")
    with pytest.raises(TrackerError, match=r"^there is no treaty `gone`$"):
        found("treaties/gone.toml", "HEAD")
