"""Sentences about a key or block that does not belong where it stands."""

from __future__ import annotations

from collections.abc import Sequence

from tracker.core.problem import Place, Problem
from tracker.storage.case_shape import CASE, EVENT
from tracker.storage.quote import listed, nearest, quoted
from tracker.storage.shape import Table


def stray_key(chain: Sequence[Table], name: str, value: object, place: Place) -> Problem:
    """Say where the key belongs, or what was probably meant; `chain` are the tables around it, the file's first."""
    told = _block_of_an_event(chain, name, value) or _belongs_above(chain, name) or _belongs_elsewhere(chain, name)
    if told:
        message, hint = told
        return Problem("misplaced-key", message, place, hint, sound=False)
    own = chain[-1]
    known = (*own.keys, *own.tables)
    hint = nearest(name, known) or f"its keys are {listed(known, 'and')}"
    return Problem("unknown-key", f"{quoted(name)} is not a key of the {own.noun}", place, hint, sound=False)


def _block_of_an_event(chain: Sequence[Table], name: str, value: object) -> tuple[str, str] | None:
    if chain[-1] is not CASE or name not in EVENT.tables or not isinstance(value, dict | list):
        return None
    written = f"[[{name}]]" if isinstance(value, list) else f"[{name}]"
    return f"`{written}` belongs to an event", f"write `{EVENT.tables[name].header}` below its `[[event]]`"


def _belongs_above(chain: Sequence[Table], name: str) -> tuple[str, str] | None:
    own = chain[-1]
    home = next((table for table in chain[:-1] if name in table.keys or name in table.tables), None)
    if home is CASE:
        hint = "a line belongs to the last bracket above it, and it is about the whole case"
        return f"`{name}` stands after the events: move it to the top of the file", hint
    if home:
        message = f"`{name}` stands below `{own.header}`, so it belongs to the {own.noun}: move it above"
        return message, "a line belongs to the last bracket above it"
    return None


def _belongs_elsewhere(chain: Sequence[Table], name: str) -> tuple[str, str] | None:
    own = chain[-1]
    near = reversed(own.tables.values())
    home = next((table for table in (*near, *chain[0].every()) if name in table.keys), None)
    if home is None:
        return None
    here = own.header if own is chain[0] else f"`{own.header}`"
    hint = f"write `{home.name} = {home.inline}`" if home.inline else f"move it below `{home.header}`"
    return f"`{name}` belongs to `{home.header}`, not to {here}", hint
