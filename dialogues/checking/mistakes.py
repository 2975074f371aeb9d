"""What a check of the content finds."""

from __future__ import annotations

import msgspec

from dialogues.documents import ContentError, Document


class Mistake(msgspec.Struct, frozen=True, order=True):
    """One thing that is wrong; ``str()`` is the one line that is told."""

    where: str
    """``file:line`` where it is known, else the file, or the state of a conversation."""
    what: str

    def __str__(self) -> str:
        return f"{self.where}: {self.what}"


def told_by(error: ContentError) -> Mistake:
    """What a loader has found."""
    where, _, what = str(error).partition(": ")
    return Mistake(where, what)


def at(document: Document, path: str, what: str) -> Mistake:
    """A mistake at the line of ``path``, such as ``$.hotlines[3]``, in ``document``."""
    return told_by(document.error(what, path))
