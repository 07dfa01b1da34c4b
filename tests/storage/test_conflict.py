"""A conflict that git left is told at its line, with both versions named."""

from __future__ import annotations

import pytest

from tests.storage.reading import EVENT, LIBRARY, TOP, read, told
from tracker.core.problem import Problem
from tracker.storage.case_merge import LeftInConflict
from tracker.storage.conflict import is_marker
from tracker.storage.reader import read_case

ABOVE = f'{TOP}\n[[event]]\ndate = 2025-03-18\nstage = "ministry-analysis"\n\n'
DIRECTIVE = '[[event]]\ndate = 2025-04-18\nstage = "cabinet-directive"\n'
REJECT = '[[event]]\ndate = 2025-04-10\naction = "reject"\n'
NOTE = '[[event]]\ndate = 2025-04-19\naction = "note"\ntopic = "law"\n'
BODY = 'body = "C"\n'
BY_HAND = "keep what is right of both sides, and take the marker lines out"
RESOLVE = "`tracker git resolve latvia` puts both together; by hand, take the marker lines out"
LEFT = "conflict-marker: git left a conflict"


def _conflict(ours: str, theirs: str, *, base: str = "", names: tuple[str, str] = (" HEAD", " court")) -> str:
    return f"<<<<<<<{names[0]}\n{ours}{base}=======\n{theirs}>>>>>>>{names[1]}\n"


def _told(text: str) -> list[str]:
    file = read(text)
    assert file.case is None
    return told(file.problems)


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("base", ["", "||||||| 1a2b3c4\n", "||||||| 1a2b3c4\n# nothing yet\n"])
def test_that_cannot_both_have_happened(base: str, end: str) -> None:
    text = ABOVE + _conflict(DIRECTIVE, REJECT, base=base)
    assert _told(text.replace("\n", end)) == [
        (
            f"8 {LEFT}: `HEAD` has `cabinet-directive` of 2025-04-18, `court` has `reject` of 2025-04-10; with both, "
            "`cabinet-directive` on 2025-04-18 cannot have happened: no `advance` follows while the case is rejected "
            f"(since 2025-04-10) -> {BY_HAND}"
        )
    ]


def test_of_which_both_can_stand() -> None:
    assert _told(ABOVE + _conflict(DIRECTIVE, NOTE)) == [
        f"8 {LEFT}: `HEAD` has `cabinet-directive` of 2025-04-18, `court` has `note` of 2025-04-19 -> {RESOLVE}"
    ]


def test_of_which_both_can_stand_in_one_order_alone() -> None:
    """Of one day the file's order decides."""
    abandon = REJECT.replace("reject", "abandon")
    assert _told(ABOVE + _conflict(abandon, REJECT)) == [
        f"8 {LEFT}: `HEAD` has `abandon` of 2025-04-10, `court` has `reject` of 2025-04-10 -> {RESOLVE}"
    ]


def test_that_names_no_version() -> None:
    text = ABOVE + _conflict(DIRECTIVE, NOTE, names=("", ""))
    assert _told(text)[0].startswith(f"8 {LEFT}: `ours` has `cabinet-directive` of 2025-04-18, `theirs` has `note` of")


def test_in_which_one_side_has_nothing_or_much() -> None:
    notes = "\n".join(NOTE.replace("-19", f"-{day}") for day in range(20, 25))
    assert _told(ABOVE + _conflict("", notes)) == [
        (
            f"8 {LEFT}: `HEAD` has nothing there, `court` has `note` of 2025-04-20, `note` of 2025-04-21, `note` of "
            f"2025-04-22 and 2 more -> {RESOLVE}"
        )
    ]
    planned = NOTE.replace('"note"\ntopic = "law"', '"milestone"\nstep = "Review"\nplanned = true')
    assert _told(ABOVE + _conflict("", f"{NOTE}\n{planned}")) == [
        (
            f"8 {LEFT}: `HEAD` has nothing there, `court` has `note` of 2025-04-19 and planned `milestone` of "
            f"2025-04-19 -> {RESOLVE}"
        )
    ]


def test_within_a_block_is_told_by_its_events_where_they_differ() -> None:
    days = _conflict("date = 2025-04-18\n", "date = 2025-04-19\n")
    assert _told(f'{ABOVE}[[event]]\n{days}action = "note"\ntopic = "law"\n') == [
        f"9 {LEFT}: `HEAD` has `note` of 2025-04-18, `court` has `note` of 2025-04-19 -> {BY_HAND}"
    ]


@pytest.mark.parametrize(
    ("ours", "theirs", "lines"),
    [
        ('body = "A"\nsummary = "B"\n', BODY, "lines 9 to 10 are from `HEAD`, line 12 is from `court`"),
        ("", BODY, "nothing is from `HEAD`, line 10 is from `court`"),
        ("colour = 1\n", BODY, "line 9 is from `HEAD`, line 11 is from `court`"),
        (BODY, "colour = 1\n", "line 9 is from `HEAD`, line 11 is from `court`"),
    ],
    ids=["the same event", "nothing", "unsound", "unsound, too"],
)
def test_within_a_block_is_told_by_its_lines_where_events_say_nothing(ours: str, theirs: str, lines: str) -> None:
    assert _told(TOP + EVENT + _conflict(ours, theirs)) == [f"8 {LEFT}: {lines} -> {BY_HAND}"]


def test_of_several_each_is_told_by_its_lines() -> None:
    assert _told(f"{ABOVE}{_conflict(DIRECTIVE, NOTE)}\n{_conflict(REJECT, '')}") == [
        f"8 {LEFT}: lines 9 to 11 are from `HEAD`, lines 13 to 16 are from `court` -> {BY_HAND}",
        f"19 {LEFT}: lines 20 to 22 are from `HEAD`, nothing is from `court` -> {BY_HAND}",
    ]


def test_within_a_text_is_told() -> None:
    """Such a file is TOML, and would show the markers as part of the text."""
    inner = _conflict("one\n", "other\n")
    assert _told(f'{TOP}about = """\\\n{inner}"""\n') == [
        f"4 {LEFT}: line 5 is from `HEAD`, line 7 is from `court` -> {BY_HAND}"
    ]


def test_the_command_for_it_names_the_case_as_a_shell_takes_it() -> None:
    path = "cases/$(touch pwned).toml"
    file = read_case("$(touch pwned)", path, (ABOVE + _conflict(DIRECTIVE, NOTE)).encode(), LIBRARY)
    assert [each.problem.hint for each in file.problems] == [RESOLVE.replace("latvia", "'$(touch pwned)'")]
    unknown = Problem("unknown-treaty", "the treaty is not known", sound=False)
    assert LeftInConflict("$(touch pwned)", path, unknown).hint == (
        "put the treaty's file right, then type `tracker git resolve '$(touch pwned)'`"
    )


def test_a_name_is_data() -> None:
    told_ = _told(ABOVE + _conflict(DIRECTIVE, NOTE, names=(" \x1b[31m\u202e", " [b]`x`")))[0]
    assert "`\\u001b[31m\\u202e` has `cabinet-directive`" in told_
    assert "\x1b" not in told_


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_marker_by_itself_is_told_where_it_stands(end: str) -> None:
    lines = ['country = "LV"', "=======", "a = 2", ">>>>>>> theirs", "<<<<<<<", ""]
    stray = f"conflict-marker: git left a conflict marker here -> {BY_HAND}"
    assert _told(end.join(lines)) == [f"{line} {stray}" for line in (2, 4, 5)]
    assert [is_marker(line) for line in lines] == [False, True, False, True, True, False]


def test_of_many_the_first_twenty_are_told() -> None:
    assert len(read(_conflict("a\n", "b\n") * 10_000).problems) == 20
    assert len(read("=======\n" * 20_000).problems) == 20
