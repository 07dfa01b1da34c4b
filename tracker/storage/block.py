"""An event as the text of its `[[event]]` block, as a careful person would write it."""

from __future__ import annotations

import re
from datetime import date

from tracker.core.day import When
from tracker.core.event import Action, Event, Finding, Source, Vote
from tracker.storage.case_shape import EVENT, FINDING, SOURCE, VOTE
from tracker.storage.shape import Table

_LONG = 100  # characters; a longer text is broken into lines
_WIDTH = 96
_WORD = re.compile(r"[^ \t]+[ \t]*")
_MISLEADING = ("[", "<<<<<<<", "=======", ">>>>>>>", "|||||||")  # a header or git's conflict marker, to the eye


def block(event: Event) -> str:
    """Return the block, each of its lines with a line feed; blank lines stand before the blocks within."""
    inner = [
        *([_table(VOTE, event.vote)] if event.vote else []),
        *(_table(FINDING, finding) for finding in event.findings),
        *(_table(SOURCE, source) for source in event.sources),
    ]
    return "\n".join([_table(EVENT, event), *inner])


def line(name: str, value: object) -> str:
    """Return `name = value` with its line feed."""
    return f"{name} = {_written(value)}\n"


def _table(table: Table, value: Event | Vote | Finding | Source) -> str:
    keys = ((name, getattr(value, name)) for name in table.keys)
    return f"{table.header}\n{''.join(line(name, each) for name, each in keys if not _left_out(each))}"


def _left_out(value: object) -> bool:
    return value is None or value is False or value == "" or value is Action.ADVANCE


def _written(value: object) -> str:
    if isinstance(value, When):
        return value.earliest.isoformat() if value.known else _scalar(value.text)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, str) and len(value) > _LONG:
        return _long_text(value)
    return _scalar(value)


def _scalar(value: object) -> str:
    import tomli_w  # only writing needs it

    plain = str(value) if isinstance(value, str) else value  # a `Stage` is a text
    return tomli_w.dumps({"x": plain})[len("x = ") : -len("\n")]


def _long_text(text: str) -> str:
    """Break the text into lines that TOML joins again: a backslash at a line's end eats the spaces after it."""
    escaped = _scalar(text)[1:-1]
    words = _WORD.findall(escaped)
    lines = [""]
    for word in words:
        if lines[-1] and len(lines[-1] + word) >= _WIDTH:
            lines.append("")
        lines[-1] += word
    if "".join(words) != escaped or len(lines) == 1 or any(each.startswith(_MISLEADING) for each in lines):
        return _scalar(text)
    return '"""\\\n' + "\\\n".join(lines) + '"""'
