"""Problems of files, one line each, as editors jump to them."""

from __future__ import annotations

from collections.abc import Sequence

from tracker.core.problem import Located, Severity
from tracker.views.dates import counted
from tracker.views.escape import escape
from tracker.views.paper import Ink, Paper


def problem_line(located: Located) -> str:
    """Return `path:line: message`."""
    return escape(str(located))


def report(found: Sequence[Located], files: int, paper: Paper, *, unlisted: int = 0) -> str:
    """Return each problem or doubt with its rule's name, its hint below it, and at the end how many in how many files.

    `unlisted` is how many doubts there are that were not asked for.

    A line is never wrapped: an editor reads it.
    """
    lines: list[str] = []
    for one in found:
        ink = Ink.DOUBT if one.problem.severity is Severity.DOUBT else Ink.ENDED
        lines.append(paper.paint([(problem_line(one), Ink.PLAIN), (f" [{escape(one.problem.rule)}]", ink)]))
        if one.problem.hint:
            lines.append(paper.paint([(f"  hint: {escape(one.problem.hint)}", Ink.FAINT)]))
    return paper.pages([*lines, *([""] if lines else []), _summary(found, files, unlisted)])


def _summary(found: Sequence[Located], files: int, unlisted: int) -> str:
    wrong = [one for one in found if one.problem.severity is Severity.PROBLEM]
    doubts = f", {counted(len(found) - len(wrong), 'doubt')}" if len(found) > len(wrong) else ""
    if unlisted:
        doubts = f", {counted(unlisted, 'doubt')} (`tracker check --doubts`)"
    if not wrong:
        return f"no problems in {counted(files, 'file')}{doubts}"
    here = len({one.path for one in wrong})
    of = f" of {files}" if files != here else ""
    return f"{counted(len(wrong), 'problem')} in {counted(here, 'file')}{of}{doubts}"
