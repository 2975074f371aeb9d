"""The stories, one for each programme: data, so that a new programme needs a file and no Python."""

from __future__ import annotations

from importlib.resources import files

import msgspec

from bot.settings import SettingsError

STORIES = files("bot.demo").joinpath("stories")


class Person(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One of the demo's staff."""

    name: str
    email: str
    centre: str = ""


class Said(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What the family writes, or the choice it presses."""

    text: str
    press: str = ""


class Referral(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A state body that refers another family by its form."""

    body: str
    name: str
    form: dict[str, str]


class Script(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One story."""

    programme: str
    line: str
    worker: Person
    colleague: Person
    supervisor: Person
    titles: dict[str, str]
    """Each scene's title in the programme's own language."""
    says: tuple[Said, ...]
    """The family's part, up to its case."""
    reply: str
    thanks: str
    confirms: str = ""
    """Key of a service that the caseworker confirms; "" for none."""
    saver: dict[str, str] = {}
    """The form of a saver whom the supervisor puts on the roster, and who goes to the visit; empty for nobody."""
    refers: Referral | None = None


def known() -> list[str]:
    """The programmes that have a story."""
    return sorted(file.name.removesuffix(".yml") for file in STORIES.iterdir() if file.name.endswith(".yml"))


def load(programme: str) -> Script:
    """The story of ``programme``. Raises SettingsError when there is none."""
    if programme not in known():
        raise SettingsError(f"there is no story of `{programme}`; choose one of: {', '.join(known())}")
    text = STORIES.joinpath(f"{programme}.yml").read_bytes()
    return msgspec.yaml.decode(text, type=Script)
