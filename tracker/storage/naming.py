"""The names of files: ids of cases and treaties, paths as people are told them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection
from itertools import count
from pathlib import Path

from tracker.core.country import Country
from tracker.core.treaty import Treaty

_LONGEST = 200  # what a file's name may have, in any script, on every disk


def is_id(word: str) -> bool:
    """Whether the word can be the name of a file directly in a folder, and of none that is hidden."""
    return 0 < len(word) <= _LONGEST and word.isprintable() and "/" not in word and not word.startswith(".")


def file_name(word: str) -> str:
    """Return the name of the file with this id."""
    return f"{word}.toml"


def shown(path: Path, here: Path) -> str:
    """Return the path relative to `here` where it lies below, else the path itself."""
    return str(path.relative_to(here)) if path.is_relative_to(here) else str(path)


def inside(folder: str, name: str) -> str:
    """Return the path of a file in a folder, both as people are told them."""
    return name if folder == "." else f"{folder}/{name}"


def free_id(country: Country, treaty: Treaty, taken: Collection[str]) -> str:
    """Return the id of a new case: `latvia`, if taken `latvia-ottawa`, if taken `latvia-ottawa-2`.

    Ids are compared without regard to case.
    """
    used = {word.casefold() for word in taken}
    name = _slug(country.name) or country.code.lower()
    longer = f"{name}-{treaty.id}"
    words = (word for number in count(1) for word in ((name, longer) if number == 1 else (f"{longer}-{number}",)))
    return next(word for word in words if word.casefold() not in used)


def _slug(name: str) -> str:
    """Return the name in lower-case ASCII with hyphens: `united-states`, `turkiye`, `cote-d-ivoire`."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
