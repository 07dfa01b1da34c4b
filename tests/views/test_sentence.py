"""One sentence for every condition, on the day itself, looking back, looking ahead: golden/sentences.txt."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from tests.views.values import CLAUSE, CLUB, NETHERLANDS, TODAY, TREATY, case, event, path, rich_case, stands
from tracker.core import clause, vocabulary
from tracker.core.case import Case
from tracker.core.clause import LockIn
from tracker.core.event import Action, Event, Result, Source, Vote
from tracker.core.period import Period, Unit
from tracker.core.stage import Stage
from tracker.core.state import Condition
from tracker.core.vocabulary import Counting, Until
from tracker.views.sentence import _TOLD, sentence

Golden = Callable[[str, str], None]

NOTICE = path(5)
DEFERRED = (*NOTICE, event("2025-10-01", Action.DEFER))
IN_MAY = (*path(4), event("2025-05", Stage.UN_NOTIFICATION))
BILL = event("2025-03-05/2025-03-12", Stage.DRAFT_LAW, doubt="Who\nknows? Nobody.")
REJECTED = event("2025-03", Action.REJECT, vote=Vote(12, 60, result=Result.FAILED), doubt="Or 61.")

BEFORE_THE_NOTICE = {
    "not started": ("2025-01-09", path(1)),
    "a ministry's analysis": ("2025-01-12", path(1)),
    "a cabinet's directive": ("2025-02-12", path(2)),
    "a draft law": ("2025-03-12", path(3)),
    "a draft law, its day and more in doubt": ("2025-04-12", (*path(2), BILL)),
    "parliament's vote": ("2025-04-12", path(4)),
    "parliament's vote with a tally": ("2025-04-12", path(4, vote=Vote(66, 14, result=Result.PASSED))),
    "a tally that is not the law's": ("2025-04-12", path(4, vote=Vote(66, 14, on="the agenda"))),
    "a veto": ("2025-04-12", (*path(4), event("2025-04-10", Action.RETURN, stage=Stage.DRAFT_LAW))),
    "reopened": (
        "2025-04-12",
        (*path(4), event("2025-04-05", Action.REJECT), event("2025-04-10", Action.REOPEN, stage=Stage.PARLIAMENT_VOTE)),
    ),
    "suspended": ("2025-04-12", (*path(4), event("2025-04-10", Action.SUSPEND))),
    "rejected by a vote": ("2025-04-12", (*path(3), REJECTED)),
    "rejected": ("2025-04-12", (*path(3), event("2025-03-10", Action.REJECT, vote=Vote(result=Result.FAILED)))),
    "abandoned": ("2025-04-12", (*path(3), event("2025-03-20", Action.ABANDON))),
}
THE_NOTICE = {
    "running": ("2025-08-01", NOTICE),
    "another day announced": ("2025-08-01", path(5, announced=date(2025, 11, 2))),
    "the same day announced": ("2025-08-01", path(5, announced=date(2025, 11, 1))),
    "received on a day not known": ("2025-08-01", IN_MAY),
    "received on a day not known, announced": (
        "2025-08-01",
        (*path(4), event("2025-05", Stage.UN_NOTIFICATION, announced=date(2025, 11, 20))),
    ),
    "revoked": ("2025-08-01", (*NOTICE, event("2025-07-01", Action.REVOKE))),
    "deferred": ("2025-10-20", DEFERRED),
    "deferred, the period over": ("2026-01-01", DEFERRED),
    "the conflict over on a day not known": ("2026-03-10", (*DEFERRED, event("2026-02", Action.CONFLICT_ENDED))),
}
OUT = {
    "in effect": ("2026-03-10", NOTICE),
    "in effect, confirmed with a doubt": ("2026-03-10", path(6, doubt="Says one paper.")),
    "in effect, two doubts": ("2026-03-10", (*path(5, doubt="A"), event("2025-11-01", Stage.EFFECT, doubt="B"))),
    "another day had been announced": ("2026-03-10", path(5, announced=date(2025, 11, 2))),
    "the same day had been announced": ("2026-03-10", path(5, announced=date(2025, 11, 1))),
    "announced after a day not known": (
        "2026-03-10",
        (*path(4), event("2025-05", Stage.UN_NOTIFICATION, announced=date(2025, 11, 20))),
    ),
    "known from its confirmation": ("2026-03-10", (*IN_MAY, event("2025-11-10", Stage.EFFECT))),
    "confirmed by a span": ("2026-03-10", (*IN_MAY, event("2025-11-10/2025-11-20", Stage.EFFECT))),
    "after a conflict": ("2026-03-10", (*DEFERRED, event("2026-02-01", Action.CONFLICT_ENDED))),
    "rejoined": ("2026-07-01", (*NOTICE, event("2026-05-01", Action.REJOIN))),
}
EVERY = {**BEFORE_THE_NOTICE, **THE_NOTICE, **OUT}


def said(one: Case, as_of: str, today: str | date | None = None) -> str:
    return sentence(stands(one, as_of, today)).text


@pytest.mark.parametrize(
    ("name", "today"), [("sentences.txt", None), ("sentences-back.txt", TODAY), ("sentences-ahead.txt", "2025-05-02")]
)
def test_every_sentence(golden: Golden, name: str, today: str | date | None) -> None:
    """What had happened by a day is told in the past, what is ahead only if nothing else happens."""
    golden(name, "".join(f"{what}:\n  {said(case(*events), day, today)}\n" for what, (day, events) in EVERY.items()))


def test_every_condition_is_told() -> None:
    assert {stands(case(*events), day).condition for day, events in EVERY.values()} == set(_TOLD) == set(Condition)


@pytest.mark.parametrize("today", [None, TODAY, "2025-05-02"])
def test_it_is_one_sentence(today: str | date | None) -> None:
    for what, (day, events) in EVERY.items():
        text = said(case(*events), day, today)
        assert ". " not in text.replace("art. ", ""), what
        assert text.endswith(".")
        assert text[0].isupper()


CLUBS = {
    "an end-of-day clause": ("2025-08-01", NOTICE),
    "a later day named": ("2025-08-01", path(5, named=date(2026, 7, 1))),
    "a later day named, in effect": ("2026-08-01", path(5, named=date(2026, 7, 1))),
    "rejoined": ("2026-08-01", (*NOTICE, event("2026-07-01", Action.REJOIN))),
}


def test_another_clause_and_a_country_with_an_article(golden: Golden) -> None:
    """The clause's own words: its article, its period, the end of the day, the day that the notice names."""
    golden(
        "sentences-club.txt",
        "".join(
            f"{what}:\n  {said(case(*events, treaty=CLUB, country=NETHERLANDS), day)}\n"
            for what, (day, events) in CLUBS.items()
        ),
    )


def under(*events: Event, **more: object) -> Case:
    changed = replace(CLAUSE, **more)  # type: ignore[arg-type]
    return case(*events, treaty=replace(TREATY, exit=changed), in_force=date(2025, 1, 1))


def test_a_depositary_that_counts_one_day_further() -> None:
    text = said(under(*NOTICE, counting=Counting.NEXT_DAY), "2026-01-01")
    assert "since 2 November 2025, six months and a day after the UN Secretary-General received" in text


def test_a_conflict_that_is_over_today_under_an_end_of_day_clause() -> None:
    events = (*path(5), event("2025-10-01", Action.DEFER), event("2026-02-01", Action.CONFLICT_ENDED))
    text = said(under(*events, end_of_day=True), "2026-02-01")
    assert text.endswith(
        "takes effect at the end of 1 February 2026, when the armed conflict that deferred it was over (art. 20(3))."
    )


def test_a_clause_that_runs_at_once() -> None:
    text = said(under(*NOTICE, period=Period(0, Unit.DAYS)), "2026-01-01")
    assert text.endswith(
        "since 1 May 2025 (art. 20(3): at once); the UN Secretary-General received its notice on 1 May 2025."
    )


def test_a_notice_that_came_too_early() -> None:
    text = said(under(*NOTICE, lock_in=LockIn(Period(1, Unit.YEARS))), "2025-08-01")
    why = "the notice came before 1 January 2026, the first day on which the clause (art. 20(3)) lets one be given"
    assert text.endswith(f", and when the withdrawal takes effect cannot be told: {why}.")


@pytest.mark.parametrize(
    ("until", "words"),
    [
        (Until.RELEASE, "the end of an armed conflict and the release and return of those whom the treaty protects"),
        (Until.NO_CONFLICT, "the end of every armed conflict to which the country is a party"),
    ],
)
def test_what_a_conflict_rule_waits_for(until: Until, words: str) -> None:
    rule = clause.ConflictRule(vocabulary.Tested.EXPIRY, until, "art. 99(1)")
    assert f"has waited for {words} (art. 99(1));" in said(under(*DEFERRED, conflict=rule), "2025-10-20")


def test_the_sentence_rests_on_its_events() -> None:
    """The notice comes first, then the stage, the last change of condition, the confirmation; each once."""
    one = case(*path(4), event("2025-04-20", Action.NOTE), *path(6)[4:])
    assert sentence(stands(one)).places == (5, 6)
    assert sentence(stands(one, "2025-05-02")).places == (5,)
    assert sentence(stands(one, "2025-01-01")).places == ()
    assert sentence(stands(case(*path(4), event("2025-04-20", Action.SUSPEND)))).places == (3, 4)
    assert sentence(stands(case(*DEFERRED), "2025-10-20")).places == (4, 5)


def test_the_sentence_knows_its_sources() -> None:
    told = sentence(stands(rich_case(), "2025-06-01"))
    assert told.sources(rich_case()) == (
        Source("https://example.org/press", "Ministers speak", "Polar Post", told.sources(rich_case())[0].accessed),
    )


BACK = event("2025-04-10", Action.RETURN, stage=Stage.CABINET_DIRECTIVE)


@pytest.mark.parametrize(
    ("events", "told"),
    [
        ((*path(3), event("2025-03-10", Action.REJECT), event("2025-04-10", Action.REOPEN, stage=Stage.DRAFT_LAW)),
         "no final vote of its parliament is recorded"),
        ((*path(3), REJECTED, event("2025-04-10", Action.REOPEN, stage=Stage.DRAFT_LAW)),
         "no new final vote of its parliament is recorded"),
        ((*path(4), BACK), "no new bill before its parliament is recorded"),
        ((*path(4), BACK, event("2025-05-01", Stage.DRAFT_LAW)), "no new final vote of its parliament is recorded"),
        ((*path(2), event("2025-04-10", Action.RETURN, stage=Stage.MINISTRY_ANALYSIS)),
         "no new decision of its government is recorded"),
    ],
)  # fmt: skip
def test_what_is_missing_is_new_where_it_was_there_before(events: tuple[Event, ...], told: str) -> None:
    """A vote that was lost was one, too; a court's no was none."""
    assert f" {told}" in sentence(stands(case(*events), "2025-06-01")).text
