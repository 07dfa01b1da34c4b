"""The votes of several countries side by side, body by body, each count in a row of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import zip_longest

from tracker.core.comparison import Ballot, Comparison
from tracker.core.comparison import Row as StageRow
from tracker.core.event import Vote
from tracker.core.standing import Standing
from tracker.views.blocks import blocks
from tracker.views.dates import short_when
from tracker.views.grid import Column, Grid, Row, grid
from tracker.views.names import names
from tracker.views.paper import Ink, Paper, Piece
from tracker.views.words import capital

_GAP = "  "
_NONE = "–"
_LABELS = len("Parliament vote")
_LEAST = len("Defence Committee")
_COUNTS: tuple[tuple[str, Callable[[Vote], object]], ...] = (
    ("for", lambda vote: vote.yes),
    ("against", lambda vote: vote.no),
    ("abstaining", lambda vote: vote.abstain),
    ("not voting", lambda vote: vote.not_voting),
    ("absent", lambda vote: vote.absent),
    ("members", lambda vote: vote.members),
    ("required", lambda vote: vote.required),
    ("result", lambda vote: vote.result),
)


def vote_blocks(comparison: Comparison, paper: Paper) -> Iterator[Grid]:
    """Yield the votes of as many cases at a time as fit the paper when what stands in their columns is broken."""
    voted = [one for one in comparison.standings if any(_ballots(row, one) for row in comparison.rows)]
    least = (_LABELS, *(_LEAST for _ in voted))
    return blocks(
        voted, lambda group: _block(comparison, group), paper, lambda block: block.squeezed(least, paper).fits(paper)
    )


def _block(comparison: Comparison, group: Sequence[Standing]) -> Grid:
    columns = [Column(), *(Column(right=True, wraps=True, least=_LEAST) for _ in group)]
    return grid(columns, vote_rows(comparison, group))


def vote_rows(comparison: Comparison, group: Sequence[Standing]) -> Iterator[Row]:
    """Yield the names of the group's cases, a column a case; below them their votes, stage by stage."""
    called = names([one.case for one in comparison.standings])
    yield [("Votes", Ink.HEAD), *((capital(called[one.case.id]), Ink.HEAD) for one in group)]
    for row in comparison.rows:
        yield from _stage(row, group)


def _stage(row: StageRow, group: Sequence[Standing]) -> Iterator[Row]:
    """Yield the first votes of all cases beside each other, then their second ones."""
    for number, ballots in enumerate(zip_longest(*(_ballots(row, one) for one in group))):
        yield [("", Ink.PLAIN)] * (len(group) + 1)
        yield [(row.stage.label if number == 0 else "", Ink.HEAD), *((_body(ballot), Ink.HEAD) for ballot in ballots)]
        yield from _told(ballots)


def _ballots(row: StageRow, one: Standing) -> Sequence[Ballot]:
    cell = row.cells[one.case.id]
    return cell.votes if cell else ()


def _told(ballots: Sequence[Ballot | None]) -> Iterator[list[Piece]]:
    """Yield what was voted on where it is known, the day, then the counts that are known of one of them."""
    steps = [_step(ballot) for ballot in ballots]
    if any(steps):
        yield [("", Ink.PLAIN), *((step, Ink.PLAIN) for step in steps)]
    yield [(f"{_GAP}day", Ink.FAINT), *((short_when(one.date) if one else "", Ink.PLAIN) for one in ballots)]
    for label, count in _COUNTS:
        values = [count(ballot.vote) if ballot else "" for ballot in ballots]
        if any(value not in (None, "") for value in values):
            texts = [_NONE if value is None else str(value) for value in values]
            yield [
                (f"{_GAP}{label}", Ink.FAINT),
                *((text, Ink.FAINT if text == _NONE else Ink.PLAIN) for text in texts),
            ]


def _body(ballot: Ballot | None) -> str:
    return (ballot.body or ballot.step or _NONE) if ballot else ""


def _step(ballot: Ballot | None) -> str:
    """Return the step where it is not the body's name, with what was voted on where it was not the text itself."""
    if ballot is None:
        return ""
    step = ballot.step if ballot.body and ballot.step != ballot.body else ""
    return ", ".join(text for text in (step, f"on {ballot.vote.on}" if ballot.vote.on else "") if text)
