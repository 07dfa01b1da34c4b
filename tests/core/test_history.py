"""The history of a case: its rows in order, what time brought, the days between, the sources."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.core.chance import CALM
from tests.core.tell import BILL, END_OF_DAY, LAW_PASSED, MONTHS_6, NOTICE_GIVEN, at, case
from tracker.core.clause import ExitClause
from tracker.core.event import Source
from tracker.core.history import Entry, history
from tracker.core.interval import NO_DAYS, Bounds, Days, apart
from tracker.core.period import Period, Unit


def told(text: str, day: str, clause: ExitClause = MONTHS_6) -> list[str]:
    """Return the rows: number, day, what it is, the stage by then."""
    return [_line(entry) for entry in history(at(case(text, clause), day)).entries]


def _line(entry: Entry) -> str:
    derived = " derived" if entry.derived else ""
    planned = " planned" if entry.event.planned else ""
    settled = f" settled by {entry.settled_by}" if entry.settled_by else ""
    return f"{entry.number} {entry.date.text} {entry.action} {entry.stage or '-'}{derived}{planned}{settled}"


def between(text: str, day: str) -> list[list[int] | None]:
    """Return the days between each row and the row of the path before it."""
    return [entry.days.pair if entry.days else None for entry in history(at(case(text), day)).entries]


@pytest.mark.rule(44)
def test_rows_are_in_the_order_of_days_with_plans_after_facts() -> None:
    """Each with the stage reached by then; a plan with its own, and with the fact that it became."""
    text = """
        2025-06-11 milestone Hearing
        2025-06-04 milestone Hearing planned
        2026-12-01 draft-law planned
        2025-05-01 milestone Hearing
        2025-01-10 ministry-analysis
        2025-01-09 note border
    """
    assert told(text, "2026-11-23") == [
        "1 2025-01-09 note -",
        "2 2025-01-10 advance ministry-analysis",
        "3 2025-05-01 milestone ministry-analysis",
        "4 2025-06-11 milestone ministry-analysis",
        "5 2025-06-04 milestone - planned settled by 3",
        "6 2026-12-01 advance draft-law planned",
    ]


@pytest.mark.rule(36, 44)
def test_looking_back_the_history_ends_on_the_day() -> None:
    """Later rows are not there, nor is what they settle."""
    text = f"{BILL}\n2025-04-01 milestone Hearing planned\n2025-04-08 milestone Hearing"
    assert told(text, "2025-04-07")[3:] == ["4 2025-04-01 milestone - planned"]
    assert told(text, "2025-04-08")[3:] == [
        "4 2025-04-08 milestone draft-law",
        "5 2025-04-01 milestone - planned settled by 4",
    ]
    assert len(told(text, "2025-03-09")) == 2


@pytest.mark.rule(44)
def test_an_effect_that_time_brought_is_a_row_until_an_event_confirms_it() -> None:
    """It stands before what happened after it, on the same day too."""
    text = f"{NOTICE_GIVEN}\n2025-12-26 note law\n2025-12-27 note reaction\n2026-01-05 note allies"
    assert told(text, "2026-01-05")[5:] == [
        "6 2025-12-26 note un-notification",
        "7 2025-12-27 advance effect derived",
        "8 2025-12-27 note effect",
        "9 2026-01-05 note effect",
    ]
    assert told(f"{text}\n2026-01-05 effect", "2026-01-05")[6:] == [
        "7 2025-12-27 note effect",
        "8 2026-01-05 note effect",
        "9 2026-01-05 advance effect",
    ]


@pytest.mark.rule(44)
def test_an_effect_that_time_brought_comes_last_where_nothing_followed() -> None:
    """After the notice itself where the clause has no period; not at all before its day."""
    assert told(NOTICE_GIVEN, "2025-12-26")[5:] == []
    assert told(NOTICE_GIVEN, "2025-12-27")[5:] == ["6 2025-12-27 advance effect derived"]
    at_once = replace(MONTHS_6, period=Period(0, Unit.DAYS))
    assert told(NOTICE_GIVEN, "2025-06-27", at_once)[5:] == ["6 2025-06-27 advance effect derived"]
    assert told(f"{NOTICE_GIVEN}\n2025-12-27 note law", "2025-12-28", END_OF_DAY)[5:] == [
        "6 2025-12-27 note un-notification",
        "7 2025-12-27 advance effect derived",
    ]


@pytest.mark.rule(15, 44)
def test_a_row_of_a_stage_names_that_stage() -> None:
    """Though time went on at once, or does so only on the day after."""
    at_once = replace(MONTHS_6, period=Period(0, Unit.DAYS))
    assert told(NOTICE_GIVEN, "2025-06-27", at_once)[4:] == [
        "5 2025-06-27 advance un-notification",
        "6 2025-06-27 advance effect derived",
    ]
    assert told(f"{NOTICE_GIVEN}\n2025-12-27 effect", "2025-12-27", END_OF_DAY)[5:] == ["6 2025-12-27 advance effect"]


@pytest.mark.rule(18, 44)
def test_an_effect_that_an_event_brought_is_not_derived() -> None:
    """After a notice of an unknown day, and still after a rejoining."""
    text = f"{LAW_PASSED}\n2025-06 un-notification\n2025-12-10 effect\n2026-02-01 rejoin"
    assert told(text, "2026-02-01")[5:] == ["6 2025-12-10 advance effect", "7 2026-02-01 rejoin effect"]
    assert told(f"{NOTICE_GIVEN}\n2026-02-01 rejoin", "2026-02-01")[5:] == [
        "6 2025-12-27 advance effect derived",
        "7 2026-02-01 rejoin effect",
    ]


@pytest.mark.rule(45)
def test_days_are_counted_between_rows_of_the_path() -> None:
    """Milestones included; notes and plans have none, nor has the first row."""
    text = """
        2025-01-01 note border
        2025-01-10 ministry-analysis
        2025-01-15 note allies
        2025-01-20 milestone Hearing
        2025-01-20 cabinet-directive
        2027-03-10 draft-law planned
    """
    assert between(text, "2026-11-23") == [None, None, None, [10, 10], [0, 0], None]


@pytest.mark.rule(30, 45)
def test_days_between_spans_are_a_pair() -> None:
    """The earliest is an event's first day, the latest the one from which it counts."""
    text = """
        2025-03-10/2025-03-31 ministry-analysis
        2025-03-20 cabinet-directive
        2025-04-01/2025-04-10 milestone Hearing
        2025-04-05 draft-law
    """
    assert between(text, "2026-11-23") == [None, [0, 10], [12, 21], [0, 4]]


@pytest.mark.rule(45)
def test_days_to_an_effect_that_time_brought_are_counted() -> None:
    """It is a row of the path like any other."""
    assert between(NOTICE_GIVEN, "2025-12-27")[-1] == [183, 183]


spans = st.tuples(st.dates(), st.dates()).map(lambda pair: Bounds(*sorted(pair)))


@pytest.mark.rule(45)
@CALM
@given(spans, spans)
def test_days_apart_hold_for_each_day_of_both_spans(first: Bounds, second: Bounds) -> None:
    """The least and the most, never below 0, and equal where both are known."""
    days = apart(first, second)
    possible = [0, *((late - early).days for early in _ends(first) for late in _ends(second))]
    assert days == Days(max(0, min(possible[1:])), max(possible))
    assert not (first.known and second.known) or days.known


def _ends(bounds: Bounds) -> tuple[date, date]:
    return bounds.earliest, bounds.latest


@pytest.mark.rule(45)
def test_no_days_are_zero_days() -> None:
    assert NO_DAYS.pair == [0, 0]


@pytest.mark.rule(44)
def test_each_source_is_listed_once() -> None:
    """In the order of the rows; the same address under another title is the same source."""
    text = """
        2025-02-10 cabinet-directive skip=no source=https://b.example source=https://a.example
        2025-01-09 note border source=https://a.example
        2027-01-09 draft-law planned source=https://c.example source=https://b.example
    """
    found = history(at(case(text), "2026-11-23"))
    assert [source.url for source in found.sources] == ["https://a.example", "https://b.example", "https://c.example"]
    assert found.numbers(found.entries[1].event.sources) == (2, 1)
    assert found.number_of_address("https://c.example") == (3,)
    assert found.number_of_address("https://d.example") == ()


@pytest.mark.rule(44)
def test_a_source_is_listed_with_all_that_is_given_of_it() -> None:
    """What the first citation leaves out is taken from a later one; what it gives stays."""
    short = Source(url="https://a.example", title="Minutes")
    longer = Source(url="https://a.example", title="The minutes", publisher="Saeima")
    one = case("2025-01-09 note border\n2025-01-10 note border")
    events = tuple(replace(event, sources=(each,)) for event, each in zip(one.events, (short, longer), strict=True))
    found = history(at(replace(one, events=events), "2026-11-23"))
    assert found.sources == (Source(url="https://a.example", title="Minutes", publisher="Saeima"),)


@pytest.mark.rule(44)
def test_a_source_without_an_address_is_known_by_title_and_publisher() -> None:
    """Paper is a source, too."""
    paper, other = Source(title="Minutes", publisher="Saeima"), Source(title="Minutes", publisher="Sejm")
    one = case("2025-01-09 note border\n2025-01-10 note border\n2025-01-11 note border")
    events = tuple(
        replace(event, sources=(source,)) for event, source in zip(one.events, (paper, other, paper), strict=True)
    )
    found = history(at(replace(one, events=events), "2026-11-23"))
    assert found.sources == (paper, other)
    assert [found.numbers(entry.event.sources) for entry in found.entries] == [(1,), (2,), (1,)]


@pytest.mark.rule(44)
def test_a_row_is_found_by_its_place_in_the_file() -> None:
    """The derived effect has none."""
    found = history(at(case(f"2025-12-01 note law\n{NOTICE_GIVEN}"), "2025-12-27"))
    entries = [found.entry_of(place) for place in (0, 1, None, 9)]
    assert [entry.number if entry else None for entry in entries] == [6, 1, 7, None]
