"""A treaty from the bytes of its file, with all that is wrong in it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from tracker.core.clause_checks import clause_problems
from tracker.core.problem import Located, Place, Problem
from tracker.core.treaty import Treaty
from tracker.storage import build_treaty, package, paths
from tracker.storage.country_code import unknown_country
from tracker.storage.decode import decode
from tracker.storage.lines import located
from tracker.storage.naming import toml_name
from tracker.storage.schema import faults
from tracker.storage.treaty_shape import TREATY
from tracker.storage.wording import all_worded


@dataclass(frozen=True, slots=True)
class TreatyFile:
    """A treaty file as read; `treaty` is None where it is not sound. `own`: whether it is the user's, not shipped."""

    id: str
    path: str
    treaty: Treaty | None
    problems: tuple[Located, ...] = ()
    own: bool = False
    text: str = ""


def read_treaty(treaty_id: str, path: str, content: bytes, *, own: bool = True) -> TreatyFile:
    """Read a treaty file with all its problems; `path` is what people are told."""
    decoded = decode(content, path)
    if decoded.document is None:
        return TreatyFile(treaty_id, path, None, decoded.problems, own, decoded.text)
    document = decoded.document
    problems = all_worded(faults(TREATY, document), TREATY, document)
    problems += [] if problems else _unknown_countries(document["exit"])
    if problems:
        return TreatyFile(treaty_id, path, None, located(problems, decoded.text, path), own, decoded.text)
    treaty = build_treaty.treaty(treaty_id, document)
    if own:
        shipped = paths.is_there(package.treaties() / toml_name(treaty_id))
        treaty = replace(treaty, file=path, replaces=shipped)
    wrong = clause_problems(treaty.exit) if own else ()  # those of the shipped files are looked for by the tests
    sound = all(problem.sound for problem in wrong)
    return TreatyFile(treaty_id, path, treaty if sound else None, located(wrong, decoded.text, path), own, decoded.text)


def is_treaty(content: bytes) -> bool:
    """Whether the content is that of a treaty file, which alone has an exit clause."""
    document = decode(content, "").document
    return document is not None and "exit" in document


def unreadable(treaty_id: str, path: str, why: str, *, own: bool) -> TreatyFile:
    """Return the file that could not be read."""
    problem = Problem("unreadable", f"the file {why}", sound=False)
    return TreatyFile(treaty_id, path, None, (Located(path, 1, problem),), own)


def _unknown_countries(clause: Any) -> Iterator[Problem]:  # noqa: ANN401 - a TOML document
    """Tell of the codes that no country has."""
    for table in ("reserved", "example"):
        for number, block in enumerate(clause.get(table, ())):
            code = block.get("country")
            if code is not None and code not in package.countries():
                yield unknown_country(code, Place(None, "country", f"exit.{table}", number))
