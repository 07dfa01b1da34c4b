"""The last day on which a notice is still in time, which is an exit clause asked backwards."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from tracker.core.clause import ExitClause
from tracker.core.reckon import reckon
from tracker.core.reckoning import Asked

_NEVER = date.max.toordinal() + 1


def last_day(clause: ExitClause, asked: Asked, by: date) -> date | None:
    """Return the last day on which a notice takes effect by `by`; None where there is none.

    Whatever `asked` says of the state is taken as it is, its `received` is not looked at. The effective date never
    decreases in the day of the notice, and where the clause lets none be given, the next day on which it does
    counts: so the answer is found by halving.
    """
    low, high = date.min.toordinal(), by.toordinal()
    while low < high:
        middle = (low + high + 1) // 2
        if _effect(clause, asked, middle) <= by.toordinal():
            low = middle
        else:
            high = middle - 1
    return date.fromordinal(low) if _effect(clause, asked, low) <= by.toordinal() else None


def _effect(clause: ExitClause, asked: Asked, day: int) -> int:
    """Return the effective date of a notice of that day, or of the first one that may be given after it."""
    told = reckon(clause, replace(asked, received=date.fromordinal(day)))
    opens = told.refusal.opens.toordinal() if told.refusal and told.refusal.opens else day
    if opens > day:
        return _effect(clause, asked, opens)
    return told.effective.toordinal() if told.effective else _NEVER
