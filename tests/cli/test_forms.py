"""What is made for machines or pages is the same at every width, in colour or without."""

from __future__ import annotations

import pytest

from tests.cli.conftest import Run, Write
from tests.cli.paths import event, reached

READING = {
    "status": ["status", "--as-of", "2025-05-01"],
    "show": ["show", "estonia"],
    "show with a plan": ["show", "antarctica"],
    "diff": ["diff", "latvia", "estonia", "poland", "lithuania-ccm"],
    "changes": ["changes", "--since", "2025-01-31", "--notes"],
    "timeline": ["timeline", "--as-of", "2025-08-01"],
    "stats": ["stats", "--as-of", "2025-12-26"],
}


@pytest.mark.parametrize("name", READING)
@pytest.mark.parametrize("form", ["json", "csv", "markdown"])
@pytest.mark.usefixtures("shipped")
def test_width_or_colour_change_nothing(
    name: str, form: str, tracker: Run, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    write("antarctica", reached(2) + event("2027-01-01", plan=True, action="milestone", step="Reading"))
    meant = tracker(*READING[name], "--format", form)
    assert (meant.code, meant.err) == (0, "")
    monkeypatch.setenv("FORCE_COLOR", "1")
    for columns in ("60", "80", "120"):
        monkeypatch.setenv("COLUMNS", columns)
        assert tracker(*READING[name], "--format", form) == meant
