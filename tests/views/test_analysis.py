"""The findings side by side, whole: golden/analysis-*.txt."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from tests.views.values import CLUB, NETHERLANDS, SAO_TOME, TODAY, case, path, rich_case, stands
from tracker.core.analysis import Analysis, analysis
from tracker.core.case import Case
from tracker.core.event import Aspect, Finding, Source
from tracker.views.analysis import analysis as view
from tracker.views.paper import Paper, cells

Golden = Callable[[str, str], None]

SURVEY = Source("https://example.org/survey", "Survey of the sea")
FINDINGS = (
    Finding(Aspect.HUMANITARIAN, "Dikes protect more people than they harm, the ministry found after a long survey."),
    Finding(Aspect.HUMANITARIAN, "Clearing takes ten years.", body="Army", url=SURVEY.url),
)


def found(*cases: Case) -> Analysis:
    return analysis([stands(one) for one in cases])


def several() -> Analysis:
    dutch = path(
        1,
        findings=FINDINGS,
        body="Ministry of the Sea",
        doubt="The day is that of the press, it says.",
        sources=(SURVEY, Source(title="Logbook")),
    )
    antarctica = rich_case()
    bare = replace(antarctica, id="antarctica-club", treaty=CLUB, events=path(2))
    return found(antarctica, case(*dutch, id_="netherlands", country=NETHERLANDS), bare)


def drawn(seen: Analysis, width: int | None, *, colour: bool = False, all_sources: bool = False) -> str:
    return view(seen, TODAY, Paper(width, colour=colour), all_sources=all_sources, footer="cases")


@pytest.mark.parametrize("width", [60, 80, 120, None])
def test_several_cases(golden: Golden, width: int | None) -> None:
    """All six aspects, in columns where there is room for them; who has no findings at all is said below them."""
    text = drawn(several(), width)
    golden(f"analysis-{width or 'pipe'}.txt", text)
    assert width is None or all(cells(line) <= width for line in text.splitlines())


def test_columns_need_two_countries_with_findings() -> None:
    one = found(rich_case(), case(*path(2), id_="sao", country=SAO_TOME))
    assert "\nMilitary\n  Antarctica  Penguins do not march in step." in drawn(one, 120)
    assert "\nMilitary      Penguins do not march" in drawn(several(), 120)
    assert "\nMilitary\n  Antarctica" in drawn(several(), _TOO_NARROW)
    assert "\nMilitary\n  Antarctica" in drawn(several(), None)


_TOO_NARROW = 73


def test_in_colour_with_all_addresses(golden: Golden) -> None:
    golden("analysis-colour.txt", drawn(several(), 80, colour=True, all_sources=True))


def test_no_findings() -> None:
    assert drawn(found(case(*path(2)), case(id_="sao", country=SAO_TOME)), 80) == (
        "What the ministries found, as of 23 November 2026\n"
        + "".join(f"\n{aspect.capitalize()}\n  No finding is recorded.\n" for aspect in Aspect)
        + "\nNo findings at all are recorded for Antarctica and São Tomé and Príncipe.\n\nread from cases\n"
    )


def test_no_cases() -> None:
    assert "at all" not in drawn(found(), None)
