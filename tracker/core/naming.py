"""Which case a word on the command line means, or what it may have meant instead."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping, Sequence

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


def doubles(cases: Iterable[Case]) -> frozenset[str]:
    """Return the ids of the cases that share country and treaty with another: views add the id to their name."""
    groups: dict[tuple[str, str], list[str]] = {}
    for case in cases:
        groups.setdefault((case.country.code, case.treaty.id), []).append(case.id)
    return frozenset(id_ for ids in groups.values() if len(ids) > 1 for id_ in ids)


def _ascii(name: str) -> str:
    special: Mapping[str, str] = {"ı": "i", "ł": "l", "ø": "o", "đ": "d"}
    folded = "".join(special.get(letter, letter) for letter in name.lower())
    plain = unicodedata.normalize("NFKD", folded).encode("ascii", "ignore").decode()
    words = "".join(letter if letter.isalnum() else " " for letter in plain.replace("'", "")).split()
    return "-".join(words)
