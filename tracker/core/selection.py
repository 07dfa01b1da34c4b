"""Which standings a reader asked for, in which order."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from tracker.core.stage import Stage
from tracker.core.standing import Standing
from tracker.core.state import Condition


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a standing must be to be shown: None asks for nothing. `reached` counts a stage that lies behind, too."""

    treaty: str | None = None
    stage: Stage | None = None
    condition: Condition | None = None
    reached: Stage | None = None
    not_reached: Stage | None = None

    def takes(self, one: Standing) -> bool:
        """Whether the standing is wanted."""
        return (
            (self.treaty is None or one.case.treaty.id.casefold() == self.treaty.casefold())
            and (self.stage is None or one.stage is self.stage)
            and (self.condition is None or one.condition is self.condition)
            and (self.reached is None or one.state.reached_at(self.reached) is not None)
            and (self.not_reached is None or one.state.reached_at(self.not_reached) is None)
        )


def in_order(standings: Iterable[Standing], key: str | None = None, *, turned: bool = False) -> list[Standing]:
    """Return the standings by `key` of SORTS, turned round if asked, what is unknown last in both directions.

    Without a key: the furthest stage first, then who was there earliest, then the id.
    """
    by_id = sorted(standings, key=lambda one: one.case.id)
    if key is None:
        return sorted(by_id, key=_furthest)
    rank = SORTS[key]
    known = [one for one in by_id if rank(one) is not None]
    unknown = [one for one in by_id if rank(one) is None]
    return [*sorted(known, key=lambda one: (rank(one),), reverse=turned), *unknown]


def _furthest(one: Standing) -> tuple[int, date]:
    stage, since = one.stage, one.stage_since
    return (-stage.place if stage else 1, since.earliest if since else date.max)


def _since(one: Standing) -> date | None:
    return one.stage_since.earliest if one.stage_since else None


SORTS: Mapping[str, Callable[[Standing], str | int | date | None]] = {
    "case": lambda one: one.case.id,
    "stage": lambda one: one.stage.place if one.stage else None,
    "since": _since,
    "effective": lambda one: one.effective,
    "days": lambda one: one.days,
}
