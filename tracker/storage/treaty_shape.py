"""The keys of a treaty file, in the order in which a careful person writes them (docs/treaties.md)."""

from __future__ import annotations

from tracker.core.period import Unit
from tracker.core.term import TermFrom
from tracker.core.vocabulary import Bound, Counting, LockFrom, Locks, Naming, Right, Rounding, RunsFrom, Tested, Until
from tracker.storage.shape import SOURCE_KEYS, Key, Kind, Table, choice, number, text

_ARTICLE = text("The article that says so.", "art. 20(3)")
_NOTIFY = Key(Kind.TEXTS, "Who must be told, each as it stands in a sentence.", ["the UN Secretary-General"])
_LENGTH = {
    "amount": number("How many.", 6, needed=True),
    "unit": choice("Of what.", Unit, noun="unit", needed=True),
}


def _length(noun: str, header: str, says: str, *, needed: bool = False) -> Table:
    return Table(noun, header, _LENGTH, needed=needed, says=says)


_CALENDAR = Table(
    "calendar",
    "[exit.calendar]",
    {
        "notice_by": Key(Kind.MONTH_DAY, "The last day of the year for a notice; 31 December without.", "01-01"),
        "effect": Key(Kind.MONTH_DAY, "The day of the year on which it takes effect.", "06-30", needed=True),
        "years": number("How many years later: 0 is the same year, 1 the year after.", 0, needed=True),
        "financial": Key(Kind.FLAG, "True where the year is the organisation's financial one.", example=True),
    },
    says="A fixed day of the year, instead of a period.",
)
_TERM = Table(
    "term",
    "[exit.term]",
    {
        "first": number("How many years the first term lasts.", 10, needed=True),
        "then": number("How many years each later term lasts.", 5, needed=True),
        "from": choice("Whose entry into force the terms count from.", TermFrom, needed=True),
        "start": Key(Kind.DAY, 'The day on which the treaty entered into force, for `from = "treaty"`.', "1951-01-12"),
    },
    {"window": _length("window", "[exit.term.window]", "How long after a term's end a notice may be given.")},
    says="Fixed terms that renew unless they are denounced in time.",
)
_LOCK_IN = Table(
    "lock-in",
    "[exit.lock_in]",
    {
        **_LENGTH,
        "from": choice("From what it counts.", LockFrom),
        "start": Key(Kind.DAY, 'The day from which it counts for every party, for `from = "treaty"`.', "1978-07-18"),
        "since": text('What it counts from, for `from = "other"`; completes “the day on which”.'),
        "locks": choice("What it keeps from happening.", Locks),
    },
    says="How long no notice may be given, or no withdrawal take effect.",
)
_CONFLICT = Table(
    "conflict rule",
    "[exit.conflict]",
    {
        "tested": choice("When the clause asks for an armed conflict.", Tested, needed=True),
        "until": choice("What must have ended.", Until, needed=True),
        "article": _ARTICLE,
        "text": text("What goes beyond that, in one sentence."),
    },
    says="What an armed conflict of the state does.",
)
_EVENT = Table(
    "event",
    "[exit.event]",
    {
        "what": text("What decides the date; completes “the day on which”.", needed=True),
        "bound": choice("Whether the period's end is the earliest or the latest day.", Bound, needed=True),
    },
    says="What decides the date, where no calendar does.",
)
_INTENTION = Table(
    "intention",
    "[exit.intention]",
    {**_LENGTH, "notify": _NOTIFY},
    says="A first step, and the time within which the notice must follow.",
)
_FOLLOWS = Table(
    "follow-up",
    "[[exit.follows]]",
    {
        "text": text("What follows with the withdrawal, in one sentence.", needed=True),
        "article": _ARTICLE,
        "treaties": Key(Kind.TEXTS, "The ids of treaties that end with it.", ["paris-agreement"]),
    },
    {"lasts": _length("length", "[exit.follows.lasts]", "How long a duty goes on from the effective date.")},
    says="What follows with a withdrawal.",
)
_AUTOMATIC = Table(
    "automatic exit",
    "[[exit.automatic]]",
    {"text": text("What ends it, in one sentence.", needed=True), "article": _ARTICLE},
    says="How the treaty stops to bind without a notice.",
)
_RESERVED = Table(
    "reservation",
    "[[exit.reserved]]",
    {
        "country": text("The country's two-letter code.", "US", needed=True),
        "article": text("What the reservation rests on.", needed=True),
        "counting": choice("How it is counted, where a source shows it.", Counting),
        "text": text("What it asks for beside the period, in one sentence."),
    },
    {"period": _length("period", "[exit.reserved.period]", "Its own period.", needed=True)},
    says="The way out that one state reserved for itself.",
)
_EXAMPLE = Table(
    "example",
    "[[exit.example]]",
    {
        "country": text("Whose notice it was, by its two-letter code, if it is a real one.", "LV"),
        "received": Key(Kind.DAY, "The day from which the clause counts.", "2025-06-27", needed=True),
        "named": Key(Kind.DAY, "A day that the notice named.", "2026-01-01"),
        "in_force": Key(Kind.DAY, "Since when the treaty had bound the state.", "2015-01-01"),
        "effective": Key(Kind.DAY, "The effective date; left out where none can be told.", "2025-12-27"),
        "source": Key(Kind.ADDRESS, "Where a real one is written.", "https://example.org/page"),
    },
    says="A worked example, which `tracker check` computes again.",
)
_SOURCE = Table(
    "source",
    "[[exit.source]]",
    {**SOURCE_KEYS, "supports": choice("What else it shows: how the depositary counts.", ("counting",))},
    one_of=("url", "title"),
    says="Where the clause is written.",
)
_EXIT = Table(
    "exit clause",
    "[exit]",
    {
        "article": text("The article by which a withdrawal takes effect.", "art. 20(3)"),
        "notice_article": text("The article on the right to leave, where it is another.", "art. 20(2)"),
        "right": choice("When there is a right to leave.", Right),
        "ground": text("What must be so for the right to be there; completes “if”."),
        "leaver": text("What the treaty calls a state that is bound; `party` without.", "member"),
        "runs_from": choice("From which day of a notice the clause counts.", RunsFrom),
        "receiver": text("Who receives the notice, where it is not the depositary.", "the Director-General of UNESCO"),
        "minimum": Key(Kind.FLAG, "True where the period is the least: “not less than”, “in advance”.", example=True),
        "counting": choice("How the depositary counts, where a source shows it.", Counting),
        "rounding": choice("To which day the end of the period is moved.", Rounding),
        "end_of_day": Key(Kind.FLAG, "True where the state is bound until the end of that day.", example=True),
        "named": choice("What the notice may name instead: a later date, a longer period.", Naming),
        "notify": _NOTIFY,
        "reasons": Key(Kind.FLAG, "True where reasons are owed.", example=True),
        "revocable": text("The article that lets a notice be taken back.", "art. 91"),
        "verified": choice("How far it was read: the article itself, or a source about it.", ("text", "secondary")),
    },
    {
        "calendar": _CALENDAR,
        "term": _TERM,
        "lock_in": _LOCK_IN,
        "conflict": _CONFLICT,
        "event": _EVENT,
        "intention": _INTENTION,
        "follows": _FOLLOWS,
        "automatic": _AUTOMATIC,
        "reserved": _RESERVED,
        "example": _EXAMPLE,
        "source": _SOURCE,
        "period": _length("period", "[exit.period]", "How long after the notice it takes effect."),
    },
    needed=True,
    says="How to leave the treaty.",
)

TREATY = Table(
    "file",
    "the top of the file",
    {
        "title": text("The official title.", "Convention on Cluster Munitions", needed=True),
        "short": text("The usual name.", "Convention on Cluster Munitions", needed=True),
        "the": Key(Kind.FLAG, "True where the usual name takes “the” in a sentence.", example=True),
        "adopted": number("The year of its adoption.", 2008),
        "depositary": text("Who keeps it, without “the”.", "UN Secretary-General"),
        "subject": text("A word to list it under.", "disarmament"),
        "url": Key(Kind.ADDRESS, "Where its text can be read.", "https://example.org/treaty"),
        "about": text("One or two sentences that a reader must have first."),
    },
    {"exit": _EXIT},
    says="A treaty and its exit clause.",
)
