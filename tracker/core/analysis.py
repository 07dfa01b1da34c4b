"""What the ministries found, side by side: aspect by country."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tracker.core.bibliography import Bibliography, bibliography
from tracker.core.case import Case
from tracker.core.day import When
from tracker.core.event import Aspect, Event, Finding, Source
from tracker.core.standing import Standing


@dataclass(frozen=True, slots=True)
class Found:
    """One finding of a case: who made it, on which day, with the sources that say so; `doubt` is that of its event."""

    case: Case
    finding: Finding
    body: str | None
    date: When
    sources: tuple[Source, ...]
    doubt: str | None


@dataclass(frozen=True, slots=True)
class Side:
    """One aspect: what was found, and the cases that have findings, but none on this."""

    aspect: Aspect
    findings: tuple[Found, ...]
    silent: tuple[Case, ...]


@dataclass(frozen=True, slots=True)
class Analysis:
    """All aspects, and the cases without any finding; `doubts` are noted on analyses that are told here, each once."""

    sides: tuple[Side, ...]
    cases: tuple[Case, ...]
    silent: tuple[Case, ...]
    doubts: tuple[tuple[Case, str], ...]
    cited: Bibliography

    @property
    def telling(self) -> tuple[Case, ...]:
        """The cases that have findings."""
        silent = {case.id for case in self.silent}
        return tuple(case for case in self.cases if case.id not in silent)


def analysis(standings: Sequence[Standing]) -> Analysis:
    """Set the findings of the analyses that count by the day of the standings side by side."""
    found = [each for one in standings for each in _findings(one)]
    telling = {each.case.id for each in found}
    cases = tuple(one.case for one in standings)
    sides = tuple(_side(aspect, found, [case for case in cases if case.id in telling]) for aspect in Aspect)
    silent = tuple(case for case in cases if case.id not in telling)
    cited = bibliography(source for side in sides for each in side.findings for source in each.sources)
    doubts = {(each.case.id, each.doubt): (each.case, each.doubt) for each in found if each.doubt}
    return Analysis(sides, cases, silent, tuple(doubts.values()), cited)


def _side(aspect: Aspect, found: Sequence[Found], cases: Sequence[Case]) -> Side:
    here = tuple(each for each in found if each.finding.aspect is aspect)
    told = {each.case.id for each in here}
    return Side(aspect, here, tuple(case for case in cases if case.id not in told))


def _findings(one: Standing) -> Iterator[Found]:
    for step in one.replay.counting(one.as_of):
        event = step.event
        for finding in event.findings:
            body = finding.body or event.body
            yield Found(one.case, finding, body, event.date, _sources(finding, event), event.doubt)


def _sources(finding: Finding, event: Event) -> tuple[Source, ...]:
    """Return the one source that the finding names, else those of its event."""
    if finding.url is None:
        return event.sources
    return tuple(source for source in event.sources if source.url == finding.url)
