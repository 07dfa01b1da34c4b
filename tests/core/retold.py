"""A history told anew from the beginning for each day, where the tracker replays once and remembers."""

from collections.abc import Sequence
from datetime import date

from tests.core.naive import No, World, every_day
from tracker.core.clause import ExitClause
from tracker.core.event import Event


def told_in_order(events: Sequence[Event]) -> list[Event]:
    return sorted((event for event in events if not event.planned), key=lambda event: event.date.earliest)


def happen(world: World, event: Event) -> None:
    """Let the event happen on its first day, if it could also have happened on each of its other days."""
    for day in every_day(event.date):
        on_that_day = world.copy()
        on_that_day.tick(day)
        on_that_day.act(event)
    world.tick(event.date.earliest)
    world.act(event)
    world.tick(event.date.earliest)


def tell(events: Sequence[Event], clause: ExitClause, in_force: date | None) -> World:
    """Tell the events from the beginning; raise No where one cannot have happened."""
    world = World(clause, in_force)
    for event in told_in_order(events):
        happen(world, event)
    return world


def is_legal(events: Sequence[Event], clause: ExitClause, in_force: date | None) -> bool:
    try:
        tell(events, clause, in_force)
    except No:
        return False
    return True


def counts_from(events: Sequence[Event], place: int) -> date:
    """Return the day from which the event at `place` of those told in order counts."""
    event = events[place]
    if not event.moves:
        return event.date.latest
    return min(at_the_latest(later) for later in events[place:] if later.moves)


def at_the_latest(event: Event) -> date:
    return min(event.date.latest, event.announced) if event.announced else event.date.latest


def on_day(events: Sequence[Event], day: date, clause: ExitClause, in_force: date | None) -> World:
    """Return what is so on `day`: only what counts by then is told, and time runs on to it."""
    order = told_in_order(events)
    counting = [event for place, event in enumerate(order) if counts_from(order, place) <= day]
    world = tell(counting, clause, in_force)
    world.tick(day)
    return world
