"""Several files changed together: all of them, or none."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tracker.core.errors import FileFault, raise_all
from tracker.storage import disk


@dataclass(frozen=True, slots=True)
class Rewrite:
    """A file that shall hold `new` instead of `old`; `shown` is its path as people are told it."""

    path: Path
    shown: str
    old: bytes
    new: bytes


class NotPutBack(FileFault):
    """A file that keeps its new bytes though another could not be written."""

    def __init__(self, shown: str) -> None:
        """Name the file."""
        super().__init__(f"{shown} was changed and could not be put back", "look at it with `git diff`")


def replace_all(rewrites: Sequence[Rewrite]) -> None:
    """Replace every file; where one fails those before it get their old bytes back, and Unwritable is raised."""
    begun = 0
    try:
        for each in rewrites:
            begun += 1
            disk.replace(each.path, each.shown, each.new, expected=each.old)
    except FileFault as error:
        # The last one begun was not replaced: what it holds now, the very same event even, somebody else wrote.
        raise_all([error, *_put_back(rewrites[: begun - 1])])
    except BaseException:  # Ctrl-C among them, and the last one begun may be replaced already
        _put_back(rewrites[:begun])
        raise


def _put_back(rewrites: Sequence[Rewrite]) -> list[FileFault]:
    """Put the old bytes where the new ones are; return what failed."""
    failed: list[FileFault] = []
    for each in rewrites:
        try:
            if disk.read(each.path, each.shown) == each.new:
                disk.replace(each.path, each.shown, each.old, expected=each.new)
        except disk.Unwritable:
            failed.append(NotPutBack(each.shown))
        except disk.Unreadable:  # then it is the one that could not be written
            continue
    return failed
