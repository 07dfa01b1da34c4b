"""What an event did to a path, as a clause that a newsletter could print."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace

from tracker.core.changes import Move
from tracker.core.event import Action, Event, Result
from tracker.core.interval import NO_DAYS
from tracker.core.stage import Stage
from tracker.core.state import Condition
from tracker.views import reckoned
from tracker.views.dates import counted, days, some_day
from tracker.views.reckoned import given
from tracker.views.steps import for_and_against, turned, votes_to
from tracker.views.voice import voice

_REACHED: Mapping[Stage, str] = {
    Stage.MINISTRY_ANALYSIS: "its {who} recommended leaving",
    Stage.CABINET_DIRECTIVE: "the government set the withdrawal in motion",
    Stage.DRAFT_LAW: "the bill to leave reached parliament",
    Stage.PARLIAMENT_VOTE: "parliament agreed to leave",
}
_BEGUN: Mapping[Stage, str] = {
    Stage.MINISTRY_ANALYSIS: "its {who} had recommended it",
    Stage.CABINET_DIRECTIVE: "the government had set the withdrawal in motion",
    Stage.DRAFT_LAW: "the bill to leave had reached parliament",
    Stage.PARLIAMENT_VOTE: "parliament had agreed to leave",
}

_MINISTERS = re.compile(r"\bministers?\b", re.IGNORECASE)


def clause(move: Move) -> str:
    """Return "on 17 July 2025 parliament agreed to leave, 121 days after its minister had recommended it"."""
    event = move.entry.event
    if event.topic:
        return f"note of {some_day(move.entry.date)} ({event.topic})"
    if event.action is Action.MILESTONE:
        return f"{event.step}, {_day(move).removesuffix(',')}"
    if event.action is Action.ADVANCE and event.stage is Stage.EFFECT:
        return _effect(move)
    return f"{_day(move)} {_DONE.get(event.action, _turned)(move)}"


def _day(move: Move) -> str:
    day = f"on {some_day(move.entry.date)}"
    return f"{day}, which has not come yet," if move.entry.date.latest > move.then.today else day


def _advance(move: Move) -> str:
    event = move.entry.event
    if event.stage is Stage.UN_NOTIFICATION:
        told = given(move.then.case.clause, notice="its notice of withdrawal")  # nothing named it before
        return f"{told}{_later(move)}{_ahead(move)}"
    if event.stage is Stage.PARLIAMENT_VOTE and event.vote and event.vote.result is Result.FAILED:
        return f"parliament held its final vote, which is recorded as failed{_later(move)}"
    votes = votes_to(event.vote) if event.vote else ""
    return f"{_REACHED[event.stage].format(who=_who(event)) if event.stage else ''}{votes}{_later(move)}"


def _later(move: Move) -> str:
    """Return how long after the case's own first stage; nothing where that was a return to it."""
    first = move.first
    if move.elapsed is None or first is None or first.stage is None or first.action is not Action.ADVANCE:
        return ""
    begun = _BEGUN[first.stage].format(who=_who(first))
    if move.elapsed == NO_DAYS:
        return f", on the day on which {begun}"
    return f", {counted(days(move.elapsed), 'day')} after {begun}"


def _who(event: Event) -> str:
    """Return who recommended leaving, as the event says who acted: a minister, or the ministry."""
    return "minister" if _MINISTERS.search(event.body or "") else "ministry"


def _ahead(move: Move) -> str:
    """Return when the notice was to take effect, as seen on its own day."""
    then = move.then
    if then.condition is not Condition.NOTICE_RUNNING or then.notice is None:
        return ""
    words = voice(then)
    return f"; {reckoned.ahead(then, then.notice, replace(words, takes='is to take') if move.stands else words)}"


def _effect(move: Move) -> str:
    """Return that the withdrawal took effect, or that an event of a later day confirms it."""
    then, reached = move.then, move.then.state.reached_at(Stage.EFFECT)
    why = reckoned.past(then, then.notice, voice(then)) if then.notice else ""
    bound = reckoned.bound(then.case.clause) if then.effective else ""
    if reached and not reached.date.same_days(move.entry.date):
        return f"{_day(move)} it was confirmed that the withdrawal took effect on {some_day(reached.date)}{bound}{why}"
    if not move.entry.derived:
        return f"{_day(move)} the withdrawal took effect{bound}{why}"
    day = f"on {some_day(move.entry.date)} the withdrawal"
    if then.as_of > then.today:
        return f"if nothing else happens, {day} takes effect{bound}{why}"
    return f"{day} took effect{bound}{why}{'' if move.confirmed else '; no event confirms it yet'}"


def _turned(move: Move) -> str:
    return turned(move.entry.event)


def _rejected(move: Move) -> str:
    vote = move.entry.event.vote
    return f"its withdrawal was rejected{for_and_against(vote) if vote else ''}"


_DONE: Mapping[Action, Callable[[Move], str]] = {
    Action.ADVANCE: _advance,
    Action.REJECT: _rejected,
    Action.SUSPEND: lambda _: "its withdrawal was suspended",
    Action.RESUME: lambda _: "its withdrawal was resumed",
    Action.ABANDON: lambda _: "its withdrawal was abandoned",
    Action.REVOKE: lambda _: "it revoked its notice",
    Action.DEFER: lambda _: "an armed conflict deferred the effect of its notice",
    Action.CONFLICT_ENDED: lambda move: f"the armed conflict that deferred the effect was over{_ahead(move)}",
    Action.REJOIN: lambda _: "the treaty bound it again",
}
