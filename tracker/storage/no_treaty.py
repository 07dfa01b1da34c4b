"""A word that is no treaty's id, with what was probably meant."""

from __future__ import annotations

from collections.abc import Sequence

from tracker.core.errors import NotFound
from tracker.core.naming import case_id, country_named
from tracker.core.treaty import Treaty
from tracker.core.treaty_naming import treaties_meant
from tracker.storage import package
from tracker.storage.quote import printable, quoted

_MOST = 4  # treaties that a hint names
_ALL = "`tracker treaties` lists all"


class NoSuchTreaty(NotFound):
    """A word that is no treaty's id."""

    def __init__(self, word: str, ids: Sequence[str], treaties: Sequence[Treaty]) -> None:
        """Take the ids that there are, with those of the treaties that can be read, to tell which may be meant."""
        super().__init__(f"there is no treaty {quoted(word)}", _hint(word, ids, treaties))


def _hint(word: str, ids: Sequence[str], treaties: Sequence[Treaty]) -> str:
    if written := case_id(word, ids):
        return f"write {quoted(written)}"
    if country_named(word.strip(), package.countries().values()):
        return f"{quoted(word)} is a country; a treaty is meant here"
    found = treaties_meant(word, treaties)
    if not found:
        return _ALL
    named = [f"{quoted(one.id)} ({printable(one.short)})" for one in found[:_MOST]]
    if len(found) > _MOST:
        return f"{len(found)} treaties are called so, such as {_or(named)}; {_ALL}"
    return f"did you mean {_or(named)}?"


def _or(named: Sequence[str]) -> str:
    return " or ".join(filter(None, [", ".join(named[:-1]), named[-1]]))
