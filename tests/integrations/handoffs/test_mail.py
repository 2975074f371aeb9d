"""What the mail way hands to a mail server."""

from __future__ import annotations

import asyncio
import ssl

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from dialogues.effects import NoticeKind
from integrations.errors import ProviderDown, Rejected, SendFailed, Unreachable
from integrations.handoffs.handoff import Handoff
from integrations.handoffs.mail import Mail, server
from tests.integrations.handoffs.certificates import Certificate, certificate
from tests.integrations.handoffs.mail_server import PASSWORD, USER, mail_server
from tests.integrations.handoffs.notices import CODE, LINK, SECRETS, notice, visit_notice

SENDER = "Front Door <door@example.org>"
HANA = "hana@centre.example"
LOGIN = f"{USER}:p%40ss%2Fword"


@pytest.fixture(scope="module")
def localhost(tmp_path_factory: pytest.TempPathFactory) -> Certificate:
    return certificate(tmp_path_factory.mktemp("certificates"), "localhost")


def mail(port: int, user: str = "", query: str = "", trust: ssl.SSLContext | None = None, scheme: str = "smtp") -> Mail:
    return Mail(f"{scheme}://{user}localhost:{port}{query}", SENDER, trust=trust)


async def test_a_notice_arrives_as_one_neutral_message() -> None:
    """A new case is one message to one address: kind, code, urgency, centre, deadline in local time, link."""
    async with mail_server() as there:
        await mail(there.port).send(notice(), HANA)
    (delivery,) = there.deliveries
    message = delivery.message
    assert (delivery.sender, delivery.recipients) == ("door@example.org", [HANA])
    assert (message["From"], message["To"]) == (SENDER, HANA)
    assert message["Subject"] == "[Front Door] 새 접수 K7-M3QX · 오늘"
    assert message.get_content_type() == "text/plain"
    assert message.get_content().splitlines() == [
        "새 접수 K7-M3QX · 오늘",
        "아산종합사회복지관",
        "11월 23일(월) 오후 2시까지 답해 주세요.",
        f"확인: {LINK}",
    ]


async def test_nothing_of_the_family_is_in_any_mail() -> None:
    """Whatever the kind, neither the message nor its calendar entry holds a name, a number, a need or a crisis code."""
    async with mail_server() as there:
        for kind in NoticeKind:
            await mail(there.port).send(visit_notice(kind), HANA)
    assert len(there.deliveries) == len(NoticeKind)
    for delivery in there.deliveries:
        parts = [part.get_content() for part in delivery.message.walk() if not part.is_multipart()]
        whole = "\n".join([*map(str, delivery.message.values()), *parts])
        assert CODE in whole
        assert not [secret for secret in SECRETS if secret in whole]


async def test_the_same_notice_has_the_same_message_id() -> None:
    """Sent twice, a notice has one Message-ID; another notice of the case has another, in the same thread."""
    other = notice(NoticeKind.CLAIMED, id=visit_notice().case)
    async with mail_server() as there:
        for each in (notice(), notice(), other):
            await mail(there.port).send(each, HANA)
    first, again, second = (delivery.message for delivery in there.deliveries)
    assert first["Message-ID"] == again["Message-ID"] != second["Message-ID"]
    assert first["References"] == second["References"]


async def test_the_machine_does_not_tell_its_name() -> None:
    """The mail server is greeted with the sender's domain."""
    async with mail_server() as there:
        await mail(there.port).send(notice(), HANA)
    assert there.greetings == ["example.org"]


async def test_a_password_goes_out_only_after_starttls(localhost: Certificate) -> None:
    """With a password the connection is encrypted first; a percent-encoded password arrives as it is."""
    async with mail_server(start_tls=localhost.server, login=True) as there:
        await mail(there.port, f"{LOGIN}@", trust=localhost.trust).send(notice(), HANA)
    (delivery,) = there.deliveries
    assert delivery.encrypted
    assert delivery.logged_in


async def test_a_password_is_not_given_to_a_server_without_starttls() -> None:
    """A server that offers no encryption, or from which it was stripped, gets neither password nor mail."""
    async with mail_server(login=True) as there:
        with pytest.raises(Rejected, match=r"^mail:not_supported$"):
            await mail(there.port, f"{LOGIN}@").send(notice(), HANA)
    assert there.deliveries == []


async def test_starttls_never_is_obeyed() -> None:
    """A server of one's own on the same machine may be given the password in the clear, when the URL says so."""
    async with mail_server(login=True) as there:
        await mail(there.port, f"{LOGIN}@", "?starttls=never").send(notice(), HANA)
    assert [(delivery.encrypted, delivery.logged_in) for delivery in there.deliveries] == [(False, True)]


async def test_starttls_auto_takes_what_is_offered(localhost: Certificate) -> None:
    """Without a password, encryption is used where the server offers it."""
    async with mail_server(start_tls=localhost.server) as there:
        await mail(there.port, trust=localhost.trust).send(notice(), HANA)
    assert [delivery.encrypted for delivery in there.deliveries] == [True]


async def test_smtps_is_encrypted_from_the_first_byte(localhost: Certificate) -> None:
    """An smtps server is spoken to in TLS, without STARTTLS."""
    async with mail_server(tls=localhost.server) as there:
        await mail(there.port, trust=localhost.trust, scheme="smtps").send(notice(), HANA)
    assert len(there.deliveries) == 1


@pytest.mark.parametrize("scheme", ["smtp", "smtps"])
async def test_an_unknown_certificate_gets_no_mail(localhost: Certificate, scheme: str) -> None:
    """A server whose certificate nobody vouches for is not handed anything."""
    upgraded, at_once = (localhost.server, None) if scheme == "smtp" else (None, localhost.server)
    async with mail_server(upgraded, at_once) as there:
        with pytest.raises(ProviderDown):
            await mail(there.port, scheme=scheme).send(notice(), HANA)
    assert there.deliveries == []


async def test_a_wrong_password_is_final(localhost: Certificate) -> None:
    """A refused login will be refused again."""
    async with mail_server(start_tls=localhost.server, login=True) as there:
        with pytest.raises(Rejected, match=r"^mail:login$"):
            await mail(there.port, f"{USER}:wrong@", trust=localhost.trust).send(notice(), HANA)


@pytest.mark.parametrize(
    ("command", "reply", "error", "reason"),
    [
        ("MAIL", "451 try later", ProviderDown, "mail:451"),
        ("MAIL", "550 who are you", Rejected, "mail:550"),
        ("RCPT", "450 4.2.1 busy", ProviderDown, "mail:450"),
        ("RCPT", "550 5.1.1 <hana@centre.example> unknown", Unreachable, "mail:550"),
        ("RCPT", "553 no such mailbox", Unreachable, "mail:553"),
        ("RCPT", "550 5.7.1 relaying denied", Rejected, "mail:550"),
        ("DATA", "452 full", ProviderDown, "mail:452"),
        ("DATA", "554 spam", Rejected, "mail:554"),
    ],
)
async def test_a_refusal_tells_whether_to_try_again(
    command: str, reply: str, error: type[SendFailed], reason: str
) -> None:
    """A 4xx may pass later; a 5xx is final, and about the address where it answers RCPT; the reason is only a code."""
    async with mail_server() as there:
        there.replies[command] = reply
        with pytest.raises(error, match=f"^{reason}$") as caught:
            await mail(there.port).send(notice(), HANA)
    assert caught.value.__cause__ is None


async def test_no_server_means_try_again() -> None:
    """A mail server that is not there may come back."""
    async with mail_server() as there:
        pass
    with pytest.raises(ProviderDown, match=r"^mail:no_answer$"):
        await mail(there.port).send(notice(), HANA)


async def test_a_silent_server_means_try_again() -> None:
    """A server that takes the connection and says nothing is given up on."""
    held: list[asyncio.StreamWriter] = []
    silent = await asyncio.start_server(lambda _, writer: held.append(writer), "127.0.0.1", 0)
    port = silent.sockets[0].getsockname()[1]
    with pytest.raises(ProviderDown, match=r"^mail:timeout$"):
        await Mail(f"smtp://localhost:{port}", SENDER, timeout=0.05).send(notice(), HANA)
    for writer in held:
        writer.close()
    silent.close()
    await silent.wait_closed()


@pytest.mark.parametrize(
    "recipient",
    ["", "hana", "hana@", "hana@centre.example\r\nBcc: all@centre.example", "hana@centre.example>, <all@centre.example",
     "a@b.example, c@d.example", "Hana <hana@centre.example>", "하나@centre.example", "-hana @centre.example"],
)  # fmt: skip
async def test_what_is_no_plain_address_is_unreachable(recipient: str) -> None:
    """Nothing but one plain address is ever put into a header or a command."""
    with pytest.raises(Unreachable, match=r"^mail:address$"):
        await mail(1).send(notice(), recipient)


@given(
    text=st.text(st.characters(), min_size=1),
    field=st.sampled_from(["code", "urgency", "centre_name", "claimed_by_name"]),
)
def test_no_text_can_forge_a_header_or_a_line(text: str, field: str) -> None:
    """Whatever a name or code holds, the message has the same headers and as many lines as ever."""
    usual = Mail("smtp://localhost", SENDER).message(visit_notice(), HANA)
    notice = replace(visit_notice(), **{field: "x\r\nBcc: all@centre.example\r\n" + text})
    forged = Mail("smtp://localhost", SENDER).message(notice, HANA)
    assert forged.keys() == usual.keys()
    assert forged.as_bytes().count(b"\r\nBcc:") == 0
    words = [message.get_body(("plain",)) for message in (forged, usual)]
    assert len({part.get_content().count("\n") for part in words if part}) == 1


@pytest.mark.parametrize(
    "url",
    ["", "mail.example.org", "http://mail.example.org", "smtp://", "smtp://host:no", "smtp://host?starttls=maybe",
     "smtp://host?startls=auto", "smtp://door:pa/ss@host", "smtp://[::1"],
)  # fmt: skip
def test_a_wrong_url_is_found_at_start_and_not_quoted(url: str) -> None:
    """A server's URL that cannot be read is refused in words that do not hold it."""
    with pytest.raises(ValueError, match=r"^the mail server is written smtp://user:password@host:587") as caught:
        Mail(url, SENDER)
    assert "pa" not in str(caught.value).replace("password", "")


@pytest.mark.parametrize("sender", ["", "door", "Front Door <door>", "door@example.org\r\nBcc: all@example.org"])
def test_a_wrong_sender_is_found_at_start(sender: str) -> None:
    """A sender that is no address is refused before the first mail."""
    with pytest.raises(ValueError, match="sender"):
        Mail("smtp://localhost", sender)


def test_a_url_is_read_with_its_defaults() -> None:
    """587 and STARTTLS with a password for smtp, 465 for smtps; a server's repr does not show the password."""
    read = server(f"smtp://{LOGIN}@mail.example.org")
    assert (read.host, read.port, read.tls, read.start_tls) == ("mail.example.org", 587, False, True)
    assert (read.username, read.password) == (USER, PASSWORD)
    assert PASSWORD not in repr(read)
    assert server("smtp://mail.example.org:2525").start_tls is None
    assert server(f"smtp://{LOGIN}@mail.example.org?starttls=auto").start_tls is None
    smtps = server("smtps://mail.example.org")
    assert (smtps.port, smtps.tls, smtps.start_tls) == (465, True, False)


async def test_it_is_a_handoff() -> None:
    """The mail way has the shape every way has, and may be closed without having been used."""
    way: Handoff = Mail("smtp://localhost", SENDER)
    await way.start()
    await way.close()
    assert way.way == "mail"
