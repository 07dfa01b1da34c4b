"""A case together with the file that tells it."""

from __future__ import annotations

from dataclasses import dataclass

from tracker.core.case import Case
from tracker.core.problem import Located, Place
from tracker.storage.lines import locate


@dataclass(frozen=True, slots=True)
class CaseFile:
    """A case file as read: its `path` as people are told it, its text, what is wrong with it.

    `case` is None where the file is not sound. `problems` stand in the order of lines, those of an unsound treaty last.
    """

    id: str
    path: str
    text: str
    case: Case | None
    problems: tuple[Located, ...] = ()

    def line_of(self, place: Place) -> int:
        """Return the line, from 1, at which an editor finds the place."""
        return locate(self.text, place)
