"""Which services may fit a child: ranked, each with its reasons. What does not fit is to be asked, never refused."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date
from enum import StrEnum

import msgspec
from msgspec.structs import replace

from dialogues.answers.births import day_of, months_old
from dialogues.answers.parsing import skipped
from dialogues.case import MatchRecord
from dialogues.flow import Answer, Answers, Guard
from dialogues.programme import Programme, named
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
    known = {name: answer for name, answer in answers.items() if told(programme, name, answer)}
    found = [_matched(service, known, today) for service in programme.facts.services if service.stands(today)]
    return tuple(
        sorted(
            found,
            key=lambda one: (one.standing is Standing.ASK, one.full_until is not None, one.against, -one.points),
        )
    )


def told(programme: Programme, name: str, answer: Answer) -> bool:
    """Whether the answer tells anything: a question that was left out, or a district nobody is sure of, does not."""
    question = programme.question(name)
    return question is None or answer.value not in (skipped(question), "elsewhere")


def _matched(service: Service, known: Answers, today: date) -> Match:
    must = [rule for rule in service.must if rule.stands(today)]
    open_rules = [rule for rule in must if not _holds(rule, known, today)]
    speaking = [rule for rule in must if rule not in open_rules]
    speaking += [rule for rule in service.prefers if rule.stands(today) and _holds(rule, known, today)]
    served, elsewhere = _served(service, known)
    asks = [rule.otherwise for rule in open_rules]
    asks += [] if served else [ELSEWHERE]
    asks += [] if service.certain else [UNCERTAIN]
    told = (rule.reason for rule in sorted(speaking, key=lambda rule: -rule.points) if rule.reason)
    places = tuple(_places(service, known))
    return Match(
        service=service,
        standing=Standing.ASK if asks else Standing.LIKELY,
        reasons=tuple(dict.fromkeys((*asks, *told))),
        points=sum(rule.points for rule in speaking),
        places=places,
        full_until=_full_until(service, places, today),
        against=sum(_fails(rule, known, today) for rule in open_rules) + elsewhere,
    )


def _holds(rule: Rule, known: Answers, today: date) -> bool:
    """Whether the rule holds, by its conditions or by the others that do as well."""
    either = [rule.when, rule.or_when] if rule.or_when else [rule.when]
    return any(all(met(guard, known.get(name), today) for name, guard in guards.items()) for guards in either)


def _fails(rule: Rule, known: Answers, today: date) -> bool:
    """Whether an answer is known that does not fit; what nobody knows does not fail."""
    either = [rule.when, rule.or_when] if rule.or_when else [rule.when]
    return all(
        any(name in known and not met(guard, known[name], today) for name, guard in guards.items()) for guards in either
    )


def met(guard: Guard, answer: Answer | None, today: date) -> bool:
    """Whether the condition holds today; of a day of birth, to the day."""
    born = day_of(answer.value) if answer else None
    if answer is None or born is None:
        return guard.holds(answer)
    months, over = months_old(born, today)
    young_enough = guard.at_most is None or months + over <= guard.at_most
    return young_enough and replace(guard, at_most=None).holds(Answer(months, answer.at))


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


def match_records(
    programme: Programme, answers: Answers, today: date, confirmed: Collection[str]
) -> tuple[MatchRecord, ...]:
    """The matches as the case's document tells them, in the programme's first language; ``confirmed``: keys of services
    that a caseworker has confirmed."""
    language = programme.languages[0]
    return tuple(
        MatchRecord(
            service=one.service.key,
            name=named(one.service.name, language),
            standing=one.standing.value,
            points=one.points,
            reasons=tuple(programme.wording.text(language, key) for key in one.reasons),
            places=tuple(named(place.name, language) for place in one.places),
            full_until=one.full_until,
            confirmed=one.service.key in confirmed,
        )
        for one in match(programme, answers, today)
    )
