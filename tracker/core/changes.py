"""What moved in the days after one day, up to another included (docs/rules.md, rules 63 to 65)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from tracker.core.bibliography import Bibliography, bibliography
from tracker.core.clause import first_day_out
from tracker.core.comparison import elapsed
from tracker.core.day import When, between
from tracker.core.event import Action, Event, Source
from tracker.core.history import Entry, history
from tracker.core.interval import Days
from tracker.core.replay import Step
from tracker.core.stage import Stage
from tracker.core.standing import Standing
from tracker.core.state import Condition, Notice


@dataclass(frozen=True, slots=True)
class Move:
    """One entry of a history with where the case stood on the day from which the entry counts.

    `number` is that of its row in the history on the last of the days looked at; None where it has none there: of an
    effect that time brought once an event confirms it.
    `elapsed` is the days from the case's own first stage, which the event `first` reached; None where the entry
    reaches no later stage. `planned` is the day of the plan that came true. `sources` are those on which it rests: of
    an effect that time brought, those of its notice. `latest` is where the case stands as far as is known: on the last
    of the days looked at, or today if that is later.
    """

    entry: Entry
    number: int | None
    then: Standing
    first: Event | None
    elapsed: Days | None
    planned: When | None
    sources: tuple[Source, ...]
    latest: Standing

    @property
    def stands(self) -> bool:
        """Whether the notice of that day still runs, and its effective date is the same."""
        notice, now = self.then.notice, self.latest.notice
        if notice is None or now is None or self.latest.must_be_out:
            return False
        same = (notice.event, notice.effective, notice.not_before) == (now.event, now.effective, now.not_before)
        return same and self.latest.condition is Condition.NOTICE_RUNNING

    @property
    def confirmed(self) -> bool:
        """Whether an event confirms the effect."""
        return self.latest.state.confirmed is not None

    @property
    def given(self) -> Notice | None:
        """The notice that the event gave, seen on its day."""
        notice = self.then.notice
        return notice if notice and notice.event == self.entry.place else None


@dataclass(frozen=True, slots=True)
class Change:
    """What moved in one case."""

    before: Standing
    after: Standing
    moves: tuple[Move, ...]

    @property
    def moved(self) -> bool:
        """Whether stage or condition are others than before."""
        return _place(self.before) != _place(self.after)

    @property
    def came_back(self) -> bool:
        """Whether they are those of before again, and were others in between."""
        return not self.moved and any(_place(move.then) != _place(self.before) for move in self.moves)


@dataclass(frozen=True, slots=True)
class Changes:
    """What moved after `since`, up to `until`: of `looked_at` cases those in which something did.

    `unlisted` is how many notes of these days are left out. `today` tells what of it lies ahead.
    """

    since: date
    until: date
    today: date
    looked_at: int
    cases: tuple[Change, ...]
    cited: Bibliography
    unlisted: int

    @property
    def days(self) -> When:
        """The days that were looked at."""
        return between(self.since + timedelta(days=1), self.until)


def changes(standings: Sequence[Standing], since: date, until: date, *, notes: bool) -> Changes:
    """Return what moved after `since`; `standings` are those of the day `until`.

    With `notes` what stands beside the paths is among it. Of days to come, what time brings is; a plan never is.
    """
    found = [_change(one, since) for one in standings]
    kept = [_without_notes(change) for change in found] if not notes else found
    moved = tuple(change for change in kept if change.moves)
    cited = bibliography(source for change in moved for move in change.moves for source in move.sources)
    unlisted = sum(len(change.moves) for change in found) - sum(len(change.moves) for change in kept)
    today = next((one.today for one in standings), until)
    return Changes(since, until, today, len(found), moved, cited, unlisted)


def _change(after: Standing, since: date) -> Change:
    """Return what moved; a history is told only where something did."""
    before = after.at(since)
    news = before.state != after.state or len(after.replay.counting(since)) < after.event_count
    return Change(before, after, tuple(_moves(after, since)) if news else ())


def _without_notes(change: Change) -> Change:
    return Change(change.before, change.after, tuple(move for move in change.moves if move.entry.action.on_path))


def _place(one: Standing) -> tuple[Condition, Stage | None]:
    return one.condition, one.stage


def _moves(after: Standing, since: date) -> Iterator[Move]:
    """Yield what counts in these days, in the order of the history; plans are none of it."""
    steps = {step.number: step for step in after.replay.counting(after.as_of)}
    entries = history(after).entries
    plans = {entry.settled_by: entry.date for entry in entries if entry.settled_by}
    numbers = {entry.place: entry.number for entry in entries}
    latest = after.at(max(after.as_of, after.today))
    brought = _brought(after, since, latest, numbers.get(None))
    for entry in entries:
        if entry.place is None or entry.event.planned:
            continue
        step = steps[entry.place]
        while brought and step.before.reached_at(Stage.EFFECT) and brought[0].then.as_of <= entry.date.earliest:
            yield brought.pop(0)
        day = _day(step, after)
        if since < day <= after.as_of:
            yield _move(entry, entry.number, after.at(day), latest, plans.get(entry.number))
    yield from brought


def _brought(after: Standing, since: date, latest: Standing, number: int | None) -> list[Move]:
    """Return the effects that time brought in these days, each seen on the first day on which it was there.

    An event that confirms one later takes nothing back. `number` is that of the one that no event confirms.
    """
    steps = after.replay.counting(after.as_of)
    days = {step.counts for step in steps}
    effects = {step.after.notice.effective for step in steps if step.after.notice}
    days |= {first_day_out(after.case.clause, effect) for effect in effects if effect}
    found: list[Move] = []
    for day in sorted(day for day in days if since < day <= after.as_of):
        then = after.at(day)
        if _by_time(then) and not _by_time(after.at(day - timedelta(days=1))):
            entry = next(entry for entry in history(then).entries if entry.derived)
            found.append(_move(entry, number, then, latest))
    return found


def _by_time(one: Standing) -> bool:
    """Whether the withdrawal is in effect and no event says so."""
    reached = one.state.reached_at(Stage.EFFECT)
    return reached is not None and reached.event is None and one.state.confirmed is None


def _day(step: Step, after: Standing) -> date:
    """Return the day from which the event counts; an effect, from the first day on which the treaty binds no longer."""
    effect = step.after.notice.effective if step.after.notice else None
    if step.event.action is Action.ADVANCE and step.event.stage is Stage.EFFECT and effect:
        return max(step.counts, first_day_out(after.case.clause, effect))
    return step.counts


def _move(entry: Entry, number: int | None, then: Standing, latest: Standing, planned: When | None = None) -> Move:
    path, events = then.replay.reached_by(then.state), then.case.events
    post = next((post for post in path[1:] if post.stage is entry.event.stage and entry.event.moves), None)
    begun = then.state.reached[0].event if path else None
    rests_on = events[then.notice.event] if entry.derived and then.notice else entry.event
    return Move(
        entry,
        number,
        then,
        first=None if begun is None else events[begun],
        elapsed=elapsed(path, post) if post else None,
        planned=planned,
        sources=rests_on.sources,
        latest=latest,
    )
