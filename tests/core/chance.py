"""Histories by chance: walks that mostly keep to the rules, so that they get somewhere, and at times do not."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from hypothesis import settings
from hypothesis import strategies as st

from tests.core import retold
from tests.core.any_clause import any_clause
from tests.core.naive import No, World
from tests.core.tell import LATVIA, MONTHS_6, treaty
from tracker.core.case import Case
from tracker.core.clause import ConflictRule, ExitClause, LockIn
from tracker.core.day import When, between
from tracker.core.event import Action, Event, Topic
from tracker.core.period import Period, Unit
from tracker.core.stage import PATH, Stage
from tracker.core.vocabulary import Counting, Naming, Tested, Until

START = date(2025, 1, 20)
CALM = settings(deadline=None, derandomize=True, max_examples=200)

PERIODS = [Period(0, Unit.DAYS), Period(10, Unit.DAYS), Period(2, Unit.WEEKS), Period(1, Unit.MONTHS)]
RULES = [None, *(ConflictRule(tested, Until.RELEASE) for tested in (*Tested, Tested.EXPIRY))]
LOCKS = [None, LockIn(Period(1, Unit.MONTHS))]
STAGED = (Action.ADVANCE, Action.RETURN, Action.REOPEN)
LIKELY = (*Action, *[Action.ADVANCE] * 4, *[Action.DEFER] * 4, *[Action.CONFLICT_ENDED] * 2, *[Action.RESUME] * 2)


@dataclass(frozen=True)
class Walk:
    """Events in the order in which they happened, or are said to, under a clause."""

    clause: ExitClause
    in_force: date | None
    events: tuple[Event, ...]

    def case(self, events: Sequence[Event] | None = None) -> Case:
        """Return the case in which these events, or the walk's own, are recorded in this order."""
        told = self.events if events is None else tuple(events)
        return Case("latvia", LATVIA, treaty(self.clause), self.in_force, events=told)

    def is_legal(self, events: Sequence[Event]) -> bool:
        return retold.is_legal(events, self.clause, self.in_force)

    def on_day(self, day: date, events: Sequence[Event] | None = None) -> World:
        return retold.on_day(self.events if events is None else events, day, self.clause, self.in_force)


short_clauses = st.builds(
    replace,
    st.just(MONTHS_6),
    period=st.sampled_from(PERIODS),
    counting=st.sampled_from(Counting),
    end_of_day=st.booleans(),
    named=st.sampled_from([None, *Naming]),
    conflict=st.sampled_from(RULES),
    lock_in=st.sampled_from(LOCKS),
)
clauses = short_clauses | short_clauses | st.builds(replace, any_clause, conflict=st.sampled_from(RULES))
in_forces = st.sampled_from([None, START, START + timedelta(days=30)])
gaps = st.sampled_from([0, 0, 1, 2, 5, 9, 10, 11, 20, 40])
lengths = st.sampled_from([0, 0, 0, 0, 1, 3, 12, 35])
longer = st.one_of(st.none(), st.none(), st.integers(0, 40))


@st.composite
def walks(draw: st.DrawFn, *, wild: bool = True) -> Walk:
    """Draw a walk; a `wild` one may leave the rules now and then."""
    clause, in_force = draw(clauses), draw(in_forces)
    world = World(clause, in_force)
    events: list[Event] = []
    day = START
    for _ in range(draw(st.integers(0, 12))):
        day += timedelta(days=draw(gaps))
        when = between(day, day + timedelta(days=draw(lengths)))
        event = _dressed(draw, draw(st.sampled_from(_offered(draw, world, when, wild=wild))))
        if _could(world, event):
            retold.happen(world, event)
        events.append(event)
    return Walk(clause, in_force, tuple(events))


@st.composite
def disturbed(draw: st.DrawFn) -> Walk:
    """Draw a lawful walk of which one event is left out, told twice, moved to another day, or planned."""
    walk = draw(walks(wild=False).filter(lambda walk: walk.events))
    place = draw(st.integers(0, len(walk.events) - 1))
    event = walk.events[place]
    moved = event.date.earliest + timedelta(days=draw(st.integers(-45, 45)))
    instead = draw(
        st.sampled_from(
            [(), (event, event), (replace(event, date=between(moved, moved)),), (replace(event, planned=True),)]
        )
    )
    return replace(walk, events=(*walk.events[:place], *instead, *walk.events[place + 1 :]))


def _offered(draw: st.DrawFn, world: World, when: When, *, wild: bool) -> list[Event]:
    """Return the events to choose from: all that there are, or those of one action that are possible."""
    if wild and draw(st.booleans()):
        return _bare(when)
    possible = [event for event in _bare(when) if _could(world, event)]
    action = draw(st.sampled_from([action for action in LIKELY if any(event.action is action for event in possible)]))
    return [event for event in possible if event.action is action]


def _bare(when: When) -> list[Event]:
    """Return every event that there could be, without more than it needs; advances also with a `skip`."""
    found = [
        Event(when, Action.MILESTONE, step="First reading"),
        Event(when, Action.NOTE, topic=Topic.CHECKED),
    ]
    for action in Action:
        if action in STAGED:
            found += [Event(when, action, stage) for stage in PATH]
        elif action.moves:
            found.append(Event(when, action))
    return [*found, *(Event(when, stage=stage, skip="no such stage") for stage in PATH)]


def _could(world: World, event: Event) -> bool:
    try:
        retold.happen(world.copy(), event)
    except No:
        return False
    return True


def _dressed(draw: st.DrawFn, event: Event) -> Event:
    """Give a notice a day that it names, or one that the depositary announced."""
    if event.action is not Action.ADVANCE or event.stage is not Stage.UN_NOTIFICATION:
        return event
    named, announced = draw(longer), draw(longer)
    first = event.date.earliest
    return replace(
        event,
        named=None if named is None else first + timedelta(days=named),
        announced=None if announced is None else first + timedelta(days=announced),
    )
