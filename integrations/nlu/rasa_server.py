"""Trains and serves Rasa; run by Rasa's own Python (3.8 to 3.10) beside Rasa 3.6, with nothing else of ours to import.

``make rasa`` and the container in docker-compose.yml run this one file:

    python rasa_server.py train PROJECT MODELS
    python rasa_server.py serve PROJECT MODELS [HOST [PORT]]

PROJECT is what ``integrations/nlu/rasa_project.py`` writes, MODELS a folder that can be written. ``train`` does nothing
where the model was made from the very same project. ``serve`` takes ``RASA_TOKEN`` from the environment: a command line
can be read by everybody on the machine, and Rasa's own reads no token from the environment.
"""

from __future__ import annotations

import os
import runpy
import subprocess
import sys
import warnings
from pathlib import Path

NAME = "front-door"


def train(project: Path, models: Path) -> None:
    """Make ``MODELS/front-door.tar.gz``. Raises SystemExit where there is no project or Rasa fails."""
    try:
        digest = (project / "digest").read_text(encoding="utf-8")
    except OSError:
        raise SystemExit(f"rasa: there is no project in {project}; write it with: make rasa-project") from None
    stamp = models / "trained-from"
    if stamp.exists() and model(models).exists() and stamp.read_text(encoding="utf-8") == digest:
        return
    print("rasa: training, some minutes", flush=True)
    models.mkdir(parents=True, exist_ok=True)
    arguments = ["--config", project / "config.yml", "--domain", project / "domain.yml", "--nlu", project / "data"]
    arguments += ["--out", models, "--fixed-model-name", NAME]
    command = [sys.executable, "-m", "rasa", "train", "nlu", *map(str, arguments)]
    if subprocess.run(command, cwd=models, check=False).returncode or not model(models).exists():  # noqa: S603 (ours)
        raise SystemExit("rasa: the training has failed")
    stamp.write_text(digest, encoding="utf-8")


def model(models: Path) -> Path:
    """Where the model is, or will be."""
    return models / f"{NAME}.tar.gz"


def serve(project: Path, models: Path, host: str, port: str) -> None:
    """Answer ``POST /model/parse?token=…`` until told to stop. Raises SystemExit without a token."""
    token = os.environ.get("RASA_TOKEN", "")
    if not token:
        raise SystemExit("rasa: set RASA_TOKEN; without a token everybody could use and replace the model")
    os.environ["LOG_LEVEL"] = "INFO"  # at DEBUG Rasa writes every text into its log
    del sys.path[0]  # this folder, where a rasa.py of ours lies
    os.chdir(models)  # Rasa leaves files where it stands
    sys.argv = ["rasa", "run", "--enable-api", "--interface", host, "--port", port]
    sys.argv += ["--model", str(model(models)), "--credentials", str(project / "credentials.yml")]
    sys.argv += ["--auth-token", token]
    runpy.run_module("rasa", run_name="__main__", alter_sys=True)


def main(what: str, project: str, models: str, host: str = "127.0.0.1", port: str = "5005") -> None:
    """The command line above."""
    os.environ["RASA_TELEMETRY_ENABLED"] = "false"
    os.environ["PYTHONWARNINGS"] = "ignore"  # Rasa's libraries warn of each other by the page
    warnings.simplefilter("ignore")
    os.environ["RASA_MAX_CACHE_SIZE"] = "0"  # its cache of features is as large as the model, and never used again
    if what == "train":
        train(Path(project).resolve(), Path(models).resolve())
    else:
        serve(Path(project).resolve(), Path(models).resolve(), host, port)


if __name__ == "__main__":
    main(*sys.argv[1:])
