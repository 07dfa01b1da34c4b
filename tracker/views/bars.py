"""The path of a case as a bar of cells, each with a sign that says without colour what it is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import groupby

from tracker.core.stage import Stage
from tracker.core.state import Condition
from tracker.core.timeline import Line, Stretch
from tracker.views.paper import Ink, Piece
from tracker.views.words import INKS

LETTERS: Mapping[Stage, str] = {
    Stage.MINISTRY_ANALYSIS: "A",
    Stage.CABINET_DIRECTIVE: "C",
    Stage.DRAFT_LAW: "D",
    Stage.PARLIAMENT_VOTE: "V",
    Stage.UN_NOTIFICATION: "N",
    Stage.EFFECT: "E",
}
OPEN, NOW, HOLLOW, BEFORE = "?", "│", "○", "<"
# What follows the letter of a stage, or stands in its place where the path has halted.
FILLS: Mapping[Condition, str] = {
    Condition.IN_PROGRESS: "━",
    Condition.NOTICE_RUNNING: "·",
    Condition.IN_EFFECT: "━",
    Condition.SUSPENDED: "~",
    Condition.DEFERRED: ":",
}
ENDS: Mapping[Condition, str] = {
    Condition.REJECTED: "x",
    Condition.ABANDONED: "x",
    Condition.REVOKED: "x",
    Condition.REJOINED: "B",
}
_INKS: Mapping[Stage, Ink] = {
    Stage.MINISTRY_ANALYSIS: Ink.BACK,
    Stage.CABINET_DIRECTIVE: Ink.UNDER_WAY,
    Stage.DRAFT_LAW: Ink.WAITING,
    Stage.PARLIAMENT_VOTE: Ink.HEAD,
    Stage.UN_NOTIFICATION: Ink.NOTICE,
    Stage.EFFECT: Ink.OUT,
}
_EMPTY: Piece = (" ", Ink.PLAIN)


@dataclass(frozen=True, slots=True)
class Scale:
    """How the days from 0 to `length` are spread over `cells`."""

    length: int
    cells: int

    def cell(self, number: int) -> int:
        """Return the cell of a day; one off the axis has a cell off the bar."""
        return number * self.cells // (self.length + 1)

    def line(self, number: int) -> int | None:
        """Return the cell in which the line of a day stands, the day's last; None off the axis."""
        return max(self.cell(number), self.cell(number + 1) - 1) if 0 <= number <= self.length else None


@dataclass(slots=True)
class Bar:
    """Cells that are painted one span after the other; `hidden` tells whether a letter fell under another."""

    scale: Scale
    cells: list[Piece] = field(default_factory=list)
    hidden: bool = False

    @property
    def blank(self) -> bool:
        """Whether it says nothing of the path."""
        return all(text in (" ", NOW) for text, _ in self.cells)

    def pieces(self) -> list[Piece]:
        """Return the cells, those of one ink as one piece."""
        runs = groupby(self.cells, key=lambda cell: cell[1])
        return [("".join(text for text, _ in cells), ink) for ink, cells in runs]

    def span(self, stretch: Stretch, last: int, *, letter: bool) -> None:
        """Paint what began: the days on one of which it may have, its letter, how long it lasted, up to `last`."""
        span, scale = stretch.span, self.scale
        ink = INKS[span.condition] if span.condition in ENDS else _INKS[span.stage]
        first, certain, end = scale.cell(stretch.start.first), scale.cell(stretch.start.certain), scale.cell(last)
        self._paint(range(first, certain), OPEN, Ink.DOUBT)
        if certain < 0 and end > 1:
            self._paint(range(1), BEFORE, ink)
            certain = 1
        if letter and (certain >= 0 or end > 0):
            certain = max(certain, 0)
            self._mark(certain, sign(stretch), ink)
            certain += 1
        self._paint(range(certain, end), FILLS.get(span.condition, " "), ink, over=True)

    def ahead(self, stretch: Stretch, now: int) -> None:
        """Paint what is planned or computed, on each cell of its days that lies ahead."""
        first, last = self.scale.cell(stretch.start.first), self.scale.cell(stretch.start.certain)
        first = max(first, now + 1)
        self._paint(range(first, last + 1), HOLLOW, Ink.FAINT, over=True)
        self._paint(range(first, min(first, last) + 1), sign(stretch), Ink.FAINT, over=True)

    def now(self, number: int) -> None:
        """Paint the line of the day that is looked at, where no letter stands."""
        place = self.scale.line(number)
        if place is not None:
            self._paint(range(place, place + 1), NOW, Ink.PLAIN)

    def _mark(self, place: int, letter: str, ink: Ink) -> None:
        if place < len(self.cells):
            self.hidden = self.hidden or self.cells[place][0].isalpha()
            self.cells[place] = (letter, ink)

    def _paint(self, places: Iterable[int], glyph: str, ink: Ink, *, over: bool = False) -> None:
        for place in places:
            if 0 <= place < len(self.cells) and (over or not self.cells[place][0].isalpha()):
                self.cells[place] = (glyph, ink)


def sign(stretch: Stretch) -> str:
    """Return the letter of a span: small for what is ahead, its end's where the path has ended."""
    span = stretch.span
    letter = ENDS.get(span.condition) or LETTERS[span.stage]
    return letter.lower() if span.planned else letter


def bar(line: Line, scale: Scale) -> Bar:
    """Return the bar of a case."""
    drawn = Bar(scale, [_EMPTY] * scale.cells)
    facts = [one for one in line.stretches if not one.span.planned]
    ahead = [one for one in line.stretches if one.span.planned]
    for before, one in zip([None, *facts], facts, strict=False):
        last = one.end.certain if one.end else _lasts(one, ahead, line.now)
        drawn.span(one, last, letter=before is None or not _halts(before, one))
    for one in ahead:
        drawn.ahead(one, scale.cell(line.now))
    drawn.now(line.now)
    return drawn


def _halts(before: Stretch, one: Stretch) -> bool:
    """Whether the stage is no new one: its path was halted there, or goes on."""
    halted = (Condition.SUSPENDED, Condition.DEFERRED)
    same = before.span.stage is one.span.stage
    return same and (one.span.condition in halted or before.span.condition in halted) and one.span.condition not in ENDS


def _lasts(stretch: Stretch, ahead: Iterable[Stretch], now: int) -> int:
    """Return the day to which a span that lasts is drawn: the one looked at, a notice's its effective date."""
    running = stretch.span.condition is Condition.NOTICE_RUNNING
    effects = [one.start.first for one in ahead if running and one.span.stage is Stage.EFFECT]
    return max([now + 1, *effects])
