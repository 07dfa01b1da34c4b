"""One case in full, whole: golden/show-*.txt."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from tests.views.values import CLAUSE, CLUB, TODAY, TREATY, case, event, path, rich_case, shown, stands
from tracker.core.clause import LockIn
from tracker.core.event import Action, Event, Source
from tracker.core.period import Period, Unit
from tracker.core.stage import Stage
from tracker.core.treaty import Treaty
from tracker.views.paper import Paper, cells

Golden = Callable[[str, str], None]

ENDLESS = Paper(None, colour=False)


@pytest.mark.parametrize("width", [60, 80, 120, None])
def test_a_case_with_everything(golden: Golden, width: int | None) -> None:
    text = shown(stands(rich_case(), "2025-05-21"), Paper(width, colour=False))
    golden(f"show-{width or 'pipe'}.txt", text)
    assert width is None or all(cells(line) <= width for line in text.splitlines())


def test_in_colour(golden: Golden) -> None:
    golden("show-colour.txt", shown(stands(rich_case(), "2025-05-21"), Paper(80, colour=True)))


def test_addresses_when_asked(golden: Golden) -> None:
    """An address is never broken over lines, so that it can be copied."""
    text = shown(stands(rich_case(), "2025-02-15"), Paper(60, colour=False), all_sources=True)
    golden("show-sources.txt", text)
    assert "\n      https://example.org/" + "long/" * 20 + "\n" in text


def test_in_effect_nothing_confirms_it_yet(golden: Golden) -> None:
    golden("show-derived.txt", shown(stands(case(*path(5))), Paper(80, colour=False)))


def test_a_case_without_events(golden: Golden) -> None:
    golden("show-empty.txt", shown(stands(case()), Paper(80, colour=False)))


def section(text: str, title: str) -> str:
    """Return the lines below a title, up to the next blank line that a title follows."""
    return text.split(f"\n{title}\n")[1].split("\n\n", maxsplit=1)[0]


def facts(
    *events: Event, as_of: str = "2026-11-23", today: str | None = None, treaty: Treaty = TREATY
) -> dict[str, str]:
    """Return the block of facts below the sentence, by label."""
    text = shown(stands(case(*events, treaty=treaty, in_force=date(2025, 1, 1)), as_of, today), ENDLESS)
    block = text.split("\n\n")[1].splitlines()
    return dict(line.strip().split("  ", 1) for line in block)


def fact(label: str, *events: Event, as_of: str = "2026-11-23", treaty: Treaty = TREATY) -> str:
    return facts(*events, as_of=as_of, treaty=treaty)[label].strip()


RECEIPT = "six months after receipt (art. 20(3))"


@pytest.mark.parametrize(
    ("events", "as_of", "text"),
    [
        (path(6), "2026-11-23", f"1 November 2025; computed and confirmed: {RECEIPT}"),
        (path(5), "2025-10-31", f"1 November 2025, in 1 day; computed: {RECEIPT}"),
        (
            path(5, announced=date(2025, 11, 2)),
            "2025-10-31",
            (
                "2 November 2025, in 2 days; announced by the depositary; "
                "by the exit clause alone 1 November 2025 (art. 20(3))"
            ),
        ),
        (
            path(5, announced=date(2025, 11, 1)),
            "2026-01-01",
            "1 November 2025; announced by the depositary (art. 20(3))",
        ),
        (
            (*path(4), event("2025-05", Stage.UN_NOTIFICATION)),
            "2025-10-31",
            "on a day from 1 November 2025 to 30 November 2025",
        ),
        (
            (*path(4), event("2025-05", Stage.UN_NOTIFICATION), event("2025-11-10", Stage.EFFECT)),
            "2026-01-01",
            "10 November 2025; known from the event that confirms it",
        ),
        (
            (*path(4), event("2025-05", Stage.UN_NOTIFICATION), event("2025-11-10/2025-11-20", Stage.EFFECT)),
            "2026-01-01",
            "a day between 10 and 20 November 2025; known from the event that confirms it",
        ),
        (
            (*path(5), event("2025-10-01", Action.DEFER)),
            "2025-10-31",
            "not while the armed conflict lasts; without it 1 November 2025",
        ),
        (
            (*path(5), event("2025-10-01", Action.DEFER), event("2026-02-01", Action.CONFLICT_ENDED)),
            "2026-03-01",
            (
                "1 February 2026; the day on which the armed conflict that deferred it was over; "
                "by the exit clause alone 1 November 2025 (art. 20(3))"
            ),
        ),
    ],
)
def test_where_the_effective_date_comes_from(events: tuple[Event, ...], as_of: str, text: str) -> None:
    assert fact("Effect", *events, as_of=as_of) == text


def test_a_clause_that_names_a_later_day_and_binds_until_its_end() -> None:
    events = path(5, named=date(2026, 12, 31))
    assert fact("Effect", *events, treaty=CLUB) == (
        "31 December 2026, in 38 days (bound until the end of that day); named in the notice; "
        "by the exit clause alone 1 May 2026 (art. II(6))"
    )
    assert fact("Revocable", *events, treaty=CLUB).startswith("the notice can be taken back until 31 December 2026 (")


def test_a_clause_that_runs_at_once() -> None:
    at_once = replace(TREATY, exit=replace(CLAUSE, period=Period(0, Unit.DAYS)))
    assert fact("Effect", *path(5), treaty=at_once) == "1 May 2025; computed: at once (art. 20(3))"


def test_a_notice_that_came_too_early_has_no_effective_date() -> None:
    locked = replace(TREATY, exit=replace(CLAUSE, lock_in=LockIn(Period(1, Unit.YEARS))))
    assert "Effect" not in facts(*path(5), treaty=locked)
    earliest = facts(*path(4), as_of="2025-05-01", treaty=locked)["Earliest"].strip()
    assert earliest == "no notice can be given before 1 January 2026 (art. 20(3))"


def test_until_when_a_notice_can_be_taken_back() -> None:
    law = "Vienna Convention on the Law of Treaties, art. 68"
    assert fact("Revocable", *path(5), as_of="2025-08-01") == (
        f"the notice can be taken back until 31 October 2025 ({law})"
    )
    assert "Revocable" not in facts(*path(6))


def test_when_a_notice_would_take_effect_at_the_earliest() -> None:
    effect = "would take effect on 15 September 2025, if no armed conflict defers it (art. 20(3))"
    today = facts(*path(2), as_of="2025-03-15")["Earliest"].strip()
    assert today == f"a notice received today {effect}"
    past = facts(*path(2), as_of="2025-03-15", today="2026-11-23")["Earliest"].strip()
    assert past == f"a notice received on 15 March 2025 {effect}"
    assert "Earliest" not in facts(*path(5))


def test_a_lower_bound_of_days_is_told() -> None:
    bill = (*path(2), event("2025-03-05/2025-03-12", Stage.DRAFT_LAW))
    assert fact("Stage", *bill, as_of="2025-03-15") == (
        "Draft law, since a day between 5 and 12 March 2025 (at least 3 days)"
    )


def test_a_notice_and_its_letter() -> None:
    told = fact("Notice", *path(5, given=date(2025, 4, 28)))
    assert told == "received by the UN Secretary-General on 1 May 2025; the letter is dated 28 April 2025"


def test_what_became_of_plans() -> None:
    """A plan that came true, one that is ahead, one whose day has passed with nothing recorded."""
    events = (
        *path(3),
        event("2025-03-20", Action.MILESTONE, step="Second reading", planned=True),
        event("2025-03-25", Action.MILESTONE, step="Hearing", planned=True),
        event("2025-03-22", Action.MILESTONE, step="Second reading"),
        event("2025-06", Stage.PARLIAMENT_VOTE, planned=True, summary="Says the Speaker."),
    )
    text = shown(stands(case(*events), "2025-04-01"), ENDLESS)
    assert section(text, "Planned").splitlines() == [
        "  5  2025-03-20  Second reading",
        "                 Planned for 20 March 2025, took place on 22 March 2025: see 4.",
        "  6  2025-03-25  Hearing",
        "                 Planned for 25 March 2025; that day has passed, and nothing is recorded.",
        "  7  2025-06     Parliament vote",
        "                 Planned for a day in June 2025.",
        "                 Says the Speaker.",
    ]


def test_a_stage_without_a_counterpart() -> None:
    text = shown(stands(case(event("2025-03-01", Stage.PARLIAMENT_VOTE, skip="No ministries."))), ENDLESS)
    assert "Stages without a counterpart: No ministries." in section(text, "History")


def test_doubts_that_follow_from_events() -> None:
    text = shown(stands(case(*path(5, announced=date(2025, 11, 2)))), Paper(60, colour=False))
    assert section(text, "Doubts") == (
        "  – the depositary announced 2 November 2025 as the\n"
        "    effective date; by the exit clause it would be 1\n"
        "    November 2025"
    )


def test_commands_are_for_today_alone() -> None:
    """What might have followed on a day in the past can no longer be recorded then."""
    assert "What may follow" in shown(stands(case(*path(3)), "2025-03-15"), ENDLESS)
    assert "What may follow" not in shown(stands(case(*path(3)), "2025-03-15", TODAY), ENDLESS)
    assert "What may follow" not in shown(stands(case(*path(3)), "2027-03-15", TODAY), ENDLESS)


def test_commands_are_never_broken() -> None:
    text = shown(stands(case(*path(4), id_="a-rather-long-name-of-a-case"), "2025-04-15"), Paper(60, colour=False))
    assert "\n  Notice\n    tracker advance a-rather-long-name-of-a-case --on DAY\n" in text


@pytest.mark.parametrize(
    ("source", "line"),
    [
        (Source("https://a.org", "A title", "B"), "  [1] A title. B: https://a.org"),
        (Source("https://a.org", "A title?", "B"), "  [1] A title? B: https://a.org"),
        (Source("https://a.org", publisher="B"), "  [1] B: https://a.org"),
        (Source("https://a.org"), "  [1] https://a.org"),
        (Source(title="A title", lang="lv"), "  [1] A title (lv)"),
        (
            Source("https://a.org", "A title", archive="https://archive.org/a"),
            "  [1] A title: https://a.org, kept copy: https://archive.org/a",
        ),
    ],
)
def test_a_source_is_one_line_in_a_pipe(source: Source, line: str) -> None:
    text = shown(stands(case(*path(1, sources=(source,)))), ENDLESS)
    assert section(text, "Sources") == line
