"""What Rasa is trained from is what the embedded engine is trained from."""

from __future__ import annotations

from pathlib import Path

import yaml

from data import programmes
from integrations.nlu.examples import read_all, read_examples
from integrations.nlu.noise import twins
from integrations.nlu.rasa_project import files, write

TRAINING = {"en": {"a.yml": 'version: "3.1"\nnlu:\n- intent: greet\n  examples: |\n    - hello there my friend\n'}}
OTHER = {"en": {"a.yml": TRAINING["en"]["a.yml"].replace("friend", "friends")}}


def test_the_examples_are_the_very_same() -> None:
    """Every file of examples is there to the letter, and every intent is in the domain."""
    training = programmes.training()
    made = files(training)
    assert {f"data/{language}/{name}" for language, given in training.items() for name in given} < made.keys()
    assert all(
        made[f"data/{language}/{name}"] == text for language in training for name, text in training[language].items()
    )
    assert yaml.safe_load(made["domain.yml"])["intents"] == sorted({intent for _, intent in read_all(training)})


def test_the_twins_are_those_of_the_embedded_engine() -> None:
    """Every twin stands under its example's intent, unless Rasa would see an entity in it."""
    content = files(programmes.training())["data/ko/twins.yml"]
    written = set(read_examples("twins.yml", content))
    examples = read_all({"ko": programmes.training()["ko"]})
    meant = {(twin.strip(), intent) for text, intent in examples for twin in twins(text, "ko") if twin.strip()}
    assert written == {(twin, intent) for twin, intent in meant if "](" not in twin and "]{" not in twin}
    assert len(written) > 1000


def test_a_twin_with_rasas_marks_is_left_out() -> None:
    """Rasa reads ``[x](y)`` as an entity; a noisy text that happens to look like one is no example."""
    texts = [f"[a] (b{number})" for number in range(20)]
    assert any("](" in twin for text in texts for twin in twins(text, "en"))
    head, _, _ = TRAINING["en"]["a.yml"].partition("    - ")
    made = files({"en": {"a.yml": head + "".join(f"    - {text}\n" for text in texts)}})
    assert made["data/en/twins.yml"].count("    - ") > 1
    assert "](" not in made["data/en/twins.yml"]


def test_the_digest_tells_of_any_change(tmp_path: Path) -> None:
    """The same examples give the same digest, others another one: that decides whether Rasa is trained again."""
    assert files(TRAINING)["digest"] == files(TRAINING)["digest"] != files(OTHER)["digest"]


def test_nothing_old_is_left(tmp_path: Path) -> None:
    """A file of examples that is gone is gone from the project; the model beside it stays."""
    (tmp_path / "models").mkdir()
    (tmp_path / "models" / "front-door.tar.gz").touch()
    write({"fr": TRAINING["en"], **TRAINING}, tmp_path)
    write(TRAINING, tmp_path)
    found = {path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*") if path.is_file()}
    assert found == {*files(TRAINING), "models/front-door.tar.gz"}
    assert (tmp_path / "data" / "en" / "a.yml").read_text(encoding="utf-8") == TRAINING["en"]["a.yml"]
