"""Runs docs/python.md: its code from top to bottom, its files, its tests; what it prints is what it says."""

from __future__ import annotations

import contextlib
import io
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from conftest import AGREEMENT, ROOT

GUIDE = ROOT / "docs/python.md"


class Block(NamedTuple):
    """A fenced block of the guide."""

    line: int
    language: str
    what: str
    """What stands after the language, e.g. "file=crm.py"."""
    text: str


def blocks(page: Path) -> Iterator[Block]:
    text = page.read_text()
    for found in re.finditer(r"^```(\w+)(?: (\S+))?\n(.*?)^```$", text, re.MULTILINE | re.DOTALL):
        yield Block(text[: found.start()].count("\n") + 1, found[1], found[2] or "", found[3])


def run(block: Block, names: dict[str, Any]) -> str:
    """What the code prints. A failure names the line of the guide."""
    code = compile("\n" * block.line + block.text, str(GUIDE), "exec", dont_inherit=True)
    with contextlib.redirect_stdout(io.StringIO()) as printed:
        exec(code, names)
    return printed.getvalue()


def run_pytest(folder: Path) -> str:
    options = ["-q", "-W", "error", "-p", "no:cacheprovider", "--rootdir", "."]
    result = subprocess.run([sys.executable, "-m", "pytest", *options], cwd=folder, capture_output=True, text=True)
    assert result.returncode == 0, result.stdout + result.stderr
    return re.sub(r" in [\d.]+s.*", "", result.stdout.splitlines()[-1]) + "\n"


def run_shell(folder: Path, block: Block) -> None:
    path = f"{Path(sys.executable).parent}:{os.environ['PATH']}"
    environment = {**os.environ, "PATH": path, "PYTHONWARNINGS": "error"}
    result = subprocess.run(["bash", "-euc", block.text], cwd=folder, env=environment, capture_output=True, text=True)
    assert result.returncode == 0, result.stdout + result.stderr


def test_guide_does_what_it_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    shutil.copy(AGREEMENT, tmp_path)
    names: dict[str, Any] = {"__name__": "guide"}
    printed = ""
    try:
        for block in blocks(GUIDE):
            where = f"{GUIDE.name}:{block.line}"
            if block.language == "python" and block.what.startswith("file="):
                (tmp_path / block.what.removeprefix("file=")).write_text(block.text)
            elif block.language == "python":
                assert printed == "", f"{where}: what was printed before is not shown"
                printed = run(block, names)
            elif block.language == "text":
                assert (run_pytest(tmp_path) if block.what == "pytest" else printed) == block.text, where
                printed = ""
            elif block.what == "run":
                run_shell(tmp_path, block)
            else:  # the package is installed already, or there would be no test
                assert block.text.endswith("pip install ./bindings/python\n"), f"{where}: nobody runs this"
        assert printed == "", "what was printed last is not shown"
    finally:
        names["engine"].close()


@pytest.mark.parametrize("page", [GUIDE, ROOT / "bindings/python/README.md"])
def test_first_block_is_the_hello_program(page: Path) -> None:
    first = next(block for block in blocks(page) if block.language == "python")
    assert first.text == (ROOT / "examples/python/hello.py").read_text()
