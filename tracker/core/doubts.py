"""What a careful editor would look into (docs/rules.md, rule 51)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from shlex import quote

from tracker.core import reasons
from tracker.core.case import Case
from tracker.core.event import Action, Event, Result, Topic, Vote
from tracker.core.plans import overdue
from tracker.core.possible import typed
from tracker.core.problem import Place, Problem, Severity
from tracker.core.reckoning import Basis
from tracker.core.replay import Replay, replay
from tracker.core.stage import Stage, stage_after
from tracker.core.state import Condition, Notice

SILENCE = timedelta(days=180)
_RUNNING = (Condition.IN_PROGRESS, Condition.SUSPENDED, Condition.NOTICE_RUNNING, Condition.DEFERRED)


def doubts(case: Case, today: date) -> tuple[Problem, ...]:
    """Return the doubts of a sound case, seen from `today`, in the order of its events."""
    history = replay(case)
    found = [doubt for look in _LOOKS for doubt in look(case, history, today)]
    return tuple(sorted(found, key=lambda doubt: doubt.place.event or 0))


def path_doubts(case: Case, history: Replay, as_of: date, today: date) -> tuple[str, ...]:
    """Return what is not sure about the path and its days as seen on `as_of`: the doubts that follow from events."""
    state = history.on(as_of)
    texts = _of_notice(state.notice, state.condition, as_of) if state.notice else []
    counting = {step.number for step in history.counting(as_of)}
    for look in (_needless_skips, _later_than_today):
        texts += [doubt.message for doubt in look(case, history, today) if doubt.place.event in counting]
    texts += [_overdue_text(plan.what, plan.event) for plan in overdue(case, as_of, today)]
    return tuple(texts)


def _doubt(rule: str, message: str, number: int, key: str | None = None, hint: str | None = None) -> Problem:
    return Problem(rule, message, Place(number, key), hint, Severity.DOUBT)


def _written(case: Case, _history: Replay, _today: date) -> Iterator[Problem]:
    for number, event in enumerate(case.events):
        if event.doubt:
            yield _doubt("doubt", event.doubt, number, "doubt")


def _no_source(case: Case, _history: Replay, _today: date) -> Iterator[Problem]:
    for number, event in enumerate(case.events):
        if not event.sources:
            yield _doubt("no-source", "the event has no source", number, None, "add an `[[event.source]]`")


def _no_body(case: Case, _history: Replay, _today: date) -> Iterator[Problem]:
    for number, event in enumerate(case.events):
        if not event.body and event.stage is not Stage.EFFECT:
            yield _doubt("no-body", "the event does not say who acted", number, None, "add `body = …`")


def _no_tally(case: Case, _history: Replay, _today: date) -> Iterator[Problem]:
    for number, vote in _final_votes(case):
        if vote is None or vote.yes is None:
            hint = "add its numbers to `[event.vote]`, where they are published"
            yield _doubt("no-tally", "parliament's final vote has no tally", number, None, hint)


def _lost_vote(case: Case, _history: Replay, _today: date) -> Iterator[Problem]:
    for number, vote in _final_votes(case):
        if vote and vote.result is Result.FAILED:
            message = "the vote is recorded as failed, and yet as parliament's agreement"
            hint = "a vote that was lost is a `reject`, or a `milestone` where another is to follow"
            yield Problem("lost-vote", message, Place(number, "result", "vote"), hint, Severity.DOUBT)
        elif vote and vote.yes is not None and vote.no is not None and vote.yes < vote.no:
            message = f"parliament agreed with {vote.yes} in favour though {vote.no} were against"
            yield Problem("lost-vote", message, Place(number, "yes", "vote"), "look it up again", Severity.DOUBT)


def _final_votes(case: Case) -> Iterator[tuple[int, Vote | None]]:
    """Yield the votes by which parliament agreed, with the places of their events."""
    for number, event in enumerate(case.events):
        if event.moves and event.action is Action.ADVANCE and event.stage is Stage.PARLIAMENT_VOTE:
            yield number, event.vote


def _below_required(case: Case, _history: Replay, _today: date) -> Iterator[Problem]:
    for number, event in enumerate(case.events):
        vote = event.vote
        if vote is None or vote.result is not Result.PASSED or vote.yes is None or not isinstance(vote.required, int):
            continue
        if vote.yes < vote.required:
            message = f"the vote passed with {vote.yes} in favour though {vote.required} were required"
            yield Problem("below-required", message, Place(number, "yes", "vote"), None, Severity.DOUBT)


def _overdue(case: Case, _history: Replay, today: date) -> Iterator[Problem]:
    for plan in overdue(case, today, today):
        command = typed(plan.event.action, plan.event.stage, case.id, own=plan.event.step)
        hint = f"record what happened with `{command}`, or take the plan out by hand"
        yield _doubt("overdue", _overdue_text(plan.what, plan.event), plan.number, "date", hint)


def _silent(case: Case, history: Replay, today: date) -> Iterator[Problem]:
    counting = history.counting(today)
    last = max(counting, key=lambda step: (step.counts, step.number), default=None)
    if last is None or history.on(today).condition not in _RUNNING or today - last.counts < SILENCE:
        return
    message = f"nothing is recorded since {last.counts}, {(today - last.counts).days} days ago"
    command = f"`tracker note {quote(case.id)} --topic {Topic.CHECKED} --on {today}`"
    yield _doubt("silence", message, last.number, "date", f"record what moved, or that nothing did: {command}")


def _notice_doubts(_case: Case, history: Replay, today: date) -> Iterator[Problem]:
    state = history.on(today)
    if state.notice:
        for text in _of_notice(state.notice, state.condition, today):
            yield _doubt("effective-date", text, state.notice.event, "date")


def notice_doubts(notice: Notice) -> tuple[str, ...]:
    """Return what is not sure about the effective date of a notice, whatever became of it."""
    return (*notice.doubts, *_readings(notice))


def other_readings(notice: Notice) -> tuple[str, ...]:
    """Return those of them that give another day, on another reading of the clause."""
    return tuple(reasons.otherwise(other) for other in notice.also if other.day)


def _readings(notice: Notice) -> Iterator[str]:
    """Yield what there is instead where the clause is read otherwise and nobody told the day."""
    if notice.basis in (Basis.COMPUTED, None):
        yield from map(reasons.otherwise, notice.also)


def _of_notice(notice: Notice, condition: Condition, day: date) -> list[str]:
    """Return what is not sure about the effective date on `day`."""
    found = list(notice_doubts(notice))
    if condition is Condition.NOTICE_RUNNING and notice.not_after and notice.not_after <= day:
        found.append(reasons.must_be_in_effect(notice.not_after))
    return found


def _later_than_today(case: Case, _history: Replay, today: date) -> Iterator[Problem]:
    for number, event in enumerate(case.events):
        if event.date.latest > today and not event.planned:
            message = f"{event.date.text} is later than today, and the event is not planned"
            yield _doubt("later-than-today", message, number, "date", "correct the day, or add `planned = true`")


def _needless_skips(_case: Case, history: Replay, _today: date) -> Iterator[Problem]:
    for step in history.steps:
        event = step.event
        if event.skip and event.stage in (stage_after(step.before.stage), Stage.EFFECT):
            yield _doubt("needless-skip", "`skip` gives a reason, but no stage is left out", step.number, "skip")


def _same_summary(case: Case, _history: Replay, _today: date) -> Iterator[Problem]:
    first: dict[str, int] = {}
    for number, event in enumerate(case.events):
        if event.summary and first.setdefault(event.summary, number) != number:
            message = f"the summary is the same as that of event {first[event.summary] + 1} of the file"
            yield _doubt("same-summary", message, number, "summary")


def _overdue_text(what: str, event: Event) -> str:
    return f"`{what}` was planned for {event.date.text}, which has passed, and nothing settles it"


_LOOKS: tuple[Callable[[Case, Replay, date], Iterator[Problem]], ...] = (
    _written,
    _no_source,
    _no_body,
    _no_tally,
    _lost_vote,
    _below_required,
    _overdue,
    _silent,
    _notice_doubts,
    _later_than_today,
    _needless_skips,
    _same_summary,
)
