"""What a family wrote can be erased, and then it is nowhere."""

from __future__ import annotations

from data.tables import cases, messages
from dialogues.case import CaseDocument
from tests.bot.world import rows, world


async def test_everything_is_erased(database_url: str) -> None:
    """After "erase everything" no message from before is left, and the case no longer says who asked for what."""
    async with world(database_url) as the_world:
        await the_world.take(
            "webchat", "임신 7개월인데 도움이 필요해요", "1", "1", "배방", "1,4", "2", "1", "1", "1", "달님", "1"
        )
        before = {row.id for row in await rows(the_world.store, messages)}
        (case,) = await rows(the_world.store, cases)
        whole = the_world.store.open(case.document_sealed, "cases.document", case.id, CaseDocument)
        assert (whole.name, whole.needs) == ("달님", ("visit", "money"))
        await the_world.take("webchat", "내 정보 삭제", "2")
        assert not before & {row.id for row in await rows(the_world.store, messages)}
        (case,) = await rows(the_world.store, cases)
        blank = the_world.store.open(case.document_sealed, "cases.document", case.id, CaseDocument)
        assert (blank.name, blank.answers, blank.needs, blank.contact.phone) == ("", (), (), "")
        assert (case.outcome, case.closed_at is None) == ("withdrawn", False)
        assert (await the_world.state("webchat")).answers == {}
