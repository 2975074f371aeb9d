"""The composition root: everything is built and connected here, and nowhere else."""

from __future__ import annotations

import asyncio
import contextlib
import os
from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine, Iterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from itertools import chain, repeat
from pathlib import Path
from typing import assert_never

import structlog

from bot.clock import Clock
from bot.destinations import destinations
from bot.dispatcher import Dispatcher
from bot.handoffs import build_handoffs
from bot.lines import Line, Lines
from bot.metrics import RASA_FAILURES
from bot.notices import Notices
from bot.rooms import Rooms
from bot.rounds import Rounds, guarded
from bot.settings import Settings, SettingsError, line_settings
from bot.turns import Turns
from bot.understanding import Understanding
from data import programmes
from data.crypt import Vault
from data.database import Database
from data.store import Store
from data.wake import Wake
from dialogues.programme import Programme
from integrations.channels.channel import Received
from integrations.channels.referral import ReferralLine
from integrations.channels.registry import CHANNELS
from integrations.channels.telegram import Telegram
from integrations.errors import SendFailed
from integrations.nlu.engine import Engine
from integrations.nlu.rasa import Rasa

log = structlog.get_logger()

CONNECTING = 5.0
"""Seconds to wait for outside parties before we serve without them."""


@dataclass(slots=True, repr=False)  # its parts hold keys and passwords
class FrontDoor:
    """The running program's parts, as the HTTP app and the command line use them."""

    settings: Settings
    store: Store
    clock: Clock
    programmes: Mapping[str, Programme]
    lines: Lines
    turns: Turns
    dispatcher: Dispatcher
    rounds: Rounds
    notices: Notices
    understanding: Understanding
    rooms: Rooms


def build_lines(settings: Settings, served: Mapping[str, Programme], environment: Mapping[str, str]) -> Lines:
    """The lines that are switched on. Raises SettingsError for one that is set up by half or wrongly."""
    lines: dict[str, Line] = {}
    for programme in served.values():
        for spec in programme.facts.lines:
            given = line_settings(spec.channel, spec.env, environment)
            if given is None:
                continue
            try:
                channel = CHANNELS[spec.channel](spec.key, given, settings.public_url)
            except ValueError as error:
                raise SettingsError(f"line {spec.key} ({spec.env}_…): {error}") from error
            lines[spec.key] = Line(spec.key, spec.channel, channel, programme)
        if referral := programme.facts.referral:
            lines[referral.line] = Line(referral.line, "referral", ReferralLine(referral.line), programme)
    return Lines(lines)


def build(
    settings: Settings,
    environment: Mapping[str, str] = os.environ,
    *,
    lines: Lines | None = None,
    engine: Engine | None = None,
) -> FrontDoor:
    """Everything, built but not started. Raises SettingsError, BadKey or ContentError."""
    served = {key: programmes.load(key) for key in settings.programme_keys}
    if not served:
        raise SettingsError("PROGRAMMES is empty: name at least one programme")
    store = Store(Database(settings.database_url), Vault(settings.data_keys), Wake())
    clock = Clock()
    lines = lines or build_lines(settings, served, environment)
    reading = understanding(settings, engine)
    dispatcher = Dispatcher(store, lines, clock)
    turns = Turns(store, lines, reading, clock, dispatcher)
    rounds = Rounds(store, turns, clock)
    handoffs = build_handoffs(settings, destinations(settings, environment))
    notices = Notices(store, clock, served, settings, handoffs)
    rooms = Rooms(store, served, lines)
    return FrontDoor(settings, store, clock, served, lines, turns, dispatcher, rounds, notices, reading, rooms)


def understanding(settings: Settings, engine: Engine | None = None) -> Understanding:
    """The crisis lexicon of all languages over ``engine``, or the one that the settings name. Raises SettingsError."""
    return Understanding(programmes.lexicon(), engine or build_engine(settings))


def build_engine(settings: Settings) -> Engine:
    """The engine that the settings name. Raises SettingsError for a Rasa that cannot be asked."""
    match settings.nlu:
        case "embedded":
            return embedded(settings)
        case "rasa":
            return rasa(settings)
        case never:
            assert_never(never)


def rasa(settings: Settings) -> Rasa:
    """Rasa over the embedded engine. Raises SettingsError for what would keep it from being asked."""
    given = {"RASA_URL": settings.rasa_url, "RASA_TOKEN": settings.rasa_token}
    if missing := [name for name, value in given.items() if not value]:
        raise SettingsError(f"{' and '.join(missing)} missing: NLU=rasa needs both RASA_URL and RASA_TOKEN")
    beside = embedded(settings)
    try:
        return Rasa(
            settings.rasa_url,
            settings.rasa_token,
            beside,
            timeout=settings.rasa_timeout,
            on_failure=RASA_FAILURES.inc,
        )
    except ValueError as error:
        raise SettingsError(f"RASA_URL: {error}") from error


def embedded(settings: Settings) -> Engine:
    """The embedded engine, trained from our examples or read from the cache."""
    from integrations.nlu.embedded import Embedded  # scikit-learn takes a second to import; not every command needs it

    content = programmes.training(), programmes.crisis_examples(), programmes.concepts()
    return Embedded(*content, Path(settings.cache_dir))


@asynccontextmanager
async def running(door: FrontDoor, *, worker: bool = True) -> AsyncIterator[None]:
    """The program at work. Every process takes turns and sends its own replies; a ``worker`` also does the rounds."""
    door.turns.start()
    door.dispatcher.start()
    if door.store.database.is_postgres:
        await door.store.wake.listen(door.store.database.url)
    await guarded("rooms", door.rooms.renew)
    stop = asyncio.Event()
    tasks = [asyncio.create_task(_connect(name, start)) for name, start in _outside(door)]
    if tasks:
        await asyncio.wait(tasks, timeout=CONNECTING)
    tasks += [asyncio.create_task(door.rooms.run())]
    tasks += [asyncio.create_task(task) for task in _rounds(door, stop)] if worker else []
    try:
        yield
    finally:
        stop.set()
        await _close(door, tasks)


def _outside(door: FrontDoor) -> Iterator[tuple[str, Callable[[], Awaitable[None]]]]:
    """Every connection to an outside party: its name and how to open it."""
    for line in door.lines:
        yield f"line {line.key}", line.channel.start
    for handoff in door.notices.handoffs.every:
        yield f"handoff {handoff.way}", handoff.start


async def _connect(name: str, start: Callable[[], Awaitable[None]]) -> None:
    """Open a connection, however often it takes; a party that cannot be reached now keeps nobody else waiting."""
    for pause in chain((1, 2, 4, 8, 16, 32), repeat(60)):
        try:
            await start()
            return
        except Exception as error:
            reason = str(error) if isinstance(error, SendFailed) else type(error).__name__
            log.error("start.failed", name=name, reason=reason)
        await asyncio.sleep(pause)


def _rounds(door: FrontDoor, stop: asyncio.Event) -> Iterator[Coroutine[None, None, None]]:
    yield door.dispatcher.run()
    yield door.rounds.run_timers()
    yield door.rounds.run_sweep()
    yield door.notices.run()
    for line in door.lines:
        if isinstance(line.channel, Telegram) and not door.settings.public_url.startswith("https"):
            yield line.channel.poll(lambda received: take(door, received), stop)


async def take(door: FrontDoor, received: Received) -> None:
    """Take what a channel that asks for itself has found."""
    await door.turns.take(received.inbounds)


async def _close(door: FrontDoor, tasks: list[asyncio.Task[None]]) -> None:
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
    await door.turns.close()
    await door.dispatcher.close()
    await door.notices.close()
    await door.understanding.close()
    for line in door.lines:
        with contextlib.suppress(Exception):
            await line.channel.close()
    await door.store.wake.close()
    await door.store.database.close()
