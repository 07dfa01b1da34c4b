"""What a recording command answers: what was written, where the case stands now, what is doubtful, what may follow."""

from __future__ import annotations

from collections.abc import Iterator

from tracker.core.possible import command
from tracker.core.standing import Standing
from tracker.core.state import Condition
from tracker.views.flow import flow
from tracker.views.paper import Ink, Paper, Piece
from tracker.views.sentence import sentence, unsure


def recorded(one: Standing, what: str, paper: Paper) -> str:
    """Return the answer; `what` says in a few words what was done, and where in the file."""
    follow = list(_follow(one))
    lines = [
        *flow([(what, Ink.FAINT)], paper),
        *flow([(sentence(one).text, Ink.PLAIN)], paper),
        *(line for doubt in _doubts(one) for line in flow([(f"Doubt: {doubt}", Ink.DOUBT)], paper)),
        *(flow([("May follow: ", Ink.PLAIN), *follow], paper) if follow else []),
    ]
    return paper.pages(lines)


def _doubts(one: Standing) -> list[str]:
    """Return what is doubtful about the day on which a notice that runs takes effect."""
    return unsure(one.notice) if one.condition is Condition.NOTICE_RUNNING else []


def _follow(one: Standing) -> Iterator[Piece]:
    """Yield what would change the path: the first action as a command with the stage it reaches, the others by name."""
    moves = [choice for choice in one.allowed if choice.action.moves]
    for number, choice in enumerate(moves):
        if number:
            yield (f", {choice.action}", Ink.COMMAND)
            continue
        yield (command(choice, one.case.id), Ink.COMMAND)
        if choice.stages:
            yield (f" ({choice.stages[-1].label})", Ink.PLAIN)
