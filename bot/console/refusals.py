"""What a visitor sees instead of a page."""

from __future__ import annotations

from urllib.parse import quote

import structlog
from litestar import Response, get
from litestar.exceptions import HTTPException, NotFoundException, PermissionDeniedException
from litestar.params import FromPath
from litestar.types import ExceptionHandlersMap

from bot.console.pages import go, page
from bot.console.visitor import LIVE_HEADER, HttpRequest, SignedIn, SignInNeeded, plain_words

log = structlog.get_logger()


def to_sign_in(request: HttpRequest, _: Exception) -> Response[str]:
    """On to the sign-in page and back; a script is told, and so is a form, whose words would be lost on the way."""
    if LIVE_HEADER in request.headers or request.headers.get("accept") == "text/event-stream":
        return Response("", status_code=401)
    if request.method != "GET":
        return page(request, "refused.html", plain_words(request), status=401, reason="session-over")
    asked = request.url.path + (f"?{request.url.query}" if request.url.query else "")
    return go(f"/console/sign-in?next={quote(asked)}")


def forbidden(request: HttpRequest, _: PermissionDeniedException) -> Response[str]:
    """A form without its token; a stale token is thrown away, so that the next page brings a good one."""
    answer = page(request, "refused.html", plain_words(request), status=403, reason="bad-token")
    answer.delete_cookie("front-door-form", path="/console")
    return answer


def refused(request: HttpRequest, error: HTTPException) -> Response[str]:
    """A page that is not there, or a request that is not ours."""
    reason = "not-found" if error.status_code == 404 else "bad-request"
    return page(request, "refused.html", plain_words(request), status=error.status_code, reason=reason)


def broken(request: HttpRequest, error: Exception) -> Response[str]:
    """A mistake of ours. The log tells its kind and place only: its words may hold a family's."""
    log.error("console.failed", error=type(error).__name__, path=request.scope["path_template"])
    return page(request, "refused.html", plain_words(request), status=500, reason="broken")


@get("/{rest:path}")
async def nowhere(visitor: SignedIn, rest: FromPath[str]) -> None:  # noqa: ARG001 – so that only staff learn it
    """Any other address under /console: a page of ours says that there is nothing."""
    raise NotFoundException


REFUSALS: ExceptionHandlersMap = {
    SignInNeeded: to_sign_in,
    PermissionDeniedException: forbidden,
    HTTPException: refused,
    Exception: broken,
}
