"""What a family wrote rests nowhere in the clear: not in a table, not in a file, not in a log line."""

from __future__ import annotations

import base64
import json
import logging
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from data.tables import cases, metadata, visits
from dialogues.events import CaseClaimed, VisitBooked, WorkerReplied
from tests.bot.calls import PROVIDERS
from tests.bot.test_turns import Broken
from tests.bot.world import World, broken, in_days, member, outbound, rows, world
from tests.integrations.channels.twilio_server import Refusal

PERSON = 87654321
STORY = ("임신 7개월인데 도움이 필요해요", "1", "1", "배방읍", "1,4", "2", "3", "1", "1", "달무리공주", "1")
SMS, TELEGRAM, PAGE = (PROVIDERS[kind].handle(PERSON) for kind in ("sms", "telegram", "webchat"))
SECRETS = (
    "달무리", "도움이 필요해요", "목요일 오후 세 시", "꼭 와 주세요", "내일 뵙겠습니다", "죽고 싶어요",
    "비밀이름", "secret.kim", "하늘",
    SMS, SMS.removeprefix("+82"), TELEGRAM, PAGE,
)  # fmt: skip


def spellings(secret: str) -> set[bytes]:
    """Every form in which a database or a log might hold ``secret`` in the clear."""
    plain = secret.encode()
    escaped = json.dumps(secret)[1:-1].encode()
    return {plain, secret.encode("utf-16-le"), escaped, plain.hex().encode(), base64.b64encode(plain).rstrip(b"=")[:-1]}


def found_in(heap: bytes) -> list[str]:
    """The secrets that stand in ``heap``."""
    return [secret for secret in SECRETS if any(spelt in heap for spelt in spellings(secret))]


def test_the_search_finds_what_is_there() -> None:
    """A search that finds nothing must be able to find: each spelling of each secret is seen."""
    for secret in SECRETS:
        assert all(secret in found_in(b"..." + spelt + b"...") for spelt in spellings(secret))


async def whole_story(there: World) -> None:
    """A referral with name and number, a case, a visit, a wish, a crisis; failures on the way."""
    staff = (await member(there.store, name="비밀이름", email="secret.kim@centre.example")).hex
    for number, text in enumerate(STORY):
        assert await there.say("sms", number, text, PERSON) == 200
        await there.quiet()
    assert len(await rows(there.store, cases)) == 1
    await there.happen(CaseClaimed, "sms", PERSON, staff=staff)
    await there.happen(WorkerReplied, "sms", PERSON, staff=staff, text="내일 뵙겠습니다")
    await there.happen(VisitBooked, "sms", PERSON, staff=staff, starts_at=in_days(10))
    for number, text in enumerate(("다른 날로 해 주세요", "목요일 오후 세 시, 꼭 와 주세요"), 50):
        assert await there.say("sms", number, text, PERSON) == 200
        await there.quiet()
    assert (await rows(there.store, visits))[0].wish_sealed is not None
    for kind in ("telegram", "webchat"):
        assert await there.say(kind, 1, "도움이 필요해요", PERSON) == 200
    await there.quiet()
    there.twilio.refusals[SMS] = Refusal(400, 21610)
    assert await there.say("sms", 90, "죽고 싶어요", PERSON) == 200
    await there.quiet()
    assert "failed" in {status for status, _ in await outbound(there.store)}
    forged = PROVIDERS["sms"].forge(there.call(PROVIDERS["sms"], 91, {"Body": "도움이 필요해요"}, PERSON))
    assert await there.post(PROVIDERS["sms"], forged) == 403
    async with broken(there.store):
        assert await there.say("sms", 92, "도움이 필요해요", PERSON) == 500


async def dump(there: World) -> bytes:
    """Every value of every table, and on SQLite the bytes of the database's files."""
    values: list[bytes] = []
    async with there.store.database.read() as connection:
        for table in metadata.sorted_tables:
            found = (await connection.execute(select(table))).all()
            values += [value if isinstance(value, bytes) else str(value).encode() for row in found for value in row]
    if not there.store.database.is_postgres:
        path = Path(there.store.database.url.partition(":///")[2])
        values += [file.read_bytes() for file in path.parent.glob(f"{path.name}*")]
    return b"\n".join(values)


async def test_nothing_a_family_wrote_rests_in_the_clear(
    database_url: str, capsys: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    """After a whole story with a case, a visit and failures: no words, names or handles in tables, files, logs."""
    caplog.set_level(logging.INFO)
    async with world(database_url, engine=Broken()) as there:
        await whole_story(there)
        await there.door.rounds.tell_failures()
        there.door.clock.move(timedelta(minutes=1))
        assert found_in(await dump(there)) == []
    written = capsys.readouterr()
    logged = (written.out + written.err + caplog.text).encode()
    assert b"hook.refused" in logged, "the log was read"
    assert b"send.failed" in logged
    assert found_in(logged) == []
