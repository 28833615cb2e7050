import pytest

from news.press_release.scan import scan


@pytest.mark.parametrize(
    ("blanks", "columns"),
    [
        ("", 0),
        ("   ", 3),
        ("\t", 4),
        ("\u3000", 2),
        ("\u00a0", 1),
        ("\u2000\u2003", 2),
        ("\u200b\u2060\ufeff", 0),
        ("\u3000\t \u200b", 7),
    ],
)
def test_indentation_is_counted_in_columns(blanks, columns):
    (line,), problems = scan(f"{blanks}가 나{blanks}")

    assert (line.number, line.indent, line.text) == (1, columns, "가 나")
    assert problems == []


def test_every_line_keeps_its_number():
    lines, _ = scan("하나\n\r\n  셋\r\r")

    assert [(line.number, line.text) for line in lines] == [
        (1, "하나"),
        (2, ""),
        (3, "셋"),
        (4, ""),
        (5, ""),
    ]
