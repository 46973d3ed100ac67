"""Tells the story of examples/python twice on one store, and holds its small programs against bad input."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from conftest import LUTHER, ROOT

EXAMPLES = ROOT / "examples/python"
ENVIRONMENT = {**os.environ, "PYTHONWARNINGS": "error", "PYTHONDONTWRITEBYTECODE": "1"}


def program(name: str, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, EXAMPLES / name, *arguments]
    return subprocess.run(command, env=ENVIRONMENT, capture_output=True, text=True)


def told(folder: Path) -> str:
    story = program("demo.py", folder, ROOT / "examples/data")
    assert story.returncode == 0, story.stdout + story.stderr
    assert story.stderr == ""
    return story.stdout


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store folder in which the story was told once."""
    folder = tmp_path_factory.mktemp("story")
    assert "An account is made" in told(folder)
    return folder


def test_second_run_goes_on_with_the_same_people(folder: Path) -> None:
    before = (folder / "people.json").read_text()
    story = told(folder)
    assert "from an earlier run" in story
    assert "Hank asks again" in story
    assert (folder / "people.json").read_text() == before


def test_every_step_of_the_c_story_is_told(folder: Path) -> None:
    story = told(folder)
    for word in ("consentPending", "operationNotGranted", "consentRevoked", "Completed", "Scheduled", "Revoked"):
        assert word in story
    assert "\033" not in story, "colours are for terminals"


def test_other_languages_find_what_they_look_for(folder: Path) -> None:
    assert len((folder / "host.secret").read_bytes()) == 32
    assert json.loads((folder / "people.json").read_text()).keys() == {"accountId", "officeId", "hankId"}
    assert (folder / "crm.db").exists()


def test_watcher_ends_when_the_actor_may_not_send_at_first(folder: Path) -> None:
    hank = json.loads((folder / "people.json").read_text())["hankId"]
    watcher = program("watcher.py", folder / "crm.db", folder / "host.secret", hank, LUTHER)
    assert watcher.returncode == 1
    assert "ready" not in watcher.stdout
    assert "the actor may send at first" in watcher.stderr


def test_verifier_finds_a_change(folder: Path, tmp_path: Path) -> None:
    evidence = tmp_path / "evidence.json"
    evidence.write_bytes((folder / "evidence.json").read_bytes())
    assert program("verify_evidence.py", evidence, folder / "log.vkey").returncode == 0

    changed = json.loads(evidence.read_text())
    changed["documentId"] = "01a20106-9637-7000-86a4-c741cf315f24"
    evidence.write_text(json.dumps(changed))
    check = program("verify_evidence.py", evidence, folder / "log.vkey")
    assert (check.returncode, check.stderr[:6]) == (1, "BROKEN")

    evidence.write_text("{}")
    assert program("verify_evidence.py", evidence, folder / "log.vkey").stderr.startswith("NOT EVIDENCE")
