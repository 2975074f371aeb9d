"""What never leaves: the case of a woman who wants to give birth unnamed."""

from __future__ import annotations

from dialogues.case import CaseDocument
from integrations.handoffs.webhook import withheld


class WithheldError(ValueError):
    """The case may not be given to another system. ``str()`` says so and nothing of the case."""


def refuse_withheld(document: CaseDocument) -> None:
    """Raise WithheldError for a case that Korea's Act 19816 keeps out of every other record."""
    if withheld(document):
        raise WithheldError("this case is not given to any other system")
