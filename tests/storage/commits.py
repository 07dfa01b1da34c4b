"""A git repository made for a test, by git itself."""

from __future__ import annotations

import os
import subprocess
from dataclasses import dataclass
from pathlib import Path

NOBODY = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
CASE = 'country = "LV"\ntreaty = "ottawa"\n'
EVENT = '\n[[event]]\ndate = {day}\nstage = "ministry-analysis"\nbody = "Somebody"\n'


@dataclass(frozen=True)
class Repository:
    """The folder of a work tree, or a bare repository."""

    path: Path

    def git(self, *words: str, feed: bytes = b"", **environment: str) -> str:
        """Return what git prints, without the last line end."""
        names = {f"GIT_{who}_{what}": "nobody" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
        kept = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
        env = {**kept, **NOBODY, **names, **environment}
        done = subprocess.run(["git", *words], cwd=self.path, env=env, input=feed, capture_output=True, check=True)
        return os.fsdecode(done.stdout).removesuffix("\n")

    def write(self, name: str, content: str | bytes) -> None:
        """Write a file of the work tree."""
        path = self.path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())

    def commit(self, when: str, *words: str) -> str:
        """Commit all that there is at a time, such as `2026-06-01T23:59:59Z`, and return the commit's id."""
        self.git("add", "--all")
        self.git("commit", "--quiet", "--allow-empty", "--message", when, *words, GIT_COMMITTER_DATE=when)
        return self.git("rev-parse", "HEAD")


def made(path: Path, *options: str) -> Repository:
    """Make a repository; a fresh one has no commit."""
    path.mkdir(parents=True, exist_ok=True)
    repository = Repository(path)
    repository.git("init", "--quiet", "--initial-branch=main", *options)
    return repository
