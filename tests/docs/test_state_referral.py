"""The page for state bodies says what the program does."""

from __future__ import annotations

import json
import re
from pathlib import Path

import jsonschema
import pytest

import dialogues
from data import programmes
from dialogues.referral_form import Wrong, schema

DOCS = Path(dialogues.__file__).parent.parent / "docs"
PAGE = (DOCS / "state-referral.md").read_text(encoding="utf-8")
PROGRAMME = programmes.load("sos-khorezm")
EXAMPLE = json.loads(re.search(r"```json\n(.*?)```", PAGE, re.DOTALL)[1])  # type: ignore[index]


def committed() -> dict[str, object]:
    """The schema in the documents."""
    return json.loads((DOCS / "state-referral.schema.json").read_text(encoding="utf-8"))  # type: ignore[no-any-return]


def test_the_committed_schema_is_the_programmes_own() -> None:
    """Whoever builds against the file builds against what is checked."""
    assert PROGRAMME.referral
    assert committed() == schema(PROGRAMME, PROGRAMME.referral)


def test_the_example_is_a_referral() -> None:
    """What people copy first is right."""
    jsonschema.Draft202012Validator(committed()).validate(EXAMPLE)


@pytest.mark.parametrize(
    "change",
    [{"they_agree": "refuses"}, {"district": "Shovot"}, {"needs": []}, {"x": 1}, {"children": [300]}],
)
def test_the_schema_refuses_what_the_program_refuses(change: dict[str, object]) -> None:
    """Consent, options, empty lists, unknown fields and ages are in it."""
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.Draft202012Validator(committed()).validate(EXAMPLE | change)


def test_every_code_is_told() -> None:
    """A sender finds each code of a field on the page."""
    assert all(f"`{code.value}`" in PAGE for code in Wrong)
