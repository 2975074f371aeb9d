"""Noisy twins are the same on every machine and look like what people type."""

from __future__ import annotations

import pytest

from integrations.nlu.noise import twins

SAID = {
    "en": [f"{ask} you come tomorrow before noon because of the baby?" for ask in ("can", "could", "will", "would")],
    "fr": [f"vous pouvez {do} demain pour le bébé avec nous ?" for do in ("venir", "passer", "rappeler", "revenir")],
}


@pytest.mark.parametrize(("language", "short"), [("en", ("u", "b4", "cuz")), ("fr", ("vs", "2m1", "bb"))])
def test_some_are_short_as_in_text_messages(language: str, short: tuple[str, ...]) -> None:
    """English and French have twins in the spelling of text messages."""
    typed = {word for text in SAID[language] for twin in twins(text, language) for word in twin.lower().split()}
    assert typed & set(short)


@pytest.mark.parametrize("language", ["ko", "en", "fr", "ru", "uz"])
@pytest.mark.parametrize("text", ["", " ", "?", "ok", "도와주세요", "((( ]] **", "a" * 3000])
def test_any_text_has_its_own_twins(language: str, text: str) -> None:
    """Whatever the text, its twins are other texts, and the same ones each time."""
    made = list(twins(text, language))
    assert made == list(twins(text, language))
    assert text not in made
