"""What the calculator says of a notice: the day, the steps to it, what is not sure about it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from tracker.core.calculator import Answer
from tracker.core.clause import ExitClause
from tracker.core.deadline import Deadline
from tracker.core.reckoning import Basis, Other, Reckoning, Rule, Step
from tracker.core.vocabulary import RunsFrom
from tracker.views.clause import read_how, told_to
from tracker.views.dates import long_day, spoken
from tracker.views.flow import beside, flow
from tracker.views.grid import Column, grid
from tracker.views.paper import Ink, Paper
from tracker.views.reckoned import bound, unless_deferred
from tracker.views.sources import source_list
from tracker.views.words import capital

_INDENT = 2
_COLUMNS = (Column("Day"), Column("Step", wraps=True, least=20), Column("Article", wraps=True, least=12))


def effect(answer: Answer, paper: Paper) -> str:
    """Return the answer in a sentence, the steps to it, other days, doubts, what follows, the sources."""
    treaty, told = answer.treaty, answer.told
    lines = flow([(capital(_answer(answer)), Ink.HEAD)], paper)
    if treaty.about:
        lines += ["", *flow([(treaty.about, Ink.PLAIN)], paper)]
    if told.steps:
        lines += ["", *_steps(told, paper)]
    lines += _listed("Other readings", [_other(other) for other in told.also], paper)
    lines += _listed("Doubts", list(told.doubts), paper, Ink.DOUBT)
    lines += _listed("What follows", _follows(treaty.exit, told), paper)
    lines += _listed("Notes", [capital(text) for text in (*told_to(treaty.exit), *read_how(treaty))], paper)
    if treaty.exit.sources:
        lines += ["", paper.paint([("Sources", Ink.HEAD)])]
        lines += source_list(treaty.exit.sources, paper, addresses=True)
    return paper.pages(lines)


def _answer(answer: Answer) -> str:
    whose = f" of {answer.country.in_sentence}" if answer.country else ""
    leaving = f"a notice{whose} to leave {answer.treaty.in_sentence}"
    if answer.deadline:
        return _backwards(answer, leaving, answer.deadline)
    clause, told = answer.treaty.exit, answer.told
    notice = f"{leaving} {_on(clause, answer.received)}" if answer.received else leaving
    if told.effective:
        return f"{notice} takes effect on {long_day(told.effective)}{_qualified(clause, told)}."
    least = f"; it is not before {long_day(told.not_before)}" if told.not_before else ""
    return f"it cannot be told when {notice} takes effect{least}."


def _backwards(answer: Answer, leaving: str, found: Deadline) -> str:
    by = long_day(found.by)
    if found.day is None or found.told.effective is None:
        return f"no day can be told until which {leaving} is in time for {by}."
    last = f"{leaving} is in time for {by} until {long_day(found.day)}"
    effective = f"it then takes effect on {long_day(found.told.effective)}"
    qualified = _qualified(answer.treaty.exit, found.told)
    if found.safe == found.day:
        return f"{last}: {effective}{qualified}."
    safe = f"only until {long_day(found.safe)}" if found.safe else "on no day"
    return f"{last}, and on every reading of the clause {safe}: {effective}{qualified}."


def _qualified(clause: ExitClause, told: Reckoning) -> str:
    """Return all that a date must not be printed without."""
    least = " at the earliest" if clause.minimum and told.basis is Basis.COMPUTED else ""
    days = " or ".join(long_day(other.day) for other in told.also if other.day)
    other = f", or on {days} on another reading of the clause" if days else ""
    doubtful = "; doubts are noted below" if told.doubts else ""
    return f"{least}{bound(clause)}{other}{unless_deferred(clause)}{doubtful}"


def _on(clause: ExitClause, received: date) -> str:
    return _ON[clause.runs_from].format(receiver=clause.receiver, day=long_day(received))


def _steps(told: Reckoning, paper: Paper) -> list[str]:
    rows = [_row(step) for step in told.steps if step.rule is not Rule.FOLLOWS]
    table = grid(_COLUMNS, rows).narrowed(paper)
    return [table.head(paper), *(line for lines in table.lines(paper) for line in lines)]


def _row(step: Step) -> list[tuple[str, Ink]]:
    day = step.day.isoformat() if step.day else ""
    ink = Ink.NOTICE if step.moves else Ink.PLAIN
    return [(day, ink), (spoken(step.text), Ink.PLAIN), (step.article or "", Ink.FAINT)]


def _follows(clause: ExitClause, told: Reckoning) -> list[str]:
    """Return what follows, until when where that is known; where no date can be told, what would."""
    steps = [step for step in told.steps if step.rule is Rule.FOLLOWS]
    if not steps:
        return [one.text.removesuffix(".") for one in clause.follows]
    return [f"{step.text} (until {long_day(step.day)})" if step.day else step.text for step in steps]


def _other(other: Other) -> str:
    return f"{long_day(other.day)}, {spoken(other.why)}" if other.day else spoken(other.why)


def _listed(title: str, texts: Sequence[str], paper: Paper, ink: Ink = Ink.PLAIN) -> list[str]:
    if not texts:
        return []
    lines = ["", paper.paint([(title, Ink.HEAD)])]
    narrow = paper.narrowed(2 * _INDENT)
    for text in texts:
        lines += beside([("  –", ink)], flow([(spoken(text), ink)], narrow), 2 * _INDENT, paper)
    return lines


_ON = {
    RunsFrom.RECEIPT: "that {receiver} receives on {day}",
    RunsFrom.NOTICE: "given on {day}",
    RunsFrom.DEPOSIT: "deposited on {day}",
    RunsFrom.REGISTRATION: "that {receiver} registers on {day}",
    RunsFrom.YEAR: "that {receiver} receives on {day}",
}
