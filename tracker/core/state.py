"""Where a path stands between two events."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from tracker.core.clause import ConflictRule, ExitClause
from tracker.core.day import When
from tracker.core.reckoning import Basis, Other
from tracker.core.stage import Stage


class Condition(StrEnum):
    """How a case is doing, beside how far it came."""

    NOT_STARTED = "not-started"
    IN_PROGRESS = "in-progress"
    SUSPENDED = "suspended"
    REJECTED = "rejected"
    ABANDONED = "abandoned"
    NOTICE_RUNNING = "notice-running"
    DEFERRED = "deferred"
    REVOKED = "revoked"
    IN_EFFECT = "in-effect"
    REJOINED = "rejoined"

    @property
    def label(self) -> str:
        """The name for people: `notice running`."""
        return self.value.replace("-", " ")

    @property
    def unfinished(self) -> bool:
        """Whether the path is still open: no second case of the same country and treaty may stand beside it."""
        return self in _UNFINISHED


_UNFINISHED = frozenset(
    {
        Condition.NOT_STARTED,
        Condition.IN_PROGRESS,
        Condition.SUSPENDED,
        Condition.NOTICE_RUNNING,
        Condition.DEFERRED,
    }
)


@dataclass(frozen=True, slots=True)
class Terms:
    """What a replay needs to know of the treaty: its exit clause, and since when it binds the country."""

    clause: ExitClause
    in_force: date | None = None

    @property
    def conflict(self) -> ConflictRule | None:
        """The clause's armed-conflict rule."""
        return self.clause.conflict


@dataclass(frozen=True, slots=True)
class Reached:
    """A stage that counts as reached: since `date`, by the event at place `event` in the log, or by time (None)."""

    stage: Stage
    date: When
    event: int | None = None


@dataclass(frozen=True, slots=True)
class Notice:
    """A notice that was given: `event` is its place in the log.

    `computed` is the clause's own day, `how` the way to it in words, `also` what there is instead if what the clause
    leaves open is read otherwise; `effective` is the day that counts, `basis` where
    that comes from; where it
    cannot be told, `not_before` is the earliest it can be, and while a conflict defers it, `not_before` is the day
    it had before. `not_after` is the latest it can be, where a span of days leaves it open. `doubts` say what is not
    sure about these days.
    """

    event: int
    received: When
    computed: date | None = None
    effective: date | None = None
    basis: Basis | None = None
    not_before: date | None = None
    not_after: date | None = None
    how: str = ""
    also: tuple[Other, ...] = ()
    doubts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class State:
    """One moment of a path: its condition, since when, the stages that count as reached, the notice.

    `confirmed` is the place in the log of the event that says that the withdrawal took effect.
    """

    condition: Condition = Condition.NOT_STARTED
    since: When | None = None
    reached: tuple[Reached, ...] = ()
    notice: Notice | None = None
    confirmed: int | None = None

    @property
    def stage(self) -> Stage | None:
        """The furthest stage that counts as reached."""
        return self.reached[-1].stage if self.reached else None

    def reached_at(self, stage: Stage) -> Reached | None:
        """Return how and when `stage` was reached, the last time; None where it does not count as reached."""
        return next((step for step in self.reached if step.stage is stage), None)

    def turned(self, condition: Condition, date: When) -> State:
        """Return the state in `condition`, which begins on `date` unless it lasted already."""
        return State(condition, self._begun(condition, date), self.reached, self.notice, self.confirmed)

    def advanced(self, condition: Condition, date: When, step: Reached) -> State:
        """Return the state in `condition`, with one more stage reached."""
        return State(condition, self._begun(condition, date), (*self.reached, step), self.notice, self.confirmed)

    def back_to(self, condition: Condition, step: Reached) -> State:
        """Return the state with `step` reached anew: no later stage counts as reached, no notice stands."""
        kept = tuple(other for other in self.reached if step.stage.comes_after(other.stage))
        return State(condition, self._begun(condition, step.date), (*kept, step))

    def _begun(self, condition: Condition, date: When) -> When | None:
        return self.since if condition is self.condition else date
