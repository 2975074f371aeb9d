"""WhatsApp by Twilio: what differs from SMS — addresses, buttons, locations, templates."""

from __future__ import annotations

from collections.abc import AsyncIterator
from uuid import UUID

import pytest

from dialogues.messages import Choice, Inbound, Kind, Outgoing, Purpose, Receipt, Status
from integrations import errors
from integrations.channels.channel import Answer, Channel, Received, Sent
from integrations.channels.whatsapp import WhatsApp
from tests.integrations.channels.twilio_lines import started
from tests.integrations.channels.twilio_server import (
    ACCOUNT,
    TEMPLATE,
    TOKEN,
    Refusal,
    TwilioServer,
    minute,
    payload,
    signed,
)

PUBLIC = "https://front.example"
HOOK = f"{PUBLIC}/hooks/khorezm-whatsapp"
NUMBER = "+14155238886"
FAMILY = "+998901234567"
ADDRESS = f"whatsapp:{FAMILY}"
PLAIN_TEMPLATE = "HX" + "d" * 32
YES_NO = (Choice("safe:yes", "Ha"), Choice("safe:no", "Yoʻq"))


def line(base_url: str = "https://api.twilio.com", number: str = NUMBER) -> WhatsApp:
    """The line under test."""
    templates = {"reminder-uz": TEMPLATE, "reminder": PLAIN_TEMPLATE}
    return WhatsApp("khorezm-whatsapp", ACCOUNT, TOKEN, number, PUBLIC, templates, base_url)


def message(
    text: str,
    *,
    choices: tuple[Choice, ...] = (),
    template: bool = False,
    purpose: Purpose = Purpose.REMINDER,
    language: str = "uz",
) -> Outgoing:
    """One message to a family."""
    return Outgoing(
        id=UUID(int=1),
        line="khorezm-whatsapp",
        handle=FAMILY,
        text=text,
        choices=choices,
        template=template,
        purpose=purpose,
        language=language,
    )


@pytest.fixture
async def server() -> AsyncIterator[TwilioServer]:
    """A Twilio on loopback."""
    async with TwilioServer() as running:
        yield running


@pytest.fixture
async def whatsapp(server: TwilioServer) -> AsyncIterator[WhatsApp]:
    """A started line that sends to it."""
    async with started(line(server.url)) as channel:
        yield channel


def inbound(sid: str, kind: Kind, text: str, choice: str = "") -> Received:
    """What one message becomes."""
    said = Inbound(line="khorezm-whatsapp", provider_id=sid, handle=FAMILY, kind=kind, text=text, choice=choice)
    return Received(inbounds=(said,))


def receipt(status: Status, reason: str = "") -> Received:
    """What one status callback becomes."""
    sid = f"SM{20:032d}"
    return Received(receipts=(Receipt(line="khorezm-whatsapp", provider_id=sid, status=status, reason=reason),))


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("whatsapp_text", inbound(f"SM{21:032d}", Kind.TEXT, "Menga yordam kerak")),
        ("whatsapp_button", inbound(f"SM{22:032d}", Kind.CHOICE, "Ha, boraman", "visit:confirm:v17")),
        ("whatsapp_location", inbound(f"SM{23:032d}", Kind.MEDIA, "")),
        ("whatsapp_voice", inbound(f"MM{24:032d}", Kind.MEDIA, "")),
        ("whatsapp_read", receipt(Status.READ)),
        ("whatsapp_window_closed", receipt(Status.FAILED, "twilio:63016")),
    ],
)
def test_a_captured_call_becomes_what_it_says(name: str, expected: Received) -> None:
    """Each captured payload becomes the neutral form; the handle is the bare number."""
    assert line().receive(signed(HOOK, payload(name))) == expected


def test_the_known_signature_of_an_uzbek_message_is_good() -> None:
    """The published signature scheme gives this value for this message."""
    form = {
        "MessageSid": "SM" + "0" * 32,
        "From": ADDRESS,
        "To": f"whatsapp:{NUMBER}",
        "Body": "Menga yordam kerak",
        "NumMedia": "0",
        "ProfileName": "Dilnoza",
        "WaId": "998901234567",
    }
    url = "https://front.example/hooks/twilio"
    received = line().receive(signed(url, form, "xHTbeAwHJPz71ijHu2UQRN5vEbM="))
    assert received == inbound("SM" + "0" * 32, Kind.TEXT, "Menga yordam kerak")
    with pytest.raises(errors.Forged):
        line().receive(signed(url, form | {"Body": "Menga yordam"}, "xHTbeAwHJPz71ijHu2UQRN5vEbM="))


@pytest.mark.parametrize("sender", [FAMILY, "messenger:1234", "whatsapp:"])
def test_a_message_of_another_channel_is_malformed(sender: str) -> None:
    """An SMS sent to this line is not answered over WhatsApp, where the person did not write."""
    with pytest.raises(errors.Malformed, match=r"^twilio:wrong-channel$"):
        line().receive(signed(HOOK, payload("whatsapp_text") | {"From": sender}))


def test_the_webhook_is_answered_with_empty_twiml() -> None:
    """Twilio is told to say nothing by itself."""
    assert line().answer([]) == Answer(content_type="text/xml", body=b"<Response/>")


@pytest.mark.parametrize("number", [NUMBER, f"whatsapp:{NUMBER}"])
async def test_a_text_is_sent_with_its_menu(server: TwilioServer, number: str) -> None:
    """Within the window the words go as they are, between WhatsApp addresses, with the choices numbered."""
    async with started(line(server.url, number)) as channel:
        sent = await channel.send(message("Oʻzingiz xavfsizmisiz?", choices=YES_NO))
    assert server.forms == [
        {
            "To": ADDRESS,
            "From": f"whatsapp:{NUMBER}",
            "Body": "Oʻzingiz xavfsizmisiz?\n1 Ha\n2 Yoʻq",
            "StatusCallback": HOOK,
        }
    ]
    assert sent == Sent(provider_id=str(server.messages[0]["sid"]))


async def test_a_long_text_goes_in_parts(server: TwilioServer, whatsapp: WhatsApp) -> None:
    """Twilio takes 1,600 characters at once; the menu ends the last part."""
    await whatsapp.send(message("soʻz " * 400, choices=YES_NO))
    assert len(server.forms) == 2
    assert server.forms[1]["Body"].endswith("soʻz\n1 Ha\n2 Yoʻq")


@pytest.mark.parametrize(("language", "template"), [("uz", TEMPLATE), ("ko", PLAIN_TEMPLATE)])
async def test_outside_the_window_a_template_is_sent(
    server: TwilioServer, whatsapp: WhatsApp, language: str, template: str
) -> None:
    """The template of the purpose and language, or else of the purpose, gets the words on one line as variable 1."""
    await whatsapp.send(message('Ertaga  soat 10:00\n\n"uyda"', choices=YES_NO, template=True, language=language))
    assert server.forms == [
        {
            "To": ADDRESS,
            "From": f"whatsapp:{NUMBER}",
            "ContentSid": template,
            "ContentVariables": '{"1":"Ertaga soat 10:00 \\"uyda\\""}',
            "StatusCallback": HOOK,
        }
    ]


async def test_without_a_template_the_window_is_closed(server: TwilioServer, whatsapp: WhatsApp) -> None:
    """Nothing is sent for a purpose that has no approved template."""
    with pytest.raises(errors.WindowClosed, match=r"^whatsapp:no-template$"):
        await whatsapp.send(message("…", template=True, purpose=Purpose.WORKER))
    assert server.requests == []


@pytest.mark.parametrize(
    ("status", "code", "expected"),
    [(400, 63016, errors.WindowClosed), (400, 21610, errors.OptedOut), (400, 21656, errors.Rejected)],
)
async def test_errors_are_those_of_twilio(
    server: TwilioServer, whatsapp: WhatsApp, status: int, code: int, expected: type[errors.SendFailed]
) -> None:
    """A closed window, an opt-out and a refused template are told apart."""
    server.refusals[ADDRESS] = Refusal(status, code)
    with pytest.raises(expected, match=rf"^twilio:{code}$"):
        await whatsapp.send(message("…"))


@pytest.mark.parametrize("template", [False, True])
async def test_a_message_cut_off_by_a_crash_is_found(
    server: TwilioServer, whatsapp: WhatsApp, *, template: bool
) -> None:
    """Free text is found by its whole body, a template by our words inside its own; older equal ones are not."""
    cut_off = message("Ertaga\nsoat 10:00", choices=YES_NO, template=template)
    await whatsapp.send(cut_off)
    server.now = minute(10)
    assert await whatsapp.find_sent(cut_off, minute(10)) is None
    server.cut_off.add(ADDRESS)
    with pytest.raises(errors.ProviderDown):
        await whatsapp.send(cut_off)
    assert await whatsapp.find_sent(cut_off, minute(10)) == Sent(provider_id=str(server.messages[1]["sid"]))


async def test_words_inside_a_longer_text_are_not_the_message(server: TwilioServer, whatsapp: WhatsApp) -> None:
    """Only a template may hold more than our words."""
    server.keep({"To": ADDRESS, "From": f"whatsapp:{NUMBER}", "Body": "Ha, albatta"})
    assert await whatsapp.find_sent(message("Ha"), minute(0)) is None


def test_whatsapp_pushes_within_a_window() -> None:
    """We can write first, but only with a template after a day of silence."""
    channel: Channel = line()
    assert (channel.pushes, channel.window) == (True, True)
