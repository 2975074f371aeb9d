"""Which services may fit a child: ranked, each with its reasons. What does not fit is to be asked, never refused."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from enum import StrEnum

import msgspec

from dialogues.answers.parsing import skipped
from dialogues.flow import Answer, Answers
from dialogues.programme import Programme
from dialogues.services import Place, Rule, Service

ELSEWHERE = "match-district"
"""The message for a service of other districts than the family's."""

UNCERTAIN = "match-uncertain"
"""The message for a service whose offers change."""


class Standing(StrEnum):
    """How sure we may be."""

    LIKELY = "likely"
    """Everything that must hold does. The worker still has the last word."""
    ASK = "ask"
    """Something does not hold, or nobody knows: the worker has to be asked."""


class Match(msgspec.Struct, frozen=True):
    """A service, held against a child."""

    service: Service
    standing: Standing
    reasons: tuple[str, ...]
    """Keys of messages, the most telling first; what to ask before what speaks for it."""
    points: int
    places: tuple[Place, ...]
    """Those in the family's district."""
    full_until: date | None
    """The day from which there is room again; None where there is, or nobody has said otherwise."""
    against: int
    """How many of the things that must hold are known not to."""


def match(programme: Programme, answers: Answers, today: date) -> tuple[Match, ...]:
    """The services of ``programme`` that stand on this day, the likeliest first.

    Likely ones go before those to ask about, those with room before full ones, those with less against them first;
    then points, then the programme's order. Never empty where the programme's file has been checked.
    """
    known = {name: answer for name, answer in answers.items() if _told(programme, name, answer)}
    found = [_matched(service, known, today) for service in programme.facts.services if service.stands(today)]
    return tuple(
        sorted(
            found,
            key=lambda one: (one.standing is Standing.ASK, one.full_until is not None, one.against, -one.points),
        )
    )


def _told(programme: Programme, name: str, answer: Answer) -> bool:
    """Whether the answer tells anything: a question that was left out, or a district nobody is sure of, does not."""
    question = programme.question(name)
    return question is None or answer.value not in (skipped(question), "elsewhere")


def _matched(service: Service, known: Answers, today: date) -> Match:
    must = [rule for rule in service.must if rule.stands(today)]
    speaking = [rule for rule in service.prefers if rule.stands(today) and _holds(rule, known)]
    open_rules = [rule for rule in must if not _holds(rule, known)]
    served, elsewhere = _served(service, known)
    asks = [rule.otherwise for rule in open_rules]
    asks += [] if served else [ELSEWHERE]
    asks += [] if service.certain else [UNCERTAIN]
    speaking += [rule for rule in must if rule not in open_rules]
    told = (rule.reason for rule in sorted(speaking, key=lambda rule: -rule.points) if rule.reason)
    places = tuple(_places(service, known))
    return Match(
        service=service,
        standing=Standing.ASK if asks else Standing.LIKELY,
        reasons=tuple(dict.fromkeys((*asks, *told))),
        points=sum(rule.points for rule in speaking),
        places=places,
        full_until=_full_until(service, places, today),
        against=sum(_fails(rule, known) for rule in open_rules) + elsewhere,
    )


def _holds(rule: Rule, known: Answers) -> bool:
    return all(guard.holds(known.get(name)) for name, guard in rule.when.items())


def _fails(rule: Rule, known: Answers) -> bool:
    """Whether an answer is known that does not fit; what nobody knows does not fail."""
    return any(name in known and not guard.holds(known[name]) for name, guard in rule.when.items())


def _served(service: Service, known: Answers) -> tuple[bool, bool]:
    """Whether the family's district is surely served, and whether it surely is not."""
    district = known.get("district")
    if not service.districts:
        return True, False
    served = district is not None and district.value in service.districts
    return served, district is not None and not served


def _places(service: Service, known: Answers) -> Iterator[Place]:
    district = known.get("district")
    for place in service.places:
        if place.confirmed and district is not None and place.district == district.value:
            yield place


def _full_until(service: Service, places: tuple[Place, ...], today: date) -> date | None:
    """The first day with room: the service's own word, else that of the places nearby when all are full."""
    if service.full_until is not None and service.full_until > today:
        return service.full_until
    days = [place.full_until for place in places if place.full_until is not None and place.full_until > today]
    return min(days) if days and len(days) == len(places) else None
