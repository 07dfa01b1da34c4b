"""Where every case stands, as Markdown: one table."""

from __future__ import annotations

from collections.abc import Sequence

from tracker.core.standing import Standing
from tracker.views import markdown
from tracker.views.status import COLUMNS, legend, remark, status_rows, summary


def status_page(standings: Sequence[Standing]) -> str:
    """Return a row for each standing, in their order; below them what the signs mean, the counts, the day."""
    rows = status_rows(standings)
    right = [place for place, column in enumerate(COLUMNS) if column.right]
    cells = [[markdown.text(text) for text, _ in row] for row in rows]
    table = markdown.table([column.title for column in COLUMNS], cells, right) if rows else ""
    told = remark(standings)
    marked = f"{markdown.text(told[0])} {markdown.code(told[1])}" if told else ""
    return markdown.page([table, marked, *map(markdown.text, (*legend(rows), f"{summary(standings)}."))])
