"""Settings: one environment variable each, documented in ``.env.example``."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from typing import Annotated, Literal, TypeVar

import msgspec
from msgspec import Meta

T = TypeVar("T")

LINE_VARIABLES: Mapping[str, tuple[str, ...]] = {
    "webchat": (),
    "telegram": ("TOKEN", "SECRET"),
    "sms": ("ACCOUNT_SID", "AUTH_TOKEN", "NUMBER"),
    "whatsapp": ("ACCOUNT_SID", "AUTH_TOKEN", "NUMBER"),
}
"""By kind of channel: what a line needs to be switched on, behind its programme's prefix (``ASAN_SMS_NUMBER``)."""

LINE_EXTRAS: Mapping[str, tuple[str, ...]] = {
    "telegram": ("BASE_URL",),
    "sms": ("BASE_URL",),
    "whatsapp": ("BASE_URL", "TEMPLATES"),
}
"""What a line may have besides."""


class SettingsError(ValueError):
    """A setting is missing or wrong; ``str()`` names it and says what to do."""


class Destinations(msgspec.Struct, frozen=True, kw_only=True):
    """Where word of a programme's families goes; ``bot.destinations`` says how a programme has its own."""

    staff_telegram_chat: str = ""
    webhook_url: str = ""
    webhook_secret: str = ""
    webhook_document: bool = False
    """Sends the whole case to the webhook, not only its id."""
    primero_url: str = ""
    primero_user: str = ""
    primero_password: str = ""
    primero_fields: str = ""
    """A file that says which fields its forms have; empty for those of Primero's own child protection form."""

    def __repr__(self) -> str:
        """Nothing of it: keys and passwords must not come into a log by way of a traceback."""
        return f"{type(self).__name__}(…)"


class Settings(Destinations, frozen=True, kw_only=True):
    """The program's settings; each field is the environment variable of that name in upper case.

    Its own destinations are those of the only programme; with several programmes each names its own.
    """

    database_url: str = "sqlite+aiosqlite:///var/front-door.db"
    data_keys: str = ""
    public_url: str = "http://127.0.0.1:8000"
    programmes: str = "firststep-asan"
    """Keys of the programmes served, separated by commas."""
    cache_dir: str = "var/cache"
    nlu: Literal["embedded", "rasa"] = "embedded"
    """The language engine that ranks the intents."""
    rasa_url: str = ""
    rasa_token: str = ""
    rasa_timeout: Annotated[float, Meta(gt=0, le=5)] = 0.5
    """Seconds that Rasa may take for a batch of texts; a provider waits for us for eight."""
    log_level: str = "info"
    demo: bool = False
    """Opens the demo's door to the clock; never in live use."""
    smtp_url: str = ""
    mail_sender: str = "front-door@localhost"
    staff_telegram_token: str = ""
    staff_telegram_secret: str = ""
    staff_telegram_base_url: str = "https://api.telegram.org"
    chat_exit_url: str = ""
    """Where "leave quickly" on the chat page goes; empty for the harmless site named in its wording."""
    chat_frame_ancestors: str = ""
    """Sites, separated by blanks, that may show the chat page inside their own; empty for none."""
    chat_posts_per_minute: int = 60
    """Messages a minute from one chat page; ten times as many from one address, which whole villages may share."""
    primero_programmes: str = ""
    """Keys of the programmes whose cases go to a Primero, separated by commas; no other's ever do."""

    @property
    def programme_keys(self) -> tuple[str, ...]:
        """The programmes served."""
        return _keys(self.programmes)

    @property
    def primero_keys(self) -> tuple[str, ...]:
        """The programmes whose cases go to a Primero."""
        return _keys(self.primero_programmes)


def _keys(text: str) -> tuple[str, ...]:
    """The keys in ``text``, separated by commas, each once."""
    return tuple(dict.fromkeys(key.strip() for key in text.split(",") if key.strip()))


def read(environment: Mapping[str, str] = os.environ) -> Settings:
    """The settings in ``environment``; an empty variable counts as not set. Raises SettingsError."""
    given = {name: value for name in Settings.__struct_fields__ if (value := environment.get(name.upper(), "").strip())}
    settings = converted(given, Settings)
    return msgspec.structs.replace(settings, public_url=settings.public_url.rstrip("/"))


def converted(given: Mapping[str, object], kind: type[T]) -> T:
    """``given``, by field, as a ``kind``. Raises SettingsError, which names the field and not what stood there."""
    try:
        return msgspec.convert(given, kind, strict=False)
    except msgspec.ValidationError as error:
        raise SettingsError(f"a setting is wrong: {str(error).replace('$.', '')}; see .env.example") from error


def line_settings(kind: str, prefix: str, environment: Mapping[str, str] = os.environ) -> dict[str, str] | None:
    """What a line of ``kind`` was given, by the names in LINE_VARIABLES and LINE_EXTRAS; None when it is switched off.

    Raises SettingsError for one that was given only a part of what it needs.
    """
    wanted = LINE_VARIABLES[kind]
    found = {name: environment.get(f"{prefix}_{name}", "").strip() for name in (*wanted, *LINE_EXTRAS.get(kind, ()))}
    missing = [name for name in wanted if not found[name]]
    if wanted and len(missing) == len(wanted):
        return None
    if missing:
        raise SettingsError(
            f"{', '.join(f'{prefix}_{name}' for name in missing)} missing: set it, or clear every {prefix}_ variable"
        )
    return found


def variables(lines: Iterable[tuple[str, str]]) -> set[str]:
    """Every environment variable that the program reads, for lines given as (kind, prefix)."""
    own = {name.upper() for name in Settings.__struct_fields__}
    return own | {
        f"{prefix}_{name}" for kind, prefix in lines for name in (*LINE_VARIABLES[kind], *LINE_EXTRAS.get(kind, ()))
    }
