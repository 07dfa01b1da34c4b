"""Problems that make a case wrong (docs/rules.md, rule 50)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from tracker.core import reasons
from tracker.core.case import Case
from tracker.core.errors import Impossible
from tracker.core.event import Event
from tracker.core.keys import MISSING, key_problems
from tracker.core.problem import Place, Problem
from tracker.core.replay import replay
from tracker.core.standing import standing


def problems(case: Case) -> tuple[Problem, ...]:
    """Return every problem of the case by itself, in the order of its events; see `twins` for the folder's."""
    by_event = [problem for number, event in enumerate(case.events) for problem in key_problems(event, number)]
    found = [*by_event, *_repeated(case), *_large_tallies(case)]
    if all(problem.rule != MISSING for problem in found):
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


def _impossible(case: Case) -> Iterator[Problem]:
    try:
        replay(case)
    except Impossible as refusal:
        event = case.events[refusal.event or 0]
        message = f"{reasons.called(event)} on {event.date.text} cannot have happened: {refusal.why}"
        hint = "events are told in the order of their days, those of one day in the order of the file"
        yield Problem("impossible-history", message, Place(refusal.event, "date"), hint, sound=False)


def _repeated(case: Case) -> Iterator[Problem]:
    first: dict[Event, int] = {}
    for number, event in enumerate(case.events):
        same = first.setdefault(replace(event, sources=(), doubt=None), number)
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
    others = [f"`{other.id}`" for other in sorted(group, key=_id) if other is not case]
    told = (
        f"{' and '.join(others)} {'is another unfinished case' if len(others) == 1 else 'are unfinished cases, too,'}"
    )
    message = f"{told} of {case.country.in_sentence} and {case.treaty.in_sentence}"
    return Problem("second-case", message, Place(None, "country"), "a second case is for a path that begins anew")


def _id(case: Case) -> str:
    return case.id
