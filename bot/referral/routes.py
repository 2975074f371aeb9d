"""The addresses under which state bodies refer families."""

from __future__ import annotations

import re
from collections.abc import Sequence

from litestar import Request, Response, get, post
from litestar.datastructures import State
from litestar.di import NamedDependency
from litestar.params import FromPath, FromQuery
from litestar.response import Redirect
from litestar.types import ControllerRouterHandler

from bot.app import FrontDoor
from bot.chat.limits import Posts, address_of
from bot.chat.pages import headers
from bot.referral import form
from bot.referral.api import refer
from bot.referral.taking import OtherReferral, SwitchedOff, served, take
from data import referrers
from data.referrers import Referrer
from dialogues.programme import Programme
from dialogues.referral_form import NotTaken
from integrations.referrals import LARGEST

Call = Request[None, None, State]
Door = NamedDependency[FrontDoor]

_LINK = re.compile(r"[\w-]{43}", re.ASCII)
_CODE = re.compile(r"[0-9A-Z]{2}-[0-9A-Z]{4}")
_POSTS = Posts(30)
"""Referrals a minute by one link: a whole school in ten minutes, but no flood."""


@get("/refer/{link:str}")
async def show(
    request: Call, link: FromPath[str], door: Door, lang: FromQuery[str] = "", done: FromQuery[str] = ""
) -> Response[str]:
    """The form, or the thanks; 404 for a link of nobody."""
    found = await _found(door, link)
    if found is None:
        return form.nothing(door)
    referrer, programme = found
    language = form.language_of(programme, lang, request.headers.get("accept-language", ""))
    code = done if _CODE.fullmatch(done) else ""
    return form.page(door, programme, referrer.name, language, done=code, address=f"/refer/{link}")


@post("/refer/{link:str}", request_max_body_size=LARGEST, status_code=303)
async def send(request: Call, link: FromPath[str], door: Door, lang: FromQuery[str] = "") -> Response[str]:
    """Take the form: 303 to the thanks, 422 with the form and what is wrong in it, 429 too many, 409 sent before."""
    found = await _found(door, link)
    if found is None:
        return form.nothing(door)
    referrer, programme = found
    language = form.language_of(programme, lang, request.headers.get("accept-language", ""))
    if _POSTS.wait(referrer.id.hex, address_of(request.scope)):
        return form.nothing(door, status=429, again="too-many")
    sent = await request.form()
    once, here = str(sent.get("once", "")), f"/refer/{link}"
    if not form.ONCE.fullmatch(once):
        return form.page(door, programme, referrer.name, language, address=here, status=400)
    try:
        taken = await take(door, referrer, f"form {once}", form.given(programme, sent, door.clock.now()))
    except NotTaken as error:
        return form.page(
            door, programme, referrer.name, language, sent=sent, mistakes=error.mistakes, address=here, status=422
        )
    except OtherReferral:
        return form.nothing(door, status=409, again="sent-before")
    except SwitchedOff:
        return form.nothing(door, status=503, again="too-many")
    to = f"{here}?lang={language}&done={taken.code}"
    return Redirect(to, status_code=303, headers=headers(door.settings))


@get("/refer/style.css", sync_to_thread=False)
def style() -> Response[str]:
    """The style of the form."""
    return Response(form.style(), media_type="text/css", headers={"cache-control": "max-age=3600"})


async def _found(door: FrontDoor, link: str) -> tuple[Referrer, Programme] | None:
    """The body that has this link, and the programme it refers to, where that takes referrals now."""
    referrer = await referrers.by_link(door.store, link) if _LINK.fullmatch(link) else None
    try:
        return (referrer, served(door, referrer)[0]) if referrer else None
    except SwitchedOff:
        return None


HANDLERS: Sequence[ControllerRouterHandler] = (style, show, send, refer)
