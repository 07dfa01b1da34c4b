"""Two or more countries side by side, as Markdown: a paragraph to print, then tables."""

from __future__ import annotations

from collections.abc import Iterator

from tracker.core.comparison import Comparison
from tracker.views import markdown
from tracker.views.comparison import APART, stage_rows, titles
from tracker.views.grid import Row
from tracker.views.leading import lead
from tracker.views.names import names
from tracker.views.paper import Paper

_PAPER = Paper(None, colour=False)


def diff_page(comparison: Comparison) -> str:
    """Return who leads in words, then the stages of all cases in one table."""
    called = names([one.case for one in comparison.standings])
    return markdown.page(
        [
            markdown.text(lead(comparison, called)),
            "" if comparison.alike else markdown.text(APART),
            _table(comparison),
        ]
    )


def _table(comparison: Comparison) -> str:
    head, *rows = (list(row) for row in _rows(comparison))
    cells = ([markdown.inline([piece]) for piece in row] for row in rows)
    return markdown.table([text for text, _ in head], cells, right=range(1, len(head)))


def _rows(comparison: Comparison) -> Iterator[Row]:
    group = comparison.standings
    yield from titles(comparison, group, _PAPER)
    for row in comparison.rows:
        yield from stage_rows(row, group, _PAPER, alike=comparison.alike)
