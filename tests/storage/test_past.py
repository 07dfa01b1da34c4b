"""`--known` gives what a checkout of that commit gives; it checks nothing out, and needs no work tree."""

from __future__ import annotations

import random
import subprocess
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.storage.commits import CASE, EVENT, Repository, made
from tracker.core.errors import TrackerError
from tracker.storage.case_file import CaseFile
from tracker.storage.case_files import CaseFiles
from tracker.storage.past import find_known
from tracker.storage.search import find
from tracker.storage.treaty_reader import TreatyFile

OURS = Path(__file__).parents[2]
TREATY = (OURS / "tracker/treaties/ottawa.toml").read_text(encoding="utf-8")
HOME = Path("/nowhere")
SEEDS = range(6)
CASES = (
    CASE,
    CASE + EVENT.format(day="2025-03-18"),
    CASE.replace("\n", "\r\n"),
    CASE.replace("ottawa", "mine"),
    CASE + EVENT.format(day="2025-02-30"),
    "\ufeff" + CASE,
    "nonsense",
    "",
)
NAMES = ("latvia", "Latvia", "lv-2", "Lettland ä", "-rf", "a^{tree}", "a b", ".hidden", "tab\there", "line\nend")
TREATIES = (TREATY, TREATY.replace("6", "7"), "title = 1", "")


class Read(NamedTuple):
    """All that a folder gives, or the refusal."""

    refused: str
    cases: tuple[CaseFile, ...] = ()
    treaties: tuple[str, ...] = ()
    own: tuple[TreatyFile, ...] = ()


def _read(folder: CaseFiles) -> Read:
    library = folder.library
    return Read("", folder.load_all(), library.ids(), library.own_files())


def _now(here: Path) -> Read:
    try:
        return _read(find("cases", here, HOME))
    except TrackerError as error:
        return Read(type(error).__name__)


def _then(here: Path, meant: str | date, cases: str = "cases") -> Read:
    try:
        return _read(find_known(cases, here, HOME, meant))
    except TrackerError as error:
        return Read(type(error).__name__)


def _step(repository: Repository, chance: random.Random) -> None:
    """Change the work tree as people do, with all that they get wrong."""
    folder = repository.path / "cases"
    there = sorted(path for path in folder.glob("*.toml")) if folder.is_dir() else []
    kind = chance.choice(("write", "write", "write", "rename", "delete", "link", "folder", "treaty", "treaty", "away"))
    if kind == "write":
        repository.write(f"cases/{chance.choice(NAMES)}.toml", chance.choice(CASES))
    elif kind == "treaty":
        repository.write(f"treaties/{chance.choice(('mine', 'ottawa'))}.toml", chance.choice(TREATIES))
    elif kind == "link":
        link = folder / f"link-{chance.randrange(3)}.toml"
        folder.mkdir(exist_ok=True)
        link.unlink(missing_ok=True)
        link.symlink_to(chance.choice(("latvia.toml", "gone.toml", "link-0.toml", "deep.toml", "deep.toml/x.toml")))
    elif kind == "folder":
        repository.write("cases/deep.toml/x.toml", chance.choice(CASES))
    elif kind == "away" and folder.is_dir() and not (repository.path / "old").exists():
        folder.rename(repository.path / "old")
    elif there and there[0].name != "deep.toml":
        one = chance.choice(there)
        if kind == "rename" and not one.is_dir():
            one.rename(folder / f"{chance.choice(NAMES)}-{chance.randrange(3)}.toml")
        elif kind == "delete" and not one.is_dir():
            one.unlink()


def _generated(path: Path, seed: int) -> tuple[Repository, list[str]]:
    """Return a repository of twenty commits, some on a branch that is merged, whose clocks now and then go back."""
    chance, repository = random.Random(seed), made(path)  # noqa: S311 - to be made again
    now = datetime(2026, 5, 30, 22, tzinfo=UTC)
    commits = []
    for number in range(20):
        for _ in range(chance.randrange(4)):
            _step(repository, chance)
        now += timedelta(hours=chance.choice((-30, 0, 1, 5, 20, 50)))
        commits.append(repository.commit(now.isoformat()))
        if number == 8:
            repository.git("checkout", "--quiet", "-b", "side")
        if number == 12:
            repository.git("checkout", "--quiet", "main")
            repository.git("merge", "--quiet", "--no-ff", "side", GIT_COMMITTER_DATE=now.isoformat())
            commits.append(repository.git("rev-parse", "HEAD"))
    return repository, commits


@pytest.mark.parametrize("seed", SEEDS)
def test_every_commit_is_what_its_checkout_is(seed: int, tmp_path: Path) -> None:
    """In the work tree and in a bare clone alike, whatever is checked out meanwhile."""
    repository, commits = _generated(tmp_path / "one", seed)
    bare = tmp_path / "bare.git"
    repository.git("clone", "--quiet", "--bare", str(repository.path), str(bare))
    before = repository.git("status", "--porcelain=v2", "--branch")
    then = {commit: _then(repository.path, commit) for commit in commits}
    assert {commit: _then(bare, commit) for commit in commits} == then
    assert repository.git("status", "--porcelain=v2", "--branch") == before
    for commit in commits:
        repository.git("checkout", "--quiet", "--detach", commit)
        assert _now(repository.path) == then[commit]


@pytest.mark.parametrize("seed", SEEDS)
def test_a_day_is_the_last_commit_by_its_end(seed: int, tmp_path: Path) -> None:
    """The last on the line of first parents, of which `git log` is the witness; what was merged later is not on it."""
    repository, _ = _generated(tmp_path, seed)
    line = [row.split() for row in repository.git("log", "--first-parent", "--format=%H %ct").splitlines()]
    for number in range(-2, 40):
        day = date(2026, 5, 29) + timedelta(days=number)
        end = datetime(day.year, day.month, day.day, tzinfo=UTC).timestamp() + 24 * 60 * 60
        last = next((commit for commit, seconds in line if int(seconds) < end), None)
        assert _then(tmp_path, day) == (_then(tmp_path, last) if last else Read("NothingYet"))


def _extracted(commit: str, folder: Path) -> Path:
    """Return a folder with `cases` and `treaties` as git gives them out."""
    folder.mkdir()
    archive = subprocess.run(["git", "archive", commit], cwd=OURS, capture_output=True, check=True).stdout
    subprocess.run(["tar", "-x", "-C", str(folder), "--wildcards", "cases/*"], input=archive, check=True)
    return folder


def _own_history() -> list[str]:
    """Return one commit for each state that our own `cases` had, from the first one on."""
    if not (OURS / ".git").exists():
        pytest.skip("the repository's own history is not here: no .git")
    asked = ["git", "rev-parse", "--is-shallow-repository"]
    if subprocess.run(asked, cwd=OURS, capture_output=True, check=True).stdout != b"false\n":
        pytest.skip("the repository's own history is not here: a shallow clone")
    asked = ["git", "log", "--reverse", "--format=%H %T"]
    lines = subprocess.run(asked, cwd=OURS, capture_output=True, check=True, text=True).stdout.split()
    return lines[::2]


def test_every_commit_of_our_own_history_is_what_git_gives_out(tmp_path: Path) -> None:
    """The bytes for every commit; what is read from them once for each state of the folder."""
    seen: dict[str, Read] = {}
    for commit in _own_history():
        asked = ["git", "rev-parse", "--quiet", "--verify", f"{commit}:cases"]
        tree = subprocess.run(asked, cwd=OURS, capture_output=True, check=False, text=True).stdout.strip()
        if not tree:
            assert _then(OURS, commit).refused == "NoSuchFolder"
            continue
        if tree not in seen:
            seen[tree] = _now(_extracted(commit, tmp_path / tree))
        assert _then(OURS, commit) == seen[tree]
    assert seen
