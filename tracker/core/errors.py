"""Everything that can go wrong for a user, each with its exit code.

    TrackerError
    ├── WrongUsage         2   what was typed: option, day, stage, vote, address
    │   └── BadDate            a text that is no day
    ├── NotFound           3   no such case, treaty, cases folder or revision
    ├── Refused            4   the path does not allow it, or the file is there already
    │   └── Impossible         the history is one that cannot have happened
    ├── FileFault          5   a file is not sound, or could not be read or written
    │   └── Unsound            with all the file's problems
    └── Several        highest several of the above at once

A message is one lower-case sentence without a full stop; a hint says what to do or to type instead.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tracker.core.problem import Located


class TrackerError(Exception):
    """What a user can be told in one sentence; `exit_code` is the process's."""

    exit_code: int = 1

    def __init__(self, message: str, hint: str | None = None) -> None:
        """Keep the sentence apart from its hint."""
        super().__init__(message)
        self.message = message
        self.hint = hint


class WrongUsage(TrackerError):
    """What was typed is wrong or lacks something."""

    exit_code = 2


class BadDate(WrongUsage):
    """A text that is no day, or a day that the calendar does not have."""

    def __init__(self, text: str, why: str, advice: str = "write the day as YYYY-MM-DD, such as 2025-04-16") -> None:
        """Say what was written, why it is no day, and the form to write."""
        super().__init__(f"`{text}` is not a date: {why}", advice)
        self.why = why


class NotFound(TrackerError):
    """There is no such case, treaty, cases folder or revision."""

    exit_code = 3


class Refused(TrackerError):
    """The path does not allow what was asked, or the file is there already."""

    exit_code = 4


class Impossible(Refused):
    """A history that cannot have happened; `event` is the place in the log of the event that cannot stand."""

    def __init__(self, why: str, event: int | None = None) -> None:
        """Give the reason as a clause that can follow "because"."""
        super().__init__(why)
        self.why = why
        self.event = event


class FileFault(TrackerError):
    """A file could not be read or written, or is not what it should be."""

    exit_code = 5


class Unsound(FileFault):
    """A case file that cannot be used, with every problem found in it."""

    def __init__(self, problems: Sequence[Located]) -> None:
        """Take the file's problems; the boundary prints them one a line."""
        super().__init__(f"{len(problems)} problems" if len(problems) != 1 else "1 problem")
        self.problems = tuple(problems)


class Several(TrackerError):
    """Several things are wrong at once; all are told, and the highest exit code wins."""

    def __init__(self, errors: Sequence[TrackerError]) -> None:
        """Take the errors in the order in which they are told."""
        super().__init__("; ".join(error.message for error in errors))
        self.errors = tuple(errors)
        self.exit_code = max(error.exit_code for error in errors)


def raise_all(errors: Sequence[TrackerError]) -> None:
    """Raise the one error, or Several; do nothing where there is none."""
    if len(errors) == 1:
        raise errors[0]
    if errors:
        raise Several(errors)
