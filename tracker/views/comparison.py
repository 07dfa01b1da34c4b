"""Two or more countries side by side, stage by stage."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from tracker.core.comparison import Comparison
from tracker.core.comparison import Row as StageRow
from tracker.core.interval import NO_DAYS, Days
from tracker.core.naming import doubles
from tracker.core.stage import Stage
from tracker.core.standing import Standing
from tracker.views.ballots import vote_blocks
from tracker.views.blocks import blocks
from tracker.views.dates import days, long_day, short_when
from tracker.views.flow import flow
from tracker.views.grid import Column, Grid, Row, grid
from tracker.views.leading import lead
from tracker.views.names import names
from tracker.views.paper import Ink, Paper, Piece
from tracker.views.words import INKS, MUST_BE_OUT, beside_stage

_GAP = "  "
_NONE = "–"
_TITLE_WIDTH = 13
APART = "The treaties differ, so the paths are compared by the days since each country's own first stage."
_BEHIND = "Behind: after the first. "
_LEGEND = "Taken: since the stage before. Start: the country's own first stage."
_OTHERWISE = " Or: on another reading of the exit clause."


def diff(comparison: Comparison, paper: Paper) -> str:
    """Return who leads, then the stages of all cases, as many side by side as fit, then the votes."""
    called = names([one.case for one in comparison.standings])
    lines = flow([(lead(comparison, called), Ink.HEAD)], paper)
    if not comparison.alike:
        lines += flow([(APART, Ink.PLAIN)], paper)
    for block in _blocks(comparison, paper):
        lines += ["", *(line for row in block.narrowed(paper).lines(paper) for line in row)]
    for block in vote_blocks(comparison, paper):
        lines += ["", *(line for row in block.narrowed(paper).lines(paper) for line in row)]
    return paper.pages([*lines, "", *flow([(legend(comparison), Ink.FAINT)], paper)])


def legend(comparison: Comparison) -> str:
    """Return the day, with what the rows of numbers mean."""
    as_of = f"As of {long_day(comparison.standings[0].as_of)}. "
    other = _OTHERWISE if any(one.other_days for one in comparison.standings) else ""
    return f"{as_of}{_BEHIND if comparison.alike else ''}{_LEGEND}{other}"


def _blocks(comparison: Comparison, paper: Paper) -> Iterator[Grid]:
    """Yield columns for as many cases at a time as fit the paper, at least one."""
    return blocks(
        comparison.standings, lambda group: _block(comparison, group, paper), paper, lambda block: block.fits(paper)
    )


def _block(comparison: Comparison, group: Sequence[Standing], paper: Paper) -> Grid:
    columns = [Column(), *(Column(right=True, wraps=True) for _ in group)]
    rows = [*titles(comparison, group, paper)]
    for row in comparison.rows:
        rows += [_blank(group), *stage_rows(row, group, paper, alike=comparison.alike)]
    return grid(columns, rows)


def titles(comparison: Comparison, group: Sequence[Standing], paper: Paper) -> Iterator[Row]:
    """Yield the countries; below them what tells cases of one country apart, and what the stages do not tell."""
    shared = doubles(one.case for one in comparison.standings)
    yield [("", Ink.PLAIN), *((one.case.country.name, Ink.HEAD) for one in group)]
    if any(one.case.id in shared for one in group):
        yield [("", Ink.PLAIN), *((f"({one.case.id})" if one.case.id in shared else "", Ink.PLAIN) for one in group)]
    if not comparison.alike:
        narrow = Paper(None if paper.width is None else _TITLE_WIDTH, colour=False)
        yield from _stacked([flow([(one.case.treaty.short, Ink.PLAIN)], narrow) for one in group], Ink.FAINT)
    if any(map(beside_stage, group)):
        told = (MUST_BE_OUT if one.must_be_out else one.condition.label for one in group)
        yield [("", Ink.PLAIN), *((text, INKS[one.condition]) for text, one in zip(told, group, strict=True))]


def stage_rows(row: StageRow, group: Sequence[Standing], paper: Paper, *, alike: bool) -> Iterator[Row]:
    """Yield the days on which the cases reached a stage, then the rows of numbers that say something."""
    cells = [row.cells[one.case.id] for one in group]
    dates = [short_when(cell.date) if cell else _NONE for cell in cells]
    lines = [[date] if paper.width is None else [part for part in date.partition(" ")[::2] if part] for date in dates]
    first, *rest = _stacked(lines, Ink.PLAIN)
    yield [(row.stage.label, Ink.HEAD), *first[1:]]
    yield from rest
    if row.stage is Stage.EFFECT:
        yield from _about_effect(group)
    if alike and any(cells):
        yield _numbers("days behind", [cell.behind if cell else None for cell in cells], none="first")
    if any(cell and cell.took for cell in cells):
        yield _numbers("days taken", [cell.took if cell else None for cell in cells])
        yield _numbers("days since start", [cell.elapsed if cell else None for cell in cells])


def _numbers(label: str, values: Iterable[Days | None], none: str = "0") -> list[Piece]:
    texts = (_NONE if value is None else none if value == NO_DAYS else days(value) for value in values)
    return [(f"{_GAP}{label}", Ink.FAINT), *((text, Ink.FAINT if text == _NONE else Ink.PLAIN) for text in texts)]


def _about_effect(group: Sequence[Standing]) -> Iterator[Row]:
    """Yield what is to be added to effective dates: bound until that day ends, still to come, the other days."""
    if any(_binds_all_day(one) for one in group):
        yield [("", Ink.PLAIN), *(("end of day" if _binds_all_day(one) else "", Ink.PLAIN) for one in group)]
    if any(_is_ahead(one) for one in group):
        yield [("", Ink.PLAIN), *(("to come" if _is_ahead(one) else "", Ink.NOTICE) for one in group)]
    yield from _stacked([[f"or {day}" for day in one.other_days] for one in group], Ink.DOUBT)


def _binds_all_day(one: Standing) -> bool:
    return one.effective is not None and one.case.clause.end_of_day


def _is_ahead(one: Standing) -> bool:
    return one.effective is not None and one.state.reached_at(Stage.EFFECT) is None


def _stacked(columns: Sequence[Sequence[str]], ink: Ink) -> Iterator[list[Piece]]:
    """Yield rows, the nth with the nth line of each column."""
    for number in range(max(map(len, columns))):
        yield [("", ink), *((lines[number] if number < len(lines) else "", ink) for lines in columns)]


def _blank(group: Sequence[Standing]) -> list[Piece]:
    return [("", Ink.PLAIN)] * (len(group) + 1)
