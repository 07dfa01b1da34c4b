"""What a country has done towards leaving, each stage as a clause of a sentence."""

from __future__ import annotations

from collections.abc import Mapping

from tracker.core.event import Action, Result, Vote
from tracker.core.stage import Stage
from tracker.core.standing import Standing
from tracker.views.dates import some_day
from tracker.views.voice import Voice

# "{had}" is empty or "had ": each verb is one whose participle is also its simple past.
_REACHED: Mapping[Stage, str] = {
    Stage.MINISTRY_ANALYSIS: "the responsible ministry {had}recommended leaving",
    Stage.CABINET_DIRECTIVE: "its government {had}set the withdrawal in motion",
    Stage.DRAFT_LAW: "the bill to leave {had}reached its parliament",
    Stage.PARLIAMENT_VOTE: "its parliament {had}agreed to leave",
}
_RETURNED: Mapping[Stage, str] = {
    Stage.MINISTRY_ANALYSIS: "the question {had}returned to the responsible ministry",
    Stage.CABINET_DIRECTIVE: "the question {had}returned to its government",
    Stage.DRAFT_LAW: "the bill to leave {had}returned to its parliament",
}
_REOPENED: Mapping[Stage, str] = {
    Stage.MINISTRY_ANALYSIS: "the question {had}reached the responsible ministry again",
    Stage.CABINET_DIRECTIVE: "the question {had}reached its government again",
    Stage.DRAFT_LAW: "the bill to leave {had}reached its parliament again",
    Stage.PARLIAMENT_VOTE: "its withdrawal, to which its parliament had agreed, {had}started again",
}
_BY: Mapping[Action, Mapping[Stage, str]] = {Action.RETURN: _RETURNED, Action.REOPEN: _REOPENED}
_MISSING: Mapping[Stage, str] = {
    Stage.MINISTRY_ANALYSIS: "recommendation of a ministry",
    Stage.CABINET_DIRECTIVE: "decision of its government",
    Stage.DRAFT_LAW: "bill before its parliament",
    Stage.PARLIAMENT_VOTE: "final vote of its parliament",
}


def step_clause(one: Standing, words: Voice) -> str:
    """Return how and when the present stage was reached: "its parliament agreed to leave on 16 April 2025"."""
    step = one.state.reached[-1]
    event = one.case.events[step.event] if step.event is not None else None
    clause = _BY.get(event.action, _REACHED)[step.stage] if event else _REACHED[step.stage]
    if event and event.vote and event.vote.result is Result.FAILED and step.stage is Stage.PARLIAMENT_VOTE:
        return f"its parliament {words.had}held its final vote on {some_day(step.date)}, which is recorded as failed"
    votes = _votes_to(event.vote) if event and event.vote and event.action is Action.ADVANCE else ""
    return f"{clause.format(had=words.had)} on {some_day(step.date)}{votes}"


def missing(one: Standing) -> str:
    """Return what would come next and is not recorded: "no notice to the UN Secretary-General"."""
    step = one.state.reached[-1]
    again = step.event is not None and one.case.events[step.event].action is not Action.ADVANCE
    what = _MISSING.get(one.next or Stage.UN_NOTIFICATION, f"notice to {one.case.clause.receiver}")
    return f"no new {what}" if again else f"no {what}"


def perhaps_next(one: Standing) -> bool:
    """Whether the next stage may have been reached by the day: it lies within the span that the file gives."""
    return any(
        step.event.stage is one.next and step.event.date.earliest <= one.as_of < step.counts
        for step in one.replay.steps
        if step.event.action is Action.ADVANCE
    )


def for_and_against(vote: Vote) -> str:
    """Return ", with 12 votes for and 60 against" where both are known."""
    if vote.yes is None or vote.no is None:
        return ""
    return f", with {vote.yes} votes for and {vote.no} against"


def _votes_to(vote: Vote) -> str:
    """Return ", by 66 votes to 14" where that is known of a vote on the text itself that passed."""
    if vote.yes is None or vote.no is None or vote.on:
        return ""
    return f", by {vote.yes} votes to {vote.no}"
