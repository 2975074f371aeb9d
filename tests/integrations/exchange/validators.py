"""Two validators of FHIR that nobody here wrote: ``fhir.resources`` (Python) and ``fhir`` (Node, set up by make)."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

from fhir.resources.R4B.bundle import Bundle
from pydantic import ValidationError

from tests.conftest import missing

ROOT = Path(__file__).parents[3]
MODULES = ROOT / "var" / "peers" / "node_modules"
SCRIPT = Path(__file__).with_name("validate.js")


def python_says(bundle: dict[str, Any]) -> list[str]:
    """What ``fhir.resources`` finds wrong; R4B, whose Patient, ServiceRequest, Task and Consent are those of R4."""
    try:
        Bundle.model_validate_json(json.dumps(bundle))
    except ValidationError as error:
        return [f"{'.'.join(map(str, one['loc']))}: {one['msg']}" for one in error.errors()]
    return []


def node_says(*bundles: dict[str, Any]) -> list[list[str]]:
    """What ``fhir`` finds wrong with each."""
    node = shutil.which("node")
    if node is None or not (MODULES / "fhir").is_dir():
        missing("the npm package fhir is not set up (needs npm; run: make test)")
    ended = subprocess.run(
        [node, str(SCRIPT)],
        env={"PATH": os.environ["PATH"], "NODE_PATH": str(MODULES)},
        input=json.dumps(bundles),
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    found: list[list[str]] = json.loads(ended.stdout)
    return found
