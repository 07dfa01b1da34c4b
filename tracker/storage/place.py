"""Where the cases folder lies."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from tracker.core.errors import FileFault, NotFound
from tracker.storage import package, paths
from tracker.storage.files import Kept

CASES = "cases"
TREATIES = "treaties"  # the name of the folder of treaties, beside that of cases


class NoSuchFolder(NotFound):
    """A folder that was named but is not there."""

    def __init__(self, named: str, kept: Kept | None = None) -> None:
        """Name it as it was named, with the commit that does not have it."""
        hint = "`--cases DIR` names the one of that day" if kept else "`tracker init` makes a cases folder"
        super().__init__(f"there is no folder {named}{f' in {kept}' if kept else ''}", hint)


class NoFolder(FileFault):
    """A file where a folder was named."""

    def __init__(self, named: str) -> None:
        """Name it as it was named."""
        super().__init__(f"{named} is a file, not a folder", "name the folder that holds the case files")


@dataclass(frozen=True, slots=True)
class CasesPlace:
    """The path of a cases folder; the shipped cases are `read_only`."""

    path: Path
    read_only: bool = False

    @property
    def treaties(self) -> Path:
        """The folder of the user's own treaties, which need not be there."""
        return self.path.parent / TREATIES


def cases_place(given: str | None, here: Path, home: Path) -> CasesPlace:
    """Return the folder that was given, else the nearest `cases/` upward from `here`, else the shipped cases.

    Raises NoSuchFolder or NoFolder.
    """
    if given is not None:
        return _given(given, here)
    found = nearest(here, home, paths.is_folder)
    return CasesPlace(found) if found else CasesPlace(package.cases(), read_only=True)


def _given(given: str, here: Path) -> CasesPlace:
    path = paths.named_from(here, given)
    if paths.is_folder(path):
        return CasesPlace(path, read_only=package.is_in_wheel(path))
    if paths.is_there(path):
        raise NoFolder(given)
    raise NoSuchFolder(given)


def nearest(here: Path, home: Path, is_folder: Callable[[Path], bool]) -> Path | None:
    """Return the nearest `cases/` upward from `here`, up to a folder with `.git` in it, or the home folder."""
    for folder in (here, *here.parents):
        if is_folder(folder / CASES):
            return folder / CASES
        if folder == home or paths.is_there(folder / ".git"):
            break
    return None
