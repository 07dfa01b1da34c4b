"""From where a user looks for the cases, which are named on the line or by the environment."""

from __future__ import annotations

import os
from pathlib import Path

from tracker.core.errors import NotFound


def named(given: str | None) -> str | None:
    """Return the folder of `--cases`, else that of TRACKER_CASES, None where neither names one."""
    return given or os.environ.get("TRACKER_CASES") or None


def here() -> Path:
    """Return the folder in which the user stands; raise NotFound where it is gone."""
    try:
        return Path.cwd()
    except OSError:
        raise NotFound("the folder that you stand in is gone", "`cd` to one that is there") from None


def home() -> Path:
    """Return the home folder, above which no cases are looked for; the root for a user who has none."""
    try:
        return Path.home()
    except RuntimeError:
        return Path(here().anchor)
