"""What the staff bot writes, and what it reads of presses and codes."""

from __future__ import annotations

import contextlib
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from dialogues.effects import NoticeKind
from integrations.channels.channel import Answer, Request
from integrations.errors import Forged, Malformed, ProviderDown, RateLimited, Unreachable
from integrations.handoffs.handoff import Handoff
from integrations.handoffs.staff_telegram import MAX_BODY, StaffLink, StaffPress, StaffTelegram
from tests.integrations.channels.telegram_server import SECRET, TOKEN
from tests.integrations.handoffs.notices import CASE, LINK, SECRETS, notice, visit_notice
from tests.integrations.handoffs.staff_server import staff_bot

GROUP, HANA = "-1001234567890", 5550001
UNCLAIMED = ("case.opened", "case.escalated", "case.escalated_to_supervisor", "case.crisis", "case.returned")
bot = StaffTelegram(TOKEN, SECRET, "https://door.example.org")


def request(update: object, secret: str = SECRET) -> Request:
    body = update if isinstance(update, bytes) else json.dumps(update).encode()
    headers = {"x-telegram-bot-api-secret-token": secret, "content-type": "application/json"}
    return Request(url="https://door.example.org/hooks/staff-telegram", headers=headers, body=body)


def user(number: int = HANA) -> dict[str, Any]:
    return {"id": number, "is_bot": False, "first_name": "하나", "language_code": "ko"}


def pressed(data: str = f"claim:{CASE.hex}", **query: Any) -> dict[str, Any]:
    group = {"id": int(GROUP), "type": "supergroup", "title": "아산"}
    message = {"message_id": 9, "date": 1795312800, "chat": group, "text": "새 접수", "from": user(7000000001)}
    usual = {"id": "4382bfdwdsb323b2d9", "from": user(), "message": message, "chat_instance": "1", "data": data}
    return {"update_id": 31, "callback_query": usual | query}


def wrote(text: str, chat: str = "private", **message: Any) -> dict[str, Any]:
    place = {"id": HANA, "type": chat, "first_name": "하나"}
    usual = {"message_id": 9, "date": 1795312800, "chat": place, "from": user(), "text": text}
    return {"update_id": 32, "message": usual | message}


def buttons(fields: dict[str, str]) -> list[dict[str, str]]:
    return [button for row in json.loads(fields.get("reply_markup", "{}")).get("inline_keyboard", []) for button in row]


async def test_a_new_case_comes_with_a_button_to_claim_it_and_one_to_open_it() -> None:
    """A new case is told in neutral words, with the console's address behind a button, without a preview."""
    async with staff_bot() as (server, started):
        await started.send(notice(), GROUP)
    (fields,) = server.called("sendMessage")
    assert fields["chat_id"] == GROUP
    assert fields["text"].splitlines() == [
        "새 접수 K7-M3QX · 오늘",
        "아산종합사회복지관",
        "11월 23일(월) 오후 2시까지 답해 주세요.",
    ]
    assert buttons(fields) == [{"text": "맡기", "callback_data": f"claim:{CASE.hex}"}, {"text": "열기", "url": LINK}]
    assert json.loads(fields["link_preview_options"]) == {"is_disabled": True}
    assert "parse_mode" not in fields


async def test_only_what_nobody_has_can_be_claimed() -> None:
    """The claim button stands under exactly the notices of a case without a person; every notice can be opened."""
    async with staff_bot() as (server, started):
        for kind in NoticeKind:
            await started.send(replace(visit_notice(kind), language="en"), GROUP)
    sent = dict(zip(NoticeKind, server.called("sendMessage"), strict=True))
    assert {kind for kind, fields in sent.items() if "Claim" in fields["reply_markup"]} == set(UNCLAIMED)
    assert all("Open" in fields["reply_markup"] for fields in sent.values())


async def test_nothing_of_the_family_is_in_any_message() -> None:
    """Whatever the kind, no name, number, need or crisis code is written into the chat."""
    async with staff_bot() as (server, started):
        for kind in NoticeKind:
            await started.send(visit_notice(kind), GROUP)
    whole = json.dumps(server.called("sendMessage"), ensure_ascii=False)
    assert not [secret for secret in SECRETS if secret in whole]


@pytest.mark.parametrize("link", ["http://127.0.0.1:8000/cases/1", "http://door.example.org/1", "https://localhost/1"])
async def test_an_address_that_telegram_refuses_is_written_out(link: str) -> None:
    """Without a public https address there is no button for it; the address stands in the text."""
    async with staff_bot() as (server, started):
        await started.send(notice(link=link), GROUP)
    (fields,) = server.called("sendMessage")
    assert [button["text"] for button in buttons(fields)] == ["맡기"]
    assert fields["text"].splitlines()[-1] == f"확인: {link}"


@pytest.mark.parametrize(("language", "text"), [("ko", "K7-M3QX: 맡음 – 김하나"), ("en", "K7-M3QX: claimed – 김하나")])
async def test_a_claim_is_told_in_one_line(language: str, text: str) -> None:
    """The chat reads who has the case now."""
    async with staff_bot() as (server, started):
        await started.send(notice(NoticeKind.CLAIMED, claimed_by_name="김하나", language=language), GROUP)
    assert [fields["text"] for fields in server.called("sendMessage")] == [text]


@pytest.mark.parametrize("recipient", ["", "@everybody", "hana", "12 34", "1" * 17, "５"])
async def test_only_a_chat_number_is_written_to(recipient: str) -> None:
    """A name may be a public channel, so nothing is sent to one."""
    async with staff_bot() as (server, started):
        with pytest.raises(Unreachable, match=r"^telegram:chat_not_found$"):
            await started.send(notice(), recipient)
    assert server.called("sendMessage") == []


async def test_telegrams_refusals_tell_whether_to_try_again() -> None:
    """A bot thrown out of the chat is final; too many messages and a broken answer are not."""
    async with staff_bot() as (server, started):
        server.refuse("sendMessage", 403, "Forbidden: bot was kicked from the supergroup chat")
        with pytest.raises(Unreachable, match=r"^telegram:blocked$"):
            await started.send(notice(), GROUP)
        server.refuse("sendMessage", 429, "Too Many Requests: retry after 7", {"retry_after": 7})
        with pytest.raises(RateLimited) as limited:
            await started.send(notice(), GROUP)
        assert limited.value.after == 7
        server.cut("sendMessage")
        with pytest.raises(ProviderDown):
            await started.send(notice(), GROUP)


async def test_the_webhook_is_set_only_for_an_https_address() -> None:
    """With an https address Telegram is told where to call and with which secret; without one it is told nothing."""
    async with staff_bot("https://door.example.org/") as (server, _):
        (fields,) = server.called("setWebhook")
    assert (fields["url"], fields["secret_token"]) == ("https://door.example.org/hooks/staff-telegram", SECRET)
    assert json.loads(fields["allowed_updates"]) == ["message", "callback_query"]
    async with staff_bot("http://127.0.0.1:8000") as (server, _):
        assert server.called("setWebhook") == []


def test_a_press_is_read() -> None:
    """A press tells the case, the presser's account, the chat and the query to answer; a redelivery has the same id."""
    expected = StaffPress(
        press_id="31", telegram_user=str(HANA), chat=GROUP, case=CASE, callback_query_id="4382bfdwdsb323b2d9"
    )
    assert bot.receive(request(pressed())) == bot.receive(request(pressed())) == [expected]


def test_a_press_under_a_message_that_is_gone_still_counts() -> None:
    """Telegram leaves the message out, or all of it but the chat, when it is old."""
    (old,) = bot.receive(request(pressed(message={"chat": {"id": 5, "type": "group"}, "message_id": 9, "date": 0})))
    (gone,) = bot.receive(request(pressed(message=None)))
    assert isinstance(old, StaffPress)
    assert isinstance(gone, StaffPress)
    assert (old.chat, gone.chat, gone.case) == ("5", "", CASE)


@pytest.mark.parametrize(
    "data",
    [
        "",
        "claim:",
        "claim:xyz",
        f"claim:{CASE}",
        f"close:{CASE.hex}",
        f"claim:{CASE.hex}0",
        f"claim:{CASE.hex.upper()}",
    ],
)
def test_data_that_is_no_button_of_ours_means_nothing(data: str) -> None:
    """A client may send any data; only what a button of ours holds is a press."""
    assert bot.receive(request(pressed(data))) == []


@pytest.mark.parametrize("text", ["/start q7Jd-0pZ_1", "/start@staff_bot q7Jd-0pZ_1", "/start   q7Jd-0pZ_1 \n"])
def test_a_code_in_a_private_chat_links_an_account(text: str) -> None:
    """/start with a code in a private chat tells whose account sent which code."""
    assert bot.receive(request(wrote(text))) == [StaffLink(link_id="32", telegram_user=str(HANA), code="q7Jd-0pZ_1")]


@pytest.mark.parametrize(
    "update",
    [wrote("/start"), wrote("q7Jd-0pZ_1"), wrote("/start two words"), wrote("/start " + "a" * 65), wrote("/stop code"),
     wrote("/start q7Jd-0pZ_1", "group"), wrote("/start q7Jd-0pZ_1", "channel", **{"from": None}),
     {"update_id": 1}, {"update_id": 1, "my_chat_member": {"chat": {"id": 1, "type": "group"}}}],
)  # fmt: skip
def test_other_messages_mean_nothing(update: dict[str, Any]) -> None:
    """Talk, a code in a group where others could read it, and other kinds of update are passed over."""
    assert bot.receive(request(update)) == []


@pytest.mark.parametrize("secret", ["", "wrong", SECRET + "x", SECRET.lower(), "비밀"])
def test_a_call_without_the_secret_is_forged(secret: str) -> None:
    """Whoever does not know the secret can neither claim a case nor link an account."""
    with pytest.raises(Forged, match=r"^telegram:secret$"):
        bot.receive(request(pressed(), secret))


def test_a_call_without_any_header_is_forged() -> None:
    """A call that has no secret at all is refused like one with a wrong secret."""
    with pytest.raises(Forged):
        bot.receive(Request(url="https://door.example.org/hooks/staff-telegram", headers={}, body=b"{}"))


@pytest.mark.parametrize(
    ("body", "reason"),
    [(b"", "not_an_update"), (b"{", "not_an_update"), (b"[]", "not_an_update"), (b"{}", "not_an_update"),
     (b"\xff", "not_an_update"), (b'{"update_id": "1"}', "not_an_update"), (b"[" * 200_000, "not_an_update"),
     (b'{"update_id": 1, "callback_query": {"id": "1"}}', "not_an_update"), (b" " * (MAX_BODY + 1), "too_large")],
)  # fmt: skip
def test_what_is_no_update_is_malformed(body: bytes, reason: str) -> None:
    """A body that Telegram does not document is refused with a code that quotes nothing of it."""
    with pytest.raises(Malformed, match=f"^telegram:{reason}$") as caught:
        bot.receive(request(body))
    assert caught.value.__cause__ is None


@given(st.binary(max_size=200) | st.recursive(st.none() | st.integers() | st.text(), st.lists, max_leaves=3).map(
    lambda value: json.dumps({"update_id": 1, "callback_query": value, "message": value}).encode()))  # fmt: skip
def test_no_body_breaks_the_reading(body: bytes) -> None:
    """Whatever comes is read or is Malformed."""
    with contextlib.suppress(Malformed):
        assert bot.receive(request(body)) == []


def test_the_presser_reads_who_was_first() -> None:
    """The answer to a press makes Telegram show a text over the chat, cut to what Telegram takes."""
    (press,) = bot.receive(request(pressed()))
    assert isinstance(press, StaffPress)
    answer = bot.answer_press(press, "이미 김하나 님이 맡았어요")
    assert answer == Answer(
        content_type="application/json",
        body=(
            b'{"method":"answerCallbackQuery","callback_query_id":"4382bfdwdsb323b2d9","text":"'
            + "이미 김하나 님이 맡았어요".encode()
            + b'"}'
        ),
    )
    assert len(json.loads(bot.answer_press(press, "가" * 300).body)["text"]) == 200


def test_who_sent_a_code_reads_how_it_went() -> None:
    """The answer to a code is a message in the same private chat."""
    (link,) = bot.receive(request(wrote("/start q7Jd")))
    assert isinstance(link, StaffLink)
    assert json.loads(bot.answer_link(link, "연결되었습니다").body) == {
        "method": "sendMessage", "chat_id": str(HANA), "text": "연결되었습니다",
    }  # fmt: skip


@pytest.mark.parametrize("secret", ["", "비밀", "a b", "a" * 257])
def test_a_secret_that_telegram_would_not_take_is_found_at_start(secret: str) -> None:
    """The webhook's secret is checked before Telegram is asked."""
    with pytest.raises(ValueError, match="secret"):
        StaffTelegram(TOKEN, secret, "")


def test_it_is_a_handoff() -> None:
    """The staff bot has the shape every way has."""
    way: Handoff = bot
    assert way.way == "telegram"
