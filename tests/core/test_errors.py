"""The tree of errors with its exit codes."""

import pytest

from tracker.core.errors import (
    BadDate,
    FileFault,
    Impossible,
    NotFound,
    Refused,
    Several,
    TrackerError,
    Unsound,
    WrongUsage,
    raise_all,
)
from tracker.core.problem import Located, Problem


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (TrackerError("what"), 1),
        (WrongUsage("what"), 2),
        (BadDate("2025", "why"), 2),
        (NotFound("what"), 3),
        (Refused("what"), 4),
        (Impossible("why"), 4),
        (FileFault("what"), 5),
        (Unsound([]), 5),
    ],
)
def test_each_error_has_its_exit_code(error: TrackerError, code: int) -> None:
    assert error.exit_code == code


def test_a_message_stands_apart_from_its_hint() -> None:
    error = Refused("a sentence", "a command")
    assert (str(error), error.message, error.hint) == ("a sentence", "a sentence", "a command")
    assert Refused("a sentence").hint is None


def test_an_unsound_file_carries_its_problems() -> None:
    one = Located("a.toml", 1, Problem("rule", "message"))
    assert (Unsound([one]).problems, Unsound([one]).message) == ((one,), "1 problem")
    assert Unsound([one, one]).message == "2 problems"


def test_nothing_is_raised_where_nothing_is_wrong() -> None:
    raise_all([])


def test_one_error_is_raised_as_it_is_and_several_together() -> None:
    """The highest exit code wins."""
    one, other = NotFound("no case"), WrongUsage("no day")
    with pytest.raises(NotFound):
        raise_all([one])
    with pytest.raises(Several) as raised:
        raise_all([one, other])
    assert (raised.value.errors, raised.value.exit_code) == ((one, other), 3)
    assert raised.value.message == "no case; no day"
