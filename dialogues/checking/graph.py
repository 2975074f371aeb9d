"""Breadth-first over everything that can happen, from states to abstract states, and back from the ends."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Callable, Hashable, Iterable, Iterator

import msgspec

from dialogues.checking.world import Move, World, buttons
from dialogues.mending import mended
from dialogues.state import State

Key = Hashable
"""What decides the future of a state."""

LIMIT = 200_000
"""States beyond which an exploration gives up: a content of this size needs coarser classes, not more patience."""


class TooLarge(RuntimeError):
    """An exploration came to more than LIMIT states."""


class Node(msgspec.Struct):
    """One abstract state, by the first state that was found for it."""

    state: State
    came: tuple[Key, str] | None
    """The node before and the move from it."""
    buttons: int = 0
    """How many of the graph's buttons have been pressed here."""


class Graph:
    """What was found."""

    def __init__(
        self,
        world: World,
        key: Callable[[State], Key],
        moves: Callable[[State], Iterable[Move]],
        astray: tuple[str, ...] = (),
    ) -> None:
        """``moves``: what can happen in a state, besides any button ever offered (``everywhere``).

        Those whose names begin with one of ``astray`` lead to states, but count for no way to an end.
        """
        self.nodes: dict[Key, Node] = {}
        self.steps = 0
        self._world = world
        self._key = key
        self._moves = moves
        self._astray = astray
        self._into: dict[Key, set[Key]] = defaultdict(set)
        self._ends: dict[str, set[Key]] = defaultdict(set)
        self._offered: dict[str, None] = {}
        self._todo: deque[Key] = deque()

    def explore(self, starts: Iterable[State], *, everywhere: Callable[[str], bool]) -> None:
        """Find everything that can be reached from ``starts``.

        A button for which ``everywhere`` is true is pressed in every state, because old messages keep theirs. Raises
        TooLarge.
        """
        for state in starts:
            self._find(state, None)
        while True:
            while self._todo:
                key = self._todo.popleft()
                for move in self._moves(self.nodes[key].state):
                    self._go(key, move, everywhere)
            for key in list(self.nodes):
                self._press(key, everywhere)
            if not self._todo and all(node.buttons == len(self._offered) for node in self.nodes.values()):
                return

    def _press(self, key: Key, everywhere: Callable[[str], bool]) -> None:
        node = self.nodes[key]
        for button in list(self._offered)[node.buttons :]:
            node.buttons += 1
            self._go(key, self._world.pressed(button), everywhere)

    def _go(self, key: Key, move: Move, everywhere: Callable[[str], bool]) -> None:
        outcome = self._world.take(self.nodes[key].state, move)
        self.steps += 1
        self._offered.update(dict.fromkeys(button for button in buttons(outcome.effects) if everywhere(button)))
        found = self._find(outcome.state, (key, move.name))
        if not move.name.startswith(self._astray):
            self._into[found].add(key)
            for flow in outcome.ended:
                self._ends[flow].add(key)

    def _find(self, state: State, came: tuple[Key, str] | None) -> Key:
        key = self._key(state)
        if key not in self.nodes:
            if len(self.nodes) >= LIMIT:
                raise TooLarge(f"more than {LIMIT} states")
            self.nodes[key] = Node(mended(self._world.programme, state), came)
            self._todo.append(key)
        return key

    def leading_to_the_end(self, flow: str) -> set[Key]:
        """The nodes from which some path leads through the last question of ``flow``."""
        found = set(self._ends[flow])
        todo = list(found)
        while todo:
            new = self._into[todo.pop()] - found
            found |= new
            todo.extend(new)
        return found

    def last_before_the_end(self, flow: str) -> list[State]:
        """The states in which one answer is left to the end of ``flow``."""
        return [self.nodes[key].state for key in self.nodes if key in self._ends[flow]]

    def path(self, key: Key) -> Iterator[str]:
        """The names of the moves that led to the node, from the first."""
        came = self.nodes[key].came
        if came:
            yield from self.path(came[0])
            yield came[1]
