"""Templates become answers."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path
from typing import Any
from uuid import uuid4

from jinja2 import Environment, PackageLoader, StrictUndefined
from litestar import Response
from litestar.enums import MediaType
from litestar.response import Redirect
from litestar.template.base import csrf_token

from bot.console.visitor import HttpRequest, Visitor
from bot.console.words import Words

HEADERS = {
    "content-security-policy": (
        "default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
    ),
    "cache-control": "no-store",
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
    "x-robots-tag": "noindex",
}
"""Every answer tells browsers to keep it to themselves and to run nothing but our own files."""

STATIC = Path(__file__).parent / "static"


@cache
def environment() -> Environment:
    """The templates. Everything put into one is escaped; a name that is missing raises."""
    made = Environment(
        loader=PackageLoader("bot.console"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.globals["static"] = static
    return made


@cache
def static(name: str) -> str:
    """The address of a file of ours; it changes with the file, so browsers may keep it for a year."""
    digest = hashlib.sha256((STATIC / name).read_bytes()).hexdigest()[:12]
    return f"/console/static/{name}?{digest}"


def page(
    request: HttpRequest,
    template: str,
    words: Words,
    *,
    visitor: Visitor | None = None,
    status: int = 200,
    **values: Any,
) -> Response[str]:
    """``template`` filled in. Its forms get the request's CSRF token and an id that is good for one deed."""
    html = environment().get_template(template).render(
        t=words,
        visitor=visitor,
        csrf=csrf_token({"request": request}),
        once=uuid4().hex,
        here=request.url.path,
        **values,
    )  # fmt: skip
    return Response(html, media_type=MediaType.HTML, status_code=status, headers=HEADERS)


def go(path: str) -> Redirect:
    """On to ``path`` with a GET, so that a reload does not send a form again."""
    return Redirect(path, status_code=303)
