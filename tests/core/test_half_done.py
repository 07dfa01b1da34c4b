"""A step of several cases that was cut off: what the second try is told."""

from dataclasses import replace

import pytest

from tests.core.tell import BILL, TODAY, case, event
from tracker.core.case import Case
from tracker.core.day import on, parse_day
from tracker.core.drafting import Draft, complete
from tracker.core.errors import WrongUsage
from tracker.core.event import Event, Source, Topic
from tracker.core.half_done import HalfDone, check_not_half_done
from tracker.core.retyped import retyped
from tracker.core.stage import Stage

VOTE = event("2025-06-16 parliament-vote")
RECALLED = replace(VOTE, body="Saeima & more", sources=(Source("https://example.org/", accessed=on(TODAY)),))


def named(id_: str, *more: Event) -> Case:
    """Return a case whose bill is before parliament, with more events."""
    told = replace(case(BILL), id=id_)
    for each in more:
        told = told.with_event(each)
    return told


def refused(wish: Event, *cases: Case) -> tuple[str, str | None, int]:
    """Return message, hint and exit code."""
    with pytest.raises(HalfDone) as refusal:
        complete(Draft(wish, dated=True), cases, TODAY)
    return refusal.value.message, refusal.value.hint, refusal.value.exit_code


@pytest.mark.rule(28)
@pytest.mark.parametrize("stage", [VOTE.stage, None])
def test_those_that_have_it_are_named_and_the_rest_gets_its_command(stage: Stage | None) -> None:
    """Also where the stage is left out: it is the one that the rest has ahead, and the others behind them."""
    cases = (named("estonia", RECALLED), named("latvia"), named("lithuania", RECALLED), named("poland"))
    looked_again = replace(RECALLED, stage=stage, sources=(Source("https://example.org/"),))
    assert refused(looked_again, *cases) == (
        "`estonia` and `lithuania` have this event already, so nothing was recorded",
        (
            "for the rest: `tracker advance latvia poland --to parliament-vote --on 2025-06-16 --body 'Saeima & more'"
            " --source https://example.org/`"
        ),
        4,
    )


@pytest.mark.rule(28)
def test_a_note_has_no_stage_that_would_tell() -> None:
    note = event("2025-06-16 note checked")
    assert refused(note, named("estonia", note), named("latvia")) == (
        "`estonia` has this event already, so nothing was recorded",
        "for the rest: `tracker note latvia --topic checked --on 2025-06-16`",
        4,
    )


@pytest.mark.rule(28)
@pytest.mark.parametrize(
    "cases",
    [
        (named("estonia", RECALLED), named("latvia", RECALLED)),
        (named("estonia"), named("latvia")),
        (named("estonia", replace(RECALLED, body="Riigikogu")), named("latvia")),
        (named("estonia", RECALLED),),
    ],
)
def test_a_step_that_all_or_none_have_taken_is_not_half_done(cases: tuple[Case, ...]) -> None:
    check_not_half_done(RECALLED, cases, TODAY)


@pytest.mark.rule(28)
def test_a_day_that_nobody_gave_is_not_compared() -> None:
    note = event("2025-06-16 note checked")
    with pytest.raises(WrongUsage, match="needs `--on DAY`"):
        complete(Draft(note, dated=False), (named("estonia", note), named("latvia")), TODAY)


def test_a_path_that_has_ended_is_no_hindrance() -> None:
    """Nothing is ahead of it that an `advance` could mean."""
    bare = replace(RECALLED, stage=None)
    assert refused(bare, named("estonia", event("2025-06-17 abandon")), named("latvia"), named("poland", RECALLED))


def test_every_word_is_typed_again() -> None:
    day = parse_day("2025-06-27")
    told = Event(
        on(day),
        topic=Topic.LAW,
        step="First reading",
        planned=True,
        skip="why",
        given=day,
        named=day,
        announced=day,
        body="-",
        summary="It’s so.",
        document="`x`",
        reference="1",
        doubt="?",
        sources=(
            Source("https://example.org/1", "One"),
            Source("https://example.org/2", publisher="House"),
            Source("https://example.org/3", "Three", "House"),
        ),
    )
    assert retyped(told, ["latvia", "cote-d'or"]) == (
        "tracker advance latvia 'cote-d'\"'\"'or' --step 'First reading' --topic law --on 2025-06-27 --planned"
        " --skip why --given 2025-06-27 --named 2025-06-27 --announced 2025-06-27 --body - --summary 'It’s so.'"
        " --document '`x`' --reference 1 --doubt '?' --source https://example.org/1 --source https://example.org/2"
        " --source https://example.org/3 --title One"
    )
