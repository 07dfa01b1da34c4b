"""Words that may be names of files, paths as people are told them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tracker.storage.naming import inside, is_id, place, shown, toml_name
from tracker.storage.quote import listed, nearest, printable, quoted


@pytest.mark.parametrize("word", ["latvia", "lithuania-ccm", "a.b", "Åland", "with space", "a-"])
def test_a_word_that_can_be_a_file(word: str) -> None:
    assert is_id(word)
    assert toml_name(word) == f"{word}.toml"


@pytest.mark.parametrize(
    "word", ["", ".", "..", ".hidden", "a/b", "/etc", "a\nb", "a\0b", "\udcff", "a" * 201, "-", "-n"]
)
def test_a_word_that_leads_elsewhere(word: str) -> None:
    assert not is_id(word)


def test_paths_are_told_from_where_one_stands() -> None:
    assert shown(Path("/a/b/cases"), Path("/a/b")) == "cases"
    assert shown(Path("/a/b"), Path("/a/b")) == "."
    assert shown(Path("/a/cases"), Path("/a/b")) == "../cases"
    assert shown(Path("/a"), Path("/b/c/d")) == "/a"
    assert (inside(".", "a.toml"), inside("/a/b", "c.toml")) == ("a.toml", "/a/b/c.toml")
    assert (place("."), place("../cases")) == ("this folder", "../cases")


def test_a_quoted_word_stays_on_its_line() -> None:
    assert quoted("a\nb\u202e") == r"`a\u000ab\u202e`"
    assert quoted("x" * 60) == f"`{'x' * 60}`"
    assert quoted("x" * 61) == f"`{'x' * 59}…`"
    assert printable("Sprūds “x”") == "Sprūds “x”"


def test_words_are_listed() -> None:
    assert listed(["a"]) == "`a`"
    assert listed(["a", "b"]) == "`a` or `b`"
    assert listed(["a", "b", "c"], "and") == "`a`, `b` and `c`"


def test_the_nearest_word_is_meant() -> None:
    assert nearest("Draft law", ["draft-law", "effect"]) == "did you mean `draft-law`?"
    assert nearest("zzz", ["draft-law", "effect"]) is None
