"""What members of staff do in their Telegram group: claim a case, link their account."""

from __future__ import annotations

from uuid import UUID

from bot.app import FrontDoor
from bot.staffing import link_telegram
from data import cases, staff
from data.ids import uuid7
from data.staff import Member
from dialogues.effects import Refuse
from dialogues.events import CaseClaimed
from integrations.channels.channel import Answer, Request
from integrations.handoffs.staff_telegram import StaffLink, StaffPress, StaffTelegram
from integrations.handoffs.wording import Words, words

NAME = "staff-telegram"
"""Last part of the webhook's address."""


async def staff_call(door: FrontDoor, handoff: StaffTelegram, request: Request) -> Answer:
    """One call of the staff bot. Raises Forged or Malformed."""
    for told in handoff.receive(request):
        match told:
            case StaffPress():
                return handoff.answer_press(told, await _claimed(door, told))
            case StaffLink():
                member = await link_telegram(door.store, told.code, told.telegram_user, door.clock.now())
                text = _words_for(door, member)
                return handoff.answer_link(told, text.linked if member else text.bad_code)
    return Answer()


def _words_for(door: FrontDoor, member: Member | None, chat: str = "") -> Words:
    """In the first language of the member's programme; for somebody we do not know of the group's, or of the first."""
    own = [member.programme] if member else []
    keys = [*own, *door.notices.handoffs.of_group(chat), *door.programmes]
    return words(next(door.programmes[key] for key in keys if key in door.programmes).languages[0])


async def _claimed(door: FrontDoor, press: StaffPress) -> str:
    member = await staff.by_telegram(door.store, press.telegram_user)
    text = _words_for(door, member, press.chat)
    if member is None:
        return text.stranger
    # A button may have been carried elsewhere, and a member of staff may sit in another programme's group.
    if member.programme not in door.notices.handoffs.of_group(press.chat):
        return text.gone
    place = await cases.place(door.store, member, press.case)
    if place is None or place.closed:
        return text.gone
    event = CaseClaimed(
        id=uuid7(), conversation=place.conversation, line=place.line, staff=member.id.hex, staff_name=member.name
    )
    done = await door.turns.happen(event)
    refusal = next((effect for effect in done.effects if isinstance(effect, Refuse)), None)
    if refusal is None or refusal.by == member.id.hex:
        return text.yours
    other = await staff.by_id(door.store, UUID(refusal.by)) if refusal.by else None
    return text.taken.format(name=other.name) if other else text.gone
