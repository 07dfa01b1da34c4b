"""The folder of a command's files, be it that of today or as it stood in git."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from tracker.cli import terminal
from tracker.cli.place import here, home, named
from tracker.core.errors import WrongUsage

if TYPE_CHECKING:
    from tracker.storage.case_file import CaseFile
    from tracker.storage.case_files import CaseFiles
    from tracker.storage.files import Files, Kept
    from tracker.storage.folder import Folder
    from tracker.storage.library import Library
    from tracker.storage.treaty_reader import TreatyFile


def open_folder(given: str | None, known: str | date | None = None) -> CaseFiles:
    """Return the cases folder: the one named, the nearest upward, or the shipped cases, which is said.

    `known`: the revision or day at which it stood in git as it is read.
    """
    if known is not None:
        return _find_known(named(given), known)
    folder = _find(named(given))
    if folder.read_only:
        terminal.tell("no cases folder here: the shipped cases, for reading only (`tracker init` copies them)\n")
    return folder


def open_library(given: str | None, known: str | date | None) -> Library:
    """Return the treaties: those of the user beside the cases folder, as of `known`, with the shipped."""
    return (_find(named(given)) if known is None else _find_known(named(given), known)).library


def open_own(given: str | None) -> Folder:
    """Return the cases folder to record in; raise ForReadingOnly for the shipped cases."""
    from tracker.storage.folder import ForReadingOnly

    folder = _find(named(given))
    if folder.read_only:
        raise ForReadingOnly
    return replace(folder, tell=terminal.tell)


def file_at(path: str, known: str | date | None) -> CaseFile:
    """Return the case file at a path, wherever it lies; raise NotFound where there is none."""
    place = Path(path)
    if place.suffix != ".toml":
        hint = "name a case, or a file `….toml`; `tracker check --cases DIR` looks at a whole folder"
        raise WrongUsage(f"`{path}` is no case file: its name does not end in .toml", hint)
    parent = str(place.parent)
    return (_find(parent) if known is None else _find_known(parent, known)).load(place.stem)


def treaty_files_at(path: str, known: str | date | None) -> tuple[TreatyFile, ...] | None:
    """Return the treaty files that a path means, None where it is no treaty's; raise NotFound where there is none."""
    from tracker.storage.search import treaty_files

    return treaty_files(path, here()) if known is None else treaty_files(path, here(), partial(_folder_known, known))


def read_from(shown: str, kept: Kept | None) -> str:
    """Return "cases", or "cases as of commit 1f0c2ab of 1 June 2026"."""
    from tracker.views.dates import long_day

    return f"{shown} as of commit {kept.commit} of {long_day(kept.day)}" if kept else shown


def tell_kept(shown: str, kept: Kept | None) -> None:
    """Say from which commit an answer was read that does not say so itself."""
    if kept:
        terminal.tell(f"read from {read_from(shown, kept)}\n")


def _find(given: str | None) -> Folder:
    from tracker.storage.search import find

    return find(given, here(), home())


def _find_known(given: str | None, known: str | date) -> CaseFiles:
    from tracker.storage.past import find_known

    return find_known(given, here(), home(), known)


def _folder_known(known: str | date, path: Path) -> Files:
    from tracker.storage.naming import shown
    from tracker.storage.past import folder_known

    files = folder_known(path, here(), known)
    if files.is_there():
        tell_kept(shown(path, here()), files.kept)
    return files
