"""The numbered list of sources."""

from __future__ import annotations

from collections.abc import Sequence

from tracker.core.event import Source
from tracker.views.dates import long_when
from tracker.views.flow import beside, flow
from tracker.views.paper import Ink, Paper, Piece

_GAP = "  "


def source_list(sources: Sequence[Source], paper: Paper, *, addresses: bool) -> list[str]:
    """Return a paragraph for each source, beside its number; addresses also where nothing is cut or wrapped."""
    width = len(_GAP) + len(f"[{len(sources)}]")
    lines: list[str] = []
    for number, source in enumerate(sources, start=1):
        body = _source(source, paper.narrowed(width + 1), addresses=addresses)
        lines += beside([(f"[{number}]".rjust(width) + " ", Ink.FAINT)], body, width + 1, paper)
    return lines


def _source(source: Source, paper: Paper, *, addresses: bool) -> list[str]:
    known = [text for text in (source.title, source.publisher) if text] or [source.url or ""]
    accessed = f", accessed {long_when(source.accessed)}" if source.accessed else ""
    language = f" ({source.lang})" if source.lang else ""
    told: list[Piece] = [(_joined(known), Ink.PLAIN), (f"{accessed}{language}", Ink.FAINT)]
    links = [(source.url, Ink.ADDRESS)] if source.url and source.url not in known else []
    if source.archive:
        links.append((source.archive, Ink.ADDRESS))
    if paper.width is None:
        return flow([*told, *(part for link in links for part in ((": ", Ink.PLAIN), link))], paper)
    return [*flow(told, paper), *(line for link in links if addresses for line in flow([link], paper))]


def _joined(texts: Sequence[str]) -> str:
    """Join title and publisher; a title that ends as a sentence gets no second stop."""
    first = texts[0].rstrip()
    stop = "" if first.endswith((".", "?", "!", "…")) else "."
    return f"{first}{stop} {texts[1]}" if len(texts) > 1 else first
