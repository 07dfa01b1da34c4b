"""Two versions of a case file become one: the union of what was recorded, or a conflict where that cannot be."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.core.chance import CALM
from tests.storage.forks import Fork, forks
from tests.storage.reading import TOP, read
from tracker.core.event import Event
from tracker.core.problem import Problem
from tracker.core.replay import replay
from tracker.storage.merge import Lines, Merged, Versions, merge

ANALYSIS = '\n[[event]]\ndate = 2025-03-18\nstage = "ministry-analysis"\n'
DIRECTIVE = '\n[[event]]\ndate = 2025-04-18\nstage = "cabinet-directive"\n'
REJECT = '\n[[event]]\ndate = 2025-04-10\naction = "reject"\n'
ABANDON = REJECT.replace("reject", "abandon")
NOTE = '\n[[event]]\ndate = 2025-04-19\naction = "note"\ntopic = "law"\n'
UNKNOWN = f"{NOTE}colour = 1\n"
BASE = f"{TOP}{ANALYSIS}"
CHANGED = f'{TOP}{ANALYSIS}body = "Cabinet"\n'


def _merged(fork: Fork, end: str) -> Merged:
    return merge(fork.versions(end), _colliding, fork.judge)


def _colliding(versions: Versions) -> Lines:
    return Lines(f"<<<<<<< ours\n{versions.ours}=======\n{versions.theirs}>>>>>>> theirs\n", conflict=True)


@given(forks(), st.sampled_from(["\n", "\r\n"]))
@CALM
def test_the_merge_of_any_two_histories(fork: Fork, end: str) -> None:
    """The laws: it is their union, or a conflict just where the machine refuses that; it commutes but for one day."""
    merged, turned = _merged(fork, end), _merged(fork.turned, end)
    possible = [union for union in (fork.union, fork.turned.union) if fork.is_possible(union)]
    assert merged.conflict == turned.conflict == (not possible)
    if possible:
        assert merged == Merged(fork.text(possible[0], end))
        assert _same_but_for_one_day(fork, fork.events(merged.text), fork.events(turned.text))
    else:
        assert merged.fault
        assert merged.fault.rule == "impossible-history"
        assert fork.judge(merged.text)[0].rule == "conflict-marker"
        assert _sides(merged.text) == (fork.versions(end).ours, fork.versions(end).theirs)


def _same_but_for_one_day(fork: Fork, events: Sequence[Event], others: Sequence[Event]) -> bool:
    """Whether both are told alike: the same events, those of different days in the same order."""
    told, also = ([step.event for step in replay(fork.walk.case(each)).steps] for each in (events, others))
    days = [event.date.earliest for event in told]
    alike = told == also or len(set(days)) < len(days)
    return alike and Counter(events) == Counter(others) and days == [event.date.earliest for event in also]


def _sides(text: str) -> tuple[str, str]:
    """Return the text with either side of its one conflict."""
    lines = text.split("\n")
    first, middle, last = (
        number for number, line in enumerate(lines) if line.startswith(("<<<<<<<", "=======", ">>>>>>>"))
    )
    ours, theirs = lines[first + 1 : middle], lines[middle + 1 : last]
    return "\n".join([*lines[:first], *ours, *lines[last + 1 :]]), "\n".join(
        [*lines[:first], *theirs, *lines[last + 1 :]]
    )


def _judged(text: str) -> list[Problem]:
    return [each.problem for each in read(text).problems if not each.problem.sound]


def _of(ours: str, theirs: str, base: str = BASE) -> Merged:
    return merge(Versions(base, ours, theirs), _colliding, _judged)


def test_ours_come_first() -> None:
    assert _of(BASE + DIRECTIVE, BASE + NOTE) == Merged(BASE + DIRECTIVE + NOTE)
    assert _of(BASE + NOTE, BASE + DIRECTIVE) == Merged(BASE + NOTE + DIRECTIVE)


def test_theirs_come_first_where_ours_cannot() -> None:
    assert _of(BASE + ABANDON, BASE + REJECT) == Merged(BASE + REJECT + ABANDON)
    assert _of(BASE + REJECT, BASE + ABANDON) == Merged(BASE + REJECT + ABANDON)


def test_what_both_recorded_is_there_once() -> None:
    assert _of(BASE + NOTE + DIRECTIVE, BASE + NOTE + REJECT.replace("-10", "-20")) == Merged(
        BASE + NOTE + DIRECTIVE + REJECT.replace("-10", "-20")
    )
    assert _of(BASE + NOTE, BASE + NOTE) == Merged(BASE + NOTE)
    assert _of(BASE + NOTE, BASE + NOTE + DIRECTIVE) == Merged(BASE + NOTE + DIRECTIVE)


def test_what_one_side_alone_changed_is_taken_whatever_it_is() -> None:
    assert _of(BASE, "a = ") == Merged("a = ")
    assert _of("a = ", BASE) == Merged("a = ")
    assert _of(CHANGED + DIRECTIVE, BASE + NOTE) == Merged(CHANGED + DIRECTIVE + NOTE)
    assert _of(BASE + DIRECTIVE, CHANGED + NOTE) == Merged(CHANGED + DIRECTIVE + NOTE)
    assert _of(CHANGED + DIRECTIVE, CHANGED + NOTE) == Merged(CHANGED + DIRECTIVE + NOTE)


def test_where_lines_collide_both_tails_follow() -> None:
    """Whether the machine takes them is looked at when somebody has decided on the lines."""
    other = CHANGED.replace("Cabinet", "Ministry")
    assert _of(CHANGED + DIRECTIVE, other + REJECT) == Merged(
        f"<<<<<<< ours\n{CHANGED}=======\n{other}>>>>>>> theirs\n{DIRECTIVE}{REJECT}", conflict=True
    )


def test_of_what_both_tails_begin_with_there_is_no_choice() -> None:
    merged = _of(BASE + NOTE + DIRECTIVE, BASE + NOTE + REJECT)
    assert merged.conflict
    assert merged.text == (f"{BASE}{NOTE}\n<<<<<<< ours\n{DIRECTIVE[1:]}=======\n{REJECT[1:]}>>>>>>> theirs\n")


def test_a_conflict_of_a_file_without_a_last_line_end() -> None:
    merged = _of(BASE + DIRECTIVE[:-1], f"{BASE}# why{REJECT[:-1]}")
    assert merged.text == (f"{BASE}<<<<<<< ours\n{DIRECTIVE}=======\n# why{REJECT}>>>>>>> theirs\n")


def test_a_conflict_names_the_versions_as_git_does() -> None:
    merged = merge(Versions(BASE, BASE + DIRECTIVE, BASE + REJECT, ("HEAD", "court"), 9), _colliding, _judged)
    assert merged.text == (f"{BASE}\n{'<' * 9} HEAD\n{DIRECTIVE[1:]}{'=' * 9}\n{REJECT[1:]}{'>' * 9} court\n")


def test_where_an_old_block_and_a_new_one_exclude_each_other_all_that_differs_is_in_conflict() -> None:
    later = BASE.replace("03-18", "05-18")
    merged = _of(later, BASE + DIRECTIVE)
    assert merged.text == f"<<<<<<< ours\n{later}=======\n{BASE}{DIRECTIVE}>>>>>>> theirs\n"
    assert merged.fault
    assert merged.fault.message.startswith("`cabinet-directive` on 2025-04-18 cannot have happened")


def test_what_is_recorded_in_a_file_that_the_other_side_emptied_stays() -> None:
    assert _of(BASE + DIRECTIVE, "") == Merged(DIRECTIVE)


@pytest.mark.parametrize("ours", [BASE + UNKNOWN, f"a = \n{BASE}"])
def test_a_fault_that_was_there_before_is_no_conflict(ours: str) -> None:
    """No choice between the versions would put it right; `check` tells it as before."""
    assert _of(BASE.replace("03-18", "03-19") + UNKNOWN, BASE + NOTE) == Merged(
        BASE.replace("03-18", "03-19") + UNKNOWN + NOTE
    )
    assert _of(BASE + NOTE, BASE + UNKNOWN) == Merged(BASE + NOTE + UNKNOWN)
    assert merge(Versions(BASE, ours, BASE + NOTE), lambda v: Lines(f"{v.ours}#"), _judged).conflict is False


def test_a_fault_that_only_the_merge_has_is_a_conflict() -> None:
    """Each side is sound, and both lines together say one thing twice."""
    merged = merge(
        Versions(BASE, f'{BASE}body = "A"\n', f'{BASE}body = "B"\n'),
        lambda versions: Lines(f'{BASE}body = "A"\nbody = "B"\n') if versions.base else _colliding(versions),
        _judged,
    )
    assert merged.conflict
    assert merged.fault
    assert merged.fault.rule == "not-toml"


def test_a_treaty_that_is_not_there_is_a_conflict() -> None:
    """Whether both can have happened, nobody can tell without its clause."""
    top, other = TOP.replace("ottawa", "nowhere") + ANALYSIS, TOP.replace("ottawa", "nowhere") + ANALYSIS
    merged = _of(top + DIRECTIVE, other + NOTE, base=top)
    assert merged.conflict
    assert merged.fault
    assert merged.fault.rule == "unknown-treaty"
