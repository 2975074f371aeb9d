"""A case as FHIR R4, for a partner's clinical system: a file that the caseworker downloads."""

from __future__ import annotations

import msgspec
from litestar import Response, get
from litestar.exceptions import NotFoundException
from litestar.params import FromPath

from bot.console.casepage import case_id
from bot.console.showing import may_export
from bot.console.visitor import Door, SignedIn
from data import staff
from data.casefiles import case_file
from integrations.exchange.fhir import bundle

EXPORT = "export"
"""What the audit calls it."""


@get("/cases/{name:str}/fhir")
async def fhir(visitor: SignedIn, door: Door, name: FromPath[str]) -> Response[bytes]:
    """The bundle. 404 for anybody but who has the case and supervisors, and for a protected birth: it leaves nowhere.

    Every download is written down.
    """
    file = await case_file(door.store, visitor.member, case_id(name))
    if file is None or not may_export(visitor.member, file):
        raise NotFoundException
    await staff.record(door.store, visitor.member.id, EXPORT, file.document.id, door.clock.now())
    return Response(
        msgspec.json.format(msgspec.json.encode(bundle(file.document, file.due_at)), indent=2),
        media_type="application/fhir+json",
        headers={"content-disposition": f'attachment; filename="{file.document.code}.fhir.json"'},
    )


HANDLERS = (fhir,)
