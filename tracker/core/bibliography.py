"""Sources listed once, each with a number from 1 by which it is cited."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields, replace

from tracker.core.event import Source


@dataclass(frozen=True, slots=True)
class Bibliography:
    """Every source once, in the order in which it was first cited, with all that any of its citations gives."""

    sources: tuple[Source, ...]
    places: Mapping[str, int] = field(repr=False)

    def numbers(self, sources: Iterable[Source]) -> tuple[int, ...]:
        """Return the numbers of `sources`, which are among these."""
        return tuple(dict.fromkeys(self.places[_identity(source)] for source in sources))

    def cited_by(self, sources: Iterable[Source]) -> list[Source]:
        """Return `sources`, which are among these, as they stand here, each once."""
        return [self.sources[number - 1] for number in self.numbers(sources)]

    def number_of_address(self, url: str) -> tuple[int, ...]:
        """Return the number of the source with this address, as a tuple of one or none."""
        return (self.places[url],) if url in self.places else ()


def bibliography(sources: Iterable[Source]) -> Bibliography:
    """Return the list of all that is cited."""
    first: dict[str, Source] = {}
    for source in sources:
        key = _identity(source)
        first[key] = _filled(first[key], source) if key in first else source
    return Bibliography(tuple(first.values()), {key: number for number, key in enumerate(first, start=1)})


def _filled(source: Source, again: Source) -> Source:
    """Return the source with what only a later citation gives."""
    given = {each.name: getattr(again, each.name) for each in fields(Source)}
    return replace(source, **{name: value for name, value in given.items() if getattr(source, name) is None})


def _identity(source: Source) -> str:
    return source.url or f"{source.title}\n{source.publisher}"
