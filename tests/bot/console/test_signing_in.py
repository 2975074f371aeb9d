"""Who gets in, who does not, and when a session ends."""

from __future__ import annotations

import time

import httpx
import pytest

from bot import staffing
from bot.app import build
from bot.console.guessing import MOST, Guessing
from bot.console.visitor import IDLE
from bot.http import create
from data import staff
from data.staff import Role
from tests.bot.console.desk import PASSWORD, office
from tests.serving import NoEngine, settings_for


async def test_signing_in_leads_to_the_inbox(database_url: str):
    """Address and password open the inbox, and the address may be written in capitals."""
    async with office(database_url) as here:
        await here.hire("kim")
        desk = here.desk()
        answer = await desk.sign_in(" KIM@Example.org ")
        assert (answer.status_code, answer.headers["location"]) == (303, "/console")
        answer = await desk.open()
        assert answer.status_code == 200
        assert "받은 사례" in desk.text
        assert "kim" in desk.text


async def test_a_wrong_password_and_an_unknown_address_look_the_same(sqlite_url: str):
    """Nobody learns from the sign-in page who works here."""
    async with office(sqlite_url) as here:
        await here.hire("kim")
        pages = []
        for email in ("kim@example.org", "lee@example.org"):
            desk = here.desk()
            answer = await desk.sign_in(email, "wrong password")
            assert answer.status_code == 401
            pages.append(desk.text.replace(email, ""))
            assert (await desk.open("/console")).status_code == 303
        assert pages[0] == pages[1]


async def test_guessing_one_account_has_to_wait(sqlite_url: str):
    """After a few wrong passwords even the right one waits, and another account does not."""
    async with office(sqlite_url) as here:
        await here.hire("kim")
        await here.hire("lee")
        desk = here.desk()
        for _ in range(MOST["account"]):
            assert (await desk.sign_in("kim@example.org", "wrong password")).status_code == 401
        answer = await desk.sign_in("kim@example.org")
        assert answer.status_code == 429
        assert int(answer.headers["retry-after"]) > 60
        assert (await desk.sign_in("lee@example.org")).status_code == 303


def test_guessing_many_accounts_from_one_address_has_to_wait():
    """Failures count for the address too, a success takes only its own attempt back, and time heals."""
    now = 1000.0
    guesses = Guessing(lambda: now)
    for number in range(MOST["address"]):
        assert guesses.wait(f"account {number}", "192.0.2.1") == 0
        guesses.failed(f"account {number}", "192.0.2.1")
    assert guesses.wait("another", "192.0.2.1") > 0
    assert guesses.wait("another", "192.0.2.2") == 0
    guesses.passed("account 0", "192.0.2.1")
    assert guesses.wait("another", "192.0.2.1") == 0
    guesses.failed("another", "192.0.2.1")
    assert guesses.wait("another", "192.0.2.1") > 0
    now += 3600
    assert guesses.wait("another", "192.0.2.1") == 0


async def test_a_form_without_its_token_is_refused(sqlite_url: str):
    """No form of ours can be sent from another site, signed in or not."""
    async with office(sqlite_url) as here:
        desk = await here.seated("kim")
        await here.family().refer()
        (case,) = await desk.cases()
        await desk.open(f"/console/cases/{case}")
        once = desk.hidden("once")
        for part in ("sign-in", "sign-out", "account/password", f"cases/{case}/claim"):
            path = f"/console/{part}"
            answer = await desk.client.post(path, data={"once": once, "email": "kim@example.org", "password": PASSWORD})
            assert answer.status_code == 403, path
            assert answer.headers["content-security-policy"].startswith("default-src 'self'")
        await desk.open(f"/console/cases/{case}")
        assert "답하려면 먼저 맡아 주세요" in desk.text


async def test_a_session_of_an_old_password_ends(database_url: str):
    """Changing the password signs out every other device and keeps this one."""
    async with office(database_url) as here:
        await here.hire("kim")
        here_desk, there_desk = here.desk(), here.desk()
        for desk in (here_desk, there_desk):
            await desk.sign_in("kim@example.org")
        await here_desk.open("/console/account")
        new = "a longer sentence than before"
        wrong = await here_desk.post("/console/account/password", current="wrong", new=new, again=new)
        assert wrong.status_code == 422
        weak = await here_desk.post("/console/account/password", current=PASSWORD, new="short", again="short")
        assert weak.status_code == 422
        assert (await there_desk.open("/console")).status_code == 200
        answer = await here_desk.post("/console/account/password", current=PASSWORD, new=new, again=new)
        assert answer.status_code == 200
        assert "비밀번호를 바꿨어요" in here_desk.text
        assert (await here_desk.open("/console")).status_code == 200
        assert (await there_desk.open("/console")).status_code == 303
        assert (await there_desk.sign_in("kim@example.org")).status_code == 401
        assert (await there_desk.sign_in("kim@example.org", new)).status_code == 303


async def test_signing_out_ends_the_session(sqlite_url: str):
    """After signing out the same browser has to sign in again, and comes back to where it was going."""
    async with office(sqlite_url) as here:
        desk = await here.seated("kim")
        await desk.open("/console")
        assert (await desk.post("/console/sign-out")).headers["location"] == "/console/sign-in"
        answer = await desk.open("/console/account")
        assert answer.headers["location"] == "/console/sign-in?next=/console/account"
        await desk.open(answer.headers["location"])
        again = await desk.post("/console/sign-in", email="kim@example.org", password=PASSWORD, next="/console/account")
        assert again.headers["location"] == "/console/account"


async def test_signing_in_never_leads_out_of_the_console(sqlite_url: str):
    """A forged link to the sign-in page ends in the inbox."""
    async with office(sqlite_url) as here:
        await here.hire("kim")
        for away in ("https://example.com/", "//example.com", "/console/../x", "/console\n.example.com", "/health"):
            desk = here.desk()
            await desk.open("/console/sign-in")
            answer = await desk.post("/console/sign-in", email="kim@example.org", password=PASSWORD, next=away)
            assert answer.headers["location"] == "/console", away


async def test_a_page_that_refreshes_itself_keeps_no_session_alive(sqlite_url: str, monkeypatch: pytest.MonkeyPatch):
    """Twelve hours after the last page that somebody opened it is over, whatever an open tab has fetched since."""
    async with office(sqlite_url) as here:
        desk = await here.seated("kim")
        start, rest = time.time(), IDLE.total_seconds()
        monkeypatch.setattr(time, "time", lambda: start + rest - 60)
        live = await desk.client.get("/console", headers={"x-live": "1"})
        assert live.status_code == 200
        monkeypatch.setattr(time, "time", lambda: start + rest + 60)
        assert (await desk.client.get("/console", headers={"x-live": "1"})).status_code == 401
        assert (await desk.open("/console")).status_code == 303


async def test_a_page_that_somebody_opens_keeps_the_session_alive(sqlite_url: str, monkeypatch: pytest.MonkeyPatch):
    """Whoever works does not have to sign in again after twelve hours."""
    async with office(sqlite_url) as here:
        desk = await here.seated("kim")
        start, rest = time.time(), IDLE.total_seconds()
        monkeypatch.setattr(time, "time", lambda: start + rest - 60)
        assert (await desk.open("/console")).status_code == 200
        monkeypatch.setattr(time, "time", lambda: start + rest + 60)
        assert (await desk.open("/console")).status_code == 200


async def test_the_cookies_are_kept_from_scripts_and_from_other_sites(sqlite_url: str):
    """HttpOnly and SameSite always, Secure where the program is reached over https; nothing readable inside."""
    async with office(sqlite_url) as here:
        await here.hire("kim")
        desk = here.desk()
        answer = await desk.sign_in("kim@example.org")
        (session,) = [line for line in answer.headers.get_list("set-cookie") if line.startswith("front-door=")]
        assert "HttpOnly" in session
        assert "SameSite=lax" in session
        assert "Path=/console" in session
        assert "Secure" not in session
        member = await staff.by_email(here.door.store, "kim@example.org")
        assert member
        assert member.id.hex not in session


async def test_the_cookies_are_secure_behind_https(sqlite_url: str):
    """Over https no cookie travels in the clear."""
    door = build(settings_for(sqlite_url, "https://door.example.org"), {}, engine=NoEngine())
    try:
        inside = httpx.ASGITransport(create(door, worker=False))  # type: ignore[arg-type]
        async with httpx.AsyncClient(transport=inside, base_url="https://door.example.org") as client:
            await staffing.add_member(
                door.store, "firststep-asan", "", Role.CASEWORKER, "kim", "kim@example.org", PASSWORD, door.clock.now()
            )
            page = await client.get("/console/sign-in")
            token = page.text.split('_csrf_token" value="')[1].split('"')[0]
            form = {"_csrf_token": token, "email": "kim@example.org", "password": PASSWORD, "next": ""}
            answer = await client.post("/console/sign-in", data=form, follow_redirects=False)
            set_ = [*page.headers.get_list("set-cookie"), *answer.headers.get_list("set-cookie")]
            assert {line.split("=")[0] for line in set_} == {"front-door", "front-door-form", "front-door-language"}
            assert all("Secure" in line for line in set_)
    finally:
        await door.store.database.close()


async def test_every_page_tells_browsers_to_keep_it_to_themselves(sqlite_url: str):
    """No other site may frame a page, no cache may keep it, no address leaks, and only our own files run."""
    async with office(sqlite_url) as here:
        desk = await here.seated("kim")
        await here.family().refer()
        (case,) = await desk.cases()
        for path in ("/console/sign-in", "/console", f"/console/cases/{case}", "/console/account", "/console/nowhere"):
            headers = (await desk.open(path)).headers
            assert headers["cache-control"] == "no-store", path
            assert "frame-ancestors 'none'" in headers["content-security-policy"]
            assert "unsafe" not in headers["content-security-policy"]
            assert headers["referrer-policy"] == "no-referrer"
            assert headers["x-content-type-options"] == "nosniff"
            assert "<script>" not in desk.page
            assert " style=" not in desk.page
            assert "onclick" not in desk.page


async def test_the_interface_speaks_the_language_of_the_device(sqlite_url: str):
    """Korean until somebody chooses English, which stays chosen after signing in."""
    async with office(sqlite_url) as here:
        await here.hire("kim")
        desk = here.desk()
        await desk.open("/console/sign-in")
        assert '<html lang="ko">' in desk.page
        answer = await desk.post("/console/language", language="en", next="/console/sign-in")
        assert answer.headers["location"] == "/console/sign-in"
        await desk.sign_in("kim@example.org")
        await desk.open("/console")
        assert '<html lang="en">' in desk.page
        assert "No case is waiting" in desk.text
