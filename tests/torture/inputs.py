"""The kinds of input that the fuzz tries, each made anew from a seed and a number."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from pathlib import Path
from random import Random

from tests.torture.mutation import changed
from tests.torture.trial import WRITING, Files, Trial
from tests.torture.typed import CLAUSES, OTHERS, READING, RECORDING, filled, options
from tests.torture.words import any_word, changed_words

_REPOSITORY = Path(__file__).parents[2]
_BESIDE = ("latvia", "estonia")  # the cases that stay as they are shipped
_ENVIRONMENTS: tuple[Mapping[str, str], ...] = (
    *[{}] * 12,
    {"FORCE_COLOR": "1"},
    {"COLUMNS": "80"},
    {"COLUMNS": "1"},
    {"COLUMNS": "40", "FORCE_COLOR": "1"},
    {"TRACKER_TODAY": "9999-12-31"},
    {"TRACKER_TODAY": "0001-01-01"},
)


@cache
def shipped(kind: str) -> Mapping[str, bytes]:
    """Return the shipped files of a kind, `cases` or `tracker/treaties`, by their ids."""
    return {path.stem: path.read_bytes() for path in sorted((_REPOSITORY / kind).glob("*.toml"))}


def mutated_case(random: Random) -> Trial:
    """A shipped case with a few changes."""
    cases = shipped("cases")
    name = random.choice(list(cases))
    other = random.choice(list(cases.values()))
    return case_trial(changed(cases[name], random, other), random, name)


def mutated_treaty(random: Random) -> Trial:
    """A shipped treaty with a few changes."""
    treaties = shipped("tracker/treaties")
    content = treaties[random.choice(list(treaties))]
    other = treaties[random.choice(list(treaties))]
    return treaty_trial(changed(content, random, other), random)


def mutated_line(random: Random) -> Trial:
    """A command line with a few changes, in a folder with cases that are sound."""
    case = random.choice(list(shipped("cases")))
    line = filled(random.choice((*READING, *RECORDING, *CLAUSES, *OTHERS)), case, "ottawa")
    return line_trial(changed_words(line, random, options()), random)


def case_trial(content: bytes, random: Random, name: str = "antarctica") -> Trial:
    """Return a case file looked at by `check` and by another command, now and then with its own treaty beside it."""
    files = {**_sound(), f"cases/{name}.toml": content}
    if b'"odd"' in content:
        files["treaties/odd.toml"] = random.choice(list(shipped("tracker/treaties").values()))
    line = filled(random.choice((*READING, *RECORDING)), name, "ottawa")
    return Trial(files, (("check",), line), random.choice(_ENVIRONMENTS))


def treaty_trial(content: bytes, random: Random) -> Trial:
    """Return a treaty file looked at by `check`, by a command about clauses, by one about a case under it."""
    case = random.choice(list(shipped("cases").values())).replace(b'"ottawa"', b'"odd"')
    files = {**_sound(), "cases/antarctica.toml": case, "treaties/odd.toml": content}
    lines = (("check",), random.choice(CLAUSES), random.choice((*READING, *RECORDING)))
    return Trial(files, [filled(line, "antarctica", "odd") for line in lines], random.choice(_ENVIRONMENTS))


def line_trial(words: Sequence[str], random: Random) -> Trial:
    """Return the line, typed, or completed as far as it goes; also with days and folders from the environment."""
    environment = dict(random.choice(_ENVIRONMENTS))
    if random.random() < 0.1:
        variable = random.choice(("TRACKER_TODAY", "TRACKER_CASES", "COLUMNS"))
        environment[variable] = any_word(random).replace("\0", "")
    if random.random() < 0.1:
        environment["_TRACKER_COMPLETE"] = random.choice(("bash", "zsh", "fish"))
    return Trial(_sound(), (_kept_in(words, environment),), environment)


def _kept_in(words: Sequence[str], environment: dict[str, str]) -> list[str]:
    """Return the line without what would make it write outside the folder in which it is tried."""
    words = [word.replace("\0", "") for word in words]
    if WRITING.isdisjoint(words):
        return words
    environment.pop("TRACKER_CASES", None)
    return [word for word in words if not (".." in word or word.startswith(("/", "~")) or "=/" in word or "=~" in word)]


@cache
def _sound() -> Files:
    return {f"cases/{name}.toml": shipped("cases")[name] for name in _BESIDE}


Make = Callable[[Random], Trial]

MUTATED: Mapping[str, Make] = {
    "case files, shipped ones changed": mutated_case,
    "treaty files, shipped ones changed": mutated_treaty,
    "command lines, changed": mutated_line,
}


def numbered(make: Make, seed: int, numbers: Iterable[int]) -> Iterable[tuple[int, Trial]]:
    """Yield each number with the input that it always gives."""
    for number in numbers:
        yield number, make(Random(f"{seed} {make.__name__} {number}"))
