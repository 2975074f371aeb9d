"""Counting, economising and cutting SMS, and numbered menus."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogues.messages import Choice
from integrations.channels import menus, segments
from integrations.channels.segments import Encoding

YES_NO = (Choice("safe:yes", "예"), Choice("safe:no", "아니오"))


@pytest.mark.parametrize(
    ("text", "encoding", "units", "parts"),
    [
        ("", Encoding.GSM7, 0, 1),
        ("가" * 70, Encoding.UCS2, 70, 1),
        ("가" * 71, Encoding.UCS2, 71, 2),
        ("가" * 134, Encoding.UCS2, 134, 2),
        ("가" * 135, Encoding.UCS2, 135, 3),
        ("a" * 160, Encoding.GSM7, 160, 1),
        ("a" * 161, Encoding.GSM7, 161, 2),
        ("a" * 306, Encoding.GSM7, 306, 2),
        ("a" * 307, Encoding.GSM7, 307, 3),
        ("😀" * 35, Encoding.UCS2, 70, 1),
        ("😀" * 36, Encoding.UCS2, 72, 2),
        ("€" * 80, Encoding.GSM7, 160, 1),
        ("€" * 81, Encoding.GSM7, 162, 2),
    ],
)
def test_a_text_costs_what_the_standard_says(text: str, encoding: Encoding, units: int, parts: int) -> None:
    """Units and parts are those of 3GPP TS 23.038 and 23.040."""
    assert segments.count(text) == segments.Segments(encoding, units, parts)


@pytest.mark.parametrize(
    ("text", "parts"),
    [("a" * 152 + "€" + "a" * 152, 3), ("a" * 153 + "€" + "a" * 151, 2), ("가" * 66 + "😀" + "가" * 66, 3)],
)
def test_a_character_of_two_units_never_straddles_two_parts(text: str, parts: int) -> None:
    """A part ends one unit early rather than tear an escape or a surrogate pair apart."""
    assert segments.count(text).parts == parts


@pytest.mark.parametrize("char", list("^{}\\[~]|€"))
def test_extension_characters_cost_two(char: str) -> None:
    """The nine printable characters behind an escape take two septets and keep the text GSM-7."""
    assert segments.count(char) == segments.Segments(Encoding.GSM7, 2, 1)


@pytest.mark.parametrize("char", list("éèàùÇ'ñöüΔ\n"))
def test_gsm_letters_keep_a_text_cheap(char: str) -> None:
    """These letters are of the GSM-7 alphabet and cost one septet."""
    assert segments.count(char) == segments.Segments(Encoding.GSM7, 1, 1)


@pytest.mark.parametrize("char", list("ʻçêœяғ한…’`"))
def test_one_foreign_character_makes_the_whole_text_dear(char: str) -> None:
    """One character outside GSM-7 halves what a part holds."""
    assert segments.count("a" * 100 + char) == segments.Segments(Encoding.UCS2, 101, 2)


@pytest.mark.parametrize(
    ("text", "cheaper"),
    [
        ("Oʻzingiz yoki farzandingiz uchun", "O'zingiz yoki farzandingiz uchun"),
        ("Oʼzbek, gʻamxoʻrlik", "O'zbek, g'amxo'rlik"),
        ("“Yes” – it’s safe…", '"Yes" - it\'s safe...'),
        ("« D’accord »", '" D\'accord "'),
        ("10:00\u202f–\u202f11:00", "10:00 - 11:00"),
        ("Soft\u00adhyphen", "Softhyphen"),
        ("cafe\u0301", "café"),
    ],
)
def test_typography_gives_way_to_cheap_characters(text: str, cheaper: str) -> None:
    """A text that is dear only by its typography becomes GSM-7 and reads the same."""
    assert segments.economise(text) == cheaper
    assert segments.count(cheaper).encoding is Encoding.GSM7


@pytest.mark.parametrize("text", ["“예” 또는 ‘아니오’", "Привет – это “мы”", "Ça va ? Reçu… être", "Plain text"])
def test_typography_stays_where_it_saves_nothing(text: str) -> None:
    """A text that stays UCS-2 anyway, or is GSM-7 already, is not touched: no letter is swapped for another."""
    assert segments.economise(text) == text


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_economising_never_costs_more_parts_than_it_saves(text: str) -> None:
    """Whatever is written, the economised text takes no more parts."""
    assert segments.count(segments.economise(text)).parts <= segments.count(text).parts


@given(st.text(st.sampled_from("ab 가😀\n")), st.integers(2, 30))
def test_cutting_loses_no_word_and_keeps_the_limit(text: str, limit: int) -> None:
    """Every piece is within the limit, and together they hold every character that is not a gap, in order."""
    pieces = segments.split(text, limit)
    assert all(0 < segments.length(piece) <= limit for piece in pieces)
    assert "".join("".join(pieces).split()) == "".join(text.split())


@pytest.mark.parametrize(
    ("text", "limit", "pieces"),
    [
        ("one two three", 7, ("one two", "three")),
        ("one two three", 8, ("one two", "three")),
        ("one\ntwo", 5, ("one", "two")),
        ("abcdefgh", 3, ("abc", "def", "gh")),
        ("😀😀😀", 3, ("😀", "😀", "😀")),
        ("   ", 3, ()),
    ],
)
def test_a_text_is_cut_between_words(text: str, limit: int, pieces: tuple[str, ...]) -> None:
    """The cut is at the last gap that fits; only too long a word is cut inside, and never a character."""
    assert segments.split(text, limit) == pieces


def test_choices_become_numbered_lines() -> None:
    """A person answers with the number at the start of the line."""
    assert menus.numbered(YES_NO) == "1 예\n2 아니오"
    assert menus.numbered(()) == ""


def test_a_label_stays_on_its_line() -> None:
    """A line break in a label does not look like another choice."""
    assert menus.numbered([Choice("a:b", "one\n2 two")]) == "1 one 2 two"


@pytest.mark.parametrize(
    ("text", "menu", "limit", "pages"),
    [
        ("Safe?", "1 Yes\n2 No", 20, ("Safe?\n1 Yes\n2 No",)),
        ("Safe?", "", 20, ("Safe?",)),
        ("", "1 Yes\n2 No", 20, ("1 Yes\n2 No",)),
        ("", "", 20, ("",)),
        ("Can you talk safely now?", "1 Y\n2 N", 20, ("Can you talk", "safely now?\n1 Y\n2 N")),
        ("Can you talk safely?", "1 Yes\n2 No", 20, ("Can you talk safely?", "1 Yes\n2 No")),
        (" " * 30, "1 Yes\n2 No", 20, ("1 Yes\n2 No",)),
    ],
)
def test_a_menu_stays_in_one_piece_at_the_end(text: str, menu: str, limit: int, pages: tuple[str, ...]) -> None:
    """Whatever must be cut, the choices are read together, last."""
    assert menus.pages(text, menu, limit) == pages


@given(st.text(st.sampled_from("ab 가😀\n"), max_size=200), st.text(st.sampled_from("12 가\n"), max_size=80))
def test_pages_keep_the_limit_and_are_never_none(text: str, menu: str) -> None:
    """There is always a message to send, and none is over the limit."""
    pages = menus.pages(text, menu, 20)
    assert pages
    assert all(segments.length(page) <= 20 for page in pages)
