"""The chat page and what it fetches. What it sends goes to the line's webhook, ``POST /hooks/<line>``."""

from __future__ import annotations

from typing import Annotated
from uuid import UUID

import msgspec
from litestar import Request, Router, get, post
from litestar.datastructures import State
from litestar.di import NamedDependency
from litestar.exceptions import HTTPException
from litestar.handlers import HTTPRouteHandler
from litestar.params import FromPath, FromQuery, JSONBody
from litestar.response import Response, Stream

from bot.app import FrontDoor
from bot.chat import pages, plain, talk
from bot.chat.limits import Posts, address_of
from bot.lines import Line

Call = Request[None, None, State]
Door = NamedDependency[FrontDoor]
YEAR = "private, max-age=31536000, immutable"
PRIVATE = {"cache-control": "no-store", "x-accel-buffering": "no", "x-content-type-options": "nosniff"}


class Shown(msgspec.Struct, frozen=True):
    """The messages that a page has shown."""

    ids: Annotated[tuple[UUID, ...], msgspec.Meta(max_length=300)]


@get("/static/{version:str}/{name:str}", sync_to_thread=False)
def static(request: Call, version: FromPath[str], name: FromPath[str]) -> Response[bytes]:
    """An asset; its address changes with it, so it may be kept for ever."""
    body = pages.assets().get(name)
    if body is None:
        raise HTTPException(status_code=404, detail="chat:no-asset")
    headers = {"cache-control": YEAR if version == pages.version() else "no-store", "x-content-type-options": "nosniff"}
    headers["vary"] = "accept-encoding"
    if "gzip" in request.headers.get("accept-encoding", ""):
        body, headers["content-encoding"] = pages.packed(name), "gzip"
    return Response(body, media_type=pages.TYPES[name.rpartition(".")[2]], headers=headers)


@get("/{line:str}", sync_to_thread=False)
def show(request: Call, line: FromPath[str], door: Door) -> Response[str]:
    """The page; 404, in words a family understands, where there is no chat."""
    accepted = request.headers.get("accept-language", "")
    served = served_chat(door, line)
    if served is None:
        language = pages.language_of(accepted, next(iter(door.programmes.values())).languages)
        return pages.page("missing.html", door.settings, status=404, language=language, text=pages.texts(language))
    return pages.chat(served, pages.language_of(accepted, served.programme.languages), door.settings)


@get("/{line:str}/messages")
async def messages(request: Call, line: FromPath[str], door: Door, after: FromQuery[str] = "") -> Response[bytes]:
    """What was said on both sides, since the cursor ``after`` when it is given; what is fetched counts as delivered."""
    found = await talk.fetch(door, _conversation(request, door, line), _moment(after))
    return Response(msgspec.json.encode(talk.heard(found)), media_type="application/json", headers=PRIVATE)


@get("/{line:str}/events", sync_to_thread=False)
def events(request: Call, line: FromPath[str], door: Door, after: FromQuery[str] = "") -> Stream:
    """The same as server-sent events, for as long as the page listens."""
    stream = talk.events(door, _conversation(request, door, line), _moment(after))
    return Stream(stream, media_type="text/event-stream", headers=PRIVATE)


@post("/{line:str}/seen", status_code=204)
async def seen(
    request: Call, line: FromPath[str], door: Door, posts: NamedDependency[Posts], data: JSONBody[Shown]
) -> None:
    """The page has shown messages of ours: they count as read."""
    conversation = _conversation(request, door, line)
    if posts.wait(f"seen {conversation.hex}", address_of(request.scope)):
        raise HTTPException(status_code=429, detail="chat:too-many")
    await talk.seen(door, conversation, data.ids)


def served_chat(door: FrontDoor, line: str) -> Line | None:
    """The chat line called ``line``; None for one of another kind too."""
    found = door.lines.get(line)
    return found if found is not None and found.kind == "webchat" else None


def _conversation(request: Call, door: FrontDoor, line: str) -> UUID:
    token = talk.bearer(request.headers.get("authorization", ""))
    if served_chat(door, line) is None:
        raise HTTPException(status_code=404, detail="chat:no-line")
    if not token:
        raise HTTPException(status_code=401, detail="chat:no-token")
    return door.store.conversation_id(line, token)


def _moment(cursor: str):  # type: ignore[no-untyped-def]
    try:
        return talk.moment(cursor)
    except ValueError as error:
        raise HTTPException(status_code=400, detail="chat:cursor") from error


HANDLERS: list[HTTPRouteHandler] = [static, show, messages, events, seen]


router = Router(
    "/chat",
    route_handlers=[*HANDLERS, *plain.HANDLERS],
    opt={"exclude_from_csrf": True},
)
"""Everything under ``/chat``. No cookie of another part of the program is set or asked for here."""
