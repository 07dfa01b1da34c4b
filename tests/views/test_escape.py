from __future__ import annotations

import json
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.views.escape import escape, escape_json

BIDI = {
    chr(code) for span in ((0x202A, 0x202E), (0x2066, 0x2069), (0x200E, 0x200F)) for code in range(span[0], span[1] + 1)
}
LIVE_KINDS = {"Cc", "Cs", "Zl", "Zp"}


def is_live(letter: str) -> bool:
    return unicodedata.category(letter) in LIVE_KINDS or letter in BIDI | {"\u061c"}


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain [bold]text[/]", "plain [bold]text[/]"),
        ("\x1b[31mred", "\\u001b[31mred"),
        ("\x9b31m", "\\u009b31m"),
        ("a\x7fb\x00", "a\\u007fb\\u0000"),
        ("one\ntwo\r\nthree\tfour", "one two three four"),
        ("back\rover", "back\\u000dover"),
        ("abc\u202edef\u2066g", "abc\\u202edef\\u2066g"),
        ("\u061c\u200e\u200f\u2028\u2029", "\\u061c\\u200e\\u200f\\u2028\\u2029"),
        ("zero\u200bwidth\ufeff\xad", "zero\\u200bwidth\\ufeff\\u00ad"),
        ("tag\U000e0041", "tag\\U000e0041"),
        ("half\udcff", "half\\udcff"),
        ("Šakalienė, Türkiye, 大陸, می\u200cشود", "Šakalienė, Türkiye, 大陸, می\u200cشود"),
        ("👩\u200d🚀", "👩\u200d🚀"),
    ],
)
def test_what_could_act_is_shown_as_an_escape(text: str, shown: str) -> None:
    assert escape(text) == shown


@given(st.text(st.characters(codec=None)))
def test_nothing_live_is_left(text: str) -> None:
    assert not [letter for letter in escape(text) if is_live(letter)]
    assert escape(escape(text)) == escape(text)


@given(st.text(st.characters(codec=None)))
def test_json_is_harmless_and_says_the_same(text: str) -> None:
    """The promise of the envelope: what could act is an escape, and the text is as it was."""
    document = escape_json(json.dumps({"key": text}, ensure_ascii=False, indent=2))
    assert not [letter for letter in document if is_live(letter) and letter != "\n"]
    assert json.loads(document) == {"key": text}
    document.encode("utf-8")


def test_json_keeps_other_letters_as_they_are() -> None:
    assert escape_json('"Šakalienė 大陸 \u202e\x7f"') == '"Šakalienė 大陸 \\u202e\\u007f"'
