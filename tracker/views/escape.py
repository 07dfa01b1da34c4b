"""Text from files made harmless: nothing in it may steer a terminal or turn the direction of reading."""

from __future__ import annotations

import re

# C0 (but the line end), DEL and C1 steer terminals; U+061C, U+200E-F, U+202A-E and U+2066-9 turn the direction of
# reading; U+2028-9 end lines; a lone surrogate (from a file's name) cannot be written at all.
_LIVE = "\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u206f\ud800-\udfff"
# What has no width could hide in a table: soft hyphen, Mongolian vowel separator, zero-width space, word joiners,
# byte order mark, interlinear marks, tags. The joiners U+200C-D stay: some scripts cannot be spelled without them.
_HIDDEN = "\xad\u180e\u200b\u2060-\u2065\ufeff\ufff9-\ufffb\U000e0000-\U000e007f"

ACTS = f"\t\n{_LIVE}{_HIDDEN}"  # for a class of a regular expression

_SPACE = re.compile(r"\r?\n|\t")
_IN_TABLES = re.compile(f"[{_LIVE}{_HIDDEN}]")
_IN_JSON = re.compile(f"[{_LIVE}]")
_IN_CELLS = re.compile(f"(?!\t)[{_LIVE}]")


def escape(text: str) -> str:
    r"""Return the text for one line of a table: line ends and tabs are spaces, what could act is shown as `\u001b`."""
    if text.isascii() and text.isprintable():
        return text
    return _IN_TABLES.sub(_shown, _SPACE.sub(" ", text))


def escape_json(document: str) -> str:
    r"""Return a JSON document in which `\u` escapes stand for what could act; other letters stay as they are.

    Line ends stay: they are the document's own layout, since within a JSON string they are escapes already.
    """
    return _IN_JSON.sub(_shown, document)


def escape_cell(text: str) -> str:
    r"""Return the text for a spreadsheet's cell: tabs and lines stay, for what else could act `\u` escapes stand."""
    return _IN_CELLS.sub(_shown, text)


def _shown(found: re.Match[str]) -> str:
    code = ord(found[0])
    return f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}"  # noqa: PLR2004 - the last code of four digits
