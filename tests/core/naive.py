"""The rules of docs/rules.md once more: read naively, written slowly, sharing nothing with the code but its values.

What is impossible raises `No`.
"""

from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from tests.core.naive_clause import Answer, answer
from tracker.core.clause import ExitClause
from tracker.core.day import When
from tracker.core.event import Event

STAGES = ["ministry-analysis", "cabinet-directive", "draft-law", "parliament-vote", "un-notification", "effect"]
ONE_DAY = timedelta(days=1)


class No(Exception):
    """That cannot have happened."""


@dataclass
class World:
    """Everything that is so on a day; `due` is when a notice takes effect, were there no conflict."""

    clause: ExitClause
    in_force: date | None
    condition: str = "not-started"
    since: str | None = None
    reached: list[tuple[str, str]] = field(default_factory=list)
    received: When | None = None
    due: date | None = None
    floor: date | None = None
    confirmed: bool = False

    @property
    def stage(self) -> str | None:
        return self.reached[-1][0] if self.reached else None

    @property
    def effective(self) -> date | None:
        return None if self.condition == "deferred" else self.due

    @property
    def not_before(self) -> date | None:
        return self.due or self.floor if self.condition == "deferred" else None if self.due else self.floor

    def copy(self) -> "World":
        return replace(self, reached=list(self.reached))

    def becomes(self, condition: str, since: str) -> None:
        if condition != self.condition:
            self.condition, self.since = condition, since

    def tick(self, day: date) -> None:
        """Let time do what it does by `day`."""
        if self.condition != "notice-running" or self.due is None:
            return
        first_day_out = self.due
        if self.clause.end_of_day:
            first_day_out = self.due + ONE_DAY
        if day >= first_day_out:
            self.becomes("in-effect", str(first_day_out))
            self.reached.append(("effect", str(self.due)))

    def act(self, event: Event) -> None:
        """Let the event happen now."""
        name = event.action.replace("-", "_")
        getattr(self, {"return": "return_to"}.get(name, name))(event)

    def advance(self, event: Event) -> None:
        stage = str(event.stage)
        if stage == "effect":
            self.confirm(event)
            return
        self.only("not-started", "in-progress")
        place, here = STAGES.index(stage), STAGES.index(self.stage) if self.stage else -1
        if place <= here or (place > here + 1 and event.skip is None):
            raise No
        self.reached.append((stage, event.date.text))
        if stage == "un-notification":
            self.becomes("notice-running", event.date.text)
            self.take_notice(event)
        else:
            self.becomes("in-progress", event.date.text)

    def take_notice(self, event: Event) -> None:
        self.received, self.due, self.floor, self.confirmed = event.date, None, None, False
        answers = [self.answer(day, event.named) for day in every_day(event.date)]
        given = [answer for answer in answers if answer.opens is None]
        if event.announced:
            self.due = event.announced
        elif given and event.date.known:
            self.due, self.floor = given[0].effective, given[0].floor
        elif given:
            self.floor = given[0].effective or given[0].floor

    def answer(self, received: date, named: date | None) -> Answer:
        return answer(self.clause, received, named, self.in_force)

    def confirm(self, event: Event) -> None:
        self.only("notice-running", "in-effect")
        if self.confirmed:
            raise No
        if self.due is None:
            self.only("notice-running")
            if self.floor and event.date.earliest < self.floor:
                raise No
            if event.date.known:
                self.due, self.floor = event.date.day, None
            else:
                self.becomes("in-effect", event.date.text)
                self.reached.append(("effect", event.date.text))
                self.floor = event.date.earliest
        elif event.date.earliest < self.due:
            raise No
        self.confirmed = True

    def milestone(self, event: Event) -> None:
        """Change nothing."""

    def note(self, event: Event) -> None:
        """Change nothing."""

    def return_to(self, event: Event) -> None:
        self.only("in-progress")
        if event.stage == self.stage:
            raise No
        self.go_back(event)

    def reopen(self, event: Event) -> None:
        self.only("rejected", "abandoned", "revoked")
        if event.stage in {"un-notification", "effect"}:
            raise No
        self.go_back(event)

    def go_back(self, event: Event) -> None:
        stage = str(event.stage)
        names = [name for name, _ in self.reached]
        if stage not in names:
            raise No
        self.reached = [*self.reached[: names.index(stage)], (stage, event.date.text)]
        self.received = self.due = self.floor = None
        self.becomes("in-progress", event.date.text)

    def reject(self, event: Event) -> None:
        self.only("in-progress", "suspended")
        self.becomes("rejected", event.date.text)

    def suspend(self, event: Event) -> None:
        self.only("in-progress")
        self.becomes("suspended", event.date.text)

    def resume(self, event: Event) -> None:
        self.only("suspended")
        self.becomes("in-progress", event.date.text)

    def abandon(self, event: Event) -> None:
        self.only("in-progress", "suspended", "rejected")
        self.becomes("abandoned", event.date.text)

    def revoke(self, event: Event) -> None:
        self.only("notice-running", "deferred")
        self.becomes("revoked", event.date.text)
        self.received = self.due = self.floor = None
        self.confirmed = False

    def defer(self, event: Event) -> None:
        self.only("notice-running")
        if self.clause.conflict is None or self.received is None:
            raise No
        if self.clause.conflict.tested == "notice":
            if every_day(event.date) != every_day(self.received):
                raise No
        elif self.due and any(day >= self.due for day in every_day(event.date)):
            raise No
        self.becomes("deferred", event.date.text)

    def conflict_ended(self, event: Event) -> None:
        self.only("deferred")
        ended = event.date
        if self.due is None:
            self.floor = self.floor and max(self.floor, ended.earliest)
        elif any(day > self.due for day in every_day(ended)):
            self.floor = max(self.due, ended.earliest)
            self.due = ended.day
        self.becomes("notice-running", ended.text)

    def rejoin(self, event: Event) -> None:
        self.only("in-effect")
        self.becomes("rejoined", event.date.text)

    def only(self, *conditions: str) -> None:
        if self.condition not in conditions:
            raise No


def every_day(when: When) -> list[date]:
    return [when.earliest + timedelta(days=days) for days in range((when.latest - when.earliest).days + 1)]
