"""The only module that touches a disk.

`shown` is a path as people are told it; an error names the file by it.
"""

from __future__ import annotations

import os
import shutil
import stat
import tempfile
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from tracker.core.errors import FileFault, Refused

LIMIT = 4 * 1024 * 1024

_AT_ONCE = os.O_RDONLY | os.O_CLOEXEC | os.O_NONBLOCK | os.O_NOCTTY

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


class AlreadyThere(Refused):
    """A file or folder that would have been made anew."""

    def __init__(self, shown: str) -> None:
        """Say what is in the way."""
        super().__init__(f"{shown} is there already")


def read(path: Path, shown: str) -> bytes:
    """Return the bytes of a file of up to 4 MB; raise Unreadable for all else, without opening a pipe or device.

    Something else may have taken the file's place when it is opened: then it is not waited for, and not read.
    """
    try:
        _refuse_what_is_no_file(path.stat().st_mode, shown)
        with os.fdopen(os.open(path, _AT_ONCE), "rb") as file:
            _refuse_what_is_no_file(os.fstat(file.fileno()).st_mode, shown)
            content = file.read(LIMIT + 1)
    except OSError as error:
        raise Unreadable(shown, f"could not be read: {_reason(error)}") from None
    if len(content) > LIMIT:
        raise Unreadable(shown, "is larger than 4 MB and is not read")
    return content


def replace(path: Path, shown: str, content: bytes, *, expected: bytes) -> None:
    """Put `content` in the place of `expected` at once; the mode stays, and a link goes on leading to its file.

    Raises Unwritable, with the old bytes in place; so also where the file holds something else than `expected`.
    """
    target = path.resolve()
    if read(target, shown) != expected:
        raise Unwritable(shown, "it was changed by somebody else in the meantime")
    if not os.access(target, os.W_OK):
        raise Unwritable(shown, "permission denied")
    try:
        _swap(target, shown, content)
    except OSError as error:
        raise Unwritable(shown, _reason(error)) from None


def create(path: Path, shown: str, content: bytes) -> None:
    """Make a new file; raise AlreadyThere where there is one, Unwritable with nothing left behind."""
    try:
        with path.open("xb") as file:
            _write_or_remove(path, file.fileno(), content)
    except FileExistsError:
        raise AlreadyThere(shown) from None
    except OSError as error:
        raise Unwritable(shown, _reason(error)) from None
    _sync_folder(path.parent)


def create_folder(path: Path, shown: str, files: Mapping[str, bytes]) -> None:
    """Make a new folder with all its files at once; raise AlreadyThere, or Unwritable with nothing left behind."""
    if is_there(path):
        raise AlreadyThere(shown)
    beside = _hidden_name(path)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        beside.mkdir()
        for name, content in files.items():
            create(beside / name, f"{shown}/{name}", content)
        beside.rename(path)
        _sync_folder(path.parent)
    except OSError as error:
        raise Unwritable(shown, _reason(error)) from None
    finally:
        _remove_folder(beside, files)


def set_aside(name: str, content: bytes) -> Path:
    """Make a file of this name in a new folder among the temporary ones, for the user alone; raise Unwritable."""
    try:
        path = Path(tempfile.mkdtemp(prefix="tracker-")) / name
    except OSError as error:
        raise Unwritable(f"a copy of {name}", _reason(error)) from None
    create(path, str(path), content)
    return path


def throw_away(path: Path) -> None:
    """Remove a file that was set aside, with its folder and what an editor left there."""
    shutil.rmtree(path.parent, ignore_errors=True)


def names(path: Path, shown: str) -> tuple[str, ...]:
    """Return the names of the TOML files directly in a folder, sorted, without the hidden ones."""
    try:
        every = os.listdir(path)  # noqa: PTH208 - names are wanted, and a Path for each of 100,000 takes its time
    except OSError as error:
        raise Unreadable(shown, f"could not be read: {_reason(error)}") from None
    return tuple(sorted(name for name in every if name.endswith(".toml") and not name.startswith(".")))


def named_from(here: Path, given: str) -> Path:
    """Return the path that is meant by `given` for one who stands in `here`; `..` is taken by name, as `cd` does."""
    return Path(os.path.normpath(here / given))


def is_there(path: Path) -> bool:
    """Whether there is anything at `path`, be it a link that leads nowhere."""
    return os.path.lexists(path)


def is_folder(path: Path) -> bool:
    """Whether there is a folder at `path`."""
    return os.path.isdir(path)  # noqa: PTH112 - `Path.is_dir` raises where a folder above may not be searched


def is_same(one: Path, other: Path) -> bool:
    """Whether both paths lead to the same file or folder."""
    return one.resolve() == other.resolve()


def _refuse_what_is_no_file(mode: int, shown: str) -> None:
    for is_kind, kind in _KINDS:
        if is_kind(mode):
            raise Unreadable(shown, f"is {kind}, not a file")


def _swap(target: Path, shown: str, content: bytes) -> None:
    """Write beside the target, make sure of it, rename; no temporary file stays behind."""
    beside = _hidden_name(target)
    old = target.stat()
    try:
        with beside.open("xb") as file:
            with suppress(OSError):  # only root may give a file away; then it becomes the writer's
                os.fchown(file.fileno(), old.st_uid, old.st_gid)
            os.fchmod(file.fileno(), stat.S_IMODE(old.st_mode))
            _write(file.fileno(), content)
        if beside.read_bytes() != content:
            raise Unwritable(shown, "the disk gave back other bytes than were written")
        beside.replace(target)
    finally:
        _remove(beside)
    _sync_folder(target.parent)


def _write(descriptor: int, content: bytes) -> None:
    left = memoryview(content)
    while left:
        left = left[os.write(descriptor, left) :]
    os.fsync(descriptor)


def _write_or_remove(path: Path, descriptor: int, content: bytes) -> None:
    try:
        _write(descriptor, content)
    except BaseException:  # Ctrl-C among them
        _remove(path)
        raise


def _sync_folder(path: Path) -> None:
    """Make a new name outlast a power cut, where the disk can: the file itself is written already."""
    with suppress(OSError):
        descriptor = os.open(path, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _hidden_name(path: Path) -> Path:
    return path.with_name(f".{path.name[:40]}.{os.urandom(6).hex()}")


def _remove(path: Path) -> None:
    with suppress(OSError):
        path.unlink(missing_ok=True)


def _remove_folder(path: Path, files: Mapping[str, bytes]) -> None:
    for name in files:
        _remove(path / name)
    with suppress(OSError):
        path.rmdir()


def _reason(error: OSError) -> str:
    return (error.strerror or "the disk refused").lower()
