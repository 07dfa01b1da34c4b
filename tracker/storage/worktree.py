"""The working tree of git in which a cases folder lies."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from tracker.core.errors import NotFound
from tracker.storage import git
from tracker.storage.naming import place

_NOWHERE = ("not a git repository", "must be run in a work tree")


class NotShared(NotFound):
    """A cases folder that lies in no working tree of git."""

    def __init__(self, shown: str) -> None:
        """Name the folder."""
        super().__init__(
            f"{place(shown)} is in no git repository", "`git init` makes one; then type `tracker git setup`"
        )


@dataclass(frozen=True, slots=True)
class Worktree:
    """The top of a working tree, with the path from there to the cases folder: empty, or ending in a slash."""

    top: Path
    prefix: str


def worktree(folder: Path, shown: str) -> Worktree:
    """Return the working tree in which the folder lies; raise NotShared, NoGit or GitFailed."""
    try:
        top, prefix = (_path(folder, asked) for asked in ("--show-toplevel", "--show-prefix"))
    except git.GitFailed as error:
        if any(why in error.why for why in _NOWHERE):
            raise NotShared(shown) from None
        raise
    return Worktree(Path(top), prefix)


def _path(folder: Path, asked: str) -> str:
    return os.fsdecode(git.run(folder, "rev-parse", asked).out.removesuffix(b"\n"))
