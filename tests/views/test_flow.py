from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tracker.views.flow import beside, chop, flow
from tracker.views.paper import Ink, Paper, cells

PLAIN = Ink.PLAIN
NARROW = Paper(20, colour=False)
ENDLESS = Paper(None, colour=False)

words = st.text(st.characters(exclude_categories=["Cs", "Mn", "Me"]), max_size=80)


def test_lines_break_at_blanks() -> None:
    assert flow([("The ministry recommended to leave.", PLAIN)], NARROW) == ["The ministry", "recommended to", "leave."]


def test_without_a_width_a_paragraph_is_one_line() -> None:
    assert flow([("one\ntwo  three ", PLAIN)], ENDLESS) == ["one two three"]
    assert flow([("", PLAIN)], ENDLESS) == flow([("", PLAIN)], NARROW) == []


def test_pieces_that_touch_are_one_word() -> None:
    pieces = [("passed the law", PLAIN), (" [12]", Ink.FAINT), (".", PLAIN)]
    assert flow(pieces, Paper(14, colour=False)) == ["passed the law", "[12]."]


def test_an_article_keeps_its_number() -> None:
    assert flow([("by the clause (art. 20(3))", PLAIN)], NARROW) == ["by the clause", "(art. 20(3))"]


def test_wide_glyphs_take_two_cells() -> None:
    assert flow([("大陸新聞大陸新聞大陸新聞", PLAIN)], NARROW) == ["大陸新聞大陸新聞大陸", "新聞"]


def test_a_long_word_is_cut_but_not_an_address() -> None:
    assert flow([("x" * 25, PLAIN)], NARROW) == ["x" * 20, "x" * 5]
    assert flow([("see ", PLAIN), ("y" * 25, Ink.ADDRESS)], NARROW) == ["see", "y" * 25]
    assert chop("大陸x", 3) == ["大", "陸x"]


def test_colour_covers_the_blanks_within_it() -> None:
    text = flow([("a bold", Ink.HEAD), (" word", PLAIN)], Paper(None, colour=True))
    assert text == ["\x1b[1ma bold\x1b[0m word"]


def test_a_margin_stands_before_its_lines() -> None:
    margin = [("  1", PLAIN), ("  a", PLAIN)]
    assert beside(margin, ["one", "two", "three"], 5, NARROW) == ["  1  one", "  a  two", "     three"]
    assert beside(margin, ["one"], 5, NARROW) == ["  1  one", "  a  "]


@given(words, st.integers(min_value=4, max_value=60))
def test_no_line_is_wider_than_the_paper(text: str, width: int) -> None:
    for colour in (False, True):
        lines = flow([(text, PLAIN)], Paper(width, colour=colour))
        assert all(cells(line) <= width for line in lines)


@given(words)
def test_nothing_is_lost(text: str) -> None:
    [one] = flow([(text, PLAIN)], ENDLESS) or [""]
    assert "".join(flow([(text, PLAIN)], NARROW)).replace(" ", "") == one.replace(" ", "")
