"""Columns for several cases, as many side by side as fit the paper, the others below."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from tracker.core.standing import Standing
from tracker.views.grid import Grid
from tracker.views.paper import Paper


def blocks(
    standings: Sequence[Standing],
    make: Callable[[Sequence[Standing]], Grid],
    paper: Paper,
    fits: Callable[[Grid], bool],
) -> Iterator[Grid]:
    """Yield the grids that `make` makes of one group of standings after the other, each as large as `fits`.

    Where the paper has no width all stand in one, without a look at each size of it.
    """
    if standings and paper.width is None:
        yield make(standings)
        return
    group: list[Standing] = []
    for one in standings:
        if group and not fits(make([*group, one])):
            yield make(group)
            group = []
        group.append(one)
    if group:
        yield make(group)
