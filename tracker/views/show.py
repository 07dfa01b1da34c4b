"""One case in full, told like an entry of an encyclopaedia."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from shlex import quote

from tracker.core.doubts import path_doubts
from tracker.core.event import Action, Topic
from tracker.core.history import Entry, History
from tracker.core.plans import overdue
from tracker.core.possible import Choice, command
from tracker.core.standing import Standing
from tracker.views.dates import spoken
from tracker.views.escape import escape
from tracker.views.events import Rows
from tracker.views.facts import facts
from tracker.views.flow import beside, flow
from tracker.views.grid import Column, grid
from tracker.views.paper import Ink, Paper
from tracker.views.sentence import sentence
from tracker.views.sources import cited, source_list
from tracker.views.words import TOPICS

_GAP = "  "


def show(standing: Standing, history: History, paper: Paper, *, all_sources: bool) -> str:
    """Return the case as it stands, its whole history, its sources; their addresses too with `all_sources`."""
    rows = Rows(history, standing.case.treaty, paper)
    late = {plan.number for plan in overdue(standing.case, standing.as_of, standing.today)}
    path = [entry for entry in history.entries if entry.action.on_path and not entry.event.planned]
    plans = [entry for entry in history.entries if entry.event.planned]
    sections = [
        _opening(standing, history, paper),
        _labelled(facts(standing), paper),
        _section("Doubts", _doubts(standing, paper), paper),
        _section("History", _grouped((entry, rows.fact(entry)) for entry in path), paper),
        _section("Planned", [line for e in plans for line in rows.plan(e, overdue=e.place in late)], paper),
        *(_section(title, lines, paper) for title, lines in _notes(history.entries, rows)),
        _section("Sources", _sources(standing, history, paper, addresses=all_sources), paper),
        _section("What may follow", _commands(standing, paper), paper),
    ]
    return paper.pages(_apart(section for section in sections if section))


def _opening(standing: Standing, history: History, paper: Paper) -> list[str]:
    """Return the sentence with the numbers of its sources, then what a reader must have first."""
    told = sentence(standing)
    numbers = sorted(history.numbers(told.sources(standing.case)))
    lines = flow([(told.text.removesuffix("."), Ink.HEAD), cited(numbers), (".", Ink.HEAD)], paper)
    about = standing.case.about
    return [*lines, "", *flow([(about, Ink.PLAIN)], paper)] if about else lines


def _labelled(texts: Sequence[tuple[str, str]], paper: Paper) -> list[str]:
    width = max(len(label) for label, _ in texts) + 2 * len(_GAP)
    return [
        line
        for label, text in texts
        for line in beside(
            [(f"{_GAP}{label}", Ink.FAINT)], flow([(text, Ink.PLAIN)], paper.narrowed(width)), width, paper
        )
    ]


def _section(title: str, lines: Sequence[str], paper: Paper) -> list[str]:
    return [paper.paint([(title, Ink.HEAD)]), *lines] if lines else []


def _grouped(blocks: Iterable[tuple[Entry, list[str]]]) -> list[str]:
    """Return the rows with a blank line before each that is no milestone."""
    lines: list[str] = []
    for entry, block in blocks:
        lines += ["", *block] if lines and entry.action is not Action.MILESTONE else block
    return lines


def _apart(sections: Iterable[Sequence[str]]) -> list[str]:
    lines: list[str] = []
    for section in sections:
        lines += ["", *section] if lines else section
    return lines


def _sources(standing: Standing, history: History, paper: Paper, *, addresses: bool) -> list[str]:
    """Return the sources, and how to see their addresses where these are left out."""
    lines = source_list(history.sources, paper, addresses=addresses)
    if addresses or paper.width is None or not lines:
        return lines
    typed = escape(f"tracker show {quote(standing.case.id)} --sources")
    return [*lines, paper.paint([(f"{_GAP}addresses: ", Ink.FAINT), (typed, Ink.COMMAND)])]


def _doubts(standing: Standing, paper: Paper) -> list[str]:
    texts = path_doubts(standing.case, standing.replay, standing.as_of, standing.today)
    width = 2 * len(_GAP)
    return [
        line
        for text in texts
        for line in beside(
            [(f"{_GAP}–", Ink.DOUBT)], flow([(spoken(text), Ink.DOUBT)], paper.narrowed(width)), width, paper
        )
    ]


def _notes(entries: Iterable[Entry], rows: Rows) -> Iterator[tuple[str, list[str]]]:
    """Yield the notes of each topic, with its title."""
    notes = [entry for entry in entries if entry.event.topic]
    for topic in Topic:
        here = [line for entry in notes if entry.event.topic is topic for line in rows.note(entry)]
        yield f"Notes: {TOPICS[topic]}", here


def _commands(standing: Standing, paper: Paper) -> list[str]:
    """Return what may be recorded next, with the command; of a day in the past that is no longer open."""
    if standing.as_of != standing.today:
        return []
    rows = [
        [(f"{_GAP}{_choice(choice)}", Ink.PLAIN), (escape(command(choice, standing.case.id)), Ink.COMMAND)]
        for choice in standing.allowed
    ]
    table = grid((Column(), Column()), rows)
    if table.fits(paper):
        return [line for lines in table.lines(paper) for line in lines]
    return [line for what, typed in rows for line in (paper.paint([what]), paper.paint([(_GAP * 2, Ink.PLAIN), typed]))]


def _choice(choice: Choice) -> str:
    """Say what a choice would record: the stage that would be reached, or the action."""
    return _CHOICES.get(choice.action) or choice.stages[-1].label


_CHOICES: Mapping[Action, str] = {
    Action.MILESTONE: "A milestone",
    Action.NOTE: "A note",
    Action.RETURN: "Back to a stage",
    Action.REJECT: "Rejected",
    Action.SUSPEND: "Suspended",
    Action.RESUME: "Resumed",
    Action.ABANDON: "Abandoned",
    Action.REOPEN: "Reopened at a stage",
    Action.REVOKE: "Notice revoked",
    Action.DEFER: "Deferred",
    Action.CONFLICT_ENDED: "Conflict ended",
    Action.REJOIN: "Rejoined",
}
