"""The inbox: what waits longest on top, and nothing in it that tells who a family is."""

from __future__ import annotations

from litestar import Response, get
from litestar.params import FromQuery
from litestar.response import ServerSentEvent

from bot.console.live import stream
from bot.console.pages import page
from bot.console.visitor import Door, HttpRequest, SignedIn
from data import cases
from data.cases import Tab
from dialogues.programme import Programme, named


@get("/")
async def inbox(request: HttpRequest, visitor: SignedIn, door: Door, tab: FromQuery[str] = "") -> Response[str]:
    """One of the four lists; the first for a name that is none of them."""
    chosen = Tab(tab) if tab in set(Tab) else Tab.WAITING
    now = door.clock.now()
    rows = await cases.inbox(door.store, visitor.member, chosen, now)
    counts = await cases.counts(door.store, visitor.member, now)
    return page(
        request, "inbox.html", visitor.words, visitor=visitor, tab=chosen, tabs=list(Tab), counts=counts, rows=rows,
        now=now, most=cases.MOST, centre=lambda row: centre_name(visitor.programme, row.centre, visitor.words.language),
        own_centre=centre_name(visitor.programme, visitor.member.centre, visitor.words.language),
    )  # fmt: skip


def centre_name(programme: Programme, key: str, language: str) -> str:
    """The name of the centre called ``key``; "" for none."""
    centre = programme.centres.get(key)
    return named(centre.name, language) if centre else key


@get("/live")
async def live(visitor: SignedIn, door: Door) -> ServerSentEvent:  # noqa: ARG001 – asked for, so that only staff come in
    """Told whenever any case changes; which ones the visitor sees is decided when the page asks for the list."""
    return stream(door.store.wake, "inbox")


HANDLERS = (inbox, live)
