"""One dated, sourced fact of a case."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from tracker.core.day import When
from tracker.core.stage import Stage


class Action(StrEnum):
    """What an event does to the path."""

    ADVANCE = "advance"
    MILESTONE = "milestone"
    NOTE = "note"
    RETURN = "return"
    REJECT = "reject"
    SUSPEND = "suspend"
    RESUME = "resume"
    ABANDON = "abandon"
    REOPEN = "reopen"
    REVOKE = "revoke"
    DEFER = "defer"
    CONFLICT_ENDED = "conflict-ended"
    REJOIN = "rejoin"

    @property
    def moves(self) -> bool:
        """Whether such an event changes the stage or the condition."""
        return self not in _STILL

    @property
    def on_path(self) -> bool:
        """Whether such an event belongs to the path: all but a note."""
        return self is not Action.NOTE


_STILL = (Action.MILESTONE, Action.NOTE)


class Topic(StrEnum):
    """What a note is about."""

    BORDER = "border"
    PRODUCTION = "production"
    ALLIES = "allies"
    FUNDING = "funding"
    REACTION = "reaction"
    LAW = "law"
    ATTEMPT = "attempt"
    CHECKED = "checked"
    OTHER = "other"


class Aspect(StrEnum):
    """The side of the question that a finding of an analysis looks at."""

    MILITARY = "military"
    POLITICAL = "political"
    ALLIES = "allies"
    INDUSTRY = "industry"
    HUMANITARIAN = "humanitarian"
    LEGAL = "legal"


class Result(StrEnum):
    """How a vote ended: written by the editor, never derived from the tally."""

    PASSED = "passed"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Source:
    """Where a claim comes from; `url` or `title` is always there. `accessed` may be a month or a year."""

    url: str | None = None
    title: str | None = None
    publisher: str | None = None
    accessed: When | None = None
    archive: str | None = None
    lang: str | None = None


@dataclass(frozen=True, slots=True)
class Vote:
    """A tally as it was published: counts of members, None where a number is not known."""

    yes: int | None = None
    no: int | None = None
    abstain: int | None = None
    absent: int | None = None
    not_voting: int | None = None
    members: int | None = None
    on: str | None = None
    required: int | str | None = None
    result: Result | None = None

    @property
    def counts(self) -> tuple[int, ...]:
        """The numbers that are known, without `members`."""
        every = (self.yes, self.no, self.abstain, self.absent, self.not_voting)
        return tuple(number for number in every if number is not None)


@dataclass(frozen=True, slots=True)
class Finding:
    """One point of a ministry's analysis; `body` and `url` only where they differ from the event's own."""

    aspect: Aspect
    text: str
    body: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """One fact as the case file gives it; `tracker.core.keys` says which key belongs on which action."""

    date: When
    action: Action = Action.ADVANCE
    stage: Stage | None = None
    step: str | None = None
    topic: Topic | None = None
    planned: bool = False
    skip: str | None = None
    given: dt.date | None = None
    named: dt.date | None = None
    announced: dt.date | None = None
    body: str | None = None
    summary: str | None = None
    document: str | None = None
    reference: str | None = None
    doubt: str | None = None
    vote: Vote | None = None
    findings: tuple[Finding, ...] = ()
    sources: tuple[Source, ...] = ()

    @property
    def moves(self) -> bool:
        """Whether the event changes the stage or the condition; a planned one changes nothing."""
        return not self.planned and self.action not in _STILL
