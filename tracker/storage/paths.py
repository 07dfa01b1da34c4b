"""What lies at a path; nothing is opened."""

from __future__ import annotations

import os
from pathlib import Path


def named_from(here: Path, given: str) -> Path:
    """Return the path that is meant by `given` for one who stands in `here`; `..` is taken by name, as `cd` does."""
    return Path(os.path.normpath(here / given))


def is_there(path: Path) -> bool:
    """Whether there is anything at `path`, be it a link that leads nowhere."""
    return os.path.lexists(path)


def is_folder(path: Path) -> bool:
    """Whether there is a folder at `path`."""
    return os.path.isdir(path)  # noqa: PTH112 - `Path.is_dir` raises where a folder above may not be searched


def is_link(path: Path) -> bool:
    """Whether `path` is a link to somewhere else."""
    return path.is_symlink()


def real(path: Path) -> Path:
    """Return the path with every link in it followed."""
    return path.resolve()


def leads_out(path: Path, folder: Path) -> bool:
    """Whether there is a link at `path`, to what is not in the folder."""
    return path.is_symlink() and not Path(os.path.realpath(path)).is_relative_to(os.path.realpath(folder))


def is_same(one: Path, other: Path) -> bool:
    """Whether both paths lead to the same file or folder."""
    return real(one) == real(other)
