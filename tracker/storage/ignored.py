"""What git is to leave alone in a folder of cases: the lock."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from tracker.core.errors import TrackerError
from tracker.storage import disk, lock, paths

NAME = ".gitignore"
LINE = lock.NAME.encode()

_SAID = (LINE, b"/" + LINE, b"*" + LINE)  # the ways in which it may be said already


def ignore_lock(folder: Path) -> None:
    """Add the lock to the folder's `.gitignore` where it is missing; what cannot be written there stops nothing."""
    path = folder / NAME
    if paths.leads_out(path, folder):
        return
    with suppress(TrackerError):
        if not paths.is_there(path):
            disk.create(path, NAME, LINE + b"\n")
            return
        content = disk.read(path, NAME)
        if not any(line.strip() in _SAID for line in content.splitlines()):
            disk.replace(path, NAME, _with_line(content), expected=content)


def _with_line(content: bytes) -> bytes:
    end = b"\r\n" if b"\r\n" in content else b"\n"
    begun = end if content and not content.endswith(b"\n") else b""
    return content + begun + LINE + end
