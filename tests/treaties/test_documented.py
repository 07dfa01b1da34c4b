"""The treaty files that the documentation shows are sound."""

from __future__ import annotations

import re
from pathlib import Path

from tests.storage.reading import told
from tracker.storage.treaty_reader import read_treaty
from tracker.storage.treaty_shape import TREATY

PAGE = (Path(__file__).parents[2] / "docs" / "treaties.md").read_text(encoding="utf-8")
WHOLE, *BLOCKS = re.findall(r"^```toml\n(.*?)^```", PAGE, re.DOTALL | re.MULTILINE)


def test_what_is_shown_is_sound() -> None:
    """One whole file, to which each block that is shown alone can be added."""
    assert [block.partition("\n")[0] for block in BLOCKS] == ["[exit.lock_in]", "[exit.term]", "[exit.conflict]"]
    for block in ("", *BLOCKS):
        limited = WHOLE.replace("[exit]", '[exit]\nright = "windows"') if "term" in block else WHOLE
        text = (limited if not block else limited.partition("[[")[0]) + block
        assert told(read_treaty("mine", "mine.toml", text.encode()).problems) == []


def test_needed_keys_are_said() -> None:
    """In the second column of the table of blocks."""
    rows = dict(re.findall(r"^\| `\[*(?:exit\.)?(\w+)\]*` \| ([^|]*) \| [^|]*\|$", PAGE, re.MULTILINE))
    for name, table in TREATY.tables["exit"].tables.items():
        needed = [key for key, what in table.keys.items() if what.needed]
        needed += [key for key, inner in table.tables.items() if inner.needed]
        if name != "period":
            assert [key for key in needed if f"`{key}`" not in rows[name]] == []
