"""A message as its channel would show it: in how many parts, with buttons or numbers, at what cost."""

from __future__ import annotations

import msgspec

from dialogues.messages import Choice, Outgoing
from integrations.channels import segments, sms, telegram_text, whatsapp
from integrations.channels.telegram_updates import MAX_CHOICE_BYTES


class Preview(msgspec.Struct, frozen=True, kw_only=True):
    """What the person sees."""

    parts: tuple[str, ...]
    """One message or several, in order."""
    choices: tuple[Choice, ...] = ()
    """Buttons under the last part; none where the choices stand in it as numbers."""
    numbers: int = 0
    """How many choices stand in the last part as numbers."""
    cost: segments.Segments | None = None
    """What all parts cost as SMS."""
    longest_id: int = 0
    """Bytes of the longest button's id, where the channel has a limit for it."""
    most_id: int = 0
    """That limit."""


def preview(kind: str, message: Outgoing) -> Preview:
    """``message`` on a channel of ``kind``; one that has no rules here shows it as the chat page does."""
    match kind:
        case "sms":
            pages = sms.pages(message)
            return Preview(parts=pages, numbers=len(message.choices), cost=_cost(pages))
        case "whatsapp":
            parts = (message.text,) if message.template else whatsapp.pages(message)
            return Preview(parts=parts, numbers=0 if message.template else len(message.choices))
        case "telegram":
            return Preview(
                parts=tuple(telegram_text.split(telegram_text.whole(message.text))),
                choices=message.choices,
                longest_id=max((len(choice.id.encode()) for choice in message.choices), default=0),
                most_id=MAX_CHOICE_BYTES,
            )
        case _:
            return Preview(parts=(message.text,), choices=message.choices)


def _cost(pages: tuple[str, ...]) -> segments.Segments:
    counted = [segments.count(page) for page in pages]
    encoding = max((one.encoding for one in counted), key=lambda one: one is segments.Encoding.UCS2)
    return segments.Segments(encoding, sum(one.units for one in counted), sum(one.parts for one in counted))
