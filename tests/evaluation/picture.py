"""The confusion matrix as a picture."""

from __future__ import annotations

from pathlib import Path

from tests.evaluation.measuring import Read


def save_confusions(read: Read, title: str, path: Path) -> None:
    """Draw which intent was taken for which, all languages together, and save it as PNG at ``path``."""
    import matplotlib as mpl

    mpl.use("Agg")
    from matplotlib import pyplot as plt

    asked = [(text.intent, reading.top.intent) for text, reading in read if text.intent]
    intents = sorted({name for pair in asked for name in pair})
    counts = [[sum(pair == (want, got) for pair in asked) for got in intents] for want in intents]
    shares = [[count / max(1, sum(row)) for count in row] for row in counts]
    figure, axes = plt.subplots(figsize=(13, 12), layout="constrained")
    axes.imshow(shares, cmap="Blues", vmin=0, vmax=1)
    axes.set_title(title)
    axes.set_xlabel("taken for")
    axes.set_ylabel("meant")
    axes.set_xticks(range(len(intents)), intents, rotation=90)
    axes.set_yticks(range(len(intents)), intents)
    for row, line in enumerate(counts):
        for column, count in enumerate(line):
            if count:
                dark = shares[row][column] > 0.5
                axes.text(column, row, str(count), ha="center", va="center", color="white" if dark else "black", size=8)
    path.parent.mkdir(parents=True, exist_ok=True)
    figure.savefig(path, dpi=110)
    plt.close(figure)
