"""The cases folder that is meant, ready to be read."""

from __future__ import annotations

from pathlib import Path

from tracker.storage import disk
from tracker.storage.folder import Folder
from tracker.storage.library import Library
from tracker.storage.naming import shown
from tracker.storage.place import TREATIES, CasesPlace, cases_place
from tracker.storage.treaty_reader import TreatyFile, is_treaty


def find(given: str | None, here: Path, home: Path) -> Folder:
    """Return the folder that was given, else the nearest, else the shipped cases; raises what `cases_place` raises."""
    place = cases_place(given, here, home)
    return Folder(place.path, shown(place.path, here), library_beside(place, here), place.read_only)


def library_beside(place: CasesPlace, here: Path) -> Library:
    """Return the treaties of a cases folder: the user's own beside it, if there are any, with the shipped."""
    return Library(place.treaties, shown(place.treaties, here))


def treaty_files(path: str, here: Path) -> tuple[TreatyFile, ...] | None:
    """Return the treaty files that a path means, None where it means something else.

    A folder `treaties` means all in it; a file is a treaty's by its folder's name or by its exit clause.
    Raises NoSuchTreaty, and what `cases_place` raises.
    """
    place = disk.named_from(here, path)
    if place.name == TREATIES and disk.is_folder(place):
        return library_at(path, here).own_files()
    if place.suffix == ".toml" and (place.parent.name == TREATIES or _has_clause(place)):
        return (library_at(str(Path(path).parent), here).checked(place.stem),)
    return None


def _has_clause(place: Path) -> bool:
    try:
        return is_treaty(disk.read(place, str(place)))
    except disk.Unreadable:
        return False


def library_at(folder: str, here: Path) -> Library:
    """Return the library whose own treaties are in this folder; raises what `cases_place` raises."""
    own = cases_place(folder, here, here)
    return Library(own.path, shown(own.path, here))
