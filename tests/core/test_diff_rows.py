"""The rows of a comparison, of problems and doubts."""

from dataclasses import replace

from tests.core.tell import (
    CONFLICT,
    at,
    case,
    treaty,
)
from tracker.core.comparison import compare
from tracker.core.problem import Located, Place, Problem, Severity
from tracker.core.rows import check_rows, comparison_row


def test_comparison_row_has_every_case_at_every_stage() -> None:
    """None where it was not reached or is not known."""
    faster = case("2025-01-10 ministry-analysis vote=5:1 body=Council", id_="estonia")
    other = replace(case("2025-02-10 ministry-analysis", id_="lithuania-ccm"), treaty=treaty(CONFLICT, "ccm"))
    row = comparison_row(compare([at(faster, "2025-05-01"), at(other, "2025-05-01")]))
    stages = row["stages"]
    assert isinstance(stages, list)
    assert row["cases"] == [
        {"case": "estonia", "treaty": "ottawa", "condition": "in-progress", "stage": "ministry-analysis"},
        {"case": "lithuania-ccm", "treaty": "ccm", "condition": "in-progress", "stage": "ministry-analysis"},
    ]
    assert row["leaders"] == ["estonia", "lithuania-ccm"]
    vote = {**dict.fromkeys(("yes", "no", "abstain", "absent", "not_voting", "members", "on", "required", "result"))}
    assert stages[0] == {
        "stage": "ministry-analysis",
        "dates": {"estonia": "2025-01-10", "lithuania-ccm": "2025-02-10"},
        "behind": {"estonia": None, "lithuania-ccm": None},
        "took": {"estonia": None, "lithuania-ccm": None},
        "elapsed": {"estonia": [0, 0], "lithuania-ccm": [0, 0]},
        "votes": {
            "estonia": [{"body": "Council", "step": None, "date": "2025-01-10", "vote": {**vote, "yes": 5, "no": 1}}],
            "lithuania-ccm": [],
        },
    }
    nothing = {"estonia": None, "lithuania-ccm": None}
    assert [stage for stage in stages[1:] if any(stage[key] != nothing for key in list(stage)[1:])] == []
    assert len(stages) == 6


def test_check_rows_give_place_rule_and_cure() -> None:
    """A problem or a doubt a row."""
    problem = Problem("no-body", "the event does not say who acted", Place(0), None, Severity.DOUBT)
    located = Located("cases/latvia.toml", 12, problem)
    assert str(located) == "cases/latvia.toml:12: the event does not say who acted"
    assert check_rows([located]) == [
        {
            "path": "cases/latvia.toml",
            "line": 12,
            "rule": "no-body",
            "severity": "doubt",
            "message": "the event does not say who acted",
            "hint": None,
        }
    ]
