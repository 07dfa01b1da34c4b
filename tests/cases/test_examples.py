"""Every example in cases/README.md is a sound case that stands where its text says."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from tracker.core.stage import Stage
from tracker.core.standing import standing
from tracker.core.state import Condition
from tracker.storage.search import find

README = Path(__file__).parents[2] / "cases" / "README.md"
TEXT = README.read_text(encoding="utf-8")
HOW = TEXT.partition("## How do I record …")[2]
BLOCK = re.compile(
    r"^#{2,3} (?P<title>[^\n]+)\n(?:(?!^#{2,3} ).)*?^```toml\n(?P<toml>.*?)^```$", re.MULTILINE | re.DOTALL
)
EXAMPLES = {found["title"]: found["toml"] for found in BLOCK.finditer(TEXT)}
ROW = re.compile(r"^\| (?P<what>[^|]+) \| [^|]+ \| \[(?P<title>[^\]]+)\]\(#(?P<anchor>[^)]+)\) \|$", re.MULTILINE)

# What each example must come to: the condition with the stage.
STANDS = {
    "A first file": (Condition.IN_PROGRESS, Stage.PARLIAMENT_VOTE),
    "Planned events": (Condition.IN_PROGRESS, Stage.PARLIAMENT_VOTE),
    "A veto": (Condition.IN_PROGRESS, Stage.DRAFT_LAW),
    "An override": (Condition.IN_PROGRESS, Stage.PARLIAMENT_VOTE),
    "A second chamber": (Condition.IN_PROGRESS, Stage.PARLIAMENT_VOTE),
    "A court's review": (Condition.NOTICE_RUNNING, Stage.UN_NOTIFICATION),
    "A lapsed bill": (Condition.IN_PROGRESS, Stage.DRAFT_LAW),
    "A referendum": (Condition.IN_PROGRESS, Stage.PARLIAMENT_VOTE),
    "A judgment on a notice": (Condition.REVOKED, Stage.UN_NOTIFICATION),
    "A tally that was not found": (Condition.IN_PROGRESS, Stage.PARLIAMENT_VOTE),
}


def test_all_examples_are_known_here() -> None:
    assert set(EXAMPLES) == set(STANDS)


def _stands(toml: str, folder: Path) -> tuple[Condition, Stage | None]:
    """Return where the example stands after its last event; it has no problem."""
    (folder / "example.toml").write_text(toml, encoding="utf-8")
    file = find(str(folder), folder, folder).load("example")
    assert not file.problems
    assert file.case is not None
    last = max(event.date.latest for event in file.case.events)
    one = standing(file.case, last, max(last, date(2025, 12, 31)))
    return one.condition, one.stage


@pytest.mark.parametrize("title", STANDS)
def test_an_example_is_a_possible_history(title: str, tmp_path: Path) -> None:
    assert _stands(EXAMPLES[title], tmp_path) == STANDS[title]


def test_a_referendum_that_is_lost_is_written_as_the_text_says(tmp_path: Path) -> None:
    lost = EXAMPLES["A referendum"].replace('step = "Referendum"\n', "").replace("milestone", "reject")
    lost = lost.replace("passed", "failed").replace("2100", "1800")
    assert _stands(lost, tmp_path) == (Condition.REJECTED, Stage.PARLIAMENT_VOTE)


def test_each_row_of_the_table_has_its_example() -> None:
    rows = [(row["title"], row["anchor"]) for row in ROW.finditer(HOW)]
    assert len(rows) == 8
    for title, anchor in rows:
        assert title in EXAMPLES
        assert anchor == re.sub(r"[^a-z -]", "", title.lower()).replace(" ", "-")
