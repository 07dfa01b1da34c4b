"""`tracker analysis` in a pipe: every output, whole."""

from __future__ import annotations

import pytest

from tests.cli.conftest import Run, Story, Write
from tests.cli.paths import reached, top


@pytest.mark.usefixtures("shipped")
def test_the_shipped_cases(story: Story) -> None:
    """Latvia, Estonia and Finland have findings; of Lithuania and Poland it is said that none is recorded."""
    story(
        "analysis",
        (0, "analysis"),
        (0, "analysis lithuania poland"),
        (0, "analysis --treaty ottawa --as-of 2025-03-31 estonia finland"),
        (0, "analysis --treaty ccm"),
    )


@pytest.mark.usefixtures("shipped")
def test_json(story: Story) -> None:
    story("analysis-json", (0, "analysis --format json"), (0, "analysis poland --format json"))


@pytest.mark.usefixtures("shipped")
def test_addresses_where_a_width_leaves_them_out(tracker: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    assert "https://" not in tracker("analysis").out
    assert "\n      https://news.postimees.ee/8213308/" in tracker("analysis", "--sources").out


def test_an_unsound_file_leaves_the_others_in_view(write: Write, story: Story) -> None:
    write("antarctica", reached(4))
    write("bouvet", top("BV") + "colour = 5\n")
    story("analysis-unsound", (5, "analysis"), (5, "analysis bouvet"))


def test_no_cases(story: Story) -> None:
    story("analysis-empty", (0, "init --empty"), (0, "analysis"), (0, "analysis --format json"))


@pytest.mark.usefixtures("shipped")
def test_wrong_usage(story: Story) -> None:
    story(
        "analysis-wrong",
        (3, "analysis --treaty otawa"),
        (3, "analysis atlantis"),
        (2, "analysis --aspect legal"),
        (2, "analysis --format csv"),
    )
