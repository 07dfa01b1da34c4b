"""The rows of what the ministries found, as machines read them."""

from __future__ import annotations

from tracker.core.analysis import Analysis
from tracker.core.rows import Json, source_rows


def analysis_rows(found: Analysis) -> list[Json]:
    """Return all aspects as `analysis` gives them, each source in full beside its number."""
    listed = source_rows(found.cited)
    return [
        {
            "aspect": side.aspect.value,
            "findings": [
                {
                    "case": each.case.id,
                    "text": each.finding.text,
                    "sources": [listed[number - 1] for number in found.cited.numbers(each.sources)],
                }
                for each in side.findings
            ],
        }
        for side in found.sides
    ]
