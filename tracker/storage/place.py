"""Where the cases folder lies."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from tracker.core.errors import FileFault, NotFound
from tracker.storage import disk, package

CASES = "cases"
TREATIES = "treaties"  # the name of the folder of treaties, beside that of cases


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

    The way up ends at the first folder with `.git` in it, or at the home folder. Raises NoSuchFolder or NoFolder.
    """
    if given is not None:
        return _given(given, here)
    nearest = _nearest(here, home)
    return CasesPlace(nearest) if nearest else CasesPlace(package.cases(), read_only=True)


def _given(given: str, here: Path) -> CasesPlace:
    path = disk.named_from(here, given)
    if disk.is_folder(path):
        return CasesPlace(path, read_only=package.is_in_wheel(path))
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
