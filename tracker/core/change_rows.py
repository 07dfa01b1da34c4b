"""The rows of what moved, as machines read them."""

from __future__ import annotations

from tracker.core.changes import Changes
from tracker.core.rows import Json, entry_row, source_rows
from tracker.core.standing import Standing


def changes_row(found: Changes) -> Json:
    """Return what moved as `changes` gives it; the numbers of sources are those of the list at the end."""
    return {
        "since": found.since.isoformat(),
        "until": found.until.isoformat(),
        "cases": [
            {
                "case": change.after.case.id,
                "before": _place(change.before),
                "after": _place(change.after),
                "events": [entry_row(move.entry, found.cited) for move in change.moves],
            }
            for change in found.cases
        ],
        "sources": source_rows(found.cited),
    }


def _place(one: Standing) -> Json:
    return {"condition": one.condition.value, "stage": one.stage.value if one.stage else None}
