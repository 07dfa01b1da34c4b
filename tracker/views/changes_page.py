"""What moved in a number of days, as Markdown: a sentence an event, with links to its sources."""

from __future__ import annotations

from collections.abc import Iterator

from tracker.core.changes import Changes, Move
from tracker.views import markdown
from tracker.views.changes import details, headed, left_out, summary
from tracker.views.moves import clause
from tracker.views.show_page import source_list


def changes_page(found: Changes) -> str:
    """Return in how many cases something moved, then each case with its sentences, then the sources."""
    sources = source_list(found.cited.sources)
    return markdown.page(
        [
            markdown.bold(summary(found)),
            *_cases(found),
            *(["## Sources", sources] if sources else []),
            markdown.text(f"{left_out(found)}." if found.unlisted else ""),
        ]
    )


def _cases(found: Changes) -> Iterator[str]:
    for change, head, name in headed(found):
        yield f"## {markdown.text(''.join(text for text, _ in head))}"
        yield "\n".join(line for move in change.moves for line in _move(move, name, found))


def _move(move: Move, name: str, found: Changes) -> Iterator[str]:
    """Yield the sentence as an item of a list, what the event says as items below it."""
    numbers = sorted(found.cited.numbers(move.sources))
    yield f"- {markdown.text(f'{name}: {clause(move)}')}{markdown.cited(numbers, found.cited.sources)}."
    yield from (f"  - {markdown.inline(detail)}" for detail in details(move))
