"""Several files changed together: all of them, or none."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from signal import SIG_BLOCK, SIG_SETMASK, SIGINT, pthread_sigmask

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
    """Replace every file; where one fails those before it get their old bytes back, and Unwritable is raised.

    Only who holds the lock may do so: what a writer that was killed left beside the files is removed.
    """
    for each in {each.path.parent: each for each in rewrites}.values():
        disk.clear_away(each.path)
    begun = 0
    try:
        for each in rewrites:
            begun += 1
            disk.replace(each.path, each.shown, each.new, expected=each.old)
    except FileFault as error:
        # Unless its new bytes are there, what the last one begun holds, the very same event even, somebody else wrote.
        done = begun if isinstance(error, disk.Unsettled) else begun - 1
        raise_all([error, *_put_back(rewrites[:done])])
    except BaseException:  # Ctrl-C among them, and the last one begun may be replaced already
        raise_all(_put_back(rewrites[:begun]))
        raise


def _put_back(rewrites: Sequence[Rewrite]) -> list[FileFault]:
    """Put the old bytes where the new ones are, whoever presses Ctrl-C again; return what failed."""
    failed: list[FileFault] = []
    with _undisturbed():
        for each in rewrites:
            try:
                if disk.read(each.path, each.shown) == each.new:
                    disk.replace(each.path, each.shown, each.old, expected=each.new)
            except (disk.Unsettled, disk.Unreadable):  # the old bytes are there; it is the one that was not written
                continue
            except disk.Unwritable:
                failed.append(NotPutBack(each.shown))
    return failed


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Let Ctrl-C wait for the end."""
    before = pthread_sigmask(SIG_BLOCK, {SIGINT})
    try:
        yield
    finally:
        pthread_sigmask(SIG_SETMASK, before)
