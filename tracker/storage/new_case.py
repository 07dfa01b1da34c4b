"""The text of a case file that begins."""

from __future__ import annotations

from datetime import date

from tracker.core.country import Country
from tracker.core.treaty import Treaty
from tracker.storage.block import line


def new_case(country: Country, treaty: Treaty, in_force: date | None, about: str | None, *, readme: bool) -> str:
    """Return the text of a case without events; `readme`: whether one lies beside it."""
    title = f"The withdrawal of {country.in_sentence} from {treaty.in_sentence}."
    title += " How to read and edit this file: README.md beside it." if readme else ""
    keys = {"country": country.code, "treaty": treaty.id, "in_force": in_force, "about": about}
    comment = "".join(character if character.isprintable() else " " for character in title)
    return f"# {comment}\n" + "".join(line(name, value) for name, value in keys.items() if value)
