"""A repository's own configuration makes no reading command run anything, whatever it names."""

from __future__ import annotations

import shlex
import subprocess
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.cli.paths import CLUB, reached, top
from tests.storage.commits import Repository, made

READING = (
    "status",
    "show antarctica",
    "diff antarctica bouvet",
    "changes --since 2025-01-01",
    "timeline",
    "analysis",
    "stats",
    "treaties",
    "effect club --received 2025-01-01",
    "check --doubts",
    "check cases/antarctica.toml treaties",
)
KNOWN = ("HEAD", "2026-06-01", "tag", "nowhere", "--exec=RUN", "--upload-pack=RUN", "HEAD:link.toml")
HOOKS = ("post-checkout", "post-index-change", "pre-auto-gc", "reference-transaction", "fsmonitor-watchman")
CONFIG = """
[core]
    hooksPath = {hooks}
    fsmonitor = "{run}"
    pager = "{run}"
    editor = "{run}"
    askPass = "{run}"
    sshCommand = "{run}"
    gitProxy = "{run}"
    alternateRefsCommand = "{run}"
    attributesFile = {attributes}
[alias]
    cat-file = "!{run}"
    rev-parse = "!{run}"
[credential]
    helper = "!{run}"
[diff]
    external = "{run}"
[diff "trap"]
    command = "{run}"
    textconv = "{run}"
[filter "trap"]
    clean = "{run}"
    smudge = "{run}"
    process = "{run}"
    required = true
[merge "trap"]
    driver = "{run}"
[gpg]
    program = "{run}"
[log]
    showSignature = true
[pager]
    cat-file = "{run}"
    rev-parse = "{run}"
[uploadpack]
    packObjectsHook = "{run}"
[remote "origin"]
    url = "ext::{run}"
    vcs = ext
    uploadpack = "{run}"
    promisor = true
[extensions]
    partialClone = origin
[protocol "ext"]
    allow = always
[submodule]
    recurse = true
[include]
    path = {attributes}
"""


@pytest.fixture
def trap(here: Path) -> tuple[Repository, Path]:
    """A repository with a trap wherever git knows one, and the file that a trap makes."""
    repository, run, hooks = made(here), here / "run", here / "hooks"
    marker = here / "marker"
    repository.write("cases/antarctica.toml", reached(2))
    repository.write("cases/bouvet.toml", reached(1, "BV"))
    repository.write("cases/wake.toml", top("UM", "club"))
    repository.write("treaties/club.toml", CLUB)
    repository.write(".gitattributes", "*.toml filter=trap diff=trap merge=trap ident working-tree-encoding=UTF-8\n")
    (here / "link.toml").symlink_to("/etc/passwd")
    repository.commit("2026-06-01T12:00:00Z")
    repository.git("tag", "--annotate", "--message", "x", "tag")
    run.write_text(f"#!/bin/sh\ntouch {shlex.quote(str(marker))}\nexit 1\n")
    run.chmod(0o755)
    hooks.mkdir()
    for name in HOOKS:
        (hooks / name).symlink_to(run)
        (here / ".git/hooks" / name).symlink_to(run)
    (here / "attributes").write_text("")
    with (here / ".git/config").open("a") as config:
        config.write(CONFIG.format(run=run, hooks=hooks, attributes=here / "attributes"))
    return repository, marker


@pytest.mark.parametrize("known", KNOWN)
@pytest.mark.parametrize("command", READING)
def test_nothing_is_run(command: str, known: str, trap: tuple[Repository, Path], tracker: Run) -> None:
    repository, marker = trap
    revision = known.replace("RUN", str(repository.path / "run"))
    ran = tracker(*command.split(), f"--known={revision}")
    assert ran.code == (0 if known in KNOWN[:3] else 2 if known == KNOWN[-1] else 3), ran.err
    assert not marker.exists()


def test_object_that_is_missing_is_not_fetched(trap: tuple[Repository, Path], tracker: Run) -> None:
    repository, marker = trap
    blob = repository.git("rev-parse", "HEAD:cases/antarctica.toml", GIT_NO_LAZY_FETCH="1")
    (repository.path / ".git/objects" / blob[:2] / blob[2:]).unlink()
    marker.unlink(missing_ok=True)
    ran = tracker("status", "--known", "HEAD")
    assert (ran.code, marker.exists()) == (5, False)
    assert "cases/antarctica.toml:1: the file could not be read: git does not hold it\n" in ran.err


@pytest.mark.parametrize(
    "words", ["status", "diff", "add cases", "checkout --detach", "cat-file --batch", "update-ref x HEAD"]
)
def test_the_traps_are_live(words: str, trap: tuple[Repository, Path]) -> None:
    """Git by itself falls into them: the tests above would see it."""
    repository, marker = trap
    repository.write("cases/antarctica.toml", reached(3))
    missing = b"0123456789" * 4 + b"\n"
    subprocess.run(
        ["git", *words.split()], cwd=repository.path, check=False, capture_output=True, input=missing, timeout=60
    )
    assert marker.exists()
