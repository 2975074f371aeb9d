"""The embedded engine understands requests that it has not seen, quickly trained and kept on disk."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import dialogues
from integrations.nlu.embedded import BEST, Embedded, train
from integrations.nlu.engine import Engine
from integrations.nlu.examples import read_all, read_examples
from integrations.nlu.features import features, words
from tests.integrations.nlu.held_out import HELD_OUT

FOLDER = Path(dialogues.__file__).parent / "training"
TRAINING: Mapping[str, Mapping[str, str]] = {
    language.name: {path.name: path.read_text(encoding="utf-8") for path in language.glob("*.yml")}
    for language in FOLDER.iterdir()
}
LANGUAGES = ("ko", "en")
INTENTS = frozenset(HELD_OUT)
PAIRS = [(text.strip(), intent) for intent, block in HELD_OUT.items() for text in block.strip().splitlines()]
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


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Engine:
    return Embedded(TRAINING, tmp_path_factory.mktemp("cache"))


def files(folder: Path) -> list[Path]:
    return list(folder.iterdir())


def is_korean(text: str) -> bool:
    return any("가" <= letter <= "힣" for letter in text)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("intent", sorted(INTENTS))
def test_every_intent_has_examples(language: str, intent: str) -> None:
    """Each language has at least 25 different examples of every intent."""
    said = {" ".join(words(text)) for text, told in read_all({language: TRAINING[language]}) if told == intent}
    assert len(said) >= 25


def test_only_known_intents_are_trained() -> None:
    """The examples hold no intent that the tests do not know."""
    assert {intent for _, intent in read_all(TRAINING)} == INTENTS


def test_no_example_teaches_two_intents() -> None:
    """A wording belongs to one intent."""
    told: dict[str, set[str]] = {}
    for text, intent in read_all(TRAINING):
        told.setdefault("".join(words(text)), set()).add(intent)
    assert [text for text, intents in told.items() if len(intents) > 1] == []


def test_held_out_texts_are_not_in_the_examples() -> None:
    """What accuracy is measured on was not trained on."""
    trained = {"".join(words(text)) for text, _ in read_all(TRAINING)}
    assert [text for text, _ in PAIRS if "".join(words(text)) in trained] == []


@pytest.mark.parametrize("language", LANGUAGES)
async def test_unseen_requests_are_understood(engine: Engine, language: str) -> None:
    """At least 85 % of each language's held-out texts get their intent as the first guess."""
    asked = [(text, intent) for text, intent in PAIRS if is_korean(text) == (language == "ko")]
    rankings = await engine.parse([text for text, _ in asked])
    right = sum(ranking[0].intent == intent for ranking, (_, intent) in zip(rankings, asked, strict=True))
    assert right >= 0.85 * len(asked)


async def test_the_right_intent_is_among_the_choices(engine: Engine) -> None:
    """At least 95 % of the held-out texts have their intent among the three guesses."""
    rankings = await engine.parse([text for text, _ in PAIRS])
    right = sum(
        intent in {guess.intent for guess in ranking} for ranking, (_, intent) in zip(rankings, PAIRS, strict=True)
    )
    assert right >= 0.95 * len(PAIRS)


async def test_a_sure_guess_is_right(engine: Engine) -> None:
    """Of the held-out texts at least 70 % get a guess of 0.6 or more, and at least 95 % of those guesses are right."""
    rankings = await engine.parse([text for text, _ in PAIRS])
    tops = [(ranking[0], intent) for ranking, (_, intent) in zip(rankings, PAIRS, strict=True)]
    sure = [guess.intent == intent for guess, intent in tops if guess.confidence >= 0.6]
    assert len(sure) >= 0.7 * len(PAIRS)
    assert sum(sure) >= 0.95 * len(sure)


async def test_gibberish_gets_no_sure_guess(engine: Engine) -> None:
    """A text without a known word or an empty one is ranked, but with little confidence."""
    for ranking in await engine.parse(["", "☃☃☃", "ўқғҳ"]):
        assert ranking[0].confidence < 0.5


async def test_a_batch_says_the_same_as_one_by_one(engine: Engine) -> None:
    """Batching changes no guess and no confidence beyond rounding."""
    texts = [text for text, _ in PAIRS[:64]]
    together = await engine.parse(texts)
    for text, ranking in zip(texts, together, strict=True):
        (alone,) = await engine.parse([text])
        assert [guess.intent for guess in alone] == [guess.intent for guess in ranking]
        assert [guess.confidence for guess in alone] == pytest.approx([guess.confidence for guess in ranking], abs=1e-4)


async def test_an_empty_batch_is_answered(engine: Engine) -> None:
    """No texts, no rankings."""
    assert await engine.parse([]) == []


@given(st.lists(st.text(max_size=300), min_size=1, max_size=5))
async def test_any_strings_are_ranked(engine: Engine, texts: list[str]) -> None:
    """No strings make parsing fail; each gets three guesses, best first, whose confidences make at most one."""
    rankings = await engine.parse(texts)
    assert len(rankings) == len(texts)
    for ranking in rankings:
        sure = [guess.confidence for guess in ranking]
        assert len(ranking) == BEST
        assert sure == sorted(sure, reverse=True)
        assert 0 < sum(sure) <= 1.0001
        assert {guess.intent for guess in ranking} <= INTENTS


@given(st.text(max_size=200))
def test_features_do_not_see_letters_of_no_meaning(text: str) -> None:
    """Zero-width characters, capitals of ASCII and outer spaces change nothing."""
    assert features(f" {text}\u200b ") == features(text)


async def test_the_model_is_kept_and_found_again(tmp_path: Path) -> None:
    """A second engine on the same examples reads the first one's file and says the same."""
    first = await Embedded(SMALL, tmp_path).parse(["hello"])
    written = {path: path.stat().st_mtime_ns for path in files(tmp_path)}
    assert len(written) == 1
    assert await Embedded(SMALL, tmp_path).parse(["hello"]) == first
    assert {path: path.stat().st_mtime_ns for path in files(tmp_path)} == written


def test_other_examples_make_another_file(tmp_path: Path) -> None:
    """A changed example never meets the old model."""
    Embedded(SMALL, tmp_path)
    Embedded({"en": {"few.yml": SMALL["en"]["few.yml"].replace("hi there", "good day")}}, tmp_path)
    assert len(files(tmp_path)) == 2


@pytest.mark.parametrize("damage", [b"", b"not a model", None])
async def test_a_broken_file_is_trained_anew(tmp_path: Path, damage: bytes | None) -> None:
    """An empty, foreign or cut-off file is replaced by a good one."""
    first = await Embedded(SMALL, tmp_path).parse(["thank you"])
    (kept,) = files(tmp_path)
    whole = kept.read_bytes()
    kept.write_bytes(whole[: len(whole) // 2] if damage is None else damage)
    assert await Embedded(SMALL, tmp_path).parse(["thank you"]) == first
    assert len(kept.read_bytes()) == len(whole)


async def test_a_folder_that_cannot_be_written_is_done_without(tmp_path: Path) -> None:
    """Without a cache the engine still works."""
    (tmp_path / "file").write_text("in the way")
    ((best, *_),) = await Embedded(SMALL, tmp_path / "file").parse(["hello"])
    assert best.intent == "greet"


def test_too_few_examples_are_refused() -> None:
    """Two intents, or one example of an intent, are not enough to train on."""
    with pytest.raises(ValueError, match="at least three intents"):
        train([("yes", "affirm"), ("yeah", "affirm"), ("no", "deny"), ("nope", "deny")])
    with pytest.raises(ValueError, match="two examples"):
        train([("yes", "affirm"), ("yeah", "affirm"), ("no", "deny"), ("nope", "deny"), ("hi", "greet")])


def test_entity_marks_are_left_out() -> None:
    """Rasa's entity marks are no part of what a person says."""
    example = '- come [tomorrow](day) at [3]{"entity": "hour"}'
    content = f'version: "3.1"\nnlu:\n- intent: visit_when\n  examples: |\n    {example}\n'
    assert list(read_examples("x.yml", content)) == [("come tomorrow at 3", "visit_when")]


@pytest.mark.parametrize(
    ("content", "line"),
    [
        ("version: [", 1),
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
    ((best, *_),) = await engine.parse(["hello"])
    assert (type(best.intent), type(best.confidence)) == (str, float)
