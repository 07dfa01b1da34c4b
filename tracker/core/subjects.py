"""The subjects under which treaties are listed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tracker.core.errors import WrongUsage
from tracker.core.naming import meant
from tracker.core.treaty import Treaty

_OTHER = "other"


def subject(treaty: Treaty) -> str:
    """Return the word to list the treaty under."""
    return treaty.subject or _OTHER


def on_subject(treaties: Iterable[Treaty], word: str) -> list[Treaty]:
    """Return the treaties whose subject begins with the word, without regard to case; raise WrongUsage for none."""
    every = [*treaties]
    found = [one for one in every if subject(one).casefold().startswith(word.strip().casefold())]
    if not found:
        subjects = sorted({subject(one) for one in every})
        raise WrongUsage(f"there is no subject `{word}`", meant(word, subjects) or _listed(subjects))
    return found


def _listed(subjects: Sequence[str]) -> str:
    return f"the subjects are: {', '.join(subjects)}"
