"""What is typed on the command line, read into values; every form that is wrong is answered with the one to write."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import TypeVar

from tracker.core.day import When, on, parse_day, parse_when
from tracker.core.errors import BadDate, WrongUsage
from tracker.core.event import Result, Source, Vote
from tracker.core.naming import meant, stage_named
from tracker.core.period import Period, Unit
from tracker.core.stage import PATH, Stage

_HOST = re.compile(r"[\w-]+(\.[\w-]+)+(:\d+)?(/|$)")
_INVISIBLE = re.compile(r"[\s\x00-\x1f\x7f\ud800-\udfff]")
_UNWRITABLE = re.compile(r"[\x00\ud800-\udfff]")
_TALLY = re.compile(r"\d{1,9}:\d{1,9}(:\d{1,9})?", re.ASCII)
_COUNT = re.compile(r"\d{1,9}", re.ASCII)
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_AGO = re.compile(r"(\d{1,6})([dwm])", re.ASCII)
_UNITS = {"d": Unit.DAYS, "w": Unit.WEEKS, "m": Unit.MONTHS}
_TALLY_KEYS = ("yes", "no", "abstain", "absent", "not_voting", "members")
_TALLY_FORM = "write `--vote 66:14:2` (yes:no:abstain) or `--vote yes=66,no=14,abstain=2,not_voting=3,members=100`"

_Choice = TypeVar("_Choice", bound=StrEnum)


@dataclass(frozen=True, slots=True)
class Look:
    """The day that is asked about, today, from which it is seen, and at which revision or day the files stood so."""

    as_of: date
    today: date
    known: str | date | None = None


def today() -> date:
    """Return today: TRACKER_TODAY where it is set, for scripts and output that can be made again."""
    fixed = os.environ.get("TRACKER_TODAY")
    if not fixed:
        return date.today()
    try:
        return parse_day(fixed)
    except BadDate as fault:
        raise WrongUsage(f"TRACKER_TODAY: {fault.message}", fault.hint) from None


def look(as_of: str | None, known: str | None = None) -> Look:
    """Return the day of `--as-of`; where it is not given that of `--known`, today where that names a revision."""
    now = today()
    meant = None if known is None else revision_or_day(known, now)
    default = now if meant is None or isinstance(meant, str) else meant
    return Look(default if as_of is None else _named_day(as_of, now), now, meant)


def revision_or_day(text: str, now: date) -> str | date:
    """Read `--known`: what has the form of a day is one, all else is for git to know."""
    if not text.strip():
        raise WrongUsage("`--known` is empty", "write a day as YYYY-MM-DD, or a commit, tag or branch")
    return _named_day(text, now) if text in _WORDS or _DAY.fullmatch(text) else text


def when(text: str, now: date) -> When:
    """Read `--on`: a day, `today`, `yesterday`, or a span."""
    return on(_WORDS[text](now)) if text in _WORDS else parse_when(text)


def day(text: str | None, now: date) -> date | None:
    """Read an option that takes one full day."""
    return None if text is None else _named_day(text, now)


def since(text: str, until: date, now: date) -> date:
    """Read `--since`: one full day, or `30d`, `4w`, `6m`, which is so long before `until`."""
    length = _AGO.fullmatch(text)
    try:
        return Period(-int(length[1]), _UNITS[length[2]]).after(until) if length else _named_day(text, now)
    except BadDate as fault:
        raise WrongUsage(fault.message, f"{fault.hint}, or how long before: 30d, 4w, 6m") from None
    except (OverflowError, ValueError):
        message = f"`--since {text}` lies before the first day of the calendar"
        raise WrongUsage(message, "write a smaller number, or a day as YYYY-MM-DD") from None


def text(value: str | None, option: str) -> str | None:
    """Return what an option says in words; a script's variable that was never set is no text."""
    if value is None:
        return None
    if not value.strip():
        raise WrongUsage(f"`{option}` is empty", "write the text, or leave the option out")
    if _UNWRITABLE.search(value):
        raise WrongUsage(f"`{option}` holds bytes that are not UTF-8", "type the text anew")
    return value


def stage(text: str | None) -> Stage | None:
    """Read a stage by its id or label."""
    if text is None:
        return None
    found = stage_named(text)
    if found is None:
        raise WrongUsage(f"there is no stage `{text}`", meant(text, PATH) or _the("stages", PATH))
    return found


def choice(text: str | None, kind: type[_Choice], what: str) -> _Choice | None:
    """Read one of the ids of `kind`, for people a `what`."""
    if text is None:
        return None
    try:
        return kind(text.casefold().replace(" ", "-"))
    except ValueError:
        raise WrongUsage(f"there is no {what} `{text}`", meant(text, kind) or _the(f"{what}s", kind)) from None


def one_of(text: str, values: Iterable[str], option: str) -> str:
    """Return the text if it is one of the option's values."""
    if text not in values:
        raise WrongUsage(f"`{option}` does not know `{text}`", meant(text, values) or _the("values", values))
    return text


def address(text: str) -> str:
    """Return an address that a reader can open; only http and https are."""
    from tracker.storage.shape import ADDRESS  # what the file takes is what the option takes

    if _INVISIBLE.search(text):
        message = f"`{text}` is not a web address: it holds a space or something invisible"
        raise WrongUsage(message, "copy it anew; a space is written `%20`")
    if not re.match(ADDRESS, text):
        rest = text.rsplit("://", maxsplit=1)[-1].lstrip("/")
        hint = f"write it in full, such as `https://{rest}`" if _HOST.match(rest) else "copy it from the page itself"
        raise WrongUsage(f"`{text}` is not a web address that begins with http:// or https://", hint)
    return text


def sources(urls: Iterable[str], titles: Iterable[str], publishers: Iterable[str], now: date) -> tuple[Source, ...]:
    """Put the nth title and publisher to the nth address; a title alone is a source, a publisher alone is none."""
    links, names, houses = list(urls), list(titles), list(publishers)
    if len(houses) > max(len(links), len(names)):
        raise WrongUsage("there are more `--publisher` than sources", "give each its `--source URL` or `--title`")
    return tuple(
        Source(
            url=address(text(links[n], "--source") or "") if n < len(links) else None,
            title=text(names[n], "--title") if n < len(names) else None,
            publisher=text(houses[n], "--publisher") if n < len(houses) else None,
            accessed=on(now),
        )
        for n in range(max(len(links), len(names)))
    )


def vote(tally: str | None, on_: str | None, required: str | None, result: str | None) -> Vote | None:
    """Read what is known of a vote; None where nothing of it is given."""
    if (tally, on_, required, result) == (None, None, None, None):
        return None
    counts = {} if tally is None else _tally(tally)
    rule = text(required, "--required")
    needed = int(rule) if rule and _COUNT.fullmatch(rule) else rule
    return Vote(**counts, on=text(on_, "--vote-on"), required=needed, result=choice(result, Result, "result"))


def _tally(text: str) -> Mapping[str, int]:
    if _TALLY.fullmatch(text):
        return dict(zip(_TALLY_KEYS, map(int, text.split(":")), strict=False))
    counts: dict[str, int] = {}
    for part in text.split(","):
        key, _, number = (word.strip() for word in part.partition("="))
        if key not in _TALLY_KEYS or key in counts or not _COUNT.fullmatch(number):
            raise WrongUsage(f"`{text}` is not a tally: `{part}` is not understood", _TALLY_FORM)
        counts[key] = int(number)
    return counts


def _named_day(text: str, now: date) -> date:
    return _WORDS[text](now) if text in _WORDS else parse_day(text)


def _the(what: str, values: Iterable[str]) -> str:
    return f"the {what} are: {', '.join(values)}"


_WORDS = {"today": lambda now: now, "yesterday": lambda now: now - timedelta(days=1)}
