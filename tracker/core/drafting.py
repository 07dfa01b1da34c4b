"""What a wish to record leaves unsaid: the stage that is meant, the keys that are missing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from shlex import quote

from tracker.core import advice, reasons
from tracker.core.case import Case
from tracker.core.day import on
from tracker.core.errors import Refused, TrackerError, WrongUsage, raise_all
from tracker.core.event import Action, Event
from tracker.core.half_done import check_not_half_done
from tracker.core.keys import KEYS
from tracker.core.questions import DAY, needed
from tracker.core.recording import check_keys, check_plan, check_possible, last_staged, next_stage
from tracker.core.stage import PATH, Stage
from tracker.core.standing import standing
from tracker.core.state import Condition


class StageUnclear(WrongUsage):
    """The next stage is meant only where the day lies behind the last change of stage."""

    def __init__(self, why: str) -> None:
        """Take the reason as a clause that can come before "so"."""
        super().__init__(f"{why}, so the stage must be named", "add `--to STAGE`")


@dataclass(frozen=True, slots=True)
class Draft:
    """An event as it was asked for; where `dated` is False no day was given, and the event's own means nothing."""

    event: Event
    dated: bool


def lacks(draft: Draft) -> bool:
    """Whether something is missing that an editor must tell; the stage that `advance` leaves out is the next."""
    missing = needed(draft.event, dated=draft.dated)
    return any(key != "stage" or draft.event.action is not Action.ADVANCE for key in missing)


def complete(draft: Draft, cases: Sequence[Case], today: date) -> Event:
    """Return the event that is meant for all the cases.

    Raises Refused where a case can take it on no day, before it raises WrongUsage for what is missing.
    """
    event = begun(draft, cases, today)
    if missing := needed(event, dated=draft.dated):
        options = " and ".join(f"`{_OPTIONS[key]}`" for key in missing)
        raise WrongUsage(f"`{event.action}` needs {options}", _form(draft, event, cases))
    if draft.event.stage is None and event.action is Action.ADVANCE and not event.planned:
        _check_not_late(event, cases)
    return event


def begun(draft: Draft, cases: Sequence[Case], today: date) -> Event:
    """Return the event as far as it is known, an `advance` with the stage that is meant.

    Raises HalfDone, and what is wrong with it already where something is missing: a key in the wrong place, an action
    that a case can take on no day.
    """
    event = draft.event
    if draft.dated:
        check_not_half_done(event, cases, today)
    if event.action is Action.ADVANCE and event.stage is None:
        event = replace(event, stage=_meant(cases, today))
    if needed(event, dated=draft.dated):
        check_keys(event, dated=draft.dated)
        _all_possible(event, cases, today, dated=draft.dated)
    return event


_OPTIONS: Mapping[str, str] = {
    "stage": "--to STAGE",
    "step": "--step NAME",
    "topic": "--topic TOPIC",
    DAY: "--on DAY",
}


def _meant(cases: Sequence[Case], today: date) -> Stage:
    """Return the stage that comes next in all the cases."""
    following = {case.id: next_stage(case, today) for case in cases}
    ended = [case for case in cases if following[case.id] is None]
    raise_all([_nothing_left(case, today) for case in ended])
    stages = [stage for stage in dict.fromkeys(following.values()) if stage]
    if len(stages) > 1:
        told = ", ".join(f"{id_} `{stage}`" for id_, stage in following.items())
        raise WrongUsage(f"the next stage is not the same for all: {told}", "name the stage with `--to STAGE`")
    return stages[0]


def _nothing_left(case: Case, today: date) -> Refused:
    now = standing(case, today, today)
    confirmed = now.condition is Condition.IN_EFFECT
    why = reasons.path_ended() if confirmed else reasons.not_now(Action.ADVANCE, now.condition, now.condition_since)
    asked = reasons.refusal(case.id, Event(on(today)), why, dated=False)
    return Refused(asked, advice.may_follow(case, on(today), today, "DAY"))


def _all_possible(event: Event, cases: Sequence[Case], today: date, *, dated: bool) -> None:
    errors: list[TrackerError] = []
    for case in cases:
        try:
            if event.planned:
                check_plan(case, event, today, dated=dated)
            else:
                check_possible(case, event.action, event.stage, today)
        except Refused as refusal:
            errors.append(refusal)
    raise_all(errors)


def _needs(key: str, event: Event) -> bool:
    return KEYS[key].needed and event.action in KEYS[key].actions


def _form(draft: Draft, event: Event, cases: Sequence[Case]) -> str:
    """Return the command with everything that it needs; no day is put in the mouth of who gave none."""
    words = ["tracker", event.action.value, *(case.id for case in cases)]
    words += ["--to", event.stage or "STAGE"] if _needs("stage", event) else []
    words += ["--step", quote(event.step) if event.step else "NAME"] if _needs("step", event) else []
    words += ["--topic", event.topic or "TOPIC"] if _needs("topic", event) else []
    day = event.date.text if draft.dated else "DAY"
    return f"`{' '.join(words)} --on {day}`{_open_words(draft, event)}"


def _open_words(draft: Draft, event: Event) -> str:
    """Say what to write for the words in capitals."""
    day = "" if draft.dated else "the day on which it happened, such as 2025-04-16"
    earlier = (stage for stage in PATH if not stage.comes_after(Stage.PARLIAMENT_VOTE))
    stage = f"a stage: {', '.join(earlier)}" if _needs("stage", event) and not event.stage else ""
    told = "; ".join(text for text in (day, stage) if text)
    return f", with {told}" if told else ""


def _check_not_late(event: Event, cases: Sequence[Case]) -> None:
    for case in cases:
        last = last_staged(case)
        if last and event.date.earliest < last:
            raise StageUnclear(f"{case.id}: {event.date.text} lies before {last}, when the stage last changed")
