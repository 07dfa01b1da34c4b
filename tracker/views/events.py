"""The rows of a history, each a block beside its number with its day."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from tracker.core.event import Action
from tracker.core.history import Entry, History
from tracker.core.treaty import Treaty
from tracker.views.dates import short_when
from tracker.views.flow import beside, flow
from tracker.views.paper import Ink, Paper, Piece, cells
from tracker.views.sources import cited
from tracker.views.telling import Paragraph, Telling

_GAP = "  "
_DAY = len("2025-04-16")


@dataclass(frozen=True)
class Rows:
    """How the rows of a history are written: each as a block of lines, all with the same margin."""

    history: History
    treaty: Treaty
    paper: Paper

    def fact(self, entry: Entry) -> list[str]:
        """Return what took place; a milestone stands further in than the stages."""
        return self._block(entry, self._telling.fact(entry), _GAP if entry.action is Action.MILESTONE else "")

    def note(self, entry: Entry) -> list[str]:
        """Return what stands beside the path."""
        return self._block(entry, self._telling.note(entry))

    def plan(self, entry: Entry, *, overdue: bool) -> list[str]:
        """Return what was announced, and what became of it."""
        return self._block(entry, self._telling.plan(entry, overdue=overdue))

    @property
    def _telling(self) -> Telling:
        return Telling(self.history, self.treaty)

    @cached_property
    def _widest_day(self) -> int:
        return max(cells(short_when(entry.date)) for entry in self.history.entries)

    def _block(self, entry: Entry, paragraphs: Iterable[Paragraph], indent: str = "") -> list[str]:
        margin, width = self._margin(entry)
        paper = self.paper.narrowed(width + len(indent))
        flowed = (flow([*paragraph.pieces, cited(paragraph.numbers)], paper) for paragraph in paragraphs)
        return beside(margin, [f"{indent}{line}" for lines in flowed for line in lines], width, self.paper)

    def _margin(self, entry: Entry) -> tuple[list[Piece], int]:
        """Return the number with the day, a span of days in two lines where the paper has a width."""
        day = short_when(entry.date)
        width = len(_GAP) + len(str(len(self.history.entries)))
        number = str(entry.number).rjust(width)
        if self.paper.width is None:
            return [(f"{number}{_GAP}{day}", Ink.FAINT)], width + 2 * len(_GAP) + self._widest_day
        first, _, last = day.partition(" ")
        lines = [f"{number}{_GAP}{first}", *([f"{' ' * width}{_GAP}{last.rjust(_DAY)}"] if last else [])]
        return [(line, Ink.FAINT) for line in lines], width + 2 * len(_GAP) + _DAY
