"""Telegram updates, read into messages. Pure.

Only private chats are taken in. In groups everybody reads along, so there the bot only points to the private chat,
and only when it is spoken to. Facts: Bot API 10.1 (checked 2026-11-22).
"""

from __future__ import annotations

import re

import msgspec
from telegram import CallbackQuery, Chat, ChatMember, ChatMemberUpdated, Message, Update, User

from dialogues.messages import Inbound, Kind
from integrations.channels.channel import Answer, Received
from integrations.channels.telegram_text import MAX_UNITS, whole
from integrations.errors import Malformed

HANDLED = ("message", "edited_message", "callback_query", "my_chat_member")
"""The kinds of update that mean something here; Telegram is asked for no others."""

MAX_CHOICE_BYTES = 64
"""Bound of ``callback_data``, in bytes of UTF-8."""

WORDS = frozenset({"stop", "help", "language"})
"""Commands that say the same as the bare word."""

COMMAND = re.compile(r"/(?P<name>\w{1,32})(?:@(?P<bot>\w+))?(?:\s+(?P<rest>.*))?", re.DOTALL)

UNREADABLE = (ArithmeticError, AttributeError, LookupError, OSError, RecursionError, TypeError, ValueError)
"""What the library raises for fields of the wrong type or shape; it has no error of its own for them."""


def update_id(raw: object) -> int:
    """The update's number. Raises Malformed."""
    number = raw.get("update_id") if isinstance(raw, dict) else None
    if type(number) is not int:
        raise Malformed("telegram:no_update_id")
    return number


def read(raw: object, line: str, username: str) -> Received:
    """Read one Update (a decoded JSON object) that came in on ``line``. Raises Malformed.

    ``username`` is the bot's own, without @; while it is not known (empty), groups are met with silence.
    """
    update_id(raw)
    try:
        return _received(Update.de_json(raw, None), line, username)  # type: ignore[arg-type]  # update_id saw a dict
    except UNREADABLE:
        # The cause is left out: it may quote what the person wrote.
        raise Malformed("telegram:not_an_update") from None


def _received(update: Update, line: str, username: str) -> Received:
    if update.callback_query is not None:
        answer = call("answerCallbackQuery", callback_query_id=update.callback_query.id)
        return Received(inbounds=_pressed(update, update.callback_query, line), answer=answer)
    if update.my_chat_member is not None:
        return Received(inbounds=_membership(update, update.my_chat_member, line))
    message = update.message or update.edited_message
    if message is None:
        return Received()
    if message.chat.type == Chat.PRIVATE:
        return Received(inbounds=_said(update, message, line))
    return Received(answer=_pointer(message, username) if update.message and username else None)


def call(method: str, **parameters: object) -> Answer:
    """The answer that makes Telegram carry out one Bot API method, without telling us how it went."""
    body = msgspec.json.encode({"method": method, **parameters})
    return Answer(content_type="application/json", body=body)


def _inbound(update: Update, line: str, kind: Kind, text: str = "", choice: str = "") -> Inbound:
    user = update.effective_user
    # A button's message may be missing; in a private chat the person's id is the chat's id.
    party: Chat | User | None = update.effective_chat or user
    if party is None:
        raise Malformed("telegram:nobody")
    return Inbound(
        line=line,
        provider_id=str(update.update_id),
        handle=str(int(party.id)),
        kind=kind,
        text=whole(text[:MAX_UNITS]),
        choice=whole(choice),
        language_hint=whole((user and user.language_code) or "")[:35],
        edited=update.edited_message is not None,
    )


def _pressed(update: Update, query: CallbackQuery, line: str) -> tuple[Inbound, ...]:
    if query.message is not None and query.message.chat.type != Chat.PRIVATE:
        return ()
    choice = query.data or ""
    # Data is whatever the person's client sends, so it may be longer than any button of ours.
    if not 0 < len(choice.encode("utf-8", "surrogatepass")) <= MAX_CHOICE_BYTES:
        return ()
    return (_inbound(update, line, Kind.CHOICE, _label(query), choice),)


def _label(query: CallbackQuery) -> str:
    """What stands on the pressed button; empty when its message is gone."""
    message = query.message
    if not isinstance(message, Message) or message.reply_markup is None:
        return ""
    buttons = (button for row in message.reply_markup.inline_keyboard for button in row)
    return next((button.text for button in buttons if button.callback_data == query.data), "")


def _membership(update: Update, change: ChatMemberUpdated, line: str) -> tuple[Inbound, ...]:
    if change.chat.type != Chat.PRIVATE:
        return ()
    match change.new_chat_member.status:
        case ChatMember.BANNED:
            return (_inbound(update, line, Kind.BLOCKED),)
        case ChatMember.MEMBER:
            return (_inbound(update, line, Kind.UNBLOCKED),)
        case _:
            return ()


def _said(update: Update, message: Message, line: str) -> tuple[Inbound, ...]:
    found = _content(message)
    # A live location is edited every few seconds; a changed file without words says nothing new either.
    if found is None or (update.edited_message is not None and found == (Kind.MEDIA, "")):
        return ()
    kind, text = found
    return (_inbound(update, line, kind, text),)


def _content(message: Message) -> tuple[Kind, str] | None:
    """What a private message says; None for what Telegram itself says in the chat (a message was pinned)."""
    if message.text is not None:
        return _words(message.text)
    if message.contact is not None and message.from_user and message.contact.user_id == message.from_user.id:
        return Kind.CONTACT, "+" + message.contact.phone_number.removeprefix("+")
    # Unknown fields and nothing else: a kind of content newer than the library. The person must not meet silence.
    if message.effective_attachment or message.checklist or message.caption or message.api_kwargs:
        return Kind.MEDIA, message.caption or ""
    return None


def _words(text: str) -> tuple[Kind, str]:
    command = COMMAND.fullmatch(text)
    if command is None:
        return Kind.TEXT, text
    name, rest = command["name"].lower(), (command["rest"] or "").strip()
    if name == "start":
        return Kind.START, rest
    return Kind.TEXT, f"{name} {rest}".strip() if name in WORDS else text


def _pointer(message: Message, username: str) -> Answer | None:
    """The way to the private chat, with not a word that tells what the bot is for; None when not spoken to."""
    if not _addressed(message, username):
        return None
    thread = {"message_thread_id": message.message_thread_id} if message.is_topic_message else {}
    link = f"https://t.me/{username}?start="
    return call("sendMessage", chat_id=message.chat.id, text=link, link_preview_options={"is_disabled": True}, **thread)


def _addressed(message: Message, username: str) -> bool:
    """True for a command without another bot's name, a mention, and a reply to the bot."""
    text, name = (message.text or message.caption or ""), username.lower()
    command = COMMAND.fullmatch(text)
    if command is not None:
        return (command["bot"] or name).lower() == name
    replied = message.reply_to_message and message.reply_to_message.from_user
    if replied and (replied.username or "").lower() == name:
        return True
    return re.search(rf"@{re.escape(name)}(?!\w)", text.lower()) is not None
