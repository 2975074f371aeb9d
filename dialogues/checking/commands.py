"""What people write whole to be obeyed: each language has words for every command, and each word means one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from dialogues.checking.mistakes import Mistake, at
from dialogues.documents import Document
from dialogues.words import Words, WordsFile, plain

NEEDED = ("back", "help", "human", "language", "stop", "start", "home", "skip", "status", "forget", "yes", "no", "done")
"""The commands that a person must have words for, whatever they speak."""


def first_words(name: str, text: str) -> dict[str, str]:
    """For each command the first words that the file ``name`` has for it. Raises ContentError."""
    commands = Document(name, text).read(WordsFile).commands
    return {command: words[0] for command, words in commands.items() if words}


def command_mistakes(files: Mapping[str, str]) -> Iterator[Mistake]:
    """Commands without words, and words that mean another command, in ``files`` by name. Raises ContentError."""
    for name, text in files.items():
        document = Document(name, text)
        file = document.read(WordsFile)
        words = Words(file)
        for command in NEEDED:
            if not file.commands.get(command):
                yield at(document, "$.commands", f"there are no words for the command `{command}`")
        for command, entries in file.commands.items():
            for number, entry in enumerate(entries):
                meant = words.command(plain(entry) or entry)
                if meant != command:
                    path = f"$.commands.{command}[{number}]"
                    yield at(document, path, f"“{entry}” stands under `{command}`, but means `{meant}`")
