"""``make demo``: each programme's story, played against the whole program."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from pathlib import Path

import pytest
import structlog

from bot.demo import play as demo
from bot.demo import script
from bot.settings import SettingsError
from data import programmes


@pytest.fixture(autouse=True)
def _log_given_back() -> Iterator[None]:
    """The demo makes the log write to this test's standard error, which is closed afterwards."""
    yield
    structlog.reset_defaults()


@pytest.mark.parametrize("key", programmes.known())
async def test_every_programme_s_story_goes_as_it_is_told(
    key: str, engine_cache: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """From the family's first word to the confirmed visit, over HTTP; the command ends with 0."""
    monkeypatch.setattr(demo, "FOLDER", tmp_path)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    assert await demo.play(port, key, once=True) == 0
    told = capsys.readouterr().out
    assert "The whole loop is closed." in told
    assert all(title in " ".join(told.split()) for title in script.load(key).titles.values())


def test_every_scene_has_its_title() -> None:
    """A story names the scenes that it has, in its programme's own language, and no others."""
    for key in programmes.known():
        one = script.load(key)
        more = {"match": one.confirms, "saver": one.saver, "refers": one.refers}
        wanted = {"referral", "notice", "claim", "reply", "booking", "time", "reminder", "confirmed"}
        assert set(one.titles) == wanted | {scene for scene, there in more.items() if there}


def test_a_programme_without_a_story_is_told() -> None:
    """With the names of those that have one."""
    with pytest.raises(SettingsError, match="choose one of: firststep-asan, "):
        script.load("nowhere")
