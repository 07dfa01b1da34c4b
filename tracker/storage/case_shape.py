"""The keys of a case file, in the order in which a careful person writes them (cases/README.md)."""

from __future__ import annotations

from tracker.core.event import Action, Aspect, Result, Topic
from tracker.core.stage import Stage
from tracker.storage.shape import SOURCE_KEYS, Key, Kind, Table, choice, number, text

_VOTE_KEYS = {
    "yes": number("Votes in favour.", 66),
    "no": number("Votes against.", 14),
    "abstain": number("Abstentions.", 2),
    "absent": number("Members recorded as absent.", 15),
    "not_voting": number("Members recorded as present and not voting, or as not voting without a reason.", 3),
    "members": number("The number of members.", 100),
    "on": text("What was decided, where it was not the text itself.", "the agenda"),
    "required": Key(Kind.NUMBER_OR_TEXT, "The yes votes that were needed, or the rule in words.", 51),
    "result": choice("How it ended, as the source says.", Result, noun="result"),
}
_FINDING_KEYS = {
    "aspect": choice("What the finding is about.", Aspect, noun="aspect", needed=True),
    "text": text("The finding, in one sentence.", "Allies understood the step.", needed=True),
    "body": text("Who found it, where it was not the event's own body.", "National Armed Forces"),
    "url": Key(Kind.ADDRESS, "The one of the event's sources that says so.", "https://example.org/page"),
}
_EVENT_KEYS = {
    "date": Key(
        Kind.WHEN,
        "The day; or, as text, a span of days, a month, a year, where it is not fully known.",
        "2025-04-16",
        needed=True,
    ),
    "action": choice("What the event does to the path; `advance` where it is left out.", Action, noun="action"),
    "stage": choice("The stage reached, or gone back to.", Stage, noun="stage"),
    "step": text("The short name of a milestone.", "First reading"),
    "topic": choice("What a note is about.", Topic, noun="topic"),
    "planned": Key(Kind.FLAG, "True for what is announced and has not happened.", example=True),
    "skip": text("Why the stages between have no counterpart in this country.", "the government submits no bill"),
    "given": Key(Kind.DAY, "The date on the letter, where it differs from the day of the notice.", "2025-06-26"),
    "named": Key(Kind.DAY, "A later day that the notice names for its effect.", "2026-01-01"),
    "announced": Key(Kind.DAY, "The effective date that the depositary announced.", "2025-12-27"),
    "body": text("Who acted.", "Saeima"),
    "summary": text("What happened, in one sentence.", "The Saeima adopted the law in its final reading."),
    "document": text("The paper's own title.", "Law on the withdrawal"),
    "reference": text("The paper's official number.", "642 SE"),
    "doubt": text("What is not sure, or was looked for and not found.", "one source gives another day"),
}

VOTE = Table("vote", "[event.vote]", _VOTE_KEYS, one_of=tuple(_VOTE_KEYS), says="The vote's tally.")
FINDING = Table("finding", "[[event.finding]]", _FINDING_KEYS, says="One point of the ministry's analysis.")
SOURCE = Table("source", "[[event.source]]", SOURCE_KEYS, one_of=("url", "title"), says="Where the event is written.")
EVENT = Table(
    "event",
    "[[event]]",
    _EVENT_KEYS,
    {"vote": VOTE, "finding": FINDING, "source": SOURCE},
    says="One dated, sourced fact.",
)

CASE = Table(
    "file",
    "the top of the file",
    {
        "country": text("The country's two-letter code (ISO 3166-1), or EU, or XK.", "LV", needed=True),
        "treaty": text("The id of a treaty file.", "ottawa", needed=True),
        "in_force": Key(Kind.DAY, "The day on which the treaty entered into force for the country.", "2006-01-01"),
        "about": text("One or two sentences that a reader must have first."),
    },
    {"event": EVENT},
    says="One country's path out of one treaty.",
)
