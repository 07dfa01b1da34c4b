"""A repository in which several people record, with real git."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import REPOSITORY, Program, Run, Write
from tests.cli.sharing.texts import BASE

Git = Callable[..., str]
Commit = Callable[..., None]
Fork = Callable[[str | bytes, str | bytes], None]


@pytest.fixture
def git(here: Path, program: Program, monkeypatch: pytest.MonkeyPatch) -> Git:
    """Return a function that runs git here, as somebody with a name and no settings of their own.

    It must end with the exit code `code`; both outputs are returned.
    """
    found = program("git")
    for name in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{name}_NAME", "Anna")
        monkeypatch.setenv(f"GIT_{name}_EMAIL", "anna@example.org")
    for name in [name for name in os.environ if name.startswith(("GIT_DIR", "GIT_WORK", "GIT_INDEX"))]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    monkeypatch.setenv("PYTHONPATH", str(REPOSITORY))

    def run(*words: str, code: int = 0, where: Path = here) -> str:
        done = subprocess.run([found, *words], cwd=where, capture_output=True, check=False, timeout=120)
        told = (done.stdout + done.stderr).decode(errors="replace")
        assert done.returncode == code, told
        return told

    run("init", "--quiet", "--initial-branch=main")
    return run


@pytest.fixture
def commit(git: Git, write: Write) -> Commit:
    """Return a function that writes the case file of Latvia, or another, and commits it."""

    def made(text: str | bytes, case: str = "latvia") -> None:
        write(case, text)
        git("add", "--all")
        git("commit", "--quiet", "--message", "recorded")

    return made


@pytest.fixture
def latvia(here: Path, commit: Commit) -> Path:
    """The case file of Latvia, committed with its analysis, and what keeps the lock out of git."""
    (here / "cases").mkdir(exist_ok=True)
    (here / "cases" / ".gitignore").write_text(".lock\n")
    commit(BASE)
    return here / "cases" / "latvia.toml"


@pytest.fixture
def fork(git: Git, commit: Commit) -> Fork:
    """Return a function that commits theirs on the branch `court`, ours on `main`, and stays there."""

    def made(ours: str | bytes, theirs: str | bytes) -> None:
        git("checkout", "--quiet", "-b", "court")
        commit(theirs)
        git("checkout", "--quiet", "main")
        commit(ours)

    return made


@pytest.fixture
def shared(latvia: Path, tracker: Run, commit: Commit) -> Path:
    """The same in a clone that is set up."""
    assert tracker("git", "setup").code == 0
    commit(BASE)
    return latvia
