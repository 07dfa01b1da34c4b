"""Where in a TOML text each key stands, which no TOML reader tells.

The text has been read by a real TOML reader before; of a text that is none, whatever can be told is told.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from functools import lru_cache

KeyPath = tuple[str | int, ...]

_DEEPEST = 40  # lists within lists; what lies deeper is told as one value
_BLANK = re.compile(r"(?:[ \t\r\n\ufeff]++|#[^\n]*+)*+")
_SPACE = re.compile(r"[ \t]*+")
_LINE = re.compile(r"[^\n]*+")
_KEY = re.compile(r"""[ \t]*+(?:([\w-]++)|"((?:[^"\\\n]++|\\.)*+)"|'([^'\n]*+)')[ \t]*+""", re.ASCII)
_STRING = re.compile(
    r'''"""(?:[^"\\]++|\\[\s\S]|"(?!""))*+"""(?:"{0,2})'''
    r"""|'''[\s\S]*?'''(?:'{0,2})"""
    r'''|"(?!"")(?:[^"\\\n]++|\\.)*+"'''
    r"""|'(?!'')[^'\n]*+'"""
)
_BARE = re.compile(r"[^,\]}\n#]++")


@dataclass(frozen=True, slots=True)
class Statement:
    """A header or a `key = value`: its path in the document, where it begins, the end of what belongs to it."""

    path: KeyPath
    start: int
    end: int
    header: bool


@dataclass(slots=True)
class Layout:
    """The statements of a text in their order, with the line of every path; lines count from 1."""

    text: str
    statements: list[Statement] = field(default_factory=list)
    lines: dict[KeyPath, int] = field(default_factory=dict)
    breaks: list[int] = field(default_factory=list)

    def line_at(self, offset: int) -> int:
        """Return the line in which the character at `offset` stands."""
        return bisect_right(self.breaks, offset - 1) + 1

    def mark(self, path: KeyPath, offset: int) -> None:
        """Note that `path`, with what it lies in, is named at `offset`, where it was not named before."""
        line = self.line_at(offset)
        for length in range(len(path), 0, -1):
            self.lines.setdefault(path[:length], line)


@lru_cache(maxsize=4)  # one file is asked many times over, then the next
def layout(text: str) -> Layout:
    """Return the layout of a TOML text."""
    found = Layout(text, breaks=[match.start() for match in re.finditer("\n", text)])
    counts: dict[KeyPath, int] = {}
    table: KeyPath = ()
    at = _skip(_BLANK, text, 0)
    while at < len(text):
        statement = _header(found, at, counts) if text[at] == "[" else _assignment(found, at, table)
        if statement.path:
            found.statements.append(statement)
        table = statement.path if statement.header else table
        at = _skip(_BLANK, text, _skip(_LINE, text, statement.end))
    return found


def _header(found: Layout, at: int, counts: dict[KeyPath, int]) -> Statement:
    double = found.text.startswith("[[", at)
    parts, end = _dotted(found.text, at + 1 + double)
    path: KeyPath = ()
    for part in parts[:-1]:
        path += (part,)
        path += (counts[path] - 1,) if path in counts else ()
    path += parts[-1:]
    if double and path:
        counts[path] = counts.get(path, 0) + 1
        path += (counts[path] - 1,)
    found.mark(path, at)
    return Statement(path, at, end + 1 + double, header=True)


def _assignment(found: Layout, at: int, table: KeyPath) -> Statement:
    parts, end = _dotted(found.text, at)
    if not parts or not found.text.startswith("=", end):
        return Statement((), at, end, header=False)
    path = (*table, *parts)
    found.mark(path, at)
    return Statement(path, at, _value(found, end + 1, path, 0), header=False)


def _dotted(text: str, at: int) -> tuple[tuple[str, ...], int]:
    """Read `a."b".c`; return its parts and where it ends."""
    parts: list[str] = []
    while match := _KEY.match(text, at):
        parts.append(next(part for part in match.groups() if part is not None))
        at = match.end()
        if not text.startswith(".", at):
            break
        at += 1
    return tuple(parts), at


def _value(found: Layout, at: int, path: KeyPath, depth: int) -> int:
    """Return where the value that begins at `at` ends, having noted the keys within it."""
    text = found.text
    at = _skip(_SPACE, text, at)
    if match := _STRING.match(text, at):
        return match.end()
    if text.startswith(('"""', "'''"), at):
        return len(text)
    if depth < _DEEPEST and text.startswith(("[", "{"), at):
        return _members(found, at, path, depth)
    match = _BARE.match(text, at)
    return match.end() if match else at


def _members(found: Layout, at: int, path: KeyPath, depth: int) -> int:
    """Read a list or an inline table from its bracket on; return where it ends."""
    text, number = found.text, 0
    close = "]" if text[at] == "[" else "}"
    at = _skip(_BLANK, text, at + 1)
    while at < len(text) and text[at] != close:
        before = at
        member, at = _member(found, at, (*path, number) if close == "]" else path, close)
        at = _skip(_BLANK, text, _value(found, at, member, depth + 1))
        at = _skip(_BLANK, text, at + 1) if text.startswith(",", at) else at
        number += 1
        if at == before:
            return len(text)
    return at + 1


def _member(found: Layout, at: int, path: KeyPath, close: str) -> tuple[KeyPath, int]:
    """Return the path of the member that begins at `at`, and where its value begins."""
    if close == "]":
        found.mark(path, at)
        return path, at
    parts, end = _dotted(found.text, at)
    if not parts or not found.text.startswith("=", end):
        return path, at
    found.mark((*path, *parts), at)
    return (*path, *parts), end + 1


def _skip(pattern: re.Pattern[str], text: str, at: int) -> int:
    match = pattern.match(text, at)
    return match.end() if match else at
