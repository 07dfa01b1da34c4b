"""What git runs for each case file that both sides changed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from tracker.storage import disk
from tracker.storage.case_merge import LeftInConflict, merge_case
from tracker.storage.decode import encodable, encoded
from tracker.storage.merge import Versions
from tracker.storage.place import CasesPlace
from tracker.storage.quote import printable
from tracker.storage.search import library_beside

_UNNAMED = re.compile(r"%[XY]|")  # an older git does not tell what it calls the versions


@dataclass(frozen=True, slots=True)
class Handed:
    """What git hands over: the files with the three versions, the marker's size, the file's path in the repository."""

    base: Path
    ours: Path
    theirs: Path
    marker: int
    path: str
    names: tuple[str, str]


def drive(handed: Handed, here: Path) -> None:
    """Merge the versions, and put the result where git takes it: in the file of ours.

    `here` is where git runs its drivers, the top of the working tree; of that, the treaties beside the case count.
    Raises LeftInConflict, with the conflict in the file; NoGit, GitFailed or FileFault, with nothing written.
    """
    before = disk.read(here / handed.ours, str(handed.ours))
    place = here / handed.path
    base, theirs = (encodable(disk.read(here / path, str(path))) for path in (handed.base, handed.theirs))
    names = _name(handed.names[0], "ours"), _name(handed.names[1], "theirs")
    versions = Versions(base, encodable(before), theirs, names, handed.marker)
    library = library_beside(CasesPlace(place.parent), here)
    shown = printable(handed.path)
    merged = merge_case(place.stem, shown, versions, library, here)
    disk.replace(here / handed.ours, str(handed.ours), encoded(merged.text), expected=before)
    if merged.conflict:
        raise LeftInConflict(place.stem, shown, merged.fault)


def _name(told: str, otherwise: str) -> str:
    return otherwise if _UNNAMED.fullmatch(told) else printable(told)
