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
    END_OF_DAY = "end-of-day"
    FOLLOWS = "follows"


class Reading(StrEnum):
    """How what a clause leaves open may be read, where it is not read as usual."""

    NEXT_DAY = "if it is counted to the day after the corresponding one"
    CARRIED = "if the missing day is carried over into the next month"
    FIRST_COUNTS = "if the period’s end counts where it is the first day of a month"
    FORWARDS = "if the time for the notice is counted forwards from it"
    BOUNDARY = "if a conflict on that very day holds it up"


@dataclass(frozen=True, slots=True)
class Asked:
    """A notice about which a clause is asked: the day from which the clause counts, what else is known.

    `in_force`: since when the treaty binds the state; `locked_from`: from when a lock-in counts that counts from
    something else. `conflict_from`, `conflict_ended`: what may be an armed
    conflict of the state, and the day on which all that the clause waits for had ended.
    """

    received: date
    named: date | None = None
    in_force: date | None = None
    locked_from: date | None = None
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
class Question:
    """What a clause leaves open: the other `reading` that there is, and the doubt that is told if it matters."""

    reading: Reading
    doubt: str | None = None


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
    questions: tuple[Question, ...] = ()

    @property
    def how(self) -> str:
        """What moved the day from the notice to the clause's own, in words."""
        return ", ".join(step.text for step in self.steps if step.moves)


@dataclass(frozen=True, slots=True)
class Course:
    """A reckoning under way: `day` is the one that the steps so far give.

    `readings` are those that are tried instead of the usual ones. `least` is the day before it is rounded.
    `over`: no further form is asked, since no day can be told. `at_term`: the day is a term's end already.
    """

    clause: ExitClause
    asked: Asked
    told: Reckoning
    day: date
    readings: frozenset[Reading] = frozenset()
    least: date | None = None
    over: bool = False
    at_term: bool = False

    def reads(self, reading: Reading) -> bool:
        """Whether this other reading is tried."""
        return reading in self.readings

    def ask(self, reading: Reading, doubt: str | None = None) -> Course:
        """Return the course that leaves open whether this other reading is right."""
        questions = (*self.told.questions, Question(reading, doubt))
        return replace(self, told=replace(self.told, questions=questions))

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
        return replace(self, told=replace(self.told, also=(*self.told.also, Other(why, day))))

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
