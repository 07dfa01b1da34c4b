"""The paths of several cases on one axis of time, a bar each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from shlex import quote

from tracker.core.naming import doubles
from tracker.core.phrases import listed
from tracker.core.stage import PATH, Stage
from tracker.core.timeline import Line, Timeline
from tracker.views.axis import axis, day_numbers
from tracker.views.bars import Bar, Scale, bar
from tracker.views.dates import counted, long_day
from tracker.views.escape import escape
from tracker.views.flow import flow
from tracker.views.names import names
from tracker.views.paper import Ink, Paper, Piece, cells
from tracker.views.signs import legend
from tracker.views.words import MUST_BE_OUT, beside_stage, capital

_IN_A_PIPE = 80  # cells, where nothing says how many there are
_GAP = "  "
_LABELS = 3  # the names have one part in so many of the width
_MANY = 30  # rows below which the axis is told again
_FEW = 5  # names that a line lists
_DOUBTFUL = "not certain"  # on which of the days of its first stage a path began decides

_Names = Mapping[str, str]


def timeline(chart: Timeline, paper: Paper, *, footer: str) -> str:
    """Return a bar for each case below the axis; then what the signs mean, the day, the folder (`footer`)."""
    page = Paper(paper.width or _IN_A_PIPE, paper.colour, paper.unicode)
    called = _names(chart)
    label = _label_width(called, page)
    scale = Scale(chart.length, max(1, (page.width or _IN_A_PIPE) - label - len(_GAP)))
    bars = [bar(line, scale) for line in chart.lines]
    drawn = [one for one in bars if not one.blank]
    top = [f"{' ' * label}{_GAP}{line}" for line in axis(chart, scale)] if drawn else []
    rows = [*_rows(chart, bars, called, label, page)]
    below = [*_days(chart, scale), *_footer(chart, drawn, footer)]
    told = [line for piece in below for line in flow([piece], paper)]
    repeated = top[::-1] if len(bars) > _MANY else []
    return page.pages([*top, *rows, *repeated, "", *told] if bars else told)


def _names(chart: Timeline) -> _Names:
    shared = doubles(line.standing.case for line in chart.lines)
    called = {}
    for case in (line.standing.case for line in chart.lines):
        name = f"{case.country.name} ({case.id})" if case.id in shared else case.country.name
        called[case.id] = escape(f"{name} *" if case.about else name)
    return called


def _label_width(called: _Names, page: Paper) -> int:
    """Return the width of the longest name that has room; longer ones stand on a line of their own."""
    most = (page.width or _IN_A_PIPE) // _LABELS
    return max((cells(name) for name in called.values() if cells(name) <= most), default=0)


def _rows(chart: Timeline, bars: Sequence[Bar], called: _Names, label: int, page: Paper) -> Iterator[str]:
    """Yield the bars with the names before them, below their treaties where these are several."""
    groups: dict[str, list[tuple[Line, Bar]]] = {}
    for line, drawn in zip(chart.lines, bars, strict=True):
        groups.setdefault(line.standing.case.treaty.id, []).append((line, drawn))
    for number, group in enumerate(groups.values()):
        if len(groups) > 1:
            yield from ["", *flow([(group[0][0].standing.case.treaty.short, Ink.HEAD)], page)][number == 0 :]
        for line, drawn in group:
            yield from _row(line, drawn, called[line.standing.case.id], label, page)


def _row(line: Line, drawn: Bar, name: str, label: int, page: Paper) -> Iterator[str]:
    if cells(name) > label:
        yield from flow([(name, Ink.PLAIN)], page)
        name = ""
    pieces = [(_nothing(line), Ink.FAINT)] if drawn.blank else drawn.pieces()
    yield f"{name}{' ' * (label - cells(name))}{_GAP}{page.paint(pieces)}"


def _nothing(line: Line) -> str:
    return "nothing on these days" if line.standing.stage else "no stage is reached"


def _days(chart: Timeline, scale: Scale) -> Iterator[Piece]:
    """Yield where the cases stood on the days that the axis of their own days marks, where that is news."""
    if chart.origin is not None:
        return
    before = ""
    for number in [int(text) for _, text in day_numbers(chart, scale)][1:]:
        told = "; ".join(_stood(chart, number))
        if told not in ("", before):
            yield f"Day {number}: {told}", Ink.PLAIN
        before = told


def _stood(chart: Timeline, number: int) -> Iterator[str]:
    """Yield each stage with the cases that were at it on a day of their own; no case that has not lived so long.

    Those of which it is not certain come last.
    """
    called = names([line.standing.case for line in chart.lines])
    at = {called[line.standing.case.id]: line.at(number) for line in chart.lines if line.lived(number)}
    groups: dict[str, list[str]] = {}
    for stage in reversed(PATH):
        for name, then in at.items():
            if then and then.stage is stage:
                beside = beside_stage(then)
                label = f"{stage.label} ({beside})" if beside else stage.label
                groups.setdefault(label, []).append(name)
    if doubtful := [name for name, then in at.items() if then is None]:
        groups[_DOUBTFUL] = doubtful
    for label, those in groups.items():
        yield f"{label}: {_few(those)}"


def _few(those: Sequence[str]) -> str:
    """Return the names, or how many cases they are."""
    return listed(those) if len(those) <= _FEW else counted(len(those), "case")


def _footer(chart: Timeline, bars: Sequence[Bar], folder: str) -> Iterator[Piece]:
    called = names([line.standing.case for line in chart.lines])
    marked = next((line.standing.case.id for line in chart.lines if line.standing.case.about), None)
    if bars:
        yield legend(chart, bars), Ink.FAINT
    if chart.origin is None:
        yield "Days since each country's own first stage.", Ink.FAINT
    if other := _otherwise(chart, called):
        yield f"On another reading of the exit clause the effect is {other}.", Ink.DOUBT
    if out := [called[line.standing.case.id] for line in chart.lines if line.standing.must_be_out]:
        yield f"{capital(MUST_BE_OUT)}, since a day that is not known: {_few(out)}", Ink.DOUBT
    if marked:
        yield f"* to be read with a remark: `tracker show {quote(marked)}`", Ink.FAINT
    as_of = f" as of {long_day(chart.lines[0].standing.as_of)}" if chart.lines else ""
    yield f"{counted(len(chart.lines), 'case')}{as_of}", Ink.PLAIN
    yield f"read from {folder}", Ink.FAINT


def _otherwise(chart: Timeline, called: _Names) -> str:
    """Return the other days of the effects that are drawn: of each case, or of how many."""
    drawn = [one.standing for one in chart.lines if any(each.span.stage is Stage.EFFECT for each in one.stretches)]
    told = [
        f"on {' or '.join(map(long_day, one.other_days))} for {called[one.case.id]}" for one in drawn if one.other_days
    ]
    return listed(told) if len(told) <= _FEW else f"on another day for {counted(len(told), 'case')}"
