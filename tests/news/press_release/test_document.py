import pytest
from django.utils.translation import override

from news.press_release import Embed, ImageReference, parse, render
from news.press_release.problems import MESSAGES

RELEASE = """\
<개요>
□ 시는 **세 가지**를 바꾼다: ▲도로, ▲공원.*
 * 올해부터
 ○ 순서: 조사 → 설계 → 공사 ※ 바뀔 수 있다
| 구 | 수 |
|---|---|
| 중구 | 3 |

![바다](image:7 "새 공원")
[[trend:sci/busan]]
"""


def codes(text):
    return [(problem.line, problem.code) for problem in parse(text).problems]


def test_empty_text_is_an_empty_document():
    document = parse("")

    assert document.blocks == ()
    assert document.problems == ()
    assert document.plain_text() == ""
    assert document.summary(100) == ""


def test_document_lists_what_it_refers_to():
    document = parse(RELEASE)

    assert document.embeds == (Embed(10, "trend", "sci/busan"),)
    assert document.images == (ImageReference(9, 7, "바다", "새 공원"),)
    assert document.headings == (("section-개요", "개요"),)


def test_what_a_table_cannot_hold_is_reported():
    text = "표: 그림\n| 하나 | 둘 |\n|---|---|\n| ![](image:3) | [[a:b]] |"

    assert codes(text) == [(4, "figure"), (4, "embed")]


def test_embeds_and_images_within_points_are_found():
    document = parse("□ 하나\n ○ 둘\n[[a:b]]\n![](image:3)\n")

    assert document.embeds == (Embed(3, "a", "b"),)
    assert document.images == (ImageReference(4, 3, "", ""),)


def test_plain_text_has_a_line_for_each_point_and_no_marks():
    assert parse(RELEASE).plain_text() == (
        "개요\n"
        "시는 세 가지를 바꾼다: 도로, 공원\n"
        "올해부터\n"
        "순서: 조사 → 설계 → 공사 바뀔 수 있다\n"
        "구, 수\n"
        "중구, 3\n"
        "새 공원"
    )


def test_sentences_are_the_plain_text_without_tables():
    text = "□ 하나\n표: 인구\n| 구 | 수 |\n|---|--:|\n| 중구 | 3 |\n\n둘"

    assert parse(text).sentences() == "하나\n둘"


def test_plain_text_keeps_labels_and_asterisks_that_are_no_footnote_marks():
    assert parse("가. 3*4\n나. [누리집](/ko/)").plain_text() == "가. 3*4\n나. 누리집"


@pytest.mark.parametrize(
    ("length", "expected"),
    [
        (100, "시는 도로를 고치고 공원을 연다. 둘째 문단이다."),
        (27, "시는 도로를 고치고 공원을 연다. 둘째 문단이다."),
        (26, "시는 도로를 고치고 공원을 연다. 둘째…"),
        (20, "시는 도로를 고치고 공원을 연다…"),
        (5, "시는…"),
        (2, "시…"),
        (1, "…"),
    ],
)
def test_summary_ends_with_a_word(length, expected):
    document = parse("시는 도로를 고치고 공원을 연다.\n\n둘째\n문단이다.")

    assert document.summary(length) == expected


def test_summary_cuts_a_text_without_spaces():
    assert parse("가" * 50).summary(10) == "가" * 9 + "…"


def test_heading_ids_are_unique_even_if_a_heading_looks_like_an_id():
    document = parse("<가>\n<가-2>\n<가>\n<가>\n<가!>")

    ids = [id for id, _ in document.headings]
    assert ids == ["section-가", "section-가-2", "section-가-3", "section-가-4", "section-가-5"]


def test_heading_ids_are_short():
    ((id, text),) = parse(f"<{'가' * 100}>").headings

    assert id == "section-" + "가" * 60
    assert text == "가" * 100


def test_problems_stand_in_the_order_of_the_lines():
    assert codes("지표\n* 각주\n\n| 가 |\n\n▶ 표시\n\n□") == [
        (2, "footnote-unmarked"),
        (4, "table-caption"),
        (4, "table-header"),
        (4, "table-rows"),
        (6, "mark-unknown"),
        (8, "mark-empty"),
    ]


def test_line_numbers_count_every_kind_of_line_break():
    assert codes("하나\r\n둘\r셋\n\n\x0c▶ 넷\u2028다섯") == [(5, "mark-unknown")]


def test_every_problem_has_its_sentence_in_the_active_language():
    (problem,) = parse("▶ 표시").problems

    with override("en"):
        assert str(problem.message).startswith("This line begins with a mark")
        assert all(str(message).endswith(".") for message in MESSAGES.values())


def test_marks_of_a_footnote_count_in_the_order_of_the_text():
    """The line above a table ends only where the table begins."""
    html = render(parse("지수*는\n표: 가\n|지표*|\n|-|\n* 뜻"))

    assert html.index("footnote-1-mark-1") < html.index("table") < html.index("footnote-1-mark-2")
