"""Whether the database can be worked with, asked before the first message is taken."""

from __future__ import annotations

from pathlib import Path

from alembic.script import ScriptDirectory
from sqlalchemy import make_url, select, text
from sqlalchemy.exc import DBAPIError

from data.crypt import BadKey
from data.migrations import config_for
from data.store import Store
from data.tables import conversations, staff


class NotReady(Exception):
    """The database cannot be worked with; ``str()`` says what to do."""


async def check(store: Store) -> None:
    """Raises NotReady for a database out of reach or not up to date, BadKey for keys that are not its own."""
    try:
        _check_file(store.database.url)
        await _check_version(store)
        await _check_keys(store)
    except (DBAPIError, OSError) as error:
        raise NotReady(
            f"the database at DATABASE_URL cannot be read ({type(error).__name__}): is it there, and was it migrated? "
            "`python -m bot migrate` makes it ready"
        ) from error


def _check_file(url: str) -> None:
    """SQLite makes a file that is not there, and its driver leaves a thread behind where it cannot."""
    address = make_url(url)
    if address.get_backend_name() == "sqlite" and address.database and not Path(address.database).is_file():
        raise FileNotFoundError


async def _check_version(store: Store) -> None:
    async with store.database.read() as connection:
        found = (await connection.execute(text("SELECT version_num FROM alembic_version"))).scalar_one_or_none()
    if found != ScriptDirectory.from_config(config_for(store.database.url)).get_current_head():
        raise NotReady("the database is not up to date: `python -m bot migrate` brings it there")


async def _check_keys(store: Store) -> None:
    """One stored value tells whether the keys are right; with a wrong look-up key every family would begin anew."""
    async with store.database.read() as connection:
        columns = (conversations.c.id, conversations.c.line, conversations.c.handle_sealed)
        talk = (await connection.execute(select(*columns).limit(1))).one_or_none()
        member = (await connection.execute(select(staff.c.id, staff.c.email_sealed).limit(1))).one_or_none()
    if member:
        store.open(member.email_sealed, "staff.email", member.id, str)
    if talk:
        handle = store.open(talk.handle_sealed, "conversations.handle", talk.id, str)
        if store.conversation_id(talk.line, handle) != talk.id:
            raise BadKey(
                "the last key in DATA_KEYS is not the first that this database was used with: put that one last"
            )
