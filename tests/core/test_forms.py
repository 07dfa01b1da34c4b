"""Each form of rule that an exit clause can have: its day, the words for it, what is not sure."""

from dataclasses import replace
from datetime import date

import pytest

from tests.core.tell import CONFLICT, CONFLICT_AT_NOTICE, LAW_PASSED, MONTHS_6, at, case, treaty
from tracker.core import vocabulary as words
from tracker.core.case import Case
from tracker.core.clause import Calendar, ConflictRule, ExitClause, Follow, Happening, Intention, LockIn, Reserved
from tracker.core.country import Country
from tracker.core.day import parse_day
from tracker.core.deadline import last_day
from tracker.core.month_day import MonthDay
from tracker.core.period import Period, Unit
from tracker.core.reckon import reckon
from tracker.core.reckoning import Asked, Other, Reckoning, Rule
from tracker.core.term import Term, TermFrom
from tracker.core.vocabulary import Bound, Counting, LockFrom, Locks, Naming, Right, Rounding, RunsFrom, Until

BARE = replace(MONTHS_6, period=None, counting=None)
MONTHS_3 = replace(MONTHS_6, period=Period(3, Unit.MONTHS))
ENTRY = "the day on which the treaty entered into force for the state"
TERMS_NOT_KNOWN = (
    "the terms of the clause (art. 20) count from the treaty’s entry into force for the state, which is not known"
)
YEAR = replace(MONTHS_6, period=Period(1, Unit.YEARS))


def told(clause: ExitClause, received: str, **other: str) -> Reckoning:
    days = {name: parse_day(day) for name, day in other.items()}
    return reckon(clause, Asked(parse_day(received), **days))


def effect(clause: ExitClause, received: str, **other: str) -> str | None:
    day = told(clause, received, **other).effective
    return str(day) if day else None


def opens(clause: ExitClause, received: str, **other: str) -> str | None:
    refusal = told(clause, received, **other).refusal
    return str(refusal.opens) if refusal else None


def steps(clause: ExitClause, received: str, **other: str) -> list[str]:
    """Return the steps, each as `rule day: text (article)`."""
    return [
        f"{step.rule} {step.day or '-'}: {step.text}{f' ({step.article})' if step.article else ''}"
        for step in told(clause, received, **other).steps
    ]


@pytest.mark.rule(52)
def test_the_steps_explain_each_day_with_its_article() -> None:
    """From the notice to what follows; a plain clause has three, that on armed conflict one more."""
    clause = replace(CONFLICT, notice_article="art. 19", receiver="the UN Secretary-General")
    assert steps(clause, "2025-06-27") == [
        "start 2025-06-27: the UN Secretary-General receives the notice (art. 19)",
        "period 2025-12-27: six months after receipt (art. 20)",
        "counting -: the depositary counts to the corresponding day",
        (
            "conflict -: if the party is in an armed conflict when the period ends, "
            "the withdrawal waits until it is over (art. 20)"
        ),
    ]


@pytest.mark.rule(52)
def test_the_forms_are_applied_in_one_order() -> None:
    """Intention, lock-in, period, counting, rounding, the lock-in of the effect, the named day, what follows."""
    clause = replace(
        MONTHS_3,
        runs_from=RunsFrom.NOTICE,
        notify=("all parties", "the depositary"),
        intention=Intention(Period(60, Unit.DAYS), ("all parties",)),
        lock_in=LockIn(Period(1, Unit.YEARS)),
        counting=Counting.NEXT_DAY,
        rounding=Rounding.MONTH_START,
        named=Naming.PERIOD,
        minimum=True,
        follows=(Follow("The annexes end with it.", "art. 22"), Follow("Debts go on.", lasts=Period(5, Unit.YEARS))),
    )
    assert steps(clause, "2025-01-30", named="2025-08-15", in_force="2020-05-05") == [
        (
            "intention -: the intention is told first to all parties; the notice itself must follow within 60 days "
            "(art. 20)"
        ),
        (
            "start 2025-01-30: the notice is given to the depositary; where it reaches them on different days, "
            "the latest is the safe one (art. 20)"
        ),
        (
            "lock-in -: a notice may be given from 2021-05-05 on, one year after the treaty entered into force for "
            "the state (art. 20)"
        ),
        "period 2025-04-30: at least three months after the notice (art. 20)",
        "counting 2025-05-01: and the day after, as the depositary counts",
        "rounding 2025-06-01: then the first day of the month that follows (art. 20)",
        "named 2025-08-15: the notice names a longer period, which ends then (art. 20)",
        "follows -: The annexes end with it (art. 22)",
        "follows 2030-08-15: Debts go on",
    ]


@pytest.mark.rule(53)
def test_a_silent_treaty_gives_no_date() -> None:
    """Twelve months and the consent of all stand beside the doubt."""
    silent = replace(BARE, right=Right.NONE)
    one = told(silent, "2005-03-07")
    assert (one.effective, one.computed, one.refusal) == (None, None, None)
    law = "Vienna Convention on the Law of Treaties"
    assert one.doubts == (f"the treaty has no exit clause, and no right to leave is presumed ({law}, art. 56(1))",)
    assert one.also == (
        Other(f"if a right to leave is implied, with at least twelve months’ notice ({law}, art. 56(2))",
              date(2006, 3, 7)),
        Other(f"with the consent of all parties, at any time ({law}, art. 54(b))", None),
    )  # fmt: skip


@pytest.mark.rule(53)
def test_what_must_be_so_for_the_right_to_be_there_is_told() -> None:
    """A ground is a doubt; in an emergency the state decides for itself."""
    ground = replace(YEAR, right=Right.GROUND, ground="another party broke the treaty")
    assert told(ground, "2025-01-15").doubts == (
        "there is a right to leave only if another party broke the treaty: whether that is so was not looked at",
    )
    emergency = replace(MONTHS_3, right=Right.EMERGENCY, ground="its supreme interests are in danger")
    assert told(emergency, "2025-01-15").doubts == ()
    danger = "that its supreme interests are in danger (art. 20)"
    assert steps(emergency, "2025-01-15")[0] == f"right -: the party decides {danger}"
    assert steps(replace(emergency, reasons=True), "2025-01-15")[0] == f"right -: the party decides and states {danger}"


@pytest.mark.rule(52)
@pytest.mark.parametrize(
    ("runs_from", "start", "length"),
    [
        (RunsFrom.RECEIPT, "the depositary receives the notice", "six months after receipt"),
        (RunsFrom.NOTICE, "the notice is given to the depositary", "six months after the notice"),
        (RunsFrom.DEPOSIT, "the instrument is deposited with the depositary", "six months after the deposit"),
        (RunsFrom.REGISTRATION, "the depositary registers the denunciation", "six months after the registration"),
    ],
)
def test_the_clock_runs_from_what_the_clause_says(runs_from: RunsFrom, start: str, length: str) -> None:
    """The day is the same; the words are not."""
    clause = replace(MONTHS_6, runs_from=runs_from)
    assert steps(clause, "2025-06-27")[:2] == [
        f"start 2025-06-27: {start} (art. 20)",
        f"period 2025-12-27: {length} (art. 20)",
    ]


@pytest.mark.rule(55)
@pytest.mark.parametrize(
    ("rule", "received", "effective", "words"),
    [
        (Calendar(MonthDay(12, 31), 1), "2025-07-22", "2026-12-31", "31 December of the year after that of the notice"),
        (Calendar(MonthDay(12, 31), 1), "2025-12-31", "2026-12-31", "31 December of the year after that of the notice"),
        (Calendar(MonthDay(12, 31), 0), "2025-01-01", "2025-12-31", "31 December of the year of the notice"),
        (Calendar(MonthDay(6, 30), 1), "2025-01-01", "2026-06-30", "30 June of the year after that of the notice"),
        (
            Calendar(MonthDay(6, 30), 0, MonthDay(1, 1)),
            "2018-12-26",
            "2019-06-30",
            "a notice by 1 January takes effect on 30 June of the same year, a later one a year later",
        ),
        (
            Calendar(MonthDay(6, 30), 0, MonthDay(1, 1)),
            "2019-01-01",
            "2019-06-30",
            "a notice by 1 January takes effect on 30 June of the same year, a later one a year later",
        ),
        (
            Calendar(MonthDay(6, 30), 0, MonthDay(1, 1)),
            "2019-01-02",
            "2020-06-30",
            "a notice by 1 January takes effect on 30 June of the same year, a later one a year later",
        ),
        (
            Calendar(MonthDay(1, 1), 1, MonthDay(7, 1)),
            "2011-07-01",
            "2012-01-01",
            (
                "a notice by 1 July takes effect on 1 January of the year after that of the notice, a later one a year "
                "later"
            ),
        ),
        (
            Calendar(MonthDay(1, 1), 1, MonthDay(7, 1)),
            "2011-07-02",
            "2013-01-01",
            (
                "a notice by 1 July takes effect on 1 January of the year after that of the notice, a later one a year "
                "later"
            ),
        ),
        (
            Calendar(MonthDay(3, 31), 1, MonthDay(3, 31), financial=True),
            "2025-04-01",
            "2027-03-31",
            "the end of the financial year after that of the notice, 31 March",
        ),
        (
            Calendar(MonthDay(12, 31), 0, financial=True),
            "2025-04-01",
            "2025-12-31",
            "the end of the financial year of the notice, 31 December",
        ),
        (
            Calendar(MonthDay(12, 31), 2),
            "2025-04-01",
            "2027-12-31",
            "31 December of the year 2 years after that of the notice",
        ),
    ],
)
def test_a_fixed_day_of_the_year(rule: Calendar, received: str, effective: str, words: str) -> None:
    """The last day for a notice belongs to its year."""
    clause = replace(BARE, calendar=rule)
    assert effect(clause, received) == effective
    assert told(clause, received).how == words


@pytest.mark.rule(56)
@pytest.mark.parametrize(
    ("rounding", "received", "effective"),
    [
        (Rounding.MONTH_START, "2021-03-22", "2021-07-01"),
        (Rounding.MONTH_START, "2021-02-28", "2021-06-01"),
        (Rounding.MONTH_START, "2021-03-01", "2021-07-01"),
        (Rounding.MONTH_START, "2021-09-30", "2022-01-01"),
        (Rounding.MONTH_END, "2021-03-22", "2021-06-30"),
        (Rounding.MONTH_END, "2021-11-30", "2022-02-28"),
        (Rounding.YEAR_END, "2021-03-22", "2021-12-31"),
        (Rounding.YEAR_END, "2021-10-15", "2022-12-31"),
        (Rounding.YEAR_END, "2021-09-30", "2021-12-31"),
    ],
)
def test_the_periods_end_is_rounded(rounding: Rounding, received: str, effective: str) -> None:
    """To the first of the month after, to the month's last day, to the year's."""
    assert effect(replace(MONTHS_3, rounding=rounding), received) == effective


@pytest.mark.rule(56)
@pytest.mark.parametrize(
    ("rounding", "received", "effective"),
    [
        (Rounding.MONTH_START, "2021-12-31", "2022-01-01"),
        (Rounding.MONTH_START, "2021-03-01", "2021-04-01"),
        (Rounding.MONTH_END, "2024-02-01", "2024-02-29"),
        (Rounding.YEAR_END, "2021-12-31", "2021-12-31"),
    ],
)
def test_without_a_period_the_day_of_the_notice_is_rounded(rounding: Rounding, received: str, effective: str) -> None:
    """With one step and no doubt: the month after the notice begins on one day alone."""
    one = told(ExitClause("art. 20", Period(0, Unit.DAYS), rounding=rounding), received)
    assert (str(one.effective), one.doubts, one.also) == (effective, (), ())
    assert [step.rule for step in one.steps] == [Rule.START, Rule.ROUNDING]
    assert not one.steps[-1].text.startswith("then")


@pytest.mark.rule(56)
def test_a_period_that_ends_on_the_first_of_a_month_is_a_doubt() -> None:
    """Both days are told."""
    one = told(replace(MONTHS_3, rounding=Rounding.MONTH_START), "2021-03-01")
    assert one.doubts == (
        (
            "the period ends on 2021-06-01, the first day of a month: whether that day counts or the first of the "
            "month after is not settled"
        ),
    )
    assert one.also == (Other("if the period’s end counts where it is the first day of a month", date(2021, 6, 1)),)


@pytest.mark.rule(19)
def test_where_the_counting_is_not_known_the_other_day_is_told() -> None:
    """Once, where it is that of a missing day, too; not at all where rounding or the calendar makes them one."""
    unknown = replace(MONTHS_6, counting=None)
    assert told(unknown, "2025-06-27").also == (
        Other("if it is counted to the day after the corresponding one", date(2025, 12, 28)),
    )
    assert [str(other.day) for other in told(unknown, "2025-08-31").also] == ["2026-03-01"]
    assert told(replace(unknown, rounding=Rounding.MONTH_START), "2025-06-27").also == ()
    assert told(replace(unknown, rounding=Rounding.MONTH_END), "2025-06-30").also == ()
    first = told(replace(unknown, rounding=Rounding.MONTH_START), "2025-08-31")
    assert (str(first.effective), [str(other.day) for other in first.also]) == ("2026-03-01", ["2026-04-01"])
    assert told(replace(BARE, calendar=Calendar(MonthDay(12, 31), 1)), "2025-06-27").also == ()
    assert told(replace(unknown, period=Period(0, Unit.DAYS)), "2025-06-27").also == ()


TEN_FIVE = Term(10, 5, TermFrom.TREATY, date(1951, 1, 12))


@pytest.mark.rule(54)
@pytest.mark.parametrize(
    ("received", "effective"),
    [
        ("1949-01-01", "1961-01-12"),
        ("1960-07-12", "1961-01-12"),
        ("1960-07-13", "1966-01-12"),
        ("2025-11-24", "2031-01-12"),
        ("2025-07-12", "2026-01-12"),
        ("2025-07-13", "2031-01-12"),
    ],
)
def test_a_withdrawal_at_the_end_of_a_term(received: str, effective: str) -> None:
    """At the first end for which the notice came six months before."""
    clause = replace(MONTHS_6, right=Right.WINDOWS, term=TEN_FIVE)
    assert effect(clause, received) == effective
    assert told(clause, received).how == (
        "the end of the running term of which notice can be given at least six months before"
    )


@pytest.mark.rule(54)
def test_a_term_of_each_partys_own_counts_from_its_entry_into_force() -> None:
    """Without that day no date is told."""
    clause = replace(MONTHS_6, right=Right.WINDOWS, term=Term(5, 2, TermFrom.PARTY))
    assert effect(clause, "2025-01-15", in_force="2000-03-01") == "2027-03-01"
    assert effect(clause, "2024-09-01", in_force="2000-03-01") == "2025-03-01"
    one = told(clause, "2025-01-15")
    assert (one.effective, one.doubts) == (
        None,
        (TERMS_NOT_KNOWN,),
    )
    windowed = replace(clause, term=Term(5, 2, TermFrom.PARTY, window=Period(1, Unit.YEARS)))
    assert told(windowed, "2025-01-15").doubts == one.doubts


@pytest.mark.rule(54, 59)
def test_a_notice_is_given_only_in_a_window() -> None:
    """In the year after each term of ten; outside, the next window's first day is told."""
    term = Term(10, 10, TermFrom.TREATY, date(2009, 2, 20), Period(1, Unit.YEARS))
    clause = replace(YEAR, right=Right.WINDOWS, term=term, runs_from=RunsFrom.REGISTRATION)
    assert opens(clause, "2015-01-01") == "2019-02-20"
    assert effect(clause, "2019-06-01") == "2020-06-01"
    assert opens(clause, "2020-02-21") == "2029-02-20"
    assert told(clause, "2020-02-20").doubts == (
        "whether the window includes its first day, 2019-02-20, and its last, 2020-02-20, is open",
    )
    assert told(clause, "2019-02-21").doubts == ()


@pytest.mark.rule(20, 59)
@pytest.mark.parametrize(
    ("rule", "first"),
    [
        (LockIn(Period(3, Unit.YEARS)), "2019-11-04"),
        (LockIn(Period(5, Unit.YEARS), LockFrom.TREATY, date(2016, 11, 4)), "2021-11-04"),
    ],
)
def test_a_lock_in_refuses_until_its_first_day(rule: LockIn, first: str) -> None:
    """That day is the anniversary itself."""
    clause = replace(YEAR, lock_in=rule)
    day = parse_day(first)
    assert opens(clause, str(day.replace(day=day.day - 1)), in_force="2016-11-04") == first
    assert opens(clause, first, in_force="2016-11-04") is None


@pytest.mark.rule(21)
def test_a_lock_in_from_something_else_is_not_looked_at() -> None:
    """The doubt says from what it counts."""
    clause = replace(YEAR, lock_in=LockIn(Period(4, Unit.YEARS), LockFrom.OTHER, since="it took on the duties"))
    assert effect(clause, "2025-01-15", in_force="2024-01-01") == "2026-01-15"
    assert told(clause, "2025-01-15").doubts == (
        (
            "whether the notice could be given yet (art. 20) was not looked at: the day on which it took on the duties "
            "is not known"
        ),
    )


@pytest.mark.rule(58)
def test_a_lock_in_of_the_effect_moves_it() -> None:
    """A notice may be given at any time."""
    clause = replace(MONTHS_6, lock_in=LockIn(Period(5, Unit.YEARS), locks=Locks.EFFECT))
    assert effect(clause, "2021-01-15", in_force="2020-03-01") == "2025-03-01"
    assert effect(clause, "2025-01-15", in_force="2020-03-01") == "2025-07-15"
    assert told(clause, "2021-01-15").doubts == (
        (f"whether the withdrawal can take effect yet (art. 20) was not looked at: {ENTRY} is not known"),
    )
    assert told(clause, "2021-01-15", in_force="2020-03-01").how == (
        "six months after receipt, but not before five years after the treaty entered into force for the state"
    )


@pytest.mark.rule(57)
def test_an_event_decides() -> None:
    """The period is a bound, and no date is told."""
    clause = replace(YEAR, happening=Happening("the budget year ends", Bound.EARLIEST))
    one = told(clause, "2025-01-15")
    assert (one.effective, str(one.not_before)) == (None, "2026-01-15")
    assert one.doubts == (
        "the withdrawal takes effect on the day on which the budget year ends, whose day is not fixed in advance",
    )
    late = told(replace(clause, happening=Happening("an agreement enters into force", Bound.LATEST)), "2025-01-15")
    assert (late.effective, late.not_before) == (None, None)
    assert late.also == (Other("if that has not happened by then", date(2026, 1, 15)),)


@pytest.mark.rule(22, 59)
def test_a_day_that_the_notice_names() -> None:
    """Refused before the clause's own, and after it where the clause allows none; a minimum allows it."""
    may = replace(YEAR, named=Naming.DATE)
    assert effect(may, "2025-01-15", named="2026-06-01") == "2026-06-01"
    assert effect(replace(YEAR, minimum=True), "2025-01-15", named="2026-06-01") == "2026-06-01"
    early, later = told(may, "2025-01-15", named="2025-06-01"), told(YEAR, "2025-01-15", named="2026-06-01")
    assert [one.refusal.why if one.refusal else None for one in (early, later)] == [*early.doubts, *later.doubts]
    assert (str(early.effective), str(later.effective)) == ("2026-01-15", "2026-01-15")
    rounded = replace(may, named=Naming.PERIOD, rounding=Rounding.MONTH_START)
    assert effect(rounded, "2025-01-15", named="2026-05-10") == "2026-05-10"


@pytest.mark.rule(60)
@pytest.mark.parametrize(
    ("clause", "begin", "end", "effective", "not_before"),
    [
        (CONFLICT, "2025-08-01", None, None, "2025-12-27"),
        (CONFLICT, "2025-08-01", "2026-03-01", "2026-03-01", None),
        (CONFLICT, "2025-08-01", "2025-12-27", "2025-12-27", None),
        (CONFLICT, "2025-12-27", None, "2025-12-27", None),
        (CONFLICT_AT_NOTICE, "2025-08-01", None, "2025-12-27", None),
        (CONFLICT_AT_NOTICE, "2025-06-27", None, None, "2025-12-27"),
        (CONFLICT_AT_NOTICE, "2022-02-24", "2025-10-01", "2025-12-27", None),
        (CONFLICT_AT_NOTICE, "2022-02-24", "2026-10-01", "2026-10-01", None),
    ],
)
def test_what_may_be_an_armed_conflict(
    clause: ExitClause, begin: str, end: str | None, effective: str | None, not_before: str | None
) -> None:
    """Tested when the period ends, or when the notice is given; it may end before the period and after it."""
    days = {"conflict_from": begin} | ({"conflict_ended": end} if end else {})
    one = told(clause, "2025-06-27", **days)
    assert (one.effective, one.not_before) == (
        parse_day(effective) if effective else None,
        parse_day(not_before) if not_before else None,
    )


@pytest.mark.rule(60)
def test_whether_it_is_an_armed_conflict_is_never_assumed() -> None:
    """The doubt says "if", and the clause's own day stands beside it."""
    release = replace(CONFLICT, conflict=ConflictRule(words.Tested.EXPIRY, Until.NO_CONFLICT, "art. 21"))
    one = told(release, "2025-06-27", conflict_from="2025-08-01", conflict_ended="2026-03-01")
    lasted = "what lasted from 2025-08-01 to 2026-03-01"
    assert one.doubts == (
        (
            f"if {lasted} is an armed conflict of this party, the withdrawal waits until the party is in no armed "
            "conflict; whether it is one is a finding that is not made here"
        ),
    )
    assert one.also == (Other(f"if {lasted} is no armed conflict of this party", date(2025, 12, 27)),)
    assert [step.article for step in one.steps if step.rule is Rule.CONFLICT] == ["art. 21", "art. 21"]


@pytest.mark.rule(60)
def test_a_conflict_that_the_clause_does_not_ask_about() -> None:
    """Over by then, or not begun: it is said; a clause without the rule refuses the question."""
    assert steps(CONFLICT, "2025-06-27", conflict_from="2025-01-01", conflict_ended="2025-10-01")[-1] == (
        "conflict -: what began on 2025-01-01 is not asked about: it was over by 2025-12-27"
    )
    assert steps(CONFLICT, "2025-06-27", conflict_from="2026-01-01")[-1] == (
        "conflict -: what began on 2026-01-01 is not asked about: it did not last before 2025-12-27"
    )
    assert steps(MONTHS_6, "2025-06-27", conflict_from="2025-01-01") == steps(MONTHS_6, "2025-06-27")


@pytest.mark.rule(60)
def test_a_conflict_that_begins_on_the_very_day_is_a_doubt() -> None:
    """Whether that day still counts is open: it may wait."""
    one = told(CONFLICT, "2025-06-27", conflict_from="2025-12-27")
    assert str(one.effective) == "2025-12-27"
    assert one.also == (Other("if a conflict on that very day holds it up", None),)
    assert one.doubts == (
        (
            "the conflict begins on the very day on which the withdrawal takes effect, 2025-12-27: "
            "whether it still holds it up is open"
        ),
    )


@pytest.mark.rule(54)
def test_the_time_for_a_notice_is_counted_back_from_the_terms_end() -> None:
    """Where a month has no such day, the other way of counting may give an earlier end: it is told."""
    clause = replace(MONTHS_6, right=Right.WINDOWS, term=Term(5, 2, TermFrom.PARTY))
    assert effect(clause, "2005-12-30", in_force="2001-06-30") == "2006-06-30"
    one = told(clause, "2005-12-31", in_force="2001-06-30")
    assert str(one.effective) == "2008-06-30"
    assert one.also == (Other("if the time for the notice is counted forwards from it", date(2006, 6, 30)),)


@pytest.mark.rule(22, 59)
def test_a_longer_period_ends_on_its_own_day() -> None:
    """It must not be shorter than the clause's own; that day is not rounded."""
    clause = replace(YEAR, named=Naming.PERIOD, rounding=Rounding.MONTH_START)
    assert effect(clause, "2025-03-15") == "2026-04-01"
    assert effect(clause, "2025-03-15", named="2026-03-20") == "2026-03-20"
    refusal = told(clause, "2025-03-15", named="2026-03-14").refusal
    assert refusal is not None


@pytest.mark.rule(19)
def test_what_makes_no_difference_is_neither_told_nor_doubted() -> None:
    """A named day, a conflict's end, rounding to a month: the missing day decides nothing then."""
    may = replace(MONTHS_6, named=Naming.DATE)
    for one in (
        told(may, "2025-08-31", named="2026-06-01"),
        told(CONFLICT, "2025-08-31", conflict_from="2025-09-01", conflict_ended="2027-05-05"),
        told(replace(MONTHS_6, rounding=Rounding.MONTH_END, counting=None), "2025-08-31"),
    ):
        assert [other for other in one.also if "missing day" in other.why] == []
        assert [doubt for doubt in one.doubts if "no day 31" in doubt] == []


@pytest.mark.rule(62)
def test_a_state_that_reserved_its_own_way_out() -> None:
    """For it that counts, forwards and in its case; for others the clause."""
    states = Country("US", "USA", "United States", the=True)
    silent = replace(BARE, right=Right.NONE, article="")
    clause = replace(silent, reserved=(Reserved(states, Period(1, Unit.YEARS), "its joint resolution"),))
    assert str(reckon(clause.of("US"), Asked(date(2025, 1, 22))).effective) == "2026-01-22"
    assert reckon(clause.of("LV"), Asked(date(2025, 1, 22))).effective is None
    one = case(f"{LAW_PASSED}\n2025-06-27 un-notification", clause)
    assert at(one, "2025-06-27").effective is None
    other = Case("us", states, treaty(clause), events=one.events)
    assert str(at(other, "2025-06-27").effective) == "2026-06-27"


@pytest.mark.rule(19)
@pytest.mark.parametrize(
    "clause",
    [
        replace(MONTHS_6, rounding=Rounding.MONTH_START),
        replace(MONTHS_6, right=Right.WINDOWS, term=TEN_FIVE),
        replace(BARE, calendar=Calendar(MonthDay(12, 31), 1)),
        replace(BARE, right=Right.NONE),
        replace(
            YEAR,
            right=Right.WINDOWS,
            term=Term(10, 10, TermFrom.TREATY, date(2000, 1, 1), Period(1, Unit.MONTHS)),
        ),
    ],
)
def test_beyond_the_year_9999_no_date_is_told(clause: ExitClause) -> None:
    """Whatever the form; and the end of the month, or a later duty, is no fault on the last day of all."""
    assert told(clause, "9999-12-30").doubts == ("the effective date would lie beyond the year 9999",)
    end = replace(MONTHS_6, period=Period(0, Unit.DAYS), rounding=Rounding.MONTH_END)
    assert effect(replace(end, follows=(Follow("Debts", lasts=Period(1, Unit.DAYS)),)), "9999-12-30") == "9999-12-31"


@pytest.mark.rule(61)
@pytest.mark.parametrize(
    ("clause", "by", "last"),
    [
        (MONTHS_6, "2026-02-27", "2025-08-27"),
        (MONTHS_6, "2026-02-28", "2025-08-31"),
        (replace(MONTHS_3, rounding=Rounding.MONTH_START), "2021-07-15", "2021-03-31"),
        (replace(BARE, calendar=Calendar(MonthDay(6, 30), 0, MonthDay(1, 1))), "2026-12-31", "2026-01-01"),
        (replace(MONTHS_6, right=Right.WINDOWS, term=TEN_FIVE), "2030-12-31", "2025-07-12"),
        (replace(MONTHS_6, right=Right.WINDOWS, term=TEN_FIVE), "1960-12-31", None),
        (replace(BARE, right=Right.NONE), "2030-12-31", None),
        (replace(MONTHS_6, period=Period(0, Unit.DAYS)), "2030-12-31", "2030-12-31"),
        (
            replace(YEAR, lock_in=LockIn(Period(3, Unit.YEARS), LockFrom.TREATY, date(2020, 1, 1))),
            "2023-12-31",
            None,
        ),
    ],
)
def test_the_last_day_on_which_a_notice_is_in_time(clause: ExitClause, by: str, last: str | None) -> None:
    """None where no notice is, or where no date can be told."""
    found = last_day(clause, Asked(date.max), parse_day(by))
    assert (str(found) if found else None) == last
