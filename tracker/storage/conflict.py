"""The conflicts that git left in a text, each told at its line with both versions named."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from shlex import quote

from tracker.core.case import Case
from tracker.core.event import Event
from tracker.core.problem import Located, Problem
from tracker.core.reasons import called
from tracker.storage.case_file import CaseFile
from tracker.storage.quote import quoted

RULE = "conflict-marker"
_IMPOSSIBLE = "impossible-history"
_MARKER = re.compile(r"^(<{7}|\|{7}|={7}|>{7})(?: ([^\r\n]*))?\r?$", re.MULTILINE)
_WHOLE = re.compile(r"<\|?=>")
_BY_HAND = "keep what is right of both sides, and take the marker lines out"
_MOST = 20  # conflicts that are told of one file,
_FEW = 3  #   events that a sentence names

Read = Callable[[str], CaseFile]


@dataclass(frozen=True, slots=True)
class _Marker:
    kind: str
    line: int
    label: str


@dataclass(frozen=True, slots=True)
class _Conflict:
    """One place where two versions collide: the lines of its markers, from 1, and what git calls either side."""

    markers: tuple[_Marker, ...]

    @property
    def line(self) -> int:
        return self.markers[0].line

    @property
    def names(self) -> tuple[str, str]:
        return quoted(self.markers[0].label or "ours"), quoted(self.markers[-1].label or "theirs")

    @property
    def ours(self) -> range:
        return range(self.line + 1, self.markers[1].line)

    @property
    def theirs(self) -> range:
        return range(self.markers[-2].line + 1, self.markers[-1].line)


def has_markers(text: str, *, whole: bool) -> bool:
    """Whether git left a marker in the text; `whole`: at least one of each kind, since a text may have such a line."""
    return set(_kinds(text)) >= {"<", "=", ">"} if whole else _MARKER.search(text) is not None


def is_marker(line: str) -> bool:
    """Whether the line is one of git's conflict markers."""
    return _MARKER.fullmatch(line) is not None


def told(text: str, path: str) -> tuple[Located, ...]:
    """Return a problem for each conflict; for each marker where they do not go together."""
    if found := _conflicts(text, _MOST):
        return tuple(_problem(path, each, _by_lines(each), _BY_HAND) for each in found)
    message = "git left a conflict marker here"
    problem = Problem(RULE, message, hint=_BY_HAND, sound=False)
    return tuple(Located(path, marker.line, problem) for marker in islice(_markers(text), _MOST))


def explained(text: str, path: str, read: Read) -> tuple[Located, ...]:
    """Return the one conflict of a case file with the events that either side has; nothing where that says nothing.

    So it is where a side by itself is not sound, or both have the same events. `read` reads a version of the file.
    """
    found = _conflicts(text, 2)
    if len(found) != 1:
        return ()
    one = found[0]
    ours, theirs = read(_taken(text, one, one.ours)), read(_taken(text, one, one.theirs))
    if not (ours.case and theirs.case):
        return ()
    here, there = _more(ours.case, theirs.case), _more(theirs.case, ours.case)
    if here == there:
        return ()
    names = one.names
    message = f"git left a conflict: {names[0]} has {_listed(here)}, {names[1]} has {_listed(there)}"
    both, turned = read(_taken(text, one, one.ours, one.theirs)), read(_taken(text, one, one.theirs, one.ours))
    if both.case or turned.case:
        hint = f"`tracker git resolve {quote(ours.id)}` puts both together; by hand, take the marker lines out"
        return (_problem(path, one, message, hint),)
    why = next((f"; with both, {p.problem.message}" for p in both.problems if p.problem.rule == _IMPOSSIBLE), "")
    return (_problem(path, one, f"{message}{why}", _BY_HAND),)


def _problem(path: str, conflict: _Conflict, message: str, hint: str) -> Located:
    return Located(path, conflict.line, Problem(RULE, message, hint=hint, sound=False))


@lru_cache(maxsize=1)  # it is asked of the same text three times over
def _kinds(text: str) -> str:
    """Return the kinds of all markers, a character each: `<=>` for a conflict."""
    return "".join(found[1][0] for found in _MARKER.finditer(text))


def _markers(text: str) -> Iterator[_Marker]:
    line, at = 1, 0
    for match in _MARKER.finditer(text):
        line, at = line + text.count("\n", at, match.start()), match.start()
        yield _Marker(match[1][0], line, (match[2] or "").strip())


def _conflicts(text: str, most: int) -> list[_Conflict]:
    """Return the first conflicts of a text; none where a marker belongs to no conflict."""
    kinds, markers = _kinds(text), _markers(text)
    if _WHOLE.sub("", kinds):
        return []
    return [_Conflict(tuple(islice(markers, len(each[0])))) for each in islice(_WHOLE.finditer(kinds), most)]


def _taken(text: str, conflict: _Conflict, *sides: range) -> str:
    """Return the text with these sides of the conflict in its place."""
    lines = text.split("\n")
    chosen = [line for side in sides for line in lines[side.start - 1 : side.stop - 1]]
    return "\n".join([*lines[: conflict.line - 1], *chosen, *lines[conflict.markers[-1].line :]])


def _by_lines(conflict: _Conflict) -> str:
    (ours, theirs), (one, other) = conflict.names, (conflict.ours, conflict.theirs)
    return f"git left a conflict: {_from(one)} from {ours}, {_from(other)} from {theirs}"


def _from(lines: range) -> str:
    if not lines:
        return "nothing is"
    first, last = lines[0], lines[-1]
    return f"line {first} is" if first == last else f"lines {first} to {last} are"


def _more(case: Case, other: Case) -> list[str]:
    """Return the names of the events that the other has not."""
    return [_name(event) for event in case.events if event not in other.events]


def _name(event: Event) -> str:
    return f"{'planned ' if event.planned else ''}{called(event)} of {event.date.text}"


def _listed(names: Sequence[str]) -> str:
    """Return the names as a sentence lists them."""
    if not names:
        return "nothing there"
    first, last = names[:-1], names[-1]
    if len(names) > _FEW:
        first, last = names[:_FEW], f"{len(names) - _FEW} more"
    return f"{', '.join(first)} and {last}" if first else last
