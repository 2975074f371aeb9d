"""A referral becomes an event and takes the one path, whichever way it came."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from bot.app import FrontDoor
from data.referrers import Referrer
from data.turns import Address
from dialogues.case import case_code
from dialogues.effects import OpenCase, Refuse
from dialogues.events import FamilyReferred
from dialogues.programme import Programme
from dialogues.referral_form import read_referral


class SwitchedOff(Exception):  # an answer to the body, not an error of ours
    """The programme takes no referrals here now."""


class OtherReferral(Exception):  # an answer to the body, not an error of ours
    """Another referral came under this id before."""


class Taken(msgspec.Struct, frozen=True):
    """A referral that is safe."""

    code: str
    """The case's short name."""
    new: bool
    """False when the same referral came before."""


async def take(door: FrontDoor, referrer: Referrer, name: str, given: Mapping[str, object]) -> Taken:
    """Open a case for what ``referrer`` tells under the id ``name``; the same once more opens none.

    Raises NotTaken with every field that is wrong, OtherReferral and SwitchedOff.
    """
    programme, line = served(door, referrer)
    flow = programme.referral
    if flow is None:
        raise SwitchedOff
    answers = read_referral(programme, flow, given, door.clock.now())
    vault, key = door.store.vault, (referrer.id.hex, name)
    handle = vault.hash("referral", *key).hex
    event = FamilyReferred(
        id=vault.hash("referred case", *key),
        conversation=door.store.conversation_id(line, handle),
        line=line,
        answers=answers,
        body=referrer.name,
        digest=vault.hash("referral told", *key, msgspec.json.encode(answers, order="deterministic").decode()).hex,
    )
    done = await door.turns.happen(event, begins=Address(line, handle, programme.key))
    if any(isinstance(effect, Refuse) for effect in done.effects):
        raise OtherReferral
    return Taken(case_code(event.id), new=any(isinstance(effect, OpenCase) for effect in done.effects))


def served(door: FrontDoor, referrer: Referrer) -> tuple[Programme, str]:
    """The programme that ``referrer`` refers families to, and its line for them. Raises SwitchedOff."""
    programme = door.programmes.get(referrer.programme)
    referral = programme.facts.referral if programme else None
    if programme is None or referral is None or door.lines.get(referral.line) is None:
        raise SwitchedOff
    return programme, referral.line
