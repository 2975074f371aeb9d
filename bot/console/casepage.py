"""The page of one case."""

from __future__ import annotations

from collections.abc import Mapping
from uuid import UUID

from litestar import Response, get
from litestar.exceptions import NotFoundException
from litestar.params import FromPath, FromQuery
from litestar.response import ServerSentEvent

from bot.app import FrontDoor
from bot.console.choosing import choosing
from bot.console.deeds import DEEDS, OUTCOMES
from bot.console.live import stream
from bot.console.pages import page
from bot.console.showing import CaseView
from bot.console.visitor import Door, HttpRequest, SignedIn, Visitor
from data import audit, cases
from data.casefiles import case_file

_NO_DRAFT: Mapping[str, str] = {}


def case_id(name: str) -> UUID:
    """The id that ``name`` (32 hex digits) spells. Raises NotFoundException."""
    try:
        found = UUID(hex=name)
    except ValueError:
        raise NotFoundException from None
    if found.hex != name:
        raise NotFoundException
    return found


@get("/cases/{name:str}")
async def case_page(
    request: HttpRequest, visitor: SignedIn, door: Door, name: FromPath[str], done: FromQuery[str] = ""
) -> Response[str]:
    """The case; 404 for one that the visitor may not see: nobody learns what there is. Every look is written down."""
    return await show(request, visitor, door, case_id(name), done=done if done in DEEDS else "")


async def show(
    request: HttpRequest, visitor: Visitor, door: FrontDoor, case: UUID, *, done: str = "", problem: str = "",
    draft: Mapping[str, str] = _NO_DRAFT, status: int = 200,
) -> Response[str]:  # fmt: skip
    """The case's page with what was just ``done`` or what the ``problem`` is; ``draft``: what stood in the form."""
    now = door.clock.now()
    file = await case_file(door.store, visitor.member, case)
    if file is None:
        raise NotFoundException
    await audit.look(door.store, visitor.member, case, now, again=visitor.live)
    line = door.lines.get(file.line)
    view = CaseView(file, visitor, pushes=line is None or line.channel.pushes, now=now)
    return page(
        request, "case.html", visitor.words, visitor=visitor, status=status, case=view, done=done, problem=problem,
        draft=draft, outcomes=OUTCOMES, served=line is not None, choosing=await choosing(door.store, visitor, file),
    )  # fmt: skip


@get("/cases/{name:str}/live")
async def live_case(visitor: SignedIn, door: Door, name: FromPath[str]) -> ServerSentEvent:
    """Told whenever the case changes."""
    case = case_id(name)
    if await cases.place(door.store, visitor.member, case) is None:
        raise NotFoundException
    return stream(door.store.wake, f"case:{case.hex}")


HANDLERS = (case_page, live_case)
