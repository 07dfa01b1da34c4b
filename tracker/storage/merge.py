"""Two versions of a case file made one, event by event.

Pure: how lines are merged, and whether a text is a sound case, is asked of functions that are handed in.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import takewhile

from tracker.core.problem import Problem
from tracker.storage.log import line_end
from tracker.storage.tail import cut_off, joined, plain, without

# What only somebody who knows the case can decide; any other fault is one of the file, to be put right in it.
_TO_DECIDE = frozenset({"impossible-history", "unknown-treaty", "unsound-treaty"})


@dataclass(frozen=True, slots=True)
class Lines:
    """Texts merged line by line; where there is a `conflict` the text has git's markers in it."""

    text: str
    conflict: bool = False


@dataclass(frozen=True, slots=True)
class Versions:
    """The texts of a file: as it was when the ways parted (empty where it was not there), ours, theirs."""

    base: str
    ours: str
    theirs: str
    names: tuple[str, str] = ("ours", "theirs")
    marker: int = 7


@dataclass(frozen=True, slots=True)
class Merged:
    """What came of a merge: the text, with conflict markers in it where there is a `conflict`.

    `fault` is what would be wrong with both versions together; None where it is lines that collide.
    """

    text: str
    conflict: bool = False
    fault: Problem | None = None


MergeLines = Callable[[Versions], Lines]
Judge = Callable[[str], Sequence[Problem]]


def merge(versions: Versions, merge_lines: MergeLines, judge: Judge) -> Merged:
    """Merge the versions: what each appended follows the rest, ours first, or theirs where ours cannot come first.

    There is a conflict where lines collide, or where `judge`, which tells what makes a text unsound, takes neither.
    """
    base, ours, theirs = versions.base, versions.ours, versions.theirs
    whole = _of_one_side(versions)
    if whole is not None:
        return Merged(whole)
    mine, other = cut_off(base, ours), cut_off(base, theirs)
    rest = _lines(_of(versions, base, mine.rest, other.rest), merge_lines)
    union = joined(rest.text, [*mine.tail, *without(other.tail, mine.tail)])
    faults = () if rest.conflict else judge(union)
    if not faults:
        return Merged(union, conflict=rest.conflict)
    turned = joined(rest.text, [*other.tail, *without(mine.tail, other.tail)])
    if not judge(turned):
        return Merged(turned)
    if _was_there(faults, (judge(ours), judge(theirs))):
        return Merged(union)
    fault = next((each for each in faults if each.rule in _TO_DECIDE), faults[0])
    return Merged(_marked(versions, rest.text, mine.tail, other.tail, merge_lines), conflict=True, fault=fault)


def _of_one_side(versions: Versions) -> str | None:
    """Return the text that one side has, where the other changed nothing or just the same."""
    base, ours, theirs = versions.base, versions.ours, versions.theirs
    if theirs in (ours, base):
        return ours
    return theirs if ours == base else None


def _lines(versions: Versions, merge_lines: MergeLines) -> Lines:
    whole = _of_one_side(versions)
    return merge_lines(versions) if whole is None else Lines(whole)


def _of(versions: Versions, base: str, ours: str, theirs: str) -> Versions:
    return Versions(base, ours, theirs, versions.names, versions.marker)


def _was_there(faults: Sequence[Problem], before: Iterable[Sequence[Problem]]) -> bool:
    """Whether the file has a fault that no choice between versions puts right, and that one of them had already."""
    return not _to_decide(faults) and any(each and not _to_decide(each) for each in before)


def _to_decide(faults: Sequence[Problem]) -> bool:
    return any(fault.rule in _TO_DECIDE for fault in faults)


def _marked(versions: Versions, rest: str, ours: Sequence[str], theirs: Sequence[str], merge_lines: MergeLines) -> str:
    """Return the text in conflict: both tails between markers, or all lines that differ where one has none."""
    pairs = zip(ours, theirs, strict=False)
    same = len(list(takewhile(lambda pair: plain(pair[0]) == plain(pair[1]), pairs)))
    if len(ours) > same < len(theirs):
        text = joined(rest, ours[:same])
        return _between(versions, text, "".join(ours[same:]), "".join(theirs[same:]))
    return merge_lines(_of(versions, "", versions.ours, versions.theirs)).text


def _between(versions: Versions, before: str, ours: str, theirs: str) -> str:
    """Return the text, then both sides between git's markers; a blank line that both begin with stands above."""
    end = line_end(before)
    if ours.startswith(end) and theirs.startswith(end):
        before, ours, theirs = before + end, ours.removeprefix(end), theirs.removeprefix(end)
    parts = (
        before,
        f"{'<' * versions.marker} {versions.names[0]}",
        ours,
        "=" * versions.marker,
        theirs,
        f"{'>' * versions.marker} {versions.names[1]}",
    )
    return "".join(part + ("" if not part or part.endswith("\n") else end) for part in parts)
