"""The command that records an event that is known, word for word."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile
from shlex import join

from tracker.core.event import Event

_TEXTS = ("given", "named", "announced", "body", "summary", "document", "reference", "doubt")  # in the help's order


def retyped(event: Event, ids: Sequence[str]) -> str:
    """Return what to type to record an event without a vote in these cases, each word as a shell takes it.

    The nth title belongs to the nth source: titles after a source without one are left out, publishers likewise.
    """
    words = ["tracker", event.action.value, *ids]
    for option, value in (("to", event.stage), ("step", event.step), ("topic", event.topic)):
        words += _option(option, value)
    words += ["--on", event.date.text]
    words += ["--planned"] if event.planned else []
    words += _option("skip", event.skip)
    for name in _TEXTS:
        words += _option(name, getattr(event, name))
    return join([*words, *_sources(event)])


def _option(name: str, value: object) -> list[str]:
    return [] if value is None else [f"--{name}", str(value)]


def _sources(event: Event) -> Iterator[str]:
    for option, texts in (
        ("source", [source.url for source in event.sources]),
        ("title", [source.title for source in event.sources]),
        ("publisher", [source.publisher for source in event.sources]),
    ):
        for text in _known(texts):
            yield from _option(option, text)


def _known(texts: Iterable[str | None]) -> Iterator[str | None]:
    return takewhile(lambda text: text is not None, texts)
