"""Which standings a reader asked for, in which order."""

import pytest

from tests.core.tell import BILL, LAW_PASSED, NOTICE_GIVEN, at, case
from tracker.core.selection import SORTS, Wanted, in_order
from tracker.core.stage import Stage
from tracker.core.standing import Standing
from tracker.core.state import Condition

TOLD = {
    "a": "",
    "b": BILL,
    "c": f"{BILL}\n2025-05-01 reject",
    "d": BILL.replace("2025-03-10", "2025-03-05/2025-03-20"),
    "e": NOTICE_GIVEN,
    "f": f"{LAW_PASSED}\n2025-06 un-notification",
}
SEEN: list[Standing] = [at(case(told, id_=id_), "2025-07-01") for id_, told in reversed(TOLD.items())]


def ids(standings: list[Standing]) -> str:
    return "".join(one.case.id for one in standings)


@pytest.mark.parametrize(
    ("wanted", "taken"),
    [
        (Wanted(), "fedcba"),
        (Wanted(treaty="ottawa"), "fedcba"),
        (Wanted(treaty="Ottawa"), "fedcba"),
        (Wanted(treaty="ccm"), ""),
        (Wanted(stage=Stage.DRAFT_LAW), "dcb"),
        (Wanted(condition=Condition.REJECTED), "c"),
        (Wanted(reached=Stage.DRAFT_LAW), "fedcb"),
        (Wanted(not_reached=Stage.UN_NOTIFICATION), "dcba"),
        (Wanted(stage=Stage.DRAFT_LAW, condition=Condition.IN_PROGRESS), "db"),
        (Wanted(reached=Stage.DRAFT_LAW, not_reached=Stage.UN_NOTIFICATION), "dcb"),
    ],
)
def test_filters_take_what_fits_them_all(wanted: Wanted, taken: str) -> None:
    """A stage that was reached counts as such when the case has come further."""
    assert ids([one for one in SEEN if wanted.takes(one)]) == taken


@pytest.mark.parametrize(
    ("key", "forwards", "backwards"),
    [
        (None, "fedbca", "fedbca"),
        ("case", "abcdef", "fedcba"),
        ("stage", "bcdefa", "efbcda"),
        ("since", "dbcfea", "efbcda"),
        ("effective", "eabcdf", "eabcdf"),
        ("days", "feda", None),
    ],
)
def test_standings_are_sorted_with_the_unknown_last(key: str | None, forwards: str, backwards: str | None) -> None:
    """In both directions; equals by their ids. Without a key the furthest first, then the earliest there."""
    if key == "days":
        days = [one.days for one in in_order(SEEN, key)]
        assert days == [*sorted(day for day in days if day is not None), None]
        assert [one.days for one in in_order(SEEN, key, turned=True)][-1] is None
        return
    assert ids(in_order(SEEN, key)) == forwards
    assert ids(in_order(SEEN, key, turned=True)) == backwards


def test_every_way_to_sort_is_tried_above() -> None:
    assert set(SORTS) == {"case", "stage", "since", "effective", "days"}
