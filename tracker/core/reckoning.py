"""The reckoning of a notice's effective date: what is asked, the steps, what comes of them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from tracker.core.clause import ExitClause


class Basis(StrEnum):
    """Where an effective date comes from."""

    ANNOUNCED = "announced"
    NAMED = "named"
    COMPUTED = "computed"
    CONFIRMED = "confirmed"


class Rule(StrEnum):
    """The kind of a step."""

    RIGHT = "right"
    INTENTION = "intention"
    START = "start"
    LOCK_IN = "lock-in"
    TERM = "term"
    PERIOD = "period"
    CALENDAR = "calendar"
    COUNTING = "counting"
    ROUNDING = "rounding"
    EVENT = "event"
    NAMED = "named"
    CONFLICT = "conflict"
    FOLLOWS = "follows"


@dataclass(frozen=True, slots=True)
class Asked:
    """A notice about which a clause is asked: the day from which the clause counts, what else is known.

    `in_force`: since when the treaty binds the state. `conflict_from`, `conflict_ended`: what may be an armed
    conflict of the state, and the day on which all that the clause waits for had ended.
    """

    received: date
    named: date | None = None
    in_force: date | None = None
    conflict_from: date | None = None
    conflict_ended: date | None = None


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a reckoning: the day that it gives, None where it gives none, and why; whether it moves the date."""

    rule: Rule
    text: str
    day: date | None = None
    article: str | None = None
    moves: bool = False


@dataclass(frozen=True, slots=True)
class Other:
    """Another day that there may be, None where nobody can tell it; `why` begins with "if" or "with"."""

    why: str
    day: date | None = None


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why the clause does not let such a notice be given, and the first day on which it lets one."""

    why: str
    opens: date | None = None


@dataclass(frozen=True, slots=True)
class Reckoning:
    """What a clause makes of a notice: its own day (`computed`), the effective date, its basis, what is doubtful.

    `not_before` is the earliest that the effective date can be where it cannot be told. `refusal` is for those who
    ask before the notice: a notice that was given all the same stands, with a doubt.
    """

    computed: date | None = None
    effective: date | None = None
    basis: Basis | None = None
    not_before: date | None = None
    doubts: tuple[str, ...] = ()
    also: tuple[Other, ...] = ()
    steps: tuple[Step, ...] = ()
    refusal: Refusal | None = None

    def with_other(self, why: str, day: date | None) -> Reckoning:
        """Return the reckoning with another day that there may be."""
        return replace(self, also=(*self.also, Other(why, day)))

    @property
    def how(self) -> str:
        """What moved the day from the notice to the clause's own, in words."""
        return ", ".join(step.text for step in self.steps if step.moves)


@dataclass(frozen=True, slots=True)
class Course:
    """A reckoning under way: `day` is the one that the steps so far give.

    `over`: no further form is asked, since no day can be told. `at_term`: the day is a term's end already.
    """

    clause: ExitClause
    asked: Asked
    told: Reckoning
    day: date
    over: bool = False
    at_term: bool = False

    def step(
        self,
        rule: Rule,
        text: str,
        article: str | None = None,
        *,
        day: date | None = None,
        shown: date | None = None,
    ) -> Course:
        """Return the course with one more step: one that moves to `day`, or only shows a day beside it."""
        steps = (*self.told.steps, Step(rule, text, day or shown, article, day is not None))
        return replace(self, told=replace(self.told, steps=steps), day=day or self.day)

    def doubt(self, *texts: str) -> Course:
        """Return the course with more that is not sure."""
        return replace(self, told=replace(self.told, doubts=(*self.told.doubts, *texts)))

    def other(self, why: str, day: date | None) -> Course:
        """Return the course with another day that there may be."""
        return replace(self, told=self.told.with_other(why, day))

    def refused(self, refusal: Refusal) -> Course:
        """Return the course of a notice that the clause does not let be given so."""
        return replace(self, told=replace(self.told, refusal=refusal))

    def too_early(self, opens: date) -> Course:
        """Return the course of a notice that came before the first day on which the clause lets one be given."""
        article = self.clause.about_notice
        why = f"the notice came before {opens}, the first day on which the clause ({article}) lets one be given"
        return self.doubt(why).refused(Refusal(why, opens)).end()

    def end(self, *, not_before: date | None = None) -> Course:
        """Return the course without an effective date."""
        told = replace(self.told, effective=None, basis=None, not_before=not_before)
        return replace(self, told=told, over=True)

    def reaches_own_day(self) -> Course:
        """Return the course with the day that the clause gives by itself."""
        told = replace(self.told, computed=self.day, effective=self.day, basis=Basis.COMPUTED)
        return replace(self, told=told)

    def takes_effect(self, day: date, basis: Basis) -> Course:
        """Return the course with this effective date."""
        return replace(self, told=replace(self.told, effective=day, basis=basis), day=day)


Form = Callable[[Course], Course]
