"""Files and command lines made by hypothesis from what they may hold, with what they may not among it."""

from __future__ import annotations

from datetime import date
from typing import Any

import tomli_w
from hypothesis import strategies as st

from tests.hostile import EVERY, IN_FILES
from tests.torture.typed import options
from tests.torture.words import DAYS, SPANS
from tracker.cli.app import ENTRIES
from tracker.core.event import Action, Topic
from tracker.core.stage import Stage
from tracker.storage.case_shape import CASE
from tracker.storage.shape import Key, Kind, Table
from tracker.storage.treaty_shape import TREATY

_TEXTS = st.sampled_from([each.text for each in IN_FILES]) | st.text(
    st.characters(exclude_categories=["Cs"]), max_size=20
)
_DAYS = st.dates(date(1990, 1, 1), date(2030, 12, 31)) | st.dates() | st.sampled_from([date.min, date.max])
_SPAN = st.sampled_from(SPANS) | st.builds("{}/{}".format, _DAYS, _DAYS)
_NUMBERS = st.integers(0, 40) | st.integers(-(2**63), 2**63 - 1)
_ANYTHING = st.recursive(
    _TEXTS | _NUMBERS | _DAYS | st.booleans() | st.floats() | st.times() | st.datetimes(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(_TEXTS, inner, max_size=3),
    max_leaves=4,
)
_OF_KIND = {
    Kind.TEXT: _TEXTS,
    Kind.TEXTS: st.lists(_TEXTS, max_size=3),
    Kind.ADDRESS: _TEXTS.map(lambda text: f"https://{text}") | st.just("https://example.org/page"),
    Kind.FLAG: st.booleans(),
    Kind.NUMBER: _NUMBERS,
    Kind.NUMBER_OR_TEXT: _NUMBERS | _TEXTS,
    Kind.DAY: _DAYS,
    Kind.WHEN: _DAYS | _DAYS | _SPAN,
    Kind.MONTH_DAY: st.sampled_from(["01-01", "06-30", "12-31", "02-28", "02-29", "13-01"]),
}


def _value(key: Key) -> st.SearchStrategy[Any]:
    """Return what the key takes, once in twenty times anything."""
    right = st.sampled_from(key.choices) if key.choices else _OF_KIND[key.kind]
    return st.integers(0, 19).flatmap(lambda dice: _ANYTHING if dice == 0 else right)


def _table(table: Table) -> st.SearchStrategy[dict[str, Any]]:
    """Return tables with what they need, with some of what they may have, at times with a key that they have not."""
    needed = {name: _value(key) for name, key in table.keys.items() if key.needed}
    may = {name: _value(key) for name, key in table.keys.items() if not key.needed}
    for name, inner in table.tables.items():
        tables = _table(inner)
        (needed if inner.needed else may)[name] = st.lists(tables, max_size=2) if inner.many else tables
    known = st.fixed_dictionaries(needed, optional=may)
    strays = st.integers(0, 19).flatmap(
        lambda dice: st.dictionaries(_TEXTS, _ANYTHING, max_size=2) if dice == 0 else st.just({})
    )
    return st.builds(lambda first, second: {**first, **second}, known, strays)


# Events of which many are possible: without what belongs to other actions.
_EVENT = st.fixed_dictionaries(
    {"date": _DAYS | _SPAN, "action": st.sampled_from(Action).map(str)},
    optional={
        "stage": st.sampled_from(Stage).map(str),
        "topic": st.sampled_from(Topic).map(str),
        "step": _TEXTS,
        "planned": st.booleans(),
        "body": _TEXTS,
        "summary": _TEXTS,
        "source": st.lists(st.fixed_dictionaries({"title": _TEXTS}), max_size=2),
    },
)
_PATH = st.lists(st.dates(date(2024, 1, 1), date(2026, 11, 1)), min_size=1, max_size=6).map(
    lambda days: [{"date": day, "stage": str(stage)} for day, stage in zip(sorted(days), Stage, strict=False)]
)
_TOP = {
    "country": st.sampled_from(["AQ", "LV", "EU", "XX"]),
    "treaty": st.sampled_from(["ottawa", "ccm", "odd", "odd"]),
}
_CASE = st.fixed_dictionaries(
    {**_TOP, "event": st.builds(list.__add__, _PATH, st.lists(_EVENT, max_size=3))},
    optional={"about": _TEXTS, "in_force": _DAYS},
)


def _toml(document: dict[str, Any]) -> bytes:
    try:
        return tomli_w.dumps(document).encode("utf-8", "surrogatepass")
    except (TypeError, ValueError):  # what its writer does not write
        return repr(document).encode("utf-8", "replace")


CASES = st.one_of(_CASE, _CASE, _table(CASE)).map(_toml)
TREATIES = _table(TREATY).map(_toml)

_WORDS = (
    st.sampled_from([each.text.replace("\0", "") for each in EVERY])
    | st.sampled_from((*DAYS, *SPANS))
    | st.sampled_from(
        ["latvia", "lv", "Latvia", "estonia", "ottawa", "LVA", "json", "csv", "markdown", "66:14:2", "draft-law"]
    )
    | st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=12)
)
_OPTION = st.deferred(lambda: st.sampled_from(options()))
_COMMANDS = st.sampled_from([name for name in ENTRIES if name != "init"])
_GIVEN = st.lists(st.tuples(_OPTION, _WORDS) | st.tuples(_OPTION) | st.tuples(_WORDS), max_size=4)
LINES = st.builds(
    lambda command, first, rest: [command, *first, *(word for words in rest for word in words)],
    _COMMANDS,
    st.lists(st.sampled_from(["latvia", "estonia"]) | _WORDS, max_size=2),
    _GIVEN,
)
