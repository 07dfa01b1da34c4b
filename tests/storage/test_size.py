"""How much a file may hold: more is refused in a sentence, before anything is made of it."""

from __future__ import annotations

import pytest

from tests.storage.reading import TOP, read, told
from tracker.storage.treaty_reader import read_treaty

NOTE = '\n[[event]]\ndate = 2025-03-18\naction = "note"\ntopic = "other"\nsummary = "{0}"\n'
HINT = "a file holds one country's path, in words that people read"
NUMBER = "a number has too many digits -> write the number that is meant"


def _notes(count: int) -> str:
    return TOP + "".join(NOTE.format(number) for number in range(count))


@pytest.mark.parametrize(
    ("text", "what"),
    [
        (TOP + "\n" * 99_999, "100,000 lines"),
        (TOP + "[" * 199_999, "200,000 commas, brackets and equals signs"),
        (f"{TOP}a = [{'1,' * 200_000}]\n", "200,000 commas, brackets and equals signs"),
        (f"{TOP}a = {'9' * 100_000}\n", "100,000 digits in a row"),
        (f"{TOP}a = 0x{'f' * 100_000}\n", "100,000 digits in a row"),
        (_notes(2001), "2,000 events"),
        (f"{TOP}a = [{'1,' * 20_000}]\n", "20,000 values"),
        (TOP + "[[event]]\n[event.vote]\n" + "".join(f"k{n} = [[{n}]]\n" for n in range(7_000)), "20,000 values"),
    ],
    ids=["lines", "brackets", "commas", "digits", "hexadecimal digits", "events", "values", "values within values"],
)
def test_what_is_too_much(text: str, what: str) -> None:
    file = read(text)
    assert file.case is None
    assert file.text == text
    assert told(file.problems) == [f"1 too-much: the file has more than {what}, and is not read -> {HINT}"]


def test_as_much_as_may_be() -> None:
    case = read(_notes(2000)).case
    assert case is not None
    assert len(case.events) == 2000
    assert read(TOP + "\n" * 99_998).case is not None
    assert read(f'{TOP}about = "{"1," * 90_000}"\n').case is not None
    assert read(f'{TOP}about = "{"x" * 4_000_000}"\n').case is not None


@pytest.mark.parametrize("number", ["0x" + "f" * 5000, "9223372036854775808", "-9223372036854775809", "9" * 5000])
def test_a_number_that_no_file_of_toml_may_hold(number: str) -> None:
    """TOML has whole numbers of 64 bits; Python would take any, and fail when it is to write one."""
    text = f"{_notes(1)}\n[event.vote]\nno = 9223372036854775807\nyes = {number}\n"
    assert told(read(text).problems) == [f"{text[: text.index('yes')].count(chr(10)) + 1} not-toml: {NUMBER}"]


def test_the_largest_number() -> None:
    case = read(f"{_notes(1)}\n[event.vote]\nno = 9223372036854775807\n").case
    assert case is not None
    assert case.events[0].vote is not None
    assert case.events[0].vote.no == 2**63 - 1


def test_very_many_problems_are_told_in_part() -> None:
    """Each is looked at for what was meant; that of the last is where the rest begins."""
    text = TOP + "".join(f"k{number} = 1\n" for number in range(1_000))
    problems = told(read(text).problems)
    assert len(problems) == 201
    assert problems[-1] == (
        "203 more-problems: 800 more problems follow from here on -> they are told when those above are put right"
    )


def test_a_treaty_file_is_bounded_as_well() -> None:
    content = f'title = "T"\n[exit]\narticle = "art. 1"\nk = [{"1," * 20_000}]\n'.encode()
    file = read_treaty("t", "treaties/t.toml", content)
    assert (file.treaty, told(file.problems)) == (
        None,
        [f"1 too-much: the file has more than 20,000 values, and is not read -> {HINT}"],
    )
