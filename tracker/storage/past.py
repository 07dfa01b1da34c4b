"""The cases folder as it stood in git."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from tracker.storage import paths
from tracker.storage.case_files import CaseFiles
from tracker.storage.files import Files
from tracker.storage.known import Known, known
from tracker.storage.library import Library
from tracker.storage.naming import shown
from tracker.storage.objects import Objects
from tracker.storage.place import CASES, CasesPlace, NoSuchFolder, nearest
from tracker.storage.repository import top_of


def find_known(given: str | None, here: Path, home: Path, meant: str | date) -> CaseFiles:
    """Return the folder that was given, else the nearest `cases/` upward, as it stood at a revision or by a day.

    The repository is that of the folder which is there now or, where none is, of the nearest one above it. Raises
    NoSuchFolder, NotInGit, and what `known` raises.
    """
    path = paths.named_from(here, given) if given is not None else None
    held = known_from(path or nearest(here, home, paths.is_folder) or here, here, meant)
    found = path or nearest(here, home, lambda folder: held.folder(folder).is_there())
    files = held.folder(found) if found else None
    if found is None or files is None or not files.is_there():
        raise NoSuchFolder(given or CASES, held.kept)
    own = CasesPlace(found).treaties
    return CaseFiles(files, shown(found, here), Library(held.folder(own), shown(own, here)))


def folder_known(path: Path, here: Path, meant: str | date) -> Files:
    """Return the folder at a path as it stood at a revision or by a day; raises what `known` raises."""
    return known_from(path, here, meant).folder(path)


def known_from(path: Path, here: Path, meant: str | date) -> Known:
    """Return what the repository around a path held at a revision or by a day; raises what `known` raises."""
    folder = next(above for above in (path, *path.parents) if paths.is_folder(above))
    top = top_of(folder, shown(folder, here))
    return known(meant, top, Objects(folder))
