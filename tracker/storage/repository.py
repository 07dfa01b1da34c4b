"""The git repository in which a folder lies."""

from __future__ import annotations

import os
from pathlib import Path

from tracker.core.errors import NotFound
from tracker.storage import git, paths
from tracker.storage.naming import place

_NONE = "not a git repository"


class NotInGit(NotFound):
    """A folder in no git repository."""

    def __init__(self, shown: str) -> None:
        """Name the folder."""
        super().__init__(
            f"{place(shown)} is in no git repository, so what was known then is not kept",
            "`git init` makes one, `--cases DIR` names cases in another",
        )


def top_of(folder: Path, shown: str) -> Path:
    """Return the folder from which the repository's paths are reckoned: of a bare clone the repository itself.

    Raises NotInGit, NoGit or GitFailed.
    """
    try:
        inside = git.run(folder, "rev-parse", "--is-inside-work-tree").out == b"true\n"
        top = git.run(folder, "rev-parse", "--show-toplevel" if inside else "--absolute-git-dir").out
    except git.GitFailed as error:
        if _NONE in error.why:
            raise NotInGit(shown) from None
        raise
    return Path(os.fsdecode(top.removesuffix(b"\n")))


def has_commits(folder: Path) -> bool:
    """Whether HEAD means a commit, be it one that is lost; raise NoGit or GitFailed."""
    return git.run(folder, "rev-parse", "--quiet", "--verify", "HEAD", codes=(0, 1)).code == 0


def within(path: Path, top: Path) -> str | None:
    """Return the path as the repository names it, None for what lies outside.

    What stands behind the repository's own folder is taken by name: the links of today are none of that day's.
    """
    above = next((folder for folder in (path, *path.parents) if paths.is_same(folder, top)), None)
    if above is None:
        path, above = paths.real(path), paths.real(top)
    return str(path.relative_to(above)) if path.is_relative_to(above) else None
