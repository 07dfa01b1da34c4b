"""What holds of every fact in the shipped cases."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tracker.core.case import Case
from tracker.core.event import Event
from tracker.storage.search import find

REPOSITORY = Path(__file__).parents[2]
CASES = [file.case for file in find(str(REPOSITORY / "cases"), REPOSITORY, Path.home()).load_all() if file.case]
EVENTS = [pytest.param(case, event, id=f"{case.id}-{n}") for case in CASES for n, event in enumerate(case.events)]
SENTENCE = re.compile(r"[A-Z].*[.]", re.DOTALL)


@pytest.mark.parametrize(("case", "event"), EVENTS)
def test_every_event_tells_what_happened_with_a_source(case: Case, event: Event) -> None:
    assert event.sources, case.id
    assert all(source.url and source.publisher and source.accessed for source in event.sources)
    assert SENTENCE.fullmatch(event.summary or "")


def test_no_event_is_only_planned() -> None:
    assert not [event for case in CASES for event in case.events if event.planned]


def test_findings_are_recorded_where_they_are_known() -> None:
    with_findings = {case.id for case in CASES for event in case.events if event.findings}
    assert with_findings == {"estonia", "finland", "latvia"}


def test_final_votes_are_as_published() -> None:
    """Parliament's last vote of each case; the Polish Senate's tally is not known."""
    final = {case.id: event.vote for case in CASES for event in case.events if event.stage == "parliament-vote"}
    tallies = {id_: (vote.yes, vote.no, vote.abstain) for id_, vote in final.items() if vote}
    assert tallies == {
        "estonia": (81, 1, 7),
        "finland": (157, 18, None),
        "latvia": (66, 14, 2),
        "lithuania": (107, 0, 3),
        "lithuania-ccm": (103, 1, 3),
        "poland": (None, None, None),
    }
