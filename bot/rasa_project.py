"""``python -m bot.rasa_project FOLDER``: write what Rasa is trained from, for ``make rasa`` and its container."""

from __future__ import annotations

import sys
from pathlib import Path

from data import programmes
from integrations.nlu import rasa_project

if __name__ == "__main__":
    rasa_project.write(programmes.training(), Path(sys.argv[1]))
