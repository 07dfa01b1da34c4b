"""A folder as a commit holds it."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from tracker.storage.disk import LIMIT, Unreadable
from tracker.storage.files import Kept
from tracker.storage.objects import Objects, Unheld

_LARGEST = 32 * 1024 * 1024  # of a folder's list: half a million files
_ENTRY = re.compile(rb"(\d+) ([^\0]+)\0")
_SUBMODULE = b"160000"
_GONE = "could not be read: no such file or directory"
_WHY = {
    "tree": "is a folder, not a file",
    "symlink": "is a link that leads out of the folder",
    "dangling": _GONE,
    "loop": "could not be read: too many levels of symbolic links",
    "notdir": "could not be read: not a directory",
}
_UNHELD = "could not be read: git does not hold it"


@dataclass(frozen=True, slots=True)
class InCommit:
    """The folder with this tree, None where the commit has no such folder; `entries` are the names in it."""

    kept: Kept
    tree: str | None
    entries: frozenset[str]
    objects: Objects = field(repr=False, compare=False)

    def is_there(self) -> bool:
        """Whether there was such a folder."""
        return self.tree is not None

    def names(self, _shown: str) -> tuple[str, ...]:
        """Return the names of the TOML files directly in it, sorted, without the hidden ones."""
        return tuple(sorted(name for name in self.entries if name.endswith(".toml") and not name.startswith(".")))

    def has(self, name: str) -> bool:
        """Whether there was anything of this name in it, be it a link that leads nowhere."""
        return name in self.entries

    def read(self, name: str, shown: str) -> bytes:
        """Return the bytes of a file of up to 4 MB; raise Unreadable for all else, links out of the folder among it.

        The bytes are those that git holds: no filter is run over them.
        """
        if not self.has(name) or "\n" in name:  # git is asked line by line
            raise Unreadable(shown, _GONE)
        try:
            found = self.objects.ask(f"{self.tree}:{name}", LIMIT)
        except Unheld:
            raise Unreadable(shown, _UNHELD) from None
        if found.kind != "blob":
            raise Unreadable(shown, _WHY.get(found.kind, _UNHELD))
        if found.content is None:
            raise Unreadable(shown, "is larger than 4 MB and is not read")
        return found.content


def folder_in(objects: Objects, kept: Kept, root: str, path: str) -> InCommit:
    """Return the folder at a path within the tree `root`, by links that stay within it; raise Unheld or Unreadable."""
    nowhere = InCommit(kept, None, frozenset(), objects)
    if "\n" in path:
        return nowhere
    within = "" if path == "." else f"{path}/"  # with its end, no name is taken for an expression of git's
    found = objects.ask(f"{root}:{within}", _LARGEST)
    if found.kind != "tree":
        return nowhere
    if found.content is None:
        raise Unreadable(path, "holds too many files to be read")
    return InCommit(kept, found.id, frozenset(_names(found.content, len(found.id) // 2)), objects)


def _names(listing: bytes, width: int) -> Iterator[str]:
    """Yield what a tree lists, without submodules: each name is followed by its object's id in `width` bytes."""
    place = 0
    while entry := _ENTRY.match(listing, place):
        if entry[1] != _SUBMODULE:
            yield os.fsdecode(entry[2])
        place = entry.end() + width
