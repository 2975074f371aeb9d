"""The inbox: what waits longest on top, and nothing in it that tells who a family is."""

from __future__ import annotations

from litestar import Response, get
from litestar.response import ServerSentEvent

from bot.app import FrontDoor
from bot.console.live import stream
from bot.console.pages import page
from bot.console.visitor import HttpRequest, Visitor
from data import cases
from data.cases import Row, Tab
from dialogues.programme import Programme, named


@get("/")
async def inbox(request: HttpRequest, visitor: Visitor, door: FrontDoor, tab: str = "") -> Response[str]:
    """One of the four lists; the first for a name that is none of them."""
    chosen = Tab(tab) if tab in set(Tab) else Tab.WAITING
    now = door.clock.now()
    rows = await cases.inbox(door.store, visitor.member, chosen, now)
    counts = await cases.counts(door.store, visitor.member, now)
    return page(
        request, "inbox.html", visitor.words, visitor=visitor, tab=chosen, tabs=list(Tab), counts=counts, rows=rows, now=now,
        most=cases.MOST, centre=lambda row: centre_name(visitor.programme, row, visitor.words.language),
    )  # fmt: skip


def centre_name(programme: Programme, row: Row, language: str) -> str:
    """The centre's name; "" for a case that has none yet."""
    centre = programme.centres.get(row.centre)
    return named(centre.name, language) if centre else row.centre


@get("/live")
async def live(visitor: Visitor, door: FrontDoor) -> ServerSentEvent:
    """Told whenever any case changes; which ones the visitor sees is decided when the page asks for the list."""
    return stream(door.store.wake, "inbox")


HANDLERS = (inbox, live)
