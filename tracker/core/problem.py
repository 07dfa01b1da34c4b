"""What is wrong with a file or not sure in it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """A problem makes a file wrong; a doubt is what a careful editor looks into."""

    PROBLEM = "problem"
    DOUBT = "doubt"


@dataclass(frozen=True, slots=True)
class Place:
    """A place in a case as the core sees it: the event's number in the log from 0, and the key in it.

    `event` is None for the top of the file; `key` is None for the event as a whole. `inner` is the number
    of the source or finding where the key stands in one.
    """

    event: int | None = None
    key: str | None = None
    table: str | None = None
    inner: int | None = None


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong or doubtful: `rule` is its short name, `message` a sentence, `hint` the cure.

    `sound` tells whether the file can still be used: an unsound one is left out of every table.
    """

    rule: str
    message: str
    place: Place = Place()
    hint: str | None = None
    severity: Severity = Severity.PROBLEM
    sound: bool = True


@dataclass(frozen=True, slots=True)
class Located:
    """A problem with the file and the line where an editor finds it; `line` counts from 1."""

    path: str
    line: int
    problem: Problem

    def __str__(self) -> str:
        """Return `path:line: message`, which editors jump to."""
        return f"{self.path}:{self.line}: {self.problem.message}"
