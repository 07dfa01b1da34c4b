"""What a careful editor would find in a case: problems that make it wrong, doubts worth a look."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta

from tracker.core import reasons
from tracker.core.case import Case
from tracker.core.errors import Impossible
from tracker.core.event import Action, Event, Result, Topic
from tracker.core.keys import key_problems
from tracker.core.plans import overdue
from tracker.core.problem import Place, Problem, Severity
from tracker.core.replay import Replay, replay
from tracker.core.stage import Stage
from tracker.core.standing import standing
from tracker.core.state import Condition

SILENCE = timedelta(days=180)
_RUNNING = (Condition.IN_PROGRESS, Condition.SUSPENDED, Condition.NOTICE_RUNNING, Condition.DEFERRED)


def problems(case: Case) -> tuple[Problem, ...]:
    """Return every problem of the case by itself, in the order of its events; see `twins` for the folder's."""
    by_event = [problem for number, event in enumerate(case.events) for problem in key_problems(event, number)]
    found = [*by_event, *_repeated(case), *_large_tallies(case)]
    if all(problem.sound for problem in found):
        found += _impossible(case)
    return tuple(sorted(found, key=lambda problem: problem.place.event or 0))


def twins(cases: Sequence[Case], today: date) -> tuple[tuple[Case, Problem], ...]:
    """Return a problem for each case that is unfinished though another of its country and treaty is, too."""
    open_: dict[tuple[str, str], list[Case]] = {}
    for case in cases:
        if standing(case, today, today).condition.unfinished:
            open_.setdefault((case.country.code, case.treaty.id), []).append(case)
    return tuple(
        (case, _twin(case, group)) for group in open_.values() if len(group) > 1 for case in sorted(group, key=_id)
    )


def doubts(case: Case, today: date) -> tuple[Problem, ...]:
    """Return the doubts of a sound case, seen from `today`, in the order of its events."""
    history = replay(case)
    found = [doubt for look in _LOOKS for doubt in look(case, history, today)]
    return tuple(sorted(found, key=lambda doubt: doubt.place.event or 0))


def path_doubts(case: Case, history: Replay, as_of: date, today: date) -> tuple[str, ...]:
    """Return what is not sure about the path and its days as seen on `as_of`: the doubts that follow from events."""
    notice = history.on(as_of).notice
    texts = list(notice.doubts) if notice else []
    counting = {step.number for step in history.counting(as_of)}
    for look in (_needless_skips, _later_than_today):
        texts += [doubt.message for doubt in look(case, history, today) if doubt.place.event in counting]
    texts += [_overdue_text(plan.what, plan.event) for plan in overdue(case, as_of, today)]
    return tuple(texts)


def _impossible(case: Case) -> list[Problem]:
    try:
        replay(case)
    except Impossible as refusal:
        event = case.events[refusal.event or 0]
        message = f"{reasons.called(event)} on {event.date.text} cannot have happened: {refusal.why}"
        hint = "events are told in the order of their days, those of one day in the order of the file"
        return [Problem("impossible-history", message, Place(refusal.event, "date"), hint, sound=False)]
    return []


def _repeated(case: Case) -> Iterator[Problem]:
    first: dict[object, int] = {}
    for number, event in enumerate(case.events):
        same = first.setdefault(_but_source_and_doubt(event), number)
        if same != number:
            message = f"the event is the same as event {same + 1} of the file in all but source and doubt"
            yield Problem("repeated-event", message, Place(number), "keep one, with the sources of both")


def _large_tallies(case: Case) -> Iterator[Problem]:
    for number, event in enumerate(case.events):
        vote = event.vote
        if vote and vote.members is not None and sum(vote.counts) > vote.members:
            message = f"the tally counts {sum(vote.counts)}, more than the {vote.members} members"
            yield Problem("large-tally", message, Place(number, "members", "vote"), "look the tally up again")


def _twin(case: Case, group: Sequence[Case]) -> Problem:
    others = " and ".join(f"`{other.id}`" for other in sorted(group, key=_id) if other is not case)
    message = f"{others} is another unfinished case of {case.country.in_sentence} and {case.treaty.in_sentence}"
    return Problem("second-case", message, Place(None, "country"), "a second case is for a path that begins anew")


def _id(case: Case) -> str:
    return case.id


def _but_source_and_doubt(event: Event) -> object:
    return event.date, event.action, event.stage, event.step, event.topic, event.planned, event.skip, (
        event.given, event.named, event.announced, event.body, event.summary, event.document, event.reference,
        event.vote, event.findings,
    )  # fmt: skip


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
    for number, event in enumerate(case.events):
        final = event.moves and event.action is Action.ADVANCE and event.stage is Stage.PARLIAMENT_VOTE
        if final and (event.vote is None or event.vote.yes is None):
            yield _doubt("no-tally", "parliament's final vote has no tally", number, None, "add an `[event.vote]`")


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
        hint = "record what happened, or take the plan out by hand"
        yield _doubt("overdue", _overdue_text(plan.what, plan.event), plan.number, "date", hint)


def _silent(case: Case, history: Replay, today: date) -> Iterator[Problem]:
    counting = history.counting(today)
    last = max(counting, key=lambda step: (step.counts, step.number), default=None)
    if last is None or history.on(today).condition not in _RUNNING or today - last.counts <= SILENCE:
        return
    message = f"nothing is recorded since {last.counts}, {(today - last.counts).days} days ago"
    hint = f"look, then record what moved or `tracker note {case.id} --topic {Topic.CHECKED}`"
    yield _doubt("silence", message, last.number, "date", hint)


def _notice_doubts(_case: Case, history: Replay, today: date) -> Iterator[Problem]:
    notice = history.on(today).notice
    for text in notice.doubts if notice else ():
        yield _doubt("effective-date", text, notice.event if notice else 0, "date")


def _later_than_today(case: Case, _history: Replay, today: date) -> Iterator[Problem]:
    for number, event in enumerate(case.events):
        if event.date.latest > today and not event.planned:
            message = f"{event.date.text} is later than today, and the event is not planned"
            yield _doubt("later-than-today", message, number, "date", "correct the day, or add `planned = true`")


def _needless_skips(_case: Case, history: Replay, _today: date) -> Iterator[Problem]:
    for step in history.steps:
        before, stage = step.before.stage, step.event.stage
        if step.event.skip and stage and stage.place == (before.place + 1 if before else 0):
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
    _below_required,
    _overdue,
    _silent,
    _notice_doubts,
    _later_than_today,
    _needless_skips,
    _same_summary,
)
