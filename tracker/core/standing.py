"""Where a case stands on a day: derived from its events, never stored (docs/rules.md, rules 36 to 43)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from tracker.core import reasons
from tracker.core.case import Case
from tracker.core.clause import Follow, last_day_bound
from tracker.core.day import When
from tracker.core.forms.follows import last_day
from tracker.core.plans import Plan, next_plan
from tracker.core.possible import Choice, choices
from tracker.core.reckon import reckon
from tracker.core.reckoning import Asked, Basis, Reckoning
from tracker.core.replay import Milepost, Replay, replay
from tracker.core.stage import Stage, stage_after
from tracker.core.state import Condition, Notice, State

_BEFORE_NOTICE = (Condition.NOT_STARTED, Condition.IN_PROGRESS, Condition.SUSPENDED)


@dataclass(frozen=True, slots=True)
class Standing:
    """Where `case` stands on the day `as_of`, seen from `today`; whatever is not known is None.

    A day before today shows nothing later, planned or not; on a later day time has run on, and plans are plans.
    """

    case: Case
    as_of: date
    today: date
    replay: Replay
    state: State

    def at(self, day: date) -> Standing:
        """Return where the case stands on another day."""
        return Standing(self.case, day, self.today, self.replay, self.replay.on(day))

    @property
    def condition(self) -> Condition:
        """How the case is doing."""
        return self.state.condition

    @property
    def condition_since(self) -> When | None:
        """The day on which the present condition began; a `return` does not begin it anew."""
        return self.state.since

    @property
    def stage(self) -> Stage | None:
        """The furthest stage that counts as reached."""
        return self.state.stage

    @property
    def stage_since(self) -> When | None:
        """The day on which the stage was reached, the last time."""
        return self.state.reached[-1].date if self.state.reached else None

    @property
    def days(self) -> int | None:
        """Days from the one on which the stage counts as reached; see `days_at_least`."""
        return (self.as_of - self._present.bounds.latest).days if self._present else None

    @property
    def days_at_least(self) -> bool:
        """Whether `days` is a lower bound, since the day of the stage is not fully known."""
        return self._present is not None and not self._present.bounds.known

    @property
    def next(self) -> Stage | None:
        """The next stage before the notice, `effect` while a notice stands, None where the path has ended."""
        if self.condition in _BEFORE_NOTICE:
            return stage_after(self.stage)
        waiting = self.condition in (Condition.NOTICE_RUNNING, Condition.DEFERRED)
        return Stage.EFFECT if waiting else None

    @property
    def next_plan(self) -> Plan | None:
        """The next planned step."""
        return next_plan(self.case, self.as_of, self.today)

    @property
    def notice(self) -> Notice | None:
        """The notice that stands, also once it took effect."""
        return self.state.notice

    @property
    def effective(self) -> date | None:
        """The effective date: from the notice on, None while deferred and after it was revoked."""
        return self.notice.effective if self.notice else None

    @property
    def basis(self) -> Basis | None:
        """Where the effective date comes from."""
        return self.notice.basis if self.notice and self.effective else None

    @property
    def other_days(self) -> tuple[date, ...]:
        """The effective dates that there are instead, if what the exit clause leaves open is read otherwise.

        None where the depositary, the notice or an event tells the day.
        """
        if self.notice is None or self.basis is not Basis.COMPUTED or self.state.confirmed is not None:
            return ()
        return tuple(other.day for other in self.notice.also if other.day and self.effective == self.notice.computed)

    @property
    def not_before(self) -> date | None:
        """The earliest that the effective date can be, where it cannot be told."""
        return self.notice.not_before if self.notice else None

    @property
    def must_be_out(self) -> bool:
        """Whether the withdrawal has taken effect for certain, on one of several days, and no event says on which."""
        latest = self.notice.not_after if self.notice else None
        return self.condition is Condition.NOTICE_RUNNING and latest is not None and latest <= self.as_of

    @property
    def days_left(self) -> int | None:
        """Days until the effective date, while the notice runs."""
        running = self.condition is Condition.NOTICE_RUNNING
        return (self.effective - self.as_of).days if running and self.effective else None

    @property
    def revocable_until(self) -> date | None:
        """The last day on which the running notice can be taken back (Vienna Convention, art. 68)."""
        if self.condition is not Condition.NOTICE_RUNNING or self.effective is None:
            return None
        return last_day_bound(self.case.clause, self.effective)

    @property
    def follows(self) -> tuple[tuple[Follow, date | None], ...]:
        """What follows with the withdrawal, each with the day until which a duty goes on."""
        if not (self.condition.unfinished or self.condition is Condition.IN_EFFECT):
            return ()
        return tuple(
            (one, last_day(one, self.effective) if self.effective else None) for one in self.case.clause.follows
        )

    @property
    def earliest(self) -> date | None:
        """The effective date of a notice that the depositary would receive on `as_of`; before the notice only."""
        return self._if_received.effective

    @property
    def opens(self) -> date | None:
        """The first day on which a notice may be given, where `as_of` is too early for one; before the notice only."""
        refusal = self._if_received.refusal
        return refusal.opens if refusal else None

    @property
    def earliest_doubts(self) -> tuple[str, ...]:
        """What is not sure about that day, or why there is none."""
        told = self._if_received
        return (*told.doubts, *map(reasons.otherwise, told.also))

    @property
    def _if_received(self) -> Reckoning:
        if self.condition not in _BEFORE_NOTICE:
            return Reckoning()
        return reckon(self.case.clause, Asked(self.as_of, in_force=self.case.in_force))

    @property
    def last_event(self) -> date | None:
        """The latest day from which an event counts."""
        return max((step.counts for step in self.replay.counting(self.as_of)), default=None)

    @property
    def event_count(self) -> int:
        """How many events count by `as_of`."""
        return len(self.replay.counting(self.as_of))

    @property
    def source_count(self) -> int:
        """How many different addresses stand under those events."""
        counting = self.replay.counting(self.as_of)
        return len({source.url for step in counting for source in step.event.sources if source.url})

    @property
    def allowed(self) -> tuple[Choice, ...]:
        """What may follow on `as_of`."""
        return choices(self.state, self.as_of, self.replay.terms)

    @property
    def _present(self) -> Milepost | None:
        """The stage reached last, with the days on which it was."""
        return self.replay.milepost(self.state.reached[-1]) if self.state.reached else None


def standing(case: Case, as_of: date, today: date) -> Standing:
    """Return where the case stands on `as_of`; raise Impossible where its path does not replay."""
    history = replay(case)
    return Standing(case, as_of, today, history, history.on(as_of))
