"""What a recording command answers: what was written, where the case stands now, what may follow."""

from __future__ import annotations

from tracker.core.possible import command
from tracker.core.standing import Standing
from tracker.views.flow import flow
from tracker.views.paper import Ink, Paper
from tracker.views.sentence import sentence


def recorded(one: Standing, what: str, paper: Paper) -> str:
    """Return the answer; `what` says in a few words what was done, and where in the file."""
    follow = [command(choice, one.case.id) for choice in one.allowed if choice.action.moves]
    lines = [
        *flow([(what, Ink.FAINT)], paper),
        *flow([(sentence(one).text, Ink.PLAIN)], paper),
        *(["What may follow:"] if follow else []),
        *(f"  {paper.paint([(text, Ink.COMMAND)])}" for text in follow),
    ]
    return paper.pages(lines)
