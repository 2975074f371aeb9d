"""The database's schema, version by version."""

from __future__ import annotations

from importlib.resources import files

from alembic import command
from alembic.config import Config

from data.database import with_driver


def upgrade(url: str, revision: str = "head") -> None:
    """Bring the database at ``url`` to ``revision``. Opens and closes its own connection; must not run inside an
    event loop."""
    command.upgrade(config_for(url), revision)


def config_for(url: str) -> Config:
    """Alembic's configuration for the database at ``url``."""
    config = Config()
    config.set_main_option("script_location", str(files("data.migrations")))
    config.attributes["url"] = with_driver(url)
    return config
