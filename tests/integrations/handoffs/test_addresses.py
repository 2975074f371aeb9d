"""Where a webhook may go: a partner's URL never opens a way into the network this program runs in."""

from __future__ import annotations

from ipaddress import ip_address
from pathlib import Path

import pytest

from integrations.errors import ProviderDown, Rejected
from integrations.handoffs.addresses import LookUp, allowed, look_up
from integrations.handoffs.webhook import Endpoint, Webhook
from tests.integrations.handoffs.certificates import Certificate, certificate
from tests.integrations.handoffs.notices import notice
from tests.integrations.handoffs.webhook_server import SECRET, receiver

PARTNER = "partner.example"

INSIDE = ("127.0.0.1", "127.9.9.9", "10.1.2.3", "172.16.0.1", "192.168.1.1", "::1", "fd00::1")
NEVER = ("0.0.0.0", "169.254.169.254", "100.64.0.1", "224.0.0.1", "255.255.255.255", "::", "fe80::1", "ff02::1",
         "192.0.2.1", "240.0.0.1")  # fmt: skip
DISGUISED = ("::ffff:127.0.0.1", "::ffff:10.1.2.3", "2002:7f00:1::", "64:ff9b::7f00:1", "64:ff9b::a01:203")
OUTSIDE = ("1.1.1.1", "8.8.8.8", "2606:4700:4700::1111", "::ffff:8.8.8.8", "64:ff9b::808:808")


@pytest.fixture(scope="module")
def partner(tmp_path_factory: pytest.TempPathFactory) -> Certificate:
    return certificate(tmp_path_factory.mktemp("certificates"), PARTNER)


def resolver(*answers: str) -> tuple[LookUp, list[str]]:
    """A name server that gives ``answers`` for every name, and the names it was asked."""
    asked: list[str] = []

    async def ask(host: str) -> list[str]:
        asked.append(host)
        return list(answers)

    return ask, asked


async def send(url: str, **settings: object) -> None:
    way = Webhook({"a": Endpoint(url, SECRET)}, **settings)  # type: ignore[arg-type]
    await way.start()
    try:
        await way.send(notice(), "a")
    finally:
        await way.close()


def test_only_public_addresses_are_allowed() -> None:
    """Private, loopback, link-local, shared, multicast and reserved addresses are refused, in any disguise."""
    assert not [each for each in (*INSIDE, *NEVER, *DISGUISED) if allowed(ip_address(each), local=False)]
    assert [each for each in OUTSIDE if allowed(ip_address(each), local=False)] == list(OUTSIDE)


def test_local_opens_this_machine_and_private_networks_only() -> None:
    """For a demo, this machine and private networks are open; where clouds keep their credentials stays shut."""
    assert [each for each in (*INSIDE, *OUTSIDE) if allowed(ip_address(each), local=True)] == [*INSIDE, *OUTSIDE]
    assert not [each for each in NEVER if allowed(ip_address(each), local=True)]


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "10.0.0.1", "169.254.169.254", "[::1]", "[::ffff:10.0.0.1]", "localhost"]
)
async def test_an_endpoint_inside_is_refused(host: str) -> None:
    """An endpoint that leads into our own network is not called."""
    with pytest.raises(Rejected, match=r"^webhook:forbidden_address$"):
        await send(f"https://{host}/hook")


@pytest.mark.parametrize("answers", [("10.0.0.1",), ("8.8.8.8", "127.0.0.1"), ("2606:4700:4700::1111", "::1")])
async def test_a_name_with_one_address_inside_is_refused(answers: tuple[str, ...]) -> None:
    """A public address beside an inner one does not make a name good."""
    ask, _ = resolver(*answers)
    with pytest.raises(Rejected, match=r"^webhook:forbidden_address$"):
        await send(f"https://{PARTNER}/hook", ask=ask)


async def test_the_connection_goes_to_the_address_that_was_checked(partner: Certificate) -> None:
    """The name is looked up once; the call goes to that address, with the name in Host and in the certificate."""
    ask, asked = resolver("127.0.0.1")
    async with receiver(partner.server) as there:
        url = f"https://{PARTNER}:{there.port}/hook"
        # The system's resolver, which a second look-up would ask, is shut to this name in tests.
        await send(url, ask=ask, allow_local=True, trust=partner.trust)
    assert asked == [PARTNER]
    assert there.headers[0]["host"] == f"{PARTNER}:{there.port}"
    assert len(there.events) == 1


async def test_a_certificate_for_another_name_is_refused(tmp_path: Path) -> None:
    """Whoever answers at the address must show the certificate of the name."""
    other = certificate(tmp_path, "other.example")
    ask, _ = resolver("127.0.0.1")
    async with receiver(other.server) as there:
        with pytest.raises(ProviderDown, match=r"^webhook:no_answer$"):
            await send(f"https://{PARTNER}:{there.port}/", ask=ask, allow_local=True, trust=other.trust)
    assert there.events == []


async def test_an_address_that_is_down_gives_way_to_the_next(partner: Certificate) -> None:
    """Of several addresses, the next is tried when one takes no connection."""
    ask, _ = resolver("127.0.0.2", "127.0.0.1")
    async with receiver(partner.server) as there:
        url = f"https://{PARTNER}:{there.port}/"
        await send(url, ask=ask, allow_local=True, trust=partner.trust)
    assert len(there.events) == 1


async def test_a_name_nobody_knows_is_tried_again() -> None:
    """A name server that fails may answer later."""

    async def ask(host: str) -> list[str]:
        raise OSError("no answer")

    with pytest.raises(ProviderDown, match=r"^webhook:unknown_host$"):
        await send(f"https://{PARTNER}/", ask=ask)


async def test_a_name_without_an_address_is_tried_again() -> None:
    """An empty answer is no reason to forget a partner, nor to call anybody."""
    ask, _ = resolver()
    with pytest.raises(ProviderDown, match=r"^webhook:no_answer$"):
        await send(f"https://{PARTNER}/", ask=ask)


async def test_the_systems_resolver_is_asked() -> None:
    """A real look-up gives plain addresses."""
    assert "127.0.0.1" in await look_up("localhost")


async def test_a_proxy_from_the_environment_is_not_used(monkeypatch: pytest.MonkeyPatch) -> None:
    """A proxy would look the name up over again, so the environment's has no say."""
    async with receiver() as there:
        for name in ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"):
            monkeypatch.setenv(name, "http://127.0.0.1:9")
        await send(f"http://127.0.0.1:{there.port}/", allow_local=True)
    assert len(there.events) == 1


@pytest.mark.parametrize(
    "url",
    ["", "partner.example", "http://partner.example", "ftp://partner.example", "https://", "https://user:pass@partner.example",
     "http://127.0.0.1", "http://localhost:8000", "https://[::1", "file:///etc/passwd"],
)  # fmt: skip
def test_an_endpoint_without_tls_is_found_at_start(url: str) -> None:
    """Only https, without a password in the URL, is taken; the error names the endpoint and does not quote the URL."""
    with pytest.raises(ValueError, match=r"^webhook primero: ") as caught:
        Webhook({"primero": Endpoint(url, SECRET)})
    assert "pass@" not in str(caught.value)


@pytest.mark.parametrize(
    "url", ["http://127.0.0.1:1", "http://localhost:1", "http://[::1]:1", "https://partner.example"]
)
def test_local_allows_plain_http_to_this_machine(url: str) -> None:
    """For tests and a demo, this machine may be called without TLS."""
    assert Webhook({"a": Endpoint(url, SECRET)}, allow_local=True).way == "webhook"


@pytest.mark.parametrize("url", ["http://partner.example", "http://10.0.0.1", "http://localhost.partner.example"])
def test_local_allows_plain_http_to_nobody_else(url: str) -> None:
    """Even in a demo, nothing leaves this machine without TLS."""
    with pytest.raises(ValueError, match=r"^webhook a: "):
        Webhook({"a": Endpoint(url, SECRET)}, allow_local=True)
