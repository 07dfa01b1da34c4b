"""Which commit is meant by a revision, or by a day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from tracker.core.errors import NotFound, WrongUsage
from tracker.storage.commit import Commit, commit_of, peeled
from tracker.storage.disk import LIMIT
from tracker.storage.files import Kept
from tracker.storage.in_commit import InCommit, folder_in
from tracker.storage.objects import Objects, Unheld
from tracker.storage.quote import quoted
from tracker.storage.repository import has_commits, within

_SHORT = 7
_KINDS = ("refs/tags/", "refs/heads/", "refs/remotes/")
_LISTED = "`git log --oneline` and `git tag` list what there is; a day is written YYYY-MM-DD"


class NoSuchRevision(NotFound):
    """A word that names no commit."""

    def __init__(self, word: str) -> None:
        """Quote the word."""
        super().__init__(f"there is no revision {quoted(word)} in this repository", _LISTED)


class Ambiguous(NotFound):
    """A word that names several commits."""

    def __init__(self, word: str, meant: str, hint: str) -> None:
        """Say what it names, with what to type instead."""
        super().__init__(f"{quoted(word)} means several commits: {meant}", hint)


class NothingYet(NotFound):
    """A repository that had no commit yet."""

    def __init__(self, day: date | None = None, first: Kept | None = None) -> None:
        """Take the day that was asked for with the first commit, if there is one."""
        if first is None:
            super().__init__("the repository has no commit yet", "`git commit` makes one")
        else:
            super().__init__(
                f"nothing was known by {day}: the first is {first}", f"`--known {first.day}` is the first day"
            )


class Shallow(NotFound):
    """A clone that does not reach back to the day."""

    def __init__(self, day: date, first: Kept) -> None:
        """Say how far it reaches."""
        super().__init__(
            f"what was known by {day} is not in this clone, which reaches back to {first}",
            "`git fetch --unshallow` fetches the rest",
        )


@dataclass(frozen=True, slots=True)
class Known:
    """What a repository held at a commit; paths are reckoned from the folder `top`."""

    commit: Commit
    kept: Kept
    top: Path
    objects: Objects

    def folder(self, path: Path) -> InCommit:
        """Return the folder at a path of the disk, as the commit has it; raise FileFault."""
        name = within(path, self.top)
        if name is None:
            return InCommit(self.kept, None, frozenset(), self.objects)
        return folder_in(self.objects, self.kept, self.commit.tree, name)


def known(meant: str | date, top: Path, objects: Objects) -> Known:
    """Return what was known at a revision, or by the end of a day in UTC; raise NotFound, WrongUsage or FileFault."""
    commit = _by_day(meant, objects) if isinstance(meant, date) else _named(meant, objects)
    return Known(commit, _kept(commit, objects), top, objects)


def _by_day(day: date, objects: Objects) -> Commit:
    """Return the last commit by then on the line of first parents that ends in HEAD, from HEAD on backwards."""
    found = objects.ask("HEAD", LIMIT)
    if found.kind != "commit":
        raise _headless(objects)
    while (commit := commit_of(found)).day > day:
        if commit.first_parent is None:
            raise NothingYet(day, _kept(commit, objects))
        found = objects.ask(commit.first_parent, LIMIT)
        if found.kind != "commit":
            raise Shallow(day, _kept(commit, objects))
    return commit


def _named(word: str, objects: Objects) -> Commit:
    if not word.isprintable() or not word.strip():
        raise NoSuchRevision(word)
    found = peeled(objects.ask(word, LIMIT), objects)
    if found.kind == "ambiguous":
        raise Ambiguous(word, "its id is cut too short", "write more of it")
    if found.kind == "missing":
        raise _headless(objects) if objects.ask("HEAD", LIMIT).kind == "missing" else NoSuchRevision(word)
    if found.kind != "commit":
        raise WrongUsage(f"{quoted(word)} is a {found.kind}, not a commit", _LISTED)
    _refuse_several(word, objects)
    return commit_of(found)


def _headless(objects: Objects) -> NothingYet | Unheld:
    """Return why HEAD is no commit that can be read."""
    return Unheld() if has_commits(objects.where) else NothingYet()


def _refuse_several(word: str, objects: Objects) -> None:
    """Refuse a name that a tag has and a branch, too: git would take the tag."""
    named = {f"{kind}{word}": peeled(objects.ask(f"{kind}{word}", LIMIT), objects) for kind in _KINDS}
    held = {name: found.id for name, found in named.items() if found.id}
    if len(set(held.values())) > 1:
        raise Ambiguous(word, " and ".join(held), f"write which, such as `--known {next(iter(held))}`")


def _kept(commit: Commit, objects: Objects) -> Kept:
    """Return what people are told of a commit, its id as short as it can be, with at least seven digits."""
    lengths = range(_SHORT, len(commit.id) + 1)
    short = next(n for n in lengths if objects.ask(commit.id[:n], LIMIT).id == commit.id)
    return Kept(commit.id[:short], commit.day)
