"""What the installed package carries."""

from __future__ import annotations

from importlib import metadata

from conftest import ROOT


def test_the_package_carries_its_license() -> None:
    [carried] = [file for file in metadata.files("stead") or [] if file.name == "LICENSE"]
    assert carried.read_text() == (ROOT / "LICENSE").read_text()
