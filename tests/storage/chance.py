"""Events, texts and files by chance, for the laws of writing."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import strategies as st

from tracker.core.day import When, between, on, parse_span
from tracker.core.event import Action, Aspect, Event, Finding, Result, Source, Topic, Vote
from tracker.core.stage import Stage

_DAYS = st.dates(date(1900, 1, 1), date(2100, 12, 31))
_WORDS = st.sampled_from(
    ["[[event]]", '"""', "'''", "\\", "\\\\", "#", "=======", "<<<<<<< a", ">>>>>>> b", "x" * 97, "Šakalienė", "\u2028"]
)
_LETTERS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=12)
TEXTS = (
    st.lists(_WORDS | _LETTERS | st.sampled_from([" ", "  ", "\n", "\r\n", "\t", "word "]), max_size=40)
    .map("".join)
    .filter(lambda text: text.strip() != "" and text.strip(" \t\n\r\x0b\x0c\x85\u2028\u2029") != "")
)
_URLS = st.sampled_from(["https://a.example", "http://b.example/ž?q=“x”#y", "https://c.example/" + "long/" * 30])


def _spans(day: date, days: int) -> When:
    return between(day, day + timedelta(days=days))


WHENS = (
    _DAYS.map(on)
    | st.builds(_spans, _DAYS, st.integers(1, 400))
    | _DAYS.map(lambda day: parse_span(f"{day:%Y-%m}"))
    | _DAYS.map(lambda day: parse_span(f"{day:%Y}"))
)


_SOURCES = st.builds(
    Source,
    url=st.none() | _URLS,
    title=TEXTS,
    publisher=st.none() | TEXTS,
    accessed=st.none() | WHENS,
    archive=st.none() | _URLS,
    lang=st.sampled_from([None, "lv"]),
)
_COUNTS = st.none() | st.integers(0, 10**9)
_VOTES = st.builds(
    Vote,
    yes=st.integers(0, 500),
    no=_COUNTS,
    abstain=_COUNTS,
    absent=_COUNTS,
    not_voting=_COUNTS,
    members=_COUNTS,
    on=st.none() | TEXTS,
    required=_COUNTS | TEXTS,
    result=st.sampled_from([None, *Result]),
)
_FINDINGS = st.builds(
    Finding, aspect=st.sampled_from(Aspect), text=TEXTS, body=st.none() | TEXTS, url=st.none() | _URLS
)
_TEXT_KEYS = {name: st.none() | TEXTS for name in ("body", "summary", "document", "reference", "doubt")}

# Events that can be written, be they possible or not.
EVENTS = st.builds(
    Event,
    date=WHENS,
    action=st.sampled_from(Action),
    stage=st.sampled_from([None, *Stage]),
    step=st.none() | TEXTS,
    topic=st.sampled_from([None, *Topic]),
    planned=st.booleans(),
    skip=st.none() | TEXTS,
    given=st.none() | _DAYS,
    named=st.none() | _DAYS,
    announced=st.none() | _DAYS,
    vote=st.none() | _VOTES,
    findings=st.lists(_FINDINGS, max_size=2).map(tuple),
    sources=st.lists(_SOURCES, max_size=2).map(tuple),
    **_TEXT_KEYS,
)

# Events that every case takes.
NOTES = st.builds(
    Event,
    date=WHENS,
    action=st.just(Action.NOTE),
    topic=st.sampled_from(Topic),
    vote=st.none() | _VOTES,
    sources=st.lists(_SOURCES, max_size=2).map(tuple),
    **_TEXT_KEYS,
)

_NOTE = 'date = 2025-01-01\naction = "note"\ntopic = "law"\n'
_PARTS = (
    "# [[event]]\n",
    "#\n\n\n",
    f"[[event]]\n{_NOTE}",
    f"[[event]] # a comment\n{_NOTE}summary = '''\n[[event]]\n'''\n",
    f"[[ event ]]\n{_NOTE}vote = {{yes = 1}}\n",
    f'  [["event"]]\n{_NOTE}body = """\n"[[event]]" \\\n  # no comment"""\n',
    f'[[event]]\n{_NOTE}[event.vote]\nyes = 1\n[[event.source]]\ntitle = "“ü”"\n',
    f'[[event]]\n{_NOTE}source = [\n  {{title = "]"}}, # [[event]]\n  {{title = "}}"}},\n]\n',
    "\t \n",
)
_TOPS = (
    'country = "LV"\ntreaty = "ottawa"\n',
    '# country = "EE"\ntreaty = \'ottawa\'\ncountry = "LV" # Latvia\nabout = """\n[[event]]\ndate = 1\n"""\n',
)


def _file(top: str, parts: list[str], end: str, bom: str, cut: int) -> str:
    text = "".join([top, *parts])
    return bom + text[: len(text) - (cut if text.endswith("\n") else 0)].replace("\n", end)


# Sound case files as people write them, with and without a last line end.
FILES = st.builds(
    _file,
    st.sampled_from(_TOPS),
    st.lists(st.sampled_from(_PARTS), max_size=5, unique=True),
    st.sampled_from(["\n", "\r\n"]),
    st.sampled_from(["", "\ufeff"]),
    st.integers(0, 1),
)
