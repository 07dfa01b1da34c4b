"""What a country has done towards leaving, each stage as a clause of a sentence."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from tracker.core.event import Action, Event, Result, Vote
from tracker.core.stage import Stage
from tracker.core.standing import Standing
from tracker.views.dates import some_day
from tracker.views.voice import Voice

# "{had}" is empty or "had ": each verb is one whose participle is also its simple past. The rest is a Whose.
_REACHED: Mapping[Stage, str] = {
    Stage.MINISTRY_ANALYSIS: "the responsible ministry {had}recommended leaving{treaty}",
    Stage.CABINET_DIRECTIVE: "{its} government {had}set the withdrawal{from_treaty} in motion",
    Stage.DRAFT_LAW: "the bill to leave{treaty} {had}reached {parliament}",
    Stage.PARLIAMENT_VOTE: "{parliament} {had}agreed to leave{treaty}",
}
_RETURNED: Mapping[Stage, str] = {
    Stage.MINISTRY_ANALYSIS: "the question{of_leaving} {had}returned to the responsible ministry",
    Stage.CABINET_DIRECTIVE: "the question{of_leaving} {had}returned to {its} government",
    Stage.DRAFT_LAW: "the bill to leave{treaty} {had}returned to {parliament}",
}
_REOPENED: Mapping[Stage, str] = {
    Stage.MINISTRY_ANALYSIS: "the question{of_leaving} {had}reached the responsible ministry again",
    Stage.CABINET_DIRECTIVE: "the question{of_leaving} {had}reached {its} government again",
    Stage.DRAFT_LAW: "the bill to leave{treaty} {had}reached {parliament} again",
    Stage.PARLIAMENT_VOTE: "{its} withdrawal{from_treaty}, to which {parliament} had agreed, {had}started again",
}
_FAILED = "{parliament} {had}held {its} final vote{on_leaving}"
# How a path that turns is told: back to a stage, or begun again at one.
_TURNED: Mapping[Action, Mapping[Stage, str]] = {Action.RETURN: _RETURNED, Action.REOPEN: _REOPENED}
_MISSING: Mapping[Stage, str] = {
    Stage.MINISTRY_ANALYSIS: "recommendation of a ministry",
    Stage.CABINET_DIRECTIVE: "decision of its government",
    Stage.DRAFT_LAW: "bill before its parliament",
    Stage.PARLIAMENT_VOTE: "final vote of its parliament",
}


@dataclass(frozen=True, slots=True)
class Whose:
    """How a clause speaks of the country that it is about, and of the treaty, which is told where it is not clear."""

    its: str = "its"
    parliament: str = "its parliament"
    treaty: str = ""

    def put(self, clause: str, had: str) -> str:
        """Return the clause with this in it."""
        return clause.format(
            had=had,
            its=self.its,
            parliament=self.parliament,
            treaty=self.treaty,
            from_treaty=f" from{self.treaty}" if self.treaty else "",
            of_leaving=f" of leaving{self.treaty}" if self.treaty else "",
            on_leaving=f" on leaving{self.treaty}" if self.treaty else "",
        )


_ITS = Whose()


def step_clause(one: Standing, words: Voice, whose: Whose = _ITS, *, later: str = "") -> str:
    """Return how and when the present stage was reached: "its parliament agreed to leave on 16 April 2025".

    `later` stands behind the day: by how much it came after another.
    """
    step = one.state.reached[-1]
    event = one.case.events[step.event] if step.event is not None else None
    day = f"on {some_day(step.date)}{later}"
    if event and event.vote and event.vote.result is Result.FAILED and step.stage is Stage.PARLIAMENT_VOTE:
        return f"{whose.put(_FAILED, words.had)} {day}, which is recorded as failed"
    clause = _TURNED.get(event.action, _REACHED)[step.stage] if event else _REACHED[step.stage]
    votes = votes_to(event.vote) if event and event.vote and event.action is Action.ADVANCE else ""
    return f"{whose.put(clause, words.had)} {day}{votes}"


def turned(event: Event) -> str:
    """Return how a path turned: back to a stage, or begun again at one."""
    return _ITS.put(_TURNED[event.action][event.stage], "") if event.stage else ""


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


def votes_to(vote: Vote) -> str:
    """Return ", by 66 votes to 14" where that is known of a vote on the text itself that passed."""
    if vote.yes is None or vote.no is None or vote.on:
        return ""
    return f", by {vote.yes} votes to {vote.no}"
