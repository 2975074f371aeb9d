"""A command of ``python -m bot``, run in this process, which has imported everything already."""

from __future__ import annotations

import structlog
from typer.testing import CliRunner, Result

from bot.commands import app
from tests.serving import KEY


def invoked(*arguments: str, stdin: str = "", **environment: str) -> Result:
    """What the command says and how it ends.

    A command makes the log write to its own standard error, which is closed afterwards: that is taken back, or the
    next test could not log.
    """
    try:
        return CliRunner().invoke(app, arguments, input=stdin, env={"DATA_KEYS": KEY, **environment})
    finally:
        structlog.reset_defaults()
