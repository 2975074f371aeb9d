"""Encryption at rest: AES-256-GCM for words, keyed hashes for look-up. Keys come from the environment."""

from __future__ import annotations

import base64
import hmac
import os
from uuid import UUID

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

_NONCE = 12


class BadKey(ValueError):
    """A key is missing or is not what it has to be; ``str()`` says what to do."""


class Vault:
    """Seals and opens what families write.

    A sealed value is one byte naming the key, a 12-byte nonce and the AES-GCM ciphertext. The name of the place it
    rests in (table, column and row) is authenticated with it, so that a value moved to another row does not open.
    """

    def __init__(self, keys: str) -> None:
        """``keys``: base64 keys of 32 bytes, separated by commas, the newest first.

        New values are sealed with the newest; older keys still open what they sealed. Look-up hashes use the oldest key
        for ever, so a new key is put in front and the last one stays. Raises BadKey.
        """
        raw = [_decoded(part.strip()) for part in keys.split(",") if part.strip()]
        if not raw:
            raise BadKey("DATA_KEYS is empty: make a key with `python -m bot key` and put it into the environment")
        if len({_name(key) for key in raw}) < len(set(raw)):
            raise BadKey("two keys in DATA_KEYS cannot be told apart: make another new one with `python -m bot key`")
        self._ciphers = {_name(key): AESGCM(key) for key in raw}
        self._newest = _name(raw[0])
        self._lookup = hmac.digest(raw[-1], b"front door look-up", "sha256")
        self._signing = hmac.digest(raw[-1], b"front door sessions", "sha256")

    @property
    def session_secret(self) -> bytes:
        """32 bytes derived from the oldest key, for the console's cookies."""
        return self._signing

    def seal(self, value: bytes, place: bytes) -> bytes:
        """``value`` encrypted for ``place``."""
        nonce = os.urandom(_NONCE)
        return bytes((self._newest,)) + nonce + self._ciphers[self._newest].encrypt(nonce, value, place)

    def open(self, sealed: bytes, place: bytes) -> bytes:
        """What ``seal`` was given. Raises BadKey when no key fits, or the value was changed or moved."""
        cipher = self._ciphers.get(sealed[0]) if sealed else None
        if cipher is None:
            raise BadKey("a stored value was sealed with a key that is not in DATA_KEYS: add the old key at the end")
        try:
            return cipher.decrypt(sealed[1 : 1 + _NONCE], sealed[1 + _NONCE :], place)
        except (InvalidTag, ValueError):  # a stump has no whole nonce
            raise BadKey("a stored value does not open: it was changed, moved, or sealed with another key") from None

    def hash(self, *parts: str) -> UUID:
        """A keyed hash of ``parts``, 128 bits of HMAC-SHA-256; without the key it tells nothing of them."""
        return UUID(bytes=hmac.digest(self._lookup, "\0".join(parts).encode(), "sha256")[:16])


def new_key() -> str:
    """A fresh key for DATA_KEYS."""
    return base64.b64encode(os.urandom(32)).decode()


def _decoded(text: str) -> bytes:
    try:
        key = base64.b64decode(text, validate=True)
    except ValueError as error:  # binascii.Error is one, a letter that is not ASCII another
        raise BadKey("DATA_KEYS holds something that is not base64: make a key with `python -m bot key`") from error
    if len(key) != 32:
        raise BadKey("a key in DATA_KEYS is not 32 bytes long: make one with `python -m bot key`")
    return key


def _name(key: bytes) -> int:
    """One byte that tells the keys of one installation apart."""
    return hmac.digest(key, b"front door key name", "sha256")[0]
