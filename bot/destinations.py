"""Where word of each programme's families goes, so that no staff hear of another programme's.

A plain variable, such as ``STAFF_TELEGRAM_CHAT``, is that of the only programme. Where there are several, each has
variables of its own, with its key at their end: ``STAFF_TELEGRAM_CHAT__SOS_KHOREZM``. Why: docs/decisions.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping

from bot.settings import Destinations, Settings, SettingsError, converted

_FIELDS = Destinations.__struct_fields__


def variable(name: str, programme: str) -> str:
    """The environment variable of the field ``name`` for one programme: ``WEBHOOK_URL__SOS_KHOREZM``."""
    return f"{name}__{programme}".upper().replace("-", "_")


def destinations(settings: Settings, environment: Mapping[str, str] = os.environ) -> dict[str, Destinations]:
    """Those of every programme served, by its key. One without any is in it all the same, with nothing set.

    Raises SettingsError for a variable that does not say whose it is, and for one of a programme that is not served.
    """
    keys = settings.programme_keys
    _check_endings(keys, environment)
    plain = {name: value for name in _FIELDS if (value := getattr(settings, name))}
    if plain and len(keys) > 1:
        raise SettingsError(
            f"{_listed(plain)}: PROGRAMMES names several programmes, so say whose it is, "
            f"such as {' or '.join(variable(next(iter(plain)), key) for key in keys)}"
        )
    return {key: converted(plain | _own(key, environment), Destinations) for key in keys}


def _own(programme: str, environment: Mapping[str, str]) -> dict[str, str]:
    """What is set for ``programme`` alone, by field."""
    given = {name: environment.get(variable(name, programme), "").strip() for name in _FIELDS}
    return {name: value for name, value in given.items() if value}


def _check_endings(keys: Iterable[str], environment: Mapping[str, str]) -> None:
    """Raises SettingsError for a setting of ours with an ending that would mean nothing."""
    settings = {name.upper(): name for name in Settings.__struct_fields__}
    known = {variable(name, key) for name in _FIELDS for key in keys}
    for given, value in environment.items():
        name, _, ending = given.partition("__")
        if not ending or name not in settings or given in known or not value.strip():
            continue
        if settings[name] not in _FIELDS:
            raise SettingsError(f"{given}: {name} is one for the whole server; a programme may have {_listed(_FIELDS)}")
        whose = " or ".join(variable(name, key) for key in keys)
        raise SettingsError(f"{given}: no such programme in PROGRAMMES ({', '.join(keys)}); write {whose}")


def _listed(names: Iterable[str]) -> str:
    return ", ".join(name.upper() for name in names)
