"""The cases folder that is meant, ready to be read."""

from __future__ import annotations

from pathlib import Path

from tracker.storage.folder import Folder
from tracker.storage.library import Library
from tracker.storage.naming import shown
from tracker.storage.place import cases_place


def find(given: str | None, here: Path, home: Path) -> Folder:
    """Return the folder that was given, else the nearest, else the shipped cases; raises what `cases_place` raises."""
    place = cases_place(given, here, home)
    treaties = Library(place.treaties, shown(place.treaties, here))
    return Folder(place.path, shown(place.path, here), treaties, place.read_only)


def library_at(folder: str, here: Path) -> Library:
    """Return the library whose own treaties are in this folder; raises what `cases_place` raises."""
    own = cases_place(folder, here, here)
    return Library(own.path, shown(own.path, here))
