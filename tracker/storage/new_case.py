"""The text of a case file that begins."""

from __future__ import annotations

from collections.abc import Container
from datetime import date

from tracker.core.country import Country
from tracker.core.treaty import Treaty
from tracker.storage.block import line

SCHEMA = "case.schema.json"


def new_case(country: Country, treaty: Treaty, in_force: date | None, about: str | None, beside: Container[str]) -> str:
    """Return the text of a case without events; `beside` are the names of the files beside it."""
    title = f"The withdrawal of {country.in_sentence} from {treaty.in_sentence}."
    title += " How to read and edit this file: README.md beside it." if "README.md" in beside else ""
    keys = {"country": country.code, "treaty": treaty.id, "in_force": in_force, "about": about}
    comment = "".join(character if character.isprintable() else " " for character in title)
    schema = f"#:schema ./{SCHEMA}\n" if SCHEMA in beside else ""
    return f"{schema}# {comment}\n" + "".join(line(name, value) for name, value in keys.items() if value)
