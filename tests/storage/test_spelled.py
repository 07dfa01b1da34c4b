"""What people write in words is told as a file has it."""

from __future__ import annotations

import pytest

from tracker.storage.spelled import length, month_day


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("6 months", '{ amount = 6, unit = "months" }'),
        ("1 month", '{ amount = 1, unit = "months" }'),
        (" Twelve  ", None),
        ("Twelve months", '{ amount = 12, unit = "months" }'),
        ("one year", '{ amount = 1, unit = "years" }'),
        ("90-day", '{ amount = 90, unit = "days" }'),
        ("06 weeks", '{ amount = 6, unit = "weeks" }'),
        ("some months", None),
        ("6 moons", None),
    ],
)
def test_a_length(text: str, written: str | None) -> None:
    assert length(text) == written


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("30 June", "06-30"),
        ("1. jan", "01-01"),
        ("December 31", "12-31"),
        ("30 Juno", None),
        ("31 February", None),
        ("06-30", None),
    ],
)
def test_a_day_of_every_year(text: str, written: str | None) -> None:
    assert month_day(text) == written
