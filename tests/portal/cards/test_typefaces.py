"""Every letter that Korean press releases use can be drawn."""

import pytest

from portal.cards.typefaces import MISSING_LETTER, drawable, style, style_for

BOLD, REGULAR = style(is_bold=True), style(is_bold=False)
SYLLABLES = [chr(code) for code in range(0xAC00, 0xD7A4)]


def ks_x_1001():
    """The letters of the Korean standard, which every Korean keyboard and typeface has."""
    for first in range(0xA1, 0xFF):
        for second in range(0xA1, 0xFF):
            try:
                yield bytes([first, second]).decode("euc_kr")
            except UnicodeDecodeError:
                continue


def test_every_syllable_of_hangul_is_drawn():
    assert [letter for letter in SYLLABLES if REGULAR.face_of(letter) is None] == []


def test_syllables_of_the_standard_are_bold():
    standard = [letter for letter in ks_x_1001() if letter in SYLLABLES]

    assert len(standard) == 2350
    assert all(BOLD.face_of(letter) is BOLD.face for letter in standard)


def test_chinese_characters_of_the_standard_are_drawn():
    characters = [letter for letter in ks_x_1001() if "一" <= letter <= "鿿" or letter >= "豈"]

    assert len(characters) > 4888
    assert [letter for letter in characters if drawable(letter) in ("", MISSING_LETTER)] == []


def test_a_title_with_a_rare_syllable_is_of_one_weight():
    assert style_for("부산 8위") is BOLD
    assert style_for("똠방각하 부산 8위") is REGULAR


@pytest.mark.parametrize(
    ("text", "drawn"),
    [
        ("  부산\n\t8위 ", "부산 8위"),
        ("부산\u202e8위\u200b\x00", "부산8위"),
        ("3∼5월 ㎡ ① ％", "3~5월 ㎡ ① ％"),
        ("CO₂", "CO2"),
        ("축하🎉 부산", "축하 부산"),
        ("한글", "한글"),
        ("龘 서예", "〓 서예"),
        ("<b>&amp;", "<b>&amp;"),
    ],
)
def test_what_cannot_be_drawn_is_replaced_or_left_out(text, drawn):
    assert drawable(text) == drawn


def test_widths_are_those_of_the_letters():
    assert BOLD.width("iii") < BOLD.width("WWW")
    assert BOLD.width("漢") == 1
    assert BOLD.width("부산") == pytest.approx(2 * BOLD.width("부"), abs=0.01)
