"""What the calculator says of a notice: the day, the steps to it, what is not sure about it."""

from __future__ import annotations

from datetime import date

from tracker.core.clause import ExitClause
from tracker.core.reckoning import Reckoning, Rule, Step
from tracker.core.treaty import Treaty
from tracker.core.vocabulary import RunsFrom
from tracker.views.clause import read_how, told_to
from tracker.views.dates import long_day
from tracker.views.flow import beside, flow
from tracker.views.grid import Column, grid
from tracker.views.paper import Ink, Paper
from tracker.views.reckoned import unless_deferred
from tracker.views.sources import source_list

_INDENT = 2
_COLUMNS = (Column("Day"), Column("Step", wraps=True, least=20), Column("Article", wraps=True, least=12))


def effect(treaty: Treaty, received: date | None, told: Reckoning, paper: Paper, *, by: date | None = None) -> str:
    """Return the answer; `by` is the day in time for which the last notice was looked for."""
    lines = flow([(_answer(treaty, received, told, by), Ink.HEAD)], paper)
    if treaty.about:
        lines += ["", *flow([(treaty.about, Ink.PLAIN)], paper)]
    if told.steps:
        lines += ["", *_steps(told, paper)]
    lines += _listed("Also", [_other(other.why, other.day) for other in told.also], paper)
    lines += _listed("Doubts", list(told.doubts), paper, Ink.DOUBT)
    lines += _listed("What follows", _follows(treaty.exit, told), paper)
    lines += _listed("To be known", [*told_to(treaty.exit), *read_how(treaty)], paper)
    if treaty.exit.sources:
        lines += ["", paper.paint([("Sources", Ink.HEAD)])]
        lines += source_list(treaty.exit.sources, paper, addresses=True)
    return paper.pages(lines)


def _answer(treaty: Treaty, received: date | None, told: Reckoning, by: date | None) -> str:
    leaving = f"a notice to leave {treaty.in_sentence}"
    if by is not None and received is None:
        return f"No last day can be told on which {leaving} takes effect by {long_day(by)}."
    if received is None:
        return ""
    if by is not None:
        last = f"The last day on which {leaving} takes effect by {long_day(by)} is {long_day(received)}"
        return f"{last}: it takes effect on {long_day(told.effective)}." if told.effective else f"{last}."
    notice = f"{leaving[:1].upper()}{leaving[1:]} {_on(treaty.exit, received)}"
    if told.effective:
        doubtful = "; doubts are noted below" if told.doubts else unless_deferred(treaty.exit)
        return f"{notice} takes effect on {long_day(told.effective)}{doubtful}."
    bound = f", but not before {long_day(told.not_before)}" if told.not_before else ""
    return f"When {leaving} {_on(treaty.exit, received)} takes effect cannot be told{bound}."


def _on(clause: ExitClause, received: date) -> str:
    return _ON[clause.runs_from].format(receiver=clause.receiver, day=long_day(received))


def _steps(told: Reckoning, paper: Paper) -> list[str]:
    rows = [_row(step) for step in told.steps if step.rule is not Rule.FOLLOWS]
    table = grid(_COLUMNS, rows).narrowed(paper)
    return [table.head(paper), *(line for lines in table.lines(paper) for line in lines)]


def _follows(clause: ExitClause, told: Reckoning) -> list[str]:
    """Return what follows, until when where that is known."""
    days = {step.text: step.day for step in told.steps if step.rule is Rule.FOLLOWS}
    texts = [one.text.removesuffix(".") for one in clause.follows]
    until = (days.get(text) for text in texts)
    return [f"{text} (until {long_day(day)})" if day else text for text, day in zip(texts, until, strict=True)]


def _row(step: Step) -> list[tuple[str, Ink]]:
    day = step.day.isoformat() if step.day else ""
    return [(day, Ink.NOTICE if step.moves else Ink.PLAIN), (step.text, Ink.PLAIN), (step.article or "", Ink.FAINT)]


def _other(why: str, day: date | None) -> str:
    return f"{long_day(day)}, {why}" if day else why


def _listed(title: str, texts: list[str], paper: Paper, ink: Ink = Ink.PLAIN) -> list[str]:
    if not texts:
        return []
    lines = ["", paper.paint([(title, Ink.HEAD)])]
    narrow = paper.narrowed(2 * _INDENT)
    for text in texts:
        lines += beside([("  –", ink)], flow([(text, ink)], narrow), 2 * _INDENT, paper)
    return lines


_ON = {
    RunsFrom.RECEIPT: "that {receiver} receives on {day}",
    RunsFrom.NOTICE: "given on {day}",
    RunsFrom.DEPOSIT: "deposited on {day}",
    RunsFrom.REGISTRATION: "that {receiver} registers on {day}",
    RunsFrom.YEAR: "that {receiver} receives on {day}",
}
