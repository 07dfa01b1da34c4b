"""Why a file is no TOML, each place with a sentence that says what to do."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

import tomli

from tracker.core.problem import Located, Problem
from tracker.storage.layout import Layout, layout
from tracker.storage.size import has_long_number
from tracker.storage.toml_header import why_other
from tracker.storage.toml_line import Told, unclosed, why_line

_MOST = 20  # each fault costs a reading of the whole file,
_LARGE = 200_000  #   of a large one several seconds
_LONGEST = 20_000  # a longer line is nobody's slip of the hand
_UNKNOWN = (
    "the line cannot be understood",
    "a line is `key = value`, a header such as `[[event]]`, or a comment that begins with `#`",
)


@dataclass(frozen=True, slots=True)
class _Fault:
    line: int
    told: Told
    alone: bool = False  # reading can go on without the line


def toml_faults(text: str, path: str) -> tuple[Located, ...]:
    """Return why `text`, whose lines end in a line feed, is no TOML.

    What is wrong within a single line is told of each such line, any other fault ends the search.
    """
    lines = text.split("\n")
    found: list[_Fault] = []
    most = _MOST if len(text) <= _LARGE else 1
    while len(found) < most and (fault := _fault("\n".join(lines))):
        found.append(fault)
        if not fault.alone:
            break
        lines[fault.line - 1] = "#"
    return tuple(_located(fault, path) for fault in sorted(found, key=lambda fault: fault.line))


def _located(fault: _Fault, path: str) -> Located:
    message, hint = fault.told
    return Located(path, fault.line, Problem("not-toml", message, hint=hint, sound=False))


def _fault(text: str) -> _Fault | None:
    try:
        long_number = has_long_number(tomli.loads(text))
    except tomli.TOMLDecodeError as error:
        return _syntax(text, error.pos)
    except RecursionError:
        told = ("values are nested too deeply", "write plain values: a case needs no list within a list")
        return _Fault(_fullest_line(text, r"[\[{.]"), told)
    except ValueError:
        long_number = True
    told = ("a number has too many digits", "write the number that is meant")
    return _Fault(_fullest_line(text, r"[0-9A-Fa-f]"), told) if long_number else None


def _syntax(text: str, offset: int) -> _Fault:
    """Return the fault that the TOML reader found at `offset`."""
    lines = text.split("\n")
    found = layout(text)
    ends = offset >= len(text.rstrip())
    line = found.line_at(min(offset, len(text.rstrip())))
    begun = found.line_at(_last_start(found, offset))
    if begun == line and (fault := _within_line(lines, line)):
        return fault
    if ends:
        return _unclosed_quote(lines) or _never_closed(lines, begun)
    if begun == line:
        return _Fault(line, _UNKNOWN)
    return _Fault(line, (f"the value that begins in line {begun} goes wrong here", "look at its quotes and commas"))


def _last_start(found: Layout, offset: int) -> int:
    """Return where the statement begins that holds `offset`; `offset` itself where none does."""
    place = bisect_right(found.statements, offset, key=lambda statement: statement.start) - 1
    if place >= 0 and found.statements[place].end >= offset:
        return found.statements[place].start
    return offset


def _unclosed_quote(lines: list[str]) -> _Fault | None:
    """Find the single quote that opens a text and whose fellow the reader sought up to the end of the file."""
    found = ((line, unclosed(written)) for line, written in enumerate(lines, start=1))
    return next((_Fault(line, told, alone=True) for line, told in found if told), None)


def _never_closed(lines: list[str], begun: int) -> _Fault:
    opening = lines[begun - 1]
    close = next((mark for mark in ('"""', "'''") if mark in opening), "}" if "{" in opening else "]")
    return _Fault(begun, ("what begins here is never closed", f"close it with `{close}`"))


def _within_line(lines: list[str], line: int) -> _Fault | None:
    written = lines[line - 1]
    if len(written) > _LONGEST:
        return None
    if told := why_line(written):
        return _Fault(line, told, alone='"""' not in written and "'''" not in written)
    other = why_other(lines, line)
    return _Fault(*other) if other else None


def _fullest_line(text: str, pattern: str) -> int:
    """Return the line with the most matches."""
    counts = [len(re.findall(pattern, line)) for line in text.split("\n")]
    return counts.index(max(counts)) + 1
