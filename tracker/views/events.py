"""The rows of a history, each a block beside its number with its day."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from tracker.core.event import Action, Event, Source
from tracker.core.history import Entry, History
from tracker.core.interval import NO_DAYS
from tracker.core.treaty import Treaty
from tracker.views.dates import counted, days, long_day, short_when, some_day
from tracker.views.flow import beside, flow
from tracker.views.paper import Ink, Paper, Piece, cells
from tracker.views.sources import cited
from tracker.views.words import event_title, tally

_GAP = "  "
_DAY = len("2025-04-16")
_Paragraph = list[Piece]


@dataclass(frozen=True, slots=True)
class Rows:
    """How the rows of a history are written: each as a block of lines, all with the same margin."""

    history: History
    treaty: Treaty
    paper: Paper

    def fact(self, entry: Entry) -> list[str]:
        """Return what took place; a milestone stands further in than the stages."""
        event = entry.event
        ink = Ink.HEAD if event.moves else Ink.PLAIN
        title = [(event_title(event, self.treaty), ink), *_acted(event), *_later(entry)]
        if entry.derived:
            told = [_plain("The exit clause has run; no event confirms it yet.")]
        else:
            told = self._told(event, title)
        return self._block(entry, [title, *told], _GAP if event.action is Action.MILESTONE else "")

    def note(self, entry: Entry) -> list[str]:
        """Return what stands beside the path."""
        title = _plain(entry.event.body or "")
        return self._block(entry, [title, *self._told(entry.event, title)])

    def plan(self, entry: Entry, *, overdue: bool) -> list[str]:
        """Return what was announced, and what became of it."""
        event = entry.event
        title = [(event_title(event, self.treaty), Ink.HEAD), *_acted(event)]
        became = next((other for other in self.history.entries if other.number == entry.settled_by), None)
        told = f"Planned for {some_day(entry.date)}"
        if became:
            told += f", took place on {some_day(became.date)}: see {became.number}."
        else:
            told += "; that day has passed, and nothing is recorded." if overdue else "."
        outcome = (told, Ink.DOUBT if overdue else Ink.PLAIN)
        return self._block(entry, [title, [outcome], *self._told(event, title)])

    def _block(self, entry: Entry, paragraphs: Iterable[_Paragraph], indent: str = "") -> list[str]:
        margin, width = self._margin(entry)
        paper = self.paper.narrowed(width + len(indent))
        body = [f"{indent}{line}" for paragraph in paragraphs for line in flow(paragraph, paper)]
        return beside(margin, body, width, self.paper)

    def _margin(self, entry: Entry) -> tuple[list[Piece], int]:
        """Return the number with the day, a span of days in two lines where the paper has a width."""
        day = short_when(entry.date)
        width = len(_GAP) + len(str(len(self.history.entries)))
        number = str(entry.number).rjust(width)
        if self.paper.width is None:
            widest = max(cells(short_when(other.date)) for other in self.history.entries)
            return [(f"{number}{_GAP}{day}", Ink.FAINT)], width + 2 * len(_GAP) + widest
        first, _, last = day.partition(" ")
        lines = [f"{number}{_GAP}{first}", *([f"{' ' * width}{_GAP}{last.rjust(_DAY)}"] if last else [])]
        return [(line, Ink.FAINT) for line in lines], width + 2 * len(_GAP) + _DAY

    def _told(self, event: Event, title: _Paragraph) -> list[_Paragraph]:
        """Return the paragraphs below the title; where there is no summary, the sources stand behind the title."""
        numbers = self._numbers(event.sources)
        if event.summary is None:
            title.append(numbers)
        summary = [(event.summary, Ink.PLAIN), numbers] if event.summary else []
        doubt = [("Doubt: ", Ink.DOUBT), (event.doubt, Ink.DOUBT)] if event.doubt else []
        return [summary, *_details(event), *self._findings(event), doubt]

    def _findings(self, event: Event) -> list[_Paragraph]:
        return [
            [
                (f"Finding ({finding.aspect}): ", Ink.FAINT),
                (finding.text, Ink.PLAIN),
                (f" ({finding.body})" if finding.body else "", Ink.PLAIN),
                cited(self.history.number_of_address(finding.url)) if finding.url else ("", Ink.PLAIN),
            ]
            for finding in event.findings
        ]

    def _numbers(self, sources: Iterable[Source]) -> Piece:
        return cited(self.history.numbers(sources))


def _plain(text: str) -> _Paragraph:
    return [(text, Ink.PLAIN)]


def _acted(event: Event) -> _Paragraph:
    return [(f" · {event.body}", Ink.PLAIN)] if event.body and event.body != event.step else []


def _later(entry: Entry) -> _Paragraph:
    if entry.days is None:
        return []
    later = "the same day" if entry.days == NO_DAYS else f"{counted(days(entry.days), 'day')} later"
    return [(f" · {later}", Ink.FAINT)]


def _details(event: Event) -> list[_Paragraph]:
    """Return the vote, the paper, the days that a notice gives: each with its label where it is known."""
    vote = event.vote
    paper = f"{event.document} ({event.reference})" if event.document and event.reference else event.document
    labelled = (
        (f"Vote on {vote.on}" if vote and vote.on else "Vote", tally(vote) if vote else None),
        ("Document" if event.document else "Reference", paper or event.reference),
        ("Stages without a counterpart", event.skip),
        ("Date on the letter", event.given and long_day(event.given)),
        ("Day that the notice names", event.named and long_day(event.named)),
        ("Day that the depositary announced", event.announced and long_day(event.announced)),
    )
    return [[(f"{label}: ", Ink.FAINT), (text, Ink.PLAIN)] for label, text in labelled if text]
