"""What moved in a number of days, told case by case."""

from __future__ import annotations

from collections.abc import Iterator

from tracker.core.changes import Change, Changes, Move
from tracker.core.naming import doubles
from tracker.core.standing import Standing
from tracker.views.dates import counted, long_when, some_day
from tracker.views.flow import beside, flow
from tracker.views.moves import clause
from tracker.views.names import names
from tracker.views.paper import Ink, Paper, Piece
from tracker.views.sentence import unsure
from tracker.views.sources import cited, source_section
from tracker.views.words import HALTED, INKS, capital, tally

_GAP = "  "


def changes(found: Changes, paper: Paper, *, all_sources: bool, footer: str) -> str:
    """Return what moved in each case, the sources, whose addresses `all_sources` adds, and the folder (`footer`)."""
    lines = flow([(summary(found), Ink.HEAD)], paper)
    for change, head, name in headed(found):
        lines += ["", *flow(head, paper)]
        lines += [line for move in change.moves for line in _move(move, name, found, paper)]
    lines += source_section(found.cited.sources, paper, all_sources=all_sources)
    return paper.pages([*lines, "", *_below(found, paper, footer)])


def summary(found: Changes) -> str:
    """Return in how many cases something moved, when, and of how many that were looked at."""
    when = f"{'on' if found.days.known else 'from'} {long_when(found.days)}"
    if not found.looked_at:
        return f"There was no case to look at {when}."
    looked_at = counted(found.looked_at, "case")
    moved = sum(any(move.entry.action.on_path for move in change.moves) for change in found.cases)
    told = f"Something moved in {moved} of {looked_at} {when}"
    if not moved:
        told = f"Nothing moved {when} ({looked_at} looked at)"
    noted = len(found.cases) - moved
    return f"{told}; there are notes on {noted}{' more' if moved else ''}." if noted else f"{told}."


def headed(found: Changes) -> Iterator[tuple[Change, list[Piece], str]]:
    """Yield each case with where it stood before these days and after them, and how its sentences call it."""
    cases = [change.after.case for change in found.cases]
    called, shared = names(cases), doubles(cases)
    for change, case in zip(found.cases, cases, strict=True):
        name = f"{case.country.name} ({case.id})" if case.id in shared else case.country.name
        yield change, [(f"{name} · {case.treaty.short} · ", Ink.HEAD), *_turn(change)], capital(called[case.id])


def _move(move: Move, name: str, found: Changes, paper: Paper) -> Iterator[str]:
    """Yield the sentence, and further in what the event says."""
    numbers = cited(sorted(found.cited.numbers(move.sources)))
    sentence: list[Piece] = [(f"{name}: {clause(move)}", Ink.PLAIN), numbers, (".", Ink.PLAIN)]
    for depth, paragraph in ((1, sentence), *((2, detail) for detail in details(move))):
        width = depth * len(_GAP)
        yield from beside([], flow(paragraph, paper.narrowed(width)), width, paper)


def _turn(change: Change) -> list[Piece]:
    before, after = _place(change.before), _place(change.after)
    if not change.moved:
        return [("again " if change.came_back else "still ", Ink.PLAIN), after]
    return [before, (" → ", Ink.PLAIN), after]


def _place(one: Standing) -> Piece:
    """Return the stage, with what the stage does not tell."""
    stage = one.stage.label if one.stage else "Not started"
    return (f"{stage}, {one.condition.label}" if one.condition in HALTED else stage, INKS[one.condition])


def details(move: Move) -> Iterator[list[Piece]]:
    """Yield who acted and what the event says, its vote, the plan that came true, what is doubtful."""
    event = move.entry.event
    actor = None if event.body in (event.step, move.then.case.country.name) else event.body
    acted = ": ".join(text for text in (actor, event.summary) if text)
    labelled = (
        ("", acted),
        (f"Vote on {event.vote.on}: " if event.vote and event.vote.on else "Vote: ", event.vote and tally(event.vote)),
        ("Stages without a counterpart: ", event.skip),
        ("Planned for: ", move.planned and some_day(move.planned)),
    )
    yield from ([(label, Ink.FAINT), (text, Ink.PLAIN)] for label, text in labelled if text)
    yield from ([("Doubt: ", Ink.DOUBT), (doubt, Ink.DOUBT)] for doubt in (event.doubt, *unsure(move.given)) if doubt)


def left_out(found: Changes) -> str:
    """Return how many notes of these days are left out; nothing where none is."""
    return f"{counted(found.unlisted, 'note')} of these days left out" if found.unlisted else ""


def _below(found: Changes, paper: Paper, folder: str) -> list[str]:
    unlisted = left_out(found)
    hint = f"{unlisted}; --notes tells them" if unlisted else ""
    return [*flow([(hint, Ink.PLAIN)], paper), *flow([(f"read from {folder}", Ink.FAINT)], paper)]
