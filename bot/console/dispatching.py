"""Who goes to a visit: the savers of the roster, ranked for each visit to come, and the caseworker's choice."""

from __future__ import annotations

from litestar import Response, post
from litestar.exceptions import NotFoundException
from litestar.params import FromPath

from bot.console.casepage import case_id, show
from bot.console.entrance import Form
from bot.console.pages import go
from bot.console.visitor import Door, HttpRequest, SignedIn
from data import cases, savers
from data.ids import id_in


@post("/cases/{name:str}/dispatch", status_code=303)
async def dispatch(
    request: HttpRequest, visitor: SignedIn, door: Door, name: FromPath[str], data: Form
) -> Response[str]:
    """Have a saver go, or nobody. 422 for a visit that is over or a saver there is not; only who has the case may."""
    place = await cases.place(door.store, visitor.member, case_id(name))
    if place is None:
        raise NotFoundException
    visit, chosen = id_in(data.get("visit", "")), data.get("saver", "")
    saver = id_in(chosen) if chosen else None
    if not await savers.dispatch(door.store, visitor.member, place.id, visit, saver, door.clock.now()):
        return await show(request, visitor, door, place.id, problem=visitor.words("mistake-form"), status=422)
    return go(f"/console/cases/{place.id.hex}")


HANDLERS = (dispatch,)
