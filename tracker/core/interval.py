"""How many days lie between two events whose days may not be fully known (docs/rules.md, rule 45)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Bounds:
    """The days on one of which something was: not before `earliest`, at the latest on `latest`."""

    earliest: date
    latest: date

    @property
    def known(self) -> bool:
        """Whether it is one day."""
        return self.earliest == self.latest


@dataclass(frozen=True, slots=True)
class Days:
    """A number of days, from `least` to `most`; never below 0."""

    least: int
    most: int

    @property
    def known(self) -> bool:
        """Whether it is one number."""
        return self.least == self.most

    @property
    def pair(self) -> list[int]:
        """The number as JSON gives it."""
        return [self.least, self.most]


NO_DAYS = Days(0, 0)


def apart(first: Bounds, second: Bounds) -> Days:
    """Return the days from `first` to `second`, which comes after it."""
    least = (second.earliest - first.latest).days
    most = (second.latest - first.earliest).days
    return Days(max(0, least), max(0, most))
