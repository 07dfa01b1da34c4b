"""The cases folder that is meant, ready to be read."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from tracker.storage import disk, paths
from tracker.storage.files import Files, OnDisk
from tracker.storage.folder import Folder
from tracker.storage.library import Library
from tracker.storage.naming import shown
from tracker.storage.place import TREATIES, CasesPlace, NoSuchFolder, cases_place
from tracker.storage.treaty_reader import TreatyFile, is_treaty


def find(given: str | None, here: Path, home: Path) -> Folder:
    """Return the folder that was given, else the nearest, else the shipped cases; raises what `cases_place` raises."""
    place = cases_place(given, here, home)
    return Folder(OnDisk(place.path), shown(place.path, here), library_beside(place, here), place.read_only)


def library_beside(place: CasesPlace, here: Path) -> Library:
    """Return the treaties of a cases folder: the user's own beside it, if there are any, with the shipped."""
    return Library(OnDisk(place.treaties), shown(place.treaties, here))


def treaty_files(path: str, here: Path, at: Callable[[Path], Files] = OnDisk) -> tuple[TreatyFile, ...] | None:
    """Return the treaty files that a path means, None where it means something else.

    A folder `treaties` means all in it; a file is a treaty's by its folder's name or by its exit clause. `at` gives the
    folder at a path. Raises NoSuchTreaty, NoSuchFolder, and what `at` raises.
    """
    place = paths.named_from(here, path)
    if place.name == TREATIES and (own := at(place)).is_there():
        return Library(own, shown(place, here)).own_files()
    if place.suffix != ".toml":
        return None
    beside, folder = at(place.parent), shown(place.parent, here)
    if place.parent.name == TREATIES and not beside.is_there():
        raise NoSuchFolder(str(Path(path).parent), beside.kept)
    if place.parent.name == TREATIES or _has_clause(beside, place.name):
        return (Library(beside, folder).checked(place.stem),)
    return None


def _has_clause(folder: Files, name: str) -> bool:
    try:
        return is_treaty(folder.read(name, name))
    except disk.Unreadable:
        return False
