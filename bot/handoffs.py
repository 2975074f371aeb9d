"""The ways to reach staff that are switched on."""

from __future__ import annotations

from pathlib import Path

from bot.settings import Settings, SettingsError
from dialogues.documents import Document
from integrations.exchange.primero import Account, Primero
from integrations.exchange.primero_fields import Fields
from integrations.handoffs.handoff import Handoff
from integrations.handoffs.mail import Mail
from integrations.handoffs.staff_telegram import StaffTelegram
from integrations.handoffs.webhook import Endpoint, Webhook

MAIN = "main"
"""Key of the one webhook endpoint, and of the one Primero, that the settings know."""


def build_handoffs(settings: Settings) -> dict[str, Handoff]:
    """Every way that is set up. Raises SettingsError for one set up by half or wrongly."""
    try:
        return _mail(settings) | _telegram(settings) | _webhook(settings) | _primero(settings)
    except ValueError as error:
        raise SettingsError(str(error)) from error


def _mail(settings: Settings) -> dict[str, Handoff]:
    return {"mail": Mail(settings.smtp_url, settings.mail_sender)} if settings.smtp_url else {}


def _telegram(settings: Settings) -> dict[str, Handoff]:
    given = (settings.staff_telegram_token, settings.staff_telegram_secret, settings.staff_telegram_chat)
    if not any(given):
        return {}
    if not all(given):
        raise SettingsError("set all of STAFF_TELEGRAM_TOKEN, STAFF_TELEGRAM_SECRET and STAFF_TELEGRAM_CHAT, or none")
    token, secret, _ = given
    return {"telegram": StaffTelegram(token, secret, settings.public_url, settings.staff_telegram_base_url)}


def _webhook(settings: Settings) -> dict[str, Handoff]:
    if not settings.webhook_url:
        return {}
    endpoint = Endpoint(settings.webhook_url, settings.webhook_secret, settings.webhook_document)
    return {"webhook": Webhook({MAIN: endpoint}, allow_local=settings.demo)}


def _primero(settings: Settings) -> dict[str, Handoff]:
    given = (settings.primero_url, settings.primero_user, settings.primero_password)
    if not any((*given, settings.primero_keys)):
        return {}
    if not all((*given, settings.primero_keys)):
        raise SettingsError("set all of PRIMERO_URL, PRIMERO_USER, PRIMERO_PASSWORD and PRIMERO_PROGRAMMES, or none")
    if strangers := set(settings.primero_keys) - set(settings.programme_keys):
        raise SettingsError(f"PRIMERO_PROGRAMMES: not in PROGRAMMES: {', '.join(sorted(strangers))}")
    return {"primero": Primero(Account(*given), _fields(settings.primero_fields), allow_local=settings.demo)}


def _fields(name: str) -> Fields:
    """The fields in the file ``name``; Primero's own without one. Raises SettingsError or ContentError."""
    if not name:
        return Fields()
    try:
        text = Path(name).read_text(encoding="utf-8")
    except OSError as error:
        raise SettingsError(f"PRIMERO_FIELDS cannot be read: {error.strerror}") from error
    return Document(Path(name).name, text).read(Fields)
