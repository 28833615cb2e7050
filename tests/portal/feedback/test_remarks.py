"""What a remark may hold."""

import pytest
from django.utils.translation import override

from portal.feedback.forms import LONGEST, RemarkForm
from portal.feedback.models import FeedbackAnswer
from portal.feedback.remarks import personal_data, tidy
from tests.news.articles import make_article

from .answers import remark, send

PERSONAL = {
    "주민등록번호": [
        "850101-1234567",
        "8501011234567",
        "850101 - 1234567",
        "제 번호는 850101–5234567입니다",
        "８５０１０１－１２３４５６７",
    ],
    "전화번호": [
        "010-1234-5678",
        "01012345678",
        "010.1234.5678",
        "010 1234 5678",
        "연락처:010-123-4567로",
        "+82 10-1234-5678",
        "+82-(0)10-1234-5678",
        "(051) 888-1234",
        "051-888-1234",
        "０１０－１２３４－５６７８",
        "010\u200b-1234-5678",
    ],
    "전자우편": ["hong@example.kr", "메일 hong.gil+a@mail.example.co.kr 로", "hong(at)example.kr"],
}
HARMLESS = [
    "",
    "2026년 11월 22일 발표가 2026-11-22와 다릅니다.",
    "12위가 아니라 13위이고 평점은 701.5입니다.",
    "인구 3,264,123명, 예산 16조 8,300억 원",
    "게시물 1234567번, 2020-2026년",
    "@busan 계정을 찾습니다",
    "ISBN 978-89-1234-567-8",
    "https://example.org/a?b=1",
]


@pytest.mark.parametrize(
    ("kind", "text"), [(kind, text) for kind, texts in PERSONAL.items() for text in texts]
)
def test_what_looks_like_data_of_a_person_is_named(kind, text):
    [(sentence, found)] = personal_data(text)

    with override("ko"):
        assert kind in str(sentence)
    assert found


@pytest.mark.parametrize("text", HARMLESS)
def test_other_numbers_are_let_through(text):
    assert list(personal_data(text)) == []


def test_each_kind_is_named():
    assert len(list(personal_data("850101-1234567, 010-1234-5678, a@example.org"))) == 3


def test_line_breaks_count_once_and_unseen_signs_go():
    assert tidy("a\r\nb\rc\x00\x1b[31m\td") == "a\nb\nc[31md"
    assert RemarkForm({"comment": "a" + "\r\n" * (LONGEST - 2) + "b"}).is_valid()


@pytest.mark.django_db
class TestForm:
    @pytest.fixture
    def answered(self, client):
        return send(client, f"/ko/news/{make_article().pk}/", "no")

    def comment(self):
        return FeedbackAnswer.objects.get().comment

    @pytest.mark.parametrize(
        ("sent", "sentence"),
        [
            ({"comment": "제 번호는 010-1234-5678"}, "전화번호로 보이는 내용(010-1234-5678)"),
            ({"comment": "가" * (LONGEST + 1)}, "1000"),
            ({"comment": " \n "}, "의견을 적거나 문제 유형을 선택"),
            ({"problem": "nonsense"}, "nonsense"),
        ],
    )
    def test_refusal_says_why_and_keeps_what_was_written(self, client, answered, sent, sentence):
        response = remark(client, answered, **sent)

        page = response.content.decode()
        assert response.status_code == 200
        assert sentence in page
        assert 'role="alert"' in page
        assert sent.get("comment", "").strip() in page
        assert self.comment() == ""

    def test_markup_stays_text(self, client, answered):
        remark(client, answered, comment="<script>alert(1)</script> https://spam.example")

        assert self.comment() == "<script>alert(1)</script> https://spam.example"

    def test_refused_markup_is_shown_as_text(self, client, answered):
        response = remark(client, answered, comment="</textarea><script>x</script> 010-1234-5678")

        assert b"<script>x" not in response.content

    def test_kind_of_problem_alone_is_enough(self, client, answered):
        assert remark(client, answered, problem="wrong").status_code == 303
        assert FeedbackAnswer.objects.get().problem == "wrong"
