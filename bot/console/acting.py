"""A caseworker acts on a case: every form becomes an event and takes the one path."""

from __future__ import annotations

from uuid import UUID

from litestar import Response, post
from litestar.exceptions import NotFoundException
from litestar.params import FromPath

from bot.app import FrontDoor
from bot.console.casepage import case_id, show
from bot.console.deeds import DEEDS, Form, Mistake, event_of
from bot.console.entrance import Form as Fields
from bot.console.pages import go
from bot.console.visitor import Door, HttpRequest, SignedIn, Visitor
from bot.console.words import Words
from data import audit, cases, staff
from dialogues.effects import Refuse
from dialogues.events import Event

WRITTEN_BY_THE_TURN = frozenset({"claim", "acknowledge"})
"""Deeds that the turn writes into the audit, because they also come from elsewhere; a second one is refused there."""


@post("/cases/{name:str}/{deed:str}", status_code=303)
async def act(
    request: HttpRequest, visitor: SignedIn, door: Door, name: FromPath[str], deed: FromPath[str], data: Fields
) -> Response[str]:
    """Do it and go back to the case; what cannot be done shows why (409), a wrong form what is wrong with it (422)."""
    place = await cases.place(door.store, visitor.member, case_id(name))
    if place is None or deed not in DEEDS:
        raise NotFoundException
    member, words = visitor.member, visitor.words
    form = Form(deed, place, member.id, member.name, visitor.programme.zone, data)
    try:
        event = event_of(form, form.name(door.store.vault))
    except Mistake as mistake:
        problem = words(f"mistake-{mistake}")
        return await show(request, visitor, door, place.id, problem=problem, draft={**data, "deed": deed}, status=422)
    refusal = await _refusal(door, visitor, form, event)
    if refusal is None:
        return go(f"/console/cases/{place.id.hex}?done={deed}")
    problem = await explained(door, words, refusal)
    return await show(request, visitor, door, place.id, problem=problem, draft={**data, "deed": deed}, status=409)


async def _refusal(door: FrontDoor, visitor: Visitor, form: Form, event: Event) -> Refuse | None:
    """Why it could not be done; None when it is done, now or by the same form before."""
    if form.place.closed:
        return None if await audit.was_begun(door.store, event.id) else Refuse(reason="no-case")
    if door.lines.get(form.place.line) is None:
        return Refuse(reason="line-off")
    if form.deed in WRITTEN_BY_THE_TURN:
        refusal = await _happen(door, event)
        return None if refusal and refusal.by == visitor.member.id.hex else refusal
    if not await audit.begin(door.store, event.id, visitor.member, form.deed, form.place.id, door.clock.now()):
        return None
    try:
        refusal = await _happen(door, event)
    except Exception:
        await audit.take_back(door.store, event.id)
        raise
    if refusal:
        await audit.take_back(door.store, event.id)
    return refusal


async def _happen(door: FrontDoor, event: Event) -> Refuse | None:
    done = await door.turns.happen(event)
    return next((effect for effect in done.effects if isinstance(effect, Refuse)), None)


async def explained(door: FrontDoor, words: Words, refusal: Refuse) -> str:
    """The refusal in words, with the name of whoever was first."""
    if not refusal.by:
        return words.known(f"refused-{refusal.reason}", words("refused-other"))
    other = await staff.by_id(door.store, UUID(refusal.by))
    return words(f"refused-{refusal.reason}-by", name=other.name if other else words("somebody"))


HANDLERS = (act,)
