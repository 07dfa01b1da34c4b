"""The promised JSON: the order of the keys, the types of the values, `null` for what is not known."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.cli.conftest import Run, Write
from tests.cli.paths import event, reached, top

pytestmark = pytest.mark.usefixtures("shipped")

Shape = dict[str, Any]
TEXT, NUMBER, FLAG = (str,), (int,), (bool,)
MAYBE, MAYBE_NUMBER = (str, type(None)), (int, type(None))

STATUS: Shape = {
    "case": TEXT,
    "country": TEXT,
    "name": TEXT,
    "treaty": TEXT,
    "condition": TEXT,
    "condition_since": MAYBE,
    "stage": MAYBE,
    "stage_since": MAYBE,
    "days": MAYBE_NUMBER,
    "next": MAYBE,
    "next_planned": MAYBE,
    "effective": MAYBE,
    "effective_basis": MAYBE,
    "not_before": MAYBE,
    "days_left": MAYBE_NUMBER,
    "last_event": MAYBE,
    "about": MAYBE,
    "event_count": NUMBER,
    "source_count": NUMBER,
}
SHOW: Shape = {
    **STATUS,
    "sentence": TEXT,
    "sentence_sources": list,
    "received": MAYBE,
    "computed": MAYBE,
    "earliest": MAYBE,
    "revocable_until": MAYBE,
    "doubts": list,
    "sources": list,
    "history": list,
    "allowed": list,
}
SOURCE: Shape = {
    "number": NUMBER,
    "url": MAYBE,
    "title": MAYBE,
    "publisher": MAYBE,
    "accessed": MAYBE,
    "archive": MAYBE,
    "lang": MAYBE,
}
ENTRY: Shape = {
    "number": NUMBER,
    "date": TEXT,
    "action": TEXT,
    "stage": MAYBE,
    "step": MAYBE,
    "topic": MAYBE,
    "planned": FLAG,
    "derived": FLAG,
    "settled_by": MAYBE_NUMBER,
    "skip": MAYBE,
    "given": MAYBE,
    "named": MAYBE,
    "announced": MAYBE,
    "body": MAYBE,
    "summary": MAYBE,
    "document": MAYBE,
    "reference": MAYBE,
    "doubt": MAYBE,
    "vote": (dict, type(None)),
    "findings": list,
    "sources": list,
    "days": (list, type(None)),
}
VOTE: Shape = {
    "yes": MAYBE_NUMBER,
    "no": MAYBE_NUMBER,
    "abstain": MAYBE_NUMBER,
    "absent": MAYBE_NUMBER,
    "not_voting": MAYBE_NUMBER,
    "members": MAYBE_NUMBER,
    "on": MAYBE,
    "required": (int, str, type(None)),
    "result": MAYBE,
}
FINDING: Shape = {"aspect": TEXT, "text": TEXT, "body": MAYBE, "sources": list}
CHOICE: Shape = {"action": TEXT, "stages": list}
DIFF: Shape = {"cases": list, "leaders": list, "stages": list}
DIFF_CASE: Shape = {"case": TEXT, "treaty": TEXT, "condition": TEXT, "stage": MAYBE}
STAGE: Shape = {"stage": TEXT, "dates": dict, "behind": dict, "took": dict, "elapsed": dict, "votes": dict}
BALLOT: Shape = {"body": MAYBE, "step": MAYBE, "date": TEXT, "vote": dict}
CHECK: Shape = {"path": TEXT, "line": NUMBER, "rule": TEXT, "severity": TEXT, "message": TEXT, "hint": MAYBE}
PROBLEM: Shape = {"path": TEXT, "line": NUMBER, "message": TEXT}
STAGES = ["ministry-analysis", "cabinet-directive", "draft-law", "parliament-vote", "un-notification", "effect"]


def _is(row: Any, shape: Shape) -> None:  # noqa: ANN401 - whatever the document holds
    """Hold a row against its shape: the same keys in the same order, each value of its type."""
    assert list(row) == list(shape)
    for key, kind in shape.items():
        assert isinstance(row[key], kind), key
        assert kind is FLAG or not isinstance(row[key], bool), key


def _document(tracker: Run, *words: str, code: int = 0) -> Any:  # noqa: ANN401 - as above
    ran = tracker(*words, "--format", "json")
    assert ran.code == code
    document = json.loads(ran.out)
    assert list(document) == ["version", "as_of", "data", "problems"]
    assert document["version"] == 1
    for row in document["problems"]:
        _is(row, PROBLEM)
    assert ran.out.endswith("}\n")
    return document


DAYS = ["2024-01-01", "2025-03-18", "2025-05-01", "2025-07-01", "2025-12-27", "2026-11-23", "2030-01-01"]


@pytest.mark.parametrize("day", DAYS)
def test_status(day: str, tracker: Run) -> None:
    document = _document(tracker, "status", "--as-of", day)
    assert (document["as_of"], document["problems"], len(document["data"])) == (day, [], 7)
    for row in document["data"]:
        _is(row, STATUS)


@pytest.mark.parametrize("day", DAYS)
def test_show(day: str, tracker: Run) -> None:
    for case in ("latvia", "finland", "lithuania-ccm", "poland"):
        data = _document(tracker, "show", case, "--as-of", day)["data"]
        _is(data, SHOW)
        (row,) = _document(tracker, "status", case, "--as-of", day)["data"]
        assert {key: data[key] for key in STATUS} == row
        _rows_of(data)


def _rows_of(data: Any) -> None:  # noqa: ANN401 - as above
    assert [row["number"] for row in data["sources"]] == list(range(1, len(data["sources"]) + 1))
    for row in data["sources"]:
        _is(row, SOURCE)
    known = {row["number"] for row in data["sources"]}
    assert set(data["sentence_sources"]) <= known
    for entry in data["history"]:
        _is(entry, ENTRY)
        assert set(entry["sources"]) <= known
        days = entry["days"]
        assert days is None or ([type(one) for one in days] == [int, int] and days == sorted(days))
        if entry["vote"] is not None:
            _is(entry["vote"], VOTE)
        for finding in entry["findings"]:
            _is(finding, FINDING)
            assert set(finding["sources"]) <= known
    for choice in data["allowed"]:
        _is(choice, CHOICE)


def test_show_before_the_notice_then_after_it(tracker: Run) -> None:
    """What is not known, or does not apply, is `null`; the keys are there."""
    before = _document(tracker, "show", "latvia", "--as-of", "2025-06-26")["data"]
    after = _document(tracker, "show", "latvia", "--as-of", "2025-06-27")["data"]
    keys = ("received", "computed", "effective", "effective_basis", "days_left", "earliest", "revocable_until")
    assert [before[key] for key in keys] == [None, None, None, None, None, "2025-12-26", None]
    received = ["2025-06-27", "2025-12-27", "2025-12-27", "computed", 183, None, "2025-12-26"]
    assert [after[key] for key in keys] == received


def test_show_what_is_derived_or_planned(write: Write, tracker: Run) -> None:
    """An effect that time brought is told as such; a plan that came true names what settled it."""
    plan = event("2025-05-01", "un-notification", plan=True)
    write("antarctica", reached(4) + plan + event("2025-05-20", "un-notification"))
    data = _document(tracker, "show", "antarctica")["data"]
    _rows_of(data)
    keys = ("number", "date", "stage", "derived", "planned", "settled_by")
    assert [[row[key] for key in keys] for row in data["history"]][-3:] == [
        [5, "2025-05-20", "un-notification", False, False, None],
        [6, "2025-11-20", "effect", True, False, None],
        [7, "2025-05-01", "un-notification", False, True, 5],
    ]


@pytest.mark.parametrize("day", DAYS)
def test_diff(day: str, tracker: Run) -> None:
    for cases in (["latvia", "estonia"], ["poland", "lithuania", "lithuania-ccm", "finland"]):
        data = _document(tracker, "diff", *cases, "--as-of", day)["data"]
        _is(data, DIFF)
        assert [row["case"] for row in data["cases"]] == cases
        assert set(data["leaders"]) <= set(cases)
        assert [row["stage"] for row in data["stages"]] == STAGES
        for row in data["cases"]:
            _is(row, DIFF_CASE)
        for row in data["stages"]:
            _is(row, STAGE)
            _cells_of(row, cases)


def _cells_of(row: Any, cases: list[str]) -> None:  # noqa: ANN401 - as above
    """Every case is a key; spans of days are pairs that never fall below 0."""
    for key in ("dates", "behind", "took", "elapsed", "votes"):
        assert list(row[key]) == cases
    for case in cases:
        if row["dates"][case] is None:
            assert [row[key][case] for key in ("behind", "took", "elapsed")] == [None, None, None]
        for key in ("behind", "took", "elapsed"):
            pair = row[key][case]
            assert pair is None or (len(pair) == 2 and 0 <= pair[0] <= pair[1])
        for ballot in row["votes"][case] or ():
            _is(ballot, BALLOT)
            _is(ballot["vote"], VOTE)


def test_check(write: Write, tracker: Run) -> None:
    assert _document(tracker, "check") == {"version": 1, "as_of": "2026-11-23", "data": [], "problems": []}
    write("antarctica", top() + "colour = 5\n")
    document = _document(tracker, "check", "--doubts", code=1)
    for row in document["data"]:
        _is(row, CHECK)
    assert {row["severity"] for row in document["data"]} == {"problem", "doubt"}
    told = [row for row in document["data"] if row["severity"] == "problem"]
    assert document["problems"] == [{key: row[key] for key in PROBLEM} for row in told]


def test_problems_stand_beside_the_data(write: Write, tracker: Run) -> None:
    write("antarctica", top() + "colour = 5\n")
    told = [{"path": "cases/antarctica.toml", "line": 3, "message": "`colour` is not a key of the file"}]
    assert _document(tracker, "status", code=5)["problems"] == told
    assert _document(tracker, "diff", "latvia", "antarctica", code=5)["problems"] == told
    document = _document(tracker, "show", "antarctica", code=5)
    assert (document["data"], document["problems"]) == (None, told)
    assert _document(tracker, "show", "latvia")["problems"] == []


def test_letters_stay_as_they_are(tracker: Run) -> None:
    assert "Ministers Pevkur, Sprūds, Šakalienė" in tracker("show", "latvia", "--format", "json").out
