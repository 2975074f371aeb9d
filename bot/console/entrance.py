"""Signing in and out, and the language of this device."""

from __future__ import annotations

import math
import re
from typing import Any

from litestar import Response, get, post
from litestar.params import FromQuery, URLEncodedBody

from bot import staffing
from bot.app import FrontDoor
from bot.console.pages import go, page
from bot.console.visitor import (
    LANGUAGE_COOKIE,
    Door,
    Guesses,
    HttpRequest,
    SignedIn,
    enter,
    language_of,
    plain_words,
    spoken_by,
)
from bot.console.words import LANGUAGES
from data import staff

Form = URLEncodedBody[dict[str, str]]
"""A form's fields; one that comes twice is refused."""

_OURS = re.compile(
    r"/console(?:/account|/simulator|/reports|/to-confirm|/savers(?:/[0-9a-f]{32})?|/cases/[0-9a-f]{32})?"
    r"(?:\?tab=[a-z]+|\?period=[0-9Q-]+)?"
)
"""Where signing in may lead: never out of the console."""

_YEAR = 365 * 24 * 3600


def onward(path: str) -> str:
    """``path`` when it is a page of ours, else the inbox."""
    return path if _OURS.fullmatch(path) else "/console"


@get("/sign-in")
async def sign_in_page(request: HttpRequest, next: FromQuery[str] = "") -> Response[str]:  # noqa: A002 – the name in the address
    """The form."""
    return page(request, "sign_in.html", plain_words(request), onward=onward(next), email="", problem="")


@post("/sign-in", status_code=303)
async def sign_in(request: HttpRequest, door: Door, guesses: Guesses, data: Form) -> Response[str]:
    """Let somebody in; who has chosen no language reads one of their programme's. A wrong address and a wrong password
    look the same and take as long."""
    email, words = data.get("email", "")[:254], plain_words(request)
    account = door.store.vault.hash("email", staff.same(email)).hex
    address = request.client.host if request.client else ""
    fields: dict[str, Any] = {"onward": onward(data.get("next", "")), "email": email}
    if wait := guesses.wait(account, address):
        problem = words("sign-in-wait", minutes=math.ceil(wait / 60))
        answer = page(request, "sign_in.html", words, status=429, problem=problem, **fields)
        answer.headers["retry-after"] = str(math.ceil(wait))
        return answer
    guesses.failed(account, address)
    member = await staff.by_email(door.store, email)
    right = await staffing.verify(data.get("password", ""), member.password_hash if member else None)
    if member:
        await staff.record(door.store, member.id, "sign-in" if right else "sign-in-failed", None, door.clock.now())
    if member is None or not right or member.programme not in door.programmes:
        return page(request, "sign_in.html", words, status=401, problem=words("sign-in-wrong"), **fields)
    guesses.passed(account, address)
    enter(request, member)
    return _remembering(door, fields["onward"], language_of(request, spoken_by(door.programmes[member.programme])))


@post("/sign-out", status_code=303)
async def sign_out(request: HttpRequest, visitor: SignedIn, door: Door) -> Response[str]:
    """Forget the session on this device."""
    await staff.record(door.store, visitor.member.id, "sign-out", None, door.clock.now())
    request.clear_session()
    return go("/console/sign-in")


@post("/language", status_code=303)
async def set_language(door: Door, data: Form) -> Response[str]:
    """Remember the language on this device, signed in or not."""
    path = "/console/sign-in" if data.get("next") == "/console/sign-in" else onward(data.get("next", ""))
    language = data.get("language", "")
    return _remembering(door, path, language) if language in LANGUAGES else go(path)


def _remembering(door: FrontDoor, path: str, language: str) -> Response[str]:
    """On to ``path``; this device speaks ``language`` from now on."""
    answer = go(path)
    secure = door.settings.public_url.startswith("https")
    answer.set_cookie(
        LANGUAGE_COOKIE, language, max_age=_YEAR, path="/console", secure=secure, httponly=True, samesite="lax"
    )
    return answer


HANDLERS = (sign_in_page, sign_in, sign_out, set_language)
