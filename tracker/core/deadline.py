"""The last day on which a notice is still in time, which is an exit clause asked backwards."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from tracker.core.clause import ExitClause
from tracker.core.reckon import reckon
from tracker.core.reckoning import Asked, Reckoning

_NEVER = date.max.toordinal() + 1


@dataclass(frozen=True, slots=True)
class Deadline:
    """The last day on which a notice takes effect by `by`, None where there is none, with its reckoning.

    `safe` is the last one on which it does by every reading of what the clause leaves open.
    """

    by: date
    day: date | None
    safe: date | None
    told: Reckoning


def deadline(clause: ExitClause, asked: Asked, by: date) -> Deadline:
    """Return until when a notice is in time for `by`; what `asked` says of the state holds, its `received` does not."""
    day = last_day(clause, asked, by)
    if day is None:
        told = reckon(clause, replace(asked, received=by))
        return Deadline(by, None, None, Reckoning(doubts=() if told.effective else told.doubts))
    told = reckon(clause, replace(asked, received=day))
    safe: date | None = day
    if told.also:
        found = _greatest(lambda notice: _effect(clause, asked, notice, _latest), by)
        safe_told = reckon(clause, replace(asked, received=found)) if found else None
        safe = found if found and safe_told and safe_told.effective else None
        if safe:
            told = replace(told, doubts=(*told.doubts, f"on every reading only a notice up to {safe} is in time"))
    return Deadline(by, day, safe, told)


def last_day(clause: ExitClause, asked: Asked, by: date) -> date | None:
    """Return the last day on which a notice takes effect by `by`; None where there is none.

    The effective date never decreases in the day of the notice, and where the clause lets none be given, the next day
    on which it does counts: so the answer is found by halving.
    """
    return _greatest(lambda notice: _effect(clause, asked, notice, _usual), by)


def _greatest(effect: Callable[[int], int], by: date) -> date | None:
    low, high = date.min.toordinal(), by.toordinal()
    while low < high:
        middle = (low + high + 1) // 2
        if effect(middle) <= by.toordinal():
            low = middle
        else:
            high = middle - 1
    return date.fromordinal(low) if effect(low) <= by.toordinal() else None


def _effect(clause: ExitClause, asked: Asked, day: int, effective: Callable[[Reckoning], int]) -> int:
    """Return the effective date of a notice of that day, or of the first one that may be given after it."""
    told = reckon(clause, replace(asked, received=date.fromordinal(day)))
    opens = told.refusal.opens.toordinal() if told.refusal and told.refusal.opens else day
    return _effect(clause, asked, opens, effective) if opens > day else effective(told)


def _usual(told: Reckoning) -> int:
    return told.effective.toordinal() if told.effective else _NEVER


def _latest(told: Reckoning) -> int:
    """Return the latest of the days that there may be; never where one of them cannot be told."""
    days = [told.effective, *(other.day for other in told.also)]
    return max(day.toordinal() if day else _NEVER for day in days)
