"""What git must be told so that it merges case files event by event.

A line in the repository's `.gitattributes`, which everybody gets, names the merge driver; the configuration of each
clone says what to run.
"""

from __future__ import annotations

import re
import shlex
import sys
from dataclasses import dataclass
from pathlib import Path

from tracker.core.errors import Refused
from tracker.storage import disk, git, paths
from tracker.storage.decode import encodable, encoded
from tracker.storage.log import line_end
from tracker.storage.quote import quoted
from tracker.storage.worktree import NotShared, Worktree, worktree

DRIVER = "tracker"
ATTRIBUTES = ".gitattributes"
_MERGE = f"merge={DRIVER}"
IN_CONFLICT = 4  # the driver's exit code for a conflict that it left in the file
_SPECIAL = re.compile(r"[\\*?\[\]!#]")
_ODD = re.compile(r'[\x00-\x20"\\\x7f]')


class NotOurs(Refused):
    """A `.gitattributes` that is not to be written."""

    def __init__(self) -> None:
        """Say what is in the way."""
        super().__init__(f"{ATTRIBUTES} is a link, which git does not follow", "put a file in its place")


class Overruled(Refused):
    """Case files that another line gives to another driver."""

    def __init__(self, pattern: str, value: str) -> None:
        """Name the pattern, with what git says of a file that it means."""
        super().__init__(
            f"git would not merge {quoted(pattern)} event by event: for it the attribute `merge` is {quoted(value)}",
            "take the other line out: `.gitattributes` in the folder, `.git/info/attributes`",
        )


@dataclass(frozen=True, slots=True)
class SetUp:
    """What was set up: the pattern of the case files, the `.gitattributes` with it, whether that had to be written."""

    pattern: str
    attributes: Path
    written: bool


def need_git(where: Path) -> None:
    """Raise NoGit where there is none."""
    git.run(where, "version")


def make_repository(folder: Path) -> bool:
    """Make the folder a git repository where it lies in none; return whether it was made. Raises NoGit or GitFailed."""
    try:
        worktree(folder, str(folder))
    except NotShared:
        git.run(folder, "init", "--quiet")
        return True
    return False


def set_up(tree: Worktree) -> SetUp:
    """Let git merge the case files of the folder with the driver; do what is not done yet.

    Raises NotOurs, Overruled, NoGit, GitFailed, Unreadable or Unwritable.
    """
    pattern = _pattern(tree.prefix)
    written = _write(tree, pattern)
    settings = {"name": "the events of a case, by tracker", "driver": _command()}
    for key, value in settings.items():
        git.run(tree.top, "config", "--local", values=(f"merge.{DRIVER}.{key}", value))
    if (value := _attribute(tree)) != DRIVER:
        raise Overruled(pattern, value)
    return SetUp(pattern, tree.top / ATTRIBUTES, written)


def _write(tree: Worktree, pattern: str) -> bool:
    """Add the line to `.gitattributes` where it is not there, or not in force; return whether it was added."""
    path, line = tree.top / ATTRIBUTES, f"{pattern} {_MERGE}"
    if paths.is_link(path):
        raise NotOurs
    if not paths.is_there(path):
        disk.create(path, ATTRIBUTES, encoded(f"{line}\n"))
        return True
    before = disk.read(path, ATTRIBUTES)
    text = encodable(before)
    said = [_says(each.strip(), pattern) for each in text.split("\n") if each.strip()]
    if any(said[-1:]) or (any(said) and _attribute(tree) == DRIVER):
        return False
    end = line_end(text)
    gap = "" if not text or text.endswith("\n") else end
    disk.replace(path, ATTRIBUTES, encoded(f"{text}{gap}{line}{end}"), expected=before)
    return True


def _says(line: str, pattern: str) -> bool:
    rest = line.removeprefix(pattern)
    return rest != line and rest[:1].isspace() and _MERGE in rest.split()


def _attribute(tree: Worktree) -> str:
    """Return what git says of the attribute `merge` of a case file."""
    said = git.run(tree.top, "check-attr", "-z", "merge", "--", f"{tree.prefix}case.toml")
    return said.out.split(b"\0")[2].decode(errors="replace")


def _pattern(prefix: str) -> str:
    """Return the pattern, as `.gitattributes` has it, of the case files directly in the folder."""
    escaped = _SPECIAL.sub(r"\\\g<0>", prefix) or "/"
    pattern = f"{escaped}*.toml"
    if not _ODD.search(pattern.replace("\\", "")):
        return pattern
    inner = _ODD.sub(lambda odd: f"\\{odd[0]}" if odd[0] in '"\\' else f"\\{ord(odd[0]):03o}", pattern)
    return f'"{inner}"'


def _command() -> str:
    """Return the driver's command, a line of shell in which git puts the names of the files.

    It names this Python and not `tracker`, since the programs that start git have each their own PATH, and other
    programs go by that name. `-P` keeps Python from taking a folder `tracker` of the repository for the package. Should
    the program be gone, git's own way of merging lines leaves a conflict, and not one side's text alone.
    """
    program = shlex.join([sys.executable, "-P", "-m", "tracker"]).replace("%", "%%")
    merge = f"{program} git merge -- %O %A %B %L %P %X %Y"
    lines = "git merge-file --marker-size=%L -L ours -L base -L theirs %A %O %B || exit 1"
    return f"{merge}; case $? in 0) ;; {IN_CONFLICT}) exit {IN_CONFLICT} ;; *) {lines} ;; esac"
