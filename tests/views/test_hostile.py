"""Text from files is never live: no terminal escape, no markup, no turned direction, no tag, no formula, in no view."""

from __future__ import annotations

import csv
import io
import json
import re
from dataclasses import replace
from datetime import date
from functools import cache

import pytest

from tests.hostile import EVERY, FORMULA, live, unseen, visible
from tests.views.rendered import mentions, seen
from tests.views.values import CLAUSE, TREATY, event, path, shown, stands
from tracker.core.analysis import analysis as found
from tracker.core.case import Case
from tracker.core.change_rows import changes_row, changes_sheet
from tracker.core.changes import Changes
from tracker.core.changes import changes as moved
from tracker.core.comparison import compare
from tracker.core.country import Country
from tracker.core.event import Action, Aspect, Finding, Source, Topic, Vote
from tracker.core.history import history
from tracker.core.problem import Located, Problem
from tracker.core.rows import comparison_row, status_row
from tracker.core.sheets import diff_sheet, show_sheet, status_sheet
from tracker.core.stage import Stage
from tracker.core.standing import Standing
from tracker.core.stats import stats as taken
from tracker.core.timeline import timeline as drawn
from tracker.views.analysis import analysis
from tracker.views.changes import changes
from tracker.views.changes_page import changes_page
from tracker.views.comparison import diff
from tracker.views.diff_page import diff_page
from tracker.views.envelope import envelope
from tracker.views.paper import Paper, cells
from tracker.views.problems import report
from tracker.views.recorded import recorded
from tracker.views.show_page import show_page
from tracker.views.spreadsheet import csv as sheet
from tracker.views.stats import stats
from tracker.views.stats_page import stats_page
from tracker.views.status import status
from tracker.views.status_page import status_page
from tracker.views.timeline import timeline
from tracker.views.timeline_page import timeline_page
from tracker.views.treaties import treaties, treaty

COPIED = ("tracker ", "https://")
COLOUR = re.compile(r"\x1b\[[0-9;]*m")
OUR_TAGS = {"p", "strong", "ul", "ol", "li", "h2", "a", "table", "thead", "tbody", "tr", "th", "td", "br", "code"}
SITE = "https://example.org/"
SINCE, UNTIL = date(2024, 6, 1), date(2025, 6, 1)
each_value = pytest.mark.parametrize("text", [each.text for each in EVERY], ids=[each.name for each in EVERY])


def evil_case(id_: str, text: str) -> Case:
    """Return a case that holds the text wherever one can stand."""
    source = Source(SITE + text, text, text, archive=text, lang=text)
    vote = Vote(1, 2, on=text, required=text)
    texts = {"body": text, "summary": text, "document": text, "reference": text, "doubt": text, "sources": (source,)}
    clause = replace(CLAUSE, article=text, notify=(text, text))
    leaves = replace(TREATY, id=text, title=text, short=text, depositary=text, exit=clause)
    findings = (Finding(Aspect.LEGAL, text, text, source.url),)
    events = (
        event("2024-12-01", Action.NOTE, topic=Topic.BORDER, vote=vote, **texts),
        *path(1, findings=findings, **texts),
        event("2025-03-20", Action.MILESTONE, step=text, vote=vote, **texts),
        event("2025-04-20", Stage.PARLIAMENT_VOTE, skip=text, vote=vote, **texts),
        event("2025-04-21", Stage.UN_NOTIFICATION, announced=date(2025, 11, 2), **texts),
        event("2027-04-20", Action.MILESTONE, step=text, planned=True, **texts),
    )
    return Case(id_, Country("AQ", "ATA", text), leaves, None, text, events)


@cache
def _both(text: str) -> tuple[Standing, Standing]:
    return stands(evil_case(text, text), "2025-06-01"), stands(evil_case(f"{text}2", text), "2025-06-01")


@cache
def _moved(text: str) -> Changes:
    return moved(_both(text), SINCE, UNTIL, notes=True)


def tables(text: str, paper: Paper) -> dict[str, str]:
    both, problem = _both(text), Located(text, 1, Problem(text, text, hint=text))
    return {
        "status": status(both, paper, footer=text),
        "show": shown(both[0], paper, all_sources=False),
        "show --sources": shown(both[0], paper, all_sources=True),
        "diff": diff(compare(both), paper),
        "changes": changes(_moved(text), paper, all_sources=True, footer=text),
        "analysis": analysis(found(both), UNTIL, paper, all_sources=True, footer=text),
        "stats": stats(taken(both, UNTIL, UNTIL), paper, footer=text),
        "timeline": timeline(drawn(both), paper, footer=text),
        "check": report([problem], 1, paper),
        "treaties": treaties([one.case.treaty for one in both], paper),
        "treaties ID": treaty(both[0].case.treaty, paper),
        "advance": recorded(both[0], text, paper),
    }


def pages(text: str) -> dict[str, str]:
    both = _both(text)
    return {
        "status": status_page(both),
        "show": show_page(both[0], history(both[0])),
        "diff": diff_page(compare(both)),
        "changes": changes_page(_moved(text)),
        "stats": stats_page(taken(both, UNTIL, UNTIL)),
        "timeline": timeline_page(drawn(both)),
    }


@each_value
@pytest.mark.parametrize("width", [60, None])
def test_nothing_is_live_in_a_table(width: int | None, text: str) -> None:
    """With colour there is nothing but colour more."""
    coloured = tables(text, Paper(width, colour=True))
    for name, plain in tables(text, Paper(width, colour=False)).items():
        assert unseen(plain) == set(), name
        assert _lines(COLOUR.sub("", coloured[name])) == _lines(plain), name
        assert visible(text) in "".join(plain.split()) or width, name


def _lines(text: str) -> list[str]:
    return [line.rstrip() for line in text.splitlines()]


@each_value
def test_nothing_is_live_in_a_page(text: str) -> None:
    """No tag but ours, no address but those of sources, nothing that GitHub links once it has read the page."""
    for name, page in pages(text).items():
        tags, links, words = seen(page)
        assert unseen(page) == set(), name
        assert tags <= OUR_TAGS, name
        assert [link for link in links if not re.match("https?://[^/]", link)] == [], name
        assert mentions(page) == [], name
        assert visible(text) in "".join(words.split()), name


@each_value
def test_nothing_is_live_in_a_sheet(text: str) -> None:
    both = _both(text)
    sheets = (
        status_sheet(both),
        show_sheet(both[0], history(both[0])),
        diff_sheet(compare(both)),
        changes_sheet(_moved(text)),
    )
    for one in sheets:
        made = sheet(one)
        assert live(made.replace("\r\n", "\n").replace("\t", "")) == set()
        rows = list(csv.reader(io.StringIO(made, newline=""), strict=True))
        assert {len(row) for row in rows} == {len(one.keys)}
        assert [cell for row in rows for cell in row if cell.startswith(FORMULA)] == []


@each_value
def test_nothing_is_live_in_json(text: str) -> None:
    both = _both(text)
    problem = Located(text, 1, Problem(text, text, hint=text))
    data = [[status_row(one) for one in both], comparison_row(compare(both)), changes_row(_moved(text))]
    made = envelope(data, UNTIL, [problem])
    assert live(made) == set()
    said = json.loads(made)
    assert (said["data"][0][0]["case"], said["problems"][0]["message"]) == (text, text)


@pytest.mark.parametrize("colour", [False, True])
@pytest.mark.parametrize("width", [60, 80, 120])
def test_no_line_is_wider_than_the_paper(width: int, colour: bool) -> None:  # noqa: FBT001 - a parameter of the test
    """But for what a reader copies or an editor reads: addresses, commands, the lines of `check`."""
    for name, text in tables(
        "[bold]x[/] \x1b[31m\u202eabc\x9b\x07\r\n\u2066z\x7f", Paper(width, colour=colour)
    ).items():
        if name not in ("check", "advance", "treaties"):  # an id is typed
            lines = [line for line in COLOUR.sub("", text).splitlines() if not any(word in line for word in COPIED)]
            assert max(map(cells, lines)) <= width, name
