"""Aligned columns, laid out at any length without delay.

rich's `Table` measures every cell several times and needs 10 s for 10,000 rows.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from tracker.views.escape import escape
from tracker.views.flow import flow
from tracker.views.paper import Ink, Paper, Piece, cells

_NARROWEST = 6
_GAP = 2

Row = Sequence[Piece]


@dataclass(frozen=True, slots=True)
class Column:
    """A column's title, whether its cells stand at the right, whether they may take several lines.

    `least`: how many cells a column that wraps keeps as long as another can be narrowed.
    """

    title: str = ""
    right: bool = False
    wraps: bool = False
    least: int = _NARROWEST


@dataclass(frozen=True, slots=True)
class Grid:
    """Rows in columns, made by `grid`, which escapes the texts; `widths` and the `gap` between columns in cells."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    widths: tuple[int, ...]
    gap: int = _GAP

    def fits(self, paper: Paper) -> bool:
        """Whether the paper is wide enough."""
        return paper.width is None or sum(self.widths) + self.gap * (len(self.widths) - 1) <= paper.width

    def without(self, place: int) -> Grid:
        """Return the grid without one of its columns."""
        rows = tuple([*row[:place], *row[place + 1 :]] for row in self.rows)
        columns, widths = self.columns, self.widths
        return Grid((*columns[:place], *columns[place + 1 :]), rows, (*widths[:place], *widths[place + 1 :]), self.gap)

    def head(self, paper: Paper) -> str:
        """Return the line of titles."""
        return self._line([(column.title, Ink.FAINT) for column in self.columns], paper)

    def lines(self, paper: Paper) -> list[list[str]]:
        """Return the lines of each row, several where a cell is wider than its column."""
        return [self._stacked(row, paper) if self._breaks(row) else [self._line(row, paper)] for row in self.rows]

    def narrowed(self, paper: Paper) -> Grid:
        """Return the grid as narrow as the paper asks, as far as its columns may be broken.

        Cells are broken between words; where that is not enough one blank stands between columns; then words break.
        """
        words = [
            _widest([word for text in texts for word in text.split(" ")])
            for texts in _by_column(self.rows, self.columns)
        ]
        between_words = self.squeezed(words, paper)
        if between_words.fits(paper):
            return between_words
        close = replace(self, gap=1).squeezed(words, paper).squeezed([column.least for column in self.columns], paper)
        return close.squeezed([_NARROWEST] * len(words), paper)

    def squeezed(self, least: Sequence[int], paper: Paper) -> Grid:
        """Return the grid with the widest columns that may be broken narrowed, cell by cell, down to `least`."""
        squeezed = self
        while not squeezed.fits(paper):
            widths = list(squeezed.widths)
            wide = [n for n, column in enumerate(self.columns) if column.wraps and widths[n] > least[n]]
            if not wide:
                break
            widths[max(wide, key=widths.__getitem__)] -= 1
            squeezed = replace(squeezed, widths=tuple(widths))
        return squeezed

    def _breaks(self, row: Row) -> bool:
        return any(cells(text) > width for (text, _), width in zip(row, self.widths, strict=True))

    def _stacked(self, row: Row, paper: Paper) -> list[str]:
        stacks = [_broken(text, width) for (text, _), width in zip(row, self.widths, strict=True)]
        return [
            self._line(
                [(lines[n] if n < len(lines) else "", ink) for lines, (_, ink) in zip(stacks, row, strict=True)], paper
            )
            for n in range(max(map(len, stacks)))
        ]

    def _line(self, row: Row, paper: Paper) -> str:
        parts = []
        for cell, column, width in zip(row, self.columns, self.widths, strict=True):
            text, ink = cell
            pad = " " * (width - cells(text))
            if ink and paper.colour:
                text = paper.paint((cell,))
            parts.append(pad + text if column.right else text + pad)
        return (" " * self.gap).join(parts).rstrip()


def grid(columns: Sequence[Column], rows: Iterable[Row]) -> Grid:
    """Return the rows in columns in which no cell is broken."""
    clean = tuple([(escape(text), ink) for text, ink in row] for row in rows)
    texts = _by_column(clean, columns)
    widths = (max(cells(column.title), _widest(here)) for column, here in zip(columns, texts, strict=True))
    return Grid(tuple(columns), clean, tuple(widths))


@lru_cache(maxsize=4096)
def _broken(text: str, width: int) -> Sequence[str]:
    """Return the lines of a cell; the same words stand in a thousand rows."""
    return flow([(text, Ink.PLAIN)], Paper(width, colour=False)) if cells(text) > width else [text]


def _by_column(rows: Sequence[Row], columns: Sequence[Column]) -> list[list[str]]:
    return [[row[place][0] for row in rows] for place in range(len(columns))]


def _widest(texts: Sequence[str]) -> int:
    measure = len if "".join(texts).isascii() else cells
    return max(map(measure, texts), default=0)
