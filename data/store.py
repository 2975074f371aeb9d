"""What every query needs: the database, the keys, and the way to wake whoever waits for a change."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeVar
from uuid import UUID

import msgspec

from data.crypt import Vault
from data.database import Database
from data.wake import Wake

T = TypeVar("T")

_encoder = msgspec.json.Encoder()
_decoders: dict[object, msgspec.json.Decoder[object]] = {}


@dataclass(frozen=True, slots=True, repr=False)
class Store:
    """The one thing that is handed to every function of ``data``."""

    database: Database
    vault: Vault
    wake: Wake

    def seal(self, value: object, column: str, row: UUID) -> bytes:
        """``value`` as sealed JSON for ``column`` (``table.column``) of ``row``."""
        return self.vault.seal(_encoder.encode(value), column.encode() + row.bytes)

    def open(self, sealed: bytes, column: str, row: UUID, shape: type[T]) -> T:
        """What ``seal`` was given, as ``shape``. Raises BadKey."""
        return decoder(shape).decode(self.vault.open(sealed, column.encode() + row.bytes))

    def conversation_id(self, line: str, handle: str) -> UUID:
        """The id of the conversation of ``handle`` on ``line``: nobody without the key can compute it."""
        return self.vault.hash("conversation", line, handle)


def decoder(shape: type[T]) -> msgspec.json.Decoder[T]:
    """The decoder of ``shape``, made once."""
    found = _decoders.get(shape)
    if found is None:
        found = _decoders[shape] = msgspec.json.Decoder(shape)
    return found  # type: ignore[return-value]


def topics_of(conversations: Iterable[UUID]) -> tuple[str, ...]:
    """The topics on which changes of these conversations are told."""
    return tuple(f"conversation:{conversation.hex}" for conversation in conversations)
