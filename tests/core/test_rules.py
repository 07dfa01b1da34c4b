"""The rules of docs/rules.md, the tests that hold them, the code that cites them belong together."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tracker.core.event import Action
from tracker.core.machine import TABLE
from tracker.core.stage import PATH
from tracker.core.state import Condition

HERE = Path(__file__).parent
PAGE = HERE.parents[1] / "docs" / "rules.md"
CORE = HERE.parents[1] / "tracker" / "core"

_RULE = re.compile(r"^\*\*R(\d+)\*\*", re.MULTILINE)
_CITED = re.compile(r"docs/rules\.md, rules? (\d+)(?: to (\d+))?")


def rules_of(page: str) -> list[int]:
    return [int(number) for number in _RULE.findall(page)]


def rules_tested(folder: Path) -> set[int]:
    return {number for path in folder.glob("test_*.py") for number in _marked(ast.parse(path.read_text("utf-8")))}


def _marked(tree: ast.Module) -> Iterator[int]:
    """Yield the numbers in every `@pytest.mark.rule(…)` that stands on a test."""
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef) and node.name.startswith("test_"):
            for mark in node.decorator_list:
                if isinstance(mark, ast.Call) and ast.unparse(mark.func) == "pytest.mark.rule":
                    yield from (int(ast.literal_eval(number)) for number in mark.args)


def unmatched(page: str, folder: Path) -> list[str]:
    """Return what is wrong between a page of rules and a folder of tests."""
    rules, tested = rules_of(page), rules_tested(folder)
    if not rules or not tested:
        return ["nothing to look at"]
    return [
        *(f"R{number} has no test" for number in rules if number not in tested),
        *(f"R{number} is tested, but there is no such rule" for number in sorted(tested.difference(rules))),
    ]


def test_every_rule_has_a_test_and_every_test_a_rule() -> None:
    assert unmatched(PAGE.read_text("utf-8"), HERE) == []


def test_rules_are_numbered_from_one() -> None:
    rules = rules_of(PAGE.read_text("utf-8"))
    assert rules == list(range(1, len(rules) + 1))


@pytest.mark.parametrize(
    ("page", "test", "fault"),
    [
        ("**R1** A law.\n\n**R2** Another.", "@pytest.mark.rule(1)\ndef test_a() -> None: ...", "R2 has no test"),
        (
            "**R1** A law.",
            "@pytest.mark.rule(1, 7)\ndef test_a() -> None: ...",
            "R7 is tested, but there is no such rule",
        ),
        ("**R1** A law.", "def test_a() -> None: ...", "nothing to look at"),
        ("A law.", "@pytest.mark.rule(1)\ndef test_a() -> None: ...", "nothing to look at"),
    ],
)
def test_a_missing_half_is_found(page: str, test: str, fault: str, tmp_path: Path) -> None:
    """The comparison fails when it has looked at nothing, too."""
    tmp_path.joinpath("test_some.py").write_text(test, encoding="utf-8")
    assert unmatched(page, tmp_path) == [fault]


def test_code_cites_rules_that_are_there() -> None:
    rules = rules_of(PAGE.read_text("utf-8"))
    cited = [
        int(number)
        for path in CORE.glob("*.py")
        for match in _CITED.finditer(path.read_text("utf-8"))
        for number in match.groups()
        if number
    ]
    assert len(cited) > 10, "nothing to look at"
    assert set(cited) <= set(rules)


@pytest.mark.rule(4)
def test_table_of_the_page_is_the_table_of_the_machine() -> None:
    """R4's table and the machine's are one."""
    page = PAGE.read_text("utf-8")
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in page.splitlines() if line.startswith("|")]
    header = next(row for row in rows if row[0] == "from")
    below = rows[rows.index(header) + 2 :][: len(Condition)]
    told = {
        Condition(row[0]): {
            Action(action): Condition(entry) for action, entry in zip(header[1:], row[1:], strict=True) if entry
        }
        for row in below
    }
    assert told == TABLE


@pytest.mark.rule(1, 3)
def test_page_names_every_stage_and_every_condition() -> None:
    """R1 and R3 leave none out."""
    page = PAGE.read_text("utf-8")
    assert [word for word in (*PATH, *Condition) if f"| `{word}` |" not in page] == []
