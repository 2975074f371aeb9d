"""A report is asked for: by the console or by the command line."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime

from bot.reports import donor, table_file
from bot.reports.labels import FRENCH, Labels
from bot.settings import Settings, SettingsError
from data import programmes
from data.crypt import Vault
from data.database import Database
from data.readiness import check
from data.reports import figures_of
from data.store import Store
from data.wake import Wake
from dialogues.programme import Programme
from dialogues.reporting.period import BadPeriod, Period, between, named
from dialogues.reporting.report import report
from dialogues.reporting.tables import Report


def period_asked(name: str, first: str, last: str) -> Period:
    """The period called ``name``, or the days from ``first`` to ``last``. Raises BadPeriod, also for both or none."""
    if bool(name) == bool(first or last):
        raise BadPeriod("name a period (2026, 2026-Q4, 2026-11), or a first and a last day (2026-11-03)")
    return named(name) if name else between(first, last)


async def make(store: Store, programme: Programme, period: Period, now: datetime) -> Report:
    """The report of ``programme`` over ``period`` as it stands at ``now``; what it computes does not hold up others."""
    figures = await figures_of(store, programme.key, *period.bounds(programme.zone))
    return await asyncio.to_thread(report, programme, period, figures, now)


async def file_of(settings: Settings, programme: str, period: Period, form: str, language: str) -> bytes:
    """The report as a file from the database of ``settings``: ``csv`` with its names in ``language``, or ``pdf``.

    Raises SettingsError for a programme or a language that there is not, NotReady or BadKey for a database that is not
    ours.
    """
    if programme not in programmes.known():
        raise SettingsError(f"there is no programme `{programme}`: known are {', '.join(programmes.known())}")
    known, now = programmes.load(programme), datetime.now(UTC)
    try:
        labels = Labels(known, FRENCH if form == "pdf" else language)
    except KeyError as error:
        raise SettingsError(f"there is {error.args[0]}") from error
    store = Store(Database(settings.database_url), Vault(settings.data_keys), Wake())
    try:
        await check(store)
        made = await make(store, known, period, now)
    finally:
        await store.database.close()
    if form == "pdf":
        return donor.drawn(made, labels, known, now)
    return table_file.written(made, labels)
