"""The rows of what moved, as machines read them."""

from __future__ import annotations

from tracker.core.changes import Changes, Move
from tracker.core.rows import Json, entry_row, source_rows
from tracker.core.sheet import Sheet, sheet
from tracker.core.sheets import ENTRY_KEYS, entry_cells, source_cells
from tracker.core.standing import Standing

CHANGES_KEYS = ("case", "before_condition", "before_stage", "after_condition", "after_stage", *ENTRY_KEYS[1:])


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
                "events": [_event(move, found) for move in change.moves],
            }
            for change in found.cases
        ],
        "sources": source_rows(found.cited),
    }


def changes_sheet(found: Changes) -> Sheet:
    """Return one row an event, each with where its case stood before and after."""
    return sheet(
        CHANGES_KEYS,
        (
            {
                **entry_cells(change.after.case.id, move.entry, found.cited),
                "number": move.number,
                **source_cells(found.cited.cited_by(move.sources)),
                "before": _place(change.before),
                "after": _place(change.after),
            }
            for change in found.cases
            for move in change.moves
        ),
    )


def _event(move: Move, found: Changes) -> Json:
    """Return the row of the history; an effect that time brought has the sources of its notice."""
    sources = list(found.cited.numbers(move.sources))
    return {**entry_row(move.entry, found.cited), "number": move.number, "sources": sources}


def _place(one: Standing) -> Json:
    return {"condition": one.condition.value, "stage": one.stage.value if one.stage else None}
