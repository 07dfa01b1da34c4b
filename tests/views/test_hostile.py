"""Text from files is never live: no terminal escape, no markup, no turned direction, in no view."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

import pytest

from tests.views.test_escape import is_live
from tests.views.values import CLAUSE, TREATY, event, path, shown, stands
from tracker.core.analysis import analysis as found
from tracker.core.case import Case
from tracker.core.changes import changes as moved
from tracker.core.comparison import compare
from tracker.core.country import Country
from tracker.core.event import Action, Aspect, Finding, Source, Topic, Vote
from tracker.core.problem import Located, Problem
from tracker.core.stage import Stage
from tracker.core.stats import stats as taken
from tracker.views.analysis import analysis
from tracker.views.changes import changes
from tracker.views.comparison import diff
from tracker.views.paper import Paper, cells
from tracker.views.problems import report
from tracker.views.stats import stats
from tracker.views.status import status

EVIL = "[bold]x[/] \x1b[31m\u202eabc\x9b\x07\r\n\u2066z\x7f"
COPIED = ("tracker ", "https://")
OURS = re.compile(r"\x1b\[[0-9;]*m")
SOURCE = Source("https://" + EVIL, EVIL, EVIL, archive=EVIL, lang=EVIL)


def evil_case(id_: str) -> Case:
    vote = Vote(1, 2, on=EVIL, required=EVIL)
    texts = {"body": EVIL, "summary": EVIL, "document": EVIL, "reference": EVIL, "doubt": EVIL, "sources": (SOURCE,)}
    clause = replace(CLAUSE, article=EVIL, notify=(EVIL, EVIL))
    treaty = replace(TREATY, id=EVIL, title=EVIL, short=EVIL, depositary=EVIL, exit=clause)
    findings = (Finding(Aspect.LEGAL, EVIL, EVIL, SOURCE.url),)
    events = (
        event("2024-12-01", Action.NOTE, topic=Topic.BORDER, vote=vote, **texts),
        *path(1, findings=findings, **texts),
        event("2025-03-20", Action.MILESTONE, step=EVIL, vote=vote, **texts),
        event("2025-04-20", Stage.PARLIAMENT_VOTE, skip=EVIL, vote=vote, **texts),
        event("2025-04-21", Stage.UN_NOTIFICATION, announced=date(2025, 11, 2), **texts),
        event("2027-04-20", Action.MILESTONE, step=EVIL, planned=True, **texts),
    )
    return Case(id_, Country("AQ", "ATA", EVIL), treaty, None, EVIL, events)


def views(paper: Paper) -> dict[str, str]:
    both = [stands(evil_case(EVIL), "2025-06-01"), stands(evil_case("2" + EVIL), "2025-06-01")]
    since, until = both[0].as_of.replace(year=2024), both[0].as_of
    problem = Located(EVIL, 1, Problem(EVIL, EVIL, hint=EVIL))
    return {
        "status": status(both, paper, footer=EVIL),
        "show": shown(both[0], paper, all_sources=False),
        "show --sources": shown(both[0], paper, all_sources=True),
        "diff": diff(compare(both), paper),
        "changes": changes(moved(both, since, until, notes=True), paper, all_sources=True, footer=EVIL),
        "analysis": analysis(found(both), until, paper, all_sources=True, footer=EVIL),
        "stats": stats(taken(both, until, until), paper, footer=EVIL),
        "check": report([problem], 1, paper),
    }


@pytest.mark.parametrize("colour", [False, True])
@pytest.mark.parametrize("width", [60, 80, 120, None])
def test_nothing_from_a_file_is_live(width: int | None, colour: bool) -> None:  # noqa: FBT001 - a parameter of the test
    for name, text in views(Paper(width, colour=colour)).items():
        bare = OURS.sub("", text) if colour else text
        assert not [letter for letter in bare if is_live(letter) and letter != "\n"], name
        assert "[bold]x[/]" in bare, name
        assert "\\u001b[31m" in "".join(bare.split()), name


@pytest.mark.parametrize("colour", [False, True])
@pytest.mark.parametrize("width", [60, 80, 120])
def test_no_line_is_wider_than_the_paper(width: int, colour: bool) -> None:  # noqa: FBT001 - a parameter of the test
    """But for what a reader copies or an editor reads: addresses, commands, the lines of `check`."""
    for name, text in views(Paper(width, colour=colour)).items():
        if name in ("status", "show", "diff", "changes", "analysis", "stats"):
            lines = [line for line in OURS.sub("", text).splitlines() if not any(word in line for word in COPIED)]
            assert max(map(cells, lines)) <= width, name
