"""What the partner still has to confirm: what stands in the programme's file and is not told to families as a fact."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from litestar import Response, get

from bot.console.inbox import centre_name
from bot.console.pages import page
from bot.console.visitor import HttpRequest, SignedIn, Visitor
from data import programmes
from dialogues.checking.unconfirmed import Waiting, uncounted, waiting
from dialogues.programme import named


def _groups(visitor: Visitor) -> dict[str, list[Waiting]]:
    groups: dict[str, list[Waiting]] = {}
    for one in waiting(programmes.document(visitor.programme.key)):
        groups.setdefault(one.kind, []).append(one)
    return groups


class ConfirmView:
    """What the template asks for."""

    def __init__(self, visitor: Visitor) -> None:
        self._visitor = visitor
        self.groups = _groups(visitor)

    @property
    def uncounted(self) -> list[str]:
        """Names of the services of which nobody has told how many children they take, neither the file nor staff."""
        return [named(one.name, self._visitor.words.language) for _, one in uncounted(self._visitor.programme)]

    def title(self, kind: str) -> str:
        """``Districts and their centres``."""
        return self._visitor.words.known(f"confirm-{kind}", kind)

    def name(self, one: Waiting) -> str:
        """Its name in the visitor's language; its key, or nothing, where it has none."""
        return named(dict(one.name), self._visitor.words.language) if one.name else one.key

    def claims(self, one: Waiting) -> Iterator[str]:
        """What is said of it, as far as it can be told in words; the file has the rest."""
        words, programme = self._visitor.words, self._visitor.programme
        if centre := one.claims.get("centre"):
            yield words("confirm-centre", name=centre_name(programme, centre, words.language))
        if district := programme.districts.get(one.claims.get("district", "")):
            yield words("confirm-district", name=named(district.name, words.language))

    def checked(self, one: Waiting) -> str:
        """The day its source was looked at; "" where the file does not tell."""
        return self._visitor.words.date(date.fromisoformat(one.checked_on)) if one.checked_on else ""


@get("/to-confirm", sync_to_thread=True)
def to_confirm(request: HttpRequest, visitor: SignedIn) -> Response[str]:
    """The list, for everybody of the programme."""
    return page(request, "to_confirm.html", visitor.words, visitor=visitor, view=ConfirmView(visitor))


HANDLERS = (to_confirm,)
