"""docker-compose.yml says what it must, and nothing that it must not."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parents[2]
TEXT = (ROOT / "docker-compose.yml").read_text(encoding="utf-8")
SERVICES: dict[str, dict[str, Any]] = yaml.safe_load(TEXT)["services"]
OURS = ("migrate", "web", "worker")
LONG_RUNNING = ("postgres", "web", "worker", "rasa", "caddy")
SECRET = re.compile(r"PASSWORD|TOKEN|SECRET|KEY")


def commented_out(text: str) -> str:
    return "\n".join(line for line in text.splitlines() if not line.lstrip().startswith("#"))


def variables(text: str) -> set[str]:
    """Names of the variables that Compose or Caddy fills in; ``$$NAME`` is left to the container's own shell."""
    return set(re.findall(r"(?<!\$)\{?\$\{?([A-Z][A-Z0-9_]*)", commented_out(text)))


def test_services():
    """The services are these six, and only Rasa has to be asked for."""
    assert set(SERVICES) == {*OURS, *LONG_RUNNING}
    assert {name for name, service in SERVICES.items() if "profiles" in service} == {"rasa"}


def test_variables_documented(documented_variables: dict[str, str]):
    """Every variable that docker-compose.yml or the Caddyfile uses is explained in .env.example."""
    used = variables(TEXT) | variables((ROOT / "Caddyfile").read_text(encoding="utf-8"))
    assert used >= {"POSTGRES_PASSWORD", "PUBLIC_URL", "RASA_TOKEN"}
    assert used <= set(documented_variables)


@pytest.mark.parametrize("name", OURS)
def test_programmes_own_variables_are_passed_on(name: str):
    """The program is given all of .env, so what is set for one programme reaches it, too; nothing goes before it."""
    assert SERVICES[name]["env_file"] == ".env"
    assert set(SERVICES[name]["environment"]) == {"CACHE_DIR", "DATABASE_URL"}


def test_required_variables_say_what_to_do():
    """A required variable that is missing stops Compose with the name of the file to put it in."""
    requirements = re.findall(r"\$\{[A-Z_]+:\?([^}]*)\}", TEXT)
    assert requirements
    assert all("in .env" in requirement for requirement in requirements)


@pytest.mark.parametrize("name", sorted(SERVICES))
def test_no_secrets(name: str):
    """A password or token comes from the environment of whoever runs Compose, never from the file."""
    for variable, value in SERVICES[name].get("environment", {}).items():
        if SECRET.search(variable):
            assert re.fullmatch(r"\$\{[^}]+\}", value)
        if "://" in value:
            assert re.search(r"//\w+:(?!\$\{)[^@/]*@", value) is None


@pytest.mark.parametrize("name", LONG_RUNNING)
def test_health(name: str):
    """Every service that keeps running is asked whether it is well, and is started again when it dies."""
    assert SERVICES[name]["healthcheck"]["test"]
    assert SERVICES[name]["restart"] == "unless-stopped"


@pytest.mark.parametrize("name", ["web", "worker"])
def test_health_of_ours(name: str):
    """The program's own services are asked at /health."""
    assert "/health" in SERVICES[name]["healthcheck"]["test"][-1]


@pytest.mark.parametrize("name", ["web", "worker"])
def test_migration_first(name: str):
    """Web and worker start only after the migration has succeeded, and that only once PostgreSQL takes connections."""
    assert SERVICES[name]["depends_on"]["migrate"] == {"condition": "service_completed_successfully"}
    assert SERVICES["migrate"]["depends_on"]["postgres"] == {"condition": "service_healthy"}


@pytest.mark.parametrize("name", OURS)
def test_locked_down(name: str):
    """Our containers run as an ordinary user, on a file system that they cannot write, without capabilities."""
    service = SERVICES[name]
    assert service["user"].split(":")[0] not in {"", "0", "root"}
    assert service["read_only"] is True
    assert service["cap_drop"] == ["ALL"]
    assert service["security_opt"] == ["no-new-privileges:true"]


def test_only_the_proxy_is_open():
    """No service but the TLS proxy opens a port on the host."""
    assert {name for name, service in SERVICES.items() if "ports" in service} == {"caddy"}


def test_volumes_declared():
    """What must outlive a container is in a named volume that the file declares."""
    mounts = [mount.split(":")[0] for service in SERVICES.values() for mount in service.get("volumes", [])]
    named = {mount for mount in mounts if not mount.startswith(".")}
    assert named == set(yaml.safe_load(TEXT)["volumes"])


@pytest.mark.parametrize("name", OURS)
def test_commands_exist(name: str):
    """The program knows the subcommand and the options that its containers are started with."""
    subcommand, *options = SERVICES[name]["command"]
    shown = subprocess.run(
        [sys.executable, "-m", "bot", subcommand, "--help"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    assert all(option in shown for option in options if option.startswith("--"))
