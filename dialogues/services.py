"""What a programme can lead a family to, and the rules of each: data of its file, dated like the law they come from."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from datetime import date

import msgspec

from dialogues.flow import Guard, Question

MOST = 9999
"""Children at a time; more is a mistake."""


class Rule(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Something about a family that speaks for a service, with the reason in words."""

    when: dict[str, Guard] = {}
    """By question; all have to hold. Without any it holds for everybody."""
    or_when: dict[str, Guard] = {}
    """Where all of these hold, the rule holds as well."""
    reason: str = ""
    """Key of the message that tells why it fits; "" for what only weighs."""
    otherwise: str = ""
    """Of what must hold: key of the message that tells what to ask the worker where it does not, or nobody knows."""
    points: int = 0
    """What it weighs when services are ranked."""
    since: date | None = None
    until: date | None = None
    """The last day of the rule."""
    source: str = ""
    """Where it is from, if not from the service's source."""
    confirmed: bool = True
    """False while the partner has not confirmed it: it then decides nothing."""

    def stands(self, today: date) -> bool:
        """Whether the rule may be used on this day."""
        return self.confirmed and in_time(self.since, self.until, today)


class Place(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One of the places of a service."""

    key: str
    name: dict[str, str]
    district: str = ""
    source: str = ""
    checked_on: date | None = None
    capacity: int | None = None
    """Children at a time, at least one; None where nobody has told."""
    full_until: date | None = None
    """The day from which there is room again; None while there is."""
    confirmed: bool = True
    """False while the partner has not confirmed it: it is told to nobody."""


class Service(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A service that a family can be led to. Never a right: the worker has the last word."""

    key: str
    name: dict[str, str]
    """By language tag."""
    source: str
    checked_on: date
    confirmed: bool = True
    """False while the partner has not confirmed it: it is told to nobody."""
    since: date | None = None
    until: date | None = None
    """The last day on which it is told of."""
    certain: bool = True
    """False when what it offers changes, so that the worker always has to be asked."""
    must: tuple[Rule, ...] = ()
    prefers: tuple[Rule, ...] = ()
    districts: tuple[str, ...] = ()
    """Keys of the districts it serves; empty for all."""
    places: tuple[Place, ...] = ()
    capacity: int | None = None
    """Children at a time in all its places together, at least one; None where nobody has told."""
    full_until: date | None = None
    """The day from which there is room again; None while there is."""

    def stands(self, today: date) -> bool:
        """Whether families may be told of it on this day."""
        return self.confirmed and in_time(self.since, self.until, today)

    def always(self) -> bool:
        """Whether it fits every family on every day: somebody who can always be asked."""
        free = self.since is None and self.until is None and not self.districts and not any(r.when for r in self.must)
        return self.confirmed and self.certain and free and self.full_until is None

    def counted(self) -> bool:
        """Whether somebody has told how many children it takes: all together, or in each of its places."""
        each = bool(self.places) and all(place.capacity is not None for place in self.places)
        return self.capacity is not None or each

    def rules(self) -> Iterator[tuple[str, Rule]]:
        """Every rule, with its path in the service."""
        for field in ("must", "prefers"):
            yield from ((f"{field}[{index}]", rule) for index, rule in enumerate(getattr(self, field)))


def in_time(since: date | None, until: date | None, today: date) -> bool:
    """Whether ``today`` lies within, both days counted."""
    return (since is None or since <= today) and (until is None or today <= until)


def service_mistakes(services: Collection[Service], districts: Collection[str]) -> Iterator[tuple[str, str]]:
    """(path, what is wrong) with what the shapes alone cannot tell."""
    for index, service in enumerate(services):
        path = f"$.services[{index}]"
        yield from _unknown(path, service, districts)
        yield from _spans(path, service)
        yield from _no_room(path, service)
        for where, rule in service.rules():
            yield from _spans(f"{path}.{where}", rule)
            if where.startswith("must") and rule.when and not rule.otherwise:
                yield f"{path}.{where}", "what must hold has to tell what to ask `otherwise`"
            if where.startswith("prefers") and rule.otherwise:
                yield f"{path}.{where}", "only what must hold has an `otherwise`"


def _unknown(path: str, service: Service, districts: Collection[str]) -> Iterator[tuple[str, str]]:
    for number, key in enumerate(service.districts):
        if key not in districts:
            yield f"{path}.districts[{number}]", f"there is no district `{key}`"
    keys = [place.key for place in service.places]
    for number, place in enumerate(service.places):
        if place.key in keys[:number]:
            yield f"{path}.places[{number}].key", f"`{place.key}` stands here twice"
        if place.district and place.district not in districts:
            yield f"{path}.places[{number}].district", f"there is no district `{place.district}`"


def _spans(path: str, of: Service | Rule) -> Iterator[tuple[str, str]]:
    if of.since and of.until and of.since > of.until:
        yield f"{path}.until", "it ends before it begins"


def _no_room(path: str, service: Service) -> Iterator[tuple[str, str]]:
    told = {path: service.capacity}
    told |= {f"{path}.places[{number}]": place.capacity for number, place in enumerate(service.places)}
    for where, capacity in told.items():
        if capacity is not None and not 1 <= capacity <= MOST:
            yield f"{where}.capacity", f"it is children at a time, 1 to {MOST}; leave it out where nobody has told it"


def match_mistakes(
    services: Collection[Service], questions: Mapping[str, Question], messages: Collection[str], *, always: bool = True
) -> Iterator[tuple[str, str]]:
    """(path, what is wrong) with the services where a form with these ``questions`` is matched with them.

    ``always``: families are told of them, so that one has to be there for everybody.
    """
    if always and not any(service.always() for service in services):
        yield "$.services", "a form is matched, but no service is there for everybody on every day"
    for index, service in enumerate(services):
        for where, rule in service.rules():
            path = f"$.services[{index}].{where}"
            for field in ("reason", "otherwise"):
                key = getattr(rule, field)
                if key and key not in messages:
                    yield f"{path}.{field}", f"there is no message `{key}`"
            for field, guards in (("when", rule.when), ("or_when", rule.or_when)):
                for name, guard in guards.items():
                    yield from _guard_mistakes(f"{path}.{field}.{name}", name, guard, questions)


def _guard_mistakes(path: str, name: str, guard: Guard, questions: Mapping[str, Question]) -> Iterator[tuple[str, str]]:
    question = questions.get(name)
    if question is None:
        yield path, f"`{name}` is no question of a form that is matched"
    else:
        yield from option_mistakes(path, name, guard, question)


def option_mistakes(path: str, name: str, guard: Guard, question: Question) -> Iterator[tuple[str, str]]:
    """(``path``, what is wrong) for each option that ``guard`` names and ``question`` (called ``name``) has not."""
    wanted = (*(guard.any_of or ()), *((guard.equals,) if guard.equals is not None else ()))
    for value in wanted if isinstance(question.options, tuple) and question.options else ():
        if value not in question.options:
            yield path, f"`{value}` is not an option of `{name}`"


def messages_of(services: Collection[Service]) -> Iterator[str]:
    """The keys of the messages that the rules are told with."""
    for service in services:
        for _, rule in service.rules():
            yield from (key for key in (rule.reason, rule.otherwise) if key)
