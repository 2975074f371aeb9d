"""Set the demo up, play the story, and go on serving."""

from __future__ import annotations

import asyncio
import contextlib
import secrets
import socket
import sys
from datetime import UTC, datetime
from pathlib import Path

import uvicorn
from rich.console import Console

from bot.app import FrontDoor, build
from bot.commands import configure_logging
from bot.demo.mailbox import mailbox
from bot.demo.people import Unexpected
from bot.demo.script import Person, Script, load
from bot.demo.story import Story
from bot.serving import server
from bot.settings import Settings, SettingsError
from bot.staffing import add_member
from data import referrers
from data.crypt import new_key
from data.migrations import upgrade
from data.staff import Role

FOLDER = Path("var/demo")


async def play(port: int, programme: str, *, once: bool) -> int:
    """The whole demo of ``programme``; returns the exit code: 0 when the story went as it should."""
    script = load(programme)
    screen = Console(highlight=False, markup=True, soft_wrap=False)
    _require_free(port)
    async with mailbox() as box:
        settings = await asyncio.to_thread(_prepared, script, port, box.port, screen)
        configure_logging(settings)
        screen.print("[dim]·[/dim] understanding: training the language model (a minute), or reading it from the cache")
        door = await asyncio.to_thread(build, settings, {})
        password = await _staffed(door, script)
        form = await _form_of_a_state_body(door, script)
        web = server(door, "127.0.0.1", port)
        serving = asyncio.create_task(web.serve())
        try:
            await _started(web, serving)
            _announce(screen, settings, script, password)
            zone = door.programmes[programme].zone
            story = Story(script, settings.public_url, zone, screen, box, password, form)
            code = await _told(story, screen)
            if not once and code == 0:
                screen.print("\n[bold]Your turn.[/bold] The server keeps running; Ctrl+C stops it.")
                _announce(screen, settings, script, password)
                await serving
            return code
        finally:
            web.should_exit = True
            with contextlib.suppress(asyncio.CancelledError):
                await serving


def _require_free(port: int) -> None:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError as error:
            raise SettingsError(
                f"port {port} is in use: stop what uses it, or choose another with make demo PORT={port + 1}"
            ) from error


def _prepared(script: Script, port: int, mail_port: int, screen: Console) -> Settings:
    """A fresh database with a fresh key."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    for old in FOLDER.glob("front-door.db*"):
        old.unlink()
    database = FOLDER / "front-door.db"
    screen.print("[bold]Front Door[/bold]: a messaging front door for family care programmes\n")
    screen.print(f"[dim]·[/dim] database: a new one in {database}, everything in it encrypted with a new key")
    url = f"sqlite+aiosqlite:///{database}"
    upgrade(url)
    screen.print(f"[dim]·[/dim] programme: {script.programme}, with three members of staff")
    return Settings(
        database_url=url,
        data_keys=new_key(),
        public_url=f"http://127.0.0.1:{port}",
        programmes=script.programme,
        demo=True,
        log_level="warning" if sys.stdout.isatty() else "error",
        smtp_url=f"smtp://127.0.0.1:{mail_port}?starttls=never",
        mail_sender="front-door@demo.example",
    )


def _people(script: Script) -> list[tuple[Person, Role]]:
    return [
        (script.worker, Role.CASEWORKER),
        (script.colleague, Role.CASEWORKER),
        (script.supervisor, Role.SUPERVISOR),
    ]


async def _staffed(door: FrontDoor, script: Script) -> str:
    """Add the demo's staff; returns their common password."""
    password = "-".join(secrets.token_hex(2) for _ in range(3))
    now = datetime.now(UTC)
    for one, role in _people(script):
        await add_member(door.store, script.programme, one.centre, role, one.name, one.email, password, now)
    return password


async def _form_of_a_state_body(door: FrontDoor, script: Script) -> str:
    """The address of its form; "" where the story has none."""
    if script.refers is None:
        return ""
    body, name = script.refers.body, script.refers.name
    keys = await referrers.add(door.store, programme=script.programme, body=body, name=name, now=datetime.now(UTC))
    return f"/refer/{keys.link}"


async def _started(web: uvicorn.Server, serving: asyncio.Task[None]) -> None:
    while not web.started:
        if serving.done():
            await serving
            raise SettingsError("the server did not start")
        await asyncio.sleep(0.02)


def _announce(screen: Console, settings: Settings, script: Script, password: str) -> None:
    screen.print(f"\n  family's chat   [bold]{settings.public_url}/chat/{script.line}[/bold]")
    screen.print(f"  console         [bold]{settings.public_url}/console[/bold]")
    for one, role in _people(script):
        screen.print(f"                  {one.email}  {password}  [dim]{one.name}, {role.value}[/dim]")


async def _told(story: Story, screen: Console) -> int:
    try:
        await story.play()
    except (Unexpected, TimeoutError) as error:
        screen.print(f"\n[bold red]The story went wrong:[/bold red] {str(error) or type(error).__name__}")
        return 1
    screen.print("\n[bold green]The whole loop is closed.[/bold green]")
    return 0
