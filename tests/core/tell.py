"""Cases told in a few lines of text, one event a line, so that a test shows its input beside what it must give.

    2025-03-18 ministry-analysis
    2025-05 milestone "First reading" body=Saeima
    2025-06-12 return draft-law
    2025-06-27 un-notification announced=2025-12-28
    2026-02-01 effect planned

A line is a day or a span, then a stage (an `advance`), or another action with its stage, step or topic, then keys.
"""

import shlex
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from textwrap import dedent
from typing import Any

from tracker.core.case import Case
from tracker.core.clause import ConflictRule, ExitClause, LockIn
from tracker.core.country import Country
from tracker.core.day import parse_day, parse_when
from tracker.core.errors import TrackerError
from tracker.core.event import Action, Event, Result, Source, Topic, Vote
from tracker.core.period import Period, Unit
from tracker.core.recording import Wish, decide
from tracker.core.replay import takes
from tracker.core.stage import PATH, Stage
from tracker.core.standing import Standing, standing
from tracker.core.state import Condition
from tracker.core.treaty import Treaty
from tracker.core.vocabulary import Counting, Naming, Tested, Until

MONTHS_6 = ExitClause("art. 20", Period(6, Unit.MONTHS), counting=Counting.SAME_DAY)
CONFLICT = replace(MONTHS_6, conflict=ConflictRule(Tested.EXPIRY, Until.CONFLICT_ENDED))
CONFLICT_AT_NOTICE = replace(MONTHS_6, conflict=ConflictRule(Tested.NOTICE, Until.RELEASE))
END_OF_DAY = replace(MONTHS_6, end_of_day=True)
AT_ONCE = replace(MONTHS_6, period=Period(0, Unit.DAYS))
DAY_AFTER = replace(MONTHS_6, counting=Counting.NEXT_DAY)
MAY_NAME = replace(MONTHS_6, named=Naming.DATE)
YEAR_LOCK = replace(MONTHS_6, lock_in=LockIn(Period(1, Unit.YEARS)))

LATVIA = Country("LV", "LVA", "Latvia")
LITHUANIA = Country("LT", "LTU", "Lithuania")
TODAY = date(2026, 11, 23)

BILL = """
    2025-01-10 ministry-analysis
    2025-02-10 cabinet-directive
    2025-03-10 draft-law
"""
LAW_PASSED = f"""{BILL}
    2025-04-10 parliament-vote
"""
NOTICE_GIVEN = f"""{LAW_PASSED}
    2025-06-27 un-notification
"""

# The day of this notice is not fully known: time alone does not bring its effect.
_NOTICE = f'{BILL}\n2025-06 un-notification skip="no vote is needed"'

# A case in each condition on LONG_AFTER.
LONG_AFTER = "2026-02-01"
STANDS: Mapping[Condition, str] = {
    Condition.NOT_STARTED: "",
    Condition.IN_PROGRESS: BILL,
    Condition.SUSPENDED: f"{BILL}\n2025-05-01 suspend",
    Condition.REJECTED: f"{BILL}\n2025-05-01 reject",
    Condition.ABANDONED: f"{BILL}\n2025-05-01 abandon",
    Condition.NOTICE_RUNNING: _NOTICE,
    Condition.DEFERRED: f"{_NOTICE}\n2025-07-01 defer",
    Condition.REVOKED: f"{_NOTICE}\n2025-07-01 revoke",
    Condition.IN_EFFECT: NOTICE_GIVEN,
    Condition.REJOINED: f"{NOTICE_GIVEN}\n2026-01-10 rejoin",
}


def treaty(clause: ExitClause = CONFLICT, name: str = "ottawa") -> Treaty:
    return Treaty(name, "A convention", "Convention", clause, the=True)


def case(told: str = "", clause: ExitClause = CONFLICT, *, id_: str = "latvia", in_force: str | None = None) -> Case:
    """Return the case that the text tells."""
    since = parse_day(in_force) if in_force else None
    return Case(id_, LATVIA, treaty(clause), since, events=events(told))


def events(told: str) -> tuple[Event, ...]:
    return tuple(event(line) for line in dedent(told).splitlines() if line.strip())


def event(line: str) -> Event:
    """Return the event that a line tells."""
    when, word, *rest = shlex.split(line)
    date_ = parse_when(when)
    bare = Event(date_, stage=Stage(word)) if word in PATH else Event(date_, Action(word))
    for each in rest:
        key, equals, value = each.partition("=")
        bare = _with_key(bare, key, value) if equals else _with_word(bare, each)
    return bare


def _with_word(bare: Event, word: str) -> Event:
    if word == "planned":
        return replace(bare, planned=True)
    if bare.action is Action.MILESTONE:
        return replace(bare, step=word)
    return replace(bare, topic=Topic(word)) if bare.action is Action.NOTE else replace(bare, stage=Stage(word))


def _with_key(bare: Event, key: str, value: str) -> Event:
    given: dict[str, Any] = {key: value}
    if key in {"given", "named", "announced"}:
        given = {key: parse_day(value)}
    if key == "vote":
        given = {key: _vote(value)}
    if key == "source":
        given = {"sources": (*bare.sources, Source(url=value))}
    return replace(bare, **given)


def _vote(value: str) -> Vote:
    """Return the vote that `66:14`, `66:14:2` or `passed` tells."""
    if value in set(Result):
        return Vote(result=Result(value))
    numbers = [int(number) for number in value.split(":")]
    return Vote(numbers[0], numbers[1], numbers[2] if numbers[2:] else None)


def at(one: Case, day: str, *, today: date = TODAY) -> Standing:
    return standing(one, parse_day(day), today)


def where(one: Case, day: str) -> str:
    """Return condition and stage on a day: `notice-running un-notification`."""
    seen = at(one, day)
    return f"{seen.condition} {seen.stage or '-'}"


def decided(one: Case, line: str, *, today: date = TODAY) -> Event:
    """Return what recording the line gives."""
    return decide(Wish(one, event(line), today, lambda place: f"cases/{one.id}.toml:{10 * (place + 1)}"))


def refused(one: Case, line: str, *, today: date = TODAY) -> tuple[str, str | None]:
    """Return message and hint of the refusal to record the line."""
    try:
        decided(one, line, today=today)
    except TrackerError as error:
        return error.message, error.hint
    raise AssertionError(f"`{line}` was not refused")


def allowed(one: Case, line: str) -> bool:
    """Whether the case with the line is a possible history."""
    return takes(one, event(line))
