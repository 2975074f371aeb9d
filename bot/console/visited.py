"""A caseworker notes whether a visit took place: for the reports; the conversation hears nothing of it."""

from __future__ import annotations

from litestar import Response, post
from litestar.exceptions import NotFoundException
from litestar.params import FromPath

from bot.console.casepage import case_id, show
from bot.console.entrance import Form
from bot.console.pages import go
from bot.console.visitor import Door, HttpRequest, SignedIn
from data import cases, staff
from data.figures import mark_visit
from data.ids import id_in


@post("/cases/{name:str}/visited", status_code=303)
async def visited(
    request: HttpRequest, visitor: SignedIn, door: Door, name: FromPath[str], data: Form
) -> Response[str]:
    """Write it down and go back to the case; said again it is corrected. 422 for a visit of which it cannot be said."""
    place = await cases.place(door.store, visitor.member, case_id(name))
    if place is None:
        raise NotFoundException
    now, visit, answer = door.clock.now(), id_in(data.get("visit", "")), data.get("kept", "")
    if answer not in ("yes", "no") or not await mark_visit(door.store, place.id, visit, kept=answer == "yes", now=now):
        problem = visitor.words("mistake-form")
        return await show(request, visitor, door, place.id, problem=problem, status=422)
    await staff.record(door.store, visitor.member.id, "visited", place.id, now)
    return go(f"/console/cases/{place.id.hex}")


HANDLERS = (visited,)
