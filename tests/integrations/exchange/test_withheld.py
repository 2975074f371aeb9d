"""A woman who wants to give birth unnamed is in no other system by our doing (Korea's Act 19816)."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from integrations.exchange.fhir import bundle
from integrations.exchange.withheld import WithheldError
from integrations.handoffs.webhook import withheld
from tests.integrations.exchange.cases import IN_CRISIS, PROTECTED, REFERRED


def test_a_protected_birth_is_no_bundle() -> None:
    """There is no FHIR of such a case; the refusal names nothing of it."""
    with pytest.raises(WithheldError) as caught:
        bundle(PROTECTED)
    assert not [word for word in ("anonymous", "하늘", PROTECTED.code, str(PROTECTED.id)) if word in str(caught.value)]
    assert caught.value.__cause__ is None


def test_it_is_known_by_its_crisis_or_its_mark() -> None:
    """The crisis or the mark decides, which a later crisis does not take away; other crises and none are exchanged."""
    assert withheld(PROTECTED)
    assert withheld(replace(IN_CRISIS, protected=True))
    assert withheld(replace(PROTECTED, answers=(), needs=(), name="", revision=9))
    assert not withheld(REFERRED)
    assert not withheld(IN_CRISIS)
