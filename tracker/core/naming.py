"""Which case a word on the command line means, or what it may have meant instead."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence

from tracker.core.case import Case
from tracker.core.country import Country
from tracker.core.errors import NotFound
from tracker.core.stage import PATH, Stage

_MOST = 12  # names that a hint lists
LONGEST = 200  # letters; a longer word is no slip of the hand


def case_id(word: str, ids: Iterable[str]) -> str | None:
    """Return the id that the word is, without regard to case; None where it is none."""
    folded = word.casefold()
    return next((id_ for id_ in ids if id_.casefold() == folded), None)


def case_of_country(word: str, cases: Sequence[Case], ids: Sequence[str], countries: Iterable[Country]) -> str:
    """Return the id of the one case of the country that `word` names by code or name; raise NotFound otherwise."""
    country = country_named(word, countries)
    if country is None:
        names = [*ids, *(case.country.name for case in cases)]
        raise NotFound(f"there is no case `{word}`", meant(word, names) or known(ids, "cases"))
    found = [case.id for case in cases if case.country.code == country.code]
    if not found:
        raise NotFound(f"there is no case `{word}`", f"`tracker new {country.code}` starts one")
    if len(found) > 1:
        candidates = ", ".join(f"`{id_}`" for id_ in found)
        raise NotFound(f"`{word}` means several cases: {candidates}", "name one of them")
    return found[0]


def country_named(word: str, countries: Iterable[Country]) -> Country | None:
    """Return the country that the word names: its code of two or three letters, or its name."""
    folded = word.casefold()
    return next(
        (one for one in countries if folded in (one.code.casefold(), one.alpha3.casefold(), one.name.casefold())),
        None,
    )


def stage_named(word: str) -> Stage | None:
    """Return the stage with this id or label, without regard to case."""
    folded = word.casefold()
    return next((stage for stage in PATH if folded in (stage.value, stage.label.casefold())), None)


def meant(word: str, names: Iterable[str]) -> str | None:
    """Return the hint that names the nearest of `names`; None where none is near."""
    found = near(word, names)
    return f"did you mean `{found}`?" if found else None


def near(word: str, names: Iterable[str], least: float = 0.6) -> str | None:
    """Return the nearest of `names`; None where none has at least so much in common with the word, 1 being all."""
    if len(word) > LONGEST:
        return None
    import difflib  # costs 5 ms, and only a slip needs it

    written = {name.casefold(): name for name in reversed([*names])}
    found = difflib.get_close_matches(word.casefold(), written, n=1, cutoff=least)
    return written[found[0]] if found else None


def known(names: Sequence[str], what: str) -> str | None:
    """Return the hint that lists what there is; None where there is nothing."""
    if not names:
        return None
    more = ", …" if len(names) > _MOST else ""
    return f"the {what} there are: {', '.join(names[:_MOST])}{more}"


def file_name(country: Country, treaty_id: str, taken: Iterable[str]) -> str:
    """Return the id of a new case: the country's name, if taken with the treaty, then with a number from 2 on."""
    used = {id_.casefold() for id_ in taken}
    plain = _ascii(country.name)
    candidates = [plain, f"{plain}-{treaty_id}"]
    number = 2
    while candidates[-1].casefold() in used:
        candidates.append(f"{plain}-{treaty_id}-{number}")
        number += 1
    return next(id_ for id_ in candidates if id_.casefold() not in used)


def may_be_of(country: Country, id_: str, text: str) -> bool:
    """Whether a file that cannot be read as a case may be one of the country, by its name or by what it says."""
    return id_.casefold().startswith(_ascii(country.name)) or f'"{country.code}"' in text


def may_double(cases: Sequence[Case], ids: Iterable[str], treaties: Iterable[str]) -> tuple[str, ...]:
    """Return those of the ids that may, as files are named, be further cases of the same country and treaty.

    They begin with the country's name or code, and go on with the id of no other of the `treaties`.
    """
    known, here = {id_.casefold() for id_ in treaties}, {case.id for case in cases}
    own: dict[str, set[str]] = {}
    for country, treaty in {(case.country, case.treaty.id.casefold()) for case in cases}:
        for begin in (_ascii(country.name), country.code.casefold(), country.alpha3.casefold()):
            own.setdefault(begin, set()).add(treaty)
    begins = tuple(own)  # of most files the first letters are enough
    near = (id_ for id_ in ids if id_.casefold().startswith(begins) and id_ not in here)
    return tuple(id_ for id_ in near if any(_goes_on(id_.casefold(), own, known)))


def _goes_on(word: str, own: Mapping[str, set[str]], known: set[str]) -> Iterator[bool]:
    """Yield, for each beginning of the word that is a country's, whether the rest names no treaty that is not `own`."""
    for part in re.finditer(r"-|$", word):
        treaties, said = own.get(word[: part.start()]), word[part.end() :]
        if treaties is not None:
            yield said in treaties or not {said, re.sub(r"-\d+$", "", said)} & (known - treaties)


def doubles(cases: Iterable[Case]) -> frozenset[str]:
    """Return the ids of the cases that share country and treaty with another: views add the id to their name."""
    groups: dict[tuple[str, str], list[Case]] = {}
    for case in cases:
        groups.setdefault((case.country.code, case.treaty.id), []).append(case)
    return frozenset(case.id for group in groups.values() for case in group if len(group) > 1 or case.doubled)


def _ascii(name: str) -> str:
    special: Mapping[str, str] = {"ı": "i", "ł": "l", "ø": "o", "đ": "d"}
    folded = "".join(special.get(letter, letter) for letter in name.lower())
    plain = unicodedata.normalize("NFKD", folded).encode("ascii", "ignore").decode()
    words = "".join(letter if letter.isalnum() else " " for letter in plain.replace("'", "")).split()
    return "-".join(words)
