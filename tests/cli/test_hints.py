"""A refusal proposes commands: each of them can be typed as it stands."""

from __future__ import annotations

import re
import shlex

import pytest

from tests.cli.conftest import Ran, Run, Write
from tests.cli.paths import event, reached
from tracker.core.event import Action

ENDINGS = {
    "nothing": reached(0),
    "a recommendation": reached(1),
    "a bill": reached(3),
    "a vote": reached(4),
    "a vote, on a day not fully known": reached(3) + event('"2025-04"', "parliament-vote"),
    "a return": reached(4) + event("2025-05-02", "draft-law", action="return"),
    "a halt": reached(4) + event("2025-05-02", action="suspend"),
    "a no": reached(4) + event("2025-05-02", action="reject"),
    "a notice": reached(5),
    "a notice, on a day not fully known": reached(4) + event('"2025-05"', "un-notification"),
    "a notice taken back": reached(5) + event("2025-06-02", action="revoke"),
    "a conflict": reached(5) + event("2025-06-02", action="defer"),
    "an effect": reached(6),
    "a return to the treaty": reached(6) + event("2026-06-01", action="rejoin"),
}
MOVES = [action for action in Action if action.moves]
TYPED = re.compile(r"`tracker ([^`]*)`")
SPAN = re.compile(r"`--on (\S+)` would be possible")


def _proposed(ran: Ran, words: list[str]) -> list[list[str]]:
    """Return the commands that the hints propose, with a day where they leave it open."""
    hints = "".join(line for line in ran.err.splitlines(keepends=True) if line.startswith("hint: "))
    typed = [shlex.split(text.replace(" DAY", " today").replace(" NAME", " Reading")) for text in TYPED.findall(hints)]
    narrowed = [[*words[:-1], span] for span in SPAN.findall(hints)]
    return [*typed, *narrowed]


@pytest.mark.parametrize("after", ENDINGS)
def test_what_is_proposed_is_possible(after: str, write: Write, tracker: Run) -> None:
    """Whatever is asked for, on a day of the path, in a month on its way, or today."""
    write("antarctica", ENDINGS[after])
    proposed: dict[tuple[str, ...], Ran] = {}
    for action in MOVES:
        to = ["--to", "draft-law"] if action in (Action.RETURN, Action.REOPEN) else []
        for day in ("2025-04-20", "2025-11", "today"):
            words = [action.value, "antarctica", *to, "--dry-run", "--on", day]
            ran = tracker(*words)
            assert ran.code in (0, 2, 4), words
            proposed |= {tuple(typed): ran for typed in _proposed(ran, words) if ran.code == 4}
    assert proposed
    for typed, ran in proposed.items():
        again = tracker(*typed, *(["--dry-run"] if typed[0] not in ("show", "new") else []))
        assert again.code == 0, (typed, ran.err, again.err)


@pytest.mark.parametrize("after", ENDINGS)
def test_what_may_follow_is_possible(after: str, write: Write, tracker: Run) -> None:
    """The list below `show` holds today, and names every action that the path takes then."""
    write("antarctica", ENDINGS[after])
    listed = re.findall(r"  tracker (.*)$", tracker("show", "antarctica").out, re.MULTILINE)
    assert listed
    for text in listed:
        typed = text.replace(" DAY", " today").replace(" NAME", " Reading").replace(" TOPIC", " other")
        assert tracker(*shlex.split(typed), "--dry-run").code == 0, text
    named = {text.split()[0] for text in listed}
    for action in MOVES:
        if action.value not in named:
            stages = ["ministry-analysis"] if action in (Action.RETURN, Action.REOPEN) else []
            to = [word for stage in stages for word in ("--to", stage)]
            assert tracker(action.value, "antarctica", *to, "--on", "today", "--dry-run").code == 4, action
