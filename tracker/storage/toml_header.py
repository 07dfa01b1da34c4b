"""Why a line that is no `key = value` is no TOML, with the line of the cause."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from tracker.storage.case_shape import EVENT
from tracker.storage.toml_line import Told, invisible

Found = tuple[int, Told]  # line, what is to be told of it

_HEADER = re.compile(r"[ \t]*(\[\[?)[ \t]*([\w.\- \"']+?)[ \t]*(\]?\]?)[ \t]*(?:#.*)?", re.ASCII)
_WRITTEN = {"event": "[[event]]"} | {f"event.{name}": table.header for name, table in EVENT.tables.items()}
_EVENT_KEYS = frozenset(name for table in EVENT.every() for name in table.keys)


def why_other(lines: list[str], line: int) -> Found | None:
    """Return the line of the cause, which may lie above, with its message and hint; None where nothing is known."""
    header = _HEADER.fullmatch(lines[line - 1])
    looks = _HEADER_LOOKS if header else _PLAIN_LOOKS
    return next((found for look in looks if (found := look(lines, line))), None)


def _brackets(lines: list[str], line: int) -> Found | None:
    opening, name, closing = _header(lines[line - 1])
    if len(opening) == len(closing):
        return None
    return line, ("the brackets do not match", f"write `{_WRITTEN.get(name, f'[{name}]')}`")


def _other_brackets(lines: list[str], line: int) -> Found | None:
    """Find `[event]` among `[[event]]`, be it above the line at which the reader stumbled."""
    name = _header(lines[line - 1])[1]
    right = _WRITTEN.get(name)
    for number, written in _headers(lines):
        if right and written[1] == name and "".join(written) != right:
            pairs = "one pair" if right.startswith("[[") else "two pairs"
            return number, (f"`{''.join(written)}` has {pairs} of brackets", f"write `{right}`")
    return None


def _block_above_the_first_event(lines: list[str], line: int) -> Found | None:
    if _header(lines[line - 1])[1] != "event":
        return None
    for number, written in _headers(lines[: line - 1]):
        if written[1].startswith("event."):
            message = f"`{''.join(written)}` stands above the first `[[event]]`"
            return number, (message, "write `[[event]]` above it")
    return None


def _list_of_events(lines: list[str], line: int) -> Found | None:
    for number, written in enumerate(lines[: line - 1], start=1):
        if re.match(r"[ \t]*event[ \t]*=", written):
            return number, ("events are written in two ways", "write each as an `[[event]]` block")
    return None


def _twice(lines: list[str], line: int) -> Found | None:
    header = "".join(_header(lines[line - 1]))
    return line, (f"`{header}` stands twice in one block", "keep one, or begin a new `[[event]]` above it")


def _colon(lines: list[str], line: int) -> Found | None:
    matched = re.match(r"[ \t]*([\w-]+)[ \t]*:", lines[line - 1])
    return (line, (f"a colon stands after `{matched[1]}`", f"write `{matched[1]} = …`")) if matched else None


def _no_sign(lines: list[str], line: int) -> Found | None:
    matched = re.match(r"[ \t]*([a-z_]+)\b(?![ \t]*=)", lines[line - 1])
    if matched is None or matched[1] not in _EVENT_KEYS:
        return None
    return line, (f"`=` is missing after `{matched[1]}`", f"write `{matched[1]} = …`")


def _invisible(lines: list[str], line: int) -> Found | None:
    told = invisible(lines[line - 1])
    return (line, told) if told else None


def _headers(lines: list[str]) -> Iterator[tuple[int, tuple[str, str, str]]]:
    return ((number, _header(line)) for number, line in enumerate(lines, start=1) if _HEADER.fullmatch(line))


def _header(line: str) -> tuple[str, str, str]:
    """Return the opening brackets, the name and the closing brackets of a header."""
    matched = _HEADER.fullmatch(line)
    return (matched[1], matched[2], matched[3]) if matched else ("", "", "")


Look = Callable[[list[str], int], Found | None]

_HEADER_LOOKS: tuple[Look, ...] = (
    _brackets,
    _other_brackets,
    _block_above_the_first_event,
    _list_of_events,
    _twice,
)
_PLAIN_LOOKS: tuple[Look, ...] = (_colon, _no_sign, _invisible)
