"""Who leads among several countries, in a sentence."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from tracker.core.comparison import OUT_OF_THE_RACE, Cell, Comparison
from tracker.core.interval import NO_DAYS
from tracker.core.phrases import listed
from tracker.core.stage import Stage
from tracker.core.standing import Standing
from tracker.views.dates import counted, days, long_day, some_day
from tracker.views.reckoned import bound
from tracker.views.words import capital

_Names = Mapping[str, str]


def lead(comparison: Comparison, names: _Names) -> str:
    """Return who leads and by how much, who share the lead, or why nobody does."""
    running = [one for one in comparison.standings if one.stage and one.condition not in OUT_OF_THE_RACE]
    if not running:
        return f"Nobody leads: no path is under way or complete as of {long_day(comparison.standings[0].as_of)}."
    furthest = _furthest(running)
    if not comparison.leaders:
        rivals = capital(listed([names[id_] for id_ in comparison.rivals]))
        return f"{rivals} are ahead ({furthest.label}); which of them leads is open, as a day is not fully known."
    leaders = capital(listed([names[id_] for id_ in comparison.leaders]))
    others = [one for one in running if one.case.id not in comparison.leaders]
    cells = {id_: cell for row in comparison.rows if row.stage is furthest for id_, cell in row.cells.items() if cell}
    first = next(one for one in running if one.case.id == comparison.leaders[0])
    reached = _at(furthest, first) if comparison.alike else _after(furthest, cells[first.case.id], comparison)
    verb = "leads" if len(comparison.leaders) == 1 else "share the lead"
    return f"{leaders} {verb}: {reached}{_ahead(furthest, cells, others, names, comparison)}."


def _furthest(standings: Sequence[Standing]) -> Stage:
    return max((one.stage for one in standings if one.stage), key=lambda stage: stage.place)


def _after(stage: Stage, cell: Cell, comparison: Comparison) -> str:
    whose = "its" if len(comparison.leaders) == 1 else "their"
    return f"{stage.label} {counted(days(cell.elapsed), 'day')} after {whose} own first stage"


def _ahead(
    stage: Stage, cells: Mapping[str, Cell], others: Sequence[Standing], names: _Names, comparison: Comparison
) -> str:
    """Return how far ahead of whom: of those at the same stage in days, else of those at the stage nearest to it."""
    if not others:
        return ""
    same = {one.case.id: cells[one.case.id] for one in others if one.stage is stage}
    if same:
        first = cells[comparison.leaders[0]]
        return _days_ahead(first, same, names) if comparison.alike else _fewer_days(same, names)
    nearest = _furthest(others)
    there = [one for one in others if one.stage is nearest]
    return f", ahead of {listed([f'{names[one.case.id]} ({_at(nearest, one)})' for one in there])}"


def _at(stage: Stage, one: Standing) -> str:
    end = bound(one.case.clause) if stage is Stage.EFFECT and one.effective else ""
    return f"{stage.label} since {some_day(one.stage_since)}{end}" if one.stage_since else stage.label


def _days_ahead(first: Cell, same: Mapping[str, Cell], names: _Names) -> str:
    """Return the distance to the nearest; none is told where one that is out of the race had come before the leader."""
    behind = {id_: cell.behind or NO_DAYS for id_, cell in same.items()}
    least = min(behind.values(), key=lambda number: number.pair)
    called = listed([names[id_] for id_, number in behind.items() if number == least])
    return f", {counted(days(least), 'day')} ahead of {called}" if first.behind == NO_DAYS else f", ahead of {called}"


def _fewer_days(same: Mapping[str, Cell], names: _Names) -> str:
    least = min((cell.elapsed for cell in same.values()), key=lambda number: number.pair)
    called = listed([names[id_] for id_, cell in same.items() if cell.elapsed == least])
    return f", ahead of {called} with {counted(days(least), 'day')}"
