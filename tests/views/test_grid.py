from __future__ import annotations

from tracker.views.grid import Column, grid
from tracker.views.paper import Ink, Paper, Piece

PLAIN = Ink.PLAIN
COLUMNS = (Column("Name", wraps=True), Column("Days", right=True), Column("What", wraps=True))


def row(*texts: str) -> list[Piece]:
    return [(text, PLAIN) for text in texts]


ROWS = [row("大陸", "7", "Draft law"), row("São Tomé and Príncipe", "≥ 120", "")]


def drawn(width: int | None) -> list[str]:
    paper = Paper(width, colour=False)
    table = grid(COLUMNS, ROWS)
    fitting = table if table.fits(paper) else table.narrowed(paper)
    return [fitting.head(paper), *(line for lines in fitting.lines(paper) for line in lines)]


def test_no_rows_can_be_narrowed() -> None:
    assert grid(COLUMNS, []).narrowed(Paper(1, colour=False)).lines(Paper(1, colour=False)) == []


def test_columns_are_as_wide_as_their_cells() -> None:
    assert drawn(None) == [
        "Name                    Days  What",
        "大陸                       7  Draft law",
        "São Tomé and Príncipe  ≥ 120",
    ]


def test_cells_break_between_words_where_the_paper_is_narrow() -> None:
    assert drawn(32) == [
        "Name             Days  What",
        "大陸                7  Draft law",
        "São Tomé and    ≥ 120",
        "Príncipe",
    ]


def test_then_columns_move_together() -> None:
    assert drawn(20) == [
        "Name      Days What",
        "大陸         7 Draft",
        "               law",
        "São Tomé ≥ 120",
        "and",
        "Príncipe",
    ]


def test_then_words_break() -> None:
    assert drawn(14) == [
        "Name    Days What",
        "大陸       7 Draft",
        "             law",
        "São    ≥ 120",
        "Tomé",
        "and",
        "Prínci",
        "pe",
    ]


def test_a_column_that_may_not_break_stays() -> None:
    paper = Paper(10, colour=False)
    table = grid((Column("A"), Column("B")), [row("12345678", "12345678")]).narrowed(paper)
    assert table.lines(paper) == [["12345678 12345678"]]


def test_a_column_can_be_left_out() -> None:
    paper = Paper(None, colour=False)
    assert [line for [line] in grid(COLUMNS, ROWS).without(1).lines(paper)] == [
        "大陸                   Draft law",
        "São Tomé and Príncipe",
    ]


def test_colour_does_not_shift_columns() -> None:
    paper = Paper(None, colour=True)
    [[line]] = grid(COLUMNS, [[("a", Ink.HEAD), ("1", PLAIN), ("b", Ink.OUT)]]).lines(paper)
    assert line == "\x1b[1ma\x1b[0m        1  \x1b[32mb\x1b[0m"


def test_a_grid_without_rows_has_its_titles() -> None:
    assert grid(COLUMNS, []).head(Paper(None, colour=False)) == "Name  Days  What"
