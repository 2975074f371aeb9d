"""What was done in a simulated conversation. The conversation itself is played anew from it each time it is looked at.

So there is nothing to keep on the server: the script rests, sealed, in the browser of whoever plays. It survives a
reload and a restart, any process can play it, and the same script gives the same conversation.
"""

from __future__ import annotations

import base64
import zlib
from datetime import datetime
from enum import StrEnum
from uuid import UUID, uuid5

import msgspec
from msgspec.structs import replace

from data.crypt import BadKey, Vault

LONGEST = 3800
"""Letters of a sealed script: a browser keeps 4,096 bytes of a cookie with its name and attributes (RFC 6265, 6.1)."""

MOST = 200
"""Deeds of one conversation."""

LONGEST_WORDS = 1000
"""Letters of one deed."""

_LARGEST = 1 << 17
"""Bytes of a script before it is packed: what is more was never written by us."""


class Did(StrEnum):
    """What can be done in a simulation."""

    WROTE = "w"
    """The family wrote ``words``."""
    PRESSED = "p"
    """The family pressed the choice whose id is ``words``."""
    OPENED = "o"
    """The family opened the conversation."""
    SHOWED = "m"
    """The family sent a photo."""
    BLOCKED = "b"
    """The family blocked the conversation."""
    UNBLOCKED = "u"
    WAITED = "t"
    """The clock was moved by ``words``, such as ``3d``."""
    ACTED = "a"
    """The caseworker acted: ``words`` as in ``bot.acting``."""


class Deed(msgspec.Struct, frozen=True, array_like=True):
    """One thing done."""

    did: Did
    words: str = ""


class Script(msgspec.Struct, frozen=True, array_like=True):
    """Everything that was done, in order, and where it began."""

    programme: str
    line: str
    """Key of the line that is played."""
    language: str
    """What the channel tells of the phone's language, a BCP 47 tag; "" when it tells nothing."""
    start: datetime
    """UTC."""
    seed: UUID
    """Names the conversation; every id in it follows from this."""
    deeds: tuple[Deed, ...] = ()

    def name(self, what: object) -> UUID:
        """The id of ``what`` in this conversation."""
        return uuid5(self.seed, str(what))

    def then(self, deed: Deed) -> Script:
        """The script with one deed more. Raises TooLong."""
        if len(self.deeds) >= MOST or len(deed.words) > LONGEST_WORDS:
            raise TooLong
        return replace(self, deeds=(*self.deeds, deed))

    def without_last(self) -> Script:
        """The script as if its last deed had not been done."""
        return replace(self, deeds=self.deeds[:-1])


class TooLong(ValueError):
    """A browser cannot keep so long a conversation."""


def sealed(script: Script, vault: Vault, owner: UUID) -> str:
    """``script`` for the browser of ``owner``, at most LONGEST letters that a cookie may hold. Raises TooLong."""
    packed = zlib.compress(msgspec.msgpack.encode(script), 9)
    text = base64.urlsafe_b64encode(vault.seal(packed, _place(owner))).decode().rstrip("=")
    if len(text) > LONGEST:
        raise TooLong
    return text


def opened(text: str, vault: Vault, owner: UUID) -> Script | None:
    """What ``sealed`` was given; None for anything else, such as what somebody else played on this device."""
    try:
        packed = vault.open(base64.urlsafe_b64decode(text + "=" * (-len(text) % 4)), _place(owner))
        unpacked = zlib.decompressobj().decompress(packed, _LARGEST)
        return msgspec.msgpack.decode(unpacked, type=Script)
    except (BadKey, ValueError, zlib.error, msgspec.DecodeError):
        return None


def _place(owner: UUID) -> bytes:
    return b"simulator:" + owner.bytes
