"""A case from the bytes of its file, with all that is wrong in it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from tracker.core.checks import problems as case_problems
from tracker.core.country import Country
from tracker.core.keys import key_problems
from tracker.core.problem import Located, Place, Problem
from tracker.storage import build, package
from tracker.storage.case_file import CaseFile
from tracker.storage.case_shape import CASE
from tracker.storage.conflict import RULE, explained
from tracker.storage.country_code import unknown_country
from tracker.storage.decode import Decoded, decode, encoded
from tracker.storage.library import Library
from tracker.storage.lines import located
from tracker.storage.quote import quoted
from tracker.storage.schema import Fault, faults
from tracker.storage.treaty_reader import TreatyFile
from tracker.storage.wording import all_worded


def read_case(case_id: str, path: str, content: bytes, library: Library) -> CaseFile:
    """Read a case file with as many of its problems as can be told at once; `path` is what people are told."""
    decoded = decode(content, path)
    if decoded.document is None:
        return CaseFile(case_id, path, decoded.text, None, _explained(decoded, case_id, path, library))
    document = decoded.document
    found = faults(CASE, document)
    problems = all_worded(found, CASE, document)
    country, treaty_file = _country(document), _treaty_file(document, library)
    problems += _unknown_country(document, country)
    problems += _unknown_treaty(document, treaty_file, library)
    case = None
    if problems or country is None or treaty_file is None or treaty_file.treaty is None:
        problems += _problems_of_events(document, found)
    else:
        case = build.case(case_id, document, country, treaty_file.treaty)
        problems += case_problems(case)
    sound = all(problem.sound for problem in problems)
    treaty_problems: tuple[Located, ...] = treaty_file.problems if treaty_file else ()
    told = (*located(problems, decoded.text, path), *treaty_problems)
    return CaseFile(case_id, path, decoded.text, case if sound else None, told)


def _explained(decoded: Decoded, case_id: str, path: str, library: Library) -> tuple[Located, ...]:
    """Return the problems of what could not be read; of a conflict that git left, with what either side has."""
    if any(each.problem.rule == RULE for each in decoded.problems):
        found = explained(decoded.text, path, lambda text: read_case(case_id, path, encoded(text), library))
        return found or decoded.problems
    return decoded.problems


def _country(document: Mapping[str, object]) -> Country | None:
    return package.countries().get(str(document.get("country")))


def _treaty_file(document: Mapping[str, object], library: Library) -> TreatyFile | None:
    treaty_id = document.get("treaty")
    return library.load(treaty_id) if isinstance(treaty_id, str) else None


def _unknown_country(document: Mapping[str, object], country: Country | None) -> Iterator[Problem]:
    word = document.get("country")
    if country is None and isinstance(word, str) and word.strip():
        yield unknown_country(word, Place(None, "country"))


def _unknown_treaty(document: Mapping[str, object], file: TreatyFile | None, library: Library) -> Iterator[Problem]:
    word, place = document.get("treaty"), Place(None, "treaty")
    if not isinstance(word, str) or not word.strip():
        return
    if file is None:
        error = library.refusal(word)
        yield Problem("unknown-treaty", error.message, place, error.hint, sound=False)
    elif file.treaty is None:
        message = f"the treaty {quoted(word)} cannot be used: its file is not sound"
        yield Problem("unsound-treaty", message, place, f"put {file.path} right first", sound=False)


def _problems_of_events(document: Mapping[str, Any], found: Sequence[Fault]) -> Iterator[Problem]:
    """Look at each event by itself that has the right shape, though the file has not."""
    if any(fault.path == ("event",) for fault in found):
        return
    faulty = {fault.path[1] for fault in found if fault.path[0] == "event"}
    for number, block in enumerate(document.get("event", ())):
        if number not in faulty:
            yield from key_problems(build.event(block), number)
