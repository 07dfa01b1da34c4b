"""The six canonical stages of a withdrawal's path (docs/rules.md, rule 1)."""

from __future__ import annotations

from enum import StrEnum


class Stage(StrEnum):
    """One of the six steps that every path is told in; declared in the order of the path."""

    MINISTRY_ANALYSIS = "ministry-analysis"
    CABINET_DIRECTIVE = "cabinet-directive"
    DRAFT_LAW = "draft-law"
    PARLIAMENT_VOTE = "parliament-vote"
    UN_NOTIFICATION = "un-notification"
    EFFECT = "effect"

    @property
    def label(self) -> str:
        """The name for people, as tables print it."""
        return _LABELS[self]

    @property
    def place(self) -> int:
        """Where the stage stands on the path, from 0."""
        return PATH.index(self)

    def comes_after(self, other: Stage | None) -> bool:
        """Whether this stage lies further along the path than `other`; anything does than None."""
        return other is None or self.place > other.place


PATH: tuple[Stage, ...] = tuple(Stage)

_LABELS = {
    Stage.MINISTRY_ANALYSIS: "Ministry analysis",
    Stage.CABINET_DIRECTIVE: "Cabinet directive",
    Stage.DRAFT_LAW: "Draft law",
    Stage.PARLIAMENT_VOTE: "Parliament vote",
    Stage.UN_NOTIFICATION: "Notice",
    Stage.EFFECT: "In effect",
}


def stage_after(stage: Stage | None) -> Stage | None:
    """Return the stage that follows `stage`: the first one after None, None after the last."""
    place = 0 if stage is None else stage.place + 1
    return PATH[place] if place < len(PATH) else None
