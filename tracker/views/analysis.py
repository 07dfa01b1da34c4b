"""The ministries' findings side by side."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from tracker.core.analysis import Analysis, Found, Side
from tracker.core.case import Case
from tracker.views.dates import long_day, long_when
from tracker.views.flow import flow
from tracker.views.grid import Column, grid
from tracker.views.names import names
from tracker.views.paper import Ink, Paper, Piece
from tracker.views.sources import cited, source_section
from tracker.views.words import capital, listed

_GAP = "  "
_COLUMNS = (Column(wraps=True, least=10), Column(wraps=True))


def analysis(found: Analysis, as_of: date, paper: Paper, *, all_sources: bool, footer: str) -> str:
    """Return the findings of each aspect, country by country, what none is recorded on, and the sources."""
    called = names(found.cases)
    rows = [_row(each, found, capital(called[each.case.id])) for side in found.sides for each in side.findings]
    table = grid(_COLUMNS, rows)
    blocks = iter(table.narrowed(paper.narrowed(len(_GAP))).lines(paper))
    lines = flow([(f"What the ministries found, as of {long_day(as_of)}", Ink.HEAD)], paper)
    for side in found.sides:
        lines += ["", paper.paint([(side.aspect.capitalize(), Ink.HEAD)])]
        lines += [f"{_GAP}{line}" for _ in side.findings for line in next(blocks)]
        lines += [f"{_GAP}{line}" for line in _empty(side, called, paper)]
    lines += _silent(found, called, paper)
    lines += source_section(found.cited.sources, paper, all_sources=all_sources)
    return paper.pages([*lines, "", *flow([(f"read from {footer}", Ink.FAINT)], paper)])


def _row(each: Found, found: Analysis, name: str) -> list[Piece]:
    """Return the country and the finding, with who made it on which day."""
    by = ", ".join(text for text in (each.body, long_when(each.date)) if text)
    numbers, _ = cited(sorted(found.cited.numbers(each.sources)))
    return [(name, Ink.PLAIN), (f"{each.finding.text} ({by}){numbers}", Ink.PLAIN)]


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


def _all(cases: Sequence[Case], called: Mapping[str, str]) -> str:
    return listed([called[case.id] for case in cases])
