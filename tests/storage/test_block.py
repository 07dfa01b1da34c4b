"""An event is written as a careful person would write it."""

from __future__ import annotations

from datetime import date

import pytest
import tomli
from hypothesis import given, settings

from tests.storage import chance
from tracker.core.day import When, between, on, parse_day, parse_span
from tracker.core.event import Action, Aspect, Event, Finding, Result, Source, Topic, Vote
from tracker.core.stage import Stage
from tracker.storage import build
from tracker.storage.block import block

DAY = on(parse_day("2025-04-16"))
WORDS = "The committee supported the bill and asked the government for a report on mine clearance and its cost"


@given(chance.EVENTS)
@settings(max_examples=150, deadline=None)
def test_a_block_says_what_was_meant(event: Event) -> None:
    """The law: `parse(block(event)) == event`."""
    (table,) = tomli.loads(block(event))["event"]
    assert build.event(table) == event


@given(chance.EVENTS)
@settings(max_examples=60, deadline=None)
def test_no_line_looks_like_what_it_is_not(event: Event) -> None:
    """A header that is part of a text never begins a line, nor does a conflict marker."""
    headers = [line for line in block(event).split("\n") if line.startswith("[")]
    inner = ["[event.vote]"] * (event.vote is not None)
    inner += ["[[event.finding]]"] * len(event.findings) + ["[[event.source]]"] * len(event.sources)
    assert headers == ["[[event]]", *inner]
    assert not [line for line in block(event).split("\n") if line.startswith(("<<<<<<<", "=======", ">>>>>>>"))]


def test_all_keys_stand_in_the_order_of_the_readme() -> None:
    event = Event(
        DAY,
        Action.ADVANCE,
        Stage.UN_NOTIFICATION,
        "step",
        Topic.LAW,
        planned=True,
        skip="skip",
        given=date(2025, 4, 1),
        named=date(2026, 1, 1),
        announced=date(2026, 1, 2),
        body="body",
        summary="summary",
        document="document",
        reference="reference",
        doubt="doubt",
        vote=Vote(66, 0, 2, 3, 4, 100, "the agenda", "two thirds", Result.PASSED),
        findings=(Finding(Aspect.LEGAL, "text", "body", "https://a.example"),),
        sources=(
            Source("https://a.example", "title", "publisher", parse_span("2026-11"), "https://b.example", "lv"),
            Source(title="On paper", accessed=DAY),
        ),
    )
    assert (
        block(event)
        == """\
[[event]]
date = 2025-04-16
stage = "un-notification"
step = "step"
topic = "law"
planned = true
skip = "skip"
given = 2025-04-01
named = 2026-01-01
announced = 2026-01-02
body = "body"
summary = "summary"
document = "document"
reference = "reference"
doubt = "doubt"

[event.vote]
yes = 66
no = 0
abstain = 2
absent = 3
not_voting = 4
members = 100
on = "the agenda"
required = "two thirds"
result = "passed"

[[event.finding]]
aspect = "legal"
text = "text"
body = "body"
url = "https://a.example"

[[event.source]]
url = "https://a.example"
title = "title"
publisher = "publisher"
accessed = "2026-11"
archive = "https://b.example"
lang = "lv"

[[event.source]]
title = "On paper"
accessed = 2025-04-16
"""
    )


def test_what_is_not_known_is_left_out() -> None:
    assert block(Event(DAY, stage=Stage.EFFECT)) == '[[event]]\ndate = 2025-04-16\nstage = "effect"\n'
    assert block(Event(DAY, Action.NOTE)) == '[[event]]\ndate = 2025-04-16\naction = "note"\n'
    assert block(Event(DAY, vote=Vote(result=Result.FAILED))).endswith('\n[event.vote]\nresult = "failed"\n')


@pytest.mark.parametrize(
    ("when", "written"),
    [
        (DAY, "2025-04-16"),
        (between(date(2025, 4, 24), date(2025, 5, 12)), '"2025-04-24/2025-05-12"'),
        (parse_span("2025-05"), '"2025-05"'),
        (parse_span("2025"), '"2025"'),
    ],
)
def test_days_are_bare_with_spans_in_quotes(when: When, written: str) -> None:
    assert block(Event(when)) == f"[[event]]\ndate = {written}\n"


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ('Said "no" in C:\\a', r'"Said \"no\" in C:\\a"'),
        ("two\r\nlines", r'"two\r\nlines"'),
        (WORDS[:100], f'"{WORDS[:100]}"'),
        (WORDS + ".", f'"""\\\n{WORDS[:93]}\\\n{WORDS[93:]}."""'),
        (f"{WORDS}.\n“Sprūds”  \tsaid", f'"""\\\n{WORDS[:93]}\\\n{WORDS[93:]}.\\n“Sprūds”  \tsaid"""'),
        (f" {WORDS}", f'" {WORDS}"'),
        (f"\t{WORDS}", f'"\t{WORDS}"'),
        ("x" * 101, f'"{"x" * 101}"'),
        (f"{WORDS[:93]}[[event]] {WORDS[93:]}", f'"{WORDS[:93]}[[event]] {WORDS[93:]}"'),
        (f"{WORDS[:93]}======= {WORDS[93:]}", f'"{WORDS[:93]}======= {WORDS[93:]}"'),
    ],
)
def test_long_texts_are_broken_into_lines(text: str, written: str) -> None:
    assert block(Event(DAY, summary=text)) == f"[[event]]\ndate = 2025-04-16\nsummary = {written}\n"


def test_lines_of_a_long_text_stay_within_the_width() -> None:
    lines = block(Event(DAY, summary=f"{WORDS}. " * 9)).split("\n")
    assert max(map(len, lines)) <= 96
    assert len(lines) == 15
