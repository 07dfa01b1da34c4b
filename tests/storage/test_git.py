import os
import subprocess
from pathlib import Path

import pytest

from tracker.core.errors import FileFault
from tracker.storage import git

CONFIG = """
[core]
    hooksPath = {hooks}
    fsmonitor = "{run}"
    pager = "{run}"
    askPass = "{run}"
    sshCommand = "{run}"
    editor = "{run}"
[alias]
    rev-parse = "!{run}"
    cat-file = "!{run}"
[credential]
    helper = "!{run}"
[diff]
    external = "{run}"
[gpg]
    program = "{run}"
[log]
    showSignature = true
"""


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    made = tmp_path / "repository"
    subprocess.run(["git", "init", "-q", str(made)], check=True)
    return made


def test_output_is_given_as_bytes(repository: Path) -> None:
    said = git.run(repository, "rev-parse", "--show-toplevel")
    assert (said.code, os.fsdecode(said.out), said.err) == (0, f"{repository.resolve()}\n", "")


def test_what_it_reads_is_fed(repository: Path) -> None:
    said = git.run(repository, "hash-object", "--stdin", feed=b"hello\n")
    assert said.out == b"ce013625030ba8dba906f756967f9e9ca394464a\n"


def test_failure_is_told_in_git_s_words(repository: Path) -> None:
    with pytest.raises(git.GitFailed) as error:
        git.run(repository, "rev-parse", "--verify", values=["nowhere"])
    assert error.value.message == "`git rev-parse` failed: fatal: Needed a single revision"
    assert error.value.exit_code == 5


def test_failure_without_a_word(repository: Path) -> None:
    with pytest.raises(git.GitFailed, match="`git rev-parse` failed: it does not say why"):
        git.run(repository, "rev-parse", "--quiet", "--verify", values=["nowhere"])


def test_failure_holds_nothing_invisible() -> None:
    assert git.GitFailed("x", "a\x1b[31m\n b\u202e").message == "`git x` failed: a\\u001b[31m b\\u202e"


def test_exit_code_that_is_an_answer(repository: Path) -> None:
    assert git.run(repository, "config", "--get", values=["no.such"], codes=(0, 1)).code == 1


@pytest.mark.parametrize("value", ["--help", "-h", "--exec=touch made", "--upload-pack=touch made", "-O/tmp"])
def test_value_is_no_option(repository: Path, value: str) -> None:
    """What stands behind `--end-of-options` is looked up as a name, and there is none."""
    with pytest.raises(git.GitFailed, match="Needed a single revision"):
        git.run(repository, "rev-parse", "--verify", values=[value])


def test_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(git.GitFailed, match="`git rev-parse` failed: no such file or directory"):
        git.run(tmp_path / "gone", "rev-parse")


def test_without_git(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(git.NoGit) as error:
        git.run(tmp_path, "rev-parse")
    assert error.value.message == "git is not installed, or not where PATH says"
    assert error.value.hint == "`git --version` tells whether it is there"
    assert isinstance(error.value, FileFault)


def test_git_of_a_relative_path_is_none(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A repository may hold a program called `git`, and PATH a folder that is looked for in it."""
    trap = repository / "git"
    trap.write_text("#!/bin/sh\ntouch made\n")
    trap.chmod(0o755)
    monkeypatch.chdir(repository)
    monkeypatch.setenv("PATH", f".{os.pathsep}{os.pathsep}{os.environ['PATH']}")
    git.run(repository, "rev-parse", "--git-dir")
    assert not (repository / "made").exists()


def test_environment_names_no_other_repository(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As in a hook, in which git sets them."""
    for name in ("GIT_DIR", "GIT_WORK_TREE", "GIT_OBJECT_DIRECTORY", "GIT_INDEX_FILE", "GIT_COMMON_DIR"):
        monkeypatch.setenv(name, "/nowhere")
    monkeypatch.setenv("GIT_CONFIG_COUNT", "1")
    monkeypatch.setenv("GIT_CONFIG_KEY_0", "core.bare")
    monkeypatch.setenv("GIT_CONFIG_VALUE_0", "true")
    assert git.run(repository, "rev-parse", "--is-inside-work-tree").out == b"true\n"


def test_environment_of_the_user_s_own_configuration_is_kept(
    repository: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "config").write_text("[user]\n    name = Nobody\n")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(tmp_path / "config"))
    assert git.run(repository, "config", "user.name").out == b"Nobody\n"


def test_configuration_of_the_repository_runs_nothing(repository: Path, tmp_path: Path) -> None:
    made, run = tmp_path / "made", tmp_path / "run"
    run.write_text(f"#!/bin/sh\ntouch {made}\n")
    run.chmod(0o755)
    hooks = tmp_path / "hooks"
    hooks.mkdir()
    for name in ("reference-transaction", "post-index-change", "pre-auto-gc"):
        (hooks / name).symlink_to(run)
    with (repository / ".git/config").open("a") as config:
        config.write(CONFIG.format(hooks=hooks, run=run))
    git.run(repository, "rev-parse", "--git-dir")
    tree = git.run(repository, "hash-object", "-t", "tree", "-w", "--stdin").out.decode().strip()
    git.run(repository, "cat-file", "-p", values=[tree])
    git.run(repository, "update-ref", values=["refs/tags/tree", tree])
    git.run(repository, "ls-files", "--others")
    assert not made.exists()
    subprocess.run(["git", "update-ref", "refs/tags/other", tree], cwd=repository, check=True)
    assert made.exists()  # the trap works


def test_partial_clone_fetches_nothing(repository: Path, tmp_path: Path) -> None:
    """Git would ask the promisor's helper for an object that is missing, and `ext::` is any command."""
    made = tmp_path / "made"
    with (repository / ".git/config").open("a") as config:
        config.write(
            f'[remote "origin"]\n    url = "ext::touch {made}"\n    promisor = true\n'
            '[extensions]\n    partialClone = origin\n[protocol "ext"]\n    allow = always\n'
        )
    subprocess.run(["git", "config", "core.repositoryFormatVersion", "1"], cwd=repository, check=True)
    missing = "0123456789" * 4
    with pytest.raises(git.GitFailed):
        git.run(repository, "cat-file", "-p", values=[missing])
    assert not made.exists()
    subprocess.run(["git", "cat-file", "-p", missing], cwd=repository, check=False, capture_output=True)
    assert made.exists()  # the trap works
