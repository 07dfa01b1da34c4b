"""What a history says of an entry: paragraphs with the sources behind them, however they are laid out."""

from __future__ import annotations

from dataclasses import dataclass

from tracker.core.event import Event
from tracker.core.history import Entry, History
from tracker.core.interval import NO_DAYS
from tracker.core.treaty import Treaty
from tracker.views.dates import counted, days, long_day, some_day
from tracker.views.paper import Ink, Piece
from tracker.views.words import event_title, tally


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Pieces of text with the numbers of the sources that are cited behind them."""

    pieces: tuple[Piece, ...]
    numbers: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Telling:
    """How the entries of a history are told: each as paragraphs, of which the first is its title."""

    history: History
    treaty: Treaty

    def fact(self, entry: Entry) -> list[Paragraph]:
        """Return what took place."""
        event = entry.event
        ink = Ink.HEAD if event.moves else Ink.PLAIN
        title = ((event_title(event, self.treaty), ink), *_acted(event), *_later(entry))
        if entry.derived:
            return [Paragraph(title), _plain("The exit clause has run; no event confirms it yet.")]
        return self._told(event, title)

    def note(self, entry: Entry) -> list[Paragraph]:
        """Return what stands beside the path."""
        return self._told(entry.event, ((entry.event.body or "", Ink.PLAIN),))

    def plan(self, entry: Entry, *, overdue: bool) -> list[Paragraph]:
        """Return what was announced, and what became of it."""
        event = entry.event
        title, *told = self._told(event, ((event_title(event, self.treaty), Ink.HEAD), *_acted(event)))
        became = next((other for other in self.history.entries if other.number == entry.settled_by), None)
        outcome = f"Planned for {some_day(entry.date)}"
        if became:
            outcome += f", took place on {some_day(became.date)}: see {became.number}."
        else:
            outcome += "; that day has passed, and nothing is recorded." if overdue else "."
        return [title, Paragraph(((outcome, Ink.DOUBT if overdue else Ink.PLAIN),)), *told]

    def _told(self, event: Event, title: tuple[Piece, ...]) -> list[Paragraph]:
        """Return all paragraphs; where there is no summary, the sources stand behind the title."""
        numbers = self.history.numbers(event.sources)
        summary = [Paragraph(((event.summary, Ink.PLAIN),), numbers)] if event.summary else []
        doubt = [Paragraph((("Doubt: ", Ink.DOUBT), (event.doubt, Ink.DOUBT)))] if event.doubt else []
        first = Paragraph(title, () if event.summary else numbers)
        return [first, *summary, *_details(event), *self._findings(event), *doubt]

    def _findings(self, event: Event) -> list[Paragraph]:
        return [
            Paragraph(
                (
                    (f"Finding ({finding.aspect}): ", Ink.FAINT),
                    (finding.text, Ink.PLAIN),
                    (f" ({finding.body})" if finding.body else "", Ink.PLAIN),
                ),
                self.history.number_of_address(finding.url) if finding.url else (),
            )
            for finding in event.findings
        ]


def _plain(text: str) -> Paragraph:
    return Paragraph(((text, Ink.PLAIN),))


def _acted(event: Event) -> list[Piece]:
    return [(f" · {event.body}", Ink.PLAIN)] if event.body and event.body != event.step else []


def _later(entry: Entry) -> list[Piece]:
    if entry.days is None:
        return []
    later = "the same day" if entry.days == NO_DAYS else f"{counted(days(entry.days), 'day')} later"
    return [(f" · {later}", Ink.FAINT)]


def _details(event: Event) -> list[Paragraph]:
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
    return [Paragraph(((f"{label}: ", Ink.FAINT), (text, Ink.PLAIN))) for label, text in labelled if text]
