"""Lengths of time, days of every year."""

from datetime import date

import pytest

from tracker.core.month_day import MonthDay, parse_month_day
from tracker.core.period import Period, Unit


@pytest.mark.parametrize(
    ("length", "words"),
    [
        (Period(6, Unit.MONTHS), "six months"),
        (Period(1, Unit.YEARS), "one year"),
        (Period(12, Unit.MONTHS), "twelve months"),
        (Period(90, Unit.DAYS), "90 days"),
        (Period(2, Unit.WEEKS), "two weeks"),
    ],
)
def test_a_period_in_words(length: Period, words: str) -> None:
    assert length.words == words


@pytest.mark.parametrize(
    ("length", "day", "earlier"),
    [
        (Period(6, Unit.MONTHS), date(2025, 8, 31), date(2025, 2, 28)),
        (Period(2, Unit.WEEKS), date(1, 1, 10), date.min),
        (Period(2, Unit.YEARS), date(2, 12, 31), date.min),
    ],
)
def test_the_day_a_period_before_another(length: Period, day: date, earlier: date) -> None:
    """The first day of the calendar where there is none so early."""
    assert length.until(day) == earlier


def test_a_day_of_every_year_is_read_as_it_is_written() -> None:
    """In figures in a file, in words for people."""
    assert parse_month_day("06-30") == MonthDay(6, 30)
    assert (str(MonthDay(6, 30)), MonthDay(1, 1).words) == ("06-30", "1 January")


@pytest.mark.parametrize("text", ["02-29", "13-01", "00-10", "06-31", "6-30", "06/30", "0630", "2025-06-30", ""])
def test_what_is_no_day_of_every_year_is_refused(text: str) -> None:
    """29 February is none."""
    with pytest.raises(ValueError, match=r"^|.*"):
        parse_month_day(text)
