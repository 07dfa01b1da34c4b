"""The tables of keys say what the core's values hold, what the README tells."""

from __future__ import annotations

import re
from dataclasses import fields

import pytest

from tracker.core.clause import ConflictRule, ExitClause
from tracker.core.event import Event, Finding, Source, Vote
from tracker.core.keys import KEYS
from tracker.core.treaty import Treaty
from tracker.storage import package
from tracker.storage.case_shape import CASE, EVENT, FINDING, SOURCE, VOTE
from tracker.storage.shape import Kind, Table
from tracker.storage.treaty_shape import TREATY

PLURAL = {"finding": "findings", "source": "sources", "example": "examples", "event": "happening"}


def _names(table: Table) -> list[str]:
    return [PLURAL.get(name, name) for name in (*table.keys, *table.tables)]


@pytest.mark.parametrize(("table", "value"), [(EVENT, Event), (VOTE, Vote), (FINDING, Finding), (SOURCE, Source)])
def test_the_keys_of_a_case_are_those_of_its_values_in_their_order(table: Table, value: type) -> None:
    assert _names(table) == [field.name for field in fields(value)]


def test_the_core_knows_where_each_key_of_an_event_belongs() -> None:
    assert set(_names(EVENT)) - {"date", "action"} == set(KEYS)


def test_the_keys_of_a_treaty_are_those_of_its_values() -> None:
    clause = TREATY.tables["exit"]
    assert {*_names(TREATY), "id", "file", "replaces", "depositary_in_sentence"} == {
        field.name for field in fields(Treaty)
    }
    assert {*_names(clause), "condition", "counted_by"} == {field.name for field in fields(ExitClause)}
    assert set(clause.tables["conflict"].keys) == {field.name for field in fields(ConflictRule)}


def test_a_choice_has_its_words() -> None:
    every = [key for root in (CASE, TREATY) for table in root.every() for key in table.keys.values()]
    assert len(every) > 60
    assert all(bool(key.choices) == (key.kind is Kind.CHOICE) for key in every)


def test_the_readme_names_every_key() -> None:
    text = (package.cases() / "README.md").read_text(encoding="utf-8")
    told = {word for row in re.findall(r"^\| (`[^|]+) \|", text, re.MULTILINE) for word in re.findall(r"`(\w+)`", row)}
    assert {name for table in CASE.every() for name in table.keys} <= told
