from __future__ import annotations

from datetime import date

import pytest

from tracker.core.day import parse_when
from tracker.core.interval import Days
from tracker.views.dates import at_latest, counted, days, long_day, long_when, short_when, some_day


def test_a_day_in_full() -> None:
    assert long_day(date(2025, 4, 6)) == "6 April 2025"


@pytest.mark.parametrize(
    ("text", "long", "short", "latest"),
    [
        ("2025-04-16", "16 April 2025", "2025-04-16", "2025-04-16"),
        ("2025-05", "May 2025", "2025-05", "2025-05"),
        ("2025", "2025", "2025", "2025"),
        ("2025-05-12/2025-05-16", "12 to 16 May 2025", "2025-05-12 to 05-16", "by 2025-05-16"),
        ("2025-04-24/2025-05-12", "24 April to 12 May 2025", "2025-04-24 to 05-12", "by 2025-05-12"),
        (
            "2025-12-30/2026-01-02",
            "30 December 2025 to 2 January 2026",
            "2025-12-30 to 2026-01-02",
            "by 2026-01-02",
        ),
    ],
)
def test_a_span_of_days(text: str, long: str, short: str, latest: str) -> None:
    when = parse_when(text)
    assert (long_when(when), short_when(when), at_latest(when)) == (long, short, latest)


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        ("2025-04-16", "16 April 2025"),
        ("2025-05", "a day in May 2025"),
        ("2025", "a day in 2025"),
        ("2025-05-12/2025-05-16", "a day between 12 and 16 May 2025"),
        ("2025-04-24/2025-05-12", "a day between 24 April and 12 May 2025"),
        ("2025-12-30/2026-01-02", "a day between 30 December 2025 and 2 January 2026"),
    ],
)
def test_a_day_in_a_sentence(text: str, noun: str) -> None:
    """Where a span is all that is known, the sentence says so: "on a day in May 2025"."""
    assert some_day(parse_when(text)) == noun


def test_numbers_of_days() -> None:
    assert (days(Days(22, 22)), days(Days(20, 22))) == ("22", "20–22")
    assert [counted(number, "day") for number in (0, 1, 2, "1", "0–1")] == [
        "0 days",
        "1 day",
        "2 days",
        "1 day",
        "0–1 days",
    ]
