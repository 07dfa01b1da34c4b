"""What the inputs of a kind came to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass
class Tally:
    """How many inputs and commands there were, the times and the memory that they took, what was lost."""

    tried: int = 0
    commands: int = 0
    seconds: float = 0.0
    slowest: float = 0.0
    peak: int = 0
    lost: list[str] = field(default_factory=list)

    def add(self, told: Mapping[str, object]) -> None:
        """Add what one process says of its share."""
        for name, value in told.items():
            now = getattr(self, name)
            setattr(self, name, max(now, value) if name in ("slowest", "peak") else now + value)

    @property
    def outcome(self) -> str:
        """The figures in words."""
        each = 1000 * self.seconds / max(1, self.commands)
        return f"{self.commands:,} commands, {each:.0f} ms each, {self.slowest:.2f} s at most, {self.peak} MB at most"
