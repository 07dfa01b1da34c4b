"""The laws of reckoning: forwards, backwards, against a second reading."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tests.core.any_clause import any_clause
from tests.core.chance import CALM
from tests.core.naive_clause import answer
from tracker.core import vocabulary as words
from tracker.core.clause import ConflictRule, ExitClause
from tracker.core.deadline import deadline, last_day
from tracker.core.reckon import reckon
from tracker.core.reckoning import Asked, Rule
from tracker.core.vocabulary import Until

days = st.dates(date(1950, 1, 1), date(2100, 12, 31))
maybe_days = st.none() | days
conflicts = st.builds(ConflictRule, st.sampled_from(words.Tested), st.sampled_from(Until))


@pytest.mark.rule(19, 20, 21, 22, 52, 54, 55, 56, 57, 58)
@CALM
@given(any_clause, days, maybe_days, maybe_days)
def test_a_notice_takes_effect_when_the_naive_reading_says(
    clause: ExitClause, received: date, named: date | None, in_force: date | None
) -> None:
    """Whatever the forms, in whatever combination."""
    told = reckon(clause, Asked(received, named, in_force))
    naive = answer(clause, received, named, in_force)
    opens = told.refusal.opens if told.refusal else None
    assert (told.effective, told.computed, told.not_before, opens) == (
        naive.effective,
        naive.own,
        naive.floor,
        naive.opens,
    )


@pytest.mark.rule(19)
@CALM
@given(any_clause, days, maybe_days, maybe_days)
def test_nothing_takes_effect_before_its_notice(
    clause: ExitClause, received: date, named: date | None, in_force: date | None
) -> None:
    """The steps lead from the notice to the day, and whoever gives no day says why."""
    told = reckon(clause, Asked(received, named, in_force))
    walk = [received, *(day for day in (told.computed, told.effective) if day)]
    assert walk == sorted(walk)
    assert (told.computed is None) is (told.effective is None)
    assert told.effective or told.doubts
    moved = [step.day for step in told.steps if step.moves and step.day]
    assert moved == sorted(moved)


@pytest.mark.rule(19, 56)
@CALM
@given(any_clause, days, maybe_days, maybe_days)
def test_another_reading_is_the_whole_clause_read_otherwise(
    clause: ExitClause, received: date, named: date | None, in_force: date | None
) -> None:
    """Each other day is another one; that of counting to the day after is what a clause that says so gives."""
    told = reckon(clause, Asked(received, named, in_force))
    others = [other.day for other in told.also]
    assert len(set(others)) == len(others)
    assert told.effective not in others
    assert all(day is None or day >= received for day in others)
    next_day = reckon(replace(clause, counting=words.Counting.NEXT_DAY), Asked(received, named, in_force))
    reads_otherwise = clause.counting is None and clause.period and clause.period.amount
    if reads_otherwise and clause.rounding is not words.Rounding.MONTH_END and told.effective != next_day.effective:
        assert told.effective is None or next_day.effective in others


@pytest.mark.rule(61)
@CALM
@given(any_clause, days, maybe_days)
def test_a_day_that_is_safe_is_in_time_on_every_reading(clause: ExitClause, by: date, in_force: date | None) -> None:
    """And no later than the one that is in time on the usual reading."""
    found = deadline(clause, Asked(by, in_force=in_force), by)
    assert found.day == last_day(clause, Asked(by, in_force=in_force), by)
    if found.safe:
        assert found.day
        assert found.safe <= found.day
        told = reckon(clause, Asked(found.safe, in_force=in_force))
        assert all(day and day <= by for day in (told.effective, *(other.day for other in told.also)))


@pytest.mark.rule(19)
@CALM
@given(any_clause, days, st.integers(0, 400), maybe_days)
def test_a_later_notice_takes_no_earlier_effect(
    clause: ExitClause, received: date, more: int, in_force: date | None
) -> None:
    """The effective date never decreases in the day of the notice."""
    first = reckon(clause, Asked(received, in_force=in_force))
    second = reckon(clause, Asked(received + timedelta(days=more), in_force=in_force))
    assume(first.effective and second.effective)
    assert first.effective is not None
    assert second.effective is not None
    assert first.effective <= second.effective


@pytest.mark.rule(61)
@CALM
@given(any_clause, days, maybe_days)
def test_the_answer_backwards_is_the_last_day_in_time(clause: ExitClause, by: date, in_force: date | None) -> None:
    """A notice of that day is in time; none of those after it is: of the next forty days, of every 61st after them."""
    last = last_day(clause, Asked(by, in_force=in_force), by)
    if last is not None:
        told = reckon(clause, Asked(last, in_force=in_force)).effective
        assert told is not None
        assert told <= by
    first = date(1900, 1, 1) if last is None else last + timedelta(days=1)
    span = (by - first).days + 1
    for number in (*range(min(span, 40)), *range(40, span, 61)):
        later = reckon(clause, Asked(first + timedelta(days=number), in_force=in_force)).effective
        assert later is None or later > by


@pytest.mark.rule(60)
@CALM
@given(any_clause, conflicts, days, days, st.none() | st.integers(0, 2000))
def test_a_conflict_never_brings_the_effect_forward(
    clause: ExitClause, rule: ConflictRule, received: date, begin: date, lasted: int | None
) -> None:
    """It takes effect on the clause's own day, or when the conflict had ended if that is later, or on no known day."""
    ended = None if lasted is None else begin + timedelta(days=lasted)
    own = reckon(clause, Asked(received))
    told = reckon(replace(clause, conflict=rule), Asked(received, conflict_from=begin, conflict_ended=ended))
    assume(own.effective)
    assert own.effective is not None
    asked_on = received if rule.tested is words.Tested.NOTICE else own.effective
    assume(begin != asked_on or rule.tested is words.Tested.NOTICE)
    lasts = begin < asked_on or (rule.tested is words.Tested.NOTICE and begin == asked_on)
    if lasts and ended is None:
        assert (told.effective, told.not_before) == (None, own.effective)
    elif lasts and ended and ended > asked_on:
        assert told.effective == max(own.effective, ended)
    else:
        assert told.effective == own.effective
    assert sum(step.rule is Rule.CONFLICT for step in told.steps) == 2
