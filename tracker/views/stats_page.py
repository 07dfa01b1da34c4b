"""How long the stages took, as Markdown: one table."""

from __future__ import annotations

from collections.abc import Mapping

from tracker.core.stats import Stats, Taken
from tracker.views import markdown
from tracker.views.names import names
from tracker.views.stats import LEGEND, taken_row, took_title, whose

_TITLES = ("Stage", "Cases", "Shortest", "Whose", "Median", "Longest", "Whose", "Left out")
_RIGHT = (1, 2, 4, 5, 7)


def stats_page(found: Stats) -> str:
    """Return the days of each stage with whose they are, and what is counted."""
    called = names(found.cases)
    table = markdown.table(_TITLES, [_row(one, called) for one in found.stages], _RIGHT)
    return markdown.page([markdown.bold(f"{took_title(found)}."), table, markdown.text(LEGEND)])


def _row(one: Taken, called: Mapping[str, str]) -> list[str]:
    stage, count, shortest, median, longest, left_out = (text for text, _ in taken_row(one))
    fastest, slowest = whose(one.shortest, called), whose(one.longest, called)
    return [markdown.text(text) for text in (stage, count, shortest, fastest, median, longest, slowest, left_out)]
