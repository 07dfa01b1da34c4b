"""The log of events as a text that grows at its end; no other byte of it changes."""

from __future__ import annotations

from dataclasses import dataclass
from shlex import quote

from tracker.core.errors import FileFault, Refused
from tracker.core.event import Event
from tracker.storage.block import block
from tracker.storage.decode import BOM
from tracker.storage.layout import Layout, Statement, layout


class ListOfEvents(FileFault):
    """Events that stand in one list, where no block can follow."""

    def __init__(self, path: str) -> None:
        """Say how events are written."""
        super().__init__(f"{path} holds its events in brackets, `event = […]`", "write each as an `[[event]]` block")


class NoEvent(Refused):
    """A log without an event to take out."""

    def __init__(self, name: str) -> None:
        """Name the case."""
        super().__init__(f"`{name}` has no event that could be taken out", f"`tracker show {quote(name)}`")


class CommentFollows(Refused):
    """A log whose last block is not the last that somebody wrote."""

    def __init__(self, name: str, path: str) -> None:
        """Name the case with its file."""
        message = f"the last event of `{name}` is not taken out, since a comment follows it"
        super().__init__(message, f"take it out of {path} by hand")


@dataclass(frozen=True, slots=True)
class Cut:
    """A text without its last `[[event]]` block, together with that block."""

    text: str
    block: str


def append(text: str, event: Event, path: str = "the file") -> str:
    """Return the text, a line end and the event's block; raise ListOfEvents where none can follow."""
    if _is_list(layout(text)):
        raise ListOfEvents(path)
    end = line_end(text)
    return text + end + block(event).replace("\n", end)


def cut(text: str, name: str, path: str = "the file") -> Cut:
    """Take out the last `[[event]]` block of a TOML text with one line end before it.

    Raises NoEvent, CommentFollows, or ListOfEvents where there are no blocks.
    """
    found = layout(text)
    if _is_list(found):
        raise ListOfEvents(path)
    starts = [each.start for each in found.statements if begins_event(each)]
    if not starts:
        raise NoEvent(name)
    start = max(text.rfind("\n", 0, starts[-1]) + 1, len(BOM) if text.startswith(BOM) else 0)
    end = text.find("\n", found.statements[-1].end) + 1 or len(text)
    if text[end:].strip():
        raise CommentFollows(name, path)
    return Cut(_without_line_end(text[:start]) + text[end:], text[start:end])


def undo(text: str, name: str, path: str = "the file") -> str:
    """Return the text without its last block, as it was before `append`; raises what `cut` raises."""
    return cut(text, name, path).text


def line_end(text: str) -> str:
    """Return the kind of the text's first line end, a line feed where it has none."""
    first = text.find("\n")
    return "\r\n" if first > 0 and text[first - 1] == "\r" else "\n"


def _is_list(found: Layout) -> bool:
    return any(each.path == ("event",) for each in found.statements)


def begins_event(statement: Statement) -> bool:
    """Whether the statement is the header of an event's block."""
    match statement.path:
        case ("event", int()):
            return statement.header
        case _:
            return False


def _without_line_end(text: str) -> str:
    return text.removesuffix("\n").removesuffix("\r") if text.endswith("\r\n") else text.removesuffix("\n")
