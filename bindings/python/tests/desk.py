"""Runs commands as an operator does, on the store of the story."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from typing import Any

from click.testing import CliRunner, Result

from conftest import SECRET, Office
from stead.cli._app import app


class Desk:
    """A shell on a store: `desk("status")`, `desk.json("status")`. The store is closed to everybody else meanwhile."""

    def __init__(self, office: Office, folder: Path) -> None:
        self.office = office
        self.store = Path(office.engine.path)
        self.secret_file = secret_in(folder / "host.secret")
        self.options = folder / "options.json"
        self.user = office.hank.user_id
        self.account = office.account.id

    def __call__(self, *words: str, code: int = 0, **environment: str | None) -> Result:
        """Runs a command, which has to end with `code`."""
        self.office.engine.close()
        self.options.write_text(json.dumps({"testClockMs": int(self.office.now.timestamp() * 1000)}))
        given = {
            "STEAD_STORE": str(self.store),
            "STEAD_SECRET_FILE": str(self.secret_file),
            "STEAD_OPTIONS": str(self.options),
            "STEAD_USER": self.user,
            **environment,
        }
        result = CliRunner().invoke(app, words, env=given, prog_name="stead")
        if result.exception is not None and not isinstance(result.exception, SystemExit):
            raise result.exception
        assert result.exit_code == code, result.output
        return result

    def json(self, *words: str, code: int = 0, **environment: str | None) -> Any:
        """The answer of a command to a script."""
        return json.loads(self(*words, "--json", code=code, **environment).stdout)

    def error(self, *words: str, code: int, **environment: str | None) -> dict[str, Any]:
        """The error of a command as a script reads it; nothing else is said."""
        result = self(*words, "--json", code=code, **environment)
        assert result.stdout == ""
        error: dict[str, Any] = json.loads(result.stderr)["error"]
        return error


def secret_in(file: Path) -> Path:
    """Writes the secret of the test store as an operator should."""
    with open(os.open(file, os.O_WRONLY | os.O_CREAT, 0o600), "wb") as stream:
        stream.write(SECRET)
    return file


def script_of(folder: Path, code: str) -> str:
    """A command that runs some Python."""
    file = folder / "program.py"
    file.write_text(code, encoding="utf-8")
    return f"{sys.executable} {file}"
