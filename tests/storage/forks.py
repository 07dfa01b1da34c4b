"""Two histories by chance that were recorded onto a common one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from hypothesis import strategies as st

from tests.core.chance import Walk, disturbed, walks
from tests.storage.reading import LIBRARY, TOP
from tracker.core.event import Event
from tracker.core.keys import key_problems
from tracker.core.problem import Problem
from tracker.core.replay import is_possible, takes
from tracker.storage.case_file import CaseFile
from tracker.storage.decode import encoded
from tracker.storage.log import append
from tracker.storage.merge import Versions
from tracker.storage.reader import read_case
from tracker.storage.treaty_reader import TreatyFile


@dataclass(frozen=True)
class Fork:
    """What two people recorded after the same events, each a possible history by itself."""

    walk: Walk
    base: tuple[Event, ...]
    ours: tuple[Event, ...]
    theirs: tuple[Event, ...]

    @property
    def turned(self) -> Fork:
        return Fork(self.walk, self.base, self.theirs, self.ours)

    @property
    def union(self) -> tuple[Event, ...]:
        """All events, ours first; what both recorded once."""
        there = Counter(self.ours)
        more = []
        for event in self.theirs:
            there[event] -= 1
            if there[event] < 0:
                more.append(event)
        return (*self.base, *self.ours, *more)

    def is_possible(self, events: Sequence[Event]) -> bool:
        return is_possible(self.walk.case(events))

    def versions(self, end: str) -> Versions:
        base = self.text(self.base, end)
        return Versions(base, self.text((*self.base, *self.ours), end), self.text((*self.base, *self.theirs), end))

    def text(self, events: Sequence[Event], end: str) -> str:
        in_force = f"in_force = {self.walk.in_force}\n" if self.walk.in_force else ""
        text = f"{TOP}{in_force}".replace("\n", end)
        for event in events:
            text = append(text, event)
        return text

    def events(self, text: str) -> tuple[Event, ...]:
        file = self._read(text)
        assert file.case, [str(problem) for problem in file.problems]
        return file.case.events

    def judge(self, text: str) -> list[Problem]:
        return [each.problem for each in self._read(text).problems if not each.problem.sound]

    def _read(self, text: str) -> CaseFile:
        treaty = self.walk.case().treaty
        library = replace(LIBRARY, _read={"ottawa": TreatyFile("ottawa", "ottawa.toml", treaty)})
        return read_case("latvia", "cases/latvia.toml", encoded(text), library)


@st.composite
def forks(draw: st.DrawFn) -> Fork:
    """Draw a common history, and what either side adds to it; some events both record."""
    walk = draw(walks() | disturbed())
    size = draw(st.integers(0, len(walk.events)))
    base = _added(walk, (), walk.events[:size])
    later = (*walk.events[size:], *draw(walks()).events)
    sides = draw(st.lists(st.sampled_from(["ours", "theirs", "ours and theirs"]), min_size=len(later), max_size=24))
    chosen = list(zip(later, sides, strict=False))
    ours, theirs = (
        _added(walk, base, [event for event, names in chosen if side in names.split()]) for side in ("ours", "theirs")
    )
    return Fork(walk, base, ours[len(base) :], theirs[len(base) :])


def _added(walk: Walk, before: tuple[Event, ...], events: Sequence[Event]) -> tuple[Event, ...]:
    """Return the events with those of the others that can be recorded after them."""
    told = before
    for event in events:
        if not key_problems(event, 0) and takes(walk.case(told), event):
            told = (*told, event)
    return told
