"""Sources by their numbers: the list of them with what cites it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tracker.core.event import Source
from tracker.views.dates import long_when
from tracker.views.flow import UNBROKEN, beside, flow
from tracker.views.paper import Ink, Paper, Piece

_GAP = "  "


def cited(numbers: Iterable[int]) -> Piece:
    """Return the numbers of sources to stand behind a text, never on a line of their own: " [4, 5]"."""
    listed = f",{UNBROKEN}".join(map(str, numbers))
    return (f"{UNBROKEN}[{listed}]" if listed else "", Ink.FAINT)


def source_list(sources: Sequence[Source], paper: Paper, *, addresses: bool) -> list[str]:
    """Return a paragraph for each source, beside its number; addresses also where nothing is cut or wrapped."""
    width = len(_GAP) + len(f"[{len(sources)}]")
    lines: list[str] = []
    for number, source in enumerate(sources, start=1):
        body = _source(source, paper.narrowed(width + 1), addresses=addresses)
        lines += beside([(f"[{number}]".rjust(width) + " ", Ink.FAINT)], body, width + 1, paper)
    return lines


def source_section(sources: Sequence[Source], paper: Paper, *, all_sources: bool) -> list[str]:
    """Return the list below a blank line and its title, with how to see the addresses where these are left out."""
    lines = source_list(sources, paper, addresses=all_sources)
    if lines and paper.width is not None and not all_sources:
        lines.append(paper.paint([(f"{_GAP}addresses: ", Ink.FAINT), ("--sources", Ink.COMMAND)]))
    return ["", paper.paint([("Sources", Ink.HEAD)]), *lines] if lines else []


def _source(source: Source, paper: Paper, *, addresses: bool) -> list[str]:
    known = [text for text in (source.title, source.publisher) if text] or [source.url or ""]
    accessed = f", accessed {long_when(source.accessed)}" if source.accessed else ""
    language = f" ({source.lang})" if source.lang else ""
    told: list[Piece] = [(_joined(known), Ink.PLAIN), (f"{accessed}{language}", Ink.FAINT)]
    own: list[Piece] = [(source.url, Ink.ADDRESS)] if source.url and source.url not in known else []
    kept: list[Piece] = [("kept copy: ", Ink.FAINT), (source.archive, Ink.ADDRESS)] if source.archive else []
    if paper.width is None:
        return flow([*told, *_after(": ", own), *_after(", ", kept)], paper)
    return [*flow(told, paper), *flow(own, paper), *flow(kept, paper)] if addresses else flow(told, paper)


def _after(sign: str, pieces: list[Piece]) -> list[Piece]:
    return [(sign, Ink.PLAIN), *pieces] if pieces else []


def _joined(texts: Sequence[str]) -> str:
    """Join title and publisher; a title that ends as a sentence gets no second stop."""
    first = texts[0].rstrip()
    stop = "" if first.endswith((".", "?", "!", "…")) else "."
    return f"{first}{stop} {texts[1]}" if len(texts) > 1 else first
