"""``python -m bot flows``: each flow as a picture. A flow is a list, so its picture is a column, guards beside it."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator
from pathlib import Path
from xml.sax.saxutils import escape

from msgspec.structs import asdict

from dialogues.flow import Flow, Guard, Question, QuestionKind
from dialogues.programme import Programme

WIDTH, BOX, LEFT = 760, 400, 340
"""The picture, a box, and where the boxes begin, with room for guards to their left; pixels."""
LINE, PAD, GAP = 18, 12, 26
"""Height of a line of text, room around the text of a box, and between two boxes."""
IN_BOX, IN_GUARD = 58, 44
"""Characters that fit a line of a box and of a guard."""

_PHRASES = {"equals": "is {}", "any_of": "is {}", "less_than": "is less than {}", "missing": "is {}"}
_STYLE = (
    "text{font:14px sans-serif;fill:#1d2733}.name{font-weight:bold}.guard{fill:#8a4b08;font-style:italic}"
    ".note{fill:#56657a;font-size:12px}rect{fill:#fff;stroke:#56657a}.guarded{stroke:#8a4b08;stroke-dasharray:5 3}"
    ".end{fill:#e6eefb;stroke:#2f5fa8}path{stroke:#56657a;fill:none;marker-end:url(#tip)}"
)


def write(programmes: Iterable[Programme], folder: Path) -> list[Path]:
    """Draw every flow of ``programmes`` into ``folder``, one file a flow; returns the files in order."""
    flows = {name: flow for programme in programmes for name, flow in programme.flows.items()}
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for name in sorted(flows):
        path = folder / f"{name}.svg"
        path.write_text(draw(flows[name]), encoding="utf-8")
        written.append(path)
    return written


def draw(flow: Flow) -> str:
    """The picture of ``flow`` as SVG, the same for the same flow."""
    parts, top = [], GAP
    for question in flow.questions:
        drawn, height = _question(question, top)
        parts += [*drawn, _arrow(top + height)]
        top += height + GAP
    parts += _box(top, [("name", f"then: {flow.done.value.replace('_', ' ')}")], "end")
    height = top + LINE + 2 * PAD + GAP
    title = f"The flow {flow.flow}: {len(flow.questions)} questions, asked in this order"
    return "\n".join(
        (
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{height}" '
            f'viewBox="0 0 {WIDTH} {height}" role="img">',
            f"<title>{escape(title)}</title>",
            f"<style>{_STYLE}</style>",
            '<defs><marker id="tip" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="7" markerHeight="7" '
            'orient="auto"><path d="M0 0 10 5 0 10z" style="fill:#56657a;stroke:none;marker-end:none"/>'
            "</marker></defs>",
            f'<rect width="{WIDTH}" height="{height}" style="stroke:none"/>',
            *parts,
            "</svg>\n",
        )
    )


def guard_words(name: str, guard: Guard) -> str:
    """A guard as a person says it: ``situation is pregnant or both``."""
    told = []
    for field, value in asdict(guard).items():
        if value is not None:
            shown = "not answered" if value is True else "answered" if value is False else _or(value)
            told.append(_PHRASES.get(field, field.replace("_", " ") + " {}").format(shown))
    return f"{name} {' and '.join(told)}"


def _question(question: Question, top: int) -> tuple[list[str], int]:
    """The box of a question with its guards beside it, and its height."""
    lines = [("name", question.id)]
    lines += [("", line) for line in textwrap.wrap(_answer(question), IN_BOX)]
    lines += [("note", line) for line in textwrap.wrap(" · ".join(_notes(question)), IN_BOX)]
    guards = " and ".join(guard_words(name, guard) for name, guard in question.when.items())
    beside = textwrap.wrap(f"only if {guards}", IN_GUARD) if guards else []
    height = max(len(lines), len(beside)) * LINE + 2 * PAD
    middle = top + (height - len(beside) * LINE) // 2
    texts = [_text(LEFT - 14, middle + LINE * (row + 1) - 5, line, "guard", "end") for row, line in enumerate(beside)]
    return [*_box(top, lines, "guarded" if beside else "", height), *texts], height


def _answer(question: Question) -> str:
    options = question.options
    listed = f"the programme’s {options}" if isinstance(options, str) else ", ".join(options)
    match question.kind:
        case QuestionKind.CHOICE | QuestionKind.SUMMARY:
            return f"one of: {listed}"
        case QuestionKind.MANY:
            return f"any of: {listed}"
        case kind:
            return f"{kind.value}, in their own words" + (f": {listed}" if options else "")


def _notes(question: Question) -> Iterator[str]:
    if question.told:
        yield "never asked: known only of those who say it"
    if question.required:
        yield f"goes on only with “{question.required}”"
    if question.typed:
        yield "typed"
    if question.heard:
        yield "understood also unasked"
    if question.skip:
        yield "may be skipped"
    if question.sensitive:
        yield "kept only with the second consent"
    if question.each:
        yield "asked anew for each child"


def _or(value: object) -> str:
    return " or ".join(map(str, value)) if isinstance(value, tuple) else str(value)


def _box(top: int, lines: list[tuple[str, str]], kind: str, height: int = 0) -> list[str]:
    height = height or len(lines) * LINE + 2 * PAD
    rect = f'<rect class="{kind}" x="{LEFT}" y="{top}" width="{BOX}" height="{height}" rx="6"/>'
    first = top + PAD + LINE - 5
    return [rect, *(_text(LEFT + PAD, first + LINE * row, line, style) for row, (style, line) in enumerate(lines))]


def _text(x: int, y: int, text: str, style: str, anchor: str = "start") -> str:
    return f'<text class="{style}" x="{x}" y="{y}" text-anchor="{anchor}">{escape(text)}</text>'


def _arrow(top: int) -> str:
    middle = LEFT + BOX // 2
    return f'<path d="M{middle} {top}V{top + GAP - 1}"/>'
