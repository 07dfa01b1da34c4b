"""How a case is called beside others."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from tracker.core.case import Case
from tracker.core.naming import doubles


def names(cases: Sequence[Case]) -> Mapping[str, str]:
    """Return each case's name within a sentence, by its id: its country, with treaty or id where others share it."""
    shared = doubles(cases)
    countries = Counter(case.country.code for case in cases)
    called: dict[str, str] = {}
    for case in cases:
        name = case.country.in_sentence
        if case.id in shared:
            name = f"{name} ({case.id})"
        elif countries[case.country.code] > 1:
            name = f"{name} ({case.treaty.short})"
        called[case.id] = name
    return called
