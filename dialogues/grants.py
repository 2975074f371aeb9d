"""What a programme gives money for, and the papers that each kind needs: dated data of its file."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date

import msgspec

from dialogues.flow import Question


class Grant(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A kind of grant. Its name is that of the option with the same key."""

    key: str
    source: str
    checked_on: date
    papers: tuple[dict[str, str], ...] = ()
    """What to bring, each by language tag."""
    confirmed: bool = True
    """False while the partner has not confirmed the papers: the family is told that the worker will name them."""


def papers_of(grants: Collection[Grant], keys: Collection[object], language: str) -> tuple[str, ...]:
    """The papers for the grants called ``keys`` in ``language``, each once; none when one of them is not confirmed."""
    wanted = [grant for grant in grants if grant.key in keys]
    if not all(grant.confirmed for grant in wanted):
        return ()
    papers = (paper.get(language) or next(iter(paper.values())) for grant in wanted for paper in grant.papers)
    return tuple(dict.fromkeys(papers))


def grant_mistakes(
    grants: Collection[Grant], questions: Collection[Question], languages: Collection[str]
) -> Iterator[tuple[str, str]]:
    """(path, what is wrong) with the grants of a programme that asks ``questions``."""
    asked = {option for question in questions if question.papers for option in question.options}
    keys = [grant.key for grant in grants]
    for index, grant in enumerate(grants):
        path = f"$.grants[{index}]"
        if grant.key in keys[:index]:
            yield f"{path}.key", f"`{grant.key}` stands here twice"
        if grant.key not in asked:
            yield f"{path}.key", f"`{grant.key}` is no option of a question with `papers`"
        for number, paper in enumerate(grant.papers):
            for language in languages:
                if not paper.get(language):
                    yield f"{path}.papers[{number}]", f"the name in `{language}` is missing"
    for option in sorted(asked - set(keys)):
        yield "$.grants", f"there is no grant `{option}`, for which the form asks"
