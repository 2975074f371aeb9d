"""How fast it is: measured, never tested.

``python -m tests.benchmarks`` writes docs/benchmarks.md and var/bench.json.
"""
