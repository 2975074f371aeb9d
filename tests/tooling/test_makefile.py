"""The commands that a newcomer types, and the settings that they are told of."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.tooling.test_compose import TEXT, variables

ROOT = Path(__file__).parents[2]
MAKE = shutil.which("make") or "make"
TARGETS = re.findall(r"^([a-z][a-z-]*):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
SECRET = re.compile(r"PASSWORD|TOKEN|SECRET|KEY")


def make(*arguments: str, path: str | None = None) -> subprocess.CompletedProcess[str]:
    # A test run that was itself started by make must not hand its flags down.
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("MAKE", "MFLAGS"))}
    environment |= {"PATH": path} if path else {}
    return subprocess.run(
        [MAKE, *arguments], cwd=ROOT, env=environment, capture_output=True, text=True, check=False, timeout=60
    )


def test_help_lists_every_target():
    """``make help`` tells of every target, with what it does."""
    shown = re.findall(r"^  make (\S+) +\S", make("help").stdout, re.MULTILINE)
    assert sorted(shown) == sorted(TARGETS)
    assert {"demo", "test", "bench", "run", "migrate", "lint", "format", "clean", "help"} <= set(shown)


def test_help_is_the_default():
    """``make`` alone shows the help."""
    assert make().stdout == make("help").stdout


@pytest.mark.parametrize(
    ("once", "expected"), [("ONCE=1", True), ("ONCE=0", False), ("ONCE=", False)], ids=["1", "0", "empty"]
)
def test_demo_once(once: str, expected: bool):
    """``make demo`` hands the port on, and stops after the story only when ONCE says so."""
    line = make("--dry-run", "demo", once, "PORT=8123").stdout.splitlines()[-1]
    assert "-m bot demo --programme firststep-asan --port 8123" in line
    assert ("--once" in line) is expected


def test_python_too_old(tmp_path: Path):
    """Where no Python is new enough, the set-up stops, says which one is there and what to install."""
    old = tmp_path / "python3"
    old.write_text('#!/bin/sh\n[ "$1" = --version ] && echo "Python 3.9.2" && exit\nexit 1\n', encoding="utf-8")
    old.chmod(0o755)
    environment = tmp_path / "venv"
    answer = make(f"VENV={environment}", f"{environment}/bin/python", path=str(tmp_path))
    assert answer.returncode != 0
    assert "needs Python 3.11 or newer" in answer.stderr
    assert "python3 is: Python 3.9.2" in answer.stderr
    assert "python3-venv" in answer.stderr
    assert not environment.exists()


def test_python_found_beside_an_old_one(tmp_path: Path):
    """Where ``python3`` is too old but ``python3.12`` is there, the environment is made with that one."""
    (tmp_path / "python3").write_text("#!/bin/sh\nexit 1\n", encoding="utf-8")
    (tmp_path / "python3.12").write_text(
        '#!/bin/sh\ncase "$1" in --version) echo "Python 3.12.1";; -m) echo "made with $*";; esac\n', encoding="utf-8"
    )
    for program in tmp_path.iterdir():
        program.chmod(0o755)
    environment = tmp_path / "venv"
    answer = make(f"VENV={environment}", f"{environment}/bin/python", path=str(tmp_path))
    assert answer.returncode == 0
    assert answer.stdout.splitlines() == [
        f"set-up: environment {environment} with Python 3.12.1",
        f"made with -m venv {environment}",
    ]


def test_settings_documented(documented_variables: dict[str, str]):
    """.env.example names exactly the variables that the program reads, and those that Compose does."""
    from bot import settings
    from data import programmes

    lines = [(line.channel, line.env) for key in programmes.known() for line in programmes.load(key).facts.lines]
    assert set(documented_variables) == settings.variables(lines) | variables(TEXT)


def test_example_holds_no_secret(documented_variables: dict[str, str]):
    """.env.example has no value for a password, token or key."""
    assert documented_variables
    assert {name for name, value in documented_variables.items() if SECRET.search(name) and value} == set()
