"""What a remark may hold."""

import re
import tomllib
from pathlib import Path

import pytest
from django.utils.translation import override

from portal.feedback import forms
from portal.feedback.forms import LONGEST, LONGEST_SPELLED_OUT, RemarkForm
from portal.feedback.models import FeedbackAnswer
from portal.feedback.remarks import PERSONAL, personal_data, spelled_out, tidy
from tests.news.articles import make_article

from .answers import remark, send

SAMPLES = tomllib.loads((Path(__file__).parent / "data" / "remarks.toml").read_text("utf-8"))
REFUSED = [(kind, text) for kind, texts in SAMPLES["refused"].items() for text in texts]


def found_in(text):
    return list(personal_data(spelled_out(text)))


@pytest.mark.parametrize(("kind", "text"), REFUSED)
def test_what_looks_like_data_of_a_person_is_named(kind, text):
    [(sentence, found)] = found_in(text)

    with override("ko"):
        assert kind in str(sentence)
    assert found


@pytest.mark.parametrize("text", SAMPLES["accepted"])
def test_other_numbers_are_let_through(text):
    assert found_in(text) == []


def test_each_kind_is_named():
    assert len(found_in("850101-1234567, 010-1234-5678, a@example.org")) == 3


def test_line_breaks_count_once_and_unseen_signs_go():
    assert tidy("a\r\nb\rc\x00\x1b[31m\td") == "a\nb\nc[31md"
    assert RemarkForm({"comment": "a" + "\r\n" * (LONGEST - 2) + "b"}, is_useful=False).is_valid()


@pytest.mark.parametrize(
    "text", ["\u200b", "\u202e", "\u200d \u200c\u200d", "\u3164", "\u2800\n\ufeff", "\u00ad"]
)
def test_remark_that_nobody_sees_is_none(text):
    form = RemarkForm({"comment": text}, is_useful=False)

    assert not form.is_valid()
    assert tidy(text).strip() == ""


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("\u202e거꾸로\u202c", "거꾸로"),
        ("\u200d가 나\u200c", "가 나"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("👩\u200d💻", "👩\u200d💻"),
        ("가\u200d\u200d나", "가나"),
    ],
)
def test_unseen_signs_stay_only_within_words(text, kept):
    assert tidy(text) == kept


@pytest.mark.parametrize(
    ("text", "is_searched"),
    [
        ("가" * LONGEST, True),
        ("…" + "가" * (LONGEST - 1), True),
        ("가" * (LONGEST + 1), False),
        ("㌖" * 5400, False),
        ("㌖" * LONGEST, False),
    ],
)
def test_text_that_is_too_long_is_refused_before_anything_is_looked_for(
    monkeypatch, text, is_searched
):
    searched = []
    monkeypatch.setattr(forms, "personal_data", lambda plain: searched.append(plain) or [])

    form = RemarkForm({"comment": text}, is_useful=False)

    assert form.is_valid() == is_searched
    assert [len(plain) <= LONGEST_SPELLED_OUT for plain in searched] == [True] * is_searched


@pytest.mark.parametrize("pattern", [pattern for pattern, _sentence in PERSONAL])
def test_no_part_of_a_pattern_is_endless(pattern):
    signs_aside = re.sub(r"\[[^\]]*\]", "", re.sub(r"\\.", "", pattern.pattern))

    assert "{" in signs_aside
    assert not re.search(r"(?<!\})[*+]|,\}", signs_aside)


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
        # A browser keeps it, so that «back» needs no sending anew; nobody else does.
        assert response["Cache-Control"] == "private, no-cache"
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

    def test_praise_without_words_is_refused(self, client):
        answered = send(client, f"/ko/news/{make_article().pk}/", "yes")

        response = remark(client, answered, problem="wrong")

        assert "의견을 적어 주십시오." in response.content.decode()

    def test_kind_of_problem_alone_is_enough(self, client, answered):
        assert remark(client, answered, problem="wrong").status_code == 303
        assert FeedbackAnswer.objects.get().problem == "wrong"
