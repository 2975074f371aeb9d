"""Measure whole self-referrals through signed webhooks, server, database and client on one core."""

from __future__ import annotations

import argparse
import itertools
import json
import os
import platform
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import uvloop

from data.migrations import upgrade
from tests.benchmarks.client import load
from tests.benchmarks.story import TURNS
from tests.benchmarks.understanding import BATCH, understanding_rows
from tests.postgres import Cluster

ROOT = Path(__file__).parents[2]
CONNECTIONS = (1, 8, 64, 128)
PORT = 8890
TARGETS = {("postgresql", 8): 60.0, ("postgresql", 64): 150.0, ("postgresql", 128): 150.0}

Row = dict[str, float | int | str]

_WHAT = """\
A conversation is a family's whole self-referral by text message: {turns} signed webhook calls; the last opens the case.
A turn is timed from sending the call to its answer; the answer comes after the message, the state, the reply and all
effects are committed (PostgreSQL with fsync and synchronous commit, SQLite with synchronous=FULL). The reply then goes
through the gate to a provider that takes it at once, and that is committed too, on the same core."""


@contextmanager
def database(kind: str) -> Iterator[str]:
    """A fresh migrated database, as durable as in real use."""
    scratch = Path(tempfile.mkdtemp(prefix="front-door-bench-"))
    if kind == "sqlite":
        url = f"sqlite+aiosqlite:///{scratch / 'bench.db'}"
        upgrade(url)
        yield url
        return
    scratch.chmod(0o755)
    cluster = Cluster(scratch, fsync=True)
    cluster.start()
    try:
        cluster.create_database("bench")
        upgrade(cluster.url("bench"))
        yield cluster.url("bench")
    finally:
        cluster.stop()


@contextmanager
def server(url: str, port: int) -> Iterator[None]:
    """The program, in a process of its own."""
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.benchmarks.server", "--database", url, "--port", str(port)], cwd=ROOT
    )
    try:
        _wait_for(port, process)
        yield
    finally:
        process.terminate()
        process.wait(20)


def _wait_for(port: int, process: subprocess.Popen[bytes]) -> None:
    for _ in range(600):
        if process.poll() is not None:
            raise RuntimeError("the server did not start")
        try:
            urllib.request.urlopen(f"http://127.0.0.1:{port}/health", timeout=1)
            return
        except OSError:
            time.sleep(0.1)
    raise RuntimeError("the server did not answer")


def measure(kind: str, seconds: float, connections: tuple[int, ...]) -> list[Row]:
    """One row for each number of connections."""
    families = itertools.count(10_000_000)
    rows: list[Row] = []
    with database(kind) as url, server(url, PORT):
        uvloop.run(load(PORT, families, 4, 3.0))  # warm: caches, prepared statements, compiled patterns
        for number in connections:
            finished, taken, turns = uvloop.run(load(PORT, families, number, seconds))
            turns.sort()
            row: Row = {
                "database": kind,
                "connections": number,
                "conversations_per_second": round(finished / taken, 1),
                "turns_per_second": round(len(turns) / taken, 1),
                "turn_p50_ms": round(turns[len(turns) // 2] * 1000, 2),
                "turn_p99_ms": round(turns[int(len(turns) * 0.99)] * 1000, 2),
            }
            rows.append(row)
            print(row, flush=True)
    return rows


def report(rows: list[Row], read: list[Row]) -> str:
    """The tables of docs/benchmarks.md."""
    machine = f"{platform.machine()}, Python {platform.python_version()}"
    lines = [
        "# Benchmarks",
        "",
        f"Written by `make bench` on {datetime.now(UTC).date()}, {machine}.",
        "One core for server, database and client together.",
        "",
        *_WHAT.format(turns=len(TURNS)).splitlines(),
        "",
        "| database | connections | conversations/s | turns/s | p50 of a turn | p99 of a turn |",
        "|---|---:|---:|---:|---:|---:|",
    ]
    lines += [
        f"| {row['database']} | {row['connections']} | {row['conversations_per_second']} | {row['turns_per_second']} "
        f"| {row['turn_p50_ms']} ms | {row['turn_p99_ms']} ms |"
        for row in rows
    ]
    lines += [
        "",
        f"Understanding a text, crisis lexicon included: alone, and in batches of {BATCH}, on the same core.",
        "",
        "| engine | p50 of a text | p99 of a text | texts/s in batches |",
        "|---|---:|---:|---:|",
    ]
    lines += [
        f"| {row['engine']} | {row['text_p50_ms']} ms | {row['text_p99_ms']} ms | {row['texts_per_second']} |"
        for row in read
    ]
    return "\n".join(lines) + "\n"


def main() -> None:
    """Measure, print, and write both files."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--seconds", type=float, default=10.0)
    parser.add_argument("--databases", default="postgresql,sqlite")
    parser.add_argument("--connections", default=",".join(map(str, CONNECTIONS)))
    parser.add_argument("--dry", action="store_true", help="write no file")
    given = parser.parse_args()
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})  # children inherit it
    connections = tuple(int(number) for number in given.connections.split(","))
    rows = [row for kind in given.databases.split(",") for row in measure(kind, given.seconds, connections)]
    read = understanding_rows()
    if not given.dry:
        (ROOT / "docs" / "benchmarks.md").write_text(report(rows, read), encoding="utf-8")
        (ROOT / "var").mkdir(exist_ok=True)
        figures = {
            f"{row['database']}.{row['connections']}.{name}": value
            for row in rows
            for name, value in row.items()
            if name not in ("database", "connections")
        } | {
            f"understanding.{row['engine']}.{name}": value
            for row in read
            for name, value in row.items()
            if name != "engine"
        }
        (ROOT / "var" / "bench.json").write_text(json.dumps(figures, indent=2) + "\n", encoding="utf-8")
    for row in rows:
        target = TARGETS.get((str(row["database"]), int(row["connections"])))
        if target and float(row["conversations_per_second"]) < target:
            print(f"below the target of {target} conversations/s: {row}")


if __name__ == "__main__":
    main()
