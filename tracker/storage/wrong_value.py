"""Sentences about a value that its key does not take."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime, time

from tracker.core.day import parse_day, parse_when
from tracker.core.errors import BadDate
from tracker.core.problem import Place, Problem
from tracker.storage.quote import listed, nearest, quoted
from tracker.storage.shape import Key, Kind
from tracker.storage.spelled import month_day

Told = tuple[str, str, str | None]  # rule, message, hint

_LATEST_YEAR = 9999
_DIGITS = re.compile(r"\d{8}", re.ASCII)
_NAMES = (
    (bool, "true or false"),
    (int, "a number"),
    (float, "a number with a fraction"),
    (str, "text"),
    (datetime, "a day with a clock time"),
    (date, "a day"),
    (time, "a clock time"),
    (list, "a list"),
)


def wrong_value(name: str, key: Key, value: object, place: Place) -> Problem:
    """Say what the key takes instead of the value, and how to write it."""
    rule, message, hint = _BY_KIND[key.kind](name, key, value)
    return Problem(rule, message, place, hint, sound=False)


def named(value: object) -> str:
    """Name what a value is: "text", "a number", "a table"."""
    return next((name for kind, name in _NAMES if isinstance(value, kind)), "a table")


def _text(name: str, key: Key, value: object) -> Told:
    if isinstance(value, str) and "\0" in value:
        return "control-character", f"`{name}` holds a NUL character", r"take `\u0000` out"
    if isinstance(value, str):
        return (
            "empty-text",
            f"`{name}` is empty",
            "write the text" if key.needed else "write the text, or take the line out",
        )
    written = str(value).lower() if isinstance(value, bool) else value
    hint = f'write `{name} = "{written}"`' if isinstance(value, int | float | date | time) else None
    return _wrong_type(name, "text", value, hint)


def _texts(name: str, _key: Key, value: object) -> Told:
    hint = f'write `{name} = ["…", "…"]`'
    if isinstance(value, list):
        return "wrong-type", f"`{name}` holds something else than texts", hint
    return _wrong_type(name, "a list of texts", value, hint)


def _address(name: str, key: Key, value: object) -> Told:
    if not isinstance(value, str) or not value.strip():
        return _text(name, key, value)
    why = "it does not begin with http:// or https://"
    if re.search(r"[\s\x00-\x1f\x7f]", value):
        why = "it holds a space or something invisible"
    elif value.casefold().startswith(("http://", "https://")):
        why = "it names no site"
    return "bad-url", f"{quoted(value)} is not a web address: {why}", "write it whole, such as https://example.org/page"


def _choice(name: str, key: Key, value: object) -> Told:
    if not isinstance(value, str):
        return _wrong_type(name, "text", value, f"write {listed(key.choices)} in quotes")
    hint = nearest(value, key.choices) or f"write {listed(key.choices)}"
    message = f"{quoted(value)} is no {key.noun}" if key.noun else f"`{name}` does not take {quoted(value)}"
    return f"unknown-{key.noun or 'word'}", message, hint


def _flag(name: str, _key: Key, value: object) -> Told:
    return _wrong_type(name, "`true`", value, f"write `{name} = true`, or take the line out")


def _number(name: str, _key: Key, value: object) -> Told:
    if isinstance(value, int) and not isinstance(value, bool):
        return "negative-number", f"`{name}` is below 0", "write 0 or more, or take the line out"
    digits = isinstance(value, str) and re.fullmatch(r"\d{1,9}", value, re.ASCII)
    return _wrong_type(name, "a whole number", value, f"write `{name} = {value}`" if digits else None)


def _number_or_text(name: str, key: Key, value: object) -> Told:
    if isinstance(value, str):
        return _text(name, key, value)
    if isinstance(value, int) and not isinstance(value, bool):
        return _number(name, key, value)
    return _wrong_type(name, "a whole number or text", value, None)


def _day(name: str, key: Key, value: object) -> Told:
    if isinstance(value, datetime):
        day = value.date()
        return "day-with-time", f"a day has no clock time: write {day}", f"write `{name} = {day}`"
    if isinstance(value, time):
        return "day-with-time", "a day has no clock time", f"write it as `{name} = 2025-04-16`"
    if isinstance(value, str):
        return _day_as_text(name, key, value)
    if isinstance(value, int) and not isinstance(value, bool):
        return _day_as_number(name, key, value)
    return _wrong_type(name, "a day", value, f"write it as `{name} = 2025-04-16`")


def _day_as_text(name: str, key: Key, text: str) -> Told:
    try:
        parse_day(text) if key.kind is Kind.DAY else parse_when(text)
    except BadDate as error:
        return "not-a-date", f"{quoted(text)} is not a date: {error.why}", error.hint
    return "quoted-day", "a full day is written without quotes", f"write `{name} = {text}`"


def _day_as_number(name: str, key: Key, number: int) -> Told:
    if key.kind is Kind.WHEN and 1 <= number <= _LATEST_YEAR:
        return "unquoted-year", "a year is written in quotes", f'write `{name} = "{number:04}"`'
    text = str(number)
    with_hyphens = f"{text[:4]}-{text[4:6]}-{text[6:]}" if _DIGITS.fullmatch(text) else text
    try:
        day = parse_day(with_hyphens)
    except BadDate as error:
        return "not-a-date", f"{quoted(text)} is not a date: {error.why}", error.hint
    return "not-a-date", f"`{text}` is not a date: it lacks its hyphens", f"write `{name} = {day}`"


def _wrong_type(name: str, wanted: str, value: object, hint: str | None) -> Told:
    return "wrong-type", f"`{name}` takes {wanted}, not {named(value)}", hint


def _month_day(name: str, _key: Key, value: object) -> Told:
    hint = f'write it as `{name} = "06-30"`'
    if isinstance(value, str):
        meant = month_day(value)
        hint = f'write `{name} = "{meant}"`' if meant else hint
        return "not-a-day", f"{quoted(value)} is not a month and day, such as `06-30`", hint
    return _wrong_type(name, "a month and day", value, hint)


_BY_KIND: Mapping[Kind, Callable[[str, Key, object], Told]] = {
    Kind.TEXT: _text,
    Kind.TEXTS: _texts,
    Kind.ADDRESS: _address,
    Kind.CHOICE: _choice,
    Kind.FLAG: _flag,
    Kind.NUMBER: _number,
    Kind.NUMBER_OR_TEXT: _number_or_text,
    Kind.DAY: _day,
    Kind.WHEN: _day,
    Kind.MONTH_DAY: _month_day,
}
