"""The ids that the names of files give, without a file being read."""

from __future__ import annotations

from tracker.storage import package
from tracker.storage.files import Files, OnDisk


def ids(folder: Files, shown: str) -> tuple[str, ...]:
    """Return the ids of the TOML files directly in a folder, sorted; raise Unreadable where it cannot be listed."""
    return tuple(sorted(name.removesuffix(".toml") for name in folder.names(shown)))


def treaty_ids(own: Files, shown: str) -> tuple[str, ...]:
    """Return the ids of the shipped treaties, as of the user's `own`, whose folder need not be there; sorted."""
    mine, shipped = ids(own, shown) if own.is_there() else (), package.treaties()
    return tuple(sorted({*mine, *ids(OnDisk(shipped), str(shipped))}))
