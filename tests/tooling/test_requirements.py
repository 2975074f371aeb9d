"""What is installed is pinned, comes from nowhere in particular, and is what pyproject.toml asks for."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
FILES = ("requirements.txt", "requirements-dev.txt")


def pins(file: str) -> dict[str, Requirement]:
    lines = (ROOT / file).read_text(encoding="utf-8").splitlines()
    requirements = [Requirement(line) for line in lines if line and not line.startswith(("#", "-r "))]
    return {canonicalize_name(requirement.name): requirement for requirement in requirements}


@pytest.mark.parametrize("file", FILES)
def test_exact(file: str):
    """Every line pins one version, and none names the address of a registry or of a file."""
    text = (ROOT / file).read_text(encoding="utf-8")
    assert re.search(r"://|--hash|index-url|find-links", text) is None
    for pin in pins(file).values():
        assert [specifier.operator for specifier in pin.specifier] == ["=="]


@pytest.mark.parametrize(
    ("ranges", "file"),
    [(PROJECT["dependencies"], FILES[0]), (PROJECT["optional-dependencies"]["dev"], FILES[1])],
    ids=["program", "development"],
)
def test_pins_fit_ranges(ranges: list[str], file: str):
    """Every package that pyproject.toml asks for is pinned, at a version inside its range."""
    pinned = pins(file)
    for wanted in map(Requirement, ranges):
        (specifier,) = pinned[canonicalize_name(wanted.name)].specifier
        assert wanted.specifier.contains(specifier.version), f"{wanted.name} {specifier.version}"


def test_pinned_once():
    """No package is pinned in both files, where the two could come to differ."""
    assert not pins(FILES[0]).keys() & pins(FILES[1]).keys()
