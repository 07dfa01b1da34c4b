"""A place in a case is found in its file, however the file is written."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tracker.core.problem import Located, Place, Problem
from tracker.storage.layout import layout
from tracker.storage.lines import locate, located

TEXT = '''\
# country = "EE"
country = "LV"  # Latvia
about = """
[[event]]
date = 1
"""
literal = \'\'\'
[[event]]\'\'\'
  [[event]]  # the first
  date = 2025-01-01
  "summary" = "a # b [c] \\" {d}"
  'body' = '[[event]]'
  vote.yes = 1
  [[event.source]]
  url = "https://a.example"
  # title = "no"
  title = """four quotes""""
  [[event.source]]
  publisher = "x"

[[event]]
date = 2025-01-02
summary = """\\
  ends in a backslash \\\\
  and quotes: \\""" """
vote = { yes = 1, no = 2,
  result = "passed" }
source = [
  { url = "https://a.example" }, # ]
  { title = "]",
    lang = "lv" },
]
finding = [[], [[{ text = 1 }]]]

[event.extra]
deep = 1
'''


@pytest.mark.parametrize(
    ("place", "line"),
    [
        (Place(), 1),
        (Place(None, "country"), 2),
        (Place(None, "about"), 3),
        (Place(None, "treaty"), 1),
        (Place(None, "event"), 9),
        (Place(0), 9),
        (Place(0, "date"), 10),
        (Place(0, "summary"), 11),
        (Place(0, "body"), 12),
        (Place(0, "stage"), 9),
        (Place(0, "vote"), 13),
        (Place(0, "yes", "vote"), 13),
        (Place(0, "no", "vote"), 13),
        (Place(0, "source"), 14),
        (Place(0, None, "source", 0), 14),
        (Place(0, "url", "source", 0), 15),
        (Place(0, "title", "source", 0), 17),
        (Place(0, "lang", "source", 0), 14),
        (Place(0, None, "source", 1), 18),
        (Place(0, "publisher", "source", 1), 19),
        (Place(1), 21),
        (Place(1, "summary"), 23),
        (Place(1, "no", "vote"), 26),
        (Place(1, "result", "vote"), 27),
        (Place(1, "url", "source", 0), 29),
        (Place(1, None, "source", 1), 30),
        (Place(1, "lang", "source", 1), 31),
        (Place(1, "url", "source", 7), 28),
        (Place(1, "finding"), 33),
        (Place(1, "deep", "extra"), 36),
        (Place(2, "date"), 9),
    ],
)
def test_a_place_has_its_line(place: Place, line: int) -> None:
    assert locate(TEXT, place) == line
    assert locate("\ufeff" + TEXT.replace("\n", "\r\n"), place) == line


def test_a_treaty_has_places_too() -> None:
    text = '[exit]\narticle = "1"\nperiod = { amount = 6,\n unit = "x" }\n[exit.lock_in]\namount = 1\n[[exit.source]]\n'
    assert locate(text, Place(None, "article", "exit")) == 2
    assert locate(text, Place(None, "unit", "exit.period")) == 4
    assert locate(text, Place(None, "amount", "exit.lock_in")) == 6
    assert locate(text, Place(None, "url", "exit.source", 0)) == 7


def test_problems_stand_in_the_order_of_lines() -> None:
    late, early = Problem("b", "late", Place(1)), Problem("a", "early", Place(None, "country"))
    assert located([late, early], TEXT, "a.toml") == (Located("a.toml", 2, early), Located("a.toml", 21, late))


def test_statements_know_where_they_end() -> None:
    found = [(each.path, TEXT[each.start : each.end]) for each in layout(TEXT).statements if each.header]
    assert found == [
        (("event", 0), "[[event]]"),
        (("event", 0, "source", 0), "[[event.source]]"),
        (("event", 0, "source", 1), "[[event.source]]"),
        (("event", 1), "[[event]]"),
        (("event", 1, "extra"), "[event.extra]"),
    ]
    values = {each.path: TEXT[each.start : each.end] for each in layout(TEXT).statements if not each.header}
    assert values[("event", 1, "source")].endswith('lang = "lv" },\n]')
    assert values[("event", 0, "source", 0, "title")] == 'title = """four quotes""""'


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("“a” = 1\nb = 2", {("b",): 2}),
        ("a\nb = 2", {("b",): 2}),
        ("[\n[[]]\n[[a", {("a",): 3, ("a", 0): 3}),
        ('a = """b', {("a",): 1}),
        ("a = '''b\nc = 1", {("a",): 1}),
        ("a = [1 2]\nb = 1", {("a",): 1, ("a", 0): 1, ("b",): 2}),
        ("a = {b}\nc = 1", {("a",): 1, ("c",): 2}),
        ("a = [}]", {("a",): 1, ("a", 0): 1}),
        ("a = [", {("a",): 1}),
        ("a = \nb = 1", {("a",): 1, ("b",): 2}),
        ("a = " + "[" * 100, None),
    ],
)
def test_of_what_is_no_toml_is_told_what_can_be(text: str, lines: dict[tuple[str | int, ...], int] | None) -> None:
    found = layout(text).lines
    assert found == lines or (lines is None and found[("a",)] == 1)


@given(st.lists(st.sampled_from([*"[]{}\"'=.,#\n\\ a1", '"""', "'''", "\r\n"]), max_size=60).map("".join))
@settings(max_examples=150, deadline=None)
def test_no_text_is_too_odd_to_be_laid_out(text: str) -> None:
    found = layout(text)
    assert all(0 <= each.start <= each.end <= len(text) + 2 for each in found.statements)
    assert all(1 <= line <= text.count("\n") + 1 for line in found.lines.values())
