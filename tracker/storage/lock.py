"""The lock of a folder of cases, which one writer holds at a time.

It belongs to the process, as flock(2) has it: the system takes it from a process that ends, however that ends. The
file that it is taken on stays, and means nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from tracker.core.errors import FileFault
from tracker.storage.disk_fault import reason

NAME = ".lock"
PATIENCE, LIMIT = 1.0, 10.0  # seconds: until the wait is told, until it is given up


class Busy(FileFault):
    """A folder in which another command has been writing for too long."""

    def __init__(self, place: str) -> None:
        """Name the folder."""
        message = f"another command has been writing in {place} for more than {LIMIT:.0f} seconds"
        super().__init__(f"{message}, so nothing was written", "type it again when that command has ended")


class NoLock(FileFault):
    """A folder in which nothing can be written."""

    def __init__(self, place: str, why: str) -> None:
        """Take the reason as what follows the colon."""
        super().__init__(f"nothing can be written in {place}: {why}")


@contextmanager
def locked(folder: Path, place: str, tell: Callable[[str], object]) -> Iterator[None]:
    """Hold the lock of the folder, `place` as people are told it; raise Busy or NoLock.

    `tell` is given a line where another command is waited for.
    """
    from filelock import FileLock, Timeout  # only who writes needs it

    lock = FileLock(folder / NAME, fallback_to_soft=False)  # a file that is there is no lock: its owner may be dead
    try:
        try:
            lock.acquire(timeout=PATIENCE)
        except Timeout:
            tell(f"another command is writing in {place}: waiting for it, up to {LIMIT:.0f} seconds\n")
            lock.acquire(timeout=LIMIT - PATIENCE)
    except Timeout:
        raise Busy(place) from None
    except OSError as error:
        raise NoLock(place, reason(error)) from None
    try:
        yield
    finally:
        with suppress(OSError):  # all is written, and the lock ends with the process at the latest
            lock.release()
