"""Cases to a Primero v2: made once, brought up to date, and never more told than there is."""

from __future__ import annotations

import asyncio
import logging
import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from msgspec.structs import replace

from dialogues.case import Urgency
from dialogues.effects import NoticeKind
from integrations.errors import ProviderDown, Rejected
from integrations.exchange.primero import KINDS, Account, Primero
from integrations.exchange.primero_fields import Fields
from integrations.handoffs.handoff import Handoff
from tests.integrations.exchange.cases import IN_CRISIS, PROTECTED, REFERRED, contact
from tests.integrations.exchange.primero_server import PASSWORD, USER, Refused, about, connected, primero_server
from tests.integrations.handoffs.certificates import certificate
from tests.integrations.handoffs.notices import notice

CASE = str(REFERRED.id)


async def test_a_case_is_made_with_our_id() -> None:
    """After logging in once, one call makes the case; its id is ours, its fields are those of Primero's own form."""
    async with connected() as (there, way):
        await way.send(about(), "main")
    assert there.calls == ["POST /tokens", "POST /cases"]
    made = there.cases[CASE]
    services = made.pop("services_section")
    assert made == {
        "id": CASE,
        "module_id": "primeromodule-cp",
        "name_nickname": "하늘엄마",
        "telephone_current": "+821012345678",
        "registration_date": "2026-11-23",
        "urgent_protection_concern": False,
        "consent_for_services": True,
        "address_current": "배방읍",
    }
    assert [(one["service_referral_notes"], one["service_type"]) for one in services] == [
        ("visit", "child_protection_service"),
        ("money", "livelihoods_service"),
    ]


async def test_the_day_is_that_of_the_programmes_clock() -> None:
    """A case of an evening in UTC was opened on the next day in Seoul."""
    late = replace(REFERRED, opened_at=REFERRED.opened_at.replace(hour=16))
    async with connected() as (there, way):
        await way.send(about(late), "main")
    assert there.cases[CASE]["registration_date"] == "2026-11-24"


async def test_a_nameless_person_stays_nameless() -> None:
    """A crisis before anything was asked is a case with a reason to hurry and nothing of a person."""
    async with connected() as (there, way):
        await way.send(about(IN_CRISIS), "main")
    assert there.cases[str(IN_CRISIS.id)] == {
        "id": str(IN_CRISIS.id),
        "module_id": "primeromodule-cp",
        "registration_date": "2026-11-23",
        "urgent_protection_concern": True,
        "consent_for_services": False,
    }


async def test_made_twice_it_is_one_case() -> None:
    """When the answer got lost, the second call finds the case there, looks whether it is ours, and is content."""
    async with connected() as (there, way):
        await way.send(about(), "main")
        before = dict(there.cases)
        await way.send(about(), "main")
    assert there.calls[2:] == ["POST /cases", "GET /cases"]
    assert there.cases == before


async def test_an_id_that_is_somebody_elses_is_final() -> None:
    """A case with our id that we may not see is left alone, and a person has to look."""
    async with connected() as (there, way):
        there.hidden.add(CASE)
        with pytest.raises(Rejected, match=r"^primero:not_ours$"):
            await way.send(about(), "main")
    assert there.cases == {}


@pytest.mark.parametrize("kind", [NoticeKind.REVISED, NoticeKind.CRISIS])
async def test_a_revision_changes_the_case(kind: NoticeKind) -> None:
    """What was corrected is corrected there: urgency, needs taken back, needs added; entries are not doubled."""
    revision = replace(REFERRED, revision=2, urgency=Urgency.CRISIS, needs=("money", "emotional"))
    async with connected() as (there, way):
        await way.send(about(), "main")
        before = {one["service_referral_notes"]: one["unique_id"] for one in there.cases[CASE]["services_section"]}
        for _ in range(2):
            await way.send(about(revision, kind), "main")
    after = {one["service_referral_notes"]: one["unique_id"] for one in there.cases[CASE]["services_section"]}
    assert there.calls[2:] == ["PATCH /cases", "PATCH /cases"]
    assert there.cases[CASE]["urgent_protection_concern"] is True
    assert set(after) == {"money", "emotional"}
    assert after["money"] == before["money"]


async def test_what_a_caseworker_there_wrote_stays() -> None:
    """A revision that knows no name and no district does not blank what a person has filled in since."""
    async with connected() as (there, way):
        await way.send(about(IN_CRISIS), "main")
        there.cases[str(IN_CRISIS.id)] |= {"name_nickname": "Malika", "telephone_current": "+998901234567"}
        await way.send(about(IN_CRISIS, NoticeKind.CRISIS), "main")
    known = there.cases[str(IN_CRISIS.id)]
    assert (known["name_nickname"], known["telephone_current"]) == ("Malika", "+998901234567")


@pytest.mark.parametrize("way_now", ["here", "none"])
async def test_a_number_that_may_not_be_called_goes(way_now: str) -> None:
    """The family takes back that it may be called: the number is struck out."""
    async with connected() as (there, way):
        await way.send(about(), "main")
        await way.send(about(contact(way=way_now), NoticeKind.REVISED), "main")
    assert there.cases[CASE]["telephone_current"] == ""


async def test_a_revision_that_comes_first_makes_the_case() -> None:
    """Out of order or at once: whatever comes first makes the case, and there is one."""
    async with connected() as (there, way):
        await way.send(about(kind=NoticeKind.REVISED), "main")
        assert there.calls == ["POST /tokens", "PATCH /cases", "POST /cases"]
        await way.send(about(), "main")
        await asyncio.gather(*(way.send(about(IN_CRISIS, kind), "main") for kind in KINDS))
    assert set(there.cases) == {CASE, str(IN_CRISIS.id)}


async def test_other_notices_are_none_of_its_business() -> None:
    """Only what changes the case is told: not visits, claims or messages."""
    async with connected() as (there, way):
        for kind in set(NoticeKind) - KINDS:
            await way.send(about(kind=kind), "main")
    assert there.calls == []


@pytest.mark.parametrize("kind", sorted(KINDS))
async def test_a_protected_birth_never_leaves(kind: NoticeKind) -> None:
    """A woman who wants to give birth unnamed is in no Primero by our doing, whatever the notice; nobody is called."""
    async with connected() as (there, way):
        with pytest.raises(Rejected, match=r"^primero:withheld$"):
            await way.send(about(PROTECTED, kind), "main")
    assert (there.calls, there.cases) == ([], {})


async def test_a_notice_without_a_document_is_final() -> None:
    """There is nothing to make a case of."""
    async with connected() as (there, way):
        with pytest.raises(Rejected, match=r"^primero:no_document$"):
            await way.send(notice(document=None), "main")
    assert there.calls == []


async def test_the_fields_are_those_of_the_partners_forms() -> None:
    """Names, summary and services go where the partner has fields for them; what has no field is not sent."""
    fields = Fields(
        module="cp-asan", name="name", phone="", urgent="", consent="", code="case_code", summary="notes", answers={},
        services={"visit": "psychosocial_service"},
    )  # fmt: skip
    async with connected(fields) as (there, way):
        await way.send(about(), "main")
    made = there.cases[CASE]
    assert set(made) == {"id", "module_id", "name", "registration_date", "case_code", "notes", "services_section"}
    assert (made["module_id"], made["name"], made["case_code"]) == ("cp-asan", "하늘엄마", "4S-292K")
    assert "동네: 배방읍\n복지관: 탕정한마음종합사회복지관" in made["notes"]
    assert [one.get("service_type") for one in made["services_section"]] == ["psychosocial_service", None]


async def test_a_field_that_the_form_lacks_is_named() -> None:
    """A field that this Primero does not know is in the reason, so that whoever set it up can correct the file."""
    async with connected(Fields(contact="safe_contact")) as (_, way):
        with pytest.raises(Rejected, match=r"^primero:422:safe_contact$"):
            await way.send(about(), "main")


async def test_nothing_of_the_family_is_logged(caplog: pytest.LogCaptureFixture) -> None:
    """In no line of any logger stands a name, a number, an address or the password."""
    with caplog.at_level(logging.DEBUG):
        async with connected() as (there, way):
            await way.send(about(), "main")
            there.answers["PATCH /cases"] = Refused(422, body={"errors": [{"message": "하늘엄마"}]})
            with pytest.raises(Rejected):
                await way.send(about(kind=NoticeKind.REVISED), "main")
    logged = "\n".join(record.getMessage() for record in caplog.records if record.name != "asyncio")
    assert not [word for word in ("하늘", "+8210", "배방", PASSWORD, "token-", "/api/v2") if word in logged]


async def test_tls_is_checked(tmp_path: Path) -> None:
    """A Primero whose certificate nobody vouches for is told nothing; one that is known is."""
    known = certificate(tmp_path, "localhost")
    async with primero_server(known.server) as there:
        account = Account(f"https://localhost:{there.port}", USER, PASSWORD)
        stranger, friend = Primero(account), Primero(account, trust=known.trust)
        for way in (stranger, friend):
            await way.start()
        with pytest.raises(ProviderDown, match=r"^primero:no_answer$"):
            await stranger.send(about(), "main")
        assert there.calls == []
        await friend.send(about(), "main")
        for way in (stranger, friend):
            await way.close()
    assert set(there.cases) == {CASE}


@pytest.mark.parametrize(
    ("url", "user", "password"),
    [
        ("http://primero.example", USER, PASSWORD),
        ("http://127.0.0.1:1", USER, PASSWORD),
        ("https://user:secret@primero.example", USER, PASSWORD),
        ("https://primero.example/api/v2", USER, PASSWORD),
        ("https://primero.example?x=secret", USER, PASSWORD),
        ("https://[::1", USER, PASSWORD),
        ("primero.example", USER, PASSWORD),
        ("https://primero.example", "", PASSWORD),
        ("https://primero.example", USER, ""),
    ],
)
def test_an_account_that_cannot_be_used_is_found_at_start(url: str, user: str, password: str) -> None:
    """No TLS, a password or a path in the URL, half an account: refused at once, without quoting it."""
    with pytest.raises(ValueError, match=r"^primero: ") as caught:
        Primero(Account(url, user, password))
    assert "secret" not in str(caught.value)


def test_an_account_does_not_show_its_password() -> None:
    """What is printed of an account is nothing."""
    assert repr(Account("https://primero.example", USER, PASSWORD)) == "Account()"


def test_it_is_a_handoff() -> None:
    """Primero has the shape that every way has."""
    way: Handoff = Primero(Account("https://primero.example", USER, PASSWORD))
    assert way.way == "primero"


def test_the_fields_of_the_page_are_the_fields(fields_of_page: dict[str, Any]) -> None:
    """docs/exchange.md names every field that can be set, with the default that holds."""
    defaults = Fields()
    assert fields_of_page == {name: getattr(defaults, name) for name in Fields.__struct_fields__}


@pytest.fixture
def fields_of_page() -> dict[str, Any]:
    """The YAML file that the page shows."""
    page = (Path(__file__).parents[3] / "docs" / "exchange.md").read_text(encoding="utf-8")
    (shown,) = re.findall(r"```yaml\n(.*?)```", page, re.DOTALL)
    found: dict[str, Any] = yaml.safe_load(shown)
    return found
