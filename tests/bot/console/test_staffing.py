"""Staff accounts: passwords and the code that links a Telegram account."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot import staffing
from data import staff
from data.staff import Role, Taken
from tests.bot.console.desk import PASSWORD, office


async def test_a_password_is_kept_as_an_argon2_hash_only():
    """The same password twice gives two hashes that both verify; a wrong one, or no account, does not."""
    one, two = [await staffing.hash_password(PASSWORD) for _ in range(2)]
    assert one.startswith("$argon2id$")
    assert one != two
    assert await staffing.verify(PASSWORD, one)
    assert not await staffing.verify(PASSWORD + "x", one)
    assert not await staffing.verify(PASSWORD, None)
    assert not await staffing.verify("nobody signs in with this", None)
    assert not await staffing.verify(PASSWORD, "not a hash")


@pytest.mark.parametrize("password", ["", "short", "가" * 11, "x" * 257])
async def test_a_weak_password_is_refused(password: str):
    """Too short helps nobody; too long would only keep us busy."""
    with pytest.raises(staffing.WeakPassword):
        await staffing.hash_password(password)


async def test_an_address_belongs_to_one_member(database_url: str):
    """However it is written, one address signs one person in."""
    async with office(database_url) as here:
        await here.hire("kim")
        now = here.door.clock.now()
        with pytest.raises(Taken):
            await staffing.add_member(
                here.door.store, "firststep-asan", "", Role.CASEWORKER, "Kim", "KIM@example.org", PASSWORD, now
            )


async def test_the_telegram_code_works_once_for_whom_it_was_shown_and_for_ten_minutes(database_url: str):
    """A code that is used, old, changed or somebody else's links nothing."""
    async with office(database_url) as here:
        store, now = here.door.store, here.door.clock.now()
        desk = await here.seated("kim")
        await desk.open("/console/account")
        await desk.post("/console/account/telegram")
        code = desk.page.split('value="/start ')[1].split('"')[0]
        assert len(code) <= 64
        assert set(code) <= set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_")
        changed = code[:-1] + ("A" if code[-1] != "A" else "B")
        for wrong in (changed, "", "x", code[:-4], "A" * 48, "é" * 48):
            assert await staffing.link_telegram(store, wrong, "4242", now) is None
        assert await staffing.link_telegram(store, code, "4242", now + timedelta(minutes=11)) is None
        linked = await staffing.link_telegram(store, code, "4242", now)
        assert linked
        assert linked.name == "kim"
        found = await staff.by_telegram(store, "4242")
        assert found
        assert found.id == linked.id
        assert await staffing.link_telegram(store, code, "6666", now) is None
        await desk.open("/console/account")
        assert "이어져 있어요" in desk.text
