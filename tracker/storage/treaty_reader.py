"""A treaty from the bytes of its file, with all that is wrong in it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from tracker.core.clause_checks import clause_problems
from tracker.core.problem import Located, Place, Problem
from tracker.core.treaty import Treaty
from tracker.storage import build_treaty, package
from tracker.storage.decode import decode
from tracker.storage.lines import located
from tracker.storage.quote import quoted
from tracker.storage.schema import faults
from tracker.storage.treaty_shape import TREATY
from tracker.storage.wording import worded


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
    problems = [worded(fault, TREATY, document) for fault in faults(TREATY, document)]
    treaty = None
    if not problems:
        treaty = build_treaty.treaty(treaty_id, document, path if own else None)
        problems = [*clause_problems(treaty.exit), *_unknown_countries(treaty)] if own else []
    sound = all(problem.sound for problem in problems)
    told = located(problems, decoded.text, path)
    return TreatyFile(treaty_id, path, treaty if sound else None, told, own, decoded.text)


def unreadable(treaty_id: str, path: str, why: str, *, own: bool) -> TreatyFile:
    """Return the file that could not be read."""
    problem = Problem("unreadable", f"the file {why}", sound=False)
    return TreatyFile(treaty_id, path, None, (Located(path, 1, problem),), own)


def _unknown_countries(treaty: Treaty) -> Iterator[Problem]:
    """Tell of the codes that no country has."""
    named: Mapping[str, tuple[str | None, ...]] = {
        "exit.reserved": tuple(one.country for one in treaty.exit.reserved),
        "exit.example": tuple(one.country for one in treaty.exit.examples),
    }
    for table, codes in named.items():
        for number, code in enumerate(codes):
            if code is not None and code not in package.countries():
                place = Place(None, "country", table, number)
                hint = "write the two capital letters of ISO 3166-1, or EU, or XK"
                yield Problem("unknown-country", f"{quoted(code)} is no country code", place, hint, sound=False)
