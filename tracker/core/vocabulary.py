"""The words with which an exit clause is written down."""

from __future__ import annotations

from enum import StrEnum


class Right(StrEnum):
    """When there is a right to leave.

    None is presumed where a treaty is silent (Vienna Convention on the Law of Treaties, art. 56(1)).
    """

    FREE = "free"
    EMERGENCY = "emergency"
    GROUND = "ground"
    WINDOWS = "windows"
    NONE = "none"


class RunsFrom(StrEnum):
    """From which day of a notice the clause counts."""

    RECEIPT = "receipt"
    NOTICE = "notice"
    DEPOSIT = "deposit"
    REGISTRATION = "registration"
    YEAR = "year"


class Counting(StrEnum):
    """On which day a period ends as the depositary counts: the corresponding day, or the one after it."""

    SAME_DAY = "same-day"
    NEXT_DAY = "next-day"


class Rounding(StrEnum):
    """To which day the end of a period is moved."""

    MONTH_START = "month-start"
    MONTH_END = "month-end"
    YEAR_END = "year-end"


class Naming(StrEnum):
    """What the notice may name instead of the clause's own day."""

    DATE = "date"
    PERIOD = "period"


class LockFrom(StrEnum):
    """From what a lock-in counts: the treaty's entry into force for the party, for all, or something else."""

    PARTY = "party"
    TREATY = "treaty"
    OTHER = "other"


class Locks(StrEnum):
    """What a lock-in keeps from happening."""

    NOTICE = "notice"
    EFFECT = "effect"


class Tested(StrEnum):
    """When a clause asks whether there is an armed conflict."""

    EXPIRY = "expiry"
    NOTICE = "notice"


class Until(StrEnum):
    """What must have ended before a withdrawal that a conflict deferred takes effect."""

    CONFLICT_ENDED = "conflict-ended"
    RELEASE = "release"
    NO_CONFLICT = "no-conflict"


class Bound(StrEnum):
    """Which bound of the effective date the period's end is, where an event decides."""

    EARLIEST = "earliest"
    LATEST = "latest"
