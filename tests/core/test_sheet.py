"""Rows made flat for spreadsheets: nothing in them is lost, a value a cell."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.core.tell import at, case
from tracker.core.comparison import compare
from tracker.core.event import Aspect, Finding, Source
from tracker.core.history import history
from tracker.core.rows import Json, status_row
from tracker.core.sheet import sheet
from tracker.core.sheets import DIFF_KEYS, ENTRY_KEYS, STATUS_KEYS, diff_sheet, show_sheet, status_sheet


def test_pairs_or_tables_within_a_row_have_columns_of_their_own() -> None:
    keys = ("case", "days_least", "days_most", "vote_yes", "vote_no")
    rows: list[Json] = [
        {"case": "a", "days": [20, 22], "vote": {"yes": 5, "no": None}},
        {"case": "b", "days": None, "vote": None},
    ]
    assert sheet(keys, rows).rows == (("a", 20, 22, 5, None), ("b", None, None, None, None))


def test_what_has_no_column_is_refused() -> None:
    with pytest.raises(KeyError, match="vote_yes"):
        sheet(["case"], [{"case": "a", "vote": {"yes": 5}}])


def test_header_stands_without_rows() -> None:
    assert status_sheet([]).keys == STATUS_KEYS
    assert show_sheet(None, None).keys == ENTRY_KEYS
    assert (show_sheet(None, None).rows, diff_sheet(compare([])).rows) == ((), ())


def test_status_has_the_keys_of_its_json() -> None:
    one = at(case("2025-01-10 ministry-analysis"), "2025-05-01")
    assert dict(zip(STATUS_KEYS, status_sheet([one]).rows[0], strict=True)) == status_row(one)


def test_entry_has_its_first_source_in_columns_and_the_others_in_one() -> None:
    plain = case("2025-01-10 ministry-analysis\n2025-02-01 cabinet-directive")
    findings = (
        Finding(Aspect.MILITARY, "Mines help."),
        Finding(Aspect.LEGAL, "It may leave.", "Court", "https://b.example/"),
    )
    sources = (Source("https://a.example/", "A", "Press"), Source("https://b.example/"), Source(title="A paper"))
    first = replace(plain.events[0], findings=findings, sources=sources)
    one = at(replace(plain, events=(first, plain.events[1])), "2025-05-01")
    cells = [dict(zip(ENTRY_KEYS, row, strict=True)) for row in show_sheet(one, history(one)).rows]
    assert [(row["case"], row["number"], row["days_least"], row["days_most"]) for row in cells] == [
        (plain.id, 1, None, None),
        (plain.id, 2, 22, 22),
    ]
    assert cells[0]["findings"] == "military: Mines help.\nlegal: It may leave. (Court) https://b.example/"
    keys = ("source_url", "source_title", "source_publisher", "source_accessed", "more_sources")
    assert [cells[0][key] for key in keys] == ["https://a.example/", "A", "Press", None, "https://b.example/\nA paper"]
    assert [cells[1][key] for key in keys] == [None] * 5


def test_diff_gives_the_vote_that_reached_the_stage_and_the_others_as_text() -> None:
    both = case(
        """
        2025-01-10 ministry-analysis
        2025-02-01 cabinet-directive
        2025-03-01 draft-law
        2025-03-20 milestone First vote=62:16 body=Sejm
        2025-03-25 milestone Second vote=60:17
        2025-04-01 parliament-vote vote=66:14:2 body=Senate
        2025-04-02 milestone Recount vote=66:13
        """,
        id_="estonia",
    )
    other = case("2025-01-10/2025-01-20 ministry-analysis", id_="latvia")
    rows = diff_sheet(compare([at(both, "2025-05-01"), at(other, "2025-05-01")])).rows
    cells = [dict(zip(DIFF_KEYS, row, strict=True)) for row in rows]
    places = [("ministry-analysis", "estonia"), ("ministry-analysis", "latvia"), ("cabinet-directive", "estonia")]
    assert [(row["stage"], row["case"]) for row in cells[:3]] == places
    assert len(cells) == 12
    votes = ("vote_body", "vote_step", "vote_date", "vote_yes", "vote_no", "vote_abstain", "more_votes")
    first, recount = "2025-03-20, Sejm, First: yes=62, no=16", "2025-04-02, Recount: yes=66, no=13"
    assert [cells[4][key] for key in votes] == [None, "Second", "2025-03-25", 60, 17, None, first]
    assert [cells[6][key] for key in votes] == ["Senate", None, "2025-04-01", 66, 14, 2, recount]
    leader = ("leads", "present_stage", "elapsed_least", "elapsed_most")
    assert [cells[6][key] for key in leader] == [True, "parliament-vote", 81, 81]
    keys = ("date", "behind_least", "behind_most", "took_least", "leads", "condition")
    assert [cells[1][key] for key in keys] == ["2025-01-10/2025-01-20", 0, 10, None, False, "in-progress"]
    assert [cells[7][key] for key in keys] == [None, None, None, None, False, "in-progress"]
