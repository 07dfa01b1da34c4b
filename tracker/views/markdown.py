"""Markdown as GitHub renders it, in which nothing from a file is live."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from tracker.core.event import Source
from tracker.views.escape import ACTS, escape
from tracker.views.flow import UNBROKEN
from tracker.views.paper import Ink, Piece

# What begins code, emphasis, links, footnotes, HTML, cells, formulas, entities (CommonMark 2.4: a backslash stops it).
_SIGNS = re.compile(r"[\\`*_{}\[\]<>|~$&]")
# What begins a heading, a list, a rule where it stands first in a paragraph.
_FIRST = re.compile(r"([#=+-])|(\d{1,9})(?=[.)](?: |$))")
# What GitHub links, or turns into a picture, after it has read the escapes: a person, an issue, an address, an emoji.
_LINKED = re.compile(r"@(?=\w)|#(?=\d)|GH-(?=\d)|www(?=\.)|(?:https?|ftp|mailto|xmpp):|:(?=[\w+-]+:)", re.IGNORECASE)
_SEAM = "<!-- -->"  # parts a word in two and is not seen

_TICKS = re.compile("`+")
_BLANKS = re.compile(" {2,}")
_WEB = re.compile(r"https?://[^/\s]", re.IGNORECASE)
_IN_ADDRESS = re.compile(rf'[\s"()<>\\`|${ACTS}]')
_ENTITY = re.compile(r"&(?=#?\w+;)")


def text(value: str) -> str:
    """Return a text as one run of plain words: it begins nothing, links to nothing, has no line end."""
    plain = _BLANKS.sub(" ", escape(value).replace(UNBROKEN, " ")).strip()
    parts = _LINKED.split(plain)
    signs = [*_LINKED.findall(plain), ""]
    dead = "".join(f"{_dead(part)}{sign}{_SEAM if sign else ''}" for part, sign in zip(parts, signs, strict=True))
    return _FIRST.sub(_stopped, dead, count=1) if _FIRST.match(dead) else dead


def inline(pieces: Iterable[Piece]) -> str:
    """Return pieces one after the other, with headings in bold."""
    return "".join(_inked(words, ink) for words, ink in pieces)


def bold(words: str) -> str:
    """Return a text in bold."""
    return f"**{text(words)}**" if words.strip() else ""


def code(words: str) -> str:
    """Return what is to be typed: a code span, in more backticks than the words have one after the other."""
    shown = escape(words)
    fence = "`" * (1 + max(map(len, _TICKS.findall(shown)), default=0))
    pad = " " if "`" in shown else ""
    return f"{fence}{pad}{shown}{pad}{fence}"


def link(label: str, url: str | None) -> str:
    """Return the label, which is Markdown, as a link; without one where the address is none that a reader can open."""
    return f"[{label}]({address(url)})" if url and _WEB.match(url) else label


def autolink(url: str) -> str:
    """Return the address as a link that shows itself; as plain words where it is none that a reader can open."""
    return f"<{address(url)}>" if _WEB.match(url) else text(url)


def address(url: str) -> str:
    """Return the address with all that could end it written as RFC 3986 has it."""
    from urllib.parse import quote  # only this form needs it

    return _ENTITY.sub("&amp;", _IN_ADDRESS.sub(lambda found: quote(found[0], safe="", errors="replace"), url))


def cited(numbers: Iterable[int], sources: Sequence[Source]) -> str:
    """Return the numbers of sources to stand behind a text, each a link to its address: ` [[1]](https://…)`."""
    return "".join(" " + link(f"\\[{number}\\]", sources[number - 1].url) for number in numbers)


def table(titles: Sequence[str], rows: Iterable[Sequence[str]], right: Iterable[int] = ()) -> str:
    """Return a table of cells that are Markdown; the columns at the places `right` stand at the right."""
    places = frozenset(right)
    rule = ["---:" if place in places else "---" for place in range(len(titles))]
    return "\n".join(f"| {' | '.join(row)} |" for row in ([text(title) for title in titles], rule, *rows))


def page(blocks: Iterable[str]) -> str:
    """Return the blocks that hold something, with a blank line between them."""
    return "\n\n".join(filter(None, blocks)) + "\n"


def _dead(part: str) -> str:
    return _SIGNS.sub(r"\\\g<0>", part)


def _stopped(found: re.Match[str]) -> str:
    return f"\\{found[1]}" if found[1] else f"{found[2]}\\"


def _inked(words: str, ink: Ink) -> str:
    if not words.strip():
        return words
    before, after = (" " if edge.isspace() else "" for edge in (words[0], words[-1]))  # a line end would end the item
    return f"{before}{bold(words) if ink is Ink.HEAD else text(words)}{after}"
