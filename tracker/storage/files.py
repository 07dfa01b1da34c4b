"""A folder that gives the bytes of its files, be it on the disk or in a commit."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Protocol

from tracker.storage import disk, paths


@dataclass(frozen=True, slots=True)
class Kept:
    """What git calls a commit, in short, with the day in UTC on which it was made."""

    commit: str
    day: date

    def __str__(self) -> str:
        """Return "commit 1f0c2ab of 2026-06-01"."""
        return f"commit {self.commit} of {self.day}"


class Files(Protocol):
    """A folder, which need not be there; `shown` is what people are told of it, or of a file in it."""

    @property
    def kept(self) -> Kept | None:
        """The commit that the files are read from, None where they lie on the disk."""

    def is_there(self) -> bool:
        """Whether there is such a folder."""

    def names(self, shown: str) -> tuple[str, ...]:
        """Return the names of the TOML files directly in it, sorted, without the hidden ones; raise Unreadable."""

    def has(self, name: str) -> bool:
        """Whether there is anything of this name in it, be it a link that leads nowhere."""

    def read(self, name: str, shown: str) -> bytes:
        """Return the bytes of a file of up to 4 MB; raise Unreadable for all else."""


@dataclass(frozen=True, slots=True)
class OnDisk:
    """A folder on the disk as it is now."""

    path: Path

    @property
    def kept(self) -> None:
        """None: the files are read from no commit."""

    def is_there(self) -> bool:
        """Whether there is such a folder."""
        return paths.is_folder(self.path)

    def names(self, shown: str) -> tuple[str, ...]:
        """Return the names of the TOML files directly in it, sorted, without the hidden ones; raise Unreadable."""
        return disk.names(self.path, shown)

    def has(self, name: str) -> bool:
        """Whether there is anything of this name in it, be it a link that leads nowhere."""
        return paths.is_there(self.path / name)

    def read(self, name: str, shown: str) -> bytes:
        """Return the bytes of a file of up to 4 MB; raise Unreadable for all else, also a link out of the folder."""
        if paths.leads_out(self.path / name, self.path):
            raise disk.Unreadable(shown, "is a link that leads out of the folder")
        return disk.read(self.path / name, shown)
