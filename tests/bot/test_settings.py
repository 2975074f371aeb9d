"""Settings: a mistake is named with what to do about it, and every variable is documented."""

from __future__ import annotations

import pytest

from bot.app import build
from bot.settings import LINE_EXTRAS, LINE_VARIABLES, Settings, SettingsError, line_settings, read, variables
from data import programmes
from data.crypt import BadKey
from tests.bot.world import lines
from tests.serving import KEY, NoEngine, settings_for

OF_COMPOSE = {"POSTGRES_PASSWORD", "RASA_TOKEN"}
"""Variables that docker compose reads, not the program."""


def test_every_variable_is_documented(documented_variables: dict[str, str]) -> None:
    """What the program reads stands in .env.example, and what stands there is read."""
    served = [programmes.load(key) for key in programmes.known()]
    read_by_us = variables((line.channel, line.env) for programme in served for line in programme.facts.lines)
    undocumented = read_by_us - documented_variables.keys()
    assert undocumented == set()
    assert documented_variables.keys() - read_by_us - OF_COMPOSE == set()


def test_the_documented_defaults_are_the_defaults(documented_variables: dict[str, str]) -> None:
    """A value shown for an optional variable is the one that holds without it."""
    shown = {
        name: value
        for name, value in documented_variables.items()
        if value and name.lower() in Settings.__struct_fields__
    }
    shown.pop("PUBLIC_URL")
    assert read({**shown, "DATA_KEYS": KEY}) == read({"DATA_KEYS": KEY})


def test_an_empty_variable_counts_as_not_set() -> None:
    """Compose files pass every variable on, most of them empty."""
    assert read({"PUBLIC_URL": "  ", "DEMO": "", "SMTP_URL": ""}) == Settings()


def test_a_slash_at_the_end_of_the_address_does_no_harm() -> None:
    """Links and signatures are made from the address without it."""
    assert read({"PUBLIC_URL": "https://door.example/"}).public_url == "https://door.example"


@pytest.mark.parametrize(("name", "value"), [("DEMO", "perhaps"), ("CHAT_POSTS_PER_MINUTE", "many")])
def test_a_wrong_value_is_named(name: str, value: str) -> None:
    """The message says that a setting is wrong and where to read about it, not what stood there."""
    with pytest.raises(SettingsError, match=r"see \.env\.example") as caught:
        read({name: value})
    assert value not in str(caught.value)


@pytest.mark.parametrize(
    ("kind", "missing"),
    [(kind, name) for kind, names in LINE_VARIABLES.items() for name in names],
)
def test_a_line_that_is_set_up_by_half_is_named(kind: str, missing: str) -> None:
    """One variable of a line is missing: the message names it; with none of them the line is off."""
    whole = {f"ASAN_X_{name}": "x" for name in LINE_VARIABLES[kind]}
    del whole[f"ASAN_X_{missing}"]
    with pytest.raises(SettingsError, match=f"^ASAN_X_{missing} missing"):
        line_settings(kind, "ASAN_X", whole)
    assert line_settings(kind, "ASAN_X", {f"ASAN_X_{name}": "x" for name in LINE_EXTRAS.get(kind, ())}) is None


def test_a_line_that_needs_nothing_is_always_on() -> None:
    """The chat page has no provider and so no credentials."""
    assert line_settings("webchat", "", {}) == {}


@pytest.mark.parametrize(
    ("environment", "named"),
    [
        ({"ASAN_TELEGRAM_SECRET": "not allowed!"}, r"^line asan-telegram \(ASAN_TELEGRAM_…\)"),
        ({"ASAN_WHATSAPP_TEMPLATES": "{"}, r"^line asan-whatsapp \(ASAN_WHATSAPP_…\)"),
        ({"ASAN_SMS_AUTH_TOKEN": ""}, r"^ASAN_SMS_AUTH_TOKEN missing"),
    ],
)
def test_a_line_that_cannot_be_built_is_named(environment: dict[str, str], named: str) -> None:
    """The program does not start with a line that would not work, and says which."""
    given = lines("http://127.0.0.1:1", "http://127.0.0.1:1") | environment
    with pytest.raises(SettingsError, match=named):
        build(settings_for("sqlite://", "http://127.0.0.1:1"), given, engine=NoEngine())


@pytest.mark.parametrize(
    ("changes", "named"),
    [
        ({"programmes": " , "}, "PROGRAMMES is empty"),
        ({"staff_telegram_token": "1:x"}, "STAFF_TELEGRAM_SECRET"),
        ({"smtp_url": "mail.example"}, "mail server is written"),
        ({"webhook_url": "http://partner.example/x", "webhook_secret": "x"}, "webhook firststep-asan"),
        ({"webhook_url": "https://partner.example/x"}, "webhook firststep-asan: there is no secret"),
    ],
)
def test_a_program_that_cannot_be_built_says_why(changes: dict[str, object], named: str) -> None:
    """Each half or wrong setting is one clear line."""
    with pytest.raises(SettingsError, match=named):
        build(settings_for("sqlite://", "http://127.0.0.1:1", **changes), {}, engine=NoEngine())


def test_without_a_key_nothing_starts() -> None:
    """There is no way to run without encryption."""
    with pytest.raises(BadKey, match="python -m bot key"):
        build(settings_for("sqlite://", "http://127.0.0.1:1", data_keys=""), {}, engine=NoEngine())
