"""Which network addresses a webhook may reach: never this machine's own network by way of a partner's URL (SSRF).

A name is looked up once, every address it has is checked, and the connection goes to a checked address, not to the
name. So a name server that answers differently the second time (DNS rebinding) is never asked a second time.
"""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Awaitable, Callable
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network

Address = IPv4Address | IPv6Address
LookUp = Callable[[str], Awaitable[list[str]]]
"""The addresses of a host name, best first. Raises OSError when there are none."""

NAT64 = ip_network("64:ff9b::/96")
"""RFC 6052: an IPv4 address in its last 32 bits."""

LOCAL = tuple(map(ip_network, ("127.0.0.0/8", "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "::1/128", "fc00::/7")))
"""What ``local`` opens: this machine and private networks. Never link-local, where clouds keep their credentials."""


async def look_up(host: str) -> list[str]:
    """Ask this machine's resolver."""
    found = await asyncio.get_running_loop().getaddrinfo(host, None, type=socket.SOCK_STREAM)
    return [str(entry[4][0]) for entry in found]


async def addresses(host: str, ask: LookUp) -> list[Address]:
    """The addresses of ``host``, which may be one itself. Raises OSError when it has none."""
    try:
        return [ip_address(host)]
    except ValueError:
        return [ip_address(found) for found in await ask(host)]


def allowed(address: Address, *, local: bool) -> bool:
    """Whether ``address`` may be called: a public one, or with ``local`` one of ``LOCAL``."""
    inner = _inner(address)
    if local and any(inner in network for network in LOCAL):
        return True
    return inner.is_global and not inner.is_multicast


def loopback(host: str) -> bool:
    """Whether ``host`` is written as this machine: a loopback address or ``localhost``."""
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _inner(address: Address) -> Address:
    """The IPv4 address that an IPv6 address stands for, where it does: the packets end up there."""
    if isinstance(address, IPv4Address):
        return address
    if address in NAT64:
        return IPv4Address(int(address) & 0xFFFF_FFFF)
    return address.ipv4_mapped or address.sixtofour or address
