"""Why a `key = value` line is no TOML, with the cure for what hands do."""

from __future__ import annotations

import re
from collections.abc import Callable

import tomli

from tracker.core.day import parse_day
from tracker.core.errors import BadDate
from tracker.storage.case_shape import EVENT, VOTE
from tracker.storage.quote import quoted
from tracker.storage.shape import Kind
from tracker.storage.spelled import length
from tracker.storage.treaty_shape import LENGTH, TREATY

Told = tuple[str, str]  # message, hint

_CURLY = "\u201c\u201d\u201e\u201f\u00ab\u00bb\u2018\u2019\u201a\u201b\u2039\u203a"  # as word processors set them
_ASSIGNED = re.compile(r"""[ \t]*(?P<key>[\w.\-]+|"[^"]*"|'[^']*')[ \t]*=(?P<value>[^\n]*)""")
_TABLES = (VOTE, EVENT, *TREATY.every())
_NUMBERS = frozenset(name for table in _TABLES for name, key in table.keys.items() if key.kind is Kind.NUMBER)
_FLAGS = frozenset(name for table in _TABLES for name, key in table.keys.items() if key.kind is Kind.FLAG)
_LENGTHS = frozenset(table.name for table in _TABLES if table.inline == LENGTH)
_DATES = ("date", "in_force", "given", "named", "announced", "accessed")
_DAY = r"\d{4}-\d{2}-\d{2}"
_ANY_DAY = re.compile(r"(\d{4})[-./](\d{1,2})[-./](\d{1,2})", re.ASCII)
_ODD_BACKSLASH = re.compile(
    r"""
    "(?!"")
    (?:[^"\\] | \\[btnfre"\\] | \\u[0-9A-Fa-f]{4} | \\U[0-9A-Fa-f]{8} | \\x[0-9A-Fa-f]{2})*+
    \\.
    """,
    re.VERBOSE,
)
_CLOCK_TIME = re.compile(rf"({_DAY})[Tt ]\d.*", re.ASCII)


def why_line(line: str) -> Told | None:
    """Return the message and the hint for a line that is a `key = value`; None where it is none."""
    assigned = _ASSIGNED.fullmatch(line)
    if assigned is None:
        return None
    key, value = assigned["key"], assigned["value"].strip(" \t")
    if not value.startswith(('"', "'")):
        value = value.partition("#")[0].rstrip(" \t")
    return next((told for look in _LOOKS if (told := look(key, value))), None)


def unclosed(line: str) -> Told | None:
    """Return what is to be told of a line whose text in single quotes has no end."""
    assigned = _ASSIGNED.fullmatch(line)
    value = assigned["value"].strip(" \t") if assigned else ""
    return _never_closed("", value) if value.startswith("'") else None


def stands_alone(line: str) -> bool:
    """Whether the line by itself is TOML."""
    try:
        tomli.loads(line)
    except (ValueError, RecursionError):
        return False
    return True


def invisible(text: str) -> Told | None:
    """Return what is to be told where the text holds a character that nobody sees."""
    odd = next((each for each in text if not each.isprintable() and each != "\t"), None)
    return (f"the line holds an invisible character, U+{ord(odd):04X}", "type the line anew") if odd else None


def _twice(key: str, value: str) -> Told | None:
    if not stands_alone(f"{key} = {value}"):
        return None
    return f"{quoted(key)} stands twice in one block", "keep one of the two lines"


def _nothing(key: str, value: str) -> Told | None:
    if value:
        return None
    return f"{quoted(key)} has no value", "write the value, or take the line out"


def _curly_quotes(key: str, value: str) -> Told | None:
    opened, closed = value[0] in _CURLY, value[-1] in _CURLY and value.count('"') == 1
    if not (opened or closed):
        return None
    return "curly quotes cannot stand round a value", f'write straight ones: `{key} = "…"`'


def _invisible(_key: str, value: str) -> Told | None:
    return None if value[0] in "\"'" else invisible(value)


def _month_or_span(key: str, value: str) -> Told | None:
    if re.fullmatch(r"\d{4}-\d{2}", value, re.ASCII):
        return "a month is written in quotes", f'write `{key} = "{value}"`'
    if re.fullmatch(rf"{_DAY}\s*/\s*{_DAY}", value, re.ASCII):
        return "a span of days is written in quotes", f'write `{key} = "{"".join(value.split())}"`'
    return None


def _clock_time(key: str, value: str) -> Told | None:
    matched = _CLOCK_TIME.fullmatch(value)
    return (f"a day has no clock time: write {matched[1]}", f"write `{key} = {matched[1]}`") if matched else None


def _year_first(key: str, value: str) -> Told | None:
    """Take `2025-4-5`, `2025/04/05` and a day that the calendar does not have."""
    matched = _ANY_DAY.fullmatch(value)
    if matched is None:
        return None
    day = f"{matched[1]}-{int(matched[2]):02}-{int(matched[3]):02}"
    if error := _bad_date(day):
        return f"`{value}` is not a date: {error.why}", "write a day that exists"
    return f"`{value}` is not a date: it is not a day in the form YYYY-MM-DD", f"write `{key} = {day}`"


def _other_date(key: str, value: str) -> Told | None:
    dotted = re.fullmatch(r"\d{1,2}[./]\d{1,2}[./]\d{4}", value, re.ASCII)
    if not dotted and (key not in _DATES or value[0] in "\"'[{"):
        return None
    error = _bad_date(value)
    return (f"{quoted(value)} is not a date: {error.why}", error.hint or "") if error else None


def _bad_date(text: str) -> BadDate | None:
    try:
        parse_day(text)
    except BadDate as error:
        return error
    return None


def _flag(key: str, value: str) -> Told | None:
    word = "false" if value.lower() in ("false", "no") else "true"
    if key not in _FLAGS and value.lower() != word:
        return None
    return f"{quoted(key)} takes `{word}`, not {quoted(value)}", f"write `{key} = {word}`"


def _grouped_digits(key: str, value: str) -> Told | None:
    if not re.fullmatch(r"\d{1,3}([ ,.']\d{3})+", value, re.ASCII):
        return None
    return "a number has no commas, points or spaces in it", f"write `{key} = {re.sub(r'[^0-9]', '', value)}`"


def _leading_zero(key: str, value: str) -> Told | None:
    if not re.fullmatch(r"0\d+", value, re.ASCII):
        return None
    return "a number does not begin with 0", f"write `{key} = {value.lstrip('0') or 0}`"


def _backslash(_key: str, value: str) -> Told | None:
    if not _ODD_BACKSLASH.match(value):
        return None
    return "a backslash in a text is written twice", r"write `\\`, or take single quotes round the whole text"


def _inner_quote(_key: str, value: str) -> Told | None:
    if re.match(r'"(?!"")(?:[^"\\]|\\.)*"\s*[^\s#]', value):
        hint = r"put a backslash before each quotation mark inside: `\"`, or write “ and ” there"
        return "a quotation mark inside the text ends it", hint
    if re.match(r"'(?!'')[^']*'\s*[^\s#]", value):
        return "an apostrophe inside the text ends it", "take double quotes round the whole text"
    return None


def _never_closed(_key: str, value: str) -> Told | None:
    if not re.fullmatch(r'"(?!"")(?:[^"\\]|\\.)*\\?|' + r"'(?!'')[^']*", value):
        return None
    return "the text has no closing quotation mark", f"close it with `{value[0]}` on the same line"


def _length(key: str, value: str) -> Told | None:
    if key not in _LENGTHS or value[0] in "\"'[{":
        return None
    return f"`{key}` takes `amount` and `unit`", f"write `{key} = {length(value) or LENGTH}`"


def _within_braces(_key: str, value: str) -> Told | None:
    """Look at each part of `{ a = 1, b = 2 }` as at a line."""
    parts = value[1:-1].split(",") if value[0] == "{" and value[-1] == "}" else ()
    return next((told for part in parts if not stands_alone(part.strip()) and (told := why_line(part))), None)


def _without_quotes(key: str, value: str) -> Told | None:
    if key in _NUMBERS:
        digits = re.match(r"\d{1,9}", value, re.ASCII)
        return (
            f"{quoted(value)} is not a whole number",
            f"write digits alone, such as `{key} = {digits[0] if digits else 66}`",
        )
    if not value[0].isalnum():
        return None
    return "a text is written in quotes", f'write `{key} = "{_shortened(value)}"`'


def _shortened(text: str) -> str:
    """Return the text as it may stand in quotes in a hint, without those that it has."""
    return quoted(text.replace('"', "'"))[1:-1]


_LOOKS: tuple[Callable[[str, str], Told | None], ...] = (
    _twice,
    _nothing,
    _curly_quotes,
    _invisible,
    _month_or_span,
    _clock_time,
    _year_first,
    _grouped_digits,
    _flag,
    _other_date,
    _leading_zero,
    _backslash,
    _inner_quote,
    _never_closed,
    _length,
    _within_braces,
    _without_quotes,
)
