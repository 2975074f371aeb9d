"""What the Telegram channel makes of a webhook call."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogues.messages import Inbound, Kind
from integrations.channels.channel import Answer, Channel, Received, Request
from integrations.channels.telegram import MAX_BODY, Telegram
from integrations.errors import Forged, Malformed
from tests.integrations.channels.telegram_server import SECRET, TOKEN, loopback_bot

PAYLOADS = Path(__file__).parent / "payloads" / "telegram"
LINE = "asan-telegram"
HANEUL, DILNOZA = "5011223344", "6022334455"
LINK = "https://t.me/front_door_bot?start="
PRESSED = Answer(
    content_type="application/json", body=b'{"method":"answerCallbackQuery","callback_query_id":"21523020914455667"}'
)
channel = Telegram(LINE, TOKEN, SECRET, "https://door.example")


def request(body: bytes, **headers: str) -> Request:
    proof = {"x-telegram-bot-api-secret-token": SECRET, "content-type": "application/json"}
    return Request(url=f"https://door.example/hooks/{LINE}", headers=proof | headers, body=body)


def payload(name: str) -> dict[str, Any]:
    update: dict[str, Any] = json.loads((PAYLOADS / f"{name}.json").read_bytes())
    return update


def receive(update: object, line: Telegram = channel) -> Received:
    return line.receive(request(json.dumps(update).encode()))


def said(kind: Kind, text: str = "", choice: str = "", handle: str = HANEUL, hint: str = "ko", **more: bool) -> Inbound:
    return Inbound(
        line=LINE, provider_id="", handle=handle, kind=kind, text=text, choice=choice, language_hint=hint, **more
    )


SAID = {
    "text": said(Kind.TEXT, "임신 7개월인데 도움이 필요해요"),
    "text_uzbek_no_language": said(Kind.TEXT, "Assalomu alaykum, bolam uchun yordam kerak 🙏", handle=DILNOZA, hint=""),
    "text_edited": said(Kind.TEXT, "임신 8개월인데 도움이 필요해요", edited=True),
    "start": said(Kind.START),
    "start_payload": said(Kind.START, "q7Jd-0pZ_1"),
    "start_payload_named_bot": said(Kind.START, "q7Jd-0pZ_1"),
    "command_stop": said(Kind.TEXT, "stop"),
    "command_help_capitals": said(Kind.TEXT, "help"),
    "command_language": said(Kind.TEXT, "language uz", handle=DILNOZA, hint="uz"),
    "command_unknown": said(Kind.TEXT, "/pay now"),
    "photo_caption": said(Kind.MEDIA, "아기 열이 39도예요"),
    "photo": said(Kind.MEDIA),
    "photo_caption_edited": said(Kind.MEDIA, "아기 열이 40도예요", edited=True),
    "voice": said(Kind.MEDIA),
    "sticker": said(Kind.MEDIA),
    "location": said(Kind.MEDIA),
    "document": said(Kind.MEDIA),
    "video_note": said(Kind.MEDIA),
    "content_newer_than_library": said(Kind.MEDIA),
    "contact_own": said(Kind.CONTACT, "+821012345678"),
    "contact_own_with_plus": said(Kind.CONTACT, "+998901234567", handle=DILNOZA, hint="uz"),
    "contact_of_another": said(Kind.MEDIA),
    "contact_without_account": said(Kind.MEDIA),
    "choice": said(Kind.CHOICE, "네, 임신 중이에요", "situation:pregnant"),
    "choice_message_inaccessible": said(Kind.CHOICE, choice="visit:confirm:7f3a"),
    "choice_message_missing": said(Kind.CHOICE, choice="visit:confirm:7f3a"),
    "blocked": said(Kind.BLOCKED),
    "unblocked": said(Kind.UNBLOCKED),
}
UNSAID = (
    "photo_edited",
    "live_location_edited",
    "service_pinned",
    "choice_without_data",
    "choice_too_long",
    "choice_in_group",
    "restricted_in_private",
    "added_to_group",
    "group_text",
    "group_start",
    "group_command_of_another_bot",
    "group_mention_in_topic",
    "group_mention_of_similar_name",
    "group_reply_to_bot",
    "group_text_edited",
    "poll_vote",
    "kind_newer_than_library",
)
POINTED = {"group_start": {}, "group_mention_in_topic": {"message_thread_id": 9}, "group_reply_to_bot": {}}


def numbered(inbound: Inbound, update: dict[str, Any]) -> Inbound:
    return msgspec.structs.replace(inbound, provider_id=str(update["update_id"]))


def test_it_has_the_shape_of_every_channel() -> None:
    """Telegram satisfies the Channel protocol, may write first and knows no 24-hour window."""
    line: Channel = channel
    assert (line.line, line.pushes, line.window) == (LINE, True, False)


def test_every_payload_is_expected_somewhere() -> None:
    """No captured payload lies about untested."""
    assert {path.stem for path in PAYLOADS.glob("*.json")} == SAID.keys() | set(UNSAID)


@pytest.mark.parametrize("name", SAID)
def test_what_a_person_does_becomes_one_inbound(name: str) -> None:
    """Each private update becomes exactly the inbound of the table, named by its update id."""
    update = payload(name)
    answer = PRESSED if "callback_query" in update else None
    assert receive(update) == Received(inbounds=(numbered(SAID[name], update),), answer=answer)


@pytest.mark.parametrize("name", UNSAID)
def test_what_says_nothing_becomes_nothing(name: str) -> None:
    """Groups, service messages and unknown updates hold no inbound, yet every button press is answered."""
    update = payload(name)
    assert receive(update) == Received(answer=PRESSED if "callback_query" in update else None)


@pytest.mark.parametrize("name", [name for name in UNSAID if "callback_query" not in payload(name)])
async def test_a_group_is_only_pointed_to_the_private_chat(name: str) -> None:
    """Once the bot knows its name, a group that speaks to it gets the bare deep link, and nobody else anything."""
    async with loopback_bot() as (_, line):
        received = receive(payload(name), line)
    assert received.inbounds == ()
    if name not in POINTED:
        assert received.answer is None
        return
    assert received.answer is not None
    assert received.answer.content_type == "application/json"
    assert json.loads(received.answer.body) == {
        "method": "sendMessage",
        "chat_id": -1002233445566,
        "text": LINK,
        "link_preview_options": {"is_disabled": True},
        **POINTED[name],
    }


def test_an_edit_is_another_message_than_the_one_it_changes() -> None:
    """An edited text has its own provider id although Telegram keeps the message id."""
    first, second = payload("text"), payload("text_edited")
    assert first["message"]["message_id"] == second["edited_message"]["message_id"]
    assert receive(first).inbounds[0].provider_id != receive(second).inbounds[0].provider_id


def test_the_same_call_twice_reads_the_same() -> None:
    """Receiving is pure: a redelivered update gives an equal result, so that the store can know it again."""
    assert receive(payload("choice")) == receive(payload("choice"))


@pytest.mark.parametrize("proof", ["", "wrong", SECRET + "x", SECRET[:-1], SECRET.lower(), "비밀", "\udcff"])
def test_a_wrong_secret_is_forged(proof: str) -> None:
    """A call with another secret is refused before its body is looked at."""
    with pytest.raises(Forged, match=r"^telegram:secret$"):
        channel.receive(request(b"not even JSON", **{"x-telegram-bot-api-secret-token": proof}))


def test_a_missing_secret_is_forged() -> None:
    """A call without the secret's header is refused."""
    with pytest.raises(Forged):
        channel.receive(Request(url="https://door.example/hooks/x", headers={}, body=b"{}"))


@pytest.mark.parametrize("secret", ["", "with space", "비밀", "a" * 257, "line\n"])
def test_a_secret_that_telegram_would_not_take_is_refused_at_once(secret: str) -> None:
    """An empty or impossible secret cannot be configured, so nobody can pass by sending none."""
    with pytest.raises(ValueError, match="webhook secret"):
        Telegram(LINE, TOKEN, secret, "https://door.example")


BROKEN = {
    "empty": b"",
    "not JSON": b"update_id=1",
    "not UTF-8": b'{"update_id":1,"message":"\xff"}',
    "a list": b"[]",
    "a string": b'"update_id"',
    "null": b"null",
    "no update id": b"{}",
    "update id a string": b'{"update_id":"1"}',
    "update id a truth": b'{"update_id":true}',
    "message a string": b'{"update_id":1,"message":"hello"}',
    "message without chat": b'{"update_id":1,"message":{"message_id":1,"date":1,"text":"a"}}',
    "text a number": b'{"update_id":1,"message":{"message_id":1,"date":1,"text":5,"chat":{"id":1,"type":"private"}}}',
    "chat id a name": (
        b'{"update_id":1,"message":{"message_id":1,"date":1,"text":"a","chat":{"id":"x","type":"private"}}}'
    ),
    "date past all years": b'{"update_id":1,"message":{"message_id":1,"date":1e30,"chat":{"id":1,"type":"private"}}}',
    "press without sender": b'{"update_id":1,"callback_query":{"id":"1","chat_instance":"1","data":"a"}}',
    "nested too deep": b"[" * 200_000,
    "too large": b'{"update_id":1}' + b" " * MAX_BODY,
}


@pytest.mark.parametrize("body", BROKEN.values(), ids=BROKEN)
def test_what_is_no_update_is_malformed(body: bytes) -> None:
    """A body that is not an Update is refused with a short code that quotes nothing of it."""
    with pytest.raises(Malformed, match=r"^telegram:[a-z_]+$"):
        channel.receive(request(body))


def test_a_huge_text_is_cut() -> None:
    """Of a text beyond Telegram's own bound only the first 4096 characters are kept."""
    update = payload("text")
    update["message"]["text"] = "가" * 100_000
    assert receive(update).inbounds[0].text == "가" * 4096


def test_what_no_database_holds_is_taken_out() -> None:
    """NUL vanishes and half a surrogate pair becomes a replacement character, so that the message can be kept."""
    update = payload("text")
    update["message"]["text"] = "도움\0이 \ud83d 필요\udc00해요 😀"
    assert receive(update).inbounds[0].text == "도움이 \ufffd 필요\ufffd해요 😀"


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=5,
)


def places(value: object, path: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    pairs = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [found for key, inner in pairs for found in [(*path, key), *places(inner, (*path, key))]]


@given(data=st.data(), name=st.sampled_from(sorted([*SAID, *UNSAID])), value=JSON)
def test_no_value_anywhere_breaks_the_reader(data: st.DataObject, name: str, value: object) -> None:
    """Whatever stands in any one field, an update is read or malformed, and what is read can be written as UTF-8."""
    update = payload(name)
    *path, last = data.draw(st.sampled_from(places(update)))
    target: Any = update
    for key in path:
        target = target[key]
    target[last] = value
    try:
        received = receive(update)
    except Malformed:
        return
    for inbound in received.inbounds:
        f"{inbound.handle}{inbound.text}{inbound.choice}{inbound.language_hint}".encode()
        int(inbound.handle)
