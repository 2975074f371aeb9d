"""Figures for Prometheus, served at ``/metrics``. Their labels name lines, ways and results, never a person."""

from __future__ import annotations

from prometheus_client import Counter, Histogram

TURNS = Counter("front_door_turns_total", "Events that were stepped and committed, by what happened.", ["event"])
BATCH = Histogram("front_door_batch_size", "Events that shared one commit.", buckets=(1, 2, 4, 8, 16, 32, 64, 128, 256))
BATCH_SECONDS = Histogram(
    "front_door_batch_seconds",
    "From taking a batch to its commit.",
    buckets=(0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1.0, 2.0, 8.0),
)
LEFT_OVER = Counter("front_door_left_over_total", "Messages that the sweep answered because their own turn had not.")
REFUSED = Counter(
    "front_door_webhooks_refused_total", "Webhook calls that were refused, by line and status.", ["line", "status"]
)
SENDS = Counter(
    "front_door_sends_total", "What became of messages to families, each time one was looked at.", ["line", "status"]
)
NOTICES = Counter(
    "front_door_notices_total", "What became of notices to staff, each time one was tried.", ["way", "status"]
)
UNREAD = Counter("front_door_understanding_failures_total", "Texts that the language engine failed to read.")
RASA_FAILURES = Counter(
    "front_door_rasa_failures_total", "Texts whose intents the embedded engine ranked because Rasa did not."
)
