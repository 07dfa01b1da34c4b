"""The Markdown pages, whole: golden/page-*.md; each is read as GitHub reads it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.conftest import Golden
from tests.views.rendered import mentions, seen
from tests.views.test_comparison import SEVERAL
from tests.views.test_hostile import evil_case
from tests.views.test_status import several_treaties
from tests.views.values import CLUB, NETHERLANDS, TODAY, case, event, path, rich_case, stands
from tracker.core.case import Case
from tracker.core.clause import Happening
from tracker.core.comparison import compare
from tracker.core.event import Action, Event
from tracker.core.history import history
from tracker.core.stage import Stage
from tracker.core.standing import Standing
from tracker.core.vocabulary import Bound, RunsFrom
from tracker.views.diff_page import diff_page
from tracker.views.names import names
from tracker.views.paragraph import paragraph
from tracker.views.show_page import show_page
from tracker.views.status_page import status_page

OURS = {"p", "strong", "ul", "ol", "li", "h2", "a", "table", "thead", "tbody", "tr", "th", "td", "br"}


def shown(one: Standing) -> str:
    return show_page(one, history(one))


def test_status(golden: Golden) -> None:
    golden("page-status.md", status_page(several_treaties()))
    assert status_page([]) == "0 cases.\n"


def test_show(golden: Golden) -> None:
    golden("page-show.md", shown(stands(rich_case(), "2025-06-01")))


def test_diff(golden: Golden) -> None:
    golden("page-diff.md", diff_page(compare([stands(one, "2025-06-01", TODAY) for one in SEVERAL])))


def test_diff_across_treaties(golden: Golden) -> None:
    two = case(*path(6)), case(*path(4), id_="netherlands", country=NETHERLANDS, treaty=CLUB)
    golden("page-diff-treaties.md", diff_page(compare([stands(one) for one in two])))


def test_nothing_from_a_file_is_live() -> None:
    """No tag but ours, no address but those of sources, nothing that GitHub links once it has read the page."""
    evil = [stands(evil_case("x [a](https://b.example) @torvalds #12"), "2025-06-01"),
            stands(evil_case("| <script> | www.a.example"), "2025-06-01")]  # fmt: skip
    for page in (status_page(evil), *map(shown, evil), diff_page(compare(evil))):
        tags, links, words = seen(page)
        assert tags <= OURS
        assert {link[:26] for link in links} <= {"https://%5Bbold%5Dx%5B/%5D"}
        assert mentions(page) == []
        assert "[bold]x[/]" in words
        assert not [one for one in page if one != "\n" and not one.isprintable()]


def told(*cases: Case, as_of: str = "2026-11-23") -> str:
    compared = compare([stands(one, as_of, TODAY) for one in cases])
    return paragraph(compared, names(cases))


def dutch(*events: Event) -> Case:
    return case(*events, id_="netherlands", country=NETHERLANDS)


HAVE = "have been out since 1 November 2025"
ANALYSED = "In Antarctica the responsible ministry recommended leaving on 10 January 2025."


@pytest.mark.parametrize(
    ("cases", "text"),
    [
        (
            (case(*path(4)), dutch(*path(3), event("2025-04-08", Stage.PARLIAMENT_VOTE))),
            ("Antarctica is furthest on the way out of the Ottawa Convention, ahead of the Netherlands. "
            "In Antarctica parliament agreed to leave on 1 April 2025. "
            "In the Netherlands parliament agreed to leave on 8 April 2025, 7 days after Antarctica."),
        ),
        (
            (case(*path(6)), dutch(*path(6))),
            ("Antarctica and the Netherlands both left the Ottawa Convention, on the same day. "
            f"Antarctica and the Netherlands {HAVE}."),
        ),
        (
            (case(*path(1)), dutch(*path(1))),
            ("Antarctica and the Netherlands are equally far on the way out of the Ottawa Convention. "
            "In Antarctica and the Netherlands the responsible ministry recommended leaving on 10 January 2025."),
        ),
        (
            (case(), dutch()),
            ("No withdrawal from the Ottawa Convention is under way or complete in Antarctica and the Netherlands. "
            "No stage is recorded for Antarctica and the Netherlands up to 23 November 2026."),
        ),
        (
            (case(*path(1)), dutch(event("2025-01-05/2025-01-15", Stage.MINISTRY_ANALYSIS))),
            ("Antarctica and the Netherlands are furthest on the way out of the Ottawa Convention; which of them comes "
            "first is open, as a day is not fully known. In the Netherlands the responsible ministry recommended "
            f"leaving on a day between 5 and 15 January 2025. {ANALYSED}"),
        ),
        (
            (case(*path(1)), dutch(*path(2), event("2025-03-01", Action.REJECT))),
            (f"Antarctica is furthest on the way out of the Ottawa Convention. {ANALYSED} "
            "In the Netherlands the withdrawal was rejected on 1 March 2025."),
        ),
        (
            (case(*path(1)), dutch(*path(2), event("2025-03-01", Action.ABANDON))),
            (f"Antarctica is furthest on the way out of the Ottawa Convention. {ANALYSED} "
            "In the Netherlands the withdrawal was abandoned on 1 March 2025."),
        ),
        (
            (case(*path(1)), dutch(*path(2), event("2025-03-01", Action.SUSPEND))),
            ("The Netherlands is furthest on the way out of the Ottawa Convention, ahead of Antarctica. "
            f"In the Netherlands the withdrawal has been suspended since 1 March 2025. {ANALYSED}"),
        ),
        (
            (case(*path(1)), dutch(*path(5), event("2025-06-01", Action.REVOKE))),
            (f"Antarctica is furthest on the way out of the Ottawa Convention. {ANALYSED} "
            "The Netherlands revoked its notice on 1 June 2025."),
        ),
        (
            (case(*path(1)), dutch(*path(6), event("2026-01-01", Action.REJOIN))),
            (f"Antarctica is furthest on the way out of the Ottawa Convention. {ANALYSED} "
            "The Netherlands was out from 1 November 2025 to 1 January 2026, when the treaty bound it again."),
        ),
        (
            (case(*path(1)), dutch(*path(5), event("2025-06-01", Action.DEFER))),
            ("The Netherlands is furthest on the way out of the Ottawa Convention, ahead of Antarctica. "
            "The notice of the Netherlands was received on 1 May 2025, but an armed conflict has deferred it since "
            f"1 June 2025. {ANALYSED}"),
        ),
        (
            (case(*path(4), event("2026-09-01", Stage.UN_NOTIFICATION)), dutch(*path(1))),
            ("Antarctica is furthest on the way out of the Ottawa Convention, ahead of the Netherlands. The notice of "
            "Antarctica was received on 1 September 2026, and the withdrawal takes effect on 1 March 2027. In the "
            "Netherlands the responsible ministry recommended leaving on 10 January 2025."),
        ),
        (
            (case(*path(4), event("2026-09", Stage.UN_NOTIFICATION)), dutch()),
            ("Antarctica is furthest on the way out of the Ottawa Convention, ahead of the Netherlands. The notice of "
            "Antarctica was received on a day in September 2026, and the withdrawal takes effect on a day from 1 March "
            "2027 to 30 March 2027, as the day on which the notice was received is not fully known. No stage is "
            "recorded for the Netherlands up to 23 November 2026."),
        ),
        (
            (case(*path(3), event("2025-04-01", Stage.PARLIAMENT_VOTE, doubt="Or the 2nd.")), dutch()),
            ("Antarctica is furthest on the way out of the Ottawa Convention, ahead of the Netherlands. In Antarctica "
            "parliament agreed to leave on 1 April 2025; a doubt is noted: “Or the 2nd”. No stage is recorded for the "
            "Netherlands up to 23 November 2026."),
        ),
    ],
)  # fmt: skip
def test_paragraph(cases: tuple[Case, ...], text: str) -> None:
    """It can be printed as it stands: who is ahead, then each country in a sentence, those alike in one."""
    assert told(*cases) == text


def test_paragraph_of_a_past_day() -> None:
    text = told(case(*path(4)), dutch(*path(3)), as_of="2025-04-02")
    assert text == (
        "On 2 April 2025 Antarctica was furthest on the way out of the Ottawa Convention, ahead of the Netherlands. "
        "In Antarctica parliament had agreed to leave on 1 April 2025. "
        "In the Netherlands the bill to leave had reached parliament on 1 March 2025."
    )
    text = told(case(*path(5)), dutch(*path(5)), as_of="2025-06-01")
    assert text == (
        "On 1 June 2025 Antarctica and the Netherlands were equally far on the way out of the Ottawa Convention. The "
        "notices of Antarctica and the Netherlands had been received on 1 May 2025, and the withdrawal was to take "
        "effect on 1 November 2025."
    )


@pytest.mark.parametrize(
    ("runs_from", "given"),
    [
        (RunsFrom.RECEIPT, "received"),
        (RunsFrom.NOTICE, "given"),
        (RunsFrom.DEPOSIT, "deposited"),
        (RunsFrom.REGISTRATION, "registered"),
        (RunsFrom.YEAR, "received"),
    ],
)
def test_paragraph_on_how_a_notice_was_given(runs_from: RunsFrom, given: str) -> None:
    treaty = replace(CLUB, exit=replace(CLUB.exit, runs_from=runs_from))
    text = told(case(*path(5), treaty=treaty), case(*path(4), id_="antarctica-2", treaty=treaty), as_of="2025-06-01")
    assert f"The notice of Antarctica (antarctica) had been {given} on 1 May 2025, and the withdrawal was" in text


def test_paragraph_where_no_calendar_tells_the_effect() -> None:
    exit_ = replace(CLUB.exit, happening=Happening("the ice breaks", Bound.EARLIEST))
    text = told(case(*path(5), treaty=replace(CLUB, exit=exit_)), dutch(*path(5)), as_of="2025-06-01")
    assert (
        "The notice of Antarctica to leave the Polar Club had been received on 1 May 2025, and the withdrawal was to "
        "take effect on the day on which the ice breaks, not before 1 May 2026 (art. II(6))."
    ) in text


def test_paragraph_of_who_was_out_until_the_end_of_a_day() -> None:
    back = event("2026-06-01", Action.REJOIN)
    text = told(case(*path(5), back, treaty=CLUB), case(*path(1), id_="antarctica-2", treaty=CLUB))
    assert (
        "Antarctica (antarctica) was out from 1 May 2026 (bound until the end of that day) to 1 June 2026, when the "
        "treaty bound it again."
    ) in text


def test_paragraph_of_a_day_to_come() -> None:
    text = told(case(*path(6)), dutch(*path(3)), as_of="2027-01-01")
    assert text == (
        "If nothing else happens, on 1 January 2027 Antarctica will have left the Ottawa Convention, ahead of the "
        "Netherlands. Antarctica will have been out since 1 November 2025. In the Netherlands the bill to leave "
        "reached parliament on 1 March 2025."
    )


LEAD = "Antarctica is furthest on the way out of the Ottawa Convention, ahead of the Netherlands. "
LATER = (*path(4), event("2025-05-14", Stage.UN_NOTIFICATION))


def test_days_after_another_stand_beside_the_day_that_they_measure() -> None:
    """Between two notices it is the days between their receipts, never those of the effect."""
    text = told(case(*path(5)), dutch(*LATER), as_of="2025-06-01")
    assert text == (
        "On 1 June 2025 Antarctica was furthest on the way out of the Ottawa Convention, ahead of the Netherlands. The "
        "notice of Antarctica had been received on 1 May 2025, and the withdrawal was to take effect on 1 November "
        "2025. The notice of the Netherlands had been received on 14 May 2025, 13 days after that of Antarctica, and "
        "the withdrawal was to take effect on 14 November 2025."
    )


def test_days_after_another_under_an_end_of_day_clause() -> None:
    club = case(*path(5), treaty=CLUB), case(*LATER, id_="netherlands", country=NETHERLANDS, treaty=CLUB)
    end = "(bound until the end of that day)"
    assert told(*club, as_of="2026-04-01") == (
        "On 1 April 2026 Antarctica was furthest on the way out of the Polar Club, ahead of the Netherlands. The "
        "notice of Antarctica had been received on 1 May 2025, and the withdrawal was to take effect on 1 May 2026 "
        f"{end}. The notice of the Netherlands had been received on 14 May 2025, 13 days after that of Antarctica, and "
        f"the withdrawal was to take effect on 14 May 2026 {end}."
    )
    assert told(*club, as_of="2026-11-23") == (
        f"Antarctica left the Polar Club, ahead of the Netherlands. Antarctica has been out since 1 May 2026 {end}. "
        f"The Netherlands has been out since 14 May 2026 {end}, 13 days after Antarctica."
    )


def test_no_days_after_another_where_the_day_told_is_another() -> None:
    """What is told of a deferred or a suspended withdrawal is since when that is so."""
    assert told(case(*path(5)), dutch(*LATER, event("2025-06-01", Action.DEFER)), as_of="2025-07-01") == (
        "On 1 July 2025 Antarctica was furthest on the way out of the Ottawa Convention, ahead of the Netherlands. The "
        "notice of Antarctica had been received on 1 May 2025, and the withdrawal was to take effect on 1 November "
        "2025. The notice of the Netherlands had been received on 14 May 2025, but an armed conflict had deferred it "
        "since 1 June 2025."
    )
    suspended = (*path(3), event("2025-04-08", Stage.PARLIAMENT_VOTE), event("2025-06-01", Action.SUSPEND))
    assert told(case(*path(4)), dutch(*suspended)) == (
        f"{LEAD}In Antarctica parliament agreed to leave on 1 April 2025. "
        "In the Netherlands the withdrawal has been suspended since 1 June 2025."
    )


def test_no_days_after_another_where_one_came_back_to_the_stage() -> None:
    back = event("2025-04-20", Action.RETURN, stage=Stage.DRAFT_LAW)
    assert told(case(*path(3)), dutch(*path(4), back)) == (
        f"{LEAD}In Antarctica the bill to leave reached parliament on 1 March 2025. "
        "In the Netherlands the bill to leave returned to parliament on 20 April 2025."
    )


SPAN = event("2025-05", Stage.UN_NOTIFICATION)


def test_a_withdrawal_that_must_have_taken_effect() -> None:
    """It does not run, and where it may have come first nobody leads."""
    later = dutch(*path(4), event("2026-09-01", Stage.UN_NOTIFICATION))
    must = (
        "The notice of Antarctica was received on a day in May 2025, and the withdrawal must have taken effect by "
        "30 November 2025, as the day on which the notice was received is not fully known."
    )
    runs = (
        "The notice of the Netherlands was received on 1 September 2026{}, and the withdrawal takes effect on 1 March "
        "2027."
    )
    assert told(case(*path(4), SPAN), later) == (
        f"{LEAD}{must} {runs.format(', 458–488 days after that of Antarctica')}"
    )
    out = dutch(*path(4), event("2025-05-20", Stage.UN_NOTIFICATION))
    assert told(case(*path(4), SPAN), out) == (
        "Antarctica and the Netherlands are furthest on the way out of the Ottawa Convention; which of them comes "
        "first is open, as a day is not fully known. The Netherlands has been out since 20 November 2025. "
        f"{must}"
    )
    first = dutch(*path(4), event("2025-04-20", Stage.UN_NOTIFICATION))
    assert told(case(*path(4), SPAN), first) == (
        "The Netherlands left the Ottawa Convention, ahead of Antarctica. The Netherlands has been out since 20 "
        f"October 2025. {must}"
    )


STEPS = {
    1: "the responsible ministry recommended leaving {} on 10 January 2025",
    2: "the government set the withdrawal from {} in motion on 10 February 2025",
    3: "the bill to leave {} reached parliament on 1 March 2025",
    4: "parliament agreed to leave {} on 1 April 2025",
}


@pytest.mark.parametrize("length", STEPS)
def test_paragraph_across_treaties(length: int) -> None:
    """Each sentence names the treaty, and the lead says by what the paths are measured."""
    text = told(case(*path(length)), case(*path(5), id_="club", treaty=CLUB))
    assert text == (
        "Antarctica (Polar Club) is furthest, ahead of Antarctica (Ottawa Convention), by the days from each country's "
        "own first stage. Antarctica has been out of the Polar Club since 1 May 2026 (bound until the end of that "
        f"day). In Antarctica {STEPS[length].format('the Ottawa Convention')}."
    )


ENDS = {
    Action.REJECT: "In Antarctica the withdrawal from the Ottawa Convention was rejected on 2 May 2025.",
    Action.ABANDON: "In Antarctica the withdrawal from the Ottawa Convention was abandoned on 2 May 2025.",
    Action.SUSPEND: "In Antarctica the withdrawal from the Ottawa Convention has been suspended since 2 May 2025.",
    Action.REVOKE: "Antarctica revoked its notice to leave the Ottawa Convention on 2 May 2025.",
    Action.DEFER: "The notice of Antarctica to leave the Ottawa Convention was received on 1 May 2025, but an armed "
    "conflict has deferred it since 2 May 2025.",
}


@pytest.mark.parametrize("action", ENDS)
def test_paragraph_across_treaties_of_what_halted(action: Action) -> None:
    length = 5 if action in (Action.REVOKE, Action.DEFER) else 4
    halted = case(*path(length), event("2025-05-02", action))
    assert told(halted, case(*path(5), id_="club", treaty=CLUB)).endswith(f". {ENDS[action]}")


def test_paragraph_across_treaties_of_what_has_not_begun() -> None:
    """Two cases of one country and treaty keep their ids."""
    text = told(case(), case(id_="antarctica-2"), case(*path(5), id_="club", treaty=CLUB))
    assert text.endswith(
        ". No stage of a withdrawal from the Ottawa Convention is recorded for Antarctica (antarctica) and Antarctica "
        "(antarctica-2) up to 23 November 2026."
    )


def test_paragraph_of_a_question_that_came_back() -> None:
    back = event("2025-03-05", Action.RETURN, stage=Stage.CABINET_DIRECTIVE)
    assert told(case(*path(3), back), case(*path(5), id_="club", treaty=CLUB)).endswith(
        ". In Antarctica the question of leaving the Ottawa Convention returned to the government on 5 March 2025."
    )
