"""Where the cases folder is."""

from __future__ import annotations

from pathlib import Path

from tracker.core.errors import FileFault, NotFound
from tracker.storage import disk, package
from tracker.storage.folder import Folder
from tracker.storage.library import Library
from tracker.storage.naming import shown


class NoSuchFolder(NotFound):
    """A folder that was named but is not there."""

    def __init__(self, named: str) -> None:
        """Name it as it was named."""
        super().__init__(f"there is no folder {named}", "`tracker init` makes a cases folder")


class NoFolder(FileFault):
    """A file where a folder was named."""

    def __init__(self, named: str) -> None:
        """Name it as it was named."""
        super().__init__(f"{named} is a file, not a folder", "name the folder that holds the case files")


def find(given: str | None, here: Path, home: Path) -> Folder:
    """Return the folder that was given, else the nearest `cases/` upward from `here`, else the shipped cases.

    The way up ends at the first folder with `.git` in it, or at the home folder. Raises NoSuchFolder or NoFolder.
    """
    if given is not None:
        return _given(given, here)
    nearest = _nearest(here, home)
    return _folder(nearest, here) if nearest else _folder(package.cases(), here, read_only=True)


def library_at(folder: str, here: Path) -> Library:
    """Return the library whose own treaties are in this folder; raises NoSuchFolder or NoFolder."""
    own = _given(folder, here)
    return Library(own.path, own.shown)


def _given(given: str, here: Path) -> Folder:
    path = disk.named_from(here, given)
    if disk.is_folder(path):
        return _folder(path, here, read_only=package.is_in_wheel(path))
    if disk.is_there(path):
        raise NoFolder(given)
    raise NoSuchFolder(given)


def _nearest(here: Path, home: Path) -> Path | None:
    for folder in (here, *here.parents):
        if disk.is_folder(folder / "cases"):
            return folder / "cases"
        if folder == home or disk.is_there(folder / ".git"):
            break
    return None


def _folder(path: Path, here: Path, *, read_only: bool = False) -> Folder:
    own = path.parent / "treaties"
    return Folder(path, shown(path, here), Library(own, shown(own, here)), read_only)
