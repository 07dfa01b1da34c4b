"""Countries side by side, whole: golden/diff-*.txt; who leads, in words."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.views.values import CLUB, NETHERLANDS, SAO_TOME, TODAY, TREATY, case, event, path, rich_case, stands
from tracker.core.case import Case
from tracker.core.comparison import compare
from tracker.core.event import Action, Event
from tracker.core.stage import Stage
from tracker.core.treaty import Treaty
from tracker.views.comparison import diff
from tracker.views.paper import Paper, cells

Golden = Callable[[str, str], None]

NOTICE = Stage.UN_NOTIFICATION


def antarctica(*events: Event) -> Case:
    return case(*events)


def netherlands(*events: Event, treaty: Treaty = TREATY) -> Case:
    return case(*events, id_="netherlands", country=NETHERLANDS, treaty=treaty)


def sao_tome(*events: Event) -> Case:
    return case(*events, id_="sao-tome", country=SAO_TOME)


def drawn(*cases: Case, as_of: str = "2026-11-23", width: int | None = 80, colour: bool = False) -> str:
    return diff(compare([stands(one, as_of, TODAY) for one in cases]), Paper(width, colour=colour))


def first_line(*cases: Case, as_of: str = "2026-11-23") -> str:
    return drawn(*cases, as_of=as_of, width=None).splitlines()[0]


SEVERAL = (
    rich_case(),
    netherlands(*path(3), event("2025-04-08", Stage.PARLIAMENT_VOTE)),
    sao_tome(*path(1), event("2025-02", Stage.CABINET_DIRECTIVE), event("2025-02-20/2025-03-02", Stage.DRAFT_LAW)),
    case(*path(2), event("2025-02-20", Action.REJECT), id_="tuvalu", country=NETHERLANDS, treaty=TREATY),
)


@pytest.mark.parametrize("width", [60, 80, 120, None])
def test_several_countries(golden: Golden, width: int | None) -> None:
    """As many cases a block as fit the width, the next block below; a second case of a country has its id."""
    text = drawn(*SEVERAL, as_of="2025-06-01", width=width)
    golden(f"diff-{width or 'pipe'}.txt", text)
    assert width is None or all(cells(line) <= width for line in text.splitlines())


def test_in_colour(golden: Golden) -> None:
    golden("diff-colour.txt", drawn(*SEVERAL[:3], as_of="2025-06-01", colour=True))


@pytest.mark.parametrize("width", [80, None])
def test_across_treaties(golden: Golden, width: int | None) -> None:
    """Cases of different treaties compare by the days since their own first stage, and the output says so."""
    cases = antarctica(*path(6)), netherlands(*path(4)), case(*path(5), id_="antarctica-club", treaty=CLUB)
    text = drawn(
        cases[0], netherlands(*path(4)), case(*cases[1].events, id_="antarctica-club", treaty=CLUB), width=width
    )
    golden(f"diff-treaties-{width or 'pipe'}.txt", text)


VOTED = "Parliament vote since 1 April 2025"
LATER = (*path(3), event("2025-04-08", Stage.PARLIAMENT_VOTE))
LAST = (*path(3), event("2025-04-30", Stage.PARLIAMENT_VOTE))
STOPPED = event("2025-04-20", Action.REJECT)
SKIPPED = event("2025-03-01", Stage.PARLIAMENT_VOTE, skip="…")
SOMETIME = (*path(3), event("2025-03-25/2025-04-03", Stage.PARLIAMENT_VOTE))


@pytest.mark.parametrize(
    ("cases", "line"),
    [
        ((antarctica(*path(4)), netherlands(*LATER)), f"Antarctica leads: {VOTED}, 7 days ahead of the Netherlands."),
        (
            (antarctica(*path(4)), netherlands(*path(4)), sao_tome(*LATER)),
            f"Antarctica and the Netherlands share the lead: {VOTED}, 7 days ahead of São Tomé and Príncipe.",
        ),
        ((antarctica(*path(4)), netherlands(*path(4))), f"Antarctica and the Netherlands share the lead: {VOTED}."),
        (
            (antarctica(*path(4)), netherlands(*path(3)), sao_tome(*path(2))),
            f"Antarctica leads: {VOTED}, ahead of the Netherlands (Draft law since 1 March 2025).",
        ),
        (
            (antarctica(*path(4)), netherlands(*path(3)), sao_tome(*path(3))),
            (f"Antarctica leads: {VOTED}, ahead of the Netherlands (Draft law since 1 March 2025) and "
            "São Tomé and Príncipe (Draft law since 1 March 2025)."),
        ),
        (
            (antarctica(*path(4)), netherlands(*SOMETIME)),
            (
                "Antarctica and the Netherlands are ahead (Parliament vote); "
                "which of them leads is open, as a day is not fully known."
            ),
        ),
        (
            (antarctica(*SOMETIME), netherlands(*LATER)),
            ("Antarctica leads: Parliament vote since a day between 25 March and 3 April 2025, "
            "5–14 days ahead of the Netherlands."),
        ),
        ((antarctica(*path(4)), netherlands()), f"Antarctica leads: {VOTED}."),
        (
            (antarctica(*path(4)), netherlands(*LATER, STOPPED)),
            f"Antarctica leads: {VOTED}.",
        ),
        (
            (antarctica(*LATER), netherlands(*path(4), STOPPED), sao_tome(*LAST)),
            "Antarctica leads: Parliament vote since 8 April 2025, ahead of São Tomé and Príncipe.",
        ),
        ((antarctica(), netherlands()), "Nobody leads: no path is under way or complete as of 23 November 2026."),
        (
            (antarctica(*path(2), event("2025-03-01", Action.ABANDON)), netherlands()),
            "Nobody leads: no path is under way or complete as of 23 November 2026.",
        ),
        (
            (antarctica(*path(6)), case(*path(6), id_="antarctica-2")),
            "Antarctica (antarctica) and Antarctica (antarctica-2) share the lead: In effect since 1 November 2025.",
        ),
        (
            (antarctica(*path(4)), netherlands(SKIPPED, treaty=CLUB)),
            ("The Netherlands leads: "
            "Parliament vote 0 days after its own first stage, ahead of Antarctica with 81 days."),
        ),
        (
            (antarctica(*path(4)), case(*path(3), id_="club", treaty=CLUB)),
            ("Antarctica (Ottawa Convention) leads: Parliament vote 81 days after its own first stage, "
            "ahead of Antarctica (Polar Club) (Draft law since 1 March 2025)."),
        ),
    ],
)  # fmt: skip
def test_who_leads(cases: tuple[Case, ...], line: str) -> None:
    """The first line says in words who leads and by how much, or who share the lead, or that it is open."""
    assert first_line(*cases) == line


def test_several_lead_across_treaties() -> None:
    cases = antarctica(*path(4)), netherlands(*path(4), treaty=CLUB)
    assert first_line(*cases).endswith("share the lead: Parliament vote 81 days after their own first stage.")


def test_an_effect_that_is_ahead_says_so() -> None:
    text = drawn(antarctica(*path(5)), netherlands(*path(4)), as_of="2025-06-01")
    assert "\nIn effect           2025-11-01            –\n                       to come\n" in text


def test_an_effect_at_the_end_of_its_day() -> None:
    """The first line and the table say that the treaty binds until then."""
    last = case(*path(4), event("2026-03-01", NOTICE), id_="antarctica-2", treaty=CLUB)
    two = case(*path(5), event("2026-05-01", Stage.EFFECT), treaty=CLUB), last
    assert first_line(*two) == (
        "Antarctica (antarctica) leads: In effect since 1 May 2026 (bound until the end of that day), "
        "ahead of Antarctica (antarctica-2) (Notice since 1 March 2026)."
    )
    assert drawn(*two).split("\nIn effect")[1].splitlines()[:3] == [
        "             2026-05-01      2027-03-01",
        "                      end of day      end of day",
        "                                         to come",
    ]


def test_no_votes_no_section() -> None:
    assert "Votes" not in drawn(antarctica(*path(4)), netherlands(*path(3)))
