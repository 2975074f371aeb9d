"""The embedded engine understands requests that it has not seen, quickly trained and kept on disk."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from data import programmes
from dialogues.crisis import CODES
from dialogues.intents import SURE
from dialogues.reading import Hit, Severity
from integrations.nlu import linear
from integrations.nlu.embedded import BEST, Embedded
from integrations.nlu.engine import Engine
from integrations.nlu.examples import read_all, read_examples
from integrations.nlu.features import Features, words
from integrations.nlu.linear import Corpus, Lesson, Reader

TRAINING = programmes.training()
CRISIS = programmes.crisis_examples()
LANGUAGES = ("en", "fr", "ko", "ru", "uz")
INTENTS = frozenset(
    """
    self_referral refer_someone ask_home_visit ask_parenting_coaching ask_emotional_support ask_money_support
    ask_after_school_care ask_in_home_care ask_child_support ask_work_support ask_alternative_care visit_when
    visit_confirm visit_reschedule visit_cancel request_status talk_to_human stop_messages start_messages
    change_language help forget_me pregnancy_loss who_are_you complaint affirm deny greet thanks out_of_scope
    """.split()
)
SMALL = {
    "en": {
        "few.yml": 'version: "3.1"\nnlu:\n'
        + "".join(
            f"- intent: {intent}\n  examples: |\n    - {first}\n    - {second}\n"
            for intent, first, second in (
                ("greet", "hello", "hi there"),
                ("deny", "no", "nope no"),
                ("thanks", "thanks", "thank you"),
            )
        )
    }
}


SMALL_CRISIS = {
    "en": {
        "crisis.yml": 'version: "3.1"\nnlu:\n'
        + "".join(
            f"- intent: {label}\n  examples: |\n" + "".join(f"    - {text}\n" for text in texts)
            for label, texts in (
                (
                    "infant_emergency/S0",
                    (
                        "my baby stopped breathing",
                        "the baby is not breathing",
                        "not breathing and blue",
                        "baby went blue",
                    ),
                ),
                (
                    "destitution/S1",
                    ("there is no food left today", "no food since yesterday", "no milk left", "no food and no milk"),
                ),
                ("soft/destitution", ("my neighbour had nothing to eat", "she was hungry last year")),
                ("none", ("what does a baby like", "good morning", "I love to cook", "how are you", "thanks a lot")),
            )
        )
    }
}


def models(cache: Path) -> list[Path]:
    return list(cache.iterdir())


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_intent_has_examples(language: str) -> None:
    """Each language has at least 40 different examples of every one of the 30 intents."""
    said: dict[str, set[str]] = {}
    for text, intent in read_all({language: TRAINING[language]}):
        said.setdefault(intent, set()).add(" ".join(words(text)))
    assert set(said) == INTENTS
    assert {intent: len(texts) for intent, texts in said.items() if len(texts) < 40} == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_crisis_has_examples(language: str) -> None:
    """Each language has at least 40 different examples of every crisis, and as many that only look like one."""
    said = Counter(label for _, label in read_all({language: CRISIS[language]}))
    codes = Counter({label.partition("/")[0]: 0 for label in said})
    for label, count in said.items():
        codes[label.partition("/")[0]] += count
    assert set(codes) == {*CODES, "soft", "none"}
    assert all(codes[code] >= 40 for code in CODES)
    assert {label for label in said if label.startswith("soft/")} == {f"soft/{code}" for code in CODES}
    assert codes["none"] >= 40 * len(CODES)


def test_no_example_teaches_two_intents() -> None:
    """A wording belongs to one intent or one crisis; what is no crisis may be any intent."""
    told: dict[str, set[str]] = {}
    for content in (TRAINING, CRISIS):
        for language, texts in content.items():
            for text, label in read_all({language: texts}):
                if "".join(words(text)) and label != "none":
                    told.setdefault(f"{language} {''.join(words(text))}", set()).add(label)
    assert {text: labels for text, labels in told.items() if len(labels) > 1} == {}


async def test_gibberish_gets_no_sure_guess(engine: Engine) -> None:
    """A text without a known word or an empty one is ranked, but with little confidence."""
    for reading in await engine.parse(["", "☃☃☃", "字"]):
        assert reading.top.confidence < SURE
        assert reading.crisis is None


async def test_a_batch_says_the_same_as_one_by_one(engine: Engine) -> None:
    """Batching changes no guess, no crisis, no language, and no confidence beyond rounding."""
    texts = [text for text, _ in read_all({"fr": TRAINING["fr"]})[::60]]
    together = await engine.parse(texts)
    for text, reading in zip(texts, together, strict=True):
        (alone,) = await engine.parse([text])
        assert (alone.crisis, alone.language) == (reading.crisis, reading.language)
        assert [guess.intent for guess in alone.ranking] == [guess.intent for guess in reading.ranking]
        confidences = [guess.confidence for guess in reading.ranking]
        assert [guess.confidence for guess in alone.ranking] == pytest.approx(confidences, abs=1e-4)


async def test_an_empty_batch_is_answered(engine: Engine) -> None:
    """No texts, no readings."""
    assert await engine.parse([]) == []


@given(st.lists(st.text(max_size=300), min_size=1, max_size=5))
async def test_any_strings_are_ranked(engine: Engine, texts: list[str]) -> None:
    """No strings make parsing fail; each gets three guesses, best first, whose confidences make at most one."""
    readings = await engine.parse(texts)
    assert len(readings) == len(texts)
    for reading in readings:
        sure = [guess.confidence for guess in reading.ranking]
        assert len(sure) == BEST
        assert sure == sorted(sure, reverse=True)
        assert 0 < sum(sure) <= 1.0001
        assert {guess.intent for guess in reading.ranking} <= INTENTS
        assert reading.language in {"", *LANGUAGES}


async def test_a_small_model_tells_crisis_from_calm(tmp_path: Path) -> None:
    """The lessons learn what they are taught: which crisis, how grave, and that harmless words are harmless."""
    small = Embedded(SMALL, SMALL_CRISIS, {}, tmp_path)
    blue, hungry, calm = await small.parse(["my baby is not breathing", "no food and no milk left today", "hello"])
    assert blue.crisis == Hit("infant_emergency", Severity.S0)
    assert hungry.crisis is not None
    assert (hungry.crisis.code, hungry.crisis.severity) == ("destitution", Severity.S1)
    assert calm.crisis is None


@pytest.fixture(scope="module")
def features() -> Features:
    """Those of the shipped dictionaries."""
    return Features(programmes.concepts())


@given(text=st.text(max_size=200))
def test_features_do_not_see_letters_of_no_meaning(features: Features, text: str) -> None:
    """Zero-width characters, capitals of ASCII and outer spaces change nothing."""
    assert features.see(f" {text}\u200b ") == features.see(text)


def test_words_that_were_forgotten_are_known_again(features: Features, monkeypatch: pytest.MonkeyPatch) -> None:
    """However few words are kept, and however many a batch holds, the scores are the same."""
    model = Corpus(["red apple", "green pear", "a red pear"], features).fit({"fruit": Lesson([0, 1], ["a", "b"])})
    texts = ["red apple", "green pear and other words", "", "a red pear", "red apple"]
    at_ease = Reader(model, features).scores(texts)
    monkeypatch.setattr(linear, "KEPT", 2)
    cramped = Reader(model, features)
    for _ in range(3):
        assert np.allclose(cramped.scores(texts), at_ease, atol=1e-5)
        assert np.allclose(np.vstack([cramped.scores([text]) for text in texts]), at_ease, atol=1e-5)


async def test_the_model_is_kept_and_found_again(tmp_path: Path) -> None:
    """A second engine on the same examples reads the first one's model and says the same."""
    first = await Embedded(SMALL, {}, {}, tmp_path).parse(["hello"])
    (model,) = models(tmp_path)
    written = {path: path.stat().st_mtime_ns for path in model.iterdir()}
    assert await Embedded(SMALL, {}, {}, tmp_path).parse(["hello"]) == first
    assert {path: path.stat().st_mtime_ns for path in model.iterdir()} == written
    assert models(tmp_path) == [model]


def test_other_examples_make_another_model(tmp_path: Path) -> None:
    """A changed example never meets the old model."""
    Embedded(SMALL, {}, {}, tmp_path)
    Embedded({"en": {"few.yml": SMALL["en"]["few.yml"].replace("hi there", "good day")}}, {}, {}, tmp_path)
    assert len(models(tmp_path)) == 2


@pytest.mark.parametrize("damage", [b"", b"not a model", None])
@pytest.mark.parametrize("name", ["model.json", "rows.npy", "step.npy"])
async def test_a_broken_model_is_trained_anew(tmp_path: Path, name: str, damage: bytes | None) -> None:
    """An empty, foreign or cut-off file is replaced by a good one."""
    first = await Embedded(SMALL, {}, {}, tmp_path).parse(["thank you"])
    (model,) = models(tmp_path)
    whole = (model / name).read_bytes()
    (model / name).write_bytes(whole[: len(whole) // 2] if damage is None else damage)
    assert await Embedded(SMALL, {}, {}, tmp_path).parse(["thank you"]) == first
    assert models(tmp_path) == [model]
    assert (model / name).read_bytes() == whole


@pytest.mark.parametrize("name", ["model.json", "rows.npy", "step.npy"])
async def test_a_model_that_lacks_a_file_is_trained_anew(tmp_path: Path, name: str) -> None:
    """Half a model is none."""
    first = await Embedded(SMALL, {}, {}, tmp_path).parse(["thank you"])
    (model,) = models(tmp_path)
    (model / name).unlink()
    assert await Embedded(SMALL, {}, {}, tmp_path).parse(["thank you"]) == first
    assert (model / name).exists()


async def test_old_models_are_thrown_away(tmp_path: Path) -> None:
    """Of the models that other examples made, only the latest are kept."""
    seen: list[Path] = []
    for number in range(5):
        Embedded({"en": {"few.yml": SMALL["en"]["few.yml"].replace("hi there", f"hi {number}")}}, {}, {}, tmp_path)
        seen += [model for model in models(tmp_path) if model not in seen]
    assert sorted(models(tmp_path)) == sorted(seen[-3:])


async def test_a_folder_that_cannot_be_written_is_done_without(tmp_path: Path) -> None:
    """Without a cache the engine still works."""
    (tmp_path / "file").write_text("in the way")
    (reading,) = await Embedded(SMALL, {}, {}, tmp_path / "file").parse(["hello"])
    assert reading.top.intent == "greet"


def test_too_few_examples_are_refused(tmp_path: Path) -> None:
    """One intent alone is nothing to train on."""
    only = {"en": {"few.yml": SMALL["en"]["few.yml"].partition("- intent: deny")[0]}}
    with pytest.raises(ValueError, match="at least two kinds"):
        Embedded(only, {}, {}, tmp_path)


def test_a_crisis_without_a_severity_is_refused(tmp_path: Path) -> None:
    """A label that is neither none, soft nor a code with its severity is told."""
    wrong = {"en": {"crisis.yml": SMALL_CRISIS["en"]["crisis.yml"].replace("destitution/S1", "destitution")}}
    with pytest.raises(ValueError, match="destitution"):
        Embedded(SMALL, wrong, {}, tmp_path)


def test_entity_marks_are_left_out() -> None:
    """Rasa's entity marks are no part of what a person says."""
    example = '- come [tomorrow](day) at [3]{"entity": "hour"}'
    content = f'version: "3.1"\nnlu:\n- intent: visit_when\n  examples: |\n    {example}\n'
    assert list(read_examples("x.yml", content)) == [("come tomorrow at 3", "visit_when")]


@pytest.mark.parametrize(
    ("content", "line"),
    [
        ("version: [", 2),
        ('version: "2.0"\nnlu: []', 1),
        ('version: "3.1"\nnlu:\n- intent: greet', 3),
        ('version: "3.1"\nnlu:\n- intent: greet\n  examples: |\n    hello', 4),
        ('version: "3.1"\nnlu:\n- intent: greet\n  examples: |\n    - hello\nrules: []', 6),
    ],
)
def test_a_mistake_in_the_examples_is_told_with_its_line(content: str, line: int) -> None:
    """Whoever writes examples learns which file and line is wrong."""
    with pytest.raises(ValueError, match=rf"^ko/x\.yml:{line}: |^ko/x\.yml:1: "):
        read_all({"ko": {"x.yml": content}})


async def test_guesses_are_plain_values(engine: Engine) -> None:
    """A guess can be kept and sent: it holds a string and a float, nothing of numpy."""
    (reading,) = await engine.parse(["hello"])
    assert (type(reading.top.intent), type(reading.top.confidence)) == (str, float)
