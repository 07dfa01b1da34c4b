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
from tracker.core.stage import Stage
from tracker.core.standing import Standing


@dataclass(frozen=True, slots=True)
class Move:
    """One entry of a history with where the case stood on the day from which the entry counts.

    `elapsed` is the days from the case's own first stage, which the event `first` reached; None where the entry
    reaches no later stage. `planned` is the day of the plan that came true. `sources` are those on which it rests: of
    an effect that time brought, those of its notice.
    """

    entry: Entry
    then: Standing
    first: Event | None
    elapsed: Days | None
    planned: When | None
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """What moved in one case."""

    before: Standing
    after: Standing
    moves: tuple[Move, ...]

    @property
    def moved(self) -> bool:
        """Whether stage or condition are others than before."""
        return (self.before.condition, self.before.stage) != (self.after.condition, self.after.stage)


@dataclass(frozen=True, slots=True)
class Changes:
    """What moved after `since`, up to `until`: of `looked_at` cases those in which something did.

    `unlisted` is how many notes of these days are left out.
    """

    since: date
    until: date
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
    return Changes(since, until, len(found), moved, cited, unlisted)


def _change(after: Standing, since: date) -> Change:
    """Return what moved; a history is told only where something did."""
    before = after.at(since)
    news = before.state != after.state or len(after.replay.counting(since)) < after.event_count
    return Change(before, after, tuple(_moves(after, since)) if news else ())


def _without_notes(change: Change) -> Change:
    return Change(change.before, change.after, tuple(move for move in change.moves if move.entry.action.on_path))


def _moves(after: Standing, since: date) -> Iterator[Move]:
    """Yield the entries that count in these days, in the order of the history; plans are none of them."""
    counts = {step.number: step.counts for step in after.replay.counting(after.as_of)}
    entries = history(after).entries
    plans = {entry.settled_by: entry.date for entry in entries if entry.settled_by}
    for entry in entries:
        if entry.event.planned:
            continue
        day = _day(entry, counts[entry.place] if entry.place is not None else entry.date.latest, after)
        if since < day <= after.as_of:
            yield _move(entry, after.at(day), plans.get(entry.number))


def _day(entry: Entry, counts: date, after: Standing) -> date:
    """Return the day from which the entry counts; an effect, from the first day on which the treaty binds no longer."""
    effect = after.notice.effective if after.notice else None
    if entry.action is Action.ADVANCE and entry.stage is Stage.EFFECT and effect:
        return max(counts, first_day_out(after.case.clause, effect))
    return counts


def _move(entry: Entry, then: Standing, planned: When | None) -> Move:
    path, events = then.replay.reached_by(then.state), then.case.events
    post = next((post for post in path[1:] if post.stage is entry.event.stage and entry.event.moves), None)
    begun = then.state.reached[0].event if path else None
    rests_on = events[then.notice.event] if entry.derived and then.notice else entry.event
    return Move(
        entry,
        then,
        first=None if begun is None else events[begun],
        elapsed=elapsed(path, post) if post else None,
        planned=planned,
        sources=rests_on.sources,
    )
