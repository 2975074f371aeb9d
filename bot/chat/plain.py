"""The chat without scripts: forms and reloads. The token rests in a cookie that only this line's chat is sent."""

from __future__ import annotations

import secrets
import time
from typing import Any

from litestar import Request, get, post
from litestar.datastructures import Cookie, State
from litestar.di import NamedDependency
from litestar.handlers import HTTPRouteHandler
from litestar.params import FromPath
from litestar.response import Redirect, Response

from bot.app import FrontDoor
from bot.chat import pages, talk
from bot.chat.limits import Posts, address_of
from bot.lines import Line
from data import chat
from data.chat import Said
from data.store import topics_of
from data.wake import woken
from dialogues.messages import Inbound, Kind, Purpose
from integrations.channels.webchat import LARGEST, PAGE_ID, TOKEN, provider_id

Call = Request[None, None, State]
Door = NamedDependency[FrontDoor]
Answer = Response[Any]
START = "start-of-chat"
"""The id of every page's first call, so that it can only come once."""
PATIENCE = 2.0
"""Seconds to wait for an answer to be released."""

_BOTS = (Purpose.REPLY, Purpose.CRISIS)


@post("/{line:str}/plain")
async def begin(request: Call, line: FromPath[str], door: Door) -> Answer:
    """Start, or go on: 303 to the conversation, with the cookie."""
    served = door.lines.get(line)
    if served is None or served.kind != "webchat":
        return _redirect(f"/chat/{line}", door)
    token = _token(request) or secrets.token_urlsafe(32)
    hint = request.headers.get("accept-language", "")[:2]
    start = Inbound(line=line, provider_id=provider_id(token, START), handle=token, kind=Kind.START, language_hint=hint)
    await _take(door, start)
    return _redirect(f"/chat/{line}/plain", door, _cookie(line, door, value=token))


@get("/{line:str}/plain")
async def show(request: Call, line: FromPath[str], door: Door) -> Answer:
    """The conversation as a page; 303 to the beginning without a cookie."""
    served, token = door.lines.get(line), _token(request)
    if served is None or served.kind != "webchat" or not token:
        return _redirect(f"/chat/{line}", door)
    return await _conversation(request, door, served, token)


@post("/{line:str}/plain/say", request_max_body_size=LARGEST)
async def say(request: Call, line: FromPath[str], door: Door, posts: NamedDependency[Posts]) -> Answer:
    """What was written or chosen: 303 to the conversation, or 429 with the text still in its place."""
    served, token = door.lines.get(line), _token(request)
    if served is None or served.kind != "webchat" or not token:
        return _redirect(f"/chat/{line}", door)
    form = await request.form()
    text, name = str(form.get("text", "")).strip(), str(form.get("id", ""))
    if posts.wait(token, address_of(request.scope)):
        return await _conversation(request, door, served, token, unsent=text, limited=True)
    chosen = [str(value) for value in form.getall("choice", [])]
    said = await _chosen(door, line, token, chosen) if chosen else (text, "")
    if PAGE_ID.fullmatch(name) and any(said):
        kind = Kind.CHOICE if said[1] else Kind.TEXT
        own = provider_id(token, name)
        await _take(door, Inbound(line=line, provider_id=own, handle=token, kind=kind, text=said[0], choice=said[1]))
    return _redirect(f"/chat/{line}/plain", door)


@get("/{line:str}/leave", sync_to_thread=False)
def leave(line: FromPath[str], door: Door) -> Answer:
    """Forget the cookie and go to the harmless site; also where the button leads before the script is there."""
    served = door.lines.get(line)
    programme = served.programme if served else next(iter(door.programmes.values()))
    return _redirect(pages.exit_of(programme, door.settings), door, _cookie(line, door, value="", max_age=0))


def _cookie(line: str, door: FrontDoor, *, value: str, max_age: int | None = None) -> Cookie:
    """Ends with the browser; ``lax`` so that a link to the chat goes on, while no other site can post with it."""
    return Cookie(
        key="chat",
        value=value,
        path=f"/chat/{line}",
        max_age=max_age,
        httponly=True,
        secure=door.settings.public_url.startswith("https"),
        samesite="lax",
    )


def _redirect(to: str, door: FrontDoor, *cookies: Cookie) -> Answer:
    return Redirect(to, status_code=303, cookies=cookies, headers=pages.headers(door.settings))


async def _take(door: FrontDoor, inbound: Inbound) -> None:
    """Take what the person did, and wait until the answer may be shown: the page that follows will not look twice."""
    conversation = door.store.conversation_id(inbound.line, inbound.handle)
    async with door.store.wake.waiting(*topics_of([conversation])) as woke:
        awaited = {ready.id for ready in await door.turns.take([inbound])}
        until = time.monotonic() + PATIENCE
        while awaited and time.monotonic() < until:
            awaited -= {said.id for said in (await chat.look(door.store, conversation)).said}
            if awaited:
                await woken(woke, 0.2)


async def _chosen(door: FrontDoor, line: str, token: str, ids: list[str]) -> tuple[str, str]:
    """The labels and ids of the pressed choices; several together are a finished answer."""
    found = await chat.look(door.store, door.store.conversation_id(line, token))
    newest = _newest(found.said)
    labels = {choice.id: choice.label for choice in newest.choices} if newest else {}
    if newest and newest.many:
        ids = [*ids, f"{ids[0].partition(':')[0]}:done"]
    return ", ".join(labels[one] for one in ids if one in labels), ",".join(dict.fromkeys(ids))


async def _conversation(
    request: Call, door: FrontDoor, line: Line, token: str, *, unsent: str = "", limited: bool = False
) -> Answer:
    found = await talk.fetch(door, door.store.conversation_id(line.key, token))
    newest = _newest(found.said)
    accepted = request.headers.get("accept-language", "")
    language = newest.language if newest else pages.language_of(accepted, line.programme.languages)
    words = pages.words_of(line.programme, language, door.settings)
    return pages.page(
        "plain.html",
        door.settings,
        status=429 if limited else 200,
        line=line.key,
        language=language,
        said=[_shown(one, line) for one in found.said],
        choices=newest.choices if newest else (),
        many=bool(newest and newest.many),
        unsent=unsent,
        notice=words["text"]["limited-plain"] if limited else "",
        fresh_id=secrets.token_hex(8),
        **words,
    )


def _shown(said: Said, line: Line) -> dict[str, object]:
    linked = said.ours and said.purpose in _BOTS
    purpose = said.purpose.value if said.ours else ""
    blocks = pages.blocks(said.text, line.programme, linked=linked)
    return {"ours": said.ours, "purpose": purpose, "language": said.language, "blocks": blocks}


def _newest(said: tuple[Said, ...]) -> Said | None:
    return next((one for one in reversed(said) if one.ours), None)


def _token(request: Call) -> str:
    token = request.cookies.get("chat", "")
    return token if TOKEN.fullmatch(token) else ""


HANDLERS: list[HTTPRouteHandler] = [begin, show, say, leave]
