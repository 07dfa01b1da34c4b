"""Where every case stands, one row each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from shlex import quote

from tracker.core.event import Event
from tracker.core.naming import doubles
from tracker.core.stage import Stage
from tracker.core.standing import Standing
from tracker.core.state import Condition
from tracker.views.dates import at_latest, counted, long_day, short_when
from tracker.views.flow import UNBROKEN, flow
from tracker.views.grid import Column, Grid, grid
from tracker.views.paper import Ink, Paper, Piece
from tracker.views.words import HALTED, INKS, MUST_BE_OUT, effect_day

_DAY = len("2025-04-16")
COLUMNS = (
    Column("Country", wraps=True),
    Column("Treaty", wraps=True),
    Column("Stage", wraps=True, least=_DAY),
    Column("Since", wraps=True, least=_DAY),
    Column("Days", right=True),
    Column("Next", wraps=True, least=_DAY),
    Column("Effect"),
)
_TREATY, _DAYS, _EFFECT = 1, 4, 6
_AT_LEAST = "≥ "
_OTHERWISE = " ?"


def status(standings: Sequence[Standing], paper: Paper, *, footer: str) -> str:
    """Return a row for each standing, in their order; below them the counts, the day, and the folder (`footer`).

    The treaty has a column where there is room for it; otherwise it heads its cases.
    """
    rows = status_rows(standings)
    table = grid(COLUMNS, rows)
    lines = _listed(table, paper) if table.fits(paper) else _grouped(standings, table.without(_TREATY), paper)
    below = [_remark(standings), *((text, Ink.FAINT) for text in legend(rows))]
    below += [(summary(standings), Ink.PLAIN), (f"read from {footer}", Ink.FAINT)]
    told = [line for piece in below for line in flow([piece], paper)]
    return paper.pages([*lines, "", *told] if standings else told)


def status_rows(standings: Sequence[Standing]) -> list[list[Piece]]:
    """Return the cells of each standing, one a column of COLUMNS."""
    shared = doubles(one.case for one in standings)
    return [_row(one, with_id=one.case.id in shared) for one in standings]


def remark(standings: Iterable[Standing]) -> tuple[str, str] | None:
    """Return what the mark of a case means, and the command that tells more; None where none is marked."""
    marked = next((one.case.id for one in standings if one.case.about), None)
    return ("* to be read with a remark:", f"tracker show {quote(marked)}") if marked else None


def legend(rows: Iterable[Sequence[Piece]]) -> list[str]:
    """Return what the signs in the rows mean, where they were used."""
    texts = [(row[_DAYS][0], row[_EFFECT][0]) for row in rows]
    used = {
        f"{_AT_LEAST}at least, or not before: the day that decides is not fully known": any(
            _AT_LEAST in text for row in texts for text in row
        ),
        f"{_OTHERWISE[1:]} on another reading of the exit clause it is another day": any(
            effect.endswith(_OTHERWISE) for _, effect in texts
        ),
    }
    return [meaning for meaning, there in used.items() if there]


def summary(standings: Sequence[Standing]) -> str:
    """Return how many cases are in which condition, on which day."""
    counts = Counter(one.condition for one in standings)
    parts = [
        f"{counts[condition]} {condition.label}".replace(" ", UNBROKEN) for condition in Condition if counts[condition]
    ]
    kinds = f": {', '.join(parts)}" if parts else ""
    as_of = f" as of {long_day(standings[0].as_of)}" if standings else ""
    return f"{counted(len(standings), 'case')}{as_of}{kinds}"


def _remark(standings: Iterable[Standing]) -> Piece:
    told = remark(standings)
    return (f"{told[0]} `{told[1]}`" if told else "", Ink.FAINT)


def _listed(table: Grid, paper: Paper) -> list[str]:
    return [table.head(paper), *(line for lines in table.lines(paper) for line in lines)]


def _grouped(standings: Sequence[Standing], table: Grid, paper: Paper) -> list[str]:
    """Return the rows below their treaties, these in the order in which they first come."""
    fitting = table.narrowed(paper)
    groups: dict[str, list[str]] = {}
    for one, lines in zip(standings, fitting.lines(paper), strict=True):
        treaty = one.case.treaty
        if treaty.id not in groups:
            groups[treaty.id] = ["", *flow([(treaty.short, Ink.HEAD)], paper)]
        groups[treaty.id] += lines
    return [fitting.head(paper), *(line for group in groups.values() for line in group)]


def _row(one: Standing, *, with_id: bool) -> list[Piece]:
    case = one.case
    name = f"{case.country.name} ({case.id})" if with_id else case.country.name
    since = one.stage_since
    return [
        (f"{name} *" if case.about else name, Ink.PLAIN),
        (case.treaty.short, Ink.PLAIN),
        (one.stage.label if one.stage else "Not started", INKS[one.condition]),
        (at_latest(since) if since else "", Ink.PLAIN),
        (_days(one), Ink.PLAIN),
        _next(one),
        (_effect(one), Ink.PLAIN),
    ]


def _days(one: Standing) -> str:
    number, since = one.days, one.stage_since
    if number is None or since is None:
        return ""
    at_least = not since.known and one.days_at_least  # a day that is known needs no second look
    return f"{_AT_LEAST}{number}" if at_least else str(number)


def _next(one: Standing) -> Piece:
    """Return what comes next or why nothing does, with the next planned step."""
    ink = Ink.PLAIN
    next_ = one.next.label if one.next else ""
    if one.days_left is not None:
        next_, ink = f"effect in {counted(one.days_left, 'day')}", INKS[one.condition]
    elif one.condition in HALTED:
        since = at_latest(one.condition_since) if one.condition_since else ""
        next_, ink = f"{one.condition.label} {since}", INKS[one.condition]
    elif one.must_be_out:
        next_, ink = MUST_BE_OUT, INKS[one.condition]
    plan = one.next_plan
    return (_with_plan(next_, one, plan.event) if plan else next_), ink


def _with_plan(next_: str, one: Standing, event: Event) -> str:
    planned = f"planned {short_when(event.date)}"
    if event.stage and event.stage is one.next and one.condition not in HALTED:
        return f"{next_}, {planned}"
    step = event.stage.label if event.stage else event.step
    return f"{next_}; {step} {planned}".removeprefix("; ")


def _effect(one: Standing) -> str:
    if one.effective is None:
        confirmed = one.state.reached_at(Stage.EFFECT)
        not_before = f"{_AT_LEAST}{one.not_before}" if one.not_before else ""
        return at_latest(confirmed.date) if confirmed else not_before
    day = effect_day(one, str(one.effective))
    return f"{day}{_OTHERWISE}" if one.other_days else day
