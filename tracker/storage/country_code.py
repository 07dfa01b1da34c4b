"""Sentences about a code that no country has."""

from __future__ import annotations

from tracker.core.naming import country_named
from tracker.core.problem import Place, Problem
from tracker.storage import package
from tracker.storage.quote import quoted


def unknown_country(word: str, place: Place) -> Problem:
    """Return the problem that the word is, with the code of the country that it names, if it names one."""
    named = country_named(word.strip(), package.countries().values())
    hint = f"write `{named.code}`" if named else "write the two capital letters of ISO 3166-1, or EU, or XK"
    return Problem("unknown-country", f"{quoted(word)} is no country code", place, hint, sound=False)
