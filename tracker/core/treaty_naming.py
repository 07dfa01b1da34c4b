"""Which treaties a word that is no treaty's id may have meant."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tracker.core.naming import LONGEST, near
from tracker.core.treaty import Treaty

_LEAST = 3  # letters by which a treaty is known
_REALLY_NEAR = 0.8


def treaties_meant(word: str, treaties: Sequence[Treaty]) -> list[Treaty]:
    """Return the treaties with the word in their id or names, those with it in the usual name first.

    Where there is none, the one whose id or usual name is really near.
    """
    plain = " ".join(word[: LONGEST + 1].casefold().split())
    if _LEAST <= len(plain) <= LONGEST:
        begins = re.compile(rf"(?<!\w){re.escape(plain)}")
        within = [one for one in treaties if begins.search(f"{one.id}\n{one.short}\n{one.title}".casefold())]
        if within:
            return sorted(within, key=lambda one: not begins.search(f"{one.id}\n{one.short}".casefold()))
    by_name = {name: one for one in treaties for name in (one.id, one.short)}
    name = near(word, by_name, least=_REALLY_NEAR)
    return [by_name[name]] if name else []
