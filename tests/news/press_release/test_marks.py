import unicodedata

import pytest

from news.press_release.marks import CIRCLED, Bullet, Label, read_mark


def test_circled_numbers_have_their_own_value():
    assert len(CIRCLED) == 90
    for character, (_, number) in CIRCLED.items():
        assert "CIRCLED" in unicodedata.name(character)
        assert unicodedata.numeric(character) == number


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ("□하나", Bullet(1, "하나")),
        ("ㅇ 하나", Bullet(2, "하나")),
        ("-\u3000하나", Bullet(3, "하나")),
        ("- ", Bullet(3, "")),
        ("- - 하나", Bullet(3, "- 하나")),
        ("1. 12.17.(수) 개최", Label("1.", 1, "1.", "12.17.(수) 개최")),
        ("99.하나", Label("1.", 99, "99.", "하나")),
        ("하. 하나", Label("가.", 14, "하.", "하나")),
        ("(가)하나", Label("(가)", 1, "(가)", "하나")),
        ("㊿ 하나", Label("①", 50, "㊿", "하나")),
        ("□□동 주민", None),
        ("ㅇㅇ구 주민", None),
        ("ㅇㅋ", None),
        ("- 하나 -", None),
        ("-- 하나", None),
        ("-5도", None),
        ("-based", None),
        ("·5", None),
        ("100. 하나", None),
        ("1.5배", None),
        ("12. 17.(수)", None),
        ("12. 17.", None),
        ("가.하나", None),
        ("가나) 하나", None),
        ("", None),
    ],
)
def test_mark_at_the_start_of_a_line(text, mark):
    assert read_mark(text) == mark
