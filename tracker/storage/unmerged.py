"""The case files that git could not merge, in the three versions that it keeps of each."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from shlex import quote

from tracker.core.case import Case
from tracker.core.errors import Refused
from tracker.storage import git
from tracker.storage.case_file import CaseFile
from tracker.storage.case_merge import LeftInConflict, merge_case
from tracker.storage.conflict import has_markers, is_marker
from tracker.storage.decode import encodable, encoded
from tracker.storage.folder import Folder
from tracker.storage.merge import Versions
from tracker.storage.naming import inside, place, toml_name
from tracker.storage.quote import printable
from tracker.storage.reader import read_case
from tracker.storage.worktree import Worktree, worktree

_FILES = ("100644", "100755")
_BASE, _OURS, _THEIRS = "1", "2", "3"  # as git numbers them


class NothingToResolve(Refused):
    """A case, or a folder, without a conflict that git knows of."""

    def __init__(self, what: str) -> None:
        """Take what was looked at."""
        super().__init__(f"there is no conflict to resolve in {what}", "`git status` tells what is left to do")


class OneSideOnly(Refused):
    """A case file that one side took out, or put something else in its place, while the other changed it."""

    def __init__(self, path: str, side: str) -> None:
        """Name the side that has no such file."""
        message = f"{path} is no file any more in {side}, and the other side changed it"
        super().__init__(message, f"`git add {quote(path)}` keeps it, `git rm {quote(path)}` takes it out")


class WrittenByHand(Refused):
    """A case file in which somebody began to put the conflict right."""

    def __init__(self, path: str, *, done: bool) -> None:
        """`done`: whether no marker is left in it."""
        why = "has no conflict marker any more" if done else "has lines that neither version has"
        named = quote(path)
        hint = f"`git add {named}` if it is right now; `git checkout --merge {named}` puts the conflict back as it was"
        super().__init__(f"{path} {why}, and what was written there would be lost", hint)


@dataclass(frozen=True, slots=True)
class Stages:
    """What git keeps of a file in conflict: its path there, each version's mode and object by git's number for it."""

    path: bytes
    versions: dict[str, tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Unmerged:
    """The case files of a folder that are in conflict, by the id of the case."""

    folder: Folder
    tree: Worktree
    files: Mapping[str, Stages]

    def resolve(self, case_id: str) -> tuple[str, Case]:
        """Merge the versions of a case event by event, write the file, and tell git that it is resolved.

        Return the file's path, as people are told it, with the case as it is now.
        Raises, with the file as it was, NothingToResolve, OneSideOnly, WrittenByHand, LeftInConflict or FileFault.
        """
        path = inside(self.folder.shown, printable(toml_name(case_id)))
        kept = self.files.get(case_id)
        if kept is None:
            raise NothingToResolve(path)
        versions = self._versions(kept, path)
        before = self.folder.load(case_id)
        _refuse_what_would_be_lost(before, versions)
        merged = merge_case(case_id, path, versions, self.folder.library, self.tree.top)
        if merged.conflict:
            raise LeftInConflict(case_id, path, merged.fault)
        text = _as_checked_out(merged.text, before.text)
        after = read_case(case_id, path, encoded(text), self.folder.library)
        if after.case is None:  # a version had the fault before
            raise LeftInConflict(case_id, path, after.problems[0].problem)
        self.folder.replace(before, after)
        self._settle(kept, merged.text)
        return path, after.case

    def _versions(self, kept: Stages, path: str) -> Versions:
        for stage, side in ((_OURS, "ours"), (_THEIRS, "theirs")):
            if kept.versions.get(stage, ("", ""))[0] not in _FILES:
                raise OneSideOnly(path, side)
        base, ours, theirs = (self._text(kept.versions.get(stage)) for stage in (_BASE, _OURS, _THEIRS))
        return Versions(base, ours, theirs)

    def _text(self, version: tuple[str, str] | None) -> str:
        """Return a version's text, which is empty where the file was not there."""
        return encodable(git.run(self.tree.top, "cat-file", "blob", values=[version[1]]).out) if version else ""

    def _settle(self, kept: Stages, text: str) -> None:
        """Put the merged text into the index, as `git add` would, but without a program that might run on it."""
        top, mode = self.tree.top, kept.versions[_OURS][0].encode()
        id_ = git.run(top, "hash-object", "-w", "--stdin", feed=encoded(text)).out.strip()
        lines = (b"0 %s\t%s\0" % (b"0" * len(id_), kept.path), b"%s %s\t%s\0" % (mode, id_, kept.path))
        git.run(top, "update-index", "-z", "--index-info", feed=b"".join(lines))


def unmerged(folder: Folder) -> Unmerged:
    """Return the case files in conflict; raise NothingToResolve, NotShared, NoGit or GitFailed."""
    tree = worktree(folder.path, folder.shown)
    prefix = os.fsencode(tree.prefix)
    found: dict[str, Stages] = {}
    said = git.run(folder.path, "ls-files", "--unmerged", "--full-name", "-z")
    for line in said.out.split(b"\0")[:-1]:
        about, _, path = line.partition(b"\t")
        mode, object_, stage = about.decode().split()
        name = os.fsdecode(path.removeprefix(prefix))
        if "/" not in name and name.endswith(".toml"):
            found.setdefault(name.removesuffix(".toml"), Stages(path, {})).versions[stage] = (mode, object_)
    if not found:
        raise NothingToResolve(place(folder.shown))
    return Unmerged(folder, tree, found)


def _refuse_what_would_be_lost(file: CaseFile, versions: Versions) -> None:
    """Raise WrittenByHand where somebody has been at the conflict."""
    if not has_markers(file.text, whole=False):
        raise WrittenByHand(file.path, done=True)
    known = {line for text in (versions.base, versions.ours, versions.theirs) for line in _lines(text)}
    if any(line not in known and not is_marker(line) for line in _lines(file.text)):
        raise WrittenByHand(file.path, done=False)


def _lines(text: str) -> list[str]:
    return [line.removesuffix("\r") for line in text.split("\n")]


def _as_checked_out(text: str, before: str) -> str:
    """Return the text with the line ends that git gave the file when it checked it out."""
    return text.replace("\n", "\r\n") if "\r" not in text and "\r\n" in before else text
