"""The words for stages, conditions, actions, topics, votes."""

from __future__ import annotations

from collections.abc import Mapping

from tracker.core.event import Action, Event, Topic, Vote
from tracker.core.stage import Stage
from tracker.core.standing import Standing
from tracker.core.state import Condition
from tracker.core.treaty import Treaty
from tracker.views.paper import Ink

INKS: Mapping[Condition, Ink] = {
    Condition.NOT_STARTED: Ink.FAINT,
    Condition.IN_PROGRESS: Ink.UNDER_WAY,
    Condition.SUSPENDED: Ink.WAITING,
    Condition.REJECTED: Ink.ENDED,
    Condition.ABANDONED: Ink.ENDED,
    Condition.NOTICE_RUNNING: Ink.NOTICE,
    Condition.DEFERRED: Ink.WAITING,
    Condition.REVOKED: Ink.ENDED,
    Condition.IN_EFFECT: Ink.OUT,
    Condition.REJOINED: Ink.BACK,
}

# What the stage reached does not tell of a case.
HALTED = frozenset(
    {
        Condition.SUSPENDED,
        Condition.REJECTED,
        Condition.ABANDONED,
        Condition.DEFERRED,
        Condition.REVOKED,
        Condition.REJOINED,
    }
)

MUST_BE_OUT = "must be in effect"


def beside_stage(one: Standing) -> str:
    """Return what the stage does not tell of the case: "suspended", "must be in effect"; nothing where it tells all."""
    if one.must_be_out:
        return MUST_BE_OUT
    return one.condition.label if one.condition in HALTED else ""


TOPICS: Mapping[Topic, str] = {
    Topic.BORDER: "border",
    Topic.PRODUCTION: "production",
    Topic.ALLIES: "allies",
    Topic.FUNDING: "funding",
    Topic.REACTION: "reactions",
    Topic.LAW: "law",
    Topic.ATTEMPT: "earlier and rival attempts",
    Topic.CHECKED: "checked, nothing moved",
    Topic.OTHER: "other",
}

_ACTIONS: Mapping[Action, str] = {
    Action.REJECT: "Rejected",
    Action.SUSPEND: "Suspended",
    Action.RESUME: "Resumed",
    Action.ABANDON: "Abandoned",
    Action.REVOKE: "Notice revoked",
    Action.DEFER: "Effect deferred by an armed conflict",
    Action.CONFLICT_ENDED: "Armed conflict ended",
    Action.REJOIN: "Bound by the treaty again",
}


def depositary(treaty: Treaty) -> str:
    """Return who keeps the treaty, as within a sentence; by its name only where it receives the notices, too."""
    named = treaty.depositary_in_sentence
    return named if named and named == treaty.exit.receiver else "the depositary"


def stage_title(stage: Stage, treaty: Treaty) -> str:
    """Return the stage's label in full: "Notice to the UN Secretary-General"."""
    return f"{stage.label} to {treaty.exit.receiver}" if stage is Stage.UN_NOTIFICATION else stage.label


def event_title(event: Event, treaty: Treaty) -> str:
    """Return what happened in a few words: a stage, a milestone's step, "Back to: Draft law"."""
    stage = stage_title(event.stage, treaty) if event.stage else ""
    if event.action is Action.ADVANCE:
        return stage
    if event.action in (Action.RETURN, Action.REOPEN):
        return f"{'Back to' if event.action is Action.RETURN else 'Reopened at'}: {stage}"
    return event.step or _ACTIONS.get(event.action) or ""


def effect_day(one: Standing, day: str) -> str:
    """Return the effective date for a table: "2025-12-31", or "end of 2025-12-31" where the treaty binds that long."""
    return f"end of {day}" if one.effective and one.case.clause.end_of_day else day


def tally(vote: Vote) -> str:
    """Return a vote: "66 for, 14 against, 2 abstaining, 3 not voting, of 100 members; 51 required; passed"."""
    counts = (
        (vote.yes, "for"),
        (vote.no, "against"),
        (vote.abstain, "abstaining"),
        (vote.not_voting, "not voting"),
        (vote.absent, "absent"),
    )
    known = [f"{number} {what}" for number, what in counts if number is not None]
    if vote.members is not None:
        known.append(f"of {vote.members} members" if known else f"{vote.members} members")
    parts = [
        ", ".join(known),
        f"required: {vote.required}" if vote.required is not None else "",
        vote.result.value if vote.result else "",
        "" if known else "tally not known",
    ]
    return "; ".join(part for part in parts if part)


def capital(text: str) -> str:
    """Return the text as a sentence begins with it: "The Netherlands"."""
    return text[:1].upper() + text[1:]
