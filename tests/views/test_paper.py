from __future__ import annotations

import subprocess
import sys

from tracker.views.paper import Ink, Paper, cells


def test_colour_is_an_escape_around_what_is_not_blank() -> None:
    pieces = [("bold", Ink.HEAD), ("  ", Ink.ADDRESS), ("plain", Ink.PLAIN)]
    assert Paper(80, colour=True).paint(pieces) == "\x1b[1mbold\x1b[0m  plain"
    assert Paper(80, colour=False).paint(pieces) == "bold  plain"


def test_lines_end_without_blanks() -> None:
    assert Paper(80, colour=False).pages(["one  ", "", "two"]) == "one\n\ntwo\n"
    assert Paper(80, colour=False).pages([]) == ""


def test_signs_can_be_spelled_in_ascii_of_the_same_width() -> None:
    line = "≥ 12 · 20–22 “it’s”"
    assert Paper(80, colour=False, unicode=False).pages([line]) == '>=12 - 20-22 "it\'s"\n'
    assert len(Paper(80, colour=False, unicode=False).pages([line])) == len(line) + 1


def test_a_margin_leaves_something() -> None:
    assert Paper(80, colour=False).narrowed(20).width == 60
    assert Paper(25, colour=False).narrowed(20).width == 20
    assert Paper(None, colour=False).narrowed(20).width is None


def test_cells_of_wide_glyphs() -> None:
    assert [cells(text) for text in ("abc", "Šaka", "大陸", "e\u0301")] == [3, 4, 4, 1]


def test_json_is_made_without_rich() -> None:
    """Start-up time is a feature: what only tables need is not imported for JSON."""
    code = "import sys, tracker.views.envelope, tracker.views.sentence; print('rich' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"
