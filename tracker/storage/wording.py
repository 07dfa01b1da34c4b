"""What is wrong with the shape of a file, each fault as a sentence."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from tracker.core.problem import Place, Problem
from tracker.storage.layout import KeyPath
from tracker.storage.quote import listed
from tracker.storage.schema import Fault, How
from tracker.storage.shape import Table
from tracker.storage.spelled import length
from tracker.storage.stray_key import stray_key
from tracker.storage.treaty_shape import LENGTH, TREATY
from tracker.storage.wrong_value import named, wrong_value

_MOST = 200  # each is looked at for what was meant, which takes its time


def all_worded(found: Sequence[Fault], table: Table, document: Mapping[str, object]) -> list[Problem]:
    """Return the problems that the faults of the document are, of very many the first, then how many are left."""
    problems = [worded(fault, table, document) for fault in found[:_MOST]]
    if left := found[_MOST:]:
        message = f"{len(left)} more problems follow from here on"
        hint = "they are told when those above are put right"
        problems.append(Problem("more-problems", message, place_of(left[0].path), hint, sound=False))
    return problems


def worded(fault: Fault, table: Table, document: Mapping[str, object]) -> Problem:
    """Return the problem that a fault of the document is."""
    name = next(str(part) for part in reversed(fault.path) if isinstance(part, str))
    ends_in_number = isinstance(fault.path[-1], int)
    around = fault.path if ends_in_number else fault.path[:-1]
    chain = _chain(table, around)
    place = place_of(fault.path)
    if fault.how is How.MISSING:
        if table is TREATY and chain[1:]:
            return _missing_in_treaty(chain[-1], name, place)
        return _missing(chain, name, place)
    value = _value(document, fault.path)
    if fault.how is How.UNKNOWN:
        return stray_key(chain, name, value, place)
    if key := chain[-1].keys.get(name) if not ends_in_number else None:
        return wrong_value(name, key, value, place)
    return _wrong_block(_chain(table, fault.path)[-1], name, value, place)


def place_of(path: KeyPath) -> Place:
    """Return the place that a path in a document stands for."""
    event = path[1] if path[0] == "event" and len(path) > 1 else None
    rest = path if event is None else path[2:]
    at = next((at for at, part in enumerate(rest) if isinstance(part, int)), None)
    inner = rest[at] if at is not None else None
    above, below = (rest[:at], rest[at + 1 :]) if at is not None else (rest[:-1], rest[-1:])
    key, table = (".".join(map(str, part)) or None for part in (below, above))
    return Place(event if isinstance(event, int) else None, key, table, inner if isinstance(inner, int) else None)


def _chain(table: Table, path: KeyPath) -> tuple[Table, ...]:
    """Return the tables that a path goes through, the file's first."""
    chain = [table]
    chain += [(table := table.tables[part]) for part in path if isinstance(part, str)]
    return tuple(chain)


def _value(document: Mapping[str, object], path: KeyPath) -> object:
    value: object = document
    for part in path:
        value = value[part] if isinstance(value, dict | list) else None  # type: ignore[index] # the path leads there
    return value


def _missing(chain: Sequence[Table], name: str, place: Place) -> Problem:
    table = chain[-1]
    where = f"to the {table.noun}" if chain[1:] else "above the first line in brackets"
    hint = f"add a line `{name} = …` {where}"
    if inner := table.tables.get(name):
        hint = f"write `{inner.header}` with its keys below it"
        return Problem("missing-key", f"the {table.noun} lacks `{inner.header}`", place, hint, sound=False)
    return Problem("missing-key", f"the {table.noun} lacks `{name}`", place, hint, sound=False)


def _missing_in_treaty(table: Table, name: str, place: Place) -> Problem:
    """Name the block by its header: of some there are several kinds, and a treaty's are written in two ways."""
    inner = table.tables.get(name)
    written = f"{name} = {inner.inline if inner else '…'}"
    message, hint = f"the block `{table.header}` lacks `{name}`", f"add a line `{written}` below `{table.header}`"
    if table.inline:
        message, hint = f"`{table.name}` lacks `{name}`", f"write it as `{table.name} = {table.inline}`"
    return Problem("missing-key", message, place, hint, sound=False)


def _wrong_block(table: Table, name: str, value: object, place: Place) -> Problem:
    if isinstance(value, dict) and not (table.many and place.key):
        message = f"the {table.noun} needs {listed(table.one_of)}"
        return Problem("missing-key", message, place, f"write one of them, or take the {table.noun} out", sound=False)
    if isinstance(value, dict) or _blocks(value):
        brackets, path = ("one pair", table.header[1:-1]) if table.many else ("two pairs", f"[{table.header}]")
        hint = f"write `{table.header}`"
        return Problem("wrong-brackets", f"`{path}` has {brackets} of brackets", place, hint, sound=False)
    if table.inline:
        return _not_inline(table, name, value, place)
    message = f"`{name}` is a block of its own, not {named(value)}"
    return Problem("wrong-type", message, place, f"write `{table.header}` with its keys below it", sound=False)


def _not_inline(table: Table, name: str, value: object, place: Place) -> Problem:
    needed = listed((key for key, what in table.keys.items() if what.needed), "and")
    meant = length(value) if isinstance(value, str) and table.inline == LENGTH else None
    hint = f"write `{name} = {meant}`" if meant else f"write it as `{name} = {table.inline}`"
    return Problem("wrong-type", f"`{name}` takes {needed}, not {named(value)}", place, hint, sound=False)


def _blocks(value: object) -> bool:
    return isinstance(value, Sequence) and bool(value) and all(isinstance(block, dict) for block in value)
