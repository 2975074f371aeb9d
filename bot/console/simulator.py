"""The simulator: talk to any programme as a family would, and see why each reply came. Nothing is kept here."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from datetime import date, time
from uuid import uuid4

from litestar import Response, get, post
from litestar.response import Redirect
from msgspec.structs import replace

from bot.acting import ACTS
from bot.app import FrontDoor
from bot.console.deeds import OUTCOMES
from bot.console.entrance import Form as Fields
from bot.console.pages import go, page
from bot.console.playback import WITH_NUMBERS, Playback
from bot.console.visitor import IDLE, Door, HttpRequest, SignedIn, Visitor
from bot.console.words import Words
from bot.simulator.playing import play
from bot.simulator.script import Deed, Did, Script, TooLong, opened, sealed
from data import programmes
from dialogues.documents import ContentError
from dialogues.programme import Programme, named

COOKIE = "front-door-simulator"
PATH = "/console/simulator"

WAITS = ("1h", "1d", "3d")
"""How far the clock can be moved at once."""

LONGEST_TEXT = 500
"""Letters of one message; the page's forms take no more."""

_BARE = {"open": Did.OPENED, "photo": Did.SHOWED, "block": Did.BLOCKED, "unblock": Did.UNBLOCKED}
"""What the family can do without words."""


class Unfit(ValueError):
    """A form that cannot be taken; ``str()`` is the end of a wording key ``mistake-…``."""


@get("/simulator")
async def simulator(request: HttpRequest, visitor: SignedIn, door: Door) -> Response[str]:
    """The conversation as far as it was played on this device, or the form that begins one."""
    return await _show(request, visitor, door, await _script(request, visitor, door))


@post("/simulator/begin", status_code=303)
async def begin(visitor: SignedIn, door: Door, data: Fields) -> Response[str]:
    """A new conversation; it takes the place of the one that was played."""
    key, _, line = data.get("place", "").partition("/")
    programme = (await _library())[0].get(key)
    if programme is None or all(spec.key != line for spec in programme.facts.lines):
        return go(PATH)
    language = data.get("language", "") if data.get("language") in programme.languages else ""
    start = door.clock.now().replace(second=0, microsecond=0)
    return _kept(Script(key, line, language, start, uuid4()), visitor, door)


@post("/simulator/do", status_code=303)
async def do(request: HttpRequest, visitor: SignedIn, door: Door, data: Fields) -> Response[str]:
    """Let one thing more happen; a form of an older page changes nothing, so a double click is one deed."""
    script = await _script(request, visitor, door)
    if script is None or data.get("at") != str(len(script.deeds)):
        return go(f"{PATH}#latest")
    try:
        return _kept(script.then(deed_of(data)), visitor, door)
    except Unfit as mistake:
        problem = visitor.words(f"mistake-{mistake}")
    except TooLong:
        problem = visitor.words("sim-too-long")
    return await _show(request, visitor, door, script, problem=problem, draft=data.get("text", ""), status=422)


@post("/simulator/line", status_code=303)
async def set_line(request: HttpRequest, visitor: SignedIn, door: Door, data: Fields) -> Response[str]:
    """The same conversation by another line of the programme."""
    script = await _script(request, visitor, door)
    if script is None:
        return go(PATH)
    specs = programmes.load(script.programme).facts.lines
    line = next((spec.key for spec in specs if spec.key == data.get("line")), script.line)
    try:
        return _kept(replace(script, line=line), visitor, door)
    except TooLong:
        return await _show(request, visitor, door, script, problem=visitor.words("sim-too-long"), status=422)


@post("/simulator/undo", status_code=303)
async def undo(request: HttpRequest, visitor: SignedIn, door: Door, data: Fields) -> Response[str]:
    """Take the last deed back."""
    script = await _script(request, visitor, door)
    if script is None or data.get("at") != str(len(script.deeds)):
        return go(f"{PATH}#latest")
    return _kept(script.without_last(), visitor, door)


@post("/simulator/end", status_code=303)
async def end(visitor: SignedIn) -> Response[str]:  # noqa: ARG001 – asked for, so that only staff come in
    """Forget the conversation."""
    answer = go(PATH)
    answer.delete_cookie(COOKIE, path=PATH)
    return answer


def deed_of(fields: Mapping[str, str]) -> Deed:
    """What a form asks for. Raises Unfit."""
    match fields.get("do", ""):
        case "write":
            return Deed(Did.WROTE, _words(fields))
        case "press" if 0 < len(fields.get("choice", "")) <= 128:
            return Deed(Did.PRESSED, fields["choice"])
        case "wait" if fields.get("span") in WAITS:
            return Deed(Did.WAITED, fields["span"])
        case "act" if fields.get("act") in ACTS:
            return Deed(Did.ACTED, _act(fields["act"], fields))
        case bare if bare in _BARE:
            return Deed(_BARE[bare])
        case _:
            raise Unfit("form")


def _act(verb: str, fields: Mapping[str, str]) -> str:
    match verb:
        case "reply":
            return f"reply {_words(fields)}"
        case "book" | "move":
            return f"{verb} {_moment(fields)}"
        case "close":
            if fields.get("outcome") not in OUTCOMES:
                raise Unfit("outcome")
            return f"close {fields['outcome']}"
        case _:
            return verb


def _words(fields: Mapping[str, str]) -> str:
    text = fields.get("text", "").replace("\r\n", "\n").replace("\0", "").strip()
    if not text:
        raise Unfit("empty")
    if len(text) > LONGEST_TEXT:
        raise Unfit("form")
    return text


def _moment(fields: Mapping[str, str]) -> str:
    try:
        day, hour = date.fromisoformat(fields.get("day", "")), time.fromisoformat(fields.get("time", ""))
    except ValueError:
        raise Unfit("time") from None
    return f"{day.isoformat()} {hour:%H:%M}"


async def _library() -> tuple[dict[str, Programme], list[str]]:
    """Every programme there is, by key, and what is wrong with those that cannot be read."""
    return await asyncio.to_thread(_loaded)


def _loaded() -> tuple[dict[str, Programme], list[str]]:
    found: dict[str, Programme] = {}
    problems: list[str] = []
    for key in programmes.known():
        try:
            found[key] = programmes.load(key)
        except ContentError as error:
            problems.append(str(error))
    return found, problems


async def _script(request: HttpRequest, visitor: Visitor, door: FrontDoor) -> Script | None:
    """What was played on this device by this visitor, while its programme still has its line."""
    script = opened(request.cookies.get(COOKIE, ""), door.store.vault, visitor.member.id)
    programme = (await _library())[0].get(script.programme) if script else None
    if script is None or programme is None or all(spec.key != script.line for spec in programme.facts.lines):
        return None
    return script


def _kept(script: Script, visitor: Visitor, door: FrontDoor) -> Redirect:
    """On to the conversation, with ``script`` in the browser. Raises TooLong."""
    text = sealed(script, door.store.vault, visitor.member.id)
    answer = go(f"{PATH}#latest")
    secure = door.settings.public_url.startswith("https")
    age = int(IDLE.total_seconds())
    answer.set_cookie(COOKIE, text, max_age=age, path=PATH, secure=secure, httponly=True, samesite="lax")
    return answer


async def _show(
    request: HttpRequest, visitor: Visitor, door: FrontDoor, script: Script | None, *, problem: str = "",
    draft: str = "", status: int = 200,
) -> Response[str]:  # fmt: skip
    if script is None:
        known, problems = await _library()
        tags = list(dict.fromkeys(tag for programme in known.values() for tag in programme.languages))
        spoken = [
            (tag, next(one.wording.text(tag, "language-name") for one in known.values() if tag in one.languages))
            for tag in tags
        ]
        return page(
            request, "simulator_start.html", visitor.words, visitor=visitor, known=known, problems=problems,
            spoken=spoken, titles={key: named(one.facts.name, visitor.words.language) for key, one in known.items()},
        )  # fmt: skip
    programme = programmes.load(script.programme)
    played = await play(script, programme, door.understanding)
    shown = Playback(played, Words(visitor.words.language, programme.zone))
    return page(
        request, "simulator.html", shown.words, visitor=visitor, status=status, it=shown, moments=shown.moments,
        problem=problem, draft=draft, waits=WAITS, outcomes=OUTCOMES, numbered=WITH_NUMBERS,
    )  # fmt: skip


HANDLERS = (simulator, begin, do, set_line, undo, end)
