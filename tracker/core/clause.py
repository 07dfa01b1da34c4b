"""What a treaty's exit clause says, as data; what follows from it is computed by `reckoning`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from tracker.core.country import Country
from tracker.core.event import Source
from tracker.core.month_day import NEW_YEARS_EVE, MonthDay
from tracker.core.period import Period
from tracker.core.term import Term
from tracker.core.vocabulary import Bound, Counting, LockFrom, Locks, Naming, Right, Rounding, RunsFrom, Tested, Until


@dataclass(frozen=True, slots=True)
class Calendar:
    """A fixed day of the year: a notice by `notice_by` takes effect on `effect`, `years` later.

    A later one counts as a notice of the year after. `financial`: the year is the organisation's financial one.
    """

    effect: MonthDay
    years: int
    notice_by: MonthDay = NEW_YEARS_EVE
    financial: bool = False


@dataclass(frozen=True, slots=True)
class LockIn:
    """How long no notice may be given, or no withdrawal take effect.

    `start` is the day from which it counts for every party; `since` says in words from what it counts, if neither
    from the treaty's entry into force for the party nor from that for all.
    """

    period: Period
    origin: LockFrom = LockFrom.PARTY
    start: date | None = None
    since: str | None = None
    locks: Locks = Locks.NOTICE


@dataclass(frozen=True, slots=True)
class ConflictRule:
    """The armed-conflict rule of a clause; `article` where it is another than the clause's own."""

    tested: Tested
    until: Until
    article: str | None = None
    text: str | None = None


@dataclass(frozen=True, slots=True)
class Happening:
    """What decides the effective date and stands in no calendar: `what` completes "on the day on which …"."""

    what: str
    bound: Bound


@dataclass(frozen=True, slots=True)
class Intention:
    """A first step before the notice: its addressees, and the time within which the notice must follow."""

    within: Period
    notify: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Follow:
    """What follows with a withdrawal: treaties that end with it, or a duty that `lasts` on from the effective date."""

    text: str
    article: str | None = None
    treaties: tuple[str, ...] = ()
    lasts: Period | None = None


@dataclass(frozen=True, slots=True)
class Automatic:
    """A way by which the treaty ceases to bind without a notice."""

    text: str
    article: str | None = None


@dataclass(frozen=True, slots=True)
class Reserved:
    """The way out that one state reserved for itself."""

    country: Country
    period: Period
    article: str
    text: str | None = None
    counting: Counting | None = None


@dataclass(frozen=True, slots=True)
class Example:
    """A notice with the effective date that it must have, None where none can be told; `country` if it is real."""

    received: date
    effective: date | None = None
    country: Country | None = None
    named: date | None = None
    in_force: date | None = None
    source: str | None = None


@dataclass(frozen=True, slots=True)
class ExitClause:
    """The article that says how to withdraw.

    `article` is the one on the effect, `notice_article` the one on the notice. `ground`: what must be so for the right
    to be there. `condition`: a sentence on what else must be so. `leaver`: what the treaty calls a state that is bound.
    `receiver`: who receives the notice. `minimum`: the period is the least. `counting`: None where the depositary's
    practice is not known. `end_of_day`: bound until the end of the effective date. `notify`: who must be told.
    `reasons`: whether they are owed. `revocable`: the article that lets a notice be taken back. `verified`: how far the
    text was read.
    """

    article: str
    period: Period | None = None
    notice_article: str | None = None
    right: Right = Right.FREE
    ground: str | None = None
    condition: str | None = None
    leaver: str = "party"
    runs_from: RunsFrom = RunsFrom.RECEIPT
    receiver: str = "the depositary"
    minimum: bool = False
    counting: Counting | None = None
    rounding: Rounding | None = None
    calendar: Calendar | None = None
    end_of_day: bool = False
    named: Naming | None = None
    notify: tuple[str, ...] = ()
    reasons: bool = False
    revocable: str | None = None
    verified: str | None = None
    term: Term | None = None
    lock_in: LockIn | None = None
    conflict: ConflictRule | None = None
    happening: Happening | None = None
    intention: Intention | None = None
    follows: tuple[Follow, ...] = ()
    automatic: tuple[Automatic, ...] = ()
    reserved: tuple[Reserved, ...] = ()
    examples: tuple[Example, ...] = ()
    sources: tuple[Source, ...] = ()
    counted_by: Source | None = None

    @property
    def about_notice(self) -> str:
        """The article on the right to leave and on the notice."""
        return self.notice_article or self.article

    @property
    def conflict_article(self) -> str:
        """The article of the armed-conflict rule."""
        return (self.conflict.article if self.conflict else None) or self.article

    @property
    def wait(self) -> Period | None:
        """The period that must run; None where there is none, or it is 0."""
        return self.period if self.period and self.period.amount else None

    @property
    def at_once(self) -> bool:
        """Whether the clause says that no period must run: its amount is 0."""
        return self.period is not None and self.wait is None

    @property
    def plain(self) -> bool:
        """Whether nothing but its period stands between the notice and the effect."""
        locked = self.lock_in is not None and self.lock_in.locks is Locks.EFFECT
        others = (self.rounding, self.calendar, self.term, self.happening)
        return self.wait is not None and not locked and not any(others)

    @property
    def may_name(self) -> bool:
        """Whether the notice may name a later day: the clause says so, or sets no more than a minimum."""
        return self.named is not None or self.minimum

    def of(self, country: str | None) -> ExitClause:
        """Return the clause as it is for one state, by its code: its own way out where it reserved one."""
        own = next((one for one in self.reserved if one.country.code == country), None)
        if own is None:
            return self
        return ExitClause(
            own.article,
            own.period,
            condition=own.text,
            counting=own.counting,
            leaver=self.leaver,
            runs_from=self.runs_from,
            receiver=self.receiver,
            notify=self.notify,
            revocable=self.revocable,
            verified=self.verified,
            follows=self.follows,
            automatic=self.automatic,
            sources=self.sources,
        )


def binds(clause: ExitClause, effective: date, day: date) -> bool:
    """Whether the treaty still binds on `day`: before the effective date, under an end-of-day clause also on it."""
    return day <= effective if clause.end_of_day else day < effective


def first_day_out(clause: ExitClause, effective: date) -> date:
    """Return the first day on which the treaty no longer binds."""
    return effective + timedelta(days=1) if clause.end_of_day else effective


def last_day_bound(clause: ExitClause, effective: date) -> date:
    """Return the last day on which the treaty still binds, which is the last one to take a notice back.

    Vienna Convention on the Law of Treaties, art. 68: a notice may be revoked before it takes effect.
    """
    return effective if clause.end_of_day else effective - timedelta(days=1)
