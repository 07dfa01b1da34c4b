"""One case in full, as Markdown: the sentence to quote comes first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from tracker.core.doubts import path_doubts
from tracker.core.event import Source, Topic
from tracker.core.history import Entry, History
from tracker.core.plans import overdue
from tracker.core.standing import Standing
from tracker.views import markdown
from tracker.views.dates import long_when, short_when
from tracker.views.facts import facts
from tracker.views.sentence import sentence
from tracker.views.telling import Paragraph, Telling
from tracker.views.words import TOPICS

_TITLES = ("No.", "Day", "What happened")


def show_page(standing: Standing, history: History) -> str:
    """Return the sentence with links to its sources, the facts, the history as tables, the sources."""
    doubts = path_doubts(standing.case, standing.replay, standing.as_of, standing.today)
    return markdown.page(
        [
            _opening(standing, history),
            markdown.text(standing.case.about or ""),
            "\n".join(f"- {markdown.bold(label)}: {markdown.text(text)}" for label, text in facts(standing)),
            *_section("Doubts", "\n".join(f"- {markdown.text(doubt)}" for doubt in doubts)),
            *_histories(standing, history),
            *_section("Sources", source_list(history.sources)),
        ]
    )


def source_list(sources: Sequence[Source]) -> str:
    """Return the sources by their numbers, each title a link."""
    return "\n".join(f"{number}. {source_line(source)}" for number, source in enumerate(sources, start=1))


def told(paragraphs: Iterable[Paragraph], sources: Sequence[Source]) -> str:
    """Return paragraphs as one cell, each on a line of its own."""
    texts = (f"{markdown.inline(one.pieces)}{markdown.cited(one.numbers, sources)}" for one in paragraphs)
    return "<br>".join(text for text in texts if text.strip())


def _opening(standing: Standing, history: History) -> str:
    quote = sentence(standing)
    numbers = sorted(history.numbers(quote.sources(standing.case)))
    return f"{markdown.bold(quote.text)}{markdown.cited(numbers, history.sources)}"


def _section(title: str, body: str) -> Iterator[str]:
    if body:
        yield f"## {markdown.text(title)}"
        yield body


def _histories(standing: Standing, history: History) -> Iterator[str]:
    """Yield the path, the plans, the notes of each topic, each with its title."""
    telling = Telling(history, standing.case.treaty)
    late = {plan.number for plan in overdue(standing.case, standing.as_of, standing.today)}
    entries = history.entries
    path = [(e, telling.fact(e)) for e in entries if e.action.on_path and not e.event.planned]
    plans = [(e, telling.plan(e, overdue=e.place in late)) for e in entries if e.event.planned]
    yield from _section("History", _table(path, history))
    yield from _section("Planned", _table(plans, history))
    for topic in Topic:
        notes = [(e, telling.note(e)) for e in entries if e.event.topic is topic]
        yield from _section(f"Notes: {TOPICS[topic]}", _table(notes, history))


def _table(rows: Sequence[tuple[Entry, Sequence[Paragraph]]], history: History) -> str:
    cells = [
        (str(entry.number), markdown.text(short_when(entry.date)), told(paragraphs, history.sources))
        for entry, paragraphs in rows
    ]
    return markdown.table(_TITLES, cells, right=[0]) if cells else ""


def source_line(source: Source) -> str:
    """Return title, publisher, day of access, language, kept copy; the address is told where there is no title."""
    known = (
        markdown.link(markdown.text(source.title), source.url) if source.title else markdown.autolink(source.url or "")
    )
    kept = markdown.link("kept copy", source.archive) if source.archive else ""
    accessed = f"accessed {long_when(source.accessed)}" if source.accessed else ""
    more = [markdown.text(text) for text in (source.publisher or "", accessed, source.lang or "") if text]
    return ", ".join([known, *more, *([kept] if kept else [])])
