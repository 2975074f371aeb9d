"""Destinations: each says whose it is, or the program does not start."""

from __future__ import annotations

import re

import pytest

from bot.app import build
from bot.destinations import destinations, variable
from bot.settings import Settings, SettingsError, read
from tests.serving import NoEngine, settings_for

BOTH = "firststep-asan, sos-khorezm"
SECRET = "whsec_MDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDA="


@pytest.mark.parametrize("key", ["sos-khorezm", "firststep-incheon-namdong"])
def test_a_variable_ends_with_the_key_in_capitals(key: str) -> None:
    """Two underscores, then the key as shells can write it."""
    assert re.fullmatch(r"WEBHOOK_URL__[A-Z_]+", variable("webhook_url", key))
    assert variable("webhook_url", key).endswith(key.upper().replace("-", "_"))


def test_a_plain_variable_is_the_only_programmes() -> None:
    """A server with one programme needs no ending, and one with an ending goes before the plain one."""
    given = {"STAFF_TELEGRAM_CHAT": "-1", "WEBHOOK_URL": "https://one.example", "WEBHOOK_DOCUMENT": "true"}
    own = {"STAFF_TELEGRAM_CHAT__FIRSTSTEP_ASAN": "-2", "WEBHOOK_DOCUMENT__FIRSTSTEP_ASAN": "false"}
    found = destinations(read(given), given | own)["firststep-asan"]
    assert (found.staff_telegram_chat, found.webhook_url, found.webhook_document) == (
        "-2",
        "https://one.example",
        False,
    )


def test_of_two_programmes_each_has_its_own() -> None:
    """What is set for one programme is not the other's, and no part of it is lent: no secret, no leave for cases."""
    given = {
        "PROGRAMMES": BOTH,
        "STAFF_TELEGRAM_CHAT__SOS_KHOREZM": "-2",
        "WEBHOOK_URL__FIRSTSTEP_ASAN": "https://asan.example",
        "WEBHOOK_SECRET__FIRSTSTEP_ASAN": SECRET,
        "WEBHOOK_DOCUMENT__FIRSTSTEP_ASAN": "true",
        "WEBHOOK_URL__SOS_KHOREZM": "https://khorezm.example",
    }
    found = destinations(read(given), given)
    asan, khorezm = found["firststep-asan"], found["sos-khorezm"]
    assert (asan.staff_telegram_chat, khorezm.staff_telegram_chat) == ("", "-2")
    assert (khorezm.webhook_url, khorezm.webhook_secret, khorezm.webhook_document) == (
        "https://khorezm.example", "", False,
    )  # fmt: skip


@pytest.mark.parametrize(
    "name",
    ["STAFF_TELEGRAM_CHAT", "WEBHOOK_URL", "WEBHOOK_SECRET", "PRIMERO_URL", "PRIMERO_PASSWORD", "PRIMERO_FIELDS"],
)
def test_with_several_programmes_a_plain_destination_is_nobodys(name: str) -> None:
    """The program does not guess whose it is; it says what to write. It does not start even where each has its own."""
    given = {"PROGRAMMES": BOTH, name: "x", f"{name}__SOS_KHOREZM": "y", f"{name}__FIRSTSTEP_ASAN": "z"}
    with pytest.raises(SettingsError, match=rf"^{name}: .* such as {name}__FIRSTSTEP_ASAN or {name}__SOS_KHOREZM$"):
        build(settings_for("sqlite://", "http://127.0.0.1:1", **given_settings(given)), given, engine=NoEngine())


def given_settings(given: dict[str, str]) -> dict[str, object]:
    """The plain ones of ``given`` as changes for ``settings_for``."""
    return {name.lower(): value for name, value in given.items() if name.lower() in Settings.__struct_fields__}


@pytest.mark.parametrize("ending", ["SOS_KHOREZEM", "UIJEONGBU_CARE", "sos-khorezm", "_"])
def test_an_unknown_ending_is_named(ending: str) -> None:
    """A slip of the pen, or a programme that is not served, would leave a team untold: the right endings are told."""
    name = f"STAFF_TELEGRAM_CHAT__{ending}"
    with pytest.raises(SettingsError) as caught:
        build(settings_for("sqlite://", "http://127.0.0.1:1", programmes=BOTH), {name: "-100777"}, engine=NoEngine())
    told = str(caught.value)
    assert told.startswith(f"{name}: ")
    assert "firststep-asan, sos-khorezm" in told
    assert "STAFF_TELEGRAM_CHAT__SOS_KHOREZM" in told
    assert "-100777" not in told


@pytest.mark.parametrize("name", ["STAFF_TELEGRAM_TOKEN", "SMTP_URL", "PRIMERO_PROGRAMMES", "DATABASE_URL"])
def test_what_a_programme_cannot_have_alone_is_named(name: str) -> None:
    """An ending at a setting of the whole server would be passed over, so it is refused."""
    with pytest.raises(
        SettingsError, match=rf"^{name}__SOS_KHOREZM: {name} is one for the whole server; .*WEBHOOK_URL"
    ):
        destinations(Settings(programmes=BOTH), {f"{name}__SOS_KHOREZM": "x"})


def test_variables_of_others_and_empty_ones_do_no_harm() -> None:
    """Other programs' variables may have two underscores, and Compose passes empty ones on."""
    others = {"MSBUILD__SOS_KHOREZM": "x", "WEBHOOK_URL__NOWHERE": " ", "WEBHOOK_URL__": "x", "__X": "y"}
    assert destinations(Settings(), others) == destinations(Settings(), {})


@pytest.mark.parametrize(
    ("given", "named"),
    [
        ({"STAFF_TELEGRAM_CHAT__SOS_KHOREZM": "-2"}, "STAFF_TELEGRAM_TOKEN"),
        ({"WEBHOOK_URL__SOS_KHOREZM": "https://partner.example/x"}, "webhook sos-khorezm: there is no secret"),
        ({"WEBHOOK_DOCUMENT__SOS_KHOREZM": "perhaps"}, "webhook_document"),
        ({"PRIMERO_URL__SOS_KHOREZM": "https://primero.example"}, "PRIMERO_URL__SOS_KHOREZM"),
    ],
)
def test_half_a_destination_is_named(given: dict[str, str], named: str) -> None:
    """Each half or wrong one is one clear line that says whose it is, without what stood there."""
    with pytest.raises(SettingsError, match=named) as caught:
        build(settings_for("sqlite://", "http://127.0.0.1:1", programmes=BOTH), given, engine=NoEngine())
    assert not any(value in str(caught.value) for value in given.values())


def test_a_primero_needs_the_programmes_leave() -> None:
    """An account alone sends nobody's cases: PRIMERO_PROGRAMMES names the programme, too."""
    account = {"PRIMERO_URL": "https://primero.example", "PRIMERO_USER": "door", "PRIMERO_PASSWORD": "p"}
    given = {f"{name}__SOS_KHOREZM": value for name, value in account.items()}
    wanted = settings_for("sqlite://", "http://127.0.0.1:1", programmes=BOTH)
    with pytest.raises(SettingsError, match="name sos-khorezm in PRIMERO_PROGRAMMES"):
        build(wanted, given, engine=NoEngine())


def test_destinations_show_nothing_of_themselves() -> None:
    """A traceback that quotes them holds no password."""
    assert repr(destinations(Settings(primero_password="prim3ro"), {})) == "{'firststep-asan': Destinations(…)}"
