"""What moved, whole: golden/changes-*.txt; what each kind of event did, in words."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest

from tests.views.rendered import seen
from tests.views.values import CLUB, NETHERLANDS, SAO_TOME, TODAY, TREATY, case, event, path, rich_case, stands
from tracker.core.case import Case
from tracker.core.changes import Changes, changes
from tracker.core.event import Action, Event, Result, Source, Topic, Vote
from tracker.core.period import Period, Unit
from tracker.core.stage import Stage
from tracker.views.changes import changes as view
from tracker.views.changes_page import changes_page
from tracker.views.moves import clause
from tracker.views.paper import Paper, cells

Golden = Callable[[str, str], None]

NETHERLANDS_NOW = (*path(4), event("2025-04-12", Stage.UN_NOTIFICATION, sources=(Source(title="Journal"),)))
SEVERAL = (
    rich_case(),
    case(*NETHERLANDS_NOW, id_="netherlands", country=NETHERLANDS),
    case(*path(2), id_="netherlands-club", country=NETHERLANDS, treaty=CLUB),
    case(event("2025-04-20", Action.NOTE, topic=Topic.ALLIES, summary="Allies spoke."), id_="sao", country=SAO_TOME),
)
AT_ONCE = replace(TREATY, exit=replace(TREATY.exit, period=Period(0, Unit.DAYS)))


def moved(*cases: Case, since: str = "2025-02-28", until: str = "2025-05-20", notes: bool = False) -> Changes:
    standings = [stands(one, until, TODAY) for one in cases]
    return changes(standings, date.fromisoformat(since), date.fromisoformat(until), notes=notes)


def drawn(found: Changes, width: int | None = 80, *, colour: bool = False, all_sources: bool = False) -> str:
    return view(found, Paper(width, colour=colour), all_sources=all_sources, footer="cases")


@pytest.mark.parametrize("width", [60, 80, 120, None])
def test_several_cases(golden: Golden, width: int | None) -> None:
    """Before and after, a sentence an event with who acted below it; a country that is there twice has its treaty."""
    text = drawn(moved(*SEVERAL, notes=True), width)
    golden(f"changes-{width or 'pipe'}.txt", text)
    assert width is None or all(cells(line) <= width for line in text.splitlines())


def test_in_colour_with_all_addresses(golden: Golden) -> None:
    golden("changes-colour.txt", drawn(moved(*SEVERAL), colour=True, all_sources=True))


def test_nothing_moved() -> None:
    still = moved(*SEVERAL, since="2024-01-01", until="2024-01-31")
    assert drawn(still) == "Nothing moved from 2 to 31 January 2024 (4 cases looked at).\n\nread from cases\n"


def test_no_cases() -> None:
    """Where nothing could be looked at, nothing is claimed."""
    text = drawn(moved(since="2024-01-01", until="2024-01-31"))
    assert text == "There was no case to look at from 2 to 31 January 2024.\n\nread from cases\n"


def test_notes_that_are_left_out() -> None:
    found = moved(SEVERAL[3], since="2025-04-19", until="2025-04-20")
    assert drawn(found).splitlines() == [
        "Nothing moved on 20 April 2025 (1 case looked at).",
        "",
        "1 note of these days left out; --notes tells them",
        "read from cases",
    ]


def test_notes_alone_are_no_move() -> None:
    text = drawn(moved(SEVERAL[3], since="2025-04-19", until="2025-04-20", notes=True))
    assert text.startswith("Nothing moved on 20 April 2025 (1 case looked at); there are notes on 1.\n")
    both = drawn(moved(case(*path(3)), SEVERAL[3], since="2025-02-28", until="2025-04-20", notes=True), None)
    first = "Something moved in 1 of 2 cases from 1 March to 20 April 2025; there are notes on 1 more.\n"
    assert both.startswith(first)


def test_two_cases_of_one_country_and_treaty_have_their_ids() -> None:
    text = drawn(moved(case(*path(3)), case(*path(3), id_="antarctica-2")), None)
    assert "\nAntarctica (antarctica-2) · Ottawa Convention · Cabinet directive → Draft law\n" in text
    assert "\n  Antarctica (antarctica-2): on 1 March 2025 the bill to leave reached parliament," in text


def test_a_terminal_without_unicode_gets_signs_of_the_same_width() -> None:
    found = moved(case(*path(3)))
    plain = view(found, Paper(80, colour=False, unicode=False), all_sources=False, footer="cases")
    assert plain.isascii()
    assert "Antarctica - Ottawa Convention - Cabinet directive > Draft law\n" in plain


def last(*events: Event, today: date = TODAY) -> str:
    """Return what the last event of the case did, told on its own day."""
    one = case(*events)
    until = max(stands(one, TODAY).last_event or TODAY, date(2025, 1, 1))
    found = changes([stands(one, until, today)], until - timedelta(days=1), until, notes=True)
    return clause(found.cases[0].moves[-1])


MINISTER = " after its minister had recommended it"
MINISTRY = " after its ministry had recommended it"
RECEIVED = "the UN Secretary-General received its notice"
BY_MINISTER = (event("2025-01-10", Stage.MINISTRY_ANALYSIS, body="Ministers of five states"), *path(4)[1:])


@pytest.mark.parametrize(
    ("events", "told"),
    [
        (path(1), "on 10 January 2025 its ministry recommended leaving"),
        (BY_MINISTER[:1], "on 10 January 2025 its minister recommended leaving"),
        (path(1, body="Interministerial group"), "on 10 January 2025 its ministry recommended leaving"),
        (path(1, body="The Minister, alone"), "on 10 January 2025 its minister recommended leaving"),
        (
            path(2),
            f"on 10 February 2025 the government set the withdrawal in motion, 31 days{MINISTRY}",
        ),
        (BY_MINISTER[:3], f"on 1 March 2025 the bill to leave reached parliament, 50 days{MINISTER}"),
        (BY_MINISTER, f"on 1 April 2025 parliament agreed to leave, 81 days{MINISTER}"),
        (
            (*BY_MINISTER[:3], event("2025-04", Stage.PARLIAMENT_VOTE, vote=Vote(66, 14))),
            f"on a day in April 2025 parliament agreed to leave, by 66 votes to 14, 81–110 days{MINISTER}",
        ),
        (
            (*path(3), event("2025-04-01", Stage.PARLIAMENT_VOTE, vote=Vote(1, 2, result=Result.FAILED))),
            (
                "on 1 April 2025 parliament held its final vote, which is recorded as failed, "
                "81 days after its ministry had recommended it"
            ),
        ),
        (
            (event("2025-01-10", Stage.CABINET_DIRECTIVE, skip="…"), event("2025-01-10", Stage.DRAFT_LAW)),
            (
                "on 10 January 2025 the bill to leave reached parliament, "
                "on the day on which the government had set the withdrawal in motion"
            ),
        ),
        (
            (event("2025-01-10", Stage.DRAFT_LAW, skip="…"), event("2025-01-11", Stage.PARLIAMENT_VOTE)),
            "on 11 January 2025 parliament agreed to leave, 1 day after the bill to leave had reached parliament",
        ),
        (
            path(5),
            (
                f"on 1 May 2025 {RECEIVED} of withdrawal, 111 days{MINISTRY}; "
                "the withdrawal was to take effect on 1 November 2025, six months later (art. 20(3))"
            ),
        ),
        (
            (*path(4), event("2025-05", Stage.UN_NOTIFICATION)),
            (
                f"on a day in May 2025 {RECEIVED} of withdrawal, 111–141 days{MINISTRY}; "
                "the withdrawal was to take effect on a day from 1 November 2025 to 30 November 2025, "
                "as the day on which the notice was received is not fully known"
            ),
        ),
        (
            (event("2025-05-01", Stage.UN_NOTIFICATION, skip="…"),),
            (
                "on 1 May 2025 the UN Secretary-General received its notice of withdrawal; the withdrawal was to take "
                "effect on 1 November 2025, six months later (art. 20(3))"
            ),
        ),
        (
            path(6),
            (
                "on 1 November 2025 the withdrawal took effect, six months after the UN Secretary-General received its "
                "notice (art. 20(3))"
            ),
        ),
        (
            (*path(5), event("2025-11-20", Stage.EFFECT)),
            (
                "on 20 November 2025 it was confirmed that the withdrawal took effect on 1 November 2025, "
                f"six months after {RECEIVED} (art. 20(3))"
            ),
        ),
        (
            (*path(3), event("2025-03-05", Action.RETURN, stage=Stage.CABINET_DIRECTIVE)),
            "on 5 March 2025 the question returned to its government",
        ),
        (
            (
                *path(2),
                event("2025-03-05", Action.RETURN, stage=Stage.MINISTRY_ANALYSIS),
                event("2025-03-06", Stage.CABINET_DIRECTIVE),
            ),
            "on 6 March 2025 the government set the withdrawal in motion",
        ),
        (
            (
                *path(4),
                event("2025-04-05", Action.ABANDON),
                event("2025-04-06", Action.REOPEN, stage=Stage.PARLIAMENT_VOTE),
            ),
            "on 6 April 2025 its withdrawal, to which its parliament had agreed, started again",
        ),
        ((*path(3), event("2025-03-05", Action.REJECT)), "on 5 March 2025 its withdrawal was rejected"),
        (
            (*path(3), event("2025-03-05", Action.REJECT, vote=Vote(12, 60))),
            "on 5 March 2025 its withdrawal was rejected, with 12 votes for and 60 against",
        ),
        ((*path(3), event("2025-03-05", Action.SUSPEND)), "on 5 March 2025 its withdrawal was suspended"),
        (
            (*path(3), event("2025-03-05", Action.SUSPEND), event("2025-03-06", Action.RESUME)),
            "on 6 March 2025 its withdrawal was resumed",
        ),
        ((*path(3), event("2025-03-05", Action.ABANDON)), "on 5 March 2025 its withdrawal was abandoned"),
        ((*path(5), event("2025-06-01", Action.REVOKE)), "on 1 June 2025 it revoked its notice"),
        (
            (*path(5), event("2025-06-01", Action.DEFER)),
            "on 1 June 2025 an armed conflict deferred the effect of its notice",
        ),
        (
            (*path(5), event("2025-06-01", Action.DEFER), event("2025-07-01", Action.CONFLICT_ENDED)),
            (
                "on 1 July 2025 the armed conflict that deferred the effect was over; "
                "the withdrawal was to take effect on 1 November 2025, six months later (art. 20(3))"
            ),
        ),
        ((*path(6), event("2026-06-01", Action.REJOIN)), "on 1 June 2026 the treaty bound it again"),
        ((event("2025-03-05", Action.MILESTONE, step="First reading"),), "First reading, on 5 March 2025"),
        ((event("2025-03", Action.NOTE, topic=Topic.LAW, body="Court"),), "note of a day in March 2025 (law)"),
    ],
)  # fmt: skip
def test_what_an_event_did(events: tuple[Event, ...], told: str) -> None:
    assert last(*events) == told


def test_an_effect_that_time_brought() -> None:
    """It says that no event confirms it yet, and ahead of today that it holds if nothing else happens."""
    one, why = case(*path(5)), "six months after the UN Secretary-General received its notice (art. 20(3))"
    since, until = date(2025, 10, 31), date(2025, 11, 1)
    (past, ahead) = (
        clause(changes([stands(one, until, today)], since, until, notes=False).cases[0].moves[0])
        for today in (TODAY, date(2025, 6, 1))
    )
    assert past == f"on 1 November 2025 the withdrawal took effect, {why}; no event confirms it yet"
    assert ahead == f"if nothing else happens, on 1 November 2025 the withdrawal takes effect, {why}"


def test_an_end_of_day_clause_says_that_the_treaty_binds_until_then() -> None:
    one = case(*path(5), event("2026-05-01", Stage.EFFECT), treaty=CLUB)
    (change,) = changes([stands(one, TODAY)], date(2026, 4, 30), TODAY, notes=False).cases
    assert clause(change.moves[0]) == (
        "on 1 May 2026 the withdrawal took effect (bound until the end of that day), "
        "one year after the Club's Secretary received its notice (art. II(6))"
    )


def test_a_notice_that_takes_effect_at_once() -> None:
    """The notice and the effect that time brings on the same day are told apart."""
    one = case(*path(5), treaty=AT_ONCE)
    (change,) = changes([stands(one, "2025-05-01", TODAY)], date(2025, 4, 30), date(2025, 5, 1), notes=False).cases
    assert [clause(move) for move in change.moves] == [
        (
            "on 1 May 2025 the UN Secretary-General received its notice of withdrawal, "
            "111 days after its ministry had recommended it"
        ),
        (
            "on 1 May 2025 the withdrawal took effect (art. 20(3): at once); the UN Secretary-General had received its "
            "notice on 1 May 2025; no event confirms it yet"
        ),
    ]


def test_a_fact_of_a_day_to_come_says_so() -> None:
    """The file may hold one, as a doubt."""
    events = (
        *path(3),
        event("2026-12-01", Stage.PARLIAMENT_VOTE),
        event("2026-12-01", Action.MILESTONE, step="Signature"),
    )
    (change,) = moved(case(*events), since="2026-11-23", until="2026-12-31").cases
    assert [clause(move) for move in change.moves] == [
        f"on 1 December 2026, which has not come yet, parliament agreed to leave, 690 days{MINISTRY}",
        "Signature, on 1 December 2026, which has not come yet",
    ]


def test_as_markdown(golden: Golden) -> None:
    """A title a case, an item a sentence with links to its sources, what the event says below it."""
    text = changes_page(moved(*SEVERAL))
    golden("changes-page.md", text)
    tags, links, words = seen(text)
    assert tags == {"p", "strong", "h2", "ul", "li", "ol", "a"}
    assert links == ["https://example.org/press"] * 2
    assert "Antarctica · Ottawa Convention · Cabinet directive → Notice" in words


def test_as_markdown_where_nothing_moved() -> None:
    text = changes_page(moved(*SEVERAL, since="2024-01-01", until="2024-01-31"))
    assert text == "**Nothing moved from 2 to 31 January 2024 (4 cases looked at).**\n"
