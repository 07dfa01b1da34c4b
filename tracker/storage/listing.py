"""The ids that the names of files give, without a file being read."""

from __future__ import annotations

from pathlib import Path

from tracker.storage import disk, package


def ids(folder: Path, shown: str | None = None) -> tuple[str, ...]:
    """Return the ids of the TOML files directly in a folder, sorted; raise Unreadable where it cannot be listed."""
    return tuple(sorted(name.removesuffix(".toml") for name in disk.names(folder, shown or str(folder))))


def treaty_ids(own: Path, shown: str | None = None) -> tuple[str, ...]:
    """Return the ids of the shipped treaties, as of the user's `own`, whose folder need not be there; sorted."""
    mine = ids(own, shown) if disk.is_folder(own) else ()
    return tuple(sorted({*mine, *ids(package.treaties())}))
