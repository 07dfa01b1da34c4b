"""`make torture`: everything that can go wrong with a file, tried by the thousand."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator

from tests.torture import calls, crowd, fuzz, giants, limits, traced
from tests.torture.row import Row

Part = Callable[[], Iterator[Row]]


def faults() -> Iterator[Row]:
    """Yield what came of faults at system calls: strace's, or where it may not trace those that Python itself makes."""
    return traced.rows() if traced.is_allowed() else calls.rows()


PARTS: tuple[Part, ...] = (limits.rows, faults, crowd.rows, fuzz.rows, giants.rows)

WIDTHS = (48, 7, 74)


def main() -> int:
    """Print a line for each kind as it ends; return 1 if anything was lost."""
    _print("Kind of fault or input", "Tried", "What happened", "Lost")
    tried = lost = 0
    for part in PARTS:
        for row in part():
            _print(row.kind, f"{row.tried:,}", row.outcome, f"{row.lost:,}")
            tried, lost = tried + row.tried, lost + row.lost
    _print("All", f"{tried:,}", "", f"{lost:,}")
    return 1 if lost or not tried else 0


def _print(kind: str, tried: str, outcome: str, lost: str) -> None:
    print(f"{kind:<{WIDTHS[0]}}  {tried:>{WIDTHS[1]}}  {outcome:<{WIDTHS[2]}}  {lost:>4}", flush=True)


if __name__ == "__main__":
    sys.exit(main())
