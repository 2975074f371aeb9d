"""What a partner's system receives, and what becomes of its answers."""

from __future__ import annotations

import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from typing import Any
from uuid import UUID

import msgspec
import pytest
from standardwebhooks.webhooks import Webhook as Signer

from dialogues.case import CaseDocument
from dialogues.effects import NoticeKind
from integrations.errors import ProviderDown, RateLimited, Rejected, SendFailed
from integrations.handoffs.handoff import Handoff
from integrations.handoffs.webhook import Endpoint, Webhook, body, headers
from tests.integrations.handoffs.notices import CASE, LINK, NOTICE, SECRETS, VISIT, case, notice, visit_notice
from tests.integrations.handoffs.webhook_server import SECRET, Receiver, receiver

OTHER_SECRET = "whsec_MTExMTExMTExMTExMTExMTExMTExMTExMTExMTExMTE="
THIN = {"id", "code", "programme", "urgency", "reason", "revision", "due_at", "link"}


@asynccontextmanager
async def hooked(path: str = "/hook", secret: str = SECRET, **settings: Any) -> AsyncIterator[tuple[Receiver, Webhook]]:
    """A receiver, and a started webhook with the endpoints ``thin`` and ``whole`` that lead there."""
    async with receiver() as there:
        url = f"http://localhost:{there.port}{path}"
        endpoints = {"thin": Endpoint(url, secret), "whole": Endpoint(url, secret, document=True)}
        way = Webhook(endpoints, allow_local=True, **settings)
        await way.start()
        try:
            yield there, way
        finally:
            await way.close()


def test_the_signature_is_the_standards() -> None:
    """The published vector: this secret, id, time and body give this signature."""
    signer = Signer(SECRET)
    at = datetime.fromtimestamp(1795323170, UTC)
    content = '{"type":"referral.created","data":{"id":"r1"}}'
    expected = "v1,KA3FVURlfzkL9oa5w9foId9U3+9be/rObKBa42seASc="
    assert signer.sign("msg_2KWPBgLlAfxdpx2AI54pPJ85f4W", at, content) == expected
    signed = headers(notice(id=UUID(int=1)), content.encode(), (signer, Signer(OTHER_SECRET)), at)
    name = "msg_00000000000000000000000000000001"
    assert (signed["webhook-id"], signed["webhook-timestamp"]) == (name, "1795323170")
    both = [each.sign(name, at, content) for each in (signer, Signer(OTHER_SECRET))]
    assert signed["webhook-signature"].split(" ") == both


async def test_an_event_is_verified_and_thin() -> None:
    """The receiver's library takes the signature; the event tells ids and times, and not a word of the family."""
    async with hooked() as (there, way):
        await way.send(notice(), "thin")
    (event,) = there.events
    assert event == {
        "type": "case.opened",
        "timestamp": "2026-11-23T03:00:00Z",
        "data": {
            "id": str(CASE),
            "code": "K7-M3QX",
            "programme": "firststep-asan",
            "urgency": "today",
            "reason": "self_referral",
            "revision": 2,
            "due_at": "2026-11-23T05:00:00Z",
            "link": LINK,
        },
    }
    assert there.headers[0]["content-type"] == "application/json"
    assert there.headers[0]["webhook-id"] == f"msg_{NOTICE.hex}"


async def test_only_an_endpoint_set_up_for_it_receives_the_case() -> None:
    """Even when the notice has the document with it, only the endpoint with ``document`` is sent it, whole."""
    async with hooked() as (there, way):
        for recipient in ("thin", "whole"):
            await way.send(notice(), recipient)
    thin, whole = there.events
    assert set(thin["data"]) == THIN
    assert msgspec.convert(whole["data"].pop("case"), CaseDocument) == case()
    assert whole == thin


def test_no_thin_event_holds_anything_of_the_family() -> None:
    """Whatever the kind, neither the family's words nor a colleague's name is in a thin event."""
    for kind in NoticeKind:
        content = body(visit_notice(kind), document=False).decode()
        assert not [secret for secret in (*SECRETS, "김하나") if secret in content]
        assert msgspec.json.decode(content)["type"] == kind.value


def test_a_document_that_is_not_there_is_left_out() -> None:
    """A notice without a document is thin for everybody."""
    assert set(msgspec.json.decode(body(notice(document=None), document=True))["data"]) == THIN


def test_a_protected_birth_never_leaves() -> None:
    """A woman who wants to give birth unnamed is in no partner's system by our doing."""
    assert set(msgspec.json.decode(body(notice(document=case("anonymous_birth")), document=True))["data"]) == THIN


def test_a_visit_is_told_with_its_time() -> None:
    """An event about a visit has its id, start in UTC, length, time zone and how often it was changed."""
    event = msgspec.json.decode(body(visit_notice(NoticeKind.VISIT_MOVED, visit_sequence=3), document=False))
    assert event["data"]["visit"] == {
        "id": str(VISIT),
        "starts_at": "2026-11-25T01:30:00Z",
        "minutes": 60,
        "sequence": 3,
        "timezone": "Asia/Seoul",
    }


async def test_a_repetition_has_the_same_id() -> None:
    """The receiver knows a notice that it has had before by its webhook-id."""
    async with hooked() as (there, way):
        for each in (notice(), notice(), notice(id=VISIT)):
            await way.send(each, "thin")
    first, again, other = (sent["webhook-id"] for sent in there.headers)
    assert first == again != other


async def test_while_a_secret_is_changed_both_are_good() -> None:
    """With two secrets, a receiver that knows only one of them takes the event."""
    async with hooked(secret=f"{OTHER_SECRET} {SECRET}") as (there, way):
        await way.send(notice(), "thin")
        there.secret = OTHER_SECRET
        await way.send(notice(), "thin")
    assert len(there.events) == 2


async def test_path_and_query_of_the_endpoint_are_kept() -> None:
    """The partner's URL is called as it was given, without its fragment, and under its own name."""
    async with hooked("/hook/a%20b?tenant=1#top") as (there, way):
        await way.send(notice(), "thin")
    assert there.paths == ["/hook/a%20b?tenant=1"]
    assert there.headers[0]["host"] == f"localhost:{there.port}"


@pytest.mark.parametrize("status", [200, 201, 202, 204])
async def test_a_2xx_is_taken(status: int) -> None:
    """Any 2xx means that the partner has it."""
    async with hooked() as (there, way):
        there.answer = (status, {})
        await way.send(notice(), "thin")
    assert len(there.events) == 1


@pytest.mark.parametrize(
    ("status", "sent", "error", "reason", "after"),
    [
        (301, {"location": "/elsewhere"}, Rejected, "webhook:301", None),
        (307, {"location": "/elsewhere"}, Rejected, "webhook:307", None),
        (400, {}, Rejected, "webhook:400", None),
        (401, {}, Rejected, "webhook:401", None),
        (410, {}, Rejected, "webhook:gone", None),
        (429, {"retry-after": "120"}, RateLimited, "webhook:429", 120.0),
        (429, {}, RateLimited, "webhook:429", None),
        (502, {"retry-after": "7"}, RateLimited, "webhook:502", 7.0),
        (504, {"retry-after": "7"}, RateLimited, "webhook:504", 7.0),
        (502, {}, ProviderDown, "webhook:502", None),
        (500, {}, ProviderDown, "webhook:500", None),
        (503, {"retry-after": "soon"}, ProviderDown, "webhook:503", None),
        (503, {"retry-after": "-5"}, ProviderDown, "webhook:503", None),
        (429, {"retry-after": "9" * 400}, RateLimited, "webhook:429", 86_400.0),
        (429, {"retry-after": "Wed, 21 Oct 2015 07:28:00 GMT"}, RateLimited, "webhook:429", 0.0),
    ],
)
async def test_an_answer_tells_whether_to_try_again(
    status: int, sent: dict[str, str], error: type[SendFailed], reason: str, after: float | None
) -> None:
    """Each status has its meaning; a wait that is asked for is kept, up to a day; a redirect is not followed."""
    async with hooked() as (there, way):
        there.answer = (status, sent)
        with pytest.raises(error, match=f"^{reason}$") as caught:
            await way.send(notice(), "thin")
    assert type(caught.value) is error
    assert getattr(caught.value, "after", None) == after
    assert there.paths == ["/hook"]


async def test_a_wait_may_be_given_as_a_date() -> None:
    """A Retry-After date far in the future is a wait of a day, the longest there is."""
    async with hooked() as (there, way):
        there.answer = (429, {"retry-after": format_datetime(datetime.now(UTC) + timedelta(days=9), usegmt=True)})
        with pytest.raises(RateLimited) as caught:
            await way.send(notice(), "thin")
    assert caught.value.after == 86_400.0


async def test_a_receiver_that_does_not_answer_is_tried_again() -> None:
    """A call without an answer is given up on after its time."""
    async with hooked(timeout=0.2) as (there, way):
        there.answer = None
        with pytest.raises(ProviderDown, match=r"^webhook:timeout$"):
            await way.send(notice(), "thin")


async def test_a_receiver_that_is_not_there_is_tried_again() -> None:
    """A closed port may open again."""
    with socket.socket() as held:
        held.bind(("127.0.0.1", 0))
        way = Webhook({"a": Endpoint(f"http://127.0.0.1:{held.getsockname()[1]}", SECRET)}, allow_local=True)
        await way.start()
        with pytest.raises(ProviderDown, match=r"^webhook:no_answer$") as caught:
            await way.send(notice(), "a")
        await way.close()
    assert caught.value.__cause__ is None


async def test_an_endless_answer_is_not_read() -> None:
    """What a receiver pours out after its status is left in the pipe."""
    async with hooked("/endless") as (_, way):
        await way.send(notice(), "thin")


async def test_an_unknown_endpoint_is_final() -> None:
    """A recipient that no endpoint belongs to will not be found the next time either."""
    async with hooked() as (there, way):
        with pytest.raises(Rejected, match=r"^webhook:no_such_endpoint$"):
            await way.send(notice(), "nobody")
    assert there.events == []


@pytest.mark.parametrize(
    "secret",
    ["", " ", "whsec_", "MDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDA=", "whsec_short", "whsec_" + "QUFB" * 7,
     "whsec_" + "QUFB" * 22, "whsec_***", f"{SECRET} whsec_short"],
)  # fmt: skip
def test_a_weak_secret_is_found_at_start_and_not_quoted(secret: str) -> None:
    """A secret that is not whsec_ and 24-64 bytes in base64 is refused, naming the endpoint and not the secret."""
    with pytest.raises(ValueError, match=r"^webhook primero: ") as caught:
        Webhook({"primero": Endpoint("https://partner.example", secret)})
    assert "QUFB" not in str(caught.value)
    assert "short" not in str(caught.value)


def test_an_endpoint_does_not_show_its_secret() -> None:
    """What is printed or logged of an endpoint tells neither its secret nor its URL, which may hold a key."""
    assert repr(Endpoint("https://partner.example/?key=1", SECRET)) == "Endpoint(document=False)"


def test_it_is_a_handoff() -> None:
    """The webhook way has the shape every way has."""
    way: Handoff = Webhook({})
    assert way.way == "webhook"
