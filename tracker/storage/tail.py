"""The blocks that one side of a merge appended to a case file, cut off its text.

Pure: texts in, texts out. A text is cut so that the parts put together again are that text, byte for byte.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from tracker.storage.decode import BOM, decode, encoded
from tracker.storage.layout import layout
from tracker.storage.log import begins_event, line_end

_LINE_ENDS = ("\n", "\r\n")


@dataclass(frozen=True, slots=True)
class Side:
    """A text as two: what was there before, be it changed or not, and the blocks appended to it, one by one.

    A block has with it what stands between the one before and it: blank lines, comments.
    """

    rest: str
    tail: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Blocks:
    """Where the `[[event]]` blocks of a text lie: block n is `text[starts[n]:ends[n + 1]]`.

    `ends[0]` is the end of what stands above the first. An end lies before the line end.
    """

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    @property
    def compared(self) -> list[str]:
        """The blocks as they are compared."""
        return [plain(self.text[start:end]) for start, end in zip(self.starts, self.ends[1:], strict=True)]


def cut_off(base: str, side: str) -> Side:
    """Cut off the side what was appended after the base's last block; nothing where either has no blocks to count."""
    if not (_has_blocks(base) and _has_blocks(side)):
        return Side(side)
    old, new = _blocks(base), _blocks(side)
    kept = _kept(old.compared, new.compared)
    if kept == len(new.starts):
        return Side(side)
    start = _after_rest(base[old.ends[-1] :] if base else line_end(side), new, kept)
    cuts = [start, *(_line_after(side, end) for end in new.ends[kept + 1 : -1]), len(side)]
    return Side(side[:start], tuple(side[one:other] for one, other in pairwise(cuts)))


def joined(rest: str, pieces: Sequence[str]) -> str:
    """Return the text with the blocks at its end; where a line end is missing between two it is added."""
    text, end = rest, line_end(rest)
    for piece in pieces:
        text += piece if text.endswith("\n") or piece.startswith(_LINE_ENDS) else f"{end}{piece}"
    return text


def without(pieces: Sequence[str], others: Sequence[str]) -> list[str]:
    """Return the blocks that the others have not, each as often as it is more often there."""
    there = Counter(map(plain, others))
    left: list[str] = []
    for piece in pieces:
        if there[plain(piece)]:
            there[plain(piece)] -= 1
        else:
            left.append(piece)
    return left


def plain(block: str) -> str:
    """Return a block as it is compared: without the kind of its line ends, without blank lines around it."""
    return block.replace("\r\n", "\n").strip()


def _has_blocks(text: str) -> bool:
    """Whether the text can be read, and no list `event = […]` stands where blocks would."""
    document = decode(encoded(text), "").document
    return document is not None and all(each.path != ("event",) for each in layout(text).statements)


def _blocks(text: str) -> _Blocks:
    statements = layout(text).statements
    firsts = [number for number, each in enumerate(statements) if begins_event(each)]
    starts = (max(text.rfind("\n", 0, statements[first].start) + 1, _bom(text)) for first in firsts)
    lasts = [number - 1 for number in (*firsts, len(statements))]
    ends = (_end_of_line(text, statements[last].end) if last >= 0 else _bom(text) for last in lasts)
    return _Blocks(text, tuple(starts), tuple(ends))


def _kept(old: Sequence[str], new: Sequence[str]) -> int:
    """Return how many of the new blocks are the old ones: those up to the last that is there still.

    An old block that is there no more counts as changed, in the place where it was.
    """
    same = next((n for n, (one, other) in enumerate(zip(old, new, strict=False)) if one != other), len(old))
    places = {block: place for place, block in enumerate(new) if place >= same}
    found = ((places[block], behind) for behind, block in enumerate(reversed(old[same:])) if block in places)
    place, behind = next(found, (same - 1, len(old) - same))
    return min(len(new), place + 1 + behind)


def _after_rest(trailer: str, new: _Blocks, kept: int) -> int:
    """Return where the appended text begins: after what follows the base's last block there, too.

    Where that was changed, the comment right above the first appended block, with one blank line, goes with it.
    """
    end, header = new.ends[kept], new.starts[kept]
    gap = new.text[end:header]
    beyond = gap.removeprefix(trailer)
    if gap.startswith(trailer) and (trailer.endswith("\n") or beyond.startswith(_LINE_ENDS)):
        return end + len(trailer)
    lines = gap.split("\n")[1:-1]  # what follows on the last line of the base's last block stays with it
    while lines and lines[-1].strip():
        header -= len(lines.pop()) + 1
    return header - len(lines[-1]) - 1 if lines else header


def _line_after(text: str, at: int) -> int:
    return text.find("\n", at) + 1 or len(text)


def _end_of_line(text: str, at: int) -> int:
    end = text.find("\n", at)
    if end < 0:
        return len(text)
    return end - text.startswith("\r", end - 1)


def _bom(text: str) -> int:
    return len(BOM) if text.startswith(BOM) else 0
