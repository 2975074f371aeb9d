"""The command line: ``python -m bot --help``."""

from __future__ import annotations

import asyncio
import getpass
import logging
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import structlog
import typer
from msgspec.structs import replace

from bot.exchange import exchange_app
from bot.referral.commands import referrer_app
from bot.settings import Settings, SettingsError, read
from data.crypt import BadKey, Vault, new_key
from data.database import Database
from data.readiness import NotReady, check
from data.store import Store
from data.wake import Wake
from dialogues.documents import ContentError
from dialogues.reporting.period import BadPeriod

app = typer.Typer(
    help="Front Door: a messaging front door for family care programmes.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
staff_app = typer.Typer(help="The people who work with cases.", no_args_is_help=True)
app.add_typer(staff_app, name="staff")
app.add_typer(exchange_app)
app.add_typer(referrer_app)


class ServerRole(StrEnum):
    """What a process does."""

    ALL = "all"
    """Everything, in one process."""
    WEB = "web"
    """Takes messages and serves the pages."""
    WORKER = "worker"
    """Does the rounds: reminders, escalations, notices, messages to send again."""


@contextmanager
def plain_errors() -> Iterator[None]:
    """A mistake of the person who runs this is one line that says what to do."""
    try:
        yield
    except (SettingsError, BadKey, ContentError, NotReady, BadPeriod) as error:
        typer.echo(f"front door: {error}", err=True)
        raise typer.Exit(2) from error


def configure_logging(settings: Settings) -> None:
    """Lines of JSON on standard error, plain lines on a terminal; never a message's text."""
    level = logging.getLevelNamesMapping().get(settings.log_level.upper(), logging.INFO)
    logging.basicConfig(
        level=max(level, logging.WARNING), stream=sys.stderr, format="%(levelname)s %(name)s %(message)s"
    )
    renderer: structlog.typing.Processor = (
        structlog.dev.ConsoleRenderer() if sys.stderr.isatty() else structlog.processors.JSONRenderer()
    )
    structlog.configure(
        wrapper_class=structlog.make_filtering_bound_logger(level),
        processors=[structlog.processors.add_log_level, structlog.processors.TimeStamper(fmt="iso"), renderer],
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
    )


@app.command()
def serve(
    role: Annotated[ServerRole, typer.Option(help="What this process does.")] = ServerRole.ALL,
    host: Annotated[str, typer.Option(help="Address to listen on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(help="Port to listen on.")] = 8000,
) -> None:
    """Serve families and caseworkers, with the settings of the environment."""
    from bot.app import build
    from bot.serving import server

    with plain_errors():
        settings = read()
        configure_logging(settings)
        asyncio.run(_ready(settings))
        door = build(settings)
    server(door, host, port, worker=role is not ServerRole.WEB).run()


async def _ready(settings: Settings) -> None:
    """Look at the database before anything else is made ready. Raises NotReady or BadKey."""
    store = Store(Database(settings.database_url), Vault(settings.data_keys), Wake())
    try:
        await check(store)
    finally:
        await store.database.close()


@app.command()
def migrate() -> None:
    """Bring the database at DATABASE_URL up to date."""
    from data.migrations import upgrade

    with plain_errors():
        settings = read()
        if settings.database_url.startswith("sqlite"):
            Path(settings.database_url.partition(":///")[2]).parent.mkdir(parents=True, exist_ok=True)
        upgrade(settings.database_url)
    typer.echo("the database is up to date")


@app.command()
def key() -> None:
    """Print a new key for DATA_KEYS."""
    typer.echo(new_key())


@app.command()
def demo(
    port: Annotated[int, typer.Option(help="Port to listen on.")] = 8000,
    once: Annotated[bool, typer.Option("--once", help="Stop after the story.")] = False,
    programme: Annotated[str, typer.Option(help="Key of the programme whose story is played.")] = "firststep-asan",
) -> None:
    """Play one family's story over HTTP, then serve it to try out."""
    from bot.demo.play import play

    with plain_errors():
        raise typer.Exit(asyncio.run(play(port, programme, once=once)))


@app.command()
def chat(
    programme: Annotated[str, typer.Option(help="Key of the programme.")] = "firststep-asan",
    record: Annotated[Path | None, typer.Option(help="Write the conversation as a transcript into this file.")] = None,
) -> None:
    """Talk to the bot in this terminal; nothing leaves the machine."""
    from bot.chat_terminal import chat as talk

    with plain_errors():
        asyncio.run(talk(programme, record=record))


class ReportForm(StrEnum):
    """What a report is written as."""

    CSV = "csv"
    PDF = "pdf"


@app.command()
def report(
    programme: Annotated[str, typer.Argument(help="Key of the programme.")],
    first: Annotated[str, typer.Option("--from", help="First day, such as 2026-11-01.")] = "",
    last: Annotated[str, typer.Option("--to", help="Last day, such as 2026-11-30.")] = "",
    period: Annotated[str, typer.Option(help="Instead of days: 2026, 2026-Q4 or 2026-11.")] = "",
    form: Annotated[ReportForm, typer.Option("--format", help="CSV, or the donor's page in French.")] = ReportForm.CSV,
    language: Annotated[str, typer.Option(help="Language of the names in the CSV: en, ko, ru, uz or fr.")] = "en",
    out: Annotated[Path | None, typer.Option(help="File to write; standard output without it.")] = None,
) -> None:
    """Write a programme's report over a period, with everything hidden that could point at somebody."""
    from bot.reports.asking import file_of, period_asked

    with plain_errors():
        content = asyncio.run(file_of(read(), programme, period_asked(period, first, last), form.value, language))
    if out:
        out.write_bytes(content)
    else:
        sys.stdout.buffer.write(content)


class EngineName(StrEnum):
    """Who ranks the intents."""

    EMBEDDED = "embedded"
    RASA = "rasa"


@app.command()
def understand(
    engine: Annotated[EngineName | None, typer.Option(help="Instead of the one that NLU names.")] = None,
) -> None:
    """Read JSON lines with a `text`, write for each how the bot would judge it as a first message."""
    from bot.understand import judge_lines

    with plain_errors():
        settings = read()
        configure_logging(settings)
        if engine:
            settings = replace(settings, nlu=engine.value)
        wrong = asyncio.run(judge_lines(settings, sys.stdin, sys.stdout))
    raise typer.Exit(1 if wrong else 0)


@app.command("check")
def check_content(
    keys: Annotated[
        list[str] | None,
        typer.Argument(metavar="PROGRAMME", help="Keys of programmes; all of them when none is named."),
    ] = None,
    day: Annotated[
        datetime | None, typer.Option(formats=["%Y-%m-%d"], help="As on this day (YYYY-MM-DD); today when not told.")
    ] = None,
) -> None:
    """Prove the content of the programmes: one line for each mistake, and code 1 when there is one."""
    from bot.check import check, report, shipped

    with plain_errors():
        checked = check(shipped(), (day or datetime.now(UTC)).date(), _known(keys))
    for line in report(checked):
        typer.echo(line)
    raise typer.Exit(1 if checked.mistakes else 0)


@app.command()
def flows(
    key: Annotated[
        str, typer.Argument(metavar="PROGRAMME", help="Key of a programme; all of them when none is named.")
    ] = "",
    out: Annotated[Path, typer.Option(help="Folder for the pictures.")] = Path("docs/images/flows"),
) -> None:
    """Draw each flow as a picture, `<flow>.svg`."""
    from bot.flowcharts import write
    from data import programmes

    with plain_errors():
        drawn = write([programmes.load(one) for one in _known([key] if key else None) or programmes.known()], out)
    for path in drawn:
        typer.echo(path)


def _known(keys: list[str] | None) -> list[str]:
    """``keys``, all of them programmes that there are. Raises BadParameter."""
    from data import programmes

    for key in keys or ():
        if key not in programmes.known():
            raise typer.BadParameter(f"there is no programme `{key}`; there are {', '.join(programmes.known())}")
    return keys or []


@staff_app.command("add")
def add_staff(
    email: Annotated[str, typer.Option(help="What they sign in with.")],
    name: Annotated[str, typer.Option(help="Their name, as colleagues know it.")],
    programme: Annotated[str, typer.Option(help="Key of the programme.")] = "firststep-asan",
    centre: Annotated[str, typer.Option(help="Key of the centre; empty for every centre.")] = "",
    supervisor: Annotated[
        bool, typer.Option("--supervisor", help="Sees every case and is told when nobody claims one.")
    ] = False,
) -> None:
    """Add somebody; the password is asked for, or read from standard input."""
    from bot.staffing import add_from_command_line

    password = getpass.getpass("password: ") if sys.stdin.isatty() else sys.stdin.readline().rstrip("\n")
    with plain_errors():
        settings = read()
        asyncio.run(
            add_from_command_line(
                settings,
                programme=programme,
                centre=centre,
                supervisor=supervisor,
                name=name,
                email=email,
                password=password,
            )
        )
    typer.echo(f"{email} can sign in at {settings.public_url}/console")


if __name__ == "__main__":
    app()
