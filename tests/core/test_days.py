"""How a day is written, and what is refused with the form to write."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.core.chance import CALM
from tracker.core.day import between, on, parse_day, parse_span, parse_when
from tracker.core.errors import BadDate

FORM = "write the day as YYYY-MM-DD, such as 2025-04-16"


@pytest.mark.rule(29)
@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("2025-04-16", "2025-04-16", "2025-04-16"),
        ("2025-04-24/2025-05-12", "2025-04-24", "2025-05-12"),
        ("2025-05", "2025-05-01", "2025-05-31"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2025", "2025-01-01", "2025-12-31"),
        ("0001", "0001-01-01", "0001-12-31"),
        ("9999-12", "9999-12-01", "9999-12-31"),
    ],
)
def test_a_day_may_be_a_span(text: str, earliest: str, latest: str) -> None:
    """A month and a year are short for all their days; the text stays as it was written."""
    when = parse_when(text)
    assert (str(when.earliest), str(when.latest), when.text) == (earliest, latest, text)
    assert when.known is (earliest == latest)
    assert when.day == (when.earliest if when.known else None)


@pytest.mark.rule(29)
@CALM
@given(st.dates(), st.dates())
def test_a_span_is_written_as_it_is_read(one: date, other: date) -> None:
    """From its first day to its last; a span of one day is that day."""
    first, last = sorted((one, other))
    assert parse_when(between(first, last).text) == between(first, last)
    assert parse_when(on(first).text) == on(first) == between(first, first)


@pytest.mark.rule(29)
def test_spans_of_the_same_days_are_the_same_however_written() -> None:
    """May is its first to its last day."""
    assert parse_span("2025-05").same_days(parse_span("2025-05-01/2025-05-31"))
    assert not parse_span("2025-05").same_days(parse_when("2025-05-01"))


@pytest.mark.rule(29)
@pytest.mark.parametrize(
    ("text", "why", "hint"),
    [
        ("2025-04-16", "a full day stands in quotes", "write it without quotes: 2025-04-16"),
        ("2025-02-30", "there is no such day in the calendar", "write a day that exists"),
        ("2025-13", "there is no such month in the calendar", "write one that exists, such as 2025-05 or 2025"),
        ("0000", "there is no such year in the calendar", "write one that exists, such as 2025-05 or 2025"),
        ("20250416", "it is not a day in the form YYYY-MM-DD", FORM),
        ("2025-W16-3", "it is not a day in the form YYYY-MM-DD", FORM),
        ("2025-04-16T10:00:00", "it is not a day in the form YYYY-MM-DD", FORM),
        ("2025-4-6", "it is not a day in the form YYYY-MM-DD", FORM),
        ("٢٠٢٥", "it is not a day in the form YYYY-MM-DD", FORM),
        ("spring", "it is not a day in the form YYYY-MM-DD", FORM),
        ("04/05/2025", "it could mean 2025-05-04 or 2025-04-05", FORM),
        ("16.4.2025", "it could mean 2025-04-16", FORM),
        ("4.4.2025", "it could mean 2025-04-04", FORM),
        ("31/31/2025", "it is not a day in the form YYYY-MM-DD", FORM),
        ("2025-05/2025-06", "a span has two full days", "write both, such as 2025-04-24/2025-05-12"),
        ("2025-05/2025-05-31", "a span has two full days", "write both, such as 2025-04-24/2025-05-12"),
        ("2025-05-01/2025-02-30", "there is no such day in the calendar", "write a day that exists"),
        ("2025-05-01/2025-05-01", "the span begins and ends on one day", "write that day alone: 2025-05-01"),
        (
            "2025-05-12/2025-04-24",
            "the span is turned round",
            "write the earlier day first: 2025-04-24/2025-05-12",
        ),
    ],
)
def test_another_form_is_refused_with_the_one_to_write(text: str, why: str, hint: str) -> None:
    """A text in a file is a span; whatever else stands there is refused, and nothing is guessed."""
    with pytest.raises(BadDate) as refusal:
        parse_span(text)
    bad = {"2025-05-01/2025-02-30": "2025-02-30"}.get(text, text)
    assert (refusal.value.message, refusal.value.hint) == (f"`{bad}` is not a date: {why}", hint)
    assert (refusal.value.why, refusal.value.exit_code) == (why, 2)


@pytest.mark.rule(29)
@pytest.mark.parametrize("text", ["2025-05", "2025", "20250416", "2025-04-31", "today"])
def test_one_full_day_is_wanted_where_a_span_makes_no_sense(text: str) -> None:
    """The date on a letter, a day to look back to."""
    with pytest.raises(BadDate):
        parse_day(text)
