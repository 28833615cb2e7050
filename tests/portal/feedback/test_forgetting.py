"""Nothing is kept for longer than is promised."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.utils import timezone

from portal.feedback.forget import forget_old
from portal.feedback.models import FeedbackAnswer, FeedbackSender
from tests.news.articles import make_article

from .answers import given, send

pytestmark = pytest.mark.django_db


def test_answers_are_deleted_after_a_year():
    given(days=366)
    kept = given(days=364)

    assert forget_old() == 1
    assert list(FeedbackAnswer.objects.all()) == [kept]


def test_old_answers_are_not_shown_even_before_they_are_deleted():
    given(days=366)

    assert not FeedbackAnswer.objects.kept().exists()


def test_keys_of_readers_go_with_the_day_and_those_of_networks_with_the_hour():
    given(days=2, reader="a" * 32)
    given(days=0, reader="b" * 32)
    now = timezone.now()
    for key, since in {"c": now - timedelta(minutes=61), "d": now}.items():
        FeedbackSender.objects.create(key=key, since=since)

    forget_old()

    readers = FeedbackAnswer.objects.order_by("-answered_at").values_list("reader", flat=True)
    assert list(readers) == ["b" * 32, ""]
    assert [sender.key for sender in FeedbackSender.objects.all()] == ["d"]


def test_every_answer_makes_the_portal_forget(client):
    given(days=366, comment="오래된 의견")

    send(client, f"/ko/news/{make_article().pk}/")

    assert [answer.comment for answer in FeedbackAnswer.objects.all()] == [""]


def test_a_command_does_the_same(capsys):
    given(days=366)

    call_command("forget_feedback")

    assert capsys.readouterr().out == "Answers deleted: 1\n"
