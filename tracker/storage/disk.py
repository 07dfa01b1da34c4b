"""The only module that touches a disk.

`shown` is a path as people are told it; an error names the file by it.
"""

from __future__ import annotations

import os
import re
import shutil
import stat
import tempfile
from collections.abc import Callable, Mapping
from contextlib import suppress
from errno import EDQUOT, EIO, ENOSPC, ENOTEMPTY
from functools import partial
from pathlib import Path

from tracker.storage import paths
from tracker.storage.disk_fault import AlreadyThere, Unreadable, Unsettled, Unwritable, reason, refuse_what_is_no_file

__all__ = ["AlreadyThere", "Unreadable", "Unsettled", "Unwritable"]  # what is raised here is named here

LIMIT = 4 * 1024 * 1024

_OTHERWISE = "the disk gave back other bytes than were written"
_LEFT = re.compile(r"\.tracker-[0-9a-f]{12}\.part")  # what a writer that was killed leaves behind
_LOST = (EDQUOT, EIO, ENOSPC)  # of a folder; any other refusal says that this disk cannot synchronise one
_AT_ONCE = os.O_RDONLY | os.O_CLOEXEC | os.O_NONBLOCK | os.O_NOCTTY


def read(path: Path, shown: str) -> bytes:
    """Return the bytes of a file of up to 4 MB; raise Unreadable for all else, without opening a pipe or device.

    Something else may have taken the file's place when it is opened: then it is not waited for, and not read.
    """
    try:
        refuse_what_is_no_file(path.stat().st_mode, shown)
        with os.fdopen(os.open(path, _AT_ONCE), "rb") as file:
            refuse_what_is_no_file(os.fstat(file.fileno()).st_mode, shown)
            content = file.read(LIMIT + 1)
    except OSError as error:
        raise Unreadable(shown, f"could not be read: {reason(error)}") from None
    if len(content) > LIMIT:
        raise Unreadable(shown, "is larger than 4 MB and is not read")
    return content


def replace(path: Path, shown: str, content: bytes, *, expected: bytes) -> None:
    """Put `content` in the place of `expected` at once; the mode stays, and a link goes on leading to its file.

    Raises Unwritable, with the old bytes in place; so also where the file holds something else than `expected`.
    Raises Unsettled with the new bytes in place.
    """
    target = Path(os.path.realpath(path))
    _refuse_if_changed(target, shown, expected)
    if not os.access(target, os.W_OK):
        raise Unwritable(shown, "permission denied")
    try:
        _swap(target, shown, content, expected)
    except OSError as error:
        raise Unwritable(shown, reason(error)) from None
    try:
        _sync_folder(target.parent)
    except OSError as error:
        raise Unsettled(shown, reason(error)) from None


def create(path: Path, shown: str, content: bytes) -> None:
    """Make a new file at once; raise AlreadyThere where there is one, Unwritable with nothing left behind."""
    try:
        _make(path, shown, content)
    except FileExistsError:
        raise AlreadyThere(shown) from None
    except OSError as error:
        raise Unwritable(shown, reason(error)) from None


def create_folder(path: Path, shown: str, files: Mapping[str, bytes]) -> None:
    """Make a new folder with all its files at once; raise AlreadyThere, or Unwritable with nothing left behind."""
    if paths.is_there(path):
        raise AlreadyThere(shown)
    beside = _hidden_name(path)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        beside.mkdir()
        for name, content in files.items():
            create(beside / name, f"{shown}/{name}", content)
        beside.rename(path)
        _settle(path, partial(_remove_folder, path, files))
    except OSError as error:
        raise (AlreadyThere(shown) if error.errno == ENOTEMPTY else Unwritable(shown, reason(error))) from None
    finally:
        _remove_folder(beside, files)


def set_aside(name: str, content: bytes) -> Path:
    """Make a file of this name in a new folder among the temporary ones, for the user alone; raise Unwritable."""
    try:
        path = Path(tempfile.mkdtemp(prefix="tracker-")) / name
    except OSError as error:
        raise Unwritable(f"a copy of {name}", reason(error)) from None
    create(path, str(path), content)
    return path


def throw_away(path: Path) -> None:
    """Remove a file that was set aside, with its folder and what an editor left there."""
    shutil.rmtree(path.parent, ignore_errors=True)


def clear_away(path: Path) -> None:
    """Remove what writers that were killed left beside a file; only who holds the lock knows that nobody writes."""
    folder = Path(os.path.realpath(path)).parent
    with suppress(OSError):
        for name in filter(_LEFT.fullmatch, os.listdir(folder)):  # noqa: PTH208 - as in `names`
            _remove(folder / name)


def names(path: Path, shown: str) -> tuple[str, ...]:
    """Return the names of the TOML files directly in a folder, sorted, without the hidden ones."""
    try:
        every = os.listdir(path)  # noqa: PTH208 - names are wanted, and a Path for each of 100,000 takes its time
    except OSError as error:
        raise Unreadable(shown, f"could not be read: {reason(error)}") from None
    return tuple(sorted(name for name in every if name.endswith(".toml") and not name.startswith(".")))


def _refuse_if_changed(target: Path, shown: str, expected: bytes) -> None:
    if read(target, shown) != expected:
        raise Unwritable(shown, "it was changed by somebody else in the meantime")


def _swap(target: Path, shown: str, content: bytes, expected: bytes) -> None:
    """Write beside the target, make sure of it, rename; no temporary file stays behind."""
    beside = _hidden_name(target)
    old = target.stat()
    try:
        with beside.open("xb") as file:
            with suppress(OSError):  # only root may give a file away; then it becomes the writer's
                os.fchown(file.fileno(), old.st_uid, old.st_gid)
            os.fchmod(file.fileno(), stat.S_IMODE(old.st_mode))
            _write(file.fileno(), content)
        _read_back(beside, shown, content)
        _refuse_if_changed(target, shown, expected)  # an editor asks for no lock
        beside.replace(target)
    finally:
        _remove(beside)


def _make(path: Path, shown: str, content: bytes) -> None:
    """Write beside the path, make sure of it, give it its name; what fails leaves neither."""
    beside = _hidden_name(path)
    try:
        with beside.open("xb") as file:
            _write(file.fileno(), content)
        _read_back(beside, shown, content)
        _name(beside, path)
    finally:
        _remove(beside)
    _settle(path, partial(_remove, path))


def _settle(path: Path, undo: Callable[[], object]) -> None:
    """Synchronise the folder in which a new name stands; what fails is undone, on Ctrl-C too."""
    try:
        _sync_folder(path.parent)
    except BaseException:
        undo()
        raise


def _write(descriptor: int, content: bytes) -> None:
    left = memoryview(content)
    while left:
        left = left[os.write(descriptor, left) :]
    os.fsync(descriptor)


def _read_back(beside: Path, shown: str, content: bytes) -> None:
    if beside.read_bytes() != content:
        raise Unwritable(shown, _OTHERWISE)


def _name(beside: Path, path: Path) -> None:
    """Let the file have this name, too; raise FileExistsError where it is taken."""
    try:
        path.hardlink_to(beside)
    except FileExistsError:
        raise
    except OSError:  # a disk that knows no second name: then it is the first one that changes
        if paths.is_there(path):
            raise FileExistsError from None
        beside.rename(path)


def _sync_folder(path: Path) -> None:
    """Make a new name outlast a power cut, where the disk can; raise OSError where it failed to."""
    try:
        descriptor = os.open(path, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
    except OSError as error:
        if error.errno in _LOST:
            raise


def _hidden_name(path: Path) -> Path:
    return path.with_name(f".tracker-{os.urandom(6).hex()}.part")


def _remove(path: Path) -> None:
    with suppress(OSError):
        path.unlink(missing_ok=True)


def _remove_folder(path: Path, files: Mapping[str, bytes]) -> None:
    for name in files:
        _remove(path / name)
    with suppress(OSError):
        path.rmdir()
