"""The exchange from the outside: the two commands, the settings of Primero, and cases that really come about."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.app import build
from bot.settings import SettingsError
from data import programmes
from data.tables import notices
from dialogues.documents import Document
from dialogues.events import CaseClaimed
from tests.bot.test_rounds import NOON, notified
from tests.bot.world import World, driven, member, rows
from tests.commands import invoked
from tests.integrations.exchange.hsds_shape import wrong
from tests.integrations.exchange.primero_server import PASSWORD, USER, PrimeroServer, Refused, primero_server
from tests.serving import NoEngine, settings_for

WHOLE = {
    "primero_url": "https://primero.example",
    "primero_user": USER,
    "primero_password": PASSWORD,
    "primero_programmes": "firststep-asan",
}


@pytest.mark.parametrize("command", ["export-services", "import-services"])
def test_the_commands_explain_themselves(command: str) -> None:
    """``--help`` says what the command is for."""
    shown = invoked(command, "--help")
    assert (shown.exit_code, "HSDS" in shown.stdout) == (0, True)


def test_a_programme_goes_out_and_comes_back(tmp_path: Path) -> None:
    """What ``export-services`` writes, to a folder or to standard output, ``import-services`` reads."""
    printed = invoked("export-services", "firststep-asan")
    assert printed.exit_code == 0
    written = invoked("export-services", "firststep-asan", "--out", str(tmp_path / "hsds"))
    assert written.exit_code == 0, written.stderr
    file = tmp_path / "hsds" / "organization.json"
    assert json.loads(printed.stdout) == json.loads(file.read_text(encoding="utf-8"))
    found = sorted((tmp_path / "hsds" / "services").iterdir())
    assert len(found) == 7
    assert [mistake for one in found for mistake in wrong("service", json.loads(one.read_text(encoding="utf-8")))] == []
    back = invoked("import-services", str(file))
    assert back.exit_code == 0
    keys = [one["key"] for one in Document("lines", back.stdout).value["centres"]]
    assert keys == list(programmes.load("firststep-asan").centres)


def test_a_programme_that_is_not_there_is_one_clear_line() -> None:
    """A wrong key is told with the right ones."""
    ended = invoked("export-services", "nowhere")
    assert (ended.exit_code, "firststep-asan" in ended.stderr) == (2, True)


def test_a_document_that_cannot_be_read_is_one_clear_line(tmp_path: Path) -> None:
    """The mistake is told with file and path, in one line."""
    file = tmp_path / "there.json"
    file.write_text('[{"id": "s", "name": "x", "status": "open"}]', encoding="utf-8")
    ended = invoked("import-services", str(file))
    assert (ended.exit_code, ended.stderr.count("\n")) == (2, 1)
    assert ended.stderr.startswith("front door: there.json: $[0].status: Invalid enum value 'open'")


@pytest.mark.parametrize(
    ("changes", "named"),
    [
        ({"primero_password": ""}, "PRIMERO_PASSWORD"),
        ({"primero_programmes": " , "}, "PRIMERO_PROGRAMMES"),
        ({"primero_programmes": "firststep-asan,elsewhere"}, "not in PROGRAMMES: elsewhere"),
        ({"primero_url": "http://primero.example"}, "https"),
        ({"primero_fields": "/nowhere/fields.yml"}, "PRIMERO_FIELDS cannot be read"),
    ],
)
def test_half_a_primero_is_one_clear_line(changes: dict[str, str], named: str) -> None:
    """Each half or wrong setting is named, the password never."""
    with pytest.raises(SettingsError, match=named) as caught:
        build(settings_for("sqlite://", "http://127.0.0.1:1", **WHOLE | changes), {}, engine=NoEngine())
    assert PASSWORD not in str(caught.value)


def test_a_wrong_field_is_named_with_its_line(tmp_path: Path) -> None:
    """The file of the fields is checked when the program starts, as every other content is."""
    file = tmp_path / "fields.yml"
    file.write_text("module: cp\nnickname: name\n", encoding="utf-8")
    with pytest.raises(SettingsError, match=r"^fields\.yml:1: .*nickname"):
        build(settings_for("sqlite://", "http://127.0.0.1:1", **WHOLE, primero_fields=str(file)), {}, engine=NoEngine())


@asynccontextmanager
async def beside(database_url: str, **more: str) -> AsyncIterator[tuple[World, PrimeroServer]]:
    """The program at noon in Asan, with a Primero that is given its cases."""
    async with primero_server() as primero:
        settings: dict[str, Any] = {**WHOLE, "primero_url": f"http://127.0.0.1:{primero.port}", "demo": True, **more}
        async with driven(database_url, **settings) as there:
            there.door.clock.stand(NOON)
            yield there, primero


async def test_a_case_comes_to_primero_and_is_kept_up_to_date(database_url: str) -> None:
    """Somebody asks for a person, then writes something dangerous: one case, made and then hurried; nothing else."""
    async with beside(database_url) as (there, primero):
        await there.take("sms", "사람")
        await notified(there.door.notices)
        (made,) = primero.cases.values()
        assert made["urgent_protection_concern"] is False
        await there.take("sms", "죽고 싶어요")
        await there.happen(CaseClaimed, "sms", staff=(await member(there.store)).hex)
        await notified(there.door.notices)
        assert [case["urgent_protection_concern"] for case in primero.cases.values()] == [True]
        told = await rows(there.store, notices, notices.c.way == "primero")
        assert {row.kind for row in told} <= {"case.opened", "case.crisis", "case.revised"}
        assert {row.status for row in told} == {"sent"}


async def test_primero_is_asked_again_when_it_comes_back(database_url: str) -> None:
    """While Primero is down the case waits, and it is made once."""
    async with beside(database_url) as (there, primero):
        primero.answers["POST /tokens"] = Refused(503, {"retry-after": "30"})
        await there.take("sms", "사람")
        await notified(there.door.notices)
        assert primero.cases == {}
        primero.answers.clear()
        there.door.clock.move(timedelta(seconds=40))
        await notified(there.door.notices)
        assert len(primero.cases) == 1


async def test_a_protected_birth_never_comes_to_primero(database_url: str) -> None:
    """Whoever writes that she wants to give birth unnamed is a case here, and nowhere else."""
    async with beside(database_url) as (there, primero):
        await there.take("sms", "익명으로 출산하고 싶어요")
        await notified(there.door.notices)
        told = await rows(there.store, notices, notices.c.way == "primero")
        assert told, "there was something to tell"
        assert {(row.status, row.reason) for row in told} == {("failed", "primero:withheld")}
        assert (primero.cases, primero.calls) == ({}, [])
