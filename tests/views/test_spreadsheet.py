"""CSV as RFC 4180 has it: quoted, ended by CR LF, with nothing in it that a spreadsheet would run."""

from __future__ import annotations

import pytest

from tracker.core.sheet import sheet
from tracker.views.spreadsheet import csv


def line(value: object) -> str:
    header, rest = csv(sheet(["key"], [{"key": value}])).split("\r\n", 1)
    assert header == "key"
    assert rest.endswith("\r\n")
    return rest[:-2]


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("plain", "plain"),
        (None, '""'),
        (0, "0"),
        (-5, "-5"),
        (True, "true"),
        (False, "false"),
        ("a,b", '"a,b"'),
        ('a "b"', '"a ""b"""'),
        ("two\nlines", '"two\nlines"'),
        ("tab\tstays", "tab\tstays"),
        ("=1+1", "'=1+1"),
        ("+1", "'+1"),
        ("-1", "'-1"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("'quoted'", "''quoted'"),
        ("\ttab", "'\ttab"),
        ("\rreturn", "'\\u000dreturn"),
        ("\n=1+1", '"\'\n=1+1"'),
        ("＝1＋1", "'＝1＋1"),  # noqa: RUF001 - as some spreadsheets take it for `=1+1`
        ("a=1", "a=1"),
        ("\x1b[31m\u202e\x00\u2028", "\\u001b[31m\\u202e\\u0000\\u2028"),
        ("Šakalienė – Сейм", "Šakalienė – Сейм"),
    ],
)
def test_cell(value: object, text: str) -> None:
    assert line(value) == text


def test_header_always() -> None:
    assert csv(sheet(["case", "days"], [])) == "case,days\r\n"


def test_mark_for_excel() -> None:
    assert csv(sheet(["case"], []), bom=True) == "\ufeffcase\r\n"
