"""A preview is what the channel would really send."""

from __future__ import annotations

from uuid import UUID

import pytest

from bot.simulator.previews import preview
from dialogues.messages import Choice, Outgoing
from integrations.channels.segments import Encoding

CHOICES = (Choice("consent:agree", "동의해요"), Choice("consent:refuse", "동의하지 않아요"))


def _message(text: str, choices: tuple[Choice, ...] = CHOICES, *, template: bool = False) -> Outgoing:
    return Outgoing(id=UUID(int=1), line="here", handle="+821055501234", text=text, choices=choices, template=template)


def test_a_text_message_numbers_its_menu_and_tells_what_it_costs():
    """Korean leaves the cheap alphabet: 70 units in one SMS, 67 in each of several."""
    seen = preview("sms", _message("동의하시겠어요?"))
    assert seen.parts == ("동의하시겠어요?\n1 동의해요\n2 동의하지 않아요",)
    assert (seen.choices, seen.numbers) == ((), 2)
    assert seen.cost
    assert (seen.cost.encoding, seen.cost.parts) == (Encoding.UCS2, 1)
    long = preview("sms", _message("가" * 100, ()))
    assert long.cost
    assert long.cost.parts == 2


def test_a_text_over_the_providers_limit_comes_in_several_messages():
    """Each is paid for."""
    seen = preview("sms", _message("word " * 500))
    assert len(seen.parts) == 2
    assert seen.parts[-1].endswith("2 동의하지 않아요")


def test_whatsapp_numbers_its_menu_unless_it_is_a_template():
    """A template has its own wording round our text, and no menu."""
    assert preview("whatsapp", _message("동의하시겠어요?")).numbers == 2
    seen = preview("whatsapp", _message("동의하시겠어요?", template=True))
    assert (seen.parts, seen.numbers) == (("동의하시겠어요?",), 0)


def test_telegram_has_buttons_whose_ids_have_a_limit():
    """The longest of them is told beside it."""
    seen = preview("telegram", _message("가" * 5000))
    assert len(seen.parts) == 2
    assert seen.choices == CHOICES
    assert (seen.longest_id, seen.most_id) == (14, 64)


@pytest.mark.parametrize("kind", ["webchat", "a channel that comes later"])
def test_any_other_channel_shows_the_message_with_its_buttons(kind: str):
    """As the chat page does."""
    seen = preview(kind, _message("동의하시겠어요?"))
    assert (seen.parts, seen.choices, seen.numbers) == (("동의하시겠어요?",), CHOICES, 0)
