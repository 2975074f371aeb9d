"""The ways to reach staff that are switched on, and where each leads for each programme."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from bot.destinations import variable
from bot.settings import Destinations, Settings, SettingsError
from dialogues.documents import Document
from integrations.exchange.primero import Account, Primero
from integrations.exchange.primero_fields import Fields
from integrations.handoffs.handoff import Handoff
from integrations.handoffs.mail import Mail
from integrations.handoffs.staff_telegram import StaffTelegram
from integrations.handoffs.webhook import Endpoint, Webhook


@dataclass(frozen=True, slots=True)
class Way:
    """A way to the staff of one programme."""

    handoff: Handoff
    recipient: str = ""
    """A chat's number, an endpoint's key; empty where each member of staff is told, and for a Primero."""


@dataclass(frozen=True, slots=True)
class Handoffs:
    """How staff are reached."""

    programmes: Mapping[str, Mapping[str, Way]]
    """By key of the programme, then by name of the way; every programme served has its own, however few."""

    @property
    def every(self) -> tuple[Handoff, ...]:
        """Every handoff once, however many programmes share it."""
        return tuple(
            {id(way.handoff): way.handoff for own in self.programmes.values() for way in own.values()}.values()
        )

    def of_group(self, chat: str) -> tuple[str, ...]:
        """Keys of the programmes whose staff group is the Telegram chat ``chat``."""
        return tuple(
            key for key, own in self.programmes.items() if "telegram" in own and own["telegram"].recipient == chat
        )


def build_handoffs(settings: Settings, given: Mapping[str, Destinations]) -> Handoffs:
    """Every way that is set up, for ``given`` by programme. Raises SettingsError for one set up by half or wrongly."""
    try:
        ways = (
            _mail(settings, given),
            _telegram(settings, given),
            _webhook(settings, given),
            _primero(settings, given),
        )
    except ValueError as error:
        raise SettingsError(str(error)) from error
    return Handoffs({key: {found[key].handoff.way: found[key] for found in ways if key in found} for key in given})


def _mail(settings: Settings, given: Mapping[str, Destinations]) -> dict[str, Way]:
    return dict.fromkeys(given, Way(Mail(settings.smtp_url, settings.mail_sender))) if settings.smtp_url else {}


def _telegram(settings: Settings, given: Mapping[str, Destinations]) -> dict[str, Way]:
    chats = {key: to.staff_telegram_chat for key, to in given.items() if to.staff_telegram_chat}
    token, secret = settings.staff_telegram_token, settings.staff_telegram_secret
    if not any((token, secret, chats)):
        return {}
    if not all((token, secret, chats)):
        raise SettingsError("set all of STAFF_TELEGRAM_TOKEN, STAFF_TELEGRAM_SECRET and STAFF_TELEGRAM_CHAT, or none")
    bot = StaffTelegram(token, secret, settings.public_url, settings.staff_telegram_base_url)
    return {key: Way(bot, chat) for key, chat in chats.items()}


def _webhook(settings: Settings, given: Mapping[str, Destinations]) -> dict[str, Way]:
    endpoints = {
        key: Endpoint(to.webhook_url, to.webhook_secret, to.webhook_document)
        for key, to in given.items()
        if to.webhook_url
    }
    webhook = Webhook(endpoints, allow_local=settings.demo)
    return {key: Way(webhook, key) for key in endpoints}


def _primero(settings: Settings, given: Mapping[str, Destinations]) -> dict[str, Way]:
    if strangers := set(settings.primero_keys) - given.keys():
        raise SettingsError(f"PRIMERO_PROGRAMMES: not in PROGRAMMES: {', '.join(sorted(strangers))}")
    return {key: Way(primero) for key, to in given.items() if (primero := _primero_of(key, to, settings))}


def _primero_of(key: str, to: Destinations, settings: Settings) -> Primero | None:
    account = (to.primero_url, to.primero_user, to.primero_password)
    given = (*account, key in settings.primero_keys)
    if not any(given):
        return None
    if not all(given):
        raise SettingsError(
            f"set all of PRIMERO_URL, PRIMERO_USER and PRIMERO_PASSWORD, or with several programmes "
            f"{variable('primero_url', key)} and so on, and name {key} in PRIMERO_PROGRAMMES, or none"
        )
    return Primero(Account(*account), _fields(to.primero_fields), allow_local=settings.demo)


def _fields(name: str) -> Fields:
    """The fields in the file ``name``; Primero's own without one. Raises SettingsError or ContentError."""
    if not name:
        return Fields()
    try:
        text = Path(name).read_text(encoding="utf-8")
    except OSError as error:
        raise SettingsError(f"PRIMERO_FIELDS cannot be read: {error.strerror}") from error
    return Document(Path(name).name, text).read(Fields)
