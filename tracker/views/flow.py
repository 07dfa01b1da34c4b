"""Paragraphs broken into lines by the cells of a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tracker.views.escape import escape
from tracker.views.paper import Ink, Paper, Piece, cells

_Word = list[Piece]
UNBROKEN = "\N{NO-BREAK SPACE}"


def flow(pieces: Iterable[Piece], paper: Paper) -> list[str]:
    """Return the pieces as one paragraph, in as many lines as it needs; without a width in one.

    Pieces may hold any text: it is escaped here. A no-break space is written as a blank, "art." keeps its number, and
    an address is never broken, so it may stick out.
    """
    words = _words(pieces)
    if paper.width is None:
        return [_line(words, paper)] if words else []
    fitting = (part for word in words for part in _parts(word, paper.width))
    return [_line(row, paper) for row in _rows(fitting, paper.width)]


def beside(margin: Sequence[Piece], body: Sequence[str], width: int, paper: Paper) -> list[str]:
    """Return the lines of `body` beside a margin of `width` cells, the nth of `margin` before the nth of them."""
    count = max(len(margin), len(body))
    lines = []
    for number in range(count):
        left = margin[number : number + 1]
        pad = " " * (width - sum(cells(text) for text, _ in left))
        lines.append(paper.paint(left) + pad + (body[number] if number < len(body) else ""))
    return lines


def chop(text: str, width: int) -> list[str]:
    """Return a word in parts of at most `width` cells, cut nowhere within a glyph."""
    if text.isascii():
        return [text[start : start + width] for start in range(0, len(text), width)]
    from rich.cells import chop_cells  # as `cell_len` in paper.py

    return chop_cells(text, width)


def _words(pieces: Iterable[Piece]) -> list[_Word]:
    """Break the pieces at blanks alone: what two pieces join without one is one word."""
    words: list[_Word] = []
    open_ = False
    for text, ink in pieces:
        parts = [part.replace(UNBROKEN, " ") for part in escape(text).replace("art. ", f"art.{UNBROKEN}").split(" ")]
        for place, part in enumerate(parts):
            if part and place == 0 and open_:
                words[-1].append((part, ink))
            elif part:
                words.append([(part, ink)])
        open_ = parts[-1] != "" if text else open_
    return words


def _parts(word: _Word, width: int) -> list[_Word]:
    if _width(word) <= width or any(ink is Ink.ADDRESS for _, ink in word):
        return [word]
    return [[(part, ink)] for text, ink in word for part in chop(text, width)]


def _rows(words: Iterable[_Word], width: int) -> list[list[_Word]]:
    rows: list[list[_Word]] = []
    left = 0
    for word in words:
        needed = _width(word)
        if rows and needed < left:
            rows[-1].append(word)
            left -= needed + 1
        else:
            rows.append([word])
            left = width - needed
    return rows


def _line(words: Sequence[_Word], paper: Paper) -> str:
    """Join words with blanks; a blank between two words of one ink is in that ink, so that a phrase is one run."""
    runs: list[tuple[list[str], Ink]] = []
    for word in words:
        gap = " " if runs else ""
        for text, ink in word:
            if runs and runs[-1][1] is ink:
                runs[-1][0].append(gap + text)
            else:
                runs += [([gap], Ink.PLAIN), ([text], ink)] if gap else [([text], ink)]
            gap = ""
    return paper.paint([("".join(texts), ink) for texts, ink in runs])


def _width(word: _Word) -> int:
    return sum(cells(text) for text, _ in word)
