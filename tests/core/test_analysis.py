"""What the ministries found, aspect by country."""

from dataclasses import replace

from tests.core.tell import BILL, at, case
from tracker.core.analysis import Analysis, analysis
from tracker.core.analysis_rows import analysis_rows
from tracker.core.case import Case
from tracker.core.event import Aspect, Finding, Source

FIRST, SECOND = Source(url="https://a.example", title="A"), Source(url="https://b.example")
LATVIA = (Finding(Aspect.ALLIES, "Allies understood."), Finding(Aspect.ALLIES, "Norway did not.", "Army", SECOND.url))
ZAMBIA = (Finding(Aspect.MILITARY, "No plan."),)


def found_in(id_: str, findings: tuple[Finding, ...], sources: tuple[Source, ...] = ()) -> Case:
    one = case(BILL.replace("ministry-analysis", "ministry-analysis body=Ministry"), id_=id_)
    return replace(one, events=(replace(one.events[0], findings=findings, sources=sources), *one.events[1:]))


def seen(day: str = "2025-12-01") -> Analysis:
    cases = found_in("latvia", LATVIA, (FIRST, SECOND)), found_in("zambia", ZAMBIA, (SECOND,)), case(BILL, id_="yemen")
    return analysis([at(one, day) for one in cases])


def test_every_aspect_is_there_with_who_says_nothing_on_it() -> None:
    found = seen()
    assert [side.aspect for side in found.sides] == list(Aspect)
    told = {
        side.aspect: ([each.case.id for each in side.findings], [one.id for one in side.silent]) for side in found.sides
    }
    assert told[Aspect.MILITARY] == (["zambia"], ["latvia"])
    assert told[Aspect.ALLIES] == (["latvia", "latvia"], ["zambia"])
    assert told[Aspect.LEGAL] == ([], ["latvia", "zambia"])
    assert [one.id for one in found.silent] == ["yemen"]
    assert [one.id for one in found.cases] == ["latvia", "zambia", "yemen"]


def test_a_finding_has_its_own_body_or_source_or_those_of_its_event() -> None:
    (own, named) = seen().sides[2].findings
    assert (own.body, own.sources, own.date.text) == ("Ministry", (FIRST, SECOND), "2025-01-10")
    assert (named.body, named.sources) == ("Army", (SECOND,))


def test_the_doubt_of_an_event_is_told_once() -> None:
    """However many findings it has; one of an event without findings is not told."""
    one, other = found_in("latvia", LATVIA, (FIRST, SECOND)), case(BILL, id_="yemen")
    doubtful = [replace(each, events=(replace(each.events[0], doubt="Which day?"),)) for each in (one, other)]
    found = analysis([at(each, "2025-12-01") for each in doubtful])
    assert [(each.id, doubt) for each, doubt in found.doubts] == [("latvia", "Which day?")]
    assert seen().doubts == ()


def test_on_a_day_before_the_analysis_nothing_was_found() -> None:
    assert [one.id for one in seen("2025-01-09").silent] == ["latvia", "zambia", "yemen"]
    assert seen("2025-01-09").cited.sources == ()


def test_the_rows() -> None:
    """All six aspects, each source in full with its number: numbered as the aspects cite them."""
    rows = analysis_rows(seen())
    assert [row["aspect"] for row in rows] == ["military", "political", "allies", "industry", "humanitarian", "legal"]
    bare = dict.fromkeys(("title", "publisher", "accessed", "archive", "lang"))
    first, second = {"number": 1, "url": SECOND.url, **bare}, {"number": 2, "url": FIRST.url, **bare, "title": "A"}
    assert [row["findings"] for row in rows] == [
        [{"case": "zambia", "text": "No plan.", "sources": [first]}],
        [],
        [
            {"case": "latvia", "text": "Allies understood.", "sources": [second, first]},
            {"case": "latvia", "text": "Norway did not.", "sources": [first]},
        ],
        [],
        [],
        [],
    ]
