from __future__ import annotations

from dataclasses import replace

import pytest

from tests.views.values import CLUB, TREATY, event
from tracker.core.event import Action, Event, Result, Vote
from tracker.core.phrases import listed
from tracker.core.stage import Stage
from tracker.core.state import Condition
from tracker.views.words import INKS, capital, depositary, event_title, stage_title, tally


@pytest.mark.parametrize(
    ("vote", "words"),
    [
        (Vote(66, 14, 2, not_voting=3, result=Result.PASSED), "66 for, 14 against, 2 abstaining, 3 not voting; passed"),
        (
            Vote(66, 14, 2, 1, 3, 100, required=85, result=Result.PASSED),
            "66 for, 14 against, 2 abstaining, 3 not voting, 1 absent, of 100 members; required: 85; passed",
        ),
        (Vote(yes=0, abstain=0), "0 for, 0 abstaining"),
        (Vote(members=101, required="two thirds"), "101 members; required: two thirds"),
        (Vote(result=Result.FAILED), "failed; tally not known"),
    ],
)
def test_a_vote_in_words(vote: Vote, words: str) -> None:
    assert tally(vote) == words


@pytest.mark.parametrize(
    ("what", "title"),
    [
        (event("2025", Stage.DRAFT_LAW), "Draft law"),
        (event("2025", Stage.UN_NOTIFICATION), "Notice to the UN Secretary-General"),
        (event("2025", Action.MILESTONE, step="First reading"), "First reading"),
        (event("2025", Action.RETURN, stage=Stage.DRAFT_LAW), "Back to: Draft law"),
        (event("2025", Action.REOPEN, stage=Stage.PARLIAMENT_VOTE), "Reopened at: Parliament vote"),
        (event("2025", Action.REVOKE), "Notice revoked"),
        (event("2025", Action.CONFLICT_ENDED), "Armed conflict ended"),
    ],
)
def test_what_happened_in_a_few_words(what: Event, title: str) -> None:
    assert event_title(what, TREATY) == title


def test_every_action_of_the_path_has_a_title() -> None:
    for action in Action:
        if action is not Action.NOTE:
            assert event_title(event("2025", action, stage=Stage.DRAFT_LAW, step="Reading"), TREATY), action


def test_every_condition_has_its_colour() -> None:
    assert set(INKS) == set(Condition)


def test_the_depositary_has_its_article() -> None:
    assert depositary(TREATY) == "the UN Secretary-General"
    assert depositary(CLUB) == "the Club's Secretary"
    assert depositary(replace(CLUB, depositary_in_sentence=None)) == "the depositary"


def test_the_depositary_is_not_named_where_somebody_else_receives_the_notice() -> None:
    assert depositary(replace(CLUB, depositary_in_sentence="Norway")) == "the depositary"
    assert stage_title(Stage.UN_NOTIFICATION, replace(CLUB, depositary="Norway")) == "Notice to the Club's Secretary"


def test_a_stage_is_named_in_full() -> None:
    assert stage_title(Stage.EFFECT, CLUB) == "In effect"


def test_lists_and_capitals() -> None:
    assert [listed(names) for names in ([], ["a"], ["a", "b"], ["a", "b", "c"])] == ["", "a", "a and b", "a, b and c"]
    assert capital("the Netherlands") == "The Netherlands"
