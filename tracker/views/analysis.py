"""The ministries' findings side by side."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from tracker.core.analysis import Analysis, Found, Side
from tracker.core.case import Case
from tracker.core.event import Aspect
from tracker.core.phrases import listed
from tracker.views.dates import long_day, long_when
from tracker.views.flow import flow
from tracker.views.grid import Column, Row, grid
from tracker.views.names import names
from tracker.views.paper import Ink, Paper, Piece
from tracker.views.sources import cited, source_section
from tracker.views.words import capital

_GAP = "  "
_ASPECT = max(len(aspect) for aspect in Aspect) + 2
_COLUMN = 28  # cells below which a country's column cannot be read
_NONE = "–"


def analysis(found: Analysis, as_of: date, paper: Paper, *, all_sources: bool, footer: str) -> str:
    """Return the findings, what none is recorded on, and the sources.

    The countries stand side by side where there is room for their columns, otherwise one below the other.
    """
    called = names(found.cases)
    lines = flow([(f"What the ministries found, as of {long_day(as_of)}", Ink.HEAD)], paper)
    lines += _columns(found, called, paper) if _has_room(found, paper) else _stacked(found, called, paper)
    lines += [*_silent(found, called, paper), *_doubts(found, called, paper)]
    lines += source_section(found.cited.sources, paper, all_sources=all_sources)
    return paper.pages([*lines, "", *flow([(f"read from {footer}", Ink.FAINT)], paper)])


def _has_room(found: Analysis, paper: Paper) -> bool:
    count = len(found.telling)
    return paper.width is not None and count > 1 and _ASPECT + count * (_COLUMN + len(_GAP)) <= paper.width


def _columns(found: Analysis, called: Mapping[str, str], paper: Paper) -> Iterator[str]:
    """Yield a column a country, a row an aspect."""
    titles: list[Piece] = [("", Ink.PLAIN), *((capital(called[case.id]), Ink.HEAD) for case in found.telling)]
    depths = [max(1, *(len(_of(side, case)) for case in found.telling)) for side in found.sides]
    rows = [_across(side, n, found) for side, depth in zip(found.sides, depths, strict=True) for n in range(depth)]
    columns = [Column(), *(Column(wraps=True) for _ in found.telling)]
    blocks = iter(grid(columns, [titles, *rows]).narrowed(paper).lines(paper))
    yield from ("", *next(blocks))
    for depth in depths:
        yield from ("", *(line for _ in range(depth) for line in next(blocks)))
    yield from ("", *flow([(f"{_NONE} no finding is recorded", Ink.FAINT)], paper))


def _across(side: Side, number: int, found: Analysis) -> list[Piece]:
    """Return the nth finding of each country on the aspect."""
    cells: list[Piece] = [(side.aspect.capitalize() if number == 0 else "", Ink.HEAD)]
    for case in found.telling:
        here = _of(side, case)
        none = _NONE if number == 0 else ""
        cells.append((_told(here[number], found), Ink.PLAIN) if number < len(here) else (none, Ink.FAINT))
    return cells


def _of(side: Side, case: Case) -> list[Found]:
    return [each for each in side.findings if each.case.id == case.id]


def _stacked(found: Analysis, called: Mapping[str, str], paper: Paper) -> Iterator[str]:
    """Yield the aspects one after the other, each with its countries."""
    every = [each for side in found.sides for each in side.findings]
    rows: list[Row] = [[(capital(called[each.case.id]), Ink.PLAIN), (_told(each, found), Ink.PLAIN)] for each in every]
    table = grid([Column(wraps=True, least=10), Column(wraps=True)], rows)
    blocks = iter(table.narrowed(paper.narrowed(len(_GAP))).lines(paper))
    for side in found.sides:
        yield from ("", paper.paint([(side.aspect.capitalize(), Ink.HEAD)]))
        yield from (f"{_GAP}{line}" for _ in side.findings for line in next(blocks))
        yield from (f"{_GAP}{line}" for line in _empty(side, called, paper))


def _told(each: Found, found: Analysis) -> str:
    """Return the finding, with who made it on which day and the numbers of its sources."""
    by = ", ".join(text for text in (each.body, long_when(each.date)) if text)
    numbers, _ = cited(sorted(found.cited.numbers(each.sources)))
    return f"{each.finding.text} ({by}){numbers}"


def _empty(side: Side, called: Mapping[str, str], paper: Paper) -> list[str]:
    """Return what nothing is recorded on: the aspect itself, or those countries that have findings on others."""
    if not side.findings:
        text = "No finding is recorded."
    elif side.silent:
        text = f"No finding is recorded for {_all(side.silent, called)}."
    else:
        return []
    return flow([(text, Ink.FAINT)], paper.narrowed(len(_GAP)))


def _silent(found: Analysis, called: Mapping[str, str], paper: Paper) -> list[str]:
    if not found.silent:
        return []
    return ["", *flow([(f"No findings at all are recorded for {_all(found.silent, called)}.", Ink.PLAIN)], paper)]


def _doubts(found: Analysis, called: Mapping[str, str], paper: Paper) -> list[str]:
    """Return what is doubtful about the analyses, each country on a line of its own."""
    texts = [f"Doubt about {called[case.id]}: {doubt}" for case, doubt in found.doubts]
    return [line for text in texts for line in ("", *flow([(text, Ink.DOUBT)], paper))]


def _all(cases: Sequence[Case], called: Mapping[str, str]) -> str:
    return listed([called[case.id] for case in cases])
