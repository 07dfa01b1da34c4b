"""The line of a file where an editor finds what the core names by its place in a case."""

from __future__ import annotations

from collections.abc import Iterable

from tracker.core.problem import Located, Place, Problem
from tracker.storage.layout import KeyPath, layout


def locate(text: str, place: Place) -> int:
    """Return the line of `place` in a case or treaty file, from 1.

    What is not written there has the line of the block that it would stand in, the whole file the first one.
    """
    lines = layout(text).lines
    path = _path(place)
    return next((lines[path[:length]] for length in range(len(path), 0, -1) if path[:length] in lines), 1)


def located(problems: Iterable[Problem], text: str, path: str) -> tuple[Located, ...]:
    """Return the problems with their lines, in the order of lines."""
    found = (Located(path, locate(text, problem.place), problem) for problem in problems)
    return tuple(sorted(found, key=lambda problem: problem.line))


def _path(place: Place) -> KeyPath:
    event: KeyPath = () if place.event is None else ("event", place.event)
    table: KeyPath = tuple(place.table.split(".")) if place.table else ()
    inner: KeyPath = () if place.inner is None else (place.inner,)
    key: KeyPath = () if place.key is None else tuple(place.key.split("."))
    return (*event, *table, *inner, *key)
