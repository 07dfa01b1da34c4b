"""A cases folder that begins."""

from __future__ import annotations

from pathlib import Path

from tracker.storage import disk, ignored, package
from tracker.storage.naming import inside
from tracker.storage.new_case import SCHEMA


def init(folder: Path, *, empty: bool) -> tuple[Path, ...]:
    """Make `cases/` in the folder with the shipped cases (`empty`: without), with what explains them; return its files.

    Raises AlreadyThere where there is one, and FileFault with nothing half-made.
    """
    target, shipped = folder / "cases", package.cases()
    names = ("README.md", SCHEMA, *(() if empty else disk.names(shipped, str(shipped))))
    files = {name: disk.read(shipped / name, inside(str(shipped), name)) for name in names}
    disk.create_folder(target, str(target), {ignored.NAME: ignored.LINE + b"\n", **files})
    return tuple(target / name for name in (ignored.NAME, *names))
