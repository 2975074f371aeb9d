"""A member of staff's own account: password, Telegram, language."""

from __future__ import annotations

from litestar import Response, get, post

from bot import staffing
from bot.console.entrance import Form
from bot.console.pages import page
from bot.console.visitor import Door, Guesses, HttpRequest, SignedIn, Visitor, enter
from data import staff


def _account(
    request: HttpRequest, visitor: Visitor, *, status: int = 200, problem: str = "", done: str = "", code: str = ""
) -> Response[str]:
    minutes = int(staffing.CODE_LASTS.total_seconds() // 60)
    return page(
        request, "account.html", visitor.words, visitor=visitor, status=status, problem=problem, done=done, code=code,
        minutes=minutes, shortest=staffing.SHORTEST,
    )  # fmt: skip


@get("/account")
async def account(request: HttpRequest, visitor: SignedIn) -> Response[str]:
    """The page."""
    return _account(request, visitor)


@post("/account/telegram", status_code=200)
async def telegram(request: HttpRequest, visitor: SignedIn, door: Door) -> Response[str]:
    """A code to send to the staff bot; asked for with a form, so that no look at the page makes one."""
    code = staffing.telegram_code(door.store.vault, visitor.member, door.clock.now())
    await staff.record(door.store, visitor.member.id, "telegram-code", None, door.clock.now())
    return _account(request, visitor, code=code)


@post("/account/password", status_code=200)
async def password(request: HttpRequest, visitor: SignedIn, door: Door, guesses: Guesses, data: Form) -> Response[str]:
    """Another password. Every session ends but this one."""
    words, member, new = visitor.words, visitor.member, data.get("new", "")
    address = request.client.host if request.client else ""
    if guesses.wait(member.id.hex, address):
        return _account(request, visitor, status=429, problem=words("password-wait"))
    if new != data.get("again", ""):
        return _account(request, visitor, status=422, problem=words("password-differs"))
    guesses.failed(member.id.hex, address)
    if not await staffing.verify(data.get("current", ""), member.password_hash):
        return _account(request, visitor, status=422, problem=words("password-wrong"))
    guesses.passed(member.id.hex, address)
    try:
        hashed = await staffing.hash_password(new)
    except staffing.WeakPassword:
        return _account(request, visitor, status=422, problem=words("password-weak", shortest=staffing.SHORTEST))
    await staff.set_password(door.store, member.id, hashed)
    await staff.record(door.store, member.id, "password", None, door.clock.now())
    changed = await staff.by_id(door.store, member.id)
    if changed:
        enter(request, changed)
    return _account(request, visitor, done=words("password-done"))


HANDLERS = (account, telegram, password)
