"""The names that files have, as people are told them."""

from __future__ import annotations

from os.path import relpath
from pathlib import Path

_LONGEST = 200  # what a file's name may have, in any script, on every disk


def is_id(word: str) -> bool:
    """Whether the word can be the name of a file directly in a folder, of none that is hidden or read as an option."""
    return 0 < len(word) <= _LONGEST and word.isprintable() and "/" not in word and not word.startswith((".", "-"))


def toml_name(word: str) -> str:
    """Return the name of the file with this id."""
    return f"{word}.toml"


def shown(path: Path, here: Path) -> str:
    """Return the path relative to `here` where that is shorter, else the path itself."""
    return min(relpath(path, here), str(path), key=len)


def place(folder: str) -> str:
    """Return how a sentence names a folder that people are told by this path."""
    return "this folder" if folder == "." else folder


def inside(folder: str, name: str) -> str:
    """Return the path of a file in a folder, both as people are told them."""
    return name if folder == "." else f"{folder}/{name}"
