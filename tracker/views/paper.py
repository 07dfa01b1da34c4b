"""What a view is written on: how wide it is, whether it takes colour."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache

Width = int | None


class Ink(StrEnum):
    """How a piece of text looks where there is colour, in the words of rich; it never says what words do not."""

    PLAIN = ""
    HEAD = "bold"
    FAINT = "dim"
    DOUBT = "yellow"
    ADDRESS = "underline"  # never broken over two lines: it is there to be copied
    COMMAND = "cyan"
    UNDER_WAY = "cyan"
    NOTICE = "bold yellow"
    WAITING = "magenta"
    ENDED = "red"
    OUT = "green"
    BACK = "blue"


Piece = tuple[str, Ink]


@dataclass(frozen=True, slots=True)
class Paper:
    """How many cells wide (None: without limit, nothing is cut or wrapped), with `colour` or not.

    Without `unicode` the view's own dashes and signs are spelled in ASCII of the same width; texts from files are not.
    """

    width: Width
    colour: bool
    unicode: bool = True

    def narrowed(self, cells: int) -> Paper:
        """Return what is left beside a margin of so many cells."""
        return self if self.width is None else replace(self, width=max(_NARROWEST, self.width - cells))

    def paint(self, pieces: Sequence[Piece]) -> str:
        """Return the pieces one after the other, in colour where the paper takes it."""
        if not self.colour:
            return "".join(text for text, _ in pieces)
        return "".join(self._inked(text, ink) for text, ink in pieces)

    def pages(self, lines: Sequence[str]) -> str:
        """Return the lines as they are written: none ends in blanks, the last one has a line end."""
        text = "".join(f"{line.rstrip()}\n" for line in lines)
        return text if self.unicode else text.replace("≥ ", ">=").translate(_ASCII)

    def _inked(self, text: str, ink: Ink) -> str:
        if ink is Ink.PLAIN or not text.strip():
            return text
        before, after = _codes(ink)
        return f"{before}{text}{after}"


_NARROWEST = 20
_ASCII = str.maketrans("–·“”’…→━─┬│○", '--""\'.>=-+|o')


def cells(text: str) -> int:
    """Return how many cells of a terminal the text takes; it must hold no controls."""
    if text.isascii():
        return len(text)
    from rich.cells import cell_len  # costs 9 ms, and plain English does without

    return cell_len(text)


@cache
def _codes(ink: Ink) -> tuple[str, str]:
    from rich.color import ColorSystem  # with `rich.style` 13 ms, which only colour needs
    from rich.style import Style

    # The sixteen colours of the terminal's own theme: readable on light and on dark.
    before, _, after = Style.parse(ink).render("|", color_system=ColorSystem.STANDARD).partition("|")
    return before, after
