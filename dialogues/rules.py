"""The rules of listening by name, so that a step can be explained."""

from __future__ import annotations

from enum import StrEnum


class Rule(StrEnum):
    """What decided what a message meant. Where several did, each narrows the one before it."""

    CHANNEL = "channel"
    """The channel told it: blocked, opened again, stopped, started."""
    CRISIS = "crisis"
    """A crisis rings before anything else is looked at."""
    SOFT_CRISIS = "soft_crisis"
    """A mention that is asked about gently; the message still means what it means."""
    STOP = "stop"
    """A stop word."""
    STOPPED = "stopped"
    """The person had stopped us: only their own word starts us again."""
    OWNED = "owned"
    """A caseworker has the conversation: the bot leaves the message to them."""
    FIRST = "first"
    """The first message of all is greeted."""
    MENU = "menu"
    """A choice of our last message: a button, its number or its label."""
    MEDIA = "media"
    """A photo or a voice message, which we cannot read."""
    COMMAND = "command"
    """The whole message is a word of command."""
    LANGUAGE = "language"
    """The whole message is the name of a language."""
    MENU_WORDS = "menu_words"
    """Words that mean a choice of our last message about a visit, safety or being forgotten."""
    ANSWER = "answer"
    """It answers the question that was open."""
    INTENT = "intent"
    """The engine was sure of what it asks for."""
    TOLD = "told"
    """It told a fact that had not been asked for, or corrected an answer."""
    SPOKEN = "spoken"
    """It was not understood, but the language it was written in was."""
    UNSURE = "unsure"
    """Nothing of all that: choices are offered, and after two failures a human."""
