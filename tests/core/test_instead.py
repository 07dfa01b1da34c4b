"""What is possible instead of what was refused: a narrower span, another place in the file, a second case."""

import pytest

from tests.core.tell import CONFLICT_AT_NOTICE, END_OF_DAY, LAW_PASSED, NOTICE_GIVEN, case, refused


@pytest.mark.rule(27, 31)
@pytest.mark.parametrize(
    ("line", "why", "narrower"),
    [
        (
            "2025-12-20/2025-12-31 revoke",
            (
                "it must be possible on each day of the span, and by 2025-12-31 it is not: "
                "no `revoke` follows while the case is in effect (since 2025-12-27)"
            ),
            "2025-12-20/2025-12-26",
        ),
        (
            "2025-12 defer",
            "a conflict defers a withdrawal only before its effective date, 2025-12-27",
            "2025-12-01/2025-12-26",
        ),
        ("2025-12 effect", "the withdrawal takes effect on 2025-12-27 at the earliest", "2025-12-27/2025-12-31"),
        (
            "2025-06 revoke",
            (
                "no `revoke` follows while the case is in progress (since 2025-01-10), "
                "with `un-notification` of 2025-06-27 to come after it"
            ),
            "2025-06-27/2025-06-30",
        ),
        (
            "2025-12-26/2025-12-27 revoke",
            (
                "it must be possible on each day of the span, and by 2025-12-27 it is not: "
                "no `revoke` follows while the case is in effect (since 2025-12-27)"
            ),
            "2025-12-26",
        ),
    ],
)
def test_refusal_of_a_span_tells_the_narrower_one_that_is_possible(line: str, why: str, narrower: str) -> None:
    """The longest there is."""
    message, hint = refused(case(NOTICE_GIVEN), line)
    assert message.split(", because ")[1:] == [why]
    assert hint == f"`--on {narrower}` would be possible"


@pytest.mark.rule(27, 31)
def test_a_narrower_span_reckons_with_a_notice_of_an_unknown_day() -> None:
    """Its effect is not before the earliest that it can be; its conflict was on the same unknown day."""
    one = case(f"{LAW_PASSED}\n2025-06 un-notification")
    assert refused(one, "2025-11-15/2025-12-15 effect")[1] == "`--on 2025-12-01/2025-12-15` would be possible"
    other = case(f"{LAW_PASSED}\n2025-06-10/2025-06-20 un-notification", CONFLICT_AT_NOTICE)
    assert refused(other, "2025-06 defer")[1] == "`--on 2025-06-10/2025-06-20` would be possible"


@pytest.mark.rule(27)
def test_a_span_that_is_possible_nowhere_is_refused_like_a_day() -> None:
    """The commands name the span."""
    assert refused(case("2025-01-10 ministry-analysis"), "2025-02 resume") == (
        (
            "latvia: `resume` on 2025-02 is not possible, because no `resume` follows while the case is in progress "
            "(since 2025-01-10)"
        ),
        (
            "possible instead: `tracker advance latvia --to cabinet-directive --on 2025-02`, "
            "`tracker reject latvia --on 2025-02`, `tracker suspend latvia --on 2025-02`, "
            "`tracker abandon latvia --on 2025-02`"
        ),
    )


@pytest.mark.rule(16, 31)
def test_a_narrower_span_reckons_with_the_day_after_an_end_of_day_effect() -> None:
    """From then on the treaty no longer binds."""
    one = case(NOTICE_GIVEN, END_OF_DAY)
    assert refused(one, "2025-12 rejoin")[1] == "`--on 2025-12-28/2025-12-31` would be possible"
    assert refused(one, "2025-12 revoke")[1] == "`--on 2025-12-01/2025-12-27` would be possible"


@pytest.mark.rule(25, 27)
def test_no_place_in_the_file_is_told_where_none_would_do() -> None:
    """A stage that was reached on the same day is not reached a second time above it."""
    assert refused(case(LAW_PASSED), "2025-04-10 parliament-vote")[1] == (
        "possible instead: `tracker advance latvia --to un-notification --on 2025-04-10`, "
        "`tracker return latvia --to draft-law --on 2025-04-10`, `tracker reject latvia --on 2025-04-10`, "
        "`tracker suspend latvia --on 2025-04-10`, `tracker abandon latvia --on 2025-04-10`"
    )


@pytest.mark.rule(25, 27)
def test_refusal_between_events_of_one_day_tells_where_to_write_it() -> None:
    """By hand, above the event that rests on it, which is not always the first of the day."""
    one = case("2025-03-17 note border\n2025-03-18 cabinet-directive skip=no\n2025-03-18 milestone Statement")
    assert refused(one, "2025-03-18 ministry-analysis") == (
        (
            "latvia: `ministry-analysis` on 2025-03-18 is not possible, because `ministry-analysis` lies before "
            "`cabinet-directive`, which was reached on 2025-03-18"
        ),
        (
            "events of one day count in the order of the file: write it above `cabinet-directive` by hand, "
            "at cases/latvia.toml:20"
        ),
    )


@pytest.mark.rule(14, 27)
def test_refusal_after_the_end_names_the_second_case() -> None:
    """Nothing follows a rejoining."""
    assert refused(case(f"{NOTICE_GIVEN}\n2026-02-01 rejoin"), "2026-03-01 reopen draft-law") == (
        (
            "latvia: `reopen` to `draft-law` on 2026-03-01 is not possible, "
            "because no `reopen` follows while the case is rejoined (since 2026-02-01)"
        ),
        "the path has ended; a new one is a second case: `tracker new LV --treaty ottawa`",
    )
