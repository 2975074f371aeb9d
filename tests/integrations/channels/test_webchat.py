"""The chat page's calls and the answers to them."""

from __future__ import annotations

from datetime import UTC, datetime
from uuid import UUID

import msgspec
import pytest

from dialogues.messages import Choice, Inbound, Kind, Outgoing, Purpose
from integrations.channels.channel import Request, Sent
from integrations.channels.webchat import LARGEST, WebChat, page_id, provider_id
from integrations.errors import Malformed

TOKEN = "t" * 43
OTHER = "u" * 43


def call(**changes: str) -> Request:
    """A post of the page."""
    body = {"token": TOKEN, "id": "message-1", "kind": "text", "text": "안녕하세요"} | changes
    return Request(url="http://127.0.0.1/hooks/asan-web", headers={}, body=msgspec.json.encode(body))


def received(request: Request) -> Inbound:
    """The one message in a call."""
    (inbound,) = WebChat("asan-web").receive(request).inbounds
    return inbound


def outgoing() -> Outgoing:
    """A message of ours."""
    return Outgoing(
        id=UUID(int=7),
        line="asan-web",
        handle=TOKEN,
        text="어떤 도움이 필요하세요?",
        choices=(Choice("needs:visit", "집으로"),),
        many=True,
        purpose=Purpose.CRISIS,
        language="ko",
    )


def test_text() -> None:
    """What a person writes is kept whole, under the page's token."""
    inbound = received(call(language="ko-KR"))
    assert (inbound.kind, inbound.text, inbound.handle, inbound.choice) == (Kind.TEXT, "안녕하세요", TOKEN, "")
    assert inbound.language_hint == "ko-KR"


def test_choice() -> None:
    """Several pressed choices travel as ids with commas, and their labels as the text."""
    inbound = received(call(kind="choice", choice="needs:visit,needs:done", text="집으로"))
    assert (inbound.kind, inbound.choice, inbound.text) == (Kind.CHOICE, "needs:visit,needs:done", "집으로")


def test_choice_only_with_its_kind() -> None:
    """A text that carries a choice by mistake presses nothing."""
    assert received(call(choice="consent:agree")).choice == ""


def test_start() -> None:
    """Opening the page starts the conversation."""
    assert received(call(kind="start", text="")).kind is Kind.START


def test_same_id_of_two_pages() -> None:
    """Two pages may call a message the same: they stay two messages, and each page knows its own again."""
    mine, theirs = received(call()).provider_id, received(call(token=OTHER)).provider_id
    assert mine != theirs
    assert page_id(mine) == page_id(theirs) == "message-1"


def test_repeated_call() -> None:
    """A call that is sent again names the same message, and the name fits its column without telling the token."""
    name = provider_id(TOKEN, "i" * 64)
    assert received(call(id="i" * 64)).provider_id == name
    assert len(name) <= 128
    assert TOKEN not in name


@pytest.mark.parametrize(
    "request_",
    [
        Request(url="", headers={}, body=b"{"),
        Request(url="", headers={}, body=b"\xff\xfe"),
        Request(url="", headers={}, body=b"[]"),
        Request(url="", headers={}, body=b" " * (LARGEST + 1)),
        call(token="short"),
        call(token="t" * 42 + "\n"),
        call(token="../" + "t" * 43),
        call(id="short"),
        call(id="a:b:c:d:e"),
        call(id="i" * 65),
        call(kind="blocked"),
    ],
)
def test_malformed(request_: Request) -> None:
    """What our page never sends is refused, with a code that repeats nothing of it."""
    with pytest.raises(Malformed, match=r"^webchat:[a-z-]+$"):
        WebChat("asan-web").receive(request_)


def test_answer() -> None:
    """Replies come back in the response itself, with all that the page needs to show them."""
    answer = WebChat("asan-web").answer([outgoing()])
    assert answer.status == 200
    assert answer.content_type == "application/json"
    assert msgspec.json.decode(answer.body) == {
        "replies": [
            {
                "id": UUID(int=7).hex,
                "text": "어떤 도움이 필요하세요?",
                "choices": [{"id": "needs:visit", "label": "집으로"}],
                "many": True,
                "ours": True,
                "purpose": "crisis",
                "language": "ko",
                "at": None,
                "read": False,
            }
        ]
    }


async def test_sending_hands_nothing_over() -> None:
    """A message rests where the page will read it: sending and asking after it always succeed, with our own id."""
    channel = WebChat("asan-web")
    await channel.start()
    assert await channel.send(outgoing()) == Sent(provider_id=UUID(int=7).hex)
    assert await channel.find_sent(outgoing(), datetime.now(UTC)) == Sent(provider_id=UUID(int=7).hex)
    await channel.close()
