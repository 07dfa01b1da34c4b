"""How much a file may hold: what nobody writes is refused before it costs seconds."""

from __future__ import annotations

import re
from collections.abc import Mapping

from tracker.core.problem import Problem

_LINES = 100_000
_SIGNS = 200_000
_EVENTS = 2_000
_VALUES = 20_000  # ninety times what the longest of the shipped cases holds
_DIGITS = re.compile(rb"(?<![0-9A-Fa-f_])[0-9A-Fa-f_]{100000}")  # the TOML reader takes 120 bytes for each
_LARGEST = 2**63  # TOML 1.0.0, "Integer"


def too_long(content: bytes) -> Problem | None:
    """Return why the bytes are not read as TOML, None where they are; it takes milliseconds."""
    if content.count(b"\n") > _LINES:
        return _too_much("100,000 lines")
    if sum(map(content.count, (b",", b"=", b"["))) > _SIGNS:
        return _too_much("200,000 commas, brackets and equals signs")
    return _too_much("100,000 digits in a row") if _DIGITS.search(content) else None


def too_many(document: Mapping[str, object]) -> Problem | None:
    """Return why the document is not looked at, None where it is."""
    events = document.get("event")
    if isinstance(events, list) and len(events) > _EVENTS:
        return _too_much("2,000 events")
    return _too_much("20,000 values") if len(_values(document)) > _VALUES else None


def has_long_number(document: Mapping[str, object]) -> bool:
    """Whether a whole number is larger than TOML allows; Python would take it, and then refuse to write it out."""
    return any(isinstance(value, int) and not -_LARGEST <= value < _LARGEST for value in _values(document))


def _values(document: object) -> list[object]:
    """Return every value in a document, at whatever depth, with the tables and lists themselves."""
    found = [document]
    for value in found:  # which grows meanwhile
        if isinstance(value, dict):
            found += value.values()
        elif isinstance(value, list):
            found += value
    return found


def _too_much(what: str) -> Problem:
    message = f"the file has more than {what}, and is not read"
    return Problem("too-much", message, hint="a file holds one country's path, in words that people read", sound=False)
