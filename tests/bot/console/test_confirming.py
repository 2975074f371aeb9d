"""What a partner still has to confirm is listed where its staff see it."""

from __future__ import annotations

import pytest

from data import programmes
from dialogues.checking.unconfirmed import waiting
from tests.bot.console.desk import office


@pytest.mark.parametrize("key", programmes.known())
async def test_everything_that_waits_for_the_partner_is_listed(sqlite_url: str, key: str) -> None:
    """Every entry of the programme's own file, under its heading, by its name; the inbox leads there."""
    async with office(sqlite_url, programmes=key) as here:
        desk = await here.seated("haneul", programme=key)
        assert 'href="/console/to-confirm"' in (await desk.open()).text
        await desk.open("/console/to-confirm")
        language = "uz" if key == "sos-khorezm" else "ko"
        assert f'<html lang="{language}">' in desk.page
        for one in waiting(programmes.document(key)):
            assert f'id="kind-{one.kind}"' in desk.page
            assert one.name.get(language, next(iter(one.name.values()), one.key)) in desk.text
        assert desk.page.count("<dt>") == len(list(waiting(programmes.document(key))))


async def test_a_claim_is_told_in_words(sqlite_url: str) -> None:
    """A district with the name of the centre that we think serves it, not with its key."""
    async with office(sqlite_url) as here:
        desk = await here.seated("haneul")
        await desk.open("/console/to-confirm")
        assert "신창면 아산서부종합사회복지관" in desk.text
        assert "asan_west" not in desk.page


async def test_only_staff_see_it(sqlite_url: str) -> None:
    """Whoever is not signed in is led to the sign-in page."""
    async with office(sqlite_url) as here:
        answer = await here.desk().client.get("/console/to-confirm")
        assert answer.status_code == 303
