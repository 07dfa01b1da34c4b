"""How long the stages took, as far as it was observed (docs/rules.md, rules 66 to 67)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from tracker.core.case import Case
from tracker.core.interval import Days, apart
from tracker.core.stage import PATH, Stage
from tracker.core.standing import Standing
from tracker.core.state import Condition


@dataclass(frozen=True, slots=True)
class Extreme:
    """The fewest or the most days, and all whose they are, by the id of the case."""

    days: int
    cases: tuple[Case, ...]


@dataclass(frozen=True, slots=True)
class Taken:
    """The days that a stage took since the stage reached before it, in `count` cases.

    `left_out` is how many more reached it so, of which the number of days is not fully known.
    """

    stage: Stage
    count: int
    left_out: int
    shortest: Extreme | None
    median: int | float | None
    longest: Extreme | None


@dataclass(frozen=True, slots=True)
class Place:
    """How many cases are at one stage in one condition."""

    condition: Condition
    stage: Stage | None
    count: int


@dataclass(frozen=True, slots=True)
class Stats:
    """All six stages as observed by the day `known`, and where the cases stand on `as_of`, furthest first."""

    as_of: date
    known: date
    stages: tuple[Taken, ...]
    places: tuple[Place, ...]
    cases: tuple[Case, ...]


def stats(standings: Sequence[Standing], as_of: date, today: date) -> Stats:
    """Return the days of every stage, and where the cases stand; `standings` are those of the day `as_of`.

    What time would bring after today was not observed: it moves a standing and counts for no stage.
    """
    known = min(as_of, today)
    spans: dict[Stage, list[tuple[Days, Case]]] = {stage: [] for stage in PATH}
    for one in sorted(standings, key=lambda one: one.case.id):
        for stage, days in _taken(one.at(known)):
            spans[stage].append((days, one.case))
    stages = tuple(_stage(stage, found) for stage, found in spans.items())
    return Stats(as_of, known, stages, _places(standings), tuple(one.case for one in standings))


def _taken(one: Standing) -> Iterator[tuple[Stage, Days]]:
    """Yield the days of each stage but the first, the last time that it was reached, from the one reached before."""
    states = [*(step.after for step in one.replay.counting(one.as_of) if step.event.moves), one.state]
    taken: dict[Stage, Days] = {}
    for state in states:  # a later return or reopening undoes stages in `state`, and not in `taken`
        for before, post in pairwise(one.replay.reached_by(state)):
            taken[post.stage] = apart(before.bounds, post.bounds)
    yield from taken.items()


def _stage(stage: Stage, found: Sequence[tuple[Days, Case]]) -> Taken:
    known = [(days.least, case) for days, case in found if days.known]
    numbers = sorted(number for number, _ in known)
    if not numbers:
        return Taken(stage, 0, len(found), None, None, None)
    shortest, longest = (_extreme(number, known) for number in (numbers[0], numbers[-1]))
    return Taken(stage, len(known), len(found) - len(known), shortest, _median(numbers), longest)


def _extreme(number: int, known: Sequence[tuple[int, Case]]) -> Extreme:
    return Extreme(number, tuple(case for days, case in known if days == number))


def _median(numbers: Sequence[int]) -> int | float:
    """Return the middle of the sorted numbers; of two in the middle the mean, which may end in a half."""
    low, high = numbers[(len(numbers) - 1) // 2], numbers[len(numbers) // 2]
    half, rest = divmod(low + high, 2)
    return half + 0.5 if rest else half


def _places(standings: Sequence[Standing]) -> tuple[Place, ...]:
    counts = Counter((one.stage, one.condition) for one in standings)
    conditions = list(Condition)
    order = sorted(counts, key=lambda key: (-key[0].place if key[0] else 1, conditions.index(key[1])))
    return tuple(Place(condition, stage, counts[stage, condition]) for stage, condition in order)
