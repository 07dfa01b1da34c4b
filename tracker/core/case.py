"""One country's path out of one treaty."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date

from tracker.core.clause import ExitClause
from tracker.core.country import Country
from tracker.core.event import Event
from tracker.core.treaty import Treaty


@dataclass(frozen=True, slots=True)
class Case:
    """A case: its `id` is the name of its file; `events` stand in the order of recording.

    `in_force` is the day on which the treaty entered into force for the country, where a clause counts from it.
    `doubled` says that another file has its country and treaty, which is no part of what the case says.
    """

    id: str
    country: Country
    treaty: Treaty
    in_force: date | None = None
    about: str | None = None
    events: tuple[Event, ...] = ()
    doubled: bool = field(default=False, compare=False)

    @property
    def clause(self) -> ExitClause:
        """The exit clause as it is for this country."""
        return self.treaty.exit.of(self.country.code)

    def with_event(self, event: Event) -> Case:
        """Return the case with one more event at the end of its log."""
        return replace(self, events=(*self.events, event))
