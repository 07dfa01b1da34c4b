"""How a sentence speaks of its day: of today, of a day that has passed, of one that is ahead."""

from __future__ import annotations

from dataclasses import dataclass, replace

from tracker.core.standing import Standing
from tracker.views.dates import long_day
from tracker.views.words import capital


@dataclass(frozen=True, slots=True)
class Voice:
    """The verbs of a sentence; `had` comes before a participle that is also the simple past, such as "received".

    `have` comes before "left", said of those who are out on the day.
    """

    opening: str = ""
    not_left: str = "has not left"
    leaves: str = "is leaving"
    been: str = "has been"
    have_been: str = "have been"
    is_: str = "is"
    are: str = "are"
    has: str = "has"
    had: str = ""
    have: str = ""
    was: str = "was"
    were: str = "were"
    takes: str = "takes"
    must_have: str = "must have taken"
    must_left: str = "must have left"
    would: str = "would be"

    def begin(self, subject: str) -> str:
        """Return the subject as the sentence begins with it, or with the day that it speaks of."""
        return f"{self.opening}{subject}" if self.opening else capital(subject)


def voice(one: Standing) -> Voice:
    """Return how to speak of the day of the standing; what is ahead holds only if nothing else happens."""
    day = long_day(one.as_of)
    if one.as_of < one.today:
        return replace(_BACK_THEN, opening=f"On {day} ")
    if one.as_of > one.today:
        return replace(_BY_THEN, opening=f"If nothing else happens, on {day} ")
    return Voice()


_BACK_THEN = Voice(
    not_left="had not left",
    leaves="was leaving",
    been="had been",
    have_been="had been",
    is_="was",
    are="were",
    has="had",
    had="had ",
    have="had ",
    was="had been",
    were="had been",
    takes="was to take",
)
_BY_THEN = Voice(
    not_left="will not have left",
    leaves="will be leaving",
    been="will have been",
    have="will have ",
    have_been="will have been",
    is_="will be",
    are="will be",
    must_have="will have taken",
    must_left="will have left",
)
