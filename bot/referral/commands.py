"""``python -m bot referrer``: which state bodies may refer families."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from typing import Annotated, TypeVar
from uuid import UUID

import typer

from bot.settings import Settings, SettingsError, read
from data import programmes, referrers
from data.crypt import Vault
from data.database import Database
from data.store import Store
from data.wake import Wake

referrer_app = typer.Typer(help="State bodies that may refer families.", no_args_is_help=True, name="referrer")

T = TypeVar("T")


@referrer_app.command("add")
def add(
    programme: Annotated[str, typer.Option(help="Key of the programme.")],
    body: Annotated[str, typer.Option(help="Kind of body, as the programme's file names it.")],
    name: Annotated[str, typer.Option(help="Name of the body, as its workers know it.")],
) -> None:
    """Let a body refer families; its link and its secret are shown once."""
    from bot.commands import plain_errors

    with plain_errors():
        settings = read()
        _check(programme, body)
        now = datetime.now(UTC)
        keys = _with(settings, lambda store: referrers.add(store, programme=programme, body=body, name=name, now=now))
    typer.echo(f"form:    {settings.public_url}/refer/{keys.link}")
    typer.echo(f"calls:   {settings.public_url}/referrals/{keys.referrer.hex}")
    typer.echo(f"secret:  {keys.secret}")


@referrer_app.command("list")
def list_all(programme: Annotated[str, typer.Argument(help="Key of the programme.")]) -> None:
    """The bodies that may refer families now."""
    from bot.commands import plain_errors

    with plain_errors():
        found = _with(read(), lambda store: referrers.of_programme(store, programme))
    for one in found:
        typer.echo(f"{one.id.hex}  {one.body}  {one.name}")


@referrer_app.command("stop")
def stop(body: Annotated[str, typer.Argument(help="Its id, as `list` shows it.")]) -> None:
    """Take a body's link and secret away."""
    from bot.commands import plain_errors

    with plain_errors():
        try:
            known = UUID(hex=body)
        except ValueError:
            raise SettingsError(f"`{body}` is no id: see `python -m bot referrer list`") from None
        if not _with(read(), lambda store: referrers.stop(store, known)):
            raise SettingsError("there is no such body")


def _check(programme: str, body: str) -> None:
    """Raises SettingsError for a body that the programme takes no referrals from."""
    referral = programmes.load(programme).facts.referral if programme in programmes.known() else None
    if referral is None:
        raise SettingsError(f"there is no programme `{programme}` that takes referrals")
    if body not in referral.bodies:
        raise SettingsError(f"`{body}` is none of {', '.join(referral.bodies)}")


def _with(settings: Settings, work: Callable[[Store], Awaitable[T]]) -> T:
    async def done() -> T:
        store = Store(Database(settings.database_url), Vault(settings.data_keys), Wake())
        try:
            return await work(store)
        finally:
            await store.database.close()

    return asyncio.run(done())
