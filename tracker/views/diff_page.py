"""Two or more countries side by side, as Markdown: a paragraph to print, then tables."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tracker.core.comparison import Comparison
from tracker.views import markdown
from tracker.views.ballots import vote_rows
from tracker.views.comparison import APART, legend, stage_rows, titles
from tracker.views.grid import Row
from tracker.views.names import names
from tracker.views.paper import Paper
from tracker.views.paragraph import paragraph
from tracker.views.sentence import sentence
from tracker.views.show_page import source_line
from tracker.views.words import capital

_PAPER = Paper(None, colour=False)


def diff_page(comparison: Comparison) -> str:
    """Return who is ahead in words, the stages of all cases in one table, the votes in another, the sources."""
    called = names([one.case for one in comparison.standings])
    marked = [one for one in comparison.standings if one.case.about]
    return markdown.page(
        [
            markdown.text(paragraph(comparison, called)),
            *(markdown.text(f"{capital(called[one.case.id])}: {one.case.about}") for one in marked),
            *_section("Stages", _table([*_stages(comparison)])),
            *_section("Votes", _table([*vote_rows(comparison, comparison.standings)])),
            *_section("Sources", _sources(comparison)),
            "" if comparison.alike else markdown.text(APART),
            markdown.text(legend(comparison)),
        ]
    )


def _section(title: str, body: str) -> list[str]:
    return [f"## {title}", body] if body else []


def _table(rows: Sequence[Row]) -> str:
    (_, *head), *below = rows
    cells = [[markdown.inline([piece]).strip() for piece in row] for row in below if any(text for text, _ in row)]
    titles = ["", *(text for text, _ in head)]  # the section's own title stands above
    return markdown.table(titles, cells, right=range(1, len(titles))) if cells else ""


def _stages(comparison: Comparison) -> Iterator[Row]:
    group = comparison.standings
    yield from titles(comparison, group, _PAPER)
    for row in comparison.rows:
        yield from stage_rows(row, group, _PAPER, alike=comparison.alike)


def _sources(comparison: Comparison) -> str:
    """Return the sources on which the paragraph rests, by case."""
    called = names([one.case for one in comparison.standings])
    lines = [
        f"- {markdown.text(capital(called[one.case.id]))}: {source_line(source)}"
        for one in comparison.standings
        for source in dict.fromkeys(sentence(one).sources(one.case))
    ]
    return "\n".join(lines)
