"""Two or more countries side by side, stage by stage (docs/rules.md, rules 46 to 49)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tracker.core.day import When, on
from tracker.core.event import Vote
from tracker.core.interval import NO_DAYS, Bounds, Days, apart
from tracker.core.replay import Milepost
from tracker.core.stage import PATH, Stage
from tracker.core.standing import Standing
from tracker.core.state import Condition

_Paths = Mapping[str, Sequence[Milepost]]

OUT_OF_THE_RACE = (Condition.REJECTED, Condition.ABANDONED, Condition.REVOKED, Condition.REJOINED)


@dataclass(frozen=True, slots=True)
class Ballot:
    """A vote with the body that cast it, the name of the step, its day."""

    body: str | None
    step: str | None
    date: When
    vote: Vote


@dataclass(frozen=True, slots=True)
class Cell:
    """One case at one stage that it reached: `date` as written, and the days to it.

    `behind` the first of all cases, None across treaties; those it `took` since the stage reached before it, None
    for the first; `elapsed` since the case's own first stage.
    """

    date: When
    behind: Days | None
    took: Days | None
    elapsed: Days
    votes: tuple[Ballot, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """One stage of all cases, by the case's id; None where it was not reached."""

    stage: Stage
    cells: Mapping[str, Cell | None]


@dataclass(frozen=True, slots=True)
class Comparison:
    """Several standings of one day: `leaders` are ids; `alike` tells whether all leave the same treaty.

    `rivals` are those of whom one leads, where it is open which of them.
    """

    standings: tuple[Standing, ...]
    rows: tuple[Row, ...]
    leaders: tuple[str, ...]
    rivals: tuple[str, ...]
    alike: bool


def compare(standings: Sequence[Standing]) -> Comparison:
    """Set the standings, all of one day, side by side."""
    alike = len({one.case.treaty.id for one in standings}) == 1
    paths = {one.case.id: _path(one) for one in standings}
    rows = tuple(_row(stage, standings, paths, alike=alike) for stage in PATH)
    leaders, rivals = _leaders(standings, paths, alike=alike)
    return Comparison(tuple(standings), rows, leaders, rivals, alike)


def _path(standing: Standing) -> tuple[Milepost, ...]:
    """Return the stages reached; the effect also while it is ahead, where its date is known."""
    reached = standing.replay.reached_by(standing.state)
    ahead = standing.effective
    if ahead is None or standing.state.reached_at(Stage.EFFECT):
        return reached
    return (*reached, Milepost(Stage.EFFECT, on(ahead), Bounds(ahead, ahead)))


def _row(stage: Stage, standings: Sequence[Standing], paths: _Paths, *, alike: bool) -> Row:
    here = {id_: post for id_, path in paths.items() for post in path if post.stage is stage}
    cells: dict[str, Cell | None] = {}
    for one in standings:
        id_ = one.case.id
        others = [other.bounds for other_id, other in here.items() if other_id != id_]
        cells[id_] = _cell(one, paths[id_], here[id_], others if alike else None) if id_ in here else None
    return Row(stage, cells)


def _cell(one: Standing, path: Sequence[Milepost], post: Milepost, others: Sequence[Bounds] | None) -> Cell:
    """Return the cell of the milepost; `others` are those of the other cases, None where they leave other treaties."""
    place = path.index(post)
    return Cell(
        date=post.date,
        behind=None if others is None else _behind(post.bounds, others),
        took=apart(path[place - 1].bounds, post.bounds) if place else None,
        elapsed=elapsed(path, post),
        votes=_votes(one, post.stage),
    )


def elapsed(path: Sequence[Milepost], post: Milepost) -> Days:
    """Return the days from the first milepost of the path to this one of it."""
    return NO_DAYS if post is path[0] else apart(path[0].bounds, post.bounds)


def _behind(own: Bounds, others: Sequence[Bounds]) -> Days:
    if not others:
        return NO_DAYS
    least = (own.earliest - min(other.latest for other in others)).days
    most = (own.latest - min(other.earliest for other in others)).days
    return Days(max(0, least), max(0, most))


def _votes(standing: Standing, stage: Stage) -> tuple[Ballot, ...]:
    """Return the votes of the stage: those taken when it was the one reached, milestones' among them."""
    return tuple(
        Ballot(event.body, event.step, event.date, event.vote)
        for step in standing.replay.counting(standing.as_of)
        if (event := step.event).vote and event.action.on_path and (event.stage or step.after.stage) is stage
    )


def _leaders(standings: Sequence[Standing], paths: _Paths, *, alike: bool) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return who leads: the furthest stage by the day, then the earliest there; the rivals where that is open.

    Across treaties the fewest days from the case's own first stage decide instead of the earliest day.
    """
    running = {one.case.id: one for one in standings if one.stage and one.condition not in OUT_OF_THE_RACE}
    furthest = max((one.stage for one in running.values() if one.stage), key=lambda stage: stage.place, default=None)
    there = [id_ for id_, one in running.items() if one.stage is furthest]
    leaders = _first({id_: _rank(paths[id_], running[id_].stage, alike=alike) for id_ in there})
    ahead = [running[id_] for id_ in leaders]
    perhaps = {id_ for id_, one in running.items() if id_ not in leaders and _perhaps_first(one, ahead)}
    if leaders and not perhaps:
        return leaders, ()
    return (), tuple(id_ for id_ in running if id_ in there or id_ in perhaps)


def _perhaps_first(one: Standing, leaders: Sequence[Standing]) -> bool:
    """Whether a withdrawal that must have taken effect, nobody knows on which day, may have done so before theirs."""
    if not one.must_be_out or not one.not_before:
        return False
    still_in = any(other.stage is not Stage.EFFECT and not other.must_be_out for other in leaders)
    out = [post.date.latest for other in leaders if (post := other.state.reached_at(Stage.EFFECT))]
    return still_in or any(one.not_before <= day for day in out)


def _rank(path: Sequence[Milepost], furthest: Stage | None, *, alike: bool) -> Days:
    """Return when the stage was reached, as day numbers of the calendar or of the case's own path."""
    post = next(post for post in path if post.stage is furthest)
    if alike:
        return Days(post.bounds.earliest.toordinal(), post.bounds.latest.toordinal())
    return elapsed(path, post)


def _first(ranks: Mapping[str, Days]) -> tuple[str, ...]:
    """Return the ids of the lowest rank; of none where it is open which is the lowest."""
    if not ranks:
        return ()
    bound = min(days.most for days in ranks.values())
    possible = [id_ for id_, days in ranks.items() if days.least <= bound]
    if len(possible) == 1 or all(ranks[id_].known for id_ in possible):
        return tuple(possible)
    return ()
