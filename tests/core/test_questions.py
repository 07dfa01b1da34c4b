"""What a terminal asks for follows from the table of keys."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tracker.core.day import on
from tracker.core.event import Action, Event, Source, Vote
from tracker.core.keys import ASKED, KEYS
from tracker.core.questions import DAY, needed, wanted
from tracker.core.stage import PATH, Stage

BARE = Event(on(date(2025, 5, 2)))
NEEDED = {"stage": ("advance", "return", "reopen"), "step": ("milestone",), "topic": ("note",)}
VOTED = ("milestone", "reject")


@pytest.mark.parametrize("action", Action)
def test_what_each_action_needs(action: Action) -> None:
    event = replace(BARE, action=action)
    keys = tuple(key for key, actions in NEEDED.items() if action in actions)
    assert needed(event, dated=True) == keys
    assert needed(event, dated=False) == (*keys, DAY)


@pytest.mark.parametrize("action", Action)
def test_what_each_action_is_better_with(action: Action) -> None:
    vote = ("vote",) if action in VOTED else ()
    assert wanted(replace(BARE, action=action), alone=True) == ("body", "summary", *vote, "sources")
    assert wanted(replace(BARE, action=action), alone=False) == ("body", "summary", "sources")


@pytest.mark.parametrize("stage", PATH)
def test_a_vote_is_likely_in_parliament(stage: Stage) -> None:
    assert ("vote" in wanted(replace(BARE, stage=stage), alone=True)) == (stage is Stage.PARLIAMENT_VOTE)


def test_what_is_there_is_not_asked_for() -> None:
    event = Event(BARE.date, Action.MILESTONE, step="Reading", body="A", summary="B", vote=Vote(yes=1))
    assert needed(event, dated=True) == ()
    assert wanted(event, alone=True) == ("sources",)
    assert wanted(replace(event, sources=(Source(title="C"),)), alone=True) == ()


def test_only_what_may_stand_there_is_asked_for() -> None:
    for action in Action:
        for stage in PATH:
            for key in wanted(replace(BARE, action=action, stage=stage), alone=True):
                assert KEYS[key].allowed(action, stage)
    assert ASKED.keys() <= KEYS.keys()
