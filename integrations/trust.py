"""Whose certificates are taken."""

from __future__ import annotations

import ssl
from functools import cache

import httpx


@cache
def trusted() -> ssl.SSLContext:
    """The usual authorities, read once for all clients: reading them takes tens of milliseconds."""
    return httpx.create_ssl_context()
