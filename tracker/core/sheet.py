"""A flat table, as spreadsheets take it: a value a cell, each column under its key."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Sheet:
    """Rows of values under `keys`, which stand there also where no row does; None is what is not known."""

    keys: tuple[str, ...]
    rows: tuple[tuple[object, ...], ...]


def sheet(keys: Sequence[str], rows: Iterable[Mapping[str, object]]) -> Sheet:
    """Return rows as JSON gives them, flat: `vote: {yes}` is `vote_yes`, a pair `days` is `days_least`, `days_most`.

    Raises KeyError where a row holds what has no column, so that nothing is lost unseen.
    """
    return Sheet(tuple(keys), tuple(_cells(keys, dict(_flat(row))) for row in rows))


def pair_of(key: str) -> tuple[str, str]:
    """Return the two columns of a number of days that may not be fully known."""
    return f"{key}_least", f"{key}_most"


def _cells(keys: Sequence[str], row: Mapping[str, object]) -> tuple[object, ...]:
    if strange := row.keys() - set(keys):
        raise KeyError(*sorted(strange))
    return tuple(row.get(key) for key in keys)


def _flat(row: Mapping[str, object]) -> Iterable[tuple[str, object]]:
    for key, value in row.items():
        if isinstance(value, Mapping):
            yield from ((f"{key}_{inner}", one) for inner, one in value.items())
        elif isinstance(value, Sequence) and not isinstance(value, str):
            yield from zip(pair_of(key), value, strict=True)
        elif value is not None:
            yield key, value
