"""An Open Referral HSDS 3.0 document as the part of a programme file that it can fill: centres, districts, services.

Help lines are not taken over: a number that is told to somebody in danger is looked up by hand, with its source.
Whatever is taken over waits for the partner's word, since it is a directory that says it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Annotated, Any, Literal, TypeVar

import msgspec
import yaml
from msgspec import Meta

from dialogues.documents import ContentError
from dialogues.programme import Centre, District, Names
from dialogues.services import MOST
from integrations.exchange.hsds import CAPACITY, CENTRE, KEY, NAME, Offer

T = TypeVar("T")
Name = Annotated[str, Meta(min_length=1, max_length=300)]

_OWN_KEY = re.compile(r"[a-z0-9][a-z0-9_-]{0,31}")
_CHILDREN = ("child", "children")
_TAG = re.compile(r"[a-z]{2,3}(-[A-Za-z]{2,8})?")


class HsdsError(ContentError):
    """A document that cannot be taken over. ``str()`` is ``file: JSON path: what is wrong``."""


class Imported(msgspec.Struct, frozen=True, kw_only=True):
    """What was found."""

    centres: tuple[Centre, ...]
    districts: tuple[District, ...]
    services: tuple[Offer, ...]
    left_out: tuple[str, ...]
    """Names of what was there and is none of these, each with the reason."""


class _Attribute(msgspec.Struct, frozen=True):
    link_type: str | None = None
    value: str | None = None


class _Entity(msgspec.Struct, frozen=True, kw_only=True):
    id: Name
    attributes: tuple[_Attribute, ...] | None = None


class _Location(_Entity, frozen=True, kw_only=True):
    location_type: Literal["physical", "postal", "virtual"]
    name: Name | None = None
    alternate_name: str | None = None


class _Area(_Entity, frozen=True, kw_only=True):
    name: Name | None = None
    alternate_name: str | None = None


class _At(msgspec.Struct, frozen=True):
    location: _Location | None = None


class _Unit(msgspec.Struct, frozen=True):
    name: Name


class _Capacity(msgspec.Struct, frozen=True):
    unit: _Unit
    maximum: float | None = None


class _Service(_Entity, frozen=True, kw_only=True):
    name: Name
    status: Literal["active", "inactive", "defunct", "temporarily closed"]
    alternate_name: str | None = None
    service_areas: tuple[_Area, ...] | None = None
    service_at_locations: tuple[_At, ...] | None = None
    capacities: tuple[_Capacity, ...] | None = None


class _Organization(msgspec.Struct, frozen=True, kw_only=True):
    locations: tuple[_Location, ...] | None = None
    services: tuple[_Service, ...] | None = None


def read(file: str, content: bytes, language: str) -> Imported:
    """The organization or service in ``content``, a list of them, or a page of an HSDS API (``contents``).

    ``file`` names the document in errors; ``language`` is that of its names, where it is none of our own exports.
    Raises HsdsError.
    """
    try:
        raw = msgspec.json.decode(content)
    except msgspec.DecodeError as error:
        raise HsdsError(f"{file}: $: not JSON: {error}") from None
    reader = _Reader(file, language)
    for path, value in _roots(file, raw):
        reader.take(path, value)
    return reader.found()


def as_yaml(found: Imported, file: str, day: date) -> str:
    """``found`` as lines for a programme file, with a comment that says where they are from."""
    lines = [
        f"# Taken over from {_plain(file)} (Open Referral HSDS) on {day}.",
        "# Nothing of it is for families before the partner has confirmed it, least of all who serves which district.",
    ]
    for name, items in (("centres", found.centres), ("districts", found.districts), ("services", found.services)):
        lines.append(f"{name}:" if items else f"{name}: []")
        lines += [f"  - {_flow(msgspec.to_builtins(item))}" for item in items]
    if found.left_out:
        lines.append("# Left out:")
        lines += [f"#   {_plain(what)}" for what in found.left_out]
    return "\n".join(lines) + "\n"


def _flow(item: dict[str, Any]) -> str:
    kept = {key: value for key, value in item.items() if value is not True and value not in ("", [], (), None)}
    shown = yaml.safe_dump(kept, allow_unicode=True, default_flow_style=True, sort_keys=False, width=float("inf"))
    return str(shown).strip()


def _plain(text: str) -> str:
    """One line, whatever came: nothing in it can end a comment."""
    return " ".join("".join(sign if sign.isprintable() else " " for sign in text).split())


def _roots(file: str, raw: Any) -> Iterator[tuple[str, dict[str, Any]]]:
    """Each organization or service in the document with its path."""
    path = "$"
    if isinstance(raw, dict) and isinstance(raw.get("contents"), list):
        path, raw = "$.contents", raw["contents"]
    listed = enumerate(raw) if isinstance(raw, list) else None
    for at, value in [(path, raw)] if listed is None else [(f"{path}[{index}]", one) for index, one in listed]:
        if not isinstance(value, dict):
            raise HsdsError(f"{file}: {at}: neither an organization nor a service")
        yield at, value


class _Reader:
    """What has been found so far; centres and services by their HSDS id, districts by their key."""

    def __init__(self, file: str, language: str) -> None:
        self._file = file
        self._language = language
        self._centres: dict[str, Centre] = {}
        self._services: dict[str, Offer] = {}
        self._districts: dict[str, tuple[str, District]] = {}
        self._areas: set[str] = set()
        self._left_out: dict[str, None] = {}

    def take(self, path: str, value: dict[str, Any]) -> None:
        """Everything in the organization or service ``value``. Raises HsdsError."""
        if value.keys() & {"services", "locations", "programs"}:
            whole = self._convert(path, value, _Organization)
            for index, location in enumerate(whole.locations or ()):
                self._centre(f"{path}.locations[{index}]", location)
            for index, service in enumerate(whole.services or ()):
                self._service(f"{path}.services[{index}]", service)
        else:
            self._service(path, self._convert(path, value, _Service))

    def found(self) -> Imported:
        """All of it. Raises HsdsError for a district of a centre that is not there."""
        centres = {centre.key for centre in self._centres.values()}
        for path, district in self._districts.values():
            if district.centre and district.centre not in centres:
                raise self._wrong(path, f"there is no location with the key `{_plain(district.centre)}`")
        return Imported(
            centres=tuple(self._centres.values()),
            districts=tuple(district for _, district in self._districts.values()),
            services=tuple(self._services.values()),
            left_out=tuple(self._left_out),
        )

    def _service(self, path: str, service: _Service) -> None:
        for index, at in enumerate(service.service_at_locations or ()):
            if at.location is not None:
                self._centre(f"{path}.service_at_locations[{index}].location", at.location)
        if service.status != "active":
            self._left_out[f"service {service.name}: {service.status}"] = None
            return
        for index, area in enumerate(service.service_areas or ()):
            self._district(f"{path}.service_areas[{index}]", area)
        if service.id not in self._services:
            taken = {offer.key for offer in self._services.values()}
            names = self._names(path, service, service.name)
            key = self._key(path, service, (service.alternate_name, service.name), "service", taken)
            self._services[service.id] = Offer(key, names, self._capacity(path, service))

    def _capacity(self, path: str, service: _Service) -> int | None:
        """Children at a time, as an export of ours or the only capacity in children has it; others are left out."""
        own = _attribute(service, CAPACITY)
        if own and not (own.isascii() and own.isdigit() and len(own) <= len(str(MOST)) and 1 <= int(own) <= MOST):
            raise self._wrong(f"{path}.attributes", f"a capacity is a number of children, 1 to {MOST}")
        if own:
            return int(own)
        given = service.capacities or ()
        counted = [one.maximum for one in given if one.unit.name.casefold() in _CHILDREN and one.maximum is not None]
        if len(given) == len(counted) == 1 and 1 <= counted[0] <= MOST and counted[0].is_integer():
            return int(counted[0])
        for one in given:
            self._left_out[f"capacity of {service.name}: {_number(one.maximum)} {one.unit.name}"] = None
        return None

    def _centre(self, path: str, location: _Location) -> None:
        if location.location_type != "physical":
            self._left_out[f"location {location.name or location.id}: {location.location_type}"] = None
            return
        if location.name is None:
            raise self._wrong(f"{path}.name", "a centre needs a name")
        names = self._names(path, location, location.name)
        known = self._centres.get(location.id)
        if known is None:
            taken = {centre.key for centre in self._centres.values()}
            key = self._key(path, location, (location.alternate_name, location.name), "centre", taken)
            self._centres[location.id] = Centre(key=key, name=names)
        elif known.name != names:
            raise self._wrong(f"{path}.name", "a location with this id has another name before")

    def _district(self, path: str, area: _Area) -> None:
        if area.id in self._areas:
            return
        self._areas.add(area.id)
        if area.name is None:
            self._left_out[f"service area {area.id}: no name"] = None
            return
        names = self._names(path, area, area.name)
        # The same area comes once for each service, under another id.
        own = _attribute(area, KEY)
        if any(known.name == names and own in ("", known.key) for _, known in self._districts.values()):
            return
        key = self._key(path, area, (area.alternate_name, area.name), "district", set(self._districts))
        centre = _attribute(area, CENTRE)
        self._districts[key] = (path, District(key=key, name=names, centre=centre, confirmed=False))

    def _names(self, path: str, entity: _Entity, name: str) -> Names:
        """The names in every language, or the one there is in the language that was given for it."""
        found: Names = {}
        for index, attribute in enumerate(entity.attributes or ()):
            kind, value = attribute.link_type or "", _plain(attribute.value or "")
            if kind.startswith(NAME):
                tag = kind.removeprefix(NAME)
                if not _TAG.fullmatch(tag) or not value:
                    raise self._wrong(f"{path}.attributes[{index}]", "not a name in a language")
                found[tag] = value
        found = found or {self._language: _plain(name)}
        if not all(found.values()):
            raise self._wrong(f"{path}.name", "the name is blank")
        return found

    def _key(self, path: str, entity: _Entity, names: Sequence[str | None], kind: str, taken: set[str]) -> str:
        """The key that an export of ours has with it; else one of the name's letters, or of its number here."""
        own = _attribute(entity, KEY)
        if own:
            if not _OWN_KEY.fullmatch(own):
                raise self._wrong(f"{path}.attributes", "a key is 1-32 of a-z 0-9 _ -")
            if own in taken:
                raise self._wrong(f"{path}.attributes", f"`{own}` is the key of another {kind} before")
            return own
        slugs = (re.sub(r"[^a-z0-9]+", "_", (name or "").lower()).strip("_")[:28].strip("_") for name in names)
        first = next(filter(None, slugs), kind)
        tries = (first, *(f"{first}_{number}" for number in range(2, len(taken) + 3)))
        return next(key for key in tries if key not in taken)

    def _convert(self, path: str, value: object, shape: type[T]) -> T:
        try:
            return msgspec.convert(value, shape)
        except msgspec.ValidationError as error:
            message, _, at = str(error).partition(" - at `")
            raise self._wrong(path + at.rstrip("`").removeprefix("$"), message) from None

    def _wrong(self, path: str, message: str) -> HsdsError:
        return HsdsError(f"{self._file}: {path}: {message}")


def _number(maximum: float | None) -> str:
    return "?" if maximum is None else f"{maximum:g}"


def _attribute(entity: _Entity, kind: str) -> str:
    found = (one.value for one in entity.attributes or () if one.link_type == kind)
    return next(found, None) or ""
