"""What a side appended is cut off so that no byte is lost, wherever the block before it was changed."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.storage import chance
from tests.storage.reading import TOP
from tracker.core.event import Event
from tracker.storage.log import append
from tracker.storage.tail import Side, cut_off, joined, without

A = '\n[[event]]\ndate = 2025-03-18\naction = "note"\ntopic = "law"\n'
B = A.replace("-18", "-19")
C = A.replace("-18", "-20")
D = A.replace("-18", "-21")
CHANGED = A.replace('"law"', '"other"')
BASE = f"{TOP}{A}{B}"


@given(chance.FILES, st.lists(chance.NOTES, min_size=1, max_size=3))
@settings(max_examples=100, deadline=None)
def test_what_was_recorded_is_the_tail_and_nothing_else(text: str, notes: list[Event]) -> None:
    """The law: what `append` adds to a file is what is cut off it, block for block."""
    longer, pieces = text, []
    for note in notes:
        before, longer = longer, append(longer, note)
        pieces.append(longer[len(before) :])
    side = cut_off(text, longer)
    assert side.rest == text
    assert side.tail == tuple(pieces)
    assert joined(side.rest, side.tail) == longer


@given(chance.FILES, chance.FILES)
@settings(max_examples=200, deadline=None)
def test_no_byte_is_lost(base: str, text: str) -> None:
    side = cut_off(base, text)
    assert side.rest + "".join(side.tail) == text
    assert joined(side.rest, side.tail) == text


@pytest.mark.parametrize(
    ("text", "side"),
    [
        (BASE, Side(BASE)),
        (f"{BASE}{C}{D}", Side(BASE, (C, D))),
        (f"{TOP}{A}", Side(f"{TOP}{A}")),
        (TOP, Side(TOP)),
        (f"{TOP}{A}{CHANGED}{C}", Side(f"{TOP}{A}{CHANGED}", (C,))),
        (f"{TOP}{CHANGED}{B}{C}", Side(f"{TOP}{CHANGED}{B}", (C,))),
        (f"{TOP}{A}{D}{B}{C}", Side(f"{TOP}{A}{D}{B}", (C,))),
        (f"{TOP}{B}{C}", Side(f"{TOP}{B}", (C,))),
        (f"{TOP}{B}{A}", Side(f"{TOP}{B}", (A,))),
        (f"{TOP}{A}{A}{B}{C}", Side(f"{TOP}{A}{A}{B}", (C,))),
        (f"{BASE}{B}", Side(BASE, (B,))),
        (f"{BASE}\n\n# why\n{C}", Side(BASE, (f"\n\n# why\n{C}",))),
    ],
    ids=[
        "the same",
        "two blocks",
        "the last taken out",
        "all taken out",
        "the last changed",
        "the first changed",
        "one put between",
        "the first taken out",
        "turned round",
        "the first twice",
        "the last twice",
        "a comment above",
    ],
)
def test_blocks_are_known_again(text: str, side: Side) -> None:
    assert cut_off(BASE, text) == side


def test_what_follows_the_last_block_of_the_base_stays_above_the_tail() -> None:
    base = f"{BASE}\n# the end\n"
    assert cut_off(base, f"{base}{C}") == Side(base, (C,))
    assert cut_off(base, f"{BASE}\n# THE end\n\n# why\n{C[1:]}") == Side(f"{BASE}\n# THE end\n", (f"\n# why\n{C[1:]}",))
    assert cut_off(base, f"{BASE}# why\n{C[1:]}") == Side(BASE, (f"# why\n{C[1:]}",))
    assert cut_off(base, f"{BASE}{C}\n# the end\n") == Side(BASE, (f"{C}\n# the end\n",))
    assert cut_off(base[:-1], f"{base}{C}") == Side(base[:-1], (f"\n{C}",))
    assert cut_off(base[:-1], f"{base[:-1]}!\n{C}") == Side(f"{base[:-1]}!\n", (C,))


def test_line_ends_are_no_difference_between_blocks() -> None:
    crlf = f"{BASE}{C}".replace("\n", "\r\n")
    assert cut_off(BASE, crlf) == Side(BASE.replace("\n", "\r\n"), (C.replace("\n", "\r\n"),))
    assert cut_off(BASE.replace("\n", "\r\n"), crlf).tail == (C.replace("\n", "\r\n"),)


@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_a_file_that_was_not_there_has_all_its_blocks_in_the_tail(mark: str) -> None:
    assert cut_off("", f"{mark}{BASE}") == Side(f"{mark}{TOP}", (A, B))
    assert cut_off("", f"{mark}{A[1:]}") == Side(mark, (A[1:],))
    assert cut_off(f"{mark}\n", f"{mark}{A}") == Side(f"{mark}\n", (A[1:],))


@pytest.mark.parametrize("odd", ["a = ", f"{TOP}event = []\n", f"{TOP}<<<<<<< HEAD\n", f'{TOP}about = "\udcff"\n'])
def test_nothing_is_cut_off_where_blocks_cannot_be_told(odd: str) -> None:
    assert cut_off(odd, f"{BASE}{C}") == Side(f"{BASE}{C}")
    assert cut_off(BASE, odd) == Side(odd)


def test_a_line_end_is_added_where_one_is_missing() -> None:
    assert joined(TOP[:-1], [A, B[1:-1], C[1:], D]) == f"{TOP[:-1]}{A}{B[1:-1]}\n{C[1:]}{D}"
    assert joined(TOP.replace("\n", "\r\n"), ["[[event]]", "[[event]]"]).endswith("[[event]]\r\n[[event]]")


def test_equal_blocks_are_left_out_as_often_as_they_are_there() -> None:
    assert without([A, A, B], [A.replace("\n", "\r\n"), C]) == [A, B]
    assert without([A], [A, A]) == []
    assert without([f"# why\n{A}"], [A]) == [f"# why\n{A}"]
