"""The signed call: ``POST /referrals/<body>``. Documented for those who call it in docs/state-referral.md."""

from __future__ import annotations

from typing import Any

import msgspec
from litestar import Request, Response, post
from litestar.datastructures import State
from litestar.di import NamedDependency
from litestar.params import FromPath

from bot.app import FrontDoor
from bot.metrics import REFUSED
from bot.referral.taking import OtherReferral, SwitchedOff, take
from data import referrers
from data.ids import id_in
from dialogues.referral_form import NotTaken
from integrations.errors import BadRequest, Forged
from integrations.referrals import LARGEST, verified

Answer = Response[dict[str, Any]]

NAME = "referral"
"""Of this way in, in the figures."""


@post("/referrals/{referrer:str}", status_code=201)
async def refer(
    request: Request[None, None, State], referrer: FromPath[str], door: NamedDependency[FrontDoor]
) -> Answer:
    """Take one referral. 201 a case was opened, 200 the same came before; else 4xx, 503, and the reason by field.

    401 not signed by this body, or too long ago; 400 no JSON object; 413 too large; 409 another referral under this
    id; 422 fields that cannot be taken; 503 switched off.
    """
    content = await _content(request)
    if content is None:
        return _refused(413, "too_large")
    headers = {name.lower(): value for name, value in request.headers.items()}
    found = await referrers.with_secret(door.store, id_in(referrer))
    if found is None:
        return _refused(401, "signature")
    known, secret = found
    try:
        name = verified(secret, headers, content)
        taken = await take(door, known, name, msgspec.json.decode(content, type=dict[str, Any]))
    except Forged:
        return _refused(401, "signature")
    except (BadRequest, msgspec.DecodeError):
        return _refused(400, "malformed")
    except NotTaken as error:
        return _refused(422, "fields", [{"field": one.field, "code": one.wrong.value} for one in error.mistakes])
    except OtherReferral:
        return _refused(409, "other_referral")
    except SwitchedOff:
        return _refused(503, "switched_off")
    return Response({"case": taken.code, "new": taken.new}, status_code=201 if taken.new else 200)


async def _content(request: Request[None, None, State]) -> bytes | None:
    """The body of a call; None when it is larger than any referral."""
    parts, size = [], 0
    async for part in request.stream():
        size += len(part)
        if size > LARGEST:
            return None
        parts.append(part)
    return b"".join(parts)


def _refused(status: int, code: str, fields: list[dict[str, str]] | None = None) -> Answer:
    REFUSED.labels(NAME, status).inc()
    return Response({"error": code} | ({"fields": fields} if fields else {}), status_code=status)
