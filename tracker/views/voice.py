"""How a sentence speaks of its day: of today, of a day that has passed, of one that is ahead."""

from __future__ import annotations

from dataclasses import dataclass

from tracker.core.standing import Standing
from tracker.views.dates import long_day
from tracker.views.words import capital


@dataclass(frozen=True, slots=True)
class Voice:
    """The verbs of a sentence; `had` comes before a participle that is also the simple past, such as "received"."""

    opening: str = ""
    not_left: str = "has not left"
    leaves: str = "is leaving"
    been: str = "has been"
    has: str = "has"
    had: str = ""
    was: str = "was"
    takes: str = "takes"
    would: str = "would be"

    def begin(self, subject: str) -> str:
        """Return the subject as the sentence begins with it, or with the day that it speaks of."""
        return f"{self.opening}{subject}" if self.opening else capital(subject)


def voice(one: Standing) -> Voice:
    """Return how to speak of the day of the standing; what is ahead holds only if nothing else happens."""
    day = long_day(one.as_of)
    if one.as_of < one.today:
        return Voice(
            f"On {day} ",
            "had not left",
            "was leaving",
            "had been",
            "had",
            "had ",
            "had been",
            "was to take",
            "would be",
        )
    if one.as_of > one.today:
        opening = f"If nothing else happens, on {day} "
        return Voice(opening, not_left="will not have left", leaves="will be leaving", been="will have been")
    return Voice()
