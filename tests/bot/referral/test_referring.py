"""State bodies refer families: by the form behind their link and by signed calls, over both databases."""

from __future__ import annotations

import json
import re
from collections.abc import AsyncIterator, Mapping
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

import httpx
import pytest
from sqlalchemy import func, select
from standardwebhooks.webhooks import Webhook

from bot.staffing import add_member
from data import cases, referrers, staff
from data.casefiles import CaseFile, case_file
from data.referrers import Keys
from data.staff import Member, Role
from data.tables import messages
from dialogues.events import CaseClaimed, VisitBooked, WorkerReplied
from tests.bot.world import World, world

FULL: Mapping[str, Any] = {
    "referrer": "D. Karimova, inspektor",
    "referrer_phone": "+998 90 123-45-67",
    "they_agree": "agrees",
    "name": "Lola",
    "phone": "90 765 43 21",
    "hours": "morning",
    "language": "uz-Cyrl",
    "children": [84, 131],
    "child_sex": "both",
    "adult_sex": "man",
    "district": "shovot",
    "needs": ["education", "legal"],
    "urgency": "week",
    "note": "Otasi ishsiz qolgan.",
}
BARE = {name: FULL[name] for name in ("referrer", "referrer_phone", "district", "needs", "urgency")}


@pytest.fixture
async def khorezm(database_url: str) -> AsyncIterator[tuple[World, Keys]]:
    """The program serving Khorezm, and the keys of one Inson centre."""
    async with world(database_url, programmes="firststep-asan,sos-khorezm") as the_world:
        now = the_world.door.clock.now()
        keys = await referrers.add(
            the_world.store, programme="sos-khorezm", body="inson", name="Shovot Inson markazi", now=now
        )
        yield the_world, keys


def signed(keys: Keys, body: bytes, name: str = "ref-1", at: datetime | None = None) -> dict[str, str]:
    """The headers of a call, as the standard's own library signs it."""
    at = at or datetime.now(UTC)
    return {
        "webhook-id": name,
        "webhook-timestamp": str(int(at.timestamp())),
        "webhook-signature": Webhook(keys.secret).sign(name, at, body.decode()),
        "content-type": "application/json",
    }


async def call(the_world: World, keys: Keys, told: object, **how: Any) -> httpx.Response:
    """A signed call."""
    body = told if isinstance(told, bytes) else json.dumps(told).encode()
    headers = how.pop("headers", None) or signed(keys, body, **how)
    address = f"{the_world.served.url}/referrals/{keys.referrer.hex}"
    async with httpx.AsyncClient(timeout=30) as client:
        return await client.post(address, content=body, headers=headers)


async def supervisor(the_world: World) -> Member:
    store, now = the_world.store, the_world.door.clock.now()
    found = await staff.by_email(store, "d@sos.example")
    if found is None:
        word = "a long enough password"
        name = await add_member(store, "sos-khorezm", "", Role.SUPERVISOR, "Dilnoza", "d@sos.example", word, now)
        found = await staff.by_id(store, name)
    assert found
    return found


async def opened(the_world: World, who: Member) -> list[CaseFile]:
    """Every case of the programme."""
    rows = await cases.inbox(the_world.store, who, cases.Tab.OPEN, the_world.door.clock.now())
    return [file for row in rows if (file := await case_file(the_world.store, who, row.id))]


async def test_a_valid_call_opens_a_case(khorezm: tuple[World, Keys]) -> None:
    """The case names the body, goes to the district's centre, and holds what was told; the caller gets its number."""
    the_world, keys = khorezm
    answer = await call(the_world, keys, FULL)
    assert answer.status_code == 201
    (file,) = await opened(the_world, await supervisor(the_world))
    document = file.document
    assert answer.json() == {"case": document.code, "new": True}
    assert (document.reason, document.urgency, document.centre) == ("referral", "week", "shovot")
    assert (document.source, document.name, document.language) == ("Shovot Inson markazi", "Lola", "uz-Cyrl")
    assert (document.contact.way, document.contact.phone) == ("call", "+998907654321")
    assert document.needs == ("education", "legal")
    assert not document.consent.personal, "a body's word is no consent to our notice"
    told = {record.question: record.text for record in document.answers}
    assert told["children"] == "10 yosh, 7 yosh"
    assert told["referred_by"] == "Shovot Inson markazi"


async def test_the_same_call_again_opens_nothing(khorezm: tuple[World, Keys]) -> None:
    """A sender that heard no answer may send again; another referral under the same id is refused."""
    the_world, keys = khorezm
    first, second = [await call(the_world, keys, FULL) for _ in range(2)]
    assert (first.status_code, second.status_code) == (201, 200)
    assert second.json() == {"case": first.json()["case"], "new": False}
    other = await call(the_world, keys, {**FULL, "district": "bogot"})
    assert (other.status_code, other.json()) == (409, {"error": "other_referral"})
    assert len(await opened(the_world, await supervisor(the_world))) == 1


async def test_what_is_not_signed_by_the_body_is_refused(khorezm: tuple[World, Keys]) -> None:
    """Forged, changed, too old, too new and unsigned calls, and those of another body, are answered with 401."""
    the_world, keys = khorezm
    body, now = json.dumps(FULL).encode(), datetime.now(UTC)
    other = await referrers.add(the_world.store, programme="sos-khorezm", body="school", name="7-maktab", now=now)
    good = signed(keys, body)
    for headers in (
        signed(other, body),
        good | {"webhook-id": "ref-2"},
        good | {"webhook-signature": "v1,AAAA"},
        good | {"webhook-signature": "nonsense"},
        good | {"webhook-timestamp": "nan"},
        signed(keys, body, at=now - timedelta(minutes=6)),
        signed(keys, body, at=now + timedelta(minutes=6)),
        {"content-type": "application/json"},
    ):
        answer = await call(the_world, keys, body, headers=headers)
        assert (answer.status_code, answer.json()) == (401, {"error": "signature"})
    changed = await call(the_world, keys, body.replace(b"shovot", b"bogot"), headers=good)
    assert changed.status_code == 401
    assert await opened(the_world, await supervisor(the_world)) == []


async def test_a_body_that_was_stopped_refers_nobody(khorezm: tuple[World, Keys]) -> None:
    """Neither its secret nor its link is any good from then on; an address of nobody answers alike."""
    the_world, keys = khorezm
    assert await referrers.stop(the_world.store, keys.referrer)
    assert (await call(the_world, keys, FULL)).status_code == 401
    async with httpx.AsyncClient(base_url=the_world.served.url) as client:
        gone = await client.get(f"/refer/{keys.link}")
        nobodys = await client.get(f"/refer/{'x' * 43}")
        stranger = await client.post("/referrals/nobody", content=b"{}")
    assert (gone.status_code, nobodys.status_code, stranger.status_code) == (404, 404, 401)
    assert gone.text == nobodys.text


@pytest.mark.parametrize(
    ("body", "status", "error"),
    [
        (b"", 400, "malformed"),
        (b"[]", 400, "malformed"),
        (b"{", 400, "malformed"),
        (b'{"referrer": "\xff"}', 401, "signature"),
        (b"{" + b" " * (16 << 10) + b"}", 413, "too_large"),
    ],
)
async def test_what_is_no_referral_is_refused(
    khorezm: tuple[World, Keys], body: bytes, status: int, error: str
) -> None:
    """No JSON, no object, no text and far too much are told apart, and nothing is kept."""
    the_world, keys = khorezm
    headers = signed(keys, body.decode("utf-8", "replace").encode() if b"\xff" in body else body)
    answer = await call(the_world, keys, body, headers=headers)
    assert (answer.status_code, answer.json()) == (status, {"error": error})
    assert await opened(the_world, await supervisor(the_world)) == []


async def test_an_error_names_every_field_that_is_wrong(khorezm: tuple[World, Keys]) -> None:
    """All at once, so that nobody has to send ten times; and nothing is repeated of what was told."""
    the_world, keys = khorezm
    wrong = {"they_agree": "unasked", "name": "Lola", "phone": "12", "district": "Shovot", "needs": [], "x": 1}
    answer = await call(the_world, keys, {**wrong, "children": [300], "referrer": 7})
    assert answer.status_code == 422
    found = {one["field"]: one["code"] for one in answer.json()["fields"]}
    assert found == {
        "x": "unknown_field", "referrer": "not_text", "referrer_phone": "missing", "name": "not_agreed",
        "phone": "not_agreed", "children": "not_ages", "district": "not_an_option", "needs": "missing",
        "urgency": "missing",
    }  # fmt: skip
    assert "Lola" not in answer.text


async def test_a_family_that_has_not_agreed_stays_nameless(khorezm: tuple[World, Keys]) -> None:
    """Without its consent the case tells where help is needed and whom to ask, and nothing that names the family."""
    the_world, keys = khorezm
    assert (await call(the_world, keys, {**BARE, "they_agree": "refuses"})).status_code == 201
    (file,) = await opened(the_world, await supervisor(the_world))
    assert (file.document.name, file.document.contact.phone, file.document.contact.way) == ("", "", "none")


async def test_nothing_is_ever_written_to_a_referred_family(khorezm: tuple[World, Keys]) -> None:
    """Claiming, replying and booking send no message: the family is not in the conversation, and the worker is told."""
    the_world, keys = khorezm
    await call(the_world, keys, FULL)
    who = await supervisor(the_world)
    (file,) = await opened(the_world, who)
    door, document = the_world.door, file.document
    common: dict[str, Any] = {"conversation": document.conversation, "line": file.line, "staff": who.id.hex}
    ids = [document.id.int + number for number in (1, 2, 3)]
    one, two, three = (UUID(int=number % (1 << 128)) for number in ids)
    await door.turns.happen(CaseClaimed(id=one, **common))
    refused = await door.turns.happen(WorkerReplied(id=two, text="Salom", **common))
    await door.turns.happen(VisitBooked(id=three, starts_at=door.clock.now() + timedelta(days=2), **common))
    assert [getattr(effect, "reason", "") for effect in refused.effects] == ["referred"]
    async with the_world.store.database.read() as connection:
        assert (await connection.execute(select(func.count()).select_from(messages))).scalar() == 0
    (claimed,) = await opened(the_world, who)
    assert claimed.claimed_by == who.id
    assert claimed.waiting_since is None, "nobody waits for words in a conversation with nobody"


async def test_personal_numbers_are_masked(khorezm: tuple[World, Keys]) -> None:
    """A PINFL or a passport number in the note never rests in the case."""
    the_world, keys = khorezm
    await call(the_world, keys, {**FULL, "note": "JSHSHIR 31507901234567, pasport AA1234567"})
    (file,) = await opened(the_world, await supervisor(the_world))
    note = next(record.text for record in file.document.answers if record.question == "note")
    assert not re.search(r"\d{6}", note)


FILLED = {
    "referrer": "Karimova", "referrer_phone": "901234567", "they_agree": "agrees", "name": "Lola", "phone": "907654321",
    "hours": "any", "language": "ru", "children": "7 va 11 yosh", "child_sex": "", "adult_sex": "woman",
    "district": "bogot", "centre": "", "needs": ["education", "work"], "urgency": "today", "note": "",
}  # fmt: skip


async def test_the_form_opens_a_case_once(khorezm: tuple[World, Keys]) -> None:
    """A worker fills it in on a phone without scripts; pressing twice opens one case; the thanks tell its number."""
    the_world, keys = khorezm
    async with httpx.AsyncClient(base_url=the_world.served.url) as client:
        shown = await client.get(f"/refer/{keys.link}", headers={"accept-language": "ru-RU,ru"})
        assert shown.status_code == 200
        assert "Направить семью" in shown.text
        assert shown.headers["referrer-policy"] == "no-referrer"
        assert shown.headers["cache-control"] == "no-store"
        once = re.search(r'name="once" value="([0-9a-f]{32})"', shown.text)
        assert once
        sent = [await client.post(f"/refer/{keys.link}", data={**FILLED, "once": once[1]}) for _ in range(2)]
        assert [answer.status_code for answer in sent] == [303, 303]
        assert sent[0].headers["location"] == sent[1].headers["location"]
        thanks = await client.get(sent[0].headers["location"])
    (file,) = await opened(the_world, await supervisor(the_world))
    assert file.document.code in thanks.text
    told = {record.question: record.value for record in file.document.answers}
    assert told["children"] == ("132", "84")
    assert file.document.centre == "urgench"


async def test_the_form_says_what_is_wrong_and_keeps_the_rest(khorezm: tuple[World, Keys]) -> None:
    """A mistake is told beside its field in the language of the page, in either script, and nothing typed is lost."""
    the_world, keys = khorezm
    async with httpx.AsyncClient(base_url=the_world.served.url) as client:
        wrong = {**FILLED, "once": "0" * 32, "phone": "12", "referrer": "<b>Karimova", "they_agree": "unasked"}
        answer = await client.post(f"/refer/{keys.link}?lang=uz-Cyrl", data=wrong)
    assert answer.status_code == 422
    assert "Оила рози эмас: илтимос, бу жойни бўш қолдиринг." in answer.text
    assert "&lt;b&gt;Karimova" in answer.text
    assert 'value="work" checked' in answer.text
    assert await opened(the_world, await supervisor(the_world)) == []


async def test_the_page_shows_only_numbers_of_the_country(khorezm: tuple[World, Keys]) -> None:
    """Whoever sees a child in danger finds 112 before the first field, and no number of another country."""
    the_world, keys = khorezm
    async with httpx.AsyncClient(base_url=the_world.served.url) as client:
        text = (await client.get(f"/refer/{keys.link}?lang=uz")).text
    assert text.index("tel:112") < text.index("<form")
    assert not re.search(r"tel:(?:119|109|129|1366|1308|1388|1577)", text)
