"""``python -m bot``."""

import gc

# What a program makes while it starts, it keeps: looking through that for garbage again and again takes a fifth of the
# start.
gc.set_threshold(100_000, 50, 100)

from bot.commands import app  # noqa: E402

app()
