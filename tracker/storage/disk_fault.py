"""What can be wrong with a file or folder, in a sentence that names it."""

from __future__ import annotations

import stat

from tracker.core.errors import FileFault, Refused

_KINDS = (
    (stat.S_ISDIR, "a folder"),
    (stat.S_ISFIFO, "a pipe"),
    (stat.S_ISSOCK, "a socket"),
    (stat.S_ISCHR, "a device"),
    (stat.S_ISBLK, "a device"),
)


class Unreadable(FileFault):
    """A file or folder that cannot be read; `why` is said of "it"."""

    def __init__(self, shown: str, why: str) -> None:
        """Take the reason as a clause without a subject."""
        super().__init__(f"{shown} {why}")
        self.why = why


class Unwritable(FileFault):
    """A file or folder that cannot be written, and stays as it was."""

    def __init__(self, shown: str, why: str) -> None:
        """Take the reason as what follows the colon."""
        super().__init__(f"{shown} could not be written: {why}")


class Unsettled(Unwritable):
    """A file that holds its new bytes, though the disk would not say that they outlast a power cut."""


class AlreadyThere(Refused):
    """A file or folder that would have been made anew."""

    def __init__(self, shown: str) -> None:
        """Say what is in the way."""
        super().__init__(f"{shown} is there already")


def reason(error: OSError) -> str:
    """Return the system's reason in lower case."""
    return (error.strerror or "the disk refused").lower()


def refuse_what_is_no_file(mode: int, shown: str) -> None:
    """Raise Unreadable where the mode is that of a folder, a pipe, a socket or a device."""
    for is_kind, kind in _KINDS:
        if is_kind(mode):
            raise Unreadable(shown, f"is {kind}, not a file")
