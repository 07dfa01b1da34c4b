"""Versions of a case file that git has to merge."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from shlex import quote

from tracker.core.errors import Refused
from tracker.core.problem import Problem
from tracker.storage.decode import encoded
from tracker.storage.library import Library
from tracker.storage.line_merge import line_merge
from tracker.storage.merge import Merged, Versions, merge
from tracker.storage.reader import read_case


class LeftInConflict(Refused):
    """A case file whose versions do not go together, to be put right by somebody who knows the case."""

    def __init__(self, case_id: str, path: str, fault: Problem | None) -> None:
        """Take what would be wrong with both versions together; None where both changed the same lines."""
        why = f"with both versions {fault.message}" if fault else "both versions changed the same lines"
        if fault and fault.rule in ("unknown-treaty", "unsound-treaty"):
            hint = f"put the treaty's file right, then type `tracker git resolve {quote(case_id)}`"
        else:
            hint = f"`tracker check {quote(path)}` shows where; put it right, then type `git add {quote(path)}`"
        super().__init__(f"{path} is left in conflict: {why}", hint)


def merge_case(case_id: str, path: str, versions: Versions, library: Library, where: Path) -> Merged:
    """Merge versions of the case file that people know as `path`, with git as in the folder `where`.

    Raises NoGit, GitFailed or Unwritable.
    """

    def faults(text: str) -> Sequence[Problem]:
        file = read_case(case_id, path, encoded(text), library)
        return () if file.case else [each.problem for each in file.problems if not each.problem.sound]

    return merge(versions, line_merge(where), faults)
